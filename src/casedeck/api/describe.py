"""What commands print: case studies and results in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import fill
from typing import Any

from casedeck.errors import Problem
from casedeck.model.case_study import NO_WORD, PUBLISHED, STATUSES, CaseStudy, Claim
from casedeck.model.text import Listing, plain
from casedeck.prints.document import Document
from casedeck.wording import count, joined, numbered

WIDTH = 80
MOST_RUNS = 20
"""How many numbers and ranges of pages are named."""
MANY = 10
"""Of more findings than these it is said which kinds there are most of."""


def summary(document: Document) -> Iterator[str]:
    """What a document came to: pages, sheets, and what else is to say of it."""
    copies = f"{count(document.copies, 'copy')} of " if document.copies > 1 else ""
    sides = "one side" if document.sides == 1 else "both sides"
    yield f"{copies}{count(document.page_count, 'page')}, {count(document.sheets, 'sheet')} of {document.paper} printed on {sides}"
    yield from document.facts


def paper(documents: Iterable[Document]) -> str:
    """The paper that documents take: "118 sheets of A4 and 14 sheets of A3"."""
    sheets = Counter[str]()
    for document in documents:
        sheets[document.paper] += document.sheets
    return joined([f"{count(number, 'sheet')} of {name}" for name, number in sheets.most_common()])


def changed_pages(before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> str:
    """Which pages are not among those of the last build, by their digests; nothing where there was none."""
    if not before:
        return ""
    changed: list[str] = []
    for name, digests in now.items():
        known = set(before.get(name, ()))
        numbers = [number for number, each in enumerate(digests, 1) if each not in known]
        if name not in before:
            changed.append(f"all of {name}, which is new")
        elif numbers:
            changed.append(f"page{'s' if len(numbers) > 1 else ''} {numbered(numbers, MOST_RUNS)} of {name}")
    gone = [f"{name} is no longer made" for name in before if name not in now]
    if not (changed or gone):
        return "Nothing has changed since the last build."
    said = (
        [f"Changed since the last build: {'; '.join(changed)}."]
        if changed
        else ["No page has changed since the last build."]
    )
    return " ".join([*said, *(f"{each}." for each in gone)])


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


def findings_text(found: Sequence[Problem], cases: int, broken: int, passed_over: int) -> str:
    """What was found in case studies, a line for each finding, and how many were looked at, cannot be read,
    and were passed over.

    Of more than ten findings it is said how many are of which code, the most frequent first.
    """
    lines = [str(finding) for finding in found]
    files = len({finding.place.file for finding in found})
    said = (
        [f"{cases - files:,} without a finding", f"{count(len(found), 'finding')} in {files:,}"]
        if found
        else ["no findings"]
    )
    said += [f"{broken:,} more with problems"] if broken else []
    lines.append(
        f"{count(cases, 'case study')}: {', '.join(said)}."
        if cases or broken
        else "There are no case studies of your own here."
    )
    if len(found) > MANY:
        often = sorted(
            Counter(finding.code for finding in found).items(), key=lambda pair: (-pair[1], pair[0])
        )
        said = [f"{count(times, 'time')} {code}" for code, times in often]
        lines.append(f"Most often: {joined(said, 12)}.")
    if passed_over:
        lines.append(f"Not checked: {passed_over:,} of those that come with casedeck; add --all for them.")
    return "\n".join(lines)


def _facts(case: CaseStudy) -> Iterator[str]:
    facts = {
        "Type of place": ", ".join(term.name for term in case.types_of_place),
        "Sectors": ", ".join(term.name for term in case.sectors),
        "Location": case.location,
        "Link": case.link,
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
