"""One card after a keystroke against its whole deck, in one process: one_card.py [FOLDER] [CARDS]. Prints
milliseconds of processor time as JSON: of a warm deck of so many cards, read, fitted, composed and drawn; of
one of its cards with its page; and of that with a PDF of its own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time

from casedeck.api.one_card import desk_of, edited
from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import build, draw, select
from casedeck.disk.folder import Folder

ROOT = Path(__file__).resolve().parents[1]


def timed(work: Callable[[], object], rounds: int) -> float:
    """The median milliseconds that the work takes, after once to warm up."""
    work()
    found = []
    for _ in range(rounds):
        started = process_time()
        work()
        found.append((process_time() - started) * 1000)
    return median(found)


def main() -> None:
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else 22
    files = sorted((home / "assets" / "case-studies").glob("*.yaml"))
    full = [path for path in files if "\nbenefits:" in path.read_text("utf-8")][:cards]
    text = f"title: A deck\ncards: [{', '.join(path.stem for path in full)}]\nprint: [cards]\n"
    here = full[0]
    data, keystrokes = here.read_bytes(), count()

    def whole() -> None:
        made = build(DeckFile("deck", text.encode(), "deck.yaml", Folder(home)))
        for document in made.documents:
            draw(made.deck, document, lambda: None)

    chosen = select(DeckFile("deck", text.encode(), "deck.yaml", Folder(home)))
    desk = desk_of(chosen, chosen.deck.prints[0], here.stem)

    def page() -> None:
        edited(desk, data + f"# {next(keystrokes)}\n".encode(), here.name).pages()

    def pdf() -> None:
        made = edited(desk, data + f"# {next(keystrokes)}\n".encode(), here.name)
        assert made.document is not None
        draw(chosen.deck, made.document, lambda: None)

    print(json.dumps({"deck": timed(whole, 7), "page": timed(page, 40), "PDF": timed(pdf, 40)}))


if __name__ == "__main__":
    main()
