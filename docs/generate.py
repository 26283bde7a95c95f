"""Writes the pages of docs/ that follow from the code and the assets. Run by hand: `python docs/generate.py`."""  # noqa: INP001  # a script, not a package

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from casedeck.choose.reading import median_words, reading_minutes
from casedeck.cli import cli
from casedeck.compose.faces import FACES
from casedeck.disk.folder import Folder
from casedeck.errors import CODES, ExitCode, Place, Report
from casedeck.library.activity import load_activity
from casedeck.library.files import activity_names
from casedeck.library.front_matter import front_matter_record
from casedeck.library.library import Library
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.activity import Activity
from casedeck.model.deck import Card
from casedeck.model.reason import BY_NAME, Reason
from casedeck.model.text import plain
from casedeck.model.vocabulary import Term, Vocabulary
from casedeck.notation.combined import Checked
from casedeck.notation.records import Key, Record
from casedeck.notation.yaml import parse
from casedeck.prints import PRINTS
from casedeck.prints.words import LOCALE, SECTIONS
from casedeck.session.blocks import load_of
from casedeck.session.timing import Task, least, schedule, total
from casedeck.worksheets.parts import PARTS
from casedeck.worksheets.parts.part import Kind

DOCS = Path(__file__).resolve().parent
_PEOPLE, _CARDS = (8, 16, 24, 36), 12
"""What the minutes of activities are worked out for."""
_DIVIDED = {
    "none": "not at all",
    "groups": "in pairs, threes or fours",
    "tables": "at tables of five",
    "hands": "each with a hand of cards",
}
_SETS = {
    "wall": "With `per: card`, one whole set for each wall.",
    "table": "With `per: card`, one whole set; with `per: table`, one for each table.",
}
"""What full sets of the cards of a face are for, by what it is set for."""
_LONG = 60
"""The longest text quoted in a table, in characters."""
NOTE = "<!-- Made by docs/generate.py. Change the code or the assets, then run: python docs/generate.py -->\n"

_KINDS_OF_ERROR = {
    "F": "Files",
    "V": "Values",
    "C": "Case studies",
    "L": "Findings in case studies",
    "D": "Decks",
    "S": "Sessions",
    "T": "Themes, fonts, pictures and icons",
    "P": "Printing",
}

_EXIT_CODES = {
    ExitCode.OK: "Everything went well.",
    ExitCode.USER_FILES: "Something in your files or folders needs mending, or a file cannot be read or written.",
    ExitCode.USAGE: "The command was not typed in a way that casedeck understands.",
    ExitCode.OUR_FAULT: "casedeck itself has a fault. Please report it with the lines it printed.",
    ExitCode.INTERRUPTED: "You stopped the run. What was there before is untouched.",
}

_VOCABULARIES = {
    "benefits": "What changed for people, a place or an organisation. A full case study names three of the eight.",
    "enablers": "What made good relationships possible. A full case study names three of the nine. Each has its tab at the top of a card.",
    "opportunities": "Ways in for an organisation that wants better relationships. A case study may illustrate any of the ten.",
    "barriers": "What gets in the way. They are words for the room, and stand on the back of blank cards; files do not use them.",
    "sectors": "The fields that a case study works in.",
    "places": "The type of place a case study is: what kind of organisation or group.",
    "countries": "Where a case study is at work: the last part of its location. To look for the UK finds its four nations as well.",
}


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; signs that Markdown would read as marks are escaped outside `code`."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    parts = text.replace("|", "\\|").split("`")
    return "`".join(
        part if number % 2 else part.replace("*", "\\*").replace("<", "&lt;")
        for number, part in enumerate(parts)
    )


