"""What is said of a picture that cannot be shown."""

from __future__ import annotations

from casedeck.errors import Place, Problem
from casedeck.wording import short


class NotShownError(ValueError):
    """A picture that cannot be shown: what is wrong with it, and the way out."""

    def __init__(self, wrong: str, hint: str = "save it smaller") -> None:
        self.wrong, self.hint = wrong, hint
        super().__init__(wrong)

    def problem(self, name: str, place: Place) -> Problem:
        """T103 for the picture of this name."""
        return Problem(place, "T103", f"the picture {short(name)} {self.wrong}", self.hint)
