"""What casedeck promises of files when it is killed, or the disk is full, before any single operation on
them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.disk.manifest import MANIFEST
from casedeck.disk.write import NOTE, write_all, write_folder, write_new, write_together
from tests.support.kills import FAILED, full_from_each, killed_at_each
from tests.support.workshops import contents, workshop

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot split a process in two")

OLD = {"a.pdf": b"old a", "b.pdf": b"old b", "stale.pdf": b"old s"}
NEW = {"a.pdf": b"new a", "b.pdf": b"new b", "c.pdf": b"new c"}
MINE = {"notes.txt": b"mine", "photos/one.png": b"mine too"}
HIDDEN = ".casedeck-new"


def seen(folder: Path) -> dict[str, bytes]:
    """The files that a person sees in a folder, without the note."""
    found = contents(folder) if folder.is_dir() else {}
    return {name: data for name, data in found.items() if not name.startswith(HIDDEN) and name != NOTE}


def fresh(
    folder: Path, files: dict[str, bytes], then: Callable[[], object] = lambda: None
) -> Callable[[], None]:
    """What makes a folder anew with these files in it, then does something more."""

    def made() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, data in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
        then()

    return made


def built(files: dict[str, bytes]) -> dict[str, bytes]:
    """Those of the files that a build wrote."""
    return {name: data for name, data in files.items() if name not in MINE and name != MANIFEST}


def mixed(files: dict[str, bytes], folder: Path) -> list[str]:
    """What breaks the promise of a build: a file that is half written, files of two builds side by side, or
    some missing without a note.
    """
    faults = [name for name, data in built(files).items() if data not in (OLD.get(name), NEW.get(name))]
    of_old = {name for name, data in built(files).items() if OLD.get(name) == data}
    of_new = {name for name, data in built(files).items() if NEW.get(name) == data}
    faults += ["two builds"] * bool(of_old and of_new)
    whole = built(files) in (OLD, NEW, {})
    faults += ["missing without a word"] * (not whole and not (folder / NOTE).exists())
    return faults


def test_build(tmp_path: Path) -> None:
    """Files of two builds are never side by side; people's own files stay; the next build puts everything
    right.
    """
    folder = tmp_path / "out"
    states = set()
    for number in killed_at_each(
        lambda: write_all(folder, NEW), fresh(folder, MINE, lambda: write_all(folder, OLD))
    ):
        found = seen(folder)
        assert mixed(found, folder) == [], number
        assert {name: found[name] for name in MINE} == MINE
        states.add(frozenset(built(found).items()))
        write_all(folder, {"other.pdf": b"other"})
        assert built(seen(folder)) == {"other.pdf": b"other"}, number
        assert not (folder / NOTE).exists()
        assert not (folder / HIDDEN).exists()
    assert len(states) > 4, "the process was killed while files moved"
    assert built(seen(folder)) == NEW


def test_a_build_that_replaces_file_by_file_is_found(tmp_path: Path) -> None:
    """The check above sees a build that writes its files one after the other."""
    folder = tmp_path / "out"

    def one_by_one() -> None:
        for name, data in NEW.items():
            (folder / name).write_bytes(data)

    faults = [
        mixed(seen(folder), folder)
        for _ in killed_at_each(one_by_one, fresh(folder, MINE, lambda: write_all(folder, OLD)))
    ]
    assert any("two builds" in each for each in faults)


def test_the_manifest_says_what_is_there(tmp_path: Path) -> None:
    """Where the list of files is there, each file that it names is as it says or is missing."""
    folder = tmp_path / "out"
    for number in killed_at_each(
        lambda: write_all(folder, NEW), fresh(folder, {}, lambda: write_all(folder, OLD))
    ):
        if not (folder / MANIFEST).exists():
            continue
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
        assert all(
            listed[name]["bytes"] == len(data) and name in listed
            for name, data in built(seen(folder)).items()
        ), number


def test_first_build(tmp_path: Path) -> None:
    """A first build that is killed leaves no file, or some and a note; the next one works."""
    folder = tmp_path / "deep" / "out"
    for _ in killed_at_each(
        lambda: write_all(folder, NEW), lambda: shutil.rmtree(tmp_path / "deep", ignore_errors=True)
    ):
        assert mixed(seen(folder), folder) == []
        write_all(folder, NEW)
        assert built(seen(folder)) == NEW


CASES = {"a.yaml": b"old a", "mine.yaml": b"mine"}
ROWS = {"a.yaml": b"new a", "b.yaml": b"new b", "c.yaml": b"new c"}


def test_import(tmp_path: Path) -> None:
    """Case studies are never missing: each is as it was or as it is to be, some of each only with a note; the
    next run puts them right.
    """
    folder = tmp_path / "case-studies"
    for number in killed_at_each(lambda: write_together(folder, ROWS, ["a.yaml"]), fresh(folder, CASES)):
        found = seen(folder)
        assert found["mine.yaml"] == b"mine"
        assert found["a.yaml"] in (b"old a", b"new a"), number
        assert all(data in (CASES.get(name), ROWS.get(name)) for name, data in found.items())
        if found not in (CASES, CASES | ROWS):
            assert "a.yaml" in (folder / NOTE).read_text(), number
        write_together(folder, {"d.yaml": b"d"})
        assert seen(folder) in (CASES | {"d.yaml": b"d"}, CASES | ROWS | {"d.yaml": b"d"})
        assert not (folder / NOTE).exists()
    assert seen(folder) == CASES | ROWS


def test_one_file(tmp_path: Path) -> None:
    """A spreadsheet that is exported over an old one is the old one or the new one, and there is no note."""
    folder = tmp_path / "here"
    for _ in killed_at_each(
        lambda: write_together(folder, {"a.yaml": b"new"}, ["a.yaml"]), fresh(folder, {"a.yaml": b"old"})
    ):
        assert seen(folder)["a.yaml"] in (b"old", b"new")
        assert not (folder / NOTE).exists()


def test_new(tmp_path: Path) -> None:
    """A new file is there whole or not at all, and what else is left is hidden and gone after the next."""
    folder = tmp_path / "case-studies"
    for _ in killed_at_each(
        lambda: write_new(folder / "a.yaml", b"whole"), fresh(folder, {"mine.yaml": b"mine"})
    ):
        found = seen(folder)
        assert found in ({"mine.yaml": b"mine"}, {"mine.yaml": b"mine", "a.yaml": b"whole"})
        write_new(folder / "b.yaml", b"next")
        assert contents(folder) == found | {"b.yaml": b"next"}
        assert sorted(os.listdir(folder)) == sorted([*found, "b.yaml"])  # noqa: PTH208  # names are all that is wanted


def made_anew(folder: Path) -> Callable[[], None]:
    """What takes a folder away."""
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def test_init(tmp_path: Path) -> None:
    """A folder that was being made has no half file in it, and can be made again under the same name."""
    folder = tmp_path / "mine"
    files = {"decks/my-deck.yaml": b"deck", "deck.schema.json": b"schema"}

    def make() -> None:
        write_folder(folder, ["decks", "assets/themes", "output"], files)

    for _ in killed_at_each(make, made_anew(folder)):
        found = seen(folder)
        assert all(files[name] == data for name, data in found.items())
        if found != files:
            make()
            assert not (folder / HIDDEN).exists()
        assert seen(folder) == files


def test_full_disk_while_building(tmp_path: Path) -> None:
    """A build for which there is no room leaves everything as it was, with nothing beside it."""
    folder = tmp_path / "out"
    before: dict[str, bytes] = {}

    def stage() -> None:
        fresh(folder, MINE, lambda: write_all(folder, OLD))()
        before.update(contents(folder))

    codes = []
    for code in full_from_each(lambda: write_all(folder, NEW), stage):
        codes.append(code)
        assert contents(folder) == before
        assert not (folder / HIDDEN).exists()
    assert set(codes) == {FAILED}
    assert len(codes) > 5


@pytest.mark.parametrize("work", ["together", "new"])
def test_full_disk_beside_others(work: str, tmp_path: Path) -> None:
    """Nor does an import or a new file."""
    folder = tmp_path / "case-studies"
    do = {
        "together": lambda: write_together(folder, ROWS, ["a.yaml"]),
        "new": lambda: write_new(folder / "x.yaml", b"x"),
    }[work]
    for code in full_from_each(do, fresh(folder, CASES)):
        assert (code, contents(folder)) == (FAILED, CASES)
        assert sorted(os.listdir(folder)) == sorted(CASES)  # noqa: PTH208  # names are all that is wanted


@pytest.mark.parametrize("there", [True, False])
def test_full_disk_while_making_a_folder(there: bool, tmp_path: Path) -> None:
    """On a full disk nothing is made, not even a folder."""
    folder = tmp_path / "mine"

    def stage() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if there:
            folder.mkdir()
            (folder / "notes.txt").write_bytes(b"mine")

    codes = []
    files = {"decks/my-deck.yaml": b"deck", "deck.schema.json": b"schema"}
    for code in full_from_each(
        lambda: write_folder(folder, ["decks", "assets/themes", "output"], files), stage
    ):
        codes.append(code)
        assert folder.exists() is there
        assert not there or [each.name for each in folder.rglob("*")] == ["notes.txt"]
    assert set(codes) == {FAILED}
    assert len(codes) > 5


def test_full_disk_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that writes says that the disk is full, and what became of the files that were there."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.chdir(workshop(tmp_path, {}))
    monkeypatch.setattr("casedeck.disk.write._put", full)
    said = "the disk is full; make room on it and try again"
    for arguments, after in {
        ("init", "mine"): "nothing is made",
        ("build", "d"): "earlier files there are untouched",
        ("suggest", "--cool-spot", "storytelling", "--build"): "earlier files there are untouched",
        ("new", "case-study", "x"): "nothing is changed",
        ("export", "x.csv"): "nothing is changed",
    }.items():
        assert run([*arguments]) == 1
        err = capsys.readouterr().err
        assert f"{said}; {after}" in err, err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["decks"]


def test_open_in_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be moved because another program has it open, as on Windows, the last build stays
    whole.
    """
    write_all(tmp_path, OLD)
    before = contents(tmp_path)
    rename = Path.rename

    def locked(self: Path, target: Path) -> Path:
        if self == tmp_path / "b.pdf":
            raise PermissionError(
                13, "The process cannot access the file because it is being used by another process"
            )
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(PermissionError):
        write_all(tmp_path, NEW)
    assert contents(tmp_path) == before


def test_somebody_elses_note(tmp_path: Path) -> None:
    """A file that happens to have the note's name stays."""
    (tmp_path / NOTE).write_text("mine")
    write_all(tmp_path, OLD)
    write_all(tmp_path, NEW)
    assert (tmp_path / NOTE).read_text() == "mine"
