"""The commands that help to choose cards: suggest and coverage."""

from __future__ import annotations

import json
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from casedeck.choose.coverage import shown
from casedeck.choose.picks import PICKS
from casedeck.cli import run
from casedeck.model.case_study import CaseStudy
from casedeck.model.choice import COVERED, ORDERS
from tests.support.library import library
from tests.support.pdfua import failures
from tests.support.tags import spoken
from tests.support.workshops import contents, workshop

Capture = pytest.CaptureFixture[str]
SCORES = "Name,Planning,Storytelling,Incentives,Training\nAnn,5,1,2,4\nBob,5,2,1,4\n"
SPOTS = ["--cool-spot", "storytelling", "--cool-spot", "incentives"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with a file of scores, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {"scores.csv": SCORES, "wrong.csv": SCORES.replace("5,1", "6,1")}))
    return tmp_path


def suggested(capsys: Capture, *arguments: str) -> list[dict[str, Any]]:
    """The cards that are suggested."""
    assert run(["suggest", "--json", *arguments]) == 0
    captured = capsys.readouterr()
    counted = (
        "to look at: scores.csv: D107 the scores of 2 people are counted\n" if "--scores" in arguments else ""
    )
    assert captured.err == counted
    cards: list[dict[str, Any]] = json.loads(captured.out)
    assert [card["number"] for card in cards] == list(range(1, len(cards) + 1))
    return cards


def cases(cards: list[dict[str, Any]]) -> list[CaseStudy]:
    """The case studies of cards."""
    return [library().cases[card["id"]] for card in cards]


