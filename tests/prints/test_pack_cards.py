"""The cards of a pack: dealt, one for each member of a group, on the wall, and as examples."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

import pytest

from casedeck.build.pipeline import Changes
from casedeck.choose.spread import order
from casedeck.disk.folder import Folder
from casedeck.model.page import Page, Shape
from tests.support.audit import card_number, division, faults, read_pdf
from tests.support.ink import groups, said, texts
from tests.support.marks import filled, locale, numbers, sections, spoken, with_words
from tests.support.packs import CARDS, PEOPLE, TWO, Pack, built, pack, pack_deck, refusals
from tests.support.repository import ROOT

DEALT, SHEET = "cards-to-deal.pdf", "divergent-connections-facilitator-sheet.pdf"


def deal_list(made: Pack) -> list[str]:
    """The lines of the deal list on the facilitator sheet."""
    return sections(made.pages[made.file(SHEET)])[locale()["facilitator sheet"]["deal list"]]


def seats_on_sheet(made: Pack) -> list[list[int]]:
    """The deal list of the facilitator sheet, or of its third side: the seat, then its cards."""
    lines = deal_list(made)
    apart = lines[0] == locale()["facilitator sheet"]["list apart"]
    return [found for line in lines[1 if apart else 0 :] if (found := numbers(line))]


def seats_in_pile(pages: tuple[Page, ...], of: int) -> list[tuple[list[int], list[int]]]:
    """What each slip says, seat and cards, and the numbers of the cards that follow it."""
    words = locale()["print list"]
    found: list[tuple[list[int], list[int]]] = []
    for page in pages:
        said_here = [text for _, text in spoken([page])]
        seat = filled(words["seat"], said_here[0])
        if seat:
            found.append(
                ([int(seat["seat"]), *numbers(filled(words["seat note"], said_here[1])["cards"])], [])
            )
        else:
            found[-1][1].append(card_number(page, of))
    return found


def deal_faults(made: Pack) -> list[str]:
    """Where slips, cards and the deal list do not agree."""
    pile = seats_in_pile(made.pages[made.file(DEALT)], len(made.cards))
    found = [
        f"the slip of seat {slip[0]} does not say what follows" for slip, cards in pile if slip[1:] != cards
    ]
    if [slip for slip, _ in pile] != seats_on_sheet(made):
        found.append("the deal list is not the pile")
    if [slip[0] for slip, _ in pile] != list(range(1, made.people + 1)):
        found.append("not every seat has a hand")
    return found


@pytest.mark.parametrize("people", PEOPLE)
def test_cards_come_out_dealt(people: int) -> None:
    """A slip for each seat in order, behind it the cards that it names, as on the facilitator sheet, whose
    list may be on a side of its own.
    """
    assert deal_faults(pack("divergent-connections", people=people)) == []


def test_a_wrong_deal_is_found() -> None:
    """Twin: two cards swapped, a slip with a wrong number, and a seat left out."""
    made = pack("divergent-connections")
    file = made.file(DEALT)
    slip, one, two, *rest = made.pages[file]
    first = f"{card_number(one, 16)}, "
    assert deal_faults(made._replace(pages={**made.pages, file: (slip, two, one, *rest)})) == [
        "the slip of seat 1 does not say what follows"
    ]
    sheet = made.file(SHEET)
    listed = with_words(made.pages[sheet][0], "1:", "2:", locale()["facilitator sheet"]["deal list"])
    assert deal_faults(made._replace(pages={**made.pages, sheet: (listed, *made.pages[sheet][1:])})) == [
        "the deal list is not the pile"
    ]
    wrong = with_words(slip, first, "9, " if first != "9, " else "8, ")
    assert len(deal_faults(made._replace(pages={**made.pages, file: (wrong, one, two, *rest)}))) == 2
    assert "not every seat has a hand" in deal_faults(
        made._replace(pages={**made.pages, file: tuple(rest[1:])})
    )


def test_neighbours_have_other_cards() -> None:
    """No hand repeats a card, and neither neighbours nor any four in a row share one of 16 cards."""
    hands = [
        set(cards)
        for _, cards in seats_in_pile(
            pack("divergent-connections", people=36).pages[f"02-divergent-connections-{DEALT}"], 16
        )
    ]
    assert {len(hand) for hand in hands} == {3}
    assert all(not one & other for one, other in pairwise(hands))
    assert all(len(set.union(*hands[seat : seat + 4])) == 12 for seat in range(33))


def test_the_seed_settles_the_deal() -> None:
    """The same seed deals in the same way, another seed in another way, and one activity after another does
    not matter.
    """
    made = pack("divergent-connections", people=24)
    other = built(pack_deck("divergent-connections", seed=2), Folder(ROOT), 24)
    assert seats_on_sheet(made) == seats_on_sheet(pack(*TWO))
    assert seats_on_sheet(made) != seats_on_sheet(other)
    assert deal_faults(other) == []


@pytest.mark.parametrize("people", PEOPLE)
def test_each_group_has_its_card_for_every_member(people: int) -> None:
    """The pile is one card for each member of the first group, then of the second, as large as the
    facilitator sheet says.
    """
    made = pack("co-presentation", people=people)
    pile = [card_number(page, 16) for page in made.pages[made.file("group-cards.pdf")]]
    runs = [len([number for number in pile if number == each]) for each in dict.fromkeys(pile)]
    assert pile == list(chain.from_iterable([number] * pile.count(number) for number in dict.fromkeys(pile)))
    count, *sizes = division(made.pages[made.file("co-presentation-facilitator-sheet.pdf")])
    assert len(runs) == count
    assert set(runs) == set(sizes)
    assert sum(runs) == people


def named(*cards: str) -> Pack:
    """A pack of co-presentation whose deck names the cards of its first groups."""
    return built(pack_deck("co-presentation", **{"group cards": list(cards)}), Folder(ROOT), 24)  # type: ignore[arg-type]


def test_the_deck_can_say_which_group_has_which_card() -> None:
    """The first groups get the cards that the deck names, in that order, twice where it names one twice; the
    others get others.
    """
    made = named("cook", "GoodGym", "cook")
    (plan,) = made.session.activities
    by_number = {card.number: card.case.id for card in made.cards}
    given = [by_number[each.card] for each in plan.given]
    assert given[:3] == ["cook", "goodgym", "cook"]
    assert len(set(given)) == len(given) - 1
    assert faults(made) == []


@pytest.mark.parametrize(
    ("activity", "cards", "problem"),
    [
        ("co-presentation", ["cok"], 'D101 unknown case study "cok"; did you mean "cook"?'),
        (
            "co-presentation",
            ["timpson"],
            (
                'S102 "timpson" is not among the cards of this deck; name one of its cards, or add this '
                "one to them"
            ),
        ),
        (
            "co-presentation",
            CARDS[:7],
            "S102 7 cards are named for the 6 groups of co-presentation with 24 people; name 6 or fewer",
        ),
        (
            "gallery",
            ["cook"],
            "S102 no activity of this session gives each group a card; take the group cards out",
        ),
    ],
)
def test_group_cards_that_cannot_be_are_refused(activity: str, cards: Sequence[str], problem: str) -> None:
    """A card that is unknown, not in the deck, one too many, or for nobody is refused at its place with the
    way out.
    """
    (line,) = refusals(pack_deck(activity, **{"group cards": list(cards)}))  # type: ignore[arg-type]
    assert problem in line
    assert re.match(r"test\.yaml:\d+:\d+: ", line)


@pytest.mark.parametrize("people", PEOPLE)
def test_groups_tell_of_different_enablers(people: int) -> None:
    """The cards of the groups have different first enablers while the deck has enough of them."""
    made = pack("co-presentation", people=people)
    pile = dict.fromkeys(card_number(page, 16) for page in made.pages[made.file("group-cards.pdf")])
    first = [made.cards[number - 1].case.enablers[0].term.id for number in pile]
    assert len(set(first)) == min(len(first), len({card.case.enablers[0].term.id for card in made.cards}))


def test_more_groups_than_cards_share_them() -> None:
    """With six cards and ten groups every group has a card, and no card goes to more than two groups."""
    made = built(
        pack_deck(
            "co-presentation", people=36, cards=tuple(card.case.id for card in pack("gallery").cards[:6])
        ),
        Folder(ROOT),
        36,
    )
    pile = [card_number(page, 6) for page in made.pages[made.file("group-cards.pdf")]]
    assert len(pile) == 36
    assert max(pile.count(number) for number in set(pile)) <= 8
    assert set(pile) == set(range(1, 7))


@pytest.mark.parametrize("people", PEOPLE)
def test_examples_differ(people: int) -> None:
    """Each group that makes its own card has another example, as the note in the activity says."""
    made = pack("make-your-own-case-study", people=people)
    examples = [card_number(page, 16) for page in made.pages[made.file("example-cards.pdf")]]
    assert (
        len(examples) == division(made.pages[made.file("make-your-own-case-study-facilitator-sheet.pdf")])[0]
    )
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize("people", PEOPLE)
def test_the_wall_is_hung_in_spread_order(people: int) -> None:
    """The plan on the facilitator sheet shows every card once, from left to right in the order in which
    neighbours share least.
    """
    made = pack("gallery", people=people)
    (figure,) = groups(made.pages[made.file("gallery-facilitator-sheet.pdf")][0].marks, "Figure")
    cards = sum(isinstance(mark, Shape) for mark in figure.marks)
    hung = [int(said(text)) for text in texts(figure.marks)]
    spread = order([card.case for card in made.cards]).cases
    number = {card.case.id: card.number for card in made.cards}
    assert cards == len(made.cards) == len(hung)
    assert hung == [number[case.id] for case in spread]
    assert (
        figure.alt
        == f"Plan of a wall of 16 m with 16 cards. From left to right: {', '.join(map(str, hung))}."
    )


def test_the_order_of_two_rows_is_said() -> None:
    """On A4 the words of the wall plan name the cards of the upper row, then those of the lower, from left to
    right.
    """
    made = built(pack_deck("gallery", cards=CARDS[:7]), Folder(ROOT), 24, Changes(papers=("A4",)))
    (figure,) = groups(made.pages[made.file("gallery-facilitator-sheet.pdf")][0].marks, "Figure")
    hung = [said(text) for text in texts(figure.marks)]
    upper, lower = ", ".join(hung[::2]), ", ".join(hung[1::2])
    rows = f"Upper row, from left to right: {upper}. Lower row, from left to right: {lower}."
    assert figure.alt == f"Plan of a wall of 4 m with 7 cards. {rows}"


def test_many_people_need_two_walls() -> None:
    """48 people at 12 cards need two walls: two copies of the cards, and the plan names both walls."""
    made = built(
        pack_deck("gallery", people=48, cards=tuple(card.case.id for card in pack("gallery").cards[:12])),
        Folder(ROOT),
        48,
    )
    wall = [words for _, words in spoken(made.pages[made.file("gallery-facilitator-sheet.pdf")])]
    assert locale()["facilitator sheet"]["walls in parts"].format(walls="A, B", metres="12", parts=2) in wall
    name = made.file("wall-cards.pdf")
    assert read_pdf(made.files[name]).pages == 2 * len(made.pages[name]) == 24
    assert faults(made) == []


def test_changes_reach_every_sheet() -> None:
    """People and activities said on the command line count on every sheet, whatever the deck file says."""
    asked = built(
        pack_deck("gallery", people=8),
        Folder(ROOT),
        16,
        Changes(people=16, activities=("divergent-connections",)),
    )
    usual = pack("divergent-connections", people=16)
    assert asked.files == usual.files
