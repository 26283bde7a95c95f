"""Locale files: the words that casedeck prints."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings

from casedeck.errors import DeckError, Report
from casedeck.library.library import Library
from casedeck.library.locale import CARDS
from casedeck.notation.yaml import parse
from casedeck.prints.words import LOCALE, SECTIONS
from tests.support.decks import stems
from tests.support.nonsense import NONSENSE, mutated
from tests.support.reading import Overlay, lines
from tests.support.repository import ROOT

FILE = "assets/locales/en-GB.yaml"
WHOLE = (ROOT / FILE).read_text("utf-8")
PLACEHOLDERS = [
    (section, name) for section, words in SECTIONS.items() for name, allowed in words.items() if allowed
]


def _read(text: str) -> tuple[object, list[str]]:
    """The words in a file's text as the library has them, and the problems."""
    report = Report()
    library = Library(Overlay({FILE: text}), report)
    try:
        return library.labels("en-GB", LOCALE), lines(report)
    except DeckError as error:
        return None, [str(problem) for problem in error.problems]


def test_shipped_words_are_complete() -> None:
    """The file that ships has every word that is printed, and no other."""
    values = yaml.safe_load(WHOLE)
    assert set(values) == set(LOCALE.keys)
    assert {name: set(values[name]) for name in SECTIONS} == {
        name: set(words) for name, words in SECTIONS.items()
    }
    labels, problems = _read(WHOLE)
    assert problems == []
    assert labels is not None
    assert stems("assets/locales") == ["en-GB"]


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "overview: Overview",
            "overvew: Overview",
            '1:1: V101 unknown key "overvew" in a locale; did you mean "overview"?',
        ),
        ("overview: Overview", "overview:", '1:10: V102 "overview" has no value in a locale'),
        (
            "overview: Overview",
            f"overview: {'x' * 161}",
            "1:11: V104 the text has 161 characters; the limit is 160",
        ),
        (
            "overview: Overview",
            'overview: "{number}"',
            '1:11: V106 "{number}" holds other words in {} than none; it may have: none',
        ),
        (
            '"{number} of {of}"',
            '"{number} of {off}"',
            (
                'V106 "{number} of {off}" holds other words in {} than {number} and {of}; '
                'write it like "{number} of {of}"'
            ),
        ),
        (
            "  break: Break",
            "  brake: Break",
            'V101 unknown key "brake" in the words of the session sheet; did you mean "break"?',
        ),
        ("  break: Break\n", "", 'V102 "break" is missing in the words of the session sheet'),
        (
            "  seat: Seat {seat}",
            "  seat: Seat {seats}",
            'V106 "Seat {seats}" holds other words in {} than {seat}; it may have: {seat}',
        ),
        (
            "weekdays: Monday, Tuesday,",
            "weekdays: Tuesday,",
            (
                "V109 here stand 6 names where 7 are needed; "
                "write the names in their order, with commas between them"
            ),
        ),
        (
            "months: January,",
            "months: January, ,",
            "V109 a name is missing beside a comma; write the names in their order, with commas between them",
        ),
        ("letters: A,", "letters: A{x},", 'V106 "A{x}, B, C, D, E, F, G, H, I, J, K, L, …" holds other'),
        ("  do: Do\n", "  do: [Do]\n", "V103 here stands a list where text is needed"),
        (
            "session sheet:\n",
            "session sheet: x\nsession sheets:\n",
            "V103 the words of the session sheet needs keys and values here",
        ),
    ],
)
def test_refused(right: str, wrong: str, problem: str) -> None:
    """A slip is named at its line and column, with the placeholders that the words may have; nothing is
    printed with it.
    """
    assert right in WHOLE
    labels, problems = _read(WHOLE.replace(right, wrong, 1))
    assert labels is None
    assert any(problem in line and line.startswith(f"{FILE}:") for line in problems), problems


@pytest.mark.parametrize("name", [name for name, allowed in CARDS.items() if not allowed])
def test_every_word_on_cards_is_needed(name: str) -> None:
    """A word that is missing is named, and there are no words then."""
    values = yaml.safe_load(WHOLE)
    del values[name]
    assert _read(yaml.safe_dump(values, allow_unicode=True)) == (
        None,
        [f'{FILE}:1:1: V102 "{name}" is missing in a locale'],
    )


@pytest.mark.parametrize(("section", "name"), PLACEHOLDERS)
def test_placeholders_of_sheets_are_checked(section: str, name: str) -> None:
    """Words with placeholders may have theirs in any order, and no other."""
    values = yaml.safe_load(WHOLE)
    values[section][name] = " ".join(f"{{{each}}}" for each in reversed(SECTIONS[section][name]))
    assert _read(yaml.safe_dump(values))[1] == []
    values[section][name] = "{other}"
    (line,) = _read(yaml.safe_dump(values))[1]
    assert 'V106 "{other}" holds other words in {}' in line


def test_words_are_set_as_print_has_them() -> None:
    """Straight quotes become curly ones."""
    report = Report()
    values = LOCALE.read(
        parse(WHOLE.replace("overview: Overview", "overview: It's the overview").encode(), FILE), report
    )
    assert values is not None
    assert values["overview"] == "It’s the overview"


@given(NONSENSE)
@settings(max_examples=15)
def test_nonsense(text: str) -> None:
    """Whatever a file says comes back as words or as problems."""
    labels, problems = _read(text)
    assert labels is not None or problems


@given(mutated([WHOLE.encode()]))
@settings(max_examples=25)
def test_mutated(data: bytes) -> None:
    """A file with lines lost, doubled or damaged gives words or problems, never another error."""
    labels, problems = _read(data.decode("utf-8", "replace"))
    assert labels is not None or problems
