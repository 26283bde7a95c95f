"""Tables to case-study files: every row is a file or is left with words that say why."""

from __future__ import annotations

import codecs
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedeck.errors import DeckError
from casedeck.exchange.export import draw_table
from casedeck.exchange.outcome import OWN, SHIPPED
from casedeck.exchange.report import report_lines
from casedeck.model.text import plain
from casedeck.tables.write import WRITERS
from tests.support.library import library
from tests.support.tables import (
    CHOIR,
    HEADS,
    LIBRARY,
    cases_of,
    csv_bytes,
    grid,
    imported,
    only,
    said,
    xlsx_bytes,
)

FULL = draw_table([library().cases["timpson"]], library().vocabularies, ".csv")


def test_a_collection_sheet_becomes_brief_case_studies() -> None:
    """Each row becomes a brief case study that the loader reads, and the report counts and names them."""
    made = imported(csv_bytes(grid(CHOIR, LIBRARY)))
    cases = cases_of(made)
    choir = cases["doorstep-choir"]
    assert list(cases) == ["doorstep-choir", "tool-library"]
    assert (choir.title, choir.location, choir.full) == ("Doorstep choir", "Hull, England", False)
    assert [term.name for term in (*choir.types_of_place, *choir.sectors)] == [
        "Community group",
        "Neighbourliness",
        "Health",
    ]
    assert [(claim.term.id, plain(claim.text)) for claim in choir.opportunities] == [
        ("activities", CHOIR["Activities [8]"])
    ]
    assert said(made).startswith(
        "2 rows below the headings in row 1; 2 taken, 0 left.\n\nTaken, into assets/case-studies:\n  row 2 "
    )


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ";"),
        ("utf-16", "\t"),
        ("utf-16-le", "\t"),
        ("utf-16-be", "\t"),
        ("cp1252", ";"),
        ("cp1252", ","),
    ],
)
def test_text_files_of_every_kind(encoding: str, separator: str) -> None:
    """Whatever Excel calls a text file, its letters come through, with commas, semicolons or tabs between the
    cells.
    """
    row = {**CHOIR, "Summary": "It costs £3, and “nobody” is turned away – ever; José sees to that."}
    assert (
        plain(only(imported(csv_bytes(grid(row), separator, encoding))).fields().__next__()[1])
        == "Doorstep choir"
    )
    story = only(imported(csv_bytes(grid(row), separator, encoding))).overview[0]
    assert "£3, and “nobody” is turned away – ever; José" in str(story)


def test_a_letter_in_another_encoding_is_seen() -> None:
    """Twin: bytes that are no text in any encoding tried are refused with a way out."""
    with pytest.raises(DeckError, match=r'F103 .* save it as "CSV UTF-8"'):
        imported(csv_bytes(grid(CHOIR)) + b"\x81\x8d")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"Name": ""}, "has no name"),
        ({"Name": "☃"}, "no file can be named after it"),
        (
            {"Summary": "", "Relationships spotlight": " ", "Activities [8]": "-"},
            "it has no Summary and no Relationships spotlight and no sentence under an opportunity",
        ),
        ({"Name": "x" * 81}, "without its Name it is no case study"),
        ({"Summary": "x " * 2001}, "without its Summary it is no case study"),
        ({"Activities [8]": "x" * 401}, "without an opportunity it is no case study"),
        ({"Name": "a" + "\u0301\u0323" * 20}, "a letter has more than 30 accents"),
    ],
)
def test_rows_that_are_no_case_study_are_left(changes: dict[str, str], reason: str) -> None:
    """A row that lacks what a case study needs is left with words that say what; the row beside it is
    taken.
    """
    made = imported(csv_bytes(grid({**CHOIR, **changes}, LIBRARY)))
    (left,) = made.left
    assert left.reason.startswith(reason)
    assert [each.title for each in made.taken] == ["Tool library"]
    assert f"{left.reason}" in said(made)


