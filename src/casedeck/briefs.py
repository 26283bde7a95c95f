"""From a session's numbers to what its facilitator sheets say."""

from __future__ import annotations

from casedeck.compose.sheets.brief import Brief, GroupCard, Hanging, Item, Moment
from casedeck.model.deck import Deck
from casedeck.model.text import plain
from casedeck.session import ActivityPlan, SessionPlan
from casedeck.wording import count


def brief_of(deck: Deck, session: SessionPlan, plan: ActivityPlan) -> Brief:
    """The brief of one activity of a session."""
    titles = {card.number: card.case.title for card in session.cards}
    return Brief(
        activity=plan.activity,
        deck_title=deck.title,
        when=when(deck),
        people=session.people,
        division=division(plan),
        cards=session.cards,
        moments=tuple(
            Moment(slot.block.name, plan.start + slot.start, slot.minutes, plan.clocks[number] if plan.clocks else None, slot.block.if_late)
            for number, slot in enumerate(plan.slots)
        ),
        items=tuple(Item(line.name, line.paper, line.copies, line.sheets) for line in plan.prints if line.sheet),
        things=tuple((line.name, line.copies) for line in plan.prints if not line.sheet),
        walls=plan.wall.labels if plan.wall else (),
        hangings=tuple(Hanging(spot.number, spot.x, spot.y, spot.width, spot.height, spot.row) for spot in plan.wall.spots)
        if plan.wall
        else (),
        wall_mm=plan.wall.metres * 1000 if plan.wall else 0.0,
        hands=plan.hands,
        fill_in={
            "cards": str(len(session.cards)),
            "people": str(session.people),
            "hand": str(plan.activity.hand),
            "groups": str(len(plan.sizes)),
            "tables": str(len(plan.sizes)),
            "prompt": plain(plan.activity.prompt),
        },
        group_cards=tuple(GroupCard(each.group, each.room, each.card, titles[each.card]) for each in plan.given),
    )


def when(deck: Deck) -> str:
    """The day of a deck's session in words: "Friday 12 March 2027", or nothing."""
    date = deck.session.date
    return f"{date:%A} {date.day} {date:%B %Y}" if date else ""


def division(plan: ActivityPlan) -> str:
    """How people are divided: "5 groups of 3 or 4", or nothing."""
    if not plan.sizes:
        return ""
    low, high = min(plan.sizes), max(plan.sizes)
    return f"{count(len(plan.sizes), plan.activity.grouping.removesuffix('s'))} of {low if low == high else f'{low} or {high}'}"
