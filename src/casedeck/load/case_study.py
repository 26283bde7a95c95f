"""Case-study files."""

from __future__ import annotations

from typing import Any

from casedeck.errors import Place, Report
from casedeck.load.fields import OneTerm, Text
from casedeck.load.markup import Prose, Sentence, Words, check_link
from casedeck.load.records import Checked, Key, ListOf, Pair, Read, Record, unique
from casedeck.load.yaml import Node
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.vocabulary import Vocabularies

CARD_FIELDS = ("title", "strapline", "overview", "relationship spotlight", "keywords", "benefits", "enablers", "key learning")


def case_study_record(vocabularies: Vocabularies) -> Record:
    """The keys of a case-study file."""

    def claims(kind: str, what: str, low: int, high: int) -> ListOf:
        return ListOf(Pair(f"each of the {kind}", OneTerm(what, vocabularies[kind]), Sentence()), low, high)

    def terms(kind: str, what: str) -> ListOf:
        return ListOf(OneTerm(what, vocabularies[kind]), 1, 8, single=True)

    keys = {
        "title": Key(Words(80), "The name of the organisation or project."),
        "strapline": Key(Sentence(), "What it does, in one sentence of 11 to 14 words."),
        "overview": Key(Prose(), "The story in 59 to 83 words: paragraphs, and lists whose lines start with 1. or -"),
        "relationship spotlight": Key(Sentence(), "The relationship at the heart of it, in one sentence of 12 to 18 words."),
        "keywords": Key(ListOf(Words(40), 3, 3), "Three words or short phrases."),
        "benefits": Key(
            claims("benefits", "benefit", 3, 3), "Three benefits, each with a sentence of 4 to 8 words, its figure in **bold**."
        ),
        "enablers": Key(claims("enablers", "enabler", 3, 3), "Three enablers, each with a sentence of 6 to 11 words."),
        "key learning": Key(Sentence(), "What others can learn, in one sentence of 10 to 17 words."),
        "link": Key(Checked(Text(300), check_link), "An address to read more; printed short and as a QR code."),
        "type of place": Key(terms("places", "type of place"), "What kind of organisation it is."),
        "sectors": Key(terms("sectors", "sector"), "The fields it works in."),
        "location": Key(Text(80), "Where it works: town and country, such as Leeds, England."),
        "opportunities": Key(claims("opportunities", "opportunity", 0, 10), "The opportunities it illustrates, each with a sentence."),
        "sources": Key(ListOf(Text(300), 0, 12, single=True), "Where the facts come from."),
    }
    return Record("a case study", {name: Key(k.field, k.about, name in CARD_FIELDS) for name, k in keys.items()})


def read_case_study(case_id: str, record: Record, node: Node, report: Report) -> CaseStudy | None:
    """The case study in a file's node, or None with its problems recorded."""
    before = len(report.problems)
    values = record.read(node, report)
    if values is None:
        return None
    _check_three(values, report)
    if len(report.problems) > before:
        return None
    places = dict(values.places)
    return CaseStudy(
        id=case_id,
        title=values["title"],
        strapline=values["strapline"],
        overview=values["overview"],
        spotlight=values["relationship spotlight"],
        keywords=tuple(values["keywords"]),
        benefits=_claims("benefits", values, places),
        enablers=_claims("enablers", values, places),
        learning=values["key learning"],
        link=values.get("link", ""),
        types_of_place=tuple(values.get("type of place", ())),
        sectors=tuple(values.get("sectors", ())),
        location=values.get("location", ""),
        opportunities=_claims("opportunities", values, places),
        sources=tuple(values.get("sources", ())),
        places=places,
    )


def _claims(kind: str, values: Read, places: dict[str, Place]) -> tuple[Claim, ...]:
    claims = []
    for number, (term, text, place) in enumerate(values.get(kind, ()), 1):
        claims.append(Claim(term, text))
        places[f"{kind} {number}"] = place
    return tuple(claims)


def _check_three(values: Read, report: Report) -> None:
    for name in ("benefits", "enablers", "keywords"):
        items: list[Any] = values.get(name, [])
        names = [item if isinstance(item, str) else item[0].name for item in items]
        if not unique(names):
            report.add(
                values.places[name], "C101", f"the same word stands twice under {name}: {', '.join(names)}", "choose three different ones"
            )
