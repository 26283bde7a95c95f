"""What headings of one's own are likely to mean: by a table of other words, by the words in them, and by
their likeness.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from casedeck.exchange.columns import MANY, TableColumn
from casedeck.model.vocabulary import key


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "Title": _words(
        "Organisation name, Name of organisation, Project name, Name of project, Project title, Case "
        "study title, Case study name, Organization, Organization name, Initiative, Initiative name, "
        "Scheme, Programme, Charity, Group, Group name, Example, Org, Org name, Case, Case name, "
        "Organisation called, Organization called, Project called, Name of your organisation, Name of "
        "your project, What is your organisation, What is it called"
    ),
    "Strapline": _words(
        "In a sentence, In one sentence, One sentence, One line, One liner, In one line, In brief, In "
        "short, At a glance, Short description, Short summary, Headline, Subtitle, Elevator pitch, One "
        "line summary, One sentence summary, Motto, In one sentence what do you do, In a sentence what do "
        "you do"
    ),
    "Overview": _words(
        "What they do, What it does, What it is, What is it, What we do, What do they do, What happens, "
        "What happened, About, About them, About it, Background, The story, Our story, Project "
        "description, Description of project, Narrative, Details, Long description, Full description, How "
        "it works, What the project does, Case, Text, Describe your work, Describe your project, Describe "
        "the work, Describe the project, About your work, About your project, About the project, Tell us "
        "about"
    ),
    "Relationship spotlight": _words(
        "Relationship, Relationships, Key relationship, Key relationships, The relationship, Relationship "
        "focus, Relational focus, Relational insight, Who relates to whom, The relationship at the heart, "
        "Heart of it, Connections, What is relational about it, Relationships come into it, Relationships "
        "come in, Special about the relationships"
    ),
    "Keywords": _words("Tags, Tag, Themes, Topics, Key terms, Labels, Hashtags, Three words"),
    "Benefits": _words(
        "Impacts, Impact of it, Outcome, Outcomes, Result, Results, Effect, Effects, Difference made, "
        "What changed, What difference it made, What difference does it make, The difference it makes, "
        "Gain, Gains, Advantage, Advantages, What difference did it make, Difference did it make, Impact "
        "has it had, What good came of it"
    ),
    "Enablers": _words(
        "What helped, What helps, Success factor, Success factors, What made it work, What makes it work, "
        "Why it works, Key ingredient, Key ingredients, Ingredient, Ingredients, Enabling factor, "
        "Enabling factors, Condition, Conditions, Driver, Drivers, How it was possible, What made it "
        "possible, What made it work well, What made this possible"
    ),
    "Key learning": _words(
        "Lessons, Lesson learned, Lessons learned, Lesson learnt, Lessons learnt, Key lesson, What we "
        "learned, What we learnt, What they learned, What they learnt, Learning point, Key learnings, "
        "Learnings, Takeaway, Key takeaway, Top tip, Insight, Key insight, Advice to others, What others "
        "can learn, Others could learn, Others can learn, Advice for others, Would you tell others"
    ),
    "Link": _words(
        "Web page, Webpage, Homepage, Home page, Web link, Read more, Find out more, More information, "
        "Weblink, Web"
    ),
    "Type of place": _words(
        "Kind of place, Kind of organisation, Type of organisation, Organisation type, Setting, Type of "
        "setting"
    ),
    "Sectors": _words("Field, Fields, Area of work, Areas of work, Field of work, Industry, Policy area"),
    "Location": _words(
        "Town, City, Town and country, Region, Area, Country, Based in, Where it is, Where they are, "
        "Geography, Where is it, Where are they, Where are they based, Where are you, Where are you "
        "based, Where are you located, Place and country"
    ),
    "Facts": _words("Key facts, Facts and figures, Key figures, Figures, Statistics"),
    "Sources": _words(
        "Reference, References, Evidence, Where the facts come from, Further reading, Citation, Citations"
    ),
    "Author": _words("Submitted by, Completed by, Filled in by, Case study author, Contributor"),
    "Date": _words("Date written, Date of writing"),
    "Consent": _words(
        "Permission, Permission given, Consent given, May we publish, Agreed to share, OK to share, "
        "Permission to share"
    ),
}
"""What else people write above a column, by the column's heading. It is proposed, and taken only with a word
on it.
"""

_STRONG = _words(
    "Title, Overview, Relationship spotlight, Strapline, Keywords, Benefits, Enablers, Key learning, "
    "Sectors, Location"
)
"""Columns that are also known by one of their names among other words, such as Overview of case study."""
_NEEDED = ("Title", "Overview")
_WEAK = _words(
    "case study, case, name, project, text, details, group, example, about, story, where, area, "
    "field, fields, condition, conditions, relationship, relationships, country, region, result, "
    "results"
)
"""Names that stand in too many other headings to say much; but for the columns that no row can do without."""
_NEVER = re.compile(
    r"\b(?:contact|e-?mails?|phone|telephone|tel|mobile|role|job|your|number of|how many|timestamp|time|id|"
    r"comments?|notes?|"
    r"internal|checked|reviewed|budget|cost|price|amount|funder|funding|column|picture|photo|image|file)\b",
    re.IGNORECASE,
)
"""What no heading that is proposed has in it: what an office keeps for itself."""
_NUMBER_BEHIND = re.compile(
    r"(?:\s|#|\bno\.?|\bnr\.?)*[(\[]?\d{1,2}\W*$|\s+[(\[]?(?:[a-f]|i{1,3})\W*$", re.IGNORECASE
)
_NEAR, _SHORT = 0.85, 4
"""How alike a heading and a name are, of 1, where one is taken for the other mistyped, and names too short to
tell.
"""
_MOST_MANY = 3
_MOST_TRIED = 40
"""After so many headings in a row that mean nothing, no more are tried: it is no row of headings."""
_WORD = re.compile(r"[^\W_]+")


def likely_columns(
    headings: Mapping[int, str], known: Sequence[TableColumn], taken: Collection[TableColumn]
) -> dict[int, TableColumn]:
    """What headings that mean nothing to casedeck are likely to mean, each column once, or thrice where a
    case study has three.
    """
    columns = {column.heading: column for column in (*known, *MANY) if column.heading in SYNONYMS}
    free = {heading: names_of(column) for heading, column in columns.items()}
    room = {heading: _room(column, taken) for heading, column in columns.items()}
    texts = {index: _NUMBER_BEHIND.sub("", text) for index, text in headings.items() if len(text) <= 100}
    candidates = {
        index: text
        for index, text in texts.items()
        if not _NEVER.search(text) or _is_ours(text, free.values())
    }
    found: dict[int, TableColumn] = {}
    for way in (_by_synonym, _by_word, _by_likeness):
        in_vain: set[str] = set()
        for index, text in candidates.items():
            free = {heading: names for heading, names in free.items() if room[heading] > 0}
            if index in found or text in in_vain:
                continue
            if heading := way(text, free):
                found[index] = columns[heading]
                room[heading] -= 1
            elif len(in_vain) == _MOST_TRIED:
                break
            else:
                in_vain.add(text)
    return dict(sorted(found.items()))


def _is_ours(text: str, names: Iterable[tuple[str, ...]]) -> bool:
    """Whether a name that has "your" in it stands in a heading, which then asks for it."""
    spoken = f" {' '.join(_WORD.findall(text.casefold()))} "
    asked = [name.casefold() for each in names for name in each if len(name.split()) > 2 or "our " in name]
    return not _NEVER.search(text.casefold().replace("your", "")) and any(
        f" {name} " in spoken for name in asked
    )


def names_of(column: TableColumn) -> tuple[str, ...]:
    """All the headings that mean a column, or are likely to."""
    return column.heading, *column.also, *SYNONYMS.get(column.heading, ())


def _room(column: TableColumn, taken: Collection[TableColumn]) -> int:
    """How many columns more may fill what this one fills."""
    filled = sum(each.key == column.key for each in taken)
    return max((_MOST_MANY if column in MANY else 1) - filled, 0)


def _by_synonym(text: str, free: Mapping[str, tuple[str, ...]]) -> str:
    """The column that has this heading as another word."""
    word = key(text)
    return next((heading for heading, names in free.items() if word in _keys(names)), "")


@lru_cache(100)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(key, names))


def _by_word(text: str, free: Mapping[str, tuple[str, ...]]) -> str:
    """The column one of whose names stands in this heading before those of all others."""
    spoken = " ".join(["", *_WORD.findall(text.casefold()), ""])
    places = []
    for heading in _STRONG:
        weak = () if heading in _NEEDED else _WEAK
        names = [name.casefold() for name in free.get(heading, ()) if name.casefold() not in weak]
        places += [(at, -len(name), heading) for name in names if (at := spoken.find(f" {name} ")) >= 0]
    return min(places)[2] if places else ""


def _by_likeness(text: str, free: Mapping[str, tuple[str, ...]]) -> str:
    """The column one of whose names this heading nearly is."""
    from difflib import get_close_matches  # slow to import, and needed only where something is wrong

    names = {
        key(name): heading for heading in _STRONG for name in free.get(heading, ()) if len(name) > _SHORT
    }
    return next((names[near] for near in get_close_matches(key(text), names, n=1, cutoff=_NEAR)), "")
