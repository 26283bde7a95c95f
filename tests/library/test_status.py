"""What a case-study file says about itself: status, author, date and consent."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from casedeck.api.describe_cases import as_objects, as_text
from casedeck.errors import Report
from casedeck.library.case_study import case_study_record, read_case_study
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.case_study import PUBLISHED, STATUSES, USUAL_WORDS, CaseStudy
from casedeck.notation.fields import YesNo
from casedeck.notation.yaml import parse
from tests.support.reading import Overlay, lines, read, schema_of
from tests.support.repository import ROOT

CASE = (ROOT / "assets/case-studies/timpson.yaml").read_text("utf-8")


def case(extra: str) -> tuple[CaseStudy | None, list[str]]:
    """A library case with more lines at its end, and the problems in words."""
    report = Report()
    vocabularies = load_vocabularies(Overlay({}), report)
    node = parse((CASE + extra).encode(), "t.yaml")
    return read_case_study(
        "timpson", case_study_record(vocabularies), node, vocabularies["countries"], report
    ), lines(report)


@pytest.mark.parametrize("status", [*STATUSES, "Draft", "mock up", "IMAGINED"])
def test_status(status: str) -> None:
    """A status is one of three words, however it is spelt."""
    made, problems = case(f"status: {status}\n")
    assert problems == []
    assert made is not None
    assert made.status == status.lower().replace(" ", "-")


@pytest.mark.parametrize("extra", ["", "status:\n", 'author: ""\ndate:\nconsent:\n'])
def test_nothing_said(extra: str) -> None:
    """A case that says nothing of itself is published, by nobody, on no day, with consent unknown."""
    made, problems = case(extra)
    assert problems == []
    assert made is not None
    assert (made.status, made.author, made.date, made.consent) == (PUBLISHED, "", None, None)


def test_all_said() -> None:
    """Author, date and consent are read and shown."""
    made, _ = case("status: imagined\nauthor: Ada Byron\ndate: 2027-03-12\nconsent: no\n")
    assert made is not None
    assert (made.author, made.date, made.consent) == ("Ada Byron", dt.date(2027, 3, 12), False)
    said = as_text(made)
    assert all(
        line in said.splitlines()
        for line in ("Status: imagined", "Author: Ada Byron", "Date: 2027-03-12", "Consent: no")
    )
    (shown,) = as_objects([made])
    assert shown["status"] == "imagined"


def test_what_is_not_said_is_not_shown() -> None:
    """A published case shows that it is, and no empty lines for the rest."""
    made, _ = case("")
    assert made is not None
    said = as_text(made)
    assert "Status: published" in said
    assert not any(f"{word}:" in said for word in ("Author", "Date", "Consent"))
    assert as_objects([made])[0]["status"] == "published"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("status: secret", 'V106 unknown status "secret"; use one of: draft, mock-up, imagined'),
        ("status: imagind", 'V106 unknown status "imagind"; did you mean "imagined"?'),
        ("status: published", 'V106 unknown status "published"; use one of: draft, mock-up, imagined'),
        ("date: 12 March", 'V108 "12 March" has no year; write it with its year, like 12 March 2027'),
        ("consent: maybe", 'V106 unknown answer "maybe"; use one of: yes, no'),
        (f"author: {'x' * 121}", "V104 the text has 121 characters; the limit is 120"),
    ],
)
def test_refused(line: str, problem: str) -> None:
    """A slip is named at its place with the way out."""
    made, problems = case(f"{line}\n")
    assert made is None
    assert [each.split(" ", 1)[1] for each in problems] == [problem]


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("No", False), ("true", True), ("False", False)])
def test_yes_and_no(word: str, value: bool) -> None:
    """Yes and no are understood, and what editors write for them."""
    assert read(YesNo(), word) == (value, [])


def test_schema() -> None:
    """Editors accept every status and answer that casedeck accepts, and mark others."""
    validator = Draft202012Validator(schema_of("case-study"))

    def wrong(extra: str) -> list[Any]:
        values = json.loads(json.dumps(yaml.safe_load(CASE + extra), default=str))
        return [list(error.absolute_path) for error in validator.iter_errors(values)]

    assert wrong("status: mock-up\nauthor: A\ndate: 2027-03-12\nconsent: yes\n") == []
    assert wrong("status: secret\n") == [["status"]]
    assert wrong("consent: perhaps\n") == [["consent"]]


def test_abouts_give_the_usual_words() -> None:
    """What each printed key is for names the number of words it usually has, as the model knows it."""
    keys = case_study_record(load_vocabularies(Overlay({}), Report())).keys
    for name, (low, high) in USUAL_WORDS.items():
        assert f"{low} to {high} words" in keys[name].about
    assert all(entry.about.endswith(".") for entry in keys.values())
