"""The page on architecture, checked against the code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.docs.support import ROOT, generator, page

PACKAGE = ROOT / "src" / "casedeck"
_NAMED = re.compile(r"`(\w+)` in `([\w/]+\.py)`")
_PATH = re.compile(r"`([\w./-]+(?:\.py|/))`")


def wrong_names(text: str) -> Iterator[str]:
    """The paths in a text at which nothing stands, and the names that their modules do not define."""
    for path in dict.fromkeys(_PATH.findall(text)):
        if not any((place / path).exists() for place in (PACKAGE, ROOT)):
            yield path
    for name, path in _NAMED.findall(text):
        source = (PACKAGE / path).read_text("utf-8") if (PACKAGE / path).exists() else ""
        if not re.search(rf"(?m)^\s*(?:def |class )?{name}\b", source):
            yield f"{name} in {path}"


def test_its_made_parts_are_up_to_date() -> None:
    """Folders, layers and libraries are those of the code; docs/generate.py writes them."""
    assert page("ARCHITECTURE.md") == generator().architecture.filled(page("ARCHITECTURE.md"))


def test_a_new_room_makes_it_out_of_date() -> None:
    """Twin: another layer, another library and another folder each change their part."""
    made = generator().architecture
    project = made.project()
    assert made.layers(project) in page("ARCHITECTURE.md")
    contracts = project["tool"]["importlinter"]["contracts"]
    contracts[0]["layers"].append("lantern")
    assert made.layers(project) not in page("ARCHITECTURE.md")
    contracts.append(
        {"type": "protected", "protected_modules": ["origami"], "allowed_importers": ["casedeck.draw"]}
    )
    assert "| `origami` | `draw/` |" in made.libraries(project)
    assert made.folders(PACKAGE / "compose") != made.folders(PACKAGE)


def test_every_name_in_it_exists() -> None:
    """Each path that it names is there, and each module defines what the page says is in it."""
    assert list(wrong_names(page("ARCHITECTURE.md"))) == []


def test_wrong_names_are_seen() -> None:
    """Twin: a path at which nothing stands, and a name that a module does not define, are found."""
    text = "`fold` in `compose/flow.py`, `compose/origami.py`, `lanterns/`, `assets/icons/`"
    found = list(wrong_names(text))
    assert {"fold in compose/flow.py", "compose/origami.py", "lanterns/"} <= set(found)
    assert "assets/icons/" not in found
