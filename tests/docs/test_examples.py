"""Examples load, can be built, and bring what is shown below them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import build
from casedeck.cli import run
from casedeck.disk.folder import Folder, shipped
from casedeck.errors import DeckError, Place, Report
from casedeck.exchange.columns import columns
from casedeck.exchange.own_headings import read_told
from casedeck.library.activities import ACTIVITIES
from casedeck.library.activity import read_activity
from casedeck.library.card_size import CARD_SIZES
from casedeck.library.library import Library
from casedeck.library.paper import PAPERS
from casedeck.library.shelf import File
from casedeck.library.theme import THEMES
from casedeck.notation.yaml import parse
from casedeck.session.blocks import block_minutes, load_of
from casedeck.worksheets.file import WORKSHEETS
from tests.docs.support import NAMES, PAGES, example, examples, page, put, put_picture, with_companions

WITH_EXAMPLES = [name for name in NAMES if examples(page(name))]
PLACE = Place("page.md")


def check_examples(text: str, folder: Path) -> int:
    """Put a page's examples into a folder, load each and check its decks as `casedeck check` does; how many
    there were.
    """
    put_picture(folder)
    found = examples(text)
    for name, data in found:
        put(folder, name, data.encode())
    files, report = Folder(folder), Report()
    library = Library(files, report)
    read: dict[str, Any] = {
        "assets/activities": lambda name: library.shelf(ACTIVITIES).find(name, PLACE, report),
        "assets/sheets": lambda name: library.shelf(WORKSHEETS).find(name, PLACE, report),
        "assets/themes": lambda name: library.shelf(THEMES).find(name, PLACE, report),
        "assets/papers": lambda name: library.shelf(PAPERS).find(name, PLACE, report),
        "assets/card-sizes": lambda name: library.shelf(CARD_SIZES).find(name, PLACE, report),
        "assets": lambda _: (read_told(files, columns(library.vocabularies), report), library.printer),
        "assets/case-studies": lambda name: report.problems.extend(library.cases.broken.get(name, ())),
    }
    for name, data in found:
        path = Path(name)
        if path.parts[0] == "decks":
            build(DeckFile(path.stem, data.encode(), name, files))
        else:
            read[str(path.parent)](path.stem)
    report.raise_if_any()
    return len(found)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_have_no_problems(name: str, tmp_path: Path) -> None:
    """Every file shown in the documents can be read, and every deck built, with what is shown beside it."""
    assert check_examples(with_companions(name), tmp_path) > 0


def test_case_study_examples_fit(tmp_path: Path) -> None:
    """The case study shown in its reference page fits on the index card and on the wall card."""
    deck = (
        "```yaml\n# decks/all.yaml\ntitle: All\ncards: [Allotment evenings]\nprint: [cards: {}, "
        "wall cards: {}]\n```\n"
    )
    assert check_examples(page("docs/case-study-file.md") + deck, tmp_path) == 2


def test_example_papers_can_be_printed_on(tmp_path: Path) -> None:
    """The paper shown in the page on themes can be used in a deck."""
    deck = "```yaml\n# decks/all.yaml\ntitle: All\ncards: [cook]\nprint: [cards: {paper: SRA4}]\n```\n"
    assert check_examples(page("docs/theme-file.md") + deck, tmp_path) > 1


def test_example_worksheets_fit(tmp_path: Path) -> None:
    """Each worksheet shown in its page fits on its paper when the example activity prints it."""
    text = with_companions("docs/worksheet-file.md")
    assert text.count("sheet: swap slips, paper: A4") == 1
    assert (
        check_examples(text.replace("sheet: swap slips, paper: A4", "sheet: table talk, paper: A3"), tmp_path)
        > 3
    )


SLIPS = [
    ("README.md", "- Community Shop", "- Comunity Shop"),
    ("docs/activity-file.md", "grouping: hands", "grouping: circles"),
    ("docs/activity-file.md", "sheet: swap slips", "sheet: swap slip"),
    ("docs/worksheet-file.md", "per side: 4", "per side: 3"),
    ("docs/case-study-file.md", "- belonging:", "- blonging:"),
    ("docs/theme-file.md", "extends: default", "extends: defualt"),
    ("docs/theme-file.md", "width: 225mm", "width: 225"),
]


@pytest.mark.parametrize(("name", "right", "wrong"), SLIPS)
def test_examples_with_problems_are_found(name: str, right: str, wrong: str, tmp_path: Path) -> None:
    """Twin: an example of any kind with a slip in it does not pass."""
    text = with_companions(name)
    assert right in text
    with pytest.raises(DeckError):
        check_examples(text.replace(right, wrong), tmp_path)


KINDS = {
    "print:": "decks/",
    "blocks:": "assets/activities/",
    "parts:": "assets/sheets/",
    "strapline:": "assets/case-studies/",
}
"""The key by which a whole file is known, and where it stands."""


def unmarked(text: str) -> list[str]:
    """The examples that are whole files and do not say in which folder they stand."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    wholes = [(block, folder) for block in blocks for key, folder in KINDS.items() if f"\n{key}" in block]
    return [block.splitlines()[0] for block, folder in wholes if not block.startswith(f"# {folder}")]


