"""The cards of a deck file: every way to choose them, and everything that can be wrong with it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from casedeck.build.deck_file import read_deck
from casedeck.choose.aspects import Is
from casedeck.choose.chooser import choose
from casedeck.choose.cool_spots import CoolSpots
from casedeck.choose.cover import Cover
from casedeck.choose.fill_to import FillTo
from casedeck.choose.has import Has
from casedeck.choose.named import Named
from casedeck.choose.reading_time import Reads
from casedeck.choose.where import Where
from casedeck.choose.without import Without
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.model.choice import Choice
from casedeck.notation.yaml import parse
from tests.support.library import library
from tests.support.reading import Overlay, library_of, lines

HOT, COLD = "planning,training\n1,9\n", "planning,training\n1,2\n"
FEW = ("buurtzorg", "camerados", "cook", "goodgym", "grow-cardiff", "timpson")
"""The cases that these decks choose from: four with a full card, two without."""
INFINITE = float("inf")


@cache
def _library() -> Library:
    return library_of(Overlay({"Heat.csv": HOT, "zeal.csv": HOT, "cold.csv": COLD}))[0]


def deck(*items: str) -> str:
    """A deck file with these items under `cards`, which begin in line 3, column 5."""
    return "title: x\ncards:\n" + "".join(f"  - {item}\n" for item in items) + "print: [cards: ]\n"


def read(text: str) -> tuple[tuple[Choice, ...], list[str]]:
    """The choices of a deck file, and what is wrong with it or with choosing by it."""
    report = Report()
    found = read_deck("test", parse(text.encode(), "h.yaml"), _library(), report)
    if found and not report.problems:
        cases = {name: _library().cases[name] for name in FEW}
        choose(found.choices, cases, _library().vocabularies, report, found.order)
    return found.choices if found else (), lines(report)


def choices(*items: str) -> list[Any]:
    """The choices of these items, which have no problem."""
    found = read_deck("test", parse(deck(*items).encode(), "h.yaml"), _library(), report := Report())
    assert found is not None
    assert lines(report) == []
    return list(found.choices)


def at(line: int, column: int) -> Place:
    """A place in the deck file."""
    return Place("h.yaml", line, column)


def test_every_way_to_choose() -> None:
    """Names, filters, cool spots, what is to be covered and how far to fill are read, each with its place and
    with its defaults.
    """
    benefits = library().vocabularies["benefits"]
    health = Has("benefit", ("Health",), at(4, 22))
    opportunities = library().vocabularies["opportunities"]
    found = choices(
        "Timpson",
        "where: {benefit: health}",
        "cool spots: [stories, incentives]",
        "cover: benefits",
        "cover: {enablers: [space, norms], benefits: health}",
        "fill to: 20",
    )
    assert found[:2] == [Named("timpson", at(3, 5)), Where((health,), at(4, 5))]
    assert isinstance(found[2], CoolSpots)
    assert [spot.term for spot in found[2].spots] == [
        opportunities.find("storytelling"),
        opportunities.find("incentives"),
    ]
    assert found[2][1:] == ((), at(5, 5), 1, None)
    assert found[3] == Cover({"benefits": tuple(benefits)}, (), at(6, 5))
    assert isinstance(found[4], Cover)
    assert {kind: [term.id for term in terms] for kind, terms in found[4].terms.items()} == {
        "enablers": ["space", "norms"],
        "benefits": ["health"],
    }
    assert found[5] == FillTo(20, (), at(8, 5), "most different", 1)


@pytest.mark.parametrize(
    ("written", "limits"),
    [
        ("{where: {benefit: health}, at least: 2, at most: 3}", (2, 3, "by title", 1)),
        ("{at most: 3, pick: Most Different, where: {benefit: health}}", (1, 3, "most different", 1)),
        ("{where: {benefit: health}, at-most: 3, pick: at-random, seed: 0}", (1, 3, "at random", 0)),
        ("{where: {benefit: health}, at least: 3, at most: 3}", (3, 3, "by title", 1)),
    ],
)
def test_limits_and_picks(written: str, limits: tuple[object, ...]) -> None:
    """How many there must be, how many to take and how they are picked is read in any order and spelling."""
    (found,) = choices(written)
    assert isinstance(found, Where)
    assert found[2:] == limits


@pytest.mark.parametrize("way", ["cool spots: storytelling", "cover: benefits", "fill to: 5"])
def test_filters_go_with_every_way(way: str) -> None:
    """Whatever is looked for, `where` narrows down what it is chosen from."""
    (found,) = choices(f"{{{way}, where: {{benefit: health}}}}")
    assert not isinstance(found, Named | Without)
    assert [condition[:2] for condition in found.conditions] == [("benefit", ("Health",))]


@pytest.mark.parametrize(
    ("written", "conditions"),
    [
        ("benefit: health", [("benefit", ("Health",), "any")]),
        ("enabler: [co design, SPACE]", [("enabler", ("Co-design", "Space"), "any")]),
        ("sector: {all: [families, education]}", [("sector", ("Families", "Education"), "all")]),
        (
            "benefit: {any: [health], none: economic}",
            [("benefit", ("Health",), "any"), ("benefit", ("Economic",), "none")],
        ),
        ("country: Britain", [("country", ("UK",), "any")]),
        ("text: [peer support, Prison]", [("text", ("peer support", "Prison"), "any")]),
        ("location: LEEDS", [("location", ("Leeds",), "any")]),
        ("full card: yes", [("full card", True)]),
        ("full card: No", [("full card", False)]),
        ("full card: true", [("full card", True)]),
        ("reading time: {at most: 60 seconds}", [(0, 60)]),
        ("reading time: {at least: 30s, at most: 1.5 minutes}", [(30, 90)]),
        ("reading time: {at least: 1 min}", [(60, INFINITE)]),
        ("own: no", [("own", False)]),
        ("{text: x, full card: no}", [("text", ("x",), "any"), ("full card", False)]),
    ],
)
def test_every_filter(written: str, conditions: list[tuple[object, ...]]) -> None:
    """Each filter is read in each of its forms, and stands in the order of the file."""
    (where,) = choices(f"where: {written}" if written.startswith("{") else f"where: {{{written}}}")
    assert isinstance(where, Where)
    found: tuple[Any, ...] = where.conditions
    read = [(each.field, each.values, each.how) if isinstance(each, Has) else each[:2] for each in found]
    assert read == conditions
    assert all(isinstance(each, Has | Is | Reads) for each in where.conditions)


_WHERE = "V102 where says nothing to look for; write it like {benefit: health}"
_FILTER = "V102 this filter says nothing to look for; write it like {none: [health, skills]}"
_COVER = "V102 cover says nothing to look for; write it like [benefits, enablers]"
_BEGIN = "V102 this does not say what to look for; begin with one of: cool spots, cover, fill to, where, not"
_SPOTS = "V102 cool spots says nothing to look for; write it like [storytelling, incentives]"
_SCORES = "V102 cool spots needs either scores or a file; write it like {file: heatmap.csv}"
_READING = "V102 reading time says neither at least nor at most; write it like {at most: 60 seconds}"
_NOTHING = "says nothing where a choice begins with"
_TIME = "is not a time with its unit; write it like 60 seconds or 1.5 minutes"


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("{at most: 3}", [f"3:5: {_BEGIN}"]),
        ("{}", [f"3:5: {_BEGIN}"]),
        ("where:", [f"3:5: {_WHERE}"]),
        ("where: {}", [f"3:5: {_WHERE}"]),
        ("where: {benefit: }", [f"3:5: {_WHERE}"]),
        ("where: {full card: }", [f"3:5: {_WHERE}"]),
        ("where: {benefit: {}}", [f"3:22: {_FILTER}"]),
        ("where: {benefit: {any: }}", [f"3:22: {_FILTER}"]),
        ("where: {reading time: {}}", [f"3:27: {_READING}"]),
        (
            "{fill to: 3, seed: 7}",
            ['3:24: V101 "seed" says nothing without pick: at random; take it out, or draw at random'],
        ),
        (
            "where: {reading time: {at least: 2 min, at most: 60 s}}",
            ["3:38: V105 at least 120 seconds is more than at most 60"],
        ),
        ("cover:", [f"3:5: {_COVER}"]),
        ("cover: {}", [f"3:5: {_COVER}"]),
        ("cover: {benefits: }", [f"3:5: {_COVER}"]),
        ("fill to:", ["3:5: V102 fill to says nothing to look for; write it like 12"]),
        ("cool spots:", [f"3:5: {_SPOTS}"]),
        ("cool spots: {scores: {}}", [f"3:5: {_SPOTS}"]),
        ("cool spots: {}", [f"3:17: {_SCORES}"]),
        (
            "{where: {benefit: health}, at least: 4, at most: 3}",
            ["3:42: V105 at least 4 is more than at most 3"],
        ),
        (
            "{where: {benefit: health}, at least: -1}",
            ['3:42: V105 "-1" is not a whole number from 0 to 5,000'],
        ),
        (
            "{where: {benefit: health}, seed: lucky}",
            ['3:38: V105 "lucky" is not a whole number from 0 to 999,999,999'],
        ),
        ("fill to: 5001", ['3:14: V105 "5001" is not a whole number from 1 to 5,000']),
        ("cool spots: {scores: {planning: 6}}", ['3:37: V105 "6" is not a whole number from 1 to 5']),
        ("where: {reading time: {at most: 60}}", [f'3:37: V108 "60" {_TIME}']),
        (
            "where: {reading time: {at least: soon, at most: later}}",
            [f'3:38: V108 "soon" {_TIME}', f'3:53: V108 "later" {_TIME}'],
        ),
        (
            "where: {reading time: 60 seconds}",
            ["3:27: V103 reading time needs keys and values here; begin with one of: at least, at most"],
        ),
        (
            "{fill to: 3, at most: 2}",
            ['3:27: V101 "at most" says nothing where a choice begins with "fill to"; take it out'],
        ),
        (
            "{cover: benefits, seed: 1, pick: by title}",
            [
                f'3:29: V101 "seed" {_NOTHING} "cover"; take it out',
                f'3:38: V101 "pick" {_NOTHING} "cover"; take it out',
            ],
        ),
        (
            "{cool spots: planning, cover: benefits}",
            [f'3:35: V101 "cover" {_NOTHING} "cool spots"; take it out'],
        ),
        (
            "cover: sectors",
            ['3:12: V106 unknown vocabulary "sectors"; use one of: benefits, enablers, opportunities'],
        ),
        ("cover: {benefits: helth}", ['3:23: V106 unknown benefit "helth"; did you mean "Health"?']),
        (
            "{fill to: 9, pick: best}",
            ['3:24: V106 unknown way to pick "best"; use one of: by title, most different, at random'],
        ),
        (
            "where: {benefit: {some: health}}",
            ['3:23: V101 unknown key "some" in a filter; use one of: any, all, none'],
        ),
        ("where: {full card: maybe}", ['3:24: V106 unknown answer "maybe"; use one of: yes, no']),
        (
            "cool spots: {file: Heat.csv}",
            ['Heat.csv:2:2: D106 "9" is not a score for Training; write a whole number from 1 to 5'],
        ),
        (
            "cool spots: {file: zeal.csv}",
            ['zeal.csv:2:2: D106 "9" is not a score for Training; write a whole number from 1 to 5'],
        ),
        (
            "cool spots: {file: gone.csv}",
            ['3:24: F101 the Heatmap file "gone.csv" cannot be read: there is no such file'],
        ),
    ],
)
def test_what_is_wrong_with_a_choice(written: str, problems: list[str]) -> None:
    """A slip in a choice is named once, at its line and column, with what was typed, the limit and the way
    out.
    """
    _, found = read(deck(written))
    assert found == [problem if problem[0].isalpha() else f"h.yaml:{problem}" for problem in problems]


_LESS = "ask for fewer, or loosen the filters"
_OTHERS = "name other cool spots, loosen the filters, or say at least: 0"
_ASK = "ask for less, or loosen the filters"
_NONE = "leaves no case study of the 6 to choose from"
_ALL_BENEFITS = "Behaviour, Belonging, Economic, Health, Performance, Resilience, Skills and Wellbeing"
_TWO_SPOTS = "Digital technology and Planning"
_TABLE = "use one of: Behaviour, Belonging, Economic, Health, Performance, Wellbeing"


IMPOSSIBLE: list[tuple[list[str], list[str]]] = [
    (["cook", "Timpson", "COOK"], ['5:5: D102 "cook" is named twice; it stands first in line 3']),
    (["where: {benefit: resilience}"], [f"3:22: D103 benefit Resilience {_NONE}; {_TABLE}"]),
    (
        ["where: {benefit: [resilience, skills]}"],
        [f"3:22: D103 benefit Resilience or Skills {_NONE}; {_TABLE}"],
    ),
    (
        ["where: {location: Wales, benefit: belonging}"],
        ["3:39: D103 benefit Belonging leaves no case study of the 1 left by the lines before it"],
    ),
    (["where: {sector: {all: [retail, food]}}"], [f"3:27: D103 sector Retail and Food {_NONE}; loosen it"]),
    (
        ["where: {country: {none: [UK, Netherlands]}}"],
        [f"3:29: D103 country not UK or Netherlands {_NONE}; loosen it"],
    ),
    (["where: {text: xylophone}"], [f'3:19: D103 text "xylophone" {_NONE}; loosen it']),
    (
        ["where: {reading time: {at most: 2 seconds}}"],
        [f"3:27: D103 reading time at most 2 seconds {_NONE}; loosen it"],
    ),
    (
        ["where: {reading time: {at least: 2s, at most: 0.1 min}}"],
        [f"3:27: D103 reading time at least 2 and at most 6 seconds {_NONE}; loosen it"],
    ),
    (
        ["cook", "{fill to: 9, where: {full card: no, benefit: health}}"],
        ["4:50: D103 benefit Health leaves no case study of the 2 left by the lines before it"],
    ),
    (["fill to: 6", "cool spots: planning"], ["4:5: D103 no case study is left to choose from"]),
    (
        ["{cool spots: [digital technology, planning], where: {location: Wales}}"],
        [f"3:5: D103 no case study to choose from warms {_TWO_SPOTS}; location Wales; {_OTHERS}"],
    ),
    (
        ["{cover: benefits, where: {full card: no}}"],
        [f"3:5: D103 no case study to choose from shows {_ALL_BENEFITS}; {_ASK}"],
    ),
    (
        ["cover: {benefits: [health, skills]}"],
        [f"3:5: D103 no case study to choose from shows Skills; {_ASK}"],
    ),
    (
        ["{where: {location: Wales}, at least: 9}"],
        [f"3:5: D105 location Wales: 1 case study to choose from; at least 9 are wanted; {_LESS}"],
    ),
    (
        ["{cool spots: incentives, at least: 3}"],
        [f"3:5: D105 warms Incentives: 2 case studies to choose from; at least 3 are wanted; {_LESS}"],
    ),
    (
        ["fill to: 60"],
        ["3:5: D105 the deck comes to 6 cards; 60 are wanted; fill to fewer, or loosen the filters"],
    ),
    (
        ["cook", "{fill to: 9, where: {location: Wales}}"],
        ["4:5: D105 the deck comes to 2 cards; 9 are wanted; fill to fewer, or loosen the filters"],
    ),
]


@pytest.mark.parametrize(("items", "problems"), IMPOSSIBLE)
def test_what_cannot_be_chosen(items: list[str], problems: list[str]) -> None:
    """A choice that the library cannot meet is named at its line and column, with the condition or the count
    that is to blame.
    """
    assert read(deck(*items))[1] == [f"h.yaml:{problem}" for problem in problems]


def test_all_problems_at_once() -> None:
    """One deck with a slip in each of its choices hears of every one of them."""
    _, problems = read(
        deck("where: {}", "cover: sectors", "fill to: 0", "cool spots: {file: Heat.csv}", "timson")
    )
    assert [problem.split(" ")[0] for problem in problems] == [
        "Heat.csv:2:2:",
        "h.yaml:3:5:",
        "h.yaml:4:12:",
        "h.yaml:5:14:",
        "h.yaml:7:5:",
    ]


def test_not() -> None:
    """What is not to be chosen stands beside a search, or on a line of its own for all of them; a title will
    do, and one without a list.
    """
    found = choices(
        "all",
        "{where: {benefit: health}, not: [Timpson, cook]}",
        "{fill to: 9, not: Community Shop}",
        "not: GoodGym",
    )
    assert found[0] == Where((), at(3, 5))
    assert isinstance(found[1], Where)
    assert found[1].conditions[1:] == (Without(("timpson", "cook"), at(4, 37)),)
    assert isinstance(found[2], FillTo)
    assert found[2].conditions == (Without(("community-shop",), at(5, 23)),)
    assert found[3] == Without(("goodgym",), at(6, 5))


def test_not_an_unknown_one() -> None:
    """Twin: a name that nobody has is a problem with the nearest one."""
    assert read(deck("{where: {benefit: health}, not: timpsn}"))[1] == [
        'h.yaml:3:37: D101 unknown case study "timpsn"; did you mean "timpson"?'
    ]
