"""Icon files: a small part of SVG, read into a Drawing.

Elements: path (absolute M L H V C Z), line, rect, circle. One stroke, no fill. That is all this project
draws; anything else is refused rather than drawn half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from casedeck.errors import Place, Report
from casedeck.model.page import Drawing
from casedeck.wording import short, size

MAX_BYTES = 20_000
MAX_NUMBER = 10_000
_KAPPA = 0.5523
_TOKEN = re.compile(r"[MLHVCZ]|-?[0-9]+(?:\.[0-9]+)?")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}

Step = tuple[str | float, ...]


class _NotDrawnError(ValueError):
    pass


def read_icon(name: str, data: bytes, place: Place, report: Report) -> Drawing | None:
    """The drawing in an SVG file, or None with the problem recorded."""
    try:
        if len(data) > MAX_BYTES:
            raise _NotDrawnError(f"it has {size(len(data))}; the limit is {size(MAX_BYTES)}")
        (_, root), *elements = _elements(data)
        box = [_number(part) for part in root.get("viewBox", "").split()]
        if len(box) != 4 or box[:2] != [0, 0] or min(box[2:]) <= 0:
            raise _NotDrawnError('it needs a viewBox such as "0 0 24 24"')
        steps = [step for tag, attributes in elements for step in _steps(tag, attributes)]
        if not steps:
            raise _NotDrawnError("it has no shapes")
        path = "\n".join(map(_written, steps))
        return Drawing(name, box[2], box[3], path, _size(root.get("stroke-width", "2")))
    except _NotDrawnError as error:
        report.add(place, "T105", f"the icon cannot be drawn: {error}")
    except (expat.ExpatError, ValueError, LookupError):
        report.add(place, "T105", "the icon cannot be drawn: it is not a well-formed SVG file")
    return None


def _written(step: Step) -> str:
    """A step as a Drawing has it."""
    operator, *numbers = step
    return " ".join([*[f"{number:.4g}" for number in numbers], _OPERATORS[str(operator)]])


def _elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes, the root first."""
    found: list[tuple[str, dict[str, str]]] = []

    def refuse(*_: object) -> None:
        raise _NotDrawnError("it declares a document type or entities")

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda tag, attributes: found.append((tag, attributes))
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)
    return found


def _number(text: str) -> float:
    if _TOKEN.fullmatch(text) and text not in _ARGUMENTS and abs(float(text)) <= MAX_NUMBER:
        return float(text)
    raise _NotDrawnError(
        f'"{short(text)}" is not a number from -{MAX_NUMBER:,} to {MAX_NUMBER:,}, such as 2.5'
    )


def _size(text: str) -> float:
    number = _number(text)
    if number < 0:
        raise _NotDrawnError(f"a size is less than nothing: {short(text)}")
    return number


def _steps(tag: str, attributes: dict[str, str]) -> Iterator[Step]:
    for name in ("transform", "style"):
        if name in attributes:
            raise _NotDrawnError(f"it uses {name}=, which casedeck does not heed")
    if tag == "path":
        yield from _path(attributes["d"])
    elif tag == "line":
        x1, y1, x2, y2 = (_number(attributes[name]) for name in ("x1", "y1", "x2", "y2"))
        yield ("M", x1, y1)
        yield ("L", x2, y2)
    elif tag == "circle":
        x, y, r = _number(attributes["cx"]), _number(attributes["cy"]), _size(attributes["r"])
        yield from rounded(x - r, y - r, 2 * r, 2 * r, r)
    elif tag == "rect":
        x, y = _number(attributes["x"]), _number(attributes["y"])
        width, height = _size(attributes["width"]), _size(attributes["height"])
        yield from rounded(x, y, width, height, min(_size(attributes.get("rx", "0")), width / 2, height / 2))
    elif tag not in ("title", "desc"):
        raise _NotDrawnError(f"it uses <{short(tag)}>; only path, line, rect and circle are drawn")


def rounded(x: float, y: float, width: float, height: float, r: float) -> Iterator[Step]:
    """The outline of a rectangle with round corners, clockwise from the top left."""
    k = r * (1 - _KAPPA)
    right, bottom = x + width, y + height
    yield ("M", x + r, y)
    yield ("L", right - r, y)
    if r:
        yield ("C", right - k, y, right, y + k, right, y + r)
    yield ("L", right, bottom - r)
    if r:
        yield ("C", right, bottom - k, right - k, bottom, right - r, bottom)
    yield ("L", x + r, bottom)
    if r:
        yield ("C", x + k, bottom, x, bottom - k, x, bottom - r)
    yield ("L", x, y + r)
    if r:
        yield ("C", x, y + k, x + k, y, x + r, y)
    yield ("Z",)


def _path(data: str) -> Iterator[Step]:
    if _TOKEN.sub("", data).strip(" ,\n\t"):
        raise _NotDrawnError("a path uses a command other than absolute M, L, H, V, C and Z")
    x = y = 0.0
    start = x, y
    tokens = _TOKEN.findall(data)
    if tokens and tokens[0] != "M":
        raise _NotDrawnError("a path starts with something other than M")
    command = ""
    i = 0
    while i < len(tokens):
        if tokens[i] in _ARGUMENTS:
            command = tokens[i]
            i += 1
        elif command == "M":  # further points after the first are lines
            command = "L"
        given = tokens[i : i + _ARGUMENTS[command]]
        i += len(given)
        if (
            len(given) < _ARGUMENTS[command]
            or _ARGUMENTS.keys() & given
            or (command == "Z" and not _ARGUMENTS.keys() >= set(tokens[i : i + 1]))
        ):
            raise _NotDrawnError("a path command has too few or too many numbers")
        numbers = [_number(token) for token in given]
        if command == "H":
            numbers = [numbers[0], y]
        elif command == "V":
            numbers = [x, numbers[0]]
        x, y = numbers[-2:] if numbers else start
        if command == "M":
            start = x, y
        yield ("L" if command in "HV" else command, *numbers)
