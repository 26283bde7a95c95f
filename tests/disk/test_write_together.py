"""Writing files beside those of others: all or none, and nothing replaced that was not to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.disk.write import write_together
from tests.support.moves import cut_off_at
from tests.support.workshops import contents

FILES = {"a.yaml": b"new a", "b.yaml": b"new b"}


def test_writes(tmp_path: Path) -> None:
    """The files are there with the folders around them, beside what was there, and nothing else is."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "mine").write_bytes(b"mine")
    write_together(tmp_path / "x", FILES)
    assert contents(tmp_path) == {"x/mine": b"mine", "x/a.yaml": b"new a", "x/b.yaml": b"new b"}


def test_replaces_only_what_it_may(tmp_path: Path) -> None:
    """A file that is not among those to replace stops everything; one that is gives way."""
    (tmp_path / "b.yaml").write_bytes(b"old b")
    with pytest.raises(FileExistsError, match="already there"):
        write_together(tmp_path, FILES, ["a.yaml"])
    assert contents(tmp_path) == {"b.yaml": b"old b"}
    write_together(tmp_path, FILES, ["b.yaml"])
    assert contents(tmp_path) == FILES


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_only_files_give_way(tmp_path: Path, kind: str) -> None:
    """A folder or a link is never replaced, nor written through."""
    target = tmp_path / "elsewhere"
    target.write_bytes(b"precious")
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "a.yaml"
    path.mkdir() if kind == "folder" else path.symlink_to(target)
    with pytest.raises(FileExistsError):
        write_together(tmp_path / "out", FILES, list(FILES))
    assert target.read_bytes() == b"precious"
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("failing", [1, 2])
def test_failing_midway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    """Wherever moving the files into place fails, the old ones come back and no new one stays."""
    (tmp_path / "b.yaml").write_bytes(b"old b")
    cut_off_at(monkeypatch, failing)
    with pytest.raises(KeyboardInterrupt):
        write_together(tmp_path, FILES, list(FILES))
    assert contents(tmp_path) == {"b.yaml": b"old b"}
    write_together(tmp_path, FILES, list(FILES))
    assert contents(tmp_path) == FILES
