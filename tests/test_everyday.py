"""Files as people have them, from everyday programs to paper: each gives its right value. The files are in
tests/everyday/.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from casedeck.cli import run
from tests.support.processes import casedeck
from tests.support.repository import ROOT
from tests.support.workshops import workshop

FILES = ROOT / "tests/everyday"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {}))
    return tmp_path


def printed(deck: Path) -> str:
    """The words of all the PDFs that a deck makes, with one space between them; at a line's end a hyphen is a
    hyphen.
    """
    assert run(["build", str(deck)]) == 0
    pages = [
        page
        for path in sorted(Path("output", deck.stem).glob("*.pdf"))
        for page in pypdfium2.PdfDocument(path)
    ]
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\ufffe", "-").split())


def adopt(name: str, folder: str) -> Path:
    """One of the files, copied into a folder of the facilitator's."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(FILES / name, folder))


def card(name: str) -> str:
    """The words on the card of one of the case studies."""
    adopt(name, "assets/case-studies")
    deck = Path("decks/one.yaml")
    deck.write_text(f"title: One\ncards: [{Path(name).stem}]\nprint:\n  - cards:\n", "utf-8")
    return printed(deck)


@pytest.mark.parametrize(
    ("file", "taken", "said"),
    [
        ("hidden-rows/filtered.xlsx", ["garden-bench-club", "porch-choir"], "row 3    Withdrawn bakery"),
        (
            "hidden-rows/hidden-column.xlsx",
            ["kite-lunch"],
            'Not read, for the column is hidden in the sheet: "Strapline"',
        ),
        ("hidden-rows/struck.xlsx", ["window-club"], "row 3    Closed shed"),
        (
            "hidden-sheet-first/old-sheet-hidden.xlsx",
            ["new-entry-of-this-year"],
            'Hidden in the workbook, and not read: "2025 old"',
        ),
        ("macroman-csv/mac.csv", ["cafe-sunday"], '"Macintosh" text'),
        ("invisible-signs/import-zwj.csv", ["coop-cafe"], "signs that cannot be seen taken out (row 2)"),
    ],
)
def test_spreadsheets(file: str, taken: list[str], said: str, capsys: Capture) -> None:
    """What people see in a spreadsheet is taken, and what is left or put right is said."""
    assert run(["import", str(FILES / file)]) == 0
    assert said in capsys.readouterr().out
    assert sorted(path.stem for path in Path("assets/case-studies").iterdir()) == taken


def test_texts_of_a_mac() -> None:
    """A Mac's accents, dashes and quotation marks reach the card."""
    assert run(["import", str(FILES / "macroman-csv/mac.csv")]) == 0
    Path("decks/one.yaml").write_text("title: One\ncards: [Café Sunday]\nprint:\n  - cards:\n", "utf-8")
    words = printed(Path("decks/one.yaml"))
    assert "Café Sunday" in words
    assert "It’s the “slow table” that makes friends." in words


def test_accents_that_cannot_be_told(capsys: Capture) -> None:
    """A Polish file of one byte a letter is refused with the way to save it, never read wrongly."""
    assert run(["import", str(FILES / "macroman-csv/cp1250.csv")]) == 1
    assert 'save it as "CSV UTF-8" or as .xlsx' in capsys.readouterr().err
    assert not Path("assets/case-studies").exists()


