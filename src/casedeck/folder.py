"""Files on this computer: a facilitator's folder laid over what ships with casedeck."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import fontpkg_lato

from casedeck.load.files import stem
from casedeck.model.vocabulary import key


def shipped() -> Path:
    """The folder that holds the `decks/` and `assets/` that ship with casedeck: inside an installed wheel, or the checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parents[1]


def font_folder() -> Path:
    """Where the fonts of the installed font package are."""
    return Path(fontpkg_lato.ROOT) / "files"


def home_of(deck: Path) -> Path:
    """The facilitator's folder that a deck file belongs to: the one around its `decks/` folder, else the one it is in."""
    folder = deck.absolute().parent
    return folder.parent if folder.name == "decks" else folder


def find_deck(deck: Path) -> Path:
    """The deck file meant: a path, or the bare name of a deck in `decks/` here or among those that ship.

    Gives the path as it stands where there is no such file.
    """
    if deck.exists() or len(deck.parts) > 1:
        return deck
    for folder in (Path("decks"), shipped() / "decks"):
        path = folder / f"{deck.name.removesuffix('.yaml')}.yaml"
        if path.is_file():
            return path
    return deck


class Folder:
    """The files below a facilitator's folder and, behind it, those that ship. See casedeck.load.files.Files."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._roots = [home] if _same(home, shipped()) else [home, shipped()]
        self._fonts = font_folder()

    def names(self, folder: str) -> list[str]:
        """The files in a folder, sorted; one in the facilitator's folder hides one of the same name that ships."""
        found: dict[str, str] = {}
        for root in reversed(self._roots):
            here: dict[str, list[str]] = {}
            try:
                with os.scandir(root / folder) as entries:
                    for entry in entries:
                        if not entry.name.startswith("."):
                            here.setdefault(key(stem(entry.name)), []).append(f"{folder}/{entry.name}")
            except (FileNotFoundError, NotADirectoryError):
                continue
            for name, files in here.items():
                found = {other: file for other, file in found.items() if key(stem(file)) != name}
                found.update({file: file for file in files})
        return sorted(found)

    def read(self, name: str) -> bytes:
        """The bytes of a file in one of the folders. Raises OSError, PermissionError where the name leads out of them."""
        return self._find(name).read_bytes()

    def shown(self, name: str) -> str:
        """The file's path from the current folder where it is below it, else in full."""
        try:
            path = self._find(name)
        except OSError:
            path = self.home / name
        return show(path)

    def _find(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or name.startswith(("/", "\\")) or "\\" in name or ":" in name or "\0" in name:
            raise PermissionError(f"{name} leads out of the folder")
        for root in self._roots:
            path = root / name
            if path.is_file():
                if not path.resolve().is_relative_to(root.resolve()):
                    raise PermissionError(f"{name} leads out of the folder")
                return path
        if parts[:2] == ("assets", "fonts") and len(parts) == 3 and (self._fonts / parts[2]).is_file():
            return self._fonts / parts[2]
        raise FileNotFoundError(name)


def show(path: Path) -> str:
    """A path as a person would type it here."""
    absolute = path.absolute()
    here = Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(absolute)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
