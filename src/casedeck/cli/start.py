"""The command that asks: from a few plain answers to a deck file, its plan and its PDFs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.build import write_deck
from casedeck.cli.progress import progress
from casedeck.cli.shared import library_of
from casedeck.cli.words import command, quoted
from casedeck.errors import DeckError, Place, Report, did_you_mean

if TYPE_CHECKING:
    from casedeck.api.sessions import Possible
    from casedeck.build.pipeline import Built
    from casedeck.choose.deck_text import SessionDeck
    from casedeck.library.library import Library
    from casedeck.notation.fields import Field
    from casedeck.typeset.fonts import Fonts

_WELCOME = """\
A few questions, and casedeck plans your session. Nothing is written until you have seen the plan.
Press Return to take an answer in [brackets]. To stop, hold Ctrl and press C.
"""
_PAPERS = (
    ("A4 and A3", ""),
    ("A4 only", "A4"),
    ("Letter and Tabloid", "[Letter, Tabloid]"),
    ("Letter only", "Letter"),
)
"""What a printer can take, and what a deck says of it: "" leaves each sheet the paper it is meant for."""


@click.command()
def start() -> None:
    """Answer a few questions and get a deck for your session, without writing a file by hand.

    casedeck asks who comes, when, for how long, what you will do, and which paper you have. It shows the plan
    and the sheets of paper it takes, writes the deck file, and makes the PDFs if you say yes.

    \b
    Example:
      casedeck start
    """
    from casedeck.disk.folder import Folder, show
    from casedeck.disk.workspace import add_deck, deck_path

    home = Path.cwd()
    click.echo(_WELCOME)
    deck, built = _agreed(library_of(Folder(home, progress())))
    path = deck_path(home, deck.title)
    if not _yes(f"Write the deck file {show(path)}?"):
        click.echo("Nothing is written.")
        return
    add_deck(path, deck.text())
    line = f"{command()} build {quoted(show(path))}"
    how = "To change something later, open that file in a text editor, save it, and type:"
    click.echo(f"Made {show(path)}. {how}\n  {line}\n")
    if _yes("Make the PDFs now?"):
        click.echo(write_deck(built, Path("output") / path.stem, (), progress()))


def _agreed(library: Library) -> tuple[SessionDeck, Built]:
    """The deck that the answers make, ready to print; its times and paper are shown. Asks again where a
    session cannot be.
    """
    from casedeck.api.describe_deck import paper
    from casedeck.api.describe_session import day_of, session_times
    from casedeck.api.sessions import file_of, raise_if_in_a_file
    from casedeck.build.pipeline import build, plan

    deck, found = _people(_occasion(library), library)
    while True:
        try:
            deck = _time_and_activities(deck, found)
            chosen, session = plan(file_of(deck, library), library=library)
            deck = deck._replace(paper=_paper())
            built = build(file_of(deck, library), library=library, watch=progress())
        except DeckError as error:
            raise_if_in_a_file(error)
            click.echo(f"\n{_in_words(error)}\nPlease answer once more.\n")
            deck = deck._replace(minutes=None)
        else:
            title = ", ".join(filter(None, (deck.title, day_of(chosen.deck.session.date))))
            click.echo(f"\n{session_times(session, title)}\n\nTo print: {paper(built.documents)}\n")
            return deck, built


def _occasion(library: Library) -> SessionDeck:
    """A deck with its title, date and time, and nothing else said yet."""
    from casedeck.api.sessions import SHOWN
    from casedeck.choose.deck_text import SessionDeck
    from casedeck.library.theme import THEMES
    from casedeck.notation.amounts import Date, TimeOfDay
    from casedeck.notation.combined import Checked
    from casedeck.notation.markup import Words

    place, report = Place(SHOWN), Report()
    theme = library.shelf(THEMES).find("default", place, report)
    fonts = library.fonts(theme) if theme else None
    return SessionDeck(
        title=asked("What is the session called?", Checked(Words(60), _printable(fonts)), "Our session"),
        date=asked("Which day? Leave it empty if you do not know yet", Date()),
        starts=asked("When does it start, such as 13:30? Leave it empty if you do not know yet", TimeOfDay()),
    )


def _printable(fonts: Fonts | None) -> Callable[[str, Place, Report], str]:
    """A check of a text that the fonts are to print."""
    from casedeck.rules.characters import unprintable

    def checked(text: str, place: Place, report: Report) -> str:
        report.problems.extend(unprintable(text, "title", place, fonts) if fonts else ())
        return text

    return checked


def _people(deck: SessionDeck, library: Library) -> tuple[SessionDeck, list[Possible]]:
    """The same deck with as many people as some activity is for, and the activities with what is to be said
    of each.
    """
    from casedeck.api.sessions import possible
    from casedeck.build.deck_file import PEOPLE

    while True:
        counted = deck._replace(people=asked("How many people come?", PEOPLE, str(deck.people)))
        found = possible(counted, library)
        if any(minutes for _, minutes, _ in found):
            return counted, found
        fewest = min(activity.people[0] for activity, _, _ in found)
        most = max(activity.people[1] for activity, _, _ in found)
        many = "plan for half of them, and run the session twice"
        way = many if counted.people > most else "invite more, or read the cards together at one table"
        wrong = f"is for {fewest} to {most} people, not for {counted.people}"
        click.echo(f"Error: What you can do with the cards {wrong}; {way}.")


def _time_and_activities(deck: SessionDeck, found: Sequence[Possible]) -> SessionDeck:
    """The same deck with its minutes and activities."""
    from casedeck.build.deck_file import MINUTES

    usual = str(deck.minutes or "")
    deck = deck._replace(
        minutes=asked("How many minutes do you have? Leave it empty to take what it needs", MINUTES, usual)
    )
    click.echo("\nWhat will you do with the cards?")
    possible = [(activity, minutes) for activity, minutes, _ in found if minutes]
    for number, (activity, minutes) in enumerate(possible, 1):
        click.echo(f"  {number}  {activity.name} ({minutes} minutes)\n     {activity.purpose}")
    for why in [why for _, minutes, why in found if not minutes]:
        click.echo(f"  Not this time: {why}")
    places = _numbers(
        "One number, or several in order, such as 1, 2", [activity.name for activity, _ in possible]
    )
    return deck._replace(activities=tuple(possible[place][0].id for place in places))


def _paper() -> str:
    """What the deck says of its paper."""
    click.echo("\nWhich paper can your printer take?")
    for number, (words, _) in enumerate(_PAPERS, 1):
        click.echo(f"  {number}  {words}")
    return _PAPERS[_numbers("One number", [words for words, _ in _PAPERS])[0]][1]


def _in_words(error: DeckError) -> str:
    """What is wrong and the way out, without the places of a file that nobody has seen."""
    parts = (part for problem in error.problems for part in (problem.message, problem.hint) if part)
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)


def asked(question: str, field: Field, usual: str = "") -> Any:
    """The answer as the field reads it, asked for until it can be; None for an empty answer to a question
    without a usual one.
    """
    from casedeck.notation.yaml import Scalar

    def read(typed: str) -> Any:
        report = Report()
        value = field.read(Scalar(typed.strip(), Place("")), report) if typed.strip() else None
        if report.problems:
            raise click.UsageError(_in_words(DeckError(report.problems)))
        return value

    return click.prompt(question, default=usual, show_default=bool(usual), value_proc=read)


def _yes(question: str) -> bool:
    """Whether the answer is yes, which Return stands for."""

    def read(typed: str) -> bool:
        word = typed.strip().casefold()
        if word not in ("y", "yes", "ok", "n", "no"):
            raise click.UsageError("type y for yes or n for no, and press Return")
        return word[0] != "n"

    return bool(click.prompt(f"{question} y or n", default="y", value_proc=read))


def _numbers(question: str, names: Sequence[str]) -> tuple[int, ...]:
    """The places of those chosen by number or name, in the order of the answer."""

    def read(typed: str) -> tuple[int, ...]:
        parts = [part for part in re.split(r"\s*(?:[,;]|\band\b)\s*", typed.strip()) if part]
        words = [
            word for part in parts for word in (part.split() if re.fullmatch(r"[\d ]+", part) else [part])
        ]
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
