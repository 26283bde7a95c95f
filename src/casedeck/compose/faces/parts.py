"""What card faces say of a case alike: its facts, its claims in words, its address, the last line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from casedeck.compose.lettering import Lettering, Style, lettered
from casedeck.compose.qr import short_address, shorter_addresses
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import NO_WORD, CaseStudy, Claim
from casedeck.model.deck import Card
from casedeck.model.figures import figures
from casedeck.model.geometry import Box, mm
from casedeck.model.page import ARTIFACT, Group, Link, Mark
from casedeck.model.signs import bare
from casedeck.model.text import Listing, Rich, filled, plain, rich
from casedeck.typeset.words import Words, measure

TILES = {"benefits": "benefit tile", "enablers": "enabler tile", "opportunities": "enabler tile"}
"""The part of a theme that the tiles of each kind of claim look like."""


def learning(sheet: Stationery, case: CaseStudy, *, labelled: bool = True) -> Words:
    """The key learning, measured; its label alone where it is to be filled in, nothing on a brief card."""
    lacking = case.lacks("key learning")
    if not case.learning and not lacking:
        return ()
    label = sheet.labels["key learning"] + ":" if labelled or lacking else ""
    return measure(case.learning, sheet.fonts, "bold", lead=label)


class Passage(NamedTuple):
    """A paragraph, or the items of a list behind their `mark`: a bullet, or "{number}."; else ""."""

    mark: str
    pieces: tuple[Words, ...]


def overview(sheet: Stationery, case: CaseStudy) -> list[Passage]:
    """The overview, measured: its paragraphs and lists."""
    found = []
    for block in case.overview:
        if isinstance(block, Listing):
            mark = "{number}." if block.numbered else "•"
            items = tuple([measure(item, sheet.fonts) for item in block.items])
            found.append(Passage(mark, items))
        else:
            found.append(Passage("", (measure(block.text, sheet.fonts),)))
    return found


def keywords(sheet: Stationery, case: CaseStudy) -> Words:
    """The keywords after their label, measured; the label alone where they are to be filled in."""
    if not case.keywords and not case.lacks("keywords"):
        return ()
    lead = sheet.labels["keywords"] + ":"
    return measure(rich(sheet.language.row(case.keywords)), sheet.fonts, lead=lead)


def _about(sheet: Stationery, case: CaseStudy) -> dict[str, str]:
    return {
        "type of place": sheet.language.row(term.name for term in case.types_of_place),
        "sectors": sheet.language.row(term.name for term in case.sectors),
        "location": case.location,
    }


def claim_words(sheet: Stationery, claim: Claim, weight: str = "regular") -> Words:
    """A claim's sentence after its word, measured; what there is of them in a draft."""
    return measure(
        claim.text, sheet.fonts, weight, lead=f"{claim.term.name}:" if claim.term != NO_WORD else ""
    )


Told = dict[str, list[tuple[Claim, Words]]]
"""Claims and their measured words, by the name of their field."""


def claims_told(sheet: Stationery, case: CaseStudy, most: int) -> Told:
    """The claims of each kind with their sentences, at most so many, and those that are to be filled in."""
    return {
        name: [(claim, claim_words(sheet, claim)) for claim in (*claims[:most], *unfilled(case, name))]
        for name, claims in case.printed_claims().items()
    }


def prompt(sheet: Stationery, label: str) -> Words:
    """One of the words on cards as it stands before a line to write on, measured."""
    return measure(rich(""), sheet.fonts, lead=sheet.labels[label] + ":")


def sentence_words(sheet: Stationery, claim: Claim, weight: str = "regular") -> Words:
    """A claim's sentence by itself, measured; its word stands elsewhere."""
    return measure(claim.text, sheet.fonts, weight)


def short_figures(text: Rich, longest: int) -> frozenset[str]:
    """The words in bold of a text that are or begin with figures and have at most so many signs, such as 8%,
    90%+ and 14th.
    """
    bold = emphasised(text)
    found = [figure.text for figure in figures(plain(text)) if figure.text in bold]
    longer = [word for word in bold.split() if any(figure.start == 0 for figure in figures(word))]
    return frozenset(word for word in (*found, *longer) if len(word) <= longest)


