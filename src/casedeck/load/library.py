"""The library: everything in `assets/` that decks are made from."""

from __future__ import annotations

from functools import cached_property

from casedeck.errors import DeckError, Place, Report
from casedeck.load.case_study import case_study_record, read_case_study
from casedeck.load.fields import Text
from casedeck.load.files import Files, stem
from casedeck.load.icons import read_icon
from casedeck.load.pictures import read_picture
from casedeck.load.records import Key, Read, Record
from casedeck.load.theme import Shelf
from casedeck.load.vocabulary import load_vocabularies
from casedeck.load.yaml import parse
from casedeck.model.case_study import CaseStudy
from casedeck.model.page import Drawing, Raster
from casedeck.model.theme import WEIGHTS, Theme
from casedeck.model.vocabulary import Vocabularies, key
from casedeck.typeset.fonts import Font, FontError, Fonts, font

LABELS = ("overview", "relationship spotlight", "keywords", "benefits", "enablers", "key learning", "card number", "read more")
LOCALE = Record("a locale", {name: Key(Text(80), f"The words printed for {name}.", required=True) for name in LABELS})


class Library:
    """Vocabularies, case studies, themes, papers, icons and words, read from `files`.

    Problems met on the way are recorded in `report`; cases in files with problems are named in `broken`.
    """

    def __init__(self, files: Files, report: Report) -> None:
        self.files = files
        self.report = report
        self.vocabularies: Vocabularies = load_vocabularies(files, report)
        self.shelf = Shelf(files, report)
        self.broken: set[str] = set()
        self.cases: dict[str, CaseStudy] = {}
        self._icons: dict[str, Drawing | None] = {}
        self._load_cases()

    def _load_cases(self) -> None:
        record = case_study_record(self.vocabularies)
        seen: dict[str, str] = {}
        for name in self.files.names("assets/case-studies"):
            if not name.endswith((".yaml", ".yml")):
                continue
            case_id = stem(name)
            shown = self.files.shown(name)
            if key(case_id) in seen:
                self.report.add(Place(shown), "F109", f'"{case_id}" is also described in {seen[key(case_id)]}', "rename one of the files")
            seen.setdefault(key(case_id), shown)
            case = self._case(case_id, name, shown, record)
            if case is None:
                self.broken.add(case_id)
            else:
                self.cases[case_id] = case

    def _case(self, case_id: str, name: str, shown: str, record: Record) -> CaseStudy | None:
        try:
            return read_case_study(case_id, record, parse(self.files.read(name), shown), self.report)
        except DeckError as error:
            self.report.problems.extend(error.problems)
        except OSError as error:
            self.report.add(Place(shown), "F101", f"the file cannot be read: {error.strerror or error}")
        return None

    def find(self, word: str) -> str | None:
        """The id of the case with this id or title, or None."""
        return self._case_names.get(key(word))

    @cached_property
    def _case_names(self) -> dict[str, str]:
        titles = {key(case.title): case.id for case in self.cases.values()}
        return {**titles, **{key(case_id): case_id for case_id in (*self.cases, *self.broken)}}

    def names(self) -> list[str]:
        """The ids and titles by which cases are found."""
        return list(dict.fromkeys((*self.cases, *(case.title for case in self.by_title()))))

    def by_title(self) -> list[CaseStudy]:
        """All cases in order of title."""
        return sorted(self.cases.values(), key=lambda case: (case.title.casefold(), case.id))

    def icon(self, name: str) -> Drawing | None:
        """The icon of this name; None where there is none, or where its file has problems."""
        if name and name not in self._icons:
            file = f"assets/icons/{name}.svg"
            try:
                data = self.files.read(file)
            except OSError:
                self.report.add(Place(self.files.shown(file)), "F101", f'the icon "{name}" cannot be read')
                self._icons[name] = None
            else:
                self._icons[name] = read_icon(name, data, Place(self.files.shown(file)), self.report)
        return self._icons.get(name)

    def fonts(self, theme: Theme) -> Fonts | None:
        """The theme's fonts, or None with the problem recorded."""
        found: dict[str, Font] = {}
        by_name: dict[str, Font] = {}
        for weight in WEIGHTS:
            name, place = theme.fonts[weight], theme.place("fonts")
            try:
                loaded = font(self.files.read(f"assets/fonts/{name}"))
            except OSError:
                self.report.add(place, "T102", f'the font file "{name}" is not in assets/fonts')
                continue
            except FontError as error:
                self.report.add(place, "T102", f'the font file "{name}" cannot be used: {error}')
                continue
            if by_name.setdefault(loaded.face_name, loaded) is not loaded:
                self.report.add(place, "T102", f'two different font files call themselves "{loaded.face_name}"', "use only one of them")
                continue
            found[weight] = loaded
        return Fonts(**found) if len(found) == len(WEIGHTS) else None

    def logo(self, theme: Theme) -> Raster | None:
        """The theme's logo; None where it has none or where the file has problems."""
        if theme.logo is None:
            return None
        name, place = theme.logo.file, theme.logo.place
        try:
            data = self.files.read(f"assets/pictures/{name}")
        except PermissionError:
            self.report.add(place, "F108", f'"{name}" leads out of the folder assets/pictures', "put the file there and give only its name")
        except OSError:
            self.report.add(place, "T103", f'there is no picture "{name}" in assets/pictures')
        else:
            return read_picture(name, data, place, self.report)
        return None

    def labels(self, language: str) -> Read | None:
        """The words printed on every card in a language, or None with the problem recorded."""
        name = f"assets/locales/{language}.yaml"
        try:
            values: Read | None = LOCALE.read(parse(self.files.read(name), self.files.shown(name)), self.report)
        except DeckError as error:
            self.report.problems.extend(error.problems)
            return None
        return values if values and len(values) == len(LABELS) else None