def said(capsys: Capture, *arguments: str) -> str:
    """What a command prints that ends well."""
    assert run([*arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_cool_spots(capsys: Capture) -> None:
    """Cards for cool spots warm one of them, best first, with their own sentences, at most as many as
    wanted.
    """
    cards = suggested(capsys, *SPOTS, "--at-most", "6")
    assert len(cards) == 6
    assert cards[0]["reason"] == "warms Storytelling and Incentives"
    assert [each["term"] for each in cards[0]["says"]] == ["storytelling", "incentives"]
    assert all(
        {"storytelling", "incentives"} & {claim.term.id for claim in case.opportunities}
        for case in cases(cards)
    )
    assert set(cards[0]) == {"number", "id", "title", "reason", "says"}


def test_scores(capsys: Capture) -> None:
    """Scores in a file bring cards for the coolest three of their opportunities, or as many as are said."""
    reasons = [card["reason"] for card in suggested(capsys, "--scores", "scores.csv")]
    assert any("Storytelling (1.5 on average, from 1 to 2)" in reason for reason in reasons)
    assert any("Training (4)" in reason for reason in reasons)
    assert not any("Planning" in reason for reason in reasons)
    fewer = [card["reason"] for card in suggested(capsys, "--scores", "scores.csv", "--coolest", "1")]
    assert set(fewer) == {"warms Incentives (1.5 on average, from 1 to 2)"}


@pytest.mark.parametrize("kind", COVERED)
def test_cover(kind: str, capsys: Capture) -> None:
    """What is to be covered is shown, all of it."""
    held = {
        name for case in cases(suggested(capsys, "--cover", kind)) for of, name in shown(case) if of == kind
    }
    assert held == {term.id for term in library().vocabularies[kind]}


def test_cover_together(capsys: Capture) -> None:
    """Benefits and enablers are covered together, with four cards at most."""
    cards = suggested(capsys, "--cover", "benefits", "--cover", "enablers", "--full-card")
    assert len(cards) <= 4
    held = {each for case in cases(cards) for each in shown(case) if each[0] != "opportunities"}
    assert len(held) == sum(len(library().vocabularies[kind]) for kind in ("benefits", "enablers"))


@pytest.mark.parametrize("pick", PICKS)
def test_fill(pick: str, capsys: Capture) -> None:
    """A deck is filled to exactly so many cards after those named, in each of the ways to pick."""
    cards = suggested(capsys, "--case", "cook", "--case", "Timpson", "--fill-to", "7", "--pick", pick)
    assert len(cards) == 7
    assert [card["id"] for card in cards[:2]] == ["cook", "timpson"]
    assert [card["reason"] for card in cards[:2]] == ["chosen by name"] * 2


def test_seeds(capsys: Capture) -> None:
    """The same seed draws the same cards again, and some other seed draws others."""

    def drawn(seed: int) -> list[str]:
        return [
            card["id"]
            for card in suggested(capsys, "--fill-to", "5", "--pick", "at random", "--seed", str(seed))
        ]

    assert drawn(3) == drawn(3)
    assert len({tuple(drawn(seed)) for seed in range(4)}) > 1


def test_filters_alone(capsys: Capture) -> None:
    """Filters alone bring the cases that pass them, within limits and picked as is said."""
    every = suggested(capsys, "--benefit", "health")
    assert all("health" in [claim.term.id for claim in case.benefits] for case in cases(every))
    some = suggested(
        capsys, "--benefit", "health", "--at-least", "2", "--at-most", "3", "--pick", "most different"
    )
    assert len(some) == 3
    assert {card["id"] for card in some} < {card["id"] for card in every}


def test_filters_with_everything(capsys: Capture) -> None:
    """Filters narrow down whatever else is looked for."""
    cards = suggested(
        capsys, *SPOTS, "--at-most", "3", "--cover", "benefits", "--fill-to", "12", "--full-card"
    )
    assert len(cards) == 12
    assert all(case.full for case in cases(cards))
    assert [each for each, _ in groupby(card["reason"].split(" ")[0] for card in cards)] == [
        "warms",
        "brings,",
        "fills",
    ]


@pytest.mark.parametrize("order", ORDERS)
def test_orders(order: str, capsys: Capture) -> None:
    """The cards come in the order asked for, the same cards in each."""
    listed, ordered = (suggested(capsys, *SPOTS, "--order", each) for each in ("as listed", order))
    assert sorted(card["id"] for card in ordered) == sorted(card["id"] for card in listed)
    if order == "title":
        assert [card["title"].casefold() for card in ordered] == sorted(
            card["title"].casefold() for card in listed
        )


def test_the_proposal(capsys: Capture, home: Path) -> None:
    """Every card is printed with its reason and its sentences, then a deck that chooses the same cards."""
    arguments = ["--case", "cook", *SPOTS, "--at-most", "3", "--fill-to", "6", "--order", "title"]
    cards = suggested(capsys, *arguments)
    out = said(capsys, "suggest", *arguments)
    head, deck = out.split("into a deck of yours.\n\n")
    assert head.startswith(f"6 cards from {len(library().cases)} case studies\n")
    words = " ".join(head.split())
    for card in cards:
        assert f"{card['number']} {card['title']} ({card['id']}) {card['reason']}" in words
        assert all(" ".join(each["text"].split()) in words for each in card["says"])
    (home / "decks/suggested.yaml").write_text(deck)
    assert run(["check", "decks/suggested.yaml"]) == 0
    assert "Suggested deck: 6 cards" in capsys.readouterr().out
    table = said(capsys, "coverage", "decks/suggested.yaml")
    assert [line.strip() for line in table.splitlines()[:6]] == [
        f"{card['number']}  {card['title']}" for card in cards
    ]


def test_build(capsys: Capture, home: Path) -> None:
    """--build writes the cards and a page that says why, tagged without a fault, with every title and reason
    on it.
    """
    before = contents(home)
    out = said(capsys, "suggest", *SPOTS, "--at-most", "5", "--build")
    made = {name: data for name, data in contents(home).items() if name not in before}
    names = [
        f"output/suggested/{name}"
        for name in ("cards-index-a4.pdf", "manifest.json", "why-these-cards-a4.pdf")
    ]
    assert list(made) == names
    assert all(name in out for name in names if name.endswith(".pdf"))
    assert all(failures(data) == [] for name, data in made.items() if name.endswith(".pdf"))
    words = [text for _, text in spoken(made[names[2]])]
    names_of = {term.id: term.name for term in library().vocabularies["opportunities"]}
    places = []
    for card in suggested(capsys, *SPOTS, "--at-most", "5"):
        places += [words.index(f"{card['number']} {card['title']}")]
        first = card["says"][0]
        assert words[places[-1] + 1] == f"{card['reason'][:1].upper()}{card['reason'][1:]}."
        assert words[places[-1] + 2] == f"{names_of[first['term']]}: {first['text']}"
    assert places == sorted(places)


def test_nothing_is_written_without_build(capsys: Capture, home: Path) -> None:
    """Without --build nothing is written."""
    before = contents(home)
    said(capsys, "suggest", *SPOTS)
    assert contents(home) == before


_LIMITS = "--at-least and --at-most go with cool spots, or with filters alone"
_PICK = "--pick goes with --fill-to, or with filters alone"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            [],
            (
                "say what to look for: --case, --cool-spot, --scores, --cover, --fill-to or a filter such "
                "as --benefit"
            ),
        ),
        (["--order", "title"], "say what to look for"),
        (["--case", "timson"], '--case: no case study is called "timson"; did you mean "timpson"?'),
        (
            ["--cool-spot", "storyteling"],
            '--cool-spot: unknown opportunity "storyteling"; did you mean "Storytelling"?',
        ),
        (["--scores", "scores.csv", *SPOTS], "give either --cool-spot or --scores"),
        (["--scores", "nowhere.csv"], 'there is no file "nowhere.csv"'),
        (
            ["--cover", "sectors"],
            '"sectors" is not known here; use one of: benefits, enablers, opportunities',
        ),
        (["--fill-to", "0"], '"0" is not a whole number from 1 to 5,000'),
        (["--fill-to", "3", "--pick", "best"], '"best" is not known here'),
        (["--fill-to", "3", "--order", "wild"], '"wild" is not known here'),
        (["--cover", "benefits", "--at-most", "3"], _LIMITS),
        (["--case", "cook", "--at-least", "3"], _LIMITS),
        (["--fill-to", "9", "--benefit", "health", "--at-most", "3"], _LIMITS),
        ([*SPOTS, "--pick", "at random"], _PICK),
        (["--case", "cook", "--pick", "by title"], _PICK),
        (["--fill-to", "5", "--seed", "3"], "--seed goes with --pick 'at random'"),
        ([*SPOTS, "--coolest", "2"], "--coolest goes with --scores"),
        (["--cover", "benefits", "--benefit", "health", "--pick", "by title"], _PICK),
    ],
)
def test_usage(arguments: list[str], message: str, capsys: Capture) -> None:
    """Options that cannot be understood, or that would say nothing, end with 2 and say what is wrong."""
    assert run(["suggest", *arguments]) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fill-to", "4000"], "D105 the deck comes to "),
        (["--benefit", "health", "--sector", "retail"], "D103 sector Retail leaves no case study of the "),
        (
            ["--benefit", "health", "--at-least", "5", "--at-most", "2"],
            "V105 at least 5 is more than at most 2",
        ),
        (
            ["--scores", "wrong.csv"],
            'wrong.csv:2:2: D106 "6" is not a score for Planning; write a whole number from 1 to 5',
        ),
    ],
)
def test_what_cannot_be_chosen(arguments: list[str], message: str, home: Path, capsys: Capture) -> None:
    """What the library or the scores cannot give ends with 1, says why, and writes nothing."""
    before = contents(home)
    assert run(["suggest", "--build", *arguments]) == 1
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""
    assert contents(home) == before


