"""The facilitator sheet: two sides from which a person can run one activity, standing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

import pytest

from casedeck.compose.kit import Pages
from casedeck.compose.sheets.facilitator import MOST_SEATS, facilitator_sheet
from casedeck.compose.sheets.run_sheet import CLOCK_PT, ROW, STRETCH_PT, steps_of
from casedeck.compose.sheets.script import FRAME_PT
from casedeck.compose.sheets.titles import MOST_TITLES
from casedeck.draw.listing import draw_listing
from casedeck.draw.pdf import draw_pdf
from casedeck.model.page import Line, Page, Shape, Text, leaves
from casedeck.model.text import plain, rich
from tests.session.support import shipped
from tests.support.decks import ROOT, THEMES
from tests.support.goldens import Goldens
from tests.support.ink import groups, overlapping, said, texts
from tests.support.marks import filled, headings, locale, sections, spoken, table_with, tables
from tests.support.packs import ACTIVITIES
from tests.support.pdfua import failures
from tests.support.sheets import LANGUAGE, sample_told, sample_words, shipped_told, unprintable
from tests.support.times import run_heads
from tests.support.worksheets import mixed_cards, sheet_for

WORDS = sample_words("facilitator sheet")


def sample(people: int = 24, theme: str = "default") -> Pages:
    """The sheet of the sample activity."""
    return facilitator_sheet(sample_told(people), sheet_for(theme=theme), WORDS)


def shipped_sheet(activity: str, people: int, cards: int, theme: str = "default") -> Pages:
    """The sheet of a shipped activity."""
    return facilitator_sheet(
        shipped_told(activity, people, cards), sheet_for(theme=theme), locale()["facilitator sheet"]
    )


def settings() -> list[tuple[str, int, int, str]]:
    """For each activity the fewest and the most people up to 60 and some between, small and large decks, and
    each theme.
    """
    found = []
    for name in ACTIVITIES:
        (few, many), (low, high) = shipped(name).people, shipped(name).cards
        people = (few, 24, 36, min(many, 60))
        found += [
            (name, each, cards, "default") for each in people for cards in (max(low, 6), 16, min(high, 22))
        ]
        found += [(name, 24, 16, theme) for theme in THEMES if theme != "default"]
    return found


def test_sheet_is_as_it_was(goldens: Goldens) -> None:
    """Every mark of a facilitator sheet for 24 people is where it was when the golden was made."""
    goldens.text("sheet-facilitator-24", draw_listing(sample().pages))


def only_lists(page: Page) -> bool:
    """Whether a third side holds who gets which cards, and no more."""
    words = locale()["facilitator sheet"]
    return headings([page], "H2") in ([words["deal list"]], [words["group cards"]])


@pytest.mark.parametrize(("activity", "people", "cards", "theme"), settings())
def test_two_sides_hold_everything(activity: str, people: int, cards: int, theme: str) -> None:
    """Whatever the deck and the theme, two sides are enough up to 24 people, and above it but for the list of
    who gets which cards; nothing is small, too near the edge or on top of another.
    """
    made = shipped_sheet(activity, people, cards, theme)
    assert not made.over
    assert len(made.pages) == 2 or (people > MOST_SEATS and only_lists(made.pages[2]))
    assert [fault for page in made.pages for fault in unprintable(page)] == []


def test_what_is_too_long_is_said() -> None:
    """Twin: a sheet with too much on it says by how many mm, runs off its paper, and has three sides and no
    more.
    """
    told = sample_told()
    longer = told._replace(
        activity=told.activity._replace(access=tuple(rich("Ask beforehand. " * 20) for _ in range(40)))
    )
    made = facilitator_sheet(longer, sheet_for(), WORDS)
    assert made.over["height"] > 10
    assert len(made.pages) == 3
    assert "too near the edge" in unprintable(made.pages[2])


def test_a_word_too_wide_for_its_column_is_named() -> None:
    """Twin: a word that no column holds is named, and the usual sheet has none."""
    told, long = sample_told(), "m" * 60
    wide = told._replace(activity=told.activity._replace(access=(rich(f"Ask for {long}."),)))
    made = facilitator_sheet(wide, sheet_for(), WORDS)
    assert made.over["width"] > 10
    assert made.word == f"{long}."
    assert sample().word == ""


@pytest.mark.parametrize("theme", THEMES)
def test_sheet_is_tagged(theme: str) -> None:
    """Its PDF passes the gate in each theme."""
    data = draw_pdf(
        sample(theme=theme).pages, sheet_for(theme=theme).fonts, title="Sheet", subject="", language="en-GB"
    )
    assert failures(data) == []


def test_letters_are_large_enough_to_read_standing() -> None:
    """Words to say are 14 points and bold, everything else 12 or more, but the numbers on the wall plan."""
    made = sample()
    say = plain(rich("Walk for 5 minutes."))
    for page in made.pages:
        figure = [text for each in groups(page.marks, "Figure") for text in texts(each.marks)]
        for text in texts(page.marks):
            assert min(run.size_pt for run in text.runs) >= (10 if text in figure else 12), said(text)
            if said(text).startswith(say[:8]):
                assert {(run.size_pt, run.weight) for run in text.runs} == {(14, "bold")}


def test_the_run_sheet_is_to_scale() -> None:
    """The thick part of the rule below each row begins where that of the row before ends, and is as long as
    the block's minutes.
    """
    told = sample_told()
    (table, *_) = groups(sample().pages[0].marks, "Table")
    thick = [mark for mark in leaves((table,)) if isinstance(mark, Line) and mark.width_pt == STRETCH_PT]
    per_minute = {
        round((line.x2 - line.x1) / slot.minutes, 6)
        for line, slot in zip(thick, told.plan.slots, strict=True)
    }
    assert len(per_minute) == 1
    assert [round(after.x1 - before.x2, 6) for before, after in pairwise(thick)] == [0] * (len(thick) - 1)
    assert all(after.y1 - before.y1 >= ROW for before, after in pairwise(thick))


def letters(lines: Iterable[Text]) -> set[tuple[float, str]]:
    """The sizes and weights of lines of text."""
    return {(run.size_pt, run.weight) for line in lines for run in line.runs}


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_clock_times_are_read_from_a_table(activity: str) -> None:
    """On the run sheet and in the script each block has its clock time in 20 points, the same in both, and
    its name: in 16 points on the run sheet, beside its clock in the script.
    """
    told = shipped_told(activity, 20, 12)
    made = facilitator_sheet(told, sheet_for(), locale()["facilitator sheet"])
    front, back = ([*texts(page.marks)] for page in made.pages[:2])
    clocks = [LANGUAGE.clock(*told.plan.begins(slot)) for slot in told.plan.slots]
    for side in (front, back):
        large = [said(text) for text in side if letters([text]) == {(CLOCK_PT, "bold")}]
        assert large == clocks
    names = [slot.block.name for slot in told.plan.slots]
    bold = [
        said(text) for text in front if {(run.size_pt, run.weight) for run in text.runs} == {(16, "bold")}
    ]
    assert [name.split(":")[0] for name in bold] == names
    after = [
        " ".join(map(said, back[place + 1 : place + 3]))
        for place, text in enumerate(back)
        if said(text) in clocks
    ]
    assert all(name in words for name, words in zip(names, after, strict=True))


@pytest.mark.parametrize("name", ["Introductions", "Brainstormings", "Zusammenfassung", "Verkehrsplanungen"])
def test_long_names_of_blocks_have_room(name: str) -> None:
    """A name of one long word widens its column, on the run sheet and beside the script."""
    told = sample_told()
    first, *rest = told.plan.slots
    block = first.block._replace(name=name)
    lengths = tuple([each._replace(block=block) for each in first.lengths])
    slots = (first._replace(lengths=lengths), *rest)
    steps = tuple(
        [step._replace(opens=slots[0] if step.opens == first else step.opens) for step in told.steps]
    )
    longer = told._replace(plan=told.plan._replace(slots=slots), steps=steps, late=told.late[1:])
    made = facilitator_sheet(longer, sheet_for(), WORDS)
    assert made.over == {}
    assert [unprintable(page) for page in made.pages] == [[]] * len(made.pages)


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_each_row_says_its_steps(activity: str) -> None:
    """Each row of the run sheet says which steps of the script are its own, every step is in one row, and the
    first of each stands beside the clock time of the row.
    """
    told = shipped_told(activity, 20, 12)
    made = facilitator_sheet(told, sheet_for(), locale()["facilitator sheet"])
    rows = [row[3] for row in table_with(made.pages, *run_heads(locale()["facilitator sheet"]))]
    by_row = steps_of(told)
    assert rows == [LANGUAGE.numbered(steps) for steps in by_row.values()]
    assert sorted(number for steps in by_row.values() for number in steps) == [
        step.number for step in told.steps
    ]
    assert [step.number for step in told.steps if step.opens] == [steps[0] for steps in by_row.values()]


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_people_are_taken_care_of_first(activity: str) -> None:
    """What is said to take care of people is the first text of the script, in bold 14 points inside a frame
    of 1.5 points.
    """
    told = shipped_told(activity, 20, 12)
    made, words = (
        facilitator_sheet(told, sheet_for(), locale()["facilitator sheet"]),
        locale()["facilitator sheet"],
    )
    script = sections(made.pages)[words["script"]]
    care = f"{words['safety']}: {plain(told.activity.safety)}"
    assert script.index(care) < script.index(plain(told.steps[0].say))
    (frame,) = [mark for mark in leaves(made.pages[1].marks) if isinstance(mark, Shape)]
    inside = [
        text
        for text in texts(made.pages[1].marks)
        if frame.box.y < text.y < frame.box.bottom and text.x > frame.box.x
    ]
    assert frame.border_pt == FRAME_PT == 1.5
    assert " ".join(map(said, inside)) == care
    assert letters(inside) == {(14, "bold")}


def test_everything_of_the_activity_is_on_the_sheet() -> None:
    """Every sentence of the activity's file is printed, with its placeholders filled in and none left."""
    told = sample_told()
    made = " ".join(words for _, words in spoken(sample().pages))
    of = told.activity
    sentences = [of.purpose, of.space, of.energy, of.difficulty, *map(plain, (*of.room, *of.no_wall))]
    sentences += [plain(text) for step in told.steps for text in (step.say, step.do, step.watch)]
    sentences += [
        plain(text) for text in (of.prompt, *of.other_prompts, *of.access, *of.remote, *of.harvest, of.safety)
    ]
    sentences += [plain(text) for _, text in of.roles]
    sentences += [plain(each.how) for each in of.variations]
    sentences += [plain(question) for questions in of.debrief.values() for question in questions]
    sentences += [plain(each.how) for each in told.late]
    assert [text for text in sentences if text not in made] == []
    assert "{" not in made


