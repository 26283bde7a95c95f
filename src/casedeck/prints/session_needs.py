"""From a deck to the plan of its session: what the plan needs is read, then worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from casedeck.compose.faces import FACES
from casedeck.compose.layout import Face
from casedeck.errors import Place, Report, did_you_mean
from casedeck.impose.grid import grid, on_other_paper
from casedeck.library.activities import ACTIVITIES
from casedeck.library.library import Library
from casedeck.library.locale import language_of
from casedeck.library.paper import PAPERS
from casedeck.model.activity import Activity
from casedeck.model.deck import Card, Deck, Session
from casedeck.model.paper import Paper, at_hand
from casedeck.model.text import filled, plain
from casedeck.model.vocabulary import key
from casedeck.prints import PRINTS
from casedeck.prints.words import LOCALE
from casedeck.session.plan import Printing, SessionPlan, no_people
from casedeck.session.planner import plan_session
from casedeck.session.supplied import Supplied
from casedeck.wording import in_sentence, joined, short
from casedeck.worksheets.file import WORKSHEETS, supplied


def of_face(face: Face) -> Supplied:
    """How the cards of a face are printed where an activity names it."""
    sides = face.sides
    return Supplied(face.paper, face.colour, sides, set_for=face.set_for, deck=True, cards=True, pages=sides)


def cut_from(face: Face, papers: Iterable[Paper]) -> dict[str, int]:
    """How many cards of a face are cut from a sheet of each paper, by its id; none where they are as large as
    that.
    """
    if face.card is None:
        return {}
    grids = {paper.id: grid(on_other_paper(face.card, paper), paper.size) for paper in papers}
    return {name: found.places for name, found in grids.items() if found}


SHEETS: Mapping[str, Supplied] = {
    **{name: of_face(face) for name, face in FACES.items()},
    **{name: each.supplied for name, each in PRINTS.items() if each.supplied},
}
"""What activities can name as a sheet besides worksheets: the faces of the cards, and some of the prints."""


def plan_of(deck: Deck, cards: Sequence[Card], library: Library, report: Report) -> SessionPlan | None:
    """The plan of the deck's session; None with problems recorded where it has no activities or cannot be."""
    place, names = deck.session.place, deck.session.activities
    if not names:
        hint = "add a line such as activities: [gallery], or type --activity gallery behind the command"
        report.add(place, "S101", "the session does not say what its activities are", hint)
        if deck.session.people is None:
            report.problems.append(no_people(place))
    activities = library.shelf(ACTIVITIES)
    found = [activity for each in names if (activity := activities.find(each, place, report))]
    others = activities.sound()
    _check_variations(deck.session, found, others, report)
    known = [_varied(activity, deck, cards, library, report) for activity in found]
    for activity in found:
        _check_hands(activity, report)
    printing = _printing(known, deck.papers, library, place, report)
    if report.problems:
        return None
    return plan_session(deck, cards, known, others, printing, report)


def _check_variations(
    session: Session, activities: Sequence[Activity], others: Sequence[Activity], report: Report
) -> None:
    """Record the variations that none of the session's activities has, but for those of others where it was
    changed for once.
    """
    names = [each.name for activity in activities for each in activity.variations]
    for asked in session.variations:
        if key(asked.name) in map(key, names):
            continue
        of = [
            activity.name
            for activity in others
            if key(asked.name) in [key(each.name) for each in activity.variations]
        ]
        if not of:
            report.add(
                asked.place,
                "V106",
                f'unknown variation "{short(asked.name)}"',
                did_you_mean(asked.name, names),
            )
        elif not session.for_once:
            whose = joined([in_sentence(name) for name in of])
            message = f'"{asked.name}" is a variation of {whose}, which this session does not have'
            report.add(asked.place, "V106", message, did_you_mean(asked.name, names) or "take it out")


def _varied(
    activity: Activity, deck: Deck, cards: Sequence[Card], library: Library, report: Report
) -> Activity:
    """The activity in the variations that the session asks for, every variation with the barriers named, and
    without those that need links where no card has one.
    """
    named = any("{" in plain(each.how) for each in activity.variations)
    barriers = {"barriers": _barriers(deck, library)} if named else {}
    linked = any(card.case.link for card in cards)
    asked = {key(each.name): each.place for each in deck.session.variations}
    for each in activity.variations:
        if each.needs_links and not linked and key(each.name) in asked:
            message = f'"{each.name}" needs a link, and no card of this deck has one'
            report.add(asked[key(each.name)], "S102", message, "give case studies a link, or leave it out")
    offered = [
        each._replace(how=filled(each.how, **barriers))
        for each in activity.variations
        if linked or not each.needs_links
    ]
    return activity._replace(variations=tuple(offered)).varied(asked)


def _barriers(deck: Deck, library: Library) -> str:
    """The names of the barriers, as the language of the deck lists them."""
    labels = library.labels(deck.language, LOCALE)
    names = [term.name for term in library.vocabularies["barriers"]]
    return language_of(labels).joined(names) if labels else ""


def _check_hands(activity: Activity, report: Report) -> None:
    """Record the cards dealt to each person that are not as many as a hand has."""
    for supply in activity.supplies:
        laid = SHEETS.get(supply.sheet)
        if activity.hand and supply.per == "person" and laid and laid.cards and supply.times != activity.hand:
            message = f"{supply.times} for each person does not agree with a hand of {activity.hand}"
            report.add(supply.place, "V105", message, "write the same number in both")


def _printing(
    activities: Sequence[Activity], stock: Sequence[Paper], library: Library, place: Place, report: Report
) -> Printing:
    """How the sheets that the activities name are printed, and the papers that they are printed on, of those
    in stock, by the names that activities give to them.
    """
    supplies = [supply for activity in activities for supply in activity.supplies if supply.sheet]
    names = dict.fromkeys(supply.sheet for supply in supplies)
    own = [name for name in names if name not in SHEETS]
    worksheets = [library.shelf(WORKSHEETS).find(name, place, report) for name in own]
    barriers = len(library.vocabularies["barriers"])
    sheets = {
        **SHEETS,
        **{name: supplied(each, barriers) for name, each in zip(own, worksheets, strict=True) if each},
    }
    if not library.printer.colour:
        sheets = {name: each._replace(colour="mono") for name, each in sheets.items()}
    wanted = dict.fromkeys(
        supply.paper or sheets[supply.sheet].paper
        for supply in supplies
        if supply.paper or supply.sheet in sheets
    )
    shelf = library.shelf(PAPERS)
    found = {name: paper for name in wanted if (paper := shelf.find(name, place, report))}
    papers = {name: at_hand(paper, stock) for name, paper in found.items()}
    cut = {name: cut_from(FACES[name], papers.values()) for name in names if name in FACES}
    sheets |= {name: sheets[name]._replace(cut=places) for name, places in cut.items()}
    return Printing({**{paper.id: paper for paper in papers.values()}, **papers}, sheets)
