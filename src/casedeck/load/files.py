"""The door to files: every name is relative to a folder that holds `decks/` and `assets/`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Files(Protocol):
    """Where a facilitator's folder, what ships and the font package look like one folder; what stands in the first wins."""

    def names(self, folder: str) -> Iterable[str]:
        """The names of the files in a folder such as "assets/themes", each as "assets/themes/calm.yaml", sorted."""

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises FileNotFoundError where there is none, PermissionError where the name leads out of the folders, OSError
        where it cannot be read.
        """

    def shown(self, name: str) -> str:
        """The name by which a user knows the file."""


def stem(name: str) -> str:
    """The last part of a file's name, without its ending."""
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
