"""The cards of a deck file: names, and what to look for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from casedeck.choose.conditions import conditions, where
from casedeck.choose.heatmap import cool_spots
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.library.references import CardChoice, CaseName
from casedeck.model.choice import COVERED, PICKS, Choice, CoolSpots, Cover, FillTo, Where, Without
from casedeck.model.vocabulary import Term, Vocabularies, key
from casedeck.notation.amounts import Whole
from casedeck.notation.combined import Checked
from casedeck.notation.fields import Field, OneOf, OneTerm, Schema, spellings
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Mapping as Entries
from casedeck.notation.yaml import Node, Scalar

MAX_CARDS = 5000
CARDS = ("cards", "card", "case studies", "case study")

TAKEN: Mapping[str, tuple[str, ...]] = {
    "cool spots": ("where", "not", "at least", "at most"),
    "cover": ("where", "not"),
    "fill to": ("where", "not", "pick", "seed"),
    "where": ("not", "at least", "at most", "pick", "seed"),
    "not": (),
}
"""The ways to choose cases, each with what else can be said of it; the first that is there is the way meant."""

_EXAMPLES = {
    "cool spots": "[storytelling, incentives]",
    "cover": "[benefits, enablers]",
    "fill to": "12",
    "where": "{benefit: health}",
    "not": "[timpson]",
}


def choices(library: Library) -> Field:
    """What stands under `cards`."""
    return AllOr(
        ListOf(
            CardChoice(library, Checked(choice_record(library), _choice)),
            1,
            MAX_CARDS,
            single=True,
            names=True,
        )
    )


def choice_record(library: Library) -> Record:
    """The keys of a choice of cards."""
    return Record(
        "a choice of cards",
        {
            "where": Key(where(library), "What the cases must have; every line must hold."),
            "cool spots": Key(
                cool_spots(library), "The opportunities to warm up, or the scores of a Heatmap."
            ),
            "cover": Key(
                Covered(library.vocabularies), "What the deck must show, with as few cards as can be."
            ),
            "fill to": Key(Whole(1, MAX_CARDS, CARDS), "How many cards the deck then has."),
            "not": Key(
                ListOf(CaseName(library), 1, MAX_CARDS, single=True, names=True),
                "Case studies that are not to be chosen; on a line of its own, by none of the searches.",
            ),
            "at least": Key(
                Whole(0, MAX_CARDS, CARDS), "How many there must be; 0 where none will do as well."
            ),
            "at most": Key(Whole(1, MAX_CARDS, CARDS), "How many to take."),
            "pick": Key(OneOf("way to pick", PICKS), "Which of them to take."),
            "seed": Key(Whole(0, 999_999_999), "Any number: the same one draws the same cards again."),
        },
    )


class AllOr(NamedTuple):
    """The word "all", or a list of choices."""

    choices: Field

    def read(self, node: Node, report: Report) -> list[Choice] | None:
        """The choices; "all" is one that nothing fails."""
        if isinstance(node, Scalar) and key(node.text) == "all":
            return [Where((), node.place)]
        found: list[Choice] | None = self.choices.read(node, report)
        return found

    def schema(self) -> Schema:
        """Either."""
        return {"anyOf": [spellings("all"), self.choices.schema()]}


class Covered(NamedTuple):
    """What is to be covered: vocabularies in full, or some terms of each."""

    vocabularies: Vocabularies

    def read(self, node: Node, report: Report) -> dict[str, tuple[Term, ...]] | None:
        """The terms by their vocabulary."""
        if isinstance(node, Entries):
            values = self._record().read(node, report)
            return None if values is None else {kind: tuple(terms) for kind, terms in values.items()}
        kinds = self._kinds().read(node, report)
        return None if kinds is None else {kind: tuple(self.vocabularies[kind]) for kind in kinds}

    def _kinds(self) -> ListOf:
        return ListOf(OneOf("vocabulary", tuple(COVERED)), 1, len(COVERED), single=True, names=True)

    def _record(self) -> Record:
        keys = {
            kind: Key(
                ListOf(OneTerm(one, self.vocabularies[kind]), 1, 20, single=True, names=True),
                f"The {kind} that the deck must show.",
            )
            for kind, one in COVERED.items()
        }
        return Record("cover", keys)

    def schema(self) -> Schema:
        """Names of vocabularies, or terms by vocabulary."""
        return {"anyOf": [self._kinds().schema(), self._record().schema()]}


def _choice(values: Read, place: Place, report: Report) -> Choice | None:
    way = next((name for name in TAKEN if name in values.places), None)
    if way is None:
        report.add(
            place, "V102", "this does not say what to look for", f"begin with one of: {', '.join(TAKEN)}"
        )
        return None
    for name in values.places.keys() - {"", way, *TAKEN[way]}:
        report.add(
            values.places[name],
            "V101",
            f'"{name}" says nothing where a choice begins with "{way}"',
            "take it out",
        )
    if "seed" in values and "seed" in TAKEN[way] and values.get("pick") != "at random":
        report.add(
            values.places["seed"],
            "V101",
            '"seed" says nothing without pick: at random',
            "take it out, or draw at random",
        )
    if not values.get(way):
        if not any(
            problem.place.file != place.file or problem.place >= values.places[way]
            for problem in report.problems
        ):
            report.add(place, "V102", f"{way} says nothing to look for", f"write it like {_EXAMPLES[way]}")
        return None
    least, most = values.get("at least", 1), values.get("at most")
    if most is not None and least > most:
        report.add(values.places["at least"], "V105", f"at least {least} is more than at most {most}")
        return None
    return _MAKERS[way](values, place)


def _where(values: Read, place: Place) -> Choice:
    limits = values.get("at least", 1), values.get("at most")
    return Where(_filters(values), place, *limits, values.get("pick", PICKS[0]), values.get("seed", 1))


def _cool_spots(values: Read, place: Place) -> Choice:
    return CoolSpots(
        values["cool spots"], _filters(values), place, values.get("at least", 1), values.get("at most")
    )


def _cover(values: Read, place: Place) -> Choice:
    return Cover(values["cover"], _filters(values), place)


def _fill_to(values: Read, place: Place) -> Choice:
    return FillTo(
        values["fill to"],
        _filters(values),
        place,
        values.get("pick", "most different"),
        values.get("seed", 1),
    )


def _filters(values: Read) -> tuple[Any, ...]:
    found: tuple[Any, ...] = conditions(values["where"]) if "where" in values else ()
    return (*found, _not(values, values.places["not"])) if "not" in values else found


def _not(values: Read, place: Place) -> Without:
    return Without(tuple(each.name for each in values["not"]), place)


_MAKERS: Mapping[str, Callable[[Read, Place], Choice]] = {
    "cool spots": _cool_spots,
    "cover": _cover,
    "fill to": _fill_to,
    "where": _where,
    "not": _not,
}
