"""Changing frozen values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")


def changed(value: T, **changes: Any) -> T:
    """A named tuple or frozen dataclass with some fields changed."""
    other: Any = value
    made: T = other._replace(**changes) if isinstance(value, tuple) else replace(other, **changes)
    return made
