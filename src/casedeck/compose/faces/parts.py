"""The parts that card faces share: tab strip, title and stamp, tiles, foot."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from casedeck.compose.lettering import Lettering, Style, letter, lettered
from casedeck.compose.qr import qr_code, short_address
from casedeck.compose.stationery import Sheet
from casedeck.model.case_study import NO_WORD, PUBLISHED, CaseStudy, Claim
from casedeck.model.deck import Card
from casedeck.model.geometry import PT_PER_MM, Box, Size, mm
from casedeck.model.page import ARTIFACT, Group, Image, Line, Link, Mark, Raster, Shape
from casedeck.model.text import Span, filled, rich
from casedeck.model.theme import LOGO_ROOM, Paint
from casedeck.typeset.fonts import Fonts
from casedeck.typeset.words import Words, measure
from casedeck.wording import joined

TAB_GAP = 0.8
"""Between two tabs, mm."""
TAB_PADDING = 4.0
"""What the longest word of a tab leaves free of its width, mm."""
CORNER = 0.8
"""The radius of corners, mm."""
LOGO_GAP = 4.0
"""Between logo and QR code, mm."""
LONG_TITLE = 0.8
"""The size of a title on several lines, as a share of its size on one."""
STAMP, STAMP_GAP = 0.5, 0.5
"""The size of a stamp's letters and the space before it, as shares of the title's size."""
TILES = {"benefits": "benefit tile", "enablers": "enabler tile", "opportunities": "enabler tile"}
"""The part of a theme that the tiles of each kind of claim look like."""
NOMINAL_HEIGHT = {"A4": 210.0, "A3": 297.0}
"""The height in mm of a landscape card on each setting's own paper."""


def title(sheet: Sheet, words: Words, size_pt: float, width: float) -> Lettering:
    """A card's title: on one line at its full size, or at LONG_TITLE of it where it needs more than one."""
    ink = sheet.colour("ink")
    full = letter(words, Style(size_pt, size_pt * 1.08, ink), width, sheet.fonts, balanced=True)
    if len(full.ends) == 1:
        return full
    size_pt *= LONG_TITLE
    return letter(words, Style(size_pt, size_pt * 1.08, ink), width, sheet.fonts, balanced=True)


class Stamp(NamedTuple):
    """A word in a heavy frame, which says that a card is not what it looks like."""

    words: Lettering

    @property
    def width(self) -> float:
        """The frame's width, mm."""
        return self.words.width + 1.5 * mm(self.words.style.size_pt)

    @property
    def height(self) -> float:
        """The frame's height, mm."""
        return 1.6 * mm(self.words.style.size_pt)

    def mark(self, x: float, y: float) -> Mark:
        """The stamp with its top left corner at x, y: a paragraph whose frame is an artifact."""
        style, em = self.words.style, mm(self.words.style.size_pt)
        paint = Paint("", style.colour, style.colour, style.size_pt * 0.13)
        frame = Group(ARTIFACT, (painted(Box(x, y, self.width, self.height), paint, 0.16 * em),))
        return Group(
            "P", (frame, *self.words.marks(x + 0.75 * em, y + (self.height - self.words.height) / 2))
        )


def stamp(sheet: Sheet, status: str, title_pt: float) -> Stamp | None:
    """The stamp of a status on a card whose titles have so many points; None for what is published."""
    if status == PUBLISHED:
        return None
    size_pt = title_pt * STAMP
    return Stamp(
        lettered(
            sheet.labels[status],
            Style(size_pt, size_pt * 1.2, sheet.colour("ink")),
            sheet.size.width,
            sheet.fonts,
            "black",
        )
    )


class Heading(NamedTuple):
    """A card's title in `width` mm, with the stamp of one that is not published at the right end of its first
    line.
    """

    title: Lettering
    stamp: Stamp | None
    width: float

    @property
    def height(self) -> float:
        """The height of both, mm."""
        return (
            self.title.height
            if self.stamp is None
            else max(self.title.height, self._stamp_y + self.stamp.height)
        )

    @property
    def _stamp_y(self) -> float:
        """How far below the top the stamp begins, mm; above it, where it is higher than a line of the title."""
        return (self.title.style.leading - self.stamp.height) / 2 if self.stamp else 0.0

    def marks(self, x: float, y: float) -> tuple[Mark, ...]:
        """The title and then the stamp, from x, y on."""
        title = Group("H1", self.title.marks(x, y))
        return (
            (title,)
            if self.stamp is None
            else (title, self.stamp.mark(x + self.width - self.stamp.width, y + self._stamp_y))
        )

    def mark(self, x: float, y: float) -> Mark:
        """The same as one mark."""
        marks = self.marks(x, y)
        return marks[0] if len(marks) == 1 else Group("Sect", marks)


def heading(sheet: Sheet, case: CaseStudy, words: Words, title_pt: float, width: float) -> Heading:
    """The title of a case in its measured words, and its stamp, which the title leaves room for."""
    mark = stamp(sheet, case.stamp, title_pt)
    room = width if mark is None else width - mark.width - STAMP_GAP * mm(title_pt)
    return Heading(title(sheet, words, title_pt, room), mark, width)


