"""Choose from a large library again and again in one process: choosing.py FOLDER DECK ROUNDS. Prints seconds
as JSON; run.py calls it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from casedeck.api.describe_cases import as_table
from casedeck.build.deck_file import DeckFile, read_deck
from casedeck.build.pipeline import select
from casedeck.choose.chooser import choose
from casedeck.choose.filters import filtered
from casedeck.choose.has import Has
from casedeck.disk.folder import Folder
from casedeck.errors import Place, Report
from casedeck.library.library import Library
from casedeck.notation.yaml import parse


def timed(work: Callable[[], object], rounds: int) -> float:
    """The median seconds that the work takes, after once to warm up."""
    work()
    found = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        found.append(perf_counter() - started)
    return median(found)


def main() -> None:
    folder, name, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    data, files, report = name.read_bytes(), Folder(folder), Report()
    library = Library(files, report)
    deck = read_deck(name.stem, parse(data, str(name)), library, report)
    report.raise_if_any()
    assert deck is not None
    scotland = Has("country", ("Scotland",), Place("benchmark"))
    found = {
        "cases": len(library.cases),
        "read": timed(lambda: select(DeckFile(name.stem, data, str(name), files)), max(1, rounds // 4)),
        "list": timed(lambda: as_table(filtered([scotland], library.cases.values())), rounds),
        "choose": timed(
            lambda: choose(deck.choices, library.cases, library.vocabularies, report, deck.order), rounds
        ),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
