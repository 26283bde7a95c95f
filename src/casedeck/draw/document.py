"""A tagged PDF file: pages, structure tree, bookmarks and metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportlab.lib.rl_accel import escapePDF

from casedeck.draw.objects import DATE, Objects, reference
from casedeck.model.geometry import Size
from casedeck.model.sheet import SHORT, like_a_book

PRODUCER = "casedeck with ReportLab"
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def text_string(text: str) -> str:
    """A PDF text string for people (a title, an alternative text), parentheses included, as latin-1
    characters.
    """
    if text.isascii():
        return f"({escapePDF(text)})"
    return "<" + ("\ufeff" + text).encode("utf-16-be").hex().upper() + ">"


class Element:
    """A structure element in the making. Its kids are references, marked-content numbers, or dictionaries,
    all as text.
    """

    __slots__ = ("begins", "kids", "number", "role")

    def __init__(self, role: str, number: int, parent: int, page: int, attributes: str) -> None:
        on = f"/Pg {page} 0 R" if page else ""
        self.role, self.number = role, number
        self.kids: list[str] = []
        self.begins = f"<</S/{role}/P {parent} 0 R{on}{attributes}/K["


class _Bookmarks:
    """One level of bookmarks. Each says which stands before and after it, and so waits for the next."""

    def __init__(self, objects: Objects) -> None:
        self._objects, self._root = objects, objects.reserve()
        self._first = self._last = self._before = self._count = 0
        self._begins = self._ends = ""

    def add(self, title: str, page: int) -> None:
        """A bookmark that leads to the page with this object number."""
        number = self._objects.reserve()
        if self._count:
            self._finish_last(f"/Next {number} 0 R")
        else:
            self._first = number
        before = f"/Prev {self._last} 0 R" if self._count else ""
        self._begins = f"<</Title {text_string(title)}/Parent {self._root} 0 R{before}"
        self._ends = f"/Dest[{page} 0 R/Fit]>>"
        self._last, self._count = number, self._count + 1

    def finish(self) -> int:
        """The object number of them all, once there are no more to come."""
        self._finish_last("")
        self._objects.put(
            self._root,
            b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (self._first, self._last, self._count),
        )
        return self._root

    def _finish_last(self, after: str) -> None:
        self._objects.put(self._last, f"{self._begins}{after}{self._ends}".encode("latin-1"))


class Drawn(NamedTuple):
    """What is on a side of paper: its size in points, its content stream, its key in the parent tree, and
    where it is trimmed, the boxes that say how.
    """

    size: tuple[float, float]
    contents: int
    key: int
    boxes: str = ""


class Again(NamedTuple):
    """What several pages show: their dictionary, their only figure, and which pages they are, from 0."""

    data: bytes
    figure: Element
    places: list[int]


class TaggedDocument:
    """A PDF/UA-1 file in the making, to be printed on one side of the paper or on both, turned over an edge.
    Pages come one after the other; `data` ends it.
    """

    def __init__(self, title: str, subject: str, language: str, sides: int = 1, flip: str = "") -> None:
        self.objects = Objects(language)
        self.title, self.subject, self.language, self.sides = title, subject, language, sides
        self.flip = flip
        self._turned = "Simplex"
        self._box = ""
        self._bookmarks = _Bookmarks(self.objects)
        self._root = self.objects.reserve()
        self._on_page: list[Element] = []
        self._lasting: list[Element] = []
        self.top = self.element("Document", None, 0)
        self._parents: list[str] = []
        self._pages = self.objects.reserve()
        self._numbers: list[str] = []
        self._agains: list[Again] = []
        self.resources = self.objects.reserve()
        self._xobjects: dict[str, int] = {}
        self._labels: list[str] = []

    def element(self, role: str, parent: Element | None, page: int, attributes: str = "") -> Element:
        """A new structure element under `parent` (None: the tree's root), on the page with this object number
        (0: on none, and it may have kids until the file ends).
        """
        number = self.objects.reserve()
        made = Element(role, number, parent.number if parent else self._root, page, attributes)
        (self._on_page if page else self._lasting).append(made)
        if parent:
            parent.kids.append(f"{number} 0 R")
        return made

    def parent_key(self, owners: Iterable[Element] | Element) -> int:
        """A new key of the parent tree, for a page's marked content in order, or for one annotation."""
        if isinstance(owners, Element):
            self._parents.append(f"{owners.number} 0 R")
        else:
            self._parents.append("[" + " ".join([f"{owner.number} 0 R" for owner in owners]) + "]")
        return len(self._parents) - 1

    def add_xobject(self, name: str, number: int) -> None:
        """A form or picture with this object number, which pages can then draw with `/name Do`."""
        self._xobjects[name] = number

    def new_page(self) -> int:
        """The object number of a page that is filled later, for what stands on it."""
        number = self.objects.reserve()
        self._numbers.append(f"{number} 0 R")
        return number

    def fill_page(self, page: int, side: Drawn, annotations: list[int], label: str) -> None:
        """Complete a page with what is on it, its annotations and its label.

        The structure elements on it are finished.
        """
        notes = " ".join([f"{number} 0 R" for number in annotations])
        self.objects.put(page, self._page_data(side, f"/Tabs/S/Annots[{notes}]" if notes else "/Tabs/S"))
        self._labels.append(label)
        self._finish(self._on_page)

    def _page_data(self, side: Drawn, entries: str = "") -> bytes:
        """The dictionary of a page."""
        if self.sides == 2 and not self._labels:
            # else the second side is to stand upright when the sheet is turned like the page of a book
            flip = self.flip or like_a_book(Size(*side.size))
            self._turned = "DuplexFlipShortEdge" if flip == SHORT else "DuplexFlipLongEdge"
        box = f"[0 0 {side.size[0]:.2f} {side.size[1]:.2f}]"
        self._box = self._box or box
        own = "" if box == self._box else f"/MediaBox{box}"
        data = (
            f"<</Type/Page/Parent {self._pages} 0 R/Contents {side.contents} 0 R/StructParents {side.key}"
            f"{own}{side.boxes}{entries}>>"
        )
        return data.encode("ascii")

    def add_again(self, again: Again, label: str) -> None:
        """A page that shows the same as others."""
        again.places.append(len(self._numbers))
        self._numbers.append("")
        self._labels.append(label)

    def again(self, side: Drawn, figure: Element) -> Again:
        """What pages show on which all is in one figure, which belongs to no page."""
        made = Again(self._page_data(side), figure, [])
        self._agains.append(made)
        return made

    def _finish_agains(self) -> None:
        """Write the pages that show what others do as well, all that show the same one after the other."""
        for data, figure, places in self._agains:
            for place in places:
                number = self.objects.reserve()
                self.objects.put_alike(number, data)
                self._numbers[place] = f"{number} 0 R"
                figure.kids.append(f"<</Type/MCR/Pg {number} 0 R/MCID 0>>")

    def bookmark(self, title: str, page: int) -> None:
        """A bookmark that leads to a page."""
        self._bookmarks.add(title, page)

    def data(self) -> bytes:
        """The finished file."""
        objects, pdf, catalog = self.objects, self.objects.pdf, self.objects.pdf.Catalog
        self._finish_agains()
        self._finish(self._lasting)
        common = f"/MediaBox{self._box}/Resources {self.resources} 0 R"
        begins = f"<</Type/Pages/Count {len(self._numbers)}{common}/Kids["
        objects.put_list(self._pages, begins, self._numbers, "]>>")
        catalog.Pages = reference(self._pages)
        catalog.StructTreeRoot = reference(self._finish_tree())
        self._finish_resources()
        numbers = objects.reserve_for(catalog), objects.reserve_for(pdf.info)
        catalog.Outlines = reference(self._bookmarks.finish())
        asked = f"/PrintScaling/None/Duplex/{self._turned}/PickTrayByPDFSize true"
        catalog.ViewerPreferences = reference(
            objects.add(f"<</DisplayDocTitle true{asked}>>".encode("ascii"))
        )
        labels = "".join(_labels(self._labels))
        catalog.PageLabels = reference(objects.add(f"<</Nums[{labels}]>>".encode("latin-1")))
        catalog.MarkInfo = reference(objects.add(b"<</Marked true>>"))
        catalog.Metadata = reference(objects.add_packed(self._metadata(), "/Type/Metadata/Subtype/XML"))
        self._describe()
        return objects.file(*numbers)

    def _finish(self, elements: list[Element]) -> None:
        for element in elements:
            self.objects.put_list(element.number, element.begins, element.kids, "]>>")
        elements.clear()

    def _finish_resources(self) -> None:
        fonts = self.objects.add_fonts()
        xobjects = "".join([f"/{name} {number} 0 R" for name, number in self._xobjects.items()])
        data = f"<</Font {fonts} 0 R/XObject<<{xobjects}>>/ProcSet[/PDF/Text/ImageC]>>"
        self.objects.put(self.resources, data.encode("ascii"))

    def _finish_tree(self) -> int:
        """The object number of the structure tree."""
        numbers = " ".join([f"{key} {owners}" for key, owners in enumerate(self._parents)])
        parents = self.objects.add(f"<</Nums[{numbers}]>>".encode("ascii"))
        data = (
            f"<</Type/StructTreeRoot/K {self.top.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>"
        )
        self.objects.put(self._root, data.encode("ascii"))
        return self._root

    def _describe(self) -> None:
        info = self.objects.pdf.info
        info.title, info.subject, info.author = self.title, self.subject, ""
        info.creator, info.producer = "casedeck", PRODUCER
        info.digest(self.objects.pdf.signature)

    def _metadata(self) -> bytes:
        title, subject, language = (
            text.translate(_XML) for text in (self.title, self.subject, self.language)
        )
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
            ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
            "<pdfuaid:part>1</pdfuaid:part>"
            f"<dc:title>{_by_language(title)}</dc:title>"
            f"<dc:description>{_by_language(subject)}</dc:description>"
            f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
            f"<xmp:CreatorTool>casedeck</xmp:CreatorTool>"
            f"<xmp:CreateDate>{DATE}</xmp:CreateDate><xmp:ModifyDate>{DATE}</xmp:ModifyDate>"
            f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
            '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        ).encode()


def _by_language(text: str) -> str:
    """A text of the metadata in the only language there is."""
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


def _labels(labels: Sequence[str]) -> Iterator[str]:
    """Labels of pages from the first to the last; those that count up say from where."""
    before = ""
    for index, label in enumerate(labels):
        counted = label.isdecimal() and str(int(label)) == label and label != "0"
        if not counted:
            yield f"{index}<</P{text_string(label)}>>"
        elif not before or int(label) != int(before) + 1:
            yield f"{index}<</S/D/St {label}>>"
        before = label if counted else ""
