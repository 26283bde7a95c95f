"""The file of links: the address of each case study, beside the case studies themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from casedeck.errors import DeckError, Place, Report, did_you_mean
from casedeck.library.files import ENDINGS, Files, read_node, read_problem, stem
from casedeck.model.vocabulary import key
from casedeck.notation.markup import check_link
from casedeck.notation.yaml import Entries, Scalar, blank
from casedeck.wording import short

if TYPE_CHECKING:
    from casedeck.tables.sheet import Row

FOLDER = "assets"
NAME = "links"
TABLES = (".csv", ".xlsx")
NAMES = ("name", "title", "organisation", "project", "case study", "file name")
ADDRESSES = ("link", "website", "web address", "address", "url")


class Link(NamedTuple):
    """An address, and where it stands."""

    address: str
    place: Place


class _Entry(NamedTuple):
    """A name and an address as they are written."""

    name: str
    at: Place
    address: str
    place: Place


def read_links(
    files: Files, find: Callable[[str], list[str]], names: Callable[[], list[str]], report: Report
) -> dict[str, Link]:
    """The links of the folder by the ids of their case studies, which `find` finds; none, with problems
    recorded, in a wrong file.
    """
    found = [
        name
        for name in files.names(FOLDER)
        if key(stem(name)) == NAME and name.lower().endswith((*ENDINGS, *TABLES))
    ]
    for other in found[1:]:
        shown = files.shown(found[0])
        report.add(
            Place(files.shown(other)),
            "F109",
            f"links stand in {shown} as well",
            "put them all into one of the two files",
        )
    made: dict[str, Link] = {}
    for entry in _entries(files, found[0], report) if len(found) == 1 else ():
        ids = find(entry.name)
        address = check_link(entry.address, entry.place, report)
        if len(ids) != 1:
            hint = (
                f"write the name in files: {' or '.join(ids)}" if ids else did_you_mean(entry.name, names())
            )
            called = "several case studies are called" if ids else "unknown case study"
            report.add(entry.at, "D101", f'{called} "{short(entry.name)}"', hint)
        elif ids[0] in made:
            report.add(
                entry.at, "D102", f'"{ids[0]}" has two links', f"the first stands in {made[ids[0]].place}"
            )
        elif address:
            made[ids[0]] = Link(address, entry.place)
    return made


def _entries(files: Files, name: str, report: Report) -> list[_Entry]:
    """The names with an address beside them; problems are recorded."""
    if name.lower().endswith(ENDINGS):
        return list(_of_yaml(files, name, report))
    from casedeck.tables.read import read_sheets

    shown = files.shown(name)
    try:
        rows = next(
            (
                sheet.rows
                for sheet in read_sheets(files.read(name), shown)
                if sheet.rows and _columns(sheet.rows)
            ),
            None,
        )
    except DeckError as error:
        report.problems.extend(error.problems)
        return []
    except OSError as error:
        report.problems.append(read_problem(error, Place(shown), "the file of links"))
        return []
    if rows is None:
        report.add(
            Place(shown),
            "F111",
            "no row has headings that casedeck knows",
            "one with Name and Link is needed",
        )
        return []
    return list(_of_rows(rows, shown, report))


def _of_yaml(files: Files, name: str, report: Report) -> Iterator[_Entry]:
    node = read_node(files, name, "the file of links", report)
    if isinstance(node, Entries):
        for word, value in node.entries:
            if isinstance(value, Scalar) and not blank(value):
                yield _Entry(word.text, word.place, value.text.strip(), value.place)
            elif not isinstance(value, Scalar):
                report.add(
                    value.place,
                    "V103",
                    "an address is needed here",
                    "write each link on one line, like timpson: https://example.org",
                )
    elif node is not None and not blank(node):
        report.add(
            node.place,
            "V103",
            "names and addresses are needed here",
            "write each link on one line, like timpson: https://example.org",
        )


def _columns(rows: Sequence[Row]) -> tuple[int, int, int] | None:
    """The number of the row of headings, and the columns of names and of addresses."""
    for row in rows[:30]:
        heads = [key(cell) for cell in row.cells]
        names = [index for index, head in enumerate(heads) if head in map(key, NAMES)]
        addresses = [index for index, head in enumerate(heads) if head in map(key, ADDRESSES)]
        if names and addresses:
            return row.number, names[0], addresses[0]
    return None


def _of_rows(rows: Sequence[Row], shown: str, report: Report) -> Iterator[_Entry]:
    columns = _columns(rows)
    assert columns is not None
    head, *indexes = columns
    for row in rows:
        name, address = [(row.cells[index] if index < len(row.cells) else "").strip() for index in indexes]
        places = [Place(shown, row.number, index + 1) for index in indexes]
        if row.number > head and address and not name:
            report.add(
                places[0],
                "V102",
                f"no name stands beside {short(address)}",
                "write the name of the case study",
            )
        elif row.number > head and address:
            yield _Entry(name, places[0], address, places[1])
