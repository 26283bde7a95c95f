"""Input that nobody would write, for tests that try anything."""

from __future__ import annotations

import yaml
from hypothesis import strategies as st

_NAMES = """
12/3/2027 Friday_12_March_2027 2.30pm 1h30 24_people about_24 “13:30” – #2 title subtitle language
session people date starts activities cards all where benefit enabler health keyword location at_most
print face paper theme copies index wall A4 default strapline overview keywords benefits enablers link
sectors sources timpson COOK https://a.org 2027-03-12 13:30 007 -1 1e9 no ~ ** [a](b) - é name extends
fonts colours parts logo picture pictures file alt focus credit top_left 30%_60% grey fill ink 3mm #000000
"""
_WORDS = st.sampled_from([word.replace("_", " ") for word in _NAMES.split()])
_KEYS = _WORDS.filter(lambda word: word[0] != "“")  # in curly quotes it is the same key as without
_SCALARS = (
    _WORDS
    | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)
    | st.none()
    | st.integers(-1, 5000)
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=25,
)

NONSENSE = st.dictionaries(_KEYS, _VALUES, max_size=8).map(
    lambda values: yaml.safe_dump(values, allow_unicode=True)
)
"""YAML that uses the words of deck, case-study and theme files in the wrong places."""


@st.composite
def mutated(draw: st.DrawFn, files: list[bytes]) -> bytes:
    """A real file with lines left out, doubled, indented or swapped, or bytes changed."""
    lines = draw(st.sampled_from(files)).split(b"\n")
    for _ in range(draw(st.integers(1, 3))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["drop", "double", "indent", "swap", "byte", "cut"]))
        if change == "drop":
            lines[at] = b""
        elif change == "double":
            lines.insert(at, lines[other])
        elif change == "indent":
            lines[at] = b" " * draw(st.integers(1, 4)) + lines[at]
        elif change == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "byte":
            where = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:where] + draw(st.binary(min_size=1, max_size=2)) + lines[at][where + 1 :]
        else:
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    return b"\n".join(lines)
