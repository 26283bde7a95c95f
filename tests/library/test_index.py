"""Case studies that are kept as they were read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from casedeck.disk.folder import KEPT, Folder
from casedeck.errors import Place, Report
from casedeck.library import cases, index
from casedeck.library.index import NAME, Index
from casedeck.library.library import Library
from casedeck.model.case_study import NO_WORD, CaseStudy, Claim, Gap
from casedeck.model.illustration import Focus, Illustration
from casedeck.model.text import Listing, Paragraph, Span
from casedeck.model.vocabulary import Term
from tests.support.library import library
from tests.support.repository import ROOT

WORDS = library().vocabularies
FILE = "assets/case-studies/full.yaml"
TIMPSON = (ROOT / "assets/case-studies/timpson.yaml").read_text("utf-8")


def _place(line: int) -> Place:
    return Place(FILE, line, 3)


def _full() -> CaseStudy:
    """A case study in which every field says something."""
    said = (Span("one", bold=True, link="https://example.org"), Span("two\u2028\ud83d\n"))
    benefit, enabler, opportunity = (
        next(iter(WORDS[kind])) for kind in ("benefits", "enablers", "opportunities")
    )
    return CaseStudy(
        id="full",
        title="Füll",
        strapline=said,
        overview=(Paragraph(said), Listing((said, said), numbered=True)),
        spotlight=said,
        keywords=("a", "b"),
        benefits=(Claim(benefit, said), Claim(NO_WORD, ())),
        enablers=(Claim(enabler, said),),
        learning=said,
        link="mailto:a@example.org",
        types_of_place=(next(iter(WORDS["places"])),),
        sectors=(next(iter(WORDS["sectors"])),),
        location="Leeds",
        countries=(next(iter(WORDS["countries"])),),
        opportunities=(Claim(opportunity, said),),
        sources=("s",),
        places={"": _place(1), "title": _place(2)},
        status="draft",
        author="A",
        date=dt.date(2027, 3, 12),
        consent=False,
        own=True,
        facts=("f",),
        gaps=(Gap("link", "the link", _place(4)),),
        hinted_title="Fü\u00adll",
        picture=Illustration("us.jpg", "Us", Focus(30, 60), "Ann"),
    )


_CHANGED: Mapping[type, Callable[[Any], list[Any]]] = {
    Term: lambda term: [next(each for kind in WORDS.values() for each in kind if each != term)],
    Place: lambda at: [at._replace(line=at.line + 1), at._replace(column=at.column + 1)],
    bool: lambda value: [not value],
    int: lambda number: [number + 1],
    str: lambda text: [text + "\t\N{SNOWMAN}"],
    dt.date: lambda date: [date + dt.timedelta(days=1), None],
}


def _others(value: Any) -> Iterator[Any]:
    """The value with each thing in it changed, one at a time."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield {key: other for key, other in value.items() if key != name}
            yield from ({**value, name: other} for other in _others(each))
    elif type(value) in _CHANGED:
        yield from _CHANGED[type(value)](value)
    else:
        made = getattr(value, "_make", tuple)
        for at, each in enumerate(value):
            yield from (made([*value[:at], other, *value[at + 1 :]]) for other in _others(each))
        if made is tuple:
            yield ()


def _kept(case: CaseStudy) -> CaseStudy | None:
    """What comes back of a case study from an index that was written and read again."""
    made = Index(b"", WORDS)
    made.put(FILE, b"its bytes", FILE, case)
    return Index(made.text({case.id: FILE}), WORDS).get(FILE, b"its bytes", FILE)


def test_every_field_says_something() -> None:
    """Twin: no field of the example is at its default, so that losing one would be seen."""
    full = _full()
    assert [
        name for name, default in CaseStudy._field_defaults.items() if getattr(full, name) == default
    ] == []
    assert all(getattr(full, name) for name in CaseStudy._fields if name != "consent")


def test_all_of_a_case_study_comes_back() -> None:
    """Every field, and every value within it, comes back as it was, whatever it is changed to."""
    whole = [_full(), *_others(_full())]
    assert len(whole) > 60
    for case in whole:
        found = _kept(case)
        assert found == case
        assert [type(each) for each in found or ()] == [type(each) for each in case]


def test_all_that_ships_comes_back() -> None:
    """Every case study that ships comes back as it was."""
    for case in library().cases.values():
        made = Index(b"", WORDS)
        made.put(FILE, b"x", case.place("").file, case)
        assert Index(made.text({case.id: FILE}), WORDS).get(FILE, b"x", case.place("").file) == case


