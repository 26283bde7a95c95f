"""The plan command, and what build takes of a session on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casedeck.cli import run
from tests.support.audit import read_pdf
from tests.support.decks import WORKSHOP
from tests.support.packs import CARDS, pack_deck
from tests.support.processes import casedeck
from tests.support.workshops import contents, workshop

SAMPLE = (WORKSHOP / "assets/activities/sample-walk.yaml").read_text("utf-8")
SIX = CARDS[:6]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with a deck that prints a pack, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {"decks/s.yaml": pack_deck("gallery", cards=SIX)}))
    return tmp_path


def planned(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What plan prints as JSON."""
    assert run(["plan", "decks/s.yaml", "--json", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


@pytest.mark.usefixtures("home")
class TestPlan:
    """Numbers before anything is printed."""

    def test_text(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The plan is said in words, and nothing is written."""
        before = contents(home)
        assert run(["plan", "decks/s.yaml"]) == 0
        captured = capsys.readouterr()
        assert captured.out.startswith("Relationships and health, Friday 12 March 2027: 24 people, 6 cards, ")
        assert "Print list" in captured.out
        assert captured.err == ""
        assert contents(home) == before

    def test_options_count(self, capsys: pytest.CaptureFixture[str]) -> None:
        """People, minutes and activities said here count, whatever the deck file says; what is not said is
        the deck's.
        """
        usual = planned(capsys)
        assert (usual["people"], [each["id"] for each in usual["activities"]]) == (24, ["gallery"])
        assert planned(capsys, "--people", "12")["people"] == 12
        assert planned(capsys, "--minutes", "28")["minutes"] == 28
        two = planned(
            capsys, "--activity", "co-presentation", "--activity", "Divergent Connections", "--people", "8"
        )
        assert [each["id"] for each in two["activities"]] == ["co-presentation", "divergent-connections"]
        assert two["people"] == 8

    def test_a_deck_without_a_session(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A deck that says nothing of a session is planned with what is said here, and refused with the way
        out without it.
        """
        assert run(["plan", "decks/d.yaml", "--people", "8", "--activity", "make your own case study"]) == 0
        assert "8 people, 1 card" in capsys.readouterr().out
        assert run(["plan", "decks/d.yaml"]) == 1
        said = capsys.readouterr().err
        assert (
            "decks/d.yaml:1:1: S101 the session does not say what its activities are; add a line such "
            "as activities: [gallery]"
        ) in said

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (
                ["--people", "3"],
                "decks/s.yaml:12:3: S102 gallery is for 4 to 96 people, not for 3; invite more people, or ",
            ),
            (["--minutes", "12"], "S102 12 minutes is too short for gallery with 24 people; it needs "),
            (["--activity", "galery"], 'V106 unknown activity "galery"; did you mean "gallery"?'),
            (["--activity", ""], 'V106 unknown activity ""'),
        ],
    )
    def test_what_cannot_be(
        self, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """An impossible session ends with 1, and says at the session's place what is wrong and the way
        out.
        """
        assert run(["plan", "decks/s.yaml", *arguments]) == 1
        captured = capsys.readouterr()
        assert message in captured.err
        assert captured.out == ""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--people", "0"], '"0" is not a whole number from 1 to 500'),
            (["--people", "many"], '"many" is not a whole number from 1 to 500'),
            (["--minutes", "9"], '"9" is not a whole number from 10 to 600'),
            (["--theme", "x"], "there is no option --theme"),
            (["--activity", "gallery"] * 6, "6 activities are too many for one session; 5 is the most"),
        ],
    )
    def test_usage(self, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Numbers out of range and options there are none of end with 2."""
        assert run(["plan", "decks/s.yaml", *arguments]) == 2
        assert message in capsys.readouterr().err

    def test_an_activity_of_ones_own(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A file in one's own folder is an activity by its name; a broken one is said at its place and stops
        nothing else.
        """
        workshop(home, {"assets/activities/ours.yaml": SAMPLE, "assets/activities/broken.yaml": "name: x"})
        assert planned(capsys, "--activity", "ours")["activities"][0]["name"] == "Sample walk"
        assert run(["plan", "decks/s.yaml", "--activity", "broken"]) == 1
        assert (
            'assets/activities/broken.yaml:1:1: V102 "purpose" is missing in an activity'
            in capsys.readouterr().err
        )


def sheets(folder: Path) -> dict[str, int]:
    """The pages of each PDF in a folder."""
    return {path.name: read_pdf(path.read_bytes()).pages for path in sorted(folder.glob("*.pdf"))}


def test_build_takes_what_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build prints the pack for the people and activities said, with the copies that plan counts."""
    assert run(["build", "decks/s.yaml", "--people", "10", "--activity", "divergent-connections"]) == 0
    said = capsys.readouterr().out
    made = sheets(home / "output/s")
    assert made["02-divergent-connections-cards-to-deal.pdf"] == 20
    assert not any("gallery" in name for name in made)
    assert all(name in said for name in made)
    plan = planned(capsys, "--people", "10", "--activity", "divergent-connections")
    assert [each["pages"] for each in plan["activities"][0]["print"]] == list(made.values())[2:]


def test_build_says_sheets(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The summary says of each file how many sheets of which paper it takes."""
    assert run(["build", "decks/s.yaml"]) == 0
    said = capsys.readouterr().out
    assert "2 pages, 1 sheet of A4 printed on both sides" in said
    assert "7 copies of 1 page, 7 sheets of A4 printed on one side" in said
    assert sheets(home / "output/s")["03-gallery-response-slips.pdf"] == 7


def test_a_refused_session_leaves_the_last_pack(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A session that cannot be writes nothing, and the last pack stays as it was; files no longer made go."""
    assert run(["build", "decks/s.yaml"]) == 0
    before = contents(home / "output")
    assert run(["build", "decks/s.yaml", "--people", "400"]) == 1
    assert "S102" in capsys.readouterr().err
    assert contents(home / "output") == before
    assert run(["build", "decks/s.yaml", "--activity", "co-presentation"]) == 0
    assert not any("gallery" in name for name in contents(home / "output"))


def test_check_judges_the_pack(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Check makes the pack without writing it, and finds what build finds."""
    assert run(["check", "decks/s.yaml"]) == 0
    assert "No problems found." in capsys.readouterr().out
    assert not (home / "output").exists()
    (home / "decks/s.yaml").write_bytes(pack_deck("gallery", people=3, cards=SIX))
    assert run(["check", "decks/s.yaml"]) == 1
    assert "S102" in capsys.readouterr().err


def test_same_bytes_in_another_process(home: Path) -> None:
    """A pack has the same bytes whatever the seed for hashing."""
    found = []
    for seed in ("1", "2"):
        assert casedeck("build", "decks/s.yaml", "--people", "8", cwd=home, PYTHONHASHSEED=seed).code == 0
        found.append(contents(home / "output"))
    assert found[0] == found[1]
    assert len(found[0]) == 8


def test_names_of_supplies_cannot_leave_the_folder(home: Path) -> None:
    """A supply called like a path is written in the output folder like any other."""
    workshop(
        home, {"assets/activities/ours.yaml": SAMPLE.replace("name: Wall cards", 'name: "../../Wall: a/b"')}
    )
    assert run(["build", "decks/s.yaml", "--activity", "ours"]) == 0
    assert "02-ours-wall-a-b.pdf" in sheets(home / "output/s")
