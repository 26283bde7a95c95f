"""Case studies by their names."""

from __future__ import annotations

from collections.abc import Iterable

from casedeck.errors import DeckError, RefusedError, did_you_mean
from casedeck.library.library import Library
from casedeck.model.case_study import CaseStudy


def named(library: Library, names: Iterable[str]) -> list[CaseStudy]:
    """The case studies of these names or titles, each once; of one title there may be several.

    Raises RefusedError for a name that none has, DeckError where the file of one has problems.
    """
    ids: dict[str, None] = {}
    for name in names:
        found = library.cases.find(name)
        if not found:
            hint = did_you_mean(name, library.names())
            raise RefusedError(f'unknown case study "{name}"' + (f"; {hint}" if hint else ""))
        ids.update(dict.fromkeys(found))
    if broken := [problem for case_id in ids for problem in library.cases.problems(case_id)]:
        raise DeckError(broken)
    return [library.cases[case_id] for case_id in ids]


def one_named(library: Library, name: str, of: str) -> str:
    """The id of the one case study that a value means; `of` is what that is called.

    Raises RefusedError where there is none, or several.
    """
    ids = library.cases.find(name)
    if len(ids) != 1:
        hint = f"use one of: {', '.join(ids)}" if ids else did_you_mean(name, library.names())
        called = f'{"several case studies are" if ids else "no case study is"} called "{name}"'
        raise RefusedError(called + (f"; {hint}" if hint else ""), of=of)
    return ids[0]
