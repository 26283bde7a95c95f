"""Libraries that others import and that nothing here asks for."""

import subprocess
import sys

import pytest

from casedeck.typeset.spared import spared


def test_a_spared_module_is_empty_and_then_the_true_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile an empty module stands in its place; who imports it afterwards gets the true one."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with spared("colorsys"):
        import colorsys

        assert not hasattr(colorsys, "rgb_to_hsv")
    import colorsys as true

    assert hasattr(true, "rgb_to_hsv")


def test_what_is_imported_already_stays() -> None:
    """A module that somebody has imported is left as it is, meanwhile and afterwards."""
    import string

    with spared("string"):
        assert sys.modules["string"] is string
    assert sys.modules["string"] is string


def _left_after(statements: str) -> set[str]:
    code = f"{statements}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_pages_need_neither_pictures_nor_the_network() -> None:
    """What sets and draws cards with QR codes imports neither Pillow nor anything that speaks to the
    network.
    """
    cards = (
        "from casedeck.compose.qr import qr_code\nimport casedeck.draw.pdf\nqr_code('https://example.org')"
    )
    assert not {"PIL.Image", "urllib.request", "http.client", "ssl", "email"} & _left_after(cards)


def test_without_being_spared_they_are_imported() -> None:
    """Twin: the libraries by themselves import them."""
    assert {"PIL.Image", "urllib.request"} <= _left_after("import reportlab.lib.utils, segno")
