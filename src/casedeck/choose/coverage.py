"""Which benefits, enablers and opportunities a deck shows, and which it misses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.choice import COVERED
from casedeck.model.deck import Card
from casedeck.model.vocabulary import Term, Vocabularies


class TermShown(NamedTuple):
    """A term, and the numbers of the cards that show it."""

    term: Term
    cards: tuple[int, ...]


def shown(case: CaseStudy) -> frozenset[tuple[str, str]]:
    """What a case shows: pairs of a vocabulary's name and a term's id. A brief case shows the enablers that
    its opportunities are.
    """
    found = [("benefits", claim.term.id) for claim in case.benefits]
    found += [("enablers", enabler) for enabler in case.enabler_ids]
    found += [("opportunities", claim.term.id) for claim in case.opportunities]
    return frozenset(found)


def claims_of(case: CaseStudy, terms: Iterable[tuple[str, str]]) -> tuple[Claim, ...]:
    """The claims with which a case says such terms of itself."""
    kinds = {"benefits": case.benefits, "enablers": case.enablers, "opportunities": case.opportunities}
    wanted = set(terms)
    return tuple(
        claim for kind, claims in kinds.items() for claim in claims if (kind, claim.term.id) in wanted
    )


def terms_shown(cards: Sequence[Card], vocabularies: Vocabularies) -> Mapping[str, list[TermShown]]:
    """For each vocabulary that can be covered, its terms in order with the cards that show them."""
    held = [(card.number, shown(card.case)) for card in cards]
    return {
        kind: [
            TermShown(term, tuple(number for number, terms in held if (kind, term.id) in terms))
            for term in vocabularies[kind]
        ]
        for kind in COVERED
    }
