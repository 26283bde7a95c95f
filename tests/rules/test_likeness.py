"""Case studies that tell nearly the same story, and many that do not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest

from casedeck.model.case_study import CaseStudy
from casedeck.model.text import Paragraph, rich
from casedeck.rules import likeness
from casedeck.rules.likeness import told_once
from tests.support.cases import case

HINT = "keep one of them, or tell them apart"


def told(name: str, overview: str, title: str = "") -> CaseStudy:
    """A case with an overview; its other sentences are too short to compare."""
    return case(name, title=title or name.upper(), overview=(Paragraph(rich(overview)),))


def numbered(start: int, count: int) -> str:
    """Words that stand in no other text but one that has the same numbers."""
    return " ".join(f"w{number}" for number in range(start, start + count))


def found(cases: Sequence[CaseStudy], others: Sequence[CaseStudy] = ()) -> list[tuple[str, str]]:
    """Where each finding stands, and what it says."""
    return [(each.place.file, f"{each.message}; {each.hint}") for each in told_once(cases, others)]


def test_a_shared_text_is_found_once() -> None:
    """Two cases with one text are one finding, at the later, with the share and the limit; signs and capitals
    do not matter.
    """
    first, second = told("a", numbered(0, 20)), told("b", numbered(0, 20).upper() + "!")
    assert found([first, second]) == [
        ("b.yaml", f'"B" and "A" in a.yaml share 100% of the shorter text; 50% is too much; {HINT}')
    ]


@pytest.mark.parametrize(("shared", "number"), [(13, 0), (14, 1)])
def test_half_of_the_shorter_text_is_too_much(shared: int, number: int) -> None:
    """Of 20 runs of five words, 9 in common are let be and 10 are found, however long the other text is."""
    short = f"{numbered(0, shared)} {numbered(900, 24 - shared)}"
    assert len(found([told("a", numbered(0, 200)), told("b", short)])) == number
    assert len(found([told("b", short), told("a", numbered(0, 200))])) == number


def test_the_most_alike_is_named() -> None:
    """A case that is like two others is named with the one that it shares most with; three of a kind are two
    findings.
    """
    near, nearer = told("a", numbered(0, 16) + " " + numbered(500, 30)), told("b", numbered(0, 30))
    (finding,) = found([near, nearer, told("c", numbered(0, 25))])
    assert '"C" and "B" in b.yaml share 100%' in finding[1]
    assert len(found([told(name, numbered(0, 20)) for name in "abc"])) == 2


def test_others_are_compared_but_not_judged() -> None:
    """A case of one's own that is like one that ships is found; two others that are alike are not."""
    others = [told("x", numbered(0, 20)), told("y", numbered(0, 20))]
    ((file, said),) = found([told("a", numbered(0, 20))], others)
    assert file == "a.yaml"
    assert '"X" in x.yaml' in said
    assert found([], others) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Timpson", "TIMPSON"),
        ("Timpson", "Timpsons"),
        ("Good Gym", "GoodGym"),
        ("The Wigan Deal", "Wigan Deal"),
        ("Murton Mams", "Murton Mums"),
        ("Community Shop", "Comunity Shop"),
        ("Community Shop", "Commuinty Shop"),
        ("COOK", "Cook!"),
    ],
)
def test_titles_that_are_nearly_the_same(one: str, other: str) -> None:
    """Case, signs, an article, and one letter more, less or other in a long title do not make another
    name.
    """
    said = f'"{other}" has nearly the same title as "{one}" in a.yaml; {HINT}'
    assert found([told("a", "", one), told("b", "", other)]) == [("b.yaml", said)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("COOK", "Cork"),
        ("Case study 18", "Case study 19"),
        ("Buffer: remote working", "Buffer: customer service"),
        ("Fabric", "Fabrics"),
    ],
)
def test_titles_that_are_different(one: str, other: str) -> None:
    """A letter in a short title, and any digit, makes another name."""
    assert found([told("a", "", one), told("b", "", other)]) == []


def many(text: str) -> list[CaseStudy]:
    """2,000 cases that each have a text of their own and one in common."""
    words = random.Random(1)
    return [
        told(f"c{n}", f"{text} {' '.join(str(words.random()) for _ in range(60))}", f"Case study {n}")
        for n in range(2000)
    ]


@pytest.mark.parametrize(("shared", "number"), [(0, 0), (20, 0), (500, 1999)])
def test_two_thousand_cases_are_compared_in_proportion_to_their_number(
    shared: int, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever cases have in common, each is compared with ten others at most for each run of its words, not
    with all.
    """
    looked_up: list[int] = []

    def counted(holders: list[int]) -> object:
        looked_up.append(len(holders))
        return Counter(holders)

    monkeypatch.setattr(likeness, "Counter", counted)
    cases = many(numbered(0, shared))
    assert len(found(cases)) == number
    runs = sum(len(likeness._runs(each)) for each in cases)
    assert len(looked_up) == 2000
    assert sum(looked_up) <= 10 * runs


def test_comparing_all_with_all_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twin: without the limit on holders, the bound above is broken by texts that all share."""
    monkeypatch.setattr(likeness, "_HOLDERS", 2000)
    with pytest.raises(AssertionError):
        test_two_thousand_cases_are_compared_in_proportion_to_their_number(20, 0, monkeypatch)
