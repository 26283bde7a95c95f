"""What a line can begin with, and where its key ends."""

from __future__ import annotations

import re

from casedeck.notation.typed.quotes import OPENING, STRAIGHT, closing, is_note, note_at, quoted

RULE = re.compile(r"[-–—―]{2,3}|[—―]")
BULLET = re.compile(r"[-–—―•·‣▪◦●*](?=\s|$)")
OTHER_BULLET = re.compile(r"(?:[0-9]{1,2}[.)]|o|[○■□▫►▸➢➤→✓✔☐☑⁃∙\uf0a7\uf0b7\uf0d8\uf0fc])(?=\s)")
"""What else a word processor puts before items; only where nothing but a list can stand."""
TIGHT_BULLET = re.compile(r"[-–—•·](?=[^\s\d–—-])")
COLON = re.compile(r"[:：](?=\s|$)")
COLON_BEHIND = re.compile(r"\s*:(?=\s|$)")
TIGHT_BRACKET = re.compile(r"([A-Za-z][\w ]{0,40})[:：](?=[\[{])")
EQUALS = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*=\s*(\S.*)")
LINE = re.compile(r"[-=_*~–—]{4,}\s*")
NEW = re.compile(r"\w[\w -]*:(?:\s|$)|[-–•]\s")
BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*|\s*)")
CUT_OFF = re.compile(r"\s#(?=[^\s#])")
FOR_NO_YAML = re.compile(r"[@`%|>]|\?\s|[*&](?![\w-]+(?:[\s,]|$))")
"""What no plain text of YAML may begin with, and no tag, anchor or alias does."""

ORDINARY = re.compile(
    r"""
    (\ *)(-\ |)
    (\w[\w-][\w\ -]*:(?:\ +|$)|(?<=-\ )(?=\S))
    (
        ([|>][+-]?)
        |"[^"\\]*"|'[^']*'
        |\[\w[\w\ -]*(?:,\ \w[\w\ -]*)*\]
        |((?:https?://)?\w[^:：#]*(?<=\S))
    )?
    """,
    re.VERBOSE,
)
"""A line that is YAML as it stands, and means what it says: a key or a hyphen or both, and one value. Nearly
every line is one, which is seen at once. Its groups: the spaces before it, the hyphen, the key, the value;
the last again where it is the sign of a block, and where it has no quotes.
"""


def key_end(content: str) -> int:
    """Where the colon stands that ends the key of a line, or 0 where it has none."""
    if not content or content[0] in "[{":
        return 0
    if content[0] in STRAIGHT:
        end = closing(content, content[0], 1) + 1
        if not end:
            return 0
        if colon := COLON_BEHIND.match(content, end):
            return colon.end() - 1
    if content[0] in OPENING and (value := quoted(content)) and is_note(value.rest):
        return 0
    found = COLON.search(content)
    return found.start() if found and note_at(content[: found.start()]) < 0 else 0
