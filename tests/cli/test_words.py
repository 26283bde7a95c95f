"""What the command line says of itself, for people who have never used one."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from casedeck.cli import cli, run
from casedeck.cli.words import command, quoted

Capture = pytest.CaptureFixture[str]
JARGON = re.compile(
    r"\b(args?|argument|parameter|stdin|stdout|stderr|exit code|parse[rd]?|regex|string|boolean|integer|"
    r"directory|flag|utf-8|yaml file|cli|overwritten by default|metadata|null|environment variable|pipe|"
    r"shell|repository|invalid|valid|syntax)\b",
    re.IGNORECASE,
)
GROUPS = {name: each for name, each in cli.commands.items() if isinstance(each, click.Group)}
ALL = {
    **{name: each for name, each in cli.commands.items() if name not in GROUPS},
    **{f"{name} {kind}": each for name, group in GROUPS.items() for kind, each in group.commands.items()},
}


def helped(name: str) -> str:
    """The help of a command, as it is printed."""
    asked = ALL[name]
    return asked.get_help(
        click.Context(asked, info_name=f"casedeck {name}", **{**cli.context_settings, "terminal_width": 100})
    )


def no_programmer(text: str) -> list[str]:
    """Words of programmers in a text."""
    return [found[0].lower() for found in JARGON.finditer(text)]


@pytest.mark.parametrize("name", ALL)
def test_each_help_has_an_example_and_no_jargon(name: str) -> None:
    """Every command shows a line to type, says what each option is for, and uses no word of programmers."""
    text = helped(name)
    assert re.search(rf"Example:\n +casedeck {name}\b", text)
    assert no_programmer(text) == []
    assert all(
        param.help for param in ALL[name].params if isinstance(param, click.Option) and param.name != "help"
    )


def test_jargon_would_be_found() -> None:
    """The check of words is awake."""
    assert no_programmer("Parse the ARGS and set the exit code; Directory") == [
        "parse",
        "args",
        "exit code",
        "directory",
    ]


def test_the_list_of_commands_is_whole(capsys: Capture) -> None:
    """Each command is listed once, with all of its first sentence."""
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert "..." not in said
    for name in cli.commands:
        assert len(re.findall(rf"^  {name}\b", said, re.MULTILINE)) == 1


@pytest.mark.parametrize("arguments", [["--help"], ["help"]])
def test_help_can_be_asked_for_in_either_way(arguments: list[str], capsys: Capture) -> None:
    """People type help before they know about dashes."""
    assert run(arguments) == 0
    assert "To begin:" in capsys.readouterr().out


def test_its_name_alone_is_greeted(capsys: Capture) -> None:
    """Who types nothing else learns how to begin."""
    assert run([]) == 0
    assert "casedeck start" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("biuld", 'there is no command "biuld"; did you mean "build"?'),
        ("wobble", 'there is no command "wobble"; casedeck --help lists them all'),
        (
            "decks/ours.yaml",
            (
                '"decks/ours.yaml" is no command; to print a deck, write build before it: casedeck build '
                "decks/ours.yaml"
            ),
        ),
        ("new case", 'there is no command "case"; use one of: case-study, links'),
        ("build", "say which deck you mean, by its name or its file\nFor example:\n  casedeck build starter"),
        ("build starter --poeple 10", 'there is no option --poeple here; did you mean "--people"?'),
        ("build starter --people", "something is missing behind --people; write it like --people NUMBER"),
        ("build starter --people many", '--people: "many" is not a whole number'),
        ("suggest --cover", "something is missing behind --cover; write it like --cover benefits"),
        (
            "suggest --cover helth",
            '--cover: "helth" is not known here; use one of: benefits, enablers, opportunities',
        ),
        (
            "--people 3",
            "--people stands behind a command that it goes with: build, preview, watch, check and plan",
        ),
        ("list housing", '"housing" has no place here; say what kind of word it is, such as --text housing'),
        (
            "plan our deck.yaml",
            (
                '"deck.yaml" has no place here; a name with a space stands in quotation marks, such as "my '
                'deck.yaml"'
            ),
        ),
        ("plan my plan.yaml", 'a name with a space stands in quotation marks: "my plan.yaml"'),
        ("init notes.txt", '"notes.txt" is a file; a folder is needed'),
        ("suggest --scores nowhere.csv", '--scores: there is no file "nowhere.csv"'),
    ],
)
def test_a_wrong_line_is_said_with_its_way_out(
    typed: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Whatever is typed wrong, the message is ours, and says what to type."""
    monkeypatch.chdir(tmp_path)
    for name in ("my plan.yaml", "notes.txt"):
        (tmp_path / name).write_text("-")
    assert run(typed.split()) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert "Usage:" not in captured.err
    assert "--help" in captured.err


def test_commands_are_named_as_they_work_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where casedeck is not among the programs that every folder knows, a message names the way to it, from
    any folder.
    """
    program = tmp_path / ".venv/bin/casedeck"
    program.parent.mkdir(parents=True)
    program.write_text("")
    program.chmod(0o755)
    (tmp_path / "ours").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [str(program)])
    monkeypatch.setenv("PATH", "")
    assert Path(command()) == Path(".venv/bin/casedeck")
    assert Path(command(Path("ours"))) == Path("../.venv/bin/casedeck")
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("PATHEXT", "")
    assert command() == "casedeck"
    monkeypatch.setattr("sys.argv", ["pytest"])
    assert command() == "casedeck"


def test_names_with_spaces_are_quoted() -> None:
    """What is to be typed is one word for the terminal."""
    assert [quoted(name) for name in ("decks/ours.yaml", "our decks/day one.yaml")] == [
        "decks/ours.yaml",
        '"our decks/day one.yaml"',
    ]
