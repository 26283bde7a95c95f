"""What people ask for that casedeck cannot do yet, each with what does work."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casedeck.errors import one_of
from casedeck.model.vocabulary import key

_PICTURE = (
    "a picture stands in the file of its case study, and one for the cover in the deck, like this: "
    "picture: {file: us.jpg, alt: 'What it shows'}"
)
_SMALL = "smaller cards are cut from larger paper; write size: A5 beside paper: A4, for example"
_BACK = "write backs: behind for cards whose face has a back; all others have one side"
_LANGUAGE = (
    "casedeck prints in UK English; a words file of your own in assets/locales, such as fr.yaml, adds "
    "another language, and your own cards say what you write"
)
_SCRIPT = (
    "scripts that run from right to left, or whose letters join, cannot be printed yet; write "
    "the text in Latin letters"
)
_WORD = "casedeck makes PDFs; open one in Word to change it, or change the deck and build again"
_COLOURS = "the colours stand in a theme: make a file in assets/themes, and write its name after theme"

WISHES = {
    **dict.fromkeys(
        ("photo", "photos", "photograph", "picture", "pictures", "image", "images", "illustration"), _PICTURE
    ),
    **dict.fromkeys(
        (
            "small",
            "mini",
            "pocket",
            "sorter",
            "handheld",
            "a5",
            "a6",
            "a7",
            "size",
            "playing card",
            "postcard",
        ),
        _SMALL,
    ),
    **dict.fromkeys(("back", "backs", "duplex", "double-sided", "two-sided"), _BACK),
    **dict.fromkeys(
        ("en", "en-us", "cy", "welsh", "fr", "french", "de", "german", "es", "spanish", "pl", "polish"),
        _LANGUAGE,
    ),
    **dict.fromkeys(
        ("ar", "arabic", "he", "hebrew", "ur", "urdu", "hi", "hindi", "bn", "bengali", "script"), _SCRIPT
    ),
    **dict.fromkeys(("word", "docx", "powerpoint", "pptx", "format"), _WORD),
    **dict.fromkeys(("colour", "colours", "color", "colors"), _COLOURS),
}
"""The answers, by the words in which people put the wish."""


_BY_KEY = {key(asked): answer for asked, answer in WISHES.items()}

_ASKED_IN = ("a deck", "a case study", "a print item", "print item", "face", "paper", "language")
"""Where people put their wishes."""


def way_out(what: str, word: str, known: Iterable[str]) -> str:
    """What to do about a word that is not among those known to a `what`: an answer to a wish, else the
    nearest of them.

    A word that is known but for an s at its end is a slip, and no wish; so is a language that is none of
    those that people ask for.
    """
    names = list(known)
    slip = _singular(word) in map(_singular, names)
    if slip or what not in _ASKED_IN:
        return one_of(word, names)
    words = [] if what == "language" else re.findall(r"[^\W_]+", word)
    said = [key(word), *map(key, words)]
    return next((_BY_KEY[each] for each in said if each in _BY_KEY), "") or one_of(word, names)


def _singular(word: str) -> str:
    return key(word).removesuffix("s")
