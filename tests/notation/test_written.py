"""Dates, times, numbers and lists as people write them: what has one meaning is taken, and the schema takes
it too.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casedeck.build.deck_file import COPIES, MINUTES, PEOPLE
from casedeck.errors import Place, Report
from casedeck.model.vocabulary import Term, Vocabulary
from casedeck.notation.amounts import Date, Duration, InMinutes, Length, TimeOfDay, Whole
from casedeck.notation.combined import Pair
from casedeck.notation.fields import Field, OneOf, OneTerm, YesNo
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Words
from casedeck.notation.records import Record
from casedeck.notation.written import Wrong
from casedeck.notation.written.numbers import read_whole
from casedeck.notation.yaml import Scalar
from tests.support.reading import read

THE_DAY = dt.date(2027, 3, 12)
ACTIVITY = OneOf("activity", ("gallery", "divergent-connections", "co-presentation"))
ACTIVITIES = ListOf(ACTIVITY, 1, 5, single=True, names=True)
OPPORTUNITIES = Vocabulary(
    "opportunities",
    (Term("rules", "Rules and accountabilities"), Term("honesty", "Honesty, openness"), Term("it", "IT")),
)
TERMS = ListOf(OneTerm("opportunity", OPPORTUNITIES), 1, 5, single=True, names=True)
KEYWORDS = ListOf(Words(40), 3, 3, names=True)
SCORES = ListOf(Whole(1, 5), 1, 500, single=True, names=True)
PRINTS = ListOf(
    Pair("each print item", OneOf("print item", ("cards", "wall cards", "pack")), Record("a print item", {})),
    1,
    20,
    names=True,
)

TAKEN: list[tuple[Field, Any, list[str]]] = [
    (
        Date(),
        THE_DAY,
        [
            *(
                "2027-03-12",
                "2027-3-12",
                "2027/03/12",
                "2027.03.12",
                "2027–03–12",
                "2027-03-12 00:00:00",
                "2027-03-12T00:00",
            ),
            *("12/3/2027", "12/03/2027", "12.3.2027", "12-3-2027", "12 3 2027", "12/3/27", "12.03.27"),
            *(
                "12 March 2027",
                "12th March 2027",
                "12 mar 2027",
                "12 MARCH 2027",
                "12-Mar-2027",
                "12 Mar 27",
                "12. March 2027",
                "12 March, 2027",
            ),
            *(
                "March 12, 2027",
                "March 12th 2027",
                "the 12th of March 2027",
                "12\u00a0March\u00a02027",
                "“12 March 2027”",
                "12th of March, 2027",
            ),
            *(
                "Friday 12 March 2027",
                "Fri 12/3/2027",
                "Friday, 12th March 2027",
                "12 March 2027, Friday",
                "Friday 2027-03-12",
            ),
        ],
    ),
    (Date(), dt.date(2026, 12, 1), ["01/12/2026", "1 Dec 2026", "Tuesday 1 December 2026", "Tues 1.12.26"]),
    (Date(), dt.date(2027, 9, 1), ["1 Sept 2027", "Wed 1 Sep 2027", "Weds 1 September 2027"]),
    (Date(), dt.date(1998, 3, 12), ["12/3/98"]),
    (
        TimeOfDay(),
        dt.time(14, 30),
        [
            *("14:30", "14.30", "1430", "14h30", "14:30:00", "14:30h", "1430 hrs", "14:30 hours"),
            *(
                "2.30pm",
                "2:30pm",
                "2.30 PM",
                "2:30 p.m.",
                "2.30 pm",
                "230pm",
                "14:30pm",
                "“14:30”",
                "'14:30'",
                "02:30pm",
            ),
        ],
    ),
    (TimeOfDay(), dt.time(14), ["2pm", "2 PM", "14", "14h", "1400", "14.00", "2 p.m."]),
    (TimeOfDay(), dt.time(9), ["9am", "9:00", "9.00", "09:00", "0900", "900", "9 a.m."]),
    (TimeOfDay(), dt.time(12), ["noon", "Noon", "midday", "12 noon", "12pm", "12:00"]),
    (TimeOfDay(), dt.time(0), ["12am", "00:00", "0:00"]),
    (TimeOfDay(), dt.time(2, 30), ["02:30", "2.30am"]),
    (
        MINUTES,
        90,
        [
            *(
                "90",
                "90 minutes",
                "90 mins",
                "90 min",
                "90 min.",
                "90m",
                "90 Minutes",
                "90.0",
                "1:30",
                "1h30",
                "1h 30m",
                "1 hr 30",
                "1 h 30 min",
            ),
            *(
                "1.5 hours",
                "1,5 hours",
                "1½ hours",
                "1 ½ hours",
                "1 hour 30 minutes",
                "1 hour and 30 minutes",
                "one hour, 30 minutes",
            ),
            *("an hour and a half", "one and a half hours", "1.5h", "5400 seconds", "1 and a half hours"),
        ],
    ),
    (
        MINUTES,
        45,
        [
            "45",
            "45 minutes",
            "45\u00a0min",
            "0:45",
            "“45”",
            "0.75 hours",
            "45'",
            "45’",
            "¾ hour",
            "3/4 hour",
            "three quarters of an hour",
        ],
    ),
    (MINUTES, 30, ["half an hour", "30 Min", "½ hour", "0.5 hours", "0.5h"]),
    (MINUTES, 120, ["two hours", "2 hours", "2h", "2 hrs", "120 minutes"]),
    (InMinutes(0, 240, parts=True), 2.5, ["2.5", "2,5", "2.5 minutes", "2 min 30 s", "2½", "150 seconds"]),
    (
        Duration(),
        90.0,
        ["90 seconds", "90s", "1.5 minutes", "1,5 min", "1 min 30 s", "one and a half minutes"],
    ),
    (
        PEOPLE,
        24,
        ["24", "24 people", "24 participants", "24  People", "24.0", "024", "24\u00a0people", "“24”"],
    ),
    (PEOPLE, 12, ["twelve", "Twelve people", "12 persons"]),
    (COPIES, 4, ["4", "4 copies", "4x", "4 times", "four copies"]),
    (COPIES, 1000, ["1000", "1,000", "1 000", "1,000 copies"]),
    (Whole(0, 999_999_999), 1_234_567, ["1234567", "1,234,567", "1 234 567"]),
    (Whole(0, 100, ("%", "per cent", "percent")), 10, ["10", "10%", "10 %", "10 per cent", "10 percent"]),
    (
        Length(1, 100),
        15.0,
        ["15mm", "15 mm", "1.5cm", "1,5 cm", "15 MM", "15 millimetres", "15  mm", "1.5 centimetres"],
    ),
    (Length(1, 100), 25.4, ["1in", "1 inch", '1"', "1 in", "72pt", "72 points", "25,4 mm"]),
    (YesNo(), True, ["yes", "Yes", "YES", "y", "true", "on"]),
    (YesNo(), False, ["no", "No", "n", "false", "off"]),
    (
        OneOf("face", ("wall cards",)),
        "wall cards",
        ["wall cards", "Wall Cards", "wall-cards", "WALLCARDS", "wall_cards"],
    ),
    (ACTIVITIES, ["gallery"], ["gallery", "Gallery", "[gallery]", "- gallery"]),
    (
        ACTIVITIES,
        ["gallery", "divergent-connections"],
        [
            *(
                "gallery, divergent connections",
                "gallery and divergent connections",
                "Gallery & Divergent Connections",
                "gallery; divergent connections",
            ),
            *(
                "[gallery, divergent connections]",
                "[gallery and divergent connections]",
                "- gallery\n- divergent connections",
            ),
            *(
                "|\n  gallery\n  divergent connections\n",
                "gallery, and divergent connections",
                "gallery + divergent connections",
            ),
        ],
    ),
    (
        ACTIVITIES,
        ["gallery", "co-presentation", "divergent-connections"],
        ["gallery, co-presentation and divergent connections"],
    ),
    (TERMS, list(OPPORTUNITIES)[:2], ["Rules and accountabilities, Honesty, openness"]),
    (TERMS, list(OPPORTUNITIES), ["rules, honesty and IT", "rules; honesty; it"]),
    (
        KEYWORDS,
        ["warm", "kind", "brave"],
        ["[warm, kind, brave]", "warm, kind, brave", "warm, kind and brave", "warm; kind; brave"],
    ),
    (KEYWORDS, ["bread and butter", "kind", "brave"], ["bread and butter, kind, brave"]),
    (SCORES, [3, 4, 5], ["[3, 4, 5]", "3, 4, 5", "3; 4; 5", "3, 4 and 5"]),
]

REFUSED = [
    (Date(), "3/25/2027", 'V108 "3/25/2027" has no month 25; write 2027-03-25, or 25/3/2027'),
    (
        Date(),
        "Monday 12 March 2027",
        "V108 12 March 2027 is a Friday, not a Monday; write 2027-03-12, or the date of the Monday",
    ),
    (
        Date(),
        "29/2/2027",
        (
            'V108 "29/2/2027" is not a date; February 2027 has 28 days; write it like 2027-03-12 or 12 '
            "March 2027"
        ),
    ),
    (Date(), "12 March", 'V108 "12 March" has no year; write it with its year, like 12 March 2027'),
    (Date(), "May 2027", 'V108 "May 2027" has no day; write it with its day, like 1 May 2027'),
    (
        Date(),
        "27-03-12",
        'V108 "27-03-12" may begin with the year or with the day; write the year in full, like 2027-03-12',
    ),
    *[
        (Date(), typed, f'V108 "{typed}" is not a date; write it like 2027-03-12 or 12 March 2027')
        for typed in (
            "tomorrow",
            "12 Mrach 2027",
            "0/0/2027",
            "13/13/2027",
            "12",
            "Monday Tuesday 12/3/2027",
            "12/3/2027/4",
            "12 March 0000",
        )
    ],
    (TimeOfDay(), "2.30", 'V108 "2.30" may be at night or after noon; write "14:30" or "02:30"'),
    (TimeOfDay(), "9", 'V108 "9" may be before or after noon; write 9am or 9pm'),
    (TimeOfDay(), "2 o'clock", 'V108 "2 o\'clock" may be before or after noon; write 2am or 2pm'),
    (TimeOfDay(), "from 13:30", 'V108 "from 13:30" is not a time of day; write 13:30'),
    (TimeOfDay(), "1.30pm GMT", 'V108 "1.30pm GMT" is not a time of day; write 1.30pm'),
    (PEOPLE, "24 adults", 'V105 "24 adults" is not a whole number from 1 to 500; write 24'),
    (PEOPLE, "24 (max 30)", 'V105 "24 (max 30)" is not a whole number from 1 to 500; write 24'),
    (
        TimeOfDay(),
        "2pm to 4pm",
        'V108 "2pm to 4pm" is more than one time of day; write when it starts, like 2pm',
    ),
    (
        TimeOfDay(),
        "13:30–15:00",
        'V108 "13:30–15:00" is more than one time of day; write when it starts, like 13:30',
    ),
    *[
        (TimeOfDay(), typed, f'V108 "{typed}" is not a time of day; write it like "13:30" or 1.30pm')
        for typed in ("half past two", "midnight", "after lunch", "13am", "0pm", "14:60", "24:00", "123456")
    ],
    (PEOPLE, "about 24", 'V105 "about 24" is not a whole number from 1 to 500; write 24'),
    (PEOPLE, "~24", 'V105 "~24" is not a whole number from 1 to 500; write 24'),
    (PEOPLE, "24+", 'V105 "24+" is not a whole number from 1 to 500; write 24'),
    (PEOPLE, "20-25", 'V105 "20-25" is not a whole number from 1 to 500; write one number, such as 25'),
    (
        PEOPLE,
        "20 to 25 people",
        'V105 "20 to 25 people" is not a whole number from 1 to 500; write one number, such as 25',
    ),
    (PEOPLE, "24 chairs", 'V105 "24 chairs" is not a whole number from 1 to 500; write 24'),
    (PEOPLE, "1.000", 'V105 "1.000" is not a whole number from 1 to 500'),
    (MINUTES, "5", 'V105 "5" is not a whole number from 10 to 600'),
    (MINUTES, "11 hours", 'V105 "11 hours" is not a whole number from 10 to 600'),
    (MINUTES, "12.5", 'V105 "12.5" is not a whole number from 10 to 600'),
    (
        MINUTES,
        "a while",
        'V105 "a while" is not a whole number from 10 to 600; write it like 90, 90 minutes or 1h30',
    ),
    (Length(1, 10), "1,000mm", 'V107 "1,000mm" is not a length; write it like 10mm'),
    (
        ACTIVITIES,
        "gallery, singing",
        'V106 unknown activity "singing"; use one of: gallery, divergent-connections, co-presentation',
    ),
    (
        ACTIVITIES,
        "song and dance",
        'V106 unknown activity "song and dance"; use one of: gallery, divergent-connections, co-presentation',
    ),
    (KEYWORDS, "warm, kind", "V109 the list has 2 items; 3 are needed"),
]


def _quoted(typed: str) -> str:
    """The text as a YAML value that no loader takes for anything but text."""
    return typed if typed.startswith(("[", "- ", "|")) else json.dumps(typed, ensure_ascii=False)


@pytest.mark.parametrize(
    ("field", "value", "typed"), [(field, value, each) for field, value, typed in TAKEN for each in typed]
)
def test_taken(field: Field, value: object, typed: str) -> None:
    """Every way to write a thing that has one meaning is read as it."""
    assert read(field, _quoted(typed)) == (value, [])


@pytest.mark.parametrize(("field", "typed"), [(field, each) for field, _, typed in TAKEN for each in typed])
def test_the_schema_takes_it_too(field: Field, typed: str) -> None:
    """An editor marks no spelling that casedeck reads, with quotes or as its own YAML reads it without."""
    validator = Draft202012Validator(field.schema())
    for written in (_quoted(typed), typed):
        try:
            value = json.loads(json.dumps(yaml.safe_load(written), default=str))
        except yaml.YAMLError:
            continue
        sexagesimal = isinstance(value, int) and ":" in typed  # what only the old YAML 1.1 makes of 13:30
        assert sexagesimal or [error.message for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize(("field", "typed", "problem"), REFUSED)
def test_refused(field: Field, typed: str, problem: str) -> None:
    """What may mean two things, or none, is refused with the form to write."""
    assert read(field, json.dumps(typed, ensure_ascii=False))[1] == [f"test.yaml:1:1: {problem}"]


@pytest.mark.parametrize(
    "typed",
    [
        "cards",
        "[cards]",
        "- cards",
        "- cards:",
        "- cards: {}",
        "cards:",
        "cards: {}",
        "{cards: {}}",
        "[cards: {}]",
    ],
)
def test_a_print_item(typed: str) -> None:
    """One thing to print is understood with and without its list, its colon and its braces."""
    values, problems = read(PRINTS, typed)
    assert ([name for name, _, _ in values], problems) == (["cards"], [])
    assert list(Draft202012Validator(PRINTS.schema()).iter_errors(yaml.safe_load(typed))) == []


@pytest.mark.parametrize(
    "typed",
    [
        "cards and wall cards",
        "cards, wall cards",
        "cards:\nwall cards: {}",
        "- cards\n- wall cards:",
        "[cards, wall cards]",
    ],
)
def test_print_items(typed: str) -> None:
    """Several things to print are understood on one line, as a list, and as a list whose hyphens were left
    out.
    """
    values, problems = read(PRINTS, typed)
    assert ([name for name, _, _ in values], problems) == (["cards", "wall cards"], [])
    assert list(Draft202012Validator(PRINTS.schema()).iter_errors(yaml.safe_load(typed))) == []


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)), st.booleans())
@example(dt.date(2027, 2, 3), True)
def test_any_day(day: dt.date, weekday: bool) -> None:
    """Every day is read from each way to write it, and by its weekday only where that is the right one."""
    names = [
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day} {day:%B %Y}",
        f"{day:%b} {day.day}, {day.year}",
        day.isoformat(),
        f"{day:%d.%m.%y}",
    ]
    before = f"{day:%A} " if weekday else ""
    assert {read(Date(), json.dumps(before + name))[0] for name in names} == {day}
    wrong = day + dt.timedelta(1)
    assert {read(Date(), json.dumps(f"{wrong:%A} {name}"))[0] for name in names} == {None}


@given(st.text(max_size=30) | st.text("0123456789 /.:-,apmhjfndoe½“”", max_size=16))
@example("9" * 30)
@example("½")
@example("-")
@example("and a half")
def test_any_text(text: str) -> None:
    """Whatever is typed, there is a value or a problem, never both and never neither."""
    for field in (
        Date(),
        TimeOfDay(),
        MINUTES,
        Duration(),
        PEOPLE,
        COPIES,
        Length(1, 10),
        YesNo(),
        ACTIVITIES,
        SCORES,
        TERMS,
    ):
        report = Report()
        value = field.read(Scalar(text, _PLACE), report)
        assert bool(report.problems) == (value is None or value == []) or isinstance(value, list)


_PLACE = Place("f", 1, 1)


def test_numbers_keep_their_limits() -> None:
    """A noun, a unit or a spelling opens no way round a limit."""
    assert read(PEOPLE, "501 people")[1] == [
        'test.yaml:1:1: V105 "501 people" is not a whole number from 1 to 500'
    ]
    assert read(COPIES, '"1,001"')[1] == ['test.yaml:1:1: V105 "1,001" is not a whole number from 1 to 1,000']
    assert re.search("outside the range", read(Length(1, 10), "1,1 cm")[1][0])


def test_what_is_wrong_is_said_without_raising() -> None:
    """A number comes back as itself, and what is none as what is wrong with it, for a field to place."""
    assert read_whole("three lines", 1, 5, ("lines",)) == 3
    wrong = read_whole("many", 1, 5, ("lines",))
    assert isinstance(wrong, Wrong)
    assert wrong.message == '"many" is not a whole number from 1 to 5'
