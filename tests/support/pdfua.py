"""A gate for accessible PDFs without Java: what a program that writes PDF/UA-1 can get wrong, each said as
one line.

It is no validator; veraPDF stays the referee. The numbers are clauses of ISO 14289-1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf

from tests.support.tags import Tree, instructions, read_tree

STANDARD = frozenset(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 "
        "H4 H5 H6 L LI Lbl LBody "
        "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure "
        "Formula Form",
    )
)
PARENTS = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
}
PAINTING = frozenset(
    {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Tj", "TJ", "'", '"', "Do", "INLINE IMAGE"}
)


def failures(data: bytes) -> list[str]:
    """Everything that is wrong with a PDF's tagging; an empty list for a good one."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = list(_document(pdf))
        if "/StructTreeRoot" not in pdf.Root:
            return [*found, "7.1 there is no structure tree"]
        tree = read_tree(pdf)
        for check in CHECKS:
            found.extend(check(pdf, tree))
        return found


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What stands in the catalogue and the metadata."""
    root: Any = pdf.Root
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "6.2 the file is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "7.2 the file names no language"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "7.1 the title is not shown"
    packet = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    if not re.search(r"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^\s<]", packet):
        yield "7.1 the metadata give no title"
    if "<pdfuaid:part>1<" not in packet:
        yield "5 the metadata do not claim PDF/UA-1"


def _roles(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Roles that stand where they may, and none empty."""
    for element in tree.elements:
        parent = element.parent.role if element.parent else ""
        if element.role not in STANDARD:
            yield f"7.1 {element.role} is no standard role"
        if element.role in PARENTS and parent not in PARENTS[element.role]:
            yield f"7.2 {element.role} inside {parent or 'nothing'}"
        if parent == "L" and element.role not in ("LI", "L", "Caption"):
            yield f"7.2 {element.role} directly inside L"
        if not element.points_back:
            yield f"7.1 {element.role} does not point back to its parent"
        if not element.has_kids:
            yield f"7.1 {element.role} is empty"


def _headings(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Headings that go down one level at a time."""
    last = 0
    for element in tree.elements:
        if re.fullmatch("H[1-6]", element.role):
            level = int(element.role[1])
            if level > last + 1:
                yield f"7.4 the heading after H{last} is H{level}"
            last = level


def _figures(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Figures with words for those who cannot see them, and the place that they take."""
    for element in tree.elements:
        if element.role == "Figure":
            if not str(element.node.get("/Alt", "") or element.node.get("/ActualText", "")).strip():
                yield "7.3 a figure has no alternative text"
            attributes = element.node.get("/A", pikepdf.Dictionary())
            listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
            if not any("/BBox" in each for each in listed):
                yield "7.3 a figure has no bounding box"


def _content(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Every mark on a page is in the structure tree or an artifact, and the parent tree leads back to its
    owner.
    """
    met = set()
    for number, page in enumerate(pdf.pages, 1):
        marked: list[int] = []
        for found in _marked_content(page, marked):
            yield f"{found}, page {number}"
        if len(marked) != len(set(marked)):
            yield f"7.1 a number of marked content stands twice, page {number}"
        owners = tree.parent_tree.get(int(page.obj.get("/StructParents", -1)))
        for mcid in marked:
            key = (page.obj.objgen, mcid)
            met.add(key)
            owner = tree.owners.get(key)
            if owner is None:
                yield f"7.1 marked content {mcid} is not in the structure tree, page {number}"
            elif (
                not isinstance(owners, pikepdf.Array)
                or mcid >= len(owners)
                or _objgen(owners[mcid]) != owner.node.objgen
            ):
                yield (
                    f"7.1 the parent tree does not lead from marked content {mcid} to its owner, page "
                    f"{number}"
                )
    for _, mcid in tree.owners.keys() - met:
        yield f"7.1 the structure tree holds marked content {mcid} that is on no page"


def _marked_content(page: pikepdf.Page, marked: list[int]) -> Iterator[str]:
    """What is wrong with a page's nesting; the numbers of its marked content are added to `marked`."""
    stack: list[bool] = []
    for operands, operator in instructions(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            properties = operands[1] if name == "BDC" else None
            mcid = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            if any(stack) and (mcid is not None or operands[0] == "/Artifact"):
                yield "7.1 marked content inside marked content"
            stack.append(mcid is not None or operands[0] == "/Artifact")
            if mcid is not None:
                marked.append(int(mcid))
        elif name == "EMC":
            if not stack:
                yield "7.1 marked content is closed that was not opened"
                return
            stack.pop()
        elif name in PAINTING and not any(stack):
            yield f"7.1 {name} is neither tagged nor an artifact"
    if stack:
        yield "7.1 marked content is not closed"


def _fonts(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Every font that draws something is embedded and can be read back as text."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        used, name = set(), ""
        for operands, operator in instructions(page):
            if str(operator) == "Tf":
                name = str(operands[0])
            elif str(operator) in ("Tj", "TJ", "'", '"'):
                used.add(name)
        for each in used:
            font: Any = page.resources.Font[each]
            if font.objgen not in seen:
                seen.add(font.objgen)
                if not any(
                    key in font.get("/FontDescriptor", {})
                    for key in ("/FontFile", "/FontFile2", "/FontFile3")
                ):
                    yield f"7.21 the font {font.BaseFont} is not embedded, page {number}"
                if "/ToUnicode" not in font:
                    yield f"7.21 the font {font.BaseFont} cannot be read as text, page {number}"


def _links(pdf: pikepdf.Pdf, tree: Tree) -> Iterator[str]:
    """Links say where they lead and belong to a Link element."""
    for number, page in enumerate(pdf.pages, 1):
        notes: Any = page.obj.get("/Annots", [])
        if len(notes) and page.obj.get("/Tabs") != "/S":
            yield f"7.18 the tab order is not that of the structure, page {number}"
        for note in notes:
            if not str(note.get("/Contents", "")).strip():
                yield f"7.18 a link does not say where it leads, page {number}"
            owner = tree.annotations.get(note.objgen)
            listed = tree.parent_tree.get(int(note.get("/StructParent", -1)))
            if owner is None or owner.role != "Link":
                yield f"7.18 a link belongs to no Link element, page {number}"
            elif listed is None or _objgen(listed) != owner.node.objgen:
                yield f"7.18 the parent tree does not lead from a link to its element, page {number}"


def _objgen(item: Any) -> tuple[int, int] | None:
    return item.objgen if isinstance(item, pikepdf.Object) else None


CHECKS: tuple[Callable[[pikepdf.Pdf, Tree], Iterator[str]], ...] = (
    _roles,
    _headings,
    _figures,
    _content,
    _fonts,
    _links,
)
