"""One print item's cards: the body size for all of them, and their pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casedeck.compose.faces import FACES
from casedeck.compose.layout import BodyRange, CardSetter, Face, Layout
from casedeck.compose.measures import LEAST, Sized
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import CaseStudy, shortened, usual_words
from casedeck.model.deck import Card
from casedeck.model.geometry import Size
from casedeck.model.page import Group, Page
from casedeck.model.paper import Paper, card_of
from casedeck.model.text import filled, plain, word_count
from casedeck.typeset.fitting import largest
from casedeck.wording import Watch, unwatched

LONGEST = 420
"""The longest side of a card that is looked for, mm: that of A3."""
MOST_MEASURED = 300
"""So many cards stay measured until they are drawn. Those after them are measured again: measures take nearly
as much memory as the texts of a card.
"""


class Fit(NamedTuple):
    """How one card fits: a body size (points) at which it does, or None and the field that is `words_over`.
    The size is the largest, save for a card that holds no other down: that fits at least at what those allow.

    `over_mm` says by how much its fullest `region` is over-full at the smallest size. A region of "width" is
    a single `word` too wide for its line; its field is "" where it is in none. `small_letters` says that it
    fits with its title in small letters rather than in capitals, `papers` on which others it fits, and `size`
    is the least in mm, of the same shape, of cards that all fit; None where that is not known.
    """

    card: Card
    body_pt: float | None
    over_mm: float = 0.0
    region: str = ""
    field: str = ""
    words_over: int = 0
    word: str = ""
    small_letters: bool = False
    papers: tuple[str, ...] = ()
    size: Size | None = None


class OneSize(NamedTuple):
    """The body size (points) of all full cards, or of all brief ones: the largest that fits every one.

    `limited_by` are the `cards` that hold it down, `others_pt` the size that the rest would allow; empty and
    equal to `body_pt` when nothing holds it below the face's greatest size.
    """

    body_pt: float
    cards: tuple[Card, ...]
    limited_by: tuple[Card, ...]
    others_pt: float


class Fitted(NamedTuple):
    """The fits of all cards, and the sizes that they are set in, of `full` and of `brief` ones; None where
    there are none. `setters` are the first MOST_MEASURED cards, ready to be laid out; `smallest_pt` is the
    least size.
    """

    fits: tuple[Fit, ...]
    setters: tuple[CardSetter, ...]
    smallest_pt: float
    full: OneSize | None
    brief: OneSize | None

    @property
    def sizes(self) -> tuple[OneSize, ...]:
        """The sizes that there are, that of full cards first."""
        return tuple(each for each in (self.full, self.brief) if each)

    def size_of(self, case: CaseStudy) -> float | None:
        """The body size that a case is set in, points; None where no card is of its shape."""
        size = self.full if case.full else self.brief
        return size.body_pt if size else None

    def in_size(self, body_pt: float) -> Fitted:
        """The same with every card set in one size, points."""
        full, brief = [each and each._replace(body_pt=body_pt) for each in (self.full, self.brief)]
        return self._replace(full=full, brief=brief)


def body_range(sizes: Sized[BodyRange], sheet: Stationery) -> tuple[float, float]:
    """The least and the greatest body size in points on this sheet, with the theme's smallest size heeded."""
    low, high = (round(size_pt, 1) for size_pt in sizes.at(sheet.scale))
    low = max(low, sheet.theme.smallest_body_pt, LEAST["body_pt"] if sheet.paper.cut else 0.0)
    return low, max(low, high)


def fit_cards(face_name: str, cards: Sequence[Card], sheet: Stationery, watch: Watch = unwatched) -> Fitted:
    """The fits of the cards on a face; never raises for text that does not fit.

    No size is tried above the two smallest of the cards of its shape before: it could not become either of
    them.
    """
    face = FACES[face_name]
    low, high = body_range(face.body_pt, sheet)
    setters: list[CardSetter] = []
    fits: list[Fit] = []
    least = {True: (high, high), False: (high, high)}
    for number, card in enumerate(cards, 1):
        setter = face.setter(card, sheet)
        if number <= MOST_MEASURED:
            setters.append(setter)
        smallest, bound = least[card.case.full]
        fits.append(_fit(face, card, setter, sheet, low, bound))
        size = fits[-1].body_pt or low
        least[card.case.full] = _two_smallest(smallest, bound, size)
        watch("Fitting cards", number, len(cards))
    shapes = [
        _one_size([fit for fit in fits if fit.card.case.full is full], low, high) for full in (True, False)
    ]
    return Fitted(tuple(fits), tuple(setters), low, *shapes)


def _two_smallest(smallest: float, next_one: float, size: float) -> tuple[float, float]:
    """The two smallest of three sizes that differ, the smallest first."""
    if size < smallest:
        return size, smallest
    return smallest, size if smallest < size < next_one else next_one


def _one_size(fits: Sequence[Fit], low: float, high: float) -> OneSize | None:
    if not fits:
        return None
    sizes = [fit.body_pt or low for fit in fits]
    body = min(sizes)
    others = min([size for size in sizes if size > body], default=body)
    limiting = tuple(fit.card for fit, size in zip(fits, sizes, strict=True) if size == body and body < high)
    return OneSize(body, tuple(fit.card for fit in fits), limiting, others)