def test_without_a_start_the_run_sheet_counts_minutes() -> None:
    """Clock times where the session says when it starts, else minutes from the start."""
    told = sample_told()
    heads = run_heads(WORDS)
    clocks = [row[0] for row in table_with(sample().pages, *heads)]
    assert clocks == [f"{clock:%H:%M}" for clock in told.plan.clocks]
    timeless = told._replace(plan=told.plan._replace(clocks=()), date=None)
    made = facilitator_sheet(timeless, sheet_for(), WORDS)
    assert [row[0] for row in table_with(made.pages, *heads)] == [
        f"+{slot.start}" for slot in told.plan.slots
    ]
    assert spoken_of(made)[1] == "A deck for tests"
    assert told.plan.clocks[0] == dt.time(13, 30)


def spoken_of(made: Pages) -> list[str]:
    """All pieces of text in reading order."""
    return [words for _, words in spoken(made.pages)]


def test_what_there_is_none_of_has_no_heading() -> None:
    """Nothing dealt: no deal list; nothing hung: no wall plan; nothing to cut: no word on running late."""
    told = sample_told()
    made = sections(sample().pages)
    assert WORDS["deal list"] not in made
    assert WORDS["if late"] in [cell for table in tables(sample().pages) for cell in table[0]]
    assert any(groups(sample().pages[0].marks, "Figure"))
    calm = told._replace(late=(), plan=told.plan._replace(wall=None, hands=((1, 2), (3, 4))))
    other = facilitator_sheet(calm, sheet_for(), WORDS)
    assert WORDS["if late"] not in [cell for table in tables(other.pages) for cell in table[0]]
    assert not any(groups(page.marks, "Figure") for page in other.pages if list(groups(page.marks, "Figure")))
    seats = [WORDS["seat"].format(seat=seat, cards=cards) for seat, cards in ((1, "1, 2"), (2, "3, 4"))]
    assert sections(other.pages)[WORDS["deal list"]] == seats


