"""Lists on as many pages as they take: why cards were chosen, and cards by opportunity and sector."""

from __future__ import annotations

import re
from functools import cache

import pytest

from casedeck.choose.coverage import terms_shown
from casedeck.compose.kit import Pages
from casedeck.compose.sheets.entries import by_term_pages, why_pages
from casedeck.draw.pdf import draw_pdf
from casedeck.model.deck import Card
from casedeck.model.page import Page, bounds_of
from casedeck.model.text import plain
from tests.support.decks import PAPERS, THEMES
from tests.support.ink import groups, said, texts
from tests.support.library import library
from tests.support.marks import headings, locale, sections, spoken, words_of
from tests.support.pdfua import failures
from tests.support.reasons import WORDS as REASONS
from tests.support.reasons import in_words
from tests.support.sheets import unprintable
from tests.support.values import changed
from tests.support.worksheets import sheet_for

LOOKS = [(paper, theme) for paper in PAPERS for theme in THEMES]
every_look = pytest.mark.parametrize(("paper", "theme"), LOOKS)
WHY, INDEX = locale()["why these cards"], locale()["card index"]


@cache
def cards(count: int = 48) -> tuple[Card, ...]:
    """The first so many of the shipped case studies, each with another reason and up to three of its
    sentences.
    """
    cases = library().by_title()[:count]
    return tuple(
        Card(case, n, len(cases), in_words(f"reason {n}")._replace(claims=case.opportunities[: n % 4]))
        for n, case in enumerate(cases, 1)
    )


def why(count: int = 48, paper: str = "A4", theme: str = "default") -> Pages:
    """Why the first so many cards were chosen."""
    return why_pages(cards(count), sheet_for(paper=paper, theme=theme), WHY, REASONS)


def by_term(count: int = 48, paper: str = "A4", theme: str = "default") -> Pages:
    """The first so many cards by opportunity and sector."""
    return by_term_pages(
        cards(count), sheet_for(paper=paper, theme=theme), library().vocabularies["opportunities"], INDEX
    )


def entries(count: int) -> list[str]:
    """What the pages say of the first so many cards, piece by piece."""
    found = []
    for card in cards(count):
        found += [f"{card.number} {card.case.title}", f"Reason {card.number}."]
        found += [f"{claim.term.name}: {plain(claim.text)}" for claim in card.reason.claims]
    return found


def lone_headings(page: Page) -> list[str]:
    """The headings of a page with nothing below them in their column."""
    below = [bounds_of((each,)) for each in groups(page.marks, "P")]
    heads = [(head, bounds_of((head,))) for head in groups(page.marks, "H2")]
    return [
        str(head)
        for head, box in heads
        if not any(abs(each.x - box.x) < 1 and each.y > box.y for each in below)
    ]


@pytest.mark.parametrize("count", [1, 5, 6, 20, 48])
def test_every_card_has_its_reason(count: int) -> None:
    """Each card's number and title, its reason and its sentences stand on the pages, in the order of the
    deck, and nothing else does.
    """
    pages = why(count).pages
    said = [" ".join(words.split()) for _, words in spoken(pages)]
    assert said == [WHY["title"], WHY["note"], *entries(count)]


def with_reasons(*texts_: str, speaking: int = 0) -> tuple[Card, ...]:
    """So many of the shipped case studies, chosen for these reasons; that with the number `speaking` has a
    sentence for it.
    """
    chosen = []
    for card, text in zip(cards(len(texts_)), texts_, strict=True):
        claims = card.case.opportunities[:1] if card.number == speaking else ()
        chosen.append(card._replace(reason=in_words(text)._replace(claims=claims)))
    return tuple(chosen)


def why_said(chosen: tuple[Card, ...]) -> list[str]:
    """What stands below title and note of the page that says why these cards were chosen."""
    return [words for _, words in spoken(why_pages(chosen, sheet_for(), WHY, REASONS).pages)][2:]


def test_neighbours_with_one_reason_are_one_entry() -> None:
    """Cards that stand beside each other for one reason, with no sentences, have it once, above their numbers
    and titles; those that were chosen by name have no titles.
    """
    chosen = with_reasons("named", "all", "all", "all", "named")
    titles = [f"{card.number} {card.case.title}" for card in chosen]
    assert why_said(chosen) == [titles[0], "Named.", "2 to 4", "All.", *titles[1:4], titles[4], "Named."]
    named = with_reasons(*["chosen by name"] * 3)
    assert why_said(named) == ["1 to 3", "Chosen by name."]


def test_a_card_that_is_spoken_for_stands_by_itself() -> None:
    """Twin: the same cards are three entries where one in the middle has a sentence."""
    chosen = with_reasons("all", "all", "all", speaking=2)
    titles = [f"{card.number} {card.case.title}" for card in chosen]
    (claim,) = chosen[1].reason.claims
    said_of = [f"{claim.term.name}: {plain(claim.text)}"]
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in why_said(chosen)] == [
        *(titles[0], "All."),
        *(titles[1], "All.", *said_of),
        *(titles[2], "All."),
    ]


