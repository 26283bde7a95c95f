"""The messages that reference pages quote."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator

import pytest

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Changes, build, plan
from casedeck.errors import DeckError, Report
from casedeck.library.library import Library
from casedeck.rules.advice import findings
from tests.docs.support import ROOT, TOGETHER, Overlaid, example, examples, page

DECK = "decks/slip.yaml"
SLIP = "assets/case-studies/slip.yaml"
Files = dict[str, str]


def deck_with(line: str, key: str) -> Files:
    """A small deck in which one line, as a table of messages quotes it, stands where it belongs."""
    key = key.split(":", maxsplit=1)[0]
    cards, prints, rest = "cards:\n  - cook", "print:\n  - cards: {}", "" if key == "title" else "title: T"
    if line.startswith("- pack"):
        prints = f"print:\n  {line}"
    elif line.startswith("- "):
        cards = f"cards:\n  {line}"
    elif key in ("paper", "theme", "face", "copies", "size", "backs", "flip", "cut"):
        prints = f"print:\n  - cards:\n      {line}"
    elif key in ("people", "date", "starts", "minutes", "seed", "activities"):
        rest += f"\nsession:\n  {line}"
    elif key == "cards":
        cards = line
    else:
        rest += f"\n{line}"
    return {DECK: f"{rest.strip()}\n{cards}\n{prints}\n"}


def theme_with(line: str, key: str) -> Files:
    """A small theme in which the line stands, and a deck that uses it."""
    if key in ("extends", "smallest body"):
        theme = line
    elif key in ("file", "alt"):
        theme = f"logo:\n  alt: A heron\n  {line}"
    elif key in ("fill", "border width"):
        theme = f"parts:\n  spotlight:\n    {line}"
    else:
        theme = f"{'fonts' if key == 'black' else 'colours'}:\n  {line}"
    base = "" if key == "extends" else "extends: default\n"
    deck = "title: T\ncards: [cook]\nprint: [cards: {theme: t}]\n"
    return {DECK: deck, "assets/themes/t.yaml": f"name: T\n{base}{theme}\n"}


def case_study_with(line: str, key: str) -> Files:
    """A case study with the line in place of its own, and a deck of it."""
    case = (ROOT / "assets" / "case-studies" / "timpson.yaml").read_text("utf-8")
    if line.startswith("- "):
        case = re.sub(r"(?<=^benefits:\n  ).*$", line, case, flags=re.MULTILINE)
    else:
        case = re.sub(rf"^{re.escape(key)}:.*\n( .*\n)*", "", case, flags=re.MULTILINE) + f"{line}\n"
    return {DECK: "title: T\ncards: [slip]\nprint: [cards: {}]\n", SLIP: case}


def session_with(line: str, key: str) -> Files:
    """The deck of the page on sessions with a line changed; options change nothing in it."""
    deck = example("docs/session.md", "decks/spring-meeting.yaml")
    return {
        DECK: deck
        if key.startswith("--")
        else re.sub(rf"^  {key}:.*$", f"  {line}", deck, flags=re.MULTILINE)
    }


def _opening_round(file: str, old: str, new: str) -> Files:
    """The example activity with its worksheet and its deck, one of their files changed."""
    files = dict(pair for name in TOGETHER for pair in examples(page(name)))
    assert re.search(old, files[file], re.MULTILINE), old
    changed = re.sub(old, new.replace("\\", r"\\"), files[file], count=1, flags=re.MULTILINE)
    return {**files, file: changed, DECK: files["decks/opening.yaml"]}


def activity_with(line: str, key: str) -> Files:
    """The example activity with the line in place of its own."""
    old = {
        "block": r"(?<=^  )- block: Welcome$",
        "minutes": r"(?<=^    )minutes: 2$",
        "say": r"say: Read your card in silence\.$",
        "sheet": "sheet: swap slips",
        "paper": r"paper: A4(?=, per: person)",
        "purposes": r"^(?=purpose:)",
    }.get(key, rf"^{key}:.*$")
    return _opening_round(
        "assets/activities/opening-round.yaml", old, f"{line}\n" if key == "purposes" else line
    )


def form_with(line: str, key: str) -> Files:
    """The example worksheet with the line in place of its own, or as its first part."""
    if line.startswith("- "):
        return _opening_round("assets/sheets/swap-slips.yaml", "^parts:$", f"parts:\n  {line}")
    old = r"^(?=parts:$)" if key == "intro" else rf"^{key}:.*$"
    return _opening_round("assets/sheets/swap-slips.yaml", old, f"{line}\n" if key == "intro" else line)


MESSAGES: dict[str, Callable[[str, str], Files]] = {
    "docs/deck-file.md": deck_with,
    "docs/theme-file.md": theme_with,
    "docs/case-study-file.md": case_study_with,
    "docs/checking.md": case_study_with,
    "docs/session.md": session_with,
    "docs/activity-file.md": activity_with,
    "docs/worksheet-file.md": form_with,
}


def _changes(line: str) -> Changes:
    """What options say otherwise than the deck file."""
    words = shlex.split(line) if line.startswith("--") else []
    given = dict(zip(words[::2], words[1::2], strict=True))
    people, minutes, activity = (given.get(name, "") for name in ("--people", "--minutes", "--activity"))
    return Changes(int(people or 0) or None, int(minutes or 0) or None, (activity,) if activity else ())


def _said(line: str, files: Files) -> str:
    try:
        asked = DeckFile("slip", files[DECK].encode(), "slip.yaml", Overlaid(files))
        if line.startswith("--"):
            plan(asked, _changes(line))
        else:
            build(asked)
    except DeckError as error:
        return str(error)
    return "\n".join(["no problem", *_found(files)])


def _found(files: Files) -> list[str]:
    """What is found in the case study that a line was put into, where there is one."""
    if SLIP not in files:
        return []
    library = Library(Overlaid(files), Report())
    others = [case for case in library.cases.values() if case.id != "slip"]
    return list(map(str, findings([library.cases["slip"]], others, library.vocabularies)))


def wrong_messages(text: str, made: Callable[[str, str], Files]) -> Iterator[str]:
    """The lines of the table "You wrote, you get" that do not bring the message that stands beside them; "…"
    stands for more.
    """
    for line, message in re.findall(r"^\| `([^`|]+)` \| ([A-Z][0-9]{3} [^|]+) \|$", text, re.MULTILINE):
        said = _said(line, made(line, line.removeprefix("- ").split(":", 1)[0]))
        if not all(part.strip() in said for part in message.replace("`", "").split("…")):
            yield f"{line}: {said}"


@pytest.mark.parametrize("name", MESSAGES)
def test_messages_are_as_documented(name: str) -> None:
    """Each line that a reference page shows as wrong brings the message that stands beside it."""
    assert list(wrong_messages(page(name), MESSAGES[name])) == []


def test_messages_that_differ_are_found() -> None:
    """Twin: a message with one more word in it, and a line that is not wrong, are found."""
    table = (
        page("docs/deck-file.md").replace('"many" is not a whole', '"many" is not really a whole')
        + "| `copies: 3` | V105 no |\n"
    )
    assert [found.split(":")[0] for found in wrong_messages(table, deck_with)] == ["people", "copies"]


@pytest.mark.parametrize(("name", "tried"), list(zip(MESSAGES, (18, 9, 8, 8, 6, 10, 9), strict=True)))
def test_messages_are_tried(name: str, tried: int) -> None:
    """Twin: with another code before each message, all lines of the table are found."""
    table = re.sub(r"\| [A-Z][0-9]{3} ", "| Z999 ", page(name))
    assert len(list(wrong_messages(table, MESSAGES[name]))) >= tried
