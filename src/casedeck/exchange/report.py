"""What `casedeck import` prints: every row in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from casedeck.exchange.columns import MAIN, NOT_READ, SINGLE
from casedeck.exchange.headings import lacking
from casedeck.exchange.outcome import HIDDEN, OWN, SHIPPED, STRUCK, SUM, Import, Outcome
from casedeck.tables.sheet import letters
from casedeck.wording import count, joined, numbered, short

_MOST_ASIDE = 12
"""Up to so many rows that a filter hides are named; more are only numbered."""
_ONE = "--row and the number takes one"


def report_lines(made: Import, folder: str, *, mapping: bool = True) -> Iterator[str]:
    """The report as a facilitator reads it: what was taken, what is left and why, what was mended, what was
    passed over.

    It begins with what headings of one's own are read as, unless they have seen that.
    """
    yield from _notes(made, mapping=mapping)
    where = f'Worksheet "{short(made.sheet.name)}": ' if made.sheet.name else ""
    begun = sum(bool(each.lacking) for each in made.taken)
    drafts = f" ({count(begun, 'draft')} among them)" if begun else ""
    below = f" below the headings in row {made.headings.row}" if made.sheet.unit == "row" else ""
    rows, taken, left = count(len(made.outcomes), made.sheet.unit), len(made.taken), len(made.left)
    yield f"{where}{rows}{below}; {taken} taken{drafts}, {left} left."
    if made.taken:
        yield f"\nTaken, into {folder}:"
        for each in made.taken:
            yield from _lines(made.sheet.unit, each)
    for heading, outcomes in _left(made):
        yield f"\n{heading}"
        if outcomes[0].aside and len(outcomes) > _MOST_ASIDE:
            yield f"  {which(made.sheet.unit, [each.row for each in outcomes])}"
            continue
        for each in outcomes:
            yield from _lines(made.sheet.unit, each)
    if mended := list(_mended(made.taken)):
        yield "\nMended:"
        for what, numbers in mended:
            yield f"  {what} ({which(made.sheet.unit, numbers)})"
    if remarks := list(_remarks(made)):
        yield ""
        yield from remarks


def _notes(made: Import, *, mapping: bool) -> Iterator[str]:
    """What is said before all else: columns that no row can do without, and what headings of one's own are
    read as.
    """
    if notes := [lacking(made.headings, column) for column in MAIN if column.key not in made.headings.keys]:
        yield "\n".join([*notes, ""])
    if mapping and (lines := list(mapping_lines(made))):
        yield from (*lines, "")


def mapping_lines(made: Import) -> Iterator[str]:
    """What each heading is read as, with what stands below it first; nothing where every heading means what
    it says.

    The last line says how to take another way what nobody has told.
    """
    headings, row = made.headings, made.example
    if not (headings.guessed or headings.told):
        return
    words = {index: f'"{word}"' for index, word in headings.words.items()}
    wide = max(map(len, words.values()))
    where = f", with {made.sheet.unit} {row.number} as an example" if row else ""
    yield f"The headings are read like this{where}:"
    for index, column in headings.columns.items():
        if column.key == NOT_READ:
            continue
        text = row.cells[index] if row and index < len(row.cells) else ""
        mark = "likely" if index in headings.guessed else "as you said" if index in headings.told else ""
        named = SINGLE.get(column.heading, column.heading)
        yield f"  {words[index]:<{wide}}  {named:<22}  {mark:<11}  {short(text.strip())}".rstrip()
    if headings.guessed:
        last = headings.words[max(headings.guessed)]
        meant, dropped = f'--column "{last}=overview"', f'--column "{last}="'
        yield f"Where one is wrong, say what it is: {meant}, or {dropped} to leave it out."


def _left(made: Import) -> Iterator[tuple[str, list[Outcome]]]:
    """The rows that make no file, by the reason."""
    reasons = [
        ("something is missing or wrong; mend it in the sheet and import again", made.faulty),
        ("you have them already; --replace puts these in their place", made.in_the_way(OWN)),
        ("they come with casedeck already; --hide lets yours hide those", made.in_the_way(SHIPPED)),
        (f"nobody sees them in the sheet, where a filter or somebody hides them; {_ONE}", made.aside(HIDDEN)),
        (f"they are struck through, so withdrawn; {_ONE}", made.aside(STRUCK)),
        (f"they only sum up the others; {_ONE}", made.aside(SUM)),
    ]
    return ((f"Left because {why}:", outcomes) for why, outcomes in reasons if outcomes)


def _lines(unit: str, each: Outcome) -> Iterator[str]:
    """A row with what became of it and, below, what it loses; of one that is only in the way of another no
    more than its name.
    """
    hides = {
        OWN: ", in place of the old one",
        SHIPPED: ", which hides the one that comes with casedeck",
        "": "",
    }
    lost = "; yours has no full card" if each.shorter else ""
    said = (
        f" -> {each.file}{hides[each.there]}{lost}"
        if each.file
        else f": {each.reason}"
        if each.reason
        else ""
    )
    yield (
        f"  {unit} {each.row:<4} {short(each.title)}{said}"
        if each.title
        else f"  {unit} {each.row:<4} {each.reason or 'without a name'}"
    )
    if each.lacking:
        yield f"           a draft; still to fill in: {joined(each.lacking, len(each.lacking))}"
    if each.file or each.reason:
        before = "to mend" if each.lacking else "left out" if each.file else "and"
        yield from (f"           {before}: {finding}" for finding in each.findings)


def _mended(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, list[int]]]:
    """What was done to texts, with the rows; words that were joined are listed once for all rows."""
    rows: dict[str, list[int]] = {}
    words: dict[str, list[str]] = {}
    for each in outcomes:
        for done in each.mended:
            what, _, detail = done.partition(": ")
            rows.setdefault(what, []).append(each.row)
            words.setdefault(what, []).extend(detail.split(", ") if detail else ())
    for what, numbers in rows.items():
        yield f"{what}: {joined(list(dict.fromkeys(words[what])), 12)}" if words[what] else what, numbers


def _remarks(made: Import) -> Iterator[str]:
    sheet, unit = made.sheet, made.sheet.unit
    if any(each.findings for each in made.taken):
        yield "To take one again once it is mended, import with --replace --row and its number."
    if sheet.note:
        yield sheet.note
    if sheet.others:
        yield f"One worksheet is read, and --sheet says which. Not read: {_quoted(sheet.others)}."
    if sheet.unseen:
        yield f"Hidden in the workbook, and not read: {_quoted(sheet.unseen)}."
    headings = made.headings
    unread = {
        "for casedeck has no such field": tuple(headings.unknown.values()),
        "as you said": headings.dropped,
        "for the column is hidden in the sheet": headings.unseen,
        "for a column before it holds the same": headings.twice,
    }
    yield from (f"Not read, {why}: {_quoted(words)}." for why, words in unread.items() if words)
    for column, rows in _nameless(made).items():
        yield f"Not read, for no heading stands above it: column {letters(column)} ({which(unit, rows)})."
    if made.repeated:
        yield f"Passed over, for the headings are only repeated there: {which(unit, made.repeated)}."
    if made.blank:
        yield f"Passed over, for nothing stands there in a column that is read: {which(unit, made.blank)}."


def _nameless(made: Import) -> dict[int, list[int]]:
    """The columns in which something stands below no heading, with their rows: the rest of a text with a
    comma in it, perhaps.
    """
    sheet, headings = made.sheet, made.headings
    top = next(row.cells for row in sheet.rows if row.number == headings.row)
    merged = {at for first, last in sheet.across.get(headings.row, ()) for at in range(first, last + 1)}
    named = {
        *headings.columns,
        *headings.unknown,
        *sheet.hidden_columns,
        *merged,
        *(at for at, text in enumerate(top) if text.strip()),
    }
    found: dict[int, list[int]] = {}
    for row in sheet.rows:
        if row.number > headings.row and not row.hidden:
            for at in (at for at, text in enumerate(row.cells) if at not in named and text.strip()):
                found.setdefault(at, []).append(row.number)
    return dict(sorted(found.items())[:6])


def _quoted(words: Sequence[str]) -> str:
    return joined([f'"{short(word)}"' for word in words], 10)


def which(unit: str, numbers: Iterable[int]) -> str:
    """Rows as people name them: "row 3", "rows 3, 5 to 8 and 12"."""
    found = sorted(set(numbers))
    return f"{unit}{'s' if len(found) > 1 else ''} {numbered(found, 12)}"
