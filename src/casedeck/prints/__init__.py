"""What a deck can print: one file and one line for each."""

from collections.abc import Mapping

from casedeck.compose.faces import FACES
from casedeck.prints import (
    blank_card,
    card_index,
    cards,
    dividers,
    front_matter,
    heatmap_sheet,
    pack,
    test_page,
    tuck_box,
    why_these_cards,
)
from casedeck.prints.entry import Print

PRINTS: Mapping[str, Print] = {
    each.name: each
    for each in (
        *map(cards.on_face, FACES.values()),
        pack.PRINT,
        front_matter.PRINT,
        card_index.PRINT,
        why_these_cards.PRINT,
        heatmap_sheet.PRINT,
        blank_card.PRINT,
        blank_card.IMAGINED,
        *blank_card.ON_FACES,
        dividers.PRINT,
        tuck_box.PRINT,
        test_page.PRINT,
    )
}
