"""How people are divided, and which cases the groups get. Sizes are within one of each other, the larger
first.
"""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.choose.different import most_different
from casedeck.errors import PlanError
from casedeck.model.activity import ROOM
from casedeck.model.case_study import CaseStudy

_GROUPS = 5
_SMALL = 8


def balanced(people: int, parts: int) -> tuple[int, ...]:
    """People in so many parts, each of which has as many as another or one more. 18 in 5: 4, 4, 4, 3, 3."""
    return tuple(people // parts + (part < people % parts) for part in range(parts))


def rooms(people: int, holds: int = ROOM) -> int:
    """How many rooms so many people need where each `holds` so many: for groups that present one after the
    other, 2 above 24.
    """
    return max(1, -(-people // holds))


def groups(people: int, in_rooms: int = 0) -> tuple[int, ...]:
    """The sizes of all groups, room by room: pairs up to 8 people, else threes and fours, as near five a room
    as they allow.

    `in_rooms` is how many rooms there are, or 0 for as many as `rooms` says. 8: four pairs; 16: 4, 3, 3, 3,
    3; 20: five fours; 24: six fours. 36 are five groups in each of two rooms. PlanError for fewer than 2
    people.
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
    """Fours, and threes to make it up, so that never more than four neighbours of the deal meet. 10: 4, 3, 3;
    5: 3, 2.
    """
    _at_least_two(people)
    return balanced(people, -(-people // 4))


def tables(people: int) -> tuple[int, ...]:
    """People at each table: ceil(N/5) tables. 24: 5, 5, 5, 5, 4. PlanError for fewer than 2."""
    _at_least_two(people)
    return balanced(people, -(-people // 5))


def cards_of_groups(
    groups: int, cases: Sequence[CaseStudy], named: Sequence[CaseStudy] = ()
) -> tuple[CaseStudy, ...]:
    """A case for each of so many groups: those named first, then those that differ most from them and from
    one another; where there are fewer cases than groups, they begin again with the first.
    """
    ids = {case.id for case in named}
    left = [case for case in cases if case.id not in ids]
    chosen = (*named[:groups], *most_different(left, min(len(left), max(0, groups - len(named))), named))
    return tuple(chosen[group % len(chosen)] for group in range(groups))


def _group_count(people: int) -> int:
    return max(-(-people // 4), min(_GROUPS, people // 3))


def _at_least_two(people: int) -> None:
    if people < 2:
        raise PlanError(f"{people} people cannot be divided", "this needs at least 2")
