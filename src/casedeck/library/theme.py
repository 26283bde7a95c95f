"""Theme files."""

from __future__ import annotations

import re

from casedeck.errors import Place, Report
from casedeck.library.shelf import File, Kind
from casedeck.model.colour import Ink
from casedeck.model.geometry import PT_PER_MM
from casedeck.model.theme import COLOURS, FILLED, PARTS, PICTURES, STRIPS, WEIGHTS, Logo, Paint, Theme
from casedeck.notation.amounts import Length, Whole
from casedeck.notation.combined import ByName, Checked
from casedeck.notation.fields import OneOf, Text
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Read, Record
from casedeck.wording import short

MAX_EXTENDS = 10


def _colour(text: str, place: Place, report: Report) -> str | None:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return text.upper()
    report.add(place, "V110", f'"{short(text)}" is not a colour', 'write it like "#00558C", in quotes')
    return None


def _inks(parts: list[int], place: Place, report: Report) -> Ink | None:
    if len(parts) != 4:
        return None
    cyan, magenta, yellow, black = [part / 100 for part in parts]
    return cyan, magenta, yellow, black


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
        "families": Key(
            ByName("the colours of families", _HEX),
            "The colour of each family of benefits, by its id in assets/vocabulary/families.yaml.",
        ),
        "cmyk": Key(
            ByName("the inks of colours", Checked(ListOf(Whole(0, 100, ("%", "percent")), 4, 4), _inks)),
            "What a print shop prints for a colour or a family, by its name: cyan, magenta, yellow and black "
            "in per cent, such as [100, 40, 0, 20].",
        ),
        "strip": Key(
            OneOf("way to paint the strip", STRIPS),
            "How the strip with a card's number is painted: filled with its family's colour, or outlined.",
        ),
        "logo": Key(
            Record(
                "a logo",
                {
                    "file": Key(
                        _FILE, "A PNG, JPEG, WebP, GIF, BMP or SVG file in assets/pictures.", required=True
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
        "pictures": Key(
            OneOf("way to print pictures", PICTURES),
            "How the pictures of case studies and of the deck are printed: colour or grey.",
        ),
    },
)


def read_theme(file: File, report: Report) -> Theme | None:
    """The theme in a file, laid over those that it extends, or None with problems recorded."""
    part = report.part()
    values = _values(file, report, ())
    if values is None or not part.clean or not _complete(values, report):
        return None
    return _made(file.id, values)


def _values(file: File, report: Report, above: tuple[str, ...]) -> Read | None:
    """What a theme's file says, laid over what the theme that it extends says."""
    values: Read | None = THEME.read(file.node, report)
    if values is None or "extends" not in values:
        return values
    place, way = values.places["extends"], (*above, file.id)
    base = file.beside(values["extends"], place, report)
    if base is None:
        return None
    if base.id in way:
        report.add(place, "T104", f'the theme "{file.id}" extends itself by way of "{base.id}"')
        return None
    if len(way) > MAX_EXTENDS:
        message = f'the theme "{way[0]}" extends more than {MAX_EXTENDS} themes, one after another'
        report.add(place, "T104", message)
        return None
    below = _values(base, report, way)
    return None if below is None else _over(below, values)


def _over(base: Read, values: Read) -> Read:
    """The values laid over the base's; palettes, parts and fonts are merged key by key."""
    merged = Read({**base, **values})
    merged.places = {**base.places, **values.places}
    repainted = {*values.get("colours", {}), *values.get("families", {})}
    below = {name: ink for name, ink in base.get("cmyk", {}).items() if name not in repainted}
    merged["cmyk"] = {**below, **values.get("cmyk", {})}
    for name in ("fonts", "colours", "families"):
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
        families=values.get("families", {}),
        strip=values.get("strip", FILLED),
        logo=Logo(logo["file"], logo["alt"], logo.places["file"]) if logo else None,
        places=values.places,
        pictures=values.get("pictures", PICTURES[0]),
        cmyk=values.get("cmyk", {}),
    )


THEMES = Kind("assets/themes", "theme", "the file", read_theme)
