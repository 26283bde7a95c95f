"""Files that are no plain text: what a word processor, a browser or a mail program saves under any name."""

from __future__ import annotations

import re
from typing import NamedTuple

_COPY = "copy its words into a new file in a plain text editor, such as Notepad, and save that"
_RICH = "in TextEdit choose Format, Make Plain Text, and save it again; elsewhere save it as plain text"
_TAG = re.compile(
    rb"\s*<(?:!doctype|html|head|body|meta|p|div|span|pre|table|b|ul)\b[^<\n]{0,300}>", re.IGNORECASE
)


class Foreign(NamedTuple):
    """What a file is, and the way out."""

    what: str
    hint: str


_STARTS = (
    (b"PK\x03\x04", Foreign("a Word document or the file of another program", _COPY)),
    (b"\xd0\xcf\x11\xe0", Foreign("an old Word document or the file of another program", _COPY)),
    (b"%PDF-", Foreign("a PDF", _COPY)),
    (b"{\\rtf", Foreign("rich text, with fonts and colours", _RICH)),
    (b"bplist0", Foreign("a web page as Safari keeps it", _COPY)),
)


def foreign(data: bytes) -> Foreign | None:
    """What a file is that holds no plain text; None for one that may."""
    data = data.removeprefix(b"\xef\xbb\xbf")[:400]
    if _TAG.match(data):
        return Foreign("a web page", "copy the words from the page as you see it into a new file")
    return next((found for start, found in _STARTS if data.startswith(start)), None)
