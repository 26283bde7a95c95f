"""The sides of paper of one PDF, and what they share: fonts, pictures, pages that are placed again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from casedeck.draw.document import Again, Drawn, TaggedDocument, text_string
from casedeck.draw.embedding import add_photo, add_raster, drawing_code, squares_code
from casedeck.draw.encoding import Encoder
from casedeck.draw.inks import Inks
from casedeck.draw.placing import boxes, corners, shown, where
from casedeck.draw.writer import SideWriter
from casedeck.model.geometry import PT_PER_MM, Box, around
from casedeck.model.page import Drawing, Page, Photo, Picture, Squares
from casedeck.model.sheet import Placed, Sheet
from casedeck.model.text import filled
from casedeck.typeset.fonts import Fonts


class Further(NamedTuple):
    """A side that shows only what was there before: what it is without what is placed on it, the operators
    that draw that, and the attributes of the figure that says so.
    """

    sheet: Sheet
    code: tuple[str, ...]
    attributes: str


class Sides:
    """The sides of paper of a document, in its inks. Further copies are told of in the words of `further`
    with their {page} and {title}.
    """

    def __init__(self, document: TaggedDocument, fonts: Fonts, further: str, inks: Inks) -> None:
        self._document, self._words, self._inks = document, further, inks
        pdf = document.objects.pdf
        self._encoders = {weight: Encoder(fonts.weight(weight).ttf, pdf) for weight in fonts._fields}
        self._titles: Mapping[str, None] = {}
        """What stands on the side before: on the back of a card is the card again."""
        self._forms: dict[object, str] = {}
        self._pages: dict[int, tuple[Page, str]] = {}
        self._sheets: dict[tuple[int, int], tuple[Sheet, Again]] = {}

    def add(self, sheet: Sheet) -> None:
        """Add a side of paper. Where nothing on it is new, it shares its drawing with others like it."""
        if not sheet.again:
            self._add_new(sheet)
            return
        identity = id(sheet.placed), id(sheet.guides)
        if identity not in self._sheets:
            again = self._again(self._further(sheet, sheet.placed, map(self._page_form, sheet.placed)))
            self._sheets[identity] = sheet, again
        self._document.add_again(self._sheets[identity][1], sheet.label)

    def further_copy(self, sheet: Sheet) -> Further:
        """A side as further copies of it will be."""
        return self._further(sheet, sheet.placed, [self._copied(each.page) for each in sheet.placed])

    def repeat(self, furthers: Sequence[Further], times: int) -> None:
        """Add so many copies of sides, one after the other."""
        shared = [(self._again(each), each.sheet.label) for each in furthers]
        for _ in range(times):
            for again, label in shared:
                self._document.add_again(again, label)

    def _add_new(self, sheet: Sheet) -> None:
        document = self._document
        number = document.new_page()
        writer = self._writer(sheet, number)
        for placed in sheet.placed:
            if placed.first:
                writer.place(placed, document.top)
        repeated = [placed for placed in sheet.placed if not placed.first]
        if repeated:
            further = self._further(sheet, repeated, map(self._page_form, repeated))
            figure = document.element("Figure", document.top, number, further.attributes)
            writer.repeat(further.code, figure)
        writer.guide(sheet.guides)
        contents = document.objects.add_stream(writer.content())
        key = document.parent_key(writer.owners)
        side = Drawn(writer.size, contents, key, boxes(sheet))
        document.fill_page(number, side, writer.annotations, sheet.label)
        titles = dict.fromkeys(placed.page.title for placed in sheet.placed if placed.first)
        for title in titles:
            if len(sheet.placed) == 1 or title not in self._titles:
                document.bookmark(title, number)
        self._titles = titles

    def _further(self, sheet: Sheet, placed: Sequence[Placed], forms: Iterable[str]) -> Further:
        """What repeats pages on a sheet, each placed as the form of its name."""
        height = sheet.size.height * PT_PER_MM
        code = []
        for each, form in zip(placed, forms, strict=True):
            at = where(each, height)
            code.append(f"q {at} /{form} Do Q" if at else f"/{form} Do")
        words = [filled(self._words, page=each.page.label, title=each.page.title) for each in placed]
        told = text_string("; ".join(dict.fromkeys(words)))
        box = around([shown(each, Box(0, 0, *each.page.size)) for each in placed])
        attributes = f"/Alt{told}/A<</O/Layout/BBox[{corners(box, height)}]>>"
        return Further(sheet._replace(placed=()), tuple(code), attributes)

    def _again(self, further: Further) -> Again:
        document = self._document
        figure = document.element("Figure", document.top, 0, further.attributes)
        writer = self._writer(further.sheet, 0)
        writer.guide(further.sheet.guides)
        content = "\n".join(["/Figure<</MCID 0>>BDC", *further.code, "EMC"]).encode("ascii")
        contents = document.objects.add_stream(content + b"\n" + writer.content())
        side = Drawn(writer.size, contents, document.parent_key([figure]), boxes(further.sheet))
        return document.again(side, figure)

    def _writer(self, sheet: Sheet, number: int) -> SideWriter:
        return SideWriter(self._document, self._encoders, self._picture, self._inks, sheet.size, number)

    def _page_form(self, placed: Placed) -> str:
        """The name of the form of a page, made when it is first placed again."""
        page = placed.page
        if id(page) not in self._pages:
            self._pages[id(page)] = page, self._copied(page)
        return self._pages[id(page)][1]

    def _copied(self, page: Page) -> str:
        """The name of a new form that draws a page, with what bleeds beyond it."""
        writer = SideWriter(self._document, self._encoders, self._picture, self._inks, page.size, 0)
        writer.copy(page.marks)
        bleed = page.bleed * PT_PER_MM
        return self._form(("page", len(self._forms)), writer.content(), writer.size, bleed)

    def _form(self, identity: object, content: bytes, size: tuple[float, float], around: float = 0) -> str:
        """The name of a form XObject with this content, made when it is first asked for."""
        name = f"X{len(self._forms)}"
        self._forms[identity] = name
        resources = f"/Resources {self._document.resources} 0 R"
        low, right, top = 0 - around, size[0] + around, size[1] + around
        entries = f"/Type/XObject/Subtype/Form/BBox[{low:g} {low:g} {right:.2f} {top:.2f}]{resources}"
        self._document.add_xobject(name, self._document.objects.add_stream(content, entries))
        return name

    def _picture(self, picture: Picture, colour: str) -> str:
        """The name of the XObject that draws a picture in a box of 1 by 1, with its foot at the origin."""
        identity = (picture.name, colour)
        if identity in self._forms:
            return self._forms[identity]
        if isinstance(picture, Drawing):
            return self._form(identity, drawing_code(picture, colour, self._inks), (1, 1))
        if isinstance(picture, Squares):
            return self._form(identity, squares_code(picture, colour, self._inks), (1, 1))
        name = f"X{len(self._forms)}"
        self._forms[identity] = name
        objects = self._document.objects
        four = self._inks.four
        if isinstance(picture, Photo):
            self._document.add_xobject(name, add_photo(objects, picture, four=four))
        else:
            self._document.add_xobject(name, add_raster(objects, picture, four=four))
        return name
