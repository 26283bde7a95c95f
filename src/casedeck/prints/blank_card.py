"""The blank card to write on by hand, for an organisation that there is or one that is imagined."""

from __future__ import annotations

from casedeck.compose.faces import FACES
from casedeck.library.locale import fixed
from casedeck.model.case_study import blank
from casedeck.model.deck import Card, PrintItem
from casedeck.model.reason import BY_NAME, Reason
from casedeck.prints.bench import Bench, TooFull
from casedeck.prints.cards import deck_of_cards
from casedeck.prints.document import Document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.session.supplied import Supplied

_PROMPTS = ("strapline", "relationship spotlight", "overview", "benefits", "enablers", "key learning")


def _made(bench: Bench, item: PrintItem, *, imagined: bool) -> list[Document]:
    from casedeck.compose.sheets.blank_card import blank_card

    stationery, words = bench.stationery(item, item.paper.size.landscape), bench.words("blank card")
    made = blank_card(stationery, words, bench.library.vocabularies, imagined=imagined)
    return bench.sheets(item, made.pages[0].title, made, stationery, TooFull.of_item(item), sides=2)


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    return _made(bench, item, imagined=False)


def _make_imagined(bench: Bench, item: PrintItem) -> list[Document]:
    return _made(bench, item, imagined=True)


PRINT = Print(
    "blank card",
    about="A card to write on, with words to choose from on its back",
    takes=OF_A_SHEET,
    words={
        "blank card": {
            **fixed("title, imagined title, words to choose from, your case study, title prompt"),
            **fixed("relationship spotlight, overview, keywords prompt, benefits, enablers, key learning"),
            **fixed("all benefits, all enablers, all barriers, how do we know, how do we know prompt"),
            **fixed("told to us, counted, studied, hope, one line"),
            "so many lines": ("lines",),
            **{f"{field} prompt": ("lines",) for field in _PROMPTS},
        },
    },
    make=_make,
    icons=("benefits", "enablers"),
    supplied=Supplied("A3", "mono", sides=2, pages=2),
)
IMAGINED = PRINT._replace(
    name="imagined blank card",
    about="The same, stamped IMAGINED, for organisations that do not exist yet",
    words={},
    make=_make_imagined,
)


def _on_face(face: str) -> Print:
    """A card to write on that looks like those of a face."""

    def make(bench: Bench, item: PrintItem) -> list[Document]:
        case = blank(bench.words("blank card")["your case study"], item.place)
        blank_one = bench._replace(cards=(Card(case, 0, 0, Reason(BY_NAME)),))
        documents = deck_of_cards(blank_one, item._replace(face=face))
        return [each._replace(file_name=item.file_name) for each in documents]

    return Print(
        f"blank {face} card",
        about=f"A card to write on, like those on the {face} face",
        takes=OF_A_SHEET,
        words={},
        make=make,
        paper=FACES[face].paper,
    )


ON_FACES = tuple(map(_on_face, ("reader", "pocket")))
"""The faces of which there is a blank card as well."""
