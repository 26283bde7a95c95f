"""What is known of a case study that is begun, put in its place, whoever asks for it."""

from __future__ import annotations

import pytest

from casedeck.api.drafts import Known, given_of
from casedeck.errors import RefusedError
from tests.support.library import library

WORDS = library().vocabularies


def test_words_become_terms_and_texts_stay() -> None:
    """A word with its sentence becomes a term and a text, a word a term's name; what is empty is left out."""
    known = [
        Known("title", "title", ("Repair table",)),
        Known("benefits", "benefit", ("health: People walk more.", "Skills – They mend.")),
        Known("type of place", "place", ("Charity",)),
        Known("facts", "fact", (" ",)),
    ]
    given = given_of(WORDS, known)
    assert given.keys() == {"title", "benefits", "type of place"}
    assert given["benefits"] == [
        (WORDS["benefits"].find("health"), "People walk more."),
        (WORDS["benefits"].find("skills"), "They mend."),
    ]
    assert given["type of place"] == ["charity"]


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("benefits", "helth: x", 'unknown word "helth"; did you mean "Health"?'),
        ("benefits", "health", '"health" is not one word and its sentence'),
        ("sectors", "housin", 'unknown word "housin"; did you mean "Housing"?'),
        ("title", "\udc80", "it holds something that is not text"),
    ],
)
def test_what_has_no_place_is_refused(key: str, typed: str, said: str) -> None:
    """What is wrong is said of the value by what it is called where it was asked for."""
    with pytest.raises(RefusedError) as caught:
        given_of(WORDS, [Known(key, "the value", (typed,))])
    assert caught.value.message.startswith(said)
    assert caught.value.of == "the value"