def emphasised(text: Rich) -> str:
    """What stands in bold in a text."""
    return " ".join([bare(span.text) for span in text if span.bold])


def place_line(sheet: Stationery, case: CaseStudy) -> str:
    """What kind of place a case is, its sectors and where it is, in one line; what is not known is left
    out.
    """
    known = [text for text in _about(sheet, case).values() if text]

    def joined(facts: str, fact: str) -> str:
        return filled(sheet.labels["next fact"], facts=facts, fact=fact)

    return reduce(joined, known) if known else ""


def unfilled(case: CaseStudy, name: str) -> tuple[Claim, ...]:
    """Empty claims for what a draft still lacks under a heading such as "benefits"; one where it has no
    opportunity yet.
    """
    wanted = 1 if name == "opportunities" else 3
    return (Claim(NO_WORD, ()),) * (wanted - len(case.printed_claims()[name])) if case.lacks(name) else ()


def more(sheet: Stationery, claims: Sequence[Claim], weight: str = "regular") -> Words:
    """The names of opportunities whose sentences have no room, measured."""
    names = sheet.language.joined([claim.term.name for claim in claims])
    return measure(rich(names), sheet.fonts, weight, lead=sheet.labels["and also"] + ":") if names else ()


def foot(sheet: Stationery, card: Card, box: Box, size_pt: float, thanks: str = "") -> tuple[Mark, ...]:
    """The last line: the short address, which is a link, at the left; the deck's name, where there is room
    for it as well, and the card's number at the right. In place of the name whom to thank for a picture;
    where that leaves no room for the address, it is left to the QR code.
    """
    style = Style(size_pt, size_pt * 1.2, sheet.colour("slate"), sheet.colour("accent"))
    number = filled(sheet.labels["card number"], number=card.number, of=card.of) if card.number else ""
    right = lettered(number, style, box.width, sheet.fonts, "bold")
    gap = right.style.leading * 0.8
    room = box.width - right.width - gap
    name = lettered(thanks or sheet.deck_title, style, room, sheet.fonts)
    taken = _address_width(sheet, card.case, room, style)
    fits = not taken or taken + gap + name.width <= room
    marks: list[Mark] = list(right.marks(box.right - right.width, box.y))
    said = address(sheet, card.case, box._replace(width=room), style) if fits or not thanks else ()
    named = name.marks(box.x + room - name.width, box.y) if fits or thanks else ()
    if thanks:
        return (*said, Group("P", named), Group(ARTIFACT, tuple(marks)))
    return (*said, Group(ARTIFACT, (*marks, *named)))


def _address_width(sheet: Stationery, case: CaseStudy, width: float, style: Style) -> float:
    """How wide the address and what leads to it are, mm; 0 where there is no link."""
    if not case.link:
        return 0.0
    _, shown, left = _address(sheet, case, width, style)
    return left + shown.width


def address(sheet: Stationery, case: CaseStudy, box: Box, style: Style) -> tuple[Mark, ...]:
    """The case's link as words to type and to click, from the top left corner of a box on."""
    if not case.link:
        return ()
    label, shown, left = _address(sheet, case, box.width, style)
    around = Box(box.x + left, box.y, shown.width, shown.height)
    link = Link(around, case.link, f"{case.title}: {short_address(case.link)}")
    linked = Group("Link", (*shown.marks(around.x, box.y), link))
    return (Group("P", (*label.marks(box.x, box.y), linked)),)


def address_height(sheet: Stationery, case: CaseStudy, width: float, style: Style) -> float:
    """How high that is in a width, mm; 0 where there is no link."""
    return _address(sheet, case, width, style)[1].height if case.link else 0.0


def _address(
    sheet: Stationery, case: CaseStudy, width: float, style: Style
) -> tuple[Lettering, Lettering, float]:
    """What leads to the address, as much of the address as has room on one line, and how far from the left
    edge that stands, mm.
    """
    label = lettered(f"{sheet.labels['read more']}: ", style, width, sheet.fonts)
    left = label.width + mm(style.size_pt) * 0.3
    coloured = style._replace(colour=sheet.colour("accent"))
    ways = [lettered(way, coloured, width - left, sheet.fonts) for way in shorter_addresses(case.link)]
    return label, next((way for way in ways if len(way.ends) == 1), ways[-1]), left
