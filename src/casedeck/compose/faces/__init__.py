"""The card faces, one file each."""

from collections.abc import Mapping

from casedeck.compose.faces import index, pocket, reader, sorter, wall, wall_full
from casedeck.compose.layout import Face

FACES: Mapping[str, Face] = {
    face.name: face
    for face in (
        index.FACE,
        wall.FACE,
        reader.FACE,
        wall_full.FACE,
        pocket.FACE,
        sorter.FACE,
    )
}
