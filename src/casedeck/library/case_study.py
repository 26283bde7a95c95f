"""Case-study files."""

from __future__ import annotations

from typing import Any

from casedeck.errors import Place, Report
from casedeck.library.drafts import Begun, gaps_of
from casedeck.library.illustration import PICTURE, illustration_of
from casedeck.model.case_study import NO_WORD, PUBLISHED, STATUSES, TO_FILL_IN, CaseStudy, Claim, usual_range
from casedeck.model.signs import bare
from casedeck.model.vocabulary import Term, Vocabularies, Vocabulary
from casedeck.notation.amounts import Date
from casedeck.notation.combined import Checked, Pair
from casedeck.notation.fields import Field, OneOf, OneTerm, Text, YesNo
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Prose, Sentence, Words, check_link
from casedeck.notation.records import Key, Read, Record, Shape, unique
from casedeck.notation.yaml import Entries, Node, blank

CARD_FIELDS = ("title", *TO_FILL_IN)
BRIEF_FIELDS = ("title", "overview", "relationship spotlight", "opportunities")
KEYS = (
    *(*CARD_FIELDS, "link", "picture", "type of place", "sectors", "location"),
    *("opportunities", "facts", "sources", "status", "author", "date", "consent"),
)
"""Every key, in the order of the files that ship."""
THREE = ("keywords", "benefits", "enablers")
"""The keys that hold three items."""
FULL_ONLY = ("benefits", "enablers", "key learning")
"""The keys that a brief case study leaves out, all of them."""


def case_study_record(vocabularies: Vocabularies) -> Record:
    """The keys of a case-study file."""

    def terms(kind: str, what: str) -> ListOf:
        return ListOf(OneTerm(what, vocabularies[kind]), 1, 8, single=True, names=True)

    keys = {
        **_printed_keys(vocabularies),
        "type of place": Key(terms("places", "type of place"), "What kind of organisation it is."),
        "sectors": Key(terms("sectors", "sector"), "The fields it works in."),
        "location": Key(Text(80), "Where it works: town and country, such as Leeds, England."),
        "opportunities": Key(
            _claim_list(vocabularies, "opportunities", "opportunity", 0, 10),
            (
                f"The opportunities it illustrates, each with a sentence of {usual_range('opportunities')} "
                "words."
            ),
        ),
        "facts": Key(
            ListOf(Text(400), 0, 20, single=True),
            "What else is known of it, one sentence each; found by searches, not printed.",
        ),
        "sources": Key(ListOf(Text(300), 0, 12, single=True), "Where the facts come from."),
        "status": Key(
            OneOf("status", STATUSES),
            (
                "What it is until it is published: draft, mock-up or imagined. The card is stamped with "
                "the word."
            ),
        ),
        "author": Key(Text(120), "Who wrote it."),
        "date": Key(Date(), "When it was written, like 2027-03-12 or 12 March 2027."),
        "consent": Key(YesNo(), "Whether those it is about have agreed to it: yes or no."),
    }
    shapes = (Shape(BRIEF_FIELDS, known_by=("opportunities",), without=FULL_ONLY), Shape(CARD_FIELDS))
    return Record("a case study", keys, shapes, later=True)


def _claim_list(vocabularies: Vocabularies, kind: str, what: str, low: int, high: int) -> ListOf:
    return ListOf(
        Begun(Pair(f"each of the {kind}", OneTerm(what, vocabularies[kind]), Sentence())),
        low,
        high,
        later=True,
    )


def _printed_keys(vocabularies: Vocabularies) -> dict[str, Key]:
    spotlight = usual_range("relationship spotlight")
    address = "An address to read more; printed short and as a QR code."
    return {
        "title": _text_key("The name of the organisation or project, in", "title", Words(80, breaks=True)),
        "strapline": _text_key("What it does, in one sentence of", "strapline"),
        "overview": Key(
            Prose(),
            f"The story in {usual_range('overview')} words: paragraphs, and lists whose lines start with 1. "
            "or a hyphen.",
        ),
        "relationship spotlight": Key(
            Sentence(), f"The relationship at the heart of it, in one sentence of {spotlight} words."
        ),
        "keywords": Key(
            ListOf(Words(40), 3, 3, names=True, later=True),
            f"Three words or short phrases, {usual_range('keywords')} words in all.",
        ),
        "benefits": Key(
            _claim_list(vocabularies, "benefits", "benefit", 3, 3),
            f"Three benefits, each with a sentence of {usual_range('benefits')} words, its figure in "
            "**bold**.",
        ),
        "enablers": Key(
            _claim_list(vocabularies, "enablers", "enabler", 3, 3),
            f"Three enablers, each with a sentence of {usual_range('enablers')} words.",
        ),
        "key learning": _text_key("What others can learn, in one sentence of", "key learning"),
        "link": Key(Checked(Text(300), check_link), address),
        "picture": Key(PICTURE, "A picture of it, and what the picture shows in words."),
    }


