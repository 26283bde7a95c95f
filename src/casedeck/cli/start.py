"""The command that asks: from a few plain answers to a deck file, its plan and its PDFs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.decks import write_deck
from casedeck.cli.progress import progress
from casedeck.errors import DeckError, Place, Report, did_you_mean

if TYPE_CHECKING:
    from casedeck.build import ReadyDeck
    from casedeck.deck_file import SessionDeck
    from casedeck.folder import Folder
    from casedeck.load.fields import Field
    from casedeck.model.activity import Activity
    from casedeck.model.deck import Deck
    from casedeck.session import SessionPlan

_WELCOME = """\
A few questions, and casedeck plans your session. Nothing is written until you have seen the plan.
Press Return to take an answer in [brackets]. To stop, hold Ctrl and press C.
"""
_SHOWN = "your answers"
"""What messages call the deck file that is not written yet."""

_PAPERS = (("A4 and A3", ""), ("A4 only", "A4"), ("Letter and Tabloid", "[Letter, Tabloid]"), ("Letter only", "Letter"))
"""What a printer can take, and what a deck says of it: "" leaves each sheet the paper it is meant for."""


@click.command()
def start() -> None:
    """Answer a few questions and get a deck for your session, without writing a file by hand.

    casedeck asks who comes, when, for how long, what you will do, and which paper you have. It shows the plan and the sheets
    of paper it takes, writes the deck file, and makes the PDFs if you say yes.

    \b
    Example:
      casedeck start
    """
    from casedeck.folder import Folder, show
    from casedeck.workspace import add_deck, deck_path

    files = Folder(Path.cwd(), progress())
    click.echo(_WELCOME)
    deck, ready = _agreed(files)
    path = deck_path(files.home, deck.title)
    if not click.confirm(f"Write the deck file {show(path)}?", default=True):
        click.echo("Nothing is written.")
        return
    add_deck(path, deck.text())
    click.echo(f"Made {show(path)}. To change it, open it in an editor, then run: casedeck build {show(path)}\n")
    if click.confirm("Make the PDFs now?", default=True):
        click.echo(write_deck(ready, Path("output") / path.stem))


def _agreed(files: Folder) -> tuple[SessionDeck, ReadyDeck]:
    """The deck that the answers make, ready to print; its times and paper are shown. Asks again where a session cannot be."""
    from casedeck.build import prepare
    from casedeck.describe import paper
    from casedeck.describe_session import session_times

    deck = _occasion()
    while True:
        deck = _time_and_activities(deck, files)
        try:
            _, plan = _planned(deck, files)
            ready = prepare("start", deck.text().encode(), _SHOWN, files, watch=progress())
        except DeckError as error:
            click.echo(f"\n{_in_words(error)}\nPlease answer these questions once more.\n")
            deck = deck._replace(minutes=None)
        else:
            click.echo(f"\n{session_times(plan, deck.title)}\n\nTo print: {paper(ready.documents)}\n")
            return deck, ready


def _occasion() -> SessionDeck:
    """A deck with its title, date and time, and nothing else said yet."""
    from casedeck.deck_file import SessionDeck
    from casedeck.load.fields import Date, TimeOfDay
    from casedeck.load.markup import Words

    return SessionDeck(
        title=_asked("What is the session called?", Words(60), "Our session"),
        date=_asked("Which day? Leave it empty if you do not know yet", Date()),
        starts=_asked("When does it start, such as 13:30? Leave it empty if you do not know yet", TimeOfDay()),
    )


def _time_and_activities(deck: SessionDeck, files: Folder) -> SessionDeck:
    """The same deck with its people, minutes, activities and paper."""
    from casedeck.load.fields import Whole

    deck = deck._replace(people=_asked("How many people come?", Whole(2, 500), str(deck.people)))
    minutes = str(deck.minutes or "")
    deck = deck._replace(minutes=_asked("How many minutes do you have? Leave it empty to take what it needs", Whole(10, 600), minutes))
    click.echo("\nWhat will you do with the cards?")
    found = _activities(deck, files)
    for number, (activity, length) in enumerate(found, 1):
        click.echo(f"  {number}  {activity.name} ({length})\n     {activity.purpose}")
    places = _numbers("One number, or several in order, such as 1, 2", [activity.name for activity, _ in found])
    click.echo("\nWhich paper can your printer take?")
    for number, (words, _) in enumerate(_PAPERS, 1):
        click.echo(f"  {number}  {words}")
    paper = _numbers("One number", [words for words, _ in _PAPERS])[0]
    return deck._replace(activities=tuple(found[place][0].id for place in places), paper=_PAPERS[paper][1])


def _activities(deck: SessionDeck, files: Folder) -> list[tuple[Activity, str]]:
    """All activities with how long each takes so many people, the shortest first; those that cannot be stand last, with the reason."""
    from casedeck.load.activity import load_activity
    from casedeck.load.files import activity_names

    found: list[tuple[float, Activity, str]] = []
    for name in activity_names(files):
        activity = load_activity(name, files, Place(_SHOWN), Report())
        if activity is None:
            continue
        try:
            _, plan = _planned(deck._replace(minutes=None, activities=(activity.id,)), files)
            found.append((plan.minutes, activity, f"{plan.minutes} minutes"))
        except DeckError as error:
            found.append((float("inf"), activity, error.problems[0].message))
    return [(activity, length) for _, activity, length in sorted(found, key=lambda each: each[0])]


def _planned(deck: SessionDeck, files: Folder) -> tuple[Deck, SessionPlan]:
    from casedeck.build import NO_CHANGES, session_of

    return session_of("start", deck.text().encode(), _SHOWN, files, NO_CHANGES)


def _in_words(error: DeckError) -> str:
    """What is wrong and the way out, without the places of a file that nobody has seen."""
    parts = (part for problem in error.problems for part in (problem.message, problem.hint) if part)
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)


def _asked(question: str, field: Field, usual: str = "") -> Any:
    """The answer as the field reads it, asked for until it can be; None for an empty answer to a question without a usual one."""
    from casedeck.load.yaml import Scalar

    def read(typed: str) -> Any:
        report = Report()
        value = field.read(Scalar(typed.strip(), Place("")), report) if typed.strip() else None
        if report.problems:
            raise click.UsageError(_in_words(DeckError(report.problems)))
        return value

    return click.prompt(question, default=usual, show_default=bool(usual), value_proc=read)


def _numbers(question: str, names: Sequence[str]) -> tuple[int, ...]:
    """The places of those chosen by number or name, in the order of the answer."""

    def read(typed: str) -> tuple[int, ...]:
        parts = [part for part in re.split(r"\s*(?:[,;]|\band\b)\s*", typed.strip()) if part]
        words = [word for part in parts for word in (part.split() if re.fullmatch(r"[\d ]+", part) else [part])]
        return tuple(dict.fromkeys(_place(word, names) for word in words))

    places: tuple[int, ...] = click.prompt(question, default="1", value_proc=read)
    return places


def _place(word: str, names: Sequence[str]) -> int:
    """The place of the one meant by its number or name."""
    from casedeck.model.vocabulary import key

    if word.isdigit() and 1 <= int(word) <= len(names):
        return int(word) - 1
    if key(word) in map(key, names):
        return [key(name) for name in names].index(key(word))
    hint = "" if word.isdigit() else did_you_mean(word, names)
    raise click.UsageError(f'"{word}" is not in the list; {hint or f"type a number from 1 to {len(names)}"}')