@pytest.mark.parametrize(
    ("file", "warms", "said"),
    [
        (
            "hidden-rows/scores-filtered.xlsx",
            "warms Training (1) and Planning (5)",
            "left: row 3 (Test entry, hidden)",
        ),
        *(
            (
                f"scores-formats/{name}.xlsx",
                "Planning (1.5 on average, from 1 to 2), Storytelling (3) and Training",
                said,
            )
            for name, said in {
                "one-decimal": "",
                "two-decimals": "",
                "google-forms": "",
                "forms-words": 'read by the number in them: "1 - hardly at all"',
                "count-row": "left: row 4 (Mean score) and row 5 (Responses)",
                "count-row2": "left: row 4 (Durchschnitt)",
                "n-row": "left: row 5 (n)",
            }.items()
        ),
        (
            "scores-formats/text-numbers-nbsp.xlsx",
            "Planning (2.5 on average, from 2 to 3), Storytelling (3) and Training",
            "",
        ),
    ],
)
def test_scores(file: str, warms: str, said: str, capsys: Capture) -> None:
    """The scores of two people are counted, whatever else a form tool puts into the sheet, and it is said
    what was left.
    """
    assert run(["suggest", "--scores", str(FILES / file), "--at-most", "1"]) == 0
    captured = capsys.readouterr()
    assert warms in " ".join(captured.out.split())
    assert "the scores of 2 people are counted" in captured.err
    assert said in captured.err


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("invisible-signs/softhyphen.yaml", "A neighbourhood."),
        ("invisible-signs/shytitle.yaml", "Neighbourhood kitchen"),
        ("invisible-signs/zwj.yaml", "A coop and more."),
        ("invisible-signs/zwjtitle.yaml", "Coop café"),
        ("invisible-signs/lrm.yaml", "Name Ali here."),
        ("invisible-signs/zwsp.yaml", "A website and a joiner."),
        (
            "invisible-signs/zwspbreak.yaml",
            "A longwordwithzerowidthspacesisbrokenbywebpages andshouldbebroken",
        ),
        ("nonbreaking-hyphen/nbhyphen.yaml", "A well-being hub with follow-up."),
        ("hyphen-no-break/dash.yaml", "walking/singing/talking/ reading/writing"),
        ("hyphen-no-break/email.yaml", "many.parts@ a-very-long"),
        ("hyphen-no-break/emspace.yaml", "people meet every Friday evening and cook for one another"),
        ("hyphen-no-break/hyph.yaml", "and-listening-and-cooking-and-mending"),
        ("hyphen-no-break/url.yaml", "with-many-words-and-no-spaces/and/more"),
    ],
)
def test_texts_as_pasted(file: str, words: str) -> None:
    """Signs that nobody sees leave no trace on the card, and long words break where a reader expects it."""
    assert words in card(file)


def test_search_sees_no_soft_hyphens(capsys: Capture) -> None:
    """A word with soft hyphens in it is found by the word."""
    card("invisible-signs/softhyphen.yaml")
    assert run(["list", "--text", "neighbourhood", "--own"]) == 0
    assert "softhyphen" in capsys.readouterr().out


def test_titles_of_decks() -> None:
    """Cover and footers show the words of a deck's title alone."""
    words = printed(adopt("invisible-signs/deck-title.yaml", "decks"))
    assert words.count("Neighbourhood coop day") >= 3


def test_signs_without_a_shape(capsys: Capture) -> None:
    """Of a heart and its selector only the heart, which can be seen, is named as missing."""
    adopt("invisible-signs/heart-vs.yaml", "assets/case-studies")
    Path("decks/one.yaml").write_text("title: One\ncards: [heart-vs]\nprint:\n  - cards:\n", "utf-8")
    assert run(["check", "one"]) == 1
    said = capsys.readouterr().err
    assert "heavy black heart" in said
    assert "VARIATION" not in said.upper()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("apos", "apos.yaml:1:8: F104 a quotation mark opens here and is not closed"),
        ("hash-title", "hash-title.yaml:1:13: F112 the text ends before #3; put quotes round it"),
        (
            "missing-space",
            (
                'missing-space.yaml:1:6: F104 no space stands after the colon of "title"; put a space '
                "after the colon"
            ),
        ),
    ],
)
def test_slips(file: str, said: str, capsys: Capture) -> None:
    """A slip of the pen is named where it is, with what to do about it."""
    assert run(["check", str(adopt(f"yaml-quotes-and-hash/{file}.yaml", "decks"))]) == 1
    assert said in capsys.readouterr().err


def test_no_text_is_cut_short(capsys: Capture) -> None:
    """Each text of a case study that would end before a # is named, with the whole of it in quotes."""
    adopt("yaml-quotes-and-hash/hash-case.yaml", "assets/case-studies")
    assert run(["check"]) == 1
    said = capsys.readouterr().err
    assert said.count("F112") == 4
    assert '"We are the #1 meeting place on the estate."' in said


