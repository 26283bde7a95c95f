"""Small words that messages are put together from."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Sequence

_PLURALS = {"copy": "copies", "case study": "case studies", "person": "people"}


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 card", "1,200 cards", "2 copies"."""
    plural = noun if number == 1 else _PLURALS.get(noun, f"{noun}s")
    return f"{number:,} {plural}"


def size(number: int) -> str:
    """So many bytes as people say it, rounded up: "1.1 MB", "20 kB"."""
    unit, name = (1_000_000, "MB") if number >= 1_000_000 else (1000, "kB")
    return f"{-(-number * 10 // unit) / 10:g} {name}"


def article(word: str) -> str:
    """The article that stands before a word: "an" before a vowel as it is written, else "a"."""
    return (
        "an"
        if word[:1].lower() in "aeiou" and not word.lower().startswith(("uni", "use", "eu", "one"))
        else "a"
    )


def joined(words: Sequence[str], most: int = 4) -> str:
    """List words as people do: "a, b and c", or the first few "and 5 more"."""
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def numbered(numbers: Iterable[int], most: int | None = None) -> str:
    """List ascending numbers as people do, three or more in a row as a range: "2, 4 and 5", "1, 4 to 9 and
    12"; nothing for none.

    Of more than `most` numbers and ranges, the first few "and 5 more".
    """
    words = [
        word
        for run in runs(numbers)
        for word in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    return joined(words, most or len(words)) if words else ""


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Ascending numbers, those that follow one another together: 1, 2 and 5 are [1, 2] and [5]."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def things(items: Iterable[tuple[str, int]]) -> list[str]:
    """Things to bring with their counts: "sticky dots (72)", "timer"."""
    return [f"{in_sentence(name)} ({number})" if number > 1 else in_sentence(name) for name, number in items]


def short(text: str) -> str:
    """A user's text as a message can quote it: one line, at most 40 characters, with � for those that cannot
    be seen.
    """
    line = "".join(
        [char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text[:41]]
    )
    return line if len(line) <= 40 else line[:39] + "…"


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence, with a small first letter: "card auction"."""
    return name[:1].lower() + name[1:]


_REASONS = {
    errno.ENOSPC: "the disk is full; make room on it and try again",
    getattr(errno, "EDQUOT", -1): "there is no more room for your files on this disk",
    errno.EACCES: "you may not write there, or it is open in another program",
    errno.EPERM: "you may not write there, or it is open in another program",
    errno.EROFS: "this disk can only be read",
    errno.ENAMETOOLONG: "its name is too long",
}


def reason(error: OSError) -> str:
    """Why something could not be written, in plain words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


_UNREAD = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EISDIR: "it is a folder, and a file is needed",
    errno.EACCES: "you may not read it, or it is open in another program",
    errno.EPERM: "you may not read it, or it is open in another program",
    errno.EIO: "the disk does not give it back; copy the file from where it came",
    errno.ENAMETOOLONG: "its name is too long",
}


def unread(error: OSError) -> str:
    """Why something could not be read, in plain words."""
    return _UNREAD.get(error.errno or 0) or error.strerror or "there is no such file"


Watch = Callable[[str, int, int], object]
"""What is told of long work as it goes on: the stage, how many are done, and of how many."""


def unwatched(stage: str, done: int, of: int) -> None:
    """For work that nobody watches."""
