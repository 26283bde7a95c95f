"""The library: everything in `assets/` that decks are made from."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TypeVar

from casedeck.errors import Place, Problem, Report
from casedeck.library.album import Album, picture_bytes
from casedeck.library.cases import Cases
from casedeck.library.files import Files, read_bytes
from casedeck.library.fonts import read_font
from casedeck.library.icons import read_icon
from casedeck.library.links import read_links
from casedeck.library.locale import LOCALES, complete
from casedeck.library.pictures import read_picture
from casedeck.library.printer import read_printer
from casedeck.library.shelf import Shelves
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.case_study import CaseStudy
from casedeck.model.page import Drawing, Raster
from casedeck.model.printer import Printer
from casedeck.model.theme import WEIGHTS, Logo, Theme
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.records import Read, Record
from casedeck.typeset.fonts import Font, FontError, Fonts
from casedeck.wording import short

Key = TypeVar("Key")
Value = TypeVar("Value")


class Library:
    """Vocabularies, case studies, icons and words, and what stands on a `shelf`, read from `files`.

    Problems met on the way are recorded in `report`, except those of case-study files, which `cases` keeps.
    `shelf` gives the shelf of a kind, such as ACTIVITIES, which adds problems to the report that it is given.
    """

    def __init__(self, files: Files, report: Report) -> None:
        self.files = files
        self.vocabularies: Vocabularies = load_vocabularies(files, report)
        self.shelf = Shelves(files)
        report.problems.extend(self.shelf(LOCALES).problems)
        self.cases = Cases(files, self.vocabularies, report)
        self.cases.links = read_links(files, self.cases.find, self.names, report)
        self.report = report
        self._icons: dict[str, Drawing | None] = {}
        self._fonts: dict[str, Fonts] = {}
        self._logos: dict[Logo, Raster | None] = {}
        self._labels: dict[str, Read | None] = {}
        self._printer: Printer | None = None
        self.album = Album(files)
        self._read_with = list(report.problems)

    def again(self, report: Report) -> Library:
        """The same library for another run, with what is read of it already: problems met from here on
        are recorded in another report, and those of before once more.
        """
        report.problems.extend(self._read_with)
        _forget_unread(self._icons)
        _forget_unread(self._logos)
        _forget_unread(self._labels)
        self._printer, self.album = None, Album(self.files)
        other = copy(self)
        other.report = report
        return other

    @property
    def printer(self) -> Printer:
        """What the facilitator's printer does; a wrong file's problems are recorded once a run."""
        if self._printer is None:
            self._printer = read_printer(self.files, self.shelf, self.report)
        return self._printer

    def names(self) -> list[str]:
        """The ids and titles by which cases are found."""
        return list(self._names)

    @cached_property
    def _names(self) -> dict[str, None]:
        return dict.fromkeys((*self.cases, *(case.title for case in self.by_title())))

    def by_title(self) -> list[CaseStudy]:
        """All cases in order of title."""
        return sorted(self.cases.values(), key=lambda case: (case.title.casefold(), case.id))

    def icon(self, name: str) -> Drawing | None:
        """The icon of this name; None where there is none, or where its file has problems."""
        if name and name not in self._icons:
            self._icons[name] = self._read_icon(name)
        return self._icons.get(name)

    def _read_icon(self, name: str) -> Drawing | None:
        file = f"assets/icons/{name}.svg"
        data = read_bytes(self.files, file, f'the icon "{short(name)}"', self.report)
        return None if data is None else read_icon(name, data, Place(self.files.shown(file)), self.report)

    def fonts(self, theme: Theme) -> Fonts | None:
        """The theme's fonts, or None with the problem recorded."""
        if theme.id in self._fonts:
            return self._fonts[theme.id]
        place = theme.place("fonts")
        found: dict[str, Font] = {}
        by_name: dict[str, Font] = {}
        for weight in WEIGHTS:
            loaded = self._read_font(theme.fonts[weight], place)
            if loaded is None:
                continue
            if by_name.setdefault(loaded.face_name, loaded) is not loaded:
                message = f'two different font files call themselves "{loaded.face_name}"'
                self.report.add(place, "T102", message, "use only one of them")
                continue
            found[weight] = loaded
        if len(found) < len(WEIGHTS):
            return None
        return self._fonts.setdefault(theme.id, Fonts(**found))

    def _read_font(self, name: str, place: Place) -> Font | None:
        what = f'the font file "{short(name)}"'
        missing = Problem(place, "T102", f"{what} is not in assets/fonts")
        data = read_bytes(self.files, f"assets/fonts/{name}", what, self.report, missing)
        try:
            return None if data is None else read_font(data)
        except FontError as error:
            self.report.add(place, "T102", f"{what} cannot be used: {error}")
            return None

    def logo(self, theme: Theme) -> Raster | None:
        """The theme's logo; None where it has none or where the file has problems."""
        if theme.logo and theme.logo not in self._logos:
            self._logos[theme.logo] = self._read_logo(theme.logo)
        return self._logos[theme.logo] if theme.logo else None

    def _read_logo(self, logo: Logo) -> Raster | None:
        data = picture_bytes(self.files, logo.file, logo.place, self.report)
        return None if data is None else read_picture(logo.file, data, logo.place, self.report)

    def labels(self, language: str, record: Record) -> Read | None:
        """The words printed on cards and, section by section, on sheets in a language, as a locale's `record`
        has them; None with the problem recorded.
        """
        if language not in self._labels:
            self._labels[language] = self._read_labels(language, record)
        return self._labels[language]

    def _read_labels(self, language: str, record: Record) -> Read | None:
        node = self.shelf(LOCALES).needed(language, self.report)
        before = len(self.report.problems)
        values: Read | None = None if node is None else record.read(node, self.report)
        sound = len(self.report.problems) == before and values is not None and complete(values, record)
        return values if sound else None


def _forget_unread(read: dict[Key, Value | None]) -> None:
    """Forget what could not be read: it is read once more, for what is wrong with it to be said."""
    for name in [name for name, found in read.items() if found is None]:
        del read[name]
