"""Signs that nobody sees, on the way from a file to paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from casedeck.choose.facets import holds_text
from casedeck.compose.fit import fit_cards
from casedeck.errors import Report
from casedeck.library.case_study import case_study_record, read_case_study
from casedeck.model.case_study import CaseStudy
from casedeck.model.page import Group, Mark
from casedeck.model.text import plain
from casedeck.notation.yaml import parse
from casedeck.prints.document import Document
from tests.support.decks import ROOT, planned, whole_library
from tests.support.ink import read_out, texts
from tests.support.library import library
from tests.support.samples import card_with, line_of_text, sides_of_cards
from tests.support.signs import HINTS, without_unseen

UNSEEN = (
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e"
    "\u2060\u2063\u2066\u2069\u3164\ufe0f\ufeff\ufff9\U000e0041\U000e0100"
)


def case_of(title: str, spotlight: str) -> CaseStudy:
    """A brief case study read from the bytes of a file."""
    text = f'title: "{title}"\noverview: "{spotlight}"\n'
    text += f'relationship spotlight: "{spotlight}"\nopportunities:\n  - storytelling: "{spotlight}"\n'
    report = Report()
    vocabularies = library().vocabularies
    case = read_case_study(
        "a",
        case_study_record(vocabularies),
        parse(text.encode(), "a.yaml"),
        vocabularies["countries"],
        report,
    )
    assert case is not None, report.problems
    return case


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.sampled_from([*UNSEEN, "neigh", "bour", "hood", " ", "well\u2011being"]), min_size=1, max_size=15
    ).map("".join)
)
@pytest.mark.parametrize("face", ["index", "wall"])
def test_no_unseen_sign_reaches_a_page(face: str, text: str) -> None:
    """A soft hyphen stands only at the end of a line that ends inside a word, where it is drawn; nothing else
    is left of them.
    """
    case = case_of(f"The {text}", f"We {text} meet.")
    sheet = whole_library(face, "A3", "default").sheet
    for page in chain.from_iterable(
        sides_of_cards(face, fit_cards(face, [card_with()._replace(case=case)], sheet), sheet)
    ):
        for line in texts(page.marks):
            words = "".join(run.text for run in line.runs)
            shown = words.removesuffix("\u00ad") if line.parted else words
            assert without_unseen(shown) == shown
            assert not set(shown) & set(HINTS)
        assert without_unseen(page.title) == page.title
        assert " ".join(plain(case.spotlight).split()) in read_out(page.marks)


def test_what_is_hidden_in_a_word_is_no_bar_to_a_search() -> None:
    """A word is found by its letters, and its hyphen is the usual one."""
    case = case_of("Neigh\u00adbour\u00adhood co\u200dop", "A well\u2011being hub.")
    assert case.title == "Neighbourhood coop"
    assert all(holds_text(case, words) for words in ("neighbourhood coop", "well-being hub"))


KINDS = ("activities", "sheets", "locales", "front-matter")
CASES = ("timpson", "buurtzorg")
DECK = f"""title: What makes relationships work
subtitle: Twelve stories
session:
  people: 24
  date: 2027-03-12
  starts: "13:30"
  activities: [gallery, divergent connections, make your own case study]
cards: [{", ".join(CASES)}, {{where: {{country: England}}, at most: 8}}]
print: [pack, front matter, cards, wall cards, card index, why these cards, heatmap sheet, blank card,
  imagined blank card]
"""


def sown(values: Any, signs: Iterator[str]) -> Any:
    """The same values with a sign inside every longer word of their texts, but for what stands in brackets
    and addresses.
    """
    if isinstance(values, dict):
        return {word: sown(value, signs) for word, value in values.items()}
    if isinstance(values, list):
        return [sown(value, signs) for value in values]
    if not isinstance(values, str):
        return values
    return re.sub(
        r"(?<![\w{/.])([A-Za-z]{2})([A-Za-z]{3,})(?![\w}/.])",
        lambda found: f"{found[1]}{next(signs)}{found[2]}",
        values,
    )


def folder_with_signs(folder: Path) -> Path:
    """A facilitator's folder with everything that people can write, each file with unseen signs in all its
    texts.
    """
    signs = cycle(UNSEEN)
    names = [
        f"assets/{kind}/{file.name}"
        for kind in KINDS
        for file in sorted((ROOT / "assets" / kind).glob("*.yaml"))
    ]
    for name in [*names, *(f"assets/case-studies/{case}.yaml" for case in CASES)]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        values = sown(yaml.safe_load((ROOT / name).read_text("utf-8")), signs)
        (folder / name).write_text(
            yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000), "utf-8"
        )
    return folder


def hidden_in(document: Document) -> list[str]:
    """Where unseen signs are left in a document: its title and name, the bookmarks, what is read out, and the
    lines on its pages.
    """
    found = [text for text in (document.title, document.file_name) if without_unseen(text) != text]
    for page in document.each_page():
        found += [
            text
            for text in (page.title, page.label, *alternatives(page.marks))
            if without_unseen(text) != text
        ]
        for line in texts(page.marks):
            words = "".join(run.text for run in line.runs)
            shown = words.removesuffix("\u00ad") if line.parted else words
            found += [words] if without_unseen(shown) != shown or set(shown) & set(HINTS) else []
    return found


def alternatives(marks: Sequence[Mark]) -> Iterator[str]:
    """What groups of marks say to those who cannot see them."""
    for mark in marks:
        if isinstance(mark, Group):
            yield mark.alt
            yield from alternatives(mark.marks)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """Every kind of sheet there is, from files full of unseen signs."""
    deck = yaml.safe_dump(sown(yaml.safe_load(DECK), cycle(UNSEEN)), allow_unicode=True, sort_keys=False)
    assert len(deck) > len(DECK) + 30
    return planned(deck.encode(), folder_with_signs(tmp_path_factory.mktemp("signs"))).documents


def test_no_unseen_sign_reaches_any_sheet(documents: list[Document]) -> None:
    """Covers, facilitator sheets, worksheets, print lists, indexes, feet, bookmarks, titles and descriptions
    are free of them.
    """
    assert len(documents) > 20
    assert {document.file_name: hidden for document in documents if (hidden := hidden_in(document))} == {}


@pytest.mark.parametrize("sign", ["\u200b", "\u2011", "\u00ad"])
def test_a_sign_that_is_left_is_found(documents: list[Document], sign: str) -> None:
    """Twin: in a line, in a bookmark, in what is read out and in a title."""
    (page, *_) = documents[0].each_page()
    line = line_of_text(f"neigh{sign}bour")
    left = [
        page._replace(marks=(line,)),
        page._replace(marks=(Group("Figure", (), f"neigh{sign}bour"),)),
        page._replace(title=f"a{sign}b"),
    ]
    found = hidden_in(documents[0]._replace(title=f"a{sign}b", pages=lambda: iter(left)))
    assert len(found) == (1 if sign == "\u2011" else 4)
