"""Cutting blocks to the time there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedeck.model.activity import NEVER, Block, Part
from casedeck.session.blocks import Length, lengths
from casedeck.session.cutting import Stretch, cut
from tests.session.support import load

BLOCK = Block("Talk", (), 0, NEVER, ())


def stretch(turn: int, *minutes: int) -> Stretch:
    """A block of these lengths, the longest first."""
    return Stretch(turn, tuple(Length(BLOCK, each, 1, (float(each),)) for each in minutes))


def taken(stretches: list[Stretch], minutes: int) -> list[int]:
    """The minutes that each block takes."""
    return [
        each.lengths[place].minutes for each, place in zip(stretches, cut(stretches, minutes), strict=True)
    ]


def slots(*parts: Part, per: str = "", cut_turn: int = 1) -> tuple[tuple[int, tuple[float, ...]], ...]:
    """The lengths of a block of parts, each with its minutes and those of its parts."""
    return tuple(
        (each.minutes, each.parts)
        for each in lengths(Block("Talk", (), cut_turn, NEVER, (), per=per, parts=parts), load())
    )


def test_blocks_of_one_turn_share_a_cut() -> None:
    """Two blocks of different activities that are cut first each give their share of what they can spare; the
    next turn waits.
    """
    first, other, later = (
        stretch(1, *range(8, 3, -1)),
        stretch(1, *range(14, 5, -1)),
        stretch(2, *range(10, 4, -1)),
    )
    assert taken([first, other, later], 29) == [7, 12, 10]
    assert taken([first, other, later], 20) == [4, 6, 10]
    assert taken([first, other, later], 16) == [4, 6, 6]


def test_what_slots_save_beyond_need_is_given_back() -> None:
    """Six slots that lose half a minute each save three where one was wanted; the block that was cut last has
    two of them back.
    """
    early, late = stretch(1, 30, 27), stretch(2, *range(12, 7, -1))
    assert taken([early, late], 41) == [27, 12]
    assert taken([early, late], 38) == [27, 11]
    assert taken([stretch(1, *range(12, 10, -1)), stretch(2, 30, 27)], 39) == [12, 27]


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sets(st.integers(0, 40), min_size=1)), min_size=1, max_size=6),
    st.integers(0, 150),
)
def test_no_block_is_shorter_than_it_has_to_be(blocks: list[tuple[int, set[int]]], minutes: int) -> None:
    """Whatever the blocks, they last as long as there is time, or are all at their shortest, and no next
    length of one would fit.
    """
    made = [stretch(turn, *sorted(own, reverse=True)) for turn, own in blocks]
    places = cut(made, minutes)
    whole = sum(each.lengths[place].minutes for each, place in zip(made, places, strict=True))
    if whole > minutes:
        assert all(
            place == len(each.lengths) - 1 or not each.turn for each, place in zip(made, places, strict=True)
        )
    for each, place in zip(made, places, strict=True):
        assert each.turn or not place
        assert (
            not place
            or whole <= minutes < whole - each.lengths[place].minutes + each.lengths[place - 1].minutes
            or whole > minutes
        )


def test_parts_are_shortened_one_step_at_a_time() -> None:
    """The part that can best spare it gives first, of equal ones the last; a part that may be left out goes
    as a whole.
    """
    assert slots(Part("read", 1, True, 1), Part("fill in", 6, False, 5), Part("rehearse", 4, False, 2)) == (
        (12, (2, 6, 4)),
        (11, (2, 6, 3)),
        (10, (2, 6, 2)),
        (9, (2, 5, 2)),
    )
    assert slots(Part("ask", 2, False, 2), Part("improve", 2, False, 0)) == ((4, (2, 2)), (2, (2, 0)))
    assert slots(Part("ask", 2, False, 1), cut_turn=0) == ((2, (2,)),)


def test_slots_are_told_in_half_minutes() -> None:
    """Five groups that lose half a minute each save two and a half, which is two in whole minutes; reading is
    part of a slot.
    """
    tell, talk = Part("tell", 2, False, 2), Part("talk", 2, False, 1)
    assert slots(tell, talk, per="group") == ((20, (2, 2)), (18, (2, 1.5)), (15, (2, 1)))
    assert slots(Part("card", 2.05, True, 1.05), per="card in hand") == ((9, (3,)), (8, (2.5,)), (6, (2,)))