@every_look
def test_one_entry_for_the_whole_library(paper: str, theme: str) -> None:
    """All 48 case studies, chosen for one reason, are one entry of two lines, as are 300."""
    sheet = sheet_for(paper=paper, theme=theme)
    for count in (48, 300):
        chosen = tuple(
            card._replace(number=n, reason=in_words("all case studies"))
            for n, card in enumerate((cards() * 7)[:count], 1)
        )
        made = why_pages(chosen, sheet, WHY, REASONS)
        assert made.over == {}
        assert [unprintable(page) for page in made.pages] == [[]] * len(made.pages)
        said_of = [words for _, words in spoken(made.pages)][2:]
        assert said_of == [f"1 to {count}", "All case studies."]


def test_a_missing_card_would_be_seen() -> None:
    """Twin: the pages of one card fewer say something else."""
    said = [" ".join(words.split()) for _, words in spoken(why(20).pages)]
    assert said[2:] != entries(19)
    assert said[2:] != entries(20)[::-1]


@pytest.mark.parametrize("of", [why, by_term])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_a_list_of_any_length_begins_below_its_title(of: object, paper: str) -> None:
    """With any number of cards the list begins on the first page, meets neither title nor note, and fits its
    columns.
    """
    for count in range(1, 49):
        made = of(count, paper)  # type: ignore[operator]
        assert made.over == {}
        assert len(list(groups(made.pages[0].marks, "H1"))) == 1
        assert [unprintable(page) for page in made.pages] == [[]] * len(made.pages), count


@every_look
def test_lists_can_be_printed_anywhere(paper: str, theme: str) -> None:
    """On each paper in each theme all 48 cards fit, nothing meets or is cut, and the PDFs pass the gate."""
    for made in (why(48, paper, theme), by_term(48, paper, theme)):
        assert made.over == {}
        assert [unprintable(page) for page in made.pages] == [[]] * len(made.pages)
        assert [page.label for page in made.pages] == [
            str(number) for number in range(1, len(made.pages) + 1)
        ]
        data = draw_pdf(made.pages, sheet_for(theme=theme).fonts, title="List", subject="", language="en-GB")
        assert failures(data) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_heading_stands_alone(paper: str) -> None:
    """A heading has the first of what it heads below it in its column, however many cards there are."""
    for count in range(1, 49):
        for page in by_term(count, paper).pages:
            assert lone_headings(page) == [], count


def columns_of(pages: Pages) -> list[tuple[str, int]]:
    """For each column with a heading of its own or one that is continued: the last such heading, and how many
    entries stand below it.
    """
    found = []
    for page in pages.pages:
        entries = [bounds_of((each,)) for each in groups(page.marks, "P")]
        heads = [
            (words_of([each]), bounds_of((each,)))
            for role in ("H2", "Artifact")
            for each in groups(page.marks, role)
        ]
        for x in sorted({round(box.x) for name, box in heads if name.startswith("By ")}):
            name, box = max(
                [each for each in heads if round(each[1].x) == x and each[0].startswith("By ")],
                key=lambda each: each[1].y,
            )
            found.append(
                (name, len([each for each in entries if abs(each.x - box.x) < 1 and each.y > box.y]))
            )
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_a_heading_has_three_entries_in_its_column(paper: str) -> None:
    """With any number of cards at least three sectors stand below their heading in its column."""
    for count in range(5, 49, 3):
        found = columns_of(by_term(count, paper))
        assert all(below >= 3 for name, below in found if name == INDEX["by sector"]), (count, found)


def test_lists_that_run_on_say_so() -> None:
    """Each column after the first of a list begins with the list's heading, continued, which nobody hears
    twice.
    """
    found = [name for name, _ in columns_of(by_term(48))]
    opportunity, sector = INDEX["by opportunity"], INDEX["by sector"]
    assert list(dict.fromkeys(found)) == [
        opportunity,
        f"{opportunity}, continued",
        sector,
        f"{sector}, continued",
    ]
    assert headings(by_term(48).pages, "H2") == [opportunity, sector]


def test_numbers_are_bold() -> None:
    """The number of each card in a list is bold, and its title is not."""
    runs = [
        run
        for page in by_term(48).pages
        for each in groups(page.marks, "P")
        for text in texts([each])
        for run in text.runs
    ]
    bold = [run.text.strip() for run in runs if run.weight == "bold" and not run.text.strip().endswith(":")]
    assert {number for number in bold if number.isdigit()} == {
        str(card.number) for card in cards() if card.case.opportunities or card.case.sectors
    }
    titles = [run.text for run in runs if run.weight == "regular"]
    assert not any(re.search(r"(^|; )\d+\W", text) for text in titles)


