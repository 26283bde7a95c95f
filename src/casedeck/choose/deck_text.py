"""A new deck file: what was asked for on the command line, as YAML to paste and to build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from casedeck.choose.way import flow
from casedeck.model.choice import Choice
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.yaml_text import bare


class SessionDeck(NamedTuple):
    """A deck for a session: who meets when, for what, on which paper; `cards` case studies that differ most,
    with full cards.

    None and "" leave a key out.
    """

    title: str
    people: int = 20
    date: dt.date | None = None
    starts: dt.time | None = None
    minutes: int | None = None
    activities: tuple[str, ...] = ()
    paper: str = ""
    cards: int = 12

    def text(self) -> str:
        """The deck file, which prints a pack."""
        paper = [f"paper: {self.paper}"] if self.paper else []
        cards = [f"  - fill to: {self.cards}", "    where: {full card: yes}"]
        lines = [f"title: {bare(self.title)}", *paper, "", "session:", *self._session()]
        return "\n".join([*lines, "", "cards:", *cards, "", "print:", "  - pack:", ""])

    def _session(self) -> Iterator[str]:
        yield f"  people: {self.people}"
        if self.date:
            yield f"  date: {self.date.isoformat()}"
        if self.starts:
            yield f'  starts: "{self.starts:%H:%M}"'
        if self.minutes:
            yield f"  minutes: {self.minutes}"
        if self.activities:
            yield f"  activities: {flow([activity.replace('-', ' ') for activity in self.activities])}"


def deck_text(
    title: str, choices: Sequence[Choice], order: str, prints: Iterable[str], vocabularies: Vocabularies
) -> str:
    """A deck file with these choices, which reads back as the same ones."""
    lines = [f"title: {bare(title)}", "", "cards:"]
    for choice in choices:
        first, *others = choice.lines(vocabularies)
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    lines += [f"order: {order}"] if order != "as listed" else []
    return "\n".join([*lines, "", "print:", *(f"  - {item}:" for item in prints), ""])
