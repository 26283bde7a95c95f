"""Case studies as a table that a spreadsheet can open and that can be imported again unchanged."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.exchange.columns import FILE_NAME, TableColumn, columns
from casedeck.model.case_study import NO_WORD, PUBLISHED, CaseStudy, Claim
from casedeck.model.illustration import CENTRE, Illustration, focus_name
from casedeck.model.vocabulary import Term, Vocabularies
from casedeck.notation.markup import marked, marked_blocks
from casedeck.tables.mending import escaped, listed
from casedeck.tables.write import WRITERS


def draw_table(cases: Sequence[CaseStudy], vocabularies: Vocabularies, ending: str) -> bytes:
    """The bytes of a file with a row for each case study; its `ending` is one of WRITERS."""
    known = columns(vocabularies)
    heads = [column.heading for column in known]
    return WRITERS[ending](heads, [_cells(case, known) for case in cases])


def reordered(cases: Sequence[CaseStudy], vocabularies: Vocabularies) -> list[CaseStudy]:
    """The cases that a table cannot hold as they are: their opportunities stand in another order than the
    columns.
    """
    order = [term.id for term in vocabularies["opportunities"]]
    places = [[order.index(claim.term.id) for claim in case.opportunities] for case in cases]
    return [case for case, found in zip(cases, places, strict=True) if found != sorted(found)]


def _cells(case: CaseStudy, known: list[TableColumn]) -> list[str]:
    """The texts of a row, escaped."""
    plain = {
        FILE_NAME: case.id,
        "title": case.heading[0].text,
        "strapline": marked(case.strapline),
        "overview": marked_blocks(case.overview),
        "relationship spotlight": marked(case.spotlight),
        "key learning": marked(case.learning),
        "link": case.link,
        "location": case.location,
        "status": "" if case.status == PUBLISHED else case.status,
        "author": case.author,
        "date": case.date.isoformat() if case.date else "",
        "consent": {True: "yes", False: "no", None: ""}[case.consent],
        **_picture(case.picture),
    }
    made = {
        **{name: escaped(text) for name, text in plain.items()},
        "keywords": listed(case.keywords),
        "type of place": _names(case.types_of_place),
        "sectors": _names(case.sectors),
        "facts": listed(case.facts, lines=True),
        "sources": listed(case.sources, lines=True),
    }
    return [made[column.key] if column.key in made else escaped(_claim(case, column)) for column in known]


def _picture(picture: Illustration | None) -> dict[str, str]:
    """What is said of a picture; nothing of one that there is not, or of a focus that goes without saying."""
    file, alt, focus, credit = picture or ("", "", CENTRE, "")
    return {
        "picture file": file,
        "picture alt": alt,
        "picture focus": "" if focus == CENTRE else focus_name(focus),
        "picture credit": credit,
    }


def _names(terms: Sequence[Term]) -> str:
    """Names of terms with commas between them, whatever stands in them: an import knows the names that have
    commas.
    """
    return ", ".join(escaped(term.name) for term in terms)


def _claim(case: CaseStudy, column: TableColumn) -> str:
    """The sentence of an opportunity; a benefit or an enabler with its name before it."""
    if column.term is not None:
        return " ".join(marked(claim.text) for claim in case.opportunities if claim.term == column.term)
    claims: tuple[Claim, ...] = case.benefits if column.key == "benefits" else case.enablers
    number = int(column.heading[-1]) - 1
    return _pair(claims[number]) if number < len(claims) else ""


def _pair(claim: Claim) -> str:
    """A word and its sentence, or what there is of them."""
    return f"{claim.term.name}: {marked(claim.text)}" if claim.term != NO_WORD else marked(claim.text)
