"""From print items to documents: what each says of itself, and problems before anything is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from casedeck.api.describe_deck import came_to
from casedeck.build.pipeline import Changes, build, draw, plan
from casedeck.compose.faces import FACES
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.library.files import Files
from casedeck.wording import short
from tests.session.support import ALL_SHEETS
from tests.support.audit import print_list_faults, printed, read_pdf
from tests.support.decks import asked
from tests.support.packs import ACTIVITIES, CARDS, FULL, TWO, built, documents, pack, pack_deck, refusals
from tests.support.reading import Overlay
from tests.support.repository import ROOT


def with_prints(deck: bytes, *items: object) -> bytes:
    """The deck with other print items."""
    return yaml.safe_dump({**yaml.safe_load(deck), "print": list(items)}).encode()


def test_items_come_in_their_order() -> None:
    """Cards and packs stand in the order of the deck file, each under its own name."""
    deck = with_prints(
        pack_deck("co-presentation", cards=CARDS[:6], people=8),
        {"cards": {}},
        {"pack": None},
        {"wall cards": {}},
    )
    names = [each.file_name for each in documents(deck)]
    assert (names[0], names[1], names[-1]) == ("cards-index-a4.pdf", "00-print-list.pdf", "cards-wall-a3.pdf")
    assert len(names) == len(set(names))


EVERYTHING = with_prints(
    pack_deck(*TWO, people=23, cards=CARDS[:9]),
    {"pack": None},
    {"cards": {"copies": 2}},
    {"front matter": None},
    {"blank card": {"copies": 3}},
)


def test_the_print_list_names_every_file_of_the_build() -> None:
    """The print list is about all that is built, itself and what stands beside the pack included, and adds it
    all up.
    """
    made = built(EVERYTHING, Folder(ROOT), 23)
    assert [*printed(made)][-3:] == ["cards-index-a4.pdf", "front-matter-a4.pdf", "blank-card-a4.pdf"]
    assert list(print_list_faults(made)) == []
    assert sum(int(row[3]) for row in printed(made).values()) == sum(
        each.sheets for each in documents(EVERYTHING)
    )


def test_a_file_that_the_print_list_lacks_is_found() -> None:
    """Twin: a print list without one of the files, and one from before a copy was added, are faults."""
    made = built(EVERYTHING, Folder(ROOT), 23)
    fewer = built(
        with_prints(EVERYTHING, {"pack": None}, {"cards": {"copies": 3}}, {"front matter": None}),
        Folder(ROOT),
        23,
    )
    first = "00-print-list.pdf"
    assert "not the files that are there" in "".join(
        print_list_faults(made._replace(pages={**made.pages, first: fewer.pages[first]}))
    )
    assert "cards-index-a4.pdf has 18 pages, not 27 sheets" in "".join(
        print_list_faults(
            fewer._replace(files={**fewer.files, "cards-index-a4.pdf": made.files["cards-index-a4.pdf"]})
        )
    )


def miscounted(
    data: bytes, changes: Changes, planned: Changes | None = None, files: Files | None = None
) -> list[str]:
    """The lines of a plan that are not as many sheets as the documents of the same deck."""
    _, session = plan(asked(data, files or ROOT), planned or changes)
    made = {each.title: each for each in build(asked(data, files or ROOT), changes).documents}
    found = []
    for each in session.activities:
        for line in each.prints:
            document = made.get(f"{each.activity.name}: {line.name}")
            if document and (line.sheets, line.paper) != (document.sheets, document.paper):
                found.append(
                    f"{line.name}: {line.sheets} of {line.paper}, not {document.sheets} of {document.paper}"
                )
    assert len(made) > len(session.activities)
    return found


@pytest.mark.parametrize("paper", ["", "A4", "Letter"])
@pytest.mark.parametrize(("people", "cards"), [(8, 6), (36, 24)])
def test_plan_and_documents_count_alike(people: int, cards: int, paper: str) -> None:
    """For all activities, small and large sessions and each paper, the plan says as many sheets of each thing
    as its document takes.
    """
    data = pack_deck(*ACTIVITIES, people=people, cards=tuple(FULL[:cards]))
    assert miscounted(data, Changes(papers=(paper,) if paper else ())) == []


@pytest.mark.parametrize("per", ["", "card", "person", "table"])
def test_every_sheet_is_counted_as_it_is_printed(per: str) -> None:
    """Whatever an activity prints, and whatever it has one of it for, its document takes as many sheets of
    paper as the plan says.
    """
    values = yaml.safe_load((ROOT / "assets/activities/gallery.yaml").read_text("utf-8"))
    counted = {"per": per} if per else {}
    supplies = [{"name": f"The {name}", "sheet": name, **counted} for name in ALL_SHEETS]
    deck = pack_deck("camp", people=23, cards=CARDS[:7])
    for some in (supplies[::2], supplies[1::2]):
        camp = yaml.safe_dump({**values, "name": "Camp", "supplies": some, "variations": {"Way": "So."}})
        files = Overlay({"assets/activities/camp.yaml": camp})
        assert miscounted(deck, Changes(), files=files) == []


def test_a_miscount_is_found() -> None:
    """Twin: a plan for more people than the documents are for differs from them."""
    assert "Response slips: 4 of A4, not 3 of A4" in miscounted(
        pack_deck("gallery", people=8, cards=CARDS[:6]), Changes(), Changes(people=13)
    )


def test_other_items_may_stand_before_the_pack() -> None:
    """Wherever the pack stands in the deck, its files come first on the print list, and the list comes before
    them.
    """
    deck = with_prints(EVERYTHING, {"cards": {}}, {"pack": None}, {"wall cards": {}})
    made = built(deck, Folder(ROOT), 23)
    assert list(made.files)[:3] == [
        "cards-index-a4.pdf",
        "00-print-list.pdf",
        "01-gallery-facilitator-sheet.pdf",
    ]
    assert [*printed(made)][-2:] == ["cards-index-a4.pdf", "cards-wall-a3.pdf"]
    assert set(printed(made)) == set(made.files)


def test_a_document_says_what_it_holds() -> None:
    """Sheets, pages, copies, paper and sides of every document of a pack are those of its PDF."""
    made = pack(*TWO)
    for each in documents(pack_deck(*TWO)):
        file = read_pdf(made.files[each.file_name])
        assert file.pages == each.page_count * each.copies, each.file_name
        assert each.sheets == -(-each.page_count // each.sides) * each.copies
        assert file.papers == {each.paper}
        assert len(list(each.pages())) == each.page_count
        line = next(came_to(each))
        assert f"{each.sheets} sheet" in line
        assert ("both sides" in line) == (each.sides == 2)


def test_pages_can_be_asked_for_twice() -> None:
    """Pages are made when they are asked for, and are the same each time."""
    for each in documents(pack_deck("divergent-connections", people=8)):
        assert list(each.pages()) == list(each.pages())


def test_progress_counts_every_page() -> None:
    """Drawing a pack calls once for each page of one copy, as the bar of the command line expects."""
    made = build(asked(pack_deck("gallery", people=8), ROOT))
    calls: list[None] = []
    for each in made.documents:
        draw(made.deck, each, lambda: calls.append(None))
    assert len(calls) == sum(each.page_count for each in made.documents)


@pytest.mark.parametrize(
    ("session", "problem"),
    [
        (
            {"people": 20},
            "S101 the session does not say what its activities are; add a line such as activities: [gallery]",
        ),
        (
            {"activities": ["gallery"]},
            "S101 the session does not say how many people come; add a line such as people: 20",
        ),
    ],
)
def test_a_pack_needs_a_session(session: dict[str, object], problem: str) -> None:
    """A pack without activities or people is refused at the session, and cards alone need neither."""
    values = {**yaml.safe_load(pack_deck("gallery")), "session": session}
    (line,) = refusals(yaml.safe_dump(values).encode())
    assert line.startswith(f"test.yaml:22:3: {problem}, or type --")
    del values["session"]
    assert len(refusals(yaml.safe_dump(values).encode())) >= 1
    assert refusals(with_prints(yaml.safe_dump(values).encode(), {"cards": {}})) == []


def test_problems_of_files_come_before_those_of_fitting() -> None:
    """A theme without its font stops the pack before anything is set, with that one problem."""
    files = Overlay({"assets/themes/ours.yaml": "name: Ours\nextends: default\nfonts: {bold: Ours.ttf}\n"})
    (line,) = refusals(pack_deck("gallery", theme="ours"), files)
    assert "T102" in line


def test_cards_that_do_not_fit_stop_the_pack(tmp_path: Path) -> None:
    """A title too wide for its face is P101 in a pack as elsewhere, once for each face it is printed on."""
    text = (ROOT / "assets/case-studies/timpson.yaml").read_text("utf-8")
    values = yaml.safe_load(text)
    values["title"] = "W" * 60
    file = tmp_path / "assets/case-studies/timpson.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(yaml.safe_dump(values), "utf-8")
    found = refusals(pack_deck("gallery", cards=("timpson", *CARDS[:6])), Folder(tmp_path))
    found = [line for line in found if " P101 " in line]
    assert len(found) == 2
    assert {face for face in FACES if any(f"the {face} face" in line for line in found)} == {"sorter", "wall"}


@pytest.mark.parametrize(
    ("file", "right", "wrong", "problem"),
    [
        (
            "assets/sheets/response-slips.yaml",
            "lines: 2,",
            "lines: 9,",
            'P104 the worksheet "Response slips" is ',
        ),
        ("assets/sheets/harvest-sheet.yaml", "rows: 4", "rows: 40", 'P104 the worksheet "Harvest sheet" is '),
        (
            "assets/activities/gallery.yaml",
            "  - Offer everyone",
            f"  - {'Many words. ' * 30}\n" * 17 + "  - Offer everyone",
            "P104 the facilit",
        ),
    ],
)
def test_sheets_that_do_not_fit_are_said(file: str, right: str, wrong: str, problem: str) -> None:
    """A worksheet or facilitator sheet with more than its paper holds is P104 with its name and by how much,
    at the print item.
    """
    text = (ROOT / file).read_text("utf-8")
    assert right in text
    (line,) = refusals(pack_deck("gallery", cards=CARDS[:6]), Overlay({file: text.replace(right, wrong, 1)}))
    assert problem in line
    assert "mm too long for its paper; choose fewer cards or a smaller theme" in line
    assert line.startswith("test.yaml:")


LONGEST = "m" * 70


def test_a_word_too_wide_for_a_worksheet_is_named_with_its_file() -> None:
    """It is the word that is named, at the worksheet's own file."""
    text = (ROOT / "assets/sheets/harvest-sheet.yaml").read_text("utf-8")
    wide = text.replace("\nparts:", f"\nintro: {LONGEST}\nparts:", 1)
    assert wide != text
    (line,) = refusals(
        pack_deck("gallery", cards=CARDS[:6]), Overlay({"assets/sheets/harvest-sheet.yaml": wide})
    )
    assert line.startswith("assets/sheets/harvest-sheet.yaml:")
    assert (
        'P104 the worksheet "Harvest sheet" has a word too wide for its line on its paper: '
        f'"{short(LONGEST)}"; put a space'
    ) in line


def test_a_word_too_wide_for_a_list_is_named_with_its_case_study() -> None:
    """The card index names the title that it cannot set, at the case study's own line."""
    text = (
        (ROOT / "assets/case-studies/timpson.yaml")
        .read_text("utf-8")
        .replace("title: Timpson", f"title: {LONGEST}")
    )
    deck = b"title: T\ncards: [timpson]\nprint: [card index]\n"
    found = refusals(deck, Overlay({"assets/case-studies/timpson.yaml": text}))
    wanted = (
        f'P104 the card index has a word too wide for its line on A4, in the title of "{LONGEST}": '
        f'"{short(LONGEST)}"; put a space'
    )
    assert found
    assert all(line.startswith("assets/case-studies/timpson.yaml:1:8: ") and wanted in line for line in found)


def test_a_form_that_is_gone_is_said_once() -> None:
    """A worksheet that cannot be read is one problem at its file, and nothing is made."""
    files: Files = Overlay({"assets/sheets/harvest-sheet.yaml": "name: x"})
    found = refusals(pack_deck("gallery"), files)
    assert found
    assert all(line.startswith("assets/sheets/harvest-sheet.yaml:") for line in found)
    with pytest.raises(DeckError):
        documents(pack_deck("gallery"), files)
