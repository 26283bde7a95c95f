"""casedeck turns a library of case studies into printed card decks for workshops."""

__version__ = "0.1.0"
