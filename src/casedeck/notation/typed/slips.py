"""What is said of lines that no YAML can be made of: each slip with its way out."""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.signs import bare
from casedeck.notation.typed.brackets import CLOSED_BY, TIGHT_KEY
from casedeck.notation.typed.quotes import STRAIGHT, wrapped
from casedeck.notation.typed.starts import EQUALS, TIGHT_BULLET
from casedeck.wording import short

_LIKE_A_KEY = "write it like title: My deck, or indent it below the line that it goes on with"


class Slip(NamedTuple):
    """What is wrong `at` a column of a line's content, and the way out."""

    at: int
    message: str
    hint: str


def unclosed(sign: str, text: str, *, followed: bool) -> Slip:
    """A quotation mark or bracket that opens before the rest of a line and is never closed; `followed` says
    whether its text may go on below.
    """
    if sign not in STRAIGHT:
        message = f"a bracket {sign} opens here and is not closed"
        return Slip(0, message, f"put {CLOSED_BY[sign]} where it ends")
    text = text.strip().rstrip("]}")
    hint = "close it where the text ends"
    if len(text) < 40 and not followed:
        like = wrapped(text) if '"' in text else f'"{text}"'
        hint = f"close it, or put quotes round the whole text, like {like}"
    return Slip(0, "a quotation mark opens here and is not closed", hint)


def without_a_key(content: str, *, outermost: bool, may_be_item: bool, alone: bool) -> Slip | None:
    """What a line is that has neither key nor hyphen: on the outermost level perhaps a key with an equals
    sign, where there are items perhaps one; nothing where it is no slip, as where it does not stand `alone`.
    """
    if outermost and (equals := EQUALS.match(content)):
        hint = f"write {equals[1]}: {short(equals[2].strip())}"
        return Slip(equals.end(1), "an equals sign stands where a colon is needed", hint)
    if found := TIGHT_KEY.match(content):
        value = short(bare(content[found.end() :]).strip())
        message = f'no space stands after the colon of "{short(found[1])}"'
        return Slip(found.end(1), message, f"put a space after the colon: {found[1]}: {value}")
    if may_be_item and TIGHT_BULLET.match(content):
        what = "hyphen" if content[0] == "-" else "dash"
        hint = f"put a space after the {what}: - {short(content[1:].strip())}"
        return Slip(0, f"no space stands after the {what} of this item", hint)
    if alone:
        message = f'"{short(content.strip())}" is neither a key with a colon nor an item after a hyphen'
        return Slip(0, message, _LIKE_A_KEY)
    return None
