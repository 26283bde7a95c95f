"""A case-study file made from values: with a note on what each key is for, or plain as those that ship."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from casedeck.errors import Problem, Report
from casedeck.library.case_study import BRIEF_FIELDS, CARD_FIELDS, FULL_ONLY, KEYS, case_study_record
from casedeck.library.illustration import IN_PARTS
from casedeck.model.case_study import NO_WORD
from casedeck.model.vocabulary import Term, Vocabularies
from casedeck.notation.garbled import looks_garbled
from casedeck.notation.yaml import Entries, parse
from casedeck.notation.yaml_text import bare, quoted

Given = Mapping[str, Sequence[str | tuple[Term, str]]]
"""What is known already, by the file's keys: texts, names of terms, or claims, each a term with its
sentence. What is known of a picture has the keys of IN_PARTS.
"""

_WIDTH = 100
_THREE = ("keywords", "benefits", "enablers")
_CLAIMS = ("benefits", "enablers", "opportunities")
_TERMS = {"type of place": "places", "sectors": "sectors"}
_FOLDED = ("strapline", "relationship spotlight", "key learning")
_LISTS = (*_THREE, *_TERMS, "opportunities", "facts", "sources")
_WORDS = ("status", "date", "consent")
_HOW = {
    "overview": "Begin each of its lines with two spaces, and leave an empty line between paragraphs.",
    "picture": "Put the file into assets/pictures, and write it like this:  picture: {file: us.jpg, alt: "
    "'What it shows'}. Behind alt may follow focus (what stays in sight when it is cropped) and credit.",
}
_SECTIONS = {
    "title": "What is printed on the card. All of it is needed, but for the link.",
    "type of place": "What helps to find it, and says where it comes from. Any of this may stay empty.",
}
_BRIEF_SECTIONS = {
    "title": "What is printed on the card. The strapline, keywords and link may stay empty.",
    "type of place": (
        "What helps to find it, and says where it comes from. Only the opportunities are needed: they are "
        "printed too."
    ),
}
_TOLD = """\
# What the headings of your spreadsheets mean: casedeck import reads this file, and adds what you tell it.
# Behind each heading stands what it is read as; "" leaves it out. Delete a line to be asked again.
"""
_HEAD = """\
# A case study: one organisation or project, on one card.
# Write between the quotes. What stands behind a # is a note for you and is not printed.
# Two stars on each side make words **bold**. Inside the quotes, write ' and not ".
"""
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "&": " and ",
        "'": "",
        "’": "",
    }
)
_LONGEST_SLUG = 80
RESERVED = frozenset(
    {"con", "nul", "aux", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that no file can have on Windows, whatever its ending."""


def slug_of(name: str) -> str:
    """The name of a file: lower-case ASCII letters, digits and hyphens; empty where the name has no letter or
    digit to make it of.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    slug = re.sub("[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_SLUG].strip("-")
    return f"{slug}-case" if slug in RESERVED else slug


def case_file(vocabularies: Vocabularies, given: Given, *, brief: bool = False) -> str:
    """The text of a case-study file with a note above each key, and what is given in its place; a brief one
    has fewer keys.

    What is given reads back letter by letter, in Unicode's composed form (NFC) as everything that casedeck
    reads.
    """
    lines = [_HEAD]
    sections = _BRIEF_SECTIONS if brief else _SECTIONS
    for name, entry in case_study_record(vocabularies).keys.items():
        if brief and name in FULL_ONLY:
            continue
        if name in sections:
            lines += [f"# {sections[name]}", ""]
        lines += [
            f"# {line}" for note in (entry.about, *_notes(name, vocabularies)) for line in _wrapped(note)
        ]
        blanks = 3 if name in _THREE and not brief else 0
        entry_lines = _picture(given) if name == "picture" else _entry(name, given.get(name, ()), blanks)
        lines += [*entry_lines, ""]
    return unicodedata.normalize("NFC", "\n".join(lines))


def plain_file(given: Given) -> str:
    """The text of a case-study file with what is given and no notes, laid out as the files that ship are.

    With none of the keys that tell a full one from a brief one it is a brief one, whose opportunities are
    still to be filled in.
    """
    begun = () if any(given.get(name) for name in (*FULL_ONLY, "opportunities")) else ("opportunities",)
    lines: list[str] = []
    for name in KEYS:
        if name == "picture" and any(map(given.get, IN_PARTS)):
            lines += _picture(given)
        elif given.get(name) or name in begun:
            lines += _plain_entry(name, given.get(name, ()))
    return unicodedata.normalize("NFC", "\n".join(lines)) + "\n"


def told_file(words: Mapping[str, str]) -> str:
    """The text of the file that keeps what a facilitator's headings mean."""
    lines = [f"{bare(heading)}: {bare(word, commas=True)}" for heading, word in words.items()]
    return unicodedata.normalize("NFC", _TOLD + "\n".join(lines)) + "\n"


