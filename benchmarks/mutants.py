"""Which limits could go without any test noticing? Run mutants.py [PATH...] [--list] to see.

A limit is a comparison with a number or with a name in capitals, in the modules that read and write files.
Each is broken once, in a copy of the repository, so that it never stops anything; then the tests of its
module are run. Those that all pass have let it survive. Prints each limit with what became of it, and ends
with 1 where any survived. Takes some seconds for each limit.
"""

from __future__ import annotations

import ast
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCES = Path("src", "casedeck")
GUARDED = ("load", "rules", "folder.py", "write.py")
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", "__pycache__", "output", "dist"
)
GENERAL = ("tests/test_hostile.py",)
"""Tests that try the limits of many modules."""
MOST_BYTES = 4_000_000_000
MOST_SECONDS = 300
"""Of processor time, after which tests of a limit that is broken count as having noticed."""
_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


class Limit(NamedTuple):
    """A comparison in a file of the repository."""

    path: Path
    line: int
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def modules(named: list[str]) -> Iterator[Path]:
    """The modules to try: those named, or all that guard something."""
    for each in named or [str(SOURCES / name) for name in GUARDED]:
        yield from (path.relative_to(ROOT) for path in sorted((ROOT / each).rglob("*.py")) or [ROOT / each])


def limits(path: Path) -> Iterator[Limit]:
    """The comparisons of a module that may be limits, one for each place."""
    source = (ROOT / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Compare)
            and all(isinstance(each, _ORDERED) for each in node.ops)
            and _limited(node)
        ):
            assert node.end_lineno is not None
            assert node.end_col_offset is not None
            start, end = (
                starts[node.lineno - 1] + node.col_offset,
                starts[node.end_lineno - 1] + node.end_col_offset,
            )
            yield Limit(path, node.lineno, start, end, ast.unparse(node))


def _limited(node: ast.Compare) -> bool:
    """Whether something is compared with a name in capitals, a field that is a limit, or a number beyond
    nothing and one.
    """
    for each in ast.walk(node):
        name = each.id if isinstance(each, ast.Name) else each.attr if isinstance(each, ast.Attribute) else ""
        if name.strip("_").isupper() or name in (
            "limit",
            "low",
            "high",
            "low_mm",
            "high_mm",
            "most",
            "least",
        ):
            return True
        if isinstance(each, ast.Constant) and isinstance(each.value, int | float) and abs(each.value) > 1:
            return True
    return False


def broken(limit: Limit) -> Iterator[bytes]:
    """The module with the comparison replaced so that it stops nothing: by false, by true where it says what
    may pass, by both in doubt.
    """
    source = (ROOT / limit.path).read_bytes()
    ways = (
        [b"(True)"]
        if limit.text.count("<") > 1
        else [b"(False)", b"(True)"]
        if "<" in limit.text
        else [b"(False)"]
    )
    yield from (source[: limit.start] + way + source[limit.end :] for way in ways)


def tests_of(path: Path) -> list[str]:
    """The tests of the module's folder that name it, and those of the same name anywhere; where there are
    none, the folder's.
    """
    dotted = ".".join(path.relative_to("src").with_suffix("").parts)
    package, _, module = dotted.rpartition(".")
    folder = Path("tests", path.relative_to(SOURCES)).parent
    names = (f"test_{path.stem}", f"test_{path.parent.name}")
    found = [
        test.as_posix()
        for test in sorted(each.relative_to(ROOT) for each in (ROOT / "tests").rglob("test_*.py"))
        if test.stem in names
        or (
            test.parent == folder
            and (
                dotted in (text := (ROOT / test).read_text("utf-8"))
                or f"from {package} import {module}" in text
            )
        )
    ]
    return found or [folder.as_posix()]


def pass_all(tests: Sequence[str], copy: Path) -> bool:
    """Whether all of the tests pass in the copy, in a bounded time."""
    command = [
        sys.executable,
        "-P",
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:xdist",
        "-p",
        "no:cacheprovider",
        *tests,
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(copy / "src"), str(copy))),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return (
        subprocess.run(
            command, cwd=copy, env=environment, check=False, capture_output=True, preexec_fn=_bounded
        ).returncode
        == 0
    )


def survives(limit: Limit, copy: Path) -> bool:
    """Whether all tests pass where the limit is broken, in any way."""
    try:
        for source in broken(limit):
            (copy / limit.path).write_bytes(source)
            if pass_all(tests_of(limit.path), copy) and pass_all(GENERAL, copy):
                return True
    finally:
        shutil.copyfile(ROOT / limit.path, copy / limit.path)
    return False


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def main(arguments: list[str]) -> int:
    """Print every limit, and what became of it."""
    named = [each for each in arguments if not each.startswith("-")]
    found = [limit for path in modules(named) for limit in limits(path)]
    if "--list" in arguments:
        print(*found, sep="\n")
        return 0
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "casedeck"
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        for path in dict.fromkeys(limit.path for limit in found):
            if not pass_all(tests_of(path), copy):
                print(f"the tests of {path} fail without a change")
        for limit in found:
            survivors += (survived := survives(limit, copy))
            print(f"{'SURVIVED' if survived else 'noticed '} {limit}", flush=True)
    print(f"{survivors} of {len(found)} limits could go unnoticed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
