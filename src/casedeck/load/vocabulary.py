"""The vocabulary files."""

from __future__ import annotations

from typing import Any

from casedeck.errors import DeckError, Place, Report
from casedeck.load.fields import Text, scalar
from casedeck.load.files import Files, read_problem
from casedeck.load.records import Key, ListOf, Record
from casedeck.load.yaml import Mapping, Node, parse
from casedeck.model.vocabulary import KINDS, Term, Vocabularies, Vocabulary

_NAMES = ListOf(Text(60), single=True)
TERM = Record(
    "a vocabulary term",
    {
        "name": Key(Text(40), "The word as printed.", required=True),
        "meaning": Key(Text(120), "What it means, in one line."),
        "icon": Key(Text(60), "The name of its drawing in assets/icons, without .svg."),
        "aliases": Key(_NAMES, "Other words that mean this term in files."),
        "enablers": Key(_NAMES, "For an opportunity: the enablers that are the same idea."),
        "partly": Key(_NAMES, "For an opportunity: the enablers that are partly the same idea."),
    },
)


def load_vocabularies(files: Files, report: Report) -> Vocabularies:
    """The six vocabularies; a file with problems gives an empty one, with the problems recorded."""
    found: Vocabularies = {}
    for kind in KINDS:
        name = f"assets/vocabulary/{kind}.yaml"
        try:
            found[kind] = Vocabulary(kind, _terms(parse(files.read(name), files.shown(name)), report))
        except DeckError as error:
            report.problems.extend(error.problems)
            found[kind] = Vocabulary(kind, ())
        except OSError as error:
            report.problems.append(read_problem(error, Place(files.shown(name)), "the vocabulary"))
            found[kind] = Vocabulary(kind, ())
    return found


def _terms(node: Node, report: Report) -> tuple[Term, ...]:
    if not isinstance(node, Mapping) or not node.entries:
        report.add(node.place, "V103", "a vocabulary needs an id and its term on each line")
        return ()
    terms = []
    for word, value in node.entries:
        text = scalar(word, report, "an id")
        values: dict[str, Any] | None = TERM.read(value, report)
        if text and values and "name" in values:
            lists = {name: tuple(values.get(name, ())) for name in ("aliases", "enablers", "partly")}
            terms.append(Term(text, values["name"], values.get("meaning", ""), values.get("icon", ""), **lists))
    return tuple(terms)
