"""The habits of the code, kept by tests, each with a twin that feeds it a violation."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import habits
from tests.support.decks import ROOT

PROJECT = habits.files_of_the_project(ROOT)
PYTHON = [path for path in PROJECT if path.suffix == ".py"]
SOURCES = [path for path in PYTHON if path.is_relative_to(ROOT / "src")]
TESTS = [path for path in PYTHON if path.is_relative_to(ROOT / "tests")]
IMPORTED = {"fontpkg-lato": "fontpkg_lato", "pillow": "PIL", "pyyaml": "yaml"}
"""Packages whose modules have other names."""
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


def broken_contracts(tmp_path: Path, added: Mapping[str, str]) -> set[str]:
    """The names of the contracts that are broken in a copy of the sources with lines added to modules, or to
    new ones.
    """
    copy = tmp_path / "src" / "casedeck"
    shutil.copytree(ROOT / "src" / "casedeck", copy, ignore=shutil.ignore_patterns("__pycache__"))
    for module, line in added.items():
        with (copy / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    code, said = run(
        "lint-imports", "--no-cache", "--config", SETTINGS, cwd=tmp_path, PYTHONPATH=str(copy.parent)
    )
    assert code == 1, said
    return {line.removesuffix(" BROKEN") for line in said.splitlines() if line.endswith(" BROKEN")}


def test_import_contracts_see_a_violation(tmp_path: Path) -> None:
    """A library in a module without a contract of its own, an import upwards and a circle inside a package
    break every contract.
    """
    contracts = tomllib.loads(Path(SETTINGS).read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    libraries = [
        name for each in contracts if each["type"] == "protected" for name in each["protected_modules"]
    ]
    added = {
        "wording.py": "\n".join(f"import {name}" for name in libraries),
        "model/text.py": "import casedeck.notation.yaml",
        "typeset/fonts.py": "import casedeck.typeset.words",
    }
    assert broken_contracts(tmp_path, added) == {each["name"] for each in contracts}


def test_a_module_without_a_room_is_seen(tmp_path: Path) -> None:
    """A new module or package at the top, of which no layer knows, breaks the contract of the layers."""
    assert broken_contracts(tmp_path, {"lantern.py": "import casedeck.errors"}) == {"One direction"}


def test_every_dependency_is_kept_in_its_place() -> None:
    """Each package that casedeck needs has a contract that says who may import it."""
    settings = tomllib.loads(Path(SETTINGS).read_text("utf-8"))
    project, contracts = settings["project"], settings["tool"]["importlinter"]["contracts"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["preview"]]
    kept = {name for each in contracts for name in each.get("protected_modules", ())}
    assert {IMPORTED.get(name, name) for name in (re.split(r"[<>=]", each)[0] for each in needed)} == kept


def test_modules_are_short() -> None:
    """No Python file has more than 319 lines, and no file of tests more than 490."""
    assert list(habits.long_modules(path for path in PYTHON if path not in TESTS)) == []
    assert list(habits.long_modules(TESTS, habits.LONGEST_TESTS)) == []


def test_long_modules_are_seen(tmp_path: Path) -> None:
    """319 lines pass, 320 do not."""
    assert list(habits.long_modules(written(tmp_path, "x = 1\n" * 319))) == []
    assert list(habits.long_modules(written(tmp_path, "x = 1\n" * 320))) == ["example.py has 320 lines"]


def test_functions_are_short() -> None:
    """No function has more than 39 lines, and none of tests, which hold data, more than 45."""
    assert list(habits.long_functions(path for path in PYTHON if path not in TESTS)) == []
    assert list(habits.long_functions(TESTS, habits.LONGEST_TEST)) == []


def test_long_functions_are_seen(tmp_path: Path) -> None:
    """39 lines pass, 40 do not; methods count, and decorators do not."""
    body = "    x = 1\n"
    assert list(habits.long_functions(written(tmp_path, "def f():\n" + body * 38))) == []
    found = ["example.py: f has 40 lines"]
    assert list(habits.long_functions(written(tmp_path, "def f():\n" + body * 39))) == found
    method = "class C:\n    @property\n    def f(self):\n" + f"    {body}" * 39
    assert list(habits.long_functions(written(tmp_path, method))) == found


def layers() -> list[str]:
    """The layers of the package, as its contract has them."""
    contracts = tomllib.loads(Path(SETTINGS).read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    found: list[str] = contracts[0]["layers"]
    return found


def test_a_name_means_one_class() -> None:
    """No two classes of one layer have the same name."""
    assert list(habits.homonyms(SOURCES, layers())) == []


def test_homonyms_are_seen(tmp_path: Path) -> None:
    """Two of one layer are found, in one room or in two, and two of different layers are not."""
    paths = []
    for name in ("draw/fold.py", "rules/crease.py", "model/bend.py"):
        (tmp_path / "casedeck" / name).parent.mkdir(parents=True)
        paths += written(tmp_path / "casedeck", '"""Example."""\n\n\nclass Fold:\n    """A fold."""\n', name)
    assert list(habits.homonyms(paths, layers())) == ["Fold in fold.py and crease.py"]


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
    text = (
        "import os, time\nfrom time import sleep\nimport datetime\nrun(x, timeout=6)\nrun(x, "
        "timeout=TIMEOUT)\n"
    )
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
    """Each folder of the sources that holds code has a folder of tests, so that a reader knows where to
    look.
    """
    assert habits.untested_folders(SOURCES, TESTS, ROOT) == set()


def test_folders_without_tests_are_seen() -> None:
    """A folder inside another is seen as well, and a loose module of the ground needs a file of tests."""
    lanterns = [ROOT / "src/casedeck/compose/lanterns/paper.py", ROOT / "src/casedeck/lantern.py"]
    assert habits.untested_folders([*SOURCES, *lanterns], TESTS, ROOT) == {"compose/lanterns", "lantern"}
