"""A tagged PDF file: pages, structure tree, bookmarks and metadata on top of reportlab's document objects.

reportlab's canvas knows nothing of tagging and builds a page dictionary of its own for each page. Here pages
and structure elements are written ready-made into its PDFDocument, which keeps fonts, pictures, cross
references and the trailer.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc

# What the environment or a settings file may have changed: the same input gives the same bytes everywhere.
rl_config.useA85, rl_config.pdfMultiLine, rl_config.pdfComments, rl_config.ttfAsciiReadable = 0, 0, 0, 1


class _Then(TimeStamp):  # type: ignore[misc]
    """One moment for all files: the library's own takes it from SOURCE_DATE_EPOCH, of which the metadata
    would know nothing.
    """

    def __init__(self, invariant: object = None) -> None:
        self.t, self.lt = _SECONDS, time.gmtime(_SECONDS)
        self.YMDhms, self.dhh, self.dmm, self.tzname = tuple(self.lt)[:6], 0, 0, "UTC"


pdfdoc.TimeStamp = _Then

PRODUCER = "casedeck with ReportLab"
_SECONDS = 946_684_800
_DATE = "2000-01-01T00:00:00+00:00"
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


class Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose bytes are known before the file is written."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The object's bytes; they are asked for once, and handed over so that no file is in memory twice."""
        data, self.data = self.data, b""
        return data


class Stream(Ready):
    """A content stream, compressed at once so that pages waiting to be written stay small."""

    def __init__(self, content: bytes, entries: str = "") -> None:
        packed = zlib.compress(content, 6)
        super().__init__(
            b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream"
            % (entries.encode("ascii"), len(packed), packed)
        )


class Element:
    """A structure element in the making. Its kids are references, marked-content numbers, or dictionaries,
    all as text.
    """

    def __init__(self, role: str, parent: int, page: int, attributes: str) -> None:
        self.role, self.parent, self.page, self.attributes = role, parent, page, attributes
        self.object = Ready()
        self.number = 0
        self.kids: list[str] = []

    def finish(self) -> None:
        """Write the element's dictionary into its object: it has no more kids to come."""
        page = f"/Pg {self.page} 0 R" if self.page else ""
        kids = " ".join(self.kids)
        self.object.data = f"<</S/{self.role}/P {self.parent} 0 R{page}{self.attributes}/K[{kids}]>>".encode(
            "latin-1"
        )


class _Outline(pdfdoc.PDFObject):  # type: ignore[misc]
    """One level of bookmarks, in the shape in which PDFDocument wants its outline."""

    ready = 1

    def __init__(self) -> None:
        self.entries: list[tuple[str, int]] = []
        self.kids: list[Ready] = []

    def prepare(self, document: pdfdoc.PDFDocument, canvas: object) -> None:
        """Make the entries' objects; the document calls this before it writes."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The root of the outline."""
        first, last = self._numbers(document)
        return b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, len(self.entries))

    def _numbers(self, document: pdfdoc.PDFDocument) -> tuple[int, int]:
        root = number_of(document, self)
        numbers = [number_of(document, kid) for kid in self.kids]
        for i, (kid, (title, page)) in enumerate(zip(self.kids, self.entries, strict=True)):
            before = f"/Prev {numbers[i - 1]} 0 R" if i else ""
            after = f"/Next {numbers[i + 1]} 0 R" if i + 1 < len(numbers) else ""
            kid.data = f"<</Title {text_string(title)}/Parent {root} 0 R{before}{after}/Dest[{page} 0 R/Fit]>>".encode(
                "latin-1"
            )
        return numbers[0], numbers[-1]


def number_of(document: pdfdoc.PDFDocument, item: pdfdoc.PDFObject) -> int:
    """The object number of an item, which is added to the document if it is new there."""
    name = document.Reference(item).name
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def text_string(text: str) -> str:
    """A PDF text string for people (a title, an alternative text), parentheses included, as latin-1
    characters.
    """
    if text.isascii():
        return f"({escapePDF(text)})"
    return "<" + ("\ufeff" + text).encode("utf-16-be").hex().upper() + ">"