def test_the_longest_name_and_title_keep_apart() -> None:
    """A name of 40 characters, a title of 60 and a long date meet nowhere."""
    told = sample_told()._replace(deck_title="Wide words with many W and M " * 2, date=dt.date(2026, 9, 30))
    wide = told._replace(activity=told.activity._replace(name="Making Many Wide Words Meet at Midwinter"))
    made = facilitator_sheet(wide, sheet_for(), WORDS)
    assert [pair for page in made.pages for pair in overlapping(page)] == []
    assert headings(made.pages) == ["Making Many Wide Words Meet at Midwinter"]


@pytest.mark.parametrize("people", [4, 12, MOST_SEATS, MOST_SEATS + 1, 48])
def test_every_seat_is_in_the_deal_list(people: int) -> None:
    """The deal list has a line for each seat, in order; with more seats than it has room for it stands on a
    third side.
    """
    made, words = shipped_sheet("divergent-connections", people, 12), locale()["facilitator sheet"]
    apart = people > MOST_SEATS
    lines = sections(made.pages)[words["deal list"]]
    seats = [seat for line in lines if (seat := filled(words["seat apart" if apart else "seat"], line))]
    assert [int(seat["seat"]) for seat in seats] == list(range(1, people + 1))
    assert (len(made.pages), lines[0] == words["list apart"]) == (3 if apart else 2, apart)


