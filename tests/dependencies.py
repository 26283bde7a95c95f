"""The versions at the ends of the ranges in pyproject.toml.

`python -m tests.dependencies lowest` or `highest` prints them as constraints for pip. With `--check` it says
instead which of this Python's packages have another version, and ends with 1 if any has.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
ENDS: dict[str, Callable[[Iterable[Version]], Version]] = {"lowest": min, "highest": max}
_LISTED = "Available versions:"


def requirements(project: str) -> Iterator[Requirement]:
    """What a pyproject.toml asks for to run, to test and to build the project, without the project itself."""
    settings = tomllib.loads(project)
    own = settings["project"]
    extras = [line for lines in own.get("optional-dependencies", {}).values() for line in lines]
    for line in (*own["dependencies"], *extras):
        requirement = Requirement(line)
        if requirement.name != own["name"]:
            yield requirement


def published(name: str) -> list[str]:
    """Every version of a package that pip can install here."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "index", "versions", name]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    (line,) = [line for line in said.splitlines() if line.startswith(_LISTED)]
    return line.removeprefix(_LISTED).replace(",", " ").split()


def end(requirement: Requirement, versions: Iterable[str], which: str) -> str:
    """The lowest or highest of these versions that the requirement allows. Raises ValueError where there is
    none.
    """
    return str(ENDS[which](Version(each) for each in requirement.specifier.filter(versions)))


def main(which: str, check: str = "") -> int:
    """Print the constraints, or what is installed that is not in them."""
    wrong = 0
    for requirement in requirements(PROJECT.read_text("utf-8")):
        wanted = end(requirement, published(requirement.name), which)
        found = version(requirement.name) if check else ""
        if not check:
            print(f"{requirement.name}=={wanted}")
        elif Version(found) != Version(wanted):
            print(
                f"{requirement.name} {found} is installed; the {which} version that pyproject.toml "
                f"allows is {wanted}"
            )
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
