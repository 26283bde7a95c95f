"""The parts of an SVG file, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from casedeck.library.not_shown import NotShownError
from casedeck.wording import short

MAX_ELEMENTS = 2_000
MAX_DEPTH = 50
AS_PNG = "save it as PNG, 1,000 dots wide or more"
_SVG = "http://www.w3.org/2000/svg"

Styles = Mapping[str, Mapping[str, str]]
"""The properties of each class."""


class Element(NamedTuple):
    """A part of a file, with the parts within it."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Element]


def refused(what: str) -> NotShownError:
    """What is said of a drawing with something that is not drawn."""
    way = "in a drawing program, turn all of it into filled shapes of one colour each, or " + AS_PNG
    return NotShownError(f"is a drawing with {what}, which casedeck does not draw", way)


class _Reader:
    """Makes elements of a file, and takes down what its style sheets say of classes."""

    def __init__(self) -> None:
        self.root = Element("", {}, [])
        self.css = ""
        self._open = [self.root]
        self._count = self._foreign = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = tag.rpartition(" ")
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) > MAX_DEPTH:
            raise NotShownError(f"is a drawing of more than {MAX_ELEMENTS:,} parts", AS_PNG)
        if self._foreign or space not in ("", _SVG):
            self._foreign += 1
            return
        made = Element(name, attributes, [])
        self._open[-1].children.append(made)
        self._open.append(made)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def text(self, text: str) -> None:
        """What stands between elements."""
        if self._open[-1].tag == "style" and not self._foreign:
            self.css += text


def read_elements(data: bytes) -> tuple[Element, Styles]:
    """The file's first element, and the properties of classes. Raises NotShownError."""

    def refuse(*_: object) -> None:
        raise NotShownError("is a drawing that declares entities", AS_PNG)

    reader, parser = _Reader(), expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.begin, reader.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reader.text, refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotShownError("is damaged", "open it in a drawing program and save it again") from error
    (root,) = reader.root.children or [reader.root]
    if root.tag != "svg":
        raise NotShownError("is not a drawing", AS_PNG)
    return root, _classes(reader.css)


def _classes(css: str) -> Styles:
    """The properties of each class in a style sheet."""
    found: dict[str, dict[str, str]] = {}
    if "@" in css:
        raise refused('styles with "@"')
    for selectors, body in re.findall(r"([^{}]*)\{([^{}]*)\}", re.sub(r"(?s)/\*.*?\*/", "", css)):
        for selector in selectors.split(","):
            name = selector.strip().removeprefix(".")
            if not re.fullmatch(r"\.[\w-]+", selector.strip()):
                raise refused(f'styles for "{short(selector.strip())}"')
            found.setdefault(name, {}).update(_declared(body))
    return found


def _declared(text: str) -> dict[str, str]:
    """The properties in a text such as "fill: red; opacity: 1"."""
    pairs = [part.partition(":") for part in text.split(";")]
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def said_of(element: Element, styles: Styles) -> dict[str, str]:
    """The properties of an element: its attributes, over them those of its classes, then of its style."""
    said = dict(element.attributes)
    for name in element.attributes.get("class", "").split():
        said.update(styles.get(name, {}))
    said.update(_declared(element.attributes.get("style", "")))
    return said
