"""The numbered objects of a PDF file, written as they are finished.

reportlab makes the objects of fonts and the catalogue. It would keep every object until the end, as one of
its own; here an object is bytes. Streams are written at once, other objects many together in an object
stream, which is compressed: a structure element then takes some ten bytes rather than a hundred.
"""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from tempfile import SpooledTemporaryFile
from typing import Any

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
"""How many bytes of a file are kept in memory; more than that wait on the disk."""
_TOGETHER = 400
"""How many objects are packed together."""
_ALIKE = 10_000
"""How many objects that are almost the same are."""
_ROUND = 100
"""Of what number the length of their rows is a multiple, so that few digits change from one to the next."""
_LONG = 100
"""How many items make a list that is packed by itself."""
_ENTRY = struct.Struct(">xBIH")
"""Where an object is, after a byte that says how the row is written: at an offset in the file (1), or in an
object stream (2) and which one of those in it.
"""


def reference(number: int) -> bytes:
    """What stands for an object inside another."""
    return b"%d 0 R" % number


class Objects:
    """The objects of one file. `pdf` is the document that reportlab's fonts are made in."""

    def __init__(self, language: str) -> None:
        self.pdf = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=_VERSION, lang=language)
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed in `file`
        self._file.write(written(pdfdoc.PDFFile(_VERSION), self.pdf))
        self._entries = bytearray(_ENTRY.size)
        self._waiting: list[tuple[int, bytes]] = []
        self._alike: list[tuple[int, bytes]] = []
        self._lists: dict[int, list[tuple[int, str, Sequence[str], str]]] = {}
        self._fonts = self.reserve_for(self.pdf.idToObject["BasicFonts"])

    def reserve(self) -> int:
        """The number of a new object, which is put later."""
        number: int = self.pdf.objectcounter + 1
        self.pdf.objectcounter = number
        return number

    def reserve_for(self, item: Any) -> int:
        """The number of an object of reportlab's, which is written last."""
        name = self.pdf.Reference(item).name
        number: int = self.pdf.idToObjectNumberAndVersion[name][0]
        return number

    def put(self, number: int, data: bytes) -> None:
        """Finish an object whose number is reserved, which is no stream."""
        self._waiting.append((number, data))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def put_alike(self, number: int, data: bytes) -> None:
        """Finish an object that is almost the same as those put in this way before it."""
        self._alike.append((number, data))
        if len(self._alike) == _ALIKE:
            self._pack_alike()

    def put_list(self, number: int, begins: str, items: Sequence[str], ends: str) -> None:
        """Finish an object of which most is a list, whose items may be almost the same."""
        if len(items) < _LONG:
            self.put(number, f"{begins}{' '.join(items)}{ends}".encode("latin-1"))
            return
        width = max(map(len, items)) + 1
        self._lists.setdefault(width, []).append((number, begins, items, ends))

    def add(self, data: bytes) -> int:
        """The number of a new object that is finished, and is no stream."""
        number = self.reserve()
        self.put(number, data)
        return number

    def add_stream(self, content: bytes, entries: str = "") -> int:
        """The number of a new stream, which is compressed."""
        return self.add_packed(zlib.compress(content, 6), f"{entries}/Filter/FlateDecode")

    def add_packed(self, packed: bytes, entries: str) -> int:
        """The number of a new stream of bytes that are compressed already, as its entries say."""
        number = self.reserve()
        self._write(number, _stream(packed, entries))
        return number

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
            item = self.pdf.idToObject[name]
            data = written(item, self.pdf, toplevel=1)
            if isinstance(item, pdfdoc.PDFStream):
                self._write(number, data)
            else:
                self.put(number, data)
        self._pack()
        self._pack_alike()
        for width, lists in self._lists.items():
            self._pack_lists(width, lists)
        with self._file as made:
            start = made.tell()
            self._write_places(f"/Root {catalog} 0 R/Info {info} 0 R")
            made.write(b"startxref\n%d\n%%%%EOF\n" % start)
            made.seek(0)
            return made.read()

    def _write(self, number: int, data: bytes) -> None:
        self._enter(number, 1, self._file.tell(), 0)
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))

    def _enter(self, number: int, kind: int, where: int, place: int) -> None:
        missing = (number + 1) * _ENTRY.size - len(self._entries)
        self._entries += bytes(max(0, missing))
        _ENTRY.pack_into(self._entries, number * _ENTRY.size, kind, where, place)

    def _pack(self) -> None:
        """Write the objects that wait, together."""
        numbers, objects = [number for number, _ in self._waiting], [data for _, data in self._waiting]
        ends = accumulate([len(data) + 1 for data in objects], initial=0)
        head = " ".join([f"{number} {start}" for number, start in zip(numbers, ends, strict=False)]) + "\n"
        packed = zlib.compress(head.encode("ascii") + b"\n".join(objects), 6)
        self._add_together(numbers, packed, f"/First {len(head)}/Filter/FlateDecode")
        self._waiting.clear()

    def _pack_alike(self) -> None:
        """Write the objects that are alike, in rows as long as the longest."""
        if not self._alike:
            return
        numbers = [number for number, _ in self._alike]
        longest = max([len(data) for _, data in self._alike])
        width = _ROUND * (longest // _ROUND + 1)
        entries = [f"{number} {place * width}" for place, number in enumerate(numbers)]
        head = "".join([entry.ljust(width // 5) for entry in entries]).encode("ascii")
        rows = b"".join([data.ljust(width) for _, data in self._alike])
        self._add_rows(numbers, width, _ljust(head, width), rows)
        self._alike.clear()

    def _pack_lists(self, width: int, lists: list[tuple[int, str, Sequence[str], str]]) -> None:
        """Write long lists, an item a row."""
        entries, rows, start = [], [], 0
        for number, begins, items, ends in lists:
            entries.append(f"{number} {start}")
            inside = "".join([item.ljust(width) for item in items])
            whole = _ljust(begins.encode("latin-1"), width) + f"{inside}{ends}".encode("ascii")
            rows.append(_ljust(whole, width))
            start += len(rows[-1])
        head = _ljust(" ".join(entries).encode("ascii") + b" ", width)
        self._add_rows([number for number, _, _, _ in lists], width, head, b"".join(rows))

    def _add_rows(self, numbers: Sequence[int], width: int, head: bytes, rows: bytes) -> None:
        """Write objects in rows of a width, each of which is compressed as what is new in it."""
        whole = head + rows
        spread = b"".join([b"\0" + whole[start : start + width] for start in range(0, len(whole), width)])
        self._add_together(numbers, _differences(spread, width + 1), f"/First {len(head)}{_by_rows(width)}")

    def _add_together(self, numbers: Sequence[int], packed: bytes, entries: str) -> None:
        stream = self.add_packed(packed, f"/Type/ObjStm/N {len(numbers)}{entries}")
        for place, number in enumerate(numbers):
            self._enter(number, 2, stream, place)

    def _write_places(self, entries: str) -> None:
        """Write where every object is, and from where to read."""
        number = self.reserve()
        self._enter(number, 1, self._file.tell(), 0)
        digits = self.pdf.signature.hexdigest()
        entries += (
            f"/ID[<{digits}><{digits}>]/Type/XRef/Size {number + 1}/W[1 4 2]{_by_rows(_ENTRY.size - 1)}"
        )
        packed, rows = _differences(bytes(self._entries), _ENTRY.size), _by_rows(_ENTRY.size - 1)
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, _stream(packed, f"{entries}{rows}")))


def _stream(packed: bytes, entries: str) -> bytes:
    head = f"<<{entries}/Length {len(packed)}>>".encode("ascii")
    return b"%s\nstream\n%s\nendstream" % (head, packed)


def _by_rows(width: int) -> str:
    return f"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {width}>>"


def _ljust(text: bytes, width: int) -> bytes:
    """A text made as long as the next multiple of a width."""
    return text.ljust(-(-len(text) // width) * width)


def _differences(rows: bytes, width: int) -> bytes:
    """Rows of a width, each of which begins with a 0, compressed as what each byte is more than the one
    above it: of what is counted up, that leaves next to nothing (the filter Up of PNG, which is 2).

    All bytes are taken away at once, as the digits of one number; the highest bit of each is kept apart, for
    none to borrow from its neighbour.
    """
    size, count = len(rows), len(rows) // width
    high = int.from_bytes(b"\x80" * size)
    these, above = int.from_bytes(rows), int.from_bytes(bytes(width) + rows[:-width])
    low = (these | high) - (above & ~high)
    changed = low ^ ((these ^ above ^ high) & high)
    marks = int.from_bytes((b"\2" + bytes(width - 1)) * count)
    return zlib.compress((changed | marks).to_bytes(size), 6)


def _row(numbers: Sequence[float]) -> str:
    """An array of numbers as reportlab writes it, ten in a line."""
    lines = [" ".join(map(_number, numbers[start : start + 10])) for start in range(0, len(numbers), 10)]
    return "[ " + " \n  ".join(lines) + " ]"


@lru_cache(maxsize=4096)
def _number(number: float) -> str:
    written: str = fp_str(number)
    return written
