"""The order of cards on a wall."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.choose import spread
from casedeck.choose.spread import order, sharing
from casedeck.model.case_study import CaseStudy
from tests.session.support import case

enablers = st.sets(st.sampled_from("abcdefghi"), max_size=3).map(lambda letters: "".join(sorted(letters)))


def decks(most: int) -> st.SearchStrategy[list[CaseStudy]]:
    """Decks of up to so many cases with up to three of nine enablers each."""
    return st.lists(enablers, max_size=most).map(
        lambda rows: [case(str(number), row) for number, row in enumerate(rows)]
    )


@given(decks(40))
@settings(max_examples=25)
def test_no_card_is_lost(deck: list[CaseStudy]) -> None:
    """The order has every card once, and counts its neighbours that share; asked again, it is the same."""
    found = order(deck)
    assert sorted(each.id for each in found.cases) == sorted(each.id for each in deck)
    assert found.sharing == sharing(found.cases)
    assert order(deck) == found


@given(decks(6))
def test_a_small_deck_has_the_best_order_there_is(deck: list[CaseStudy]) -> None:
    """No order of up to six cards has fewer neighbours that share an enabler."""
    assert order(deck).sharing == min(sharing(each) for each in permutations(deck))


def test_neighbours_share_nothing_where_that_can_be_had() -> None:
    """Cards of one enabler each, five of each kind, are laid so that no kind comes twice in a row."""
    deck = [case(str(number), "aaaaabbbbbccccc"[number]) for number in range(15)]
    assert sharing(deck) == 12
    assert order(deck).sharing == 0


def test_cards_that_must_share_are_reported() -> None:
    """Twin: of four cards with the same enabler and one without, two neighbours at least share."""
    deck = [case(str(number), "a") for number in range(4)] + [case("other", "b")]
    assert order(deck).sharing == 2


def test_cards_are_taken_back_where_they_lead_nowhere() -> None:
    """A deck in which laying the card with the fewest choices next ends in a bad neighbour still has an order
    without any.
    """
    deck = [case(str(number), row) for number, row in enumerate(("de", "ac", "b", "bc", "bc", "ce", "ad"))]
    assert spread._quickest(spread._table(deck))[1] == 1
    assert order(deck).sharing == 0


def test_of_equal_cards_the_one_least_alike_comes_next() -> None:
    """Where enablers leave the choice free, neighbours share no sector; twin: with one sector for all they
    must.
    """
    deck = [
        case(str(number), letter, sectors=sector)
        for number, (letter, sector) in enumerate(zip("abcdef", "sssttt", strict=True))
    ]
    laid = order(deck).cases
    assert all(one.sectors != other.sectors for one, other in pairwise(laid))
    same = order([each._replace(sectors=deck[0].sectors) for each in deck]).cases
    assert [each.id for each in same] != [each.id for each in laid]


def test_a_search_ends() -> None:
    """After as many cards as it may lay it gives up, and with enough of them it finds the order."""
    table = spread._table(
        [case(str(number), row) for number, row in enumerate(("de", "ac", "b", "bc", "bc", "ce", "ad"))]
    )
    everyone = (1 << 7) - 1
    assert spread._Laying(table, 10).lay((), everyone, 0) is None
    assert spread._Laying(table, 1000).lay((), everyone, 0) is not None
