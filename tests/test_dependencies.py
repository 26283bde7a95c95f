"""The ends of the ranges of versions between which casedeck is tested."""

from __future__ import annotations

from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import dependencies
from tests.dependencies import PROJECT, end, main, requirements

VERSIONS = ("1.9", "2.1.5", "2.1", "2.10", "2.2rc1", "3.0")


def test_every_range_has_two_ends() -> None:
    """Each package has a lowest version to try and an end to which it is trusted."""
    ranges = list(requirements(PROJECT.read_text("utf-8")))
    assert {"click", "pikepdf", "pypdfium2", "pyyaml"} <= {each.name for each in ranges}
    assert [each for each in ranges if {limit.operator for limit in each.specifier} != {">=", "<"}] == []


def test_open_ranges_are_seen() -> None:
    """Twin: packages of extras count, the project itself does not, and a range without an end has one
    operator only.
    """
    text = (
        '[project]\nname = "x"\ndependencies = ["a>=1"]\noptional-dependencies = {more = ["b<2", '
        '"x[less]"], less = ["c>=1,<2"]}\n'
    )
    assert [str(each) for each in requirements(text)] == ["a>=1", "b<2", "c<2,>=1"]


@pytest.mark.parametrize(
    ("line", "lowest", "highest"),
    [("x>=2,<3", "2.1", "2.10"), ("x>=2.1.5,<3", "2.1.5", "2.10"), ("x>=1,<4", "1.9", "3.0")],
)
def test_the_ends_of_a_range(line: str, lowest: str, highest: str) -> None:
    """Versions are compared as numbers, and those for trying out are not taken."""
    assert (end(Requirement(line), VERSIONS, "lowest"), end(Requirement(line), VERSIONS, "highest")) == (
        lowest,
        highest,
    )


def test_a_range_without_versions() -> None:
    """A range that nothing can fulfil stops the run."""
    with pytest.raises(ValueError, match="empty"):
        end(Requirement("x>=4"), VERSIONS, "lowest")


def test_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Constraints are printed one a line, and a package of another version is named with both."""
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\nname = "x"\ndependencies = ["a>=2,<3", "b>=1"]\n', "utf-8")
    monkeypatch.setattr(dependencies, "PROJECT", project)
    monkeypatch.setattr(dependencies, "published", {"a": VERSIONS, "b": VERSIONS}.__getitem__)
    monkeypatch.setattr(dependencies, "version", {"a": "2.10.0", "b": "2.1"}.__getitem__)
    assert (main("lowest"), capsys.readouterr().out) == (0, "a==2.1\nb==1.9\n")
    assert (main("highest", "--check"), capsys.readouterr().out) == (
        1,
        "b 2.1 is installed; the highest version that pyproject.toml allows is 3.0\n",
    )
