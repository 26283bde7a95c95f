"""The order of a deck's cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from casedeck.choose.spread import order
from casedeck.model.case_study import CaseStudy
from casedeck.model.vocabulary import Vocabularies


def ordered(name: str, cases: Sequence[CaseStudy], vocabularies: Vocabularies) -> list[CaseStudy]:
    """The cases in one of casedeck.model.choice.ORDERS."""
    return _ORDERS[name](cases, vocabularies)


def _by_title(case: CaseStudy) -> tuple[str, str]:
    return case.title.casefold(), case.id


def _by_benefit(cases: Sequence[CaseStudy], vocabularies: Vocabularies) -> list[CaseStudy]:
    """By the benefit that stands first on each card, in the vocabulary's order, those of one by title; brief
    cases last.
    """
    places = {term.id: place for place, term in enumerate(vocabularies["benefits"])}
    firsts = {
        case.id: min(
            [places.get(claim.term.id, len(places)) for claim in case.benefits[:1]], default=len(places)
        )
        for case in cases
    }
    return sorted(cases, key=lambda case: (firsts[case.id], _by_title(case)))


def _by_sector(cases: Sequence[CaseStudy], _: Vocabularies) -> list[CaseStudy]:
    """By the first sector's name, those of one by title; cases without a sector last."""
    return sorted(
        cases, key=lambda case: (not case.sectors, [term.name for term in case.sectors[:1]], _by_title(case))
    )


_ORDERS: Mapping[str, Callable[[Sequence[CaseStudy], Vocabularies], list[CaseStudy]]] = {
    "as listed": lambda cases, _: list(cases),
    "title": lambda cases, _: sorted(cases, key=_by_title),
    "spread": lambda cases, _: list(order(cases).cases),
    "benefit": _by_benefit,
    "sector": _by_sector,
}
