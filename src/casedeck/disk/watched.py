"""The files that a deck is made of on this computer, and which of them are no longer as they were."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int]
"""When a file was last changed, and how many bytes it has."""


def look(home: Path, others: Iterable[Path]) -> dict[Path, Stamp]:
    """The stamps of the files in a facilitator's assets, and of others that are there."""
    found: dict[Path, Stamp] = {}
    for path in (*_below(home.absolute() / "assets"), *others):
        with suppress(OSError):
            state = path.stat()
            found[path.absolute()] = state.st_mtime_ns, state.st_size
    return found


def differing(
    before: Mapping[Path, Stamp], now: Mapping[Path, Stamp], read: Collection[Path] | None
) -> list[str]:
    """The names of files that are new, gone or not as they were, sorted. Of those that are still there only
    the ones that were `read` count, or all where that is None.
    """
    found = [path for path in before.keys() | now.keys() if before.get(path) != now.get(path)]
    known = before.keys() & now.keys()
    return sorted({path.name for path in found if read is None or path in read or path not in known})


def _below(folder: Path) -> Iterator[Path]:
    """Every file in a folder and those in it, but for hidden ones."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here, name) for name in names if not name.startswith("."))
