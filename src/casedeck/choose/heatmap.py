"""The cool spots of a Relationships Heatmap: opportunities by name, or their scores, inline or in a
spreadsheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import Place, Report
from casedeck.library.files import read_problem
from casedeck.library.library import Library
from casedeck.model.choice import HIGHEST_SCORE, LOWEST_SCORE, Spot
from casedeck.model.vocabulary import Vocabulary
from casedeck.notation.amounts import Whole
from casedeck.notation.fields import OneTerm, Schema, Text
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Record
from casedeck.notation.yaml import Mapping as Entries
from casedeck.notation.yaml import Node
from casedeck.wording import short

COOLEST = 3
"""How many of the scored opportunities count as cool unless the file says otherwise."""
MAX_PEOPLE = 500
Scores = Mapping[str, Sequence[int]]
"""Everybody's scores by the id of the opportunity."""


def cool_spots(library: Library) -> CoolSpotsField:
    """What stands under `cool spots`."""
    return CoolSpotsField(library)


class CoolSpotsField(NamedTuple):
    """Names of opportunities, or `scores` or a `file` with them and how many are `coolest`."""

    library: Library

    def read(self, node: Node, report: Report) -> tuple[Spot, ...] | None:
        """The spots from the coolest; those named in their order."""
        if not isinstance(node, Entries):
            terms = self._names().read(node, report)
            return tuple(Spot(term) for term in dict.fromkeys(terms)) if terms else None
        part = report.part()
        values = self._record().read(node, report)
        if values is None or not part.clean:
            return None
        if ("scores" in values) == ("file" in values):
            report.add(
                node.place,
                "V102",
                "cool spots needs either scores or a file",
                "write it like {file: heatmap.csv}",
            )
            return None
        scores: Scores | None
        if "file" in values:
            scores = self._from_file(values["file"], values.places["file"], report)
        else:
            given = values["scores"]
            scores = {term.id: given[term.name.lower()] for term in self._terms if term.name.lower() in given}
        return coolest(scores, self._terms, values.get("coolest", COOLEST)) if scores else None

    @property
    def _terms(self) -> Vocabulary:
        return self.library.vocabularies["opportunities"]

    def _from_file(self, name: str, place: Place, report: Report) -> Scores | None:
        try:
            data = self.library.files.read(name)
        except OSError as error:
            report.problems.append(read_problem(error, place, f'the Heatmap file "{short(name)}"'))
            return None
        from casedeck.choose.scores import (
            read_scores,
        )  # brings the reading of spreadsheets, which few decks need

        return read_scores(data, self.library.files.shown(name), self._terms, report)

    def _names(self) -> ListOf:
        return ListOf(OneTerm("opportunity", self._terms), 1, 10, single=True, names=True)

    def _record(self) -> Record:
        score = ListOf(Whole(LOWEST_SCORE, HIGHEST_SCORE), 1, MAX_PEOPLE, single=True, names=True)
        scores = {
            term.name.lower(): Key(score, f"How warm {term.name.lower()} is, from 1 (cool) to 5 (warm).")
            for term in self._terms
        }
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


def coolest(scores: Scores, opportunities: Vocabulary, count: int) -> tuple[Spot, ...]:
    """The `count` opportunities with the lowest mean scores, the coolest first; of equal ones the first in
    the vocabulary's order.
    """
    spots = [Spot(term, tuple(found)) for term in opportunities if (found := scores.get(term.id))]
    return tuple(sorted(spots, key=lambda spot: spot.score or 0.0)[:count])
