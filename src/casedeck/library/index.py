"""Case studies kept as they were read, so that thousands need not be read again.

An index is used for a file with the same name and the same bytes, read by the same casedeck with the same
vocabularies; for anything else it holds nothing. A case study that does not come back from it in every field
is not kept, and neither is a file with problems.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import casedeck
from casedeck.errors import Place
from casedeck.model.case_study import NO_WORD, CaseStudy
from casedeck.model.vocabulary import Term, Vocabularies

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
NAME = "case-studies.json"
LEAST = 100
"""So many case studies must have been read anew for an index to be written."""

Turn = Callable[[Any], Any]


class _Form(NamedTuple):
    """How a value becomes JSON, and how it comes back."""

    to_json: Turn
    from_json: Turn


def _as_it_is(value: Any) -> Any:
    return value


_AS_IT_IS = _Form(_as_it_is, _as_it_is)
_DATE = _Form(lambda date: date.isoformat(), dt.date.fromisoformat)


class Index:
    """What is kept of a folder's case studies: by each file's name a digest of its bytes, and the case."""

    def __init__(self, data: bytes, vocabularies: Vocabularies) -> None:
        self._terms = [*(term for each in vocabularies.values() for term in each), NO_WORD]
        self._numbers = {term: number for number, term in enumerate(self._terms)}
        self._file = ""
        self._form = self._form_of(CaseStudy)
        self._made_by = _digest("\n".join([_reader(), *map(repr, self._terms)]).encode())
        self._lines = self._read(data)
        self.new = 0
        """How many case studies were put in."""

    def get(self, name: str, data: bytes, shown: str) -> CaseStudy | None:
        """The case study of a file with these bytes, known to users as `shown`; None where it is not kept."""
        digest, _, line = self._lines.get(name, "").partition("\t")
        if digest != _digest(data):
            return None
        self._file = shown
        case: CaseStudy = self._form.from_json(json.loads(line))
        return case

    def put(self, name: str, data: bytes, shown: str, case: CaseStudy) -> None:
        """Keep the case study of a file with these bytes, if all of it comes back."""
        self._file = shown
        try:
            line = _encoded(self._form.to_json(case))
            whole = self._form.from_json(json.loads(line)) == case
        except (TypeError, ValueError, KeyError, AttributeError):
            return
        if whole:
            self._lines[name] = f"{_digest(data)}\t{line}"
            self.new += 1

    def text(self, names: Mapping[str, str]) -> bytes:
        """The index as it is written, without files that are not among the names of any."""
        there = set(names.values())
        lines = [f"{name}\t{line}" for name, line in self._lines.items() if name in there]
        body = "\n".join(lines).encode("utf-8", "surrogatepass")
        return f"{self._made_by} {_digest(body)}\n".encode() + body

    def _read(self, data: bytes) -> dict[str, str]:
        head, _, body = data.partition(b"\n")
        if head.decode("latin-1").split() != [self._made_by, _digest(body)]:
            return {}
        lines = body.decode("utf-8", "surrogatepass").split("\n")
        return {name: rest for name, _, rest in (line.partition("\t") for line in lines)}

    def _form_of(self, kind: Any) -> _Form:
        """How a value of this type is written. Raises TypeError for a type that is not known here."""
        known = {
            Term: _Form(self._numbers.__getitem__, self._terms.__getitem__),
            Place: _Form(self._place_to_json, lambda found: Place(self._file, *found)),
            dt.date: _DATE,
            **dict.fromkeys((str, int, float, bool), _AS_IT_IS),
        }
        origin, within = get_origin(kind), get_args(kind)
        if kind in known:
            form = known[kind]
        elif origin is tuple and within[1:] == (...,):
            form = _each(self._form_of(within[0]))
        elif origin is Mapping:
            form = _by_name(self._form_of(within[1]))
        elif origin is UnionType:
            form = self._one_of([each for each in within if each is not type(None)])
        elif hasattr(kind, "_fields"):
            form = _fields(kind, [self._form_of(each) for each in get_type_hints(kind).values()])
        else:
            raise TypeError(kind)
        return form

    def _place_to_json(self, place: Place) -> tuple[int, int]:
        if place.file != self._file:
            raise ValueError(place)
        return place.line, place.column

    def _one_of(self, kinds: list[Any]) -> _Form:
        """One of several types, with its number before it; nothing is None."""
        forms = [self._form_of(kind) for kind in kinds]
        number = {kind: at for at, kind in enumerate(kinds)}

        def to_json(value: Any) -> Any:
            at = None if value is None else number[type(value)]
            return None if at is None else (at, forms[at].to_json(value))

        return _Form(to_json, lambda found: None if found is None else forms[found[0]].from_json(found[1]))


def _each(form: _Form) -> _Form:
    to_json, from_json = form
    return _Form(
        _as_it_is if to_json is _as_it_is else lambda values: [to_json(value) for value in values],
        tuple if from_json is _as_it_is else lambda found: tuple([from_json(value) for value in found]),
    )


def _by_name(form: _Form) -> _Form:
    to_json, from_json = form
    return _Form(
        lambda values: {name: to_json(value) for name, value in values.items()},
        lambda found: {name: from_json(value) for name, value in found.items()},
    )


def _fields(kind: Any, forms: list[_Form]) -> _Form:
    """A named tuple as a list; what holds texts and numbers alone is one as it is."""
    to_json, from_json = zip(*forms, strict=True)
    if {*to_json, *from_json} == {_as_it_is}:
        return _Form(_as_it_is, kind._make)
    return _Form(
        lambda value: [turn(each) for turn, each in zip(to_json, value, strict=True)],
        lambda found: kind(*[turn(each) for turn, each in zip(from_json, found, strict=True)]),
    )


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _reader() -> str:
    """What reads case studies: the version of casedeck, and when its files were last changed."""
    changed = [path.stat().st_mtime_ns for path in Path(casedeck.__file__).parent.rglob("*.py")]
    return f"{casedeck.__version__} {max(changed, default=0)} {len(changed)}"
