"""Commands for case studies: list and show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.shared import current_library
from casedeck.errors import DeckError, Place, did_you_mean

if TYPE_CHECKING:
    from casedeck.load.library import Library
    from casedeck.model.deck import Condition

_FILTERS = {
    "benefit": "health",
    "enabler": "co-design",
    "opportunity": "storytelling",
    "sector": "education",
    "type of place": "charity",
    "location": "Scotland",
    "keyword": "trusting",
}


def _filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for field, example in reversed(_FILTERS.items()):
        option = "--" + field.replace(" ", "-")
        command = click.option(
            option, field.replace(" ", "_"), multiple=True, metavar="WORD", help=f"Only cases with this {field}, such as {example}."
        )(command)
    return command


@click.command("list")
@_filter_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def list_cases(as_json: bool, **words: tuple[str, ...]) -> None:
    """List the case studies, all or those that pass every filter.

    A filter given twice passes cases with either word.

    \b
    Example:
      casedeck list --benefit health --location Scotland
    """
    from casedeck.describe import as_objects, as_table
    from casedeck.select.choose import filtered

    library = current_library()
    conditions = [_condition(library, field, words[field.replace(" ", "_")]) for field in _FILTERS if words[field.replace(" ", "_")]]
    cases = filtered(conditions, list(library.cases.values()))
    if as_json:
        import json

        click.echo(json.dumps(as_objects(cases), indent=2, ensure_ascii=False))
    elif cases:
        click.echo(as_table(cases))
    else:
        click.echo("No case study passes these filters.", err=True)


@click.command()
@click.argument("case")
def show(case: str) -> None:
    """Show one CASE study, by its file's name or its title.

    \b
    Example:
      casedeck show timpson
    """
    from casedeck.describe import as_text

    library = current_library()
    found = library.find(case)
    if not found:
        hint = did_you_mean(case, library.names())
        raise click.BadParameter(f'unknown case study "{case}"' + (f"; {hint}" if hint else ""), param_hint="CASE")
    if found[0] in library.broken:
        raise DeckError(library.broken[found[0]])
    click.echo("\n\n".join(as_text(library.cases[case_id]) for case_id in found))


def _condition(library: Library, field: str, words: tuple[str, ...]) -> Condition:
    from casedeck.model.deck import Condition
    from casedeck.model.facets import VOCABULARY_OF, known_values
    from casedeck.model.vocabulary import key

    names = []
    for word in words:
        if field in VOCABULARY_OF:
            vocabulary = library.vocabularies[VOCABULARY_OF[field]]
            term, known = vocabulary.find(word), vocabulary.names()
            name = term.name if term else None
        else:
            known = known_values(library.cases.values(), field)
            name = next((value for value in known if key(value) == key(word)), None)
        if name is None:
            hint = did_you_mean(word, known)
            raise click.BadParameter(f'unknown {field} "{word}"' + (f"; {hint}" if hint else ""), param_hint=f"--{field.replace(' ', '-')}")
        names.append(name)
    return Condition(field, tuple(names), Place(f"--{field}"))
