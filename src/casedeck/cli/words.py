"""What the command line says of itself: how it is typed here, what it can do, and what is wrong with a line,
in plain words.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from casedeck.errors import RefusedError, did_you_mean
from casedeck.wording import joined

_WANTED = {
    "DECK": "say which deck you mean, by its name or its file",
    "CASE": "say which case study you mean, by its name",
    "FILE": "say which file you mean",
    "FOLDER": "say what the folder is to be called",
    "NAME": "say what it is to be called",
}
"""What to do where a word is missing that stands for itself."""
_SECTIONS = {
    "To begin": ("start", "init"),
    "To print": ("build", "preview", "watch", "printer", "plan", "check"),
    "To choose cards": ("list", "show", "suggest", "coverage"),
    "For case studies of your own": ("new", "import", "export", "schema"),
}
"""The commands in the order in which people need them."""


class Commands(click.Group):
    """Commands under headings, each with all of its first sentence; `help` asks for help, too."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        listed = {name for names in _SECTIONS.values() for name in names}
        for heading, names in {
            **_SECTIONS,
            "Commands": [name for name in self.commands if name not in listed],
        }.items():
            if known := [
                (name, _first_sentence(self.commands[name])) for name in names if name in self.commands
            ]:
                with formatter.section(heading):
                    formatter.write_dl(known)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises click.UsageError where there is none."""
        if args[0] == "help":
            args = [*args[1:2], "--help"]
        if args[0] == "--help":
            click.echo(ctx.get_help())
            ctx.exit()
        if args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(_no_command(args[0], self.commands, ctx))
        return super().resolve_command(ctx, args)


def _first_sentence(command: click.Command) -> str:
    return (command.short_help or " ".join((command.help or "").split())).partition(". ")[0].removesuffix(
        "."
    ) + "."


def _no_command(word: str, known: Iterable[str], ctx: click.Context) -> str:
    if "build" in known and (word.endswith((".yaml", ".yml")) or "/" in word or os.path.lexists(word)):
        way = f"{command()} build {quoted(word)}"
        return f'"{word}" is no command; to print a deck, write build before it: {way}'
    return (
        f'there is no command "{word}"; {did_you_mean(word, known) or f"{_typed(ctx)} --help lists them all"}'
    )


def greeting() -> str:
    """What casedeck says when it is called by its name alone."""
    return (
        "casedeck makes printed card decks for workshops, "
        "and everything else that a workshop needs on paper.\n\n"
        "To begin, type this line and press Return. It asks a few questions and makes your PDFs:\n"
        f"  {command()} start\n\n"
        "To see what else there is:\n"
        f"  {command()} --help"
    )


def command(folder: Path | None = None) -> str:
    """What to type to run casedeck, from here or from a folder: its name where that is enough, else the way
    to it.
    """
    called = Path(sys.argv[0])
    if called.parts[-2:] == ("casedeck", "__main__.py"):
        return "python -m casedeck"
    if called.stem != "casedeck" or not (called.exists() or called.with_suffix(".exe").exists()):
        return "casedeck"
    at_large = shutil.which("casedeck")
    if at_large and Path(at_large).absolute().with_suffix("") == called.absolute().with_suffix(""):
        return "casedeck"
    try:
        way = os.path.relpath(called.absolute(), (folder or Path()).absolute())
    except ValueError:  # it is on another drive of Windows
        way = str(called.absolute())
    return quoted(min(way, str(called.absolute()), key=len))


def quoted(word: str) -> str:
    """A word as it is typed at the command line: in quotation marks where it has a space or another sign with
    a meaning there.
    """
    return word if re.fullmatch(r"[\w./\\:~+@-]+", word) else f'"{word}"'


def _refused(error: RefusedError) -> click.UsageError:
    """What is refused, said of the options by which it was asked for."""
    said = error.said(option)
    return click.BadParameter(said, param_hint=option(error.of)) if error.of else click.UsageError(said)


def option(name: str) -> str:
    """A value's name as the option that gives it."""
    return f"--{name.replace(' ', '-')}"


def wrong_line(error: click.UsageError | RefusedError, group: click.Group, arguments: Sequence[str]) -> str:
    """What is wrong with a line that was typed, and how to type it."""
    if isinstance(error, RefusedError):
        error = _refused(error)
    if error.message.startswith("Usage:"):  # a group by itself asks for its help
        return error.message
    ctx = error.ctx or _context(group, arguments)
    said = _said(error, ctx)
    example = _example(ctx.command)
    lines = [f"Error: {said}"]
    if isinstance(error, click.MissingParameter) and example:
        lines.append(f"For example:\n  {example.replace('casedeck', command(), 1)}")
    if "--help" not in said:
        lines.append(f"More about it: {_typed(ctx)} --help")
    return "\n".join(lines)


