"""Build a deck again and again in one process: warm.py DECK ROUNDS. Prints milliseconds of processor time as
JSON; run.py calls it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from time import process_time

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import build, draw
from casedeck.disk.folder import Folder, home_of

FONTS = "casedeck.typeset.fonts"
"""A process reads a font once; whatever else is kept would have the second round measured for a first."""


def forget() -> None:
    """Clear what functions keep of what they have made, QR codes among it."""
    for name in [name for name in sys.modules if name.startswith("casedeck")]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear") and value.__module__ != FONTS:
                value.cache_clear()


def once(deck: Path) -> tuple[float, float]:
    """The milliseconds of processor time a card that reading and composing take, and drawing."""
    forget()
    started = process_time()
    made = build(DeckFile(deck.stem, deck.read_bytes(), str(deck), Folder(home_of(deck))))
    ready = process_time()
    for document in made.documents:
        draw(made.deck, document, lambda: None)
    done = process_time()
    per_card = 1000 / len(made.cards)
    return (ready - started) * per_card, (done - ready) * per_card


def main() -> None:
    deck, rounds = Path(sys.argv[1]), int(sys.argv[2])
    once(deck)
    found = [once(deck) for _ in range(rounds)]
    composed, drawn = zip(*found, strict=True)
    print(
        json.dumps(
            {"read and compose": median(composed), "draw": median(drawn), "all": median(map(sum, found))}
        )
    )


if __name__ == "__main__":
    main()
