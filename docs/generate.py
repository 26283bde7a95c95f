"""Writes the pages of docs/ that follow from the code and the assets. Run by hand: `python docs/generate.py`."""  # noqa: INP001  # a script, not a package

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from casedeck.cli import cli
from casedeck.errors import CODES, ExitCode, Report
from casedeck.folder import Folder
from casedeck.load.vocabulary import load_vocabularies
from casedeck.model.vocabulary import Term, Vocabulary

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Made by docs/generate.py. Change the code or the assets, then run: python docs/generate.py -->\n"

_KINDS_OF_ERROR = {
    "F": "Files",
    "V": "Values",
    "C": "Case studies",
    "D": "Decks",
    "T": "Themes, fonts, pictures and icons",
    "P": "Printing",
}

_EXIT_CODES = {
    ExitCode.OK: "Everything went well.",
    ExitCode.USER_FILES: "Something in your files or folders needs mending, or a file cannot be read or written.",
    ExitCode.USAGE: "The command was not typed in a way that casedeck understands.",
    ExitCode.OUR_FAULT: "casedeck itself has a fault. Please report it with the lines it printed.",
    ExitCode.INTERRUPTED: "You stopped the run. The files of the last build are untouched.",
}

_VOCABULARIES = {
    "benefits": "What changed for people, a place or an organisation. A case study names three of the eight.",
    "enablers": "What made good relationships possible. A case study names three of the nine. Each has its tab at the top of a card.",
    "opportunities": "Ways in for an organisation that wants better relationships. A case study may illustrate any of the ten.",
    "barriers": "What gets in the way. They are words for the room; deck files and case-study files do not use them yet.",
    "sectors": "The fields that a case study works in.",
    "places": "The type of place a case study is: what kind of organisation or group.",
}


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; signs that Markdown would read as marks are escaped outside `code`."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    parts = text.replace("|", "\\|").split("`")
    return "`".join(part if number % 2 else part.replace("*", "\\*").replace("<", "&lt;") for number, part in enumerate(parts))


def errors_page(codes: Mapping[str, str] = CODES) -> str:
    """docs/errors.md: every code, by the letter it starts with, and the exit codes."""
    parts = [
        NOTE,
        "# Error codes\n",
        "When something needs mending, casedeck prints one line for each problem and writes nothing. A line reads like this:\n",
        '```text\ndecks/away-day.yaml:5:5: D101 unknown case study "timson"; did you mean "timpson"?\n```\n',
        (
            "First comes the file, then the line and the column, both counted from 1. The code follows, then what is wrong, and, after a\n"
            "semicolon, a way out. Problems that can be seen in the same run are all listed together.\n"
        ),
    ]
    for letter, heading in _KINDS_OF_ERROR.items():
        rows = [(f"`{code}`", meaning) for code, meaning in codes.items() if code.startswith(letter)]
        parts += [f"## {heading}\n", table(("Code", "Meaning"), rows)]
    parts += [
        "## Exit codes\n",
        "Scripts can tell from this number how a run ended.\n",
        table(("Number", "Meaning"), [(str(int(code)), meaning) for code, meaning in _EXIT_CODES.items()]),
    ]
    return "\n".join(parts)


def commands_page(group: click.Group = cli) -> str:
    """docs/commands.md: every command with its usage, what it does, an example and its options."""
    parts = [
        NOTE,
        "# Commands\n",
        "Type `casedeck --help` for a list, and `casedeck build --help` (or any other command) for what stands here.\n",
        (
            "Where a command wants a DECK, give the path of a deck file. The bare name of a deck in the `decks/` folder here, or of one\n"
            "that comes with casedeck, does as well: `casedeck build starter`.\n"
        ),
        (
            "`list`, `show` and `schema` look in the folder where you are. `build` and `check` look in the folder that the deck belongs\n"
            "to: the one around its `decks/` folder. What comes with casedeck stands behind both.\n"
        ),
    ]
    for name, command in {"": group, **group.commands}.items():
        parts += _command(command, f"casedeck {name}".strip(), group.context_settings)
    return "\n".join(parts)


