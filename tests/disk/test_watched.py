"""Files that are watched: which count as changed."""

from __future__ import annotations

from pathlib import Path

from casedeck.disk.watched import differing, look
from tests.support.workshops import workshop

FILES = {"assets/themes/calm.yaml": "one", "assets/themes/.hidden/x.yaml": "one", "assets/.trash": "one"}


def test_new_gone_and_changed_files_are_named(tmp_path: Path) -> None:
    """A file that was read counts when it changes, any when it comes or goes, and hidden ones never."""
    home = workshop(tmp_path, {**FILES, "assets/themes/loud.yaml": "one"})
    calm, loud, deck = (
        home / "assets/themes/calm.yaml",
        home / "assets/themes/loud.yaml",
        home / "decks/d.yaml",
    )
    before = look(home, [deck])
    for path in (calm, loud, deck, home / "assets/.trash", home / "assets/themes/.hidden/x.yaml"):
        path.write_text("longer than before", "utf-8")
    now = look(home, [deck])
    assert differing(before, now, {deck, calm}) == ["calm.yaml", "d.yaml"]
    assert differing(before, now, None) == ["calm.yaml", "d.yaml", "loud.yaml"]
    loud.unlink()
    (home / "assets/themes/new.yaml").write_text("new", "utf-8")
    assert differing(now, look(home, [deck]), {deck}) == ["loud.yaml", "new.yaml"]
    assert differing(now, now, None) == []


def test_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    """A folder without assets has no files, and one that is gone is not among them."""
    assert look(tmp_path, [tmp_path / "nowhere.yaml"]) == {}
