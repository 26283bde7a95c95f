"""Cards to sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from casedeck.impose.guides import guides
from casedeck.impose.layout import BACK, FRONT, Layout
from casedeck.impose.order import in_piles, stacks
from casedeck.model.page import Page
from casedeck.model.sheet import Placed, Sheet

Sides = tuple[Page, ...]
"""A card's front, and its back where it has one."""


def sheet_count(cards: int, copies: int, layout: Layout) -> int:
    """How many sheets of paper copies of so many cards take."""
    return sum(stack.sheets for stack in stacks(cards, copies, layout.grid.places))


def card_sheets(
    order: Sequence[int],
    copies: int,
    sides_of: Callable[[int], Sides],
    layout: Layout,
    colour: str,
    *,
    shown: Sequence[int] = (FRONT,),
) -> Iterator[Sheet]:
    """The sheets for copies of cards in an order, each card called by its number.

    `sides_of` gives a card's sides, and is asked once for each. FRONT and BACK can be `shown`, each on a side
    of the paper of its own; backs beside their cards are on one side with them. Guides are in a `colour`, and
    on fronts only.
    """
    cards = _Cards(sides_of, layout)
    once = copies == 1 and len({*order}) == len(order)
    marks = guides(layout, colour)
    label = 0
    for stack in stacks(len(order), copies, layout.grid.places):
        for piled in in_piles(len(order) * stack.decks, layout.grid.places):
            numbers = tuple([order[index % len(order)] for index in piled])
            for side in shown:
                label += 1
                placed = cards.placed(numbers, (FRONT, BACK) if layout.beside else (side,))
                yield Sheet(layout.grid.paper, placed, marks if side == FRONT else (), str(label))
            if once:
                cards.forget()


class _Cards:
    """The cards that have been placed so far."""

    def __init__(self, sides_of: Callable[[int], Sides], layout: Layout) -> None:
        self._sides_of, self._layout = sides_of, layout
        self._made: dict[int, Sides] = {}
        self._met: set[tuple[int, int]] = set()
        self._back: Page | None = None
        self._again: dict[tuple[tuple[int, ...], Sequence[int]], tuple[Placed, ...]] = {}

    def placed(self, numbers: tuple[int, ...], sides: Sequence[int]) -> tuple[Placed, ...]:
        """These sides of the cards of one sheet; the very same value where all of them were there before."""
        if (numbers, sides) in self._again:
            return self._again[numbers, sides]
        made = tuple(
            [
                self._one(place, number, side)
                for place, number in enumerate(numbers)
                for side in sides
                if side < len(self._sides(number))
            ]
        )
        if not any(each.first for each in made):
            self._again[numbers, sides] = made
        return made

    def forget(self) -> None:
        """Let go of cards that do not come again."""
        self._made.clear()
        self._again.clear()

    def _one(self, place: int, number: int, side: int) -> Placed:
        box, turn = self._layout.stand(place, side)
        page = self._sides(number)[side]
        first = (number, side) not in self._met and page is not self._back
        self._met.add((number, side))
        if side == BACK:
            self._back = page
        return Placed(page, box.x, box.y, turn, first)

    def _sides(self, number: int) -> Sides:
        if number not in self._made:
            self._made[number] = self._sides_of(number)
        return self._made[number]
