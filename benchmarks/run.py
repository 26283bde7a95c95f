"""What casedeck costs: time and memory of whole processes, a card's cost in a warm one, and the same cards
set by other programs.

    python benchmarks/run.py [--quick] [--others PYTHON]

Prints one table and writes nothing outside a temporary folder. Runs of what is compared alternate, so that
other work on the computer falls on all of them; the table shows medians. Python's bytecode is cached, in that
folder, as it is wherever casedeck is installed. Needs a system with os.wait4 (Linux, macOS, BSD).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from processes import Command, Run, alternating, peak, process, seconds, worked
from rows import Row, judged, row, table

from casedeck.disk.folder import KEPT, font_folder, shipped

HERE = Path(__file__).resolve().parent
FLOOR = "import click, yaml, reportlab.pdfgen.canvas"
OTHERS = {"WeasyPrint": "with_weasyprint.py", "Typst": "with_typst.py"}
PACK_CARDS = 16
COPIES = 1000
CHOOSING_CASES = 2000
MANY_CASES = 10_000
CHOOSING = """\
title: Choosing
cards:
  - cool spots: [storytelling, incentives, planning]
    at most: 8
  - cover: [benefits, enablers, opportunities]
  - fill to: 40
order: spread
print:
  - cards:
"""


class Effort(NamedTuple):
    """How often things are run."""

    cold: int
    warm: int
    copies: int
    scale: Mapping[int, int]
    """How many times the library, and the runs of that."""


FULL = Effort(21, 40, 5, {1: 9, 10: 5, 100: 3})
QUICK = Effort(7, 10, 3, {1: 3, 10: 1})


def library() -> list[Path]:
    """The case-study files that ship and come from the cards: 22, the same as ever, so that measurements can
    be compared.
    """
    return [
        path
        for path in sorted((shipped() / "assets" / "case-studies").glob("*.yaml"))
        if "Case study cards:" in path.read_text("utf-8")
    ]


def make_folder(folder: Path, times: int, *, links: bool = True) -> Path:
    """A folder with the library so many times over, each card with a link of its own, or none."""
    cases, decks = folder / "assets" / "case-studies", folder / "decks"
    cases.mkdir(parents=True)
    decks.mkdir()
    for source in library():
        lines = [line for line in source.read_text("utf-8").splitlines() if not line.startswith("link:")]
        for number in range(1, times + 1):
            name = source.stem if number == 1 else f"{source.stem}-{number}"
            link = [f"link: https://example.org/case-studies/{name}"] if links else []
            (cases / f"{name}.yaml").write_text("\n".join([*lines, *link, ""]), "utf-8")
    listed = "".join(f"  - {path.stem}\n" for path in sorted(cases.glob("*.yaml")))
    printed = (
        ("one", 1, "index"),
        ("copies", COPIES, "index"),
        ("cut", 1, "sorter"),
        ("cuts", COPIES, "sorter"),
    )
    for name, copies, face in printed:
        item = f"{{face: {face}, paper: A4, copies: {copies}}}"
        (decks / f"{name}.yaml").write_text(
            f"title: Starter deck\ncards:\n{listed}print:\n  - cards: {item}\n", "utf-8"
        )
    (decks / "choosing.yaml").write_text(CHOOSING, "utf-8")
    named = "".join(f"  - {source.stem}\n" for source in library())
    (decks / "named.yaml").write_text(f"title: Starter deck\ncards:\n{named}print:\n  - cards:\n", "utf-8")
    chosen = "".join(f"  - {source.stem}\n" for source in library()[:PACK_CARDS])
    session = "session: {people: 24, activities: [gallery, divergent connections]}"
    (decks / "pack.yaml").write_text(
        f"title: Away day\n{session}\ncards:\n{chosen}print:\n  - pack:\n", "utf-8"
    )
    return folder


def casedeck(*arguments: str | Path) -> Command:
    """A command of casedeck."""
    script = Path(sys.executable).with_name("casedeck")
    return [*([script] if script.exists() else [sys.executable, "-m", "casedeck"]), *arguments]


def build(deck: str) -> Command:
    """The command that builds a deck of the folder that it is run in."""
    return casedeck("build", f"decks/{deck}.yaml")


def cold(folder: Path, bare: Path, runs: int) -> list[Row]:
    """A whole process that builds the library, with links and without, against one that only imports what it
    cannot do without.
    """
    commands: dict[str, Command] = {
        "with links": build("one"),
        "without links": casedeck("build", bare / "decks" / "named.yaml"),
        "floor": [sys.executable, "-c", FLOOR],
    }
    alternating(commands, folder, 1)
    found = alternating(commands, folder, runs)
    floor = worked(found["floor"])
    return [
        row(f"cold build, {len(library())} cards", found["with links"]),
        row("the same without links", found["without links"]),
        row(f"floor: {FLOOR}", found["floor"]),
        judged("ratio to the floor", runs, worked(found["with links"]) / floor, "", 1.8),
        judged("the same without links", runs, worked(found["without links"]) / floor, "", 1.5),
    ]


def warm(folder: Path, runs: int) -> list[Row]:
    """A card's cost in a process that has built the deck before."""
    command: Command = [sys.executable, HERE / "warm.py", folder / "decks" / "one.yaml", str(runs)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=folder).stdout)
    rows = [
        Row(f"warm, a card: {part}", runs, f"{found[part]:.2f} ms") for part in ("read and compose", "draw")
    ]
    return [*rows, judged("warm, a card: all", runs, found["all"], "ms", 1.5)]


