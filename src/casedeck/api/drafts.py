"""A case study that is begun: what is known of it, as it is typed or filled in, put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from casedeck.errors import RefusedError, one_of
from casedeck.library.case_file import Given
from casedeck.model.vocabulary import Term, Vocabularies
from casedeck.wording import short

VOCABULARY = {
    "benefits": "benefits",
    "enablers": "enablers",
    "opportunities": "opportunities",
    "type of place": "places",
    "sectors": "sectors",
}
"""The vocabulary of each key of a case study that takes its words from one."""
CLAIMS = ("benefits", "enablers", "opportunities")
"""The keys that have a sentence behind each word."""


class Known(NamedTuple):
    """What is known for a key of a case study, and what that is called where it is asked for."""

    key: str
    called: str
    typed: tuple[str, ...]


def given_of(vocabularies: Vocabularies, known: Iterable[Known]) -> Given:
    """What is known, by the file's keys. Raises RefusedError for what cannot be put in its place."""
    given: dict[str, list[str | tuple[Term, str]]] = {}
    for each in known:
        texts = [text_of(typed, each.called) for typed in each.typed if typed.strip()]
        if each.key in CLAIMS:
            given[each.key] = [_claim(vocabularies, each, typed) for typed in texts]
        elif each.key in VOCABULARY:
            given[each.key] = [_term(vocabularies, each, typed).name.lower() for typed in texts]
        else:
            given[each.key] = [*texts]
    return {key: entries for key, entries in given.items() if entries}


def text_of(typed: str, called: str) -> str:
    """What was typed. Raises RefusedError where it is no text at all."""
    try:
        typed.encode()
    except UnicodeEncodeError as error:
        raise RefusedError("it holds something that is not text", of=called) from error
    return typed


def _claim(vocabularies: Vocabularies, known: Known, typed: str) -> tuple[Term, str]:
    word, colon, text = typed.partition(":")
    if not colon:
        word, colon, text = re.sub(r"\s[-–—]+\s", ":", typed, count=1).partition(":")
    if not colon or not text.strip():
        how = 'write it like "health: People walk more."'
        raise RefusedError(f'"{typed}" is not one word and its sentence; {how}', of=known.called)
    return _term(vocabularies, known, word), text.strip()


def _term(vocabularies: Vocabularies, known: Known, word: str) -> Term:
    vocabulary = vocabularies[VOCABULARY[known.key]]
    term = vocabulary.find(word)
    if term is None:
        way_out = one_of(word.strip(), vocabulary.names())
        said = f'unknown word "{short(word.strip())}"' + (f"; {way_out}" if way_out else "")
        raise RefusedError(said, of=known.called)
    return term
