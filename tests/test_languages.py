"""Any language: nothing that a page shows is English unless a file says it, and another language is one file
more.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import yaml

from casedeck.build.pipeline import NO_CHANGES, Built, Changes, build, draw
from casedeck.errors import DeckError
from casedeck.model.language import Language
from casedeck.prints import PRINTS
from tests.support.decks import asked
from tests.support.languages import crossed_words, foreign, nowhere, stray, strays, strings
from tests.support.marks import headings, words_of
from tests.support.packs import ACTIVITIES
from tests.support.reading import Overlay
from tests.support.repository import ROOT

PAPERS = ("A4", "A3")
"""The names of papers, which are their own in any language."""
CHOSEN = (
    "timpson",
    {"where": {"benefit": "health", "sector": {"any": "health", "none": "food"}}, "at most": 2},
    {"where": {"text": foreign("older people"), "country": "uk"}, "at most": 2, "at least": 0},
    {"where": {"reading time": {"at most": "60 seconds"}, "own": True, "full card": True}, "at most": 2},
    {"cool spots": ["storytelling", "planning"], "at most": 2},
    {
        "cool spots": {"scores": {foreign("planning"): [3, 4], foreign("training"): 1}, "coolest": 1},
        "at most": 2,
    },
    {"cover": ["benefits", "enablers"]},
    {"fill to": 14, "pick": "at random"},
    {"fill to": 16},
)
"""Cards chosen in every way that there is."""
FULL = {"where": {"full card": True}, "at most": 12, "pick": "most different"}


def deck(*prints: object, cards: object = (FULL,), **more: object) -> bytes:
    """A deck in another alphabet, with a session."""
    session = {"people": 16, "date": "2027-03-12", "starts": "9:00", **more}
    values = {
        "title": foreign("A deck for tests"),
        "subtitle": foreign("Spring"),
        "session": session,
        "cards": list(cards) if isinstance(cards, tuple) else cards,
        "print": list(prints),
    }
    return yaml.safe_dump(values, allow_unicode=True).encode()


def known(built: Built) -> list[str]:
    """What is called by its own name in any language: the files of a build, and papers."""
    return [*(each.file_name for each in built.documents), *PAPERS]


def english(built: Built) -> list[str]:
    """The words of code on the pages of a build."""
    return [word for each in built.documents for word in stray(each.each_page(), known(built))]


@cache
def files() -> Overlay:
    """The files of a country where nobody knows English."""
    return nowhere()


@pytest.mark.parametrize("activity", ACTIVITIES)
@pytest.mark.parametrize(
    "changes",
    [
        NO_CHANGES,
        Changes(people=8),
        Changes(people=60),
        Changes(people=37),
        Changes(minutes=45),
        Changes(people=24, papers=("A4",)),
    ],
    ids=["16 people", "pairs", "rooms", "odd", "cut", "one paper"],
)
def test_a_pack_has_no_word_of_code(activity: str, changes: Changes) -> None:
    """Whatever stands on the pages of a pack, for few and many people, in one room and several, cut and
    uncut, comes from files.
    """
    assert english(build(asked(deck("pack", activities=[activity]), files()), changes)) == []


def test_several_activities_have_no_word_of_code() -> None:
    """Nor has the running order of a session of several activities, without a clock as with one."""
    for starts in ({}, {"starts": None}):
        several = deck("pack", activities=["gallery", "divergent-connections"], **starts)
        if starts:
            values = yaml.safe_load(several)
            del values["session"]["starts"]
            several = yaml.safe_dump(values, allow_unicode=True).encode()
        assert english(build(asked(several, files()))) == []


@pytest.mark.parametrize("item", [name for name in PRINTS if name != "pack"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_print_has_no_word_of_code(item: str, paper: str) -> None:
    """Whatever else can be printed says nothing that no file says."""
    assert english(build(asked(deck({item: {"paper": paper}}), files()))) == []


def test_reasons_have_no_word_of_code() -> None:
    """However cards are chosen, why they are there is said in words of the files."""
    built = build(asked(deck("why these cards", cards=CHOSEN), files()))
    assert len(built.cards) == 16
    assert english(built) == []


@pytest.mark.parametrize("face", ["index", "wall"])
def test_cards_of_every_kind_have_no_word_of_code(face: str) -> None:
    """Full and brief cards, with QR codes and without, imagined ones and drafts."""
    link = "https://127.1/1"
    case = yaml.safe_load(files().files["assets/case-studies/camerados.yaml"] or b"")
    draft = {name: case[name] for name in ("title", "strapline")} | {"status": "draft"}
    own: dict[str, Any] = {
        "linked": {**case, "title": foreign("Linked"), "link": link},
        "draft": {**draft, "title": foreign("Draft")},
        "imagined": {**case, "title": foreign("Imagined"), "status": "imagined"},
    }
    made = {
        f"assets/case-studies/{name}.yaml": yaml.safe_dump(each, allow_unicode=True)
        for name, each in own.items()
    }
    several = deck({"cards": {"face": face}}, cards=("buurtzorg", *own, "timpson"))
    built = build(asked(several, Overlay({**files().files, **made})))
    assert len(built.cards) == 5
    assert english(built) == []


def test_a_file_says_no_word_of_code_of_itself() -> None:
    """Titles, bookmarks, labels and tags of a PDF come from files too, those of further copies as well."""
    prints = ("pack", {"cards": {"copies": 2}}, "front matter")
    built = build(asked(deck(*prints, activities=["divergent-connections"]), files()))
    for each in built.documents:
        said = [*strings(draw(built.deck, each, lambda: None))]
        assert len(said) > 3
        assert strays(said, known(built)) == [], each.file_name


def test_a_word_of_code_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One word put back into code is found on the pages, in their tags and in what a file says of itself."""
    monkeypatch.setattr(Language, "joined", lambda _, texts: " and ".join(texts))
    monkeypatch.setattr(Language, "day", lambda _, date: f"{date:%A}")
    found = english(build(asked(deck("front matter", "wall cards", activities=["gallery"]), files())))
    assert any(each.startswith("Friday") for each in found)
    built = build(asked(deck("cards"), files()))
    (document,) = built.documents
    titled = document._replace(title="index cards")
    assert strays(strings(draw(built.deck, titled, lambda: None)), known(built)) != []
    marked = build(asked(deck({"cards": {"face": "index"}}, cards=("camerados", "timpson")), files()))
    assert any(each.startswith("and") for each in english(marked))


