"""From a deck's choices to its cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from casedeck.choose.chance import ring
from casedeck.choose.coverage import claims_of, shown
from casedeck.choose.different import most_different
from casedeck.choose.facets import TEXT, known_values
from casedeck.choose.filters import all_in_words, evidence, filtered, in_words
from casedeck.choose.orders import in_order
from casedeck.errors import Place, Report, did_you_mean
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import (
    COVERED,
    ORDERS,
    Choice,
    Condition,
    CoolSpots,
    Cover,
    FillTo,
    Has,
    Named,
    Where,
    Without,
)
from casedeck.model.deck import BY_NAME, Card, Reason
from casedeck.model.vocabulary import Term, Vocabularies
from casedeck.wording import count, joined

_ONE_OF = "take out one of the two"
Found = Iterable[tuple[CaseStudy, Reason]]


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
    chooser = _Chooser(choices, cases, vocabularies, report, keep=keep)
    for choice in choices:
        chooser.take(choice)
    chosen = [cases[name] for name in chooser.chosen]
    ordered = in_order(order, chosen, vocabularies)
    cards = [
        Card(case, number, len(ordered), chooser.chosen[case.id]) for number, case in enumerate(ordered, 1)
    ]
    return tuple(card for card in cards if card.case.id not in chooser.dropped)


class _Chooser:
    """What is chosen so far, by the case's id, and the lines in which cases are named."""

    def __init__(
        self,
        choices: Sequence[Choice],
        cases: Mapping[str, CaseStudy],
        vocabularies: Vocabularies,
        report: Report,
        *,
        keep: bool,
    ) -> None:
        self.cases, self.vocabularies, self.report, self.keep = cases, vocabularies, report, keep
        self.named = {choice.name for choice in choices if isinstance(choice, Named)}
        self.out = {
            name: choice.place for choice in choices if isinstance(choice, Without) for name in choice.names
        }
        self.dropped: set[str] = set()
        self.chosen: dict[str, Reason] = {}
        self.lines: dict[str, Place] = {}

    def take(self, choice: Choice) -> None:
        """Choose what the choice asks for."""
        takers: Mapping[type, Callable[..., Found]] = {
            Named: self.by_name,
            Where: self.where,
            CoolSpots: self.cool_spots,
            Cover: self.cover,
            FillTo: self.fill_to,
        }
        if isinstance(choice, Without):
            return
        out = () if isinstance(choice, Named) else (*self.out, *_taken_out(choice.conditions))
        for case, reason in takers[type(choice)](choice):
            self.chosen[case.id] = reason
            if self.keep and case.id in out:
                self.dropped.add(case.id)

    def by_name(self, choice: Named) -> Found:
        """The case of this name."""
        if choice.name in self.lines:
            first = self.lines[choice.name].line
            self.report.add(
                choice.place, "D102", f'"{choice.name}" is named twice', f"it stands first in line {first}"
            )
            return []
        self.lines[choice.name] = choice.place
        if choice.name in self.out:
            place = self.out[choice.name]
            self.report.add(
                place,
                "D102",
                f'"{choice.name}" is named here under not, and as a card in line {choice.place.line}',
                _ONE_OF,
            )
            return []
        return [(self.cases[choice.name], Reason(BY_NAME))] if choice.name in self.cases else []

    def where(self, choice: Where) -> Found:
        """Cases that pass every condition."""
        pool = self.pool(choice.conditions, choice.place, needed=choice.at_least > 0)
        said = all_in_words(choice.conditions)
        self.enough(len(pool), choice.at_least, said, choice.place)
        wanted = len(pool) if choice.at_most is None else min(len(pool), choice.at_most)
        text = said + (_picked(choice) if wanted < len(pool) or choice.pick == "at random" else "")
        return [
            (case, Reason(text, evidence(case, choice.conditions)))
            for case in self.picked(choice, pool, wanted)
        ]

    def cool_spots(self, choice: CoolSpots) -> Found:
        """The cases that warm the spots best."""
        from casedeck.choose.cool_spots import ranked, sentences, spots_in_words

        pool = self.pool(choice.conditions, choice.place, needed=choice.at_least > 0)
        if not pool:
            return []
        before = [self.cases[name] for name in self.chosen]
        found = list(islice(ranked(choice.spots, pool, before), choice.at_most))
        names = joined([spot.term.name for spot in choice.spots], len(choice.spots))
        among = f"; {all_in_words(choice.conditions)}" if choice.conditions else ""
        if not found and choice.at_least:
            message = f"no case study to choose from warms {names}{among}"
            self.report.add(
                choice.place, "D103", message, "name other cool spots, loosen the filters, or say at least: 0"
            )
        self.enough(len(found), choice.at_least if found else 0, f"warms {names}", choice.place)
        return [
            (case, Reason(f"warms {spots_in_words(spots)}{among}", sentences(case, spots)))
            for case, spots in found
        ]

    def cover(self, choice: Cover) -> Found:
        """The fewest cases that show what the cards before them do not."""
        from casedeck.choose.smallest import smallest

        terms = {(kind, term.id): term for kind, each in choice.terms.items() for term in each}
        before = frozenset().union(*(shown(self.cases[name]) for name in self.chosen))
        left = [each for each in terms if each not in before]
        pool = self.pool(choice.conditions, choice.place) if left else []
        held = [shown(case) for case in pool]
        missing = [terms[each] for each in left if not any(each in one for one in held)]
        if pool and missing:
            names = joined([term.name for term in missing], 12)
            self.report.add(
                choice.place,
                "D103",
                f"no case study to choose from shows {names}",
                "ask for less, or loosen the filters",
            )
        if not pool or missing:
            return []
        covering = smallest(left, held)
        chosen = [(pool[place], held[place]) for place in covering.chosen]
        return list(
            _covering(chosen, left, terms, "as few cards as can be" if covering.certain else "few cards")
        )

    def fill_to(self, choice: FillTo) -> Found:
        """As many cases more as the deck lacks, with those that are named further down."""
        wanted = choice.cards - len(self.chosen.keys() | (self.named & self.cases.keys()))
        if wanted <= 0:
            return []
        pool = self.pool(choice.conditions, choice.place)
        if pool and len(pool) < wanted:
            message = f"the deck comes to {count(choice.cards - wanted + len(pool), 'card')}; {choice.cards} are wanted"
            self.report.add(choice.place, "D105", message, "fill to fewer, or loosen the filters")
            return []
        text = f"fills the deck to {choice.cards}{_picked(choice)}"
        picked = self.picked(choice, pool, min(wanted, len(pool)))
        return [(case, Reason(text, evidence(case, choice.conditions))) for case in picked]

    def pool(self, conditions: Sequence[Condition], place: Place, *, needed: bool = True) -> list[CaseStudy]:
        """The cases to choose from that pass every condition, in order of title; empty with a problem
        recorded if any are needed.
        """
        others = [
            case for case in self.cases.values() if case.id not in self.chosen and case.id not in self.named
        ]
        free = [case for case in others if not case.gaps and (self.keep or case.id not in self.out)]
        if self.keep:
            conditions = [each for each in conditions if not isinstance(each, Without)]
        left = free
        for condition in conditions:
            before, left = len(left), filtered([condition], left)
            if not left and not needed:
                return []
            if not left:
                earlier = (
                    f" of the {before} left by the lines before it"
                    if before < len(free)
                    else f" of the {before} to choose from"
                )
                hint = _drafts(conditions, others) or (
                    "" if filtered([condition], free) else _hint(condition, free)
                )
                self.report.add(
                    condition.place, "D103", f"{in_words(condition)} leaves no case study{earlier}", hint
                )
                return []
        if not left and needed:
            self.report.add(place, "D103", "no case study is left to choose from")
        return filtered([], left)

    def enough(self, found: int, at_least: int, said: str, place: Place) -> None:
        """Record a problem where fewer cases were found than are wanted at least, though some were."""
        if 0 < found < at_least:
            message = f"{said}: {count(found, 'case study')} to choose from; at least {at_least} are wanted"
            self.report.add(place, "D105", message, "ask for fewer, or loosen the filters")

    def picked(self, choice: Where | FillTo, pool: Sequence[CaseStudy], wanted: int) -> Iterable[CaseStudy]:
        """So many of the pool, picked as the choice says."""
        if choice.pick == "at random":
            return [pool[number - 1] for number in ring(len(pool), choice.seed)[:wanted]]
        if choice.pick == "most different":
            return most_different(pool, wanted, [self.cases[name] for name in self.chosen])
        return pool[:wanted]


