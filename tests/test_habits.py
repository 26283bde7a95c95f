"""The habits of the code, kept by tests, each with a twin that feeds it a violation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import habits
from tests.support.decks import ROOT

PROJECT = habits.files_of_the_project(ROOT)
PYTHON = [path for path in PROJECT if path.suffix == ".py"]
SOURCES = [path for path in PYTHON if path.is_relative_to(ROOT / "src")]
TESTS = [path for path in PYTHON if path.is_relative_to(ROOT / "tests")]
SETTINGS = str(ROOT / "pyproject.toml")


def run(*command: str, cwd: Path = ROOT, **environment: str) -> tuple[int, str]:
    """The exit code of a tool of this Python's environment, and what it said."""
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run(
        [str(tool), *command[1:]],
        cwd=cwd,
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def written(folder: Path, text: str, name: str = "example.py") -> list[Path]:
    """A file in a folder, as the list of paths that the habits take."""
    path = folder / name
    path.write_text(text, "utf-8")
    return [path]


def test_lint() -> None:
    """Ruff has nothing to say about any Python file of the project."""
    code, said = run("ruff", "check", "--no-cache", *map(str, PYTHON))
    assert code == 0, said


def test_lint_sees_a_violation(tmp_path: Path) -> None:
    """An import that is not used is found under the project's settings."""
    (path,) = written(tmp_path, '"""Example."""\n\nimport os\n')
    code, said = run("ruff", "check", "--no-cache", "--config", SETTINGS, str(path))
    assert code == 1
    assert "F401" in said


def test_format() -> None:
    """Every Python file of the project is formatted."""
    code, said = run("ruff", "format", "--check", "--no-cache", *map(str, PYTHON))
    assert code == 0, said


def test_format_sees_a_violation(tmp_path: Path) -> None:
    """Single quotes and crowded operators are found."""
    (path,) = written(tmp_path, "x='a'+'b'\n")
    assert run("ruff", "format", "--check", "--no-cache", "--config", SETTINGS, str(path))[0] == 1


def test_types() -> None:
    """Mypy in its strict mode finds nothing in sources and tests."""
    code, said = run("mypy", cwd=ROOT)
    assert code == 0, said


def test_types_see_a_violation(tmp_path: Path) -> None:
    """A function without types is found under the project's settings."""
    (path,) = written(tmp_path, '"""Example."""\n\n\ndef double(x):\n    """Twice."""\n    return x * 2\n')
    code, said = run("mypy", "--config-file", SETTINGS, "--cache-dir", str(tmp_path / "cache"), str(path))
    assert code == 1
    assert "no-untyped-def" in said


def test_imports_go_one_way() -> None:
    """Every import contract is kept."""
    code, said = run("lint-imports", "--no-cache")
    assert code == 0, said


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/text.py", "import casedeck.notation.yaml", "One direction"),
        ("compose/flow.py", "import reportlab.pdfgen", "reportlab only"),
        ("rules/room.py", "import yaml", "yaml only"),
        ("build.py", "import click", "click only"),
        ("typeset/fitting.py", "import PIL.Image", "Pillow only"),
        ("rules/likeness.py", "import pyphen", "pyphen only"),
        ("importing.py", "import openpyxl", "openpyxl only"),
    ],
)
def test_import_contracts_see_a_violation(tmp_path: Path, module: str, line: str, contract: str) -> None:
    """In a copy of the sources with one import too many, the contract that forbids it is broken."""
    copy = tmp_path / "src" / "casedeck"
    shutil.copytree(ROOT / "src" / "casedeck", copy, ignore=shutil.ignore_patterns("__pycache__"))
    path = copy / module
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    code, said = run(
        "lint-imports", "--no-cache", "--config", SETTINGS, cwd=tmp_path, PYTHONPATH=str(copy.parent)
    )
    assert code == 1, said
    broken = [each for each in said.splitlines() if each.endswith("BROKEN")]
    assert any(each.startswith(contract) for each in broken), said


def test_modules_are_short() -> None:
    """No Python file has more than 350 lines."""
    assert list(habits.long_modules(PYTHON)) == []


def test_long_modules_are_seen(tmp_path: Path) -> None:
    """350 lines pass, 351 do not."""
    assert list(habits.long_modules(written(tmp_path, "x = 1\n" * 350))) == []
    assert list(habits.long_modules(written(tmp_path, "x = 1\n" * 351))) == ["example.py has 351 lines"]


def test_functions_are_short() -> None:
    """No function has more than 50 lines."""
    assert list(habits.long_functions(PYTHON)) == []


