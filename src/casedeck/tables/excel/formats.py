"""Numbers, days and times as a spreadsheet shows them: by the format of their cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from casedeck.tables.excel.dates import shown_date
from casedeck.tables.excel.numbers import shown_in_digits
from casedeck.tables.excel.shapes import FormatSection, Token, sections_of
from casedeck.tables.sheet import shown_number

GENERAL = "General"
BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "14": "yyyy-mm-dd",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "yyyy-mm-dd h:mm",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
    "48": "##0.0E+0",
    "37": "#,##0;(#,##0)",
    "38": "#,##0;(#,##0)",
    "39": "#,##0.00;(#,##0.00)",
    "40": "#,##0.00;(#,##0.00)",
    "49": "@",
    "41": '#,##0;-#,##0;"-"',
    "42": '"£"#,##0;-"£"#,##0;"-"',
    "43": '#,##0.00;-#,##0.00;"-"',
    "44": '"£"#,##0.00;-"£"#,##0.00;"-"',
}
"""The formats that a workbook names by number alone. What depends on the computer is as in the United
Kingdom.
"""

_COMPARED = {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0), "=": (0,), "<>": (-1, 1)}


@lru_cache(2_000)
def shown_value(value: str, kind: str, shape: str, *, from_1904: bool) -> str:
    """A number, yes or no or a day, as it stands in a workbook, in the format of its cell."""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind == "d":
        return _day(value)
    try:
        number = float(value)
    except ValueError:
        return value
    return shown(number, shape, from_1904=from_1904) if abs(number) < float("inf") else value


def shown(number: float, shape: str, *, from_1904: bool = False) -> str:
    """A number in a format; one that the format cannot show, as it is."""
    if shape == GENERAL:
        return shown_number(number)
    sections = sections_of(shape)
    section, bare = _section(sections, number)
    if section is None:
        return ""
    sign = "-" if number < 0 and not bare else ""
    if section.has("date", "passed"):
        return shown_date(number, section.tokens, from_1904=from_1904) or shown_number(number)
    if section.has("general", "text") or not section.tokens:
        made = "".join(
            shown_number(abs(number)) if each.kind in ("general", "text") else _words(each)
            for each in section.tokens
        )
        return f"{sign}{made or shown_number(abs(number))}"
    digits = shown_in_digits(abs(number), section.tokens)
    if digits is None:
        return shown_number(number)
    rounded_away = section.has("digit") and not re.search("[1-9]", digits)
    return f"{'' if rounded_away else sign}{digits}".strip()


@lru_cache(1_000)
def words_around(shape: str) -> tuple[str, str] | None:
    """The words that a format puts before and behind a text; None where it hides it."""
    if "@" not in shape and shape.count(";") < 3:
        return "", ""
    sections = sections_of(shape)
    tokens = sections[3].tokens if len(sections) > 3 else sections[0].tokens if len(sections) == 1 else ()
    at = next((at for at, token in enumerate(tokens) if token.kind == "text"), None)
    if at is None:
        return None if len(sections) > 3 else ("", "")
    return "".join(map(_words, tokens[:at])), "".join(map(_words, tokens[at:]))


def _words(token: Token) -> str:
    return token.text if token.kind == "word" else ""


def _day(value: str) -> str:
    try:
        found = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    return found.date().isoformat() if found.time() == dt.time() else f"{found:%Y-%m-%d %H:%M}"


def _section(sections: Sequence[FormatSection], number: float) -> tuple[FormatSection | None, bool]:
    """The section of a format that shows a number, and whether it shows it without its sign; None where it
    shows nothing.
    """
    tested = [each for each in sections[:3] if each.test is not None]
    if tested:
        for section in tested:
            sign, limit = section.test or ("", 0.0)
            if ((number > limit) - (number < limit)) in _COMPARED[sign]:
                return section, False
        return next((each for each in sections[:3] if each.test is None), sections[-1]), False
    if len(sections) > 1 and number < 0:
        return sections[1] if sections[1].tokens else None, True
    if len(sections) > 2 and number == 0:
        return sections[2] if sections[2].tokens else None, False
    return sections[0] if sections[0].tokens or len(sections) == 1 else None, False
