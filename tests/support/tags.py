"""A PDF's structure tree, and its text in the order in which a screen reader says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

Key = tuple[tuple[int, int], int]
"""The object of a page and the number of its marked content."""


@dataclass(eq=False)
class Element:
    """A structure element: its role, its dictionary and its parent."""

    role: str
    node: Any
    parent: Element | None
    points_back: bool
    has_kids: bool
    content: list[Key | Element] = field(default_factory=list)


@dataclass
class Tree:
    """All elements in reading order, who owns which marked content and annotation, and the parent tree."""

    elements: list[Element] = field(default_factory=list)
    owners: dict[Key, Element] = field(default_factory=dict)
    annotations: dict[tuple[int, int], Element] = field(default_factory=dict)
    parent_tree: dict[int, Any] = field(default_factory=dict)


def read_tree(pdf: pikepdf.Pdf) -> Tree:
    """The structure tree of a PDF."""
    tree = Tree()
    root = pdf.Root.StructTreeRoot
    tree.parent_tree.update(_numbers(root.get("/ParentTree", pikepdf.Dictionary())))
    for kid in _kids(root):
        _walk(tree, kid, None, root, None)
    return tree


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    flat = list(node.get("/Nums", []))
    yield from ((int(number), value) for number, value in zip(flat[::2], flat[1::2], strict=True))
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _walk(tree: Tree, node: Any, parent: Element | None, above: Any, page: Any) -> Element:
    kids = _kids(node)
    element = Element(
        str(node.S)[1:], node, parent, "/P" in node and node.P.objgen == above.objgen, bool(kids)
    )
    tree.elements.append(element)
    page = node.get("/Pg", page)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            element.content.append(_walk(tree, kid, element, node, page))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            tree.annotations[kid.Obj.objgen] = element
        else:
            is_reference = isinstance(kid, pikepdf.Dictionary)
            on = kid.get("/Pg", page) if is_reference else page
            key = (on.objgen if on is not None else (0, 0), int(kid.MCID if is_reference else kid))
            tree.owners[key] = element
            element.content.append(key)
    return element


BLOCKS = ("H1", "H2", "P", "Lbl", "LBody", "Figure")


def spoken(data: bytes) -> list[tuple[str, str]]:
    """Role and text of each heading, paragraph, list item and figure (its alternative text), links in their
    place, in reading order.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        tree = read_tree(pdf)
        texts = {(page.obj.objgen, mcid): text for page in pdf.pages for mcid, text in _texts(page).items()}

        def said(element: Element) -> str:
            if element.role == "Figure":
                return str(element.node.Alt)
            return "".join(
                said(part) if isinstance(part, Element) else texts.get(part, "") for part in element.content
            )

        return [
            (element.role, " ".join(said(element).split()))
            for element in tree.elements
            if element.role in BLOCKS
        ]


def _texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each piece of marked content of a page, by its number."""
    found: dict[int, str] = {}
    maps: dict[str, dict[int, str]] = {}
    mcid, font = None, ""
    for operands, operator in instructions(page):
        name = str(operator)
        if name == "BDC":
            mcid = int(operands[1].MCID)
        elif name == "EMC":
            mcid = None
        elif name == "Tf":
            font = str(operands[0])
            if font not in maps:
                maps[font] = _characters(page.resources.Font[font])
        elif name == "Tj" and mcid is not None:
            found[mcid] = found.get(mcid, "") + "".join(maps[font][byte] for byte in bytes(operands[0]))
    return found


def instructions(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    """The operands and the operator of each instruction of a page."""
    for each in pikepdf.parse_content_stream(page):
        yield each.operands, each.operator


def _characters(font: Any) -> dict[int, str]:
    """What each byte of a simple font means, from its ToUnicode map."""
    lines = font.ToUnicode.read_bytes().decode("latin-1").split("\n")
    found: dict[int, str] = {}
    inside = ""
    for line in lines:
        words = line.replace("[", " ").replace("]", " ").replace("<", " ").replace(">", " ").split()
        if line.rstrip().endswith(("beginbfchar", "beginbfrange")):
            inside = line.split()[-1]
        elif line.strip().startswith(("endbfchar", "endbfrange")):
            inside = ""
        elif inside == "beginbfchar":
            found[int(words[0], 16)] = _utf16(words[1])
        elif inside == "beginbfrange":
            first, last, *targets = words
            for offset, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = (
                    _utf16(targets[offset]) if len(targets) > 1 else chr(int(targets[0], 16) + offset)
                )
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
