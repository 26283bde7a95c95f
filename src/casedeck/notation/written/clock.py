"""Times of day and lengths of time: 13:30, 2pm, noon; 45 minutes, 1h30, half an hour."""

from __future__ import annotations

import datetime as dt
import re

from casedeck.notation.written import NUMBER_WORDS, Wrong, plain
from casedeck.wording import short

_TIME = re.compile(r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?(?::00)? ?(am|pm)? ?(?:h|hrs?|hours?)?")
_HALF_DAY = re.compile(r"([ap])\.? ?m\.?$")
_CLOCK = re.compile(r"([0-9]{1,2}) ?o ?['’]? ?clock")
_A_TIME = re.compile(r"(?<![0-9:.])[0-9]{1,2}[:.][0-9]{2}(?![0-9:])(?: ?[ap]m\b)?")
_NOON = ("noon", "midday", "12 noon", "12 midday")
_FIRST_PLAIN_HOUR = 7
"""From this hour on, figures without am or pm are read on the 24-hour clock; before it, an afternoon is more
likely than a night.
"""
_TIME_EXAMPLE = 'write it like "13:30" or 1.30pm'

SECONDS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
}
_LONGEST_FIRST = sorted(SECONDS, key=len, reverse=True)
_PIECE = re.compile(
    rf"(?:and |, ?)?([0-9]{{1,4}}(?:[.,][0-9]{{1,2}})?)(?![0-9])(?: "
    rf"?({'|'.join(_LONGEST_FIRST)})(?![a-z])\.?)? ?"
)
_AMOUNTS = re.compile(rf"\b(?:{'|'.join(('an', 'a', *NUMBER_WORDS))})\b")
_HALVES = (
    (re.compile(r"^([0-9]{1,3}) ?['’′]$"), r"\1 min"),
    (re.compile(r"^(?:1 )?quarter of 1 "), "0.25 "),
    (re.compile("^3 quarters of 1 "), "0.75 "),
    *((re.compile(rf"([0-9]) ?{sign}"), rf"\1.{part}") for sign, part in (("¼", 25), ("¾", 75))),
    *(
        (re.compile(rf"^(?:{sign}|{words})"), f"0.{part}")
        for sign, words, part in (("¼", "1/4", 25), ("½", "1/2", 5), ("¾", "3/4", 75))
    ),
    (re.compile(r"\bhalf 1 "), "0.5 "),
    (re.compile(r"\b([0-9]+)( [a-z]+)? and 1 half\b"), r"\1.5\2"),
    (re.compile(r"([0-9]) ?½"), r"\1.5"),
    (re.compile("½"), "0.5"),
)


def read_time(text: str) -> dt.time | Wrong:
    """The time of day meant, on either clock."""
    words = _HALF_DAY.sub(r"\1m", plain(text))
    if words in _NOON:
        return dt.time(12)
    if found := _TIME.fullmatch(words):
        return _on_either_clock(text, found[1], found[2], found[3])
    if found := _CLOCK.fullmatch(words):
        return _on_either_clock(text, found[1], None, None)
    ends = re.split(" to | until |-", words)
    if len(ends) == 2 and all(re.search("[0-9]", end) for end in ends):
        return Wrong(
            f'"{short(text)}" is more than one time of day',
            f"write when it starts, like {short(ends[0].strip())}",
        )
    return _no_time(text)


def _on_either_clock(text: str, hours: str, minutes: str | None, half: str | None) -> dt.time | Wrong:
    """The time that figures stand for; `half` is am or pm."""
    hour, minute = int(hours), int(minutes or 0)
    if hour > 23 or minute > 59 or (half == "am" and hour > 12) or (half and not hour):
        return _no_time(text)
    if half:
        return dt.time(hour if hour > 12 else hour % 12 + (12 if half == "pm" else 0), minute)
    if minutes is None and hour < 13:
        return Wrong(
            f'"{short(text)}" may be before or after noon', f"write {hour or 12}am or {hour or 12}pm"
        )
    if 0 < hour < _FIRST_PLAIN_HOUR and len(hours) == 1:
        return Wrong(
            f'"{short(text)}" may be at night or after noon',
            f'write "{hour + 12}:{minute:02}" or "0{hour}:{minute:02}"',
        )
    return dt.time(hour, minute)


def _no_time(text: str) -> Wrong:
    found = _A_TIME.findall(plain(text)) if len(text) < 60 else []
    return Wrong(
        f'"{short(text)}" is not a time of day',
        f"write {found[0]}" if len(found) == 1 and found[0] != plain(text) else _TIME_EXAMPLE,
    )


def read_seconds(text: str, bare: int = 0) -> float | None:
    """How many seconds a length of time has; a number alone counts so many each as `bare` says, and is none
    where that is 0.
    """
    words = (
        _AMOUNTS.sub(lambda found: str(NUMBER_WORDS.get(found[0], 1)), plain(text)) if len(text) < 60 else ""
    )
    for pattern, instead in _HALVES:
        words = pattern.sub(instead, words)
    if bare and (clock := re.fullmatch(r"([0-9]{1,2}):([0-5][0-9])", words)):
        return int(clock[1]) * 3600.0 + int(clock[2]) * 60
    total, last, at = 0.0, 0, 0
    while at < len(words):
        piece = _PIECE.match(words, at)
        unit = (
            SECONDS[piece[2]] if piece and piece[2] else 60 if last == SECONDS["h"] else bare if not at else 0
        )
        if not piece or not unit or (last and unit >= last):
            return None
        total += float(piece[1].replace(",", ".")) * unit
        last, at = unit, piece.end()
    return round(total, 2) if words else None
