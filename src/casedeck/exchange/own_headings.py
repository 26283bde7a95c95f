"""What a facilitator has said that the headings of their spreadsheets mean, as it is kept in their folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.errors import Report, did_you_mean
from casedeck.exchange.columns import TableColumn, meant_by
from casedeck.exchange.headings import Told
from casedeck.library.files import Files, read_node
from casedeck.model.vocabulary import key
from casedeck.notation.yaml import Entries, Scalar
from casedeck.tables.heading_words import plain
from casedeck.wording import short

FILE = "assets/headings.yaml"
MAX_TOLD = 500


def read_told(files: Files, known: Sequence[TableColumn], report: Report) -> dict[str, str]:
    """The headings in the facilitator's file, each with what it is read as, or nothing for one that is not
    read. Problems are recorded.
    """
    if FILE not in files.names("assets"):
        return {}
    node = read_node(files, FILE, "the file of headings", report)
    if node is None:
        return {}
    if not isinstance(node, Entries):
        report.add(
            node.place,
            "V103",
            "headings and what they are read as are needed",
            "write it like Impact 1: benefit",
        )
        return {}
    found: dict[str, str] = {}
    for word, value in node.entries[:MAX_TOLD]:
        if not isinstance(value, Scalar):
            report.add(value.place, "V103", "one word is needed here", "write it like Impact 1: benefit")
        elif value.text.strip() and column_named(value.text, known) is None:
            report.add(
                value.place,
                "V106",
                f'"{short(value.text)}" is nothing that a heading can be read as',
                hint(value.text, known),
            )
        else:
            found[word.text] = value.text.strip()
    return found


def column_named(word: str, known: Sequence[TableColumn]) -> TableColumn | None:
    """The column that somebody means by a word such as benefit."""
    return meant_by(list(known)).get(key(word))


def hint(word: str, known: Sequence[TableColumn]) -> str:
    """What may be meant by a word that is no column."""
    return (
        did_you_mean(word, [column.heading for column in known])
        or "use one of the headings in docs/importing.md, such as benefit or overview"
    )


def told(words: Mapping[str, str], known: Sequence[TableColumn]) -> Told:
    """What headings mean, by the form in which they are compared."""
    return {plain(heading): column_named(word, known) if word else None for heading, word in words.items()}
