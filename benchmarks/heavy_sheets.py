"""Spreadsheets that are small to send and long to read: how soon casedeck refuses each, and with how much
memory.

heavy_sheets.py [NAME]... makes the files in a temporary folder, has each imported and read for scores, and
prints seconds of the processor and megabytes, on Linux. All should be below 1 s and 300 MB.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

_CODE = """
import resource, sys
from casedeck.cli import run
run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.stderr.write(f"\\n{used.ru_utime + used.ru_stime:.2f} {int(peak) // 1024}")
"""
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CELL, _TEXT = b"<c><v>1</v></c>", b'<c t="inlineStr"><is><t>x</t></is></c>'


def book(rows: bytes, after: bytes = b"", texts: bytes = b"") -> bytes:
    """A workbook of one worksheet with these rows in it, and these texts that cells share."""
    made = BytesIO()
    link = f'<Relationship Id="{{0}}" Type="{_MAIN}/{{0}}" Target="{{1}}"/>'
    both = link.format("worksheet", "sheet.xml") + link.format("sharedStrings", "texts.xml")
    with ZipFile(made, "w", ZIP_DEFLATED) as parts:
        parts.writestr("_rels/.rels", f"<a>{link.format('officeDocument', 'xl/workbook.xml')}</a>")
        parts.writestr("xl/_rels/workbook.xml.rels", f"<a>{both}</a>")
        parts.writestr(
            "xl/workbook.xml", '<workbook><sheets><sheet name="S" r:id="worksheet"/></sheets></workbook>'
        )
        parts.writestr(
            "xl/sheet.xml", b"<worksheet><sheetData>" + rows + b"</sheetData>" + after + b"</worksheet>"
        )
        parts.writestr("xl/texts.xml", b"<sst>" + texts + b"</sst>")
    return made.getvalue()


def row(cell: bytes, many: int) -> bytes:
    """A row of so many cells."""
    return b"<row>" + cell * many + b"</row>"


def merged(ref: bytes, many: int) -> bytes:
    """Merged ranges, all the same."""
    return b"<mergeCells>" + (b'<mergeCell ref="' + ref + b'"/>') * many + b"</mergeCells>"


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "newlines.csv": lambda: b"Title\n" + b"\n" * 19_000_000 + b"x",
    "commas.csv": lambda: b"," * 19_000_000 + b"x",
    "blank-rows.csv": lambda: (b"," * 1_000 + b"\n") * 19_000 + b"x",
    "wide-rows.csv": lambda: (b"x" + b"," * 150 + b"\n") * 100_000,
    "one-quote.csv": lambda: b'a,"' + b"x\n" * 9_000_000,
    "accents.csv": lambda: b"a\xe9" * 9_000_000,
    "people.csv": lambda: b"How warm is Planning?," * 190 + b"\n" + (b"1," * 190 + b"\n") * 4_900,
    "objects.json": lambda: b"[" + b"{}," * 6_000_000 + b"{}]",
    "nested.json": lambda: b'{"a":' * 3_000_000,
    "long-number.json": lambda: b'[{"a": 1.' + b"1" * 19_000_000 + b"}]",
    "names.json": lambda: b"[{" + b",".join(b'"%d":1' % number for number in range(1_400_000)) + b"}]",
    "rows.xlsx": lambda: book(b"<row/>" * 5_000_000),
    "cells.xlsx": lambda: book(row(b"<c/>", 890_000)),
    "values.xlsx": lambda: book(row(_CELL, 60) * 4_900),
    "texts.xlsx": lambda: book(row(_TEXT, 30) * 4_900),
    "endless-row.xlsx": lambda: book(row(_CELL, 800_000)),
    "nested.xlsx": lambda: book(b"<a>" * 890_000),
    "names.xlsx": lambda: book(b"".join(b"<a%d/>" % number for number in range(890_000))),
    "long-tag.xlsx": lambda: book(
        b"<row " + b" ".join(b'a%d=""' % number for number in range(1_200_000)) + b"/>"
    ),
    "long-text.xlsx": lambda: book(b"<row>" + _TEXT.replace(b"x", b"\n" * 39_000_000) + b"</row>"),
    "shared.xlsx": lambda: book(b"", texts=b"<si><t>x</t></si>" * 249_000),
    "merged.xlsx": lambda: book(row(_TEXT, 1) * 4_900, merged(b"A1:XFD1048576", 300_000)),
    "parts.xlsx": lambda: _many_parts(180_000),
}


def _many_parts(many: int) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        for number in range(many):
            parts.writestr(f"a{number}", b"")
    return made.getvalue()


def main() -> None:
    with TemporaryDirectory() as folder:
        for name in sys.argv[1:] or SAMPLES:
            (Path(folder) / name).write_bytes(SAMPLES[name]())
            for command in (["import", name], ["suggest", "--scores", name]):
                done = subprocess.run(
                    [sys.executable, "-c", _CODE, *command],
                    cwd=folder,
                    check=False,
                    capture_output=True,
                    text=True,
                )
                said, *_, measured = done.stderr.strip().splitlines()
                seconds, megabytes = measured.split()
                print(f"{name:<18}{command[0]:<8}{seconds:>5} s {megabytes:>4} MB  {said[:90]}")


if __name__ == "__main__":
    main()