def copies(folder: Path, runs: int) -> list[Row]:
    """Many copies against one."""
    found = alternating({"one": build("one"), "copies": build("copies")}, folder, runs)
    ratio = seconds(found["copies"]) / seconds(found["one"])
    return [
        row(f"{COPIES:,} copies of {len(library())} cards", found["copies"]),
        judged("ratio to one copy", runs, ratio, "", 3.0),
    ]


def sheets(folder: Path, runs: int) -> list[Row]:
    """Many copies of small cards, four to a sheet and with backs behind them, against one."""
    found = alternating({name: build(name) for name in ("cut", "cuts")}, folder, runs)
    size = {name: (folder / "output" / name / "cards-sorter-a4.pdf").stat().st_size for name in found}
    return [
        row(f"{COPIES:,} copies, four to a sheet", found["cuts"]),
        judged("ratio to one copy", runs, seconds(found["cuts"]) / seconds(found["cut"]), "", 2.0),
        judged("bytes, ratio to one copy", runs, size["cuts"] / size["cut"], "", 1.5),
    ]


def pack(folder: Path, runs: int) -> list[Row]:
    """Everything for a session of 24 people, two activities and 16 cards."""
    found = alternating({"pack": build("pack")}, folder, runs)["pack"]
    return [
        row(f"cold pack, 24 people, {PACK_CARDS} cards", found),
        judged("its seconds", runs, seconds(found), "s", 1.0),
    ]


def choosing(home: Path, runs: int) -> list[Row]:
    """Finding and choosing cases among thousands."""
    folder = make_folder(home / "choosing", CHOOSING_CASES // len(library()))
    command: Command = [
        sys.executable,
        HERE / "choosing.py",
        folder,
        folder / "decks" / "choosing.yaml",
        str(runs),
    ]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=folder).stdout)
    what = f"{found['cases']:,} cases"
    return [
        *listing(folder, what, runs),
        Row(f"warm, {what}: read all and choose", runs, f"{found['read']:.3f} s"),
        judged(f"warm, {what}: list", runs, found["list"], "s", 0.5),
        judged(f"warm, {what}: choose 40 cards", runs, found["choose"], "s", 0.5),
    ]


