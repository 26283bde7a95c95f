"""What is said reaches every console, file and pipe, whatever letters those can show."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import sys
import unicodedata
from contextlib import suppress

import click

_ALIKE = {
    "'": "‘’‚‛′",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    "*": "•·✓✔☑",
    "...": "…",
    "x": "×",
    "/": "÷",
    "1/2": "½",
    "1/4": "¼",
    "3/4": "¾",
    "<=": "≤",
    ">=": "≥",
    ">": "→⇒",
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "EUR": "€",
    "GBP": "£",
}
"""Plain letters and signs, each with those that it stands for where they cannot be shown."""
_PLAIN = str.maketrans({sign: plain for plain, signs in _ALIKE.items() for sign in signs})


def nearest_in(encoding: str) -> str:
    """The name of a way to encode: what the encoding cannot hold becomes what looks most like it, or a
    question mark.
    """

    def nearest(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        return "".join(
            [_nearest(char, encoding) for char in error.object[error.start : error.end]]
        ), error.end

    name = f"casedeck.nearest.{encoding}"
    codecs.register_error(name, nearest)
    return name


def _nearest(char: str, encoding: str) -> str:
    letter = "".join(
        [each for each in unicodedata.normalize("NFKD", char) if not unicodedata.combining(each)]
    )
    for candidate in (char.translate(_PLAIN), letter, letter.translate(_PLAIN)):
        with suppress(UnicodeEncodeError):
            if candidate.strip():
                candidate.encode(encoding)
                return candidate
    return " " if char.isspace() else "" if unicodedata.combining(char) else "?"


def ready_consoles() -> None:
    """Make standard output, errors and input fit for any text; what has no place to go to goes nowhere. For
    the start of a run.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # a program without a console, or one whose output was closed
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  # it lasts as long as the run
        elif isinstance(stream, io.TextIOWrapper):
            asked = "PYTHONIOENCODING" in os.environ
            encoding = encoding_for(
                stream.encoding, terminal=stream.isatty(), asked=asked, windows=sys.platform == "win32"
            )
            if mode == "r":
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding=encoding, errors=nearest_in(encoding))


def encoding_for(given: str, *, terminal: bool, asked: bool, windows: bool) -> str:
    """The encoding in which to write to a stream.

    It is the one that the console, the locale or PYTHONIOENCODING gives, but for ASCII, which nothing needs
    any more, and for the files and pipes of Windows, where nobody asked for the code page that they are
    given.
    """
    if codecs.lookup(given).name == "ascii" or (windows and not terminal and not asked):
        return "utf-8"
    return given


def say_json(text: str) -> None:
    """Print JSON so that it is JSON in whatever encoding it arrives."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text if codecs.lookup(encoding).name == "utf-8" else re.sub(r"[^\x00-\x7f]", _escaped, text))


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join([f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)])


def flush_all() -> str:
    """Send off what is still to be printed; what kept it from arriving, or "" where it did or nobody reads
    on.
    """
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except BrokenPipeError:
            pass
        except ValueError:  # it is closed
            pass
        except OSError as error:
            if error.errno != errno.EINVAL:  # what Windows says of a pipe that nobody reads
                return error.strerror or str(error)
    return ""
