"""The numbered objects of a PDF file, written one after the other as they are finished.

reportlab makes the objects of fonts, the catalogue and the trailer. It would keep every object until the end,
as one of its own; here an object is bytes, and is written as soon as all before it are.
"""

from __future__ import annotations

import time
import zlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from reportlab import rl_config
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import format as written

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

_SECONDS = 946_684_800
DATE = "2000-01-01T00:00:00+00:00"
"""The moment of all files, as their metadata has it."""
_VERSION = (1, 7)
_IN_MEMORY = 2_000_000
"""How many bytes of pages are kept in memory; more than that wait on the disk."""
_PIECE = 1_000_000


def reference(number: int) -> bytes:
    """What stands for an object inside another."""
    return b"%d 0 R" % number


class Objects:
    """The objects of one file in the order of their numbers. `pdf` is the document that reportlab's fonts are
    made in.
    """

    def __init__(self, language: str) -> None:
        self.pdf = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION, lang=language)
        self._finished: dict[int, bytes] = {}
        self._late: set[int] = set()
        self._written = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed in `file`
        self._starts = array("Q")
        self._fonts = self.reserve_for(self.pdf.idToObject["BasicFonts"])

    def reserve(self, *, late: bool = False) -> int:
        """The number of a new object, which is put later; a `late` one holds up none of those after it."""
        number: int = self.pdf.objectcounter + 1
        self.pdf.objectcounter = number
        if late:
            self._late.add(number)
        return number

    def reserve_for(self, item: Any) -> int:
        """The number of an object of reportlab's, which is written last."""
        name = self.pdf.Reference(item).name
        number: int = self.pdf.idToObjectNumberAndVersion[name][0]
        self._late.add(number)
        return number

    def put(self, number: int, data: bytes) -> None:
        """Finish an object whose number is reserved."""
        self._finished[number] = data

    def add(self, data: bytes) -> int:
        """The number of a new object that is finished."""
        number = self.reserve()
        self._finished[number] = data
        return number

    def add_stream(self, content: bytes, entries: str = "") -> int:
        """The number of a new stream, which is compressed."""
        return self.add_packed(zlib.compress(content, 6), f"{entries}/Filter/FlateDecode")

    def add_packed(self, packed: bytes, entries: str) -> int:
        """The number of a new stream of bytes that are compressed already, as its entries say."""
        head = f"<<{entries}/Length {len(packed)}>>".encode("ascii")
        return self.add(b"%s\nstream\n%s\nendstream" % (head, packed))

    def write_finished(self) -> None:
        """Write all objects up to the first that is neither finished nor late."""
        while True:
            number = len(self._starts) + 1
            if number in self._late:
                self._starts.append(self._written.tell())
            elif data := self._finished.pop(number, b""):
                self._starts.append(self._written.tell())
                self._written.write(_object(number, data))
            else:
                return

    def add_fonts(self) -> int:
        """The object number of the fonts that were used."""
        for font in self.pdf.delayedFonts:
            font.addObjects(self.pdf)
        for font in self.pdf.idToObject["BasicFonts"].dict.values():
            font.Widths = _row(font.Widths.sequence)
        return self._fonts

    def file(self, catalog: int, info: int) -> bytes:
        """The whole file, once everything is put but what reportlab makes."""
        for number, name in self.pdf.numberToId.items():
            self.put(number, written(self.pdf.idToObject[name], self.pdf, toplevel=1))
        self.write_finished()
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as made, self._written:
            made.write(written(pdfdoc.PDFFile(_VERSION), self.pdf))
            offsets = self._copy_to(made)
            trailer = pdfdoc.PDFTrailer(
                startxref=made.tell(),
                Size=len(offsets) + 1,
                Root=reference(catalog),
                Info=reference(info),
                ID=self.pdf.ID(),
            )
            made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
            made.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
            made.write(written(trailer, self.pdf))
            made.seek(0)
            return made.read()

    def _copy_to(self, made: IO[bytes]) -> array[int]:
        """Copy what is written, with the late objects in their places; gives where each object starts."""
        offsets = array("Q")
        copied, end = 0, self._written.tell()
        self._written.seek(0)
        for number, start in enumerate(self._starts, 1):
            if number in self._late:
                self._copy(start - copied, made)
                copied = start
                offsets.append(made.tell())
                made.write(_object(number, self._finished.pop(number)))
            else:
                offsets.append(made.tell() + start - copied)
        self._copy(end - copied, made)
        return offsets

    def _copy(self, count: int, made: IO[bytes]) -> None:
        """Copy so many further bytes, a piece at a time."""
        for start in range(0, count, _PIECE):
            made.write(self._written.read(min(_PIECE, count - start)))


def _row(numbers: Sequence[float]) -> str:
    """An array of numbers as reportlab writes it, ten in a line."""
    lines = [" ".join(map(_number, numbers[start : start + 10])) for start in range(0, len(numbers), 10)]
    return "[ " + " \n  ".join(lines) + " ]"


@lru_cache(maxsize=4096)
def _number(number: float) -> str:
    written: str = fp_str(number)
    return written


def _object(number: int, data: bytes) -> bytes:
    return b"%d 0 obj\n%s%sendobj\n" % (number, data, b"" if data.endswith(b"\n") else b"\n")
