"""Pages to a tagged PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from casedeck.draw.document import Element, Ready, Stream, TaggedDocument, number_of, text_string
from casedeck.draw.embedding import drawing_code, raster_object, rgb
from casedeck.model.geometry import PT_PER_MM, Box
from casedeck.model.page import (
    ARTIFACT,
    Drawing,
    Group,
    Image,
    Line,
    Link,
    Mark,
    Page,
    Raster,
    Shape,
    Text,
    bounds_of,
    leaves,
)
from casedeck.typeset.fonts import Fonts


def draw_pdf(
    pages: Iterable[Page],
    fonts: Fonts,
    *,
    title: str,
    subject: str,
    language: str,
    copies: int = 1,
    sides: int = 1,
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """The PDF of the pages, all copies of them one after the other; `progress` is called after each page.

    It asks for one side of the paper or both. The first copy is tagged in full. Further copies show each page
    as one figure that says what it repeats.
    """
    file = _File(TaggedDocument(title, subject, language, sides), fonts)
    drawn = []
    for page in pages:
        drawn.append(file.page(page, copies > 1))
        progress()
    if copies > 1:
        file.repeat(drawn, copies)
    return file.document.data()


class _Drawn:
    """A page of the first copy, kept to be repeated."""

    def __init__(self, page: Page, form: str) -> None:
        self.size, self.label, self.title, self.form = page.size, page.label, page.title, form


class _File:
    def __init__(self, document: TaggedDocument, fonts: Fonts) -> None:
        self.document, self.fonts = document, fonts
        self.encoders = {weight: _Encoder(fonts.weight(weight).ttf, document.pdf) for weight in fonts._fields}
        self.forms: dict[object, str] = {}

    def page(self, page: Page, repeated: bool) -> _Drawn:
        """Add a page; where it will be repeated, keep its drawing as a form as well."""
        holder = self.document.new_page()
        writer = _Writer(self, page, number_of(self.document.pdf, holder))
        for mark in page.marks:
            writer.mark(mark, self.document.top)
        contents = number_of(self.document.pdf, Stream(writer.content()))
        key = self.document.parent_key(writer.owners)
        self.document.fill_page(holder, writer.size, contents, key, writer.annotations, page.label)
        self.document.bookmark(page.title, holder)
        form = self.form(("page", holder), writer.content(tagged=False), writer.size) if repeated else ""
        return _Drawn(page, form)

    def repeat(self, drawn: list[_Drawn], copies: int) -> None:
        """Add all copies but the first. Pages of one card share their content and their structure element."""
        document = self.document
        shared = []
        for page in drawn:
            width, height = page.size.width * PT_PER_MM, page.size.height * PT_PER_MM
            alt = text_string(f"Further copy of page {page.label}: {page.title}")
            figure = document.element(
                "Figure", document.top, 0, f"/Alt{alt}/A<</O/Layout/BBox[0 0 {width:.2f} {height:.2f}]>>"
            )
            contents = number_of(
                document.pdf, Stream(f"/Figure<</MCID 0>>BDC /{page.form} Do EMC".encode("ascii"))
            )
            shared.append((page, (width, height), contents, document.parent_key([figure]), figure))
        for _ in range(copies - 1):
            for page, size, contents, key, figure in shared:
                holder = document.new_page()
                document.fill_page(holder, size, contents, key, [], page.label)
                figure.kids.append(f"<</Type/MCR/Pg {number_of(document.pdf, holder)} 0 R/MCID 0>>")

    def form(self, identity: object, content: bytes, size: tuple[float, float]) -> str:
        """The name of a form XObject with this content, made when it is first asked for."""
        name = f"X{len(self.forms)}"
        self.forms[identity] = name
        resources = f"/Resources {self.document.resources_number} 0 R"
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {size[0]:.2f} {size[1]:.2f}]{resources}"
        self.document.add_xobject(name, Stream(content, entries))
        return name

    def picture(self, picture: Drawing | Raster, colour: str) -> str:
        """The name of the XObject that draws a picture in a box of 1 by 1, with its foot at the origin."""
        identity = (picture.name, colour)
        if identity in self.forms:
            return self.forms[identity]
        if isinstance(picture, Drawing):
            return self.form(identity, drawing_code(picture, colour), (1, 1))
        name = f"X{len(self.forms)}"
        self.forms[identity] = name
        self.document.add_xobject(name, raster_object(self.document, picture))
        return name


class _Codes(dict[str, str]):
    """Characters and their codes; one that is met for the first time is asked for."""

    def __init__(self, ask: Callable[[str], str]) -> None:
        self._ask = ask

    def __missing__(self, char: str) -> str:
        self[char] = code = self._ask(char)
        return code


class _Encoder:
    """A font's characters as a document's content streams write them.

    The font hands out codes as characters come, up to 256 in a subset; each character is asked for once.
    """

    def __init__(self, ttf: TTFont, pdf: pdfdoc.PDFDocument) -> None:
        self._ttf, self._pdf = ttf, pdf
        self._codes = _Codes(self._code)
        self._subsets: dict[str, int] = {}
        self._beyond_first: set[str] = set()
        self._names: dict[int, str] = {}

    def encode(self, text: str) -> list[tuple[str, str]]:
        """The font's name and the escaped codes, for each stretch of text in one subset."""
        encoded = "".join(map(self._codes.__getitem__, text))
        if self._beyond_first.isdisjoint(text):
            return [(self._name(0), encoded)]
        stretches = groupby(text, key=self._subsets.__getitem__)
        return [
            (self._name(subset), "".join(map(self._codes.__getitem__, chars))) for subset, chars in stretches
        ]

    def _code(self, char: str) -> str:
        ((subset, code),) = self._ttf.splitString(char, self._pdf)
        self._subsets[char] = subset
        if subset:
            self._beyond_first.add(char)
        escaped: str = escapePDF(code)
        return escaped

    def _name(self, subset: int) -> str:
        if subset not in self._names:
            self._names[subset] = self._ttf.getSubsetInternalName(subset, self._pdf)
        return self._names[subset]


