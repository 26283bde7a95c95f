"""Names of files as different computers spell them: one name, whatever its capitals, its spaces and however é
is put together.
"""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from casedeck.cli import run
from casedeck.disk.folder import Folder, as_spelt, font_folder
from casedeck.library.files import SameNamesError
from casedeck.model.vocabulary import key
from tests.support.pictures import picture
from tests.support.repository import ROOT
from tests.support.tables import CHOIR, grid, xlsx_bytes
from tests.support.workshops import CALM, CASE, workshop

MAC, OTHERS = (normalize(form, "Café") for form in ("NFD", "NFC"))
"""The same four letters as a Mac writes them to its disk, and as everybody types them."""
FORMS = [
    (MAC, OTHERS),
    (OTHERS, MAC),
    ("CAFÉ", OTHERS),
    (normalize("NFD", "CAFÉ"), "café"),
    ("Straße", "STRASSE"),
]
ACTIVITY = (ROOT / "assets/activities/gallery.yaml").read_text("utf-8")


def test_the_two_are_not_the_same_text() -> None:
    """What these tests are about: the names look alike, and are not."""
    assert MAC != OTHERS
    assert (len(MAC), len(OTHERS)) == (5, 4)


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_key(one: str, other: str) -> None:
    """Names are compared without case, and each letter with its accents as one sign."""
    assert key(one) == key(other) != key("Cafe")


def _files(disk: str, typed: str) -> dict[str, str | bytes | Path]:
    """A folder whose files are spelt in one way, and a deck that names them in another."""
    deck = f"""title: T
cards: [{typed}, {{where: {{country: England}}, at most: 6}}]
session: {{people: 20, minutes: 60, activities: [{typed}]}}
print: [cards: {{theme: {typed}, paper: {typed}}}]
"""
    fonts = f"fonts: {{bold: {typed}.ttf}}\n"
    return {
        f"decks/{disk}.yaml": deck,
        f"assets/case-studies/{disk}.yaml": CASE,
        f"assets/activities/{disk}.yaml": ACTIVITY,
        f"assets/papers/{disk}.yaml": (ROOT / "assets/papers/A4.yaml").read_text("utf-8"),
        f"assets/themes/{disk}.yaml": f"{CALM}{fonts}logo: {{file: {typed}.png, alt: A mark}}\n",
        "assets/themes/a.yaml": f"name: A\nextends: {typed}\n",
        f"assets/pictures/{disk}.png": picture("PNG", 400, 160),
        f"assets/fonts/{disk}.ttf": (font_folder() / "Lato-Bold.ttf").read_bytes(),
        f"{disk}.xlsx": xlsx_bytes(grid(CHOIR)),
        f"{disk} scores.csv": "Name,Planning,Storytelling,Incentives\nAnn,5,1,2\n",
    }


SPACES = [
    ("Spring\u202fday", "Spring day"),
    ("Spring\xa0day", "Spring day"),
    ("Spring day", "Spring\xa0day"),
    ("Spring\xa0day", "Spring\u202fday"),
]
"""A space as a Mac writes it into the name of a picture of the screen, as web pages have it, and as everybody
types it.
"""


