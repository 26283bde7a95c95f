"""Locale files: every word that casedeck itself prints on cards and sheets."""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.errors import Place, Report
from casedeck.model.case_study import STATUSES
from casedeck.notation.combined import Checked
from casedeck.notation.fields import Text
from casedeck.notation.quotes import typographic
from casedeck.notation.records import Key, Record
from casedeck.wording import short

CARDS: Mapping[str, tuple[str, ...]] = {
    "overview": (),
    "relationship spotlight": (),
    "keywords": (),
    "benefits": (),
    "enablers": (),
    "opportunities": (),
    "key learning": (),
    "type of place": (),
    "sectors": (),
    "location": (),
    "and also": (),
    "marked tabs": ("names",),
    "card number": ("number", "of"),
    "read more": (),
    **dict.fromkeys(STATUSES, ()),
}
"""The words on cards, each with the placeholders it may have."""


def _plain(names: str) -> dict[str, tuple[str, ...]]:
    return {name.strip(): () for name in names.split(",")}


SECTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "facilitator sheet": {
        **_plain(
            "minutes, people, run sheet, clock, minutes short, block, if late, print list, what, paper, copies, sheets, bring"
        ),
        **_plain(
            "this deck, room, no wall, roles, deal list, list apart, prompt, or, script, do, watch for, debrief, harvest, variations"
        ),
        **_plain("access, remote, safety"),
        **dict.fromkeys(("group cards", "this time"), ()),
        "in rooms": ("rooms",),
        "rooms": ("rooms",),
        "in room": ("room", "people"),
        **{f"{what} in room": ("room", "people", "which") for what in ("groups", "tables", "walls", "seats")},
        "slots": ("block", "slots", "each"),
        "saves": ("block", "minutes"),
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
        **dict.fromkeys(("one row", "upper row", "lower row"), ("numbers",)),
        "title": ("activity",),
    },
    "times": {
        "stop": ("time",),
        **_plain("all of them, half a minute, a minute and a half, numbers"),
        **dict.fromkeys(("about so many", "minute", "minutes", "and a half"), ("number",)),
    },
    "session sheet": {
        **_plain("order, clock, minutes, what, break, end"),
        **dict.fromkeys(("facts", "facts of one"), ("people", "cards", "minutes")),
    },
    "print list": {
        **_plain("title, list, continued, note, file, paper, sides, colour, sheets"),
        "total": ("sheets",),
        "one sheet of": ("count", "paper"),
        "sheets of": ("count", "paper"),
        "seat": ("seat",),
        "seat note": ("cards",),
    },
    "card index": {
        **_plain(
            "title, note, brief note, number, case study, brief, benefits, enablers, terms title, terms note, by opportunity"
        ),
        **_plain("by sector, none"),
        "continued": ("heading",),
        "page": ("page", "pages"),
    },
    "why these cards": {**_plain("title, note"), "page": ("page", "pages")},
    "heatmap sheet": _plain("title, name, date, think, how, alone, group, cool, warm, coolest, next"),
    "blank card": {
        **_plain(
            "title, imagined title, words to choose from, your case study, title prompt, relationship spotlight, overview"
        ),
        **_plain(
            "keywords prompt, benefits, enablers, key learning, all benefits, all enablers, all barriers, how do we know"
        ),
        **_plain("how do we know prompt, told to us, counted, studied, hope"),
        "word target": ("low", "high"),
        "strapline prompt": ("words",),
        "relationship spotlight prompt": ("words",),
        "overview prompt": ("words",),
        "benefits prompt": ("words",),
        "enablers prompt": ("words",),
        "key learning prompt": ("words",),
    },
}
"""The words on each kind of sheet, each with the placeholders it may have."""


class _Placeholders:
    """Checks that a text has no braces but those of its placeholders."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def __call__(self, text: str, place: Place, report: Report) -> str | None:
        """The text, or None with the problem recorded."""
        rest = text
        for name in self.names:
            rest = rest.replace(f"{{{name}}}", " ")
        if "{" not in rest and "}" not in rest:
            return typographic(text)
        allowed = " and ".join(f"{{{name}}}" for name in self.names) or "none"
        hint = (
            'write it like "{number} of {of}"'
            if self.names == ("number", "of")
            else f"it may have: {allowed}"
        )
        report.add(place, "V106", f'"{short(text)}" holds other words in {{}} than {allowed}', hint)
        return None


def printed(words: Mapping[str, tuple[str, ...]], limit: int = 160) -> dict[str, Key]:
    """The keys of a record of printed words, each with the placeholders it may have, of at most `limit`
    characters.
    """
    return {
        name: Key(
            Checked(Text(limit), _Placeholders(placeholders)), f"The words printed for {name}.", required=True
        )
        for name, placeholders in words.items()
    }


LOCALE = Record(
    "a locale",
    {
        **printed(CARDS),
        **{
            name: Key(
                Record(f"the words of the {name}", printed(words)), f"The words of the {name}.", required=True
            )
            for name, words in SECTIONS.items()
        },
    },
)
