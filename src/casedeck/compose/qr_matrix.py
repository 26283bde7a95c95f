"""QR codes (ISO/IEC 18004) as far as an address needs them: bytes, error correction level M, mask 4, versions 1 to 13.

A library for every kind of code takes longer to import than all the codes of a deck take to make.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import chain, zip_longest
from operator import itemgetter

_BLOCKS = {
    1: (10, (16,)),
    2: (16, (28,)),
    3: (26, (44,)),
    4: (18, (32, 32)),
    5: (24, (43, 43)),
    6: (16, (27, 27, 27, 27)),
    7: (18, (31, 31, 31, 31)),
    8: (22, (38, 38, 39, 39)),
    9: (22, (36, 36, 36, 37, 37)),
    10: (26, (43, 43, 43, 43, 44)),
    11: (30, (50, 51, 51, 51, 51)),
    12: (22, (36, 36, 36, 36, 36, 36, 37, 37)),
    13: (22, (37, 37, 37, 37, 37, 37, 37, 37, 38)),
}
"""For each version, the bytes of error correction that each block has, and the bytes of data in each."""

Grid = list[list[bool | None]]
"""Modules by row and column, black where true."""

_BYTES = "0100"
_END = "0000"
_PADDING = b"\xec\x11"
_FORMAT = "100010111111001"
"""Level M and mask 4, with error correction of their own."""


def qr_rows(text: str) -> list[str]:
    """The rows of the code for an ASCII text of at most 331 characters: 1 for a black module, 0 for a white one."""
    version = next((version for version, (_, sizes) in _BLOCKS.items() if len(_header(text, version)) // 8 + len(text) < sum(sizes)), 0)
    if not version:
        raise ValueError("the text is too long for a QR code")
    side, pick, mask = _frame(version)
    message = _message(text, version)
    bits = int.from_bytes(message, "big") << len(mask) - 8 * len(message) ^ int(mask, 2)
    modules = "".join(pick(f"{bits:0{len(mask)}b}01"))
    return [modules[start : start + side] for start in range(0, side * side, side)]


def _header(text: str, version: int) -> str:
    return f"{_BYTES}{len(text):0{8 if version < 10 else 16}b}"


def _message(text: str, version: int) -> bytes:
    """The bytes of the code: those of all blocks in turns, then those that correct them."""
    degree, sizes = _BLOCKS[version]
    stream = f"{_header(text, version)}{int.from_bytes(text.encode('ascii'), 'big'):0{8 * len(text)}b}{_END}"
    data = int(stream, 2).to_bytes(len(stream) // 8, "big") + b"\0" + _PADDING * sum(sizes)
    ends = [sum(sizes[: number + 1]) for number in range(len(sizes))]
    blocks = [data[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    corrections = [_correction(block, degree) for block in blocks]
    return bytes([byte for byte in chain(*zip_longest(*blocks), *zip(*corrections, strict=True)) if byte is not None])


@cache
def _powers() -> tuple[list[int], dict[int, int]]:
    """The powers of 2 in the field of 256 elements, and each element's exponent."""
    powers = [1]
    while len(powers) < 255:
        double = powers[-1] << 1
        powers.append(double ^ 0x11D if double > 255 else double)
    return powers, {power: exponent for exponent, power in enumerate(powers)}


def _times(element: int, exponent: int) -> int:
    """An element of the field times a power of 2."""
    powers, exponents = _powers()
    return powers[(exponents[element] + exponent) % 255] if element else 0


@cache
def _multiples(degree: int) -> list[int]:
    """What each byte times the polynomial that blocks are divided by comes to, its leading coefficient left out, as one number."""
    polynomial = [1]
    for root in range(degree):
        polynomial = [one ^ _times(other, root) for one, other in zip([*polynomial, 0], [0, *polynomial], strict=True)]
    multiples = [0] * 256
    for bit in range(8):
        multiples[1 << bit] = int.from_bytes(bytes([_times(factor, bit) for factor in polynomial[1:]]), "big")
    for byte in range(256):
        lowest = byte & -byte
        multiples[byte] = multiples[lowest] ^ multiples[byte - lowest]
    return multiples


def _correction(block: bytes, degree: int) -> bytes:
    """The remainder of a block divided by the polynomial (Reed and Solomon)."""
    multiples, top = _multiples(degree), 8 * (degree - 1)
    rest = 0
    for byte in block:
        first = rest >> top
        rest = (rest ^ first << top) << 8 ^ multiples[first ^ byte]
    return rest.to_bytes(degree, "big")


@cache
def _frame(version: int) -> tuple[int, Callable[[str], tuple[str, ...]], str]:
    """A version's side in modules, what picks the sign of each module from the bits with "01" behind them, and the mask of the bits."""
    grid = _patterns(version)
    side = len(grid)
    columns = [column for column in range(side - 1, -1, -1) if column != 6]
    cells = []
    for turn, pair in enumerate(zip(columns[::2], columns[1::2], strict=True)):
        upwards = range(side - 1, -1, -1)
        cells += [(y, x) for y in (range(side) if turn % 2 else upwards) for x in pair if grid[y][x] is None]
    place = {cell: number for number, cell in enumerate(cells)}
    modules = [place.get((y, x), len(cells) + bool(grid[y][x])) for y in range(side) for x in range(side)]
    return side, itemgetter(*modules), "".join(["0" if (y // 2 + x // 3) % 2 else "1" for y, x in cells])


def _patterns(version: int) -> Grid:
    """The modules that are the same in all codes of a version; None where the bits go."""
    side = 17 + 4 * version
    grid: Grid = [[None] * side for _ in range(side)]

    def rings(middle_y: int, middle_x: int, radius: int, white: tuple[int, ...]) -> None:
        for y in range(max(0, middle_y - radius), min(side, middle_y + radius + 1)):
            for x in range(max(0, middle_x - radius), min(side, middle_x + radius + 1)):
                grid[y][x] = max(abs(y - middle_y), abs(x - middle_x)) not in white

    for y, x in ((3, 3), (3, side - 4), (side - 4, 3)):
        rings(y, x, 4, (2, 4))
    middles = [6, *([2 * version + 8] if version > 6 else []), side - 7] if version > 1 else []
    for y in middles:
        for x in middles:
            if grid[y][x] is None:
                rings(y, x, 2, (1,))
    for place in range(8, side - 8):
        grid[6][place] = grid[place][6] = place % 2 == 0
    _add_format(grid)
    if version > 6:
        _add_version(grid, version)
    return grid


def _add_format(grid: Grid) -> None:
    """The format, twice, and the module that is always black."""
    side, near = len(grid), [0, 1, 2, 3, 4, 5, 7, 8]
    one = [*[(8, x) for x in near], *[(y, 8) for y in reversed(near[:-1])]]
    other = [*[(side - 1 - y, 8) for y in range(7)], *[(8, side - 8 + x) for x in range(8)]]
    for cells in (one, other):
        for (y, x), sign in zip(cells, _FORMAT, strict=True):
            grid[y][x] = sign == "1"
    grid[side - 8][8] = True


def _add_version(grid: Grid, version: int) -> None:
    """The version's number, twice, with error correction (Golay)."""
    rest = version << 12
    while rest.bit_length() > 12:
        rest ^= 0x1F25 << (rest.bit_length() - 13)
    bits = version << 12 | rest
    for number in range(18):
        near, far = number // 3, len(grid) - 11 + number % 3
        grid[near][far] = grid[far][near] = bool(bits >> number & 1)
