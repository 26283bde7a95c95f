"""New case-study files: every key with its note, and whatever was typed put in its place unchanged."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from casedeck.errors import Report
from casedeck.library.case_file import Given, case_file, plain_file, slug_of, to_fill_in, to_mend
from casedeck.library.case_study import CARD_FIELDS, KEYS, case_study_record, read_case_study
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.case_study import USUAL_WORDS
from casedeck.model.signs import tidied
from casedeck.model.vocabulary import Term, Vocabularies
from casedeck.notation.yaml import MAX_ACCENTS, Entries, Node, Scalar, parse
from casedeck.notation.yaml_text import quoted
from tests.support.reading import Overlay, lines

AWKWARD = [
    'He said "no": so',
    "* starred",
    "&anchor",
    "!tag",
    "# not a note",
    "a: b # c",
    "--- ",
    "- item",
    "two\nlines",
    "two\r\nlines",
    "  spaces  ",
    "tab\there",
    "null",
    "yes",
    "2027-03-12",
    "👩\u200d🚀 repairs",
    "\u0301accent first",
    "\n\u0301accent behind a line",
    "a\u0301 composed",
    "\u2028line\u0085line\ufeff",
    "back\\slash\\n",
    "{braces} [brackets] `ticks` %",
    "x" * 20_000,
]


@cache
def vocabularies() -> Vocabularies:
    """The words that ship."""
    return load_vocabularies(Overlay({}), Report())


def term(kind: str, word: str) -> Term:
    """A word of a vocabulary."""
    found = vocabularies()[kind].find(word)
    assert found is not None
    return found


def whole(text: str = "A text.") -> Given:
    """Everything that a card needs, each text the same."""
    return {
        "title": [text],
        "strapline": [text],
        "overview": [text],
        "relationship spotlight": [text],
        "keywords": [f"{text}{number}" for number in range(3)],
        "benefits": [(term("benefits", word), text) for word in ("health", "skills", "economic")],
        "enablers": [(term("enablers", word), text) for word in ("space", "norms", "co-design")],
        "key learning": [text],
        "picture file": [text],
        "picture alt": [text],
        "picture credit": [text],
        "location": [text],
        "facts": [text, text],
        "sources": [text, text],
        "author": [text],
    }


def plain(node: Node) -> Any:
    """A node as values."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Entries):
        return {word.text: plain(value) for word, value in node.entries}
    return [plain(item) for item in node.items]


def problems(text: str) -> list[str]:
    """The problems of a file in words."""
    report = Report()
    record, node = case_study_record(vocabularies()), parse(text.encode(), "new.yaml")
    read_case_study("new", record, node, vocabularies()["countries"], report)
    return lines(report)


def few_accents(text: str) -> bool:
    """True where no letter has more accents than casedeck reads."""
    marks = "".join(
        "x" if unicodedata.combining(char) else " " for char in unicodedata.normalize("NFD", text)
    )
    return max(map(len, marks.split()), default=0) <= MAX_ACCENTS


TYPED = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(AWKWARD),
    st.text('"\\\n\t \u0301ab:#*-|>'),
).map(tidied)


@given(TYPED.filter(few_accents))
@example('"')
@example("\\")
@pytest.mark.parametrize("style", ["casedeck", "any reader"])
def test_what_is_typed_reads_back_unchanged(style: str, typed: str) -> None:
    """Any text, in any place of the file, reads back as the same letters, by casedeck and by any other reader
    of YAML.
    """
    text = case_file(vocabularies(), whole(typed))
    values = plain(parse(text.encode(), "new.yaml")) if style == "casedeck" else yaml.safe_load(text)
    wanted = unicodedata.normalize("NFC", typed)
    assert [
        values[name] for name in ("title", "strapline", "overview", "relationship spotlight", "key learning")
    ] == [wanted] * 5
    assert [next(iter(claim.values())) for claim in (*values["benefits"], *values["enablers"])] == [
        wanted
    ] * 6
    assert values["keywords"] == [unicodedata.normalize("NFC", f"{typed}{number}") for number in range(3)]
    assert (values["facts"], values["sources"]) == ([wanted] * 2, [wanted] * 2)
    assert list(values["picture"].items()) == [("file", wanted), ("alt", wanted), ("credit", wanted)]


