"""The parts of docs/worksheet-file.md that follow from the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casedeck.notation.records import Key, Record
from casedeck.worksheets.parts import PARTS
from casedeck.worksheets.parts.part import Kind
from pages.tables import DOCS, between, table


def worksheet_page(parts: Mapping[str, Kind[Any]] = PARTS) -> str:
    """docs/worksheet-file.md: written by hand, but for what the parts say of themselves."""
    text = (DOCS / "worksheet-file.md").read_text(encoding="utf-8")
    made = [table(("Part", "What it is"), [(f"`{name}`", kind.about) for name, kind in parts.items()])]
    for name, kind in parts.items():
        first, *inside = (*_records(kind.field), None)
        if first:
            made += [f"### {name}\n", _keys_table(first)]
        for record in filter(None, inside):
            made += [f"{record.what.capitalize()} can have these keys:\n", _keys_table(record)]
    return between(text, "parts", "\n".join(made))


def _records(field: object) -> Iterator[Record]:
    """The records that a field reads, the outer before those inside it."""
    if isinstance(field, Record):
        yield field
        for entry in field.keys.values():
            yield from _records(entry.field)
    elif isinstance(field, tuple):
        for each in field:
            yield from _records(each)


def _keys_table(record: Record) -> str:
    """The keys of a record: what each holds, and what counts where it is left out."""
    return table(
        ("Key", "What it holds", "If left out"),
        [(f"`{name}`", *_held(entry)) for name, entry in record.keys.items()],
    )


def _held(entry: Key) -> tuple[str, str]:
    if entry.required:
        return entry.about.removesuffix("."), "error V102"
    held, _, otherwise = entry.about.removesuffix(", if not said.").rpartition(". ")
    return held, f"{otherwise[:1].lower()}{otherwise[1:]}"
