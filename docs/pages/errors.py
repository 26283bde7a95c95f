"""docs/errors.md."""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.errors import CODES, ExitCode
from pages.tables import NOTE, table

_KINDS_OF_ERROR = {
    "F": "Files",
    "V": "Values",
    "C": "Case studies",
    "L": "Findings in case studies",
    "D": "Decks",
    "S": "Sessions",
    "T": "Themes, fonts, pictures and icons",
    "P": "Printing",
}


_EXIT_CODES = {
    ExitCode.OK: "Everything went well.",
    ExitCode.USER_FILES: (
        "Something in your files or folders needs mending, or a file cannot be read or written."
    ),
    ExitCode.USAGE: "The command was not typed in a way that casedeck understands.",
    ExitCode.OUR_FAULT: "casedeck itself has a fault. Please report it with the lines it printed.",
    ExitCode.INTERRUPTED: "You stopped the run. What was there before is untouched.",
}


def errors_page(codes: Mapping[str, str] = CODES) -> str:
    """docs/errors.md: every code, by the letter it starts with, and the exit codes."""
    parts = [
        NOTE,
        "# Error codes\n",
        (
            "When something needs mending, casedeck prints one line for each problem and writes nothing. A "
            "line reads like this:\n"
        ),
        '```text\ndecks/away-day.yaml:5:5: D101 unknown case study "timson"; did you mean "timpson"?\n```\n',
        (
            "First comes the file, then the line and the column, both counted from 1. The code "
            "follows, then what is wrong, and, after a\n"
            "semicolon, a way out. Problems that can be seen in the same run are all listed together. "
            "Codes with an L are advice and\n"
            "stop nothing: [Checking your case studies](checking.md) says what each of them means, and "
            "how to mend it.\n"
        ),
    ]
    for letter, heading in _KINDS_OF_ERROR.items():
        rows = [(f"`{code}`", meaning) for code, meaning in codes.items() if code.startswith(letter)]
        parts += [f"## {heading}\n", table(("Code", "Meaning"), rows)]
    parts += [
        "## Exit codes\n",
        "Scripts can tell from this number how a run ended.\n",
        table(("Number", "Meaning"), [(str(int(code)), meaning) for code, meaning in _EXIT_CODES.items()]),
    ]
    return "\n".join(parts)
