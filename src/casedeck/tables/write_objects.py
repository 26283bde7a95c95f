"""Rows of text as a JSON list of objects."""

from __future__ import annotations

import json
from collections.abc import Sequence


def write_objects(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """An object for each row, its texts by their headings."""
    objects = [dict(zip(heads, row, strict=True)) for row in rows]
    return (json.dumps(objects, indent=2, ensure_ascii=False) + "\n").encode()