def test_too_long_texts_are_left_not_cut() -> None:
    """A text over its limit is left out with its length, its limit and its heading, and the rest of the row
    is taken.
    """
    made = imported(csv_bytes(grid({**CHOIR, "Planning [1]": "y" * 401, "Location": "z" * 81})))
    case = only(made)
    assert ([claim.term.id for claim in case.opportunities], case.location) == (["activities"], "")
    assert "left out: Planning [1]: the text has 401 characters; the limit is 400" in said(made)
    assert "left out: Location: the text has 81 characters; the limit is 80" in said(made)


def test_unknown_words_are_left_out_and_named() -> None:
    """A sector or type of place that no vocabulary has is reported with the nearest one, never invented."""
    made = imported(
        csv_bytes(grid({**CHOIR, "Sector(s)": "Helth; Food,  old age ", "Type of place": "Choir"}))
    )
    assert [term.name for term in only(made).sectors] == ["Food", "Older people"]
    assert only(made).types_of_place == ()
    assert 'left out: Sector(s): the sector "Helth" is not known; did you mean "Health"?' in said(made)
    assert 'left out: Type of place: the type of place "Choir" is not known' in said(made)


@pytest.mark.parametrize("between", [",", ";", "\n"])
def test_too_many_words_are_not_looked_up(between: str) -> None:
    """A cell with more sectors than a case study can have is left out as a whole, whatever stands between
    them.
    """
    made = imported(csv_bytes(grid({**CHOIR, "Sector(s)": between.join(["x"] * 60_000)})))
    assert made.outcomes[0].findings == ("Sector(s): 60,000 words stand here, too many for a sector",)


def test_names_are_taken_once() -> None:
    """Of two rows with one name the second is left, with the number of the first; names that mean the same
    count as one.
    """
    made = imported(csv_bytes(grid(CHOIR, {**LIBRARY, "Name": "Doorstep-Choir"})))
    assert [(each.row, each.reason) for each in made.left] == [(3, "row 2 has the same name")]


def test_a_row_that_makes_no_file_blocks_no_other() -> None:
    """Where the first of two rows with one name is no case study, the second is taken; a third is left with
    the second's number.
    """
    made = imported(csv_bytes(grid({**CHOIR, "Summary": "x" * 4001}, CHOIR, CHOIR)))
    assert [each.row for each in made.taken] == [3]
    assert [(each.row, each.reason) for each in made.left] == [
        (2, "without its Summary it is no case study"),
        (4, "row 3 has the same name"),
    ]


def test_a_whole_row_goes_before_a_draft_of_its_name() -> None:
    """Of rows with one name the first whole one is taken, and of drafts alone the first."""
    draft = {**CHOIR, "Summary": ""}
    made = imported(csv_bytes(grid(draft, CHOIR)))
    assert [(each.row, each.lacking) for each in made.taken] == [(3, ())]
    assert [(each.row, each.reason) for each in made.left] == [(2, "row 3 has the same name")]
    made = imported(csv_bytes(grid(draft, draft)))
    assert [(each.row, each.lacking) for each in made.taken] == [(2, ("Summary",))]
    assert [(each.row, each.reason) for each in made.left] == [(3, "row 2 has the same name")]


def test_every_row_in_the_way_of_one_that_is_there_is_left_for_it() -> None:
    """Two rows with the name of a case study that is there are both left for that; with replace the first is
    taken.
    """
    data = csv_bytes(grid(*[{**CHOIR, "Name": "Timpson"}] * 2))
    assert [(each.there, each.reason) for each in imported(data).left] == [(SHIPPED, "")] * 2
    assert [each.reason for each in imported(data, over=[SHIPPED]).left] == ["row 2 has the same name"]


@pytest.mark.parametrize(
    ("name", "file"), [("Timpson", "timpson"), ("Frome Model of Enhanced Primary Care", "frome-model")]
)
def test_what_ships_is_hidden_only_on_request(name: str, file: str) -> None:
    """A row whose name comes with casedeck, as a file or as a title, is left, or with replace takes that
    file's name.
    """
    data = csv_bytes(grid({**CHOIR, "Name": name}))
    (left,) = imported(data).left
    assert left.there == SHIPPED
    assert "Left because they come with casedeck already; --hide lets yours hide those:" in said(
        imported(data)
    )
    assert said(imported(data, over=[OWN])) == said(imported(data))
    made = imported(data, over=[SHIPPED])
    assert list(made.files) == [f"{file}.yaml"]
    assert f"{file}.yaml, which hides the one that comes with casedeck; yours has no full card" in said(made)


