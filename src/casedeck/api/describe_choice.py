"""What commands print of a choice of cards: why each was chosen, and what they cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill
from typing import Any

from casedeck.api.choosing import NAME
from casedeck.api.describe_cases import WIDTH
from casedeck.choose.coverage import TermShown
from casedeck.model.deck import Card
from casedeck.model.reason import said
from casedeck.model.text import plain
from casedeck.wording import count, joined

ACROSS = 30
"""The most cards side by side in a table."""
_OR_PASTE = "or paste those under cards into a deck of yours."
SHOWS, MISSES = "●", "·"


def proposal(cards: Sequence[Card], of: int, deck: str, reasons: Mapping[str, str], more: str = "") -> str:
    """The cards with the reason for each, said in the words of a locale, and the deck file that chooses them;
    `more` says how to have more of them.
    """
    lines = [f"{count(len(cards), 'card')} from {count(of, 'case study')}{'; ' if more else ''}{more}", ""]
    for card in cards:
        lines.append(f"{card.number:>3}  {card.case.title} ({card.case.id})")
        lines.append(
            fill(said(card.reason.phrase, reasons), WIDTH, initial_indent="     ", subsequent_indent="     ")
        )
        for claim in card.reason.claims:
            spoken = f"{claim.term.name}: {plain(claim.text)}"
            lines.append(fill(spoken, WIDTH, initial_indent="       ", subsequent_indent="         "))
    return "\n".join(
        [
            *lines,
            "",
            f"To use this, save the lines below as decks/{NAME}.yaml, {_OR_PASTE}",
            "",
            deck,
        ]
    )


def choice_objects(cards: Sequence[Card], reasons: Mapping[str, str]) -> list[dict[str, Any]]:
    """The cards as plain values for JSON, the reason of each in the words of a locale."""
    return [
        {
            "number": card.number,
            "id": card.case.id,
            "title": card.case.title,
            "reason": said(card.reason.phrase, reasons),
            "says": [{"term": claim.term.id, "text": plain(claim.text)} for claim in card.reason.claims],
        }
        for card in cards
    ]


def coverage_text(cards: Sequence[Card], found: Mapping[str, Sequence[TermShown]]) -> str:
    """A table for each kind of term: a row for each term and a column for each card; then what is missing."""
    lines = [f"{card.number:>3}  {card.case.title}" for card in cards]
    for first in range(0, max(1, len(cards)), ACROSS):
        shown = [card.number for card in cards[first : first + ACROSS]]
        for kind, rows in found.items():
            lines += ["", *_table(kind, rows, shown)]
    lines.append("")
    for kind, rows in found.items():
        missing = [row.term.name for row in rows if not row.cards]
        shows = f"misses {joined(missing, len(missing))}" if missing else "all are shown"
        lines.append(
            fill(
                f"{kind.capitalize()}: {len(rows) - len(missing)} of {len(rows)}; {shows}",
                WIDTH,
                subsequent_indent="  ",
            )
        )
    return "\n".join(lines)


def _table(kind: str, rows: Sequence[TermShown], shown: Sequence[int]) -> Iterator[str]:
    width = max([len(kind), *(len(row.term.name) for row in rows)]) + 2
    yield kind.capitalize().ljust(width) + "".join(f"{number:>3}" for number in shown) + "  cards"
    for row in rows:
        dots = "".join(f"{SHOWS if number in row.cards else MISSES:>3}" for number in shown)
        yield row.term.name.ljust(width) + dots + f"  {len(row.cards):>5}"


def coverage_object(found: Mapping[str, Sequence[TermShown]]) -> dict[str, Any]:
    """The coverage as plain values for JSON: for each kind, each term's id with the numbers of its cards."""
    return {kind: {row.term.id: list(row.cards) for row in rows} for kind, rows in found.items()}
