"""Case studies that are begun and not finished: what is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from casedeck.errors import Place, Report
from casedeck.model.case_study import NO_WORD, Gap
from casedeck.notation.combined import Pair
from casedeck.notation.fields import Schema
from casedeck.notation.markup import Sentence
from casedeck.notation.pending import pending
from casedeck.notation.records import Read
from casedeck.notation.yaml import Entries, Node, Scalar

_DASHED = re.compile(r"\s*(\S.{0,40}?)\s+[-–—]+\s+(\S.*)", re.DOTALL)
"""A word and its sentence with a dash between them: Health – People walk more."""
ONE = {"benefits": "benefit", "enablers": "enabler", "opportunities": "opportunity"}


class Begun(NamedTuple):
    """A word and its sentence, of which one may still be missing: a sentence alone comes with NO_WORD, a word
    alone with no sentence.
    """

    pair: Pair

    def read(self, node: Node, report: Report) -> tuple[Any, Any, Place] | None:
        """The pair."""
        if isinstance(node, Scalar):
            return self._alone(node, report)
        if isinstance(node, Entries) and len(node.entries) == 1 and pending(node.entries[0][1]):
            word, sentence = node.entries[0]
            term = self.pair.name.read(word, report)
            return None if term is None else (term, (), sentence.place)
        return self.pair.read(node, report)

    def _alone(self, node: Scalar, report: Report) -> tuple[Any, Any, Place] | None:
        if found := _DASHED.fullmatch(node.text):
            term = self.pair.name.read(node._replace(text=found[1]), Report())
            if term is not None:
                sentence = Sentence().read(node._replace(text=found[2]), report)
                return None if sentence is None else (term, sentence, node.place)
        alone = " " not in node.text.strip()
        term = self.pair.name.read(node, report if alone else Report())
        if term is not None or alone:
            return None if term is None else (term, (), node.place)
        sentence = Sentence().read(node, report)
        return None if sentence is None else (NO_WORD, sentence, node.place)

    def schema(self) -> Schema:
        """A finished pair."""
        return self.pair.schema()


def gaps_of(values: Read, counts: Mapping[str, int]) -> Iterator[Gap]:
    """What is still to be filled in, in the order in which it was found; `counts` says how many items a list
    needs.
    """
    for name in values.missing:
        yield Gap(name, name, values.places.get(name, values.places[""]))
    for name, wanted in counts.items():
        if 0 < len(values.get(name, ())) < wanted:
            yield Gap(name, f"{wanted - len(values[name])} of {wanted} {name}", values.places[name])
    for name, one in ONE.items():
        for number, (term, sentence, place) in enumerate(values.get(name, ()), 1):
            if not sentence:
                yield Gap(name, f"the sentence of {one} {term.name}", place)
            elif term == NO_WORD:
                yield Gap(name, f"the word before {one} {number}", place)
