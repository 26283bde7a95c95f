"""Options that say which case studies are meant, the same wherever cases are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from casedeck.choose.facets import FACETS
from casedeck.errors import Place, Report

if TYPE_CHECKING:
    from casedeck.choose.filters import Narrowing
    from casedeck.choose.typed import Typed, TypedTime
    from casedeck.choose.without import Without
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
    from casedeck.choose.typed import HERE

    report = Report()
    found = _typed(options).conditions(library, HERE, report)
    if report.problems:
        said = (str(problem).replace(f" {problem.code} ", " ") for problem in report.problems)
        raise click.UsageError("\n".join(said))
    return (*found, _without(library, options["without"])) if options["without"] else found


def _without(library: Library, names: Sequence[str]) -> Without:
    from casedeck.api.cases import one_named
    from casedeck.choose.typed import HERE
    from casedeck.choose.without import Without

    return Without(tuple(dict.fromkeys(one_named(library, name, "not") for name in names)), HERE)


def _typed(options: Mapping[str, Any]) -> Typed:
    """What the options say, each value placed at its option."""
    from casedeck.choose.aspects import ASPECTS
    from casedeck.choose.typed import Typed, TypedTime, TypedWords

    def time(limit: str) -> TypedTime | None:
        typed = options[f"{limit}_reading_time"]
        return None if typed is None else TypedTime(typed, Place(f"--{limit}-reading-time"))

    words = [
        TypedWords(facet, how, tuple(words), Place(option)) for facet, how, words, option in _words(options)
    ]
    wanted = {aspect: options[aspect.replace(" ", "_")] for aspect in ASPECTS}
    aspects = {aspect: each for aspect, each in wanted.items() if each is not None}
    return Typed(tuple(words), time("min"), time("max"), aspects)


def _words(options: Mapping[str, Any]) -> Iterator[tuple[str, str, list[str], str]]:
    """Each filter given: its facet, any, all or none, its words, and the option that says so."""
    for facet in FACETS:
        words = options[facet.replace(" ", "_")]
        if words:
            yield facet, "any", list(words), f"--{facet.replace(' ', '-')}"
    for how in ("all", "none"):
        found: dict[str, list[str]] = {}
        for typed in options[f"{how}_of"]:
            facet, colon, words = typed.partition(":")
            if not colon:
                hint = f"--{how}"
                raise click.BadParameter(
                    f'"{typed}" is not a filter and its words; write it like "sector: retail, food"',
                    param_hint=hint,
                )
            found.setdefault(_facet(facet), []).extend(
                word.strip() for word in words.split(",") if word.strip()
            )
        for facet, each in found.items():
            yield facet, how, each, f"--{how}"


def _facet(typed: str) -> str:
    """The filter meant, in its own spelling, so that all that is said of it is read together; what is none
    stays as typed.
    """
    from casedeck.model.vocabulary import key

    return next((facet for facet in FACETS if key(facet) == key(typed)), typed.strip())
