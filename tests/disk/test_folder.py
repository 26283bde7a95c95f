"""A facilitator's folder laid over what ships: what is found, and what is never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casedeck.disk import folder as folder_module
from casedeck.disk.folder import MAX_BYTES, Folder, find_deck, font_folder, home_of, read_file, shipped, show
from casedeck.errors import Report
from casedeck.library.files import stem
from casedeck.library.library import Library
from tests.support.repository import ROOT, stems
from tests.support.workshops import workshop

CASES = "assets/case-studies"


def _stems(folder: Path) -> list[str]:
    return [stem(name) for name in Folder(folder).names(CASES)]


def test_what_ships_and_is_hidden_is_said(tmp_path: Path) -> None:
    """Files that hide ones that ship are known by name, however they are spelt; mere copies and others are
    not among them.
    """
    copy = (ROOT / f"{CASES}/cook.yaml").read_text("utf-8")
    cases = {f"{CASES}/Timpson.yml": "mine", f"{CASES}/ours.yaml": "ours", f"{CASES}/cook.yaml": copy}
    files = {**cases, "assets/vocabulary/benefits.yaml": ""}
    assert Folder(workshop(tmp_path, files)).hiding() == [
        f"{CASES}/Timpson.yml",
        "assets/vocabulary/benefits.yaml",
    ]
    assert Folder(shipped()).hiding() == []
    assert Folder(tmp_path / "nowhere").hiding() == []


def test_shipped() -> None:
    """What ships is found wherever casedeck runs from."""
    assert (shipped() / "decks/starter.yaml").is_file()
    assert (font_folder() / "Lato-Regular.ttf").is_file()
    assert Folder(shipped()).names(CASES) == sorted(f"{CASES}/{name}.yaml" for name in stems(CASES))


def test_laid_over(tmp_path: Path) -> None:
    """A facilitator's files join those that ship, and one of the same name takes the place of the one that
    ships.
    """
    made = Folder(
        workshop(
            tmp_path,
            {f"{CASES}/Timpson.yml": "mine", f"{CASES}/ours.yaml": "ours", f"{CASES}/.hidden.yaml": ""},
        )
    )
    names = made.names(CASES)
    assert {f"{CASES}/Timpson.yml", f"{CASES}/ours.yaml", f"{CASES}/cook.yaml"} <= set(names)
    assert not {f"{CASES}/timpson.yaml", f"{CASES}/.hidden.yaml"} & set(names)
    assert made.read(f"{CASES}/ours.yaml") == b"ours"
    assert b"COOK" in made.read(f"{CASES}/cook.yaml")
    assert made.names("assets/no-such-folder") == []
    assert [name for name in names if made.own(name)] == [f"{CASES}/Timpson.yml", f"{CASES}/ours.yaml"]


@pytest.mark.parametrize(
    "name", ["timpson.txt", "timpson.docx", "timpson.yaml~", "timpson.yaml.bak", "#timpson.yaml#"]
)
def test_other_files_hide_nothing(tmp_path: Path, name: str) -> None:
    """Notes and backups beside the case studies hide none of those that ship."""
    assert f"{CASES}/timpson.yaml" in Folder(workshop(tmp_path, {f"{CASES}/{name}": ""})).names(CASES)


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "assets/../../x",
        "/etc/passwd",
        "assets/pictures//etc/passwd/../x",
        "\\\\server\\share",
        "..\\x",
        "C:/x",
        "a\0b",
        "",
    ],
)
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    """No name leads out of the folder: not upwards, not from the root, not in the manner of Windows."""
    with pytest.raises(PermissionError):
        Folder(workshop(tmp_path, {})).read(name)


@pytest.mark.parametrize(
    ("target", "allowed"), [("outside.txt", False), ("home/decks/d.yaml", True), ("home/nowhere", False)]
)
def test_links(tmp_path: Path, target: str, allowed: bool) -> None:
    """A symbolic link is followed inside the folder and nowhere else."""
    (tmp_path / "outside.txt").write_text("secret")
    made = Folder(workshop(tmp_path / "home", {"assets/pictures/logo.png": tmp_path / target}))
    if allowed:
        assert made.read("assets/pictures/logo.png").startswith(b"title")
    else:
        with pytest.raises(PermissionError):
            made.read("assets/pictures/logo.png")


def test_linked_folder(tmp_path: Path) -> None:
    """A folder that is a link to somewhere else lends none of its files."""
    workshop(tmp_path / "other", {"x.yaml": "secret"})
    made = Folder(workshop(tmp_path / "home", {CASES: tmp_path / "other"}))
    with pytest.raises(PermissionError):
        made.read(f"{CASES}/x.yaml")


def test_home_may_be_a_link(tmp_path: Path) -> None:
    """The facilitator's folder itself may be reached by a link."""
    workshop(tmp_path / "real", {f"{CASES}/ours.yaml": "ours"})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert Folder(tmp_path / "link").read(f"{CASES}/ours.yaml") == b"ours"


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_no_files(tmp_path: Path, kind: str) -> None:
    """A folder or a pipe in the place of a file is refused at once; what ships under its name is not read
    instead.
    """
    made = Folder(workshop(tmp_path, {f"{CASES}/ours.yaml": ""}))
    if kind == "folder":
        (tmp_path / CASES / "timpson.yaml").mkdir()
    else:
        os.mkfifo(tmp_path / CASES / "timpson.yaml")
    with pytest.raises(PermissionError):
        made.read(f"{CASES}/timpson.yaml")
    with pytest.raises(OSError, match="it is not a file"):
        read_file(tmp_path / CASES / "timpson.yaml")


