"""Input made to do harm: refused with a clear message, with little work and little memory."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from casedeck.cli import run
from tests.support.pictures import picture, png_of_nothing
from tests.support.processes import Done, casedeck, installed, measured, python
from tests.support.repository import ROOT
from tests.support.work import TooMuchWorkError, at_most
from tests.support.workshops import CALM, CALM_DECK, CASE, DECK, contents, workshop

MOST_LINES = 12_000_000
"""Of Python, run to refuse a deck with thousands of problems; a build of one card takes one million."""
MOST_MEGABYTES = 300
NOBODY = 65534

CASES = "assets/case-studies"
LOGO = {"decks/d.yaml": CALM_DECK, "assets/themes/calm.yaml": CALM + "logo: {file: logo.png, alt: A logo}\n"}
FONT = {"decks/d.yaml": CALM_DECK, "assets/themes/calm.yaml": CALM + "fonts: {bold: own.ttf}\n"}
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)
MERGES = "a: &a {k: v}\n" + "".join(
    f"{after}: &{after} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)
CMAP_BOMB = struct.pack(">4sHHHH", b"\0\1\0\0", 1, 0, 0, 0) + struct.pack(">4sLLL", b"cmap", 0, 28, 40)
CMAP_BOMB += struct.pack(">HHHHLHHLLLLLL", 0, 1, 3, 10, 12, 12, 0, 28, 0, 1, 0, 0xFFFFFFFF, 0)


def _case(right: str, wrong: str) -> str:
    assert right in CASE
    return CASE.replace(right, wrong, 1)


def _deck(*lines: str) -> str:
    return "\n".join(["title: A deck", *lines])


REFUSED: list[tuple[Mapping[str, str | bytes], str]] = [
    ({"decks/d.yaml": LAUGHS}, "decks/d.yaml:1:4: F105 a text that starts with * or & needs quotes"),
    ({"decks/d.yaml": MERGES}, "decks/d.yaml:1:4: F105 a text that starts with * or & needs quotes"),
    ({"decks/d.yaml": "[" * 100_000}, "decks/d.yaml:1:21: F106 nested more than 20 levels deep"),
    ({"decks/d.yaml": "{a: " * 100_000}, "decks/d.yaml:1:81: F106 nested more than 20 levels deep"),
    ({"decks/d.yaml": "- " * 100_000}, "decks/d.yaml:1:41: F106 nested more than 20 levels deep"),
    (
        {"decks/d.yaml": "title: !!python/object/apply:os.system [id]"},
        "decks/d.yaml:1:8: F105 tag:yaml.org,2002:python/",
    ),
    (
        {"decks/d.yaml": "title: x" + "x" * 999_000},
        "decks/d.yaml:1:8: V104 the text has 999,001 characters; the limit is 60",
    ),
    ({"decks/d.yaml": "x" * 1_000_001}, "decks/d.yaml: F102 the file has 1.1 MB; the limit is 1 MB"),
    (
        {"decks/d.yaml": "title: " + "\u0301" * 240_000 + "\u0316" * 240_000},
        "decks/d.yaml:1:38: F106 a letter has more than 30",
    ),
    (
        {"decks/d.yaml": DECK + "".join(f"title {number}: x\n" for number in range(9_900))},
        "decks/d.yaml:5:1: V101 unknown key",
    ),
    (
        {"decks/d.yaml": _deck("cards: [" + "timpsom, " * 5_000 + "]", "print:", "  - cards:")},
        'D101 unknown case study "timpsom"',
    ),
    (
        {
            "decks/d.yaml": _deck(
                f"cards: [{', '.join(f'timpsom {number}' for number in range(5_000))}]",
                "print:",
                "  - cards:",
            )
        },
        'decks/d.yaml:2:9: D101 unknown case study "timpsom 0"',
    ),
    (
        {"decks/d.yaml": _deck("cards: [../../etc/passwd]", "print:", "  - cards:")},
        'D101 unknown case study "../../etc/passwd"',
    ),
    (
        {"decks/d.yaml": _deck("cards: all", "print:", "  - cards: {paper: /etc/passwd}")},
        'V106 unknown paper "/etc/passwd"',
    ),
    (
        {"decks/d.yaml": _deck("cards: all", "print:", "  - cards: {theme: ../../x}")},
        'V106 unknown theme "../../x"',
    ),
    (
        {"decks/d.yaml": _deck("cards: all", "print:", "  - cards: {copies: 999999999}")},
        'V105 "999999999" is not a whole number',
    ),
    (
        {"assets/papers/A4.yaml": "name: A\nwidth: 9e9mm\nheight: 999999in\nlike: A4"},
        "A4.yaml:3:9: V107 999999in is outside the range",
    ),
    (
        {f"{CASES}/timpson.yaml": LAUGHS},
        f"{CASES}/timpson.yaml:1:4: F105 a text that starts with * or & needs quotes",
    ),
    (
        {f"{CASES}/timpson.yaml": "[" * 100_000},
        f"{CASES}/timpson.yaml:1:21: F106 nested more than 20 levels deep",
    ),
    (
        {f"{CASES}/timpson.yaml": CASE + "link: javascript:alert(1)\n"},
        'V111 "javascript:alert(1)" is not an address',
    ),
    (
        {f"{CASES}/timpson.yaml": CASE + "link: file:///etc/passwd\n"},
        'V111 "file:///etc/passwd" is not an address',
    ),
    (
        {f"{CASES}/timpson.yaml": _case("title: ", 'title: "a\\e[2Jb" #')},
        ":1:8: V104 the text holds a sign that cannot be printed (U+001B)",
    ),
    (
        {f"{CASES}/timpson.yaml": _case("title: ", "title: é").encode("cp1252", "replace")},
        "timpson.yaml:1:1: F103 the file is not",
    ),
    (
        {"decks/d.yaml": CALM_DECK, "assets/themes/calm.yaml": LAUGHS},
        "assets/themes/calm.yaml:1:4: F105 a text that starts",
    ),
    (
        {"decks/d.yaml": CALM_DECK, "assets/themes/calm.yaml": "name: C\nextends: calm"},
        "calm.yaml:2:10: T104",
    ),
    (
        {**LOGO, "assets/pictures/logo.png": png_of_nothing(9_400, 9_400)},
        "T103 the picture logo.png has more than 13 million dots",
    ),
    (
        {**LOGO, "assets/pictures/logo.png": picture("EPS")},
        "T103 the picture logo.png is not a PNG, JPEG, WebP, GIF or BMP file",
    ),
    (
        {**LOGO, "assets/pictures/logo.png": picture("PNG", 400, 400)[:400]},
        "T103 the picture logo.png is damaged",
    ),
    (
        {**FONT, "assets/fonts/own.ttf": CMAP_BOMB},
        'T102 the font file "own.ttf" cannot be used: it claims more than 300,000 characters',
    ),
    (
        {**FONT, "assets/fonts/own.ttf": b"\0\1\0\0" + b"\xff" * 99},
        'T102 the font file "own.ttf" cannot be used: it is not a',
    ),
    (
        {"assets/vocabulary/benefits.yaml": LAUGHS},
        "assets/vocabulary/benefits.yaml:1:4: F105 a text that starts",
    ),
    (
        {"assets/icons/benefit-economic.svg": "<svg>" * 4_001},
        "benefit-economic.svg: T105 the icon cannot be drawn: it has 20.1 kB",
    ),
    (
        {"assets/locales/en-GB.yaml": 'card number: "{of:999999999}"'},
        'V106 "{of:999999999}" holds other words in {} than {number} and {of}',
    ),
]
"""Files of a folder, and what is said of them."""


BOMBS = (LAUGHS, MERGES, CMAP_BOMB)
HEAVY = [each for each in REFUSED if any(len(data) > 9_000 or data in BOMBS for data in each[0].values())]
"""Those that are large, or would be."""


@pytest.mark.parametrize(("files", "problem"), REFUSED)
def test_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: Mapping[str, str | bytes],
    problem: str,
) -> None:
    """A hostile file is refused with exit code 1 and its place, and without much work."""
    monkeypatch.chdir(workshop(tmp_path, files))
    with at_most(MOST_LINES):
        code = run(["build", "decks/d.yaml"])
    said = capsys.readouterr().err
    assert code == 1
    assert problem in said
    assert "Traceback" not in said
    assert len(said) < 2_000_000
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(("files", "problem"), HEAVY)
def test_refused_with_little_memory(tmp_path: Path, files: Mapping[str, str | bytes], problem: str) -> None:
    """A hostile file is refused with less memory than a browser's tab."""
    done = measured("build", "decks/d.yaml", cwd=workshop(tmp_path, files))
    assert done.code == 1
    assert problem in done.err
    assert done.megabytes < MOST_MEGABYTES


