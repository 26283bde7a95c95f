"""Consoles, files and pipes of every kind: what is said arrives."""

from __future__ import annotations

import codecs
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.cli import cli, run
from casedeck.cli.console import encoding_for, nearest_in, ready_consoles
from tests.support.processes import TIMEOUT, installed, python
from tests.support.workshops import workshop

KAI = """title: Māori kai kitchen
overview: People meet on Fridays and cook for one another.
relationship spotlight: Cooking side by side makes strangers into neighbours.
opportunities:
  - storytelling: Everybody tells how the dish came to them.
"""
WHANAU = "title: Whānau day\ncards: [kai-kitchen, Timpson]\nprint:\n  - cards: {}\n"
COMMANDS = (
    ["list", "--own"],
    ["list", "--own", "--json"],
    ["show", "kai-kitchen"],
    ["check"],
    ["check", "w"],
    ["build", "w"],
    ["coverage", "w"],
    ["coverage", "w", "--json"],
    ["suggest", "--cool-spot", "storytelling"],
    ["schema"],
    ["show", "Kai kitchën ✂"],
    ["build", "W♥"],
    ["new", "case-study", "Ōtautahi café"],
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with letters that few code pages have, and casedeck running in it."""
    monkeypatch.chdir(
        workshop(tmp_path, {"assets/case-studies/kai-kitchen.yaml": KAI, "decks/w.yaml": WHANAU})
    )
    return tmp_path


class Console:
    """Standard output and errors that can show the letters of one encoding, and what arrived there."""

    def __init__(self, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.out, self.err = io.BytesIO(), io.BytesIO()
        monkeypatch.setenv("PYTHONIOENCODING", encoding)
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(self.out, encoding=encoding))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(self.err, encoding=encoding))

    def said(self) -> tuple[str, str]:
        """What arrived, read in the encoding that the streams then have."""
        sys.stdout.flush()
        sys.stderr.flush()
        return self.out.getvalue().decode(sys.stdout.encoding), self.err.getvalue().decode(
            sys.stderr.encoding
        )


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-8"])
def test_every_command_says_its_piece(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No command ends in a fault of casedeck's, whatever letters the console has."""
    console = Console(encoding, monkeypatch)
    ready_consoles()
    codes = {" ".join(arguments): run(arguments) for arguments in COMMANDS}
    out, err = console.said()
    assert 3 not in codes.values(), err
    assert [code for words, code in codes.items() if "✂" not in words and "♥" not in words] == [0] * (
        len(COMMANDS) - 2
    )
    kitchen = "Māori" if encoding in ("ascii", "utf-8") else "Maori"
    assert f"Title: {kitchen} kai kitchen" in out or f"{kitchen} kai kitchen" in out
    assert "unknown case study" in err


@pytest.mark.usefixtures("home")
def test_a_console_that_is_not_made_ready_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without these preparations the same list ends in a fault."""
    console = Console("cp1252", monkeypatch)
    assert run(["list", "--own"]) == 3
    assert "UnicodeEncodeError" in console.said()[1]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_redirected(home: Path, encoding: str) -> None:
    """A process whose output goes into a file ends with 0 and everything said, as on Windows with > or |."""
    done = subprocess.run(
        [sys.executable, "-m", "casedeck", "list", "--own"],
        cwd=home,
        env={"PYTHONIOENCODING": encoding, "PATH": ""},
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8" if encoding == "ascii" else encoding).splitlines()[-1] == "1 case study"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "shift_jis", "utf-8"])
def test_json_stays_json(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What --json and schema print reads the same in every encoding."""
    console = Console(encoding, monkeypatch)
    ready_consoles()
    assert run(["list", "--own", "--json"]) == 0
    sys.stdout.flush()
    assert json.loads(console.out.getvalue())[0]["title"] == "Māori kai kitchen"
    console.out.truncate(console.out.seek(0))
    assert run(["schema"]) == 0
    sys.stdout.flush()
    assert "Māori kai kitchen" in json.dumps(json.loads(console.out.getvalue()), ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“It’s” – 5 … 6", '"It\'s" - 5 ... 6'),
        ("Māori, Łódź, café", "Maori, Lodz, cafe"),
        ("✓ 東京 ♥", "* ?? ?"),
        ("\u2003x\u0301\u00a0\ud800", " x ?"),
    ],
)
def test_nearest(text: str, shown: str) -> None:
    """A letter or sign that cannot be shown becomes the one that looks most like it, or a question mark."""
    assert text.encode("ascii", nearest_in("ascii")).decode() == shown


@given(
    st.text(st.characters(codec=None)),
    st.sampled_from(["ascii", "cp1252", "cp437", "koi8-r", "shift_jis", "utf-8"]),
)
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    """Every text can be said everywhere, and what an encoding has stays as it is."""
    shown = text.encode(encoding, nearest_in(encoding)).decode(encoding)
    kept = "".join([char for char in text if char.encode(encoding, "ignore")])
    assert kept != text or shown == text.encode(encoding).decode(encoding)


@pytest.mark.parametrize(
    ("given_", "terminal", "asked", "windows", "encoding"),
    [
        ("cp1252", False, False, True, "utf-8"),
        ("cp1252", False, True, True, "cp1252"),
        ("cp1252", True, False, True, "cp1252"),
        ("iso8859-1", False, False, False, "iso8859-1"),
        ("utf-8", True, False, False, "utf-8"),
        ("ascii", True, True, False, "utf-8"),
        ("US-ASCII", False, False, False, "utf-8"),
    ],
)
def test_encodings(given_: str, terminal: bool, asked: bool, windows: bool, encoding: str) -> None:
    """Files and pipes on Windows get UTF-8 unless another encoding is asked for; ASCII is UTF-8; all else
    stays.
    """
    assert encoding_for(given_, terminal=terminal, asked=asked, windows=windows) == encoding


@pytest.mark.parametrize(
    "streams", ["sys.stdout = None", "sys.stderr = None", "sys.stdin = sys.stdout = sys.stderr = None"]
)
def test_no_console(home: Path, streams: str) -> None:
    """A program without a console, or with its output closed, does its work and ends with 0."""
    code = f"import sys\nfrom casedeck.cli import main\nsys.argv[1:] = ['build', 'w']\n{streams}\nmain()"
    assert python(code, cwd=home).code == 0
    assert (home / "output/w/cards-index-a4.pdf").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_full_disk(home: Path) -> None:
    """What cannot be written for want of room ends with 1 and the reason, not in a fault."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "casedeck", "list"],
            cwd=home,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, "casedeck: No space left on device\n")


@pytest.mark.parametrize("width", ["1", "20", "500"])
@pytest.mark.parametrize("arguments", [[], *[[command, "--help"] for command in sorted(cli.commands)]])
def test_narrow_and_wide(
    width: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Help is readable in a window of any width."""
    monkeypatch.setenv("COLUMNS", width)
    assert run(arguments) in (0, 2)
    captured = capsys.readouterr()
    assert "Usage:" in captured.out or (not arguments and "casedeck start" in captured.out)
    assert "fault" not in captured.err


def test_no_colour(home: Path) -> None:
    """Nothing that is printed holds colours or other signs for terminals alone."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        done = installed("build", "w", cwd=home, **{name: "1"})
        assert "\x1b" not in done.out + done.err


def test_only_what_cannot_be_written() -> None:
    """What cannot be read stays an error."""
    with pytest.raises(UnicodeDecodeError):
        codecs.decode(b"\xff", "ascii", nearest_in("ascii"))
