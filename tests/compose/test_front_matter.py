"""The pages of front matter: what is printable, readable and tagged, and that the cover's ornament is the
deck.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.build.pipeline import draw
from casedeck.compose.front_matter import FrontPage, set_front_matter
from casedeck.compose.front_matter.activity_card import ActivityCard
from casedeck.compose.front_matter.cover import CoverFacts, CoverPage
from casedeck.model.front_matter import CARD_PARTS, ActivityFacts
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Image, Mark, Page, Shape, Text, bounds, leaves
from casedeck.model.paper import CLEAR_MM
from casedeck.model.text import rich
from tests.support.decks import PAPERS, THEMES, WORKSHOP
from tests.support.front import front_deck, front_of, heading, shipped_front, small_deck, words
from tests.support.ink import groups, overlapping, said, texts
from tests.support.pdfua import failures
from tests.support.pictures import photo, saved
from tests.support.tags import spoken
from tests.support.worksheets import all_cards, sheet_for
from tests.support.workshops import workshop

SETTINGS = [
    (deck, theme, paper) for deck in ("health-team", "starter") for theme in THEMES for paper in PAPERS
]
every_setting = pytest.mark.parametrize(("deck", "theme", "paper"), SETTINGS)
COVER = {
    "page": "Cover",
    "one card": "1 card",
    "cards": "{cards} cards",
    "figure": "Tiles: {counts}.",
    "count": "{family} {count}",
}
ACTIVITY = {
    "tab": "Activity {number} of {of}",
    "minutes": "{minutes} minutes",
    "minutes note": "with {people} people",
    "people": "{low} to {high} people",
    "one card": "1 card",
    "cards": "{cards} cards",
    "cards note": "to read",
    "prompt": "Prompt",
    "what happens": "What happens",
    "block": "{block}, {minutes} min",
}


def nearest(page: Page) -> float:
    """How near any ink comes to the edge of the paper, mm."""
    width, height = page.size
    edges = [bounds(mark) for mark in leaves(page.marks)]
    return min(min(left, top, width - right, height - bottom) for left, top, right, bottom in edges)


def body_sizes(marks: tuple[Mark, ...]) -> set[float]:
    """The sizes of the text that is read out, in points, but for the words of tabs."""
    spoken_groups = [group for role in ("H1", "H2", "P", "LBody") for group in groups(marks, role)]
    found = [
        text
        for group in spoken_groups
        for text in texts([group])
        if not said(text).startswith(("Activity ", "About the cards"))
    ]
    return {run.size_pt for text in found for run in text.runs}


@every_setting
def test_nothing_is_where_printers_clip(deck: str, theme: str, paper: str) -> None:
    """All ink keeps 6 mm from the edge of the paper."""
    assert min(nearest(page) for page in shipped_front(deck, theme, paper).pages) >= CLEAR_MM - 0.001


def test_ink_too_near_the_edge_is_seen() -> None:
    """Twin: the same page on paper an inch less wide is too near its edge."""
    page = shipped_front("starter").pages[0]
    assert nearest(page._replace(size=page.size._replace(width=page.size.width - 25))) < CLEAR_MM


@every_setting
def test_text_is_large_enough(deck: str, theme: str, paper: str) -> None:
    """What is read has 12 points or more, and nothing has less than 10."""
    for page in shipped_front(deck, theme, paper).pages:
        assert min(body_sizes(page.marks)) >= 12
        assert min(run.size_pt for text in texts(page.marks) for run in text.runs) >= 10


def test_small_text_is_seen() -> None:
    """Twin: a paragraph in 11 points is found among larger ones."""
    page = shipped_front("starter").pages[1]
    (run,) = texts(page.marks)[-1].runs
    small = Group("P", (Text(50, 50, 20, (run._replace(text="small", size_pt=11),)),))
    assert min(body_sizes((*page.marks, small))) == 11


@every_setting
def test_no_two_texts_overlap(deck: str, theme: str, paper: str) -> None:
    """The ink of no line meets that of another; the lines of a title as large as fits may nearly touch."""
    for page in shipped_front(deck, theme, paper).pages:
        title = {said(text) for group in groups(page.marks, "H1") for text in texts([group])}
        assert [pair for pair in overlapping(page) if not title.intersection(pair.split(" / "))] == []


@pytest.mark.parametrize(
    ("deck", "theme", "paper"), [("health-team", "default", "A4"), ("starter", "ink-saver", "Tabloid")]
)
def test_pages_are_tagged(deck: str, theme: str, paper: str) -> None:
    """The PDF is tagged throughout, each page has one H1 that comes before its other headings."""
    front = shipped_front(deck, theme, paper)
    assert failures(draw(front.plan.deck, front.plan.documents[0], lambda: None)) == []
    for page in front.pages:
        assert len(list(groups(page.marks, "H1"))) == 1


def test_reading_order_of_the_cover() -> None:
    """Title, subtitle, day, cards and families are read before the figure, which says how many cards each
    family has.
    """
    front = shipped_front("health-team")
    read = spoken(draw(front.plan.deck, front.plan.documents[0], lambda: None))
    expected = [
        "Relationships and health",
        "Community health team away day",
        "Friday 12 March 2027",
        f"{len(front.plan.cards)} case studies",
    ]
    assert [text for _, text in read[:4]] == expected
    (number,) = [place for place, (role, _) in enumerate(read[:12]) if role == "Figure"]
    families = [text for _, text in read[4:number]]
    assert families
    counts = read[number][1].partition("family: ")[2]
    assert [each.rpartition(" ")[0] for each in counts.rstrip(".").split(", ")] == families


def test_the_miniature_is_explained_part_by_part() -> None:
    """It is a figure with its words, and the list beside it has an item for each part, in the card's
    order.
    """
    (figure,) = groups(shipped_front("starter").pages[2].marks, "Figure")
    assert len(figure.alt) > 50
    items = [said(texts([group])[0]) for group in groups(shipped_front("starter").pages[2].marks, "LBody")]
    assert len(items) == len(CARD_PARTS)
    assert [item.split(":")[0] for item in items][4:] == [
        "Overview",
        "Top 3 benefits",
        "Top 3 enablers",
        "Key learning",
    ]
    assert sorted(said(text) for text in texts([figure])) == [
        str(number) for number in range(1, len(CARD_PARTS) + 1)
    ]


def cover_of(title: str, count: int = 9, body_pt: float = 12) -> tuple[dict[str, float], Page]:
    """What is over-full on a cover of so many cards, and the cover."""
    sheet = sheet_for()
    sheet = sheet._replace(size=sheet.size.landscape)
    known = all_cards()
    cards = [known[number % len(known)] for number in range(count)]
    layout = CoverPage(CoverFacts(title, "", "", cards), sheet, COVER).at(body_pt)
    return dict(layout.over), Page(sheet.size, layout.sides[0](), "1", "Cover")


def tiles(page: Page) -> list[Box]:
    """Where the tiles of a cover are, each as large as its coloured ground or its outline."""
    (figure,) = groups(page.marks, "Figure")
    found = [mark.box for mark in leaves(figure.marks) if isinstance(mark, Shape)]
    return [box for box in found if box.width > 0.5 * box.height]


@pytest.mark.parametrize("count", [1, 2, 4, 12, 29, 48, 300])
def test_a_tile_for_each_card(count: int) -> None:
    """There are as many tiles as cards, none on another, in at most half of the page; few are large."""
    over, page = cover_of("Cover", count)
    assert over == {}
    found = tiles(page)
    assert len(found) == count
    assert max(box.bottom for box in found) < page.size.height / 2
    assert len({(round(box.x / 3), round(box.y / 3)) for box in found}) == count
    assert found[0].width >= {1: 80, 2: 80, 4: 58, 12: 38, 29: 23, 48: 19, 300: 5}[count]


def test_only_families_that_occur_are_on_the_cover() -> None:
    """The legend and the alt text name each family that a card is of, brief cards too, and no other."""
    front = front_of(small_deck("timpson", "tempo", "cook"))
    said_below = words(front.pages[0])
    (figure,) = groups(front.pages[0].marks, "Figure")
    (together, worth) = ("Together", "Worth")
    assert "3 case studies" in said_below
    for name, there in ((together, True), ("In brief", True), (worth, False)):
        assert (name in said_below, name in figure.alt) == (there, there)


def test_the_title_is_as_large_as_fits() -> None:
    """A short title is larger than a long one, and a word too long for the page is said, not shrunk."""
    sizes = []
    for title in ("Home", "Relationships and health in all our towns and villages", "W" * 60):
        over, page = cover_of(title)
        sizes.append(texts(list(groups(page.marks, "H1")))[0].runs[0].size_pt)
        assert bool(over) == (title[0] == "W")
        assert heading(page) == title
    assert sizes[0] == 120
    assert sizes[0] > sizes[1] > sizes[2] == 30


def test_the_logo_is_on_the_cover() -> None:
    """A theme's logo stands there once, with its words, and a theme without one has none."""
    front = front_of(front_deck(small_deck(), theme="with-logo"), WORKSHOP)
    assert [figure.alt for figure in groups(front.pages[0].marks, "Figure")].count("A ring and a bar") == 1
    assert [figure.alt for page in front.pages[1:] for figure in groups(page.marks, "Figure")].count(
        "A ring and a bar"
    ) == 0
    assert len(list(groups(shipped_front("starter").pages[0].marks, "Figure"))) == 1


