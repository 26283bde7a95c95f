"""Activity files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casedeck.errors import Place, Report, did_you_mean
from casedeck.library.activity_blocks import (
    BLOCK,
    STEP,
    UNIT,
    blocks_of,
    check_blocks,
    check_placeholders,
    check_step,
    names_filled_in,
    step_of,
)
from casedeck.library.shelf import File
from casedeck.model.activity import GROUPINGS, ROOM, Activity, Supply, Variation, presents
from casedeck.model.text import Rich
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import Whole
from casedeck.notation.combined import Either
from casedeck.notation.fields import OneOf, Text, YesNo
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import NamedTexts, Sentence, Words
from casedeck.notation.records import Key, Read, Record
from casedeck.wording import short

FILLED_IN = ("room", "no wall", "access", "remote", "harvest")
"""Lists of texts in which numbers are filled in, besides those of blocks, steps, roles and variations."""
DEBRIEF = ("what", "so what", "now what")


_SUPPLY = Record(
    "something to print or bring",
    {
        "name": Key(Words(60), "What it is.", required=True),
        "sheet": Key(Text(40, blank=False), "The sheet or card face that casedeck prints."),
        "paper": Key(Text(40, blank=False), "The paper it is printed on."),
        "per": Key(UNIT, "One for each of these."),
        "times": Key(Whole(1, 100), "How many for each."),
        "spare": Key(Whole(0, 100, ("%", "per cent", "percent")), "How many per cent to add."),
        "note": Key(Words(120), "A word of advice."),
        "variation": Key(
            Words(60), "The variation that it is for; it takes the place of what has the same name."
        ),
    },
)
_VARIATION = Record(
    "a variation",
    {
        "how": Key(Sentence(300), "How it goes.", required=True),
        "prompt": Key(Sentence(200), "The question that people work on, where it is another."),
        "needs links": Key(YesNo(), "Whether it is only for decks with a link on a card."),
    },
)
_SENTENCES = ListOf(Sentence(400), 1, 20)
_DEBRIEF = Record(
    "debrief",
    {
        name: Key(ListOf(Sentence(200), 1, 4), f'Questions of the kind "{name}?"', required=True)
        for name in DEBRIEF
    },
)
ACTIVITY = Record(
    "an activity",
    {
        "name": Key(Words(40), "The activity's name.", required=True),
        "purpose": Key(Words(140), "What people leave with, in one sentence.", required=True),
        "people": Key(
            ListOf(Whole(2, 200), 2, 2, names=True), "The fewest and the most people.", required=True
        ),
        "cards": Key(
            ListOf(Whole(1, 200), 2, 2, names=True),
            "The fewest and the most cards in the deck.",
            required=True,
        ),
        "full cards": Key(YesNo(), "Whether every card must be a full one, with its benefits."),
        "cards read": Key(Whole(0, 50), "How many cards each person reads.", required=True),
        "hand": Key(Whole(0, 10), "How many cards each person is dealt; 0 for none.", required=True),
        "grouping": Key(OneOf("grouping", GROUPINGS), "How people are divided.", required=True),
        "space": Key(Words(120), "The room it needs.", required=True),
        "energy": Key(Words(40), "How lively it is.", required=True),
        "difficulty": Key(Words(40), "How hard it is to lead.", required=True),
        "one room holds": Key(
            Whole(2, 200), "How many people can share a room; of more, each room has its part."
        ),
        "blocks": Key(ListOf(BLOCK, 2, 12), "What happens when, in order.", required=True),
        "steps": Key(ListOf(STEP, 3, 20), "The script.", required=True),
        "prompt": Key(Sentence(200), "The question people work on.", required=True),
        "other prompts": Key(
            ListOf(Sentence(200), 3, 3), "Three other questions to choose from.", required=True
        ),
        "supplies": Key(ListOf(_SUPPLY, 1, 20), "What to print and bring.", required=True),
        "room": Key(_SENTENCES, "How to set up the room.", required=True),
        "no wall": Key(
            _SENTENCES, "What to do where nothing may be hung, or the room is odd.", required=True
        ),
        "roles": Key(NamedTexts(Sentence(200)), "Who does what.", required=True),
        "variations": Key(
            NamedTexts(Either(Sentence(300), _VARIATION)), "Other ways to run it.", required=True
        ),
        "access": Key(_SENTENCES, "How everyone can take part.", required=True),
        "remote": Key(_SENTENCES, "How to run it online.", required=True),
        "debrief": Key(_DEBRIEF, "Questions for the end.", required=True),
        "harvest": Key(_SENTENCES, "What happens with what people made.", required=True),
        "safety": Key(Sentence(300), "What is said first, to take care of people.", required=True),
    },
)


def read_activity(file: File, report: Report) -> Activity | None:
    """The activity in a file, or None with its problems recorded."""
    part = report.part()
    values: Read | None = ACTIVITY.read(file.node, report)
    if values is None:
        return None
    _check(values, report)
    return _made(file, values) if part.clean else None


def _made(file: File, values: Read) -> Activity:
    made = Activity(
        id=file.id,
        name=values["name"],
        purpose=values["purpose"],
        people=(values["people"][0], values["people"][1]),
        cards=(values["cards"][0], values["cards"][1]),
        cards_read=values["cards read"],
        hand=values["hand"],
        grouping=values["grouping"],
        space=values["space"],
        energy=values["energy"],
        difficulty=values["difficulty"],
        blocks=blocks_of(values["blocks"]),
        steps=tuple(step_of(each) for each in values["steps"]),
        prompt=values["prompt"],
        other_prompts=tuple(values["other prompts"]),
        supplies=tuple(_supply(each) for each in values["supplies"]),
        variations=tuple(_variation(*each) for each in values["variations"]),
        place=file.node.place,
        full_cards=values.get("full cards", False),
        room_holds=values.get("one room holds", values["people"][1]),
        **_advice(values),
    )
    return made._replace(room_holds=ROOM) if presents(made) and "one room holds" not in values else made


def _advice(values: Read) -> dict[str, Any]:
    """What a facilitator reads besides the script, by the names that an Activity has for it."""
    lists = {name: tuple(values[name]) for name in ("room", "roles", "access", "remote", "harvest")}
    debrief = {name: tuple(values["debrief"][name]) for name in DEBRIEF}
    return {**lists, "no_wall": tuple(values["no wall"]), "debrief": debrief, "safety": values["safety"]}


def _supply(values: Read) -> Supply:
    return Supply(
        values["name"],
        values.get("sheet", ""),
        values.get("paper", ""),
        values.get("per", ""),
        values.get("times", 1),
        values.get("spare", 0) / 100,
        values.get("note", ""),
        values.get("variation", ""),
        values.places.get("times", values.places[""]),
    )


def _variation(name: str, values: Rich | Read) -> Variation:
    if not isinstance(values, Read):
        return Variation(name, values)
    return Variation(name, values["how"], values.get("prompt", ()), values.get("needs links", False))


def _check(values: Read, report: Report) -> None:
    """What the parts of an activity must have in common."""
    blocks = values.get("blocks", [])
    check_blocks(blocks, report)
    for step in values.get("steps", ()):
        check_step(step, blocks, report)
    for text, place, known in _texts(values):
        check_placeholders(text, place, known, report)
    _check_variations(values, report)
    for name in ("people", "cards"):
        ends = values.get(name, ())
        if len(ends) == 2 and ends[0] > ends[1]:
            report.add(
                values.places[name],
                "V105",
                f"the fewest {name} ({ends[0]}) are more than the most ({ends[1]})",
            )


def _check_variations(values: Read, report: Report) -> None:
    """The names by which supplies ask for variations."""
    known = [name for name, _ in values.get("variations", ())]
    for supply in values.get("supplies", ()):
        if "variation" in supply and key(supply["variation"]) not in map(key, known):
            hint = did_you_mean(supply["variation"], known)
            report.add(
                supply.places["variation"],
                "V106",
                f'no variation is called "{short(supply["variation"])}"',
                hint,
            )


def _texts(values: Read) -> Iterator[tuple[Rich, Place, tuple[str, ...]]]:
    """Each text that has something filled in, its place, and what can be."""
    blocks = values.get("blocks", [])
    known = names_filled_in(blocks, in_a_block=True)
    for each in (*blocks, *values.get("steps", ())):
        yield from (
            (each[name], each.places[name], known)
            for name in ("if late", "in short", "say", "do", "watch for")
            if name in each
        )
        also = each.get("also", Read())
        yield from ((text, also.places[name], known) for name, text in also.items())
    known = names_filled_in(blocks, in_a_block=False)
    for name in FILLED_IN:
        yield from ((text, values.places[name], known) for text in values.get(name, ()))
    yield from ((text, values.places["roles"], known) for _, text in values.get("roles", ()))
    for _, each in values.get("variations", ()):
        how, place = (
            (each.get("how", ()), each.places[""])
            if isinstance(each, Read)
            else (each, values.places["variations"])
        )
        yield how, place, (*known, "barriers")
