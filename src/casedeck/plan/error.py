"""What makes a session impossible."""

from __future__ import annotations


class PlanError(ValueError):
    """A session that cannot be: what is wrong in words, and the way out. As text, one after the other with a colon between."""

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(f"{message}: {hint}")