class TaggedDocument:
    """A PDF/UA-1 file in the making, to be printed on one side of the paper or on both. Pages come one after
    the other; `data` ends it.
    """

    def __init__(self, title: str, subject: str, language: str, sides: int = 1) -> None:
        self.pdf = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.title, self.subject, self.language, self.sides = title, subject, language, sides
        self._turned = "Simplex"
        self._outline = _Outline()
        self.pdf.Outlines = self.pdf.outline = self.pdf.Catalog.Outlines = self._outline
        number_of(self.pdf, self._outline)
        self._root = Ready()
        self._root_number = number_of(self.pdf, self._root)
        self._unfinished: list[Element] = []
        self._lasting: list[Element] = []
        self.top = self.element("Document", None, 0)
        self._parents: list[str] = []
        self._pages_number = number_of(self.pdf, self.pdf.Pages)
        self._resources = Ready()
        self.resources_number = number_of(self.pdf, self._resources)
        self._xobjects: dict[str, int] = {}
        self._labels: list[tuple[int, str]] = []

    def element(self, role: str, parent: Element | None, page: int, attributes: str = "") -> Element:
        """A new structure element under `parent` (None: the tree's root), on the page with this object number
        (0: none).
        """
        made = Element(role, parent.number if parent else self._root_number, page, attributes)
        made.number = number_of(self.pdf, made.object)
        (self._unfinished if page else self._lasting).append(made)
        if parent:
            parent.kids.append(f"{made.number} 0 R")
        return made

    def parent_key(self, owners: Iterable[Element] | Element) -> int:
        """A new key of the parent tree, for a page's marked content in order, or for one annotation."""
        if isinstance(owners, Element):
            self._parents.append(f"{owners.number} 0 R")
        else:
            self._parents.append("[" + " ".join([f"{owner.number} 0 R" for owner in owners]) + "]")
        return len(self._parents) - 1

    def add_xobject(self, name: str, item: pdfdoc.PDFObject) -> None:
        """A form or picture that pages can draw with `/name Do`."""
        self._xobjects[name] = number_of(self.pdf, item)

    def new_page(self) -> Ready:
        """A page that is not filled yet, so that its object number is known to what stands on it."""
        page = Ready()
        number_of(self.pdf, page)
        self.pdf.Pages.addPage(page)
        return page

    def fill_page(
        self,
        page: Ready,
        size: tuple[float, float],
        contents: int,
        key: int,
        annotations: list[int],
        label: str,
    ) -> None:
        """Complete a page: its size in points, its content stream, its key in the parent tree, its
        annotations and its label.

        The structure elements on it are finished.
        """
        notes = (
            "/Annots[" + " ".join([f"{number} 0 R" for number in annotations]) + "]" if annotations else ""
        )
        if (
            self.sides == 2 and not self._labels
        ):  # the second side is to stand upright when the sheet is turned like the page of a book
            self._turned = "DuplexFlipShortEdge" if size[0] > size[1] else "DuplexFlipLongEdge"
        box = f"[0 0 {size[0]:.2f} {size[1]:.2f}]"
        page.data = (
            f"<</Type/Page/Parent {self._pages_number} 0 R/MediaBox{box}/TrimBox{box}/Resources {self.resources_number} 0 R"
            f"/Contents {contents} 0 R/StructParents {key}/Tabs/S{notes}>>"
        ).encode("ascii")
        self._labels.append((len(self._labels), label))
        for element in self._unfinished:
            element.finish()
        self._unfinished.clear()

    def bookmark(self, title: str, page: Ready) -> None:
        """A bookmark that leads to a page."""
        kid = Ready()
        number_of(self.pdf, kid)
        self._outline.kids.append(kid)
        self._outline.entries.append((title, number_of(self.pdf, page)))

    def data(self) -> bytes:
        """The finished file."""
        pdf, catalog = self.pdf, self.pdf.Catalog
        for element in self._lasting:
            element.finish()
        xobjects = "".join(f"/{name} {number} 0 R" for name, number in self._xobjects.items())
        fonts = number_of(pdf, pdf.idToObject["BasicFonts"])
        self._resources.data = (
            f"<</Font {fonts} 0 R/XObject<<{xobjects}>>/ProcSet[/PDF/Text/ImageC]>>".encode("ascii")
        )
        numbers = " ".join([f"{key} {value}" for key, value in enumerate(self._parents)])
        tree = number_of(pdf, Ready(f"<</Nums[{numbers}]>>".encode("ascii")))
        self._root.data = f"<</Type/StructTreeRoot/K {self.top.number} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {len(self._parents)}>>".encode(
            "ascii"
        )
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = Ready(b"<</Marked true>>")
        catalog.ViewerPreferences = Ready(
            f"<</DisplayDocTitle true/PrintScaling/None/Duplex/{self._turned}/PickTrayByPDFSize true>>".encode(
                "ascii"
            )
        )
        labels = "".join(f"{index}<</P{text_string(label)}>>" for index, label in self._labels)
        catalog.PageLabels = Ready(f"<</Nums[{labels}]>>".encode("latin-1"))
        catalog.Metadata = self._metadata()
        self._describe()
        data: bytes = pdf.GetPDFData(None)
        return data

    def _describe(self) -> None:
        info = self.pdf.info
        info.title, info.subject, info.author, info.creator, info.producer = (
            self.title,
            self.subject,
            "",
            "casedeck",
            PRODUCER,
        )

    def _metadata(self) -> Ready:
        title, subject, language = (
            text.translate(_XML) for text in (self.title, self.subject, self.language)
        )
        packet = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
            ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
            "<pdfuaid:part>1</pdfuaid:part>"
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
            f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
            f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
            f"<xmp:CreatorTool>casedeck</xmp:CreatorTool><xmp:CreateDate>{_DATE}</xmp:CreateDate><xmp:ModifyDate>{_DATE}</xmp:ModifyDate>"
            f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
            '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        ).encode()
        return Ready(
            b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream" % (len(packet), packet)
        )
