"""What commands print: case studies and results in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import Any

from casedeck.api.decks import Findings
from casedeck.model.case_study import NO_WORD, PUBLISHED, STATUSES, CaseStudy, Claim
from casedeck.model.text import Listing, plain
from casedeck.wording import count, joined

WIDTH = 80
MANY = 10
"""Of more findings than these it is said which kinds there are most of."""


def as_objects(cases: Iterable[CaseStudy]) -> list[dict[str, Any]]:
    """The cases as plain values for JSON; terms by id."""
    return [
        {
            "id": case.id,
            "title": case.title,
            "status": case.stamp,
            "to_fill_in": [gap.part for gap in case.gaps],
            "strapline": plain(case.strapline),
            "keywords": list(case.keywords),
            "benefits": _ids(case.benefits),
            "enablers": _ids(case.enablers),
            "opportunities": _ids(case.opportunities),
            "type_of_place": [term.id for term in case.types_of_place],
            "sectors": [term.id for term in case.sectors],
            "location": case.location,
            "countries": [term.id for term in case.countries],
            "facts": list(case.facts),
            "full_card": case.full,
            "link": case.link,
            "words": case.words,
        }
        for case in cases
    ]


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.term.id for claim in claims if claim.term != NO_WORD]


def _names(claims: Iterable[Claim]) -> str:
    return ", ".join(claim.term.name for claim in claims if claim.term != NO_WORD)


def as_table(cases: Sequence[CaseStudy]) -> str:
    """The cases as a table with a heading."""
    rows = [("Title", "Name in files", "Benefits", "Enablers", "Location")]
    for case in cases:
        marks = [case.stamp] if case.stamp != PUBLISHED else []
        marks += [STATUSES[0]] if case.gaps and case.stamp != STATUSES[0] else []
        title = f"{case.title} ({', '.join(marks)})" if marks else case.title
        benefits = _names(case.benefits) if case.full else "(brief)"
        rows.append((title, case.id, benefits, _names(case.enablers), case.location))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, "", count(len(cases), "case study")])


def as_text(case: CaseStudy) -> str:
    """One case as text for the terminal."""
    parts = [f"{case.title} ({case.id})", _wrapped(plain(case.strapline)) if case.strapline else ""]
    parts.append(f"Relationship spotlight\n{_wrapped(plain(case.spotlight), '  ')}" if case.spotlight else "")
    overview = []
    for block in case.overview:
        if isinstance(block, Listing):
            marks = [f"{number}. " if block.numbered else "- " for number in range(1, len(block.items) + 1)]
            overview.append(
                "\n".join(
                    _wrapped(plain(item), "  ", mark) for mark, item in zip(marks, block.items, strict=True)
                )
            )
        else:
            overview.append(_wrapped(plain(block.text), "  "))
    parts.append("Overview\n" + "\n\n".join(overview) if overview else "")
    parts.append(f"Keywords: {', '.join(case.keywords)}" if case.keywords else "")
    for heading, claims in (
        ("Top 3 benefits", case.benefits),
        ("Top 3 enablers", case.enablers),
        ("Opportunities", case.opportunities),
    ):
        if claims:
            parts.append(
                heading
                + "\n"
                + "\n".join(
                    _wrapped(plain(claim.text), "  ", f"{claim.term.name or '…'}: ") for claim in claims
                )
            )
    parts.append(f"Key learning\n{_wrapped(plain(case.learning), '  ')}" if case.learning else "")
    parts.append("\n".join(_facts(case)))
    return "\n\n".join(part for part in parts if part)


def findings_text(made: Findings) -> str:
    """What was found in case studies, a line for each finding, and how many were looked at, cannot be read,
    and were passed over.

    Of more than ten findings it is said how many are of which code, the most frequent first.
    """
    found = made.found
    lines = [str(finding) for finding in found]
    files = len({finding.place.file for finding in found})
    said = ["no findings"]
    if found:
        without = made.looked_at - files
        said = [f"{without:,} without a finding", f"{count(len(found), 'finding')} in {files:,}"]
    said += [f"{made.broken:,} more with problems"] if made.broken else []
    lines.append(
        f"{count(made.looked_at, 'case study')}: {', '.join(said)}."
        if made.looked_at or made.broken
        else "There are no case studies of your own here."
    )
    if len(found) > MANY:
        often = sorted(
            Counter(finding.code for finding in found).items(), key=lambda pair: (-pair[1], pair[0])
        )
        said = [f"{count(times, 'time')} {code}" for code, times in often]
        lines.append(f"Most often: {joined(said, 12)}.")
    if made.passed_over:
        many = f"{made.passed_over:,}"
        lines.append(f"Not checked: {many} of those that come with casedeck; add --all for them.")
    return "\n".join(lines)


def _facts(case: CaseStudy) -> Iterator[str]:
    facts = {
        "Type of place": ", ".join(term.name for term in case.types_of_place),
        "Sectors": ", ".join(term.name for term in case.sectors),
        "Location": case.location,
        "Link": case.link,
        "Picture": f"{case.picture.file}: {case.picture.alt}" if case.picture else "",
        "Words on the card": str(case.words),
        "Status": case.stamp,
        "Still to fill in": ", ".join(gap.part for gap in case.gaps),
        "Author": case.author,
        "Date": case.date.isoformat() if case.date else "",
        "Consent": {True: "yes", False: "no", None: ""}[case.consent],
    }
    for name, value in facts.items():
        if value:
            yield f"{name}: {value}"
    for fact in case.facts:
        yield _wrapped(fact, first="Fact: ")
    for source in case.sources:
        yield f"Source: {source}"


def _wrapped(text: str, indent: str = "", first: str = "") -> str:
    return fill(
        first + text, WIDTH, initial_indent=indent, subsequent_indent=indent + " " * min(len(first), 3)
    )
