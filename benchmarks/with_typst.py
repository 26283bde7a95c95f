"""The index cards of a facilitator's folder in Typst: with_typst.py ASSETS FONTS OUTPUT, run in that folder;
run.py calls it.

The template (cards.typ) reads the YAML files itself. Only QR codes are made here, for Typst has none of its
own.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path

LINK = re.compile(r"^link: (.+)$", re.MULTILINE)


def main() -> None:
    assets, fonts, output = (Path(argument) for argument in sys.argv[1:])
    segno = import_module("segno")
    cases = sorted(Path("assets/case-studies").absolute().glob("*.yaml"))
    codes = {}
    for path in cases:
        for link in LINK.findall(path.read_text("utf-8")):
            code = BytesIO()
            segno.make(link, error="m", micro=False, boost_error=False).save(code, kind="svg", border=4)
            codes[link] = code.getvalue().decode()
    import_module("typst").compile(
        str(Path(__file__).with_name("cards.typ")),
        output=str(output),
        root="/",
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={
            "assets": str(assets),
            "cases": json.dumps([str(path) for path in cases]),
            "codes": json.dumps(codes),
        },
        pdf_standards="ua-1",
    )


if __name__ == "__main__":
    main()
