"""The files of a pack: readable by everybody, clear of the edge, the same each time; and files of one's own
in the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from casedeck.disk.folder import Folder
from casedeck.model.page import Page
from tests.support.audit import faults
from tests.support.decks import WORKSHOP
from tests.support.ink import ink, overlapping, said, texts
from tests.support.marks import words_of
from tests.support.packs import (
    ACTIVITIES,
    CARDS,
    PEOPLE,
    TWO,
    Pack,
    built,
    documents,
    pack,
    pack_deck,
    refusals,
)
from tests.support.pdfua import failures
from tests.support.reading import Overlay
from tests.support.repository import ROOT

SAMPLE = (WORKSHOP / "assets/activities/sample-walk.yaml").read_text("utf-8")
OWN = "assets/activities/ours.yaml"
LEAST_PT, BODY_PT = 10, 12
SMALL = ("facilitator-sheet", "blank-card", "card-index")
"""Sheets with words under 12 points: numbers on the wall plan, prompts in boxes to write in, heads of narrow
columns.
"""


def sheets(made: Pack) -> Iterator[tuple[str, Page]]:
    """Every page that is not a card, with the name of its file."""
    for name, pages in made.pages.items():
        if not re.search("wall-cards|card-set|decks-of-cards|to-deal|group-cards|example-cards", name):
            yield from ((name, page) for page in pages if page.marks)  # the back of a last side may be blank
        yield from ((name, page) for page in pages if page.label.startswith("seat"))


def page_faults(name: str, page: Page) -> Iterator[str]:
    """What is too near the edge, too small, or on top of something else."""
    nearest = min(
        min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom) for box in ink(page)
    )
    if nearest < page.clear - 0.001:
        yield f"{name}: {nearest:.1f} mm from the edge"
    for pair in overlapping(page):
        if not pair[0].isdigit():  # figures have no ink below their line and may stand close above a title
            yield f"{name}: {pair} overlap"
    for text in texts(page.marks):
        size = min(run.size_pt for run in text.runs)
        if size < LEAST_PT or (
            size < BODY_PT and not any(each in name for each in SMALL) and not is_tab(text.y, page)
        ):
            yield f"{name}: {said(text)} is set in {size:g} points"


def is_tab(y: float, page: Page) -> bool:
    """Whether a line stands in the tab at the head of a worksheet, or of one of the worksheets cut from a
    side.
    """
    return min(y % (page.size.height / parts) for parts in (1, 2)) < 30


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_every_sheet_can_be_printed_and_read(activity: str, people: int) -> None:
    """Nothing within 6 mm of the edge, or within 4 mm of that of a card that is cut out, no two texts on each
    other, nothing under 10 points and no body text under 12.
    """
    assert [
        fault for name, page in sheets(pack(activity, people=people)) for fault in page_faults(name, page)
    ] == []


def test_every_kind_of_sheet_is_looked_at() -> None:
    """The first sheet, facilitator sheets, seat slips, worksheets, blank cards and index are all among the
    pages looked at.
    """
    names = " ".join(
        name for activities in (TWO, ("make-your-own-case-study",)) for name, _ in sheets(pack(*activities))
    )
    for each in (
        "00-print-list",
        "facilitator-sheet",
        "cards-to-deal",
        "response-slips",
        "blank-cards",
        "prompt-poster",
    ):
        assert each in names


def test_a_sheet_that_cannot_be_read_is_found() -> None:
    """Twin: a page that is cut, one with a line twice, and one in small letters."""
    (name, page), *_ = sheets(pack("gallery"))
    line = texts(page.marks)[0]
    assert "mm from the edge" in "".join(page_faults(name, page._replace(size=page.size._replace(width=150))))
    assert "overlap" in "".join(
        page_faults(name, page._replace(marks=(*page.marks, line._replace(x=line.x + 1))))
    )
    for size, said_of in ((9, "9 points"), (11, "11 points")):
        small = line._replace(y=100, runs=(line.runs[0]._replace(size_pt=size),))
        assert said_of in "".join(page_faults(name, page._replace(marks=(small,))))


@pytest.mark.parametrize("activities", [*[(activity,) for activity in ACTIVITIES], TWO], ids="+".join)
def test_every_file_passes_the_gate(activities: tuple[str, ...]) -> None:
    """Every PDF of a pack is tagged without a fault."""
    for name, data in pack(*activities, people=8).files.items():
        assert failures(data) == [], name


def test_same_input_same_bytes() -> None:
    """A pack built anew has the same files, byte by byte; another day or title changes them."""
    deck = pack_deck(*TWO, people=8)
    made = pack(*TWO, people=8)
    assert built(deck, Folder(ROOT), 8).files == made.files
    other = built(deck.replace(b"2027-03-12", b"2027-03-13"), Folder(ROOT), 8)
    assert {name for name, data in other.files.items() if data != made.files[name]} == {
        name for name in made.files if re.search("print-list|facilitator", name)
    }


def test_two_packs_do_not_write_one_file() -> None:
    """Two packs in one deck would have files of the same names, and are refused with the line of the
    first.
    """
    deck = pack_deck("gallery").replace(b"print:\n", b"print:\n- pack: {theme: high-contrast}\n")
    assert refusals(deck) == [
        "test.yaml:21:5: D104 the pack would be written twice; it stands first in line 19; one is enough"
    ]


@pytest.mark.parametrize("people", [8, 36])
def test_an_activity_of_ones_own_is_one_file(people: int) -> None:
    """A sixth activity added as a file is planned, printed and agrees like those that ship."""
    made = built(pack_deck("ours", people=people, cards=CARDS[:9]), Overlay({OWN: SAMPLE}), people)
    assert faults(made) == []
    assert [line.name for line in made.session.activities[0].prints][-2:] == ["Sticky dots", "Timer"]
    assert all(failures(data) == [] for data in made.files.values())


def broken(right: str, wrong: str, deck: bytes | None = None) -> list[str]:
    """What building says with the sample activity changed."""
    assert right in SAMPLE
    return refusals(
        deck or pack_deck("ours", cards=CARDS[:9]), Overlay({OWN: SAMPLE.replace(right, wrong, 1)})
    )


def test_an_unknown_form_is_a_clear_problem() -> None:
    """An activity that names a sheet there is none of is refused with what was meant, as is a paper."""
    (line,) = broken("sheet: response slips", "sheet: respons slips")
    assert "V106" in line
    assert 'unknown sheet "respons slips"; did you mean "response-slips"?' in line
    (line,) = broken("sheet: wall,", "sheet: wall, paper: A2,")
    assert line.startswith('test.yaml:15:3: V106 unknown paper "A2"; use one of: A3, A4, ')
    assert broken("sheet: wall,", "sheet: wall, paper: a4,") == []


def test_broken_files_stop_only_what_needs_them() -> None:
    """A broken activity or worksheet is said at its place where it is used; where it is not, the pack is
    built as ever.
    """
    for file, ours in ((OWN, "ours"), ("assets/sheets/response-slips.yaml", "gallery")):
        files = Overlay({OWN: SAMPLE, file: "name: ["})
        assert all(
            line.startswith(f"{file}:") and " F104 " in line for line in refusals(pack_deck(ours), files)
        )
        assert refusals(pack_deck(ours), files)
        assert refusals(pack_deck("co-presentation", cards=CARDS[:9]), files) == []


def test_only_papers_that_are_used_are_read() -> None:
    """A broken paper file stops a pack that is printed on it, and no other."""
    ours = SAMPLE.replace("sheet: wall,", "sheet: wall, paper: broken,")
    for text, code in (("name: [", "F104"), ("name: Broken\nwidth: 297\nheight: 420mm\nlike: A3\n", "V107")):
        broken_file = Overlay({"assets/papers/broken.yaml": text, OWN: SAMPLE})
        assert refusals(pack_deck("gallery"), broken_file) == []
        found = refusals(pack_deck("ours"), Overlay({**broken_file.files, OWN: ours}))
        assert found
        assert all(f" {code} " in line for line in found)


@pytest.mark.parametrize("grouping", ["tables", "groups", "none"])
def test_counts_are_the_same_on_every_sheet(grouping: str) -> None:
    """However people are divided, the script, what to do when late and the activity's card in the front
    matter count the same groups and tables.
    """
    told = "We are {groups} groups at {tables} tables."
    ours = re.sub(r"(  - name: Talk\n)", rf"\1    in short: {told}\n", SAMPLE)
    ours = re.sub(r"(?m)^grouping: .*", f"grouping: {grouping}", ours)
    ours = re.sub("(if late:) One voice a table.", rf"\1 {told}", ours)
    ours = ours.replace("do: Stop after {minutes} minutes.", f"do: {told}")
    assert ours.count(told) == 3
    deck = yaml.safe_load(pack_deck("ours", people=24, cards=CARDS[:9]))
    deck["print"].append("front matter")
    made = documents(yaml.safe_dump(deck).encode(), Overlay({OWN: ours}))
    read = [words_of(page.marks) for each in made for page in each.each_page()]
    found = [count for text in read for count in re.findall(r"We are (\d+ groups at \d+ tables)\.", text)]
    assert found == ["6 groups at 5 tables"] * 3


def test_both_endings_of_yaml_will_do() -> None:
    """An activity called .yml is found like one called .yaml, and two files for one activity are a
    problem.
    """
    other = OWN.replace(".yaml", ".yml")
    assert refusals(pack_deck("ours", cards=CARDS[:9]), Overlay({other: SAMPLE})) == []
    (line,) = refusals(pack_deck("ours", cards=CARDS[:9]), Overlay({OWN: SAMPLE, other: SAMPLE}))
    assert line == f'{other}: F109 "ours" is also described in {OWN}; rename one of the files'


def test_what_a_broken_activity_lacks_is_said_at_once() -> None:
    """Several slips in one activity come with their lines and columns in one run."""
    text = SAMPLE.replace("per: person, spare: 10", "per: persn, spare: 500").replace(
        "block: Talk", "block: Tlak"
    )
    found = refusals(pack_deck("ours"), Overlay({OWN: text}))
    assert [line.split(": ")[0] for line in found] == [f"{OWN}:35:12", f"{OWN}:47:56", f"{OWN}:47:70"]


def test_names_of_supplies_stay_in_the_folder() -> None:
    """A supply's name becomes a file name without leading out of the output folder."""
    deck = pack_deck("ours", cards=CARDS[:9])
    made = documents(deck, Overlay({OWN: SAMPLE.replace("name: Wall cards", 'name: "../Wall: a/b \\\\ c"')}))
    assert all(re.fullmatch(r"[^/\\:<>\"|?*]+\.pdf", each.file_name) for each in made)