def test_what_would_lose_something_is_not_kept() -> None:
    """Twin: a case study that comes back with a field less, or cannot be written, is not kept."""
    losing, term = Index(b"", WORDS), Term("new", "New")
    form = losing._form
    losing._form = form._replace(from_json=lambda found: form.from_json(found)._replace(consent=None))
    losing.put(FILE, b"x", FILE, _full())
    losing.put("other", b"x", FILE, _full()._replace(date="today"))  # type: ignore[arg-type]
    assert (losing.new, losing.get(FILE, b"x", FILE)) == (0, None)
    assert _kept(_full()._replace(sectors=(term,))) is None
    assert _kept(_full()._replace(places={"": _place(1), "link": Place("assets/links.csv", 2, 2)})) is None


@pytest.mark.parametrize("change", ["name", "bytes", "cut", "other words", "other version", "nonsense"])
def test_what_is_not_the_same_is_not_used(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under another name, with other bytes, words or casedeck, or where it is not whole, nothing is used."""
    made = Index(b"", WORDS)
    made.put(FILE, b"x", FILE, _full())
    data, words = made.text({"full": FILE}), WORDS
    if change == "cut":
        data = data[:-1]
    elif change == "nonsense":
        data = b"\xff\n[[["
    elif change == "other words":
        words = {**WORDS, "sectors": WORDS["places"]}
    elif change == "other version":
        monkeypatch.setattr(index, "_reader", lambda: "0.0.9")
    again = Index(data, words)
    assert again.get("other" if change == "name" else FILE, b"y" if change == "bytes" else b"x", FILE) is None


def _folder(home: Path, count: int) -> Path:
    folder = home / "assets" / "case-studies"
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"own-{number}.yaml").write_text(
            TIMPSON.replace("title: Timpson", f"title: Own {number}"), "utf-8"
        )
    return folder


def _read(home: Path) -> tuple[list[CaseStudy], list[str]]:
    found = Library(Folder(home), Report()).cases
    return list(found.values()), list(found.broken)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index pays from fewer case studies on."""
    monkeypatch.setattr(cases, "LEAST", 60)


@pytest.mark.usefixtures("few")
def test_a_folder_is_read_as_if_nothing_were_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept changes nothing but the time: changed, new, broken and removed files are as they are."""
    monkeypatch.chdir(tmp_path)
    folder = _folder(tmp_path, 70)
    (folder / "own-0.yaml").write_text("titel: x", "utf-8")
    before = _read(tmp_path)
    assert before[1] == ["own-0"]
    assert _read(tmp_path) == before
    kept = (tmp_path / KEPT / NAME).read_bytes()
    assert b"assets/case-studies/own-1.yaml" in kept
    assert b"own-0.yaml" not in kept
    (folder / "own-0.yaml").write_text(TIMPSON, "utf-8")
    (folder / "own-1.yaml").write_text("titel: x", "utf-8")
    (folder / "own-2.yaml").write_text(TIMPSON.replace("title: Timpson", "title: New"), "utf-8")
    (folder / "own-3.yaml").unlink()
    after = _read(tmp_path)
    (tmp_path / KEPT / NAME).unlink()
    assert after == _read(tmp_path)
    assert after[1] == ["own-1"]


@pytest.mark.usefixtures("few")
def test_the_same_file_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The places of a case study that was kept are said as from where one is now."""
    _folder(tmp_path, 70)
    monkeypatch.chdir(tmp_path)
    for here, shown in (("", "assets/case-studies/own-1.yaml"), ("assets", "case-studies/own-1.yaml")):
        monkeypatch.chdir(tmp_path / here)
        found = {case.id: case.place("title").file for case in _read(tmp_path)[0]}
        assert found["own-1"] == shown


def test_few_case_studies_leave_nothing(tmp_path: Path) -> None:
    """A folder with few case studies of its own is left as it is, and so is what ships."""
    _folder(tmp_path, 3)
    _read(tmp_path)
    _read(ROOT)
    assert not (tmp_path / KEPT).exists()
    assert not (ROOT / KEPT).exists()


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("there", ["file", "link"])
def test_where_nothing_can_be_kept(tmp_path: Path, there: str) -> None:
    """Where the hidden folder cannot be written, or leads elsewhere, nothing is kept and nothing is said."""
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    elsewhere.mkdir()
    _folder(home, 70)
    if there == "file":
        (home / KEPT).write_text("mine")
    else:
        (home / KEPT).symlink_to(elsewhere)
    assert len(_read(home)[0]) == 70 + len(library().cases)
    assert list(elsewhere.iterdir()) == []
    assert (home / KEPT).is_file() == (there == "file")
