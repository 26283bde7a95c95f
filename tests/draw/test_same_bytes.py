"""The same deck gives the same bytes, and nothing of the computer that made them."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from casedeck.tables.write_workbook import write_workbook
from tests.support.decks import ROOT, deck_of, pdf_of

BUILD = [sys.executable, "-m", "casedeck", "build"]


DATES = {"1": {}, "4242": {"SOURCE_DATE_EPOCH": "1000000000"}}
"""What the environment says of the date, by the hash seed."""


def built(folder: Path, seed: str, zone: str, deck: str) -> bytes:
    """The PDF that a process of its own makes in a folder of its own, with another hash seed, time zone and
    date from outside.
    """
    folder.mkdir()
    output = folder / "made"
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "HOSTNAME": f"host-{seed}",
        "LANG": "C" if seed == "1" else "C.UTF-8",
    } | DATES[seed]
    subprocess.run(
        [*BUILD, deck, "--output", str(output)], cwd=folder, env=environment, check=True, capture_output=True
    )
    (made,) = output.glob("*.pdf")
    return made.read_bytes()


@pytest.mark.parametrize(
    "deck", ["starter", str(ROOT / "decks" / "gallery-wall.yaml")], ids=["by name", "by path"]
)
def test_two_processes_make_the_same_bytes(tmp_path: Path, deck: str) -> None:
    """Whatever the hash seed, the working folder, the time zone, the locale and the date that the environment
    wants.
    """
    assert built(tmp_path / "a", "1", "Pacific/Apia", deck) == built(
        tmp_path / "b", "4242", "America/Lima", deck
    )


def test_one_process_makes_the_same_bytes_twice() -> None:
    """Nothing is remembered from one build to the next; other cards between them change nothing."""
    deck = deck_of("with-link", "with-lists", theme="with-logo")
    first = pdf_of(deck)
    pdf_of(deck_of("long-words"))
    assert pdf_of(deck) == first


def opened_up(data: bytes) -> bytes:
    """A PDF with every stream that is not a font or a picture unpacked."""
    plain = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            static_id=True,
        )
    return plain.getvalue()


def traces(data: bytes) -> list[str]:
    """What in a file tells when, where or by whom it was made."""
    plain = opened_up(data).decode("latin-1")
    names = [
        str(ROOT),
        str(Path.home()),
        str(Path(sys.prefix)),
        "/tmp/",
        socket.gethostname(),
        sys.version.split()[0],
    ]
    found = [name for name in names if len(name) > 4 and name in plain]
    dates = re.findall(r"D:\d{8,14}|\b20\d\d-\d\d-\d\dT[\d:]+", plain)
    return found + [date for date in dates if not date.startswith(("D:20000101", "2000-01-01T"))]


def test_a_file_does_not_tell_where_or_when_it_was_made() -> None:
    """No path, name of a computer or time is in it, pictures included."""
    assert traces(pdf_of(deck_of("with-link", "with-lists", theme="with-logo", copies=2))) == []


def test_traces_would_be_found() -> None:
    """A path in a compressed stream and a date in the document's information are found."""
    with pikepdf.open(BytesIO(pdf_of(deck_of("short-words")))) as pdf:
        pdf.docinfo["/ModDate"] = pikepdf.String("D:20270312093000")
        pdf.pages[0].contents_add(pdf.make_stream(f"% {ROOT}/x.png\n({ROOT}) pop".encode()))
        changed = BytesIO()
        pdf.save(changed, compress_streams=True)
    assert {str(ROOT), "D:20270312093000"} <= set(traces(changed.getvalue()))


@pytest.mark.parametrize("said", ["1000000000", "yesterday", ""])
def test_no_date_from_the_environment(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a date nor nonsense in SOURCE_DATE_EPOCH reaches a PDF or a workbook."""
    deck = deck_of("short-words")
    before = pdf_of(deck), write_workbook(["A"], [["b"]])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    assert (pdf_of(deck), write_workbook(["A"], [["b"]])) == before
    assert traces(before[0]) == []