def _text_key(about: str, name: str, field: Field | None = None) -> Key:
    """The key of a sentence, or of another field, which says how many words it usually has."""
    return Key(field or Sentence(), f"{about} {usual_range(name)} words.")


def read_case_study(
    case_id: str, record: Record, node: Node, countries: Vocabulary, report: Report
) -> CaseStudy | None:
    """The case study in a file's node, a draft where parts of it are not filled in; or None with its problems
    recorded.
    """
    part = report.part()
    values = record.read(Entries([], node.place) if blank(node) else node, report)
    if values is None:
        return None
    _check_three(values, report)
    return _made(case_id, values, countries) if part.clean else None


def _made(case_id: str, values: Read, countries: Vocabulary) -> CaseStudy:
    """The case study of values without problems."""
    places = dict(values.places)
    picture = values.get("picture")
    if picture is not None:
        places.update({f"picture {name}": place for name, place in picture.places.items() if name})
    gaps = tuple(sorted(gaps_of(values, dict.fromkeys(THREE, 3)), key=lambda gap: KEYS.index(gap.key)))
    typed = values.get("title") or case_id[:1].upper() + case_id[1:].replace("-", " ")
    title = bare(typed)
    location = _location(values.get("location", ""), countries)
    return CaseStudy(
        id=case_id,
        title=title,
        strapline=values.get("strapline", ()),
        overview=values.get("overview", ()),
        spotlight=values.get("relationship spotlight", ()),
        keywords=tuple(values.get("keywords", ())),
        benefits=_claims("benefits", values, places),
        enablers=_claims("enablers", values, places),
        learning=values.get("key learning", ()),
        link=values.get("link", ""),
        types_of_place=tuple(values.get("type of place", ())),
        sectors=tuple(values.get("sectors", ())),
        location=location,
        countries=_countries(location, countries),
        opportunities=_claims("opportunities", values, places),
        facts=tuple(values.get("facts", ())),
        sources=tuple(values.get("sources", ())),
        places=places,
        status=values.get("status", PUBLISHED),
        author=values.get("author", ""),
        date=values.get("date"),
        consent=values.get("consent"),
        gaps=gaps,
        hinted_title="" if title == typed else typed,
        picture=illustration_of(picture),
    )


def _claims(kind: str, values: Read, places: dict[str, Place]) -> tuple[Claim, ...]:
    claims = []
    for number, (term, text, place) in enumerate(values.get(kind, ()), 1):
        claims.append(Claim(term, text))
        places[f"{kind} {number}"] = place
    return tuple(claims)


def _location(written: str, countries: Vocabulary) -> str:
    """A location as it is printed: a country by its name, however it is written, anything else as it is."""
    term = countries.find(written)
    return term.name if term else written


def _countries(location: str, countries: Vocabulary) -> tuple[Term, ...]:
    """The country that a location ends with, and the larger one that it is part of; none where the vocabulary
    does not have it.
    """
    found: list[Term] = []
    term = countries.find(location.rsplit(",", 1)[-1])
    while term and term not in found:
        found.append(term)
        term = countries.find(term.within)
    return tuple(found)


def _check_three(values: Read, report: Report) -> None:
    for name in THREE:
        items: list[Any] = values.get(name, [])
        names = [
            item if isinstance(item, str) else item[0].name
            for item in items
            if isinstance(item, str) or item[0] != NO_WORD
        ]
        if not unique(names):
            report.add(
                values.places[name],
                "C101",
                f"the same word stands twice under {name}: {', '.join(names)}",
                "choose three different ones",
            )
