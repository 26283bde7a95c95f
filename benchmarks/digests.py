"""The digest of every PDF that the decks that ship and a pack of each activity come to, to compare one state
of casedeck with another.

    python benchmarks/digests.py COMMAND > digests.txt

COMMAND is the casedeck command to try, as in .venv/bin/casedeck. The same lines before and after a change
mean the same bytes. The packs are for few and many people, uncut and cut; cards are made on every face, paper
and theme.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACTIVITIES = sorted(path.stem for path in (ROOT / "assets" / "activities").glob("*.yaml"))
DECKS = sorted(path.stem for path in (ROOT / "decks").glob("*.yaml"))
THEMES = sorted(path.stem for path in (ROOT / "assets" / "themes").glob("*.yaml"))
PEOPLE = (8, 16, 24, 37, 60)
CARDS = """
title: Digests
session: {people: 16, date: 2027-03-12, starts: "9:00"}
cards:
  - where: {full card: yes}
    at most: 12
    pick: most different
"""
EVERYTHING = """  - front matter:
  - card index:
  - why these cards:
  - heatmap sheet:
  - blank card:
"""


def decks() -> Iterator[tuple[str, str, list[str]]]:
    """The name of each deck of one's own, its text, and the options to build it with."""
    for activity, people in product(ACTIVITIES, PEOPLE):
        yield (
            f"{activity}-{people}",
            f"{CARDS}print: [pack]\n",
            ["--activity", activity, "--people", str(people)],
        )
    for activity in ACTIVITIES:
        yield (
            f"{activity}-short",
            f"{CARDS}print: [pack]\n",
            ["--activity", activity, "--people", "16", "--minutes", "50"],
        )
    for theme in THEMES:
        faces = "".join(
            f"  - cards: {{face: {face}, paper: {paper}, theme: {theme}}}\n"
            for face, paper in product(("index", "wall"), ("A4", "A3"))
        )
        yield (
            f"cards-{theme}",
            f"{CARDS}print:\n{faces}{EVERYTHING.replace(':', f': {{theme: {theme}}}')}",
            [],
        )
    for paper in ("A3", "Letter", "Tabloid"):
        yield f"sheets-{paper}", f"{CARDS}print:\n{EVERYTHING.replace(':', f': {{paper: {paper}}}')}", []


def built(command: str, deck: str, options: list[str], folder: Path) -> Iterator[str]:
    """A line for each PDF of a deck, or one that says why there is none."""
    out = folder / "out"
    done = subprocess.run(
        [command, "build", deck, "--output", str(out), *options],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        yield f"{'-' * 64}  {Path(deck).stem}: {done.stderr.strip().splitlines()[-1]}"
        return
    for path in sorted(out.glob("*.pdf")):
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {Path(deck).stem}/{path.name}"
        path.unlink()


def main() -> None:
    """Print a line for each PDF."""
    command = str(Path(sys.argv[1]).resolve())
    for deck in DECKS:
        with tempfile.TemporaryDirectory() as folder:
            print(*built(command, deck, [], Path(folder)), sep="\n", flush=True)
    for name, text, options in decks():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"{name}.yaml")
            path.write_text(text, "utf-8")
            print(*built(command, str(path), options, Path(folder)), sep="\n", flush=True)


if __name__ == "__main__":
    main()
