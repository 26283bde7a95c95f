"""What a finished PDF holds."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
import segno
from PIL import Image

from casedeck.disk.folder import font_folder
from casedeck.draw.pdf import draw_pdf
from casedeck.model.geometry import Size
from casedeck.model.page import Group, Page
from casedeck.model.sheet import FLIPS, LONG
from casedeck.model.text import plain, texts
from tests.support.decks import FACE_NAMES, deck_of, pdf_of, printed_as, shipped_deck
from tests.support.pdfua import failures
from tests.support.samples import SAMPLES, line_of_text, sample, sample_case
from tests.support.tags import spoken

ADDRESS = sample_case("with-link").link


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    """The PDF of all samples."""
    with pikepdf.open(BytesIO(pdf_of(deck_of(*SAMPLES)))) as opened:
        yield opened


def titles(pdf: pikepdf.Pdf) -> list[str]:
    """The titles of the bookmarks."""
    with pdf.open_outline() as outline:
        return [item.title for item in outline.root]


@pytest.mark.parametrize("copies", [1, 3])
def test_each_card_has_one_bookmark_that_leads_to_its_page(copies: int) -> None:
    """Titles in order, accents and quotes included; further copies add none."""
    with pikepdf.open(BytesIO(pdf_of(deck_of(*SAMPLES, copies=copies)))) as pdf:
        assert titles(pdf) == [sample_case(name).title for name in SAMPLES]
        with pdf.open_outline() as outline:
            targets = [item.destination[0].objgen for item in outline.root]  # type: ignore[index]
        assert targets == [page.obj.objgen for page in pdf.pages[: len(SAMPLES)]]


def test_pages_are_labelled_with_the_numbers_of_their_cards(pdf: pikepdf.Pdf) -> None:
    """A reader shows the number that is printed on the card."""
    assert [str(page.label) for page in pdf.pages] == [str(number) for number in range(1, len(SAMPLES) + 1)]


def test_title_language_and_viewer_preferences(pdf: pikepdf.Pdf) -> None:
    """The title is the deck's and is shown; the language is English; nothing is scaled in print unless a
    person says so.
    """
    assert str(pdf.docinfo.Title).startswith("A deck for tests")
    assert pdf.Root.Lang == "en-GB"
    preferences = pdf.Root.ViewerPreferences
    assert (str(preferences.DisplayDocTitle), str(preferences.PrintScaling)) == ("True", "/None")


def _asked(size: Size, sides: int, flip: str = "") -> tuple[str, str, str]:
    fonts = sample().sheet.fonts
    page = Page(size, (Group("P", (line_of_text("A page"),)),), "1", "A page")
    data = draw_pdf([page, page], fonts, title="Pages", subject="", language="en-GB", sides=sides, flip=flip)
    assert failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        preferences = pdf.Root.ViewerPreferences
        return str(preferences.Duplex), str(preferences.PickTrayByPDFSize), str(preferences.PrintScaling)


@pytest.mark.parametrize(
    ("size", "sides", "turned"),
    [
        (Size(210, 297), 1, "/Simplex"),
        (Size(297, 210), 1, "/Simplex"),
        (Size(210, 297), 2, "/DuplexFlipLongEdge"),
        (Size(297, 210), 2, "/DuplexFlipShortEdge"),
    ],
)
def test_a_file_asks_for_its_sides_and_its_tray(size: Size, sides: int, turned: str) -> None:
    """One side, or both and the edge that keeps the second side upright; the tray that holds its paper; no
    scaling.
    """
    assert _asked(size, sides) == (turned, "True", "/None")


@pytest.mark.parametrize("size", [Size(210, 297), Size(297, 210)])
def test_a_file_asks_for_the_edge_that_its_backs_are_made_for(size: Size) -> None:
    """Sheets of cards say over which edge the paper is to be turned, however it lies."""
    assert [_asked(size, 2, flip)[0] for flip in FLIPS] == ["/DuplexFlipLongEdge", "/DuplexFlipShortEdge"]
    assert _asked(size, 1, LONG)[0] == "/Simplex"


def test_titles_in_metadata_agree(pdf: pikepdf.Pdf) -> None:
    """The document's information and its metadata say the same."""
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo.Title)


