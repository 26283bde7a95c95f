"""JSON Schemas of the files that users write, from the same descriptions that read them."""

from __future__ import annotations

import json

from casedeck.load.activity import ACTIVITY
from casedeck.load.case_study import case_study_record
from casedeck.load.deck import FacePapers, deck_record
from casedeck.load.form import FORM
from casedeck.load.library import Library
from casedeck.load.theme import THEME


def schema_text(library: Library, faces: FacePapers, kind: str) -> str:
    """The schema of "deck", "case-study", "theme", "activity" or "worksheet" files as JSON text."""
    records = {
        "deck": lambda: deck_record(library, faces),
        "case-study": lambda: case_study_record(library.vocabularies),
        "theme": lambda: THEME,
        "activity": lambda: ACTIVITY,
        "worksheet": lambda: FORM,
    }
    record = records[kind]()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"casedeck: {record.what}"}
    return json.dumps({**head, **record.schema()}, indent=2, ensure_ascii=False)
