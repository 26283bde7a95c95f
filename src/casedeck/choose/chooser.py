"""From a deck's choices to its cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.choose.named import Named
from casedeck.choose.orders import ordered
from casedeck.choose.state import State
from casedeck.choose.without import Without
from casedeck.errors import Report
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import ORDERS, Choice
from casedeck.model.deck import Card
from casedeck.model.vocabulary import Vocabularies


def choose(
    choices: Sequence[Choice],
    cases: Mapping[str, CaseStudy],
    vocabularies: Vocabularies,
    report: Report,
    order: str = ORDERS[0],
    *,
    keep: bool = False,
) -> tuple[Card, ...]:
    """The cards of a deck in its order, each case once, each with the reason.

    Named cases come where they are named. Every other choice takes from what is neither chosen before it nor
    named; one that leaves nothing is a problem that says which condition removed the last case. Cases that
    are not in `cases` (their files have problems) are passed over; so are drafts, unless they are named. With
    `keep`, cases that are taken out by name are chosen and numbered with the others first, so that the others
    keep their numbers.
    """
    out = {name: each.place for each in choices if isinstance(each, Without) for name in each.names}
    state = State(cases, vocabularies, report, named(choices), out, keep=keep)
    for choice in choices:
        state.take(choice)
    cases_in_order = ordered(order, state.before(), vocabularies)
    cards = [
        Card(case, number, len(cases_in_order), state.chosen[case.id])
        for number, case in enumerate(cases_in_order, 1)
    ]
    return tuple(card for card in cards if card.case.id not in state.dropped)


def named(choices: Sequence[Choice]) -> list[str]:
    """The ids of the cases that choices name as cards, in their order, each once."""
    return [*dict.fromkeys(each.name for each in choices if isinstance(each, Named))]


def searches(choices: Sequence[Choice]) -> bool:
    """Whether any of the choices looks for cases, and so may need any file."""
    return not all(isinstance(each, Named) for each in choices)
