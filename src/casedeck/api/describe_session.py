"""What `casedeck plan` prints: a session's numbers in words, and as plain values for JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from casedeck.session.copies import PrintLine
from casedeck.session.plan import ActivityPlan, SessionPlan
from casedeck.session.telling import in_figures
from casedeck.session.timing import Slot
from casedeck.session.wall import CENTRE_MM
from casedeck.wording import count, in_sentence, joined, things


def session_text(plan: SessionPlan, title: str) -> str:
    """The whole plan for the terminal."""
    lines = [_heading(plan, title)]
    for activity in plan.activities:
        lines += ["", *_activity(activity, plan)]
    return "\n".join(lines)


def day_of(date: dt.date | None) -> str:
    """A day in words: "Friday 12 March 2027"; nothing for none."""
    return f"{date:%A} {date.day} {date:%B %Y}" if date else ""


def session_times(plan: SessionPlan, title: str) -> str:
    """Only when what begins, and how long it takes."""
    lines = [_heading(plan, title)]
    for activity in plan.activities:
        lines += ["", f"{activity.activity.name}, {activity.minutes} minutes", *_slots(activity)]
    return "\n".join(lines)


def _heading(plan: SessionPlan, title: str) -> str:
    return (
        f"{title}: {count(plan.people, 'person')}, {count(len(plan.cards), 'card')}, {plan.minutes} minutes"
    )


def _slots(plan: ActivityPlan) -> Iterator[str]:
    for number, slot in enumerate(plan.slots):
        yield f"  {_when(plan, number):>5}  {slot.minutes:3d} min  {slot.block.name}{_each(slot)}{_cut(slot)}"
    if plan.left_out:
        yield f"Left out: {joined([in_sentence(name) for name in plan.left_out], len(plan.left_out))}"


def _activity(plan: ActivityPlan, session: SessionPlan) -> Iterator[str]:
    name = plan.activity.name
    yield f"{name}, {plan.minutes} minutes"
    yield "-" * len(f"{name}, {plan.minutes} minutes")
    if plan.load.rooms > 1:
        yield f"{plan.load.rooms} rooms of {' and '.join(dict.fromkeys(map(str, plan.load.halls)))} people"
    if plan.sizes:
        yield f"{_division(plan)} people"
    if plan.activity.chosen:
        yield f"This time: {joined([in_sentence(each.name) for each in plan.activity.chosen])}"
    yield from _slots(plan)
    printed = [line for line in plan.prints if line.sheet]
    brought = [line for line in plan.prints if not line.sheet]
    if printed:
        yield "Print list"
        yield from _print_lines(printed)
        yield from _cut_lines(printed)
    if brought:
        yield "Bring: " + ", ".join(things((line.name, line.copies) for line in brought))
    if plan.wall:
        walls, rows = count(len(plan.wall.labels), "wall"), count(plan.wall.rows, "row")
        middle = f"middle {CENTRE_MM / 1000:g} m above the floor"
        yield f"Wall plan: {walls} of {plan.wall.metres:g} m, cards in {rows}, {middle}"
    yield from _group_cards(plan, session)
    if plan.hands:
        yield f"Deal (seed {session.seed})"
        yield from (
            f"  seat {seat}: {'card' if len(hand) == 1 else 'cards'} {', '.join(map(str, hand))}"
            for seat, hand in enumerate(plan.hands, 1)
        )


def _division(plan: ActivityPlan) -> str:
    """How people are divided: "5 groups of 3 or 4"."""
    sizes = " or ".join(dict.fromkeys(map(str, (min(plan.sizes), max(plan.sizes)))))
    return f"{count(len(plan.sizes), plan.activity.grouping.removesuffix('s'))} of {sizes}"


def _group_cards(plan: ActivityPlan, session: SessionPlan) -> Iterator[str]:
    """Which group or table has which card, room by room."""
    titles = {card.number: card.case.title for card in session.cards}
    name = plan.activity.grouping.removesuffix("s")
    if plan.given:
        yield f"Cards of the {plan.activity.grouping}"
    for each in plan.given:
        room = f", room {each.room}" if len(plan.in_rooms) > 1 else ""
        whose = f"{count(each.size, 'person')}{room}"
        yield f"  {name} {each.group}: card {each.card}, {titles[each.card]} ({whose})"


def _when(plan: ActivityPlan, number: int) -> str:
    return f"{plan.clocks[number]:%H:%M}" if plan.clocks else f"+{plan.start + plan.slots[number].start}"


def _each(slot: Slot) -> str:
    return f": {slot.length.slots} × {in_figures(slot.length.each)}" if slot.block.per else ""


def _cut(slot: Slot) -> str:
    return f" (cut by {slot.cut})" if slot.cut else ""


def _print_lines(lines: Sequence[PrintLine]) -> Iterator[str]:
    rows = [("Item", "Paper", "Sides", "Colour", "Copies", "Sheets")]
    rows += [
        (line.name, line.paper, str(line.sides), line.colour, str(line.copies), str(line.sheets))
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(width) if column > 3 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  " + "  ".join(cells).rstrip()


def _cut_lines(lines: Sequence[PrintLine]) -> Iterator[str]:
    """Which lines are of cards that are cut apart, and how many of these are on a sheet; nothing for none."""
    cut = [f"{in_sentence(line.name)}, {line.on_sheet} on each sheet" for line in lines if line.on_sheet]
    if cut:
        yield f"Cut apart: {'; '.join(cut)}"


def session_object(plan: SessionPlan) -> dict[str, Any]:
    """The plan as plain values: minutes, millimetres and counts."""
    return {
        "people": plan.people,
        "minutes": plan.minutes,
        "seed": plan.seed,
        "cards": [
            {"number": card.number, "id": card.case.id, "title": card.case.title} for card in plan.cards
        ],
        "activities": [_activity_object(activity, plan) for activity in plan.activities],
    }


def _activity_object(plan: ActivityPlan, session: SessionPlan) -> dict[str, Any]:
    slots = [
        {
            "block": slot.block.name,
            "start": plan.start + slot.start,
            "clock": _when(plan, number) if plan.clocks else None,
            "minutes": slot.minutes,
            "cut": slot.cut,
            "slots": slot.length.slots,
            "minutes each": slot.length.each,
            "can still save": slot.spare,
        }
        for number, slot in enumerate(plan.slots)
    ]
    titles = {card.number: card.case.title for card in session.cards}
    return {
        "id": plan.activity.id,
        "name": plan.activity.name,
        "minutes": plan.minutes,
        "variations": [each.name for each in plan.activity.chosen],
        "slots": slots,
        "print": [_print_object(line) for line in plan.prints if line.sheet],
        "bring": [{"name": line.name, "count": line.copies} for line in plan.prints if not line.sheet],
        "left out": list(plan.left_out),
        "rooms": list(plan.load.halls),
        "sizes": list(plan.sizes),
        "group_cards": [{**each._asdict(), "title": titles[each.card]} for each in plan.given],
        "wall": {
            "walls": list(plan.wall.labels),
            "metres": plan.wall.metres,
            "spots": [spot._asdict() for spot in plan.wall.spots],
        }
        if plan.wall
        else None,
        "deal": [list(hand) for hand in plan.hands],
    }


def _print_object(line: PrintLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "sheet": line.sheet,
        "paper": line.paper,
        "sides": line.sides,
        "colour": line.colour,
        "copies": line.copies,
        "cards": line.cards,
        "sheets": line.sheets,
        "on each sheet": line.on_sheet or None,
        "pages": line.pages,
        "note": line.note,
    }