def errors_page(codes: Mapping[str, str] = CODES) -> str:
    """docs/errors.md: every code, by the letter it starts with, and the exit codes."""
    parts = [
        NOTE,
        "# Error codes\n",
        "When something needs mending, casedeck prints one line for each problem and writes nothing. A line reads like this:\n",
        '```text\ndecks/away-day.yaml:5:5: D101 unknown case study "timson"; did you mean "timpson"?\n```\n',
        (
            "First comes the file, then the line and the column, both counted from 1. The code follows, then what is wrong, and, after a\n"
            "semicolon, a way out. Problems that can be seen in the same run are all listed together. Codes with an L are advice and\n"
            "stop nothing: [Checking your case studies](checking.md) says what each of them means, and how to mend it.\n"
        ),
    ]
    for letter, heading in _KINDS_OF_ERROR.items():
        rows = [(f"`{code}`", meaning) for code, meaning in codes.items() if code.startswith(letter)]
        parts += [f"## {heading}\n", table(("Code", "Meaning"), rows)]
    parts += [
        "## Exit codes\n",
        "Scripts can tell from this number how a run ended.\n",
        table(("Number", "Meaning"), [(str(int(code)), meaning) for code, meaning in _EXIT_CODES.items()]),
    ]
    return "\n".join(parts)


def commands_page(group: click.Group = cli) -> str:
    """docs/commands.md: every command with its usage, what it does, an example and its options."""
    parts = [
        NOTE,
        "# Commands\n",
        "Type `casedeck --help` for a list, and `casedeck build --help` (or any other command) for what stands here.\n",
        "A word in capitals, such as DECK, stands for what you type in its place. What stands in [brackets] may be left out.\n",
        (
            "Where a command wants a DECK, give the path of a deck file. The bare name of a deck in the `decks/` folder here, or of one\n"
            "that comes with casedeck, does as well: `casedeck build starter`.\n"
        ),
        (
            "`list`, `show`, `suggest`, `new`, `import`, `export`, `schema`, and `check` without a deck, look in the folder where you\n"
            "are. `build`, `plan`, `coverage`, and `check` with a deck, look in the folder that the deck belongs to: the one around its\n"
            "`decks/` folder. What comes with casedeck stands behind both.\n"
        ),
    ]
    for name, command in {"": group, **group.commands}.items():
        parts += _command(command, f"casedeck {name}".strip(), group.context_settings)
        if name and isinstance(command, click.Group):
            for kind, each in command.commands.items():
                parts += _command(each, f"casedeck {name} {kind}", group.context_settings)
    return "\n".join(parts)


def _command(command: click.Command, name: str, settings: Mapping[str, Any]) -> Iterator[str]:
    context = click.Context(command, info_name=name, **settings)
    arguments = [_argument(param) for param in command.params if isinstance(param, click.Argument)]
    subcommand = ["COMMAND"] if isinstance(command, click.Group) else []
    yield f"## {name}\n"
    yield f"```text\n{' '.join([name, '[OPTIONS]', *subcommand, *arguments])}\n```\n"
    yield from map(_paragraph, cleandoc(command.help or "").split("\n\n"))
    records = [
        _option(param, context) for param in command.get_params(context) if isinstance(param, click.Option)
    ]
    yield table(("Option", "What it does"), records)


def _option(param: click.Option, context: click.Context) -> tuple[str, str]:
    """How an option is typed, and what it does with the range of a number in words."""
    typed, about = param.get_help_record(context) or ("", "")
    if isinstance(param.type, click.IntRange):
        typed, about = (
            typed.replace("INTEGER RANGE", "NUMBER"),
            f"{param.help} From {param.type.min} to {param.type.max}.",
        )
    return f"`{typed}`", about


def _argument(param: click.Argument) -> str:
    if param.metavar:
        return param.metavar
    word = (
        "|".join(map(str, param.type.choices))
        if isinstance(param.type, click.Choice)
        else str(param.name).upper()
    )
    return word if param.required else f"[{word}]"


def _paragraph(text: str) -> str:
    """A paragraph of help; one that click keeps as it stands is an example."""
    first, *lines = text.splitlines()
    if first.strip() in ("\b", "\\b"):
        return (
            "Example:\n\n```sh\n"
            + "\n".join(line.strip() for line in lines if line.startswith("  "))
            + "\n```\n"
        )
    return f"{text}\n"