def test_every_example_says_where_it_stands() -> None:
    """No whole file in the documents escapes these tests for want of its first line; one without it is
    found.
    """
    assert [line for file in PAGES for line in unmarked(file.read_text("utf-8"))] == []
    assert unmarked(
        page("docs/activity-file.md").replace("# assets/activities/opening-round.yaml\n", "")
    ) == ["name: Opening round"]


_SHOWN = re.compile(
    r"saved as `(?P<sheet>[^`]+)`:\n\n```csv\n(?P<rows>.*?)^```$|"
    r"^```yaml\n(?P<data># (?P<file>\S+\.yaml)\n.*?)^```$|^```sh\n(?P<command>casedeck "
    r"[^\n]+)\n```\n\n```text\n(?P<said>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def not_said(text: str, folder: Path, said: pytest.CaptureFixture[str]) -> Iterator[str]:
    """The lines shown below a command that it does not print when run with the examples above it; "…" stands
    for more.
    """
    put_picture(folder)
    put(folder, "decks/my-deck.yaml", (shipped() / "decks" / "my-deck.yaml").read_bytes())
    for found in _SHOWN.finditer(text):
        if found["file"] or found["sheet"]:
            put(folder, found["file"] or found["sheet"], (found["data"] or found["rows"]).encode())
            continue
        run(shlex.split(found["command"])[1:])
        lines = iter([line.rstrip() for line in said.readouterr().out.splitlines()])
        yield from (line for line in found["said"].splitlines() if line != "…" and line not in lines)


@pytest.mark.parametrize(
    "name", [name for name in WITH_EXAMPLES if any(found["command"] for found in _SHOWN.finditer(page(name)))]
)
def test_commands_say_what_is_shown(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands directly below a command in the documents is what it prints, line by line."""
    monkeypatch.chdir(tmp_path)
    assert list(not_said(page(name), tmp_path, capsys)) == []


def test_commands_that_say_something_else_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twin: with one person more in the deck, the first line that differs and all after it are found."""
    monkeypatch.chdir(tmp_path)
    wrong = page("docs/session.md").replace("  people: 20\n", "  people: 21\n")
    assert (
        next(not_said(wrong, tmp_path, capsys))
        == "Spring meeting, Friday 12 March 2027: 20 people, 9 cards, 87 minutes"
    )


def wrong_minutes(text: str) -> Iterator[str]:
    """The worked examples of minutes that come to something else, with a reading time of 0.95 minutes."""
    activity = example("docs/activity-file.md", "assets/activities/opening-round.yaml")
    activity = activity.replace("cards read: 1", "cards read: 8").replace("hand: 1", "hand: 3")
    for line, people, minutes in re.findall(
        r"^\| `(minutes: [^`]+)` \| (\d+) people \| (\d+) minutes \|$", text, re.MULTILINE
    ):
        report = Report()
        node = parse(activity.replace("minutes: 2", line, 1).encode(), "test.yaml")
        made = read_activity(File("test", node), report)
        report.raise_if_any()
        assert made
        found = block_minutes(made.blocks[0], load_of(made, int(people), 12, 0.95))
        if found != int(minutes):
            yield f"{line}: {found}"


def test_worked_minutes_are_right() -> None:
    """Each worked example of minutes comes to what its row says; with other people, those that grow do
    not.
    """
    text = page("docs/activity-file.md")
    assert list(wrong_minutes(text)) == []
    assert len(list(wrong_minutes(text.replace("| 20 people", "| 33 people")))) > 1
