"""The rows of a table to what case-study files hold, with a word on all that was mended or left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.choose.answers import is_nobody
from casedeck.errors import one_of
from casedeck.exchange.columns import FILE_NAME, MANY, NOT_READ, TableColumn
from casedeck.exchange.headings import Headings
from casedeck.model.case_study import NO_WORD, PUBLISHED
from casedeck.model.vocabulary import Term, Vocabularies, Vocabulary, key
from casedeck.tables.mending import Mended, left_standing, mend, mend_marks, parted
from casedeck.tables.sheet import Row, Sheet
from casedeck.wording import article, short

Value = str | tuple[Term, str]

_KEYWORDS = 3
_LONGEST_NAME = 60
_DIVIDER = re.compile(r":|[–—]|\s-\s|-\s|\s-")
"""What people write between a category and its sentence."""
_MOST_TERMS = 40
_SENTENCES = ("strapline", "relationship spotlight", "key learning")
_TERMS = {"type of place": ("places", "type of place"), "sectors": ("sectors", "sector")}
_PAIRS = {"benefits": "benefit", "enablers": "enabler"}


class RowValues(NamedTuple):
    """What a row says: values by the keys of a case-study file, and the heading that each came from.

    `findings` are what could not be taken, in words; `mended` is what was done to the texts.
    """

    row: int
    file_name: str
    given: Mapping[str, Sequence[Value]]
    headings: Mapping[str, Sequence[str]]
    findings: tuple[str, ...]
    mended: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title, or nothing."""
        return str(self.given["title"][0]) if self.given.get("title") else ""


class RowReader:
    """Reads the rows of one table, cell by cell."""

    def __init__(self, headings: Headings, vocabularies: Vocabularies, sheet: Sheet) -> None:
        self.headings, self.vocabularies, self.remarks, self.struck = (
            headings,
            vocabularies,
            sheet.remarks,
            sheet.struck,
        )
        self._start()

    def _start(self) -> None:
        self._values: dict[str, list[Value]] = {}
        self._words: dict[str, list[str]] = {}
        self._findings: list[str] = []
        self._mended: list[str] = []

    def read(self, row: Row, *, whole: bool = False) -> RowValues | None:
        """What a row says; None where nothing stands in the columns that are read. Words struck through count
        only in a `whole` row.
        """
        self._start()
        file_name = ""
        for index, column in self.headings.columns.items():
            word = self.headings.words[index]
            if column.key == NOT_READ:
                continue
            if remark := self.remarks.get((row.number, index)):
                self._findings.append(f"{word}: {remark}")
                continue
            text = row.cells[index] if index < len(row.cells) else ""
            if not whole:
                text = self._kept(left_standing(text, self.struck.get((row.number, index))))
            if column.key == FILE_NAME:
                file_name = mend(text).text
            elif text.strip():
                for value in self._cell(column, text, word):
                    self._values.setdefault(column.key, []).append(value)
                    self._words.setdefault(column.key, []).append(word)
        if not (self._values or self._findings or file_name):
            return None
        return RowValues(
            row.number,
            file_name,
            self._values,
            self._words,
            tuple(self._findings),
            tuple(dict.fromkeys(self._mended)),
        )

    def is_struck(self, row: Row) -> bool:
        """Whether all of the row's title is struck through, by which a row is withdrawn."""
        titles = [index for index, column in self.headings.columns.items() if column.key == "title"]
        return any(not self.struck.get((row.number, index), "x").strip() for index in titles)

    def _cell(self, column: TableColumn, text: str, word: str) -> list[Value]:
        """The values in a cell that is not blank."""
        name, term = column.key, column.term
        if column in MANY:
            lines = [made for part in parted(text, "\n") if (made := self._kept(mend(part)))]
            return [self._pair(name, line, word) for line in lines]
        if name in _TERMS:
            return list(self._terms(name, text, word))
        if name in ("keywords", "facts", "sources"):
            parts = parted(text, "\n")
            if name == "keywords" and len(parts) != _KEYWORDS:
                parts = parted(text, ",;\n")
            return [made for part in parts if (made := self._kept(mend(part)))]
        made = self._kept(mend(text, lines=name == "overview"))
        if not made or (name == "status" and key(made) == PUBLISHED):
            return []
        if name in _PAIRS:
            return [self._pair(name, made, word)]
        if term is not None or name in (*_SENTENCES, "overview"):
            made = self._kept(mend_marks(made))
        return [made if term is None else (term, made)]

    def _kept(self, mended: Mended) -> str:
        self._mended += mended.done
        return mended.text

    def _pair(self, name: str, text: str, word: str) -> Value:
        """A benefit or enabler with its sentence, such as "Health: People walk more."; a hyphen or a dash
        divides them as well.

        With NO_WORD where it has no known name.
        """
        vocabulary = self.vocabularies[name]
        for found in re.finditer("[:–—-]", text[:_LONGEST_NAME]):
            term, sentence = vocabulary.find(text[: found.start()]), text[found.end() :].strip()
            if term is not None:
                return term, self._kept(mend_marks(sentence)) if sentence else ""
        if term := vocabulary.find(text):
            return term, ""
        what = _PAIRS[name]
        first, *behind = _DIVIDER.split(text, 1)
        if not behind:
            message = f'"{short(text)}" is not {article(what)} {what} and its sentence'
            hint = f'write it like "{vocabulary.names()[0]}: …"'
            self._findings.append(f"{word}: {message}; {hint}")
        else:
            self._findings.append(_unknown(word, first.strip(), what, vocabulary))
        return NO_WORD, self._kept(mend_marks(text))

    def _terms(self, name: str, text: str, word: str) -> dict[str, None]:
        """The names of the terms in a cell, each once, in order."""
        kind, what = _TERMS[name]
        vocabulary = self.vocabularies[kind]
        parts, many = parted(text, ",;"), len(parted(text, ",;\n"))
        found: dict[str, None] = {}
        if many > _MOST_TERMS:
            self._findings.append(f"{word}: {many:,} words stand here, too many for a {what}")
            return found
        while parts:
            taken = _longest(parts, vocabulary)
            term = vocabulary.find(self._kept(mend(", ".join(parts[:taken]))))
            lines = parts[0].split("\n")
            if term is not None:
                found[term.name] = None
            elif len(lines) > 1:
                parts[:1] = [line for line in lines if line.strip()]
                continue
            elif made := mend(parts[0]).text:
                self._findings.append(_unknown(word, made, what, vocabulary))
            del parts[:taken]
        return found


def sums_up(row: Row) -> bool:
    """Whether a row is a sum of the others: one of its cells calls it so, and no other has a word."""
    told = [text for cell in row.cells if (text := " ".join(cell.split()))]
    return any(map(is_nobody, told)) and not any(
        re.search(r"[^\W\d_]", text) for text in told if not is_nobody(text)
    )


def _longest(parts: list[str], vocabulary: Vocabulary) -> int:
    """How many of the first parts are one name: several where a name of the vocabulary has a comma in it."""
    for many in range(min(len(parts), 4), 1, -1):
        joined = ", ".join(parts[:many])
        term = vocabulary.find(joined)
        if term and any(
            "," in name or ";" in name for name in (term.name, *term.aliases) if key(name) == key(joined)
        ):
            return many
    return 1


def _unknown(word: str, text: str, what: str, vocabulary: Vocabulary) -> str:
    hint = one_of(text, vocabulary.names())
    return f'{word}: the {what} "{short(text)}" is not known' + (f"; {hint}" if hint else "")