def vocabulary_page() -> str:
    """docs/vocabulary.md: every vocabulary with meanings and aliases, and the crosswalk."""
    report = Report()
    vocabularies = load_vocabularies(Folder(DOCS.parent), report)
    report.raise_if_any()
    parts = [
        NOTE,
        "# Vocabulary\n",
        (
            "These are the words that deck files and case-study files can use. Capitals, spaces and hyphens do not matter: `co-design`,\n"
            "`Co design` and `CODESIGN` are one word. The words in a table's last column are understood too; the card prints the name.\n"
        ),
        "An enabler is never the same thing as an opportunity, even where they share a name. The table at the end says how they relate.\n",
        (
            "Each list is one file in `assets/vocabulary/`. Under its id, a term has a `name`, and it can have a `meaning`, an `icon`,\n"
            "`aliases` and, for an opportunity, `enablers` and `partly`: the enablers that are the same idea, or partly so. A country can\n"
            "be `within` a larger one. A file of the same name in your own folder takes the place of the whole list.\n"
        ),
    ]
    for kind, about in _VOCABULARIES.items():
        parts += [
            f"## {kind.capitalize() if kind != 'places' else 'Types of place'}\n",
            about + "\n",
            _terms(vocabularies[kind]),
        ]
    parts += [
        "## How opportunities and enablers relate\n",
        _crosswalk(vocabularies["opportunities"], vocabularies["enablers"]),
    ]
    return "\n".join(parts)


def _terms(vocabulary: Vocabulary) -> str:
    if any(term.meaning for term in vocabulary):
        return table(
            ("Name", "Meaning", "Also understood"),
            [(term.name, term.meaning, ", ".join(term.aliases)) for term in vocabulary],
        )
    return table(("Name", "Also understood"), [(term.name, ", ".join(term.aliases)) for term in vocabulary])


def _crosswalk(opportunities: Vocabulary, enablers: Vocabulary) -> str:
    def names(ids: Iterable[str]) -> str:
        return ", ".join(term.name for term in map(enablers.find, ids) if term) or "none"

    rows = [(term.name, names(term.enablers), names(term.partly)) for term in opportunities]
    lines = [table(("Opportunity", "The same idea among the enablers", "Partly the same idea"), rows)]
    alone = [
        term.name
        for term in enablers
        if not any(_mentions(opportunity, term) for opportunity in opportunities)
    ]
    if alone:
        lines.append(f"No opportunity stands for this enabler: {', '.join(alone)}.\n")
    return "\n".join(lines)


def _mentions(opportunity: Term, enabler: Term) -> bool:
    return enabler.id in (*opportunity.enablers, *opportunity.partly)


def activities_page() -> str:
    """docs/activities.md: every shipped activity with what it needs, how long it takes and what is printed for it."""
    report = Report()
    files = Folder(DOCS.parent)
    library = Library(files, report)
    reading = reading_minutes(
        median_words([Card(case, 1, 1, Reason(BY_NAME)) for case in library.by_title()])
    )
    activities = [load_activity(name, files, Place(name), report) for name in activity_names(files)]
    report.raise_if_any()
    parts = [
        NOTE,
        "# Activities\n",
        (
            "These are the activities that come with casedeck. Name one or several in a deck: see [sessions](session.md). The minutes\n"
            f"here are those of a deck of {_CARDS} cards; `casedeck plan` gives yours. [Activity files](activity-file.md) says how to\n"
            "change one and how to write another.\n"
        ),
    ]
    for activity in activities:
        assert activity
        parts += [f"## {activity.name}\n", f"{activity.purpose}\n", *_activity(activity, reading)]
    return "\n".join(parts)


