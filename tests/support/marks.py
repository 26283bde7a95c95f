"""What stands on pages, read back from their marks: words by role, tables, and what each heading heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import yaml

from casedeck.model.page import Group, Mark, Page, Run, Text
from tests.support.ink import groups, read_out
from tests.support.repository import ROOT


@cache
def locale() -> Any:
    """The words that sheets are printed with."""
    return yaml.safe_load((ROOT / "assets/locales/en-GB.yaml").read_text("utf-8"))


def words_of(marks: Sequence[Mark]) -> str:
    """All the words among marks, line after line."""
    return read_out(marks)


def spoken(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The role and the words of each heading, paragraph, cell and list item, in reading order; artifacts are
    left out.
    """
    for page in pages:
        yield from _spoken(page.marks)


def _spoken(marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    for mark in marks:
        if isinstance(mark, Group) and mark.role != "Artifact":
            if any(isinstance(each, Text) for each in mark.marks):
                yield mark.role, words_of(mark.marks)
            else:
                yield from _spoken(mark.marks)


def sections(pages: Iterable[Page]) -> dict[str, list[str]]:
    """The pieces of text below each heading, by its words; what stands before the first is below ""."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for role, words in spoken(pages):
        if role == "H2":
            heading = words
        found.setdefault(heading, []).append(words) if role != "H2" else found.setdefault(heading, [])
    return found


def tables(pages: Iterable[Page]) -> list[list[list[str]]]:
    """The rows of each table, the heading row first, as the words of their cells."""
    return [
        [
            [words_of([cell]) for cell in row.marks if isinstance(cell, Group) and cell.role in ("TH", "TD")]
            for row in groups([table], "TR")
        ]
        for page in pages
        for table in groups(page.marks, "Table")
    ]


def table_with(pages: Iterable[Page], *heads: str) -> list[list[str]]:
    """The rows below the head of the table whose headings are these, which may run on from page to page."""
    found = [table for table in tables(pages) if table[0] == list(heads)]
    assert found, heads
    return [row for table in found for row in table[1:]]


def headings(pages: Iterable[Page], role: str = "H1") -> list[str]:
    """The words of each heading."""
    return [words_of([head]) for page in pages for head in groups(page.marks, role)]


def pattern(template: str) -> re.Pattern[str]:
    """A template of the locale as what its placeholders were filled with, by name."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template)) + "$")


def filled(template: str, text: str) -> dict[str, str]:
    """What the placeholders of a template stand for in a text; nothing where it is another text."""
    found = pattern(template).match(text)
    return found.groupdict() if found else {}


def numbers(text: str) -> list[int]:
    """The whole numbers in a text."""
    return [int(each) for each in re.findall(r"\d+", text)]


def with_words(page: Page, old: str, new: str, after: str = "") -> Page:
    """The page with the first run that holds `old`, and stands after the run that holds `after`, saying `new`
    there instead. A number is a run of its own.
    """
    waiting, done = [after], [False]

    def run_with(run: Run) -> Run:
        if waiting[0]:
            waiting[0] = "" if waiting[0] in run.text else waiting[0]
            return run
        if done[0] or (run.text.strip() != old if old.isdigit() else old not in run.text):
            return run
        done[0] = True
        return run._replace(text=run.text.replace(old, new, 1))

    def change(mark: Mark) -> Mark:
        if isinstance(mark, Group):
            return mark._replace(marks=tuple([change(each) for each in mark.marks]))
        return (
            mark._replace(runs=tuple([run_with(run) for run in mark.runs]))
            if isinstance(mark, Text)
            else mark
        )

    made = page._replace(marks=tuple([change(mark) for mark in page.marks]))
    assert done[0], f"{old!r} is not on the page"
    return made
