"""Commands for decks: check and plan, and the options that all commands for decks have."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.console import say_json
from casedeck.cli.progress import progress
from casedeck.cli.shared import hidden, library_of, read_deck_file, warn
from casedeck.cli.values import Written, minutes, people
from casedeck.errors import DeckError

if TYPE_CHECKING:
    from casedeck.build.pipeline import Changes


MOST_ACTIVITIES = 5


def _few(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) > MOST_ACTIVITIES:
        raise click.BadParameter(
            f"{len(names)} activities are too many for one session; {MOST_ACTIVITIES} is the most"
        )
    return names


_CHANGES = (
    click.option(
        "--people", type=Written(people), metavar="NUMBER", help="How many people come, from 1 to 500."
    ),
    click.option(
        "--minutes",
        type=Written(minutes),
        metavar="TIME",
        help="How long you have: 45, 1h30 or '2 hours', from 10 to 600 minutes.",
    ),
    click.option(
        "--activity",
        multiple=True,
        metavar="NAME",
        callback=_few,
        help="What you will do, such as gallery; twice for two activities.",
    ),
    click.option(
        "--paper",
        multiple=True,
        metavar="NAME",
        help="The paper for everything, such as A4; "
        "twice for a small and a large one, such as Letter and Tabloid.",
    ),
)
"""What a deck file can be changed by for once."""


def changing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that say otherwise than a deck file what its session is, and what it is printed on; the command
    gets them as `changes`.
    """

    @wraps(command)
    def changing(
        *,
        people: int | None,
        minutes: int | None,
        activity: tuple[str, ...],
        paper: tuple[str, ...],
        **others: object,
    ) -> object:
        from casedeck.build.pipeline import Changes

        return command(changes=Changes(people, minutes, activity, paper), **others)

    for option in reversed(_CHANGES):
        changing = option(changing)
    return changing


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False), required=False)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Without a DECK: check the case studies that come with casedeck as well.",
)
@changing_options
def check(deck: Path | None, everything: bool, changes: Changes) -> None:
    """Check a DECK file, or the case studies of this folder. Nothing is written.

    With a DECK, do everything that build does, except writing; options count before what the deck file says.
    Without one, read your own case studies and say what could be better in each. Such findings are advice,
    and stop nothing.

    \b
    Example:
      casedeck check starter
      casedeck check
    """
    if deck is None:
        if any(changes):
            raise click.UsageError("--people, --minutes, --activity and --paper go with a deck; name one")
        _check_case_studies(everything=everything)
    elif everything:
        raise click.UsageError(
            "--all goes with the case studies of a folder; leave it out, or leave out the deck"
        )
    else:
        _check_deck(deck, changes)


def _check_deck(deck: Path, changes: Changes) -> None:
    from casedeck.api.describe_deck import remarks, summary
    from casedeck.build import pipeline
    from casedeck.build.pipeline import drawn
    from casedeck.rules.case_studies import filled_in

    file, folder = read_deck_file(deck)
    built = pipeline.build(file, changes, watch=progress())
    warn((*remarks(built), *hidden(folder)))
    drawn(built, watch=progress())
    click.echo(summary(built, str))
    for card in built.cards:
        for finding in filled_in(card.case, built.chosen.library.vocabularies):
            click.echo(str(finding))
    click.echo("No problems found.")


def _check_case_studies(*, everything: bool) -> None:
    """Print what is found in the case studies of the current folder. Raises DeckError with the problems of
    those that cannot be read.
    """
    from casedeck.api.decks import checked
    from casedeck.api.describe_cases import findings_text
    from casedeck.disk.folder import Folder

    files = Folder(Path.cwd(), progress())
    library = library_of(files)
    names = [name for name in files.names("assets/case-studies") if everything or files.own(name)]
    made = checked(library, names)
    click.echo(findings_text(made))
    if made.problems:
        raise DeckError(made.problems)


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False))
@changing_options
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for other programs.")
def plan(deck: Path, changes: Changes, as_json: bool) -> None:
    """Work out a session with the cards of a DECK file: times, print list, groups, wall and deal.

    Nothing is written. Options count before what the deck file says.

    \b
    Example:
      casedeck plan away-day --people 18
    """
    from casedeck.api.describe_deck import drafts
    from casedeck.api.describe_session import day_of, session_object, session_text
    from casedeck.build import pipeline

    file, _ = read_deck_file(deck)
    chosen, session = pipeline.plan(file, changes)
    warn(drafts(chosen))
    if as_json:
        import json

        say_json(json.dumps(session_object(session), indent=2, ensure_ascii=False))
    else:
        title = ", ".join(filter(None, (chosen.deck.title, day_of(chosen.deck.session.date))))
        click.echo(session_text(session, title))
