"""QR codes as pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from casedeck.model.page import Squares
from casedeck.typeset.spared import spared

QUIET_ZONE = 4
"""Modules of white that a reader needs on each side."""

MASK = 4
"""Readers take any of the eight masks; trying all of them to find the evenest costs five times as long."""


_FIRST = 3
"""Segno marks white, black and free modules by 0, 1 and 2; the bits of a message are numbered from here."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> Squares:
    """The code for an address with its quiet zone; one square is one module.

    Module for module what `segno.make` gives with medium error correction and the one mask. That finds the
    place of each bit, and whether the mask turns it, anew for every code; here it is found once for a size.
    """
    with spared("urllib.request"):  # segno imports it by way of what quotes SVG
        from segno import consts, encoder

    segments = encoder.prepare_data(address, None, None)
    version = encoder.find_version(segments, consts.ERROR_LEVEL_M, eci=False, micro=False)
    bits = _bits(segments, version)
    side, turned, modules = _frame(version, len(bits))
    number = int.from_bytes(bits, "big") ^ turned
    squares = bytes(modules(number.to_bytes(len(bits), "big") + b"\0\1"))
    rows = [squares[start : start + side] for start in range(0, len(squares), side)]
    return Squares(f"qr {address}", tuple(rows), QUIET_ZONE)


def _bits(segments: Any, version: int) -> bytes:
    """The message with its padding and error correction, a byte for each bit."""
    from segno import consts, encoder

    level = consts.ERROR_LEVEL_M
    capacity: int = consts.SYMBOL_CAPACITY[version][level]  # type: ignore[index]
    buffer = encoder.Buffer()
    for segment in segments:
        encoder.write_segment(buffer, segment, None, encoder.version_range(version))
    encoder.write_terminator(buffer, capacity, None, len(buffer))
    encoder.write_padding_bits(buffer, version, len(buffer))
    encoder.write_pad_codewords(buffer, version, capacity, len(buffer))
    return bytes(encoder.make_final_message(version, level, buffer).getbits())


class _Frame(NamedTuple):
    """A code of one size: its modules a side, which bits of a message the mask turns, and what takes the
    modules, row by row, from the bits so turned with a white and a black one after them.
    """

    side: int
    turned: int
    modules: Callable[[bytes], tuple[int, ...]]


@lru_cache(maxsize=40)
def _frame(version: int, length: int) -> _Frame:
    """The frame of codes with so many bits; there are forty versions."""
    from segno import consts, encoder

    side = encoder.calc_matrix_size(version)
    fixed = encoder.make_matrix(side, side)
    encoder.add_finder_patterns(fixed, side, side)
    encoder.add_alignment_patterns(fixed, side, side)
    placed = [[*row] for row in fixed]
    encoder.add_codewords(placed, range(_FIRST, _FIRST + length), version)
    encoder.add_format_info(fixed, version, consts.ERROR_LEVEL_M, MASK)
    encoder.add_version_info(fixed, version)
    turns = encoder.get_data_mask_functions(False)[MASK]
    turned = bytearray(length)
    sources: list[int] = []
    for y, row in enumerate(placed):
        for x, bit in enumerate(row):
            if bit < _FIRST:
                sources.append(length + fixed[y][x])
            else:
                turned[bit - _FIRST] = turns(y, x)
                sources.append(bit - _FIRST)
    return _Frame(side, int.from_bytes(turned, "big"), itemgetter(*sources))


def short_address(address: str) -> str:
    """The address as printed for people: without https:// and a last slash."""
    return address.split("://", 1)[-1].removeprefix("mailto:").removesuffix("/")
