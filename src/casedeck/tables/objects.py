"""A JSON list of objects as rows, their names as headings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from casedeck.tables.encodings import decoded
from casedeck.tables.sheet import MAX_COLUMNS, Sheet, fail, shown_number, within_limits

MAX_SIGNS = {"{": 200_000, "[": 200_000, ",": 500_000, ":": 500_000}
"""How often signs that part values may stand in a file, those within texts counted."""
_LIKE = 'write it like [{"Title": "…"}, …]'
_NESTED = "holds values within values; text is needed"


def read_objects(data: bytes, file: str) -> Iterator[Sheet]:
    """The sheet in a JSON file. Raises DeckError."""
    yield objects(decoded(data, file).text, file)


def objects(text: str, file: str) -> Sheet:
    """The rows of a JSON list of objects; their keys stand before them as a row of headings. Raises
    DeckError.
    """
    items = _items(text, file)
    keys = _keys(items, file)
    remarks: dict[tuple[int, int], str] = {}

    def lines() -> Iterator[tuple[int, list[str]]]:
        yield 0, list(keys)
        for number, each in enumerate(items, 1):
            cells = [_value(each.get(name)) for name in keys]
            remarks.update({(number, index): _NESTED for index, cell in enumerate(cells) if cell is None})
            yield number, [cell or "" for cell in cells]

    rows, problem = within_limits(lines())
    return Sheet("", rows, "item", problem, remarks)


def _items(text: str, file: str) -> list[dict[str, Any]]:
    """The objects of a JSON list, which may be the one value of an object. Raises DeckError."""
    for sign, most in MAX_SIGNS.items():
        if (many := text.count(sign)) > most:
            message = f'the file has {many:,} of the sign "{sign}"; the limit is {most:,}'
            fail(file, "F102", message, "import it in parts")
    made = _parsed(text, file)
    if isinstance(made, dict) and len(made) == 1:
        (made,) = made.values()
    if not isinstance(made, list) or not all(isinstance(each, dict) for each in made):
        message = "a list of case studies is needed, each with names and values"
        fail(file, "F110", message, _LIKE)
    return made


def _parsed(text: str, file: str) -> Any:
    """What the text says in JSON. Raises DeckError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        fail(file, "F110", f"this is not valid JSON: {str(error)[:100]}")
    except ValueError:  # Python reads no number of more than 4,300 digits
        hint = "put quotation marks around it, or take it out"
        fail(file, "F110", "a number has thousands of digits", hint)
    except RecursionError:
        fail(file, "F110", "values stand within values, hundreds deep", _LIKE)


def _keys(items: list[dict[str, Any]], file: str) -> list[str]:
    """The names that stand in any of the items, each once, in order. Raises DeckError where they are too
    many.
    """
    keys: dict[str, None] = {}
    for number, each in enumerate(items, 1):
        keys |= dict.fromkeys(each)
        if len(keys) > MAX_COLUMNS:
            fail(
                file,
                "F110",
                f"up to item {number} there are {len(keys):,} names of values; the limit is {MAX_COLUMNS}",
            )
    return list(keys)


def _value(value: Any) -> str | None:
    """A JSON value as text, items of a list one on each line; None for what is no text."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value) if isinstance(value, int) else shown_number(value)
    if isinstance(value, list) and not any(isinstance(each, (list, dict)) for each in value):
        return "\n".join(_value(each) or "" for each in value)
    return None
