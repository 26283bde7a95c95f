"""Options that say which case studies are meant, the same wherever cases are looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from casedeck.choose.facets import FACETS
from casedeck.errors import Report

if TYPE_CHECKING:
    from casedeck.api.wishes import Filters
    from casedeck.choose.filters import Narrowing
    from casedeck.library.library import Library


Option = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What adds an option to a command."""

_OPTIONS: tuple[Option, ...] = (
    click.option(
        "--max-reading-time", metavar="TIME", help="Only cards that take no longer to read, such as 60s."
    ),
    click.option("--min-reading-time", metavar="TIME", help="Only cards that take no less to read."),
    click.option(
        "--full-card/--brief", default=None, help="Only cases with a full card, or only those without."
    ),
    click.option(
        "--own/--shipped",
        default=None,
        help="Only cases of your own, or only those that come with casedeck.",
    ),
    click.option("--not", "without", multiple=True, metavar="NAME", help="A case study to leave out."),
)
"""The options for what is no facet."""


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; their values reach the command as keywords that `typed_conditions` understands."""
    for option in reversed((*map(_by_facet, FACETS), *map(_by_how, ("all", "none")), *_OPTIONS)):
        command = option(command)
    return command


def _by_facet(name: str) -> Option:
    facet = FACETS[name]
    said = f"Only cases {facet.offered}, such as {facet.example}."
    return click.option(
        f"--{name.replace(' ', '-')}", name.replace(" ", "_"), multiple=True, metavar="WORD", help=said
    )


def _by_how(how: str) -> Option:
    said = f"Only cases with {how} of these words, such as 'enabler: space, training'."
    return click.option(f"--{how}", f"{how}_of", multiple=True, metavar="'FILTER: WORDS'", help=said)


def typed_conditions(library: Library, options: Mapping[str, Any]) -> tuple[Narrowing, ...]:
    """The conditions that the options stand for. Raises click.UsageError with all that is wrong with them."""
    from casedeck.api.wishes import conditions_of
    from casedeck.cli.words import option

    report = Report()
    found = conditions_of(library, _filters(options), option, report)
    if report.problems:
        said = (str(problem).replace(f" {problem.code} ", " ") for problem in report.problems)
        raise click.UsageError("\n".join(said))
    return found


def _filters(options: Mapping[str, Any]) -> Filters:
    """What the options say."""
    from casedeck.api.wishes import Filters
    from casedeck.choose.aspects import ASPECTS

    words = {facet: options[facet.replace(" ", "_")] for facet in FACETS}
    wanted = {aspect: options[aspect.replace(" ", "_")] for aspect in ASPECTS}
    return Filters(
        {facet: typed for facet, typed in words.items() if typed},
        options["all_of"],
        options["none_of"],
        options["min_reading_time"],
        options["max_reading_time"],
        {aspect: each for aspect, each in wanted.items() if each is not None},
        options["without"],
    )
