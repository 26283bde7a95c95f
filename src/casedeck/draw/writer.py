"""The content stream of one side of paper, and what owns each of its marked sequences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportlab.lib.rl_accel import escapePDF

from casedeck.draw.document import Element, TaggedDocument, text_string
from casedeck.draw.encoding import Encoder
from casedeck.draw.inks import Inks
from casedeck.draw.placing import corners, outline, shown, where
from casedeck.model.geometry import PT_PER_MM, Box, Size
from casedeck.model.page import (
    ARTIFACT,
    Group,
    Image,
    Line,
    Link,
    Mark,
    Picture,
    Shape,
    Text,
    bounds_of,
    leaves,
)
from casedeck.model.sheet import Placed


class SideWriter:
    """Draws the marks of one side of paper, whose object number is `page`: fills `owners`, the elements of
    its marked sequences in order, and `annotations`, the object numbers of its links. `picture` names the
    XObject of a picture in a colour.
    """

    def __init__(
        self,
        document: TaggedDocument,
        encoders: Mapping[str, Encoder],
        picture: Callable[[Picture, str], str],
        inks: Inks,
        size: Size,
        page: int,
    ) -> None:
        self._document, self._encoders, self._picture, self._page = document, encoders, picture, page
        self._inks = inks
        self.size = (size.width * PT_PER_MM, size.height * PT_PER_MM)
        self.owners: list[Element] = []
        self.annotations: list[int] = []
        self._height = self.size[1]
        self._placed: Placed | None = None
        self._code: list[str] = []
        self._open: Element | str | None = None
        self._fill = self._stroke = self._font = ""
        self._in_text = False
        self._at = (0, 0)
        """Where the line of text is that was drawn last, in hundredths of a point."""

    def content(self) -> bytes:
        """The operators written so far."""
        return "\n".join(self._code).encode("latin-1")

    def place(self, placed: Placed, owner: Element) -> None:
        """Draw a page where it stands, its marks in elements of their own below the owner."""
        before = self._fill, self._stroke, self._font
        at = where(placed, self.size[1])
        if at:
            self._code.append(f"q {at}")
        self._placed, self._height = placed, placed.page.size.height * PT_PER_MM
        for mark in placed.page.marks:
            self.mark(mark, owner)
        self._placed, self._height = None, self.size[1]
        if at:
            self._code.append("Q")
            self._fill, self._stroke, self._font = before

    def repeat(self, code: Sequence[str], owner: Element) -> None:
        """Draw what was drawn before by these operators, in one element."""
        self._begin(owner)
        self._code += code
        self._end()

    def guide(self, guides: tuple[Mark, ...]) -> None:
        """Draw what nobody needs to hear."""
        if guides:
            self._artifact(guides)
            self._end()

    def copy(self, marks: tuple[Mark, ...]) -> None:
        """Draw marks in no element, for a form."""
        for leaf in leaves(marks):
            self._draw(leaf)
        self._end_text()

    def mark(self, mark: Mark, owner: Element) -> None:
        """Draw a mark that belongs to a structure element."""
        if isinstance(mark, Group):
            self._group(mark, owner)
        elif isinstance(mark, Link):
            self._end()
            self._link(mark, owner)
        else:
            if self._open is not owner:
                self._begin(owner)
            self._draw(mark)

    def _group(self, group: Group, owner: Element) -> None:
        if group.role == ARTIFACT:
            self._artifact(group.marks)
        else:
            element = self._document.element(group.role, owner, self._page, self._attributes(group))
            for mark in group.marks:
                self.mark(mark, element)
        self._end()

    def _artifact(self, marks: tuple[Mark, ...]) -> None:
        self._begin(ARTIFACT)
        for leaf in leaves(marks):
            self._draw(leaf)

    def _attributes(self, group: Group) -> str:
        if group.role == "TH":
            return "/A<</O/Table/Scope/Column>>"
        if group.role != "Figure":
            return ""
        rect = self._rectangle(bounds_of(group.marks))
        return f"/Alt{text_string(group.alt)}/A<</O/Layout/BBox[{rect}]>>"

    def _begin(self, owner: Element | str) -> None:
        self._end()
        self._open = owner
        if isinstance(owner, str):
            self._code.append("/Artifact BMC")
        else:
            number = len(self.owners)
            self.owners.append(owner)
            owner.kids.append(str(number))
            self._code.append(f"/{owner.role}<</MCID {number}>>BDC")

    def _end(self) -> None:
        if self._open is not None:
            self._end_text()
            self._code.append("EMC")
            self._open = None

    def _end_text(self) -> None:
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _draw(self, mark: Text | Line | Shape | Image | Link) -> None:
        if isinstance(mark, Text):
            self._line_of_text(mark)
            return
        self._end_text()
        if isinstance(mark, Shape):
            self._shape(mark)
        elif isinstance(mark, Line):
            self._rule(mark)
        elif isinstance(mark, Image):
            self._image(mark)

    def _line_of_text(self, mark: Text) -> None:
        """One line; its last space keeps words apart for readers that join lines, unless it ends inside a
        word.
        """
        code = self._code
        if not self._in_text:
            code.append("BT")
            self._in_text, self._at = True, (0, 0)
        x, y, _, runs, parted = mark
        before, self._at = self._at, (round(x * PT_PER_MM * 100), round(self._y(y) * 100))
        code.append(f"{(self._at[0] - before[0]) / 100:g} {(self._at[1] - before[1]) / 100:g} Td")
        last = -1 if parted else len(runs) - 1
        for number, (text, weight, size_pt, colour) in enumerate(runs):
            self._fill_in(colour)
            for name, encoded in self._encoders[weight].encode(f"{text} " if number == last else text):
                font = f"{name} {size_pt:.4g} Tf"
                if font != self._font:
                    self._font = font
                    code.append(font)
                code.append(f"({encoded}) Tj")

    def _shape(self, mark: Shape) -> None:
        if not mark.fill and not mark.border:
            return
        if mark.fill:
            self._fill_in(mark.fill)
        if mark.border:
            self._stroke_in(mark.border)
            self._code.append(f"{mark.border_pt:.3g} w")
        paint = "B" if mark.fill and mark.border else "f" if mark.fill else "S"
        self._code.append(f"{outline(mark.box, mark.radius, self._height)} {paint}")

    def _rule(self, mark: Line) -> None:
        self._stroke_in(mark.colour)
        start = f"{mark.x1 * PT_PER_MM:.2f} {self._y(mark.y1):.2f}"
        end = f"{mark.x2 * PT_PER_MM:.2f} {self._y(mark.y2):.2f}"
        self._code.append(f"{mark.width_pt:.3g} w {start} m {end} l S")

    def _image(self, mark: Image) -> None:
        box = mark.box
        size = f"{box.width * PT_PER_MM:.3f} 0 0 {box.height * PT_PER_MM:.3f}"
        place = f"{box.x * PT_PER_MM:.2f} {self._y(box.bottom):.2f}"
        self._code.append(f"q {size} {place} cm /{self._picture(mark.picture, mark.colour)} Do Q")

    def _link(self, mark: Link, owner: Element) -> None:
        """A place to click, bound to its Link element."""
        key = self._document.parent_key(owner)
        data = (
            f"<</Type/Annot/Subtype/Link/Rect[{self._rectangle(mark.box)}]/Border[0 0 0]/F 4"
            f"/StructParent {key}/Contents{text_string(mark.description)}"
            f"/A<</S/URI/URI({escapePDF(mark.address)})>>>>"
        )
        number = self._document.objects.add(data.encode("latin-1"))
        owner.kids.append(f"<</Type/OBJR/Obj {number} 0 R>>")
        self.annotations.append(number)

    def _rectangle(self, box: Box) -> str:
        """A box on the page that is drawn as it is on the side of paper."""
        return corners(shown(self._placed, box) if self._placed else box, self.size[1])

    def _y(self, y: float) -> float:
        """Millimetres down from the top to points up from the foot."""
        return self._height - y * PT_PER_MM

    def _fill_in(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._code.append(self._inks.fill(colour))

    def _stroke_in(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._code.append(self._inks.stroke(colour))
