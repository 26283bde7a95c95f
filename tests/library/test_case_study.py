"""Case-study files."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml
from hypothesis import given

from casedeck.errors import DeckError, Place, Report
from casedeck.library.case_study import case_study_record, read_case_study
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.case_study import CaseStudy, Gap
from casedeck.model.text import Listing, plain
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.yaml import parse
from tests.support.nonsense import NONSENSE, mutated
from tests.support.reading import Overlay, lines
from tests.support.repository import ROOT, stems

WHOLE = """\
title: Riverside repair table
strapline: Neighbours mend things.
overview: |
  It's open every Saturday.

  - first
  - second
relationship spotlight: Two neighbours say hello.
keywords: [practical, unhurried, neighbourly]
benefits:
  - belonging: "**7 in 10** got to know a neighbour."
  - skills: Visitors learn to sew.
  - economic: They save money.
enablers:
  - activities: A shared job makes it easy to talk.
  - space: The library is warm.
  - norms: Owners stay and help.
key learning: Give people a job to share.
link: https://example.org/repair-table
type of place: Community group
sectors: [community, neighbourliness]
location: Riverside, England
opportunities:
  - storytelling: They tell their story.
facts: It began in 2019.
sources: Our own count
"""


@cache
def _vocabularies() -> Vocabularies:
    report = Report()
    vocabularies = load_vocabularies(Overlay({}), report)
    assert lines(report) == []
    return vocabularies


def _read(text: str | bytes) -> tuple[CaseStudy | None, list[str]]:
    report = Report()
    data = text.encode() if isinstance(text, str) else text
    record = case_study_record(_vocabularies())
    return read_case_study(
        "riverside", record, parse(data, "r.yaml"), _vocabularies()["countries"], report
    ), lines(report)


def _whole(text: str) -> CaseStudy:
    """The case in a text without problems."""
    case, problems = _read(text)
    assert problems == []
    assert case is not None
    return case


def test_whole_file() -> None:
    """Everything that a file says is in the case study, with curly quotes, terms by their id, and its place
    in the file.
    """
    case, problems = _read(WHOLE)
    assert problems == []
    assert case is not None
    assert (case.id, case.title, plain(case.strapline)) == (
        "riverside",
        "Riverside repair table",
        "Neighbours mend things.",
    )
    assert (
        plain(case.overview[0].text) == "It’s open every Saturday."
        if not isinstance(case.overview[0], Listing)
        else False
    )
    assert isinstance(case.overview[1], Listing)
    assert [claim.term.id for claim in case.benefits] == ["belonging", "skills", "economic"]
    assert [claim.term.id for claim in case.enablers] == ["activities", "space", "norms"]
    assert [claim.term.id for claim in case.opportunities] == ["storytelling"]
    assert [term.id for term in (*case.types_of_place, *case.sectors)] == [
        "community-group",
        "community",
        "neighbourliness",
    ]
    assert (case.location, case.link, case.sources) == (
        "Riverside, England",
        "https://example.org/repair-table",
        ("Our own count",),
    )
    assert case.facts == ("It began in 2019.",)
    assert [term.id for term in case.countries] == ["england", "uk"]
    assert case.full
    assert [span.bold for span in case.benefits[0].text] == [True, False]
    assert [str(case.place(field)) for field in ("title", "benefits 2", "key learning")] == [
        "r.yaml:1:8",
        "r.yaml:12:13",
        "r.yaml:18:15",
    ]


@pytest.mark.parametrize("line", ["link", "type of place", "sectors", "location", "facts", "sources"])
def test_optional(line: str) -> None:
    """What is not printed on the card, and the link, may be left out."""
    kept = [each for each in WHOLE.splitlines() if not each.startswith(line)]
    assert len(kept) == len(WHOLE.splitlines()) - 1
    case, problems = _read("\n".join(kept))
    assert problems == []
    assert case is not None


@pytest.mark.parametrize("name", ["title", "strapline", "relationship spotlight", "keywords", "key learning"])
def test_what_a_draft_lacks(name: str) -> None:
    """Without something that is printed on the card the case is a draft, which says what it lacks and where
    that goes.
    """
    kept = [each for each in WHOLE.splitlines() if not each.startswith(f"{name}:")]
    case = _whole("\n".join(kept))
    assert case.gaps == (Gap(name, name, Place("r.yaml", 1, 1)),)
    assert (case.stamp, case.full) == ("draft", True)
    empty = _whole("\n".join([*kept, f'{name}: "  "']))
    assert [(gap.key, gap.place.line) for gap in empty.gaps] == [(name, len(kept) + 1)]


def test_a_finished_case_is_no_draft() -> None:
    """Twin: nothing is missing in a whole file, and a status is stamped before the word draft."""
    assert (_whole(WHOLE).gaps, _whole(WHOLE).stamp) == ((), "published")
    assert _whole(WHOLE.replace("strapline: Neighbours mend things.", "status: imagined")).stamp == "imagined"


@pytest.mark.parametrize(
    ("right", "wrong", "part", "line"),
    [
        ("  - norms: Owners stay and help.\n", "", "1 of 3 enablers", 15),
        ("  - norms: Owners stay and help.\n", "  - \n", "1 of 3 enablers", 15),
        ("neighbourly]", '""]', "1 of 3 keywords", 9),
        ("- norms: Owners", "- Owners", "the word before enabler 3", 17),
        ("- norms: Owners stay and help.", "- norms:", "the sentence of enabler Norms", 17),
        ("- norms: Owners stay and help.", "- norms", "the sentence of enabler Norms", 17),
        ("- norms: Owners stay and help.", "- norms: TBC", "the sentence of enabler Norms", 17),
        ("neighbourly]", "TBC]", "1 of 3 keywords", 9),
        (
            "- storytelling: They tell their story.",
            "- storytelling: ''",
            "the sentence of opportunity Storytelling",
            24,
        ),
    ],
)
def test_half_filled_lists(right: str, wrong: str, part: str, line: int) -> None:
    """Of a list that is half filled in, what is there is kept, and what is missing is said at its line."""
    assert right in WHOLE
    case = _whole(WHOLE.replace(right, wrong, 1))
    assert [(gap.part, gap.place.line) for gap in case.gaps] == [(part, line)]
    assert case.benefits == _whole(WHOLE).benefits


@pytest.mark.parametrize(
    "typed",
    [
        "TBC",
        "[to write]",
        "...",
        "-",
        "–",
        "“to be confirmed”",
        "(todo)",
        "XXX",
        "Lorem ipsum dolor sit amet, " * 3,
    ],
)
def test_what_stands_in_for_a_text(typed: str) -> None:
    """Nothing that says "to be filled in" is printed; it is what is missing."""
    case = _whole(
        WHOLE.replace("Give people a job to share.", typed).replace("England", "TBC") + f"author: {typed}\n"
    )
    assert ([gap.key for gap in case.gaps], case.author, case.location) == (
        ["key learning"],
        "",
        "Riverside, TBC",
    )
    assert _whole(WHOLE.replace("Riverside, England", typed)).location == ""
    assert [
        gap.key for gap in _whole(re.sub("enablers:\n(  .*\n)*", f"enablers: {typed}\n", WHOLE)).gaps
    ] == ["enablers"]


@pytest.mark.parametrize(
    "typed",
    [
        "Nothing to add.",
        "TBC is the name of our choir.",
        "We follow, they lead",
        "[One](https://example.org) more",
    ],
)
def test_a_text_that_is_one(typed: str) -> None:
    """Twin: a sentence that only holds such words is printed."""
    assert _whole(WHOLE.replace("Give people a job to share.", typed)).gaps == ()


@pytest.mark.parametrize("dash", [" – ", " - ", " — "])
def test_a_dash_behind_a_word(dash: str) -> None:
    """A dash divides a word from its sentence like a colon; a list may be keys and sentences without
    hyphens.
    """
    assert _whole(WHOLE.replace("- norms: ", f"- norms{dash}")).enablers == _whole(WHOLE).enablers
    assert (
        _whole(
            WHOLE.replace("- norms: ", "norms: ")
            .replace("- activities: ", "activities: ")
            .replace("- space: ", "space: ")
        ).gaps
        == ()
    )


@pytest.mark.parametrize("text", ["# nothing yet\n", "", "~"])
def test_an_empty_file_is_a_draft(text: str) -> None:
    """A file in which nothing stands yet is a draft, called by its file's name."""
    case = _whole(text)
    assert (case.title, len(case.gaps)) == ("Riverside", 8)