def test_the_trim_box_is_the_page(pdf: pikepdf.Pdf) -> None:
    """Nothing is cut off, so trim and page are the same."""
    assert all([*page.trimbox] == [*page.mediabox] for page in pdf.pages)


def test_fonts_are_embedded_as_subsets(pdf: pikepdf.Pdf) -> None:
    """Every font has a subset's name, a file inside and a way back to text; there are no others."""
    fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
    assert {str(font.BaseFont)[7:8] for font in fonts} == {"+"}
    assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts)
    whole = (font_folder() / "Lato-Regular.ttf").stat().st_size
    assert all(len(font.FontDescriptor.FontFile2.read_bytes()) < whole / 4 for font in fonts)


def test_the_index_card_is_read_in_the_order_of_the_file() -> None:
    """Number and family, title, strapline, place, QR code, spotlight, overview, keywords, benefits, enablers,
    key learning, address, each said once.
    """
    case = sample_case("with-link")
    said = [text for _, text in spoken(pdf_of(deck_of("with-link")))]
    wanted = [
        "1",
        "Worth",
        case.title,
        plain(case.strapline),
        "Charity · Community · Edinburgh, Scotland",
        "QR code that leads to example.org/tool-library/2024?from=card&lang=en",
        "Relationship spotlight",
        plain(case.spotlight),
        "Overview",
        *(plain(text) for text in texts(case.overview)),
        f"Keywords: {', '.join(case.keywords)}",
        "Top 3 benefits",
        *(f"{claim.term.name}: {plain(claim.text)}" for claim in case.benefits),
        "Top 3 enablers",
        *(f"{claim.term.name}: {plain(claim.text)}" for claim in case.enablers),
        f"Key learning: {plain(case.learning)}",
        "Read more: example.org/tool-library/2024?from=card&lang=en",
    ]
    assert said == wanted


def test_the_wall_card_is_read_in_the_order_of_the_file() -> None:
    """The strip with number, enablers and family; title, strapline, place, spotlight, benefits as words and
    sentences, key learning.
    """
    case = sample_case()
    said = [text for _, text in spoken(pdf_of(deck_of("long-words", face="wall", paper="A3")))]
    wanted = [
        *("1", "Co-design", "Norms", "Space", "Together", "Belonging first"),
        case.title,
        plain(case.strapline),
        "Charity · Community · Cardiff, Wales",
        plain(case.spotlight),
        *(said for claim in case.benefits for said in (claim.term.name, plain(claim.text))),
        f"Key learning: {plain(case.learning)}",
    ]
    assert said == wanted


def test_lists_are_read_as_lists() -> None:
    """A number or a bullet and its words for each item."""
    said = spoken(pdf_of(deck_of("with-lists")))
    labels = [text for role, text in said if role == "Lbl"]
    assert labels == ["1.", "2.", "3.", "•", "•"]
    after = [said[place + 1] for place, (role, _) in enumerate(said) if role == "Lbl"]
    items = [plain(text) for text in texts(sample_case("with-lists").overview)]
    assert after == [("LBody", items[number]) for number in (1, 2, 3, 5, 6)]


def test_links_inside_text_are_read_in_their_place() -> None:
    """The sentence around a link is whole."""
    said = [text for _, text in spoken(pdf_of(deck_of("with-inline-link")))]
    assert all(plain(text) in said for text in texts(sample_case("with-inline-link").overview))


@pytest.mark.parametrize("name", ["with-link", "with-inline-link"])
def test_links_lead_where_the_file_says(name: str) -> None:
    """Each address of the case is a link on its page, with a rectangle inside the page."""
    case = sample_case(name)
    wanted = {span.link for text in texts(case.overview) for span in text if span.link} | ({case.link} - {""})
    with pikepdf.open(BytesIO(pdf_of(deck_of(name)))) as pdf:
        (page,) = pdf.pages
        notes: list[Any] = list(page.obj.Annots)
        assert {str(note.A.URI) for note in notes} == wanted
        for note in notes:
            left, foot, right, top = (float(number) for number in note.Rect)
            assert 0 < left < right < float(page.mediabox[2])
            assert 0 < foot < top < float(page.mediabox[3])


