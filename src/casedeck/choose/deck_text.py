"""A new deck file: what was asked for on the command line, as YAML to paste and to build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.choose.facets import TEXT
from casedeck.choose.heatmap import COOLEST
from casedeck.model.choice import Choice, CoolSpots, Cover, FillTo, Has, Is, Named, Reads, Where, Without
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
            yield f"  activities: {_flow([activity.replace('-', ' ') for activity in self.activities])}"


def deck_text(
    title: str, choices: Sequence[Choice], order: str, prints: Iterable[str], vocabularies: Vocabularies
) -> str:
    """A deck file with these choices, which reads back as the same ones."""
    lines = [f"title: {bare(title)}", "", "cards:"]
    for choice in choices:
        first, *others = _lines(choice, vocabularies)
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    lines += [f"order: {order}"] if order != "as listed" else []
    return "\n".join([*lines, "", "print:", *(f"  - {item}:" for item in prints), ""])


def _lines(choice: Choice, vocabularies: Vocabularies) -> list[str]:
    if isinstance(choice, Named):
        return [bare(choice.name)]
    if isinstance(choice, Without):
        return [f"not: {_flow(choice.names)}"]
    sought = [each for each in choice.conditions if not isinstance(each, Without)]
    out = [name for each in choice.conditions if isinstance(each, Without) for name in each.names]
    where = [f"where: {_where(sought)}"] if sought else []
    where += [f"not: {_flow(out)}"] if out else []
    if isinstance(choice, CoolSpots):
        return [f"cool spots: {_spots(choice)}", *where, *_limits(choice)]
    if isinstance(choice, Cover):
        return [f"cover: {_cover(choice, vocabularies)}", *where]
    picking = [f"pick: {choice.pick}"] if choice.pick != type(choice)._field_defaults["pick"] else []
    picking += [f"seed: {choice.seed}"] if choice.pick == "at random" else []
    if isinstance(choice, FillTo):
        return [f"fill to: {choice.cards}", *where, *picking]
    return [*where, *_limits(choice), *picking]


def _spots(choice: CoolSpots) -> str:
    if not any(spot.scores for spot in choice.spots):
        return _flow([spot.term.name.lower() for spot in choice.spots])
    scores = {
        spot.term.name.lower(): str([*spot.scores]) if len(spot.scores) > 1 else str(spot.scores[0])
        for spot in choice.spots
    }
    coolest = {"coolest": str(len(choice.spots))} if len(choice.spots) != COOLEST else {}
    return _mapping({"scores": _mapping(scores), **coolest})


def _limits(choice: Where | CoolSpots) -> list[str]:
    least = [f"at least: {choice.at_least}"] if choice.at_least != 1 else []
    return least if choice.at_most is None else [*least, f"at most: {choice.at_most}"]


def _cover(choice: Cover, vocabularies: Vocabularies) -> str:
    if all(terms == tuple(vocabularies[kind]) for kind, terms in choice.terms.items()):
        return _flow(list(choice.terms))
    return _mapping(
        {kind: _flow([term.name.lower() for term in terms]) for kind, terms in choice.terms.items()}
    )


def _where(conditions: Iterable[Has | Reads | Is]) -> str:
    ways: dict[str, dict[str, str]] = {}
    said: dict[str, str] = {}
    for condition in conditions:
        if isinstance(condition, Is):
            said[condition.aspect] = "yes" if condition.wanted else "no"
        elif isinstance(condition, Reads):
            limits = {"at least": condition.low} if condition.low else {}
            limits |= {"at most": condition.high} if condition.high < float("inf") else {}
            said["reading time"] = _mapping({name: _time(limit) for name, limit in limits.items()})
        else:
            ways.setdefault(condition.field, {})[condition.how] = _words(condition)
    for field, each in ways.items():
        said[field] = each["any"] if each.keys() == {"any"} else _mapping(each)
    return _mapping(said)


def _time(seconds: float) -> str:
    """A time as a deck file can say it: in seconds of up to four digits, else in minutes."""
    return f"{seconds:g} seconds" if seconds < 10_000 else f"{seconds / 60:g} minutes"


def _words(condition: Has) -> str:
    words = [
        value.lower() if condition.field not in ("location", "country", TEXT) else value
        for value in condition.values
    ]
    return _flow(words) if len(words) > 1 else bare(words[0])


def _flow(words: Sequence[str]) -> str:
    return f"[{', '.join(map(bare, words))}]"


def _mapping(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"
