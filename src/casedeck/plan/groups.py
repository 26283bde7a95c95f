"""How people are divided, and which cases the groups get. Sizes are within one of each other, the larger first."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.model.case_study import CaseStudy
from casedeck.plan.error import PlanError

ROOM = 24
"""The most people in one room when groups present one after the other: six fours."""
_GROUPS = 5
_SMALL = 8


def balanced(people: int, parts: int) -> tuple[int, ...]:
    """People in so many parts, each of which has as many as another or one more. 18 in 5: 4, 4, 4, 3, 3."""
    return tuple(people // parts + (part < people % parts) for part in range(parts))


def rooms(people: int) -> int:
    """Rooms for groups that present one after the other: one for each 24 people begun, so 2 above 24 and 3 above 48."""
    return max(1, -(-people // ROOM))


def groups(people: int, in_rooms: int = 0) -> tuple[int, ...]:
    """The sizes of all groups, room by room: pairs up to 8 people, else threes and fours, as near five a room as they allow.

    `in_rooms` is how many rooms there are, or 0 for as many as `rooms` says. 8: four pairs; 16: 4, 3, 3, 3, 3; 20: five fours;
    24: six fours. 36 are five groups in each of two rooms. PlanError for fewer than 2 people.
    """
    return tuple(size for room in groups_by_room(people, in_rooms) for size in room)


def groups_by_room(people: int, in_rooms: int = 0) -> tuple[tuple[int, ...], ...]:
    """The same sizes of groups, one tuple for each room."""
    if people <= _SMALL and in_rooms < 2:
        return (pairs(people),)
    _at_least_two(people)
    return tuple(balanced(size, _group_count(size)) for size in balanced(people, in_rooms or rooms(people)))


def pairs(people: int) -> tuple[int, ...]:
    """Pairs, with one trio when people are odd. PlanError for fewer than 2."""
    _at_least_two(people)
    return balanced(people, people // 2)


def fours(people: int) -> tuple[int, ...]:
    """Fours, and threes to make it up, so that never more than four neighbours of the deal meet. 10: 4, 3, 3; 5: 3, 2."""
    _at_least_two(people)
    return balanced(people, -(-people // 4))


def tables(people: int) -> tuple[int, ...]:
    """People at each table: ceil(N/5) tables. 24: 5, 5, 5, 5, 4. PlanError for fewer than 2."""
    _at_least_two(people)
    return balanced(people, -(-people // 5))


def most_different(cases: Sequence[CaseStudy], count: int) -> tuple[CaseStudy, ...]:
    """The cases that differ most, in the order chosen, which begins with the first of `cases`.

    Each next one is the case that has the first enabler of the fewest chosen, then shares the fewest enablers, then benefits,
    then sectors with them, then stands first. While there is a first enabler that nobody has, such a case is taken: no two share
    one when the cases have enough of them. Cases without enablers come last. PlanError where there are fewer cases than wanted.
    """
    if count > len(cases):
        raise PlanError(f"{count} different cards are wanted and the deck has {len(cases)}", "add cards, or give two groups the same one")
    chosen: list[CaseStudy] = []
    left = list(cases)
    for _ in range(count):
        chosen.append(left.pop(min(range(len(left)), key=lambda place: _likeness(left[place], chosen))))
    return tuple(chosen)


def _group_count(people: int) -> int:
    return max(-(-people // 4), min(_GROUPS, people // 3))


def _at_least_two(people: int) -> None:
    if people < 2:
        raise PlanError(f"{people} people cannot be divided", "this needs at least 2")


def _likeness(case: CaseStudy, chosen: Sequence[CaseStudy]) -> tuple[int, ...]:
    """How like the chosen a case is, most important first."""
    own = _traits(case)
    others = [_traits(other) for other in chosen]
    return (int(not own[0]), *(sum(len(own[trait] & other[trait]) for other in others) for trait in range(len(own))))


def _traits(case: CaseStudy) -> tuple[set[str], ...]:
    """The first enabler, all enablers, benefits and sectors."""
    enablers = [claim.term.id for claim in case.enablers]
    return set(enablers[:1]), set(enablers), {claim.term.id for claim in case.benefits}, {term.id for term in case.sectors}
