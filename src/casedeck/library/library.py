"""The library: everything in `assets/` that decks are made from."""

from __future__ import annotations

from copy import copy
from functools import cached_property

from casedeck.errors import Place, Report
from casedeck.library.cases import Cases
from casedeck.library.files import Files, read_node, read_problem, yaml_names
from casedeck.library.fonts import read_font
from casedeck.library.icons import read_icon
from casedeck.library.links import read_links
from casedeck.library.locale import complete
from casedeck.library.pictures import read_picture
from casedeck.library.theme import Shelf
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.case_study import CaseStudy
from casedeck.model.page import Drawing, Raster
from casedeck.model.theme import WEIGHTS, Logo, Theme
from casedeck.model.vocabulary import Vocabularies
from casedeck.notation.records import Read, Record
from casedeck.typeset.fonts import Font, FontError, Fonts
from casedeck.wording import short


class Library:
    """Vocabularies, case studies, themes, papers, icons and words, read from `files`.

    Problems met on the way are recorded in `report`, except those of case-study files, which `cases` keeps.
    `languages` has the file of printed words of each language.
    """

    def __init__(self, files: Files, report: Report) -> None:
        self.files = files
        self.vocabularies: Vocabularies = load_vocabularies(files, report)
        self.languages = dict(yaml_names(files, "assets/locales", report))
        self.cases = Cases(files, self.vocabularies, report)
        self.cases.links = read_links(files, self.cases.find, self.names, report)
        self.begin(report)
        self._read_with = list(report.problems)

    def again(self, report: Report) -> Library:
        """The same library for another run, with what is read of it already: problems met from here on
        are recorded in another report, and those of before once more.
        """
        report.problems.extend(self._read_with)
        other = copy(self)
        other.begin(report)
        return other

    def begin(self, report: Report) -> None:
        """Forget looks, drawings and words, and record problems in this report from here on."""
        self.report = report
        self.shelf = Shelf(self.files, report)
        self._icons: dict[str, Drawing | None] = {}
        self._fonts: dict[str, Fonts] = {}
        self._logos: dict[Logo, Raster | None] = {}
        self._labels: dict[str, Read | None] = {}

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
            file = f"assets/icons/{name}.svg"
            try:
                data = self.files.read(file)
            except OSError as error:
                self.report.problems.append(
                    read_problem(error, Place(self.files.shown(file)), f'the icon "{short(name)}"')
                )
                self._icons[name] = None
            else:
                self._icons[name] = read_icon(name, data, Place(self.files.shown(file)), self.report)
        return self._icons.get(name)

    def fonts(self, theme: Theme) -> Fonts | None:
        """The theme's fonts, or None with the problem recorded."""
        if theme.id in self._fonts:
            return self._fonts[theme.id]
        found: dict[str, Font] = {}
        by_name: dict[str, Font] = {}
        for weight in WEIGHTS:
            name, place = theme.fonts[weight], theme.place("fonts")
            try:
                loaded = read_font(self.files.read(f"assets/fonts/{name}"))
            except FileNotFoundError:
                self.report.add(place, "T102", f'the font file "{short(name)}" is not in assets/fonts')
                continue
            except OSError as error:
                self.report.problems.append(read_problem(error, place, f'the font file "{short(name)}"'))
                continue
            except FontError as error:
                self.report.add(place, "T102", f'the font file "{short(name)}" cannot be used: {error}')
                continue
            if by_name.setdefault(loaded.face_name, loaded) is not loaded:
                self.report.add(
                    place,
                    "T102",
                    f'two different font files call themselves "{loaded.face_name}"',
                    "use only one of them",
                )
                continue
            found[weight] = loaded
        if len(found) < len(WEIGHTS):
            return None
        return self._fonts.setdefault(theme.id, Fonts(**found))

    def logo(self, theme: Theme) -> Raster | None:
        """The theme's logo; None where it has none or where the file has problems."""
        if theme.logo and theme.logo not in self._logos:
            self._logos[theme.logo] = self._read_logo(theme.logo)
        return self._logos[theme.logo] if theme.logo else None

    def _read_logo(self, logo: Logo) -> Raster | None:
        name, place = logo.file, logo.place
        try:
            data = self.files.read(f"assets/pictures/{name}")
        except FileNotFoundError:
            self.report.add(place, "T103", f'there is no picture "{short(name)}" in assets/pictures')
        except OSError as error:
            self.report.problems.append(read_problem(error, place, f'the picture "{short(name)}"'))
        else:
            return read_picture(name, data, place, self.report)
        return None

    def labels(self, language: str, record: Record) -> Read | None:
        """The words printed on cards and, section by section, on sheets in a language, as a locale's `record`
        has them; None with the problem recorded.
        """
        if language not in self._labels:
            self._labels[language] = self._read_labels(language, record)
        return self._labels[language]

    def _read_labels(self, language: str, record: Record) -> Read | None:
        name = self.languages.get(language, f"assets/locales/{language}.yaml")
        node = read_node(self.files, name, "the file of printed words", self.report)
        values: Read | None = None if node is None else record.read(node, self.report)
        return values if values is not None and complete(values, record) else None