def test_a_deck_of_many_cards_is_not_listed() -> None:
    """With more cards than it has room for, the sheet says how many there are and leaves out their titles."""
    told = sample_told()
    many = [card._replace(number=number) for number, card in enumerate(told.cards * 6, 1)]
    for count in (MOST_TITLES, MOST_TITLES + 1):
        made = sections(facilitator_sheet(told._replace(cards=tuple(many[:count])), sheet_for(), WORDS).pages)
        (text,) = made[WORDS["this deck"]]
        listed = ", ".join(f"{card.number} {card.case.title}" for card in many[:count])
        assert text == (
            f"{listed}."
            if count <= MOST_TITLES
            else WORDS["deck note"].format(cards=count, numbers=f"1 to {count}")
        )


def test_brief_cards_are_named() -> None:
    """Behind the deck stands which of its cards are brief, whether its titles are listed or not, and nothing
    where none is.
    """
    mixed = mixed_cards()
    full = [card for card in mixed if card.case.full]
    first = [card.number for card in mixed[:10] if not card.case.full]
    assert first == [7, 8, 10]
    many = tuple(card._replace(number=number) for number, card in enumerate((*mixed[:8], *full, *full), 1))
    assert len(many) > MOST_TITLES
    for cards, end in (
        (mixed[:10], ". Brief numbers 7, 8 and 10"),
        (many, f"numbers 1 to {len(many)} Brief numbers 7 and 8"),
        (tuple(full[:6]), "."),
    ):
        made = sections(facilitator_sheet(sample_told()._replace(cards=cards), sheet_for(), WORDS).pages)
        (text,) = made[WORDS["this deck"]]
        assert text.endswith(end)
        assert ("Brief" in text) == (end != ".")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_two_sides_hold_brief_cards_too(activity: str, theme: str) -> None:
    """For each activity in each theme a deck with brief cards among the others fits as any other."""
    told = shipped_told(activity, 24, 22)._replace(cards=mixed_cards())
    made = facilitator_sheet(told, sheet_for(theme=theme), locale()["facilitator sheet"])
    assert not made.over
    assert [unprintable(page) for page in made.pages] == [[], []]
    (text,) = sections(made.pages)[locale()["facilitator sheet"]["this deck"]]
    assert text.endswith("Brief: 7, 8, 10 to 12, 15, 16, 18, 21 and 22.")


def test_every_golden_of_a_sheet_is_compared_with_something() -> None:
    """No golden file is left over from a test that is gone."""
    names = {"sheet-facilitator-24", "sheet-print-list", "sheet-session", "sheet-seat", "sheet-blank-card-a3"}
    assert {path.stem for path in (ROOT / "tests/golden").glob("sheet-*.txt")} == names
