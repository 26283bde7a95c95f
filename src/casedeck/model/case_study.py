"""A case study: what a library file says about one organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.model.illustration import Illustration
from casedeck.model.signs import bare
from casedeck.model.text import Block, Paragraph, Rich, first_words, rich, texts, word_count
from casedeck.model.vocabulary import Term

PUBLISHED = "published"
STATUSES = ("draft", "mock-up", "imagined")
"""What a case study may be that is not published; its cards are stamped with the word."""


class Claim(NamedTuple):
    """One benefit, enabler or opportunity of a case: the term and the sentence beside it."""

    term: Term
    text: Rich


NO_WORD = Term("", "")
"""The term of a benefit or enabler for which no word is chosen yet."""


class Gap(NamedTuple):
    """A part of a case study that is still to be filled in: its key in the file, what it is in words, and
    where it goes.
    """

    key: str
    part: str
    place: Place


class CaseStudy(NamedTuple):
    """One case study; `id` is its file's name, `places` says where each field stands in that file.

    A brief one has no benefits, enablers and key learning, and perhaps no strapline and keywords; it has
    opportunities then. `countries` are those that the location is in, a nation before the state it is part
    of. `hinted_title` is the title with hints on where lines break, or nothing. `facts` are sentences that
    are kept with it and not printed. `own` says that it stands in the facilitator's folder, not among those
    that ship. `status` is PUBLISHED or one of STATUSES; `consent` is whether those it is about agreed to it,
    None where nobody said. `gaps` are what is not filled in yet: with any, it is a draft, in which texts may
    be empty, lists short and terms NO_WORD.
    """

    id: str
    title: str
    strapline: Rich
    overview: tuple[Block, ...]
    spotlight: Rich
    keywords: tuple[str, ...]
    benefits: tuple[Claim, ...]
    enablers: tuple[Claim, ...]
    learning: Rich
    link: str
    types_of_place: tuple[Term, ...]
    sectors: tuple[Term, ...]
    location: str
    countries: tuple[Term, ...]
    opportunities: tuple[Claim, ...]
    sources: tuple[str, ...]
    places: Mapping[str, Place]
    status: str = PUBLISHED
    author: str = ""
    date: dt.date | None = None
    consent: bool | None = None
    own: bool = False
    facts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    hinted_title: str = ""
    picture: Illustration | None = None

    def fields(self) -> Iterator[tuple[str, Rich]]:
        """Every printed piece of text with the name of its field, in reading order."""
        yield "title", self.heading
        if self.strapline:
            yield "strapline", self.strapline
        if self.spotlight:
            yield "relationship spotlight", self.spotlight
        for piece in texts(self.overview):
            yield "overview", piece
        if self.keywords:
            yield "keywords", rich(", ".join(self.keywords))
        for name, claims in self.printed_claims().items():
            for number, claim in enumerate(claims, 1):
                if claim.text:
                    yield f"{name} {number}", claim.text
        if self.learning:
            yield "key learning", self.learning

    @property
    def heading(self) -> Rich:
        """The title as it is set in lines."""
        return rich(self.hinted_title or self.title)

    def printed_claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that stand on its card, by the name of their field."""
        if self.full:
            return {"benefits": self.benefits, "enablers": self.enablers}
        return {"opportunities": self.opportunities}

    @property
    def full(self) -> bool:
        """True for a case with a full card, or one that is to have it; False for a brief one."""
        return bool(self.benefits) or self.lacks("benefits")

    def lacks(self, name: str) -> bool:
        """True where something under a key is still to be filled in."""
        return any(gap.key == name for gap in self.gaps)

    @property
    def stamp(self) -> str:
        """The status whose word its cards are stamped with: a draft's, where it is one and says nothing else
        of itself. One that is blank has no stamp.
        """
        return STATUSES[0] if self.gaps and self.status == PUBLISHED and self.id else self.status

    @property
    def enabler_ids(self) -> frozenset[str]:
        """The ids of its enablers; of a brief one, those that its opportunities are the same idea as."""
        if self.enablers or self.full:
            return frozenset(claim.term.id for claim in self.enablers if claim.term != NO_WORD)
        return frozenset(enabler for claim in self.opportunities for enabler in claim.term.enablers)

    def texts(self) -> dict[str, list[Rich]]:
        """The pieces of text by the name of their field."""
        found: dict[str, list[Rich]] = {}
        for name, text in self.fields():
            found.setdefault(name, []).append(text)
        return found

    @property
    def words(self) -> int:
        """Words on the card, without headings and category names."""
        return word_count(*(text for _, text in self.fields()))

    def place(self, field: str) -> Place:
        """Where a field stands: "benefits 2" is the second benefit; an absent field is the file."""
        return self.places.get(field) or self.places[""]


