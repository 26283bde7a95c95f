"""Golden files: what came out once and was found good. A difference is shown in a page of HTML, before and
after side by side.
"""

from __future__ import annotations

import base64
import difflib
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

HEAD = "<!doctype html><meta charset=utf-8><style>body{font:13px monospace}td{vertical-align:top}"
HEAD += ".diff_add{background:#cfc}.diff_chg{background:#ffc}"
HEAD += ".diff_sub{background:#fcc}img{border:1px solid #999;margin:4px}</style>"
TOLERANCES = {1: 24, 6: 8}
"""By how many of 255 steps of grey dots may differ after a blur of so many dots: edges may be smoothed
otherwise, areas not.
"""


class GoldenError(AssertionError):
    """What came out is not what the golden file holds."""


@dataclass(frozen=True)
class Goldens:
    """Golden files in a folder; differences are reported in another. With `update`, files that differ are
    rewritten.
    """

    folder: Path
    report: Path
    update: bool

    def text(self, name: str, after: str) -> None:
        """Compare a text, exactly."""
        path = self.folder / f"{name}.txt"
        before = path.read_text("utf-8") if path.exists() else ""
        if after != before:
            if self.update:
                path.write_text(after, "utf-8")
                return
            table = difflib.HtmlDiff(wrapcolumn=110).make_table(
                before.splitlines(), after.splitlines(), "before", "after", context=True
            )
            self._fail(name, table)

    def picture(self, name: str, after: Image.Image) -> None:
        """Compare a grey picture, forgiving what smoothing alone can change."""
        path = self.folder / f"{name}.png"
        before = Image.open(path).convert("L") if path.exists() else Image.new("L", after.size, 255)
        if not path.exists() or unlike(before, after):
            if self.update:
                after.save(path, optimize=True)
                return
            same_size = before.resize(after.size)
            difference = ImageChops.invert(ImageChops.difference(same_size, after))
            self._fail(name, "".join(map(_shown, (before, after, difference))))

    def _fail(self, name: str, html: str) -> None:
        self.report.mkdir(parents=True, exist_ok=True)
        page = self.report / f"{name}.html"
        page.write_text(f"{HEAD}<h2>{escape(name)}</h2>{html}", "utf-8")
        raise GoldenError(f"{name} differs from its golden; see {page} (pytest --update-golden rewrites it)")


def unlike(before: Image.Image, after: Image.Image) -> bool:
    """True where two grey pictures differ by more than smoothing explains."""
    if before.size != after.size:
        return True
    return any(_most(before, after, radius) > tolerance for radius, tolerance in TOLERANCES.items())


def _most(before: Image.Image, after: Image.Image, radius: int) -> float:
    """The greatest difference after a blur."""
    blurred = [picture.filter(ImageFilter.BoxBlur(radius)) for picture in (before, after)]
    return float(max(ImageChops.difference(*blurred).tobytes()))


def gather(report: Path) -> Path | None:
    """One page of all reported differences; None where there is none."""
    parts = [path for path in sorted(report.glob("*.html")) if path.name != "index.html"]
    if not parts:
        return None
    page = report / "index.html"
    page.write_text(HEAD + "".join(path.read_text("utf-8").removeprefix(HEAD) for path in parts), "utf-8")
    return page


def _shown(picture: Image.Image) -> str:
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return f'<img src="data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}">'
