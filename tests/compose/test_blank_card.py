"""The blank card, to be filled in by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from casedeck.compose.sheets.blank_card import LINE_MM, blank_card
from casedeck.draw.listing import draw_listing
from casedeck.draw.pdf import draw_pdf
from casedeck.library.case_study import CARD_FIELDS
from casedeck.model.geometry import mm
from casedeck.model.page import CAP, DEPTH, Group, Line, Mark, Page
from casedeck.model.text import plain, rich
from tests.support.decks import PAPERS, THEMES
from tests.support.goldens import Goldens
from tests.support.ink import groups, said, texts
from tests.support.library import library
from tests.support.marks import headings, locale, spoken
from tests.support.pdfua import failures
from tests.support.sheets import sample_vocabularies, sample_words, unprintable
from tests.support.worksheets import benefits, sheet_for

WORDS = {**sample_words("blank card"), "so many lines": "{lines} lines", "one line": "1 line"}


def sides(
    paper: str = "A3", theme: str = "default", *, imagined: bool = False, shipped: bool = False
) -> tuple[Page, Page]:
    """Both sides, of sample words or of those that ship."""
    sheet = sheet_for(paper=paper, theme=theme)
    words, terms = (
        (locale()["blank card"], library().vocabularies) if shipped else (WORDS, sample_vocabularies())
    )
    made = blank_card(sheet._replace(size=sheet.size.landscape), words, terms, imagined=imagined)
    front, back = made.pages
    return front, back


def rules(marks: tuple[Mark, ...]) -> list[list[Line]]:
    """The lines to write on, field by field."""
    found = [[mark for mark in group.marks if isinstance(mark, Line)] for group in groups(marks, "Artifact")]
    return [
        lines
        for lines in found
        if lines and all(line.y1 == line.y2 and line.x2 - line.x1 > 20 for line in lines)
    ]


def test_card_is_as_it_was(goldens: Goldens) -> None:
    """Every mark of both sides of the blank card is where it was when the golden was made."""
    goldens.text("sheet-blank-card-a3", draw_listing(sides()))


@pytest.mark.parametrize("imagined", [False, True])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", PAPERS)
def test_card_can_be_printed_and_read(paper: str, theme: str, imagined: bool) -> None:
    """With the words that ship, on every paper and theme, nothing is cut, nothing meets, and the PDF passes
    the gate.
    """
    made = sides(paper, theme, imagined=imagined, shipped=True)
    assert [fault for page in made for fault in unprintable(page)] == []
    data = draw_pdf(made, sheet_for(theme=theme).fonts, title="Blank card", subject="", language="en-GB")
    assert failures(data) == []


def test_a_card_with_too_many_words_is_found() -> None:
    """Meanings that are far too long leave the paper, and the card says by how much it is too full."""
    sheet = sheet_for(paper="A4")
    made = blank_card(
        sheet._replace(size=sheet.size.landscape),
        WORDS,
        sample_vocabularies("A meaning. " * 30),
        imagined=False,
    )
    assert "too near the edge" in unprintable(made.pages[1])
    assert made.over["height"] > 100


def test_a_word_too_wide_is_found() -> None:
    """A word that no line of the blank card holds is named."""
    words = {**WORDS, "benefits prompt": f"What got {'longer' * 30} {{lines}}"}
    sheet = sheet_for(paper="A4")
    made = blank_card(sheet._replace(size=sheet.size.landscape), words, sample_vocabularies(), imagined=False)
    assert made.over["width"] > 10
    assert made.word == "longer" * 30


@pytest.mark.parametrize(("paper", "lines"), [("A3", "six"), ("A4", "seven")])
def test_every_field_has_a_prompt_with_its_lines(paper: str, lines: str) -> None:
    """Each field of a card has its prompt, which counts lines and no words: as many as the overview of a real
    card takes by hand, or as there are.
    """
    front = " ".join(words for _, words in spoken([sides(paper)[0]]))
    for field in CARD_FIELDS:
        assert WORDS[f"{field} prompt"].split(" lines")[0] in front
    assert WORDS["overview prompt"].format(lines=f"{lines} lines") in front
    shipped = " ".join(words for _, words in spoken([sides(paper, shipped=True)[0]]))
    assert f"(about {lines} lines)" in shipped
    assert "words)" not in shipped


@pytest.mark.parametrize("paper", PAPERS)
def test_prompts_stand_on_their_own_line(paper: str) -> None:
    """A prompt keeps 1 mm from its line and more from the one above it."""
    front = sides(paper, shipped=True)[0]
    prompts = [locale()["blank card"][f"{name} prompt"].split(" (")[0] for name in ("title", "strapline")]
    ys = sorted({line.y1 for lines in rules(front.marks) for line in lines})
    for prompt in prompts:
        (text,) = [text for text in texts(front.marks) if said(text).startswith(prompt)]
        below = min(y for y in ys if y > text.y)
        above = max([y for y in ys if y < text.y], default=0.0)
        size = mm(text.runs[0].size_pt)
        assert 0.5 < below - (text.y + DEPTH * size) < 2
        assert text.y - CAP * size - above > 3.5


@pytest.mark.parametrize("paper", PAPERS)
def test_lines_are_far_enough_apart_to_write_on(paper: str) -> None:
    """Lines of one field are 9 mm apart, and each of nine fields and six tiles has at least one."""
    fields = rules(sides(paper)[0].marks)
    assert len([lines for lines in fields if lines[0].width_pt == 0.5]) >= 12
    for lines in fields:
        assert all(after.y1 - before.y1 == pytest.approx(LINE_MM) for before, after in pairwise(lines))


@pytest.mark.parametrize("paper", PAPERS)
def test_lines_keep_apart_from_words(paper: str) -> None:
    """No line to write on goes through a prompt, and all lie on the card."""
    front = sides(paper, shipped=True)[0]
    for line in [line for lines in rules(front.marks) for line in lines]:
        assert 6 <= line.y1 <= front.size.height - 6
        for text in texts(front.marks):
            through = (
                text.y - 2 < line.y1 < text.y - 0.1 and line.x1 < text.x + text.width and text.x < line.x2
            )
            assert not through, said(text)


def test_only_an_imagined_card_is_stamped() -> None:
    """The stamp says that it is imagined; without it the card says nothing of the kind."""
    stamp = sheet_for().labels["imagined"]
    stamped, usual = (
        " ".join(words for _, words in spoken([sides(imagined=each)[0]])) for each in (True, False)
    )
    assert stamp in stamped
    assert stamp not in usual
    assert (sides(imagined=True)[0].title, sides()[0].title) == (WORDS["imagined title"], WORDS["title"])


def test_the_back_has_every_word_to_choose() -> None:
    """Benefits, enablers and barriers stand on the back, each with its meaning, and below them how one
    knows.
    """
    back = " ".join(words for _, words in spoken([sides(shipped=True)[1]]))
    terms = [term for kind in ("benefits", "enablers", "barriers") for term in library().vocabularies[kind]]
    assert len(terms) == 23
    assert [term.name for term in terms if f"{term.name}: {plain(rich(term.meaning))}" not in back] == []
    words = locale()["blank card"]
    assert all(words[each] in back for each in ("told to us", "counted", "studied", "hope"))
    assert benefits().names()[0] in back


def test_the_card_has_the_tabs_of_the_deck() -> None:
    """Nine tabs to colour in, none of them lit, stand where they stand on a real card."""
    front = sides()[0]
    names = sheet_for().enablers.names()
    found = [said(text) for text in texts(front.marks)]
    assert [name for name in found if name in names] == names
    assert headings([front]) == [WORDS["your case study"]]
    assert isinstance(front.marks[0], Group)
