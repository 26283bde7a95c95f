"""Reference pages leave nothing out: keys, limits, names, commands and options."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click
import pytest

from casedeck.build.deck_file import deck_record
from casedeck.cli import cli
from casedeck.compose.faces import FACES
from casedeck.library.activities import ACTIVITIES
from casedeck.library.activity import ACTIVITY, DEBRIEF
from casedeck.library.card_size import CARD_SIZE, CARD_SIZES
from casedeck.library.case_study import case_study_record
from casedeck.library.paper import PAPER, PAPERS
from casedeck.library.printer import printer_record
from casedeck.library.theme import THEME, THEMES
from casedeck.library.vocabulary import TERM
from casedeck.model.activity import GROUPINGS, UNITS
from casedeck.model.case_study import STATUSES
from casedeck.model.sheet import BACKS, CUTS, FLIPS
from casedeck.model.theme import COLOURS
from casedeck.prints import PRINTS
from casedeck.prints.session_needs import SHEETS
from casedeck.worksheets.file import WORKSHEET
from casedeck.worksheets.model import EACH, ORIENTATIONS, PLACEHOLDERS
from casedeck.worksheets.parts import PARTS
from tests.docs.support import library, page
from tests.support.library import VOCABULARY_OF

Schema = dict[str, Any]


def commands(group: click.Group, name: str = "casedeck") -> Iterator[tuple[str, click.Command]]:
    """Every command with its name in full, those of groups within groups too."""
    for word, command in group.commands.items():
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


def undocumented_options(group: click.Group, text: str) -> list[str]:
    """The commands and options that a text does not mention."""
    found = []
    for name, command in commands(group):
        found += [name] * (name not in text)
        options = [
            option for param in command.params if isinstance(param, click.Option) for option in param.opts
        ]
        found += [option for option in options if not re.search(rf"{re.escape(option)}\b", text)]
    return found


def test_every_option_is_documented() -> None:
    """Each command and each of its options stands in the page of commands, those of a session in its page as
    well.
    """
    assert undocumented_options(cli, page("docs/commands.md")) == []
    session = click.Group(commands={"plan": cli.commands["plan"]})
    assert undocumented_options(session, page("docs/session.md")) == []


def test_undocumented_options_are_found() -> None:
    """Twin: an option, a command and a command of a command that no page mentions are found."""
    fold = click.Group(
        "fold", commands={"in-two": click.Command("in-two", params=[click.Option(["--twice"])])}
    )
    group = click.Group(commands={"fold": fold})
    assert undocumented_options(group, page("docs/commands.md")) == [
        "casedeck fold",
        "casedeck fold in-two",
        "--twice",
    ]


def keys(schema: Schema, key: str = "") -> Iterator[tuple[str, Schema]]:
    """Every key of a schema with each rule for its value; the names of terms, which stand in the vocabulary,
    are passed over.
    """
    if key:
        yield key, schema
    inside = [schema[name] for name in ("items", "then", "else") if name in schema]
    for each in [*schema.get("anyOf", ()), *inside]:
        yield from keys(each, key)
    for name, each in schema.get("properties", {}).items():
        yield from keys(each, "" if "maxProperties" in schema else name)


UNLIMITED = 1000
"""The number of items that a list without a limit of its own may have."""


def unmentioned(schema: Schema, text: str) -> list[str]:
    """The keys of a schema that have no row in a page's tables, and those whose row does not say their
    limits.

    A colour has a form of its own, which is stricter than any limit.
    """
    found = []
    for key, rule in keys(schema):
        rows = [row for row in text.splitlines() if row.startswith(f"| `{key}` |")]
        limits = [rule[name] for name in ("maxLength", "minimum", "maximum", "maxItems") if name in rule]
        said = [
            row
            for row in rows
            if all(re.search(rf"\b{limit:,}\b", row) for limit in limits if limit != UNLIMITED)
        ]
        if not rows or not (said or key in COLOURS):
            found.append(key)
    return list(dict.fromkeys(found))


REFERENCES: dict[str, tuple[str, Callable[[], Schema]]] = {
    "deck": ("docs/deck-file.md", lambda: deck_record(library()).schema()),
    "case study": ("docs/case-study-file.md", lambda: case_study_record(library().vocabularies).schema()),
    "theme": ("docs/theme-file.md", THEME.schema),
    "paper": ("docs/theme-file.md", PAPER.schema),
    "size of card": ("docs/theme-file.md", CARD_SIZE.schema),
    "activity": ("docs/activity-file.md", ACTIVITY.schema),
    "worksheet": ("docs/worksheet-file.md", WORKSHEET.schema),
    "printer": ("docs/printing.md", lambda: printer_record(library().shelf).schema()),
}


@pytest.mark.parametrize("kind", REFERENCES)
def test_every_key_is_in_its_reference_page(kind: str) -> None:
    """Each key of a file has a row in a table of its reference page, and the row says the key's limits."""
    name, schema = REFERENCES[kind]
    assert unmentioned(schema(), page(name)) == []


