"""The columns in which the lists and keys of a file begin."""

from __future__ import annotations

from casedeck.notation.typed.lines import MAX_LEVELS, Lines, TooDeepError


class Levels:
    """The columns in which lists and keys begin that are open, from the outermost on."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.columns: list[int] = []
        self.first = 0  # the line in which the outermost of them begins

    def begin(self, number: int, column: int, *, expected: bool) -> None:
        """Note in which column a line begins, and find one that fits no line above; a level that is
        `expected` belongs to a key or hyphen without a value.
        """
        if self.columns and self.columns[-1] == column:
            return
        further_out = bool(self.columns) and column < self.columns[-1]
        known = tuple(self.columns)
        while self.columns and self.columns[-1] > column:
            self.columns.pop()
        if self.columns and self.columns[-1] == column:
            return
        if not self.columns:
            if further_out:
                hint = "take the spaces before it out"
                self.lines.add(
                    self.first, known[0], "this line is indented, and others of its kind are not", hint
                )
            self.first = number
        elif further_out or not expected:
            columns = " or ".join(str(level + 1) for level in known[-2:])
            self.lines.add(
                number,
                column,
                "this line begins in a column of its own",
                f"start it in column {columns}, like the lines above",
            )
        self.push(column)

    def push(self, column: int) -> None:
        """Open a level further in; raises TooDeepError."""
        self.columns.append(column)
        if len(self.columns) > MAX_LEVELS:
            raise TooDeepError
