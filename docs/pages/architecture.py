"""The parts of ARCHITECTURE.md that follow from the code: its folders, its layers and its libraries.

Each stands between two lines that name it.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import Any

from pages.tables import between

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "casedeck"
_WIDE = 28


def folders(package: Path = PACKAGE) -> str:
    """What stands in the package, each with the sentence that its docstring begins with."""
    lines = ["src/casedeck/"]
    for path in sorted(package.iterdir(), key=lambda path: (path.is_dir(), path.name)):
        if path.suffix == ".py" and not path.name.startswith("__"):
            lines += _entry(path, 1)
        elif (path / "__init__.py").exists():
            lines += _entry(path, 1)
            inner = [each for each in sorted(path.iterdir()) if (each / "__init__.py").exists()]
            lines += [line for each in inner for line in _entry(each, 2)]
    return _block(lines)


def layers(project: Mapping[str, Any]) -> str:
    """The layers of the package, each above those that it may import."""
    (contract,) = (each for each in _contracts(project) if each["type"] == "layers")
    return _block(line.replace(" | ", ", ") for line in contract["layers"])


def libraries(project: Mapping[str, Any]) -> str:
    """Which libraries are imported where, as a table."""
    kept = [each for each in _contracts(project) if each["type"] == "protected"]
    rows = [
        f"| `{name}` | {', '.join(f'`{_file(place)}`' for place in each['allowed_importers'])} |"
        for each in kept
        for name in each["protected_modules"]
    ]
    return "\n".join(["| Library | Imported in |", "|---|---|", *rows])


def project() -> dict[str, Any]:
    """The settings of the project."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


PARTS: Mapping[str, Callable[[], str]] = {
    "folders": folders,
    "layers": lambda: layers(project()),
    "libraries": lambda: libraries(project()),
}


def filled(text: str) -> str:
    """The page with its made parts as they are now."""
    for name, made in PARTS.items():
        text = between(text, name, f"{made()}\n")
    return text


def _contracts(project: Mapping[str, Any]) -> list[dict[str, Any]]:
    contracts: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return contracts


def _file(module: str) -> str:
    """A module as a path inside the package."""
    path = module.removeprefix("casedeck.").replace(".", "/")
    return f"{path}/" if (PACKAGE / path).is_dir() else f"{path}.py"


def _entry(path: Path, depth: int) -> Iterator[str]:
    """A file or folder with its first sentence, in lines of a tree."""
    source = path / "__init__.py" if path.is_dir() else path
    said = ast.get_docstring(ast.parse(source.read_text("utf-8"))) or ""
    sentence = " ".join(said.split("\n\n")[0].split())
    name = f"{'  ' * depth}{path.name}{'/' if path.is_dir() else ''}"
    first, *others = wrap(sentence, 100 - _WIDE)
    yield f"{name:<{_WIDE}}{first}"
    yield from (f"{'':<{_WIDE}}{line}" for line in others)


def _block(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(["```text", *lines, "```"])