@pytest.mark.parametrize("rule", [{"type": "string"}, {"type": "integer", "minimum": 1, "maximum": 77}])
def test_unmentioned_keys_are_found(rule: Schema) -> None:
    """Twin: a key that the page does not have, and a limit that its row does not give, are found, however
    deep they are.
    """
    schema = {
        "properties": {"session": {"properties": {"folds": rule, "people": {"minimum": 1, "maximum": 501}}}}
    }
    assert unmentioned(schema, page("docs/deck-file.md")) == ["folds", "people"]


def missing(words: Iterable[str], text: str) -> list[str]:
    """The words that do not stand in a text as `code`."""
    return [word for word in words if f"`{word}`" not in text]


def _names() -> dict[str, list[str]]:
    """What can be named in files, by the page that lists it."""
    found = library()
    activities = found.shelf(ACTIVITIES).names()
    looks = [*found.shelf(THEMES).names(), *found.shelf(PAPERS).names(), *found.shelf(CARD_SIZES).names()]
    braces = ("people", "cards", "hand", "groups", "tables", "minutes", "prompt")
    return {
        "docs/deck-file.md": [
            *(*PRINTS, *FACES, *VOCABULARY_OF, *looks, *BACKS, *CUTS, *FLIPS),
            *(name.replace("-", " ") if name != "co-presentation" else name for name in activities),
        ],
        "docs/vocabulary.md": [*TERM.keys],
        "docs/case-study-file.md": [*STATUSES],
        "docs/activity-file.md": [
            *activities,
            *UNITS,
            *GROUPINGS,
            *SHEETS,
            *DEBRIEF,
            *(f"{{{name}}}" for name in braces),
        ],
        "docs/worksheet-file.md": [
            *(*PARTS, *ORIENTATIONS, *EACH),
            *(f"{{{name}}}" for names in PLACEHOLDERS.values() for name in names),
        ],
    }


@pytest.mark.parametrize("name", _names())
def test_what_can_be_named_is_listed(name: str) -> None:
    """A reference page names everything that a file of its kind can choose from; a word that is not there is
    found.
    """
    assert missing(_names()[name], page(name)) == []
    assert missing(["origami"], page(name)) == ["origami"]


def sizes_said(text: str, low: float, high: float, face: str, paper: str) -> bool:
    """True where a table has a row with this range of sizes."""
    return f"| {face} | {paper} | {low:g} to {high:g} pt |" in text


def test_sizes_of_type_are_as_said() -> None:
    """The page on printing gives the range of body sizes of every face on every paper; a wrong range is
    noticed.
    """
    text = page("docs/printing.md")
    for face, about in FACES.items():
        for paper, (low, high) in about.ranges().items():
            assert sizes_said(text, low, high, face, paper)
            assert not sizes_said(text, low, high + 1, face, paper)


def set_up_commands(text: str) -> list[str]:
    """The command that stands alone in a block directly below each of the two headings."""
    headings = "(?:Make the starter deck|Run the tests)"
    return re.findall(rf"^## {headings}\n\n```sh\n([^\n]+)\n```$", text, re.MULTILINE)


def test_readme_gives_each_set_up_command_on_one_line() -> None:
    """The README's two set-up commands stand alone under their headings; a command on two lines is
    noticed.
    """
    made, tested = set_up_commands(page("README.md"))
    assert made.endswith("casedeck build decks/starter.yaml")
    assert tested.endswith("-m pytest -n auto")
    assert set_up_commands(page("README.md").replace(" && .venv/bin/python", "\n.venv/bin/python")) == [made]
