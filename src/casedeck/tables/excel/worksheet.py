"""The part of a worksheet as rows of text, as people see it."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from casedeck.tables.excel.formats import GENERAL, shown_value, words_around
from casedeck.tables.excel.package import Enough
from casedeck.tables.excel.parts import Letters, Looks, Pieces, is_on, local
from casedeck.tables.sheet import MAX_COLUMNS, MAX_ROWS, Row, Sheet, too_many_columns, too_many_rows
from casedeck.wording import short

NO_RESULT = "a formula without a result; open the file in Excel, save it and import it again"
MAX_FILLED = 100_000
"""How many cells of a worksheet may hold anything: 5,000 rows by 20 columns, or fewer rows by more."""
MAX_MERGES, MAX_MERGED = 20_000, 200_000
"""How many ranges of cells may be merged, and how many cells are given the text of the ones that they are
merged with.
"""
MAX_TEXT = 131_072
"""How many characters a cell may have: four times what Excel lets anybody type, and what a text file may
have.
"""
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(rf"{_PLACE.pattern}:{_PLACE.pattern}")


class Shared(NamedTuple):
    """What the worksheets of a workbook share."""

    texts: list[tuple[Letters, ...]]
    looks: Looks
    from_1904: bool


class WorksheetPart:
    """Reads a worksheet."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.rows: list[Row] = []
        self.problem = ""
        self.remarks: dict[tuple[int, int], str] = {}
        self.struck: dict[tuple[int, int], str] = {}
        self.hidden_columns: set[int] = set()
        self._spans: set[tuple[str, str]] = set()
        self.merged: list[str] = []
        self._number, self._hidden, self._filled_cells = 0, False, 0
        self._cells: dict[int, str] = {}
        self._column, self._cell = -1, {"": ""}
        self._value: list[str] = []
        self._reading = self._in_text = self._formula = False
        self._pieces = Pieces()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(name)
        if name == "c":
            self._cell = attributes
            self._column = column_of(attributes.get("r", ""), self._column + 1)
            self._value.clear()
            self._formula = False
        elif name == "v":
            self._reading = True
        elif name == "f":
            self._formula = True
        elif name == "is":
            self._in_text = True
        elif self._in_text:
            self._pieces.start(name, attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name == "col":
            self._hide_columns(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        name = local(name)
        if name == "c":
            self._end_cell()
        elif name == "v":
            self._reading = False
        elif name == "is":
            self._in_text = False
        elif self._in_text:
            self._pieces.end(name)
        elif name == "row":
            self._end_row()

    def text(self, text: str) -> None:
        """Text within an element."""
        if self._reading:
            self._value.append(text)
        elif self._in_text:
            self._pieces.text(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._number = int(number) if number.isdecimal() and len(number) < 15 else self._number + 1
        self._hidden = ("hidden" in attributes and is_on(attributes, "hidden")) or attributes.get("ht") == "0"
        self._column = -1
        if self._cells:
            self._cells = {}

    def _merge(self, ref: str) -> None:
        if len(self.merged) == MAX_MERGES:
            self._stop(f"more than {MAX_MERGES:,} ranges of cells are merged; part them in the sheet")
        self.merged.append(ref)

    def _stop(self, problem: str) -> NoReturn:
        self.problem = problem
        raise Enough

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        unseen = is_on(attributes, "hidden") or attributes.get("width") == "0"
        if unseen and first.isdecimal() and last.isdecimal() and (first, last) not in self._spans:
            self._spans.add((first, last))
            self.hidden_columns |= {*range(int(first[:6]) - 1, min(int(last[:6]), MAX_COLUMNS))}

    def _end_cell(self) -> None:
        if not (self._value or self._pieces.pieces or self._formula):
            return
        self._filled_cells += 1
        if self._filled_cells > MAX_FILLED:
            self._stop(
                f"up to row {self._number} there are {self._filled_cells:,} filled cells; import it in parts"
            )
        value, at = "".join(self._value), (self._number, self._column)
        shape, struck = self.shared.looks.looks.get(self._cell.get("s", "0"), (GENERAL, False))
        pieces = self._made(value, shape, at)
        text = "".join([piece.text for piece in pieces])
        if len(text) > MAX_TEXT:
            self._stop(f"row {self._number} has a cell of more than {MAX_TEXT:,} characters")
        if text.strip():
            if self._column >= MAX_COLUMNS:
                self._stop(too_many_columns(self._number, self._column + 1))
            self._cells[self._column] = text
            if struck or any([piece.struck for piece in pieces]):
                self._strike(at, pieces, struck)

    def _made(self, value: str, shape: str, at: tuple[int, int]) -> tuple[Letters, ...]:
        """The text of a cell in pieces of one look; what is wrong with it is noted."""
        kind = self._cell.get("t", "n")
        pieces = self._pieces.taken() if self._pieces.pieces else ()
        if kind == "e":
            self.remarks[at] = f"holds the error {short(value)}"
            return ()
        if self._formula and not value and kind != "str":
            self.remarks[at] = NO_RESULT
            return ()
        if kind == "s":
            pieces = self._shared(value)
        elif kind == "str":
            pieces = (Letters(value.replace("_x000D_", ""), None),)
        elif kind != "inlineStr":
            return (Letters(shown_value(value, kind, shape, from_1904=self.shared.from_1904), None),)
        if shape == GENERAL or not pieces:
            return pieces
        around = words_around(shape)
        return (Letters(around[0], None), *pieces, Letters(around[1], None)) if around else ()

    def _shared(self, value: str) -> tuple[Letters, ...]:
        number = int(value) if value.isdecimal() and len(value) < 9 else len(self.shared.texts)
        return self.shared.texts[number] if number < len(self.shared.texts) else ()

    def _strike(self, at: tuple[int, int], pieces: tuple[Letters, ...], struck: bool) -> None:
        """Notes what is left of a cell without its struck words; blanks that are struck, or not, are no
        words.
        """
        gone = [piece.struck if piece.struck is not None else struck for piece in pieces]
        if any(piece.text.strip() for piece, each in zip(pieces, gone, strict=True) if each):
            self.struck[at] = "".join(
                piece.text for piece, each in zip(pieces, gone, strict=True) if not each
            )

    def _end_row(self) -> None:
        if not self._cells:
            return
        if len(self.rows) == MAX_ROWS:
            self._stop(too_many_rows())
        cells = tuple([self._cells.get(index, "") for index in range(max(self._cells) + 1)])
        self.rows.append(Row(self._number, cells, self._hidden))

    def sheet(self, name: str) -> Sheet:
        """The worksheet, once it is read: where cells are merged down, each of their rows has the text that
        people see there.
        """
        return Sheet(
            name,
            tuple(self._filled()),
            problem=self.problem,
            remarks=self.remarks,
            hidden_columns=frozenset(self.hidden_columns),
            struck=self.struck,
            across=self._across(),
        )

    def _filled(self) -> list[Row]:
        at = {row.number: index for index, row in enumerate(self.rows)}
        rows, filled = list(self.rows), 0
        for column, _, top, bottom in self._merges():
            text = rows[at[top]].cells[column : column + 1] if top in at else ()
            for number in range(top + 1, min(bottom, self._number) + 1) if text and text[0] else ():
                filled += 1
                if filled > MAX_MERGED:
                    self.problem = f"more than {MAX_MERGED:,} cells are merged; part them in the sheet"
                    return rows
                if number in at:
                    row = rows[at[number]]
                    rows[at[number]] = row._replace(cells=_put(row.cells, column, text[0]))
                    if (top, column) in self.struck:
                        self.struck[number, column] = self.struck[top, column]
        return rows

    def _across(self) -> dict[int, tuple[tuple[int, int], ...]]:
        found: dict[int, list[tuple[int, int]]] = {}
        for first, last, top, _ in self._merges():
            if last > first:
                found.setdefault(top, []).append((first, min(last, MAX_COLUMNS - 1)))
        return {number: tuple(sorted(spans)) for number, spans in found.items()}

    def _merges(self) -> list[tuple[int, int, int, int]]:
        """The merged ranges: first and last column, counted from 0, and first and last row."""
        found = [each for ref in self.merged if (each := _RANGE.fullmatch(ref.replace("$", "")))]
        return [(column_of(each[1]), column_of(each[3]), int(each[2]), int(each[4])) for each in found]


def column_of(place: str, otherwise: int = 0) -> int:
    """The index of a cell's column by its name, such as C12: 2; `otherwise` for what is no name of a cell."""
    made = 0
    for letter in place:
        if not "A" <= letter <= "Z":
            break
        made = min(made * 26 + ord(letter) - 64, 20_000)
    return made - 1 if made else otherwise


def _put(cells: tuple[str, ...], index: int, text: str) -> tuple[str, ...]:
    """A row's cells with a text at an index where nothing stands."""
    longer = [*cells, *[""] * (index + 1 - len(cells))]
    longer[index] = longer[index] or text
    return tuple(longer)
