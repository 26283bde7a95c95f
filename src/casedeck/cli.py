"""The casedeck command: parse, call, print, exit. What each command needs is imported when it runs, so that --help is quick."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Self

import click

from casedeck import __version__
from casedeck.errors import DeckError, ExitCode

if TYPE_CHECKING:
    from casedeck.build import Prepared
    from casedeck.load.library import Library
    from casedeck.model.deck import Condition, Deck

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_HELP)
@click.version_option(__version__, message="casedeck %(version)s")
def cli() -> None:
    r"""Turn a library of case studies into printed card decks for workshops.

    \b
    Example:
      casedeck build decks/starter.yaml
    """


def main() -> NoReturn:
    """Run the command and end the process with one of ExitCode."""
    gc.set_threshold(100_000, 50, 50)  # a run makes much and keeps most of it: looking for garbage often only costs time
    signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:  # noqa: PLR0911  # one return for each way a run can end
    """Run the command with these arguments and return its exit code; messages go to standard error."""
    try:
        cli.main(arguments, prog_name="casedeck", standalone_mode=False)
    except DeckError as error:
        count = len(error.problems)
        click.echo(str(error), err=True)
        click.echo(f"{count} problem{'s' if count > 1 else ''} found; nothing was written.", err=True)
        return ExitCode.USER_FILES
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE if isinstance(error, click.UsageError) else ExitCode.USER_FILES
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted; the files of the last build are untouched.", err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return ExitCode.OK
    except OSError as error:
        click.echo(f"{error.filename or 'casedeck'}: {error.strerror or error}", err=True)
        return ExitCode.USER_FILES
    except Exception:  # noqa: BLE001  # the last resort: whatever went wrong, say whose fault it is
        import traceback

        traceback.print_exc()
        click.echo("This is a fault in casedeck, not in your files. Please report it with the lines above.", err=True)
        return ExitCode.OUR_FAULT
    return ExitCode.OK


@cli.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="The folder to write to [default: output/<deck name>].")
@click.option("--pictures", is_flag=True, help="Write a PNG picture of every page as well.")
def build(deck: Path, output: Path | None, pictures: bool) -> None:
    r"""Make the PDFs of a DECK file.

    \b
    Example:
      casedeck build decks/starter.yaml
    """
    from casedeck.build import draw
    from casedeck.write import write_all

    path, made, prepared = _prepared(deck)
    folder = output or Path("output") / path.stem
    files: dict[str, bytes] = {}
    with _Progress(sum(len(each.cards) for each in prepared)) as progress:
        for each in prepared:
            files[each.item.file_name] = draw(made, each, progress)
    if pictures:
        files.update(_pictures(files))
    try:
        write_all(folder, files)
    except OSError as error:
        raise click.ClickException(f"cannot write to {folder}: {error.strerror or error}; earlier files there are untouched") from error
    click.echo(_summary(made, prepared, folder))


@cli.command()
@click.argument("deck", type=click.Path(path_type=Path))
def check(deck: Path) -> None:
    r"""Do everything that build does for a DECK file, except writing.

    \b
    Example:
      casedeck check decks/starter.yaml
    """
    from casedeck.build import draw

    _, made, prepared = _prepared(deck)
    for each in prepared:
        draw(made, each, lambda: None)
    click.echo(_summary(made, prepared, None))
    click.echo("No problems found.")


_FILTERS = {
    "benefit": "health",
    "enabler": "co-design",
    "opportunity": "storytelling",
    "sector": "education",
    "type of place": "charity",
    "location": "Scotland",
    "keyword": "trusting",
}


def _filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for field, example in reversed(_FILTERS.items()):
        option = "--" + field.replace(" ", "-")
        command = click.option(
            option, field.replace(" ", "_"), multiple=True, metavar="WORD", help=f"Only cases with this {field}, such as {example}."
        )(command)
    return command


@cli.command("list")
@_filter_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def list_cases(as_json: bool, **words: tuple[str, ...]) -> None:
    r"""List the case studies, all or those that pass every filter.

    A filter given twice passes cases with either word.

    \b
    Example:
      casedeck list --benefit health --location Scotland
    """
    from casedeck.describe import as_objects, as_table
    from casedeck.select.choose import filtered

    library = _library()
    conditions = [_condition(library, field, words[field.replace(" ", "_")]) for field in _FILTERS if words[field.replace(" ", "_")]]
    cases = filtered(conditions, list(library.cases.values()))
    if as_json:
        import json

        click.echo(json.dumps(as_objects(cases), indent=2, ensure_ascii=False))
    elif cases:
        click.echo(as_table(cases))
    else:
        click.echo("No case study passes these filters.", err=True)


@cli.command()
@click.argument("case")
def show(case: str) -> None:
    r"""Show one CASE study, by its file's name or its title.

    \b
    Example:
      casedeck show timpson
    """
    from casedeck.describe import as_text
    from casedeck.errors import did_you_mean

    library = _library()
    found = library.find(case)
    if found is None:
        hint = did_you_mean(case, library.names())
        raise click.BadParameter(f'unknown case study "{case}"' + (f"; {hint}" if hint else ""), param_hint="CASE")
    click.echo(as_text(library.cases[found]))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    r"""Make a FOLDER of your own for decks and case studies, ready to build.

    \b
    Example:
      casedeck init my-workshops
    """
    from casedeck.workspace import make_folder

    made = make_folder(folder)
    click.echo(f"Made {folder} with {', '.join(made)}.")
    click.echo(f"Next:\n  cd {folder}\n  casedeck build decks/my-deck.yaml")


@cli.command()
@click.argument("kind", type=click.Choice(["deck", "case-study", "theme"]), default="deck")
def schema(kind: str) -> None:
    r"""Print the JSON Schema of deck files (or case-study or theme files), for editors that complete and check as you type.

    \b
    Example:
      casedeck schema > deck.schema.json
    """
    from casedeck.load.schema import schema_text

    click.echo(schema_text(_library(), kind))


def _prepared(deck: Path) -> tuple[Path, Deck, list[Prepared]]:
    from casedeck.build import prepare
    from casedeck.folder import Folder, find_deck, home_of, show

    path = find_deck(deck)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{deck} cannot be read: {error.strerror or error}") from error
    made, prepared = prepare(path.stem, data, show(path), Folder(home_of(path)))
    return path, made, prepared


def _library() -> Library:
    """The library of the current folder. Raises DeckError where any of its files has problems."""
    from casedeck.errors import Report
    from casedeck.folder import Folder
    from casedeck.load.library import Library

    report = Report()
    library = Library(Folder(Path.cwd()), report)
    report.raise_if_any()
    return library


def _condition(library: Library, field: str, words: tuple[str, ...]) -> Condition:
    from casedeck.errors import Place, did_you_mean
    from casedeck.load.deck import CONDITIONS
    from casedeck.model.deck import Condition
    from casedeck.select.filters import values

    names = []
    for word in words:
        if field in CONDITIONS:
            vocabulary = library.vocabularies[CONDITIONS[field]]
            term, known = vocabulary.find(word), vocabulary.names()
            name = term.name if term else None
        else:
            known = values(library.cases.values(), field)
            name = word
        if name is None:
            hint = did_you_mean(word, known)
            raise click.BadParameter(f'unknown {field} "{word}"' + (f"; {hint}" if hint else ""), param_hint=f"--{field.replace(' ', '-')}")
        names.append(name)
    return Condition(field, tuple(names), Place(f"--{field}"))


def _pictures(files: dict[str, bytes]) -> dict[str, bytes]:
    from casedeck.draw.pictures import draw_pictures

    try:
        return {
            f"{name.removesuffix('.pdf')}-{number:03d}.png": picture
            for name, data in files.items()
            for number, picture in enumerate(draw_pictures(data, 100), 1)
        }
    except ImportError as error:
        raise click.UsageError('pictures need the preview extra: pip install "casedeck[preview]"') from error


def _summary(deck: Deck, prepared: list[Prepared], folder: Path | None) -> str:
    from casedeck.describe import count, summary

    lines = [f"{deck.title}: {count(len(prepared[0].cards), 'card')}"]
    for each in prepared:
        lines.append(f"  {folder / each.item.file_name if folder else each.item.file_name}")
        lines += [f"    {line}" for line in summary(each.item, each.fitted)]
    return "\n".join(lines)


class _Progress:
    """A bar that appears when the work takes longer than a second."""

    def __init__(self, length: int) -> None:
        self._length, self._done = length, 0
        self._bar: Any = None

    def __enter__(self) -> Self:
        import time

        self._clock = time.monotonic
        self._started = self._clock()
        return self

    def __call__(self) -> None:
        """One page more is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        elif self._clock() - self._started > 1 and sys.stderr.isatty():
            self._bar = click.progressbar(length=self._length, label="Drawing pages", file=sys.stderr)
            self._bar.update(self._done)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()
