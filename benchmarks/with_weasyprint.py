"""The index cards of a facilitator's folder in WeasyPrint: with_weasyprint.py ASSETS FONTS OUTPUT, run in
that folder; run.py calls it.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

BOLD = re.compile(r"\*\*(.+?)\*\*")
ITEM = re.compile(r"([0-9]+[.)]|[-*•])\s+")
STYLE = """
@page { size: 297mm 210mm; margin: 10mm 12mm }
body { font: 12.5pt/1.28 Lato; color: #1D2530; margin: 0 }
.card { position: relative; height: 189mm; break-after: page }
h1 { font: 900 26pt/1.1 Lato; margin: 4mm 0 1.2mm }
h2 { font: bold 12.5pt/1.3 Lato; color: #00558C; margin: 0 }
p { margin: 0 0 2.6mm }
ol, ul { margin: 0 0 2.6mm; padding-left: 6mm }
li { margin-bottom: 1mm }
.tabs span { float: left; box-sizing: border-box; width: 29.6mm; height: 7.5mm;
  margin-right: 0.8mm; font-size: 10.5pt; line-height: 7mm;
  text-align: center; border: 0.4pt solid #4A5560; border-radius: 0.8mm; color: #4A5560 }
.tabs span:last-child { margin-right: 0 }
.tabs .lit { background: #1D2530; color: #FFFFFF; font-weight: bold }
.head { clear: both; min-height: 28mm }
.qr { float: right; width: 24mm; height: 24mm; margin-top: 3mm }
.strapline { font-size: 13.75pt; color: #4A5560; margin: 0 }
.spotlight { background: #E6F1F8; border-left: 2.2mm solid #00558C; padding: 3mm 4mm; margin: 2mm 0 4.5mm }
.spotlight p { font: bold 17pt/1.24 Lato; margin: 0 }
.left { float: left; width: 119mm }
.right { float: right; width: 146mm }
.claim { min-height: 9.5mm; margin: 1.4mm 0 2.5mm; padding-left: 12.5mm; position: relative }
.claim img { position: absolute; left: 0; top: 0; width: 6.3mm; height: 6.3mm; padding: 1.6mm;
  border-radius: 0.8mm }
.benefits img { background: #00558C }
.enablers img { padding: 1.25mm; border: 1pt solid #00558C }
.lead { font-weight: bold; color: #00558C }
.foot { position: absolute; bottom: 0; left: 0; right: 0; border-top: 1.2pt solid #1D2530;
  padding-top: 2.4mm }
.foot p { font-weight: bold; margin-bottom: 3mm }
.foot div { font-size: 10.5pt; line-height: 1.2 }
.foot .number { float: right; color: #4A5560 }
a { color: #00558C; text-decoration: none }
"""


def load(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def rich(text: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(" ".join(text.split()), quote=False))


def blocks(text: str) -> Iterator[str]:
    """Paragraphs and lists."""
    for chunk in text.strip().split("\n\n"):
        lines = chunk.split("\n")
        if not ITEM.match(lines[0]):
            yield f"<p>{rich(chunk)}</p>"
            continue
        tag = "ol" if lines[0][0].isdigit() else "ul"
        yield (
            f"<{tag}>"
            + "".join(f"<li>{rich(ITEM.sub('', line, count=1))}</li>" for line in lines)
            + f"</{tag}>"
        )


class Cards:
    """The HTML of cards."""

    def __init__(self, assets: Path, fonts: Path) -> None:
        self.assets = assets
        self.labels = load(assets / "locales" / "en-GB.yaml")
        self.terms = {kind: load(assets / "vocabulary" / f"{kind}.yaml") for kind in ("benefits", "enablers")}
        weights = {"Regular": 400, "Bold": 700, "Black": 900}
        faces = "".join(
            (
                f"@font-face {{ font-family: Lato; font-weight: {weight}; src: "
                f"url({(fonts / f'Lato-{name}.ttf').as_uri()}) }}"
            )
            for name, weight in weights.items()
        )
        self.style = faces + STYLE
        self.icons: dict[str, str] = {}
        self.segno = import_module("segno")

    def document(self, cases: list[dict[str, Any]]) -> str:
        """All of them."""
        cards = "".join(self.card(case, number, len(cases)) for number, case in enumerate(cases, 1))
        head = f"<head><title>Starter deck</title><style>{self.style}</style></head>"
        return f'<!doctype html><html lang="en-GB">{head}<body>{cards}</body></html>'

    def card(self, case: dict[str, Any], number: int, of: int) -> str:
        """One card."""
        labels, link = self.labels, case["link"]
        code = self.segno.make(link, error="m", micro=False, boost_error=False).svg_data_uri(
            scale=1, border=4
        )
        lit = {name for claim in case["enablers"] for name in claim}
        tabs = "".join(
            f"<span{' class=lit' if name in lit else ''}>{term['name']}</span>"
            for name, term in self.terms["enablers"].items()
        )
        short = link.split("://")[1]
        return (
            f"<section class=card><div class=tabs>{tabs}</div><div class=head>"
            f'<img class=qr src="{code}" alt="QR code that leads to {short}">'
            f"<h1>{rich(case['title'])}</h1><p class=strapline>{rich(case['strapline'])}</p></div>"
            f"<div class=spotlight><h2>{labels['relationship spotlight']}</h2>"
            f"<p>{rich(case['relationship spotlight'])}</p></div>"
            f"<div class=left><h2>{labels['overview']}</h2>{''.join(blocks(case['overview']))}"
            f"<p><span class=lead>{labels['keywords']}:</span> {rich(', '.join(case['keywords']))}</p></div>"
            f"<div class=right>{self.claims(case, 'benefits', '#FFFFFF')}"
            f"{self.claims(case, 'enablers', '#00558C')}</div>"
            f"<div class=foot><p><span class=lead>{labels['key learning']}:</span> "
            f"{rich(case['key learning'])}</p>"
            f"<div><span class=number>Starter deck <b>{number} of {of}</b></span>{labels['read more']}: "
            f'<a href="{link}">{short}</a></div>'
            "</div></section>"
        )

    def claims(self, case: dict[str, Any], kind: str, colour: str) -> str:
        """The benefits or enablers of a card."""
        made = [f"<div class={kind}><h2>{self.labels[kind]}</h2>"]
        for claim in case[kind]:
            for name, text in claim.items():
                term = self.terms[kind][name]
                icon = self.icon(term["icon"], colour)
                made.append(
                    f'<div class=claim><img src="{icon}" alt=""><span class=lead>{term["name"]}:</span> '
                    f"{rich(text)}</div>"
                )
        return "".join(made) + "</div>"

    def icon(self, name: str, colour: str) -> str:
        """The icon as a data address."""
        if name not in self.icons:
            drawing = (
                (self.assets / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
            )
            self.icons[name] = "data:image/svg+xml;base64," + b64encode(drawing.encode()).decode()
        return self.icons[name]


def main() -> None:
    assets, fonts, output = (Path(argument) for argument in sys.argv[1:])
    cases = sorted(
        (load(path) for path in Path("assets/case-studies").glob("*.yaml")),
        key=lambda case: str(case["title"]).casefold(),
    )
    html = Cards(assets, fonts).document(cases)
    import_module("weasyprint").HTML(string=html).write_pdf(output, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    main()
