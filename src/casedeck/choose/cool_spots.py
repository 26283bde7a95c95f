"""Choose the cases that warm the cool spots of a Relationships Heatmap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from casedeck.choose import keys
from casedeck.choose.filters import Narrowing, all_in_words, all_phrase
from casedeck.choose.spots import (
    COOLEST,
    MAX_PEOPLE,
    WORDS,
    CoolSpot,
    Scores,
    coolest,
    ranked,
    sentences,
)
from casedeck.choose.state import Found, State
from casedeck.choose.way import Way, flow, mapping
from casedeck.errors import Place, Report
from casedeck.library.files import read_problem
from casedeck.library.library import Library
from casedeck.model.choice import HIGHEST_SCORE, LOWEST_SCORE
from casedeck.model.reason import Phrase, Reason, in_a_list
from casedeck.model.vocabulary import Vocabularies, Vocabulary
from casedeck.notation.amounts import Whole
from casedeck.notation.fields import OneTerm, Schema, Text
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Entries, Node
from casedeck.wording import joined, short


class CoolSpots(NamedTuple):
    """Choose the cases that warm the most and the coolest of the spots, which stand in order from the
    coolest.
    """

    spots: tuple[CoolSpot, ...]
    conditions: tuple[Narrowing, ...]
    place: Place
    at_least: int = 1
    at_most: int | None = None

    def take(self, state: State) -> Found:
        """The cases that warm the spots best."""
        pool = state.pool(self.conditions, self.place, needed=self.at_least > 0)
        if not pool:
            return []
        found = [*islice(ranked(self.spots, pool, state.before()), self.at_most)]
        names = joined([spot.term.name for spot in self.spots], len(self.spots))
        if not found and self.at_least:
            among = f"; {all_in_words(self.conditions)}" if self.conditions else ""
            message = f"no case study to choose from warms {names}{among}"
            hint = "name other cool spots, loosen the filters, or say at least: 0"
            state.report.add(self.place, "D103", message, hint)
        state.enough(len(found), self.at_least if found else 0, f"warms {names}", self.place)
        return [(case, Reason(self._warms(spots), sentences(case, spots))) for case, spots in found]

    def _warms(self, spots: Sequence[CoolSpot]) -> Phrase:
        """That a case warms these spots, and what it was chosen among."""
        values = {"spots": in_a_list([spot.phrase() for spot in spots])}
        if not self.conditions:
            return Phrase("warms", values)
        return Phrase("warms among", {**values, "cases": all_phrase(self.conditions)})

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The lines of a deck file."""
        limits = keys.Limits(self.at_least, self.at_most).lines()
        return [f"cool spots: {self._written()}", *keys.narrowed_lines(self.conditions), *limits]

    def _written(self) -> str:
        """The spots by name, or with their scores."""
        if not any(spot.scores for spot in self.spots):
            return flow([spot.term.name.lower() for spot in self.spots])
        scores = {
            spot.term.name.lower(): str([*spot.scores]) if len(spot.scores) > 1 else str(spot.scores[0])
            for spot in self.spots
        }
        count = {"coolest": str(len(self.spots))} if len(self.spots) != COOLEST else {}
        return mapping({"scores": mapping(scores), **count})


class CoolSpotsField(NamedTuple):
    """Names of opportunities, or `scores` or a `file` with them and how many are `coolest`."""

    library: Library

    def read(self, node: Node, report: Report) -> tuple[CoolSpot, ...] | None:
        """The spots from the coolest; those named in their order."""
        if not isinstance(node, Entries):
            terms = self._names().read(node, report)
            return tuple(CoolSpot(term) for term in dict.fromkeys(terms)) if terms else None
        part = report.part()
        values = self._record().read(node, report)
        if values is None or not part.clean:
            return None
        if ("scores" in values) == ("file" in values):
            hint = "write it like {file: heatmap.csv}"
            report.add(node.place, "V102", "cool spots needs either scores or a file", hint)
            return None
        scores = self._scores(values, report)
        return coolest(scores, self._terms, values.get("coolest", COOLEST)) if scores else None

    @property
    def _terms(self) -> Vocabulary:
        return self.library.vocabularies["opportunities"]

    def _scores(self, values: Read, report: Report) -> Scores | None:
        if "file" in values:
            return self._from_file(values["file"], values.places["file"], report)
        given = values["scores"]
        return {term.id: given[term.name.lower()] for term in self._terms if term.name.lower() in given}

    def _from_file(self, name: str, place: Place, report: Report) -> Scores | None:
        from casedeck.choose.scores import read_scores  # the reading of spreadsheets, which few decks need

        try:
            data = self.library.files.read(name)
        except OSError as error:
            report.problems.append(read_problem(error, place, f'the Heatmap file "{short(name)}"'))
            return None
        return read_scores(data, self.library.files.shown(name), self._terms, report)

    def _names(self) -> ListOf:
        return ListOf(OneTerm("opportunity", self._terms), 1, 10, single=True, names=True)

    def _record(self) -> Record:
        score = ListOf(Whole(LOWEST_SCORE, HIGHEST_SCORE), 1, MAX_PEOPLE, single=True, names=True)
        names = [term.name.lower() for term in self._terms]
        scores = {name: Key(score, f"How warm {name} is, from 1 (cool) to 5 (warm).") for name in names}
        return Record(
            "cool spots",
            {
                "scores": Key(
                    Record("scores", scores), "The score of each opportunity, or a list with everybody's."
                ),
                "file": Key(
                    Text(200, blank=False), "A spreadsheet with the scores, in your folder: .csv or .xlsx."
                ),
                "coolest": Key(Whole(1, 10), "How many of the coolest opportunities to warm up."),
            },
        )

    def schema(self) -> Schema:
        """Names, or a mapping."""
        return {"anyOf": [self._names().schema(), self._record().schema()]}


def _keys(library: Library) -> dict[str, Key]:
    about = "The opportunities to warm up, or the scores of a Heatmap."
    return {"cool spots": Key(CoolSpotsField(library), about)}


def _cool_spots(values: Read, place: Place) -> CoolSpots:
    return CoolSpots(values["cool spots"], keys.narrowed(values), place, *keys.limits(values))


COOL_SPOTS = Way(
    name="cool spots",
    about="Takes the case studies that warm these opportunities best, the coolest first.",
    example="[storytelling, incentives]",
    keys=_keys,
    choice=_cool_spots,
    takes=("where", "not", "at least", "at most"),
    words={"warms": ("spots",), "warms among": ("spots", "cases"), **WORDS},
)
