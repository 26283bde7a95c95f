"""Signs that nobody sees, as tests look for them."""

from __future__ import annotations

import re

from casedeck.model.signs import MAY_BREAK, NO_BREAK, NO_BREAK_HYPHEN, SOFT_HYPHEN, UNSEEN

HINTS = SOFT_HYPHEN + MAY_BREAK + NO_BREAK + NO_BREAK_HYPHEN
"""The four that say where a line may break or may not."""


def without_unseen(text: str) -> str:
    """The text without any of UNSEEN; spaces and hyphens stay as they are."""
    return re.sub(f"[{UNSEEN}]", "", text)
