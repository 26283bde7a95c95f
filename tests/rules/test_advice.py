"""The tables of rules for case studies: complete, and applied to each case and to all together."""

from __future__ import annotations

import re

from casedeck.errors import CODES
from casedeck.rules.advice import CASE_RULES, LIBRARY_RULES, findings
from tests.docs.support import page
from tests.support.library import library
from tests.support.values import changed

TIMPSON, COOK = library().cases["timpson"], library().cases["cook"]


def undescribed(codes: list[str], text: str) -> list[str]:
    """The codes that have no row in a table of a page."""
    return [code for code in codes if not re.search(rf"^\| `?{code}`? \|", text, re.MULTILINE)]


def test_the_tables_are_complete() -> None:
    """Each code of a finding stands in one table, and the page on checking has a row for it; a new code is
    noticed.
    """
    codes = [code for code in CODES if code.startswith("L")]
    assert sorted([*CASE_RULES, *LIBRARY_RULES]) == codes
    assert undescribed(codes, page("docs/checking.md")) == []
    assert undescribed([*codes, "L199"], page("docs/checking.md")) == ["L199"]


def test_findings_are_sorted_and_said_once() -> None:
    """Findings come file by file and line by line, whatever the order of the cases and of the rules."""
    cases = [
        changed(TIMPSON, consent=False, sources=(), link="http://example.org"),
        changed(COOK, sources=()),
    ]
    found = findings(cases, [], library().vocabularies)
    assert [(each.place.file.rsplit("/")[-1], each.code) for each in found] == [
        ("cook.yaml", "L106"),
        *sorted((("timpson.yaml", each.code) for each in found[1:]), key=lambda pair: pair[1] == "L106"),
    ]
    assert found == sorted(set(found))
    assert found == findings(cases[::-1], [], library().vocabularies)


def test_others_are_only_compared() -> None:
    """What is wrong with the others is not said, but a case that is told twice is found beside them."""
    other = changed(COOK, sources=())
    assert findings([TIMPSON], [other], library().vocabularies) == []
    twin = changed(TIMPSON, id="timpson-2")
    assert [each.code for each in findings([twin], [TIMPSON, other], library().vocabularies)] == ["L105"]
