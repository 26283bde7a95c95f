"""The cards of the deck by number and title, as facilitator sheets list them."""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.compose.flow import Block
from casedeck.compose.kit import Kit
from casedeck.model.text import filled
from casedeck.session.told import Told

MOST_TITLES = 24
"""With more cards than this, their titles do not stand on the sheet."""
MOST_TITLES_BESIDE_GROUPS = 16
"""The same where groups have cards, whose titles stand on the sheet already, or where it tells about several
rooms.
"""


def titles(
    told: Told, kit: Kit, width: float, words: Mapping[str, str], most: int = MOST_TITLES
) -> list[Block]:
    """The cards' numbers and titles, or only how they are numbered where there are more than `most`; and
    which of them are brief.
    """
    cards = told.cards
    short = [card.number for card in cards if not card.case.full]
    language = kit.sheet.language
    beside = told.plan.given or told.plan.load.rooms > 1
    most = min(most, MOST_TITLES_BESIDE_GROUPS) if beside else most
    if len(cards) <= most:
        text = language.row(f"{card.number}\N{NO-BREAK SPACE}{card.case.title}" for card in cards) + "."
    else:
        numbers = language.numbered([card.number for card in cards])
        text = filled(words["deck note"], cards=len(cards), numbers=numbers)
    noted = f"{text} {filled(words['brief'], numbers=language.numbered(short))}" if short else text
    return [kit.heading(words["this deck"], 0, width), kit.paragraph(noted, 0, width)]
