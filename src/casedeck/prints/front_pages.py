"""From a deck to its front matter: the facts of the cover, of the pages on the cards and of the activity
cards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedeck.choose.reading_speed import median_words, reading_minutes
from casedeck.compose.front_matter import FrontPage, FrontPages, set_front_matter
from casedeck.compose.front_matter.activity_card import ActivityCard
from casedeck.compose.front_matter.cover import CoverFacts, CoverPage
from casedeck.compose.front_matter.reading import ReadingPage
from casedeck.compose.front_matter.using import UsingPage
from casedeck.compose.stationery import Stationery
from casedeck.errors import PlanError
from casedeck.library.activities import ACTIVITIES
from casedeck.library.front_matter import FRONT_MATTER, read_front_matter
from casedeck.model.activity import Activity
from casedeck.model.deck import Card, Deck, PrintItem
from casedeck.model.front_matter import ActivityFacts, FrontMatter, Section
from casedeck.model.language import Language
from casedeck.model.text import Block as TextBlock
from casedeck.model.text import Listing, Paragraph, Rich, filled
from casedeck.model.vocabulary import key
from casedeck.prints.bench import Bench, TooFull
from casedeck.session.blocks import load_of
from casedeck.session.telling import Teller
from casedeck.session.timing import Slot, Task, run, total

USUAL_PEOPLE = 16
"""How many people an activity's minutes are worked out for where the session does not say."""


_SHORTER = "print on larger paper or in a smaller theme, and if its words are yours, shorten them"


def front_pages(bench: Bench, item: PrintItem, stationery: Stationery) -> FrontPages | None:
    """The pages of a deck's front matter; None with problems recorded. A page that is too full is P104, at
    the print item.
    """
    library, report = bench.library, bench.report
    matter = _matter(bench, stationery.labels)
    shelf = library.shelf(ACTIVITIES)
    found = [shelf.find(each, item.place, report) for each in shelf.names()]
    if matter is None or None in found:
        return None
    activities = in_order([each for each in found if each], matter.order)
    try:
        facts = [_facts(bench, each, (number, len(activities))) for number, each in enumerate(activities, 1)]
    except PlanError as error:
        report.add(item.place, "S102", error.message, error.hint)
        return None
    made = set_front_matter(_pages(bench, matter, facts, stationery), stationery)
    paper = f"{item.paper.name} at {made.body_pt:g}pt"
    for title, over in made.over.items():
        said = TooFull(f'the page "{title}" of the front matter', paper, _SHORTER)
        bench.too_full(item, said, over, made.words.get(title, ""))
    return made


def _matter(bench: Bench, labels: Mapping[str, str]) -> FrontMatter | None:
    """The front matter in the language of the deck, or None with problems recorded."""
    node = bench.library.shelf(FRONT_MATTER).needed(bench.deck.language, bench.report)
    names = bench.library.shelf(ACTIVITIES).names()
    return None if node is None else read_front_matter(node, names, labels, bench.report)


def _pages(
    bench: Bench, matter: FrontMatter, facts: Sequence[ActivityFacts], sheet: Stationery
) -> list[FrontPage]:
    cover = cover_facts(bench.deck, bench.cards, bench.language)
    sections = [_section(each, bench.cards, matter) for each in matter.sections]
    note = _on_brief_cards(bench.cards, matter, bench.language)
    reading = ReadingPage(matter.parts, bench.cards[0], note, sheet, matter.reading)
    return [
        FrontPage(matter.cover["page"], CoverPage(cover, sheet, matter.cover)),
        FrontPage(matter.using["title"], UsingPage(sections, sheet, matter.using)),
        FrontPage(matter.reading["title"], reading),
        *[FrontPage(each.name, ActivityCard(each, sheet, matter.activity)) for each in facts],
    ]


def _on_brief_cards(cards: Sequence[Card], matter: FrontMatter, language: Language) -> str:
    """Which cards are brief, and how they are read; nothing where none are."""
    brief = [card.number for card in cards if not card.case.full]
    if not brief:
        return ""
    name = "one brief" if len(brief) == 1 else "all brief" if len(brief) == len(cards) else "some brief"
    return filled(matter.reading[name], numbers=language.numbered(brief))


def cover_facts(deck: Deck, cards: Sequence[Card], language: Language) -> CoverFacts:
    """What the cover says of a deck."""
    return CoverFacts(
        deck.hinted_title or deck.title, deck.subtitle, language.day(deck.session.date), tuple(cards)
    )


def in_order(activities: Sequence[Activity], order: Sequence[str]) -> list[Activity]:
    """The activities whose ids are in `order` in that order, then the others by name."""
    places = {name: place for place, name in enumerate(order)}
    return sorted(activities, key=lambda each: (places.get(each.id, len(places)), each.name.casefold()))


def _facts(bench: Bench, activity: Activity, place: tuple[int, int]) -> ActivityFacts:
    """What the card of an activity says, as it is planned where the deck's session has it."""
    planned = (
        [each for each in bench.plan.activities if each.activity.id == activity.id] if bench.plan else []
    )
    if planned:
        teller = Teller(planned[-1].activity, planned[-1].load, planned[-1].slots, bench.language)
    else:
        teller = usual_teller(activity, bench.deck, bench.cards, bench.language)
    return activity_facts(teller, *place)


def usual_teller(activity: Activity, deck: Deck, cards: Sequence[Card], language: Language) -> Teller:
    """An activity uncut, for the people of the session, or USUAL_PEOPLE where it does not say; a number of
    people that the activity is not for becomes the nearest that it is for. PlanError where a block has no
    minutes for so many.
    """
    low, high = activity.people
    people = min(max(deck.session.people or USUAL_PEOPLE, low), high)
    load = load_of(activity, people, len(cards), reading_minutes(median_words(cards)))
    (slots,) = run([Task(activity, load)])
    return Teller(activity, load, slots, language)


def activity_facts(teller: Teller, number: int, of: int) -> ActivityFacts:
    """What the card of an activity says, which is number so many of so many."""
    activity, load, slots, _ = teller
    blocks = tuple([(slot.block.name, slot.minutes, _in_short(teller, slot)) for slot in slots])
    return ActivityFacts(
        activity.name,
        activity.purpose,
        number,
        of,
        load.people,
        total(slots),
        *activity.people,
        load.cards_read,
        activity.energy,
        activity.prompt,
        blocks,
    )


def _in_short(teller: Teller, slot: Slot) -> Rich:
    """What happens in a block, or the first words to say in it."""
    name = slot.block.name
    said = next((step.say for step in teller.activity.steps if step.say and key(step.block) == key(name)), ())
    return teller.told(slot.block.short, name) if slot.block.short else teller.told(said, name, aloud=True)


def _section(section: Section, cards: Sequence[Card], matter: FrontMatter) -> Section:
    """The section with {cards}, and how many of them name their sources, filled in."""
    sourced = sum([bool(card.case.sources) for card in cards])
    most = "only one" if len(cards) == 1 else "all of them"
    words = matter.using["none of them" if not sourced else most if sourced == len(cards) else "some of them"]
    values = {"cards": str(len(cards)), "sourced": filled(words, cards=len(cards), some=sourced)}

    def text(block: TextBlock) -> TextBlock:
        if isinstance(block, Listing):
            return block._replace(items=tuple([filled(item, **values) for item in block.items]))
        return Paragraph(filled(block.text, **values))

    return section._replace(text=tuple([text(block) for block in section.text]))
