"""The card faces, one file each."""

from collections.abc import Mapping

from casedeck.compose.faces import index, pocket, sorter, wall
from casedeck.compose.layout import Face

FACES: Mapping[str, Face] = {
    face.name: face
    for face in (
        index.FACE,
        wall.FACE,
        pocket.FACE,
        sorter.FACE,
    )
}
