"""Colours that can be read."""

from __future__ import annotations

import pytest

from casedeck.compose.stationery import Stationery
from casedeck.model.colour import contrast
from casedeck.rules.contrast import MARK_RATIO, TEXT_RATIO, colours_readable
from tests.support.decks import THEMES
from tests.support.samples import sample_item, sample_sheet
from tests.support.values import changed


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#949494", "#FFFFFF", 3.03),
        ("#333333", "#FFFFFF", 12.63),
        ("#595959", "#FFFFFF", 7.00),
        ("#090909", "#000000", 1.05),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#00FF00", "#000000", 15.30),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, known: float) -> None:
    """Values published with WCAG and its checkers, both ways round."""
    assert abs(contrast(one, other) - known) < 0.006
    assert contrast(one, other) == contrast(other, one)


def with_colour(name: str, colour: str) -> Stationery:
    """The default sheet with one colour of the palette changed."""
    sheet = sample_sheet()
    return changed(sheet, theme=changed(sheet.theme, colours={**sheet.theme.colours, name: colour}))


def with_part(name: str, **changes: str) -> Stationery:
    """The default sheet with one part painted otherwise."""
    sheet = sample_sheet()
    paint = changed(sheet.theme.parts[name], **changes)
    return changed(sheet, theme=changed(sheet.theme, parts={**sheet.theme.parts, name: paint}))


def found(sheet: Stationery) -> list[str]:
    """What the rule says of a sheet."""
    return [problem.message for problem in colours_readable(sample_item(), sheet, ())]


@pytest.mark.parametrize("theme", THEMES)
def test_every_shipped_theme_can_be_read(theme: str) -> None:
    """No theme that ships breaks the rule."""
    assert found(sample_sheet(theme=theme)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_text_of_shipped_themes_has_seven_to_one(theme: str) -> None:
    """Ink, slate and accent on paper and on the tint have the contrast that clear print aims at."""
    colours = sample_sheet(theme=theme).theme.colours
    assert min(contrast(colours[name], colours["paper"]) for name in ("ink", "slate", "accent")) >= 7
    assert contrast(colours["ink"], colours["tint"]) >= 7


def test_text_at_the_edge_of_four_and_a_half() -> None:
    """#767676 on white passes, #777777 is one grey too light; the message names colours, value and limit."""
    edge = contrast("#767676", "#FFFFFF"), contrast("#777777", "#FFFFFF")
    assert edge[0] >= TEXT_RATIO > edge[1]
    assert found(with_colour("slate", "#767676")) == []
    (message,) = found(with_colour("slate", "#777777"))
    assert all(word in message for word in ("slate text", "#777777", "#FFFFFF", "4.5"))


@pytest.mark.parametrize("tile", ["benefit tile", "enabler tile"])
def test_icons_at_the_edge_of_three(tile: str) -> None:
    """#949494 on white passes for icons, #969696 does not."""
    assert contrast("#949494", "#FFFFFF") >= MARK_RATIO > contrast("#969696", "#FFFFFF")
    assert found(with_part(tile, fill="#FFFFFF", text="#949494")) == []
    (message,) = found(with_part(tile, fill="#FFFFFF", text="#969696"))
    assert tile in message


@pytest.mark.parametrize("part", ["lit tab", "dim tab"])
def test_words_on_tabs_are_judged(part: str) -> None:
    """Light grey words on a tab are found."""
    assert any(part in message for message in found(with_part(part, fill="#FFFFFF", text="#AAAAAA")))


def test_the_spotlight_is_judged_on_its_own_ground() -> None:
    """A dark tint under dark ink is found, for the sentence and for its heading."""
    assert (
        len(
            [
                message
                for message in found(with_part("spotlight", fill="#333333"))
                if "in the spotlight" in message
            ]
        )
        == 2
    )


def test_a_part_without_fill_is_judged_on_the_paper() -> None:
    """White words on a tab without a fill are white on white."""
    assert any("lit tab" in message for message in found(with_part("lit tab", fill="", text="#FFFFFF")))


@pytest.mark.parametrize("colour", ["#FFCC00", "#E6007E", "#00A3AD", "#F28C28", "#8BC34A", "#AAAAAA"])
def test_a_colour_that_fails_names_a_shade_that_passes(colour: str) -> None:
    """With the shade that the way out names, nothing is left to say; one step nearer to the colour would not
    have been enough.
    """
    (hint,) = {problem.hint for problem in colours_readable(sample_item(), with_colour("accent", colour), ())}
    shade = hint.split('"')[1]
    assert hint == f'write "{shade}" in place of {colour}: it is the nearest shade that passes'
    assert found(with_colour("accent", shade)) == []
    lighter = "#" + "".join(
        f"{round(int(shade[i : i + 2], 16) * 0.96 + int(colour[i : i + 2], 16) * 0.04) + 4:02X}"
        for i in (1, 3, 5)
    )
    assert found(with_colour("accent", lighter)) != []


def test_paper_is_never_to_change() -> None:
    """White words on a pale tab are mended by another tab, not by grey paper; where no shade can pass, the
    way out says less.
    """
    (hint,) = {
        problem.hint
        for problem in colours_readable(
            sample_item(), with_part("lit tab", fill="#FFE08A", text="#FFFFFF"), ()
        )
    }
    assert "in place of #FFE08A" in hint
    (hint,) = {
        problem.hint
        for problem in colours_readable(sample_item(), with_part("lit tab", fill="", text="#FFFFFF"), ())
    }
    assert hint == "choose a darker or a lighter colour"
