"""Logos that are drawings (SVG): the filled shapes of a file, as dots. Nothing outside it is looked at."""
