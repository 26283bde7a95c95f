"""Theme files."""

from __future__ import annotations

import pytest
from hypothesis import given

from casedeck.errors import Place, Report
from casedeck.library.shelf import Shelf
from casedeck.library.theme import MAX_EXTENDS, THEMES
from casedeck.model.theme import Theme
from tests.support.nonsense import NONSENSE, mutated
from tests.support.reading import Overlay, lines
from tests.support.repository import ROOT, stems

WHOLE = (ROOT / "assets/themes/default.yaml").read_text("utf-8")
HERE = Place("deck.yaml", 9, 9)


def _shelf(**files: str | bytes | None) -> tuple[Shelf[Theme], Report]:
    """A shelf on which these themes stand beside those that ship."""
    named = {f"assets/themes/{name}.yaml": text for name, text in files.items()}
    return Shelf(THEMES, Overlay(named)), Report()


def _theme(text: str | bytes) -> tuple[Theme | None, list[str]]:
    shelf, report = _shelf(calm=text)
    return shelf.find("Calm", HERE, report), lines(report)


def test_whole_theme() -> None:
    """What a theme file says is in the theme: sizes in points, colours in capitals, none as no colour."""
    theme, problems = _theme(WHOLE.replace('"#1D2530"', "#1d2530"))
    assert problems == []
    assert theme is not None
    assert (theme.id, theme.smallest_body_pt, theme.colours["ink"], theme.logo) == (
        "calm",
        12.0,
        "#1D2530",
        None,
    )
    assert tuple(theme.parts["dim tab"]) == ("", "#4A5560", "#4A5560", 0.4)


def test_extends() -> None:
    """A theme that extends another changes only what it says, key by key, over several steps."""
    shelf, report = _shelf(
        calm='name: Calm\nextends: Default\ncolours: {ink: "#111111"}\nparts: {dim tab: {border width: 1pt}}',
        calmer='name: Calmer\nextends: calm\nsmallest body: 14pt\ncolours: {slate: "#222222"}',
    )
    theme = shelf.find("calmer", HERE, report)
    base = shelf.find("default", HERE, report)
    assert lines(report) == []
    assert theme is not None
    assert base is not None
    assert theme.colours == {**base.colours, "ink": "#111111", "slate": "#222222"}
    assert (theme.smallest_body_pt, theme.fonts, theme.parts["dim tab"].border_pt) == (14.0, base.fonts, 1.0)
    assert theme.parts["spotlight"] == base.parts["spotlight"]
    assert str(theme.place("fonts")).startswith("assets/themes/")


def test_the_inks_of_a_colour_go_with_that_colour() -> None:
    """A theme that changes a colour does not take over its inks; those of words are black alone."""
    theme, problems = _theme('name: Calm\nextends: default\ncolours: {accent: "#AA0000"}\n')
    assert problems == []
    assert theme is not None
    assert theme.inks["#1D2530"] == (0, 0, 0, 1)
    assert theme.inks["#4A5560"][:3] == (0, 0, 0)
    assert theme.inks[theme.colours["tint"]] == (0.09, 0.02, 0.01, 0)
    assert "#AA0000" not in theme.inks
    own, problems = _theme("name: Calm\nextends: default\ncmyk: {accent: [100, 0, 0, 101]}\n")
    assert own is None
    assert problems != []


def test_a_theme_of_its_own_needs_no_families() -> None:
    """A whole theme from before there were families is read as it stands; its strips are outlined, and those
    of one that has families filled.
    """
    before, _ = WHOLE.split("families:")
    theme, problems = _theme(before)
    assert problems == []
    assert theme is not None
    assert theme.strip_paint("well").fill == ""
    today, _ = _theme(WHOLE)
    assert today is not None
    assert today.strip_paint("well").fill == today.families["well"]