def _in_german() -> dict[str, str]:
    """A made-up locale that puts dates, lists and numbers in its own way, all else in x's."""
    made = yaml.safe_load(crossed_words()["assets/locales/en-GB.yaml"])
    made["days"] = {
        "day": "{weekday}, {day}. {month} {year}",
        "weekdays": "Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag",
        "months": "Jan, Feb, März, Apr, Mai, Juni, Juli, Aug, Sep, Okt, Nov, Dez",
        "clock": "{hour}.{minute} Uhr",
        "later": "+{minutes}",
    }
    made["lists"] |= {
        "next": "{list}; {next}",
        "last": "{list} und {last}",
        "range": "{first} bis {last}",
        "either": "{low} oder {high}",
        "groups": "{count} Gruppen zu {sizes}",
        "tables": "{count} Tische zu {sizes}",
        "decimal point": ",",
    }
    made["print list"] |= {"in colour": "bunt", "in black": "schwarz"}
    front = crossed_words("de")["assets/front-matter/de.yaml"]
    return {
        "assets/locales/de.yaml": yaml.safe_dump(made, allow_unicode=True),
        "assets/front-matter/de.yaml": front,
    }


def _german(*prints: str, people: int = 18) -> bytes:
    values = yaml.safe_load(deck(*prints, activities=["co-presentation"]))
    values["session"]["people"] = people
    return yaml.safe_dump({**values, "language": "DE"}, allow_unicode=True).encode()


def test_another_language_is_one_file() -> None:
    """A deck can name any language that has a file, and its dates, times, lists and numbers are put as that
    file says.
    """
    built = build(asked(_german("pack", "front matter"), Overlay(_in_german())))
    assert built.deck.language == "de"
    said = {each.file_name: [words_of(page.marks) for page in each.each_page()] for each in built.documents}
    sheet = " ".join(said["01-co-presentation-facilitator-sheet.pdf"])
    assert "Freitag, 12. März 2027" in sheet
    assert "5 Gruppen zu 3 oder 4" in sheet
    assert "09.00 Uhr" in sheet
    assert "Freitag, 12. März 2027" in said["front-matter-a4.pdf"][0]
    assert "bunt" in said["00-print-list.pdf"][0]
    with pikepdf.open(BytesIO(draw(built.deck, built.documents[0], lambda: None))) as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_an_unknown_language_is_refused_with_one_that_there_is() -> None:
    """A language without a file is V106, with the nearest that has one."""
    text = deck("cards").replace(b"print:", b"language: en-BG\nprint:")
    for language, hint in (("en-BG", 'did you mean "en-GB"?'), ("dee", 'did you mean "de"?')):
        with pytest.raises(DeckError) as caught:
            build(asked(text.replace(b"en-BG", language.encode()), Overlay(_in_german())))
        (problem,) = caught.value.problems
        assert str(problem).endswith(f'V106 unknown language "{language}"; {hint}')


def test_the_language_of_a_deck_needs_front_matter_only_where_it_is_printed() -> None:
    """Without words for the front matter a deck in another language still has its cards, and the missing file
    is named where they are wanted.
    """
    only = Overlay({name: text for name, text in _in_german().items() if "locales" in name})
    assert headings(build(asked(_german("cards"), only)).documents[0].each_page())
    with pytest.raises(DeckError) as caught:
        build(asked(_german("front matter"), only))
    assert "assets/front-matter/de.yaml: F101" in str(caught.value.problems[0])


def test_a_locale_ends_in_either_way() -> None:
    """The file of a language may end in .yml as any other, and two for one language are F109."""
    files = _in_german()
    text = files.pop("assets/locales/de.yaml")
    assert build(asked(_german("cards"), Overlay({"assets/locales/de.yml": text}))).documents
    with pytest.raises(DeckError) as caught:
        build(
            asked(_german("cards"), Overlay({"assets/locales/de.yml": text, "assets/locales/de.yaml": text}))
        )
    assert "F109" in str(caught.value.problems[0])


def test_every_file_that_ships_can_be_read_in_the_other_alphabet() -> None:
    """The files of that country are those that ship, so that nothing is left out of the tests above."""
    for kind in ("activities", "case-studies", "sheets", "vocabulary"):
        for path in (ROOT / "assets" / kind).glob("*.yaml"):
            assert f"assets/{kind}/{path.name}" in files().files
