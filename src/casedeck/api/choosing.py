"""Suggest cards for a deck that nobody has written yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from casedeck.build.deck_file import DeckFile, deck_of
from casedeck.build.pipeline import Chosen, select
from casedeck.choose.cool_spots import CoolSpots
from casedeck.choose.cover import Cover
from casedeck.choose.coverage import TermShown, terms_shown
from casedeck.choose.deck_text import deck_text
from casedeck.choose.fill_to import FillTo
from casedeck.choose.filters import Narrowing, sought
from casedeck.choose.keys import Limits
from casedeck.choose.named import Named
from casedeck.choose.picks import BY_TITLE, MOST_DIFFERENT
from casedeck.choose.reasons import words_of
from casedeck.choose.spots import CoolSpot
from casedeck.choose.typed import HERE
from casedeck.choose.where import Where
from casedeck.errors import Report
from casedeck.library.library import Library
from casedeck.model.choice import FEW, ORDERS, Choice
from casedeck.model.vocabulary import Vocabularies
from casedeck.prints.words import LOCALE

NAME, TITLE = "suggested", "Suggested deck"
PRINTED = ("cards", "why these cards")


class Question(NamedTuple):
    """What a suggestion is to be made of: cases by the ids that they have, spots to warm, vocabularies to
    cover, and how far to fill; or, without any of the last three, all that pass the conditions. None and ""
    leave it to what is usual.
    """

    names: tuple[str, ...] = ()
    spots: tuple[CoolSpot, ...] = ()
    cover: tuple[str, ...] = ()
    fill_to: int | None = None
    conditions: tuple[Narrowing, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
    pick: str = ""
    seed: int = 1
    order: str = ORDERS[0]

    @property
    def by_filter(self) -> bool:
        """Whether the conditions alone say which cases are meant."""
        return bool(sought(self.conditions)) and not (self.spots or self.cover or self.fill_to)

    @property
    def limits(self) -> Limits:
        """How many cases are looked for."""
        least = 1 if self.at_least is None else self.at_least
        return Limits(least, self.at_most or max(least, FEW))

    def may_have_more(self, cards: int) -> bool:
        """Whether there may be more than these, and nobody has said how many."""
        told = self.at_most or self.at_least or self.fill_to or self.cover
        return not told and cards >= FEW

    def choices(self, vocabularies: Vocabularies) -> Iterator[Choice]:
        """The choices that it stands for: cases by name, then cool spots or filters, then what is to be
        covered, then filling up.
        """
        for name in self.names:
            yield Named(name, HERE)
        if self.spots:
            yield CoolSpots(self.spots, self.conditions, HERE, *self.limits)
        if self.cover:
            terms = {kind: tuple(vocabularies[kind]) for kind in self.cover}
            yield Cover(terms, self.conditions, HERE)
        if self.fill_to:
            yield FillTo(self.fill_to, self.conditions, HERE, self.pick or MOST_DIFFERENT, self.seed)
        if self.by_filter:
            pick = self.pick or (BY_TITLE if self.at_most else MOST_DIFFERENT)
            yield Where(self.conditions, HERE, *self.limits, pick, self.seed)


class Suggestion(NamedTuple):
    """Cards chosen for a question, the text of a deck file that chooses the same, and the words that the
    reasons are said in.
    """

    chosen: Chosen
    text: str
    reasons: Mapping[str, str]


def suggestion(question: Question, library: Library) -> Suggestion:
    """The cards that a library has for a question. Raises DeckError where it has none."""
    report = Report()
    question.limits.can_be(HERE, report)
    report.raise_if_any()
    library = library.again(report)
    choices = tuple(question.choices(library.vocabularies))
    deck = deck_of(NAME, TITLE, choices, question.order, PRINTED, library, HERE, report)
    labels = library.labels(deck.language, LOCALE)
    report.raise_if_any()
    assert labels is not None
    text = deck_text(TITLE, choices, question.order, PRINTED, library.vocabularies)
    return Suggestion(select(deck, library=library), text, words_of(labels))


class Coverage(NamedTuple):
    """The cards of a deck, and the terms that they show and miss."""

    chosen: Chosen
    terms: Mapping[str, Sequence[TermShown]]


def coverage(file: DeckFile) -> Coverage:
    """What the cards of a deck file cover. Raises DeckError where they cannot be chosen."""
    chosen = select(file)
    return Coverage(chosen, terms_shown(chosen.cards, chosen.library.vocabularies))
