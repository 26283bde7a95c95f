"""Lets `python -m casedeck` stand in for the `casedeck` command."""

import os
import sys

if __name__ == "__main__":
    # `python -m` looks for modules in the current folder first: a file there that calls itself yaml.py must
    # not be run.
    sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]  # noqa: PTH109  # nothing more is imported before

    from casedeck.cli import main

    main()
