"""Links and pictures lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.docs.support import NAMES, PAGES, ROOT, page

PICTURES = ROOT / "docs" / "pictures"


def anchors(text: str) -> set[str]:
    """The names by which links can lead to a page's headings."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


def links(text: str) -> list[str]:
    """What the links and pictures of a page lead to, but for code."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    return re.findall(r"\]\(([^()\s]+)\)", prose)


def dead_links(file: Path, text: str) -> list[str]:
    """The relative links of a page that lead to no file or to no heading of it."""
    dead = []
    for target in links(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = file.parent / name
        there = text if not name else path.read_text("utf-8") if path.is_file() and anchor else ""
        if not path.exists() or (anchor and anchor not in anchors(there)):
            dead.append(target)
    return dead


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    """Every relative link and picture of a page leads to a file that is there, and to a heading that is in
    it.
    """
    assert dead_links(ROOT / name, page(name)) == []


def test_dead_links_are_found() -> None:
    """Twin: a missing file, a missing heading and a missing picture are found; links to the web and code are
    let be.
    """
    text = (
        "# Top\n[a](no.md) [b](README.md#no) [c](#no) ![d](no.png) [e](#top) [f](README.md) "
        "[g](https://example.org) `[h](no.md)`"
    )
    assert dead_links(ROOT / "x.md", text) == ["no.md", "README.md#no", "#no", "no.png"]


def without_a_way(names: list[str], texts: list[str]) -> list[str]:
    """The files that no link leads to."""
    ends = {target.split("#")[0].rsplit("/", 1)[-1] for text in texts for target in links(text)}
    return [name for name in names if name not in ends]


def misnumbered(names: list[str], heads: list[str], architecture: str) -> list[str]:
    """What is wrong with decisions: numbers that are missing, twice there or not the heading's, and those
    that no link leads to.
    """
    wanted = [f"{number:04d}" for number in range(1, len(names) + 1)]
    wrong = [
        f"{name} is not number {number}"
        for name, number in zip(sorted(names), wanted, strict=True)
        if name[:4] != number
    ]
    wrong += [
        f"{name} is headed {head}"
        for name, head in zip(names, heads, strict=True)
        if not head.startswith(f"# {int(name[:4])}. ")
    ]
    return wrong + [f"{name} is not linked" for name in without_a_way(names, [architecture])]


DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def test_decisions_are_numbered_and_linked() -> None:
    """Decisions have the numbers from 1 on, each once and in its heading, and ARCHITECTURE leads to each
    where it matters.
    """
    heads = [file.read_text("utf-8").splitlines()[0] for file in DECISIONS]
    assert misnumbered([file.name for file in DECISIONS], heads, page("ARCHITECTURE.md")) == []
    named = re.findall(r"[Dd]ecision (\d+)\]\([^)]*?(\d{4})-", "".join(page(name) for name in NAMES))
    assert [pair for pair in named if int(pair[0]) != int(pair[1])] == []


def test_decisions_with_one_number_are_found() -> None:
    """Twin: a number given twice, a heading that says another and a decision without a link are named."""
    found = misnumbered(
        ["0001-a.md", "0001-b.md"], ["# 1. A", "# 2. B"], "[decision 1](docs/decisions/0001-a.md)"
    )
    assert found == ["0001-b.md is not number 0002", "0001-b.md is headed # 2. B", "0001-b.md is not linked"]


def test_every_page_and_picture_is_linked() -> None:
    """A link leads to each page of docs/ and to each picture; one that nothing leads to is found."""
    texts = [file.read_text("utf-8") for file in PAGES]
    names = [file.name for file in (*(ROOT / "docs").glob("*.md"), *PICTURES.iterdir())]
    assert without_a_way(names, texts) == []
    assert without_a_way([*names, "lonely.md"], texts) == ["lonely.md"]


def too_large(folder: Path, width: int = 1000, size: int = 1_500_000) -> list[str]:
    """The pictures that are too wide, and the folder where all of them together have too many bytes."""
    files = sorted(folder.iterdir())
    wide = [file.name for file in files if Image.open(file).width > width]
    return [*wide, *([folder.name] if sum(file.stat().st_size for file in files) > size else [])]


def test_pictures_are_small() -> None:
    """Pictures are at most 1000 px wide and have 1.5 MB in all; narrower limits find them too large."""
    assert too_large(PICTURES) == []
    assert too_large(PICTURES, 0, 0) == [*sorted(file.name for file in PICTURES.iterdir()), "pictures"]