def test_own_broken_cases_stop_no_deck_that_names_others(home: Path, capsys: Capture) -> None:
    """A deck that names its cards does not need the others, so nothing is said of a broken one."""
    workshop(home, {"assets/case-studies/broken.yaml": "titel: x"})
    assert run(["coverage", "decks/d.yaml"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "Timpson" in captured.out


DECK = "title: A deck\ncards: [timpson, camerados]\nprint:\n  - cards:\n"


def test_coverage(home: Path, capsys: Capture) -> None:
    """Coverage shows a row for each term with a dot below each card that shows it, a count, and what is
    missing.
    """
    workshop(home / "x", {"decks/d.yaml": DECK})
    out = said(capsys, "coverage", "x/decks/d.yaml")
    assert out.startswith("  1  Timpson\n  2  Camerados\n\nBenefits")
    rows = {
        line.split("  ")[0]: re.findall(r"[●·]|\d+$", line)
        for line in out.splitlines()
        if re.search(r"[●·]", line)
    }
    assert rows["Behaviour"] == ["●", "·", "1"]
    assert rows["Health"] == ["·", "·", "0"]
    assert rows["Narratives"] == ["●", "●", "2"]
    assert rows["Digital technology"] == ["·", "●", "1"]
    assert len(out.split("\nOpportunities")[0].split("\nEnablers")[1].split("\n\n")[0].splitlines()) == 10
    last = " ".join(out.split("\n\n")[-1].split())
    assert last.startswith(
        "Benefits: 3 of 8; misses Belonging, Health, Resilience, Skills and Wellbeing Enablers: 4 of "
        "9; misses "
    )


def test_coverage_for_programs(home: Path, capsys: Capture) -> None:
    """--json gives for each term the numbers of its cards, none where it is missing."""
    workshop(home / "x", {"decks/d.yaml": DECK})
    found = json.loads(said(capsys, "coverage", "x/decks/d.yaml", "--json"))
    held = {number: shown(library().cases[name]) for number, name in enumerate(("timpson", "camerados"), 1)}
    for kind in COVERED:
        terms = [term.id for term in library().vocabularies[kind]]
        assert found[kind] == {
            term: [number for number in held if (kind, term) in held[number]] for term in terms
        }


def test_coverage_of_a_wide_deck(home: Path, capsys: Capture) -> None:
    """A deck with more cards than fit side by side has its table in parts, each with its own cards, and every
    part fits.
    """
    workshop(home / "x", {"decks/d.yaml": DECK.replace("[timpson, camerados]", "all")})
    out = said(capsys, "coverage", "x/decks/d.yaml")
    heads = [
        list(map(int, re.findall(r"\d+", line))) for line in out.splitlines() if line.startswith("Benefits ")
    ]
    assert [number for head in heads for number in head] == list(range(1, len(library().cases) + 1))
    assert max(map(len, heads)) <= 30
    assert out.rstrip().endswith("Opportunities: 10 of 10; all are shown")


@pytest.mark.parametrize(
    "question",
    [SPOTS, ["--scores", "scores.csv"], ["--sector", "health"], ["--full-card", "--pick", "at random"]],
)
def test_an_open_question_brings_six_cards(question: list[str], home: Path, capsys: Capture) -> None:
    """Without a number six cards are proposed, with how to have more; a number is heeded, and nothing more is
    said.
    """
    assert len(suggested(capsys, *question)) == 6
    assert run(["suggest", *question]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "6 cards from 48 case studies; for more than 6, say --at-most 12 or any other number"
    assert run(["suggest", *question, "--at-most", "7"]) == 0
    assert capsys.readouterr().out.startswith("7 cards from 48 case studies\n")
    assert len(suggested(capsys, *question, "--at-least", "8")) == 8


def test_suggest_build_prints_few_sheets(home: Path, capsys: Capture) -> None:
    """Scores and --build alone print six cards and the page that says why."""
    assert run(["suggest", "--scores", "scores.csv", "--build"]) == 0
    assert "6 pages, 6 sheets of A4" in capsys.readouterr().out


def test_one_that_is_left_out(home: Path, capsys: Capture) -> None:
    """A case that is left out by name makes room for the next, in a suggestion, in the deck that it writes,
    and in a list.
    """
    cards = suggested(capsys, *SPOTS)
    others = suggested(capsys, *SPOTS, "--not", cards[0]["title"])
    assert cards[0]["id"] not in [card["id"] for card in others]
    assert len(others) == len(cards)
    assert f"not: [{cards[0]['id']}]" in said(capsys, "suggest", *SPOTS, "--not", cards[0]["id"])
    assert "timpson" in said(capsys, "list")
    assert "timpson" not in said(capsys, "list", "--not", "Timpson")
    assert run(["suggest", *SPOTS, "--not", "timpsn"]) == 2
    assert 'no case study is called "timpsn"; did you mean "timpson"?' in capsys.readouterr().err
    assert run(["suggest", "--not", "timpson"]) == 2


def test_cool_spots_on_one_line(capsys: Capture) -> None:
    """Several opportunities in one option are those in several options; one that has "and" in its name stays
    one.
    """
    apart = said(capsys, "suggest", *SPOTS, "--cool-spot", "Rules and accountabilities")
    assert (
        said(capsys, "suggest", "--cool-spot", "storytelling, incentives and Rules and accountabilities")
        == apart
    )
