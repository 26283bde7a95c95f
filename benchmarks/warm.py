"""Build a deck again and again in one process: warm.py DECK ROUNDS. Prints the milliseconds a card as JSON; run.py calls it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from casedeck.build import draw, prepare
from casedeck.folder import Folder, home_of


def once(deck: Path) -> tuple[float, float]:
    """The milliseconds a card that reading and composing take, and drawing."""
    started = perf_counter()
    made, prepared = prepare(deck.stem, deck.read_bytes(), str(deck), Folder(home_of(deck)))
    ready = perf_counter()
    for each in prepared:
        draw(made, each, lambda: None)
    done = perf_counter()
    per_card = 1000 / sum(len(each.cards) for each in prepared)
    return (ready - started) * per_card, (done - ready) * per_card


def main() -> None:
    deck, rounds = Path(sys.argv[1]), int(sys.argv[2])
    once(deck)
    found = [once(deck) for _ in range(rounds)]
    composed, drawn = zip(*found, strict=True)
    print(json.dumps({"read and compose": median(composed), "draw": median(drawn), "all": median(map(sum, found))}))


if __name__ == "__main__":
    main()
