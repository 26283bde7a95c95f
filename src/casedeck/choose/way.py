"""What a way to choose says of itself, and how what it asks for is written into a deck file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from casedeck.errors import Place
from casedeck.library.library import Library
from casedeck.model.choice import Choice
from casedeck.notation.records import Key, Read
from casedeck.notation.yaml_text import bare


class Way(NamedTuple):
    """A way to choose cases.

    A choice that has the key `name` is made by `choice` from its values and its place. `keys` are its own
    keys; `takes` names what can stand beside its name: own keys, and those that it shares with others
    (`casedeck.choose.keys.SHARED`). `about` is its sentence in the documents, `example` what can stand behind
    its name. `words` are the names of its reasons in the locale, each with its placeholders.
    """

    name: str
    about: str
    example: str
    keys: Callable[[Library], Mapping[str, Key]]
    choice: Callable[[Read, Place], Choice]
    takes: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = {}


def always(key: Key) -> Callable[[Library], Key]:
    """What stands behind a key, whatever is in the library."""

    def made(library: Library) -> Key:
        return key

    return made


def flow(words: Sequence[str]) -> str:
    """Words as a list on one line: [a, b]."""
    return f"[{', '.join(map(bare, words))}]"


def mapping(values: Mapping[str, str]) -> str:
    """Keys and values, written already, on one line: {a: b}."""
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"
