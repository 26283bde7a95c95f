"""`casedeck check` without a deck: the case studies of a folder, what is found in them, and what the shell is
told.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.cli import run
from tests.support.repository import stems
from tests.support.workshops import CASE, contents, workshop

CASES = "assets/case-studies"
SHIPPED = len(stems(CASES))
PASSED_OVER = f"Not checked: {SHIPPED} of those that come with casedeck; add --all for them.\n"
OURS = """\
title: Repair table
strapline: Neighbours mend toasters together, and in time they mend a street as well.
overview: On Tuesdays a table stands in the hall.
relationship spotlight: Whoever came to have a lamp mended comes back to hold the torch for somebody else.
keywords: [patient, handy, open]
type of place: community group
sectors: [neighbourliness]
location: Leeds, England
opportunities:
  - activities: Mending side by side lets talk come slowly, and nobody has to be good at it.
sources: [Notes of our own]
"""
SHORT = "ours.yaml:3:11: L102 the overview has 8 words; 59 to 83 are usual; say a little more\n"


def in_folder(home: Path, monkeypatch: pytest.MonkeyPatch, **cases: str) -> Path:
    """A facilitator's folder with these case studies, and casedeck running in it."""
    monkeypatch.chdir(workshop(home, {f"{CASES}/{name}.yaml": text for name, text in cases.items()}))
    return home


def test_own_case_studies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Findings in one's own case studies are printed with their places and counted; they are advice, nothing
    is written.
    """
    before = contents(in_folder(tmp_path, monkeypatch, ours=OURS, fine=CASE))
    assert run(["check"]) == 0
    captured = capsys.readouterr()
    (alike,) = [line for line in captured.out.splitlines() if "L105" in line]
    assert alike.startswith(f"{CASES}/fine.yaml:1:8: L105 ")
    assert captured.out.endswith(
        f"{CASES}/{SHORT}2 case studies: 0 without a finding, 2 findings in 2.\n{PASSED_OVER}"
    )
    assert captured.err == ""
    assert contents(tmp_path) == before


def test_no_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case study as it should be has no findings, also where it takes the place of one that ships, which is
    not compared with it.
    """
    in_folder(tmp_path, monkeypatch, timpson=CASE)
    assert run(["check"]) == 0
    left = PASSED_OVER.replace(str(SHIPPED), str(SHIPPED - 1))
    assert capsys.readouterr().out == f"1 case study: no findings.\n{left}"


def test_no_case_studies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder without any says so, and how to check those that ship."""
    in_folder(tmp_path, monkeypatch)
    assert run(["check"]) == 0
    assert capsys.readouterr().out == f"There are no case studies of your own here.\n{PASSED_OVER}"


def test_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--all checks those that ship as well."""
    in_folder(tmp_path, monkeypatch, ours=OURS)
    assert run(["check", "--all"]) == 0
    out = capsys.readouterr().out
    assert f"{CASES}/{SHORT}" in out
    assert f"\n{SHIPPED + 1} case studies: " in out
    assert "Not checked" not in out


def test_all_goes_without_a_deck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A deck and --all together are refused before anything is read."""
    in_folder(tmp_path, monkeypatch)
    assert run(["check", "d", "--all"]) == 2
    assert "--all goes with the case studies of a folder" in capsys.readouterr().err


def test_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be used ends with 1 and all its problems; what is found in the others is printed all
    the same.
    """
    in_folder(
        tmp_path,
        monkeypatch,
        ours=OURS,
        broken="title: x\nstrapline: **2\n",
        half=OURS + "consent: maybe\ndate: soon\n",
    )
    assert run(["check"]) == 1
    captured = capsys.readouterr()
    assert captured.out == (
        f"{CASES}/{SHORT}1 case study: 0 without a finding, 1 finding in 1, 2 more with "
        f"problems.\n{PASSED_OVER}"
    )
    lines = captured.err.splitlines()
    assert lines[0].startswith(f"{CASES}/broken.yaml:2:")
    assert [line.split()[1] for line in lines if "half.yaml" in line] == ["V106", "V108"]
    assert lines[-1] == f"{len(lines) - 1} problems found."


def test_other_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the words to choose from cannot be read, that is said first and nothing is judged by them."""
    in_folder(tmp_path, monkeypatch, ours=OURS)
    workshop(tmp_path, {"assets/vocabulary/countries.yaml": "uk: ["})
    assert run(["check"]) == 1
    captured = capsys.readouterr()
    assert "assets/vocabulary/countries.yaml:1:5: F104" in captured.err
    assert captured.out == ""