@pytest.mark.parametrize(("disk", "typed"), [*FORMS, *SPACES])
def test_everywhere(
    disk: str, typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Decks, case studies, activities, papers, themes, logos, fonts, spreadsheets and scores are found by
    either name.
    """
    monkeypatch.chdir(workshop(tmp_path, _files(disk, typed)))
    commands = [
        ["build", typed],
        ["build", f"decks/{typed}.yaml"],
        ["plan", typed],
        ["coverage", typed],
        ["show", typed],
        ["import", f"{typed}.xlsx"],
        ["suggest", "--scores", f"{typed} scores.csv"],
        ["export", f"{typed}.xlsx", "--replace", typed],
    ]
    for command in commands:
        assert run(command) == 0, (command, capsys.readouterr().err)
    (tmp_path / "decks/b.yaml").write_text("title: T\ncards: [timpson]\nprint: [cards: {theme: a}]\n")
    assert run(["build", "b"]) == 0, capsys.readouterr().err
    assert [each.name for each in tmp_path.glob("*.xlsx")] == [f"{disk}.xlsx"]
    assert len(list((tmp_path / "output").iterdir())) == 2


def test_another_name_is_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that differs in a letter is not found, and the near one is proposed."""
    files = {
        f"assets/themes/{MAC}.yaml": CALM,
        "decks/d.yaml": "title: T\ncards: [timpson]\nprint: [cards: {theme: Kafé}]\n",
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    assert run(["build", "d"]) == 1
    assert 'unknown theme "Kafé"; did you mean "Café"?' in capsys.readouterr().err


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are found with other capitals as well, as on Windows and on a Mac."""
    deck = "title: T\ncards: [timpson]\nprint: [cards: {theme: calm}]\n"
    files = {"Decks/d.yaml": deck, "Assets/Themes/Calm.yaml": CALM + "logo: {file: Logo.png, alt: A}\n"}
    monkeypatch.chdir(
        workshop(
            tmp_path, {**files, "Assets/PICTURES/logo.PNG": picture("PNG", 400, 160), "decks/d.yaml": deck}
        )
    )
    assert run(["build", "decks/d.yaml"]) == 0
    assert Folder(tmp_path).own("assets/themes/Calm.yaml")


ON_A_MAC = "1.30.05\u202fPM"


@pytest.mark.parametrize("typed", ["1.30.05 PM", "1.30.05\u202fPM", "1.30.05\xa0pm"])
def test_pictures_of_the_screen(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name that a Mac gives to a picture of its screen can be typed or copied into a theme."""
    name = "Screenshot 2027-03-12 at {}.png"
    files: dict[str, str | bytes | Path] = {
        "decks/d.yaml": "title: T\ncards: [timpson]\nprint: [cards: {theme: calm}]\n",
        "assets/themes/calm.yaml": CALM + f'logo: {{file: "{name.format(typed)}", alt: A mark}}\n',
        f"assets/pictures/{name.format(ON_A_MAC)}": picture("PNG", 400, 160),
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    assert run(["build", "d"]) == 0


def test_another_picture_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twin: a name with another minute, or without its space, is no such file."""
    deck = "title: T\ncards: [timpson]\nprint: [cards: {theme: calm}]\n"
    files: dict[str, str | bytes | Path] = {
        "assets/pictures/at 1.30\u202fPM.png": picture("PNG", 400, 160),
        "decks/d.yaml": deck,
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    for other in ("at 1.31 PM", "at 1.30PM"):
        (tmp_path / "assets/themes").mkdir(exist_ok=True)
        (tmp_path / "assets/themes/calm.yaml").write_text(
            CALM + f"logo: {{file: {other}.png, alt: A mark}}\n"
        )
        assert run(["build", "d"]) == 1
        assert f'T103 there is no picture "{other}.png"' in capsys.readouterr().err


TWINS = [("Logo.png", "logo.png"), (f"{MAC}.png", f"{OTHERS}.png"), ("a\xa0b.png", "a b.png")]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins(
    one: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two files whose names differ only so are an error that names both."""
    files: dict[str, str | bytes | Path] = {
        "decks/d.yaml": "title: T\ncards: [timpson]\nprint: [cards: {theme: calm}]\n",
        "assets/themes/calm.yaml": CALM + f"logo: {{file: {one}, alt: A mark}}\n",
        f"assets/pictures/{one}": picture("PNG", 400, 160),
        f"assets/pictures/{other}": picture("PNG", 400, 160),
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    if len(list((tmp_path / "assets/pictures").iterdir())) < 2:
        pytest.skip("this disk holds only one of the two")
    assert run(["build", "d"]) == 1
    said = capsys.readouterr().err
    assert "F109" in said
    assert one in said
    assert other in said
    assert ("look the same" in said) is (one != "Logo.png")
    assert "rename one of them" in said


@pytest.mark.parametrize(("one", "other"), [("Away.yaml", "away.yaml"), (f"{MAC}.yaml", f"{OTHERS}.yaml")])
def test_twin_decks_and_themes(
    one: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two decks, and two themes, whose names differ only so are named as well."""
    deck = f"title: T\ncards: [timpson]\nprint: [cards: {{theme: {Path(one).stem}}}]\n"
    files = {
        f"decks/{one}": deck,
        f"decks/{other}": deck,
        f"assets/themes/{one}": CALM,
        f"assets/themes/{other}": CALM,
    }
    monkeypatch.chdir(workshop(tmp_path, {**files, "decks/d.yaml": deck}))
    if len(list((tmp_path / "decks").iterdir())) < 3:
        pytest.skip("this disk holds only one of the two")
    assert run(["build", Path(one).stem]) == 1
    said = capsys.readouterr().err
    assert one in said
    assert other in said
    assert run(["build", "d"]) == 1
    assert "F109" in capsys.readouterr().err


def test_as_spelt(tmp_path: Path) -> None:
    """A path is given as it is on the disk; one that is nowhere stays as it is."""
    (tmp_path / "Café").mkdir()
    (tmp_path / "Café" / "Deck.yaml").touch()
    assert as_spelt(tmp_path / "café" / "deck.YAML") == tmp_path / "Café" / "Deck.yaml"
    assert as_spelt(tmp_path / "other" / "deck.yaml") == tmp_path / "other" / "deck.yaml"
    assert as_spelt(Path()) == Path()
    (tmp_path / "b.yaml").touch()
    (tmp_path / "B.yaml").touch()
    if len(list(tmp_path.glob("[bB].yaml"))) == 2:
        with pytest.raises(SameNamesError):
            as_spelt(tmp_path / "b.yaml")
