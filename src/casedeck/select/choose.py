"""From a deck's choices to its cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.errors import Place, Report, did_you_mean
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card, Choice, Condition, Named, Where
from casedeck.model.facets import known_values
from casedeck.select.filters import in_words, passes


def choose(choices: Sequence[Choice], cases: Mapping[str, CaseStudy], report: Report) -> tuple[Card, ...]:
    """The cards of a deck in the order chosen, each case once, each with the reason.

    Named cases come where they are named. A filter takes what is not chosen before it; one that leaves nothing is a problem
    that says which condition removed the last case. Cases that are not in `cases` (their files have problems) are passed over.
    """
    named = {choice.name for choice in choices if isinstance(choice, Named)}
    chosen: dict[str, str] = {}
    lines: dict[str, Place] = {}
    for choice in choices:
        if isinstance(choice, Where):
            pool = [case for case in cases.values() if case.id not in chosen and case.id not in named]
            for case in _filtered(choice, pool, report):
                chosen[case.id] = " and ".join(map(in_words, choice.conditions)) or "all case studies"
        elif choice.name in lines:
            report.add(choice.place, "D102", f'"{choice.name}" is named twice', f"it stands first in line {lines[choice.name].line}")
        else:
            lines[choice.name] = choice.place
            if choice.name in cases:
                chosen[choice.name] = "named in the deck"
    return tuple(Card(cases[name], number, len(chosen), reason) for number, (name, reason) in enumerate(chosen.items(), 1))


def filtered(conditions: Sequence[Condition], cases: Sequence[CaseStudy]) -> list[CaseStudy]:
    """The cases that pass every condition, in order of title."""
    left = [case for case in cases if all(passes(case, condition) for condition in conditions)]
    return sorted(left, key=lambda case: (case.title.casefold(), case.id))


def _filtered(choice: Where, pool: Sequence[CaseStudy], report: Report) -> list[CaseStudy]:
    left = list(pool)
    for condition in choice.conditions:
        before = len(left)
        left = filtered([condition], left)
        if not left:
            earlier = f" of the {before} left by the lines before it" if before < len(pool) else f" of the {before} to choose from"
            known = known_values(pool, condition.field)
            hint = "" if filtered([condition], pool) else did_you_mean(condition.values[0], known) or "no case to choose from has this"
            report.add(condition.place, "D103", f"{in_words(condition)} leaves no case study{earlier}", hint)
            return []
    if not left:
        report.add(choice.place, "D103", "no case study is left to choose from")
    return filtered([], left)[: choice.at_most]