def test_a_brief_one_that_hides_a_brief_one_loses_nothing() -> None:
    """Twin: where the case that ships is brief as well, nothing is said of full cards."""
    made = imported(csv_bytes(grid({**CHOIR, "Name": "Superblocks"})), over=[SHIPPED])
    assert "superblocks.yaml, which hides the one that comes with casedeck" in said(made)
    assert "no full card" not in said(made)


def test_full_cards_are_imported() -> None:
    """A sheet of full cards gives full case studies; one of them may stand among brief ones."""
    made = imported(FULL, over=[SHIPPED])
    assert only(made).full
    heads = [*HEADS, "Keywords", "Benefit 1"]
    mixed = {**CHOIR, "Name": "Half", "Benefit 1": "Health: They breathe."}
    made = imported(csv_bytes(grid(CHOIR, mixed, heads=heads)))
    half = cases_of(made)["half"]
    assert half.full
    assert [claim.term.id for claim in half.benefits] == ["health"]
    draft = "a draft; still to fill in: strapline, Keywords, 2 of 3 benefits, enablers and key learning"
    assert "2 rows below the headings in row 1; 2 taken (1 draft among them), 0 left." in said(made)
    assert f"half.yaml\n           {draft}" in said(made)


def test_a_row_of_texts_without_words_is_a_draft() -> None:
    """Benefits that say no word, or one that is not known, stay in the file, to be given one; nothing of the
    row is lost.
    """
    texts = {"Benefit 1": "They breathe.", "Benefit 2": "Helth: They sing.", "Benefit 3": "Skills"}
    made = imported(csv_bytes(grid({**CHOIR, **texts}, heads=[*HEADS, *texts])))
    case = only(made)
    assert [(claim.term.id, plain(claim.text)) for claim in case.benefits] == [
        *(("", "They breathe."), ("", "Helth: They sing."), ("skills", "")),
    ]
    assert case.stamp == "draft"
    lacking = [gap.part for gap in case.gaps if gap.key == "benefits"]
    assert lacking == [
        "the word before benefit 1",
        "the word before benefit 2",
        "the sentence of benefit Skills",
    ]
    assert 'to mend: Benefit 2: the benefit "Helth" is not known; did you mean "Health"?' in said(made)


def test_a_row_without_benefits_is_a_brief_draft() -> None:
    """A row with a story and no more is a brief case study to be finished."""
    made = imported(csv_bytes(grid({**CHOIR, "Relationships spotlight": " ", "Activities [8]": "-"})))
    case = only(made)
    assert (case.full, [gap.part for gap in case.gaps]) == (
        False,
        ["relationship spotlight", "opportunities"],
    )
    assert made.outcomes[0].lacking == ("Relationships spotlight", "a sentence under an opportunity")


@pytest.mark.parametrize(
    ("cell", "finding"),
    [
        (
            "They breathe.",
            'Benefit 1: "They breathe." is not a benefit and its sentence; write it like "Behaviour: …"',
        ),
        ("Helth: They breathe.", 'Benefit 1: the benefit "Helth" is not known; did you mean "Health"?'),
    ],
)
def test_benefits_need_their_names(cell: str, finding: str) -> None:
    """A benefit without a known name before its colon is said."""
    made = imported(csv_bytes(grid({**CHOIR, "Benefit 1": cell}, heads=[*HEADS, "Benefit 1"])))
    assert made.outcomes[0].findings == (finding,)


def test_a_list_of_keywords_that_a_brief_case_cannot_use_is_left_out() -> None:
    """Two keywords are no three, so they are left out of a brief case study, which is taken all the same."""
    made = imported(csv_bytes(grid({**CHOIR, "Keywords": "kind, loud"}, heads=[*HEADS, "Keywords"])))
    assert only(made).keywords == ()
    assert made.outcomes[0].findings == ("Keywords: the list has 2 items; 3 are needed",)


