"""PDFs that everybody can read: the gate on everything that casedeck makes, and what the gate must catch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.support.decks import (
    DECKS,
    FACE_NAMES,
    ROOT,
    THEMES,
    deck_of,
    pdf_files,
    pdf_of,
    printed_as,
    shipped_deck,
)
from tests.support.pdfua import CHECKS, failures
from tests.support.samples import SAMPLES
from tests.support.tags import read_tree


@pytest.mark.parametrize("deck", DECKS)
def test_shipped_decks_pass_the_gate(deck: str) -> None:
    """Every PDF of every deck that ships is tagged without a fault."""
    for name, data in pdf_files(shipped_deck(deck), ROOT).items():
        assert failures(data) == [], name


@pytest.mark.parametrize("theme", [*THEMES, "with-logo"])
@pytest.mark.parametrize("face", FACE_NAMES)
def test_cards_of_every_shape_pass_the_gate(face: str, theme: str) -> None:
    """Lists, links, QR codes, logos and accents, on every face and theme."""
    assert failures(pdf_of(deck_of(*SAMPLES, face=face, theme=theme))) == []


@pytest.mark.parametrize("copies", [2, 3])
def test_copies_pass_the_gate(copies: int) -> None:
    """A deck printed several times is as well tagged as one."""
    assert failures(pdf_of(deck_of(*SAMPLES, copies=copies))) == []
    assert failures(pdf_of(printed_as(shipped_deck("my-deck"), "wall", "A3", "default", copies))) == []


@cache
def good() -> bytes:
    """A PDF with everything that can be broken."""
    return pdf_of(deck_of("with-link", "with-lists"))


def broken(break_it: Callable[[pikepdf.Pdf], None]) -> list[str]:
    """What the gate says of the good PDF after something is done to it."""
    with pikepdf.open(BytesIO(good())) as pdf:
        break_it(pdf)
        changed = BytesIO()
        pdf.save(changed)
    return failures(changed.getvalue())


def _elements(node: Any) -> Iterator[Any]:
    yield node
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _first(pdf: pikepdf.Pdf, role: str) -> Any:
    return next(element for element in _elements(pdf.Root.StructTreeRoot.K) if f"/{role}" == element.S)


def _operators(pdf: pikepdf.Pdf, change: Callable[[list[Any]], None]) -> None:
    """Change the operators of the first page."""
    page = pdf.pages[0]
    operators = list(pikepdf.parse_content_stream(page))
    change(operators)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operators))


def _delete(*path: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        node: Any = pdf.Root
        for name in path[:-1]:
            node = node[name]
        del node[path[-1]]

    return change


def _metadata(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata = pdf.make_stream(packet.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return change


def _role(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        _first(pdf, old).S = Name(f"/{new}")

    return change


def _parent_tree(pdf: pikepdf.Pdf) -> Any:
    return read_tree(pdf).parent_tree[int(pdf.pages[0].StructParents)]


def _swap_parents(pdf: pikepdf.Pdf) -> None:
    owners = _parent_tree(pdf)
    owners[0] = owners[len(owners) - 1]


def _shorten_parents(pdf: pikepdf.Pdf) -> None:
    owners = _parent_tree(pdf)
    del owners[len(owners) - 1]


def _without(role: str, key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        del _first(pdf, role)[key]

    return change


def _untagged_drawing(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"q 0 0 10 10 re f Q"))


def _untagged_picture(pdf: pikepdf.Pdf) -> None:
    form = next(iter(pdf.pages[0].resources.XObject.keys()))
    pdf.pages[0].contents_add(pdf.make_stream(f"q {form} Do Q".encode()))


def _unclosed(operators: list[Any]) -> None:
    last = max(i for i, each in enumerate(operators) if str(each.operator) == "EMC")
    del operators[last]


def _closed_twice(operators: list[Any]) -> None:
    operators.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC")))


def _number_twice(operators: list[Any]) -> None:
    tagged = [i for i, each in enumerate(operators) if str(each.operator) == "BDC"]
    operators[tagged[1]] = operators[tagged[0]]


def _number_unknown(operators: list[Any]) -> None:
    place = next(i for i, each in enumerate(operators) if str(each.operator) == "BDC")
    operators[place] = pikepdf.ContentStreamInstruction(
        [Name.P, Dictionary(MCID=999)], pikepdf.Operator("BDC")
    )


def _font(key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        fonts: Any = pdf.pages[0].resources.Font
        for font in fonts.values():
            del (font.FontDescriptor if key.startswith("/FontFile") else font)[key]

    return change


def _note(key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Annots[0][key]

    return change


def _note_empty(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].Contents = String("")


def _no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Tabs


def _loose_link(pdf: pikepdf.Pdf) -> None:
    link = _first(pdf, "Link")
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary)])


def _orphan(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "H2").P = pdf.Root.StructTreeRoot


def _nothing(_: pikepdf.Pdf) -> None:
    """Leave the file as it is."""


BREAKS: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "no language": (_delete("/Lang"), "names no language"),
    "not marked": (_delete("/MarkInfo"), "not marked as tagged"),
    "title not shown": (_delete("/ViewerPreferences", "/DisplayDocTitle"), "title is not shown"),
    "no title in metadata": (_metadata(b"A deck for tests: index cards, A4", b""), "metadata give no title"),
    "no claim": (_metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>2"), "do not claim PDF/UA-1"),
    "no metadata": (_delete("/Metadata"), "metadata"),
    "no structure tree": (_delete("/StructTreeRoot"), "no structure tree"),
    "no parent tree": (_delete("/StructTreeRoot", "/ParentTree"), "parent tree"),
    "parent tree too short": (_shorten_parents, "parent tree"),
    "parent tree leads astray": (_swap_parents, "parent tree"),
    "unknown role": (_role("H1", "Headline"), "no standard role"),
    "heading jump": (_role("H2", "H3"), "the heading after H1 is H3"),
    "no first heading": (_role("H1", "P"), "the heading after H0 is H2"),
    "item outside a list": (_role("L", "Sect"), "LI inside Sect"),
    "paragraph in a list": (_role("LI", "P"), "P directly inside L"),
    "empty element": (_without("P", "/K"), "P is empty"),
    "wrong parent": (_orphan, "does not point back"),
    "figure without words": (_without("Figure", "/Alt"), "no alternative text"),
    "figure without place": (_without("Figure", "/A"), "no bounding box"),
    "untagged drawing": (_untagged_drawing, "f is neither tagged"),
    "untagged picture": (_untagged_picture, "Do is neither tagged"),
    "marked content left open": (lambda pdf: _operators(pdf, _unclosed), "not closed"),
    "marked content closed twice": (lambda pdf: _operators(pdf, _closed_twice), "not opened"),
    "number twice": (lambda pdf: _operators(pdf, _number_twice), "stands twice"),
    "number unknown": (lambda pdf: _operators(pdf, _number_unknown), "not in the structure tree"),
    "number gone": (lambda pdf: _operators(pdf, _number_unknown), "that is on no page"),
    "font not embedded": (_font("/FontFile2"), "not embedded"),
    "font without text": (_font("/ToUnicode"), "cannot be read as text"),
    "link without words": (_note_empty, "does not say where it leads"),
    "link without contents": (_note("/Contents"), "does not say where it leads"),
    "link without key": (_note("/StructParent"), "parent tree does not lead from a link"),
    "link in no element": (_loose_link, "belongs to no Link element"),
    "no tab order": (_no_tab_order, "tab order"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_gate_catches_a_broken_file(name: str) -> None:
    """Each way of breaking a good PDF is found, and said for what it is."""
    break_it, said = BREAKS[name]
    found = broken(break_it)
    assert any(said in failure for failure in found), found


def test_saving_anew_breaks_nothing() -> None:
    """The gate finds nothing in the good PDF after it has been through pikepdf, so it is the breaking that is
    found.
    """
    assert broken(_nothing) == []


def test_every_check_of_the_gate_has_caught_something() -> None:
    """No check is one that can never fail."""
    silent = set(CHECKS)
    for break_it, _ in BREAKS.values():
        with pikepdf.open(BytesIO(good())) as pdf:
            break_it(pdf)
            if "/StructTreeRoot" in pdf.Root:
                tree = read_tree(pdf)
                silent -= {check for check in silent if list(check(pdf, tree))}
    assert silent == set()
