"""What commands print: case studies and results in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from casedeck.compose.cards import Fitted
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.deck import PrintItem
from casedeck.model.text import Listing, plain

WIDTH = 80


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 card", "1,200 cards"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(item: PrintItem, fitted: Fitted) -> Iterator[str]:
    """What a print item came to: pages, sheets, body size, and what holds the size down."""
    cards = len(fitted.fits)
    pages = cards * item.copies
    copies = f", {count(item.copies, 'copy').replace('copys', 'copies')}" if item.copies > 1 else ""
    yield f"{count(cards, 'card')}{copies}: {count(pages, 'page')}, {count(pages, 'sheet')} of {item.paper.name} printed on one side"
    yield f"body text {fitted.body_pt:g} pt, {item.theme.name.lower()} theme"
    if fitted.limited_by and fitted.others_pt > fitted.body_pt:
        names = [card.case.title for card in fitted.limited_by]
        others = cards - len(names)
        verb = "needs" if len(names) == 1 else "need"
        yield f"{joined(names)} {verb} {fitted.body_pt:g} pt; the other {others} would fit {fitted.others_pt:g} pt"


def joined(words: Sequence[str], most: int = 4) -> str:
    """List words as people do: "a, b and c", or the first few "and 5 more"."""
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def as_objects(cases: Iterable[CaseStudy]) -> list[dict[str, Any]]:
    """The cases as plain values for JSON; terms by id."""
    return [
        {
            "id": case.id,
            "title": case.title,
            "strapline": plain(case.strapline),
            "keywords": list(case.keywords),
            "benefits": _ids(case.benefits),
            "enablers": _ids(case.enablers),
            "opportunities": _ids(case.opportunities),
            "type_of_place": [term.id for term in case.types_of_place],
            "sectors": [term.id for term in case.sectors],
            "location": case.location,
            "link": case.link,
            "words": case.words,
        }
        for case in cases
    ]


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.term.id for claim in claims]


def _names(claims: Iterable[Claim]) -> str:
    return ", ".join(claim.term.name for claim in claims)


def as_table(cases: Sequence[CaseStudy]) -> str:
    """The cases as a table with a heading."""
    rows = [("Name", "Benefits", "Enablers", "Location")]
    rows += [(case.id, _names(case.benefits), _names(case.enablers), case.location) for case in cases]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, "", count(len(cases), "case study").replace("studys", "studies")])


def as_text(case: CaseStudy) -> str:
    """One case as text for the terminal."""
    parts = [f"{case.title} ({case.id})", _wrapped(plain(case.strapline))]
    parts.append(f"Relationship spotlight\n{_wrapped(plain(case.spotlight), '  ')}")
    overview = []
    for block in case.overview:
        if isinstance(block, Listing):
            marks = [f"{number}. " if block.numbered else "- " for number in range(1, len(block.items) + 1)]
            overview.append("\n".join(_wrapped(plain(item), "  ", mark) for mark, item in zip(marks, block.items, strict=True)))
        else:
            overview.append(_wrapped(plain(block.text), "  "))
    parts.append("Overview\n" + "\n\n".join(overview))
    parts.append(f"Keywords: {', '.join(case.keywords)}")
    for heading, claims in (("Top 3 benefits", case.benefits), ("Top 3 enablers", case.enablers), ("Opportunities", case.opportunities)):
        if claims:
            parts.append(heading + "\n" + "\n".join(_wrapped(plain(claim.text), "  ", f"{claim.term.name}: ") for claim in claims))
    parts.append(f"Key learning\n{_wrapped(plain(case.learning), '  ')}")
    parts.append("\n".join(_facts(case)))
    return "\n\n".join(part for part in parts if part)


def _facts(case: CaseStudy) -> Iterator[str]:
    facts = {
        "Type of place": ", ".join(term.name for term in case.types_of_place),
        "Sectors": ", ".join(term.name for term in case.sectors),
        "Location": case.location,
        "Link": case.link,
        "Words on the card": str(case.words),
    }
    for name, value in facts.items():
        if value:
            yield f"{name}: {value}"
    for source in case.sources:
        yield f"Source: {source}"


def _wrapped(text: str, indent: str = "", first: str = "") -> str:
    from textwrap import fill

    return fill(first + text, WIDTH, initial_indent=indent, subsequent_indent=indent + " " * min(len(first), 3))
