"""What the placeholders of an activity's texts stand for: numbers of people and things, and every number of
minutes, in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.model.activity import Activity, Step, Variation
from casedeck.model.language import Language, Words, parted
from casedeck.model.text import Rich, filled, plain, rich
from casedeck.model.vocabulary import key
from casedeck.session.blocks import Length, Load, holds, partners
from casedeck.session.groups import fours, groups_by_room, tables
from casedeck.session.timing import Slot


class ToldStep(NamedTuple):
    """A step as it stands in the script: its place there, the slot of its block where it is the first of it,
    and its texts.
    """

    number: int
    opens: Slot | None
    say: Rich
    do: Rich
    watch: Rich


class Late(NamedTuple):
    """How a block is cut when it is late."""

    slot: Slot
    how: Rich


class Teller(NamedTuple):
    """Fills in the texts of an activity as it is planned."""

    activity: Activity
    load: Load
    slots: tuple[Slot, ...]
    language: Language

    def told(self, text: Rich, block: str = "", *, aloud: bool = False) -> Rich:
        """A text, of a block or of none, with everything filled in; `aloud` with small numbers of minutes in
        letters.
        """
        slot = next((slot for slot in self.slots if key(slot.block.name) == key(block)), None)
        return self._filled(text, slot, slot.length if slot else None, aloud=aloud)

    def filled(self) -> Activity:
        """The activity with its lists of texts filled in."""
        of = self.activity
        return of._replace(
            room=self._each(of.room),
            no_wall=self._each(of.no_wall),
            access=self._each(of.access),
            remote=self._each(of.remote),
            harvest=self._each(of.harvest),
            roles=tuple([(name, self.told(text)) for name, text in of.roles]),
            variations=self._ways(of.variations),
            chosen=self._ways(of.chosen),
        )

    def _each(self, texts: Sequence[Rich]) -> tuple[Rich, ...]:
        return tuple([self.told(text) for text in texts])

    def _ways(self, variations: Sequence[Variation]) -> tuple[Variation, ...]:
        return tuple([way._replace(how=self.told(way.how)) for way in variations])

    def values(self) -> dict[str, str]:
        """Everything that a text of no block can have filled in."""
        return self._values(None, None, aloud=False)

    def late(self) -> Iterator[Late]:
        """The blocks that can still be cut, each with how it is cut to its least; what was done to cut it
        already is not said again.
        """
        for slot in self.slots:
            least = slot.lengths[-1]
            if slot.spare and least.block.if_late:
                used = slot.cut and least.block == slot.block and "{" not in plain(slot.block.if_late)
                how = rich(self.language.times["stop"]) if used else least.block.if_late
                yield Late(slot, self._filled(how, slot, least))

    def steps(self) -> tuple[ToldStep, ...]:
        """The script: the steps that take place, numbered."""
        made: list[ToldStep] = []
        opened: Slot | None = None
        for number, (step, slot) in enumerate(self._held(), 1):
            do = _joined(
                [step.do, *[text for condition, text in step.also if self._applies(condition, slot)]]
            )
            say = self._filled(step.say, slot, slot.length, aloud=True)
            rest = [self._filled(text, slot, slot.length) for text in (do, step.watch)]
            made.append(ToldStep(number, None if slot == opened else slot, say, *rest))
            opened = slot
        return tuple(made)

    def _filled(self, text: Rich, slot: Slot | None, length: Length | None, *, aloud: bool = False) -> Rich:
        if not any("{" in span.text for span in text):
            return text
        named = any(" of " in span.text for span in text)
        return filled(text, **self._values(slot, length, aloud=aloud, named=named))

    def _held(self) -> list[tuple[Step, Slot]]:
        """The steps whose block and part are there, for so many people."""
        slots = {key(slot.block.name): slot for slot in self.slots}
        steps = [
            step for step in self.activity.steps if key(step.block) in slots and holds(step.people, self.load)
        ]
        found = [(step, slots[key(step.block)]) for step in steps]
        return [(step, slot) for step, slot in found if not step.part or _part(slot.length, step.part)]

    def _applies(self, condition: str, slot: Slot) -> bool:
        if condition == "odd people":
            return any(size > 2 for people in self.load.halls for size in partners(people, self.load))
        if condition == "odd pairs":
            return any(len(partners(people, self.load)) % 2 for people in self.load.halls)
        return bool(slot.cut) == (condition == "cut")

    def _values(
        self, slot: Slot | None, length: Length | None, *, aloud: bool, named: bool = True
    ) -> dict[str, str]:
        """What each placeholder stands for; those that name a block, as in {time of pairs}, only where
        `named`.
        """
        load, halls, either = self.load, self.load.halls, self.language.either
        values = {
            "people": either(halls),
            "cards": str(load.cards),
            "hand": str(load.hand),
            "groups": either([len(room) for room in groups_by_room(load.people, load.rooms)]),
            "tables": either([len(tables(people)) for people in halls]),
            "pairs": either([len(partners(people, load)) for people in halls]),
            "fours": either([len(fours(people)) for people in halls]),
            "rooms": str(load.rooms),
            "cards read": str(load.cards_read),
            "prompt": plain(self.activity.prompt),
        }
        for other in self.slots:
            values |= _read(other.length, load)
            values |= (
                self._times(other.length, f" of {key_name(other.block.name)}", aloud=aloud) if named else {}
            )
        if slot and length:
            values |= self._times(length, "", aloud=aloud)
            values |= {"minutes": str(length.minutes), "steps": self._steps(slot), **_read(length, load)}
        every = values["cards read"] == values["cards"]
        return values | {
            "cards to read": filled(
                self.language.times["all of them" if every else "about so many"], number=values["cards read"]
            )
        }

    def _times(self, length: Length, suffix: str, *, aloud: bool) -> dict[str, str]:
        def time(minutes: float) -> str:
            return minutes_in_words(minutes, self.language.times, aloud=aloud)

        own = zip(length.block.parts, length.parts, strict=False)
        parts = {f"time of {key_name(part.name)}": time(minutes) for part, minutes in own if part.name}
        whole = {f"time{suffix}": time(length.minutes), f"half{suffix}": time(length.minutes / 2)}
        return {
            **whole,
            f"time each{suffix}": time(length.each),
            f"slots{suffix}": str(length.slots),
            **parts,
        }

    def _steps(self, slot: Slot) -> str:
        numbers = [str(number) for number, (_, each) in enumerate(self._held(), 1) if each == slot]
        return self.language.joined(numbers)


def key_name(name: str) -> str:
    """A name as it stands in a placeholder: "first step"."""
    return name.casefold()


def minutes_in_words(minutes: float, words: Words, *, aloud: bool = False) -> str:
    """So many minutes, to the half minute: "12 minutes", "2½ minutes", "1 minute", "half a minute"; `aloud`
    "two and a half minutes".
    """
    whole, half = divmod(round(minutes * 2), 2)
    if not whole:
        return words["half a minute"]
    if half and aloud and whole == 1:
        return words["a minute and a half"]
    small = parted(words["numbers"])
    number = small[whole - 1] if aloud and whole <= len(small) else in_figures(minutes)
    if half and aloud:
        number = filled(words["and a half"], number=number.removesuffix("½"))
    return filled(words["minute" if minutes == 1 else "minutes"], number=number)


def in_figures(minutes: float) -> str:
    """A number to the half: "4½", "12"."""
    whole, half = divmod(round(minutes * 2), 2)
    return f"{whole or ''}{'½' if half else ''}" or "0"


def _read(length: Length, load: Load) -> dict[str, str]:
    """How many cards each person can read in a block that has time for each of them."""
    rule = next((rule for rule in length.block.minutes if rule.per == "card read"), None)
    if length.block.parts or rule is None:
        return {}
    one = rule.each + (load.reading if rule.reading else 0)
    return {
        "cards read": str(max(1, min(load.cards_read, round((length.minutes - rule.fixed) / one))))
        if one
        else str(load.cards_read)
    }


def _part(length: Length, name: str) -> float:
    """The minutes of a part."""
    return next(
        (
            own
            for part, own in zip(length.block.parts, length.parts, strict=False)
            if key(part.name) == key(name)
        ),
        0.0,
    )


def _joined(texts: Sequence[Rich]) -> Rich:
    """Sentences one after the other."""
    kept = [text for text in texts if text]
    return tuple(
        span
        for place, text in enumerate(kept)
        for span in ([text[0]._replace(text=" ", bold=False, link="")] if place else []) + [*text]
    )
