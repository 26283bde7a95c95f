"""Pages to a tagged PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import casedeck.typeset  # noqa: F401  # before reportlab is imported
from casedeck.draw.document import TaggedDocument, text_string
from casedeck.draw.embedding import add_photo, add_raster, drawing_code, squares_code
from casedeck.draw.encoding import Encoder
from casedeck.draw.writer import PageWriter
from casedeck.model.geometry import PT_PER_MM
from casedeck.model.page import Drawing, Page, Photo, Picture, Squares
from casedeck.model.text import filled
from casedeck.typeset.fonts import Fonts


def draw_pdf(
    pages: Iterable[Page],
    fonts: Fonts,
    *,
    title: str,
    subject: str,
    language: str,
    further: str = "{page}: {title}",
    copies: int = 1,
    sides: int = 1,
    flip: str = "",
    progress: Callable[[], None] = lambda: None,
) -> bytes:
    """The PDF of the pages, all copies of them one after the other; `progress` is called after each page.

    It asks for one side of the paper or both, and for one of FLIPS where it matters over which edge the paper
    is turned. The first copy is tagged in full. Further copies show each page as one figure that says what it
    repeats, in the words of `further` with their {page} and {title}.
    """
    file = _File(TaggedDocument(title, subject, language, sides, flip), fonts)
    drawn = []
    for page in pages:
        drawn.append(file.page(page, copies > 1))
        progress()
    if copies > 1:
        file.repeat(drawn, copies, further)
    return file.document.data()


class _Drawn:
    """A page of the first copy, kept to be repeated."""

    def __init__(self, page: Page, form: str) -> None:
        self.size, self.label, self.title, self.form = page.size, page.label, page.title, form


class _File:
    def __init__(self, document: TaggedDocument, fonts: Fonts) -> None:
        self.document = document
        pdf = document.objects.pdf
        self.encoders = {weight: Encoder(fonts.weight(weight).ttf, pdf) for weight in fonts._fields}
        self.forms: dict[object, str] = {}

    def page(self, page: Page, repeated: bool) -> _Drawn:
        """Add a page; where it will be repeated, keep its drawing as a form as well."""
        number = self.document.new_page()
        writer = PageWriter(self.document, self.encoders, self.picture, page.size, number)
        for mark in page.marks:
            writer.mark(mark, self.document.top)
        contents = self.document.objects.add_stream(writer.content())
        key = self.document.parent_key(writer.owners)
        self.document.fill_page(number, writer.size, contents, key, writer.annotations, page.label)
        self.document.bookmark(page.title, number)
        form = self.form(("page", number), writer.content(tagged=False), writer.size) if repeated else ""
        return _Drawn(page, form)

    def repeat(self, drawn: list[_Drawn], copies: int, further: str) -> None:
        """Add all copies but the first. Pages of one card share their content and their structure element."""
        document = self.document
        shared = []
        for page in drawn:
            width, height = page.size.width * PT_PER_MM, page.size.height * PT_PER_MM
            alt = text_string(filled(further, page=page.label, title=page.title))
            figure = document.element(
                "Figure", document.top, 0, f"/Alt{alt}/A<</O/Layout/BBox[0 0 {width:.2f} {height:.2f}]>>"
            )
            content = f"/Figure<</MCID 0>>BDC /{page.form} Do EMC"
            contents = document.objects.add_stream(content.encode("ascii"))
            shared.append((page, (width, height), contents, document.parent_key([figure]), figure))
        for _ in range(copies - 1):
            for page, size, contents, key, figure in shared:
                holder = document.new_page()
                document.fill_page(holder, size, contents, key, [], page.label)
                figure.kids.append(f"<</Type/MCR/Pg {holder} 0 R/MCID 0>>")

    def form(self, identity: object, content: bytes, size: tuple[float, float]) -> str:
        """The name of a form XObject with this content, made when it is first asked for."""
        name = f"X{len(self.forms)}"
        self.forms[identity] = name
        resources = f"/Resources {self.document.resources} 0 R"
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {size[0]:.2f} {size[1]:.2f}]{resources}"
        self.document.add_xobject(name, self.document.objects.add_stream(content, entries))
        return name

    def picture(self, picture: Picture, colour: str) -> str:
        """The name of the XObject that draws a picture in a box of 1 by 1, with its foot at the origin."""
        identity = (picture.name, colour)
        if identity in self.forms:
            return self.forms[identity]
        if isinstance(picture, Drawing):
            return self.form(identity, drawing_code(picture, colour), (1, 1))
        if isinstance(picture, Squares):
            return self.form(identity, squares_code(picture, colour), (1, 1))
        name = f"X{len(self.forms)}"
        self.forms[identity] = name
        objects = self.document.objects
        added = add_photo(objects, picture) if isinstance(picture, Photo) else add_raster(objects, picture)
        self.document.add_xobject(name, added)
        return name