def test_cost_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twin: the measures used above see work and memory, for an ordinary build costs some of both, and stop
    it where it costs more.
    """
    monkeypatch.chdir(workshop(tmp_path, {}))
    with at_most(MOST_LINES) as lines:
        assert run(["build", "decks/d.yaml"]) == 0
    assert 50_000 < lines[0] < MOST_LINES
    with pytest.raises(TooMuchWorkError), at_most(1_000):
        run(["build", "decks/d.yaml"])
    done = measured("build", "decks/d.yaml", cwd=tmp_path)
    assert done.code == 0
    assert 15 < done.megabytes < MOST_MEGABYTES


@pytest.mark.parametrize(
    ("form", "height"), [("PNG", 3250), ("JPEG", 12500), ("WEBP", 3250), ("GIF", 3250), ("BMP", 1600)]
)
def test_largest_logo(tmp_path: Path, form: str, height: int) -> None:
    """The largest logo that is accepted is printed without much memory."""
    done = measured(
        "build",
        "decks/d.yaml",
        cwd=workshop(tmp_path, {**LOGO, "assets/pictures/logo.png": picture(form, 4000, height)}),
    )
    assert (done.code, done.err) == (0, "")
    assert done.megabytes < MOST_MEGABYTES


OUTSIDE: list[tuple[Mapping[str, str], str, str]] = [
    (LOGO, "assets/pictures/logo.png", 'F108 the picture "logo.png" leads out of the folder'),
    (FONT, "assets/fonts/own.ttf", 'F108 the font file "own.ttf" leads out of the folder'),
    ({}, f"{CASES}/timpson.yaml", f"{CASES}/timpson.yaml: F108 the case study leads out of the folder"),
    (
        {"decks/d.yaml": CALM_DECK},
        "assets/themes/calm.yaml",
        "assets/themes/calm.yaml: F108 the file leads out of the folder",
    ),
    ({}, "assets/papers/A4.yaml", "assets/papers/A4.yaml: F108 the file leads out of the folder"),
    (
        {},
        "assets/vocabulary/benefits.yaml",
        "assets/vocabulary/benefits.yaml: F108 the vocabulary leads out of the folder",
    ),
    (
        {},
        "assets/locales/en-GB.yaml",
        "assets/locales/en-GB.yaml: F108 the file of printed words leads out of the folder",
    ),
    ({}, "assets/icons/benefit-economic.svg", 'F108 the icon "benefit-economic" leads out of the folder'),
]
"""Files of a folder, one that shall lie outside it, and what is said of that."""


@pytest.mark.parametrize(("files", "name", "problem"), OUTSIDE)
@pytest.mark.parametrize("kind", ["link", "linked folder", "pipe", "folder"])
def test_not_a_file_of_the_folder(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: Mapping[str, str],
    name: str,
    problem: str,
    kind: str,
) -> None:
    """A link out of the folder, a pipe or a folder in the place of any file is refused by name; nothing
    hangs, nothing is read.
    """
    home = workshop(tmp_path / "home", files)
    outside = workshop(tmp_path / "outside", {"secret": "root:x:0:0", Path(name).name: "root:x:0:0"})
    path = home / name
    if kind == "linked folder":
        if path.parent.exists():
            for each in path.parent.iterdir():
                (outside / each.name).write_bytes(each.read_bytes())
                each.unlink()
            path.parent.rmdir()
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.symlink_to(outside)
        if "calm.yaml" not in name and files:
            problem = "F108 "
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        else:
            path.symlink_to(outside / "secret")
    if kind == "pipe":  # in a process of its own, which the clock stops should it hang
        done = casedeck("build", "decks/d.yaml", cwd=home)
        code, said = done.code, done.err
    else:
        monkeypatch.chdir(home)
        code, said = run(["build", "decks/d.yaml"]), capsys.readouterr().err
    assert code == 1
    assert problem in said
    assert "root:x" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "name", [f"{CASES}/timpson.yaml", "assets/themes/calm.yaml", "assets/fonts/own.ttf", "decks/d.yaml"]
)
def test_huge_files(tmp_path: Path, name: str) -> None:
    """A file of a hundred gigabytes is refused without reading it."""
    home = workshop(tmp_path, FONT)
    (home / name).parent.mkdir(parents=True, exist_ok=True)
    with (home / name).open("wb") as sparse:
        sparse.truncate(100_000_000_000)
    done = measured("build", "decks/d.yaml", cwd=home)
    assert done.code == 1
    assert "it has more than 30,000,000 bytes" in done.err
    assert done.megabytes < MOST_MEGABYTES


@pytest.mark.parametrize(
    ("deck", "problem"),
    [
        ("decks", "decks cannot be read"),
        ("/dev/zero", "/dev/zero cannot be read: it is not a file"),
        ("pipe.yaml", "pipe.yaml cannot be read: it is not a file"),
        ("no.yaml", "no.yaml"),
        ("loop.yaml", "loop.yaml"),
        ("d.yaml/x", "d.yaml/x"),
        ("x" * 5000, "xxx"),
        ("a\x1bb.yaml", "b.yaml"),
        ("", ""),
    ],
)
def test_deck_that_is_none(tmp_path: Path, deck: str, problem: str) -> None:
    """A deck that is a folder, a device, a pipe or missing is named with the reason, and nothing hangs."""
    home = workshop(tmp_path, {"loop.yaml": Path("loop.yaml"), "d.yaml": DECK})
    os.mkfifo(home / "pipe.yaml")
    done = casedeck("build", deck, cwd=home)
    assert done.code in (1, 2)
    assert problem in done.err
    assert "Traceback" not in done.err


def closed_to_others() -> bool:
    """Whether a user without rights could not even reach casedeck's own files."""
    return os.getuid() == 0 and not all(folder.stat().st_mode & 0o001 for folder in (ROOT, *ROOT.parents))