def test_signs_in_lists_part_nothing() -> None:
    """A keyword or sector with an HTML sign in it is one."""
    made = imported(
        csv_bytes(
            grid(
                {**CHOIR, "Keywords": "kind, R&amp;D; loud", "Sector(s)": "Arts &amp; culture"},
                heads=[*HEADS, "Keywords"],
            )
        )
    )
    assert only(made).keywords == ("kind", "R&D", "loud")
    assert 'the sector "Arts & culture"' in said(made)


@pytest.mark.parametrize("kind", WRITERS)
def test_every_shipped_case_comes_back_unchanged(kind: str) -> None:
    """Exported and imported again, each case study that ships is the same, but for the places of its
    lines.
    """
    cases = library().by_title()
    made = imported(draw_table(cases, library().vocabularies, kind), f"all{kind}", over=[SHIPPED])
    found = cases_of(made)
    assert {name: case._replace(places={}) for name, case in found.items()} == {
        case.id: case._replace(places={}) for case in cases
    }
    assert not any(each.findings or each.mended for each in made.outcomes)


def test_a_changed_cell_comes_back_changed() -> None:
    """Twin: with one word of the table changed, the case study is another one."""
    case = only(imported(FULL.replace(b"Retail", b"Food"), over=[SHIPPED]))
    assert case._replace(places={}) != library().cases["timpson"]._replace(places={})


def test_the_same_table_makes_the_same_files() -> None:
    """Importing twice makes the same bytes and the same report."""
    one, two = (imported(csv_bytes(grid(CHOIR, LIBRARY))) for _ in range(2))
    assert (one.files, said(one)) == (two.files, said(two))


def test_own_files_keep_their_names() -> None:
    """With replace, a row goes into the file that the facilitator already has, and the report says so."""
    made = imported(
        csv_bytes(grid({**CHOIR, "Name": "Cook"})), own=["assets/case-studies/cook.yaml"], over=[OWN]
    )
    assert (made.outcomes[0].there, made.outcomes[0].file) == (OWN, "cook.yaml")
    assert "cook.yaml, in place of the old one" in said(made)
    left = imported(csv_bytes(grid({**CHOIR, "Name": "Cook"})), own=["assets/case-studies/cook.yaml"])
    assert "Left because you have them already; --replace puts these in their place:" in said(left)
    assert said(
        imported(
            csv_bytes(grid({**CHOIR, "Name": "Cook"})), own=["assets/case-studies/cook.yaml"], over=[SHIPPED]
        )
    ) == said(left)


def test_only_the_rows_asked_for() -> None:
    """Of the rows asked for, and of no others, files are made; a name is not taken by a row that is
    not read.
    """
    data = csv_bytes(
        grid(CHOIR, {**LIBRARY, "Sector(s)": "Helth"}, {**CHOIR, "Summary": "Another."}, {}, CHOIR)
    )
    made = imported(data, only=[4, 5])
    assert [(each.row, each.file) for each in made.outcomes] == [(4, "doorstep-choir.yaml")]
    assert "Helth" not in said(made)
    assert [each.row for each in imported(data, only=[]).outcomes] == [2, 3, 4, 6]


def test_the_way_to_mend_a_row_is_said_where_one_lost_something() -> None:
    """Where something was left out of a row that was taken, the report says how to take it again; else it
    does not.
    """
    hint = "To take one again once it is mended, import with --replace --row and its number."
    assert hint in said(imported(csv_bytes(grid(CHOIR, {**LIBRARY, "Sector(s)": "Helth"}))))
    assert hint not in said(
        imported(csv_bytes(grid(CHOIR, {**LIBRARY, "Sector(s)": "Helth", "Summary": "x" * 4001})))
    )


