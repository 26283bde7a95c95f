"""Lets `python -m casedeck` stand in for the `casedeck` command."""

from casedeck.cli import main

if __name__ == "__main__":
    main()
