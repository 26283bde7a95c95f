"""Front-matter files: every word that stands before the cards of a deck, language by language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from casedeck.errors import Place, Report
from casedeck.library.locale import printed
from casedeck.library.shelf import Kind
from casedeck.model.front_matter import CARD_PARTS, CardPart, FrontMatter, Section
from casedeck.model.text import Block, plain, texts
from casedeck.notation.combined import Checked
from casedeck.notation.fields import OneOf
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import NamedTexts, Prose, Sentence, Words
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.yaml import Node
from casedeck.wording import short

SECTION_PLACEHOLDERS = ("cards", "sourced")
_COVER: Mapping[str, tuple[str, ...]] = {
    "page": (),
    "one card": (),
    "cards": ("cards",),
    "figure": ("counts",),
    "count": ("family", "count"),
}
_USING: Mapping[str, tuple[str, ...]] = {
    "tab": (),
    "title": (),
    "strapline": (),
    "label": (),
    "idea": (),
    "tip label": (),
    "tip": (),
    "only one": (),
    "all of them": ("cards",),
    "some of them": ("some", "cards"),
    "none of them": (),
}
_READING: Mapping[str, tuple[str, ...]] = {
    "tab": (),
    "title": (),
    "strapline": (),
    "figure": (),
    "one brief": ("numbers",),
    "some brief": ("numbers",),
    "all brief": (),
    "tip label": (),
    "tip": (),
}
_ACTIVITY: Mapping[str, tuple[str, ...]] = {
    "tab": ("number", "of"),
    "minutes": ("minutes",),
    "minutes note": ("people",),
    "people": ("low", "high"),
    "one card": (),
    "cards": ("cards",),
    "cards note": (),
    "prompt": (),
    "what happens": (),
    "block": ("block", "minutes"),
}


def _sections(
    pairs: Sequence[tuple[str, tuple[Block, ...]]], place: Place, report: Report
) -> tuple[Section, ...] | None:
    allowed = re.compile("|".join(rf"\{{{name}\}}" for name in SECTION_PLACEHOLDERS))
    for heading, blocks in pairs:
        words = " ".join(plain(text) for text in texts(blocks))
        if re.search("[{}]", heading + allowed.sub("", words)):
            braces = " and ".join(f"{{{name}}}" for name in SECTION_PLACEHOLDERS)
            report.add(
                place, "V106", f'"{short(heading)}" holds other words in {{}} than {braces}', "take them out"
            )
            return None
    return tuple(Section(heading, blocks) for heading, blocks in pairs)


def _part(name: str) -> Key:
    """What the file says of one part of a card."""
    needed = name in ("tabs", "figure", "title")
    named = Key(Words(40), "What it is called, where no word on the cards says it.", required=needed)
    about = Key(Sentence(200), "What it is for.", required=True)
    record = Record(f"the part {name}", {"name": named, "about": about})
    return Key(record, f"The part of a card called {name}.", required=True)


_HEADED = Checked(NamedTexts(Prose(1000)), _sections)
_PARTS = Record("the parts of a card", {name: _part(name) for name in CARD_PARTS})
_USING_CARDS = Record(
    "the words on using the cards",
    {
        **printed(_USING),
        "sections": Key(_HEADED, "Headings, each with paragraphs or a list.", required=True),
    },
)
_READING_CARDS = Record(
    "the words on reading a card",
    {**printed(_READING, 300), "parts": Key(_PARTS, "What each part is for.", required=True)},
)
_COVER_PAGE = Record("the words of the cover", printed(_COVER))
_ACTIVITY_CARD = Record("the words of an activity card", printed(_ACTIVITY))


def front_matter_record(activities: Sequence[str]) -> Record:
    """The keys of a front-matter file; its activities are those that there are."""
    first = ListOf(OneOf("activity", tuple(activities)), 0, 100, names=True)
    return Record(
        "front matter",
        {
            "activities": Key(first, "The activities that come first, in order.", required=True),
            "cover": Key(_COVER_PAGE, "The cover.", required=True),
            "how to use": Key(_USING_CARDS, "The page on using the cards.", required=True),
            "how to read": Key(_READING_CARDS, "The page on reading a card.", required=True),
            "activity card": Key(_ACTIVITY_CARD, "The activity cards.", required=True),
        },
    )


FRONT_MATTER: Kind[Node] = Kind(
    "assets/front-matter", "language", "the file of front matter", lambda file, _: file.node
)
"""What the files of front matter say, by the names of their languages."""


def read_front_matter(
    node: Node, activities: Sequence[str], labels: Mapping[str, str], report: Report
) -> FrontMatter | None:
    """The front matter in a file's node, or None with its problems recorded; `activities` are the ids of all
    that there are, and `labels` name the parts that have a heading on the cards.
    """
    part = report.part()
    values: Read | None = front_matter_record(activities).read(node, report)
    if values is None or not part.clean:
        return None
    using, reading = values["how to use"], values["how to read"]
    parts = reading["parts"]
    return FrontMatter(
        order=tuple(values["activities"]),
        cover=values["cover"],
        using={name: using[name] for name in _USING},
        sections=using["sections"],
        reading={name: reading[name] for name in _READING},
        parts=tuple(
            CardPart(parts[name].get("name") or labels[name], parts[name]["about"]) for name in CARD_PARTS
        ),
        activity=values["activity card"],
    )
