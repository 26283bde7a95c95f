"""The case studies of a library, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from casedeck.errors import Problem, Report
from casedeck.library.case_study import case_study_record, read_case_study
from casedeck.library.files import Files, parsed, read_bytes, yaml_names
from casedeck.library.index import LEAST, NAME, Index
from casedeck.library.links import Link
from casedeck.model.case_study import CaseStudy
from casedeck.model.vocabulary import Vocabularies, key
from casedeck.notation.records import Record

FOLDER = "assets/case-studies"


class Cases(Mapping[str, CaseStudy]):
    """The case studies that can be read, by their ids in order of their files.

    One is read when it is asked for by its id; all are, when they are asked for one after another, counted,
    or looked for by title. Problems of the names of files are recorded at once; those of what a file says are
    kept apart, so that a half-written file stops only what it is needed for.
    """

    def __init__(self, files: Files, vocabularies: Vocabularies, report: Report) -> None:
        self._files, self._vocabularies = files, vocabularies
        self._names = dict(yaml_names(files, FOLDER, report))
        self._read: dict[str, CaseStudy | None] = {}
        self._problems: dict[str, list[Problem]] = {}
        self.links: Mapping[str, Link] = {}
        """The links that count before the case studies' own."""

    def __getitem__(self, case_id: str) -> CaseStudy:
        """The case study. Raises KeyError where there is none, or its file has problems."""
        if case_id not in self._read:
            self._read[case_id] = self._made(case_id, self._names[case_id])
        found = self._read[case_id]
        if found is None:
            raise KeyError(case_id)
        return _linked(found, self.links.get(case_id))

    def __iter__(self) -> Iterator[str]:
        self._read_all()
        return (case_id for case_id in self._names if case_id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def problems(self, case_id: str) -> list[Problem]:
        """The problems of a case study's file; none where there is no such file."""
        return [] if case_id not in self._names or case_id in self else self._problems[case_id]

    def typed(self, case_id: str, data: bytes, shown: str, report: Report) -> CaseStudy | None:
        """A case study of one's own as these bytes say it, in place of its file, which `shown` names; None
        with its problems recorded.
        """
        case = self._parsed(case_id, data, shown, report)
        return case and _linked(case._replace(own=True), self.links.get(case_id))

    @property
    def broken(self) -> dict[str, list[Problem]]:
        """The problems of all case studies whose files have some, by their ids. Reads all."""
        self._read_all()
        return {case_id: found for case_id in self._names if (found := self.problems(case_id))}

    def find(self, word: str) -> list[str]:
        """The ids of the case studies with this id or title: one as a rule, none, or several with one title.
        An exact id is always one, and found without reading any.
        """
        return [word] if word in self._names else self._by_key.get(key(word), [])

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        named = [(case_id, case_id) for case_id in self._names]
        for name, case_id in (*named, *((case.title, case.id) for case in self.values())):
            ids = found.setdefault(key(name), [])
            if case_id not in ids:
                ids.append(case_id)
        return found

    @cached_property
    def _record(self) -> Record:
        return case_study_record(self._vocabularies)

    def _read_all(self) -> None:
        """Read what is not read yet, with the help of what was kept of it, and keep what is new."""
        missing = [case_id for case_id in self._names if case_id not in self._read]
        if len(self._names) < LEAST or not missing:
            return
        index = Index(self._files.kept(NAME), self._vocabularies)
        for case_id in missing:
            self._read[case_id] = self._made(case_id, self._names[case_id], index)
        if index.new >= LEAST:
            self._files.keep(NAME, index.text(self._names))

    def _made(self, case_id: str, name: str, index: Index | None = None) -> CaseStudy | None:
        """The case study in a file, or None with its problems kept."""
        report, shown = Report(), self._files.shown(name)
        data = read_bytes(self._files, name, "the case study", report)
        case = index.get(name, data, shown) if index and data is not None else None
        if case is None and data is not None:
            case = self._parsed(case_id, data, shown, report)
            if case and index:
                index.put(name, data, shown, case)
        if case is None:
            self._problems[case_id] = report.problems
            return None
        return case._replace(own=self._files.own(name))

    def _parsed(self, case_id: str, data: bytes, shown: str, report: Report) -> CaseStudy | None:
        node = parsed(data, shown, report)
        countries = self._vocabularies["countries"]
        return node and read_case_study(case_id, self._record, node, countries, report)


def _linked(case: CaseStudy, link: Link | None) -> CaseStudy:
    """The case study with this link in place of its own."""
    if link is None:
        return case
    return case._replace(link=link.address, places={**case.places, "link": link.place})
