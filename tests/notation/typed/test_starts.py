"""Lines that are YAML as they stand are seen at once, and no other line is taken for one."""

from __future__ import annotations

import re

import pytest

from casedeck.notation.typed import reader
from casedeck.notation.typed.starts import ORDINARY
from casedeck.notation.typed.whole import Typed, as_typed
from tests.notation.typed.test_reader import READ, REFUSED, SHIPPED

TEXTS = [
    *(path.read_text("utf-8") for path in SHIPPED),
    *(text for text, _ in READ),
    *(text for text, _ in REFUSED),
]


def _read(text: str, ordinary: str, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """A text as it is read where the lines of this pattern are taken for ordinary."""
    with monkeypatch.context() as context:
        context.setattr(reader, "ORDINARY", re.compile(ordinary, re.VERBOSE))
        return as_typed(text, "f")


def test_ordinary_lines_need_no_closer_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are seen at once to be ordinary are read as they are where each is looked at closely."""
    for text in TEXTS:
        assert as_typed(text, "f") == _read(text, "(?!)", monkeypatch)


@pytest.mark.parametrize("wider", ["[^：#]*", "[^:：]*"])
def test_lines_wrongly_taken_for_ordinary_are_seen(wider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twin: where colons or notes in a text pass for ordinary, some texts are read in another way."""
    too_wide = ORDINARY.pattern.replace("[^:：#]*", wider)
    assert any(as_typed(text, "f") != _read(text, too_wide, monkeypatch) for text in TEXTS)
