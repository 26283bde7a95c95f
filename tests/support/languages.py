"""Everything that ships in another alphabet, and a locale of nothing but x's: any letter that is neither
comes from code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from io import BytesIO
from typing import Any

import pikepdf
import yaml

from casedeck.model.page import Group, Link, Mark, Page, Text
from tests.support.reading import Overlay
from tests.support.repository import ROOT

_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_FOREIGN = "àáâãäåæçèéêëìíîïñòóôõöøùúûü"
_TABLE = str.maketrans(_PLAIN + _PLAIN.upper(), _FOREIGN[:26] + _FOREIGN[:26].upper())
_BRACES = re.compile(r"(\{[^{}]*\})")
STRAY = re.compile(r"[A-WYZa-wyz]+")
"""Letters that are neither foreign nor x's."""

_KEPT = {
    "activities": {"grouping", "for each", "per", "sheet", "paper", "instead of"},
    "sheets": {
        *("paper", "orientation", "one for each", "pitch", "least", "most", "height"),
        *("card width", "card height"),
    },
    "vocabulary": {"icon", "within", "family", "enablers", "partly"},
    "case-studies": {"sources", "status", "link"},
}
"""The keys of each kind of file whose values are words of casedeck rather than texts."""
_OWN_KEYS = ("roles", "variations")
"""The keys of an activity that hold names of its own."""


def foreign(text: str) -> str:
    """A text in another alphabet; what stands in braces is the same but for names of blocks and parts."""

    def piece(part: str) -> str:
        if not part.startswith("{"):
            return part.translate(_TABLE)
        before, of, name = part.rpartition(" of ")
        return f"{before}{of}{name.translate(_TABLE)}" if of else part

    return "".join(map(piece, _BRACES.split(text)))


def crossed(text: str) -> str:
    """A text with an x for each letter outside of braces."""
    return "".join(
        part if part.startswith("{") else re.sub(r"[^\W\d_]", "x", part) for part in _BRACES.split(text)
    )


def _changed(value: Any, change: Callable[[str], str], kept: Iterable[str], key: str = "") -> Any:
    if isinstance(value, dict):
        named = {change(name) if key in _OWN_KEYS else name: (name, each) for name, each in value.items()}
        return {
            new: each if old in kept else _changed(each, change, kept, old)
            for new, (old, each) in named.items()
        }
    if isinstance(value, list):
        return [_changed(each, change, kept) for each in value]
    return change(value) if isinstance(value, str) and value != "fill" else value


def _read(path: str) -> Any:
    return yaml.safe_load((ROOT / "assets" / path).read_text("utf-8"))


def _written(values: Any) -> str:
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


@cache
def crossed_words(language: str = "en-GB") -> dict[str, str]:
    """The files of a language whose words are all x's."""
    locale, front = _read("locales/en-GB.yaml"), _read("front-matter/en-GB.yaml")
    order = front.pop("activities")
    sections = front["how to use"].pop("sections")
    front = {"activities": order, **_changed(front, crossed, ())}
    front["how to use"]["sections"] = {crossed(name): crossed(text) for name, text in sections.items()}
    return {
        f"assets/locales/{language}.yaml": _written(_changed(locale, crossed, ())),
        f"assets/front-matter/{language}.yaml": _written(front),
    }


@cache
def _foreign_files() -> dict[str, str]:
    made = {}
    for kind, kept in _KEPT.items():
        for path in sorted((ROOT / "assets" / kind).glob("*.yaml")):
            change = partial(_changed, change=foreign, kept=kept)
            made[f"assets/{kind}/{path.name}"] = _written(change(_read(f"{kind}/{path.name}")))
    return made


def nowhere() -> Overlay:
    """The files of a country where nobody knows English: everything to print is foreign, and what casedeck
    itself says is x's.
    """
    return Overlay({**_foreign_files(), **crossed_words()})


def _said(mark: Mark) -> Iterator[str]:
    if isinstance(mark, Group):
        yield mark.alt
        for each in mark.marks:
            yield from _said(each)
    elif isinstance(mark, Text):
        yield "".join([run.text for run in mark.runs])
    elif isinstance(mark, Link):
        yield mark.description


def stray(pages: Iterable[Page], known: Iterable[str] = ()) -> list[str]:
    """The letters on pages, in their titles, labels and tags, that are neither foreign nor x's, each with the
    text that it stands in; those of `known` texts are passed over.
    """
    pieces = [
        text for page in pages for text in (page.title, page.label, *map("".join, map(_said, page.marks)))
    ]
    return strays(pieces, known)


def strays(texts: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """The same of plain texts."""
    names = sorted(known, key=len, reverse=True)
    found = []
    for text in texts:
        rest = text
        for name in names:
            rest = rest.replace(name, "")
        found += [f"{match[0]} in {text[:80]!r}" for match in [STRAY.search(rest)] if match]
    return found


def strings(data: bytes) -> Iterator[str]:
    """Whatever a PDF says in words beside its pages: title and subject, bookmarks, labels, tags and links."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for number in range(1, len(pdf.objects)):
            item = pdf.get_object(number, 0)
            if isinstance(item, pikepdf.Dictionary):
                names = ("/Title", "/Alt", "/ActualText", "/Contents", "/Subject")
                yield from [str(item[name]) for name in names if isinstance(item.get(name), pikepdf.String)]
        labels = list(pdf.Root.PageLabels.Nums)[1::2]
        yield from [str(item[name]) for item in labels for name in ("/P",) if name in item]
        packet = pdf.Root.Metadata.read_bytes().decode()
        yield from re.findall(r"<rdf:li xml:lang[^>]*>(.*?)</rdf:li>", packet)
