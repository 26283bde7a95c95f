"""Case studies by their names."""

from __future__ import annotations

import pytest

from casedeck.api.cases import named, one_named
from casedeck.errors import DeckError, RefusedError, Report
from casedeck.library.library import Library
from tests.support.library import library
from tests.support.reading import Overlay


def test_case_studies_are_found_by_name_and_title() -> None:
    """Each once, whatever it is called by; a name that none has is refused with a way out."""
    assert [case.id for case in named(library(), ["Timpson", "timpson", "cook"])] == ["timpson", "cook"]
    assert one_named(library(), "Timpson", "case") == "timpson"
    with pytest.raises(RefusedError, match='unknown case study "timpsn"; did you mean "timpson"'):
        named(library(), ["timpsn"])
    with pytest.raises(RefusedError, match="no case study is called") as refused:
        one_named(library(), "timpsn", "not")
    assert refused.value.of == "not"


def test_a_broken_case_study_is_its_problems() -> None:
    """What is wrong with a file is said where its case study is asked for, and not where another is."""
    broken = Library(Overlay({"assets/case-studies/half.yaml": "title: [\n"}), Report())
    assert [case.id for case in named(broken, ["cook"])] == ["cook"]
    with pytest.raises(DeckError, match=r"half\.yaml"):
        named(broken, ["half"])