@pytest.mark.parametrize("typed", AWKWARD)
def test_quotes_are_needed(typed: str) -> None:
    """Twin: without the quotes and the numbers for what cannot be seen, most of these texts would be lost or
    changed.
    """
    assert yaml.safe_load(quoted(typed)) == unicodedata.normalize("NFC", typed)
    naive = f'"{typed}"'
    try:
        kept = yaml.safe_load(naive) == unicodedata.normalize("NFC", typed)
    except yaml.YAMLError:
        kept = False
    assert kept == (not re.search('["\\\\\n\r\u2028\u0085\ufeff]|a\u0301', typed))


def test_whole_files_have_nothing_to_mend() -> None:
    """With everything given that a card needs, the file has no problem, and nothing is left to fill in."""
    text = case_file(vocabularies(), whole())
    assert problems(text) == []
    assert to_fill_in(whole()) == []
    assert to_mend(vocabularies(), whole(), text, "new.yaml") == []


def test_empty_files_say_what_to_fill_in() -> None:
    """Each key that a card needs is a gap at its own line, a list at its first item, and nothing is a
    problem.
    """
    text = case_file(vocabularies(), {})
    assert problems(text) == []
    node, report = parse(text.encode(), "new.yaml"), Report()
    case = read_case_study(
        "new", case_study_record(vocabularies()), node, vocabularies()["countries"], report
    )
    assert case is not None
    at = [text.splitlines()[gap.place.line - 1] for gap in case.gaps]
    wanted = [
        'title: ""',
        'strapline: ""',
        "overview: |",
        'relationship spotlight: ""',
        '  - ""',
        "  - ",
        "  - ",
        'key learning: ""',
    ]
    assert at == wanted
    assert [gap.key for gap in case.gaps] == list(CARD_FIELDS)
    assert to_fill_in({}) == list(CARD_FIELDS)
    assert to_fill_in({**whole(), "keywords": ["one", "two"]}) == ["keywords"]


@pytest.mark.parametrize("given_", [{}, whole(), whole("two\nlines")])
def test_every_key_has_its_note(given_: Given) -> None:
    """Above each key stands what it is for, with the words it usually has, and all benefits and enablers to
    choose from.
    """
    text = case_file(vocabularies(), given_)
    for name, entry in case_study_record(vocabularies()).keys.items():
        above = re.split(rf"^{re.escape(name)}:", text, flags=re.MULTILINE)[0].rsplit("\n\n", 1)[1]
        notes = " ".join(line.removeprefix("#").strip() for line in above.splitlines())
        assert entry.about in notes
        if name in USUAL_WORDS:
            assert "{} to {} words".format(*USUAL_WORDS[name]) in notes
        if name in ("benefits", "enablers"):
            assert all(f"{each.name.lower()}: {each.meaning}" in notes for each in vocabularies()[name])
    notes_of = [line for line in text.splitlines() if line.startswith("#")]
    assert max(map(len, notes_of)) <= 100


def test_stories_stay_blocks() -> None:
    """An overview of several paragraphs stands in the file as one writes it, not in quotes."""
    text = case_file(vocabularies(), {"overview": ["First.\n\n- one\n- two"]})
    assert "overview: |-\n  First.\n\n  - one\n  - two\n" in text


