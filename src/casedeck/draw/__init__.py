"""Pages to files. Nothing here decides where or whether anything stands; each kind of file says everything of
itself in its own module, and has one line here. The table is quick to import, for help to say what there is.
"""

from __future__ import annotations

from collections.abc import Mapping

from casedeck.draw.listing import LISTING
from casedeck.draw.output import Output
from casedeck.draw.pdf_file import PDF
from casedeck.draw.pictures import PICTURES

OUTPUTS: Mapping[str, Output] = {
    "pdf": PDF,
    "png": PICTURES,
    "text": LISTING,
}
"""Every kind of file by the name that commands have for it."""
