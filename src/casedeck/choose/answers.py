"""What people and form tools write into a sheet of scores: answers that hold a number, and rows that are
nobody's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from casedeck.model.choice import HIGHEST_SCORE, LOWEST_SCORE
from casedeck.model.vocabulary import key
from casedeck.tables.mending import NOTHING

_SCORE = rf"[{LOWEST_SCORE}-{HIGHEST_SCORE}]"
_NUMBER = re.compile(rf"({_SCORE})(?:[.,]0+)?")
_WORDS = (
    re.compile(rf"({_SCORE})\s?(?:/|out of|of)\s?{HIGHEST_SCORE}"),
    re.compile(rf"({_SCORE})\s*[-–—:.,)=(\s]\s*(?!or\b|to\b)[^\d]*[^\W\d_][^\d]*"),
    re.compile(rf"[^\d]*[^\W\d_][^\d]*[-–—:=(\[]\s*({_SCORE})\s*[)\]]?"),
)
_NO_ANSWER = {
    *NOTHING,
    "na",
    "none",
    "no answer",
    "not answered",
    "skipped",
    "don't know",
    "dont know",
    "not sure",
    "unsure",
    "?",
    ".",
}
_QUALTRICS = '{"ImportId"'
"""What stands below the headings in files of that form tool."""
_AVERAGES = (
    "averages?|avg|means?|median|mode|durchschnitt|mittelwert|schnitt|moyenne|gemiddelde|promedio|media|snitt"
)
_CHANGES = "difference|changes?(?:since[a-z]{1,12})?|gap"
_SPREADS = (
    rf"std|stdev|stddev|sd|standarddeviations?|variance|range|spread|{_CHANGES}|lowest|highest|"
    "minimum|maximum"
)
_COUNTS = (
    "responses?(?:received)?|respondents?|answers?|counts?(?:of[a-z]{1,12})?|n|anzahl|"
    "participants|submissions|(?:number|no)ofthem"
)
_SUMS = "totals?|sums?|summe|gesamt|overall|percent(?:age)?|rank(?:ing)?"
_GOALS = (
    "targets?|goals?|benchmarks?|baseline|lastyears?|lasttime|lastmonth|"
    "previous(?:year|time|round)?|prioryear|beforehand"
)
_BEHIND = "(?:scores?|results?|value|row|ofall|ofeach|total|count|all|average|mean)?"
_BEFORE = "(?:team|group|overall|total|grand|column|numberof|noof|all|our|the)?"
_NOBODY = re.compile(rf"{_BEFORE}(?:{_AVERAGES}|{_SPREADS}|{_COUNTS}|{_SUMS}|{_GOALS}){_BEHIND}\d{{0,6}}")
_NUMBERED = re.compile(
    r"(?:numberof|noof)(?:people|responses|answers|respondents|participants|scores)\d{0,6}"
)
_FEW_WORDS = 6
_SUM_WORDS = {
    *("average", "averages", "avg", "ave", "mean", "means", "median", "total", "totals", "subtotal"),
    *("durchschnitt", "mittelwert", "moyenne", "gemiddelde"),
}
"""Words that tell what a name is at its beginning or end, such as North average or Mean (rounded), where it
has no more than a few.
"""
_TEST = re.compile(
    r"test(?:ing|entry|row|person|user|data|response|answer|only|test)?\d{0,3}|testtest(?:com|org)|(?:example|sample|dummy)(?:row)?"
)
_SIGNS = re.compile(r"[%Ø∅Σμ]|%\W.*|[Ø∅Σμ]\W*\d{0,4}|x̄")
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_TIME = re.compile(
    rf"(?:(?:{_MONTHS}|spring|summer|autumn|fall|winter|year)[\s-]+)?((?:19|20)\d\d)(?:\s?[/–-]\s?(?:20)?\d\d)?",
    re.IGNORECASE,
)
AMBIGUOUS = ("n", "min", "max", "sd")
"""Words that may be somebody's name or initial as well: what stands in their row decides."""


def seen(text: str) -> str:
    """A cell's text as people see it: any blank is a space, and signs without a shape are not there."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kinds = [(char, unicodedata.category(char)) for char in text]
    return " ".join(
        "".join(
            " " if kind[0] == "Z" or char.isspace() else char
            for char, kind in kinds
            if kind not in ("Cf", "Cc")
        ).split()
    )


def score(text: str) -> int | None:
    """The score that an answer, as people see it, is or names: 3, 3.0, "3 - sometimes", "sometimes (3)" or
    3/5; None where it does not.
    """
    found = _NUMBER.fullmatch(text) or next(
        (each for pattern in _WORDS if (each := pattern.fullmatch(text.casefold()))), None
    )
    if found:
        return int(found[1])
    return (
        int(text)
        if len(text) == 1 and text.isdecimal() and LOWEST_SCORE <= int(text) <= HIGHEST_SCORE
        else None
    )


def is_plain(text: str) -> bool:
    """Whether a score is no more than a number."""
    return _NUMBER.fullmatch(text) is not None or len(text) == 1


def is_no_answer(text: str) -> bool:
    """Whether a cell says that its person gave no score."""
    return not text or text.casefold().rstrip(".!") in _NO_ANSWER or text.startswith(_QUALTRICS)


def is_nobody(text: str) -> bool:
    """Whether a row or column of this name sums up others, is a goal or an earlier result, or only a test."""
    word = key(text)
    known = any(pattern.fullmatch(word) for pattern in (_NOBODY, _NUMBERED, _TEST)) or word in ("min", "max")
    words = re.findall(r"[^\W_]+", text.casefold())
    return (
        known
        or bool(_SIGNS.fullmatch(text))
        or (0 < len(words) <= _FEW_WORDS and bool({words[0], words[-1]} & _SUM_WORDS))
    )


def year(text: str) -> str:
    """The year that a text says alone or with a month or a season, such as March 2026; nothing for any other
    text.
    """
    found = _TIME.fullmatch(text)
    return found[1] if found else ""


_QUESTION = re.compile(r"^\s*q(?:uestion)?\s?\d{1,3}(?:[._]\d{1,3})*\s*[-–—:.)_]*\s*", re.IGNORECASE)
_BEHIND_NUMBER = re.compile(r"(?<=[^\W\d])\s?\d{1,2}$")
_DIVIDER = re.compile(r"\s+[-–—|>]+\s+|:\s*|\s?[–—]\s?")
_SCALE = re.compile(r"\s*\([^()]*\d[^()]*\)\s*[*:?]*$")
_NO_SCORES = ("points", "feedback")
"""What form tools put before a question's name above columns of another kind."""


def within(heading: str) -> Iterator[str]:
    """The parts of a form tool's heading that may be the name of what is scored, the most likely first."""
    heading = _QUESTION.sub("", seen(heading[:300]))
    if key(_DIVIDER.split(heading)[0]) in _NO_SCORES:
        return
    brackets = re.findall(r"\[([^\[\]]+)\]", heading)
    heading = _SCALE.sub("", heading)
    parts = [part for part in _DIVIDER.split(heading) if part]
    for part in (*brackets[::-1], heading, *parts[::-1]):
        yield part
        yield _BEHIND_NUMBER.sub("", part)
