"""What a part of a worksheet is: its kind, with everything that reading, checking and setting ask of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from casedeck.compose.flow import Block
from casedeck.model.text import Rich
from casedeck.notation.fields import Field
from casedeck.worksheets.pen import Pen

Value = TypeVar("Value")


def _none_of(value: object) -> tuple[()]:
    return ()


def _never(value: object) -> bool:
    return False


def always(value: object) -> bool:
    """True: what `fills` is of a part that always grows with what is left."""
    return True


class Kind(NamedTuple, Generic[Value]):
    """A kind of part. `about` says in the reference page what it is; `field` reads its value from a file.

    `block` sets a value with a pen, so many mm below the part before; one that fills is as high as the room
    that it is given (mm), or as its least needs. Of a value, `texts` are those with markup and placeholders,
    `labels` the plain words, both in reading order; `fills` is whether it grows with what is left. A part
    that `heads` can be the heading of a worksheet without a title.
    """

    about: str
    field: Field
    block: Callable[[Value, Pen, float, float], Block]
    texts: Callable[[Value], Iterable[Rich]] = _none_of
    labels: Callable[[Value], Iterable[str]] = _none_of
    fills: Callable[[Value], bool] = _never
    heads: bool = False


class Part(NamedTuple):
    """A part of a worksheet: a value with its kind."""

    kind: Kind[Any]
    value: Any

    @property
    def texts(self) -> tuple[Rich, ...]:
        """Its texts with markup."""
        return tuple(self.kind.texts(self.value))

    @property
    def labels(self) -> tuple[str, ...]:
        """Its plain words."""
        return tuple(self.kind.labels(self.value))

    @property
    def fills(self) -> bool:
        """Whether it grows with what is left."""
        return self.kind.fills(self.value)

    def block(self, pen: Pen, gap: float, room: float = 0.0) -> Block:
        """The part as a block, `gap` mm below the one before; one that fills is as high as `room` allows."""
        return self.kind.block(self.value, pen, gap, room)
