"""Commands that are imported when they are asked for."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Any

import click


class LateCommands(UserDict[str, Any]):
    """Commands by name, each given as its module and its name there, such as "casedeck.cli.decks:build"."""

    def __getitem__(self, name: str) -> click.Command:
        """The command. Raises KeyError where there is none of this name."""
        found = self.data[name]
        if isinstance(found, str):
            module, _, attribute = found.partition(":")
            found = self.data[name] = getattr(import_module(module), attribute)
        command: click.Command = found
        return command
