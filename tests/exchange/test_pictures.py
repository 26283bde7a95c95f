"""Pictures in tables: out and in again unchanged, or left out with a word on why."""

from __future__ import annotations

import pytest

from casedeck.exchange.export import draw_table
from casedeck.exchange.outcome import SHIPPED
from casedeck.model.illustration import CENTRE, FOCUSES, Focus, Illustration
from casedeck.tables.write import WRITERS
from tests.support.library import library
from tests.support.tables import CHOIR, HEADS, csv_bytes, grid, imported, only

PICTURES = (
    Illustration("us.jpg", "Us", CENTRE),
    Illustration("us & them (2).PNG", "=Five people, at a table; one laughs", FOCUSES["top left"], "Ann’s"),
    Illustration(
        "- us.jpg", "Us: all of us", Focus(30, 60), "Photograph: A. Person, <b>CC BY</b> 4.0 &amp; more"
    ),
)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_comes_back_unchanged(kind: str, picture: Illustration) -> None:
    """Exported and imported again, a case study has its picture with its words, its focus and its credit."""
    case = library().cases["timpson"]._replace(picture=picture)
    made = imported(draw_table([case], library().vocabularies, kind), f"all{kind}", over=[SHIPPED])
    assert only(made)._replace(places={}) == case._replace(places={})
    assert made.outcomes[0].findings == ()


@pytest.mark.parametrize(
    ("cells", "finding"),
    [
        (("us.jpg", "", "left", "Ann"), 'Picture: "alt" is missing in a picture'),
        (("", "Us", "", ""), 'Picture in words: "file" is missing in a picture'),
        (("us.jpg", "Us", "somewhere", ""), 'Picture focus: unknown focus "somewhere"; use one of: top left'),
        (("us.jpg", "x" * 201, "", ""), "Picture in words: the text has 201 characters; the limit is 200"),
    ],
)
def test_a_picture_that_cannot_be_taken(cells: tuple[str, ...], finding: str) -> None:
    """A picture without its file or its words, or with a value that it cannot have, is left out as a whole,
    with one line that says why; the row is taken.
    """
    heads = ["Picture", "Picture in words", "Picture focus", "Picture credit"]
    row = {**CHOIR, **dict(zip(heads, cells, strict=True))}
    made = imported(csv_bytes(grid(row, heads=[*HEADS, *heads])))
    assert only(made).picture is None
    (found,) = made.outcomes[0].findings
    assert found.startswith(finding)