@pytest.mark.parametrize(("paper", "size_pt"), [("A4", 12), ("Letter", 12), ("A3", 15), ("Tabloid", 15)])
def test_large_paper_has_larger_text(paper: str, size_pt: float) -> None:
    """The lists are in 12 points on paper for the hand, in 15 on larger paper."""
    for made in (why(20, paper), by_term(20, paper)):
        sizes = {
            run.size_pt
            for page in made.pages
            for each in groups(page.marks, "P")
            for text in texts([each])
            for run in text.runs
        }
        assert sizes == {size_pt}


def test_every_page_has_its_last_line() -> None:
    """The deck's name and which page of how many it is stand at the foot of each page, in 10.5 points, 12 mm
    from the edge.
    """
    pages = why(48).pages
    for number, page in enumerate(pages, 1):
        *_, left, right = texts(page.marks)
        assert (said(left), said(right)) == ("Relationships and health", f"page {number} of {len(pages)}")
        assert {run.size_pt for text in (left, right) for run in text.runs} == {10.5}
        edges = bounds_of((left, right))
        assert (edges.x, page.size.width - edges.right) == pytest.approx((12, 12), abs=1)


def test_lone_headings_are_seen() -> None:
    """Twin: a page from which all paragraphs are taken has two headings that head nothing."""
    (section,) = by_term(5).pages[0].marks
    heads = tuple(groups([section], "H2"))
    assert len(lone_headings(by_term(5).pages[0]._replace(marks=heads))) == 2


@pytest.mark.parametrize("count", [3, 22, 48])
def test_the_index_equals_the_coverage(count: int) -> None:
    """Under each opportunity stand the cards that show it, as the coverage counts them, and under each sector
    those that work in it.
    """
    found = sections(by_term(count).pages)
    assert list(found) == ["", INDEX["by opportunity"], INDEX["by sector"]]
    titles = {card.number: card.case.title for card in cards(count)}
    rows = terms_shown(cards(count), library().vocabularies)["opportunities"]
    assert found[INDEX["by opportunity"]] == [
        line
        for row in rows
        for line in (
            row.term.name,
            *([f"{number} {titles[number]}" for number in row.cards] or [INDEX["none"]]),
        )
    ]
    names = sorted({term.name for card in cards(count) for term in card.case.sectors}, key=str.casefold)
    holders = {
        name: [card for card in cards(count) if name in [term.name for term in card.case.sectors]]
        for name in names
    }
    assert found[INDEX["by sector"]] == [
        line
        for name, held in holders.items()
        for line in (name, *[f"{card.number} {card.case.title}" for card in held])
    ]


def test_an_opportunity_that_no_card_shows_is_said() -> None:
    """An opportunity without a card has its line all the same."""
    (alone,) = cards(1)
    bare = alone._replace(case=changed(alone.case, opportunities=(), sectors=()))
    made = by_term_pages([bare], sheet_for(), library().vocabularies["opportunities"], INDEX)
    found = sections(made.pages)
    assert found[INDEX["by opportunity"]] == [
        line for name in library().vocabularies["opportunities"].names() for line in (name, INDEX["none"])
    ]
    assert found[INDEX["by sector"]] == []


def test_titles_stand_once() -> None:
    """However many pages there are, the first alone has the title."""
    assert len(why().pages) > 1
    assert headings(why().pages) == [WHY["title"]]
    assert headings(by_term().pages) == [INDEX["terms title"]]


@pytest.mark.parametrize("name", ["title", "note"])
def test_words_too_wide_are_said(name: str) -> None:
    """Twin: a word that is wider than its line is a fact of the pages."""
    assert why_pages(cards(2), sheet_for(), {**WHY, name: "m" * 100}, REASONS).over["width"] > 1


@pytest.mark.parametrize("name", ["terms title", "terms note", "by opportunity", "by sector", "none"])
def test_words_of_the_index_too_wide_are_said(name: str) -> None:
    """Twin: so is one in any of the words of the index."""
    made = by_term_pages(
        cards(1), sheet_for(), library().vocabularies["opportunities"], {**INDEX, name: "m" * 100}
    )
    assert made.over["width"] > 1


def test_words_of_a_reason_too_wide_are_said() -> None:
    """Twin: so is one in a reason or in a title."""
    (one,) = cards(1)
    for card in (
        one._replace(reason=in_words("m" * 60)),
        one._replace(case=changed(one.case, title="m" * 60)),
    ):
        assert why_pages([card], sheet_for(), WHY, REASONS).over["width"] > 1


def test_an_entry_too_long_for_a_page_is_said() -> None:
    """Twin: a reason that is longer than a column is over-full by millimetres, not printed across the foot in
    silence.
    """
    (one,) = cards(1)
    assert (
        why_pages([one._replace(reason=in_words("long " * 900))], sheet_for(), WHY, REASONS).over["height"]
        > 1
    )
