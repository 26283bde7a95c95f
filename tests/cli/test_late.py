"""Commands imported when they are asked for."""

import click
import pytest

from casedeck.cli.late import LateCommands


def test_a_command_is_imported_when_it_is_asked_for() -> None:
    """A command whose module is not there stands in no other's way, and cannot be had itself."""
    commands = LateCommands({"list": "casedeck.cli.cases:list_cases", "fly": "casedeck.cli.wings:fly"})
    assert isinstance(commands["list"], click.Command)
    assert list(commands) == ["list", "fly"]
    with pytest.raises(ModuleNotFoundError):
        commands["fly"]


def test_a_name_that_is_not_there() -> None:
    """What is no command is not found, as in any other mapping."""
    commands = LateCommands({})
    assert "fly" not in commands
    with pytest.raises(KeyError):
        commands["fly"]
