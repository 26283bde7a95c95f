"""The facilitator sheet: two sides of A4 from which a person can run one activity, standing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from casedeck.compose.flow import Block, natural_height
from casedeck.compose.kit import Column, Kit, Pages
from casedeck.compose.layout import overfull
from casedeck.compose.measures import text_on
from casedeck.compose.pour import Poured, pour
from casedeck.compose.sheets.run_sheet import run_sheet
from casedeck.compose.sheets.script import script
from casedeck.compose.sheets.titles import titles
from casedeck.compose.sheets.wall_plan import hung_wall
from casedeck.compose.sheets.who_gets import heading_of, who_gets
from casedeck.compose.stationery import Stationery
from casedeck.model.activity import Variation
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Page
from casedeck.model.text import filled, plain
from casedeck.session.told import Told, division, rooms_of
from casedeck.wording import in_sentence

SIDE, TOP, GUTTER = 11.0, 10.0, 6.0
BODY_PT, LARGE_BODY_PT = 12.0, 16.0
"""The size of the text on A4, and on A3."""
LIST, TITLES, NUMBERS = "list", "titles", "numbers"
"""What can stand apart, on a third side; and that the titles are left out, so that none is needed."""
MOST_SEATS = 24
"""With more seats, who gets which cards stands on a third side."""


def facilitator_sheet(told: Told, sheet: Stationery, words: Mapping[str, str]) -> Pages:
    """The two sides: run sheet, print list and room first, then the script; `words` are the headings of the
    locale.

    What is not tied to a place runs through the columns of both sides. Where two do not hold everything, or
    there are more than MOST_SEATS hands, a third side begins with the list of who gets which cards, and, if
    that is not enough, with the cards' titles.
    """
    maker = _FacilitatorSheet(told, sheet, words)
    *ways, last = maker.ways()
    for apart in (*ways, last):
        tops = [
            maker.head(),
            maker.script_side(),
            *([maker.list_side(apart)] if {*apart} - {NUMBERS} else []),
        ]
        poured = maker.poured(tops if apart == last else tops[:2], maker.running(apart))
        if not overfull({"height": poured.over_mm}):
            break
    name = told.activity.name
    pages = []
    for number, (fixed, _) in enumerate(tops):
        marks = (*fixed, *[mark for column in poured.marks[2 * number : 2 * number + 2] for mark in column])
        side = filled(sheet.language.files["side"], activity=name, side=number + 1)
        pages.append(Page(sheet.size, (Group("Sect", marks),), f"{name} {number + 1}", side))
    return maker.kit.pages(pages, poured.over_mm)


class _FacilitatorSheet:
    def __init__(self, told: Told, sheet: Stationery, words: Mapping[str, str]) -> None:
        self.told, self.plan, self.sheet, self.words = told, told.plan, sheet, words
        self.rooms = rooms_of(told.plan, sheet.language)
        self.kit = Kit(sheet, text_on(sheet.scale, BODY_PT, LARGE_BODY_PT))
        self.page = Box(SIDE, TOP, sheet.size.width - 2 * SIDE, sheet.size.height - 2 * TOP)
        self.width = (self.page.width - GUTTER) / 2

    def columns(self, top: float) -> tuple[Box, Box]:
        """The two columns of a side from a height down."""
        left, right = (
            Box(self.page.x + n * (self.width + GUTTER), top, self.width, self.page.bottom - top)
            for n in (0, 1)
        )
        return left, right

    def poured(
        self, tops: Sequence[tuple[Sequence[Mark], float]], sections: Sequence[Sequence[Block]]
    ) -> Poured:
        """The sections in the columns below the top of each side, given with where it ends."""
        return pour(sections, [box for _, bottom in tops for box in self.columns(bottom + 4)])

    def head(self) -> tuple[list[Mark], float]:
        """Name, deck, purpose and run sheet of the first side, and where they end."""
        table = run_sheet(self.told, self.kit, self.page, self.words)
        return self._stacked([*self._head(), *table], self.page.y)

    def script_side(self) -> tuple[list[Mark], float]:
        """The script of the second side, and where it ends."""
        return self._stacked([*script(self.told, self.kit, self.page, self.words)], self.page.y)

    def ways(self) -> list[tuple[str, ...]]:
        """What may stand apart, the fewest things first: nothing, the titles of the cards, which the first
        sheet has as well, the list of who gets which cards, and both of them, on a third side.
        """
        lists = (LIST,) if heading_of(self.told, self.words) else ()
        few: list[tuple[str, ...]] = [(), (NUMBERS,)] if len(self.plan.hands) <= MOST_SEATS else []
        return [*few, *([lists, (*lists, NUMBERS)] if lists else []), (*lists, TITLES)]

    def list_side(self, apart: Sequence[str]) -> tuple[list[Mark], float]:
        """The top of a third side: the activity's name, and what stands apart in larger letters; and where it
        ends.
        """
        kit, page, told = self.kit.larger(), self.page, self.told
        title = kit.set(told.activity.name, self.kit.title, page.width, "black")
        name = Block(0, title.height, 0, lambda y: Group("H1", title.marks(0, y)))
        blocks = [name, kit.paragraph(self._where(), 0, page.width, style=self.kit.quiet, gap=0)]
        blocks += who_gets(told, kit, page.width, self.words, apart=True) if LIST in apart else []
        blocks += titles(told, kit, page.width, self.words) if TITLES in apart else []
        poured = pour([blocks], [page])
        return poured.marks[0], page.y + natural_height(blocks)

    def running(self, apart: Sequence[str]) -> list[list[Block]]:
        """Everything else, section by section in reading order, for columns of one width; of what stands
        `apart` only where it is.
        """
        parts = (
            *(self._prompts, self._this_time, self._print_list, self._bring),
            self._deck_apart if TITLES in apart else self._deck_numbers if NUMBERS in apart else self._deck,
            *(self._room, self._no_wall, self._list_apart if LIST in apart else self._list),
            *(
                self._roles,
                self._access,
                self._remote,
                self._variations,
                self._debrief,
                self._harvest,
            ),
        )
        return [list(part(self.width)) for part in parts]

    def _stacked(self, blocks: Sequence[Block], y: float) -> tuple[list[Mark], float]:
        marks: list[Mark] = []
        for number, block in enumerate(blocks):
            y += block.gap if number else 0
            marks.append(block.draw(y))
            y += block.height
        return marks, y

    def _head(self) -> Iterator[Block]:
        told, kit, page = self.told, self.kit, self.page
        yield self._name()
        yield kit.paragraph(told.activity.purpose, page.x, page.width, style=kit.say, weight="bold", gap=1.0)
        yield kit.paragraph(self._facts(), page.x, page.width, gap=0.6)

    def _name(self) -> Block:
        """The activity's name, and the deck and the day at its right where there is room, else below it."""
        kit, page = self.kit, self.page
        title = kit.set(self.told.activity.name, kit.title, page.width, "black")
        where = kit.set(self._where(), kit.quiet, page.width)
        beside = title.width + 2 * GUTTER + where.width <= page.width
        left = page.right - where.width if beside else page.x
        down = 0.68 * title.height - 0.68 * where.height if beside else title.height

        def draw(y: float) -> Mark:
            heading = Group("H1", title.marks(page.x, y))
            return Group("Sect", (heading, Group("P", where.marks(left, y + down))))

        return Block(0, title.height if beside else title.height + where.height, 0, draw)

    def _where(self) -> str:
        language = self.sheet.language
        return language.row(filter(None, (self.told.deck_title, language.day(self.told.date))))

    def _facts(self) -> str:
        """Time, people, energy and space in one paragraph."""
        activity, language = self.told.activity, self.sheet.language
        rooms = filled(self.words["in rooms"], rooms=len(self.rooms)) if len(self.rooms) > 1 else ""
        people = " ".join(filter(None, (str(self.plan.load.people), self.words["people"], rooms)))
        facts = (
            f"{self.plan.minutes} {self.words['minutes']}",
            language.row(filter(None, (people, division(self.plan, language)))),
            activity.energy,
            activity.difficulty,
            activity.space,
        )
        return " ".join(fact if fact.endswith(".") else f"{fact}." for fact in facts)

    def _prompts(self, width: float) -> Iterator[Block]:
        """The question that people work on, and others to choose from."""
        kit, activity = self.kit, self.told.activity
        yield kit.heading(self.words["prompt"], 0, width)
        yield kit.paragraph(activity.prompt, 0, width, weight="bold", gap=0.5)
        others = [(self.words["or"], prompt) for prompt in activity.other_prompts]
        yield from kit.named(others, 0, width, gap=0.5)

    def _print_list(self, width: float) -> Iterator[Block]:
        kit, x = self.kit, 0.0
        yield kit.heading(self.words["print list"], x, width)
        columns = [
            Column(self.words["what"], 46),
            Column(self.words["paper"], 14),
            Column(self.words["copies"], 16, True),
            Column(self.words["sheets"], 15, True),
        ]
        printed = [line for line in self.plan.prints if line.sheet]
        rows = [[line.name, line.paper, str(line.copies), str(line.sheets)] for line in printed]
        yield kit.table(columns, rows, x, width)
        in_all = self.sheet.language.paper_in_all([(line.paper, line.sheets) for line in printed])
        yield kit.paragraph(in_all, x, width, weight="bold")

    def _bring(self, width: float) -> Iterator[Block]:
        kit, x = self.kit, 0.0
        yield kit.heading(self.words["bring"], x, width)
        language = self.sheet.language
        things = [line for line in self.plan.prints if not line.sheet]
        brought = language.row(language.thing(in_sentence(line.name), line.copies) for line in things)
        yield kit.paragraph(f"{brought[:1].upper()}{brought[1:]}.", x, width)

    def _deck_apart(self, width: float) -> Iterator[Block]:
        yield self.kit.heading(self.words["this deck"], 0, width)
        yield self.kit.paragraph(self.words["list apart"], 0, width)

    def _deck(self, width: float) -> list[Block]:
        return titles(self.told, self.kit, width, self.words)

    def _deck_numbers(self, width: float) -> list[Block]:
        return titles(self.told, self.kit, width, self.words, most=0)

    def _room(self, width: float) -> Iterator[Block]:
        told, kit = self.told, self.kit
        yield kit.heading(self.words["room"], 0, width)
        if len(self.rooms) > 1:
            yield kit.paragraph(self._rooms(), 0, width)
        if self.plan.wall:
            yield hung_wall(kit, self.plan.wall, width, self.words)
        yield from kit.bullets(told.activity.room, 0, width, "room")

    def _rooms(self) -> str:
        """How several rooms work."""
        rooms = self.rooms
        words = self.words[f"{rooms[0].what} in room".strip()]
        each = [filled(words, room=room, **share._asdict()) for room, share in enumerate(rooms, 1)]
        return " ".join([filled(self.words["rooms"], rooms=len(rooms)), *each])

    def _no_wall(self, width: float) -> Iterator[Block]:
        told, kit = self.told, self.kit
        yield kit.heading(self.words["no wall"], 0, width)
        yield from kit.bullets(told.activity.no_wall, 0, width, "no wall")

    def _roles(self, width: float) -> Iterator[Block]:
        yield self.kit.heading(self.words["roles"], 0, width)
        yield from self.kit.named(self.told.activity.roles, 0, width, gap=0.5)

    def _list(self, width: float) -> list[Block]:
        return who_gets(self.told, self.kit, width, self.words)

    def _list_apart(self, width: float) -> Iterator[Block]:
        """Where the list of who gets which cards stands."""
        heading = heading_of(self.told, self.words)
        if heading:
            yield self.kit.heading(heading, 0, width)
            yield self.kit.paragraph(self.words["list apart"], 0, width)

    def _debrief(self, width: float) -> Iterator[Block]:
        told, kit = self.told, self.kit
        yield kit.heading(self.words["debrief"], 0, width)
        for name, questions in told.activity.debrief.items():
            text = " ".join(plain(question) for question in questions)
            yield kit.paragraph(text, 0, width, lead=self.words[f"ask {name}"], gap=0.8)

    def _harvest(self, width: float) -> Iterator[Block]:
        told, kit = self.told, self.kit
        yield kit.heading(self.words["harvest"], 0, width)
        yield from kit.bullets(told.activity.harvest, 0, width, "harvest")

    def _variations(self, width: float) -> Iterator[Block]:
        yield from self._ways(self.words["variations"], self.told.activity.variations, width)

    def _this_time(self, width: float) -> Iterator[Block]:
        """The variations that the activity is run in."""
        yield from self._ways(self.words["this time"], self.told.activity.chosen, width)

    def _ways(self, heading: str, ways: Sequence[Variation], width: float) -> Iterator[Block]:
        if ways:
            yield self.kit.heading(heading, 0, width)
            yield from self.kit.named([(each.name, each.how) for each in ways], 0, width)

    def _access(self, width: float) -> Iterator[Block]:
        yield self.kit.heading(self.words["access"], 0, width)
        yield from self.kit.bullets(self.told.activity.access, 0, width, "access")

    def _remote(self, width: float) -> Iterator[Block]:
        yield self.kit.heading(self.words["remote"], 0, width)
        yield from self.kit.bullets(self.told.activity.remote, 0, width, "remote")
