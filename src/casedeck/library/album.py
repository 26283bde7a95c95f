"""The pictures of case studies and decks: looked at before anything is printed, cropped when a page is."""

from __future__ import annotations

from collections import OrderedDict

from casedeck.errors import DeckError, Place, Problem, Report
from casedeck.library.cropping import Cropping, cropped, cropping_for, size_shown
from casedeck.library.files import Files, read_bytes, stem
from casedeck.library.not_shown import NotShownError
from casedeck.model.geometry import Size
from casedeck.model.illustration import Illustration
from casedeck.model.page import Photo, Raster
from casedeck.model.vocabulary import key
from casedeck.wording import short

FOLDER = "assets/pictures"
ROOM = 32_000_000
"""How many bytes of pictures are kept at most, for cards that are printed again."""


def picture_bytes(files: Files, name: str, place: Place, report: Report) -> bytes | None:
    """The bytes of a file in the folder of pictures, or None with the problem recorded."""
    missing = Problem(place, "T103", f'there is no picture "{short(name)}" in {FOLDER}')
    data = read_bytes(files, f"{FOLDER}/{name}", f'the picture "{short(name)}"', report, missing)
    if data is None and report.problems[-1] is missing:
        meant = [each for each in files.names(FOLDER) if key(stem(each)) == key(stem(name))]
        way = f'did you mean "{meant[0].removeprefix(f"{FOLDER}/")}"?' if meant else "put the file there"
        report.problems[-1] = missing._replace(hint=way)
    return data


class Album:
    """The pictures in a folder. One is decoded anew for each size that is asked for; a few are kept."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._looked_at: dict[str, tuple[int, int] | Problem] = {}
        self._kept: OrderedDict[tuple[str, Cropping], Photo | Raster] = OrderedDict()
        self._bytes = 0

    def look_at(self, picture: Illustration, place: Place, report: Report) -> tuple[int, int] | None:
        """How many dots wide and high a picture is, or None with the problem recorded, at its place in the
        file that names it.
        """
        found = self._looked_at.get(picture.file)
        if found is None:
            found = self._looked_at[picture.file] = self._look(picture.file, place)
        if isinstance(found, Problem):
            report.problems.append(found._replace(place=place))
            return None
        return found

    def _look(self, name: str, place: Place) -> tuple[int, int] | Problem:
        report = Report()
        data = picture_bytes(self._files, name, place, report)
        try:
            return report.problems[0] if data is None else size_shown(data)
        except NotShownError as error:
            return error.problem(name, place)

    def cropped(self, picture: Illustration, size: Size, *, grey: bool = False) -> Photo | Raster | None:
        """The part of a picture that fills a box of a size in mm; None for one in which `look_at` has found
        something wrong. Raises DeckError where its file has changed since, and cannot be shown.
        """
        if isinstance(self._looked_at.get(picture.file), Problem):
            return None
        wanted = cropping_for(size, picture.focus, grey=grey)
        asked = (picture.file, wanted)
        if asked not in self._kept:
            self._keep(asked, self._cropped(picture.file, wanted))
        self._kept.move_to_end(asked)
        return self._kept[asked]

    def _cropped(self, name: str, wanted: Cropping) -> Photo | Raster:
        place, report = Place(self._files.shown(f"{FOLDER}/{name}")), Report()
        data = picture_bytes(self._files, name, place, report)
        if data is None:
            raise DeckError(report.problems)
        try:
            return cropped(name, data, wanted)
        except NotShownError as error:
            raise DeckError([error.problem(name, place)]) from error

    def _keep(self, asked: tuple[str, Cropping], made: Photo | Raster) -> None:
        """Keep a picture, and forget those that were asked for longest ago where there is no more room."""
        self._kept[asked] = made
        self._bytes += _bytes(made)
        while self._bytes > ROOM and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= _bytes(gone)


def _bytes(picture: Photo | Raster) -> int:
    return len(picture.jpeg) if isinstance(picture, Photo) else len(picture.colours) + len(picture.solid)
