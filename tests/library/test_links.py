"""The file of links: an address for each case study, in the facilitator's own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.library.library import Library
from tests.support.reading import Overlay, library_of, lines
from tests.support.tables import xlsx_bytes
from tests.support.workshops import workshop

ROWS = [
    ["Our links"],
    ["Name", "Website"],
    ["Timpson", "https://example.org/t"],
    ["buffer-remote-working", ""],
    ["COOK", "mailto:a@b.org"],
]
FILES: dict[str, str | bytes] = {
    "links.yaml": 'Timpson: https://example.org/t\nBuffer: ""\nCOOK: mailto:a@b.org\n'.replace(
        "Buffer:", '"Buffer: remote working":'
    ),
    "links.csv": (
        "\ufeffName;Website\nTimpson;https://example.org/t\nBuffer: remote working;\nCOOK;mailto:a@b.org\n"
    ),
    "Links.xlsx": xlsx_bytes(ROWS),
}


def _read(**files: str | bytes) -> tuple[Library, list[str]]:
    library, report = library_of(Overlay({f"assets/{name}": data for name, data in files.items()}))
    return library, lines(report)


@pytest.mark.parametrize("name", FILES)
def test_links(name: str) -> None:
    """Every kind of file gives the cases that it names their links; the others have those of their own, or
    none.
    """
    library, problems = _read(**{name: FILES[name]})
    assert problems == []
    before, _ = _read()
    changed = {
        each.id: each.link for each in library.cases.values() if each.link != before.cases[each.id].link
    }
    assert changed == {"timpson": "https://example.org/t", "cook": "mailto:a@b.org"}
    assert library.cases["timpson"].place("link").file == f"assets/{name}"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        (
            "links.yaml",
            "timpsn: https://example.org",
            '1:1: D101 unknown case study "timpsn"; did you mean "timpson"?',
        ),
        (
            "links.yaml",
            "timpson: example.org",
            '1:10: V111 "example.org" is not an address a card can carry; write it in full, like',
        ),
        (
            "links.yaml",
            "cook: https://a.org\ntimpson: https://a.org\n'TIMPSON!!': https://b.org",
            "3:1: F107 the key",
        ),
        (
            "links.yaml",
            "- timpson",
            "1:1: V103 names and addresses are needed here; write each link on one line, like",
        ),
        (
            "links.yaml",
            "timpson: [a]",
            "1:10: V103 an address is needed here; write each link on one line, like",
        ),
        (
            "links.csv",
            "Name,Link\n\nTimpsn,https://example.org",
            '3:1: D101 unknown case study "Timpsn"; did you mean "timpson"?',
        ),
        (
            "links.csv",
            "Name,Link\nTimpson,example.org",
            '2:2: V111 "example.org" is not an address a card can carry',
        ),
        (
            "links.csv",
            "Name,Link\nTimpson,https://a.org\nx,\ntimpson,https://b.org",
            '4:1: D102 "timpson" has two links; the first stands in assets/links.csv:2:2',
        ),
        (
            "links.csv",
            "Name,Link\n,https://a.org",
            "2:1: V102 no name stands beside https://a.org; write the name of the case study",
        ),
        (
            "links.csv",
            "a,b\nTimpson,https://a.org",
            " F111 no row has headings that casedeck knows; one with Name and Link is needed",
        ),
    ],
)
def test_what_is_wrong(name: str, text: str, problem: str) -> None:
    """A slip is named at its line, or at its row and column, with the way out."""
    _, problems = _read(**{name: text})
    assert len(problems) == 1
    assert problems[0].startswith(f"assets/{name}:{problem}")


def test_two_files() -> None:
    """Links in two files are a problem that names both, and neither is read."""
    library, problems = _read(**{"links.csv": FILES["links.csv"], "links.yaml": FILES["links.yaml"]})
    assert problems == [
        (
            "assets/links.yaml: F109 links stand in assets/links.csv as well; put them all into one of the "
            "two files"
        ),
    ]
    assert not library.cases["timpson"].link


def test_a_file_to_start_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is started changes nothing until an address is put in; then the card has it, and nothing is
    made twice.
    """
    monkeypatch.chdir(workshop(tmp_path, {}))
    assert run(["new", "links"]) == 0
    path = tmp_path / "assets/links.csv"
    assert "Buffer: remote working," in path.read_text("utf-8-sig")
    assert run(["check"]) == 0
    path.write_text(path.read_text("utf-8-sig").replace("Timpson,", "Timpson,https://example.org/t"), "utf-8")
    capsys.readouterr()
    assert run(["show", "timpson"]) == 0
    assert "Link: https://example.org/t" in capsys.readouterr().out
    assert run(["new", "links"]) == 1
    assert "assets/links.csv is already there; open that" in capsys.readouterr().err
    path.write_text("Name,Link\nTimpsn,https://example.org\n")
    assert run(["check"]) == 1
