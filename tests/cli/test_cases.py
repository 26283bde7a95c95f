"""The commands for case studies: lists for people and for programs, filters, and one case in full."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casedeck.cli import run
from tests.support.repository import stems
from tests.support.workshops import CASE, workshop

KEYS = {"id", "title", "benefits", "enablers", "opportunities", "sectors", "location"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {}))
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert run(["list", "--json", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    found: list[dict[str, object]] = json.loads(captured.out)
    return found


@pytest.mark.usefixtures("home")
class TestList:
    """Lists for people and for programs."""

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        """--json prints every case with its words as ids, in order of title."""
        cases = _json(capsys)
        assert sorted(str(case["id"]) for case in cases) == stems("assets/case-studies")
        assert all(set(case) >= KEYS for case in cases)
        titles = [str(case["title"]).casefold() for case in cases]
        assert titles == sorted(titles)
        (timpson,) = [case for case in cases if case["id"] == "timpson"]
        assert (timpson["title"], timpson["location"]) == ("Timpson", "UK")
        assert timpson["benefits"] == ["behaviour", "performance", "economic"]
        assert timpson["facts"] == []

    def test_facts_are_found_and_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is kept with a case and not printed is found by its words, in both lists, and shown by
        itself.
        """
        (leeds,) = _json(capsys, "--text", "spend was spent locally")
        fact = (
            "When counting began, 10% of what the Anchors spend was spent locally; now it is 50% "
            "(collection, row 3)."
        )
        assert (leeds["id"], leeds["facts"]) == ("leeds-anchor-network", [fact])
        assert run(["show", "leeds-anchor-network"]) == 0
        assert f"Fact: {fact}" in " ".join(capsys.readouterr().out.split())

    @pytest.mark.parametrize(
        ("option", "key", "word"),
        [
            ("--benefit", "benefits", "health"),
            ("--enabler", "enablers", "co-design"),
            ("--sector", "sectors", "education"),
            ("--type-of-place", "type_of_place", "charity"),
        ],
    )
    def test_filters(self, option: str, key: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A filter lists exactly the cases that have its word, however it is spelt."""
        everything = _json(capsys)
        found = _json(capsys, option, word.upper())
        assert 0 < len(found) < len(everything)
        assert found == [case for case in everything if word in list(case[key])]  # type: ignore[call-overload]

    def test_filters_together(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Two filters must both hold; one filter given twice lets either word pass."""

        def ids(*arguments: str) -> set[object]:
            return {case["id"] for case in _json(capsys, *arguments)}

        health, skills = ids("--benefit", "health"), ids("--benefit", "skills")
        assert ids("--benefit", "health", "--benefit", "skills") == health | skills
        assert ids("--benefit", "health", "--location", "England") == health & ids("--location", "England")

    def test_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The table names every case by what to write in a deck file, and counts them."""
        assert run(["list"]) == 0
        out = capsys.readouterr().out
        assert all(name in out for name in stems("assets/case-studies"))
        assert out.rstrip().endswith(f"{len(stems('assets/case-studies'))} case studies")

    def test_no_match(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Filters that nothing passes print no table but a sentence, and an empty list for programs."""
        arguments = ["--benefit", "health", "--benefit", "health", "--sector", "retail"]
        assert run(["list", *arguments]) == 0
        captured = capsys.readouterr()
        assert (captured.out, captured.err) == ("", "No case study passes these filters.\n")
        assert run(["list", "--json", *arguments]) == 0
        assert json.loads(capsys.readouterr().out) == []

    def test_own_cases(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One's own case studies are listed with those that ship; one with problems is left out with a
        word.
        """
        workshop(home / "x", {})
        folder = home / "assets/case-studies"
        folder.mkdir(parents=True)
        (folder / "ours.yaml").write_text(CASE.replace("title: Timpson", "title: Ours"))
        (folder / "broken.yaml").write_text("titel: x")
        assert run(["list", "--json"]) == 0
        captured = capsys.readouterr()
        ids = [case["id"] for case in json.loads(captured.out)]
        assert "ours" in ids
        assert "broken" not in ids
        assert "left out: assets/case-studies/broken.yaml:1:1: V101" in captured.err

    @pytest.mark.parametrize("word", ["timpson", "Timpson", "TIMPSON"])
    def test_show(self, word: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A case study is shown whole, by its file's name or its title."""
        assert run(["show", word]) == 0
        out = capsys.readouterr().out
        assert out.startswith("Timpson (timpson)\n")
        assert all(
            each in out
            for each in (
                "Relationship spotlight",
                "Top 3 benefits",
                "Top 3 enablers",
                "Key learning",
                "Location:",
            )
        )
        assert max(map(len, out.splitlines())) <= 80 or "Source:" in out