def test_missing(tmp_path: Path) -> None:
    """A file that is nowhere is said to be missing, not to lead out."""
    with pytest.raises(FileNotFoundError):
        Folder(tmp_path).read("assets/pictures/no.png")


def test_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the greatest size is read, one byte more is refused, and a huge one costs nothing."""
    monkeypatch.setattr(folder_module, "MAX_BYTES", 1000)
    file = tmp_path / "x"
    file.write_bytes(bytes(1000))
    assert len(read_file(file)) == 1000
    file.write_bytes(bytes(1001))
    with pytest.raises(OSError, match="it has more than 1,000 bytes"):
        read_file(file)
    with file.open("wb") as sparse:
        sparse.truncate(100 * MAX_BYTES)
    with pytest.raises(OSError, match="it has more than 1,000 bytes"):
        read_file(file)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_devices(device: str) -> None:
    """A device is no file."""
    if not Path(device).exists():
        pytest.skip("this system has no such device")
    with pytest.raises(OSError, match="it is not a file"):
        read_file(Path(device))


@pytest.mark.parametrize(
    ("deck", "home"),
    [("/a/decks/d.yaml", "/a"), ("/a/d.yaml", "/a"), ("/a/decks/b/d.yaml", "/a/decks/b"), ("/d.yaml", "/")],
)
def test_home_of(deck: str, home: str) -> None:
    """A deck belongs to the folder around its decks folder, or to the one that it lies in."""
    assert home_of(Path(deck)) == Path(home)


@pytest.mark.parametrize("name", ["x.yaml.txt", "x.yml", "x.yml.txt", "X.YAML.TXT", "decks/x.yaml.txt"])
def test_decks_as_notepad_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A deck is found by its bare name, whatever Notepad put behind it."""
    monkeypatch.chdir(tmp_path)
    Path("decks").mkdir()
    Path(name).write_text("title: x", "utf-8")
    assert find_deck(Path("x")) == Path(name)
    assert find_deck(Path(name)) == Path(name)
    assert stem(name).lower() == "x"


def test_case_studies_as_notepad_names_them(tmp_path: Path) -> None:
    """A case study whose file ends in .yaml.txt is one of the library's, by its own name, and hides the one
    that ships.
    """
    folder = tmp_path / "assets" / "case-studies"
    folder.mkdir(parents=True)
    text = (shipped() / "assets/case-studies/timpson.yaml").read_text("utf-8")
    (folder / "mine.yaml.txt").write_text(text.replace("title: Timpson", "title: Mine"), "utf-8")
    (folder / "timpson.yaml.txt").write_text(text.replace("title: Timpson", "title: Ours"), "utf-8")
    library = Library(Folder(tmp_path), Report())
    assert (library.cases["mine"].title, library.cases["timpson"].title) == ("Mine", "Ours")


def test_find_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deck is found by its path or by its bare name, in the facilitator's folder before what ships."""
    workshop(tmp_path, {"decks/starter.yaml": "", "x.yaml": ""})
    monkeypatch.chdir(tmp_path)
    assert find_deck(Path("x.yaml")) == Path("x.yaml")
    assert find_deck(Path("starter")) == Path("decks/starter.yaml")
    assert find_deck(Path("starter.yaml")) == Path("decks/starter.yaml")
    assert find_deck(Path("gallery-wall")) == shipped() / "decks/gallery-wall.yaml"
    assert find_deck(Path("nowhere")) == Path("nowhere")


def test_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is shown from here where it is below, else in full, and without signs that a terminal obeys."""
    monkeypatch.chdir(tmp_path)
    assert show(Path("decks/d.yaml")) == "decks/d.yaml"
    assert show(tmp_path / "d.yaml") == "d.yaml"
    assert show(tmp_path.parent / "d.yaml") == str(tmp_path.parent / "d.yaml")
    assert show(Path("a\x1b[2J\udcff.yaml")) == "a\ufffd[2J\ufffd.yaml"
