"""From a deck to the plan of its session: what the plan needs is read, then worked out."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.errors import Place, Report
from casedeck.load.activity import load_activity
from casedeck.load.files import activity_names
from casedeck.load.form import load_form
from casedeck.load.library import Library
from casedeck.model.activity import Activity
from casedeck.model.deck import Card, Deck
from casedeck.model.paper import Paper, at_hand
from casedeck.plan.copies import SHEETS
from casedeck.session import Printing, SessionPlan, imposition, plan_session


def plan_of(deck: Deck, cards: Sequence[Card], library: Library, report: Report) -> SessionPlan | None:
    """The plan of the deck's session; None with problems recorded where it has no activities or cannot be."""
    place, names = deck.session.place, deck.session.activities
    if not names:
        report.add(place, "S101", "the session does not say what its activities are", "add a line such as activities: [gallery]")
    known = [activity for each in names if (activity := load_activity(each, library.files, place, report))]
    loaded = {activity.id: activity for activity in known}
    others = [loaded.get(each) or load_activity(each, library.files, place, Report()) for each in activity_names(library.files)]
    printing = _printing(known, deck.papers, library, place, report)
    if report.problems or library.report.problems:
        return None
    return plan_session(deck, cards, known, [each for each in others if each], printing, report)


def _printing(activities: Sequence[Activity], stock: Sequence[Paper], library: Library, place: Place, report: Report) -> Printing:
    """How the sheets that the activities name are printed, and the papers that they are printed on, of those in stock, by the names
    that activities give to them.
    """
    supplies = [supply for activity in activities for supply in activity.supplies if supply.sheet]
    names = dict.fromkeys(supply.sheet for supply in supplies)
    forms = {name: load_form(name, library.files, place, report) for name in names if name not in SHEETS}
    sheets = {**SHEETS, **{name: imposition(form) for name, form in forms.items() if form}}
    wanted = dict.fromkeys(supply.paper or sheets[supply.sheet].paper for supply in supplies if supply.paper or supply.sheet in sheets)
    found = {name: paper for name in wanted if (paper := library.shelf.paper(name, place, report))}
    papers = {name: at_hand(paper, stock) for name, paper in found.items()}
    return Printing({**{paper.id: paper for paper in papers.values()}, **papers}, sheets)
