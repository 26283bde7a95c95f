"""The commands import and export: files of one's own, spreadsheets, and nothing lost between them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from casedeck.cli import run
from tests.support.processes import python
from tests.support.repository import ROOT, stems
from tests.support.tables import CHOIR, HEADS, LIBRARY, csv_bytes, grid, xlsx_bytes
from tests.support.workshops import contents, workshop

DECK = "title: Ours\ncards: [doorstep-choir, timpson]\nprint:\n  - cards: {}\n"
TIMPSON = ROOT / "assets/case-studies/timpson.yaml"
CASES = "assets/case-studies"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with a spreadsheet in it, and casedeck running in it."""
    files: dict[str, str | bytes | Path] = {
        "decks/ours.yaml": DECK,
        "ours.csv": csv_bytes(grid(CHOIR, LIBRARY)),
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    return tmp_path


def test_imported_cases_build_at_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After an import the new case studies are in the library, and a deck of them is built."""
    assert run(["import", "ours.csv"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "row 2    Doorstep choir -> doorstep-choir.yaml" in said.out
    assert sorted(path.name for path in (home / CASES).iterdir()) == [
        "doorstep-choir.yaml",
        "tool-library.yaml",
    ]
    assert run(["show", "tool library"]) == 0
    assert run(["build", "ours"]) == 0


def test_nothing_is_overwritten_unless_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second import leaves what is there and ends with 1; with --replace it writes the files again."""
    assert run(["import", "ours.csv"]) == 0
    (home / CASES / "doorstep-choir.yaml").write_text("title: mine")
    before = contents(home)
    assert run(["import", "ours.csv"]) == 1
    said = capsys.readouterr()
    assert "Left because you have them already" in said.out
    assert "no row could be taken; nothing is written" in said.err
    assert contents(home) == before
    assert run(["import", "ours.csv", "--replace"]) == 0
    assert (home / CASES / "doorstep-choir.yaml").read_text("utf-8").startswith("title: Doorstep choir\n")


def test_one_mended_row(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row is put in the place of what was made of it before, and the file of another row stays as
    it is.
    """
    assert run(["import", "ours.csv"]) == 0
    (home / CASES / "tool-library.yaml").write_text("title: mine")
    (home / "ours.csv").write_bytes(csv_bytes(grid({**CHOIR, "Location": "Goole, England"}, LIBRARY)))
    assert run(["import", "ours.csv", "--row", "2"]) == 1
    assert run(["import", "ours.csv", "--replace", "--row", "2"]) == 0
    assert "location: Goole, England" in (home / CASES / "doorstep-choir.yaml").read_text("utf-8")
    assert (home / CASES / "tool-library.yaml").read_text("utf-8") == "title: mine"


def test_an_import_is_undone_by_deleting(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A case study that was hidden by a row is back when the file of that row is deleted."""
    (home / "ours.csv").write_bytes(csv_bytes(grid({**CHOIR, "Name": "Timpson"})))
    assert run(["import", "ours.csv", "--hide"]) == 0
    run(["show", "timpson"])
    assert "Hull, England" in capsys.readouterr().out
    (home / CASES / "timpson.yaml").unlink()
    run(["show", "timpson"])
    assert "Hull, England" not in capsys.readouterr().out


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["café.yaml", "Café au lait.yml", "con.yaml"])
def test_exported_files_come_back_under_their_own_names(
    home: Path, name: str, form: Literal["NFC", "NFD"]
) -> None:
    """A file of one's own keeps its exact name when it is exported and imported again, and no other stands
    beside it.
    """
    name = normalize(form, name)
    made = TIMPSON.read_text("utf-8").replace("title: Timpson", "title: Corner place")
    workshop(home, {f"{CASES}/{name}": made})
    assert run(["export", "one.csv", "Corner place"]) == 0
    rows = list(csv.reader((home / "one.csv").read_text("utf-8-sig").splitlines(keepends=True)))
    (home / "one.csv").write_bytes(csv_bytes([[normalize("NFC", cell) for cell in row] for row in rows]))
    assert run(["import", "one.csv"]) == 1
    assert run(["import", "one.csv", "--replace"]) == 0
    assert [path.name for path in (home / CASES).iterdir()] == [name]


def test_new_files_have_names_for_any_disk(home: Path) -> None:
    """Twin: a name that is there nowhere yet is written in plain letters, and not as Windows calls a
    device.
    """
    rows = [{**CHOIR, "File name": "café.yaml"}, {**LIBRARY, "File name": "CON"}, {**CHOIR, "Name": "Aux"}]
    (home / "ours.csv").write_bytes(csv_bytes(grid(*rows, heads=[*HEADS, "File name"])))
    assert run(["import", "ours.csv"]) == 0
    assert sorted(path.name for path in (home / CASES).iterdir()) == [
        "aux-case.yaml",
        "cafe.yaml",
        "con-case.yaml",
    ]


def test_files_with_problems_keep_their_name(home: Path) -> None:
    """A case study of one's own that cannot be read counts as there, also under another ending."""
    workshop(home, {f"{CASES}/Doorstep_Choir.yml": "title: half"})
    assert run(["import", "ours.csv"]) == 0
    assert not (home / CASES / "doorstep-choir.yaml").exists()
    assert run(["import", "ours.csv", "--replace"]) == 0
    assert "Doorstep choir" in (home / CASES / "Doorstep_Choir.yml").read_text("utf-8")
    assert not (home / CASES / "doorstep-choir.yaml").exists()


def test_folder(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--folder names the folder to write to, whose own words are the ones that are known."""
    workshop(home / "other", {"assets/vocabulary/sectors.yaml": "song:\n  name: Song, and dance\n"})
    (home / "song.csv").write_bytes(csv_bytes(grid({**CHOIR, "Sector(s)": "song, and dance"})))
    assert run(["import", "song.csv", "--folder", "other"]) == 0
    assert f"Taken, into other/{CASES}:" in capsys.readouterr().out
    assert 'sectors: ["Song, and dance"]' in (home / "other" / CASES / "doorstep-choir.yaml").read_text(
        "utf-8"
    )


def test_all_or_none(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the disk fails midway, no file of an import is there."""
    before = contents(home)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("casedeck.disk.write.os.fsync", fail)
    assert run(["import", "ours.csv"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "the disk is full; make room on it and try again; nothing is changed" in said.err
    assert contents(home) == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["import", "nowhere.csv"], 1, "nowhere.csv cannot be read: there is no such file"),
        (["import", "decks/d.yaml"], 1, "decks/d.yaml: F110 casedeck does not know the ending .yaml"),
        (["import"], 2, "say which file you mean"),
        (
            ["import", "ours.csv", "--row", "1", "--row", "3", "--row", "9"],
            2,
            "--row: no case study stands in rows 1 and 9; leave",
        ),
        (["import", "ours.csv", "--row", "0"], 2, "no case study stands in row 0;"),
        (["export", "a.pdf"], 2, "a.pdf needs one of the endings .csv, .xlsx, .json"),
        (["export", "a.csv", "timpsn"], 2, 'unknown case study "timpsn"; did you mean "timpson"?'),
        (["export", "ours.csv"], 1, "ours.csv is already there; choose another name, or --replace"),
        (["export", "broken.csv", "broken"], 1, "broken.yaml:1:1: V101"),
    ],
)
def test_what_cannot_be_done_is_said(
    home: Path, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is not there, in the way or of another kind ends the command with words, and nothing is
    written.
    """
    workshop(home, {f"{CASES}/broken.yaml": "titel: x"})
    before = contents(home)
    assert run(arguments) == code
    assert message in capsys.readouterr().err
    assert contents(home) == before


def test_a_sheet_without_rows_is_no_mistake(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Headings alone end with 0 and a count of none."""
    (home / "empty.xlsx").write_bytes(xlsx_bytes(grid()))
    assert run(["import", "empty.xlsx"]) == 0
    assert "0 rows below the headings in row 1; 0 taken, 0 left." in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_export_and_import(home: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole library goes out and comes back, into a folder where it hides what ships."""
    assert run(["export", f"all.{kind}"]) == 0
    assert f"Wrote {len(stems(CASES))} case studies to all.{kind}." in capsys.readouterr().out
    assert run(["import", f"all.{kind}", "--replace"]) == 1
    assert run(["import", f"all.{kind}", "--hide"]) == 0
    assert sorted(path.stem for path in (home / CASES).iterdir()) == stems(CASES)
    assert run(["export", f"again.{kind}"]) == 0
    assert (home / f"again.{kind}").read_bytes() == (home / f"all.{kind}").read_bytes()


def test_export_some(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Case studies named, by title or by file, are written once each in the order given; --replace writes
    over a file.
    """
    assert run(["export", "ours.csv", "wigan-deal", "Timpson", "timpson", "--replace"]) == 0
    assert "Wrote 2 case studies to ours.csv." in capsys.readouterr().out
    text = (home / "ours.csv").read_text("utf-8")
    assert 0 < text.index("wigan-deal") < text.index("timpson")


def test_export_what_passes_filters(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Filters choose what is written, by themselves or among the case studies named; where nothing passes,
    nothing is written.
    """
    assert run(["export", "scotland.csv", "--country", "Scotland", "--full-card"]) == 0
    assert "Wrote 3 case studies to scotland.csv." in capsys.readouterr().out
    assert run(["export", "one.csv", "wevolution", "timpson", "--country", "Scotland"]) == 0
    assert "Wrote 1 case study to one.csv." in capsys.readouterr().out
    assert run(["export", "none.csv", "timpson", "--country", "Scotland"]) == 1
    assert "no case study passes these filters; nothing is written" in capsys.readouterr().err
    assert not (home / "none.csv").exists()


def test_another_order_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the order of opportunities is lost in a table, the command says so."""
    assert run(["import", "ours.csv"]) == 0
    path = home / CASES / "doorstep-choir.yaml"
    path.write_text(path.read_text("utf-8") + '  - planning: "It is so."\n', "utf-8")
    assert run(["export", "new.csv", "doorstep-choir"]) == 0
    assert (
        'In "doorstep-choir" the opportunities now stand in the order of the columns.'
        in capsys.readouterr().err
    )


@pytest.mark.parametrize("command", ["import", "export"])
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Both commands explain themselves with an example."""
    assert run([command, "--help"]) == 0
    assert f"Example:\n    casedeck {command} " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [(["--help"], False), (["import", "ours.csv"], False), (["export", "a.xlsx"], True)],
)
def test_openpyxl_is_loaded_only_for_workbooks(home: Path, arguments: list[str], loaded: bool) -> None:
    """Neither help nor a text file loads openpyxl; a workbook does."""
    done = python(
        "import sys\nfrom casedeck.cli import run\nrun(sys.argv[1:])\nprint('openpyxl' in sys.modules)",
        *arguments,
        cwd=home,
    )
    assert done.out.splitlines()[-1] == str(loaded)


@pytest.mark.parametrize("command", [["import", "ours.csv"], ["new", "case-study", "tool-library"]])
def test_nothing_is_written_where_nothing_is_read(
    home: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of case studies that is a link out of the facilitator's folder gets no file, for casedeck
    would read none from it.
    """
    elsewhere = home.parent / f"{home.name}-elsewhere"
    elsewhere.mkdir()
    (home / "assets").mkdir(exist_ok=True)
    (home / CASES).symlink_to(elsewhere)
    assert run(command) == 1
    assert "leads out of your folder" in capsys.readouterr().err
    assert list(elsewhere.iterdir()) == []
