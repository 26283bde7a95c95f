"""The project's habits, as functions that say where they are not kept."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

LONGEST_MODULE = 319
LONGEST_TESTS = 490
LONGEST_FUNCTION = 39
LONGEST_TEST = 45
NOTES = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")
"""Notes to do later (put together here so that this file holds none)."""
UNWANTED = (".ttf", ".otf", ".woff", ".woff2", ".pdf")

_Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def files_of_the_project(root: Path) -> list[Path]:
    """Every file that git tracks, or would track at the next commit."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.split("\0")
    return [root / name for name in sorted(set(names)) if name and (root / name).is_file()]


def long_modules(paths: Iterable[Path], limit: int = LONGEST_MODULE) -> Iterator[str]:
    """Modules with too many lines."""
    for path in paths:
        lines = len(path.read_text("utf-8").splitlines())
        if lines > limit:
            yield f"{path.name} has {lines} lines"


def long_functions(paths: Iterable[Path], limit: int = LONGEST_FUNCTION) -> Iterator[str]:
    """Functions with too many lines, docstring included; what decorators list is no part of them."""
    for path in paths:
        for node in ast.walk(_tree(path)):
            if isinstance(node, _Function):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > limit:
                    yield f"{path.name}: {node.name} has {lines} lines"


def untested_folders(sources: Iterable[Path], tests: Iterable[Path], root: Path) -> set[str]:
    """Folders of the sources from which no test of their room imports anything, and loose modules without
    tests.
    """
    package = root / "src" / "casedeck"
    texts: dict[str, str] = {}
    for path in tests:
        room = path.relative_to(root / "tests").parts[0].removeprefix("test_").removesuffix(".py")
        texts[room] = texts.get(room, "") + path.read_text("utf-8")
    places = [path.relative_to(package) for path in sources if not path.name.startswith("__")]
    names = {
        (place.with_suffix("") if len(place.parts) == 1 else place.parent).as_posix() for place in places
    }
    return {
        name
        for name in names
        if f"casedeck.{name.replace('/', '.')}" not in texts.get(name.split("/")[0], "")
    }


def homonyms(paths: Iterable[Path], layers: Iterable[str]) -> Iterator[str]:
    """Classes of one layer that share their name; a layer is one or more rooms: "notation | typeset"."""
    floors = {room: layer for layer in layers for room in layer.split(" | ")}
    found: dict[tuple[str, str], str] = {}
    for path in paths:
        parts = path.parts[path.parts.index("casedeck") + 1 :] if "casedeck" in path.parts else ()
        floor = floors.get(parts[0].removesuffix(".py")) if parts else None
        for node in _tree(path).body if floor else ():
            if isinstance(node, ast.ClassDef):
                first = found.setdefault((floor or "", node.name), path.name)
                if first != path.name:
                    yield f"{node.name} in {first} and {path.name}"


def notes_for_later(paths: Iterable[Path]) -> Iterator[str]:
    """Lines with a note to do something later."""
    for path in paths:
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        yield from (f"{path.name}:{number}" for number, line in enumerate(lines, 1) if NOTES.search(line))


def unwanted_files(paths: Iterable[Path]) -> list[str]:
    """Font files and PDFs, by their ending or by how they begin."""
    starts = (b"%PDF-", b"\0\1\0\0", b"OTTO", b"wOFF", b"wOF2")
    return [
        path.name
        for path in paths
        if path.suffix.lower() in UNWANTED or path.read_bytes()[:5].startswith(starts)
    ]


def tests_without_a_promise(paths: Iterable[Path]) -> Iterator[str]:
    """Test functions whose docstring is missing or is not one sentence."""
    for path in paths:
        for node in ast.walk(_tree(path)):
            if (
                isinstance(node, _Function)
                and node.name.startswith("test_")
                and not _one_sentence(ast.get_docstring(node))
            ):
                yield f"{path.name}: {node.name}"


def clocks(paths: Iterable[Path]) -> Iterator[str]:
    """Where Python files read a clock, wait for one, or bound a process by a time of their own."""
    for path in paths:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [each.name for each in node.names] + [getattr(node, "module", "")]
                if "time" in names or "timeit" in names:
                    yield f"{path.name}:{node.lineno} imports a clock"
            elif (
                isinstance(node, ast.keyword)
                and node.arg == "timeout"
                and isinstance(node.value, ast.Constant)
            ):
                yield f"{path.name}:{node.value.lineno} has a timeout of its own"


def undocumented(paths: Iterable[Path]) -> Iterator[str]:
    """Public modules, classes, functions and methods of public classes without a docstring."""
    for path in paths:
        tree = _tree(path)
        if tree.body and not ast.get_docstring(tree):
            yield f"{path.name}: the module"
        yield from (f"{path.name}: {name}" for name in _undocumented(tree))


def _undocumented(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    for each in node.body:
        if isinstance(each, (*_Function, ast.ClassDef)) and not each.name.startswith("_"):
            if not ast.get_docstring(each):
                yield each.name
            if isinstance(each, ast.ClassDef):
                yield from (f"{each.name}.{name}" for name in _undocumented(each))


def _one_sentence(docstring: str | None) -> bool:
    text = " ".join((docstring or "").split())
    return text.endswith((".", "?", "!")) and not re.search(r"[.?!] [A-Z]", text)


def _tree(path: Path) -> ast.Module:
    return _parsed(path.read_text("utf-8"))


@lru_cache(maxsize=1000)
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)
