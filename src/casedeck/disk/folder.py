"""Files on this computer: a facilitator's folder laid over what ships with casedeck."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from filecmp import cmp
from functools import lru_cache
from pathlib import Path

import fontpkg_lato

from casedeck.disk.write import write_kept
from casedeck.library.files import ENDINGS, SameNamesError, stem
from casedeck.model.signs import typed
from casedeck.model.vocabulary import composed_of, key
from casedeck.wording import Watch, unwatched

_MANY = "assets/case-studies"
"""The folder with the most files to read."""
KEPT = ".casedeck"
"""The folder for what can be made again; whoever deletes it loses nothing but time."""
MAX_BYTES = 30_000_000
"""The largest file read at all: more than any font or picture that casedeck can use."""


@lru_cache(maxsize=1)
def shipped() -> Path:
    """The folder that holds the `decks/` and `assets/` that ship with casedeck: inside an installed wheel, or
    the checkout.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parents[1]


def font_folder() -> Path:
    """Where the fonts of the installed font package are."""
    return Path(fontpkg_lato.ROOT) / "files"


def home_of(deck: Path) -> Path:
    """The facilitator's folder that a deck file belongs to: the one around its `decks/` folder, else the one
    it is in.
    """
    folder = deck.absolute().parent
    return folder.parent if folder.name == "decks" else folder


def find_deck(deck: Path) -> Path:
    """The deck file meant: a path, with or without its ending, or the bare name of a deck in `decks/` here or
    among those that ship.

    Gives the path as it stands where there is no such file. Raises SameNamesError.
    """
    endings = (".txt",) if deck.suffix in (".yaml", ".yml") else ENDINGS
    named = [deck.with_name(f"{deck.name}{ending}") for ending in endings] if deck.name else []
    tried = [deck, *named]
    if len(deck.parts) == 1:
        tried += [folder / name for folder in _deck_folders() for name in (deck, *named)]
    return next((path for path in map(as_spelt, tried) if path.exists() and not path.is_dir()), deck)


def deck_names() -> list[str]:
    """The bare names of the decks in `decks/` here and of those that ship."""
    return sorted(
        {
            stem(path.name)
            for folder in _deck_folders()
            for path in folder.glob("*.y*ml*")
            if path.name.lower().endswith(ENDINGS)
        }
    )


def _deck_folders() -> tuple[Path, Path]:
    return Path("decks"), shipped() / "decks"


class _Names:
    """Files by name, found whatever their capitals and however letters and accents are put together; each
    folder is listed once. Paths are strings, for one is found for every file.
    """

    def __init__(self) -> None:
        self._listed: dict[str, dict[str, list[str]]] = {}

    def find(self, start: str, parts: Sequence[str]) -> str:
        """The path below `start` that the parts lead to, as it is spelt on the disk where it is there.

        Raises SameNamesError where the last part stands for two files.
        """
        here = start
        for part in parts:
            there = self._alike(here, part)
            here = os.path.join(here, part if part in there or not there else there[0])  # noqa: PTH118
        if parts and len(there) > 1:
            raise SameNamesError(*there[:2])
        return here

    def _alike(self, folder: str, name: str) -> list[str]:
        if folder not in self._listed:
            listed: dict[str, list[str]] = {}
            with suppress(OSError):
                for each in sorted(os.listdir(folder)):  # noqa: PTH208  # names are all that is wanted
                    listed.setdefault(composed_of(each), []).append(each)
            self._listed[folder] = listed
        return self._listed[folder].get(composed_of(name), [])


def as_spelt(path: Path) -> Path:
    """A path as it is spelt on the disk, where it differs in capitals or in how letters and accents are put
    together.

    Gives the path as it stands where there is no such file. Raises SameNamesError where there are two.
    """
    known = path.parent.is_dir()
    found = _Names().find(
        str(path.parent) if known else path.anchor,
        path.parts[-1:] if known else path.relative_to(path.anchor).parts,
    )
    return Path(found)


