"""Tables, and parts of a page that are made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1]


NOTE = "<!-- Made by docs/generate.py. Change the code or the assets, then run: python docs/generate.py -->\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; signs that Markdown would read as marks are escaped outside `code`."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *([cell(each) for each in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def cell(text: str) -> str:
    """A text as a cell holds it."""
    parts = text.replace("|", "\\|").split("`")
    return "`".join(
        part if number % 2 else part.replace("*", "\\*").replace("<", "&lt;")
        for number, part in enumerate(parts)
    )


def between(text: str, name: str, made: str) -> str:
    """A page with what is made between two of its lines, which name it."""
    begin, end = (f"<!-- {name}: {word} -->\n" for word in ("begin", "end"))
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}{made}{end}{after}"