@pytest.mark.parametrize("cases", [("timpson",), ("timpson", "cook", "goodgym", "frome-model", "tempo")])
def test_the_picture_of_the_deck_is_on_the_cover(tmp_path: Path, cases: tuple[str, ...]) -> None:
    """It stands at the right of the tiles, as high as they are, as far as the edge of the title's line; whom
    to thank is below it, and both are read out.
    """
    home = workshop(tmp_path, {"assets/pictures/us.jpg": saved(photo(1800, 1200), "JPEG")})
    picture = {"file": "us.jpg", "alt": "Five people at a table", "credit": "Photograph: Ann Person"}
    front = front_of(small_deck(*cases, picture=picture), home)
    (quilt, shown) = groups(front.pages[0].marks, "Figure")
    (image,) = [mark for mark in leaves(shown.marks) if isinstance(mark, Image)]
    boxes = [mark.box for mark in leaves(quilt.marks) if isinstance(mark, Shape)]
    assert shown.alt == picture["alt"]
    assert image.box.x > max(box.right for box in boxes)
    assert image.box.width > 0.35 * front.pages[0].size.width
    assert image.box.bottom == pytest.approx(max(box.bottom for box in boxes), abs=0.6)
    assert picture["credit"] in words(front.pages[0])
    assert failures(draw(front.plan.deck, front.plan.documents[0], lambda: None)) == []


