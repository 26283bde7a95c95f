"""The casedeck command: parse, call, print, exit. Each command is imported when it is asked for, and what it
needs when it runs, so that a build does not wait for what other commands need.
"""

from __future__ import annotations

import gc
import os
import re
import signal
import sys
from typing import NoReturn

import click

from casedeck import __version__
from casedeck.cli.console import flush_all, ready_consoles
from casedeck.cli.late import LateCommands
from casedeck.cli.progress import Progress
from casedeck.cli.words import Commands, greeting, wrong_line
from casedeck.errors import DeckError, ExitCode, RefusedError, WorkspaceError
from casedeck.wording import count

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_COMMANDS = LateCommands(
    {
        "start": "casedeck.cli.start:start",
        "build": "casedeck.cli.build:build",
        "preview": "casedeck.cli.preview:preview",
        "watch": "casedeck.cli.watch:watch",
        "printer": "casedeck.cli.printer:printer",
        "check": "casedeck.cli.decks:check",
        "plan": "casedeck.cli.decks:plan",
        "suggest": "casedeck.cli.choosing:suggest",
        "coverage": "casedeck.cli.choosing:coverage",
        "list": "casedeck.cli.cases:list_cases",
        "show": "casedeck.cli.cases:show",
        "init": "casedeck.cli.folders:init",
        "new": "casedeck.cli.new:new",
        "import": "casedeck.cli.exchange:import_cases",
        "export": "casedeck.cli.exchange:export_cases",
        "schema": "casedeck.cli.folders:schema",
    }
)
"""The commands, each with its module and its name there."""


@click.group(
    cls=Commands,
    commands=_COMMANDS,
    context_settings=_HELP,
    invoke_without_command=True,
    subcommand_metavar="COMMAND",
    epilog="A word in capitals, such as DECK, stands for what you type in its place. "
    "What stands in [brackets] may be left out. "
    "To see what a command can do, write --help behind it: casedeck build --help",
)
@click.version_option(
    __version__, message="casedeck %(version)s", help="Say which version of casedeck this is."
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Make printed card decks for workshops from a library of case studies.

    \b
    Example:
      casedeck start
    """
    if context.invoked_subcommand is None:
        click.echo(greeting())


def main() -> NoReturn:
    """Run the command and end the process with one of ExitCode."""
    gc.set_threshold(
        100_000, 50, 50
    )  # a run makes much and keeps most of it: looking for garbage often only costs time
    signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    ready_consoles()
    code = run(sys.argv[1:])
    if reason := flush_all():
        os.write(2, f"what casedeck has to say could not be written: {reason}\n".encode())
        code = code or ExitCode.USER_FILES
    os._exit(
        code
    )  # at once: taking thousands of values apart one by one takes as long as drawing several cards


def _meant(argument: str) -> str:
    """An argument as it was meant: dashes that a word processor made long are options again, and signs that
    nobody sees are gone, unless a file is called exactly so.
    """
    if argument.isascii() or os.path.lexists(argument):
        return argument
    from casedeck.model.signs import typed

    return re.sub("^[–—]-?(?=[a-z-]{2})", "--", re.sub("^–(?=[a-zA-Z]$)", "-", typed(argument)))


def run(arguments: list[str]) -> int:  # noqa: PLR0911  # one return for each way a run can end
    """Run the command with these arguments and return its exit code; messages go to standard error."""
    try:
        with Progress() as progress:
            typed = [_meant(each) for each in arguments]
            cli.main(typed, prog_name="casedeck", standalone_mode=False, obj=progress)
    except DeckError as error:
        click.echo(str(error), err=True)
        click.echo(f"{count(len(error.problems), 'problem')} found.", err=True)
        return ExitCode.USER_FILES
    except WorkspaceError as error:
        click.ClickException(str(error)).show()
        return ExitCode.USER_FILES
    except (click.UsageError, RefusedError) as error:
        click.echo(wrong_line(error, cli, arguments), err=True)
        return ExitCode.USAGE
    except click.ClickException as error:
        error.show()
        return ExitCode.USER_FILES
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted; what was there before is untouched.", err=True)
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click ends the run where nobody reads on
        return ExitCode.OK
    except OSError as error:
        click.echo(f"{error.filename or 'casedeck'}: {error.strerror or error}", err=True)
        return ExitCode.USER_FILES
    except Exception:  # noqa: BLE001  # the last resort: whatever went wrong, say whose fault it is
        import traceback

        traceback.print_exc()
        click.echo(
            "This is a fault in casedeck, not in your files. Please report it with the lines above.", err=True
        )
        return ExitCode.OUR_FAULT
    return ExitCode.OK
