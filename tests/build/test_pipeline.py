"""From deck files to PDFs: every shipped deck on every face, paper and theme, and cards that are too long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml

from casedeck.build.pipeline import draw
from casedeck.compose.faces import FACES
from casedeck.errors import DeckError
from casedeck.model.geometry import PT_PER_MM, Size
from tests.support.decks import (
    DECKS,
    FACE_NAMES,
    PAPERS,
    ROOT,
    THEMES,
    WORKSHOP,
    deck_of,
    pdf_files,
    pdf_of,
    planned,
    prepared,
    printed_as,
    shipped_deck,
)
from tests.support.values import changed

COMBINATIONS = [
    (deck, theme, paper, face)
    for deck in DECKS
    for theme in THEMES
    for paper in PAPERS
    for face in FACE_NAMES
]


@pytest.mark.parametrize(("deck", "theme", "paper", "face"), COMBINATIONS)
def test_every_deck_builds_in_every_way(deck: str, theme: str, paper: str, face: str) -> None:
    """As many pages as are said, of the paper's size, nothing over-full, body text no smaller than theme and
    face allow.
    """
    data = printed_as(shipped_deck(deck), face, paper, theme)
    _, (one,) = prepared(data, ROOT)
    smallest = max(one.item.theme.smallest_body_pt, FACES[face].body_pt.at(one.sheet.scale).low)
    sizes = [one.fitted.size_of(card.case) or 0 for card in one.cards]
    assert min(sizes) >= smallest
    assert all(fit.body_pt is not None for fit in one.fitted.fits)
    laid = [FACES[face].setter(card, one.sheet).at(size) for card, size in zip(one.cards, sizes, strict=True)]
    assert all(each.over == {} for each in laid)
    (document,) = planned(data, ROOT).documents
    with pikepdf.open(BytesIO(pdf_of(data, ROOT))) as pdf:
        assert len(pdf.pages) == document.page_count
        size = one.layout.grid.paper if one.layout else one.sheet.size
        points = [round(length * PT_PER_MM, 2) for length in size]
        assert all([float(length) for length in page.mediabox][2:] == points for page in pdf.pages)


@pytest.mark.parametrize("deck", DECKS)
def test_shipped_decks_build_as_they_are(deck: str) -> None:
    """Each document of a shipped deck is a PDF under its own name, with as many pages as it says."""
    plan = planned(shipped_deck(deck), ROOT)
    files = pdf_files(shipped_deck(deck), ROOT)
    assert list(files) == [each.file_name for each in plan.documents]
    for document, data in zip(plan.documents, files.values(), strict=True):
        with pikepdf.open(BytesIO(data)) as pdf:
            assert len(pdf.pages) == document.page_count * document.copies


@pytest.mark.parametrize("copies", [1, 2, 3, 7])
def test_every_card_is_placed_as_often_as_asked(copies: int) -> None:
    """The PDF holds the whole deck so many times, card after card, by the titles that its pages are labelled
    with.
    """
    cases = ("with-link", "short-words", "with-lists")
    with pikepdf.open(BytesIO(pdf_of(deck_of(*cases, copies=copies)))) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["1", "2", "3"] * copies


def test_progress_is_told_after_each_page() -> None:
    """One call for each card."""
    plan = planned(deck_of("with-link", "short-words"))
    calls: list[None] = []
    draw(plan.deck, plan.documents[0], lambda: calls.append(None))
    assert len(calls) == 2


def test_pages_that_printers_would_clip_are_not_drawn() -> None:
    """A page that is narrower than what stands on it is P103, and no PDF comes of it."""
    plan = planned(deck_of("with-link"))
    (document,) = plan.documents
    narrow = [page._replace(size=Size(250, 210)) for page in document.pages()]
    with pytest.raises(DeckError) as caught:
        draw(plan.deck, changed(document, pages=lambda: iter(narrow)), lambda: None)
    assert [problem.code for problem in caught.value.problems] == ["P103"]


def test_a_font_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    """The theme's problem is said, and only that."""
    theme = tmp_path / "assets" / "themes" / "ours.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text("name: Ours\nextends: default\nfonts: {bold: Ours-Bold.ttf}\n", "utf-8")
    with pytest.raises(DeckError, match=r"ours\.yaml.*T102.*Ours-Bold\.ttf"):
        prepared(deck_of("timpson", theme="ours"), tmp_path)


LONG = {
    ("index", "A4", "default"): ("overview", "relationship spotlight", "benefits 2", "enablers 3"),
    ("index", "Letter", "high-contrast"): ("strapline", "key learning"),
    ("index", "A3", "high-contrast"): ("overview", "benefits 1"),
    ("index", "Letter", "ink-saver"): ("overview", "enablers 1"),
    ("wall", "A3", "default"): ("benefits 3",),
    ("wall", "Tabloid", "high-contrast"): ("benefits 1",),
    ("sorter", "A4", "default"): ("relationship spotlight", "key learning", "benefits 3"),
    ("pocket", "A4", "high-contrast"): ("strapline", "enablers 2"),
    ("reader", "A4", "default"): ("relationship spotlight", "overview"),
}
TOO_LONG = [(*setting, field) for setting, fields in LONG.items() for field in fields]


ROOMY = ("strapline", "relationship spotlight", "key learning")
"""The fields that a wall card has room for up to the limit that they have in a file."""