@pytest.mark.parametrize(
    ("session", "problem"),
    [
        ({"people": 3}, "S102 gallery is for 4 to 96 people, not for 3; invite"),
        ({"people": 97}, "S102 gallery is for 4 to 96 people, not for 97; take turns in two halves"),
        ({"people": 500}, "S102 gallery is for 4 to 96 people, not for 500"),
        ({"minutes": 20}, "S102 20 minutes is too short for gallery with 24 people; it needs "),
        (
            {"starts": "23:40"},
            "minutes from 23:40 is past midnight; start earlier, or choose fewer activities",
        ),
        (
            {"activities": ["gallery", "divergent-connections"], "minutes": 60},
            "S102 60 minutes is too short for gallery and divergent",
        ),
        ({"activities": []}, "V109 the list has 0 items"),
        ({"activities": ["galery"]}, 'V106 unknown activity "galery"; did you mean "gallery"?'),
    ],
)
def test_impossible_sessions_say_the_way_out(session: dict[str, object], problem: str) -> None:
    """A session that cannot be is refused at its place in the deck, in words, with the way out."""
    values = {"people": 24, **session}
    (line,) = refusals(pack_deck("gallery", **values))  # type: ignore[arg-type]
    assert problem in line
    assert re.match(r"test\.yaml:\d+:\d+: ", line)


def test_a_deck_too_small_is_refused() -> None:
    """Five cards are too few for a gallery, and the way out is to choose more."""
    (line,) = refusals(pack_deck("gallery", cards=CARDS[:5]))
    assert line.endswith("S102 gallery is for a deck of 6 to 24 cards, not of 5; choose 6 cards or more")