def _taken_out(conditions: Sequence[Condition]) -> list[str]:
    """The ids of the cases that conditions take out by name."""
    return [name for each in conditions if isinstance(each, Without) for name in each.names]


def _picked(choice: Where | FillTo) -> str:
    """How cases were picked, to be said after why."""
    return {
        "most different": ", picked to differ most",
        "at random": f", drawn at random with seed {choice.seed}",
    }.get(choice.pick, "")


def _covering(
    chosen: Sequence[tuple[CaseStudy, frozenset[tuple[str, str]]]],
    left: Sequence[tuple[str, str]],
    terms: Mapping[tuple[str, str], Term],
    how: str,
) -> Iterator[tuple[CaseStudy, Reason]]:
    """The cases of a covering, those that add most first, each with what it is the first to show."""
    waiting, missing = list(chosen), list(left)
    while waiting:
        best = max(waiting, key=lambda item: len(item[1] & set(missing)))
        waiting.remove(best)
        case, held = best
        new = [each for each in missing if each in held]
        missing = [each for each in missing if each not in held]
        yield case, Reason(f"brings, in {how}: {_said(new, terms)}", claims_of(case, new))


def _said(new: Sequence[tuple[str, str]], terms: Mapping[tuple[str, str], Term]) -> str:
    """What a case is the first to show: "the benefits Health and Skills, the enabler Norms"."""
    by_kind = {kind: [terms[each].name for each in new if each[0] == kind] for kind in COVERED}
    said = [
        f"the {kind if len(names) > 1 else COVERED[kind]} {joined(names, len(names))}"
        for kind, names in by_kind.items()
        if names
    ]
    return ", ".join(said) or "what others show as well"


def _drafts(conditions: Sequence[Condition], cases: Sequence[CaseStudy]) -> str:
    """A hint where a draft is what the conditions ask for."""
    drafts = [case.id for case in filtered(conditions, cases) if case.gaps]
    if not drafts:
        return ""
    are, them = ("is a draft", "it") if len(drafts) == 1 else ("are drafts", "them")
    return f"{joined(drafts)} would do, but {are}, which searches pass over; name {them} to print {them}"


def _hint(condition: Condition, pool: Sequence[CaseStudy]) -> str:
    if not isinstance(condition, Has) or condition.how != "any" or condition.field == TEXT:
        return "loosen it"
    return (
        did_you_mean(condition.values[0], known_values(pool, condition.field))
        or "no case to choose from has this"
    )
