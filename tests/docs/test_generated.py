"""Pages that follow from the code and the assets."""

from __future__ import annotations

import click
import pytest

from casedeck.cli import cli
from casedeck.errors import CODES
from casedeck.prints.words import SECTIONS
from tests.docs.support import generator, page


@pytest.mark.parametrize("name", generator().PAGES)
def test_generated_pages_are_up_to_date(name: str) -> None:
    """A generated page holds what docs/generate.py would write now; run `python docs/generate.py` where it
    does not.
    """
    assert page(f"docs/{name}") == generator().PAGES[name]()


def test_a_new_error_code_makes_its_page_out_of_date() -> None:
    """Twin: with one code more, the page of codes is another one."""
    assert page("docs/errors.md") != generator().errors_page({**CODES, "F999": "The printer is on holiday."})


def test_every_error_code_is_in_its_page() -> None:
    """No code falls between the headings, whatever letter it starts with."""
    assert [code for code in CODES if f"| `{code}` |" not in page("docs/errors.md")] == []


def test_a_new_option_makes_its_page_out_of_date() -> None:
    """Twin: with one option more, the page of commands is another one."""
    fold = click.Command(
        "fold", help="Fold the cards.", params=[click.Option(["--twice"], help="Fold them twice.")]
    )
    group = click.Group(
        commands={**cli.commands, "fold": fold}, help=cli.help, context_settings=cli.context_settings
    )
    assert "`--twice TEXT`" in generator().commands_page(group)
    assert page("docs/commands.md") != generator().commands_page(group)


def test_every_printed_word_is_in_its_page() -> None:
    """Each key of each section of a words file has a row below the section's heading."""
    parts = page("docs/words-file.md").split("\n## ")
    for name, words in SECTIONS.items():
        (section,) = (part for part in parts if part.startswith(f"{name.capitalize()}\n"))
        assert [word for word in words if f"\n| `{word}` |" not in section] == []
