"""The wheel, used away from the checkout it was built from."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.decks import ROOT

SHIPPED = ("assets", "decks")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-isolation"] if find_spec("hatchling") else []
    run([sys.executable, "-m", "build", "--wheel", *isolation, "--outdir", str(folder), str(ROOT)], folder)
    (made,) = folder.glob("*.whl")
    return made


def run(command: list[str], folder: Path) -> str:
    """What a command says when it is run in a folder, with nothing that leads back to the checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def shipped_files() -> set[str]:
    """Every deck and asset of the checkout."""
    return {
        path.relative_to(ROOT).as_posix()
        for name in SHIPPED
        for path in (ROOT / name).rglob("*")
        if path.is_file()
    }


def missing(wheel: Path) -> set[str]:
    """Decks and assets of the checkout that are not in a wheel."""
    inside = {name.removeprefix("casedeck/shipped/") for name in ZipFile(wheel).namelist()}
    return shipped_files() - inside


def installed(wheel: Path, folder: Path) -> Path:
    """The commands of a fresh environment with the wheel in it; its dependencies are those of this Python,
    and come second.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(commands / "python")
    run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            python,
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            str(wheel),
        ],
        folder,
    )
    site = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return commands


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Decks and assets come out of the wheel: the starter deck builds, and a new folder's own deck does."""
    assert missing(wheel) == set()
    commands = installed(wheel, tmp_path / "environment")
    where = run(
        [
            str(commands / "python"),
            "-c",
            "import casedeck, casedeck.disk.folder as f; print(casedeck.__file__, f.shipped())",
        ],
        tmp_path,
    )
    assert str(ROOT) not in where
    assert where.count(str(tmp_path)) == 2
    away = tmp_path / "away"
    away.mkdir()
    casedeck = str(commands / "casedeck")
    assert "29 cards" in run([casedeck, "build", "starter"], away)
    assert (away / "output" / "starter" / "cards-index-a4.pdf").read_bytes().startswith(b"%PDF-")
    run([casedeck, "init", "workshop"], away)
    run([casedeck, "build", "decks/my-deck.yaml"], away / "workshop")
    assert list((away / "workshop" / "output" / "my-deck").glob("*.pdf"))


def test_a_wheel_without_its_assets_is_seen(tmp_path: Path) -> None:
    """A wheel that lacks one icon is found to lack it."""
    icon = "assets/icons/benefit-health.svg"
    lacking = tmp_path / "lacking.whl"
    with ZipFile(lacking, "w") as made:
        for name in shipped_files() - {icon}:
            made.writestr(f"casedeck/shipped/{name}", "")
    assert missing(lacking) == {icon}
