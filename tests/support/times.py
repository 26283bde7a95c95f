"""Times and counts read back from finished sheets, as somebody with a pencil would, and added up; each
contradiction is one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from casedeck.model.page import Page
from tests.support.marks import locale, sections, tables

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), 1)} | {
    "thirty": 30,
    "forty": 40,
    "ninety": 90,
}
_NUMBER = rf"\d+½|½|\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
TIME = re.compile(
    rf"\b(?P<half>half a minute)\b|\b(?P<more>a minute and a half)\b|"
    rf"(?<![\w½])(?P<number>{_NUMBER})(?P<and> and a half)?[ -](?P<unit>minutes?|seconds?)\b|\b(?P<one>a "
    r"minute)\b",
    re.IGNORECASE,
)
_OF_A_SIZE = re.compile(r"\b(?:above|below|over|under|up to|more than) \d+ people", re.IGNORECASE)


class Row(NamedTuple):
    """A line of a run sheet: when it begins, how long it takes, and its slots with the minutes of each (1 and
    all where it has none).
    """

    clock: str
    minutes: int
    name: str
    slots: int = 1
    each: float = 0.0


class Step(NamedTuple):
    """A step of a script: its number, the name of its block, and its texts."""

    number: int
    block: str
    texts: tuple[str, ...]


class Sheet(NamedTuple):
    """What a facilitator sheet says of times and counts."""

    facts: str
    run: tuple[Row, ...]
    late: tuple[tuple[str, int, str], ...]
    script: tuple[Step, ...]
    others: tuple[str, ...] = ()


@cache
def times(text: str) -> tuple[float, ...]:
    """Every number of minutes that a text names."""
    return tuple(_minutes(found) for found in TIME.finditer(text.replace("\N{NO-BREAK SPACE}", " ")))


def _minutes(found: re.Match[str]) -> float:
    if found["number"] is None:
        return 0.5 if found["half"] else 1.5 if found["more"] else 1.0
    word = found["number"].lower()
    number = _NUMBERS.get(word) or float(word.removesuffix("½") or 0) + (0.5 if word.endswith("½") else 0)
    return (number + (0.5 if found["and"] else 0)) / (60 if found["unit"].lower().startswith("second") else 1)


def run_heads(words: dict[str, str]) -> list[str]:
    """The headings of a run sheet, the way to cut a block the last of them."""
    return [words[name] for name in ("clock", "minutes short", "block", "steps", "if late")]


def of_pages(pages: Sequence[Page]) -> Sheet:
    """The facilitator sheet on its pages."""
    words = locale()["facilitator sheet"]
    found, heads = sections(pages), run_heads(words)
    facts = next(text for text in found[""] if re.match(rf"\d+ {words['minutes']}\.", text))
    (table,) = [table for table in tables(pages) if table[0] in (heads, heads[:-1])]
    run = tuple([row(*cells[:3]) for cells in table[1:]])
    cuts = [re.fullmatch(r"Saves (\d+) min: (.+)", cells[4]) for cells in table[1:] if cells[4:]]
    lates = [(each.name, int(cut[1]), cut[2]) for each, cut in zip(run, cuts, strict=False) if cut]
    apart = ("", words["run sheet"], words["script"])
    others = [text for head, texts in found.items() if head not in apart for text in texts]
    return Sheet(facts, run, tuple(lates), tuple(_script(found[words["script"]], run)), tuple(others))


def row(clock: str, minutes: str, name: str) -> Row:
    """A line of a run sheet as it is written, such as "Present: 6 x 5" with a sign for times."""
    slots = re.fullmatch(r"(.+): (\d+) × (\d*½?)", name)
    if not slots:
        return Row(clock, int(minutes), name, 1, float(minutes))
    each = float(slots[3].removesuffix("½") or 0) + (0.5 if slots[3].endswith("½") else 0)
    return Row(clock, int(minutes), slots[1], int(slots[2]), each)


def _script(texts: Iterable[str], run: Sequence[Row]) -> Iterator[Step]:
    number, block = 0, ""
    kept: list[str] = []
    opened = {each.clock: each.name for each in run}
    beside = {f"{each.minutes} min" for each in run} | {each.name for each in run}
    for text in texts:
        if text.isdecimal():
            if number:
                yield Step(number, block, tuple(kept))
            number, kept = int(text), []
        elif text in opened:
            block = opened[text]
        elif text not in beside and not text.startswith(locale()["facilitator sheet"]["safety"]):
            kept.append(text)
    yield Step(number, block, tuple(kept))


def kept(values: dict[str, Any]) -> Sheet:
    """A sheet that was written down in a file, with the block of each step."""
    script = tuple(
        Step(number, block, tuple(texts)) for number, (block, *texts) in enumerate(values["script"], 1)
    )
    late = tuple((block, 0, text) for block, text in values["late"])
    return Sheet(values["facts"], tuple(row(*cells) for cells in values["run"]), late, script)


def faults(sheet: Sheet, worksheets: Iterable[str] = ()) -> list[str]:
    """Everything on a facilitator sheet, and on the worksheets of its activity, that does not add up."""
    checks = (_run_faults, _script_faults, _step_faults, _late_faults, _size_faults, _room_faults)
    found = [fault for check in checks for fault in check(sheet)]
    lengths = {length for each in sheet.run for length in (float(each.minutes), each.each)}
    found += [
        f'"{text}" names a time that is on no run sheet'
        for text in worksheets
        if not set(times(text)) <= lengths
    ]
    found += [f'"{text}" names a time' for text in sheet.others if times(text)]
    return found


def _run_faults(sheet: Sheet) -> Iterator[str]:
    if sum(each.minutes for each in sheet.run) != int(sheet.facts.split(" ")[0]):
        yield f"the run sheet does not take {sheet.facts}"
    for before, after in pairwise(sheet.run):
        if _minute(before.clock) + before.minutes != _minute(after.clock):
            yield f"{after.name} does not begin when {before.name} ends"
    for each in sheet.run:
        if not 0 <= each.minutes - each.slots * each.each < 1:
            yield f"{each.name}: {each.slots} times {each.each} are not {each.minutes}"
        if each.minutes < 1:
            yield f"{each.name} takes no time"


def _minute(clock: str) -> int:
    if clock.startswith("+"):
        return int(clock)
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _counts(sheet: Sheet) -> dict[str, int]:
    """How many groups or tables there are in a room, where they are equally many in each."""
    rooms = int(found[1]) if (found := re.search(r"people in (\d+) rooms", sheet.facts)) else 1
    return {
        each[2]: int(each[1]) // rooms
        for each in re.finditer(r"(\d+) (group|table)s? of", sheet.facts)
        if int(each[1]) % rooms == 0
    }


def _slots(sheet: Sheet, each: Row) -> Iterator[tuple[int, float]]:
    """In how many slots of how many minutes a block may be meant to be: what its line says, or as many as
    there are groups.
    """
    yield each.slots, each.each
    if each.slots == 1:
        yield from ((count, each.minutes / count) for count in _counts(sheet).values())


def adds_up(named: Sequence[float], minutes: float, slots: int, each: float) -> bool:
    """Whether times named for a block are its whole, a half, one slot, or parts that make a slot when they
    are put together.
    """
    parts = [time for time in named if time not in {minutes, each}]
    needed = {time for time in parts if slots > 1 or time != minutes / 2}
    sums = (some for size in range(1, len(parts) + 1) for some in combinations(parts, size))
    return not needed or any(sum(some) == each and needed <= set(some) for some in sums)


def _named(sheet: Sheet, block: str) -> list[float]:
    return [
        time for step in sheet.script if step.block == block for text in step.texts for time in times(text)
    ]


def _script_faults(sheet: Sheet) -> Iterator[str]:
    for each in sheet.run:
        named = _named(sheet, each.name)
        if not any(adds_up(named, each.minutes, *slots) for slots in _slots(sheet, each)):
            yield f"{each.name}: {named} do not make {each.slots} times {each.each}, or {each.minutes}"
    for text in [text for step in sheet.script for text in step.texts]:
        for what, count in _counts(sheet).items():
            if (found := re.search(rf"\b(\d+) {what}s\b", text)) and int(found[1]) != count:
                yield f'"{text}", but there are {count} in a room'
        if (about := re.search(r"time for about (\d+)", text)) and not any(
            1 <= each.minutes / int(about[1]) <= 2.5 for each in sheet.run[1:2]
        ):
            yield f'"{text}", but {sheet.run[1]}'


def _step_faults(sheet: Sheet) -> Iterator[str]:
    numbers = [step.number for step in sheet.script]
    if numbers != [*range(1, len(numbers) + 1)]:
        yield f"steps are numbered {numbers}"
    blocks = [*dict.fromkeys(step.block for step in sheet.script)]
    if blocks != [each.name for each in sheet.run]:
        yield f"the script is of {blocks}, the run sheet of {[each.name for each in sheet.run]}"
    for step in sheet.script:
        own = {other.number for other in sheet.script if other.block == step.block}
        for text in step.texts:
            if (found := re.search(r"\bsteps? (\d+)(?:, (\d+))*(?: and (\d+))?", text)) and {
                int(each) for each in found.groups() if each
            } != own:
                yield f'"{text}", but {step.block} is in steps {sorted(own)}'


def _late_faults(sheet: Sheet) -> Iterator[str]:
    run = {each.name: each for each in sheet.run}
    for block, saves, text in sheet.late:
        whole = run.get(block)
        if whole is None or not 0 < saves < whole.minutes:
            yield f"{block}: {text} saves {saves} of {whole.minutes if whole else 0} minutes"
        elif not _left(times(text), whole.minutes - saves, whole, _named(sheet, block)):
            yield f"{block}: {text} does not leave {whole.minutes - saves} of {whole.minutes} minutes"


def _left(named: Sequence[float], left: int, whole: Row, before: Sequence[float]) -> bool:
    """Whether times named for a shorter block leave so many minutes: as its half, its slots, its parts, or
    those of them that change.
    """
    if not named or sum(named) == left or set(named) <= {left, left / 2}:
        return True
    slots = [sum(named), *[whole.each - old + new for new in named for old in before]]
    return left - sum(named) in before or any(0 <= left - whole.slots * each < 1 for each in slots)


def _room_faults(sheet: Sheet) -> Iterator[str]:
    """What is said of several rooms, where that is among the texts: each is named, and together they have all
    that there are.
    """
    told = next((text for text in sheet.others if re.match(r"\d+ rooms at once", text)), "")
    rooms = [each.split(". ")[0] for each in told.split("Room ")[1:]]
    if not told:
        return
    if f"people in {len(rooms)} rooms" not in sheet.facts or not told.startswith(f"{len(rooms)} rooms"):
        yield f"{told} is not {sheet.facts}"
    if people := [int(found[1]) for each in rooms if (found := re.search(r"(\d+) people", each))]:
        yield from () if f" {sum(people)} people" in sheet.facts else [f"{told} are not {sheet.facts}"]
    for count, what in re.findall(r"(\d+) (group|table)s? of", sheet.facts):
        if int(count) != int(re.findall(r"\d+", rooms[-1])[-1]):
            yield f"{told} has not {count} {what}s"


def _size_faults(sheet: Sheet) -> Iterator[str]:
    people = int(re.search(r"(\d+) people", sheet.facts)[1])  # type: ignore[index]
    texts = [text for step in sheet.script for text in step.texts]
    sizes = [
        int(each)
        for each in re.findall(
            r"\d+", (re.search(r"tables? of (\d+(?: or \d+)?)", sheet.facts) or [str(people)])[0]
        )
    ]
    rooms = re.search(r"people in (\d+) rooms", sheet.facts)
    uneven = bool(rooms) and (people // int(rooms[1]) % 2 == 1 or people % int(rooms[1]) > 0)  # type: ignore[index]
    for text in (*texts, *sheet.others):
        if _OF_A_SIZE.search(text):
            yield f'"{text}" is for another number of people than {people}'
        if re.search(r"\bodd (?:person|number)", text) and not uneven and not any(size % 2 for size in sizes):
            yield f'"{text}", but {sheet.facts}'
