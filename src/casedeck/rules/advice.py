"""What a librarian would say about the case studies of a folder. Findings are advice; none of them stops a
deck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from casedeck.errors import Problem
from casedeck.model.case_study import CaseStudy
from casedeck.model.vocabulary import Vocabularies
from casedeck.rules.case_studies import (
    consent_given,
    country_known,
    easy_to_find,
    easy_to_read,
    figures_bold,
    filled_in,
    letters_right,
    links_safe,
    sentences_end,
    source_named,
    usual_length,
)
from casedeck.rules.likeness import told_once

CASE_RULES: Mapping[str, Callable[[CaseStudy, Vocabularies], Iterator[Problem]]] = {
    "L101": easy_to_find,
    "L102": usual_length,
    "L103": figures_bold,
    "L104": country_known,
    "L106": source_named,
    "L107": easy_to_read,
    "L108": links_safe,
    "L109": sentences_end,
    "L110": consent_given,
    "L112": letters_right,
    "L111": filled_in,
}
"""Judged for each case study."""

LIBRARY_RULES: Mapping[str, Callable[[Sequence[CaseStudy], Sequence[CaseStudy]], Iterator[Problem]]] = {
    "L105": told_once,
}
"""Judged on the case studies together, and on the others that they stand beside."""


def findings(
    cases: Sequence[CaseStudy], others: Sequence[CaseStudy], vocabularies: Vocabularies
) -> list[Problem]:
    """What is found in the cases, sorted by place, each once; the others are not judged, but a case may be
    too much like one of them.
    """
    found = {
        problem for case in cases for rule in CASE_RULES.values() for problem in rule(case, vocabularies)
    }
    found.update(problem for rule in LIBRARY_RULES.values() for problem in rule(cases, others))
    return sorted(found)
