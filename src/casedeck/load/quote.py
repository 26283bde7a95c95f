"""How messages quote what a user typed."""

from __future__ import annotations


def short(text: str) -> str:
    """A user's text as a message can quote it: one line, at most 40 characters, with � for those that cannot be seen."""
    line = "".join([char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text[:41]])
    return line if len(line) <= 40 else line[:39] + "…"
