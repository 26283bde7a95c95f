"""Front matter: what stands before the cards of a deck."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from casedeck.model.text import Block, Rich

CARD_PARTS = (
    "tabs",
    "figure",
    "title",
    "relationship spotlight",
    "overview",
    "benefits",
    "enablers",
    "key learning",
)
"""The parts of a card that are explained, in reading order."""


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: str
    text: tuple[Block, ...]


class CardPart(NamedTuple):
    """What a part of a card is called, and what it is for."""

    name: str
    about: Rich


class FrontMatter(NamedTuple):
    """The words of the front matter as their file says them, placeholders not yet filled.

    `order` are the ids of the activities that come first; `parts` has one for each of CARD_PARTS; the rest
    are the words of each page.
    """

    order: tuple[str, ...]
    cover: Mapping[str, str]
    using: Mapping[str, str]
    sections: tuple[Section, ...]
    reading: Mapping[str, str]
    parts: tuple[CardPart, ...]
    activity: Mapping[str, str]


class ActivityFacts(NamedTuple):
    """One activity card: its place among them, its minutes for so many people, and its blocks as (name,
    minutes, what happens).
    """

    name: str
    purpose: str
    number: int
    of: int
    people: int
    minutes: int
    least_people: int
    most_people: int
    cards_read: int
    energy: str
    prompt: Rich
    blocks: tuple[tuple[str, int, Rich], ...]