def listing(folder: Path, what: str, runs: int) -> list[Row]:
    """A list as a whole process: for the first time, when nothing is kept, and again."""
    command = casedeck("list", "--country", "Scotland")
    found: dict[str, list[Run]] = {"first": [], "again": []}
    for _ in range(runs):
        shutil.rmtree(folder / KEPT, ignore_errors=True)
        for each in found.values():
            each.append(process(command, folder))
    ratio = worked(found["again"]) / worked(found["first"])
    return [
        row(f"cold list, {what}, for the first time", found["first"]),
        row(f"cold list, {what}, again", found["again"]),
        judged("ratio to the first time", runs, ratio, "", 0.25),
    ]


def among_many(folder: Path, home: Path, runs: int) -> list[Row]:
    """The same cards, named in a folder with no others and in one with thousands."""
    many = make_folder(home / "many", MANY_CASES // len(library()))
    others = len(list((many / "assets" / "case-studies").iterdir()))
    commands = {"alone": build("named"), "many": casedeck("build", many / "decks" / "named.yaml")}
    alternating(commands, folder, 1)
    found = alternating(commands, folder, runs)
    return [
        row(f"cold build, {len(library())} cards named of {others:,}", found["many"]),
        judged("ratio to a library of these", runs, worked(found["many"]) / worked(found["alone"]), "", 1.3),
    ]


def scale(home: Path, effort: Mapping[int, int], others: Mapping[str, Command]) -> list[Row]:
    """Ever more cards, in casedeck and in the other programs."""
    rows: dict[str, list[Row]] = {name: [] for name in ("casedeck", *others)}
    peaks: dict[int, float] = {}
    for times, runs in effort.items():
        folder, cards = make_folder(home / f"times-{times}", times), len(library()) * times
        found = alternating({"casedeck": build("one"), **others}, folder, runs)
        peaks[cards] = peak(found["casedeck"])
        for name, measured in found.items():
            rows[name].append(row(f"{name}, {cards:,} cards", measured))
    few, many = min(peaks), max(peaks)
    growth = judged(
        "memory a card more", max(effort.values()), (peaks[many] - peaks[few]) / (many - few) / 1000, "kB", 60
    )
    return [*rows.pop("casedeck"), growth, *(each for group in rows.values() for each in group)]


def installed(python: str) -> tuple[dict[str, Command], list[str]]:
    """The commands of the other programs that this interpreter has, and the names of those that it has
    not.
    """
    commands: dict[str, Command] = {}
    absent = []
    for name, script in OTHERS.items():
        question = (
            f"from importlib.metadata import version; import segno, yaml; print(version({name.lower()!r}))"
        )
        answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
        if answer.returncode:
            absent.append(name)
        else:
            commands[f"{name} {answer.stdout.strip()}"] = [
                python,
                HERE / script,
                shipped() / "assets",
                font_folder(),
                "others.pdf",
            ]
    return commands, absent


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Measure what casedeck costs, and other programs where they are installed."
    )
    parser.add_argument(
        "--quick", action="store_true", help="fewer runs, and no more than ten times the library"
    )
    parser.add_argument(
        "--others",
        metavar="PYTHON",
        default=sys.executable,
        help="the interpreter with weasyprint, typst, pyyaml, segno",
    )
    options = parser.parse_args()
    effort = QUICK if options.quick else FULL
    others, absent = installed(options.others)
    with tempfile.TemporaryDirectory() as home:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
        folder = make_folder(Path(home) / "small", 1)
        rows = [
            *cold(folder, make_folder(Path(home) / "bare", 1, links=False), effort.cold),
            *warm(folder, effort.warm),
            *copies(folder, effort.copies),
            *sheets(folder, effort.copies),
            *pack(folder, effort.copies),
        ]
        rows += choosing(Path(home), effort.copies)
        rows += among_many(folder, Path(home), effort.copies)
        rows += scale(Path(home), effort.scale, others)
    print(table(rows))
    for name in absent:
        print(f"{name} is skipped: it is not installed (--others names another interpreter).")


if __name__ == "__main__":
    main()
