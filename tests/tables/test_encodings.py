"""The letters of text files from computers of all kinds."""

from __future__ import annotations

import pytest

from casedeck.errors import DeckError
from casedeck.tables.encodings import MACINTOSH, decoded
from tests.support.tables import CHOIR, csv_bytes, grid, imported, only, said

WESTERN = [
    *(
        "Café",
        "“CAFÉ”, “été” – à Zürich",
        "no accents",
        "don’t",
        "£3 – “José” & Zoë…",
        "½ hour, 5 m² and 20°",
        "¿Qué? ¡Sí!",
        "nº 1, 2ª",
    ),
    *(
        "Ängsö ÅÄÖ",
        "Crème brûlée à l’ancienne",
        "Straße",
        "Œuvre",
        "©2027 – ®",
        "in £m",
        "L’Été",
        "Škoda",
        "a – b",
        "ÉCOLE D’ÉTÉ",
    ),
    *(
        "Þórshöfn, Garður and Reykjavík",
        "Garður",
        "He said ‚yes‘, she said „no“",
        "5 œuvres",
        "the “slow” table",
    ),
]
MAC = [
    "Café Sunday",
    "People don’t hurry here – they stay.",
    "It’s the “slow table”",
    "Wait…",
    "José’s crème",
    "naïve façade",
    "it – is",
]


@pytest.mark.parametrize("text", WESTERN)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_of_windows(text: str, encoding: str) -> None:
    """Texts of the west of Europe are read letter by letter, with nothing to say about them."""
    assert decoded(f"Name\r\n{text}\r\n".encode(encoding), "a.csv") == (f"Name\r\n{text}\r\n", "")


@pytest.mark.parametrize("text", MAC)
def test_texts_of_an_old_mac(text: str) -> None:
    """What Excel calls "Macintosh" is read letter by letter, and that is said."""
    assert decoded(f"Name\r{text}\r".encode("mac-roman"), "a.csv") == (f"Name\r{text}\r", MACINTOSH)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            (
                "Świetlica Łódź;Sąsiedzi gotują razem.;Wspólny stół łączy sąsiadów.;"
                "Każdy opowiada swoją historię."
            ),
            "cp1250",
        ),
        ("Žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("Привет, соседи", "cp1251"),
        ("Γειά σου γείτονα", "cp1253"),
        ("Привет, соседи", "mac-cyrillic"),
        ("Şehirde çay içilir;Komşular konuşur", "cp1254"),
        ("It costs £5 at the café", "cp850"),
        ("Das Mädchen ist schön", "cp850"),
        ("Le théâtre est à côté", "cp437"),
        ("El niño y José", "cp850"),
    ],
)
def test_texts_of_other_languages_are_refused(text: str, encoding: str) -> None:
    """A text whose letters cannot be told for certain is refused with the way out, and nothing garbled
    reaches a card.
    """
    with pytest.raises(DeckError, match=r'F103 .*; save it as "CSV UTF-8" or as .xlsx'):
        decoded(f"Name\r\n{text}\r\n".encode(encoding), "a.csv")


def test_a_collection_from_an_old_mac(tmp_path: object) -> None:
    """Accents, apostrophes and quotation marks come onto the card as they were typed, and the report says how
    they were read.
    """
    row = {**CHOIR, "Name": "Café Sunday", "Summary": "It’s the “slow table” – people don’t hurry."}
    made = imported(csv_bytes(grid(row), encoding="mac-roman").replace(b"\r\n", b"\r"))
    assert only(made).title == "Café Sunday"
    assert "“slow table” – people don’t" in str(only(made).overview)
    assert MACINTOSH in said(made)
    assert MACINTOSH not in said(imported(csv_bytes(grid(row), encoding="cp1252")))
