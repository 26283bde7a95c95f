"""The blocks and steps of activity files: how long each takes, how it is cut, and the script."""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Place, Report, did_you_mean
from casedeck.model.activity import (
    CONDITIONS,
    EVERYBODY,
    NEVER,
    OF_A_BLOCK,
    OF_THE_SESSION,
    UNITS,
    Block,
    Minutes,
    Part,
    Step,
)
from casedeck.model.text import Rich, placeholders, plain
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import InMinutes, Whole
from casedeck.notation.combined import Either
from casedeck.notation.fields import OneOf, YesNo
from casedeck.notation.lists import ListOf
from casedeck.notation.markup import Sentence, Words
from casedeck.notation.records import Key, Read, Record, Shape
from casedeck.wording import short

_FAR = 10_000


UNIT = OneOf("unit", UNITS)
MINUTES = Record(
    "minutes",
    {
        "fixed": Key(InMinutes(0, 240, parts=True), "Minutes whatever the number of people."),
        "each": Key(InMinutes(0, 60, parts=True), "Minutes for each unit."),
        "per": Key(UNIT, "The unit."),
        "with reading": Key(YesNo(), "Whether the time to read a card is added to each unit."),
        "least": Key(InMinutes(0, 240, parts=True), "Never shorter."),
        "most": Key(InMinutes(0, 240, parts=True), "Never longer."),
        "up to people": Key(Whole(1, 500), "This line holds for so many people; the next line for more."),
    },
)
PART = Record(
    "a part of a block",
    {
        "name": Key(Words(40), "What happens in it, in a word or two.", required=True),
        "minutes": Key(InMinutes(0, 240, parts=True), "How long it takes.", required=True),
        "with reading": Key(YesNo(), "Whether the time to read a card is added."),
        "cut to": Key(InMinutes(0, 240, parts=True), "How short it may become; 0 and it may be left out."),
    },
)
_PEOPLE = {
    "from people": Key(Whole(1, 500), "Only where at least so many people share a room."),
    "up to people": Key(Whole(1, 500), "Only where at most so many people share a room."),
}
BLOCK = Record(
    "a block",
    {
        "name": Key(Words(40), "What happens, in a word or two.", required=True),
        "minutes": Key(
            ListOf(Either(InMinutes(0, 240, parts=True), MINUTES), 1, 6, single=True), "How long it takes."
        ),
        "parts": Key(ListOf(PART, 1, 6), "What it is made of, in order, in place of minutes."),
        "for each": Key(UNIT, "Minutes or parts are those of a slot, and there is a slot for each of these."),
        "cut": Key(Whole(1, 20), "When time is short, which block is cut first, second and so on."),
        "cut to": Key(
            Either(InMinutes(0, 240, parts=True), MINUTES), "How short it may become, or each of its slots."
        ),
        "instead": Key(Words(40), "The block that takes its place when time is too short for it."),
        "if late": Key(Sentence(160), "What to do when running late."),
        "in short": Key(
            Sentence(160), "What happens, for the activity's card; without it, the first words to say."
        ),
        **_PEOPLE,
    },
    (Shape(("parts",), ("parts",)), Shape(("minutes",))),
)
_ALSO = Record(
    "what to do as well",
    {name: Key(Sentence(300), f'What to do where this is so: "{name}".') for name in CONDITIONS},
)
STEP = Record(
    "a step",
    {
        "block": Key(Words(40), "The block it belongs to.", required=True),
        "part": Key(Words(40), "The part of the block it belongs to; it is left out with it."),
        "say": Key(Sentence(600), "Words to say aloud."),
        "do": Key(Sentence(600), "What to do."),
        "also": Key(_ALSO, "What to do as well, in some cases only."),
        "watch for": Key(Sentence(300), "What to look out for."),
        **_PEOPLE,
    },
)


def block_of(values: Read) -> Block:
    """The block of a record's values."""
    per = values.get("for each", "")
    parts = tuple(_part(each) for each in values.get("parts", ()))
    rules = tuple(_minutes(each) for each in values.get("minutes", ()))
    cut_to = _minutes(values["cut to"]) if "cut to" in values else NEVER
    if per and not parts:
        parts = (Part("", rules[0].fixed, False, cut_to.fixed if "cut to" in values else rules[0].fixed),)
    return Block(
        values["name"],
        rules,
        values.get("cut", 0),
        cut_to,
        values.get("if late", ()),
        values.get("in short", ()),
        per,
        parts,
        _people(values),
    )