def test_times_in_curly_quotes() -> None:
    """A time in curly quotes is a time."""
    assert run(["check", str(adopt("yaml-quotes-and-hash/curly-quoted-time.yaml", "decks"))]) == 0


LOGO_THEME = "name: Ours\nextends: default\nlogo: {{file: {file}, alt: Three bars}}\n"


def with_logo(file: str) -> Image.Image:
    """The card of a deck whose theme has this logo, drawn at 300 dots an inch."""
    logo = adopt(file, "assets/pictures")
    Path("assets/themes").mkdir(parents=True)
    Path("assets/themes/ours.yaml").write_text(LOGO_THEME.format(file=logo.name), "utf-8")
    Path("decks/one.yaml").write_text(
        "title: One\ncards: [timpson]\nprint:\n  - cards: {theme: ours}\n", "utf-8"
    )
    assert run(["build", "one"]) == 0
    picture: Image.Image = (
        pypdfium2.PdfDocument(Path("output/one/cards-index-a4-ours.pdf"))[0].render(scale=300 / 72).to_pil()
    )
    return picture.convert("RGB")


def box_of(picture: Image.Image, wanted: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Where the dots of about this colour are."""
    near = [
        channel.point(lambda value, at=at: 255 * (abs(value - at) < 40))
        for channel, at in zip(picture.split(), wanted, strict=True)
    ]
    mask = Image.new("L", picture.size, 255)
    for each in near:
        mask = Image.composite(each, Image.new("L", picture.size, 0), mask)
    box = mask.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("file", ["exif2-mirror.jpg", "exif3.jpg", "exif6.jpg", "exif6.png", "exif6.webp"])
def test_logos_stand_as_a_viewer_shows_them(file: str) -> None:
    """Red, green and blue stand from left to right, side by side, 40 mm wide in all, however the camera was
    held.
    """
    picture = with_logo(f"logo-exif/{file}")
    red, green, blue = (box_of(picture, colour) for colour in ((220, 0, 0), (0, 140, 60), (0, 60, 200)))
    assert red[2] <= green[0] + 8
    assert green[2] <= blue[0] + 8
    assert abs(red[1] - blue[1]) < 8
    assert abs((blue[2] - red[0]) / 300 * 25.4 - 40) < 1


def test_grey_logo_of_sixteen_bits() -> None:
    """A picture with 65,536 greys shows its greys."""
    picture = with_logo("logo-16bit-grey/gray16.png").convert("L")
    corner = picture.crop((picture.width * 3 // 4, 0, picture.width, picture.height // 5))
    greys = {value for value, number in enumerate(corner.histogram()) if number > 2_000}
    assert len(greys) >= 4


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "cp437"])
def test_any_console(encoding: str, home: Path) -> None:
    """A name that the console has no letter for is printed all the same, and the command ends well."""
    adopt("console-cp1252/kai-kitchen.yaml", "assets/case-studies")
    adopt("console-cp1252/w.yaml", "decks")
    for command in (["list", "--own"], ["show", "kai-kitchen"], ["check", "w"], ["build", "w"]):
        done = casedeck(*command, cwd=home, PYTHONIOENCODING=encoding)
        assert (done.code, "Traceback" in done.err) == (0, False), command


def test_the_print_list_counts_every_file() -> None:
    """The cards and the front matter beside a pack are on the print list, and in its sum."""
    words = printed(adopt("print-list/pack.yaml", "decks"))
    assert "cards-index-a4.pdf A4 1 colour 18" in words
    assert "front-matter-a4.pdf A4 1 colour 8" in words
    assert "90 sheets of A4" in words


def test_more_pages_than_anybody_prints(capsys: Capture) -> None:
    """Eighteen items of a thousand copies each are refused with the number of pages, before anything is
    drawn.
    """
    assert run(["build", str(adopt("large-sheets/many-copies.yaml", "decks"))]) == 1
    assert "P105" in capsys.readouterr().err
    assert not Path("output").exists()