def activity_facts(blocks: int, told: str = "People talk.") -> ActivityFacts:
    """An activity with so many blocks of ten minutes."""
    made = tuple((f"Block {number}", 10, rich(told)) for number in range(1, blocks + 1))
    return ActivityFacts(
        "Talk", "People talk.", 6, 6, 16, 10 * blocks, 4, 40, 0, "Calm", rich("What now?"), made
    )


@pytest.mark.parametrize("count", [2, 3, 7, 12])
def test_blocks_are_numbered_in_two_columns(count: int) -> None:
    """Every block has an item in the list, the first half at the left, in rows; without cards to read,
    nothing is said of them.
    """
    sheet = sheet_for()
    sheet = sheet._replace(size=sheet.size.landscape)
    layout = ActivityCard(activity_facts(count), sheet, ACTIVITY).at(12)
    assert dict(layout.over) == {}
    items = [texts([group]) for group in groups(layout.sides[0](), "LBody")]
    assert [said(item[0]) for item in items] == [f"Block {number}, 10 min" for number in range(1, count + 1)]
    left = [item for item in items if item[0].x < sheet.size.width / 2]
    assert len(left) == -(-count // 2)
    rows = [(one[0].y, other[0].y) for one, other in zip(left, items[len(left) :], strict=False)]
    assert [one for one, _ in rows] == pytest.approx([other for _, other in rows])
    assert "to read" not in [said(text) for text in texts(layout.sides[0]())]


def test_one_body_size_for_all_pages() -> None:
    """A page with more text holds down the size of the others, and what does not fit at the smallest is said
    in mm.
    """
    sheet = sheet_for()
    sheet = sheet._replace(size=sheet.size.landscape)
    found = []
    for length in (5, 60, 300):
        cards = [FrontPage("Long", ActivityCard(activity_facts(8, "word " * length), sheet, ACTIVITY))]
        cards.append(FrontPage("Short", ActivityCard(activity_facts(2), sheet, ACTIVITY)))
        made = set_front_matter(cards, sheet)
        assert [page.title for page in made.pages] == ["Long", "Short"]
        found.append((made.body_pt, dict(made.over)))
    assert found[0] == (14, {})
    assert found[2][0] == 12
    assert list(found[2][1]) == ["Long"]
    assert found[2][1]["Long"] > 100