def to_fill_in(given: Given, *, brief: bool = False) -> list[str]:
    """The keys that a card needs and that are not all given, in the order of the file."""
    return [
        name
        for name in (BRIEF_FIELDS if brief else CARD_FIELDS)
        if len(given.get(name, ())) < (3 if name in _THREE else 1)
    ]


def to_mend(vocabularies: Vocabularies, given: Given, text: str, file: str) -> list[Problem]:
    """What is wrong with the values given, at their places in the file. Raises DeckError for text that no
    file may hold.
    """
    node, report = parse(text.encode(), file), Report()
    assert isinstance(node, Entries)
    keys, missing = case_study_record(vocabularies).keys, to_fill_in(given)
    for word, value in node.entries:
        known = any(map(given.get, IN_PARTS)) if word.text == "picture" else given.get(word.text)
        if known and word.text not in missing:
            keys[word.text].field.read(value, report)
    return report.problems


def _plain_entry(name: str, values: Sequence[str | tuple[Term, str]]) -> Iterator[str]:
    texts = [value for value in values if isinstance(value, str)]
    if name == "overview":
        yield from _story(texts[0])
    elif name in _FOLDED and _plainly(texts[0]):
        yield from (f"{name}: >-", f"  {texts[0]}")
    elif name in _CLAIMS:
        yield f"{name}:"
        yield from (f"  - {_pair(*value)}" for value in values if isinstance(value, tuple))
    elif name in ("facts", "sources"):
        yield f"{name}:"
        yield from (f"  - {quoted(text)}" for text in texts)
    elif name in ("keywords", "sectors") or len(texts) > 1:
        yield f"{name}: [{', '.join(map(bare, texts))}]"
    else:
        yield f"{name}: {_word(texts[0]) if name in _WORDS else bare(texts[0], commas=True)}"


def _picture(given: Given) -> Iterator[str]:
    """The lines of a picture and what is known of it."""
    yield "picture:"
    for name, part in IN_PARTS.items():
        if texts := given.get(name):
            yield f"  {part}: {bare(str(texts[0]), commas=True)}"


def _plainly(text: str) -> bool:
    """True for a line that stands in a block without quotes and is read as it is."""
    return text.isprintable() and text == text.strip() and not looks_garbled(text)


def _pair(term: Term, sentence: str) -> str:
    """A word and its sentence; the sentence alone where no word is chosen yet."""
    return quoted(sentence) if term == NO_WORD else f"{bare(term.id)}: {quoted(sentence)}"


def _entry(name: str, values: Sequence[str | tuple[Term, str]], blanks: int) -> Iterator[str]:
    """The lines of a key and what is known of its value, with blanks to fill in up to so many."""
    if name == "overview":
        yield from _story(str(values[0])) if values else ("overview: |",)
    elif name in _LISTS and (values or name not in ("facts", "sources")):
        yield f"{name}:"
        yield from (f"  - {_item(name, value)}" for value in values)
        yield from ['  - ""' if name == "keywords" else "  - "] * (blanks - len(values))
    elif values:
        yield f"{name}: {_word(str(values[0])) if name in _WORDS else quoted(str(values[0]))}"
    else:
        yield f"{name}:" if name in _WORDS else f'{name}: ""'


def _item(name: str, value: str | tuple[Term, str]) -> str:
    if isinstance(value, tuple):
        return f"{bare(_said(value[0]))}: {quoted(value[1])}"
    return bare(value) if name in _TERMS else quoted(value)


def _story(text: str) -> Iterator[str]:
    """An overview as a block that is easy to go on with, or in quotes where a block could not hold it
    unchanged.
    """
    lines = text.split("\n")
    if all(map(_plainly, lines)) and lines[0] and lines[-1]:
        yield "overview: |-"
        yield from (f"  {line}" if line else "" for line in lines)
    else:
        yield f"overview: {quoted(text)}"


def _notes(name: str, vocabularies: Vocabularies) -> Iterator[str]:
    """What else is to say of a key: how to write it, and the words to choose from."""
    if name in _HOW:
        yield _HOW[name]
    if name in _CLAIMS:
        terms = list(vocabularies[name])
        yield (
            f'Write each behind its hyphen, like this:  - {_said(terms[0])}: "A sentence." Choose from:'
            if terms
            else ""
        )
        yield from (
            f"  {_said(term)}: {term.meaning}" if term.meaning else f"  {_said(term)}" for term in terms
        )
    if name in _TERMS:
        words = ", ".join(map(_said, vocabularies[_TERMS[name]]))
        yield f"One word, or several in [square brackets], of these: {words}."


def _wrapped(note: str) -> list[str]:
    indent = "  " if note.startswith("  ") else ""
    return wrap(note, _WIDTH - 2, subsequent_indent=indent * 2, break_on_hyphens=False)


def _said(term: Term) -> str:
    """A term's name as it is written in files."""
    return term.name.lower()


def _word(text: str) -> str:
    """A value of `status`, `date` or `consent`."""
    return text if re.fullmatch("yes|no|[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else bare(text)
