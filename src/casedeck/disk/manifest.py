"""What an output folder says of itself: each file that casedeck wrote there, its digest and its pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from casedeck import __version__

MANIFEST = "manifest.json"


_MANIFEST_BYTES = 10_000_000


_NOT_OURS = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
Pages = Mapping[str, Sequence[str]]
"""The digest of each page, by the name of its file."""


def manifest(files: Mapping[str, bytes], pages: Pages) -> bytes:
    """What the file says of these files, and of the pages of those that have any."""
    listed: dict[str, dict[str, int | str]] = {
        name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in files.items()
    }
    for name, digests in pages.items():
        listed[name]["pages"] = " ".join(digests)
    return (json.dumps({"casedeck": __version__, "files": listed}, indent=2) + "\n").encode()


def pages_before(folder: Path) -> Pages:
    """The digests of the pages that the last build wrote here; none where nobody knows."""
    try:
        listed = _read(folder)["files"].items()
        return {name: str(about["pages"]).split() for name, about in listed if "pages" in about}
    except _NOT_OURS:
        return {}


def written_before(folder: Path) -> dict[str, str]:
    """The files that the last build wrote here, the manifest among them, with their SHA-256; none where its
    manifest is not ours.
    """
    try:
        made = _read(folder)
        listed = {
            name: str(about["sha256"])
            for name, about in made["files"].items()
            if Path(name).name == name and name.isprintable()
        }
    except _NOT_OURS:
        return {}
    return {MANIFEST: "", **listed} if "casedeck" in made else {}


def _read(folder: Path) -> dict[str, Any]:
    """What the file says, or one of _NOT_OURS where it is none of ours."""
    path = folder / MANIFEST
    if not path.is_file() or path.stat().st_size > _MANIFEST_BYTES:
        raise LookupError
    made: dict[str, Any] = json.loads(path.read_bytes())
    return made


def unchanged(path: Path, digest: str) -> bool:
    """True for a file that is still as casedeck wrote it: only such a one may be deleted."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False
