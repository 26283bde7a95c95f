"""What a deck comes to: its files, and what could be better in case studies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from casedeck.errors import Problem, Report
from casedeck.library.files import Files, stem
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy


class Findings(NamedTuple):
    """What was found in case studies: findings, which stop nothing, and the problems of `broken` ones, which
    cannot be read. So many were `looked_at`, and so many `passed_over`.
    """

    found: list[Problem]
    looked_at: int
    problems: list[Problem]
    broken: int
    passed_over: int


class Libraries:
    """The libraries of folders, each read when it is first asked for, and once."""

    def __init__(self) -> None:
        self._read: list[tuple[Files, Library]] = []

    def of(self, files: Files) -> Library:
        """The library in these files; what is wrong with it is said by what is built from it."""
        known = next((library for other, library in self._read if other is files), None)
        if known is None:
            known = Library(files, Report())
            self._read.append((files, known))
        return known


def checked(library: Library, names: Iterable[str]) -> Findings:
    """What is found in those of a library's case studies that stand in files of these names."""
    from casedeck.rules.advice import findings

    ids = {stem(name) for name in names}
    cases = [case for case in library.cases.values() if case.id in ids]
    others = [case for case in library.cases.values() if case.id not in ids]
    broken = {case_id: found for case_id, found in library.cases.broken.items() if case_id in ids}
    pictures = Report()
    for case in cases:
        _look_at_picture(case, library, pictures)
    problems = [problem for found in (*broken.values(), pictures.problems) for problem in found]
    found = sorted((*findings(cases, others, library.vocabularies), *pictures.advice))
    return Findings(found, len(cases), problems, len(broken), len(others))


def _look_at_picture(case: CaseStudy, library: Library, report: Report) -> None:
    """Record what is wrong with a case study's picture, and advise where it has too few dots."""
    from casedeck.rules.picture import picture_sharp

    place = case.place("picture file")
    if case.picture and (size := library.album.look_at(case.picture, place, report)):
        report.advise(picture_sharp(case.picture, size, place))
