"""Settings for the whole suite: how goldens are updated and reported, and properties that are tried the same
way every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.goldens import Goldens, gather
from tests.support.shared import share

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "output" / "golden-report"

settings.register_profile("casedeck", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("casedeck")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Rewrite the golden files of tests that fail, and only those.",
    )


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """Files that many tests read are read once."""
    with pytest.MonkeyPatch.context() as patch:
        share(patch)
        yield


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> Goldens:
    """The golden files of this suite."""
    return Goldens(
        ROOT / "tests" / "golden", REPORT, update=bool(request.config.getoption("--update-golden"))
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One report of all goldens that differ, and where it is."""
    report = gather(REPORT)
    if report:
        terminalreporter.write_line(f"Goldens differ; before, after and difference: {report}")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Forget the report of an earlier run."""
    if not hasattr(session.config, "workerinput"):
        for old in REPORT.glob("*.html"):
            old.unlink()


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """A packed file is called by its argument: in its bytes stands when it was made, and all processes must
    call a test the same.
    """
    return argname if isinstance(val, bytes) and val.startswith(b"PK") else None
