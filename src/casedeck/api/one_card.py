"""One card that is being edited: read, fitted and composed by itself, as it is in its deck."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.build.pipeline import Chosen
from casedeck.compose.fit import Fitted
from casedeck.errors import DeckError, Problem, Report
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card, PrintItem
from casedeck.model.page import Page
from casedeck.model.reason import BY_NAME, Reason
from casedeck.prints.bench import Bench
from casedeck.prints.cards import Prepared, document_of, prepared
from casedeck.prints.document import Document
from casedeck.prints.documents import bench_of
from casedeck.wording import unwatched


class Desk(NamedTuple):
    """A deck with the card of one case study taken out, to be edited: `number` of `of` on a print item.
    `others` are the deck's other cards, fitted; None where there are none.
    """

    chosen: Chosen
    item: PrintItem
    case_id: str
    number: int
    of: int
    others: Fitted | None

    def others_pt(self, case: CaseStudy) -> float | None:
        """The body size in points of the deck's other cards that are full or brief as this one is; None
        where there are none.
        """
        return self.others.size_of(case) if self.others else None


class Edited(NamedTuple):
    """A card as its text has it: the case study and a document of one page, both None where the text cannot
    be read, and every problem.

    `allows_pt` is the largest body size in points at which the card fits by itself, None where there is none,
    and `body_pt` the one that it is set in; it `fits` where the deck's other cards need not become smaller.
    """

    case: CaseStudy | None
    document: Document | None
    problems: list[Problem]
    allows_pt: float | None = None
    body_pt: float = 0.0
    fits: bool = False

    def pages(self) -> tuple[Page, ...]:
        """The sides of the card that could be read."""
        assert self.document is not None
        return tuple(self.document.each_page())


def desk_of(chosen: Chosen, item: PrintItem, case_id: str) -> Desk:
    """The desk for a case study of a deck, or for one that comes after its last card. Fits the other cards.

    Raises DeckError where one of them does not fit.
    """
    report = Report()
    chosen = chosen._replace(library=chosen.library.again(report))
    others = tuple(card for card in chosen.cards if card.case.id != case_id)
    made = _prepared(chosen, item, others, report) if others else None
    report.raise_if_any()
    known = next((card for card in chosen.cards if card.case.id == case_id), None)
    number, of = (known.number, known.of) if known else (len(others) + 1, len(others) + 1)
    return Desk(chosen, item, case_id, number, of, made[1].fitted if made else None)


def edited(desk: Desk, data: bytes, shown: str) -> Edited:
    """The card as these bytes, those of its file, have it; `shown` names the file in messages."""
    report = Report()
    case = desk.chosen.library.cases.typed(desk.case_id, data, shown, report)
    if case is None:
        return Edited(None, None, report.problems)
    card = Card(case, desk.number, desk.of, Reason(BY_NAME))
    bench, made = _prepared(desk.chosen, desk.item, (card,), report)
    (fit,) = made.fitted.fits
    (alone,) = made.fitted.sizes
    wanted = desk.others_pt(case) or alone.body_pt
    body_pt = min(alone.body_pt, wanted)
    document = document_of(bench, made._replace(fitted=made.fitted.in_size(body_pt)))
    fits = fit.body_pt is not None and fit.body_pt >= wanted
    return Edited(case, document, report.problems, fit.body_pt, body_pt, fits)


def _prepared(
    chosen: Chosen, item: PrintItem, cards: tuple[Card, ...], report: Report
) -> tuple[Bench, Prepared]:
    """Some cards of a deck on a print item, fitted and judged. Raises DeckError where files have problems."""
    bench = bench_of(chosen.deck, cards, None, chosen.library, report, unwatched)
    if bench is None:
        raise DeckError(chosen.library.report.problems)
    return bench, prepared(bench, item)