def test_logo() -> None:
    """A logo has a file and words for those who cannot see it, and knows its place."""
    theme, problems = _theme(WHOLE + "logo: {file: mark.png, alt: A bridge}\n")
    assert problems == []
    assert theme is not None
    assert theme.logo is not None
    assert (theme.logo.file, theme.logo.alt, str(theme.logo.place)) == (
        "mark.png",
        "A bridge",
        "assets/themes/calm.yaml:32:14",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "problems"),
    [
        ("name: Default\n", "", ['1:1: V102 "name" is missing in a theme']),
        ("name: Default", f"name: {'x' * 61}", ["1:7: V104 the text has 61 characters; the limit is 60"]),
        (
            "smallest body: 12pt",
            "smallest body: 12",
            ['6:16: V107 the length 12 has no unit; write "12mm", or use cm, in or pt'],
        ),
        (
            "smallest body: 12pt",
            "smallest body: 9.9pt",
            ["6:16: V107 9.9pt is outside the range from 3.528mm to 14.11mm"],
        ),
        (
            "smallest body: 12pt",
            "smallest body: 41pt",
            ["6:16: V107 41pt is outside the range from 3.528mm to 14.11mm"],
        ),
        ('"#1D2530"', "red", ['8:8: V110 "red" is not a colour; write it like "#00558C", in quotes']),
        ('"#1D2530"', '"#1D253"', ['8:8: V110 "#1D253" is not a colour; write it like "#00558C", in quotes']),
        (
            "fill: ink,",
            "fill: red,",
            ['14:19: V106 unknown colour name "red"; use one of: ink, slate, accent, tint, paper, none'],
        ),
        (
            "text: paper,",
            "text: none,",
            ['14:30: V106 unknown colour name "none"; use one of: ink, slate, accent, tint, paper'],
        ),
        (
            "border width: 0.4pt",
            "border width: 6pt",
            ["14:64: V107 6pt is outside the range from 0mm to 2mm"],
        ),
        (
            "  lit tab:",
            "  litt tab:",
            ['14:3: V101 unknown key "litt tab" in parts; did you mean "lit tab"?'],
        ),
        (
            "  bold: Lato-Bold.ttf\n",
            "",
            ['1:1: V102 "fonts: bold" is missing in a theme; or say: extends: default'],
        ),
        ("bold: Lato-Bold.ttf", 'bold: ""', ["4:9: V104 the text is empty"]),
        ("bold: Lato-Bold.ttf", "bold: ' '", ["4:9: V104 the text is empty"]),
        ("name: Default", 'name: Default\nextends: ""', ["2:10: V104 the text is empty"]),
        (
            "name: Default",
            'name: Default\nlogo: {file: "", alt: A}',
            ['2:14: V102 "file" has no value in a logo'],
        ),
        (
            "smallest body: 12pt\n",
            "",
            ['1:1: V102 "smallest body" is missing in a theme; or say: extends: default'],
        ),
        (
            "name: Default",
            "name: Default\nextends: defalt",
            ['2:10: V106 unknown theme "defalt"; did you mean "default"?'],
        ),
        (
            "name: Default",
            "name: Default\nextends: calm",
            ['2:10: T104 the theme "calm" extends itself by way of "calm"'],
        ),
        ("name: Default", "name: Default\nlogo: {file: a.png}", ['2:7: V102 "alt" is missing in a logo']),
    ],
)
def test_refused(right: str, wrong: str, problems: list[str]) -> None:
    """A slip in a theme is named at its line and column in the theme's own file."""
    assert right in WHOLE
    theme, found = _theme(WHOLE.replace(right, wrong, 1))
    assert theme is None
    assert [line.removeprefix("assets/themes/calm.yaml:") for line in found] == problems


def test_circle() -> None:
    """Themes that extend one another in a circle are refused, and not followed for ever."""
    shelf, report = _shelf(a="name: A\nextends: b", b="name: B\nextends: c", c="name: C\nextends: a")
    assert shelf.find("a", HERE, report) is None
    assert lines(report) == ['assets/themes/c.yaml:2:10: T104 the theme "c" extends itself by way of "a"']


@pytest.mark.parametrize(
    ("steps", "accepted"), [(MAX_EXTENDS, True), (MAX_EXTENDS + 1, False), (2000, False)]
)
def test_long_chain(steps: int, accepted: bool) -> None:
    """A theme may stand on ten others, one after another; a longer chain is refused at once."""
    files = {f"t{number}": f"name: T\nextends: t{number + 1}" for number in range(steps - 1)}
    shelf, report = _shelf(**files, **{f"t{steps - 1}": "name: T\nextends: default"})
    assert (shelf.find("t0", HERE, report) is not None) is accepted
    refused = (
        'assets/themes/t10.yaml:2:10: T104 the theme "t0" extends more than 10 themes, one after another'
    )
    assert lines(report) == ([] if accepted else [refused])


def test_unknown() -> None:
    """A theme that is not there is named where the deck asks for it."""
    shelf, report = _shelf()
    assert shelf.find("defaults", HERE, report) is None
    assert lines(report) == ['deck.yaml:9:9: V106 unknown theme "defaults"; did you mean "default"?']


@pytest.mark.parametrize("name", ["calm", "default"])
def test_theme_outside(name: str) -> None:
    """A theme that is a link out of the folder is refused, also where another theme extends it."""
    shelf, report = _shelf(**{name: None, "other": f"name: O\nextends: {name}"})
    for theme in (name, "other", "other"):
        assert shelf.find(theme, HERE, report) is None
    (problem,) = lines(report)
    assert problem.startswith(
        f"assets/themes/{name}.yaml: F108 the file leads out of the folder, or to something that is not "
        "a file"
    )


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Anything shaped like YAML is a theme, or problems."""
    theme, problems = _theme(text)
    assert (theme is None) == bool(problems)


@given(
    mutated(
        [
            WHOLE.encode(),
            *[(ROOT / f"assets/themes/{name}.yaml").read_bytes() for name in stems("assets/themes")],
        ]
    )
)
def test_damaged_files(data: bytes) -> None:
    """A real theme with a few bytes or lines changed is a theme, or problems."""
    theme, problems = _theme(data)
    assert (theme is None) == bool(problems)
    assert all(problem.isprintable() for problem in problems)
