"""What is found in one case study: each rule with a case that is fine and one that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.errors import Place, Report
from casedeck.library.case_study import case_study_record, read_case_study
from casedeck.model.case_study import CaseStudy
from casedeck.model.text import Listing, Paragraph, Span, rich
from casedeck.notation.yaml import parse
from casedeck.rules.advice import CASE_RULES
from tests.support.cases import term
from tests.support.library import library
from tests.support.samples import words
from tests.support.values import changed

VOCABULARIES = library().vocabularies
FINE = library().cases["timpson"]
HARD = (
    "The programme leverages multi-stakeholder collaboration to facilitate the operationalisation of "
    "relational practice across "
    "statutory organisations, establishing governance arrangements and accountability mechanisms which "
    "enable sustainable "
    "transformation of commissioning behaviours. Participating institutions reported considerable "
    "improvements in "
    "interdepartmental communication and organisational capability following implementation of the "
    "methodology. "
)
BRIEF = """\
title: Allotment
overview: {words}
relationship spotlight: A light.
opportunities:
  - activities: It is so.
sources: [Notes]
"""


def found(code: str, case: CaseStudy) -> list[str]:
    """What one rule says of a case: the field's line in its file where it is not the first, then message and
    hint.
    """
    return [
        f"{each.message}; {each.hint}" for each in CASE_RULES[code](case, VOCABULARIES) if each.code == code
    ]


def brief(text: str = BRIEF) -> CaseStudy:
    """A brief case study from the text of its file."""
    report = Report()
    node = parse(text.replace("{words}", "A story.").encode(), "allotment.yaml")
    made = read_case_study(
        "allotment", case_study_record(VOCABULARIES), node, VOCABULARIES["countries"], report
    )
    report.raise_if_any()
    assert made
    return made


@pytest.mark.parametrize("code", CASE_RULES)
def test_a_good_case_study_is_without_findings(code: str) -> None:
    """No rule has anything to say about a case study that is as it should be."""
    assert found(code, FINE) == []


HINT_101 = "add what you know; people and decks look for case studies by it"


def test_what_helps_to_find_a_case() -> None:
    """L101: all that is lacking is named in one finding; a brief case may lack strapline and keywords as
    well.
    """
    assert found("L101", changed(FINE, sectors=())) == [f'"Timpson" has no sectors; {HINT_101}']
    told = "without a strapline the wall card does not say what the place does"
    lacking = "no strapline, no keywords, no type of place, no sectors and no location"
    assert found("L101", brief()) == [f'"Allotment" has {lacking}; {HINT_101}; {told}']


def test_opportunities_on_a_full_card_are_not_missed() -> None:
    """L101: a full card is found by its benefits and enablers, so that it may do without opportunities."""
    assert found("L101", changed(FINE, opportunities=())) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"strapline": rich(words(15))}, "the strapline has 15 words; 11 to 14 are usual; shorten it"),
        ({"strapline": rich(words(10))}, "the strapline has 10 words; 11 to 14 are usual; say a little more"),
        (
            {"spotlight": rich("Slowly.")},
            "the relationship spotlight has 1 word; 12 to 18 are usual; say a little more",
        ),
        (
            {"overview": (Paragraph(rich(words(40))), Paragraph(rich(words(44))))},
            "the overview has 84 words; 59 to 83 are usual; shorten it",
        ),
    ],
)
def test_unusual_length(fields: dict[str, object], message: str) -> None:
    """L102: one word more or less than the range is found, with the number of words and the range."""
    assert found("L102", changed(FINE, **fields)) == [message]


def test_usual_length_ends_with_its_limits() -> None:
    """L102: the fewest and the most words of the range are not found."""
    for number in (11, 14):
        assert found("L102", changed(FINE, strapline=rich(words(number)))) == []


def test_length_of_claims() -> None:
    """L102: a benefit, enabler or opportunity is known by its word and stands at its own line."""
    long = changed(FINE.benefits[1], text=rich(words(9)))
    made = changed(FINE, benefits=(FINE.benefits[0], long, FINE.benefits[2]))
    assert found("L102", made) == ["the benefit Performance has 9 words; 4 to 8 are usual; shorten it"]
    (finding,) = CASE_RULES["L102"](made, VOCABULARIES)
    assert finding.place == FINE.place("benefits 2") != FINE.place("benefits")
    made = brief(BRIEF.replace("{words}", words(60)))
    assert "the opportunity Activities has 3 words; 10 to 22 are usual; say a little more" in found(
        "L102", made
    )


def test_length_of_a_card() -> None:
    """L102: a full card has a usual length as a whole, a brief one has not."""
    assert "the whole card has 233 words; 143 to 232 are usual; shorten it" in found(
        "L102", changed(FINE, overview=(Paragraph(rich(words(233 - FINE.words + _overview(FINE)))),))
    )
    assert not any("whole card" in each for each in found("L102", brief()))


def _overview(case: CaseStudy) -> int:
    return case.words - changed(case, overview=()).words


def test_thin_figures() -> None:
    """L103: figures that are not bold are found in benefits and in the overview, each field once; elsewhere
    they are let be.
    """
    hint = "put ** on both sides of a figure"
    thin = changed(
        FINE.benefits[0], text=(Span("Over "), Span("26", bold=True), Span(",000 meals, 5 each, in 2018"))
    )
    made = changed(FINE, benefits=(thin, *FINE.benefits[1:]))
    assert found("L103", made) == [f"the benefit Behaviour has 2 figures not in bold: 26,000 and 5; {hint}"]
    made = changed(
        FINE, overview=(Paragraph(rich("Over 26 meals.")), Listing((rich("One of 2150"),), numbered=False))
    )
    assert found("L103", made) == [f"the overview has 2 figures not in bold: 26 and 2150; {hint}"]
    made = changed(FINE, strapline=rich("Over 26 meals."), overview=(Paragraph(rich("Since 2018.")),))
    assert found("L103", made) == []


def test_unknown_countries() -> None:
    """L104: a location whose last part is no country of the vocabulary is found, with the nearest one there
    is.
    """
    added = "other countries can be added to assets/vocabulary/countries.yaml"
    made = changed(FINE, location="Leeds, Englnd", countries=())
    assert found("L104", made) == [
        f'"Englnd" is not in the list of countries; did you mean "England"?; {added}'
    ]
    (said,) = found("L104", changed(FINE, location="x" * 80, countries=()))
    assert said.startswith(f'"{"x" * 39}…" is not in the list of countries')
    assert found("L104", changed(FINE, location="", countries=())) == []
    assert found("L104", changed(FINE, location="Leeds, England", countries=(term("England"),))) == []


def test_sources() -> None:
    """L106: facts need a source, unless there are none, as in what is imagined or shows how a card could
    look.
    """
    for sources in ((), (" ",)):
        assert found("L106", changed(FINE, sources=sources)) == [
            '"Timpson" names no source; say under sources where its facts come from'
        ]
    assert found("L106", changed(FINE, sources=(), status="draft")) != []
    for status in ("imagined", "mock-up"):
        assert found("L106", changed(FINE, sources=(), status=status)) == []


def test_hard_texts() -> None:
    """L107: officialese is found with its reading ease and the least there should be; in a few words it is
    not judged.
    """
    hint = "use shorter sentences and everyday words"
    said = found("L107", changed(FINE, overview=(Paragraph(rich(HARD * 2)),)))
    assert said == [
        (
            f"the text has a reading ease of {int(said[0].split()[7].rstrip(';'))}; 30 is the least for a "
            f"card; {hint}"
        )
    ]
    assert found("L107", brief(BRIEF.replace("{words}", " ".join(HARD.split()[:40])))) == []
    assert found("L107", changed(FINE, title=HARD, keywords=(HARD,))) == []


def test_unsafe_links() -> None:
    """L108: a link by http is found, in its own field and in a text, once; https and mail addresses are
    fine.
    """
    hint = "most pages have an https address: try it"
    assert found("L108", changed(FINE, link="HTTP://example.org")) == [
        f'the link "HTTP://example.org" is not https; {hint}'
    ]
    linked = (
        Span("One", link="http://example.org"),
        Span(" and ", link="https://example.org"),
        Span("two", link="http://example.org"),
    )
    made = changed(FINE, learning=linked, link="mailto:us@example.org")
    assert found("L108", made) == [f'the link "http://example.org" is not https; {hint}']
    assert [each.place for each in CASE_RULES["L108"](made, VOCABULARIES)] == [FINE.place("key learning")]


def test_sentences_without_an_end() -> None:
    """L109: a sentence or paragraph that just stops is found; a quotation, a question and a list with what
    leads to it are fine.
    """
    hint = "put one at its end"
    assert found("L109", changed(FINE, strapline=rich("So it is"))) == [
        f"the strapline has a sentence without a full stop; {hint}"
    ]
    made = changed(FINE.enablers[0], text=rich("So it is:"))
    assert found("L109", changed(FINE, enablers=(made, *FINE.enablers[1:]))) == [
        f"the enabler {made.term.name} has a sentence without a full stop; {hint}",
    ]
    ends = ("It works by:", "“It is so.”", "Is it?", "So (it is).")
    overview = (
        *(Paragraph(rich(text)) for text in ends),
        Listing((rich("asking"), rich("waiting")), numbered=False),
    )
    assert found("L109", changed(FINE, overview=overview)) == []
    assert found("L109", changed(FINE, overview=(*overview, Paragraph(rich("It is so"))))) == [
        f"the overview has a sentence without a full stop; {hint}",
    ]


def test_consent() -> None:
    """L110: no card goes out as finished where people have said no; a draft may, and so may one where nobody
    was asked.
    """
    said = (
        '"Timpson" is published, and those it is about have not agreed; ask them, or write status: '
        "draft until they have"
    )
    assert found("L110", changed(FINE, consent=False)) == [said]
    assert found("L110", changed(FINE, consent=False, status="draft")) == []
    assert found("L110", changed(FINE, consent=True)) == []


def test_places() -> None:
    """A finding stands at its field, or at the top of the file where the field is absent."""
    made = brief(BRIEF + "location: Leeds, Englnd\nconsent: no\nlink: http://example.org\n")
    places = {each.code: each.place for rule in CASE_RULES.values() for each in rule(made, VOCABULARIES)}
    assert places["L101"] == Place("allotment.yaml", 1, 1)
    assert places["L104"] == Place("allotment.yaml", 7, 11)
    assert places["L108"] == Place("allotment.yaml", 9, 7)
    assert places["L110"] == Place("allotment.yaml", 8, 10)
    assert Path(FINE.place("").file).name == "timpson.yaml"


def test_garbled_words() -> None:
    """L112: letters read in the wrong code are said with what they were, and those that are lost; accents are
    no reason.
    """
    (said,) = found("L112", changed(FINE, title="The CafŽ"))
    assert '"CafŽ" in the title looks garbled; write "Café"' in said
    assert len(found("L112", changed(FINE, title="Caf\ufffd"))) == 1
    assert found("L112", changed(FINE, title="Zoë’s café")) == []
