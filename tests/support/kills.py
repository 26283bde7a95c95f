"""A process of its own that is killed, or finds the disk full, before any of its operations on files."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CHANGES = (
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.copyfile",
)
MAKES = ("os.mkdir", "os.link")
KILLED, FAILED, DONE = 9, 1, 0
_MOST = 400


def killed_at_each(work: Callable[[], object], fresh: Callable[[], object]) -> Iterator[int]:
    """Run the work in a process that is killed before its first operation on files, then before its second,
    until it comes to its end.

    Gives the number of each operation once the process is dead; what it left can then be looked at. `fresh`
    sets the stage each time.
    """
    for number in range(1, _MOST):
        fresh()

        def killed(count: int, makes: bool, number: int = number) -> None:
            if count == number:
                os._exit(KILLED)

        if _child(work, killed) != KILLED:
            return
        yield number
    raise AssertionError("the work never ends")


def full_from_each(work: Callable[[], object], fresh: Callable[[], object]) -> Iterator[int]:
    """The same on a disk that is full from an operation on: nothing more can be made on it. Gives the exit
    code of the work.
    """
    for number in range(1, _MOST):
        fresh()

        def full(count: int, makes: bool, number: int = number) -> None:
            if count >= number and makes:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        code = _child(work, full)
        if code == DONE:
            return
        yield code
    raise AssertionError("the disk is never large enough")


def _child(work: Callable[[], object], before: Callable[[int, bool], object]) -> int:
    """The exit code of the work in a process of its own, with a function that is called before each operation
    that changes files.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        opens = event == "open" and _writes(arguments)
        if opens or event in CHANGES:
            count += 1
            before(count, opens or event in MAKES)

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.addaudithook(hook)
        result = work()
    except OSError:
        os._exit(FAILED)
    except BaseException:  # noqa: BLE001  # whatever it is, the test is told by the code
        os._exit(3)
    os._exit(int(result) if isinstance(result, int) else DONE)


def _writes(arguments: tuple[Any, ...]) -> bool:
    path, mode, flags = arguments
    named = isinstance(path, str | bytes | Path) and os.fspath(path) not in (os.devnull, os.devnull.encode())
    by_mode = isinstance(mode, str) and any(each in mode for each in "wxa+")
    return named and (by_mode or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)))