def _activity(activity: Activity, reading: float) -> Iterator[str]:
    low, high = activity.people
    fewest, most = activity.cards
    yield table(
        ("What", "How"),
        [
            ("Name in decks", f"`{activity.name.lower()}`"),
            ("People", f"{low} to {high}"),
            ("Cards in the deck", f"{fewest} to {most}"),
            ("Cards that each person reads", str(activity.cards_read)),
            ("Cards dealt to each person", str(activity.hand or "none")),
            ("How people are divided", _DIVIDED[activity.grouping]),
            ("Energy", activity.energy),
            ("To lead", activity.difficulty),
            ("Blocks", ", ".join(dict.fromkeys(block.name.lower() for block in activity.blocks))),
            (
                "Printed",
                ", ".join(dict.fromkeys(supply.name.lower() for supply in activity.supplies if supply.sheet)),
            ),
            ("Brought", ", ".join(supply.name.lower() for supply in activity.supplies if not supply.sheet)),
        ],
    )
    loads = [load_of(activity, people, _CARDS, reading) for people in _PEOPLE if low <= people <= high]
    rows = [
        (str(load.people), str(total(schedule(activity, load))), str(*least([Task(activity, load)])))
        for load in loads
    ]
    yield table(("People", "Minutes", "At least, with everything cut that can be cut"), rows)


def words_page() -> str:
    """docs/words-file.md: every word that is printed by casedeck itself, with its placeholders."""
    report = Report()
    files = Folder(DOCS.parent)
    library = Library(files, report)
    front = front_matter_record(files)
    name = "assets/front-matter/en-GB.yaml"
    words = front.read(parse(files.read(name), name), report)
    labels = library.labels("en-GB", LOCALE)
    report.raise_if_any()
    assert labels
    assert words
    parts = [
        NOTE,
        "# Words files\n",
        (
            "No word that casedeck prints stands in its code. The words on cards and sheets are in `assets/locales/en-GB.yaml`, those\n"
            "that stand before the cards in `assets/front-matter/en-GB.yaml`. To print other words, copy a file into the same place\n"
            "in your own folder and change it there. Your file takes the place of the whole list, so keep every key. A word that is\n"
            "missing is error V102, and one that is not known V101.\n"
        ),
        (
            "A word in braces, such as `{number}`, is replaced when the sheet is made. A text can have the placeholders that its row\n"
            "names, in any order, and no others in curly brackets: that is error V106. Put quotes around a text that starts with one.\n"
        ),
        "## Another language\n",
        (
            "A language is a file. Copy `en-GB.yaml` to `assets/locales/fr.yaml` in your own folder, put every text in the other\n"
            "language, and write `language: fr` in the deck. Days, lists, numbers and times are put as the file says: the words of\n"
            "`weekdays`, `months`, `letters` and `numbers` have commas between them, and there must be 7 weekdays, from Monday on, and\n"
            "12 months; a list of another length is error V109. To print the front matter too, copy its file to\n"
            "`assets/front-matter/fr.yaml`. The texts of activities, worksheets and vocabulary stand in their own files; those keep\n"
            "their names, and so do the PDFs.\n"
        ),
        "## On cards\n",
        _words_table(LOCALE.keys, labels),
    ]
    for kind in SECTIONS:
        parts += [
            f"## {kind.capitalize()}\n",
            f"These stand below `{kind}`.\n",
            _words_table(_record(LOCALE, kind).keys, labels[kind]),
        ]
    parts += [
        "## Front matter\n",
        (
            "`activities` lists the activities that come first, by name; the others follow in order of the alphabet. The pages have\n"
            "their words under the keys below. `sections`, on the page about using the cards, holds headings of your own, each with\n"
            "paragraphs or a list. `{cards}` is the number of cards, and `{sourced}` says how many of them name their sources.\n"
        ),
    ]
    for kind in ("cover", "how to use", "how to read", "activity card"):
        parts += [
            f"### {kind.capitalize()}\n",
            f"These stand below `{kind}`.\n",
            _words_table(_record(front, kind).keys, words[kind]),
        ]
    parts += [
        "### The parts of a card\n",
        "Below `parts`, each part has what it is for as `about`, and a `name` where the cards have no heading for it.\n",
        table(
            ("Key", "What it is for"),
            [(f"`{part}`", plain(value["about"])) for part, value in words["how to read"]["parts"].items()],
        ),
    ]
    return "\n".join(parts)


def _record(record: Record, name: str) -> Record:
    found = record.keys[name].field
    assert isinstance(found, Record)
    return found


