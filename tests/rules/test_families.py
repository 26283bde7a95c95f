"""Families whose colours can be told apart."""

from __future__ import annotations

import pytest

from casedeck.model.colour import EYES, lightness, linear, seen_by
from casedeck.rules.contrast import colours_readable
from casedeck.rules.families import LEAST_APART, families_told_apart
from tests.support.decks import THEMES
from tests.support.samples import sample_item, sample_sheet
from tests.support.values import changed


def found(families: dict[str, str], theme: str = "default") -> list[str]:
    """What the rule says of families in these colours."""
    sheet = sample_sheet(theme=theme)
    sheet = changed(sheet, theme=changed(sheet.theme, families=families))
    return [problem.message for problem in families_told_apart(sample_item(), sheet, ())]


@pytest.mark.parametrize("theme", THEMES)
def test_the_families_of_shipped_themes_are_told_apart(theme: str) -> None:
    """They stay in one order of lightness in grey and to every kind of eye."""
    families = sample_sheet(theme=theme).theme.families
    assert len(families) == 4
    assert found(dict(families), theme) == []
    in_grey = sorted(families, key=lambda name: lightness(linear(families[name])))
    for eyes in EYES:
        seen = {name: lightness(seen_by(linear(colour), eyes)) for name, colour in families.items()}
        assert sorted(seen, key=lambda name: seen[name]) == in_grey


def test_two_families_of_one_grey_are_named() -> None:
    """Red and green of one lightness: both, their colours and those who cannot tell them apart are said."""
    (message,) = found({"together": "#8A1F1F", "well": "#1F4F1F"})
    assert all(word in message for word in ("Together (#8A1F1F)", "Well (#1F4F1F)", "printer without colour"))


def test_colours_at_the_edge_of_ten_pass() -> None:
    """Greys ten apart are told apart; one step closer they are not."""
    apart = lightness(linear("#5E5E5E")) - lightness(linear("#464646"))
    closer = lightness(linear("#5D5D5D")) - lightness(linear("#464646"))
    assert apart >= LEAST_APART > closer
    assert found({"well": "#5E5E5E", "able": "#464646"}) == []
    assert len(found({"well": "#5D5D5D", "able": "#464646"})) == 1


def test_eyes_that_lack_a_cone_see_white_and_black_as_they_are() -> None:
    """White stays white and black stays black to every kind of eye."""
    for eyes in EYES:
        assert seen_by((0.0, 0.0, 0.0), eyes) == (0.0, 0.0, 0.0)
        assert lightness(seen_by((1.0, 1.0, 1.0), eyes)) == pytest.approx(100, abs=0.1)


def test_a_family_on_which_nothing_can_be_read_is_refused() -> None:
    """A middling grey leaves neither ink nor paper enough contrast; an outlined strip may have it."""
    sheet = sample_sheet()
    grey = changed(sheet.theme, families={"well": "#7B7F86"})
    told = [each.message for each in colours_readable(sample_item(), changed(sheet, theme=grey), ())]
    assert [message for message in told if "strip of well" in message]
    outlined = changed(grey, strip="outlined")
    assert [*colours_readable(sample_item(), changed(sheet, theme=outlined), ())] == []
