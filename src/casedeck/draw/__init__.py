"""Pages to bytes. Nothing here decides where or whether anything stands."""

import casedeck.typeset  # noqa: F401  # before reportlab is imported