def test_mending_is_said_once_for_all_rows() -> None:
    """What was mended stands in the report once with the rows that were taken; words that were joined are
    listed.
    """
    rows = [
        {**CHOIR, "Name": f"Choir {number}", "Location": "neigh-\nbour &amp; friend"} for number in (1, 2, 3)
    ]
    made = imported(csv_bytes(grid(*rows, {**CHOIR, "Name": "Timpson", "Location": "<b>UK</b>"})))
    mended = said(made).partition("Mended:\n")[2]
    assert mended == (
        "  words joined that were broken at the end of a line: neighbour (rows 2 to 4)\n"
        "  HTML signs such as &amp; written out (rows 2 to 4)"
    )


SHEETS = [csv_bytes(grid(CHOIR, LIBRARY)), csv_bytes(grid(CHOIR, LIBRARY), "\t", "utf-16"), FULL]
PACKED = [xlsx_bytes(grid(CHOIR)), draw_table([library().cases["cook"]], library().vocabularies, ".json")]


def survives(data: bytes, file: str) -> None:
    """An import ends with a DeckError or with a report in which each row has a file that loads or words."""
    try:
        made = imported(data, file, over=[OWN, SHIPPED])
    except DeckError:
        return
    assert len(cases_of(made)) == len(made.taken)
    assert all(each.reason or each.file for each in made.outcomes)
    assert all(line.isprintable() for text in report_lines(made, "x") for line in text.split("\n"))


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.json", "a.txt", "a.xls", "a"]))
@example(b"PK\x03\x04", "a.xlsx")
@example(codecs.BOM_UTF16_LE + b"\x00\xd8", "a.csv")
@example(b"[" * 100_000, "a.json")
@example(b'[{"Title": "\\ud800", "Overview": [1, [2]], "Link": {"a": 1}}]', "a.json")
def test_nonsense_survives(data: bytes, file: str) -> None:
    """Any bytes under any name bring a DeckError or a report, and nothing else."""
    survives(data, file)


@settings(max_examples=200)
@given(st.sampled_from(SHEETS), st.data())
def test_damaged_sheets_survive(data: bytes, draw: st.DataObject) -> None:
    """A sheet with bytes changed, cells of any text put in or its end cut off brings a DeckError or a
    report.
    """
    text = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(text)))
        put = draw.draw(
            st.binary(max_size=4)
            | st.sampled_from([b",", b'"', b"\n", b"**", b"](", b"&#0;", b"&#xD800;", b"<br>", b"'="])
        )
        text[at : at + draw.draw(st.integers(0, 3))] = put
    survives(bytes(text), "a.csv")


@given(
    st.lists(
        st.text(max_size=30) | st.sampled_from(["**", "[a](b)", "- x\n- y", "]("]), min_size=6, max_size=6
    )
)
def test_cells_of_any_text_survive(texts: list[str]) -> None:
    """Whatever text stands in a cell, the row becomes a file that loads or is left."""
    row = dict(
        zip(
            ("Name", "Sector(s)", "Location", "Summary", "Relationships spotlight", "Training [2]"),
            texts,
            strict=True,
        )
    )
    survives(csv_bytes(grid(row), encoding="utf-8").replace(b"\0", b""), "a.csv") if "\0" not in "".join(
        texts
    ) else None


@given(st.sampled_from(PACKED), st.integers(0, 100_000), st.binary(min_size=1, max_size=3))
def test_damaged_workbooks_survive(data: bytes, at: int, put: bytes) -> None:
    """A workbook or JSON file with bytes changed brings a DeckError or a report."""
    at %= len(data)
    survives(data[:at] + put + data[at + len(put) :], "a.xlsx" if data.startswith(b"PK") else "a.json")


@given(st.data())
def test_damaged_parts_of_workbooks_survive(draw: st.DataObject) -> None:
    """A workbook in whose XML something is changed brings a DeckError or a report."""
    made = BytesIO()
    with ZipFile(BytesIO(PACKED[0])) as old, ZipFile(made, "w") as new:
        chosen = draw.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                at = draw.draw(st.integers(0, len(part)))
                put = draw.draw(st.binary(max_size=3) | st.sampled_from([b"9", b'"', b"<c/>", b"s", b"e"]))
                part = part[:at] + put + part[at + 1 :]
            new.writestr(name, part)
    survives(made.getvalue(), "a.xlsx")
