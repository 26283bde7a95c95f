"""Writing the files of a deck: all of them or none, and nothing that casedeck did not make is touched."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from casedeck.disk.manifest import MANIFEST, Pages, manifest, unchanged, written_before

NOTE = "cut-off-read-me.txt"
"""What stands in a folder while its files change, and until the next run if that was cut off."""
_NOTE_BEGINS = "casedeck was cut off while it wrote the files below."
_STAGING, _OLD, _NEW = ".casedeck-new", ".old", ".new"


def write_all(folder: Path, files: Mapping[str, bytes], pages: Pages | None = None) -> None:
    """Write the files into a folder, with a manifest; files of an earlier build that are not among them go.

    The manifest keeps the digests of the `pages`, for `pages_before` to find at the next build.

    Every byte is on the disk before the first old file is touched, and every old file is out of the way
    before the first new one is in its place: files of two builds never stand side by side. Raises OSError
    with the old files untouched, also where a file of the same name is there that casedeck did not make.
    """
    contents = {MANIFEST: manifest(files, pages or {}), **files}
    with _alone_in(folder) as staging:
        old = written_before(folder)
        for name in contents:
            path = folder / name
            if path.is_symlink() or (path.exists() and not (name in old and path.is_file())):
                message = (
                    f"{name} is there already, and casedeck did not make it; move it or use another folder"
                )
                raise FileExistsError(errno.EEXIST, message, name)
        stale = [
            name for name, digest in old.items() if name not in contents and unchanged(folder / name, digest)
        ]
        there = [name for name in contents if (folder / name).exists()]
        _stage(staging, contents)
        _swap(folder, staging, contents, (*there, *stale), apart=True)


def write_together(folder: Path, files: Mapping[str, bytes], replaced: Collection[str] = ()) -> None:
    """Write files beside those of others: all of them, or none of them with the old ones as they were.

    Each takes the place of its old one at one moment. Raises FileExistsError where anything is there under a
    name that is not among the `replaced`, or where that is no plain file, and OSError.
    """
    with _alone_in(folder) as staging:
        _need_free(folder, files, replaced)
        there = [name for name in files if (folder / name).exists()]
        _stage(staging, files)
        _swap(folder, staging, files, there, apart=False)


def write_folder(folder: Path, folders: Iterable[str], files: Mapping[str, bytes]) -> None:
    """Make a folder with folders and files in it, beside what is there: all of it, or none.

    Raises FileExistsError where a file of the same name is there, and OSError.
    """
    with _alone_in(folder) as staging:
        _need_free(folder, files, ())
        _stage(staging, files)
        made: list[Path] = []
        try:
            for name in folders:
                made += _make(folder / name)
            _swap(folder, staging, files, (), apart=False)
        except BaseException:
            _unmake(made)
            raise


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all, with the folders around it.

    Raises FileExistsError where anything of its name is there, also where that appears in the same moment,
    and OSError.
    """
    with _alone_in(path.parent) as staging:
        _stage(staging, {path.name: data})
        staged = staging / path.name
        try:
            path.hardlink_to(staged)
        except FileExistsError:
            raise
        except OSError as error:  # a disk that knows no second names, such as a memory stick
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, "it is already there", str(path)) from error
            staged.rename(path)


def write_kept(path: Path, data: bytes) -> None:
    """Write a file that can be made again in place of an older one, whole or not at all. Raises OSError.

    Nothing waits until it is on the disk: whoever reads it must see by its digest that it is whole.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _make(folder: Path) -> list[Path]:
    """Make a folder and those around it; gives those that were not there, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    made: list[Path] = []
    try:
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            made.append(each)
        folder.mkdir(exist_ok=True)
    except BaseException:
        _unmake(made)
        raise
    return made


def _unmake(made: Collection[Path]) -> None:
    """Take folders away again in which there is nothing."""
    for each in reversed([*made]):
        with suppress(OSError):
            each.rmdir()


def _need_free(folder: Path, files: Iterable[str], replaced: Collection[str]) -> None:
    for name in files:
        path = folder / name
        if os.path.lexists(path) and (name not in replaced or path.is_symlink() or not path.is_file()):
            raise FileExistsError(errno.EEXIST, "it is already there", str(path))


