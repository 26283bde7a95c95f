"""Commands for decks: build, check and plan."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.console import say_json
from casedeck.cli.outputs import also_option, need
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, build_deck, library_of, read_deck_file, warn_of_drafts
from casedeck.cli.values import Written, minutes, people
from casedeck.errors import DeckError

if TYPE_CHECKING:
    from casedeck.build.pipeline import Built, Changes


MOST_ACTIVITIES = 5


def _few(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) > MOST_ACTIVITIES:
        raise click.BadParameter(
            f"{len(names)} activities are too many for one session; {MOST_ACTIVITIES} is the most"
        )
    return names


def _changing(command: Callable[..., Any]) -> Callable[..., Any]:
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

    options = (
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
            help="The paper for everything, such as A4; twice for a small and a large one, such as Letter and Tabloid.",
        ),
    )
    for option in reversed(options):
        changing = option(changing)
    return changing


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--output", type=SpeltPath(file_okay=False), help="The folder to write to [default: output/<deck name>]."
)
@click.option("--pictures", is_flag=True, help="Make a picture of every page as well, as a PNG file.")
@also_option
@_changing
def build(deck: Path, output: Path | None, pictures: bool, also: tuple[str, ...], changes: Changes) -> None:
    """Make the PDFs of a DECK file. Options count before what the deck file says.

    \b
    Example:
      casedeck build starter
    """
    from casedeck.disk.folder import as_spelt

    names = ("png", *also) if pictures else also
    need(names)
    built = build_deck(deck, changes)
    folder = output or as_spelt(Path("output") / built.deck.name)
    click.echo(write_deck(built, folder, names))


def write_deck(built: Built, folder: Path, also: Sequence[str] = ()) -> str:
    """Draw a deck's documents, write them to a folder, all or none, and return what was made in words; `also`
    names the outputs that are made besides PDFs.
    """
    from casedeck.api.describe import changed_pages
    from casedeck.build.outputs import other_files
    from casedeck.disk.write import pages_before, write_all
    from casedeck.wording import reason

    pages: dict[str, list[str]] = {}
    files = dict(_drawn(built, pages))
    before = pages_before(folder)
    files |= other_files(also, built.documents, files, progress())
    try:
        write_all(folder, files, pages)
    except OSError as error:
        raise click.ClickException(
            f"cannot write to {folder}: {reason(error)}; earlier files there are untouched"
        ) from error
    return "\n".join(filter(None, (_summary(built, folder), changed_pages(before, pages))))


def _drawn(built: Built, digests: dict[str, list[str]]) -> Iterator[tuple[str, bytes]]:
    """The name and the PDF of each document, the digests of whose pages are kept by its name. Raises
    DeckError.
    """
    from casedeck.build.pipeline import draw

    watch, numbers, pages = progress(), itertools.count(1), sum(each.page_count for each in built.documents)
    for each in built.documents:
        yield (
            each.file_name,
            draw(
                built.deck,
                each,
                lambda: watch("Drawing pages", next(numbers), pages),
                digests.setdefault(each.file_name, []),
            ),
        )


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False), required=False)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Without a DECK: check the case studies that come with casedeck as well.",
)
@_changing
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
    from casedeck.rules.case_studies import filled_in

    built = build_deck(deck, changes)
    for _ in _drawn(built, {}):
        pass
    click.echo(_summary(built, None))
    for card in built.cards:
        for finding in filled_in(card.case, built.chosen.library.vocabularies):
            click.echo(str(finding))
    click.echo("No problems found.")


def _check_case_studies(*, everything: bool) -> None:
    """Print what is found in the case studies of the current folder. Raises DeckError with the problems of
    those that cannot be read.
    """
    from casedeck.api.describe import findings_text
    from casedeck.disk.folder import Folder
    from casedeck.library.files import stem
    from casedeck.rules.advice import findings

    files = Folder(Path.cwd(), progress())
    library = library_of(files)
    looked_at = {stem(name) for name in files.names("assets/case-studies") if everything or files.own(name)}
    cases = [case for case in library.cases.values() if case.id in looked_at]
    others = [case for case in library.cases.values() if case.id not in looked_at]
    problems = [
        problem
        for case_id, found in library.cases.broken.items()
        if case_id in looked_at
        for problem in found
    ]
    broken = len(looked_at & library.cases.broken.keys())
    click.echo(findings_text(findings(cases, others, library.vocabularies), len(cases), broken, len(others)))
    if problems:
        raise DeckError(problems)


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False))
@_changing
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for other programs.")
def plan(deck: Path, changes: Changes, as_json: bool) -> None:
    """Work out a session with the cards of a DECK file: times, print list, groups, wall and deal.

    Nothing is written. Options count before what the deck file says.

    \b
    Example:
      casedeck plan away-day --people 18
    """
    from casedeck.api.describe_session import day_of, session_object, session_text
    from casedeck.build import pipeline

    file, _ = read_deck_file(deck)
    chosen, session = pipeline.plan(file, changes)
    warn_of_drafts(chosen)
    if as_json:
        import json

        say_json(json.dumps(session_object(session), indent=2, ensure_ascii=False))
    else:
        title = ", ".join(filter(None, (chosen.deck.title, day_of(chosen.deck.session.date))))
        click.echo(session_text(session, title))


def _summary(built: Built, folder: Path | None) -> str:
    from casedeck.api.describe import summary
    from casedeck.wording import count

    lines = [f"{built.deck.title}: {count(len(built.cards), 'card')}"]
    for each in built.documents:
        lines.append(f"  {folder / each.file_name if folder else each.file_name}")
        lines += [f"    {line}" for line in summary(each)]
    return "\n".join(lines)