def test_long_functions_are_seen(tmp_path: Path) -> None:
    """50 lines pass, 51 do not; methods and decorators count."""
    body = "    x = 1\n"
    assert list(habits.long_functions(written(tmp_path, "def f():\n" + body * 49))) == []
    assert list(habits.long_functions(written(tmp_path, "def f():\n" + body * 50))) == [
        "example.py: f has 51 lines"
    ]
    method = "class C:\n    @property\n    def f(self):\n" + f"    {body}" * 49
    assert list(habits.long_functions(written(tmp_path, method))) == ["example.py: f has 51 lines"]


def test_nothing_is_noted_for_later() -> None:
    """What is to be done is done, or is not in the repository."""
    assert list(habits.notes_for_later(PROJECT)) == []


def test_notes_for_later_are_seen(tmp_path: Path) -> None:
    """They are found by file and line, in text of any kind, but not inside other words."""
    assert list(habits.notes_for_later(written(tmp_path, "fine\n# TO" + "DO: later\n", "a.yaml"))) == [
        "a.yaml:2"
    ]
    assert list(habits.notes_for_later(written(tmp_path, "# FIX" + "ME\n"))) == ["example.py:1"]
    assert list(habits.notes_for_later(written(tmp_path, "METO" + "DOS\n"))) == []


def test_no_fonts_and_no_pdfs_are_kept() -> None:
    """Fonts come from a package, PDFs are built."""
    assert habits.unwanted_files(PROJECT) == []


def test_fonts_and_pdfs_are_seen(tmp_path: Path) -> None:
    """By their ending, and by how they begin when the ending hides it."""
    assert habits.unwanted_files(written(tmp_path, "", "a.TTF")) == ["a.TTF"]
    assert habits.unwanted_files(written(tmp_path, "%PDF-1.7", "card.bin")) == ["card.bin"]
    assert habits.unwanted_files(written(tmp_path, "plain", "a.txt")) == []


def test_every_test_states_its_promise() -> None:
    """Each test function has a docstring of one sentence."""
    assert list(habits.tests_without_a_promise(TESTS)) == []


@pytest.mark.parametrize(
    "docstring", ["", '"""Not a sentence"""', '"""One. Two."""', '"""One.\n\n    Two.\n    """']
)
def test_tests_without_a_promise_are_seen(tmp_path: Path, docstring: str) -> None:
    """A docstring that is missing, has no full stop or holds two sentences is found."""
    paths = written(tmp_path, f"def test_it():\n    {docstring}\n    assert True\n")
    assert list(habits.tests_without_a_promise(paths)) == ["example.py: test_it"]


def test_no_test_depends_on_a_clock() -> None:
    """No test passes or fails by how fast the machine is; how long a process that hangs is waited for is said
    in one place.
    """
    assert list(habits.clocks(TESTS)) == []


def test_clocks_are_seen(tmp_path: Path) -> None:
    """An import of a clock is found in either form, and so is a number of seconds."""
    text = "import os, time\nfrom time import sleep\nimport datetime\nrun(x, timeout=6)\nrun(x, timeout=TIMEOUT)\n"
    found = [
        "example.py:1 imports a clock",
        "example.py:2 imports a clock",
        "example.py:4 has a timeout of its own",
    ]
    assert sorted(habits.clocks(written(tmp_path, text))) == found


def test_everything_public_is_documented() -> None:
    """Each public module, class, function and method of the sources has a docstring."""
    assert list(habits.undocumented(SOURCES)) == []


def test_what_is_not_documented_is_seen(tmp_path: Path) -> None:
    """A module, a function and a method are found; private ones and what is inside functions need none."""
    text = """class C:
    '''A class.'''
    def f(self): ...
    def _g(self): ...
def h():
    def inner(): ...
class _P:
    def f(self): ...
"""
    assert list(habits.undocumented(written(tmp_path, text))) == [
        "example.py: the module",
        "example.py: C.f",
        "example.py: h",
    ]


def test_tests_mirror_the_sources() -> None:
    """Each folder of the sources that holds code has a folder or a file of tests, so that a reader knows
    where to look.
    """
    folders = {path.parent.name for path in SOURCES if path.parent.parent == ROOT / "src" / "casedeck"}
    tested = {path.parent.name for path in TESTS if path.parent.parent == ROOT / "tests"}
    tested |= {path.stem.removeprefix("test_") for path in TESTS if path.parent == ROOT / "tests"}
    assert folders - tested == set()
