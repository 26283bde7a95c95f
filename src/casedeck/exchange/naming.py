"""What the files of imported rows are called, and whose case study of the same name is there already."""

from __future__ import annotations

from collections.abc import Collection
from unicodedata import normalize

from casedeck.exchange.outcome import OWN, SHIPPED
from casedeck.exchange.rows import RowValues
from casedeck.library.case_file import RESERVED, slug_of
from casedeck.library.files import ENDINGS, stem
from casedeck.library.library import Library
from casedeck.model.vocabulary import key
from casedeck.wording import joined

FOLDER = "assets/case-studies"


class Names:
    """The names of case-study files: those of a library, and those that rows of a table have taken.

    `own` are the names in the library's folder of case studies that are the facilitator's, not casedeck's;
    `unit` is what a row of the table is called.
    """

    def __init__(self, library: Library, own: Collection[str], unit: str) -> None:
        self.library, self.unit = library, unit
        files = [name for name in library.files.names(FOLDER) if name.lower().endswith(ENDINGS)]
        self.names = {stem(name): name.rsplit("/", 1)[-1] for name in files}
        self.exact = {normalize("NFC", name): name for name in self.names}
        self.meant: dict[str, list[str]] = {}
        for name in self.names:
            self.meant.setdefault(key(name), []).append(name)
        self.own = {stem(name) for name in own}
        self.taken: dict[str, int] = {}

    def name(self, entry: RowValues) -> tuple[str, str]:
        """The name of a row's file without its ending, and why it cannot have one."""
        given = entry.file_name.removesuffix(".yaml").removesuffix(".yml")
        slug = self.exact.get(normalize("NFC", given)) or _file_name(given) or slug_of(entry.title)
        there = [slug] if slug in self.names else self.meant.get(key(slug), [])
        if not there and not entry.file_name:
            there = self.library.cases.find(entry.title)
        if not entry.title:
            return "", "has no name"
        if not slug:
            return "", "no file can be named after it, for it has no letter from a to z; type its name again"
        if len(there) > 1:
            hint = "say in a column File name which is meant"
            return "", f"several case studies are called this: {joined(there)}; {hint}"
        name = there[0] if there else slug
        return ("", self.same(first)) if (first := self.taken.get(key(name))) else (name, "")

    def whose(self, name: str) -> str:
        """Whose case study of this name is there already: OWN, SHIPPED or nothing."""
        return "" if name not in self.names else OWN if name in self.own else SHIPPED

    def file(self, name: str) -> str:
        """The file to write: the facilitator's own of this name, or a new one."""
        return self.names[name] if self.whose(name) == OWN else f"{name}.yaml"

    def take(self, name: str, row: int) -> None:
        """A row's file has this name from now on."""
        self.taken[key(name)] = row

    def first_with(self, file: str, row: int) -> int:
        """The row that has taken the name of a file; this one, where none has."""
        return self.taken.setdefault(key(stem(file)), row)

    def same(self, first: int) -> str:
        """Why a row is left where another has taken its name."""
        return f"{self.unit} {first} has the same name"


def _file_name(name: str) -> str:
    """The name of a new file as a sheet gives it, without its ending, fit for any disk."""
    signs = name.replace("-", "").replace("_", "")
    plain = name.isascii() and signs.isalnum() and name[0].isalnum() and len(name) <= 80
    return name if plain and name.lower() not in RESERVED else slug_of(name)
