"""What cards and sheets are painted with: boxes, tiles, bands, rules, QR code and logo."""

from __future__ import annotations

from casedeck.compose.qr import QUIET_ZONE, qr_code, short_address
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import NO_WORD, CaseStudy, Claim
from casedeck.model.geometry import Box, Size, mm
from casedeck.model.page import ARTIFACT, Group, Image, Line, Mark, Raster, Shape
from casedeck.model.paper import CLEAR_MM
from casedeck.model.text import filled
from casedeck.model.theme import LOGO_ROOM, Paint

CORNER = 0.8
"""The radius of corners, mm."""


LOGO_GAP = 4.0
"""Between logo and QR code, mm."""


def painted(box: Box, paint: Paint, radius: float = CORNER) -> Shape:
    """A box filled and outlined; the outline stays inside the box."""
    half = mm(paint.border_pt) / 2 if paint.border else 0.0
    return Shape(
        box.inset(half, half), radius, paint.fill, paint.border if paint.border_pt else "", paint.border_pt
    )


def writing_line(sheet: Stationery, x: float, right: float, y: float) -> Mark:
    """A line to write on from x to `right` (mm), an artifact."""
    return Group(ARTIFACT, (Line(x, y, right, y, 0.5, sheet.colour("slate")),))


def tile(sheet: Stationery, claim: Claim, part: str, box: Box) -> Mark:
    """A claim's icon on its tile; an artifact, for the word stands beside it. An empty frame where no word is
    chosen yet.
    """
    paint = sheet.theme.parts[part]
    if claim.term == NO_WORD:
        frame = paint._replace(fill="", border=paint.border or paint.fill, border_pt=paint.border_pt or 1.0)
        return Group(ARTIFACT, (painted(box, frame, CORNER * box.width / 9.5),))
    icon = Image(box.inset(box.width * 0.17, box.height * 0.17), sheet.icons[claim.term.icon], paint.text)
    return Group(ARTIFACT, (painted(box, paint, CORNER * box.width / 9.5), icon))


def icon(sheet: Stationery, claim: Claim, box: Box, colour: str) -> Mark:
    """A claim's icon without a tile; an artifact. An empty frame where no word is chosen yet."""
    if claim.term == NO_WORD:
        frame = Paint("", colour, colour, 1.0)
        return Group(ARTIFACT, (painted(box, frame, CORNER * box.width / 9.5),))
    return Group(ARTIFACT, (Image(box, sheet.icons[claim.term.icon], colour),))


def band(sheet: Stationery, box: Box, bar: float) -> Mark:
    """The tint that a strong sentence stands on, with a bar so many mm wide at its left; an artifact."""
    edge = Shape(Box(box.x, box.y, bar, box.height), 0, sheet.colour("accent"), "", 0)
    return Group(ARTIFACT, (painted(box, sheet.theme.parts["spotlight"], 0), edge))


def code(case: CaseStudy, sheet: Stationery, box: Box) -> Mark:
    """The QR code of a case that has a link, as a figure that says where it leads."""
    alt = filled(sheet.language.files["qr code"], address=short_address(case.link))
    return Group("Figure", (Image(box, qr_code(case.link), "#000000"),), alt)


def code_at_right(sheet: Stationery, case: CaseStudy, right: float, top: float, side: float) -> Mark:
    """The same with its black as far right as `right`: its quiet zone may reach into the margin."""
    quiet = QUIET_ZONE * side / qr_code(case.link).side
    return code(case, sheet, Box(min(right + quiet, sheet.size.width - CLEAR_MM) - side, top, side, side))


def logo(sheet: Stationery, x: float, y: float, room: Size = LOGO_ROOM) -> Mark:
    """The organisation's logo with its top left corner at x, y, as large as there is room."""
    assert sheet.logo
    assert sheet.theme.logo
    box = Box(x, y, *logo_size(sheet.logo, room))
    return Group("Figure", (Image(box, sheet.logo, ""),), sheet.theme.logo.alt)


def code_size(case: CaseStudy, side: float) -> Size:
    """The size in mm of the QR code of a case that has a link; 0 of one that has none."""
    return Size(side, side) if case.link else Size(0.0, 0.0)


def corner_size(sheet: Stationery, case: CaseStudy, side: float) -> Size:
    """The size in mm of what stands in the top right corner: QR code and logo; 0 where there is
    neither.
    """
    width, height = code_size(case, side)
    if sheet.logo:
        logo = logo_size(sheet.logo)
        width, height = width + (LOGO_GAP if width else 0.0) + logo.width, max(height, logo.height)
    return Size(width, height)


def corner(sheet: Stationery, case: CaseStudy, right: float, top: float, side: float) -> tuple[Mark, ...]:
    """The QR code in the top right corner, its black as far right as `right`, and the logo at its left."""
    marks: list[Mark] = []
    if case.link:
        marks.append(code_at_right(sheet, case, right, top, side))
        right -= side + LOGO_GAP
    if sheet.logo:
        marks.append(logo(sheet, right - logo_size(sheet.logo).width, top))
    return tuple(marks)


def logo_size(logo: Raster, room: Size = LOGO_ROOM) -> Size:
    """The size of a logo in mm, as large as there is room."""
    scale = min(room.width / logo.width, room.height / logo.height)
    return Size(logo.width * scale, logo.height * scale)


def rule(box: Box, y: float, sheet: Stationery, width_pt: float) -> Mark:
    """A rule across the box at a height, an artifact."""
    return Group(ARTIFACT, (Line(box.x, y, box.right, y, width_pt, sheet.colour("ink")),))
