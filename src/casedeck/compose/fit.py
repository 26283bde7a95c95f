"""One print item's cards: the body size for all of them, and their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from casedeck.compose.faces import FACES
from casedeck.compose.layout import BodyRange, CardSetter, Face, Layout
from casedeck.compose.measures import Measures
from casedeck.compose.stationery import Stationery
from casedeck.model.case_study import CaseStudy, shortened, usual_words
from casedeck.model.deck import Card
from casedeck.model.page import Group, Page
from casedeck.model.paper import Paper
from casedeck.model.text import plain, word_count
from casedeck.typeset.fitting import largest
from casedeck.wording import Watch, unwatched

MOST_MEASURED = 300
"""So many cards stay measured until they are drawn. Those after them are measured again: measures take nearly
as much memory as the texts of a card.
"""


class Fit(NamedTuple):
    """How one card fits: a body size (points) at which it does, or None and the field that is `words_over`.
    The size is the largest, save for a card that holds no other down: that fits at least at what those allow.

    `over_mm` says by how much its fullest `region` is over-full at the smallest size. A region of "width" is
    a single `word` too wide for its line; its field is "" where it is in none. `small_letters` says that it
    fits with its title in small letters rather than in capitals, and `papers` on which others it fits.
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


class Fitted(NamedTuple):
    """The fits of all cards, and the body size (points) they are all set in: the largest that fits every one
    of them.

    `limited_by` are the cards that hold it down, `others_pt` the size that the rest would allow; empty and
    equal to `body_pt` when nothing holds it below the face's greatest size. `setters` are the first
    MOST_MEASURED cards, ready to be laid out.
    """

    fits: tuple[Fit, ...]
    setters: tuple[CardSetter, ...]
    smallest_pt: float
    body_pt: float
    limited_by: tuple[Card, ...]
    others_pt: float


def body_range(sizes: Measures[BodyRange], sheet: Stationery) -> tuple[float, float]:
    """The least and the greatest body size in points on this sheet, with the theme's smallest size heeded."""
    low, high = (round(size_pt, 1) for size_pt in sizes.at(sheet.scale))
    low = max(low, sheet.theme.smallest_body_pt)
    return low, max(low, high)


def fit_cards(face_name: str, cards: Sequence[Card], sheet: Stationery, watch: Watch = unwatched) -> Fitted:
    """The fits of the cards on a face; never raises for text that does not fit.

    No size is tried above the two smallest of the cards before: it could not become either of them.
    """
    face = FACES[face_name]
    low, high = body_range(face.body_pt, sheet)
    setters: list[CardSetter] = []
    fits: list[Fit] = []
    body = bound = high
    for number, card in enumerate(cards, 1):
        setter = face.setter(card, sheet)
        fits.append(_fit(face, card, setter, sheet, low, bound))
        if number <= MOST_MEASURED:
            setters.append(setter)
        size = fits[-1].body_pt or low
        if size < body:
            body, bound = size, body
        elif body < size < bound:
            bound = size
        watch("Fitting cards", number, len(cards))
    sizes = [fit.body_pt or low for fit in fits]
    others = min([size for size in sizes if size > body], default=body)
    limiting = tuple(fit.card for fit, size in zip(fits, sizes, strict=True) if size == body and body < high)
    return Fitted(tuple(fits), tuple(setters), low, body, limiting, others)


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


def pages(face_name: str, fitted: Fitted, sheet: Stationery) -> Iterator[Page]:
    """A page for each card, made when it is asked for."""
    others = fitted.fits[len(fitted.setters) :]
    again = (FACES[face_name].setter(fit.card, sheet) for fit in others)
    for fit, setter in zip(fitted.fits, chain(fitted.setters, again), strict=True):
        layout = setter.at(fitted.body_pt)
        yield Page(sheet.size, (Group("Sect", layout.draw()),), str(fit.card.number), fit.card.case.title)


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
