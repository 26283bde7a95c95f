"""Values of options, read as the same values are in files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from casedeck.notation.fields import Field


class Written(click.ParamType):  # type: ignore[type-arg]  # generic only in later versions
    """What a field of a file takes, however it is written; `field` is called when a value is given."""

    name = "text"

    def __init__(self, field: Callable[[], Field]) -> None:
        self.field = field

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value that the field reads."""
        from casedeck.errors import Place, Report
        from casedeck.notation.yaml import Scalar

        if not isinstance(value, str):
            return value
        report = Report()
        found = self.field().read(Scalar(value, Place("")), report)
        for problem in report.problems:
            self.fail(problem.message + (f"; {problem.hint}" if problem.hint else ""), param, ctx)
        return found


def people() -> Field:
    """How many people come."""
    from casedeck.build.deck_file import PEOPLE

    return PEOPLE


def minutes() -> Field:
    """How many minutes there are."""
    from casedeck.build.deck_file import MINUTES

    return MINUTES


def whole(low: int, high: int, *, of_cards: bool = False) -> Written:
    """A whole number in a range, with or without the word cards behind it."""

    def field() -> Field:
        from casedeck.choose.keys import CARDS
        from casedeck.notation.amounts import Whole

        return Whole(low, high, CARDS if of_cards else ())

    return Written(field)