def blank(title: str, place: Place) -> CaseStudy:
    """A full case study of which nothing is known yet but the words in the place of its title."""
    return CaseStudy(
        id="",
        title=title,
        strapline=(),
        overview=(),
        spotlight=(),
        keywords=(),
        benefits=(),
        enablers=(),
        learning=(),
        link="",
        types_of_place=(),
        sectors=(),
        location="",
        countries=(),
        opportunities=(),
        sources=(),
        places={"": place},
        gaps=tuple(Gap(name, name, place) for name in TO_FILL_IN),
    )


TO_FILL_IN = (
    "strapline",
    "overview",
    "relationship spotlight",
    "keywords",
    "benefits",
    "enablers",
    "key learning",
)
"""The parts of a full card, by their keys in a file."""

USUAL_WORDS = {
    "title": (1, 8),
    "strapline": (11, 14),
    "overview": (59, 83),
    "relationship spotlight": (12, 18),
    "keywords": (3, 6),
    "benefits": (4, 8),
    "enablers": (6, 11),
    "opportunities": (10, 22),
    "key learning": (10, 17),
}
"""How many words a field usually has, from and to: the middle 80 % of the cards that the faces were measured
on.
"""

CARD_WORDS = (143, 232)
"""How many words a full card usually has in all."""


def usual_range(field: str) -> str:
    """How many words a field usually has, as people say it: "11 to 14"."""
    low, high = USUAL_WORDS[field]
    return f"{low} to {high}"


def usual_words(field: str) -> int:
    """The most words that a field such as "benefits 2" usually has."""
    return USUAL_WORDS[field.rstrip(" 0123456789")][1]


def shortened(case: CaseStudy, field: str, words: int) -> CaseStudy:
    """The case with a field (any but the keywords) cut after its first `words` words."""
    if field == "title":
        (title,) = first_words(case.heading, words)
        return case._replace(title=bare(title.text), hinted_title=title.text)
    if field == "overview":
        return case._replace(overview=_cut(case.overview, words))
    if field[-1].isdigit():
        kind, number = field.split()
        claims = list(case.printed_claims()[kind])
        claim = claims[int(number) - 1]
        claims[int(number) - 1] = claim._replace(text=first_words(claim.text, words))
        return CaseStudy(**{**case._asdict(), kind: tuple(claims)})
    if field == "strapline":
        return case._replace(strapline=first_words(case.strapline, words))
    if field == "relationship spotlight":
        return case._replace(spotlight=first_words(case.spotlight, words))
    return case._replace(learning=first_words(case.learning, words))


def _cut(blocks: tuple[Block, ...], words: int) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        pieces = []
        for piece in (block.text,) if isinstance(block, Paragraph) else block.items:
            if words > 0:
                pieces.append(first_words(piece, words))
            words -= word_count(piece)
        if pieces:
            kept.append(
                Paragraph(pieces[0]) if isinstance(block, Paragraph) else block._replace(items=tuple(pieces))
            )
    return tuple(kept)