BRIEF = """\
title: Riverside tool library
overview: Neighbours lend one another tools.
relationship spotlight: A neighbour who lends a drill also lends a hand.
location: Great Britain
opportunities:
  - planning: They plan it together.
  - activities: They mend side by side.
  - honesty: They say what broke.
"""


def test_a_brief_case() -> None:
    """Without benefits, enablers and key learning a case is brief: its opportunities stand for them, and
    light the enablers they are.
    """
    case, problems = _read(BRIEF)
    assert problems == []
    assert case is not None
    assert not case.full
    assert [field for field, _ in case.fields()] == [
        *(
            "title",
            "relationship spotlight",
            "overview",
            "opportunities 1",
            "opportunities 2",
            "opportunities 3",
        )
    ]
    assert case.enabler_ids == {"activities"}
    assert (case.location, [term.id for term in case.countries]) == ("UK", ["uk"])


@pytest.mark.parametrize("name", ["title", "overview", "relationship spotlight"])
def test_required_in_a_brief_case(name: str) -> None:
    """What it is and its spotlight must be there, or it is a draft of a brief one."""
    kept = [each for each in BRIEF.splitlines() if not each.startswith(f"{name}:")]
    case = _whole("\n".join(kept))
    assert ([gap.key for gap in case.gaps], case.full) == ([name], False)
    begun = _whole(BRIEF.split("opportunities", maxsplit=1)[0] + "opportunities:")
    assert ([gap.key for gap in begun.gaps], begun.full) == (["opportunities"], False)