def blocks_of(records: list[Read]) -> tuple[Block, ...]:
    """The blocks of the records, each with the one that takes its place."""
    made = [block_of(each) for each in records]
    by_name = {key(block.name): block for block in made}
    return tuple(
        block._replace(instead=by_name[key(each["instead"])]) if "instead" in each else block
        for block, each in zip(made, records, strict=True)
    )


def step_of(values: Read) -> Step:
    """The step of a record's values."""
    also = tuple(values.get("also", {}).items())
    say, do, watch = (values.get(name, ()) for name in ("say", "do", "watch for"))
    return Step(values["block"], say, do, watch, values.get("part", ""), also, _people(values))


def _people(values: Read) -> tuple[int, int]:
    return values.get("from people", EVERYBODY[0]), values.get("up to people", EVERYBODY[1])


def _part(values: Read) -> Part:
    return Part(
        values["name"],
        values["minutes"],
        values.get("with reading", False),
        values.get("cut to", values["minutes"]),
    )


def _minutes(rule: float | Read) -> Minutes:
    if isinstance(rule, float):
        return NEVER._replace(fixed=rule)
    return Minutes(
        rule.get("fixed", 0.0),
        rule.get("each", 0.0),
        rule.get("per", ""),
        rule.get("with reading", False),
        rule.get("least", 0.0),
        rule.get("most", float(_FAR)),
        rule.get("up to people", _FAR),
    )


def check_blocks(blocks: list[Read], report: Report) -> None:
    """Record what the keys of a block must have in common."""
    names = [block["name"] for block in blocks if "name" in block and "instead" not in block]
    for block in blocks:
        if "instead" in block and key(block["instead"]) not in map(key, names):
            message = f'no block that can take its place is called "{block["instead"]}"'
            report.add(block.places["instead"], "V106", message, did_you_mean(block["instead"], names))
    for block in blocks:
        if "parts" in block and "minutes" in block:
            report.add(
                block.places["minutes"],
                "V105",
                "a block has minutes or parts, not both",
                "give each part its minutes",
            )
        if "parts" in block and "cut to" in block:
            report.add(
                block.places["cut to"],
                "V105",
                "a block with parts is cut to what its parts are",
                'write "cut to" in the parts',
            )
        slot = [*block.get("minutes", ()), *([block["cut to"]] if "cut to" in block else [])]
        if (
            "for each" in block
            and "parts" not in block
            and (len(slot) > 2 or not all(isinstance(each, float) for each in slot))
        ):
            report.add(
                block.places["for each"],
                "V105",
                'with "for each", minutes are a single number',
                "write parts for anything else",
            )
        if not any(isinstance(each, float) or each for each in block.get("minutes", [0.0])):
            report.add(block.places["minutes"], "V105", "these minutes say nothing", "write a number")


def check_step(step: Read, blocks: list[Read], report: Report) -> None:
    """Record a step whose block or part is not there, and one in which nothing is said or done."""
    named = [
        block for block in blocks if "name" in block and key(block["name"]) == key(step.get("block", ""))
    ]
    if "block" in step and not named:
        report.add(
            step.places["block"],
            "V106",
            f'no block is called "{step["block"]}"',
            "use the name of one of the blocks",
        )
    parts = [part["name"] for block in named for part in block.get("parts", ()) if "name" in part]
    if named and "part" in step and key(step["part"]) not in map(key, parts):
        message = f'no part of "{named[0]["name"]}" is called "{step["part"]}"'
        report.add(
            step.places["part"],
            "V106",
            message,
            did_you_mean(step["part"], parts) or "give the block parts, or take this line out",
        )
    if "say" not in step and "do" not in step:
        report.add(step.places[""], "V102", "a step needs words to say or something to do")


def names_filled_in(blocks: list[Read], *, in_a_block: bool) -> tuple[str, ...]:
    """What may stand between { and } in a text of an activity with such blocks, or of one of the blocks."""
    return (*OF_THE_SESSION, *(OF_A_BLOCK if in_a_block else ()), *dict.fromkeys(_times(blocks)))


def _times(blocks: list[Read]) -> Iterator[str]:
    for block in blocks:
        if "name" in block:
            yield from (
                f"{what} of {block['name'].casefold()}" for what in ("time", "half", "time each", "slots")
            )
        yield from (f"time of {part['name'].casefold()}" for part in block.get("parts", ()) if "name" in part)


def check_placeholders(text: Rich, place: Place, known: tuple[str, ...], report: Report) -> None:
    """Record what nothing stands for."""
    for name in sorted({each for each in placeholders(plain(text)) if each.casefold() not in known}):
        report.add(place, "V106", f'nothing stands for "{{{short(name)}}}"', did_you_mean(name, known))
