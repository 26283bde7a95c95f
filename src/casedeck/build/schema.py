"""JSON Schemas of the files that users write, from the same descriptions that read them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from casedeck.build.deck_file import deck_record
from casedeck.library.activity import ACTIVITY
from casedeck.library.case_study import case_study_record
from casedeck.library.library import Library
from casedeck.library.printer import printer_record
from casedeck.library.theme import THEME
from casedeck.notation.fields import Schema
from casedeck.worksheets.file import WORKSHEET


def schema_text(library: Library, kind: str) -> str:
    """The schema of files of a kind, such as "deck" or "case-study", as JSON text."""
    records = {
        "deck": lambda: deck_record(library),
        "case-study": lambda: case_study_record(library.vocabularies),
        "theme": lambda: THEME,
        "activity": lambda: ACTIVITY,
        "worksheet": lambda: WORKSHEET,
        "printer": lambda: printer_record(library.shelf),
    }
    record = records[kind]()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"casedeck: {record.what}"}
    return json.dumps({**head, **_said_once(record.schema())}, indent=2, ensure_ascii=False)


_LONG = 400
"""From this length on, in characters of JSON, what stands in a schema more than once is said once and
referred to.
"""


def _said_once(schema: Schema) -> Schema:
    """The same schema with its repeated parts under `$defs`."""
    times: Counter[str] = Counter()
    _count(schema, times)
    names = {
        text: f"part-{number}"
        for number, (text, found) in enumerate(times.items(), 1)
        if found > 1 and len(text) >= _LONG
    }
    made: Schema = {key: _referring(value, names) for key, value in schema.items()}
    definitions = {
        name: {key: _referring(value, names) for key, value in json.loads(text).items()}
        for text, name in names.items()
    }
    return {**made, "$defs": definitions} if names else made


def _rules(part: Any) -> str:
    """What a part of a schema says, without its description; nothing for what is no rule."""
    rules = (
        {key: value for key, value in part.items() if key != "description"} if isinstance(part, dict) else {}
    )
    return (
        json.dumps(rules, ensure_ascii=False)
        if "anyOf" in rules or isinstance(rules.get("type", rules.get("if")), (str, list, dict))
        else ""
    )


def _count(part: Any, times: Counter[str]) -> None:
    text = _rules(part)
    times[text] += bool(text)
    if times[text] < 2 or not text:
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            _count(inner, times)


def _referring(part: Any, names: dict[str, str]) -> Any:
    if isinstance(part, list):
        return [_referring(inner, names) for inner in part]
    if not isinstance(part, dict):
        return part
    if name := names.get(_rules(part)):
        about = {"description": part["description"]} if "description" in part else {}
        return {**about, "$ref": f"#/$defs/{name}"}
    return {key: _referring(inner, names) for key, inner in part.items()}