def test_given_values_with_problems_are_named() -> None:
    """What is given and cannot be printed is named at its line; what is only missing is not."""
    given_: Given = {"title": ["x" * 81], "link": ["example.org"], "keywords": ["one"]}
    text = case_file(vocabularies(), given_)
    found = [str(problem) for problem in to_mend(vocabularies(), given_, text, "new.yaml")]
    assert [problem.split(" ")[1] for problem in found] == ["V104", "V111"]
    assert [text.splitlines()[int(problem.split(":")[1]) - 1].split(":")[0] for problem in found] == [
        "title",
        "link",
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Riverside repair table", "riverside-repair-table"),
        ("  Men's Sheds & Co. ", "mens-sheds-and-co"),
        ("Zürich Straße Ærø Łódź", "zurich-strasse-aero-lodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("3 men", "3-men"),
        ("☃ — ☃", ""),
        ("", ""),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    """The name of a file is what the name says, in letters that every disk knows."""
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["con", "NUL", "Aux", "PRN.", "com1", "LPT9", "COM¹"])
def test_names_that_windows_keeps_for_itself_get_another_word(name: str) -> None:
    """No slug is the name of a device, for Windows can make no such file; one that only begins so stays as it
    is.
    """
    assert re.fullmatch("[a-z]{3}[1-9]?-case", slug_of(name))
    assert [slug_of(f"{name} x"), slug_of("com10"), slug_of("com0")] == [
        slug_of(name).replace("case", "x"),
        "com10",
        "com0",
    ]


@given(st.text())
def test_slugs_are_safe(name: str) -> None:
    """Any name gives lower-case ASCII letters and digits with single hyphens between them, at most 80, or
    nothing.
    """
    slug = slug_of(name)
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= 80
    assert slug_of(slug) == slug


@given(TYPED.filter(few_accents))
@example("yes")
@example("Null")
@example("a, b")
@pytest.mark.parametrize("style", ["casedeck", "any reader"])
def test_plain_files_read_back_unchanged(style: str, typed: str) -> None:
    """Any text in a file without notes reads back as the same letters, by casedeck and by any other reader of
    YAML.
    """
    text = plain_file({**whole(typed), "type of place": [typed], "sectors": [typed, typed], "link": [typed]})
    values = plain(parse(text.encode(), "new.yaml")) if style == "casedeck" else yaml.safe_load(text)
    wanted = unicodedata.normalize("NFC", typed)
    names = (
        "title",
        "strapline",
        "overview",
        "relationship spotlight",
        "key learning",
        "type of place",
        "location",
        "link",
    )
    assert [values[name] for name in names] == [wanted] * len(names)
    assert [next(iter(claim.values())) for claim in (*values["benefits"], *values["enablers"])] == [
        wanted
    ] * 6
    assert values["keywords"] == [unicodedata.normalize("NFC", f"{typed}{number}") for number in range(3)]
    assert (values["sources"], values["sectors"]) == ([wanted] * 2, [wanted] * 2)


def test_plain_files_look_like_those_that_ship() -> None:
    """Keys stand in the order of the record, sentences are folded, lists of words are in brackets, and no
    quotes are needless.
    """
    text = plain_file(
        {
            **whole("It is so."),
            "title": ["Doorstep choir"],
            "keywords": ["kind", "a, b", "no"],
            "sectors": ["Health"],
        }
    )
    assert text.startswith("title: Doorstep choir\nstrapline: >-\n  It is so.\noverview: |-\n  It is so.\n")
    assert 'keywords: [kind, "a, b", "no"]\n' in text
    assert '\nbenefits:\n  - health: "It is so."\n' in text
    assert "\nsectors: [Health]\n" in text
    assert tuple(case_study_record(vocabularies()).keys) == KEYS
    assert problems(text) == []


@pytest.mark.parametrize("brief", [True, False])
def test_a_picture_to_fill_in(brief: bool) -> None:
    """A new file says how a picture is written, and written so it is one; without one, nothing is wrong."""
    text = case_file(vocabularies(), {"title": ["Us"]}, brief=brief)
    assert "\npicture:\n" in text
    noted = " ".join(line.removeprefix("# ") for line in text.splitlines())
    assert "picture: {file: us.jpg, alt: 'What it shows'}" in noted
    assert problems(text) == []
    assert problems(text.replace("\npicture:\n", "\npicture: {file: us.jpg, alt: 'What it shows'}\n")) == []
    assert problems(text.replace("\npicture:\n", "\npicture: {file: us.jpg}\n")) != []
