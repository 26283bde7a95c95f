"""The pages of the documents, the examples in them, and files that exist only in a test."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from types import ModuleType

from PIL import Image

from casedeck.disk.folder import Folder, shipped
from casedeck.errors import Report
from casedeck.library.library import Library

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
NAMES = [str(file.relative_to(ROOT)) for file in PAGES]
TOGETHER = ("docs/activity-file.md", "docs/worksheet-file.md")
"""Pages whose examples need one another."""

_EXAMPLE = re.compile(r"^```yaml\n# ((?:decks|assets)/\S+\.yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    """The text of a page."""
    return (ROOT / name).read_text("utf-8")


def with_companions(name: str) -> str:
    """The text of a page and of those whose examples it needs."""
    return "\n".join(page(each) for each in (TOGETHER if name in TOGETHER else (name,)))


def generator() -> ModuleType:
    """docs/generate.py as a module, which finds its pages beside itself."""
    if (docs := str(ROOT / "docs")) not in sys.path:
        sys.path.append(docs)
    spec = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def examples(text: str) -> list[tuple[str, str]]:
    """The YAML examples of a page whose first line says in which file they stand: (file, text)."""
    return _EXAMPLE.findall(text)


def example(name: str, file: str) -> str:
    """The last example of a page that stands in this file."""
    return dict(examples(page(name)))[file]


def put(folder: Path, name: str, content: bytes) -> None:
    """Write a file and the folders that it is in."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def put_picture(folder: Path) -> None:
    """Write the logo that some examples name."""
    picture = BytesIO()
    Image.new("RGB", (60, 20), "#6B2D73").save(picture, "PNG")
    put(folder, "assets/pictures/logo.png", picture.getvalue())


def library() -> Library:
    """What ships with casedeck."""
    return Library(Folder(shipped()), Report())


class Overlaid:
    """Files that exist only here, before those that ship."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files, self.behind = files, Folder(shipped())

    def names(self, folder: str) -> list[str]:
        """The names in a folder."""
        return sorted(
            {*self.behind.names(folder), *(name for name in self.files if name.startswith(f"{folder}/"))}
        )

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        return self.files[name].encode() if name in self.files else self.behind.read(name)

    def own(self, name: str) -> bool:
        """Whether it exists only here."""
        return name in self.files

    def kept(self, name: str) -> bytes:
        """Nothing is kept."""
        return b""

    def keep(self, name: str, data: bytes) -> None:
        """Nothing is kept."""

    def shown(self, name: str) -> str:
        """The name itself."""
        return name
