"""Cards with two sides: what their fronts and backs say, and where their colour ends."""

from __future__ import annotations

import pytest

from casedeck.compose.faces import FACES
from casedeck.compose.fit import fit_cards
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card
from casedeck.model.page import Page, Shape, leaves
from casedeck.model.paper import CUT_MM
from casedeck.model.text import plain, rich
from tests.support.decks import THEMES, whole_library
from tests.support.ink import groups, read_out, said, texts
from tests.support.samples import card_with, sample_sheet, sides_of_cards

SMALL = [name for name, face in FACES.items() if face.sides == 2]


def sides(face: str, one: Card, theme: str = "default", bleed: float = 0.0) -> tuple[Page, Page]:
    """Front and back of a card."""
    sheet = sample_sheet(face, theme=theme)._replace(bleed=bleed)
    front, back = next(sides_of_cards(face, fit_cards(face, [one], sheet), sheet))
    return front, back


def shipped(face: str, case_id: str) -> tuple[Page, Page]:
    """Front and back of a shipped case study among all of them."""
    one = whole_library(face, "A4", "default")
    place = next(number for number, each in enumerate(one.cards) if each.case.id == case_id)
    front, back = one.sides_of(place)
    return front, back


def words_of(case: CaseStudy, *fields: str) -> list[str]:
    """The texts of a case in these fields, as they are read out."""
    return [" ".join(plain(text).split()) for field, text in case.fields() if field.rstrip(" 123") in fields]


@pytest.mark.parametrize("face", SMALL)
def test_no_side_of_any_case_leaves_out_what_it_is_for(face: str) -> None:
    """Fronts have number, title, strapline and spotlight, those to be sorted also the words of enablers; the
    two sides together have benefits, enablers and key learning in full.
    """
    one = whole_library(face, "A4", "default")
    for place, each in enumerate(one.cards):
        front, back = [read_out(page.marks) for page in one.sides_of(place)]
        assert front.startswith(f"{each.number} ")
        for text in words_of(each.case, "title", "strapline", "relationship spotlight"):
            assert text in front
        assert f"{each.number}" in back
        assert each.case.title in back.replace("\N{NO-BREAK SPACE}", " ")
        for text in words_of(each.case, "benefits", "enablers", "key learning"):
            assert text in front or text in back
        told = front if face == "sorter" or not each.case.full else back
        assert all(claim.term.name in told for claim in (each.case.enablers or each.case.opportunities)[:3])


def test_a_pocket_card_has_the_whole_case_study() -> None:
    """Every text of every full case stands on one of its sides."""
    one = whole_library("pocket", "A4", "default")
    for place, each in enumerate(one.cards):
        both = " ".join(read_out(page.marks) for page in one.sides_of(place))
        for field, text in each.case.fields():
            if each.case.full or not field.startswith("opportunities"):
                assert " ".join(plain(text).split()) in both, field


def test_opportunities_without_room_for_their_sentences_are_named() -> None:
    """A brief case with seven has three or four sentences, and the names of the others."""
    every = whole_library("index", "A4", "default").cards
    case = next(each.case for each in every if each.case.id == "enrol-yourself")
    for face, sentences in (("sorter", 3), ("pocket", 4)):
        back = read_out(shipped(face, case.id)[1].marks)
        texts_there = [" ".join(plain(claim.text).split()) in back for claim in case.opportunities]
        assert texts_there == [number < sentences for number in range(7)]
        assert all(claim.term.name in back for claim in case.opportunities)


def test_a_brief_sorter_card_has_as_much_of_its_overview_as_there_is_room_for() -> None:
    """Whole paragraphs from the first on: all of them, one, or none."""
    found = set()
    one = whole_library("sorter", "A4", "default")
    for place, each in enumerate(one.cards):
        if not each.case.full:
            back = read_out(one.sides_of(place)[1].marks)
            there = [text in back for text in words_of(each.case, "overview")]
            assert there == sorted(there, reverse=True)
            found.add((any(there), all(there)))
    assert found == {(True, True), (True, False), (False, False)}


@pytest.mark.parametrize("face", SMALL)
def test_a_place_line_has_fewer_words_rather_than_more_lines(face: str) -> None:
    """Beside a short title it says kind, sectors and place; beside a long one only where that is."""
    _, back = shipped(face, "cook")
    line = "Social enterprise\N{NO-BREAK SPACE}· Food, Homelessness\N{NO-BREAK SPACE}· UK"
    assert line.replace("\N{NO-BREAK SPACE}", " ") in [said(text) for text in texts(back.marks)]
    _, back = sides(face, card_with(title="A title that leaves little room for anything", location="Wales"))
    assert "Wales" in read_out(back.marks)


@pytest.mark.parametrize("face", SMALL)
def test_a_stamp_is_on_both_sides(face: str) -> None:
    """Nobody takes the back of a draft for that of a published case."""
    for page in sides(face, card_with(status="draft")):
        assert "DRAFT" in read_out(page.marks)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("face", SMALL)
def test_colour_ends_inside_the_cut_or_runs_beyond_it(face: str, theme: str) -> None:
    """Without bleed all shapes are CUT_MM inside the edges; with it those in colour that stand there reach
    as far beyond them, outlines and all words stay.
    """
    plain_sides, bled_sides = sides(face, card_with(), theme), sides(face, card_with(), theme, bleed=3.0)
    for page, bled in zip(plain_sides, bled_sides, strict=True):
        shapes, beyond = ([m for m in leaves(p.marks) if isinstance(m, Shape)] for p in (page, bled))
        assert min(min(shape.box.x, shape.box.y) for shape in shapes) >= CUT_MM
        assert texts(page.marks) == texts(bled.marks)
        filled = [shape for shape in shapes if shape.fill and shape.box.x <= CUT_MM + 0.01]
        if theme == "default":
            assert filled
            assert min(shape.box.x for shape in beyond) == min(shape.box.y for shape in beyond) == -3.0
        else:
            assert shapes == beyond


@pytest.mark.parametrize("face", SMALL)
def test_a_card_without_a_link_has_no_code(face: str) -> None:
    """One with a link has its code on one side, and its address in words on the back."""
    link = "https://example.org/repair"
    codes = [
        [figure for page in sides(face, card_with(link=each)) for figure in groups(page.marks, "Figure")]
        for each in ("", link)
    ]
    assert [len(each) for each in codes] == [0, 1]
    assert "example.org/repair" in read_out(sides(face, card_with(link=link))[1].marks)


def test_what_is_on_neither_side_would_be_found() -> None:
    """Twin: a sentence that is not the case's is on neither side."""
    front, back = sides("sorter", card_with())
    assert plain(rich("Nobody said so.")) not in read_out(front.marks) + read_out(back.marks)
