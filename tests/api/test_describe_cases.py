"""What commands print of findings, when there are many."""

from __future__ import annotations

from casedeck.api.decks import Findings
from casedeck.api.describe_cases import MANY, findings_text
from casedeck.errors import Place, Problem


def findings(*codes: str) -> list[Problem]:
    """A finding of each code, every one in a file of its own."""
    return [Problem(Place(f"{number}.yaml"), code, "found") for number, code in enumerate(codes)]


def ending(*codes: str) -> list[str]:
    """What stands below the findings of forty case studies."""
    return findings_text(Findings(findings(*codes), 40, [], 0, 2)).splitlines()[len(codes) :]


def test_kinds_of_many_findings_are_counted() -> None:
    """Below many findings stands how many are of which kind: the most frequent first, of equal ones in the
    order of their codes.
    """
    assert ending(*["L106"] * 4, *["L102"] * 4, "L103", *["L101"] * 5) == [
        "40 case studies: 26 without a finding, 14 findings in 14.",
        "Most often: 5 times L101, 4 times L102, 4 times L106 and 1 time L103.",
        "Not checked: 2 of those that come with casedeck; add --all for them.",
    ]
    assert ending(*["L106"] * (MANY + 1))[1] == "Most often: 11 times L106."


def test_a_few_findings_are_not_counted_by_kind() -> None:
    """Twin: ten findings can be seen at once, and no kinds are counted."""
    assert [line for line in ending(*["L106"] * MANY) if line.startswith("Most often")] == []
