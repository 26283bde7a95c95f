"""The words of the locale that sessions are told in."""

from __future__ import annotations

from casedeck.library.locale import fixed

TIMES = {
    "stop": ("time",),
    **fixed("all of them, half a minute, a minute and a half, numbers"),
    **dict.fromkeys(("about so many", "minute", "minutes", "and a half"), ("number",)),
}
"""Those for stretches of time, each with the placeholders it may have."""