def folder_with(folder: Path, field: str, count: int) -> Path:
    """A facilitator's folder with one case study, "Bench", whose field has so many words."""
    file = folder / "assets" / "case-studies" / "bench.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    case = yaml.safe_load((WORKSHOP / "assets" / "case-studies" / "long-words.yaml").read_text("utf-8"))
    case["title"] = "Bench"
    text = " ".join("common" if number % 3 else "room" for number in range(count))
    kind, _, number = field.rpartition(" ")
    if number.isdigit():
        claim: Mapping[str, str] = case[kind][int(number) - 1]
        case[kind][int(number) - 1] = dict.fromkeys(claim, text)
    else:
        case[field] = text
    file.write_text(yaml.safe_dump(case, allow_unicode=True), "utf-8")
    return folder


def problems(folder: Path, face: str, paper: str, theme: str) -> list[str]:
    """What building the folder's one case study says."""
    try:
        prepared(deck_of("bench", face=face, paper=paper, theme=theme), folder)
    except DeckError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(("face", "paper", "theme", "field"), TOO_LONG)
def test_text_that_is_too_long_names_card_field_and_words_over(
    tmp_path: Path, face: str, paper: str, theme: str, field: str
) -> None:
    """Words are added until P101 comes; without as many as it says the card fits, with one more it
    does not.
    """
    count = next(
        n for n in range(18, 400, 9) if problems(folder_with(tmp_path, field, n), face, paper, theme)
    )
    (problem,) = problems(tmp_path, face, paper, theme)
    assert " P101 " in problem
    assert '"Bench"' in problem
    kind, _, number = field.rpartition(" ")
    assert (
        f"{('first', 'second', 'third')[int(number) - 1]} of the {kind}" in problem
        if number.isdigit()
        else field in problem
    )
    over = re.search(r"is (\d+) words? too long", problem)
    assert over is not None
    enough = count - int(over[1])
    assert problems(folder_with(tmp_path, field, enough), face, paper, theme) == []
    assert "1 word too long" in problems(folder_with(tmp_path, field, enough + 1), face, paper, theme)[0]


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("field", ROOMY)
def test_a_wall_card_has_room_for_the_longest_text(tmp_path: Path, field: str, paper: str) -> None:
    """Words are added until the file itself is refused: up to there the card fits."""
    found = next(
        said
        for n in range(18, 400, 9)
        if (said := problems(folder_with(tmp_path, field, n), "wall", paper, "default"))
    )
    assert [" V104 " in problem for problem in found] == [True]


TITLES = {
    "capitals": "THE RELATIONSHIPS AND NEIGHBOURHOODS PROJECT OF THE COMMUNITIES OF WEST YORKS",
    "long words": "INSTITUTIONALISATION UNCHARACTERISTICALLY COUNTERREVOLUTIONARIES TELECOMMUNICATI",
    "one word": "TELECOMMUNICATIONSCOUNTERREVOLUTIONARIES",
}


def titled(folder: Path, title: str) -> Path:
    """A facilitator's folder with Timpson's case under another title, as "bench"."""
    file = folder / "assets" / "case-studies" / "bench.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    timpson = (ROOT / "assets" / "case-studies" / "timpson.yaml").read_text("utf-8")
    file.write_text(timpson.replace("title: Timpson", f"title: {title}", 1), "utf-8")
    return folder


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("title", TITLES.values(), ids=list(TITLES))
def test_a_title_in_capitals_fits_or_is_named_with_ways_out_that_work(
    tmp_path: Path, title: str, paper: str
) -> None:
    """On the wall it is the title that is named, with its words over or the word too wide; each way out that
    is said makes it fit.
    """
    found = problems(titled(tmp_path, title), "wall", paper, "default")
    if not found:
        assert title != TITLES["one word"]
        return
    (problem,) = found
    assert f'P101 the title of "{title}" ' in problem
    if over := re.search(r"is (\d+) words? too long", problem):
        fewer = " ".join(title.split()[: -int(over[1])])
        assert problems(titled(tmp_path, fewer), "wall", paper, "default") == []
    else:
        assert f"has a word too wide for its line on the wall face, {paper}, at " in problem
        assert f'"{title}"; ' in problem
        assert "put a space or hyphen in it" in problem
        assert problems(titled(tmp_path, f"{title[:18]}-{title[18:]}"), "wall", paper, "default") == []
    assert ("write it in small letters" in problem) == (
        problems(titled(tmp_path, title.capitalize()), "wall", paper, "default") == []
    )
    for other in PAPERS:
        offered = re.search(rf"print it on .*\b{other}\b", problem)
        assert not offered or problems(titled(tmp_path, title), "wall", other, "default") == []


def test_all_cards_that_are_too_long_are_named_at_once(tmp_path: Path) -> None:
    """Two cards and two papers give four problems in one run."""
    folder_with(tmp_path, "overview", 300)
    file = tmp_path / "assets" / "case-studies" / "bench.yaml"
    file.with_name("seat.yaml").write_text(file.read_text("utf-8").replace("Bench", "Seat"), "utf-8")
    values = yaml.safe_load(deck_of("bench", "seat"))
    values["print"] = [{"cards": {"paper": "A4"}}, {"cards": {"paper": "Letter"}}]
    with pytest.raises(DeckError) as caught:
        prepared(yaml.safe_dump(values).encode(), tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["P101"] * 4