def _put(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and wait until it is on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _alone_in(folder: Path) -> Iterator[Path]:
    """A new folder to get files ready in, inside a folder that no other casedeck writes to meanwhile.

    What a run that was cut off has left there is put right first: either all of its files are in their places
    or none.
    """
    made = _make(folder)
    try:
        with _locked(folder):
            staging = folder / _STAGING
            if (staging / _OLD).is_dir() and not staging.is_symlink():
                _put_back(folder, staging)
            _take_note_away(folder)
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir()
            try:
                yield staging
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except BaseException:
        _unmake(made)
        raise


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Nobody else is here. Raises OSError where another casedeck is; does nothing on a system or a disk
    without such locks.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OSError(
                errno.EAGAIN, "another casedeck is writing there; try again in a moment", str(folder)
            ) from error
        except OSError:
            pass
        yield
    finally:
        os.close(descriptor)


def _stage(staging: Path, contents: Mapping[str, bytes]) -> None:
    """Put every byte on the disk, and a list of what is to come."""
    for name, data in contents.items():
        (staging / name).parent.mkdir(parents=True, exist_ok=True)
        _put(staging / name, data)
    _put(
        staging / _NEW,
        json.dumps({name: sha256(data).hexdigest() for name, data in contents.items()}).encode(),
    )


def _swap(
    folder: Path, staging: Path, contents: Collection[str], old: Collection[str], *, apart: bool
) -> None:
    """Put staged files in their places, the old ones out: where they are to be kept apart, all old ones
    before the first new one.

    Where that fails or is interrupted midway, everything old comes back; where the run is killed, at the next
    run. Until then a note in the folder says so.
    """
    kept = staging / (_OLD if apart else f"{_OLD}-copies")
    kept.mkdir()
    try:
        if len({*contents, *old}) > 1:
            _put(staging / NOTE, _note(contents, apart=apart))
            if not os.path.lexists(folder / NOTE):
                (staging / NOTE).rename(folder / NOTE)
        for name in old:
            (Path.rename if apart else _link)(folder / name, kept / name)
        if not apart:
            kept.rename(staging / _OLD)
        for name in contents:
            (staging / name).replace(folder / name)
        _take_note_away(folder)
        (staging / _OLD).rename(staging / f"{_OLD}-done")
    except BaseException:
        if (staging / _OLD).is_dir():
            _put_back(folder, staging)
        _take_note_away(folder)
        raise


def _note(names: Collection[str], *, apart: bool) -> bytes:
    state = (
        "Some may be missing, but none is left of another run"
        if apart
        else "Each is as it was before, or as it is to be"
    )
    listed = "\n".join(f"  {name}" for name in sorted(names))
    return (
        f"{_NOTE_BEGINS} Run the same command once more before you use them. {state}.\n\n{listed}\n".encode()
    )


def _take_note_away(folder: Path) -> None:
    """Take the note of a run that was cut off away; a file of somebody else's with that name stays."""
    path = folder / NOTE
    with suppress(OSError):
        if (
            path.is_file()
            and not path.is_symlink()
            and path.read_bytes()[:200].startswith(_NOTE_BEGINS.encode())
        ):
            path.unlink()


def _put_back(folder: Path, staging: Path) -> None:
    """Every old file in its place, and what was added gone, but for files that somebody has changed since."""
    made: dict[str, str] = json.loads((staging / _NEW).read_bytes()) if (staging / _NEW).is_file() else {}
    old = {path.name for path in (staging / _OLD).iterdir()}
    for name in sorted(old):
        if not os.path.lexists(folder / name) or unchanged(folder / name, made.get(name, "")):
            (staging / _OLD / name).replace(folder / name)
    for name in sorted(made.keys() - old):
        if unchanged(folder / name, made[name]):
            (folder / name).unlink()


def _link(path: Path, other: Path) -> None:
    """A second name for a file, or a copy where the disk knows no second names (a memory stick)."""
    try:
        other.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, other)
