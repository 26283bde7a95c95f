"""From a session's numbers to what its facilitator sheets say."""

from __future__ import annotations

from itertools import accumulate, pairwise

from casedeck.model.activity import Activity, Variation
from casedeck.model.deck import Deck
from casedeck.model.language import Language
from casedeck.model.text import Rich, filled
from casedeck.session.brief import Brief, GroupCard, Hanging, Item, Late, Moment, RoomShare, ScriptStep
from casedeck.session.plan import ActivityPlan, SessionPlan
from casedeck.session.telling import Teller, in_figures


def brief_of(deck: Deck, session: SessionPlan, plan: ActivityPlan, language: Language) -> Brief:
    """The brief of one activity of a session, in a language."""
    titles = {card.number: card.case.title for card in session.cards}
    teller = teller_of(plan, language)
    moments = [moment(plan, number) for number in range(len(plan.slots))]
    by_block = {slot.block: opened for slot, opened in zip(plan.slots, moments, strict=True)}
    return Brief(
        activity=_filled(plan.activity, teller),
        deck_title=deck.title,
        when=language.day(deck.session.date),
        people=session.people,
        division=division(plan, language),
        cards=session.cards,
        moments=tuple(moments),
        items=tuple(
            Item(line.name, line.paper, line.copies, line.sheets) for line in plan.prints if line.sheet
        ),
        things=tuple((line.name, line.copies) for line in plan.prints if not line.sheet),
        walls=language.letters(len(plan.wall.labels)) if plan.wall else (),
        hangings=tuple(
            Hanging(spot.number, spot.x, spot.y, spot.width, spot.height, spot.row)
            for spot in plan.wall.spots
        )
        if plan.wall
        else (),
        wall_mm=plan.wall.metres * 1000 if plan.wall else 0.0,
        hands=plan.hands,
        steps=tuple(
            ScriptStep(by_block[step.opens.block] if step.opens else None, *step[2:])
            for step in teller.steps()
        ),
        late=tuple(Late(slot.block.name, how, slot.spare) for slot, how in teller.late()),
        rooms=rooms_of(plan, language),
        group_cards=tuple(
            GroupCard(each.group, each.room, each.card, titles[each.card]) for each in plan.given
        ),
    )


def teller_of(plan: ActivityPlan, language: Language) -> Teller:
    """What fills in the texts of an activity of a session."""
    return Teller(plan.activity, plan.load, plan.slots, language)


def moment(plan: ActivityPlan, number: int) -> Moment:
    """A slot as the run sheet has it."""
    slot, clock = plan.slots[number], plan.clocks[number] if plan.clocks else None
    each = in_figures(slot.length.each) if slot.block.per else ""
    return Moment(slot.block.name, plan.start + slot.start, slot.minutes, clock, slot.length.slots, each)


def rooms_of(plan: ActivityPlan, language: Language) -> tuple[RoomShare, ...]:
    """What is in each room: groups, tables, walls or seats, counted on from room to room."""
    what = plan.activity.grouping if plan.sizes else "walls" if plan.wall else "seats" if plan.hands else ""
    ends = [0, *accumulate(plan.in_rooms)]
    shares = [range(start, end) for start, end in pairwise(ends)]
    if plan.wall and what == "walls":
        letters = language.letters(len(plan.wall.labels))
        which = [language.joined([letters[number] for number in share]) for share in shares]
    else:
        which = [language.numbered([number + 1 for number in share]) for share in shares]
    return tuple(RoomShare(people, what, each) for people, each in zip(plan.load.halls, which, strict=True))


def _filled(activity: Activity, teller: Teller) -> Activity:
    """The activity with its lists of texts filled in."""

    def each(texts: tuple[Rich, ...]) -> tuple[Rich, ...]:
        return tuple(map(teller.told, texts))

    def ways(variations: tuple[Variation, ...]) -> tuple[Variation, ...]:
        return tuple(way._replace(how=teller.told(way.how)) for way in variations)

    return activity._replace(
        room=each(activity.room),
        no_wall=each(activity.no_wall),
        access=each(activity.access),
        remote=each(activity.remote),
        harvest=each(activity.harvest),
        roles=tuple((name, teller.told(text)) for name, text in activity.roles),
        variations=ways(activity.variations),
        chosen=ways(activity.chosen),
    )


def division(plan: ActivityPlan, language: Language) -> str:
    """How people are divided: "5 groups of 3 or 4", or nothing."""
    if not plan.sizes:
        return ""
    name = plan.activity.grouping
    words = language.lists[name if len(plan.sizes) > 1 else f"one of the {name}"]
    return filled(words, count=len(plan.sizes), sizes=language.either(plan.sizes))
