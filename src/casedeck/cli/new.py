"""Commands that start a file of your own: new case-study."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from casedeck.cli.shared import folder_option
from casedeck.cli.words import Commands, command
from casedeck.errors import Report
from casedeck.wording import joined

if TYPE_CHECKING:
    from casedeck.api.drafts import Known


class _Option(NamedTuple):
    """An option: the key of the file that it fills, and what it holds."""

    name: str
    key: str
    metavar: str
    about: str
    most: int = 1
    choices: tuple[str, ...] = ()


_OPTIONS = (
    _Option("title", "title", "TEXT", "The name on the card, where it is not NAME."),
    _Option("strapline", "strapline", "TEXT", "What it does, in one sentence."),
    _Option("overview", "overview", "TEXT", "The story."),
    _Option(
        "spotlight", "relationship spotlight", "TEXT", "The relationship at the heart of it, in one sentence."
    ),
    _Option("keyword", "keywords", "WORD", "A keyword.", 3),
    _Option(
        "benefit",
        "benefits",
        "'WORD: TEXT'",
        "A benefit and its sentence, such as 'health: People walk more.'",
        3,
    ),
    _Option(
        "enabler",
        "enablers",
        "'WORD: TEXT'",
        "An enabler and its sentence, such as 'space: The room is warm.'",
        3,
    ),
    _Option("learning", "key learning", "TEXT", "What others can learn from it, in one sentence."),
    _Option("link", "link", "ADDRESS", "An address to read more, such as https://example.org."),
    _Option("picture", "picture file", "FILE", "A picture in assets/pictures, such as us.jpg."),
    _Option("picture-alt", "picture alt", "TEXT", "What the picture shows, in words."),
    _Option("picture-focus", "picture focus", "PLACE", "What of it stays in sight, such as 'top left'."),
    _Option("picture-credit", "picture credit", "TEXT", "Whom to thank for the picture."),
    _Option("place", "type of place", "WORD", "A type of place, such as charity.", 8),
    _Option("sector", "sectors", "WORD", "A sector, such as housing.", 8),
    _Option("location", "location", "TEXT", "Town and country, such as 'Leeds, England'."),
    _Option(
        "opportunity",
        "opportunities",
        "'WORD: TEXT'",
        "An opportunity that it illustrates, and its sentence.",
        10,
    ),
    _Option("fact", "facts", "TEXT", "What else is known of it, in one sentence; it is not printed.", 20),
    _Option("source", "sources", "TEXT", "Where the facts come from.", 12),
    _Option(
        "status",
        "status",
        "",
        "What it is while it is not published; the card is stamped.",
        1,
        ("draft", "mock-up", "imagined"),
    ),
    _Option("author", "author", "TEXT", "Who wrote it."),
    _Option("date", "date", "DATE", "When it was written, such as 2027-03-12."),
    _Option("consent", "consent", "", "Whether those it is about have agreed to it.", 1, ("yes", "no")),
)


def _value_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        times = f" Up to {option.most} times." if option.most > 1 else ""
        command = click.option(
            f"--{option.name}",
            option.key.replace(" ", "_"),
            multiple=option.most > 1,
            metavar=option.metavar or None,
            type=click.Choice(option.choices) if option.choices else str,
            help=option.about + times,
        )(command)
    return command


@click.group(cls=Commands, subcommand_metavar="COMMAND")
def new() -> None:
    """Start a file of your own, with notes on how to fill it in.

    \b
    Example:
      casedeck new case-study riverside-repair-table
    """


@new.command("case-study")
@click.argument("name")
@folder_option
@click.option(
    "--brief",
    is_flag=True,
    help="A brief one: what it is and the opportunities it illustrates, without a full card.",
)
@_value_options
def case_study(name: str, folder: Path, brief: bool, **values: Any) -> None:
    """Make a case-study file called NAME, ready to fill in. What you give as options is in its place already.

    \b
    Example:
      casedeck new case-study riverside-repair-table --status draft --keyword kind
    """
    from casedeck.api.drafts import given_of
    from casedeck.disk.folder import Folder, show
    from casedeck.disk.workspace import add_case_study, case_study_path
    from casedeck.library.case_file import case_file, slug_of, to_fill_in, to_mend
    from casedeck.library.case_study import FULL_ONLY
    from casedeck.library.vocabulary import load_vocabularies

    slug = slug_of(name)
    if not slug:
        raise click.BadParameter("a name needs a letter from a to z or a digit", param_hint="NAME")
    path = case_study_path(folder, slug)
    report = Report()
    vocabularies = load_vocabularies(Folder(folder), report)
    report.raise_if_any()
    given = {"title": [_title(name, slug)], **given_of(vocabularies, _known(values))}
    if brief and (
        wrong := [
            f"--{option.name}" for option in _OPTIONS if option.key in FULL_ONLY and option.key in given
        ]
    ):
        raise click.UsageError(f"a brief case study has no place for {joined(wrong)}")
    text = case_file(vocabularies, given, brief=brief)
    mend = to_mend(vocabularies, given, text, show(path))
    add_case_study(path, text)
    click.echo(f"Made {show(path)}.")
    for problem in mend:
        click.echo(f"To mend: {problem}")
    click.echo(_next(slug, to_fill_in(given, brief=brief)))


@new.command("links")
@folder_option
def new_links(folder: Path) -> None:
    """Make a spreadsheet for links, assets/links.csv, with a row for each case study. Each card gets the
    address beside its name.

    \b
    Example:
      casedeck new links
    """
    from casedeck.disk.folder import show
    from casedeck.disk.workspace import add_links

    path = show(add_links(folder))
    click.echo(f"Made {path}.")
    next_step = "open it, put addresses beside the names, save it, and build a deck"
    click.echo(f"Next: {next_step}. Rows without an address may stay.")


def _title(name: str, slug: str) -> str:
    """The name as typed; as words, where it was typed as the name of a file."""
    from casedeck.api.drafts import text_of

    text = text_of(name, "")
    return slug[:1].upper() + slug[1:].replace("-", " ") if text == slug else text


def _known(values: dict[str, Any]) -> Iterator[Known]:
    """The values of the options. Raises click.BadParameter for one that is given too often."""
    from casedeck.api.drafts import Known

    for option in _OPTIONS:
        value = values[option.key.replace(" ", "_")]
        typed = tuple(each for each in (value if option.most > 1 else [value]) if each and each.strip())
        if len(typed) > option.most:
            message = f"it is given {len(typed)} times; {option.most} is the most"
            raise click.BadParameter(message, param_hint=f"--{option.name}")
        yield Known(option.key, option.name, typed)


def _next(slug: str, missing: list[str]) -> str:
    lines = [f"Still to fill in: {joined(missing, len(missing))}."] if missing else []
    return "\n".join(
        [
            *lines,
            f"Next: {'fill it in, ' if missing else ''}name it among the cards of a deck, and check that:",
            f"  cards: [{slug}]",
            f"  {command()} check decks/my-deck.yaml",
        ]
    )