def _words_table(keys: Mapping[str, Key], words: Mapping[str, Any]) -> str:
    """The plain texts of a record; a longer one is cut."""
    rows = []
    for name, entry in keys.items():
        if isinstance(words[name], str) and isinstance(entry.field, Checked):
            allowed = getattr(entry.field.convert, "names", ())
            text = words[name] if len(words[name]) <= _LONG else f"{words[name][:_LONG].rsplit(' ', 1)[0]} …"
            rows.append((f"`{name}`", text, ", ".join(f"`{{{each}}}`" for each in allowed)))
    return table(("Key", "Printed", "Placeholders"), rows)


def worksheet_page(parts: Mapping[str, Kind[Any]] = PARTS) -> str:
    """docs/worksheet-file.md: written by hand, but for what the parts say of themselves."""
    text = (DOCS / "worksheet-file.md").read_text(encoding="utf-8")
    made = [table(("Part", "What it is"), [(f"`{name}`", kind.about) for name, kind in parts.items()])]
    for name, kind in parts.items():
        first, *inside = (*_records(kind.field), None)
        if first:
            made += [f"### {name}\n", _keys_table(first)]
        for record in filter(None, inside):
            made += [f"{record.what.capitalize()} can have these keys:\n", _keys_table(record)]
    return _between(text, "parts", "\n".join(made))


def _records(field: object) -> Iterator[Record]:
    """The records that a field reads, the outer before those inside it."""
    if isinstance(field, Record):
        yield field
        for entry in field.keys.values():
            yield from _records(entry.field)
    elif isinstance(field, tuple):
        for each in field:
            yield from _records(each)


def _keys_table(record: Record) -> str:
    """The keys of a record: what each holds, and what counts where it is left out."""
    return table(
        ("Key", "What it holds", "If left out"),
        [(f"`{name}`", *_held(entry)) for name, entry in record.keys.items()],
    )


def _held(entry: Key) -> tuple[str, str]:
    if entry.required:
        return entry.about.removesuffix("."), "error V102"
    held, _, otherwise = entry.about.removesuffix(", if not said.").rpartition(". ")
    return held, f"{otherwise[:1].lower()}{otherwise[1:]}"


def _between(text: str, name: str, made: str) -> str:
    """A page with what is made between two of its lines, which name it."""
    begin, end = (f"<!-- {name}: {word} -->\n" for word in ("begin", "end"))
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}{made}{end}{after}"


def prints_table() -> str:
    """What can stand under `print` in a deck, for its page."""
    rows = [
        (f"`{each.name}`", each.about, ", ".join(f"`{name}`" for name in each.takes))
        for each in PRINTS.values()
    ]
    return table(("Key", "What it prints", "Its keys"), rows)


def sheets_table() -> str:
    """What an activity can name as a sheet, for its page."""
    faces = [
        (f"`{each.name}`", f"{each.about} {_SETS.get(each.set_for, '')}".strip()) for each in FACES.values()
    ]
    prints = [(f"`{each.name}`", each.about) for each in PRINTS.values() if each.supplied]
    others = "A worksheet: `assets/sheets/<name>.yaml`, see [worksheet files](worksheet-file.md)"
    return table(("Sheet", "What it is"), [*faces, *prints, ("any other name", others)])


def deck_page() -> str:
    """docs/deck-file.md: written by hand, but for what the prints say of themselves."""
    return _between((DOCS / "deck-file.md").read_text(encoding="utf-8"), "prints", prints_table())


def activity_page() -> str:
    """docs/activity-file.md: written by hand, but for what can be named as a sheet."""
    return _between((DOCS / "activity-file.md").read_text(encoding="utf-8"), "sheets", sheets_table())


PAGES: Mapping[str, Callable[[], str]] = {
    "activities.md": activities_page,
    "activity-file.md": activity_page,
    "commands.md": commands_page,
    "deck-file.md": deck_page,
    "errors.md": errors_page,
    "vocabulary.md": vocabulary_page,
    "words-file.md": words_page,
    "worksheet-file.md": worksheet_page,
}
"""The generated pages by their file's name in docs/."""


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
