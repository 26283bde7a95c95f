"""The shelf of activities: their names are quick to find; how one is read is imported when one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedeck.errors import Report
from casedeck.library.shelf import File, Kind

if TYPE_CHECKING:
    from casedeck.model.activity import Activity


def _read(file: File, report: Report) -> Activity | None:
    from casedeck.library.activity import read_activity

    return read_activity(file, report)


ACTIVITIES = Kind("assets/activities", "activity", "the activity", _read)
