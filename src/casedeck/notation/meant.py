"""What was meant by letters that a program took for those of Windows or of a Mac."""

from __future__ import annotations

import re

_BEYOND = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0x100)}
"""Each sign of Windows-1252 beyond ASCII by its byte; five bytes have none, and stand for themselves."""
_TAIL = "".join(char for char, code in _BEYOND.items() if code < 0xC0)
_BYTES = [char for char in _TAIL if char not in "‘’“”–—…•"]
_DOUBLE = re.compile(
    f"[ÂÃÄÅ][{re.escape(_TAIL)}]|â[{re.escape(_TAIL)}]{{2}}|ðŸ[{re.escape(_TAIL)}]{{2}}|â€(?![{re.escape(_TAIL)}])"
)
_ON_A_MAC = re.compile(r"[¬√][^\x00-\x7fπ∞]|‚Ä[^\x00-\x7f]")
_SURE = re.compile("[À-žŒœŠšŽžŸ¡-¿\\xa0‐-‧‰-›€™\U0001f300-\U0001faff←-➿]")
_ENDS = "‘’“”–—…•"
_LARGE = "À-ÖØ-ÞŠŒŽŸ"
_FROM_A_MAC = re.compile(rf"(?<=[a-zß-öø-ÿ])[{_LARGE}]|^[(]*Ò\w.*Ó|^[(]*Ô\w.*Õ")
_POLISH = re.compile(r"[£¯](?=[a-zß-öø-ÿ])|(?<=[A-Za-z])[³¹](?=[a-z])")
_PROBABLY = ((_POLISH, "cp1250"), (_FROM_A_MAC, "mac-roman"))
_WORD = re.compile(r"[(“‘]*[^\W\d_]+(?:[’-][^\W\d_]+)*[.,;:!?…)”’]*")


def put_right(text: str) -> str:
    """The text with what was taken for Windows text put right, twice if need be; what could be meant stays as
    it is.
    """
    before = text
    for _ in range(2):
        if text.isascii() or (made := _DOUBLE.sub(_meant, text)) == text:
            break
        text = made
    return text if text != before or text.isascii() else _ON_A_MAC.sub(_meant_on_a_mac, text)


def likely(word: str) -> str:
    """The word that was probably meant: what is certain put right, else a Mac's or a Polish word that was
    read as Windows text, CafŽ.
    """
    if (sure := put_right(word)) != word:
        return sure
    for strange, code in _PROBABLY:
        made = word.encode("cp1252", "replace").decode(code, "replace") if strange.search(word) else ""
        if _WORD.fullmatch(made) and not strange.search(made):
            return made
    return word


def _meant_on_a_mac(found: re.Match[str]) -> str:
    try:
        meant = found[0].encode("mac-roman").decode("utf-8")
    except UnicodeError:
        return found[0]
    return meant if _SURE.fullmatch(meant) else found[0]


def _meant(found: re.Match[str]) -> str:
    """The sign that was meant, or what stands there: a capital with a quote or dash behind it may be just
    that, as in “Å”.
    """
    signs = found[0]
    if signs == "â€":
        return "”"  # the last byte of its three is no sign in Windows, and gets lost
    before = found.string[: found.start()][-1:]
    if (
        len(signs) == 2
        and signs[0] != "â"
        and signs[-1] in _ENDS
        and not before.islower()
        and before not in _BYTES
    ):
        return signs
    try:
        meant = bytes([_BEYOND[sign] for sign in signs]).decode("utf-8")
    except UnicodeDecodeError:
        return signs
    return meant if _SURE.fullmatch(meant) else signs
