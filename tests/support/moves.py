"""Moving files into place, cut off on the way."""

from __future__ import annotations

from pathlib import Path

import pytest


def cut_off_at(monkeypatch: pytest.MonkeyPatch, failing: int) -> list[Path]:
    """Interrupt the move of this number, counted from 1, and no other; gives where each goes, listed as it is
    made.
    """
    moves: list[Path] = []
    replace = Path.replace

    def move(self: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == failing:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", move)
    return moves