def with_papers(fitted: Fitted, face_name: str, sheet: Stationery, papers: Sequence[Paper]) -> Fitted:
    """The fits, each that does not fit with the names of the papers on which it does."""
    face = FACES[face_name]
    turned = [(paper, paper.size.landscape if face.landscape else paper.size.portrait) for paper in papers]
    sheets = {paper.name: sheet._replace(size=size, paper=paper) for paper, size in turned}

    def there(fit: Fit) -> Fit:
        fitting = (
            name
            for name, other in sheets.items()
            if not face.setter(fit.card, other).at(body_range(face.body_pt, other)[0]).over
        )
        return fit if fit.body_pt is not None else fit._replace(papers=tuple(fitting))

    return fitted._replace(fits=tuple(map(there, fitted.fits)))


def with_size(fitted: Fitted, face_name: str, sheet: Stationery) -> Fitted:
    """The fits, each that does not fit with the least size of cards, in whole mm and of the same shape, at
    which all do; no side of it is longer than LONGEST.
    """
    face = FACES[face_name]
    failing = [fit.card for fit in fitted.fits if fit.body_pt is None]
    width, height = sheet.size
    ratio = min(sheet.size) / max(sheet.size)

    def sized(long: int) -> Size:
        short = float(math.ceil(long * ratio))
        return Size(long, short) if width > height else Size(short, long)

    def fits(long: int) -> bool:
        other = sheet._replace(size=sized(long), paper=card_of(sized(long)))
        low, _ = body_range(face.body_pt, other)
        return not any(face.setter(card, other).at(low).over for card in failing)

    low, high = math.floor(max(sheet.size)), LONGEST
    if not failing or not fits(high):
        return fitted
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    told = (fit if fit.body_pt is not None else fit._replace(size=sized(high)) for fit in fitted.fits)
    return fitted._replace(fits=tuple(told))


def sides_of_card(face_name: str, fitted: Fitted, sheet: Stationery, place: int) -> tuple[Page, ...]:
    """The sides of one card as pages, front and back, by its place among the fits."""
    card = fitted.fits[place].card
    number, title = str(card.number), card.case.title
    labels = number, filled(sheet.labels["back of card"], number=number)
    body_pt = fitted.size_of(card.case) or fitted.smallest_pt
    kept = fitted.setters[place : place + 1]
    setter = kept[0] if kept else FACES[face_name].setter(card, sheet)
    draws = setter.at(body_pt).sides
    return tuple(
        [
            Page(sheet.size, (Group("Sect", draw()),), label, title, sheet.paper.clear, sheet.bleed)
            for draw, label in zip(draws, labels, strict=False)
        ]
    )


def _fit(face: Face, card: Card, setter: CardSetter, sheet: Stationery, low: float, high: float) -> Fit:
    size = largest(lambda body_pt: not setter.at(body_pt).over, low, high)
    if size is not None:
        return Fit(card, size)
    layout = setter.at(low)
    small = _small_letters(face, card, sheet, low)
    if "width" in layout.over:
        within = (field for field, text in card.case.fields() if layout.widest in plain(text))
        return Fit(
            card,
            None,
            layout.over["width"],
            "width",
            next(within, ""),
            word=layout.widest,
            small_letters=small,
        )
    region = max(layout.over, key=lambda name: layout.over[name])
    field, words_over = _culprit(face, card, sheet, low, region)
    return Fit(card, None, layout.over[region], region, field, words_over, small_letters=small)


def _small_letters(face: Face, card: Card, sheet: Stationery, low: float) -> bool:
    """True where the title is in capitals, and in small letters the card fits."""
    case = card.case
    small = case._replace(title=case.title.capitalize(), hinted_title=case.hinted_title.capitalize())
    return case.title.isupper() and not face.setter(card._replace(case=small), sheet).at(low).over


def _culprit(face: Face, card: Card, sheet: Stationery, low: float, region: str) -> tuple[str, int]:
    """The field of an over-full region that is longest for its kind, and how many words it must lose for the
    region to fit.

    Where that is more than half of them, the next longest, if half of its words are enough.
    """
    found = card.case.texts()
    letters = {name: sum(len(plain(text)) for text in found.get(name, ())) for name in face.regions[region]}
    suspects = sorted(
        filter(letters.get, letters), key=lambda name: letters[name] / usual_words(name), reverse=True
    )
    tried = [(name, _words_over(face, card, sheet, low, region, name)) for name in suspects[:1]]
    if tried and 2 * tried[0][1] > word_count(*found[suspects[0]]):
        tried += [(name, _words_over(face, card, sheet, low, region, name)) for name in suspects[1:2]]
    return next(
        (each for each in tried if 2 * each[1] <= word_count(*found[each[0]])), tried[0] if tried else ("", 0)
    )


def _words_over(face: Face, card: Card, sheet: Stationery, low: float, region: str, field: str) -> int:
    """How many words a field must lose for a region to fit; all of them where it does not fit even then."""
    length = word_count(*card.case.texts()[field])

    def fits(words: int) -> bool:
        return region not in _shortened(face, card, sheet, field, words, low).over

    kept = next((words for words in _falling(length) if fits(words)), 0)
    while kept < length - 1 and fits(kept + 1):
        kept += 1
    return length - kept


def _falling(words: int) -> Iterator[int]:
    """Ever fewer words to try, in steps that grow."""
    step = 1
    while words > step:
        words -= step
        yield words
        step *= 2


def _shortened(face: Face, card: Card, sheet: Stationery, field: str, words: int, body_pt: float) -> Layout:
    case: CaseStudy = shortened(card.case, field, words)
    return face.setter(card._replace(case=case), sheet).at(body_pt)
