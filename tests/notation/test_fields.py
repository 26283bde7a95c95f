"""What a field may hold: each limit at its edge, each refusal with value, limit and hint."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casedeck.model.vocabulary import Term, Vocabulary
from casedeck.notation.amounts import Date, Length, TimeOfDay, Whole
from casedeck.notation.fields import Field, OneOf, OneTerm, Text, spellings
from casedeck.notation.yaml import MAX_BYTES
from casedeck.wording import short
from tests.support.reading import read
from tests.support.work import at_most

TERMS = Vocabulary(
    "enablers", (Term("co-design", "Co-design", aliases=("co-creation",)), Term("norms", "Norms"))
)
COLOUR = OneOf("colour name", ("ink", "dark slate"))
WORDS_OF = {"list": "a list", "map": "keys and values"}


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Text(5), "abcde", "abcde"),
        (Text(5), "'  ab  '", "ab"),
        (Text(5), "no", "no"),
        (Text(5), "15:00", "15:00"),
        (Text(5), "|\n  abc\n", "abc"),
        (Text(20, lines=True), "|\n  ab\n  cd\n", "ab\ncd"),
        (Text(20, lines=True), '"a\\tb"', "a\tb"),
        (Text(20), "'Dún Laoghaire ☃'", "Dún Laoghaire ☃"),
        (Whole(1, 500), "1", 1),
        (Whole(1, 500), "500", 500),
        (Whole(1, 500), "010", 10),
        (Length(1, 10), "1mm", 1.0),
        (Length(1, 10), "1cm", 10.0),
        (Length(1, 10), "2.5 mm", 2.5),
        (Length(0, 30), "1in", 25.4),
        (Length(0, 30), "72pt", 25.4),
        (COLOUR, "Dark-Slate", "dark slate"),
        (OneTerm("enabler", TERMS), "codesign", TERMS.terms[0]),
        (OneTerm("enabler", TERMS), "Co-creation", TERMS.terms[0]),
        (Date(), "2028-02-29", dt.date(2028, 2, 29)),
        (TimeOfDay(), "15:00", dt.time(15)),
        (TimeOfDay(), "9.05", dt.time(9, 5)),
        (TimeOfDay(), "00:00", dt.time(0)),
        (TimeOfDay(), "23:59", dt.time(23, 59)),
    ],
)
def test_accepted(field: Field, typed: str, value: Any) -> None:
    """What is written as the reference says is read as what was meant, up to the limits and with them."""
    found, problems = read(field, typed)
    assert (found, problems) == (pytest.approx(value) if isinstance(value, float) else value, [])


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        (Text(5), "abcdef", "V104 the text has 6 characters; the limit is 5"),
        (Text(5), "''", "V104 the text is empty"),
        (Text(5), "' '", "V104 the text is empty"),
        (
            Text(9),
            "|\n  ab\n  cd\n",
            "V104 the text runs over several lines; write it on one line, or after >-",
        ),
        (Text(9), '"a\\tb"', "V104 the text holds a sign that cannot be printed (U+0009); delete it"),
        (Whole(1, 500), "0", 'V105 "0" is not a whole number from 1 to 500'),
        (Whole(1, 500), "501", 'V105 "501" is not a whole number from 1 to 500'),
        (Whole(1, 5000), "-1", 'V105 "-1" is not a whole number from 1 to 5,000'),
        (Whole(1, 500), "2.5", 'V105 "2.5" is not a whole number from 1 to 500'),
        (Whole(1, 500), "1_0", 'V105 "1_0" is not a whole number from 1 to 500'),
        (Whole(1, 500), "0x1F", 'V105 "0x1F" is not a whole number from 1 to 500'),
        (Whole(1, 500), "٣", 'V105 "٣" is not a whole number from 1 to 500'),
        (Whole(1, 500), "yes", 'V105 "yes" is not a whole number from 1 to 500'),
        (Whole(1, 500), "9" * 5000, f'V105 "{"9" * 39}…" is not a whole number from 1 to 500'),
        (Length(1, 10), "5", 'V107 the length 5 has no unit; write "5mm", or use cm, in or pt'),
        (Length(1, 10), "5px", 'V107 "px" is not a unit of length; use mm, cm, in or pt'),
        (Length(1, 10), "0.99mm", "V107 0.99mm is outside the range from 1mm to 10mm"),
        (Length(1, 10), "1.01cm", "V107 1.01cm is outside the range from 1mm to 10mm"),
        (Length(1, 10), "9999999mm", 'V107 "9999999mm" is not a length; write it like 10mm'),
        (Length(1, 10), "-5mm", 'V107 "-5mm" is not a length; write it like 10mm'),
        (Length(1, 10), "1e3mm", 'V107 "1e3mm" is not a length; write it like 10mm'),
        (Length(1, 10), "nan", 'V107 "nan" is not a length; write it like 10mm'),
        (COLOUR, "inc", 'V106 unknown colour name "inc"; did you mean "ink"?'),
        (COLOUR, "zzzzzz", 'V106 unknown colour name "zzzzzz"; use one of: ink, dark slate'),
        (OneTerm("enabler", TERMS), "norm", 'V106 unknown enabler "norm"; did you mean "Norms"?'),
        (
            Date(),
            "2027-02-29",
            (
                'V108 "2027-02-29" is not a date; February 2027 has 28 days; write it like 2027-03-12 or '
                "12 March 2027"
            ),
        ),
        (Date(), "٢٠٢٧-٠٣-١٢", 'V108 "٢٠٢٧-٠٣-١٢" is not a date; write it like 2027-03-12 or 12 March 2027'),
        (TimeOfDay(), "24:00", 'V108 "24:00" is not a time of day; write it like "13:30" or 1.30pm'),
        (TimeOfDay(), "13:60", 'V108 "13:60" is not a time of day; write it like "13:30" or 1.30pm'),
    ],
)
def test_refused(field: Field, typed: str, problem: str) -> None:
    """What lies outside is refused at its place with what was typed, the limit and the way out."""
    assert read(field, typed) == (None, [f"test.yaml:1:1: {problem}"])


@pytest.mark.parametrize(
    "char",
    ["\\0", "\\a", "\\e", "\\x7f", "\\x9b", "\\N"],
)
def test_unseen_characters(char: str) -> None:
    """Signs that a reader cannot see but a terminal or a page would obey are refused, also when written as an
    escape.
    """
    value, (problem,) = read(Text(9, lines=True), f'"a{char}b"')
    assert value is None
    assert problem.startswith("test.yaml:1:1: V104 the text holds a sign that cannot be printed (U+")
    assert problem.endswith("); delete it")


def test_half_a_character() -> None:
    """Half of a character, which only the loader without libyaml lets through, is refused before anything
    tries to write it.
    """
    from casedeck.errors import Place, Report
    from casedeck.notation.yaml import Scalar

    report = Report()
    assert Text(9).read(Scalar("a\ud800", Place("f", 1, 1)), report) is None
    assert [problem.code for problem in report.problems] == ["V104"]


@pytest.mark.parametrize(("typed", "stands"), [("[a]", "a list"), ("{a: b}", "keys and values")])
@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        (Text(), "text"),
        (Whole(1, 2), "a whole number"),
        (Length(1, 2), 'a length such as "10mm"'),
        (COLOUR, "colour name"),
        (OneTerm("enabler", TERMS), "the name of an enabler"),
        (Date(), "a date"),
        (TimeOfDay(), "a time"),
    ],
)
def test_wrong_kind(field: Field, typed: str, wanted: str, stands: str) -> None:
    """A list or a mapping where one value belongs is refused by saying what stands there and what is
    needed.
    """
    sign = "[" if typed[0] == "[" else "{ or holds a colon"
    way_out = f"; put quotes round a text that begins with {sign}" if wanted == "text" else ""
    stands = f"stand{'s' if typed[0] == '[' else ''} {stands}"
    assert read(field, typed) == (
        None,
        [f"test.yaml:1:1: V103 here {stands} where {wanted} is needed{way_out}"],
    )


@pytest.mark.parametrize(
    "field", [Text(), Whole(1, 2), Length(1, 2), COLOUR, OneTerm("enabler", TERMS), Date(), TimeOfDay()]
)
def test_a_million_characters(field: Field) -> None:
    """A value of a million characters is refused in few steps for each, with a message of ordinary length."""
    with at_most(3 * MAX_BYTES):
        value, (problem,) = read(field, "x" * (MAX_BYTES - 1))
    assert value is None
    assert len(problem) < 200


def test_spellings() -> None:
    """An editor offers each word as it is listed first, and takes the usual spellings of it too."""
    assert spellings("high-contrast", "A4") == {
        "anyOf": [
            {"enum": ["high-contrast", "A4"]},
            {
                "type": "string",
                "pattern": "^[^A-Za-z0-9]*(?:"
                + "[^A-Za-z0-9]*".join(f"[{c.upper()}{c}]" for c in "highcontrast")
                + "|[Aa][^A-Za-z0-9]*4)[^A-Za-z0-9]*$",
            },
        ]
    }


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a" * 40, "a" * 40),
        ("a" * 41, "a" * 39 + "…"),
        ("a\nb\tc\u00a0d", "a b c d"),
        ("\x1b[2J", "\ufffd[2J"),
        ("\u202e\ud800", "\ufffd\ufffd"),
    ],
)
def test_short(text: str, quoted: str) -> None:
    """A message quotes a user's text on one line, cut at forty characters, without signs that a terminal
    obeys.
    """
    assert short(text) == quoted
