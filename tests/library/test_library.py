"""The library: everything in assets/, with all its problems at once."""

from __future__ import annotations

import pytest

from casedeck.disk.folder import font_folder
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.library.theme import THEMES
from casedeck.model.theme import Logo, Theme
from casedeck.prints.words import LOCALE
from tests.support.pictures import picture
from tests.support.reading import Overlay, library_of, lines
from tests.support.repository import ROOT, stems
from tests.support.values import changed

CASE = (ROOT / "assets/case-studies/timpson.yaml").read_text("utf-8")
OUTSIDE = "leads out of the folder, or to something that is not a file; put a copy of the file itself there"
PLACE = Place("calm.yaml", 3, 4)


def _library(**files: str | bytes | None) -> tuple[Library, list[str]]:
    library, report = library_of(Overlay({f"assets/{name}": data for name, data in files.items()}))
    return library, lines(report)


def _theme(library: Library) -> Theme:
    theme = library.shelf(THEMES).find("default", PLACE, library.report)
    assert theme is not None
    return changed(theme, places={**theme.places, "fonts": PLACE})


def test_everything_that_ships() -> None:
    """All that ships is read without a problem: case studies, themes, papers and words."""
    library, problems = _library()
    assert problems == []
    assert sorted(library.cases) == stems("assets/case-studies")
    labels = library.labels("en-GB", LOCALE)
    assert labels is not None
    assert set(labels) == set(LOCALE.keys)
    assert [case.title for case in library.by_title()] == sorted(
        [case.title for case in library.cases.values()], key=str.casefold
    )


def test_what_was_read_stays_for_the_next_run() -> None:
    """Icons, fonts and words that one run has read are those of the next."""
    library, _ = _library()
    one, other = library.again(Report()), library.again(Report())
    assert one.icon("benefit-health") is other.icon("benefit-health") is not None
    assert one.fonts(_theme(one)) is other.fonts(_theme(other)) is not None
    assert one.labels("en-GB", LOCALE) is other.labels("en-GB", LOCALE) is not None


def test_what_is_wrong_is_said_in_every_run() -> None:
    """Twin: an icon and words with a problem are read again, and the problem is said each time, once."""
    files = {"icons/benefit-health.svg": "<svg/>", "locales/en-GB.yaml": "language: English\n"}
    library, _ = _library(**files)
    found = []
    for _run in range(2):
        report = Report()
        run = library.again(report)
        for _time in range(2):
            assert run.icon("benefit-health") is None
            assert run.labels("en-GB", LOCALE) is None
        found.append(lines(report))
    assert len(found[0]) > 1
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "word",
    ["timpson", "Timpson", "TIMPSON!", "the big lunch and the great get-together", "buffer-remote working"],
)
def test_find(word: str) -> None:
    """A case study is found by its file's name or its title, without regard to case and hyphens."""
    library, _ = _library()
    (case_id,) = library.cases.find(word)
    assert case_id in library.cases


@pytest.mark.parametrize("word", ["", "!", "timson", "../../etc/passwd"])
def test_not_found(word: str) -> None:
    """What names no case study finds none."""
    assert _library()[0].cases.find(word) == []


def test_own_case() -> None:
    """A case study in the facilitator's folder joins those that ship; one of the same name takes its
    place.
    """
    ours, cook = (CASE.replace("title: Timpson", f"title: {title}") for title in ("Ours", "Our cook"))
    library, problems = _library(**{"case-studies/o-1.yml": ours, "case-studies/cook.yaml": cook})
    assert (problems, library.cases.broken) == ([], {})
    assert library.cases.find("Ours") == ["o-1"]
    assert library.cases["cook"].title == "Our cook"


def test_one_title_twice() -> None:
    """Two case studies with one title are both found by it, and each by its file's name."""
    library, _ = _library(**{"case-studies/other.yaml": CASE})
    assert library.cases.find("Timpson!") == ["timpson", "other"]
    assert library.cases.find("timpson") == ["timpson"]
    assert library.cases.find("other") == ["other"]


def test_broken_cases() -> None:
    """The problems of several case studies come at once; their names stay known and the other cases stay
    usable.
    """
    library, problems = _library(
        **{
            "case-studies/a.yaml": "titel: A\nx: y",
            "case-studies/b.yaml": b"\xff",
            "case-studies/c.yaml": None,
            "case-studies/d.yaml": "x: *y",
            "case-studies/notes.txt": b"\xff",
        }
    )
    assert problems == []
    assert {
        case_id: [str(problem).split(" ", 1)[0] for problem in found]
        for case_id, found in library.cases.broken.items()
    } == {
        "a": ["assets/case-studies/a.yaml:1:1:", "assets/case-studies/a.yaml:2:1:"],
        "b": ["assets/case-studies/b.yaml:1:1:"],
        "c": ["assets/case-studies/c.yaml:"],
        "d": ["assets/case-studies/d.yaml:1:4:"],
    }
    assert str(library.cases.broken["c"][0]) == f"assets/case-studies/c.yaml: F108 the case study {OUTSIDE}"
    assert library.cases.find("c") == ["c"]
    assert len(library.cases) == len(stems("assets/case-studies"))


def test_broken_vocabulary() -> None:
    """A vocabulary with problems is named once, and not again at every word that it should hold."""
    library, problems = _library(**{"vocabulary/sectors.yaml": "a: &b c"})
    assert [problem.split(" ")[:2] for problem in problems] == [
        ["assets/vocabulary/sectors.yaml:1:4:", "F105"]
    ]
    assert library.cases.broken == {}


