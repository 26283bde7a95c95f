"""Libraries that others import and that nothing here asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def spared(name: str) -> Iterator[None]:
    """Let what is imported meanwhile find an empty module of this name, unless the true one is there already.

    Whoever imports it afterwards gets the true one.
    """
    empty = ModuleType(name)
    there = sys.modules.setdefault(name, empty)
    try:
        yield
    finally:
        if there is empty:
            del sys.modules[name]