@pytest.mark.parametrize("face", FACE_NAMES)
def test_the_qr_code_leads_to_the_address(face: str) -> None:
    """A reader that knows nothing of casedeck finds the case's address on the printed page."""
    decoder = pytest.importorskip("zxingcpp")
    pages = pypdfium2.PdfDocument(pdf_of(deck_of("with-link", face=face)))
    found = [each for page in pages for each in decoder.read_barcodes(page.render(scale=2).to_pil())]
    assert [each.text for each in found] == [ADDRESS]


def test_the_qr_code_is_one_that_segno_makes() -> None:
    """Module for module, sampled from the page as it is drawn, in one of the eight masks that readers
    take.
    """
    made = [
        segno.make(ADDRESS, error="m", micro=False, boost_error=False, mask=mask).matrix for mask in range(8)
    ]
    matrices = [[[bool(module) for module in row] for row in matrix] for matrix in made]
    matrix = matrices[0]
    page = (
        pypdfium2.PdfDocument(pdf_of(deck_of("with-link")))[0]
        .render(scale=6)
        .to_pil()
        .convert("1", dither=Image.Dither.NONE)
    )
    with pikepdf.open(BytesIO(pdf_of(deck_of("with-link")))) as pdf:
        (figure,) = [element for element in _elements(pdf.Root.StructTreeRoot.K) if element.S == "/Figure"]
        left, _, right, top = (float(number) * 6 for number in figure.A.BBox)
    size = len(matrix) + 8
    module = (right - left) / size
    found = [
        [
            page.getpixel(
                (round(left + (column + 4.5) * module), round(page.height - top + (row + 4.5) * module))
            )
            == 0
            for column in range(len(matrix))
        ]
        for row in range(len(matrix))
    ]
    assert found in matrices


def _elements(node: Any) -> Iterator[Any]:
    yield node
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def test_the_logo_is_on_every_card_with_its_words() -> None:
    """A theme's logo is a figure with its own alternative text, drawn from one picture."""
    data = pdf_of(deck_of("short-words", "with-link", theme="with-logo"))
    assert [text for role, text in spoken(data) if role == "Figure"].count("A ring and a bar") == 2
    with pikepdf.open(BytesIO(data)) as pdf:
        pictures = {
            item.objgen
            for page in pdf.pages
            for item in page.resources.XObject.values()
            if item.Subtype == "/Image"
        }
        assert len(pictures) == 1


def test_a_thousand_copies_cost_almost_nothing() -> None:
    """Further copies of a page are the same drawing once more."""
    once, often = len(pdf_of(deck_of("with-link"))), len(pdf_of(deck_of("with-link", copies=100)))
    assert often < once + 30_000


def test_copies_look_like_the_first() -> None:
    """The second and third copy of a page have the same dots."""
    document = pypdfium2.PdfDocument(pdf_of(deck_of("with-link", "with-lists", copies=3)))
    pictures = [page.render(scale=0.5).to_pil().tobytes() for page in document]
    assert pictures[0:2] == pictures[2:4] == pictures[4:6]


def test_more_characters_than_one_font_can_number_are_all_read_back() -> None:
    """A line of 300 different letters needs two subsets of the font; a reader gets every letter in its
    order.
    """
    one = sample()
    glyphs = one.sheet.fonts.regular.ttf.face.charToGlyph
    letters = "".join(chr(code) for code in sorted(glyphs) if chr(code).isalpha())[:300]
    assert len(letters) == 300
    page = Page(Size(297, 210), (Group("P", (line_of_text(letters),)),), "1", "Letters")
    data = draw_pdf([page], one.sheet.fonts, title="Letters", subject="", language="en-GB")
    assert spoken(data) == [("P", letters)]
    assert failures(data) == []


def test_the_subtitle_is_the_subject() -> None:
    """The health team's deck has a subtitle; one without has no subject."""
    subtitled = pdf_of(printed_as(shipped_deck("health-team"), "index", "A4", "default"))
    for data, subject in (
        (subtitled, "Community health team away day"),
        (pdf_of(deck_of("short-words")), ""),
    ):
        with pikepdf.open(BytesIO(data)) as pdf:
            assert str(pdf.docinfo.get("/Subject", "")) == subject
