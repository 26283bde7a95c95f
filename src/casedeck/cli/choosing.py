"""Commands that help to choose cards: suggest and coverage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.choose.picks import PICKS
from casedeck.cli.build import write_deck
from casedeck.cli.console import say_json
from casedeck.cli.filters import filter_options, typed_conditions
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, library_of, read_deck_file, warn
from casedeck.cli.values import whole
from casedeck.errors import Report
from casedeck.model.choice import COVERED, FEW, ORDERS

if TYPE_CHECKING:
    from casedeck.api.wishes import Wishes

_OPTIONS = (
    click.option(
        "--case",
        "names",
        multiple=True,
        metavar="NAME",
        help="A case study to begin with; as often as you like.",
    ),
    click.option(
        "--cool-spot",
        "spots",
        multiple=True,
        metavar="WORD",
        help="An opportunity to warm up, such as storytelling; the coolest first.",
    ),
    click.option(
        "--scores",
        type=SpeltPath(dir_okay=False, exists=True),
        help="A spreadsheet of a Heatmap's scores, such as heatmap.csv.",
    ),
    click.option(
        "--coolest",
        type=whole(1, 10),
        metavar="NUMBER",
        help="How many of the scored opportunities to warm up [default: 3].",
    ),
    click.option(
        "--cover", multiple=True, type=click.Choice(list(COVERED)), help="Show all of these, with few cards."
    ),
    click.option(
        "--fill-to",
        type=whole(1, 5000, of_cards=True),
        metavar="CARDS",
        help="Add cards until there are so many.",
    ),
    click.option(
        "--at-least", type=whole(0, 5000, of_cards=True), metavar="CARDS", help="How many there must be."
    ),
    click.option(
        "--at-most",
        type=whole(1, 5000, of_cards=True),
        metavar="CARDS",
        help=f"How many to take [default: {FEW}].",
    ),
    click.option("--pick", type=click.Choice(list(PICKS)), help="Which of them to take."),
    click.option(
        "--seed",
        type=whole(0, 999_999_999),
        metavar="NUMBER",
        help="The number that a random draw begins with [default: 1].",
    ),
    click.option(
        "--order",
        type=click.Choice(ORDERS),
        default=ORDERS[0],
        show_default=True,
        help="The order of the cards.",
    ),
)
"""What a suggestion can be made of, besides filters."""

_MORE = f"for more than {FEW}, say --at-most 12 or any other number"
"""How to have more cards."""


def _choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@_choice_options
@filter_options
@click.option(
    "--build",
    "build_it",
    is_flag=True,
    help="Print the cards at once, with a page that says why: PDFs in output/suggested.",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for other programs.")
def suggest(build_it: bool, as_json: bool, **options: Any) -> None:
    """Propose cards for a deck, say why each of them, and show what to paste into a deck file.

    An option given twice takes either word, as in --benefit health --benefit skills.

    \b
    Example:
      casedeck suggest --cool-spot storytelling --cool-spot incentives --at-most 6
    """
    from casedeck.api.choosing import NAME, suggestion
    from casedeck.api.describe_choice import choice_objects, proposal
    from casedeck.api.describe_deck import drafts, to_look_at
    from casedeck.api.wishes import question_of
    from casedeck.build.pipeline import build
    from casedeck.disk.folder import Folder

    library = library_of(Folder(Path.cwd(), progress()))
    report = Report()
    question = question_of(library, _wishes(options), typed_conditions(library, options), report)
    warn(to_look_at(report.advice))
    found = suggestion(question, library)
    cards = found.chosen.cards
    warn(drafts(found.chosen))
    if as_json:
        import json

        say_json(json.dumps(choice_objects(cards, found.reasons), indent=2, ensure_ascii=False))
    else:
        more = _MORE if question.may_have_more(len(cards)) else ""
        click.echo(proposal(cards, len(library.cases), found.text, found.reasons, more))
    if build_it:
        built = build(found.chosen.deck, library=library, watch=progress())
        click.echo(write_deck(built, Path("output") / NAME, (), progress()))


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for other programs.")
def coverage(deck: Path, as_json: bool) -> None:
    """Show which benefits, enablers and opportunities the cards of a DECK file show, and which they miss.

    \b
    Example:
      casedeck coverage starter
    """
    from casedeck.api.choosing import coverage as covered
    from casedeck.api.describe_choice import coverage_object, coverage_text
    from casedeck.api.describe_deck import drafts

    file, _ = read_deck_file(deck)
    found = covered(file)
    warn(drafts(found.chosen))
    if as_json:
        import json

        say_json(json.dumps(coverage_object(found.terms), indent=2, ensure_ascii=False))
    else:
        click.echo(coverage_text(found.chosen.cards, found.terms))


def _wishes(options: dict[str, Any]) -> Wishes:
    """What the options look for, besides filters."""
    from casedeck.api.wishes import Scored, Wishes
    from casedeck.disk.folder import read_file, show

    scores = options["scores"]
    return Wishes(
        names=options["names"],
        spots=options["spots"],
        scores=Scored(read_file(scores), show(scores)) if scores else None,
        coolest=options["coolest"],
        cover=options["cover"],
        fill_to=options["fill_to"],
        at_least=options["at_least"],
        at_most=options["at_most"],
        pick=options["pick"] or "",
        seed=options["seed"],
        order=options["order"],
    )
