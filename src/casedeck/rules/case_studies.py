"""Is a case study as good as its words can make it? What is found is advice: the case can be printed as it
is.
"""

from __future__ import annotations

from collections.abc import Iterator

from casedeck.errors import Problem, did_you_mean
from casedeck.model.case_study import CARD_WORDS, PUBLISHED, USUAL_WORDS, CaseStudy, Gap, usual_range
from casedeck.model.figures import thin_figures
from casedeck.model.text import Paragraph, Rich, plain, word_count
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.meant import likely
from casedeck.rules.reading_ease import reading_ease
from casedeck.wording import count, joined, short

EASE_FLOOR = 30
"""The least reading ease: below it Flesch calls a text very difficult. docs/checking.md says how it was
chosen.
"""

_EASE_WORDS = 50
"""The fewest words whose reading ease means something; the formula was made for passages of a hundred."""

_FOUND_BY = ("strapline", "keywords", "type of place", "sectors", "location")
_WITHOUT_SOURCE = ("mock-up", "imagined")
_ONE = {"benefits": "benefit", "enablers": "enabler", "opportunities": "opportunity"}
_NO_SENTENCES = ("title", "keywords")


def easy_to_find(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L101 where nothing is said about its place, sectors or location, or a brief case has no strapline or
    keywords.
    """
    given = (case.strapline, case.keywords, case.types_of_place, case.sectors, case.location)
    lacking = [
        f"no {name}"
        for name, value in zip(_FOUND_BY, given, strict=True)
        if not value and not case.lacks(name)
    ]
    if lacking:
        message = f'"{case.title}" has {joined(lacking, len(given))}'
        hint = "add what you know; people and decks look for case studies by it"
        told = (
            ""
            if case.strapline or case.lacks("strapline")
            else "; without a strapline the wall card does not say what the place does"
        )
        yield Problem(case.place(""), "L101", message, hint + told)


def usual_length(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L102 for each field, and for a full card as a whole, with fewer or more words than usual."""
    for field, pieces in case.texts().items():
        yield from _unusual(case, field, word_count(*pieces), USUAL_WORDS[field.rstrip(" 0123456789")])
    if case.full and not case.gaps:
        yield from _unusual(case, "", case.words, CARD_WORDS)


def _unusual(case: CaseStudy, field: str, words: int, usual: tuple[int, int]) -> Iterator[Problem]:
    low, high = usual
    if not low <= words <= high:
        message = (
            f"the {_named(case, field) or 'whole card'} has {count(words, 'word')}; {low} to {high} are usual"
        )
        yield Problem(
            case.place(field), "L102", message, "shorten it" if words > high else "say a little more"
        )


def figures_bold(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L103 for each benefit, and for the overview, with figures that do not stand out."""
    for field, pieces in case.texts().items():
        if field == "overview" or field.startswith("benefits"):
            thin = [figure for piece in pieces for figure in thin_figures(piece)]
            if thin:
                message = (
                    f"the {_named(case, field)} has {count(len(thin), 'figure')} not in bold: {joined(thin)}"
                )
                yield Problem(case.place(field), "L103", message, "put ** on both sides of a figure")


def country_known(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L104 where a location does not end with a country of the vocabulary, so that no filter by country finds
    it.
    """
    if case.location and not case.countries:
        last = case.location.rsplit(",", 1)[-1].strip()
        hints = (
            did_you_mean(last, vocabularies["countries"].names()),
            "other countries can be added to assets/vocabulary/countries.yaml",
        )
        yield Problem(
            case.place("location"),
            "L104",
            f'"{short(last)}" is not in the list of countries',
            "; ".join(filter(None, hints)),
        )


def source_named(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L106 where nobody could look the facts up. What is imagined, or shows how a card could look, has
    none.
    """
    if case.status not in _WITHOUT_SOURCE and not any(source.strip() for source in case.sources):
        yield Problem(
            case.place("sources"),
            "L106",
            f'"{case.title}" names no source',
            "say under sources where its facts come from",
        )


def easy_to_read(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L107 for a text that is harder to read than EASE_FLOOR; names, as in the title, do not count."""
    ease = reading_ease((plain(text) for _, text in _sentences(case)), _EASE_WORDS)
    if ease is not None and ease < EASE_FLOOR:
        message = f"the text has a reading ease of {ease:.0f}; {EASE_FLOOR} is the least for a card"
        yield Problem(case.place("overview"), "L107", message, "use shorter sentences and everyday words")


def links_safe(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L108 for each link to a page that does not come by https."""
    links = [("link", case.link), *((field, span.link) for field, text in case.fields() for span in text)]
    for field, link in dict.fromkeys(links):
        if link.lower().startswith("http:"):
            yield Problem(
                case.place(field),
                "L108",
                f'the link "{short(link)}" is not https',
                "most pages have an https address: try it",
            )


def sentences_end(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L109 for each sentence that ends without a full stop. Items of a list, and what stands before it, need
    none.
    """
    items = [text for block in case.overview if not isinstance(block, Paragraph) for text in block.items]
    for field, text in _sentences(case):
        ends = ".?!…:" if field == "overview" else ".?!…"
        if text not in items and not plain(text).rstrip("\"'”’) ").endswith(tuple(ends)):
            yield Problem(
                case.place(field),
                "L109",
                f"the {_named(case, field)} has a sentence without a full stop",
                "put one at its end",
            )


def letters_right(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L112 for the first word in each field that was read in the wrong code, or whose letters got lost on the
    way.
    """
    for field, text in case.fields():
        for word in plain(text).split():
            meant = likely(word)
            if meant != word or "\ufffd" in word:
                hint = f'write "{short(meant)}"' if "\ufffd" not in meant else "type it again"
                yield Problem(
                    case.place(field),
                    "L112",
                    f'"{short(word)}" in the {_named(case, field)} looks garbled',
                    hint,
                )
                break


def consent_given(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L110 for a case that says that those it is about have not agreed, and that no stamp marks as
    unpublished.
    """
    if case.consent is False and case.stamp == PUBLISHED:
        message = f'"{case.title}" is published, and those it is about have not agreed'
        yield Problem(
            case.place("consent"), "L110", message, "ask them, or write status: draft until they have"
        )


def filled_in(case: CaseStudy, vocabularies: Vocabularies) -> Iterator[Problem]:
    """L111 for each part of a draft that is still to be filled in."""
    for gap in case.gaps:
        yield Problem(gap.place, "L111", f"still to fill in: {gap.part}", _how_to_fill(gap, vocabularies))


def _how_to_fill(gap: Gap, vocabularies: Vocabularies) -> str:
    if gap.key not in _ONE or gap.part.startswith("the sentence"):
        return f"{usual_range(gap.key)} words are usual"
    names = vocabularies[gap.key].names()
    return (
        f'write it like "- {names[0].lower()}: A sentence."; the words are {joined(names, len(names))}'
        if names
        else ""
    )


def _sentences(case: CaseStudy) -> Iterator[tuple[str, Rich]]:
    return ((field, text) for field, text in case.fields() if field not in _NO_SENTENCES)


def _named(case: CaseStudy, field: str) -> str:
    """A field as people say it: "benefits 2" by the word that stands beside it, as "benefit Health"."""
    kind, _, number = field.partition(" ")
    if number.isdigit():
        return f"{_ONE[kind]} {case.printed_claims()[kind][int(number) - 1].term.name or number}"
    return field