class Folder:
    """The files below a facilitator's folder and, behind it, those that ship. See
    casedeck.library.files.Files. `found` says where those stand that were asked for so far.
    """

    def __init__(self, home: Path, watch: Watch = unwatched) -> None:
        self.home = home
        self._watch, self._read, self._of = watch, 0, 0
        self._fonts = font_folder()
        self._own, self._shipped = str(home.absolute()), str(shipped())
        self._roots = [self._own] if _same(home, shipped()) else [self._own, self._shipped]
        self.found: dict[str, str] = {}
        self._names = _Names()
        self._found_in: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}
        self._real_folders: dict[str, str] = {}

    def names(self, folder: str) -> list[str]:
        """The files in a folder, sorted; one in the facilitator's folder hides one of the same name that
        ships.
        """
        found: dict[tuple[str, str], list[str]] = {}
        for root in reversed(self._roots):
            found.update(self._entries(root, folder))
        if folder == _MANY:
            self._read, self._of = 0, sum(map(len, found.values()))
        return sorted(name for names in found.values() for name in names)

    def own(self, name: str) -> bool:
        """True for a name that stands in the facilitator's folder, False for one that ships."""
        return len(self._roots) > 1 and os.path.lexists(self._path(self._own, name))

    def _path(self, root: str, name: str) -> str:
        """Where a name leads below a root. Raises SameNamesError."""
        return self._names.find(root, _parts(name))

    def _entries(self, root: str, folder: str) -> dict[tuple[str, str], list[str]]:
        """What is in a folder below a root, by what each name stands for; nothing where there is no such
        folder.
        """
        if (root, folder) not in self._found_in:
            found: dict[tuple[str, str], list[str]] = {}
            with suppress(FileNotFoundError, NotADirectoryError):
                for name in os.listdir(self._path(root, folder)):  # noqa: PTH208  # names are all that is wanted
                    if not name.startswith("."):
                        found.setdefault(_meant(name), []).append(f"{folder}/{name}")
            self._found_in[root, folder] = found
        return self._found_in[root, folder]

    def hiding(self) -> list[str]:
        """The files in the facilitator's `assets/` that hide ones of the same name that ship and say
        something else, sorted.
        """
        if len(self._roots) == 1:
            return []
        found: list[str] = []
        for folder in sorted(path.name for path in (shipped() / "assets").iterdir() if path.is_dir()):
            name = f"assets/{folder}"
            theirs = self._entries(self._shipped, name)
            own = self._entries(self._own, name)
            found += [
                each
                for meant in own.keys() & theirs.keys()
                for each in own[meant]
                if not self._is_copy(each, theirs[meant])
            ]
        return sorted(found)

    def _is_copy(self, name: str, others: list[str]) -> bool:
        """True for a file of the facilitator's with the same bytes as the one that ships."""
        try:
            return len(others) == 1 and cmp(self._path(self._own, name), shipped() / others[0], shallow=False)
        except OSError:
            return False

    def read(self, name: str) -> bytes:
        """The bytes of a file in one of the folders. Raises OSError, PermissionError where the name leads out
        of them.
        """
        if name.startswith(_MANY):
            self._read += 1
            self._watch("Reading case studies", self._read, self._of)
        return read_file(self._find(name))

    def kept(self, name: str) -> bytes:
        """What was kept in the facilitator's folder under a name; nothing where nothing was."""
        try:
            return read_file(self.home / KEPT / name)
        except OSError:
            return b""

    def keep(self, name: str, data: bytes) -> None:
        """Keep what can be made again, in a hidden folder of the facilitator's folder, or not at all where it
        cannot be written.
        """
        folder = self.home / KEPT
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
            if not folder.is_symlink():
                write_kept(folder / name, data)

    def shown(self, name: str) -> str:
        """The file's path from the current folder where it is below it, else in full."""
        try:
            return show(self._find(name))
        except OSError:
            return show(self.home / name)

    def _find(self, name: str) -> str:
        """The file's path, looked up once. Raises OSError, PermissionError where the name leads out of the
        folders.
        """
        if name not in self.found:
            self.found[name] = self._look_up(name)
        return self.found[name]

    def _look_up(self, name: str) -> str:
        parts = _parts(name)
        if not parts or ".." in parts or name.startswith("/") or any(sign in name for sign in "\\:\0"):
            raise PermissionError(f"{name} leads out of the folder")
        for root in self._roots:
            path = self._path(root, name)
            if os.path.lexists(path):
                if not os.path.isfile(path) or not self._is_within(path, root):  # noqa: PTH113
                    raise PermissionError(f"{name} leads out of the folder, or is not a file")
                return path
        if parts[:2] == ["assets", "fonts"] and len(parts) == 3:
            path = self._path(str(font_folder()), parts[2])
            if os.path.isfile(path):  # noqa: PTH113
                return path
        raise FileNotFoundError(name)

    def _is_within(self, path: str, root: str) -> bool:
        """True for a file that is below a root once all symbolic links are followed."""
        folder, name = os.path.split(path)
        linked = os.path.islink(path)  # noqa: PTH114
        real = os.path.realpath(path) if linked else os.path.join(self._real_folder(folder), name)  # noqa: PTH118
        return real.startswith(os.path.join(self._real_folder(root), ""))  # noqa: PTH118

    def _real_folder(self, folder: str) -> str:
        """Where a folder is once all symbolic links are followed, each folder once."""
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(folder)
        return self._real_folders[folder]


def _parts(name: str) -> list[str]:
    """The folders of a name, and the file's name, last."""
    return [part for part in name.split("/") if part not in ("", ".")]


def read_file(path: Path | str) -> bytes:
    """The bytes of a file. Raises OSError for a folder, a pipe or a device, and where it is larger than any
    that casedeck reads.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        descriptor = os.open(as_spelt(Path(path)), flags)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(min(found.st_size, MAX_BYTES) + 1)
        if len(data) > found.st_size:  # it grows, or does not say how much it holds
            data += file.read(MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {MAX_BYTES:,} bytes", str(path))
    return data


def show(path: Path | str) -> str:
    """A path as a person would type it here, on one line."""
    here = os.getcwd()  # noqa: PTH109  # strings, for it is done for every file
    absolute = os.path.join(here, path)  # noqa: PTH118
    shown = absolute.removeprefix(os.path.join(here, ""))  # noqa: PTH118
    if shown.isprintable():
        return shown
    return "".join([char if char.isprintable() else "\ufffd" for char in typed(shown)])


def _meant(name: str) -> tuple[str, str]:
    """What a file's name stands for: its stem without regard to case and hyphens, and its kind."""
    return key(stem(name)), "yaml" if name.lower().endswith(ENDINGS) else name.rsplit(".", 1)[-1].lower()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
