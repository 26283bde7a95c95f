"""Things that stand in a folder, each in a file of its own: found by name, and read when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from casedeck.errors import Place, Problem, Report
from casedeck.library.files import Files, read_node, yaml_names
from casedeck.model.vocabulary import key
from casedeck.notation.wishes import way_out
from casedeck.notation.yaml import Node
from casedeck.wording import short

Item = TypeVar("Item")


def _alone(word: str, place: Place, report: Report) -> File | None:
    """What a file finds beside it where it stands in no folder."""
    del word, place, report
    return None


class File(NamedTuple):
    """What a file is called without its ending, what it says, and how another of its folder is found."""

    id: str
    node: Node
    beside: Callable[[str, Place, Report], File | None] = _alone


class Kind(NamedTuple, Generic[Item]):
    """Things of one kind: where they stand, what messages call one and its file, and how a file becomes a
    value, or None with its problems recorded.
    """

    folder: str
    called: str
    file: str
    read: Callable[[File, Report], Item | None]


class Shelf(Generic[Item]):
    """The things of one kind that there are.

    A file is read once, and only when it is asked for. Its problems are kept with it, and added to the
    report of everybody who asks.
    """

    def __init__(self, kind: Kind[Item], files: Files) -> None:
        self.kind, self._files = kind, files
        unfit = Report()
        self._names = dict(yaml_names(files, kind.folder, unfit))
        self._ids = {key(name): name for name in self._names}
        self._nodes: dict[str, tuple[Node | None, list[Problem]]] = {}
        self._items: dict[str, tuple[Item | None, list[Problem]]] = {}
        self.problems = tuple(unfit.problems)
        """What is wrong with the names of files, as where two stand for the same thing."""

    def names(self) -> list[str]:
        """The ids of what there is, sorted."""
        return sorted(self._names)

    def find(self, word: str, place: Place, report: Report) -> Item | None:
        """What has this name, however its capitals and hyphens are written; None with problems recorded,
        those of its file there and an unknown name at `place`.
        """
        found = self._id(word, place, report)
        return None if found is None else self._item(found, report)

    def needed(self, name: str, report: Report) -> Item | None:
        """What has a name that casedeck itself asks for; None with problems recorded, F101 where there is no
        such file.
        """
        return self._item(self._ids.get(key(name), name), report)

    def sound(self) -> list[Item]:
        """Everything whose file has no problems, sorted by id. Reads all."""
        found = [self._item(name, Report()) for name in self.names()]
        return [item for item in found if item is not None]

    def _id(self, word: str, place: Place, report: Report) -> str | None:
        _add(self.problems, report)
        found = self._ids.get(key(word))
        if found is None:
            message = f'unknown {self.kind.called} "{short(word)}"'
            report.add(place, "V106", message, way_out(self.kind.called, word, self.names()))
        return found

    def _beside(self, word: str, place: Place, report: Report) -> File | None:
        found = self._id(word, place, report)
        return None if found is None else self._file(found, report)

    def _file(self, name: str, report: Report) -> File | None:
        if name not in self._nodes:
            own = Report()
            path = self._names.get(name, f"{self.kind.folder}/{name}.yaml")
            self._nodes[name] = read_node(self._files, path, self.kind.file, own), own.problems
        node, problems = self._nodes[name]
        _add(problems, report)
        return None if node is None else File(name, node, self._beside)

    def _item(self, name: str, report: Report) -> Item | None:
        if name not in self._items:
            own = Report()
            file = self._file(name, own)
            self._items[name] = file and self.kind.read(file, own), own.problems
        item, problems = self._items[name]
        _add(problems, report)
        return item


class Shelves:
    """A shelf of each kind that is asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._made: dict[Kind[Any], Shelf[Any]] = {}

    def __call__(self, kind: Kind[Item]) -> Shelf[Item]:
        """The shelf of a kind."""
        if kind not in self._made:
            self._made[kind] = Shelf(kind, self._files)
        return self._made[kind]


def _add(problems: Iterable[Problem], report: Report) -> None:
    """Record problems, each once however often it is met."""
    report.problems.extend(problem for problem in problems if problem not in report.problems)
