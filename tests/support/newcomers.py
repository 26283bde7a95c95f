"""A copy of the package to which a file and a line of a table are added, as somebody would who extends it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree, ignore_patterns

from tests.support.decks import ROOT


class Copy:
    """The package in a folder of its own, with the assets and decks that ship."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "checkout"
        self.package = self.home / "src" / "casedeck"
        copytree(ROOT / "src" / "casedeck", self.package, ignore=ignore_patterns("__pycache__"))
        for name in ("assets", "decks"):
            copytree(ROOT / name, self.home / name)
        self.folder = folder / "mine"
        self.folder.mkdir()

    def add(self, name: str, text: str) -> None:
        """A new module."""
        path = self.package / name
        assert not path.exists()
        path.write_text(text, encoding="utf-8")

    def enter(self, name: str, table: str, line: str) -> None:
        """One line more in a table of a module, and the import that it needs before the module's others."""
        path = self.package / name
        imported, entry = line.split("; ")
        text = path.read_text("utf-8")
        first = text.index("\nfrom casedeck") + 1
        text = f"{text[:first]}{imported}\n{text[first:]}"
        at = text.index("{\n", text.index(f"\n{table}: ")) + 2
        path.write_text(f"{text[:at]}    {entry},\n{text[at:]}", encoding="utf-8")

    def change(self, name: str, right: str, changed: str) -> None:
        """A file of the checkout in which something stands once, changed."""
        path = self.home / name
        text = path.read_text("utf-8")
        assert text.count(right) == 1, f"{name}: {right}"
        path.write_text(text.replace(right, changed), encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """A file in the facilitator's folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, arguments: Iterable[str]) -> tuple[int, str]:
        """The exit code of a command that is run in the facilitator's folder, and all that it says."""
        return self.python(["-m", "casedeck", *arguments])

    def python(self, arguments: Iterable[str]) -> tuple[int, str]:
        """The same of Python with the copy of the package."""
        environment = {**os.environ, "PYTHONPATH": str(self.package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-P", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, check=False, capture_output=True, encoding="utf-8"
        )
        return done.returncode, done.stdout + done.stderr
