"""A way to choose is one file and one line, and a filter one line: proved in a copy of the package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from casedeck.choose.keys import SHARED
from casedeck.choose.reasons import REASONS
from casedeck.choose.ways import WAYS
from tests.support.library import library
from tests.support.newcomers import Copy
from tests.support.repository import ROOT

BEGINS_WITH = '''"""Choose the cases whose titles begin with a letter."""

from collections.abc import Sequence
from typing import NamedTuple

from casedeck.choose import keys
from casedeck.choose.filters import Narrowing
from casedeck.choose.state import Found, State
from casedeck.choose.way import Way
from casedeck.errors import Place
from casedeck.library.library import Library
from casedeck.model.reason import Phrase, Reason
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.fields import Text, YesNo
from casedeck.notation.records import Key, Read


class BeginsWith(NamedTuple):
    """Choose the cases whose titles begin with a letter, or with any other."""

    letter: str
    conditions: tuple[Narrowing, ...]
    place: Place
    turned: bool = False

    def take(self, state: State) -> Found:
        """The cases, in order of title."""
        reason = Reason(Phrase("begins with", {"letter": self.letter}))
        pool = state.pool(self.conditions, self.place)
        return [(case, reason) for case in pool if (case.title[0] == self.letter) is not self.turned]

    def lines(self, vocabularies: Vocabularies) -> Sequence[str]:
        """The lines of a deck file."""
        turned = ["turned round: yes"] if self.turned else []
        return [f"begins with: {self.letter}", *turned, *keys.narrowed_lines(self.conditions)]


def _keys(library: Library) -> dict[str, Key]:
    return {
        "begins with": Key(Text(1, blank=False), "The first letter of the titles."),
        "turned round": Key(YesNo(), "Whether any other letter is meant."),
    }


def _made(values: Read, place: Place) -> BeginsWith:
    letter, turned = values["begins with"], values.get("turned round", False)
    return BeginsWith(letter, keys.narrowed(values), place, turned)


BEGINS_WITH = Way(
    name="begins with",
    about="Takes the case studies whose titles begin with this letter.",
    example="T",
    keys=_keys,
    choice=_made,
    takes=("turned round", "where", "not"),
    words={"begins with": ("letter",)},
)
'''
SCRIPT = """
import json
from pathlib import Path
from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import select
from casedeck.build.schema import schema_text
from casedeck.choose.deck_text import deck_text
from casedeck.choose.reasons import words_of
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.model.reason import said
from casedeck.prints.words import LOCALE

def found(text):
    try:
        chosen = select(DeckFile("t", text.encode(), "t.yaml", Folder(Path.cwd())))
    except DeckError as error:
        return {"problems": list(map(str, error.problems))}
    library, deck = chosen.library, chosen.deck
    words = words_of(library.labels("en-GB", LOCALE))
    return {
        "problems": [],
        "cards": {card.case.id: said(card.reason.phrase, words) for card in chosen.cards},
        "text": deck_text(deck.title, deck.choices, deck.order, ["cards"], library.vocabularies),
        "schema": schema_text(library, "deck"),
    }

