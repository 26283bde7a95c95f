"""Setting type: fonts, breaking text into lines, and finding the largest size that fits."""

import sys
from types import ModuleType

from casedeck.typeset.spared import spared

# reportlab runs files of these names that it finds on the path, in the current folder among others: there are
# none.
for _name in ("reportlab_settings", "reportlab.local_rl_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))

with spared("PIL.Image"):  # reportlab reads pictures with it, of which it gets none
    import reportlab.lib.utils  # noqa: F401