def tightness(sheet: Sheet) -> float:
    """By what the spaces between parts are multiplied on paper that is less tall than the setting it is set
    like; else 1.
    """
    return min(1.0, sheet.size.height / NOMINAL_HEIGHT[sheet.like])


def tabs(sheet: Sheet, lit: Container[str], box: Box, size_pt: float) -> Mark:
    """The strip of tabs, one fixed place for each enabler, those whose ids are `lit` lit; its words have
    `size_pt` points, or less where a tab is too narrow for the longest of them.

    An artifact: on most cards the enablers are said again, with their sentences, further down.
    """
    places = tab_boxes(sheet, box)
    widest = max([sheet.fonts.bold.width(term.name) for term in sheet.enablers])
    size_pt = min(size_pt, (places[0].width - TAB_PADDING) * PT_PER_MM / widest)
    marks: list[Mark] = []
    for term, tab in zip(sheet.enablers, places, strict=True):
        part, weight = ("lit tab", "bold") if term.id in lit else ("dim tab", "regular")
        marks.extend(_tab(sheet.fonts, term.name, weight, sheet.theme.parts[part], tab, size_pt))
    return Group(ARTIFACT, tuple(marks))


def telling_tabs(sheet: Sheet, lit: Container[str], box: Box, size_pt: float) -> Mark:
    """The same strip on a card that does not say its enablers again: a figure that says in words which tabs
    are lit.
    """
    names = [term.name for term in sheet.enablers if term.id in lit]
    strip = tabs(sheet, lit, box, size_pt)
    assert isinstance(strip, Group)
    return (
        Group("Figure", strip.marks, filled(sheet.labels["marked tabs"], names=joined(names, len(names))))
        if names
        else strip
    )


@lru_cache(maxsize=256)
def _tab(fonts: Fonts, name: str, weight: str, paint: Paint, tab: Box, size_pt: float) -> tuple[Mark, ...]:
    """One tab, kept because it is the same on many cards."""
    label = letter(
        measure(rich(name), fonts, weight), Style(size_pt, size_pt * 1.2, paint.text), tab.width, fonts
    )
    words = label.marks(tab.x + (tab.width - label.width) / 2, tab.y + (tab.height - label.height) / 2)
    return (painted(tab, paint), *words)


def tab_boxes(sheet: Sheet, box: Box) -> list[Box]:
    """The place of each enabler's tab in a strip."""
    count = len(sheet.enablers)
    width = (box.width - TAB_GAP * (count - 1)) / count
    return [Box(box.x + place * (width + TAB_GAP), box.y, width, box.height) for place in range(count)]


def painted(box: Box, paint: Paint, radius: float = CORNER) -> Shape:
    """A box filled and outlined; the outline stays inside the box."""
    half = mm(paint.border_pt) / 2 if paint.border else 0.0
    return Shape(
        box.inset(half, half), radius, paint.fill, paint.border if paint.border_pt else "", paint.border_pt
    )


def writing_line(sheet: Sheet, x: float, right: float, y: float) -> Mark:
    """A line to write on from x to `right` (mm), an artifact."""
    return Group(ARTIFACT, (Line(x, y, right, y, 0.5, sheet.colour("slate")),))


def learning(sheet: Sheet, case: CaseStudy) -> Words:
    """The key learning, measured, its label alone where it is still to be filled in; nothing on a brief card."""
    wanted = case.learning or case.lacks("key learning")
    return (
        measure(case.learning, sheet.fonts, "bold", lead=sheet.labels["key learning"] + ":") if wanted else ()
    )


def facts(sheet: Sheet, case: CaseStudy) -> list[Words]:
    """What is known of a case, measured: keywords; on a brief card also what kind of place it is, its sectors
    and where it is.
    """
    said = {"keywords": ", ".join(case.keywords), **({} if case.full else _about(case))}
    return [
        measure(rich(text), sheet.fonts, lead=sheet.labels[name] + ":")
        for name, text in said.items()
        if text or case.lacks(name)
    ]


def facts_line(sheet: Sheet, case: CaseStudy) -> Words:
    """The same of a brief card in one line, without its keywords; nothing of a full one."""
    said = [] if case.full else [(sheet.labels[name], text) for name, text in _about(case).items() if text]
    spans = [span for name, text in said for span in (Span(f"{name}: ", bold=True), Span(f"{text}.  "))]
    return measure(tuple(spans), sheet.fonts) if spans else ()


def _about(case: CaseStudy) -> dict[str, str]:
    return {
        "type of place": ", ".join(term.name for term in case.types_of_place),
        "sectors": ", ".join(term.name for term in case.sectors),
        "location": case.location,
    }


def claim_words(sheet: Sheet, claim: Claim, weight: str = "regular") -> Words:
    """A claim's sentence after its word, measured; what there is of them in a draft."""
    return measure(
        claim.text, sheet.fonts, weight, lead=f"{claim.term.name}:" if claim.term != NO_WORD else ""
    )