@pytest.mark.skipif(
    closed_to_others(), reason="the superuser reads everything, and nobody else can reach this folder"
)
@pytest.mark.parametrize("name", ["decks/d.yaml", f"{CASES}/timpson.yaml", "assets/themes/calm.yaml", CASES])
def test_unreadable(name: str) -> None:
    """A file or folder that may not be read is named, with the reason of the system."""
    code = f"""
import os, sys
from casedeck.cli import run
assert run(["check", "decks/d.yaml"]) == 0
os.chmod(sys.argv[1], 0)
if os.getuid() == 0:
    os.setuid({NOBODY})
sys.exit(run(["check", "decks/d.yaml"]))
"""
    with TemporaryDirectory() as folder:
        home = workshop(
            Path(folder),
            {"decks/d.yaml": CALM_DECK, "assets/themes/calm.yaml": CALM, f"{CASES}/timpson.yaml": CASE},
        )
        home.chmod(0o755)
        done = python(code, name, cwd=home)
        (home / name).chmod(0o755)
    assert done.code in (1, 2)
    assert Path(name).name in done.err
    assert "you may not read it" in done.err or "Permission denied" in done.err


@pytest.mark.parametrize(
    "name", ["reportlab_settings.py", "click.py", "yaml.py", "PIL.py", "signal.py", "fontpkg_lato.py"]
)
@pytest.mark.parametrize("start", [casedeck, installed], ids=["python -m", "command"])
def test_code_of_strangers(tmp_path: Path, start: Callable[..., Done], name: str) -> None:
    """Python files in the folder where casedeck runs are never executed, whatever their names."""
    home = workshop(tmp_path, {name: "open('executed', 'w').close()\n"})
    done = start("build", "decks/d.yaml", cwd=home)
    assert (done.code, done.err) == (0, "")
    assert "executed" not in contents(home)


def test_settings_of_strangers_on_the_path(tmp_path: Path) -> None:
    """A reportlab_settings.py is not executed either where the user's path for modules holds the current
    folder.
    """
    home = workshop(tmp_path, {"reportlab_settings.py": "open('executed', 'w').close()\n"})
    assert installed("build", "decks/d.yaml", cwd=home, PYTHONPATH=".").code == 0
    assert "executed" not in contents(home)
