"""Writing the files of a deck: all of them or none, and nothing that casedeck did not make is touched."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from casedeck import __version__

MANIFEST = "manifest.json"
_STAGING = ".casedeck-new"


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder, with a manifest; files of an earlier build that are not among them go.

    Every byte is on the disk before the first old file is replaced. Raises OSError with the old files untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    staging = folder / _STAGING
    shutil.rmtree(staging, ignore_errors=True)
    old = _written_before(folder)
    contents = {**files, MANIFEST: _manifest(files)}
    try:
        staging.mkdir()
        for name, data in contents.items():
            with (staging / name).open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for name in contents:
            (staging / name).replace(folder / name)
        for name in old - contents.keys():
            (folder / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    listed = {name: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in files.items()}
    return (json.dumps({"casedeck": __version__, "files": listed}, indent=2) + "\n").encode()


def _written_before(folder: Path) -> set[str]:
    """The files that the last build wrote here; none where its manifest cannot be read."""
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {name for name in listed if Path(name).name == name}
    except (OSError, ValueError, LookupError, TypeError):
        return set()
