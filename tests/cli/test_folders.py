"""The commands for folders: a folder of one's own, and schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from casedeck.cli import run
from tests.support.repository import ROOT
from tests.support.workshops import workshop


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {}))
    return tmp_path


class TestInit:
    """A folder of one's own."""

    def test_ready_to_build(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Init makes a folder whose deck builds at once and passes the schema beside it."""
        monkeypatch.chdir(tmp_path)
        assert run(["init", "mine"]) == 0
        assert "casedeck build decks/my-deck.yaml" in capsys.readouterr().out
        monkeypatch.chdir(tmp_path / "mine")
        assert run(["build", "decks/my-deck.yaml"]) == 0
        assert (tmp_path / "mine/output/my-deck/cards-index-a4.pdf").exists()
        import yaml

        schema = json.loads((tmp_path / "mine/deck.schema.json").read_text("utf-8"))
        values = yaml.safe_load((tmp_path / "mine/decks/my-deck.yaml").read_text("utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(values)) == []

    @pytest.mark.parametrize("name", ["decks/my-deck.yaml", "deck.schema.json"])
    @pytest.mark.parametrize("kind", ["file", "link", "broken link"])
    def test_nothing_overwritten(
        self, tmp_path: Path, name: str, kind: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Init writes over nothing and through no link, and makes nothing where it stops."""
        (tmp_path / "elsewhere").write_text("precious")
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True)
        if kind == "file":
            path.write_text("mine")
        else:
            path.symlink_to(tmp_path / ("elsewhere" if kind == "link" else "nowhere"))
        before = sorted(tmp_path.rglob("*"))
        assert run(["init", str(tmp_path / "mine")]) == 1
        assert "is already there; choose another folder" in capsys.readouterr().err
        assert sorted(tmp_path.rglob("*")) == before
        assert (tmp_path / "elsewhere").read_text() == "precious"

    def test_beside_other_files(self, tmp_path: Path) -> None:
        """A folder that holds other things can be used; they stay."""
        (tmp_path / "notes.txt").write_text("mine")
        assert run(["init", str(tmp_path)]) == 0
        assert (tmp_path / "notes.txt").read_text() == "mine"

    def test_file_in_the_way(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A file in the place of the folder, or of one inside it, is left alone and named."""
        (tmp_path / "decks").write_text("mine")
        assert run(["init", str(tmp_path / "decks")]) == 2
        assert run(["init", str(tmp_path)]) == 1
        assert "decks" in capsys.readouterr().err
        assert (tmp_path / "decks").read_text() == "mine"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("kind", "key"), [("deck", "cards"), ("case-study", "strapline"), ("theme", "colours")]
)
def test_schema(kind: str, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The schema of each kind of file is printed as JSON that schema readers accept, with the deck's as the
    usual one.
    """
    assert run(["schema", kind]) == 0
    out = capsys.readouterr().out
    Draft202012Validator.check_schema(json.loads(out))
    assert key in json.loads(out)["properties"]
    assert run(["schema"]) == 0
    assert (capsys.readouterr().out == out) is (kind == "deck")


def test_a_build_says_what_is_the_facilitators_own(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A case study, vocabulary or activity of one's own wins over the one that ships, and the build says so;
    otherwise it says nothing.
    """
    (home / "decks/one.yaml").write_text("title: One\ncards: [timpson]\nprint: [{cards: }]\n")
    assert run(["check", "decks/one.yaml"]) == 0
    assert "yours" not in capsys.readouterr().err
    for name in ("case-studies/timpson", "vocabulary/sectors"):
        path = home / f"assets/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / f"assets/{name}.yaml").read_bytes() + b"\n")
    assert run(["check", "decks/one.yaml"]) == 0
    said = (
        "yours, in place of what comes with casedeck: assets/case-studies/timpson.yaml and "
        "assets/vocabulary/sectors.yaml"
    )
    assert said in capsys.readouterr().err
