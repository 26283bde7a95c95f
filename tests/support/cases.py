"""Small case studies made for tests of choosing."""

from __future__ import annotations

from typing import Any

from casedeck.errors import Place
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.text import Paragraph, rich
from casedeck.model.vocabulary import Term
from tests.support.values import changed

HERE = Place("deck.yaml", 5, 7)


def case(case_id: str, **fields: Any) -> CaseStudy:
    """A case study with the title of its id in capitals, and any fields changed."""
    made = CaseStudy(
        id=case_id,
        title=case_id.upper(),
        strapline=rich("A line."),
        overview=(Paragraph(rich("A story.")),),
        spotlight=rich("A light."),
        keywords=("kind", "slow", "small"),
        benefits=claims("Health", "Skills", "Wellbeing"),
        enablers=claims("Co-design", "Space", "Norms"),
        learning=rich("A lesson."),
        link="",
        types_of_place=(term("Charity"),),
        sectors=(term("Food"), term("Housing")),
        location="Leeds, England",
        countries=(term("England"), term("UK")),
        opportunities=claims("Storytelling"),
        sources=(),
        places={"": Place(f"{case_id}.yaml", 1, 1)},
    )
    return changed(made, **fields)


def term(name: str) -> Term:
    """A word of a vocabulary."""
    return Term(name.lower().replace(" ", "-"), name)


def claims(*names: str) -> tuple[Claim, ...]:
    """Claims of these terms."""
    return tuple(Claim(term(name), rich("It is so.")) for name in names)