def test_same_case_twice() -> None:
    """Two files for one case study are refused with both names, since only one could be printed."""
    library, problems = _library(**{"case-studies/my-case.yaml": CASE, "case-studies/My Case.yml": CASE})
    assert problems == [
        (
            'assets/case-studies/my-case.yaml: F109 "my-case" is also described in assets/case-studies/My '
            "Case.yml; rename one of the files"
        )
    ]
    assert library.cases.find("mycase") == ["My Case"]


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "a\udcffb", "a\u202eb"])
def test_names_that_cannot_be_shown(name: str) -> None:
    """A file whose name would confuse a terminal is refused, and its name is shown without harm."""
    _, (problem,) = _library(**{f"case-studies/{name}.yaml": CASE})
    assert problem.endswith(": F101 the file's name holds signs that cannot be shown; rename the file")
    assert problem.isprintable()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"OTTO",
            (
                'T102 the font file "Lato-Bold.ttf" cannot be used: it has PostScript (CFF) outlines; use '
                "a TrueType file (.ttf)"
            ),
        ),
        (None, f'F108 the font file "Lato-Bold.ttf" {OUTSIDE}'),
        (
            (font_folder() / "Lato-Regular.ttf").read_bytes() + b"\0",
            'T102 two different font files call themselves "Lato-Regular"; use only one of them',
        ),
    ],
)
def test_fonts(data: bytes | None, problem: str) -> None:
    """A font that cannot be used is named where the theme asks for it, with the reason."""
    library, _ = _library(**{"fonts/Lato-Bold.ttf": data})
    assert library.fonts(_theme(library)) is None
    assert lines(library.report) == [f"calm.yaml:3:4: {problem}"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("No.ttf", 'T102 the font file "No.ttf" is not in assets/fonts'),
        ("../../../etc/passwd", f'F108 the font file "../../../etc/passwd" {OUTSIDE}'),
        ("/etc/passwd", 'T102 the font file "/etc/passwd" is not in assets/fonts'),
    ],
)
def test_font_names(name: str, problem: str) -> None:
    """A font that is not there, or lies outside the folder, is refused where the theme names it."""
    library, _ = _library()
    theme = _theme(library)
    assert library.fonts(changed(theme, fonts={**theme.fonts, "bold": name})) is None
    assert lines(library.report) == [f"calm.yaml:3:4: {problem}"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("no.png", 'T103 there is no picture "no.png" in assets/pictures; put the file there'),
        ("../../../etc/passwd", f'F108 the picture "../../../etc/passwd" {OUTSIDE}'),
        ("C:/mark.png", f'F108 the picture "C:/mark.png" {OUTSIDE}'),
        ("..\\..\\mark.png", f'F108 the picture "..\\..\\mark.png" {OUTSIDE}'),
        ("link.png", f'F108 the picture "link.png" {OUTSIDE}'),
        (
            "eps.png",
            (
                "T103 the picture eps.png is not a PNG, JPEG, WebP, GIF or BMP file; save it as PNG in a "
                "picture program"
            ),
        ),
    ],
)
def test_logo(name: str, problem: str) -> None:
    """A logo that is not there, lies outside the folder or is no picture is refused where the theme names
    it.
    """
    library, _ = _library(
        **{"pictures/link.png": None, "pictures/eps.png": picture("EPS"), "pictures/mark.png": picture()}
    )
    theme = _theme(library)
    assert library.logo(theme) is None
    assert library.logo(changed(theme, logo=Logo("mark.png", "A mark", PLACE))) is not None
    assert lines(library.report) == []
    assert library.logo(changed(theme, logo=Logo(name, "A mark", PLACE))) is None
    assert lines(library.report) == [f"calm.yaml:3:4: {problem}"]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("x", None, f'F108 the icon "x" {OUTSIDE}'),
        ("no", b"", 'F101 the icon "no" cannot be read: there is no such file'),
        ("bad", b"<svg/>", 'T105 the icon cannot be drawn: it needs a viewBox such as "0 0 24 24"'),
    ],
)
def test_icons(name: str, data: bytes | None, problem: str) -> None:
    """An icon that cannot be read or drawn is named once, however often it is asked for."""
    library, _ = _library(**({} if name == "no" else {f"icons/{name}.svg": data}))
    assert [library.icon(name), library.icon(name), library.icon("")] == [None, None, None]
    assert [str(problem) for problem in library.report.problems] == [f"assets/icons/{name}.svg: {problem}"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, f": F108 the file of printed words {OUTSIDE}"),
        ("overview: x", ':1:1: V102 "benefits" is missing in a locale'),
        ("- x", ":1:1: V103 a locale needs keys and values here"),
        ("a: *b", ":1:4: F105 a text that starts with * or & needs quotes"),
        (
            'card number: "{number:999999999}"',
            (
                ':1:14: V106 "{number:999999999}" holds other words in {} than {number} and {of}; write it '
                'like "{number} of {of}"'
            ),
        ),
        ('card number: "{of.__class__}"', ':1:14: V106 "{of.__class__}" holds other words in {}'),
        ('card number: "{"', ':1:14: V106 "{" holds other words in {}'),
    ],
)
def test_labels(text: str | None, problem: str) -> None:
    """Printed words that cannot be read are refused at their place."""
    library, _ = _library(**{"locales/en-GB.yaml": text})
    assert library.labels("en-GB", LOCALE) is None
    assert any(line.startswith(f"assets/locales/en-GB.yaml{problem}") for line in lines(library.report))
