"""Case studies are read when they are first asked for."""

from __future__ import annotations

import pytest

from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import select
from casedeck.errors import DeckError
from casedeck.library.library import Library
from tests.support.reading import Overlay, library_of
from tests.support.repository import ROOT, stems

CASE = (ROOT / "assets/case-studies/timpson.yaml").read_text("utf-8")
BROKEN = {"assets/case-studies/broken.yaml": "titel: x"}
ALL = [f"assets/case-studies/{name}.yaml" for name in stems("assets/case-studies")]


class Watched(Overlay):
    """Files that remember which case studies were read."""

    def __init__(self, files: dict[str, str | bytes | None]) -> None:
        super().__init__(files)
        self.case_studies: list[str] = []

    def read(self, name: str) -> bytes:
        """A file's bytes."""
        if name.startswith("assets/case-studies/"):
            self.case_studies.append(name)
        return super().read(name)


def read_for(cards: str, **files: str | bytes | None) -> list[str]:
    """The case-study files that are read to choose the cards of a deck, in order."""
    watched = Watched({f"assets/{name}": data for name, data in files.items()})
    deck = f"title: A deck\ncards: {cards}\nprint:\n  - cards:\n"
    select(DeckFile("deck", deck.encode(), "deck.yaml", watched))
    return sorted(watched.case_studies)


def test_a_deck_of_names_reads_the_files_that_it_names() -> None:
    """However many case studies there are, those that a deck names by their files are read, once each."""
    assert read_for("[timpson, camerados]") == [
        f"assets/case-studies/{n}.yaml" for n in ("camerados", "timpson")
    ]


@pytest.mark.parametrize(
    "cards", ["all", "[{where: {location: Leeds}}]", "[The Big Lunch and the Great Get-Together]"]
)
def test_a_deck_that_looks_for_cards_reads_all(cards: str) -> None:
    """Twin: to look for cases, or for a title, each file is read, once."""
    assert read_for(cards) == ALL


def test_links_by_files_names_read_none() -> None:
    """A file of links that names case studies by their files reads none but those that the deck names."""
    links = {"links.yaml": "camerados: https://example.org/c\ntimpson: https://example.org/t\n"}
    assert read_for("[timpson]", **links) == ["assets/case-studies/timpson.yaml"]


def test_a_link_reaches_a_case_study_that_is_read_later() -> None:
    """A case study that is read after the file of links has the address that stands there."""
    library, _ = library_of(Overlay({"assets/links.yaml": "timpson: https://example.org/t\n"}))
    assert library.cases["timpson"].link == "https://example.org/t"
    assert str(library.cases["timpson"].place("link")) == "assets/links.yaml:1:10"


def test_a_broken_file_stops_what_needs_it() -> None:
    """A broken file stops a deck that names it or that looks for cases, and no deck that names others."""
    with pytest.raises(DeckError, match="V101"):
        read_for("[broken]", **{"case-studies/broken.yaml": "titel: x"})
    with pytest.raises(DeckError, match="V101"):
        read_for("all", **{"case-studies/broken.yaml": "titel: x"})
    assert len(read_for("[timpson]", **{"case-studies/broken.yaml": "titel: x"})) == 1


def test_a_broken_file_is_known_and_not_there() -> None:
    """A case study whose file has problems is found by its id, and is none of those that can be read."""
    library, _ = library_of(Overlay(BROKEN))
    assert library.cases.find("broken") == ["broken"]
    assert "broken" not in library.cases
    assert [problem.code for problem in library.cases.problems("broken")] == ["V101"]
    assert len(library.cases) == len(ALL)


def test_a_title_that_is_anothers_file() -> None:
    """A file's name written exactly means that file, also where another case study has it for a title."""
    other = CASE.replace("title: Timpson", "title: camerados")
    library, _ = library_of(Overlay({"assets/case-studies/other.yaml": other}))
    assert library.cases.find("camerados") == ["camerados"]
    assert library.cases.find("Camerados") == ["camerados", "other"]


def test_an_unknown_name_is_told_the_nearest() -> None:
    """A name that no file and no title has is compared with all of them."""
    with pytest.raises(DeckError, match='did you mean "The Big Lunch and The Great Get Together"'):
        read_for("[The Big Lunch and the Great Get-Togethr]")


def test_nothing_is_lost_by_the_order_of_reading() -> None:
    """The case studies stand in the order of their files, whichever was read first."""
    library: Library = library_of(Overlay({}))[0]
    assert library.cases["timpson"].id == "timpson"
    assert list(library.cases) == stems("assets/case-studies")
