"""Commands for case studies: list and show."""

from __future__ import annotations

from typing import Any

import click

from casedeck.cli.console import say_json
from casedeck.cli.filters import filter_options, typed_conditions
from casedeck.cli.shared import current_library


@click.command("list")
@filter_options
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for other programs.")
def list_cases(as_json: bool, **options: Any) -> None:
    """List the case studies, all or those that pass every filter.

    An option given twice takes either word, as in --benefit health --benefit skills.

    \b
    Example:
      casedeck list --benefit health --country Scotland
    """
    from casedeck.api.describe_cases import as_objects, as_table
    from casedeck.choose.filters import filtered

    library = current_library()
    cases = filtered(typed_conditions(library, options), library.cases.values())
    if as_json:
        import json

        say_json(json.dumps(as_objects(cases), indent=2, ensure_ascii=False))
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
    from casedeck.api.cases import named
    from casedeck.api.describe_cases import as_text

    click.echo("\n\n".join(map(as_text, named(current_library(), [case]))))