def test_a_card_that_is_begun_is_not_brief() -> None:
    """One key of a full card, even an empty one, and all the others are asked for."""
    for begun in ("key learning:", "benefits:", "enablers:"):
        case = _whole(f"{BRIEF}{begun}\n")
        assert [gap.part for gap in case.gaps] == [
            "strapline",
            "keywords",
            "benefits",
            "enablers",
            "key learning",
        ]
        assert case.full


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "title: Riverside repair table",
            f"title: {'x' * 81}",
            "1:8: V104 the text has 81 characters; the limit is 80",
        ),
        ("sources", "sorces", '26:1: V101 unknown key "sorces" in a case study; did you mean "sources"?'),
        ("neighbourly]", "neighbourly, kind]", "9:11: V109 the list has 4 items; 3 are needed"),
        (
            "neighbourly]",
            "Practical]",
            (
                "9:11: C101 the same word stands twice under keywords: practical, unhurried, Practical; "
                "choose three different ones"
            ),
        ),
        ("- skills", "- skils", '12:5: V106 unknown benefit "skils"; did you mean "Skills"?'),
        (
            "- skills",
            "- belong",
            (
                "11:3: C101 the same word stands twice under benefits: Belonging, Belonging, Economic; "
                "choose three different ones"
            ),
        ),
        (
            "- norms: Owners stay and help.",
            "- nrms",
            '17:5: V106 unknown enabler "nrms"; did you mean "Norms"?',
        ),
        (
            "- norms: Owners stay and help.",
            "- {norms: x, space: y}",
            '17:5: V103 each of the enablers is one name and one value; write it like "- activities: …"',
        ),
        (
            "**7 in 10**",
            "**7 in 10",
            "11:16: V112 a bold mark ** is opened and not closed; put ** on both sides of the bold words",
        ),
        (
            "https://example.org/repair-table",
            "javascript:alert(1)",
            (
                '19:7: V111 "javascript:alert(1)" is not an address a card can carry; write it in full, '
                "like https://example.org"
            ),
        ),
        (
            "Community group",
            "Comunity group",
            '20:16: V106 unknown type of place "Comunity group"; did you mean "Community group"?',
        ),
        ("[community, neighbourliness]", "[]", "21:10: V109 the list has 0 items; 1 to 8 are needed"),
        (
            "Our own count",
            "{a: b}",
            (
                "26:10: V103 here stand keys and values where text is needed; put quotes round a text that "
                "begins with { or holds a colon"
            ),
        ),
    ],
)
def test_refused(right: str, wrong: str, problem: str) -> None:
    """A slip in one field is named at its line and column with what was typed, the limit and the way out."""
    assert right in WHOLE
    assert _read(WHOLE.replace(right, wrong, 1)) == (None, [f"r.yaml:{problem}"])


def test_all_at_once() -> None:
    """All the slips of a file come at once, in the order of its lines."""
    text = (
        WHOLE.replace("title:", "titel:")
        .replace("- skills", "- skils")
        .replace("https:", "ftp:")
        .replace("10**", "10")
    )
    case, problems = _read(text)
    assert case is None
    assert [problem.split(" ")[1] for problem in problems] == ["V101", "V112", "V106", "V111"]


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Anything shaped like YAML is a case study, or problems, or a DeckError."""
    _read_or_refused(text.encode())


@given(
    mutated(
        [
            (ROOT / f"assets/case-studies/{name}.yaml").read_bytes()
            for name in stems("assets/case-studies")[:6]
        ]
    )
)
def test_damaged_files(data: bytes) -> None:
    """A real file with a few bytes or lines changed is a case study, or problems, or a DeckError."""
    _read_or_refused(data)


def _read_or_refused(data: bytes) -> None:
    case: CaseStudy | None = None
    try:
        case, problems = _read(data)
    except DeckError as error:
        problems = [str(problem) for problem in error.problems]
    assert (case is None) == bool(problems)
    assert all(problem.startswith("r.yaml") and problem.isprintable() for problem in problems)


def test_schema_is_yaml() -> None:
    """The file in these tests is one that any YAML reader understands."""
    assert len(yaml.safe_load(WHOLE)) == 15
