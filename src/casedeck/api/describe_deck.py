"""What commands print of a deck: what it came to, what is left out of it, and what has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from casedeck.api.printers import told
from casedeck.build.pipeline import Built, Chosen, Drawn
from casedeck.build.printed import Printed
from casedeck.errors import Problem
from casedeck.model.printer import ANY_PRINTER
from casedeck.prints.document import Document
from casedeck.wording import count, joined, numbered

MOST_RUNS = 20
"""How many numbers and ranges of pages are named."""


def summary(built: Built, shown: Callable[[str], str], drawn: Drawn | None = None) -> str:
    """What a deck came to: its cards, and each of its files by the name to show for it, with what is known of
    it once it is `drawn`.
    """
    lines = [f"{built.deck.title}: {count(len(built.cards), 'card')}"]
    printer = built.chosen.library.printer
    if printer != ANY_PRINTER:
        lines.append(f"  for {told(printer)}")
    for each in built.documents:
        lines.append(f"  {shown(each.file_name)}")
        noted = _noted(drawn.printed[each.file_name]) if drawn else ()
        lines += [f"    {line}" for line in (*came_to(each), *noted)]
    return "\n".join([*lines, *(_ink_of_all(built, drawn) if drawn else ())])


def _noted(printed: Printed) -> Iterator[str]:
    """What is known of a document once it is drawn."""
    yield f"ink on {_percent(printed.ink.cover)} of the paper"
    yield from printed.notes
    yield from to_look_at(printed.advice)


def _ink_of_all(built: Built, drawn: Drawn) -> Iterator[str]:
    """How much of all the paper ink covers, where there are several files."""
    inks = [(drawn.printed[each.file_name].ink, each.copies) for each in built.documents]
    paper = sum(ink.paper * copies for ink, copies in inks)
    if len(inks) > 1 and paper:
        yield f"Ink on {_percent(sum(ink.black * copies for ink, copies in inks) / paper)} of all the paper."


def _percent(share: float) -> str:
    """A share as an estimate."""
    return f"about {100 * share:.0f} %" if share >= 0.01 else "less than 1 %"


def came_to(document: Document) -> Iterator[str]:
    """What a document came to: pages, sheets, and what else is to say of it."""
    copies = f"{count(document.copies, 'copy')} of " if document.copies > 1 else ""
    sides = "one side" if document.sides == 1 else "both sides"
    pages, sheets = count(document.page_count, "page"), count(document.sheets, "sheet")
    yield f"{copies}{pages}, {sheets} of {document.paper} printed on {sides}"
    yield from document.facts
    if document.notes:
        yield " ".join(document.notes)


def paper(documents: Iterable[Document]) -> str:
    """The paper that documents take: "118 sheets of A4 and 14 sheets of A3"."""
    sheets = Counter[str]()
    for document in documents:
        sheets[document.paper] += document.sheets
    return joined([f"{count(number, 'sheet')} of {name}" for name, number in sheets.most_common()])


def changed_pages(before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> str:
    """Which pages are not among those of the last build, by their digests; nothing where there was none."""
    if not before:
        return ""
    changed, new, gone = _differing(before, now)
    if not (changed or new or gone):
        return "Nothing has changed since the last build."
    parts = [*changed, *(f"all of {name}, which is new" for name in new)]
    said = (
        [f"Changed since the last build: {'; '.join(parts)}."]
        if parts
        else ["No page has changed since the last build."]
    )
    return " ".join([*said, *(f"{name} is no longer made." for name in gone)])


def rebuilt(
    files: Sequence[str], before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]
) -> str:
    """Which files made a deck be built anew, and what that changed, on one line: "timpson.yaml: pages 3 and 7
    of cards-index-a4.pdf changed".
    """
    changed, new, gone = _differing(before, now)
    said = [f"{joined(changed, len(changed))} changed"] if changed else []
    said += [*(f"{name} is new" for name in new), *(f"{name} is no longer made" for name in gone)]
    return f"{joined(files)}: {'; '.join(said) or 'no page changed'}"


def _differing(
    before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]
) -> tuple[list[str], list[str], list[str]]:
    """Of files that were there before, the pages that are not among theirs; the files that are new, and those
    that are no longer made.
    """
    changed: list[str] = []
    for name in [name for name in now if name in before]:
        known = set(before[name])
        numbers = [number for number, each in enumerate(now[name], 1) if each not in known]
        if numbers:
            changed.append(f"page{'s' if len(numbers) > 1 else ''} {numbered(numbers, MOST_RUNS)} of {name}")
    return changed, [name for name in now if name not in before], [name for name in before if name not in now]


def remarks(built: Built) -> Iterator[str]:
    """A line for each thing that stops nothing and is to be known of a deck: what could be better, drafts."""
    yield from to_look_at(built.advice)
    yield from drafts(built.chosen)


def to_look_at(advice: Iterable[Problem]) -> Iterator[str]:
    """What could be better, and stops nothing."""
    return (f"to look at: {each}" for each in sorted(set(advice)))


def left_out(problems: Iterable[Problem]) -> Iterator[str]:
    """Which files were left out, each with its first problem and how many more it has."""
    by_file: dict[str, list[Problem]] = {}
    for problem in sorted(problems):
        by_file.setdefault(problem.place.file, []).append(problem)
    for first, *others in by_file.values():
        more = f" (and {count(len(others), 'problem')} more)" if others else ""
        yield f"left out: {first}{more}"


def drafts(chosen: Chosen) -> Iterator[str]:
    """What the drafts among the cards still lack, and in one line which drafts the searches passed over."""
    for case in [card.case for card in chosen.cards if card.case.gaps]:
        lacking = joined([gap.part for gap in case.gaps], len(case.gaps))
        yield f"draft: {case.place('').file} is stamped as {case.stamp}; still to fill in: {lacking}"
    if chosen.drafts:
        one = len(chosen.drafts) == 1
        them, are = ("it", "it is a draft") if one else ("them", "they are drafts")
        names = joined([case.id for case in chosen.drafts])
        yield f"passed over by the searches, for {are}: {names}; name {them} among the cards to print {them}"