print(json.dumps(found(Path("deck.yaml").read_text("utf-8"))))
"""
DECK = "title: Ts\n\ncards:\n{}\n\nprint:\n  - cards:\n"
ITEM = "  - begins with: T\n    where: {country: UK}\n    not: [timpson]"


def found(copy: Copy, item: str) -> dict[str, Any]:
    """What a deck with this item comes to: its problems, or its cards with their reasons, itself as casedeck
    writes it, and the schema of such files.
    """
    copy.write("deck.yaml", DECK.format(item))
    code, said = copy.python(["-c", SCRIPT])
    assert code == 0, said
    made: dict[str, Any] = json.loads(said)
    return made


def with_a_way(folder: Path) -> Copy:
    """A copy with a new way to choose in a file of its own, which nothing knows yet."""
    copy = Copy(folder)
    copy.add("choose/begins_with.py", BEGINS_WITH)
    return copy


def entered(copy: Copy) -> Copy:
    """The same with the way in a line of the table, and its words in the locale."""
    table = "src/casedeck/choose/ways.py"
    copy.change(
        table,
        "from casedeck.choose.cool_spots",
        "from casedeck.choose.begins_with import BEGINS_WITH\nfrom casedeck.choose.cool_spots",
    )
    copy.change(table, "    COOL_SPOTS,\n", "    BEGINS_WITH,\n    COOL_SPOTS,\n")
    words = "\nreasons:\n  begins with: begins with {letter}\n"
    copy.change("assets/locales/en-GB.yaml", "\nreasons:\n", words)
    return copy


def test_a_new_way_to_choose_is_one_file_and_one_line(tmp_path: Path) -> None:
    """A deck chooses by it, says why in the words of the locale, and is written back as it was; messages and
    the schema know its keys.
    """
    copy = entered(with_a_way(tmp_path))
    made = found(copy, ITEM)
    assert made["problems"] == []
    wanted = [case.id for case in library().by_title() if case.title[0] == "T" and case.id != "timpson"]
    assert wanted
    assert set(made["cards"]) <= set(wanted)
    assert set(made["cards"].values()) == {"begins with T"}
    assert made["text"] == DECK.format(ITEM)
    assert '"begins with"' in made["schema"]
    assert '"turned round"' in made["schema"]
    turned = found(copy, "  - begins with: T\n    turned round: yes")
    assert len(turned["cards"]) == len(library().cases) - len(wanted) - 1
    for item, problem in (
        (
            "  - begin with: T",
            'V101 unknown key "begin with" in a choice of cards; did you mean "begins with"?',
        ),
        (
            "  - begins with: T\n    seed: 3",
            'V101 "seed" says nothing where a choice begins with "begins with"',
        ),
        ("  - begins with:", "V102 begins with says nothing to look for; write it like T"),
        ("  - at most: 3", "begin with one of: begins with, cool spots, cover, fill to, where, not"),
    ):
        assert any(problem in each for each in found(copy, item)["problems"]), item


def test_a_way_that_is_not_entered_is_refused(tmp_path: Path) -> None:
    """Twin: with the file but without the line, its key is unknown."""
    problems = found(with_a_way(tmp_path), ITEM)["problems"]
    assert any('V101 unknown key "begins with" in a choice of cards' in each for each in problems)


def test_a_new_filter_is_one_line(tmp_path: Path) -> None:
    """One aspect more in its table is a filter of decks, with its reason, and is written back."""
    copy = Copy(tmp_path)
    aspects = "src/casedeck/choose/aspects.py"
    line = '    "short": Aspect(lambda case: case.words < 148, "Short ones.", ("short", "long")),\n'
    copy.change(aspects, '    "own": Aspect(', f'{line}    "own": Aspect(')
    copy.change("assets/locales/en-GB.yaml", "\nreasons:\n", "\nreasons:\n  short: short\n  long: long\n")
    item = "  - where: {short: yes}"
    made = found(copy, item)
    assert made["problems"] == []
    assert set(made["cards"]) == {case.id for case in library().cases.values() if case.words < 148}
    assert set(made["cards"].values()) == {"short"}
    assert made["text"] == DECK.format(item)
    assert found(Copy(tmp_path / "as it is"), item)["problems"]


def test_every_way_is_whole() -> None:
    """Each way has its own keys and says which others can stand beside it, and no words twice."""
    for way in WAYS:
        own = way.keys(library())
        assert way.name in own
        assert set(way.takes) <= SHARED.keys() | own.keys()
        assert way.words.keys() <= REASONS.keys()
    names = [name for way in WAYS for name in way.words]
    assert len(names) == len(set(names))


def test_the_page_on_choosing_has_every_way() -> None:
    """The table in the page on choosing has a line for each way, with its example and its sentence."""
    page = (ROOT / "docs/choosing.md").read_text("utf-8")
    for way in WAYS:
        assert f"| `{way.name}: {way.example}` | {way.about} |\n" in page
