"""A new exporter is one file and one line."""

from __future__ import annotations

from pathlib import Path

from tests.support.newcomers import Copy

TOY = '''
"""How many pages a document has, for counting."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casedeck.draw.output import Finished, Output


def _files(finished: Finished, done: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    yield f"{finished.name}.count", str(len(list(finished.pages()))).encode()
    done()


COUNTS = Output(what="counts", about="the number of its pages", files=_files)
'''
LINE = 'from casedeck.draw.counts import COUNTS; "count": COUNTS'
BUILD = ("build", "cool-spots", "--output", "out", "--also", "count")


def test_a_new_exporter_is_one_file_and_one_line(tmp_path: Path) -> None:
    """With its file and its line in the table, a build makes its files, and the help says what it is."""
    copy = Copy(tmp_path)
    copy.add("draw/counts.py", TOY)
    copy.enter("draw/__init__.py", "OUTPUTS", LINE)
    code, said = copy.run(BUILD)
    assert code == 0, said
    made = {path.stem: path.suffix for path in (copy.folder / "out").glob("cards*.count")}
    assert made == {path.stem: ".count" for path in (copy.folder / "out").glob("cards*.pdf")}
    assert (copy.folder / "out" / "cards-index-a4.count").read_text().isdecimal()
    assert "count, the number of its pages" in " ".join(copy.run(["build", "--help"])[1].split())


def test_an_exporter_without_its_line_is_refused(tmp_path: Path) -> None:
    """Twin: the file alone makes nothing, and the word is refused with those that there are."""
    copy = Copy(tmp_path)
    copy.add("draw/counts.py", TOY)
    code, said = copy.run(BUILD)
    assert code == 2
    assert '--also: unknown kind of file "count"; use one of: pdf, png, text' in said
    assert not (copy.folder / "out").exists()
