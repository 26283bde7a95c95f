"""The casedeck command: parse, call, print, exit."""
from __future__ import annotations
import sys
from pathlib import Path
import click
from casedeck.build import prepare, draw
from casedeck.errors import DeckError
from casedeck.folder import Folder, home_of, show
from casedeck.write import write_all
def main():
    deck_path=Path(sys.argv[2])
    try:
        deck, prepared = prepare(deck_path.stem, deck_path.read_bytes(), show(deck_path), Folder(home_of(deck_path)))
        files={}
        for p in prepared:
            files[p.item.file_name]=draw(deck,p,lambda:None)
            print(p.item.file_name, len(p.cards), p.fitted.body_pt, [c.case.title for c in p.fitted.limited_by], p.fitted.others_pt)
        write_all(Path("output")/deck_path.stem, files)
    except DeckError as e:
        print(e); sys.exit(1)
