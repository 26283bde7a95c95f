"""One run at a time writes to a folder, and what a run that was cut off has left there is put right."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from casedeck.disk import write
from casedeck.disk.write import write_all
from tests.support.workshops import contents

OLD = {"a.pdf": b"old a", "b.pdf": b"old b"}
NEW = {"a.pdf": b"new a", "c.pdf": b"new c"}


def _built(folder: Path) -> dict[str, bytes]:
    """A folder with an earlier build in it, and what is there."""
    write_all(folder, OLD)
    return contents(folder)


@pytest.mark.parametrize("at", range(1, 7))
def test_killed_midway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Wherever a build is cut off for good while files are moved, the next run first puts right what it left:
    all old, or all new.
    """
    before = _built(tmp_path)
    moves = 0

    class Cut(BaseException):
        """The computer stops: nothing is put back."""

    def cut_at(move: Callable[..., Any]) -> Callable[..., Any]:
        def moved(self: Path, *arguments: Any, **options: Any) -> Any:
            nonlocal moves
            moves += 1
            if moves == at:
                raise Cut
            return move(self, *arguments, **options)

        return moved

    with monkeypatch.context() as patched:
        patched.setattr(write, "_put_back", lambda *_: None)
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)
        for name in ("replace", "rename", "unlink"):
            patched.setattr(Path, name, cut_at(getattr(Path, name)))
        with pytest.raises(Cut):
            write_all(tmp_path, NEW)
    with write._alone_in(tmp_path):
        pass
    left = contents(tmp_path)
    assert left == before or {name for name in left if name != "manifest.json"} == set(NEW)


def test_what_was_changed_since_is_kept(tmp_path: Path) -> None:
    """A file that somebody changed after a run was cut off is not overwritten by the old one that comes back,
    nor is it taken away.
    """
    _built(tmp_path)
    staging = tmp_path / write._STAGING
    (staging / ".old").mkdir(parents=True)
    (staging / ".old" / "a.pdf").write_bytes(b"old a")
    (staging / ".old" / "b.pdf").write_bytes(b"old b")
    (staging / ".new").write_text(
        json.dumps({name: sha256(b"new").hexdigest() for name in ("a.pdf", "b.pdf", "c.pdf", "d.pdf")})
    )
    for name, data in {"a.pdf": b"mine", "b.pdf": b"new", "c.pdf": b"new", "d.pdf": b"mine as well"}.items():
        (tmp_path / name).write_bytes(data)
    with write._alone_in(tmp_path):
        pass
    left = {name: data for name, data in contents(tmp_path).items() if name != "manifest.json"}
    assert left == {"a.pdf": b"mine", "b.pdf": b"old b", "d.pdf": b"mine as well"}


def test_two_at_once(tmp_path: Path) -> None:
    """While one build writes to a folder another is told so and changes nothing; afterwards it can."""
    before = _built(tmp_path)
    with (
        write._alone_in(tmp_path),
        pytest.raises(OSError, match="another casedeck is writing there; try again in a moment"),
    ):
        write_all(tmp_path, NEW)
    assert contents(tmp_path) == before
    write_all(tmp_path, NEW)