class _Writer:
    """The content stream of one page, and what owns each of its marked sequences."""

    def __init__(self, file: _File, page: Page, number: int) -> None:
        self.file, self.number = file, number
        self.document, self.fonts = file.document, file.fonts
        self.size = (page.size.width * PT_PER_MM, page.size.height * PT_PER_MM)
        self.code: list[str] = []
        self.tags: set[int] = set()
        self.owners: list[Element] = []
        self.annotations: list[int] = []
        self._open: Element | str | None = None
        self._fill = self._stroke = self._font = ""
        self._in_text = False

    def content(self, *, tagged: bool = True) -> bytes:
        """The operators written so far; without the tags where the whole is to be one picture."""
        lines = self.code if tagged else [line for i, line in enumerate(self.code) if i not in self.tags]
        return "\n".join(lines).encode("latin-1")

    def mark(self, mark: Mark, owner: Element) -> None:
        """Draw a mark that belongs to a structure element."""
        if not isinstance(mark, Group):
            self._leaf(mark, owner)
        elif mark.role == ARTIFACT:
            self._begin(ARTIFACT)
            for leaf in leaves(mark.marks):
                self._draw(leaf)
            self._end()
        else:
            element = self.document.element(mark.role, owner, self.number, self._attributes(mark))
            for each in mark.marks:
                self.mark(each, element)
            self._end()

    def _leaf(self, mark: Text | Line | Shape | Image | Link, owner: Element) -> None:
        if isinstance(mark, Link):
            self._end()
            self._link(mark, owner)
        else:
            if self._open is not owner:
                self._end()
                self._begin(owner)
            self._draw(mark)

    def _attributes(self, group: Group) -> str:
        if group.role == "TH":
            return "/A<</O/Table/Scope/Column>>"
        if group.role != "Figure":
            return ""
        rect = self._rectangle(bounds_of(group.marks))
        return f"/Alt{text_string(group.alt)}/A<</O/Layout/BBox[{rect}]>>"

    def _begin(self, owner: Element | str) -> None:
        self._end()
        self.tags.add(len(self.code))
        if isinstance(owner, str):
            self.code.append("/Artifact BMC")
        else:
            number = len(self.owners)
            self.owners.append(owner)
            owner.kids.append(str(number))
            self.code.append(f"/{owner.role}<</MCID {number}>>BDC")
        self._open = owner

    def _end(self) -> None:
        if self._open is not None:
            self._text(False)
            self.tags.add(len(self.code))
            self.code.append("EMC")
            self._open = None

    def _text(self, wanted: bool) -> None:
        if wanted != self._in_text:
            self.code.append("BT" if wanted else "ET")
            self._in_text = wanted

    def _draw(self, mark: Text | Line | Shape | Image | Link) -> None:
        self._text(isinstance(mark, Text))
        if isinstance(mark, Text):
            self._line_of_text(mark)
        elif isinstance(mark, Shape):
            self._shape(mark)
        elif isinstance(mark, Line):
            self._stroke_in(mark.colour)
            y1, y2 = self._y(mark.y1), self._y(mark.y2)
            self.code.append(
                f"{mark.width_pt:.3g} w {mark.x1 * PT_PER_MM:.2f} {y1:.2f} m {mark.x2 * PT_PER_MM:.2f} {y2:.2f} l S"
            )
        elif isinstance(mark, Image):
            name = self.file.picture(mark.picture, mark.colour)
            box, scale = mark.box, PT_PER_MM
            width, height = box.width * scale, box.height * scale
            self.code.append(
                f"q {width:.3f} 0 0 {height:.3f} {box.x * scale:.2f} {self._y(box.bottom):.2f} cm /{name} Do Q"
            )

    def _line_of_text(self, mark: Text) -> None:
        """One line; its last space keeps words apart for readers that join lines, unless it ends inside a
        word.
        """
        self.code.append(f"1 0 0 1 {mark.x * PT_PER_MM:.2f} {self._y(mark.y):.2f} Tm")
        last = -1 if mark.parted else len(mark.runs) - 1
        for i, run in enumerate(mark.runs):
            self._fill_in(run.colour)
            for name, encoded in self.file.encoders[run.weight].encode(
                run.text + " " if i == last else run.text
            ):
                chosen = f"{name} {run.size_pt:.4g} Tf"
                if chosen != self._font:
                    self._font = chosen
                    self.code.append(chosen)
                self.code.append(f"({encoded}) Tj")

    def _shape(self, mark: Shape) -> None:
        if not mark.fill and not mark.border:
            return
        if mark.fill:
            self._fill_in(mark.fill)
        if mark.border:
            self._stroke_in(mark.border)
            self.code.append(f"{mark.border_pt:.3g} w")
        paint = "B" if mark.fill and mark.border else "f" if mark.fill else "S"
        self.code.append(f"{_outline(mark.box, mark.radius, self.size[1])} {paint}")

    def _link(self, mark: Link, owner: Element) -> None:
        """A place to click, bound to its Link element."""
        key = self.document.parent_key(owner)
        note = Ready(
            (
                f"<</Type/Annot/Subtype/Link/Rect[{self._rectangle(mark.box)}]/Border[0 0 0]/F 4/StructParent {key}"
                f"/Contents{text_string(mark.description)}/A<</S/URI/URI({escapePDF(mark.address)})>>>>"
            ).encode("latin-1")
        )
        number = number_of(self.document.pdf, note)
        owner.kids.append(f"<</Type/OBJR/Obj {number} 0 R>>")
        self.annotations.append(number)

    def _rectangle(self, box: Box) -> str:
        return f"{box.x * PT_PER_MM:.2f} {self._y(box.bottom):.2f} {box.right * PT_PER_MM:.2f} {self._y(box.y):.2f}"

    def _y(self, y: float) -> float:
        """Millimetres down from the top to points up from the foot."""
        return self.size[1] - y * PT_PER_MM

    def _fill_in(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self.code.append(f"{rgb(colour)} rg")

    def _stroke_in(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self.code.append(f"{rgb(colour)} RG")


@lru_cache(maxsize=1024)
def _outline(box: Box, radius: float, height: float) -> str:
    """A rectangle on a page so many points high, kept because tabs and bands stand in one place on many
    pages.
    """
    x1, x2, y1, y2 = (
        box.x * PT_PER_MM,
        box.right * PT_PER_MM,
        height - box.bottom * PT_PER_MM,
        height - box.y * PT_PER_MM,
    )
    if not radius:
        return f"{x1:.2f} {y1:.2f} {box.width * PT_PER_MM:.2f} {box.height * PT_PER_MM:.2f} re"
    r = radius * PT_PER_MM
    k = r * 0.4477
    return (
        f"{x1 + r:.2f} {y1:.2f} m {x2 - r:.2f} {y1:.2f} l {x2 - k:.2f} {y1:.2f} {x2:.2f} {y1 + k:.2f} {x2:.2f} {y1 + r:.2f} c "
        f"{x2:.2f} {y2 - r:.2f} l {x2:.2f} {y2 - k:.2f} {x2 - k:.2f} {y2:.2f} {x2 - r:.2f} {y2:.2f} c "
        f"{x1 + r:.2f} {y2:.2f} l {x1 + k:.2f} {y2:.2f} {x1:.2f} {y2 - k:.2f} {x1:.2f} {y2 - r:.2f} c "
        f"{x1:.2f} {y1 + r:.2f} l {x1:.2f} {y1 + k:.2f} {x1 + k:.2f} {y1:.2f} {x1 + r:.2f} {y1:.2f} c h"
    )
