"""Theme and paper files."""

from __future__ import annotations

import math
import re
from typing import Any

from casedeck.errors import Place, Report, did_you_mean
from casedeck.library.files import Files, read_node, yaml_names
from casedeck.model.geometry import PT_PER_MM, Size
from casedeck.model.paper import SETTINGS, Paper, nearest_setting
from casedeck.model.theme import COLOURS, PARTS, WEIGHTS, Logo, Paint, Theme
from casedeck.model.vocabulary import key
from casedeck.notation.amounts import Length
from casedeck.notation.combined import Checked
from casedeck.notation.fields import OneOf, Text
from casedeck.notation.records import Key, Read, Record
from casedeck.notation.wishes import way_out
from casedeck.notation.yaml import Node
from casedeck.wording import short

MAX_EXTENDS = 10


def _colour(text: str, place: Place, report: Report) -> str | None:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return text.upper()
    report.add(place, "V110", f'"{short(text)}" is not a colour', 'write it like "#00558C", in quotes')
    return None


_HEX = Checked(Text(40), _colour)
_FILE = Text(200, blank=False)
PAINT = Record(
    "the look of a part",
    {
        "fill": Key(OneOf("colour name", (*COLOURS, "none")), "The colour inside."),
        "text": Key(OneOf("colour name", COLOURS), "The colour of words and icons."),
        "border": Key(OneOf("colour name", (*COLOURS, "none")), "The colour of the outline."),
        "border width": Key(Length(0, 2), "The thickness of the outline."),
    },
)
THEME = Record(
    "a theme",
    {
        "name": Key(Text(60), "The theme's name.", required=True),
        "extends": Key(
            Text(60, blank=False),
            "The theme that this one changes; what is not said here stays as it is there.",
        ),
        "fonts": Key(
            Record(
                "fonts",
                {weight: Key(_FILE, f"The {weight} font's file in assets/fonts.") for weight in WEIGHTS},
            ),
            "Three TrueType files.",
        ),
        "smallest body": Key(
            Length(10 / PT_PER_MM, 40 / PT_PER_MM), "The smallest size of body text, such as 13pt."
        ),
        "colours": Key(
            Record(
                "colours", {name: Key(_HEX, f'The {name} colour, such as "#00558C".') for name in COLOURS}
            ),
            "The palette.",
        ),
        "parts": Key(
            Record("parts", {name: Key(PAINT, f"How the {name} is painted.") for name in PARTS}),
            "The look of each part.",
        ),
        "logo": Key(
            Record(
                "a logo",
                {
                    "file": Key(
                        _FILE, "A PNG, JPEG, WebP, GIF or BMP file in assets/pictures.", required=True
                    ),
                    "alt": Key(
                        Text(120),
                        "What the logo shows, in words, for people who cannot see it.",
                        required=True,
                    ),
                },
            ),
            "Your organisation's logo, printed at most 40 by 18 mm.",
        ),
    },
)
PAPER = Record(
    "a paper",
    {
        "name": Key(Text(40), "The paper's name.", required=True),
        "width": Key(Length(60, 1000), "The shorter side.", required=True),
        "height": Key(Length(60, 1500), "The longer side.", required=True),
        "like": Key(
            OneOf("setting", SETTINGS),
            "The paper whose sizes of type it uses, where these do not grow with its own.",
        ),
    },
)