def _context(group: click.Group, arguments: Sequence[str]) -> click.Context:
    """The context of the command that a line calls, for an error that does not say."""
    ctx = click.Context(group, info_name="casedeck", **group.context_settings)
    for word in arguments:
        if isinstance(ctx.command, click.Group) and word in ctx.command.commands:
            ctx = click.Context(ctx.command.commands[word], info_name=word, parent=ctx)
    return ctx


def _typed(ctx: click.Context) -> str:
    return command() + ctx.command_path.removeprefix("casedeck")


def _said(error: click.UsageError, ctx: click.Context) -> str:
    if isinstance(error, click.MissingParameter):
        name = _metavar(error.param, ctx) if error.param else ""
        return _WANTED.get(name.strip("[]."), f"{name} is missing")
    if isinstance(error, click.NoSuchOption):
        return _no_option(error.option_name, ctx.command)
    if isinstance(error, click.BadOptionUsage):
        param = next((each for each in ctx.command.params if error.option_name in each.opts), None)
        behind = f"; write it like {error.option_name} {_metavar(param, ctx)}" if param else ""
        return f"something is missing behind {error.option_name}{behind}"
    if isinstance(error, click.BadParameter):
        return f"{_named(error, ctx)}{_plain(error.message)}"
    if extra := re.match(r"Got unexpected extra arguments? \((.*)\)", error.message):
        return _one_too_many(extra[1], ctx)
    return error.message


def _no_option(name: str, asked: click.Command) -> str:
    if isinstance(asked, click.Group):
        of = [word for word, each in asked.commands.items() if name in _options(each)]
        if of:
            return f"{name} stands behind a command that it goes with: {joined(of, len(of))}"
    way = did_you_mean(name, _options(asked)) if len(name) > 2 else ""
    return f"there is no option {name} here" + (f"; {way}" if way else "")


def _options(asked: click.Command) -> Iterator[str]:
    for param in asked.params:
        if isinstance(param, click.Option):
            yield from (*param.opts, *param.secondary_opts)


def _metavar(param: click.Parameter, ctx: click.Context) -> str:
    if isinstance(param.type, click.Choice):
        return quoted(str(next(iter(param.type.choices))))
    try:
        return param.make_metavar(ctx)
    except TypeError:  # click before 8.2
        return param.make_metavar()  # type: ignore[call-arg]


def _named(error: click.BadParameter, ctx: click.Context) -> str:
    hint = error.param_hint or (error.param.get_error_hint(ctx) if error.param else "")
    name = hint if isinstance(hint, str) else " ".join(hint)
    name = name.strip("'\"")
    return f"{name}: " if name.startswith("--") else ""


def _plain(message: str) -> str:
    """What the library below says, as we would."""
    choice = re.fullmatch(r"'(.*)' is not one of (.*)\.", message)
    if choice:
        known = re.findall("'([^']*)'", choice[2])
        return f'"{choice[1]}" is not known here; {did_you_mean(choice[1], known)}'
    message = re.sub(r"^(File|Folder) '(.*)' does not exist\.$", r'there is no \1 "\2"', message)
    message = re.sub(
        r"^(File|Folder) '(.*)' is a (file|directory)\.$", r'"\2" is a \3; a \1 is needed', message
    )
    return re.sub(r"\b(File|Folder)\b", lambda found: found[0].lower(), message).replace(
        "directory", "folder"
    )


def _one_too_many(extra: str, ctx: click.Context) -> str:
    typed = [str(value) for value in ctx.params.values() if isinstance(value, str | Path)]
    whole = next((name for name in (f"{each} {extra}" for each in typed) if os.path.lexists(name)), "")
    if whole:
        return f'a name with a space stands in quotation marks: "{whole}"'
    if "--text" in _options(ctx.command):
        kinds = f"--text {quoted(extra)}, or --benefit or --sector"
        return f'"{extra}" has no place here; say what kind of word it is, such as {kinds}'
    return (
        f'"{extra}" has no place here; a name with a space stands in quotation marks, such as "my deck.yaml"'
    )


def _example(asked: click.Command) -> str:
    lines = (asked.help or "").partition("Example:\n")[2].splitlines()
    return next((line.strip() for line in lines if line.strip()), "")