def _command(command: click.Command, name: str, settings: Mapping[str, Any]) -> Iterator[str]:
    context = click.Context(command, info_name=name, **settings)
    arguments = [_argument(param) for param in command.params if isinstance(param, click.Argument)]
    subcommand = ["COMMAND"] if isinstance(command, click.Group) else []
    yield f"## {name}\n"
    yield f"```text\n{' '.join([name, '[OPTIONS]', *subcommand, *arguments])}\n```\n"
    yield from map(_paragraph, cleandoc(command.help or "").split("\n\n"))
    records = [param.get_help_record(context) for param in command.get_params(context) if isinstance(param, click.Option)]
    yield table(("Option", "What it does"), [(f"`{record[0]}`", record[1]) for record in records if record])


def _argument(param: click.Argument) -> str:
    word = "|".join(map(str, param.type.choices)) if isinstance(param.type, click.Choice) else str(param.name).upper()
    return word if param.required else f"[{word}]"


def _paragraph(text: str) -> str:
    """A paragraph of help; one that click keeps as it stands is an example."""
    first, *lines = text.splitlines()
    if first.strip() in ("\b", "\\b"):
        return "Example:\n\n```sh\n" + "\n".join(line.strip() for line in lines if line.startswith("  ")) + "\n```\n"
    return f"{text}\n"


def vocabulary_page() -> str:
    """docs/vocabulary.md: every vocabulary with meanings and aliases, and the crosswalk."""
    report = Report()
    vocabularies = load_vocabularies(Folder(DOCS.parent), report)
    report.raise_if_any()
    parts = [
        NOTE,
        "# Vocabulary\n",
        (
            "These are the words that deck files and case-study files can use. Capitals, spaces and hyphens do not matter: `co-design`,\n"
            "`Co design` and `CODESIGN` are one word. The words in a table's last column are understood too; the card prints the name.\n"
        ),
        "An enabler is never the same thing as an opportunity, even where they share a name. The table at the end says how they relate.\n",
        (
            "Each list is one file in `assets/vocabulary/`. Under its id, a term has a `name`, and it can have a `meaning`, an `icon`,\n"
            "`aliases` and, for an opportunity, `enablers` and `partly`: the enablers that are the same idea, or partly so. A file of the\n"
            "same name in your own folder takes the place of the whole list.\n"
        ),
    ]
    for kind, about in _VOCABULARIES.items():
        parts += [f"## {kind.capitalize() if kind != 'places' else 'Types of place'}\n", about + "\n", _terms(vocabularies[kind])]
    parts += ["## How opportunities and enablers relate\n", _crosswalk(vocabularies["opportunities"], vocabularies["enablers"])]
    return "\n".join(parts)


def _terms(vocabulary: Vocabulary) -> str:
    if any(term.meaning for term in vocabulary):
        return table(("Name", "Meaning", "Also understood"), [(term.name, term.meaning, ", ".join(term.aliases)) for term in vocabulary])
    return table(("Name", "Also understood"), [(term.name, ", ".join(term.aliases)) for term in vocabulary])


def _crosswalk(opportunities: Vocabulary, enablers: Vocabulary) -> str:
    def names(ids: Iterable[str]) -> str:
        return ", ".join(term.name for term in map(enablers.find, ids) if term) or "none"

    rows = [(term.name, names(term.enablers), names(term.partly)) for term in opportunities]
    lines = [table(("Opportunity", "The same idea among the enablers", "Partly the same idea"), rows)]
    alone = [term.name for term in enablers if not any(_mentions(opportunity, term) for opportunity in opportunities)]
    if alone:
        lines.append(f"No opportunity stands for this enabler: {', '.join(alone)}.\n")
    return "\n".join(lines)


def _mentions(opportunity: Term, enabler: Term) -> bool:
    return enabler.id in (*opportunity.enablers, *opportunity.partly)


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "errors.md": errors_page,
    "vocabulary.md": vocabulary_page,
}
"""The generated pages by their file's name in docs/."""


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