class Shelf:
    """Themes and papers by name, each read when it is first asked for."""

    def __init__(self, files: Files, report: Report) -> None:
        self._files = files
        self._report = report
        self._read: dict[str, Any] = {}
        self._names: dict[str, dict[str, str]] = {}

    def names(self, kind: str) -> list[str]:
        """What there is of a kind ("themes" or "papers")."""
        return list(self._found(kind))

    def _found(self, kind: str) -> dict[str, str]:
        """The file of each theme or paper by its id."""
        if kind not in self._names:
            self._names[kind] = dict(yaml_names(self._files, f"assets/{kind}", self._report))
        return self._names[kind]

    def theme(self, word: str, place: Place, report: Report) -> Theme | None:
        """The theme of this name; None with the problem recorded at `place`."""
        found: Theme | None = self._find("themes", "theme", word, place, report)
        return found

    def paper(self, word: str, place: Place, report: Report) -> Paper | None:
        """The paper of this name; None with the problem recorded at `place`."""
        found: Paper | None = self._find("papers", "paper", word, place, report)
        return found

    def larger(self, paper: Paper) -> list[Paper]:
        """The papers that are larger than one, the smallest first."""
        report, place = Report(), Place("")
        found = [each for name in self.names("papers") if (each := self.paper(name, place, report))]
        return sorted(
            (each for each in found if math.prod(each.size) > math.prod(paper.size)),
            key=lambda each: math.prod(each.size),
        )

    def _find(self, kind: str, what: str, word: str, place: Place, report: Report) -> Any:
        names = self.names(kind)
        match = next((name for name in names if key(name) == key(word)), None)
        if match is None:
            report.add(place, "V106", f'unknown {what} "{short(word)}"', way_out(what, word, names))
            return None
        file = self._found(kind)[match]
        if file not in self._read:
            node = self._node(file)
            self._read[file] = None
            if node is not None:
                self._read[file] = (
                    self._theme(match, node) if kind == "themes" else _paper(match, node, self._report)
                )
        return self._read[file]

    def _node(self, file: str) -> Node | None:
        """What a file says, or None with the problem recorded."""
        return read_node(self._files, file, "the file", self._report)

    def _theme(self, theme_id: str, node: Node) -> Theme | None:
        part = self._report.part()
        values = self._values(theme_id, node, ())
        if values is None or not part.clean or not _complete(values, self._report):
            return None
        return _made(theme_id, values)

    def _values(self, theme_id: str, node: Node, below: tuple[str, ...]) -> Read | None:
        """What a theme's file says, laid over what the theme that it extends says."""
        values: Read | None = THEME.read(node, self._report)
        if values is None or "extends" not in values:
            return values
        word, place = values["extends"], values.places["extends"]
        names = {key(name): name for name in self.names("themes")}
        base_id = names.get(key(word))
        way = (*below, theme_id)
        if base_id is None:
            self._report.add(
                place, "V106", f'unknown theme "{short(word)}"', did_you_mean(word, names.values())
            )
        elif base_id in way:
            self._report.add(place, "T104", f'the theme "{theme_id}" extends itself by way of "{base_id}"')
        elif len(way) > MAX_EXTENDS:
            self._report.add(
                place,
                "T104",
                f'the theme "{way[0]}" extends more than {MAX_EXTENDS} themes, one after another',
            )
        else:
            base_node = self._node(self._found("themes")[base_id])
            base = None if base_node is None else self._values(base_id, base_node, way)
            return None if base is None else _over(base, values)
        return None


def _over(base: Read, values: Read) -> Read:
    """The values laid over the base's; palettes, parts and fonts are merged key by key."""
    merged = Read({**base, **values})
    merged.places = {**base.places, **values.places}
    for name in ("fonts", "colours"):
        merged[name] = {**base.get(name, {}), **values.get(name, {})}
    old, new = base.get("parts", {}), values.get("parts", {})
    merged["parts"] = {
        part: {**old.get(part, {}), **new.get(part, {})} for part in PARTS if part in old or part in new
    }
    return merged


def _complete(values: Read, report: Report) -> bool:
    """True where nothing is left unsaid; what is missing is recorded."""
    wanted: dict[str, tuple[str, ...]] = {"fonts": WEIGHTS, "colours": COLOURS, "parts": PARTS}
    missing = [
        f"{name}: {word}"
        for name, words in wanted.items()
        for word in words
        if word not in values.get(name, {})
    ]
    for part, given in values.get("parts", {}).items():
        missing += [f"{part}: {word}" for word in PAINT.keys if word not in given]
    if "smallest body" not in values:
        missing.append("smallest body")
    for what in missing:
        report.add(values.places[""], "V102", f'"{what}" is missing in a theme', "or say: extends: default")
    return not missing


def _made(theme_id: str, values: Read) -> Theme:
    colours: dict[str, str] = values["colours"]
    named = {**colours, "none": ""}
    logo = values.get("logo")
    return Theme(
        id=theme_id,
        name=values["name"],
        fonts=values["fonts"],
        smallest_body_pt=round(values["smallest body"] * PT_PER_MM, 2),
        colours=colours,
        parts={
            part: Paint(
                named[given["fill"]],
                named[given["text"]],
                named[given["border"]],
                round(given["border width"] * PT_PER_MM, 2),
            )
            for part, given in values["parts"].items()
        },
        logo=Logo(logo["file"], logo["alt"], logo.places["file"]) if logo else None,
        places=values.places,
    )


def _paper(paper_id: str, node: Node, report: Report) -> Paper | None:
    part = report.part()
    values = PAPER.read(node, report)
    if values is None or not part.clean:
        return None
    size = Size(values["width"], values["height"]).portrait
    return Paper(paper_id, values["name"], size, values.get("like", nearest_setting(size)), "like" in values)
