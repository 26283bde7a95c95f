"""Commands that help to choose cards: suggest and coverage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.choose.picks import PICKS
from casedeck.cli.build import write_deck
from casedeck.cli.console import say_json
from casedeck.cli.filters import case_named, conditions, filter_options
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, library_of, read_deck_file, warn
from casedeck.cli.values import whole
from casedeck.errors import Place, Report, did_you_mean
from casedeck.model.choice import COVERED, FEW, ORDERS

if TYPE_CHECKING:
    from casedeck.api.choosing import Question
    from casedeck.choose.spots import CoolSpot
    from casedeck.library.library import Library

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
    from casedeck.api.choosing import NAME
    from casedeck.api.choosing import suggest as suggested
    from casedeck.api.describe_choice import as_objects, proposal
    from casedeck.api.describe_deck import drafts
    from casedeck.build.pipeline import build
    from casedeck.disk.folder import Folder

    library = library_of(Folder(Path.cwd(), progress()))
    question = _question(library, options)
    found = suggested(question, library)
    cards = found.chosen.cards
    warn(drafts(found.chosen))
    if as_json:
        import json

        say_json(json.dumps(as_objects(cards, found.reasons), indent=2, ensure_ascii=False))
    else:
        more = _more(question, len(cards))
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
    from casedeck.api.describe_choice import coverage_object, coverage_text
    from casedeck.api.describe_deck import drafts
    from casedeck.build.pipeline import select
    from casedeck.choose.coverage import coverage as covered

    file, _ = read_deck_file(deck)
    chosen = select(file)
    warn(drafts(chosen))
    found = covered(chosen.cards, chosen.library.vocabularies)
    if as_json:
        import json

        say_json(json.dumps(coverage_object(found), indent=2, ensure_ascii=False))
    else:
        click.echo(coverage_text(chosen.cards, found))


def _question(library: Library, options: dict[str, Any]) -> Question:
    """What the options ask for. Raises click.UsageError where that is nothing, or cannot be understood."""
    from casedeck.api.choosing import Question

    found = conditions(library, options)
    question = Question(
        tuple(dict.fromkeys(case_named(library, name, "--case") for name in options["names"])),
        _spots(library, options),
        tuple(dict.fromkeys(options["cover"])),
        options["fill_to"],
        found,
        options["at_least"],
        options["at_most"],
        options["pick"] or "",
        1 if options["seed"] is None else options["seed"],
        options["order"],
    )
    _check_options(options, question)
    if not (question.names or question.spots or question.cover or question.fill_to or question.by_filter):
        ways = "--case, --cool-spot, --scores, --cover, --fill-to or a filter such as --benefit"
        raise click.UsageError(f"say what to look for: {ways}")
    return question


def _more(question: Question, cards: int) -> str:
    """How to have more cards, where there may be more and nobody has said how many; else nothing."""
    told = question.at_most or question.at_least or question.fill_to or question.cover
    return "" if told or cards < FEW else f"for more than {FEW}, say --at-most 12 or any other number"


def _check_options(options: dict[str, Any], question: Question) -> None:
    """Refuse options that would say nothing beside the others."""
    limited = question.spots or question.by_filter
    if not limited and (question.at_least is not None or question.at_most):
        raise click.UsageError("--at-least and --at-most go with cool spots, or with filters alone")
    if question.pick and not (question.fill_to or question.by_filter):
        raise click.UsageError("--pick goes with --fill-to, or with filters alone")
    if options["seed"] is not None and question.pick != "at random":
        raise click.UsageError("--seed goes with --pick 'at random'")
    if options["coolest"] and not options["scores"]:
        raise click.UsageError("--coolest goes with --scores")


def _spots(library: Library, options: dict[str, Any]) -> tuple[CoolSpot, ...]:
    """The cool spots named, or those of a file of scores."""
    from casedeck.api.describe_deck import to_look_at
    from casedeck.choose.scores import read_scores
    from casedeck.choose.spots import COOLEST, CoolSpot, coolest
    from casedeck.disk.folder import read_file, show
    from casedeck.notation.apart import items_of
    from casedeck.notation.fields import OneTerm
    from casedeck.notation.yaml import Scalar

    opportunities = library.vocabularies["opportunities"]
    if options["spots"] and options["scores"]:
        raise click.UsageError("give either --cool-spot or --scores")
    if options["scores"]:
        report = Report()
        scores = read_scores(read_file(options["scores"]), show(options["scores"]), opportunities, report)
        report.raise_if_any()
        warn(to_look_at(report.advice))
        return coolest(scores or {}, opportunities, options["coolest"] or COOLEST)
    spots: list[CoolSpot] = []
    one = OneTerm("opportunity", opportunities)
    nodes = [node for typed in options["spots"] for node in items_of(Scalar(typed, Place("")), one, 1)]
    for word in [node.text for node in nodes if isinstance(node, Scalar)]:
        term = opportunities.find(word)
        if term is None:
            hint = did_you_mean(word, opportunities.names())
            raise click.BadParameter(
                f'unknown opportunity "{word}"' + (f"; {hint}" if hint else ""), param_hint="--cool-spot"
            )
        spots.append(CoolSpot(term))
    return tuple(dict.fromkeys(spots))
