"""Pictures with too few dots."""

from __future__ import annotations

from casedeck.errors import Place
from casedeck.model.illustration import CENTRE, Illustration
from casedeck.rules.picture import picture_sharp

US = Illustration("us.jpg", "Us", CENTRE)


def test_picture_sharp() -> None:
    """A picture with fewer than 150 dots to an inch at 83 mm is named, with what it needs; one with as many
    is not.
    """
    place = Place("us.yaml", 3, 4)
    assert list(picture_sharp(US, (491, 2000), place)) == []
    (problem,) = picture_sharp(US, (2000, 490), place)
    assert str(problem) == (
        "us.yaml:3:4: T109 the picture us.jpg has 2,000 by 490 dots, which is too few to be sharp at 83 mm; "
        "use one with at least 491 by 491"
    )
