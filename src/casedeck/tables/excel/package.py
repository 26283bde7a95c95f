"""The parts of a workbook: a zip of XML, read piece by piece, and no further than an honest workbook goes."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Protocol
from xml.parsers import expat

from casedeck.tables.sheet import fail

MAX_PARTS = 1_000
MAX_BYTES = 40_000_000
MAX_TAGS = 900_000
"""How many tags of XML may be read in all: enough for thousands of case studies, and read in a moment."""
MAX_NAMES = 3_000
"""How many different names of elements and attributes one part may have."""
MAX_TAG_BYTES = 1_000_000
AS_CSV = "save the sheet as .csv"
_PIECE = 65_536
_ENTRY = b"PK\x01\x02"
_UNPACKING = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_AGAIN = "open it in Excel and save it again, or save it as .csv"
_OTHERS = {
    "mimetype": (
        "this is an OpenDocument file",
        "open it in LibreOffice and save it as Excel 2007-365 (.xlsx)",
    ),
    "Index/Document.iwa": ("this is a Numbers file", "open it in Numbers and choose File, Export To, Excel"),
    "word/document.xml": (
        "this is a Word document",
        "copy its table into a spreadsheet and save that as .xlsx",
    ),
    "xl/workbook.bin": (
        "this is a binary workbook (.xlsb)",
        "open it in Excel and save it as Excel Workbook (.xlsx)",
    ),
}


class PartReader(Protocol):
    """What is done with the XML of a part, in its order; `start` and `end` get names as they stand there,
    with prefixes.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within an element."""


class Enough(Exception):  # noqa: N818  # nothing is wrong
    """Raised by a reader that wants no more of its part."""


class Package:
    """A workbook's parts by name. `tags` counts what was read so far. Whatever is wrong raises DeckError."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file, self.tags, self.bytes = file, 0, 0
        if (parts := data.count(_ENTRY)) > MAX_PARTS:
            self._fail_size(f"has {parts:,} parts; the limit is {MAX_PARTS:,}")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _UNPACKING as error:
            self._fail_unpacking(error)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str, reader: PartReader) -> None:
        """Has a reader read a part, to its end or until it has enough; a part that is not there holds
        nothing.
        """
        if name not in self.names:
            return
        parser = expat.ParserCreate(intern={})
        parser.buffer_text = True
        parser.buffer_size = _PIECE
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = (
            reader.start,
            reader.end,
            reader.text,
        )
        parser.StartDoctypeDeclHandler = self._refuse_entities
        try:
            self._parse(name, parser)
        except Enough:
            return
        except _UNPACKING as error:
            self._fail_unpacking(error)
        except (expat.ExpatError, LookupError) as error:
            fail(self.file, "F110", f"the workbook is broken: {name}: {error}", _AGAIN)

    def what_else(self) -> tuple[str, str]:
        """What the file is where it is no workbook, and what to do."""
        found = next((said for name, said in _OTHERS.items() if name in self.names), None)
        return found or ("this is not an Excel workbook", "save it as .xlsx or .csv")

    def _parse(self, name: str, parser: expat.XMLParserType) -> None:
        with self._zip.open(name) as part:
            fed = 0
            while piece := part.read(_PIECE):
                fed += len(piece)
                self._count(piece)
                parser.Parse(piece, False)  # it takes no names
                if fed - parser.CurrentByteIndex > MAX_TAG_BYTES:
                    self._fail_size(f"has a tag of more than {MAX_TAG_BYTES:,} bytes")
                if len(parser.intern) > MAX_NAMES:
                    self._fail_size(f"has more than {MAX_NAMES:,} names of elements")
            parser.Parse(b"", True)

    def _count(self, piece: bytes) -> None:
        self.bytes += len(piece)
        self.tags += piece.count(b"<")
        if self.bytes > MAX_BYTES:
            self._fail_size(f"unpacks to more than {MAX_BYTES:,} bytes")
        if self.tags > MAX_TAGS:
            self._fail_size(f"holds more than {MAX_TAGS:,} tags, which stand for cells, texts and formats")

    def _fail_size(self, what: str) -> None:
        fail(
            self.file,
            "F102",
            f"the workbook {what}",
            f"delete empty rows, columns and old sheets, or {AS_CSV}",
        )

    def _fail_unpacking(self, error: Exception) -> None:
        fail(self.file, "F110", f"the workbook cannot be unpacked: {error}", _AGAIN)

    def _refuse_entities(self, *_: object) -> None:
        fail(self.file, "F110", "the workbook defines entities, which none needs", AS_CSV)
