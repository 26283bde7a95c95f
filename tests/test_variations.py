"""Other ways to run an activity: asked for by name, printed with what they need, and offered only where they
can be.
"""

from __future__ import annotations

import re

import pytest
import yaml

from casedeck.api.describe_session import session_object, session_text
from casedeck.build.pipeline import Changes
from casedeck.disk.folder import Folder
from tests.support.audit import faults, read_pdf
from tests.support.ink import said, texts
from tests.support.marks import headings, locale, sections
from tests.support.packs import CARDS, Pack, built, pack, pack_deck, refusals
from tests.support.pdfua import failures
from tests.support.reading import Overlay
from tests.support.repository import ROOT

BARRIERS = [
    term["name"]
    for term in yaml.safe_load((ROOT / "assets/vocabulary/barriers.yaml").read_text("utf-8")).values()
]
MINE = "make-your-own-case-study"


def varied(*activities: str, people: int = 24, cards: tuple[str, ...] = CARDS, **session: object) -> Pack:
    """The pack of a session in the variations that it names."""
    return built(pack_deck(*activities, people=people, cards=cards, **session), Folder(ROOT), people)  # type: ignore[arg-type]


@pytest.mark.parametrize(("people", "walls"), [(24, 1), (40, 2)])
def test_barrier_labels_are_printed_when_asked_for(people: int, walls: int) -> None:
    """The barrier round brings a label for each barrier, one set for each wall, and the sheet names them;
    nothing else changes.
    """
    made, usual = (
        varied("gallery", people=people, cards=CARDS[:9], **way)
        for way in ({"variations": "barrier round"}, {})
    )
    labels = made.file("barrier-labels.pdf")
    assert [head for head in headings(made.pages[labels]) if head] == BARRIERS
    assert read_pdf(made.files[labels]).pages == walls
    assert failures(made.files[labels]) == []
    assert faults(made) == []
    assert set(made.files) - set(usual.files) == {labels}
    sheet, words = made.pages[made.file("gallery-facilitator-sheet.pdf")], locale()["facilitator sheet"]
    (way,) = sections(sheet)[words["this time"]]
    assert all(name in way for name in BARRIERS)
    assert words["this time"] not in sections(usual.pages[usual.file("gallery-facilitator-sheet.pdf")])


def test_the_barriers_are_named_where_the_round_is_only_offered() -> None:
    """Without labels the sheet still says which six barriers there are."""
    made = pack("gallery")
    ways = sections(made.pages[made.file("gallery-facilitator-sheet.pdf")])[
        locale()["facilitator sheet"]["variations"]
    ]
    assert sum(all(name in way for name in BARRIERS) for way in ways) == 1


def test_more_barriers_take_more_paper() -> None:
    """With a seventh barrier of one's own the labels take two sides, in the plan as in the file."""
    more = (ROOT / "assets/vocabulary/barriers.yaml").read_text(
        "utf-8"
    ) + "fear:\n  name: Fear\n  meaning: People are afraid of it.\n"
    deck = pack_deck("gallery", variations="barrier round")
    made = built(deck, Overlay({"assets/vocabulary/barriers.yaml": more}), 24)
    assert read_pdf(made.files[made.file("barrier-labels.pdf")]).pages == 2
    assert faults(made) == []


def test_imagined_places_are_stamped() -> None:
    """The imagined variation prints blank cards stamped IMAGINED in place of the others, and another question
    everywhere.
    """
    made, usual = varied(MINE, variations=["imagined places"]), pack(MINE)
    stamps = [
        [said(text) for text in texts(each.pages[each.file("blank-cards.pdf")][0].marks)]
        for each in (made, usual)
    ]
    assert [locale()["imagined"] in words for words in stamps] == [True, False]
    assert list(made.files) == list(usual.files)
    asked = [headings(each.pages[each.file("prompt-poster.pdf")])[0] for each in (made, usual)]
    assert asked[0] == "What will the card of the place we plan say, three years from now?" != asked[1]
    assert faults(made) == []


def test_the_plan_says_which_way() -> None:
    """The plan names the variation, in words and as values."""
    made = varied("gallery", variations="Barrier round")
    assert "This time: barrier round" in session_text(made.session, "A title")
    assert session_object(made.session)["activities"][0]["variations"] == ["Barrier round"]
    assert session_object(pack("gallery").session)["activities"][0]["variations"] == []


def linked(link: str) -> Overlay:
    """The library with a link in one case study of the deck, or none."""
    name = f"assets/case-studies/{CARDS[0]}.yaml"
    text = re.sub(r"^link:.*\n", "", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)
    others = {
        f"assets/case-studies/{case}.yaml": re.sub(
            r"(?m)^link:.*\n", "", (ROOT / f"assets/case-studies/{case}.yaml").read_text("utf-8")
        )
        for case in CARDS[1:]
    }
    return Overlay({**others, name: text + (f"link: {link}\n" if link else "")})


@pytest.mark.parametrize("link", ["https://example.org/x", ""])
def test_links_are_looked_up_only_where_there_are_any(link: str) -> None:
    """The variation with links is offered where a card has one, and refused where it is asked for and none
    has.
    """
    deck = pack_deck("co-presentation", people=8)
    made = built(deck, linked(link), 8)
    sheet = made.pages[made.file("co-presentation-facilitator-sheet.pdf")]
    ways = " ".join(sections(sheet)[locale()["facilitator sheet"]["variations"]])
    assert ("link" in ways) == bool(link)
    found = refusals(pack_deck("co-presentation", people=8, variations="look it up"), linked(link))
    assert [line.split(": ", 1)[1] for line in found] == (
        []
        if link
        else [
            (
                'S102 "Look it up" needs a link, and no card of this deck has one; give case studies a '
                "link, or leave it out"
            )
        ]
    )


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("barier round", 'V106 unknown variation "barier round"; did you mean "Barrier round"?'),
        (
            "imagined places",
            (
                'V106 "imagined places" is a variation of make your own case study, which this session '
                "does not have"
            ),
        ),
    ],
)
def test_unknown_variations_are_refused(name: str, problem: str) -> None:
    """A variation that no activity of the session has is refused at its place, with what was meant or whose
    it is.
    """
    (line,) = refusals(pack_deck("gallery", variations=name))
    assert problem in line
    assert re.match(r"test\.yaml:\d+:\d+: ", line)


def test_another_activity_for_once_passes_over_what_is_not_for_it() -> None:
    """An activity chosen on the command line is planned although the deck names variations and group cards
    for others.
    """
    deck = pack_deck(MINE, **{"variations": "imagined places", "group cards": ["cook"]})  # type: ignore[arg-type]
    made = built(deck, Folder(ROOT), 24, Changes(activities=("gallery",)))
    assert made.session.activities[0].activity.id == "gallery"
    assert refusals(deck.replace(b"imagined places", b"imagined place")) != []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "variation: Barrier round",
            "variation: Barrier rond",
            'V106 no variation is called "Barrier rond"; did you mean "Barrier round"?',
        ),
        ("{barriers}", "{bariers}", 'V106 nothing stands for "{bariers}"; did you mean "barriers"?'),
    ],
)
def test_slips_in_an_activity_are_said(right: str, wrong: str, problem: str) -> None:
    """A supply for a variation that is none, and an unknown word in braces, are refused at their place in the
    activity's file.
    """
    file = "assets/activities/gallery.yaml"
    text = (ROOT / file).read_text("utf-8")
    assert right in text
    (line,) = refusals(pack_deck("gallery"), Overlay({file: text.replace(right, wrong, 1)}))
    assert problem in line
    assert line.startswith(f"{file}:")