def unfilled(case: CaseStudy, name: str) -> tuple[Claim, ...]:
    """Empty claims for what a draft still lacks under a heading such as "benefits"; one where it has no
    opportunity yet.
    """
    wanted = 1 if name == "opportunities" else 3
    return (Claim(NO_WORD, ()),) * (wanted - len(case.printed_claims()[name])) if case.lacks(name) else ()


def more(sheet: Sheet, claims: Sequence[Claim], weight: str = "regular") -> Words:
    """The names of opportunities whose sentences have no room, measured."""
    names = joined([claim.term.name for claim in claims], len(claims)) if claims else ""
    return measure(rich(names), sheet.fonts, weight, lead=sheet.labels["and also"] + ":") if names else ()


def tile(sheet: Sheet, claim: Claim, part: str, box: Box) -> Mark:
    """A claim's icon on its tile; an artifact, for the word stands beside it. An empty frame where no word is
    chosen yet.
    """
    paint = sheet.theme.parts[part]
    if claim.term == NO_WORD:
        frame = paint._replace(fill="", border=paint.border or paint.fill, border_pt=paint.border_pt or 1.0)
        return Group(ARTIFACT, (painted(box, frame, CORNER * box.width / 9.5),))
    icon = Image(box.inset(box.width * 0.17, box.height * 0.17), sheet.icons[claim.term.icon], paint.text)
    return Group(ARTIFACT, (painted(box, paint, CORNER * box.width / 9.5), icon))


def band(sheet: Sheet, box: Box, bar: float) -> Mark:
    """The tint that a strong sentence stands on, with a bar so many mm wide at its left; an artifact."""
    edge = Shape(Box(box.x, box.y, bar, box.height), 0, sheet.colour("accent"), "", 0)
    return Group(ARTIFACT, (painted(box, sheet.theme.parts["spotlight"], 0), edge))


def corner_size(sheet: Sheet, case: CaseStudy, side: float) -> tuple[float, float]:
    """Width and height in mm of what stands in the top right corner: QR code and logo; 0 where there is
    neither.
    """
    width, height = (side, side) if case.link else (0.0, 0.0)
    if sheet.logo:
        logo = logo_size(sheet.logo)
        width, height = width + (LOGO_GAP if width else 0.0) + logo.width, max(height, logo.height)
    return width, height


def corner(sheet: Sheet, case: CaseStudy, right: float, top: float, side: float) -> tuple[Mark, ...]:
    """The QR code in the top right corner, and the logo at its left."""
    marks: list[Mark] = []
    if case.link:
        box = Box(right - side, top, side, side)
        alt = f"QR code that leads to {short_address(case.link)}"
        marks.append(Group("Figure", (Image(box, qr_code(case.link), "#000000"),), alt))
        right -= side + LOGO_GAP
    if sheet.logo and sheet.theme.logo:
        size = logo_size(sheet.logo)
        marks.append(
            Group(
                "Figure", (Image(Box(right - size.width, top, *size), sheet.logo, ""),), sheet.theme.logo.alt
            )
        )
    return tuple(marks)


def logo_size(logo: Raster) -> Size:
    """The size of a logo in mm, as large as LOGO_ROOM allows."""
    scale = min(LOGO_ROOM.width / logo.width, LOGO_ROOM.height / logo.height)
    return Size(logo.width * scale, logo.height * scale)


def foot(sheet: Sheet, card: Card, box: Box, size_pt: float) -> tuple[Mark, ...]:
    """The last line: the short address, which is a link, at the left; the deck's name and the card's number
    at the right.
    """
    style = Style(size_pt, size_pt * 1.2, sheet.colour("slate"), sheet.colour("accent"))
    number = filled(sheet.labels["card number"], number=card.number, of=card.of)
    right = lettered(number, style, box.width, sheet.fonts, "bold")
    marks: list[Mark] = list(right.marks(box.right - right.width, box.y))
    name = lettered(sheet.deck_title, style, box.width * 0.45, sheet.fonts)
    gap = right.style.leading * 0.8
    marks.extend(name.marks(box.right - right.width - gap - name.width, box.y))
    return (*address(sheet, card.case, box, style), Group(ARTIFACT, tuple(marks)))


def address(sheet: Sheet, case: CaseStudy, box: Box, style: Style) -> tuple[Mark, ...]:
    """The case's link as words to type and to click, cut to half the width of the box."""
    if not case.link:
        return ()
    label = lettered(f"{sheet.labels['read more']}: ", style, box.width, sheet.fonts)
    shown = lettered(
        short_address(case.link), style._replace(colour=sheet.colour("accent")), box.width, sheet.fonts
    )
    gap = mm(style.size_pt) * 0.3
    left = box.x + label.width + gap
    link = Link(
        Box(left, box.y, shown.width, shown.height), case.link, f"{case.title}: {short_address(case.link)}"
    )
    return (Group("P", (*label.marks(box.x, box.y), Group("Link", (*shown.marks(left, box.y), link)))),)


def rule(box: Box, y: float, sheet: Sheet, width_pt: float) -> Mark:
    """A rule across the box at a height, an artifact."""
    return Group(ARTIFACT, (Line(box.x, y, box.right, y, width_pt, sheet.colour("ink")),))
