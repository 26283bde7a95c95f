"""docs/commands.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import cleandoc
from typing import Any

import click

from casedeck.cli import cli
from pages.tables import NOTE, table


def commands_page(group: click.Group = cli) -> str:
    """docs/commands.md: every command with its usage, what it does, an example and its options."""
    parts = [
        NOTE,
        "# Commands\n",
        (
            "Type `casedeck --help` for a list, and `casedeck build --help` (or any other command) for "
            "what stands here.\n"
        ),
        (
            "A word in capitals, such as DECK, stands for what you type in its place. What stands in "
            "[brackets] may be left out.\n"
        ),
        (
            "Where a command wants a DECK, give the path of a deck file. The bare name of a deck in "
            "the `decks/` folder here, or of one\n"
            "that comes with casedeck, does as well: `casedeck build starter`.\n"
        ),
        (
            "`list`, `show`, `suggest`, `new`, `import`, `export`, `schema`, and `check` without a "
            "deck, look in the folder where you\n"
            "are. `build`, `preview`, `watch`, `plan`, `coverage`, and `check` with a deck, look in the "
            "folder that the deck belongs\n"
            "to: the one around its `decks/` folder. What comes with casedeck stands behind both.\n"
        ),
    ]
    for name, command in {"": group, **group.commands}.items():
        parts += _command(command, f"casedeck {name}".strip(), group.context_settings)
        if name and isinstance(command, click.Group):
            for kind, each in command.commands.items():
                parts += _command(each, f"casedeck {name} {kind}", group.context_settings)
    return "\n".join(parts)


def _command(command: click.Command, name: str, settings: Mapping[str, Any]) -> Iterator[str]:
    context = click.Context(command, info_name=name, **settings)
    arguments = [_argument(param) for param in command.params if isinstance(param, click.Argument)]
    subcommand = ["COMMAND"] if isinstance(command, click.Group) else []
    yield f"## {name}\n"
    yield f"```text\n{' '.join([name, '[OPTIONS]', *subcommand, *arguments])}\n```\n"
    yield from map(_paragraph, cleandoc(command.help or "").split("\n\n"))
    records = [
        _option(param, context) for param in command.get_params(context) if isinstance(param, click.Option)
    ]
    yield table(("Option", "What it does"), records)


def _option(param: click.Option, context: click.Context) -> tuple[str, str]:
    """How an option is typed, and what it does with the range of a number in words."""
    typed, about = param.get_help_record(context) or ("", "")
    if isinstance(param.type, click.IntRange):
        typed, about = (
            typed.replace("INTEGER RANGE", "NUMBER"),
            f"{param.help} From {param.type.min} to {param.type.max}.",
        )
    return f"`{typed}`", about


def _argument(param: click.Argument) -> str:
    if param.metavar:
        return param.metavar
    word = (
        "|".join(map(str, param.type.choices))
        if isinstance(param.type, click.Choice)
        else str(param.name).upper()
    )
    return word if param.required else f"[{word}]"


def _paragraph(text: str) -> str:
    """A paragraph of help; one that click keeps as it stands is an example."""
    first, *lines = text.splitlines()
    if first.strip() in ("\b", "\\b"):
        return (
            "Example:\n\n```sh\n"
            + "\n".join(line.strip() for line in lines if line.startswith("  "))
            + "\n```\n"
        )
    return f"{text}\n"
