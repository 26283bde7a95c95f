"""Facilitators' folders made for one test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.support.repository import ROOT

DECK = "title: A deck\ncards: [timpson]\nprint:\n  - cards: {}\n"
CALM_DECK = "title: A deck\ncards: [timpson]\nprint:\n  - cards: {theme: calm}\n"
CALM = "name: Calm\nextends: default\n"
CASE = (ROOT / "assets/case-studies/timpson.yaml").read_text("utf-8")


def workshop(folder: Path, files: Mapping[str, str | bytes | Path]) -> Path:
    """A folder with these files; a Path makes a symbolic link. Without a decks/d.yaml it gets one."""
    for name, data in {"decks/d.yaml": DECK, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, Path):
            path.symlink_to(data)
        else:
            path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
