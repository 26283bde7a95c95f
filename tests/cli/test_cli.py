"""The command line: exit codes, help, lists, folders and schemas, in plain words."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from casedeck import __version__
from casedeck.cli import cli, run, watch
from casedeck.cli.outputs import install_line
from casedeck.model.signs import typed
from tests.support.processes import TIMEOUT, casedeck, installed, python
from tests.support.repository import ROOT
from tests.support.tables import CHOIR, grid, xlsx_bytes
from tests.support.workshops import DECK, contents, workshop

COMMANDS = sorted(cli.commands)
AMERICAN = re.compile(
    r"\b(?:color|center|organiz\w*|customiz\w*|behavior|catalog\b|gray|license[ds]?\b(?! \())", re.IGNORECASE
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {}))
    return tmp_path


@pytest.mark.usefixtures("home")
class TestExitCodes:
    """What the shell is told."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ["build", "decks/d.yaml"],
            ["build", "d"],
            ["check", "decks/d.yaml"],
            ["check"],
            ["list"],
            ["show", "timpson"],
            ["schema"],
            ["init", "new"],
        ],
    )
    def test_fine(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """Every command that goes well ends with 0, says something, and says nothing on standard error."""
        assert run(arguments) == 0
        captured = capsys.readouterr()
        assert captured.out.strip()
        assert captured.err == ""

    @pytest.mark.parametrize(
        ("deck", "message"),
        [
            (DECK.replace("timpson", "timson"), "decks/x.yaml:2:9: D101 unknown case study"),
            ("", "decks/x.yaml:1:1: V102"),
            ("a: [", "F104 a bracket [ opens here and is not closed"),
        ],
    )
    def test_users_files(
        self, home: Path, deck: str, message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A problem in the user's files ends with 1, its place and the count of problems; nothing is
        written.
        """
        (home / "decks/x.yaml").write_text(deck)
        assert run(["build", "decks/x.yaml"]) == 1
        captured = capsys.readouterr()
        assert message in captured.err
        assert re.search(r"^\d+ problems? found\.$", captured.err, re.MULTILINE)
        assert captured.out == ""
        assert not (home / "output").exists()

    @pytest.mark.parametrize(
        "arguments", [["build", "nowhere"], ["check", "nowhere.yaml"], ["build", "decks"]]
    )
    def test_no_such_deck(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """A deck that is not there ends with 1 and its name."""
        assert run(arguments) == 1
        assert arguments[1] in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["nonsense"], 'there is no command "nonsense"'),
            (["build"], "say which deck you mean"),
            (["build", "d", "--colour"], "there is no option --colour"),
            (["list", "--benefit", "helth"], 'unknown benefit "helth"; did you mean "Health"?'),
            (["list", "--location", "Engerland"], 'unknown location "Engerland"; did you mean "England"?'),
            (["list", "--keyword", ""], 'unknown keyword ""'),
            (["show", "timson"], 'unknown case study "timson"; did you mean "timpson"?'),
            (["schema", "poem"], '"poem" is not known here; use one of: deck, case-study'),
        ],
    )
    def test_usage(self, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A command that cannot be understood ends with 2 and says why."""
        assert run(arguments) == 2
        captured = capsys.readouterr()
        assert message in captured.err
        assert captured.out == ""

    def test_our_fault(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """A fault in casedeck ends with 3 and says whose fault it is."""

        def fail(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("casedeck.disk.folder.read_file", fail)
        assert run(["build", "decks/d.yaml"]) == 3
        assert "This is a fault in casedeck, not in your files." in capsys.readouterr().err

    def test_interrupted(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """An interrupted run ends with 130 and says that the last build is whole."""

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("casedeck.disk.folder.read_file", interrupt)
        assert run(["build", "decks/d.yaml"]) == 130
        assert "what was there before is untouched" in capsys.readouterr().err

    @pytest.mark.parametrize(("name", "code"), [("SIGTERM", 130), ("SIGINT", 130), ("SIGKILL", -9)])
    def test_killed_build(self, home: Path, name: str, code: int) -> None:
        """A build stopped before it writes leaves the last build untouched, to the byte."""
        assert run(["build", "decks/d.yaml"]) == 0
        before = contents(home / "output")
        (home / "decks/d.yaml").write_text(DECK.replace("[timpson]", "all"))
        slow = """
import signal, sys, threading
from casedeck import cli
from casedeck.disk import write
signal.signal(signal.SIGINT, signal.default_int_handler)
def wait(*arguments):
    print("drawn", flush=True)
    threading.Event().wait(600)
write.write_all = wait
sys.argv[1:] = ["build", "decks/d.yaml"]
cli.main()
"""
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", slow], cwd=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"drawn\n"
        process.send_signal(getattr(signal, name))
        assert process.wait(TIMEOUT) == code
        process.stdout.close()
        assert contents(home / "output") == before

    def test_closed_pipe(self, home: Path) -> None:
        """A list piped into a program that stops reading ends quietly."""
        reader, writer = os.pipe()
        os.close(reader)
        command = [sys.executable, "-m", "casedeck", "list"]
        done = subprocess.run(
            command, cwd=home, stdout=writer, stderr=subprocess.PIPE, timeout=TIMEOUT, check=False
        )
        os.close(writer)
        assert done.stderr == b""
        assert done.returncode in (0, 1)

    def test_same_bytes(self, home: Path) -> None:
        """Building twice gives the same bytes, also in another process with another seed for hashing."""
        found = []
        for seed in ("1", "2"):
            assert casedeck("build", "decks/d.yaml", cwd=home, PYTHONHASHSEED=seed).code == 0
            found.append(contents(home / "output"))
        assert found[0] == found[1]
        assert len(found[0]) == 2

    def test_output(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """--output names the folder to write to; a file in its place is refused."""
        assert run(["build", "decks/d.yaml", "--output", "there/deep"]) == 0
        assert (home / "there/deep/cards-index-a4.pdf").read_bytes().startswith(b"%PDF-")
        assert run(["build", "decks/d.yaml", "--output", "decks/d.yaml"]) == 2
        (home / "full/manifest.json").mkdir(parents=True)
        capsys.readouterr()
        assert run(["build", "decks/d.yaml", "--output", "full"]) == 1
        assert (
            "cannot write to full: manifest.json is there already, and casedeck did not make it"
            in capsys.readouterr().err
        )

    def test_check_writes_nothing(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Check finds what build finds, and writes nothing at all."""
        before = contents(home)
        assert run(["check", "decks/d.yaml"]) == 0
        assert "No problems found." in capsys.readouterr().out
        assert contents(home) == before


@pytest.mark.parametrize("arguments", [[], *[[command] for command in COMMANDS]])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help(arguments: list[str], option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself with an example, in lines that fit a terminal."""
    assert run([*arguments, option]) == 0
    out = capsys.readouterr().out
    assert re.search(rf"Example:\n +casedeck {' '.join(arguments)}", out)
    assert max(map(len, out.splitlines())) <= 100
    assert not AMERICAN.search(out)


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "–json"],
        ["list", "—json"],
        ["list", "–-json"],
        ["li\u200bst", "--json"],
        ["list", "--js\u00adon"],
        ["list", "--json", "–-sector", "retail"],
        ["list", "--json", "--text", "prison\u200b"],
        ["show", "tim\u200cpson"],
        ["show", "\u2060timpson\ufeff"],
        ["build", "–h"],
    ],
)
def test_arguments_are_read_as_meant(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A dash that a word processor made long begins an option, and signs that nobody sees make no other
    word.
    """
    assert run(arguments) == 0
    said = capsys.readouterr().out
    plain = {"–json": "--json", "—json": "--json", "–-json": "--json", "–-sector": "--sector", "–h": "-h"}
    assert run([plain.get(each, typed(each)) for each in arguments]) == 0
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("word", ["– json", "–", "2018–19", "–5"])
def test_other_dashes_stay(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Twin: a dash that begins no option is the text that it is in."""
    assert run(["list", "--json", "--text", f"x{word}"]) == 0
    assert run(["show", word]) != 0
    assert f'unknown case study "{word}"' in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_a_file_that_is_called_so_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file has just this name, it is that file."""
    Path("–deck.yaml").write_bytes(Path("decks/d.yaml").read_bytes())
    assert run(["check", "–deck.yaml"]) == 0, capsys.readouterr().err
    assert run(["check", "–deek.yaml"]) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    """Every option says what it does, in a sentence."""
    options = [each for each in cli.commands[command].params if isinstance(each, click.Option)]
    assert all(
        (each.help or "").rstrip("]").endswith((".", ">")) or "[default" in (each.help or "")
        for each in options
    )


def interrupted() -> None:
    """What pressing Ctrl-C does."""
    raise KeyboardInterrupt


def test_examples_work(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of every command can be typed as it stands."""
    for name in ("starter", "health-team"):
        (home / f"decks/{name}.yaml").write_bytes((ROOT / f"decks/{name}.yaml").read_bytes())
    (home / "our-collection.xlsx").write_bytes(xlsx_bytes(grid(CHOIR)))
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 20))
    monkeypatch.setattr(watch, "pause", interrupted)
    for command in cli.commands.values():
        (example,) = re.findall(r"Example:\n +casedeck (.+)", command.help or "")
        assert run(example.split(" > ")[0].split()) == 0, example


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version says the version."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"casedeck {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], *[[command, "--help"] for command in COMMANDS], ["--version"]]
)
def test_help_is_quick(arguments: list[str], tmp_path: Path) -> None:
    """Help imports nothing of what drawing needs, so that it appears at once."""
    code = f"""
import sys
from casedeck.cli import run
run({arguments!r})
slow = ("reportlab", "yaml", "PIL", "segno", "fontpkg_lato", "json", "pyphen", "openpyxl")
print([name for name in slow if name in sys.modules], file=sys.stderr)
"""
    assert python(code, cwd=tmp_path).err == "[]\n"


UNUSED = {
    "notation.meant",
    "notation.written.clock",
    "notation.written.days",
    "library.activity",
    "choose.score_table",
    "session.planner",
    "compose.sheets",
    "compose.front_matter",
    "worksheets",
    "rules.case_studies",
    "tables",
    "exchange",
}
"""Rooms and modules that a deck of cards has no need of."""
SLOW = {"PIL.Image", "urllib.request", "difflib", "decimal", "pyphen", "openpyxl", "pypdfium2"}


def imported_by_building(deck: str, folder: Path) -> set[str]:
    """What is imported of UNUSED and SLOW when a deck file that says this is built."""
    workshop(folder, {"decks/d.yaml": deck})
    code = f"""
import sys
from casedeck.cli import run
assert run(["build", "d"]) == 0
looked_for = {SLOW} | {{f"casedeck.{{name}}" for name in {UNUSED}}}
print(*sorted(looked_for & sys.modules.keys()), sep=" ", file=sys.stderr)
"""
    return set(python(code, cwd=folder).err.splitlines()[-1].split())


def test_a_deck_of_cards_waits_for_nothing_else(tmp_path: Path) -> None:
    """A build of cards imports nothing that only sessions, sheets, spreadsheets and advice need."""
    assert imported_by_building(DECK, tmp_path) == set()


def test_what_else_is_imported_is_seen(tmp_path: Path) -> None:
    """A deck with everything for a session does import what it needs."""
    found = imported_by_building((ROOT / "decks/away-day.yaml").read_text("utf-8"), tmp_path)
    assert found >= {"casedeck.session.planner", "casedeck.worksheets", "casedeck.notation.written.clock"}


def test_both_ways_to_start(home: Path) -> None:
    """The command and `python -m casedeck` are the same."""
    assert installed("list", cwd=home) == casedeck("list", cwd=home)
    assert installed("build", "nowhere", cwd=home).code == casedeck("build", "nowhere", cwd=home).code == 1


def test_messages_are_uk_english() -> None:
    """Nothing that casedeck can say is spelt in the American way."""
    import ast

    said = [
        node.value
        for path in (ROOT / "src").rglob("*.py")
        if path.name != "synonyms.py"  # what others write is read, not said
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and " " in node.value
        and "/Device" not in node.value
    ]
    assert len(said) > 300
    assert [text for text in said if AMERICAN.search(text)] == []
    assert AMERICAN.search("choose a color")


def test_pictures_are_called_after_what_they_show(tmp_path: Path) -> None:
    """Each picture has the name of its file, its number, and the card that is on it."""
    assert run(["build", "cool-spots", "--pictures", "--output", str(tmp_path / "out")]) == 0
    names = sorted(path.name for path in (tmp_path / "out").glob("cards-*.png"))
    assert names
    assert all(re.fullmatch(r"cards-index-a4-\d{3}-[a-z0-9-]+\.png", name) for name in names)


def test_missing_pictures_name_the_command_that_works_here() -> None:
    """Where the package for pictures is missing, the line to type is for the Python that casedeck runs in, or
    for pipx.
    """
    assert install_line(sys.prefix, "pypdfium2").endswith(" -m pip install pypdfium2")
    assert sys.executable in install_line(sys.prefix, "pypdfium2")
    assert install_line("/home/ada/.local/share/pipx/venvs/casedeck", "x") == "pipx inject casedeck x"
