"""The pack: everything printed for one session, as documents in the order in which they are needed."""

from __future__ import annotations

from collections.abc import Sequence

from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document
from casedeck.prints.entry import Print

_WHERE = ("groups", "tables", "walls", "seats")


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    """For each activity its facilitator sheet and everything on its print list, with numbers before their
    names from 01 on.
    """
    from casedeck.prints.supplies import activity_documents

    activities = bench.plan.activities if bench.plan else ()
    made = [document for plan in activities for document in activity_documents(bench, item, plan)]
    return [
        document._replace(file_name=f"{number:02d}-{document.file_name}")
        for number, document in enumerate(made, 1)
    ]


def _before(bench: Bench, item: PrintItem, others: Sequence[Document]) -> list[Document]:
    """The list of all that is printed."""
    from casedeck.prints.first_sheet import first_document

    return [first_document(bench, item, bench.plan, others)] if bench.plan else []


PRINT = Print(
    "pack",
    about="Everything for the [session](session.md), one file for each thing",
    takes=("paper", "theme"),
    words={
        "facilitator sheet": {
            **fixed("minutes, people, run sheet, clock, minutes short, block, steps, if late, print list"),
            **fixed(
                "what, paper, copies, sheets, bring, this deck, room, no wall, roles, deal list, list apart"
            ),
            **fixed("prompt, or, script, do, watch for, debrief, harvest, variations, access, remote"),
            **fixed("safety, group cards, this time"),
            "in rooms": ("rooms",),
            "rooms": ("rooms",),
            "in room": ("room", "people"),
            **{f"{what} in room": ("room", "people", "which") for what in _WHERE},
            "slots": ("block", "slots", "each"),
            "saves": ("minutes",),
            "in minutes": ("minutes",),
            "group card": ("card", "title"),
            "room number": ("room",),
            "groups": ("group",),
            "tables": ("group",),
            "seat": ("seat", "cards"),
            "seat apart": ("seat", "cards"),
            "deck note": ("cards", "numbers"),
            "brief": ("numbers",),
            "one wall": ("metres",),
            "one wall in parts": ("metres", "parts"),
            "walls in parts": ("walls", "metres", "parts"),
            "walls": ("walls", "metres"),
            "wall plan": ("metres", "cards"),
            "one row": ("numbers",),
            "upper row": ("numbers",),
            "lower row": ("numbers",),
            "title": ("activity",),
            **fixed("ask what, ask so what, ask now what"),
        },
        "session sheet": {
            **fixed("order, clock, minutes, what, break, end"),
            "facts": ("people", "cards", "minutes"),
            "facts of one": ("people", "cards", "minutes"),
        },
        "print list": {
            **fixed("title, list, continued, note, file, paper, sides, colour, sheets, cards"),
            **fixed("in colour, in black"),
            "seat": ("seat",),
            "seat note": ("cards",),
        },
    },
    make=_make,
    session=True,
    before=_before,
    icons=("benefits", "enablers"),
)
