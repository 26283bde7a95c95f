"""The vocabulary files."""

from __future__ import annotations

from typing import Any

from casedeck.errors import Report
from casedeck.library.files import Files, read_node
from casedeck.model.vocabulary import KINDS, Term, Vocabularies, Vocabulary
from casedeck.notation.fields import Text, scalar
from casedeck.notation.lists import ListOf
from casedeck.notation.records import Key, Record
from casedeck.notation.yaml import Entries, Node

_NAMES = ListOf(Text(60), single=True)
TERM = Record(
    "a vocabulary term",
    {
        "name": Key(Text(40), "The word as printed.", required=True),
        "meaning": Key(Text(120), "What it means, in one line."),
        "icon": Key(Text(60, blank=False), "The name of its drawing in assets/icons, without .svg."),
        "aliases": Key(_NAMES, "Other words that mean this term in files."),
        "enablers": Key(_NAMES, "For an opportunity: the enablers that are the same idea."),
        "partly": Key(_NAMES, "For an opportunity: the enablers that are partly the same idea."),
        "within": Key(Text(60, blank=False), "For a country: the id of the larger one that it is part of."),
        "family": Key(Text(60, blank=False), "For a benefit: the id of the family that it belongs to."),
    },
)


def load_vocabularies(files: Files, report: Report) -> Vocabularies:
    """The vocabularies; a file with problems gives an empty one, with the problems recorded."""
    found: Vocabularies = {}
    for kind in KINDS:
        node = read_node(files, f"assets/vocabulary/{kind}.yaml", "the vocabulary", report)
        found[kind] = Vocabulary(kind, () if node is None else _terms(node, report))
    return found


def _terms(node: Node, report: Report) -> tuple[Term, ...]:
    if not isinstance(node, Entries) or not node.entries:
        report.add(node.place, "V103", "a vocabulary needs an id and its term on each line")
        return ()
    terms = []
    for word, value in node.entries:
        text = scalar(word, report, "an id")
        values: dict[str, Any] | None = TERM.read(value, report)
        if text and values and "name" in values:
            lists = {name: tuple(values.get(name, ())) for name in ("aliases", "enablers", "partly")}
            terms.append(
                Term(
                    text,
                    values["name"],
                    values.get("meaning", ""),
                    values.get("icon", ""),
                    **lists,
                    within=values.get("within", ""),
                    family=values.get("family", ""),
                )
            )
    return tuple(terms)
