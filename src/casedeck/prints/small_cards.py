"""How large the small cards of a deck are, for what goes with them."""

from __future__ import annotations

from casedeck.compose.faces import FACES
from casedeck.impose.grid import on_other_paper
from casedeck.model.deck import PrintItem
from casedeck.model.geometry import Size
from casedeck.prints.bench import Bench
from casedeck.prints.cards import own_size

SMALL_FACE = "sorter"


def small_card(bench: Bench, item: PrintItem) -> Size:
    """The size in mm that an item says, else that of the small cards which the deck prints, else the usual
    one; as it lies.
    """
    if item.size:
        return item.size.on(item.paper).landscape
    printed = [own_size(each) for each in bench.deck.prints if each.face == SMALL_FACE]
    usual = FACES[SMALL_FACE].card
    assert usual
    return (next(filter(None, printed), None) or on_other_paper(usual, item.paper)).landscape
