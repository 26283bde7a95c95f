"""The documents say what the software does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from PIL import Image

from casedeck.build import prepare
from casedeck.cli import cli
from casedeck.compose.faces import FACES, PAPERS
from casedeck.errors import CODES, DeckError, Report
from casedeck.folder import Folder, shipped
from casedeck.load.case_study import case_study_record
from casedeck.load.deck import ITEMS, deck_record
from casedeck.load.library import Library
from casedeck.load.theme import PAPER, THEME
from casedeck.load.vocabulary import TERM
from casedeck.model.facets import VOCABULARY_OF
from casedeck.model.theme import COLOURS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
Schema = dict[str, Any]


def page(name: str) -> str:
    """The text of a page."""
    return (ROOT / name).read_text("utf-8")


def generator() -> ModuleType:
    """docs/generate.py as a module."""
    spec = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Generated pages


@pytest.mark.parametrize("name", ["commands.md", "errors.md", "vocabulary.md"])
def test_generated_pages_are_up_to_date(name: str) -> None:
    """A generated page holds what docs/generate.py would write now; run `python docs/generate.py` where it does not."""
    assert page(f"docs/{name}") == generator().PAGES[name]()


def test_a_new_error_code_makes_its_page_out_of_date() -> None:
    """Twin: with one code more, the page of codes is another one."""
    assert page("docs/errors.md") != generator().errors_page({**CODES, "F999": "The printer is on holiday."})


def test_a_new_option_makes_its_page_out_of_date() -> None:
    """Twin: with one option more, the page of commands is another one."""
    fold = click.Command("fold", help="Fold the cards.", params=[click.Option(["--twice"], help="Fold them twice.")])
    group = click.Group(commands={**cli.commands, "fold": fold}, help=cli.help, context_settings=cli.context_settings)
    assert "`--twice TEXT`" in generator().commands_page(group)
    assert page("docs/commands.md") != generator().commands_page(group)


# Links


def anchors(text: str) -> set[str]:
    """The names by which links can lead to a page's headings."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


def dead_links(file: Path, text: str) -> list[str]:
    """The relative links of a page that lead to no file or to no heading of it."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    dead = []
    for target in re.findall(r"\]\(([^()\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = file.parent / name
        there = text if not name else path.read_text("utf-8") if path.is_file() and anchor else ""
        if not path.exists() or (anchor and anchor not in anchors(there)):
            dead.append(target)
    return dead


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_lead_somewhere(file: Path) -> None:
    """Every relative link and picture of a page leads to a file that is there, and to a heading that is in it."""
    assert dead_links(file, file.read_text("utf-8")) == []


def test_dead_links_are_found() -> None:
    """Twin: a missing file, a missing heading and a missing picture are found; links to the web and code are let be."""
    text = "# Top\n[a](no.md) [b](README.md#no) [c](#no) ![d](no.png) [e](#top) [f](README.md) [g](https://example.org) `[h](no.md)`"
    assert dead_links(ROOT / "x.md", text) == ["no.md", "README.md#no", "#no", "no.png"]


# Examples


def examples(text: str) -> list[tuple[str, str]]:
    """The YAML examples of a page whose first line says in which file they stand: (file, text)."""
    return re.findall(r"^```yaml\n# ((?:decks|assets)/\S+\.yaml)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def check_examples(text: str, folder: Path) -> int:
    """Put a page's examples into a folder and check its decks as `casedeck check` does; how many decks there were."""
    found = examples(text)
    picture = BytesIO()
    Image.new("RGB", (60, 20), "#6B2D73").save(picture, "PNG")
    files = {"assets/pictures/logo.png": picture.getvalue(), **{name: data.encode() for name, data in found}}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    decks = [(name, data) for name, data in found if name.startswith("decks/")]
    for name, data in decks:
        prepare(Path(name).stem, data.encode(), name, Folder(folder))
    return len(decks)


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md", "docs/deck-file.md", "docs/theme-file.md", "docs/printing.md"])
def test_deck_examples_have_no_problems(name: str, tmp_path: Path) -> None:
    """Every deck shown in the documents can be built, with the case studies, themes and papers shown beside it."""
    assert check_examples(page(name), tmp_path) > 0


def test_case_study_examples_have_no_problems(tmp_path: Path) -> None:
    """The case study shown in its reference page fits on the index card and on the wall card."""
    deck = "```yaml\n# decks/all.yaml\ntitle: All\ncards: [Allotment evenings]\nprint: [cards: {}, wall cards: {}]\n```\n"
    assert check_examples(page("docs/case-study-file.md") + deck, tmp_path) == 1


def test_example_papers_can_be_printed_on(tmp_path: Path) -> None:
    """The paper shown in the page on themes can be used in a deck."""
    deck = "```yaml\n# decks/all.yaml\ntitle: All\ncards: [cook]\nprint: [cards: {paper: SRA4}]\n```\n"
    assert check_examples(page("docs/theme-file.md") + deck, tmp_path) > 1


@pytest.mark.parametrize("slip", ["cards: [timson]", "cards: [cook]\nsesion: {}", "cards: [cook]\nlanguage: fr"])
def test_examples_with_problems_are_found(slip: str, tmp_path: Path) -> None:
    """Twin: a deck with a slip in it does not pass."""
    with pytest.raises(DeckError):
        check_examples(f"```yaml\n# decks/slip.yaml\ntitle: Slip\n{slip}\nprint: [cards: {{}}]\n```\n", tmp_path)


def test_every_deck_example_says_where_it_stands() -> None:
    """No whole deck in the documents escapes these tests for want of its first line."""
    for file in PAGES:
        blocks = re.findall(r"^```yaml\n(.*?)^```$", file.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        assert [block for block in blocks if "\nprint:" in block and not block.startswith("# decks/")] == [], file


# Messages


def deck_with(line: str, key: str) -> dict[str, str]:
    """A small deck in which one line, as a table of messages quotes it, stands where it belongs."""
    cards, prints, rest = "cards:\n  - cook", "print:\n  - cards: {}", "" if key == "title" else "title: T"
    if line.startswith("- "):
        cards = f"cards:\n  {line}"
    elif key in ("paper", "theme", "face", "copies"):
        prints = f"print:\n  - cards:\n      {line}"
    elif key in ("people", "date", "starts", "activities"):
        rest += f"\nsession:\n  {line}"
    elif key == "cards":
        cards = line
    else:
        rest += f"\n{line}"
    return {"decks/slip.yaml": f"{rest.strip()}\n{cards}\n{prints}\n"}


def theme_with(line: str, key: str) -> dict[str, str]:
    """A small theme in which the line stands, and a deck that uses it."""
    if key in ("extends", "smallest body"):
        theme = line
    elif key in ("file", "alt"):
        theme = f"logo:\n  alt: A heron\n  {line}"
    elif key in ("fill", "border width"):
        theme = f"parts:\n  spotlight:\n    {line}"
    else:
        theme = f"{'fonts' if key == 'black' else 'colours'}:\n  {line}"
    base = "" if key == "extends" else "extends: default\n"
    deck = "title: T\ncards: [cook]\nprint: [cards: {theme: t}]\n"
    return {"decks/slip.yaml": deck, "assets/themes/t.yaml": f"name: T\n{base}{theme}\n"}


def case_study_with(line: str, key: str) -> dict[str, str]:
    """A case study with the line in place of its own, and a deck of it."""
    case = (ROOT / "assets" / "case-studies" / "timpson.yaml").read_text("utf-8")
    if line.startswith("- "):
        case = re.sub(r"(?<=^benefits:\n  ).*$", line, case, flags=re.MULTILINE)
    else:
        case = re.sub(rf"^{re.escape(key)}:.*\n( .*\n)*", "", case, flags=re.MULTILINE) + f"{line}\n"
    return {"decks/slip.yaml": "title: T\ncards: [slip]\nprint: [cards: {}]\n", "assets/case-studies/slip.yaml": case}


class Overlaid:
    """Files that exist only here, before those that ship."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files, self.behind = files, Folder(shipped())

    def names(self, folder: str) -> list[str]:
        """The names in a folder."""
        return sorted({*self.behind.names(folder), *(name for name in self.files if name.startswith(f"{folder}/"))})

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        return self.files[name].encode() if name in self.files else self.behind.read(name)

    def shown(self, name: str) -> str:
        """The name itself."""
        return name


MESSAGES: dict[str, Callable[[str, str], dict[str, str]]] = {
    "docs/deck-file.md": deck_with,
    "docs/theme-file.md": theme_with,
    "docs/case-study-file.md": case_study_with,
}


def wrong_messages(text: str, made: Callable[[str, str], dict[str, str]]) -> Iterator[str]:
    """The lines of the table "You wrote, you get" that do not bring the message that stands beside them; "…" stands for more."""
    for line, message in re.findall(r"^\| `([^`|]+)` \| ([A-Z][0-9]{3} [^|]+) \|$", text, re.MULTILINE):
        files = made(line, line.removeprefix("- ").split(":", 1)[0])
        try:
            prepare("slip", files["decks/slip.yaml"].encode(), "slip.yaml", Overlaid(files))
            said = "no problem"
        except DeckError as error:
            said = str(error)
        if not all(part.strip() in said for part in message.replace("`", "").split("…")):
            yield f"{line}: {said}"


@pytest.mark.parametrize("name", MESSAGES)
def test_messages_are_as_documented(name: str) -> None:
    """Each line that a reference page shows as wrong brings the message that stands beside it."""
    assert list(wrong_messages(page(name), MESSAGES[name])) == []


def test_messages_that_differ_are_found() -> None:
    """Twin: a message with one more word in it, and a line that is not wrong, are found."""
    table = page("docs/deck-file.md").replace("is not a whole number", "is not really a whole number") + "| `copies: 3` | V105 no |\n"
    assert [found.split(":")[0] for found in wrong_messages(table, deck_with)] == ["copies", "people", "copies"]


@pytest.mark.parametrize(("name", "tried"), list(zip(MESSAGES, (15, 9, 5), strict=True)))
def test_messages_are_tried(name: str, tried: int) -> None:
    """Twin: with another code before each message, all lines of the table are found."""
    table = re.sub(r"\| [A-Z][0-9]{3} ", "| Z999 ", page(name))
    assert len(list(wrong_messages(table, MESSAGES[name]))) >= tried


# Commands and their options


def undocumented_options(group: click.Group, text: str) -> list[str]:
    """The commands and options that a text does not mention."""
    found = [name for name in group.commands if f"casedeck {name}" not in text]
    for command in group.commands.values():
        for param in command.params:
            if isinstance(param, click.Option):
                found += [name for name in param.opts if not re.search(rf"{re.escape(name)}\b", text)]
    return found


def test_every_option_is_documented() -> None:
    """Each command and each of its options stands in the page of commands."""
    assert undocumented_options(cli, page("docs/commands.md")) == []


def test_undocumented_options_are_found() -> None:
    """Twin: an option and a command that no page mentions are found."""
    group = click.Group(commands={"fold": click.Command("fold", params=[click.Option(["--twice"])])})
    assert undocumented_options(group, page("docs/commands.md")) == ["fold", "--twice"]


# Keys of the files that users write


def library() -> Library:
    """What ships with casedeck."""
    return Library(Folder(shipped()), Report())


def keys(schema: Schema, key: str = "") -> Iterator[tuple[str, Schema]]:
    """Every key of a schema with each rule for its value; the names of terms, which stand in the vocabulary, are passed over."""
    if key:
        yield key, schema
    for each in [*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])]:
        yield from keys(each, key)
    for name, each in schema.get("properties", {}).items():
        yield from keys(each, "" if schema.get("maxProperties") == 1 else name)


UNLIMITED = 1000
"""The number of items that a list without a limit of its own may have."""


def unmentioned(schema: Schema, text: str) -> list[str]:
    """The keys of a schema that have no row in a page's tables, and those whose row does not say their limits.

    A colour has a form of its own, which is stricter than any limit.
    """
    found = []
    for key, rule in keys(schema):
        rows = [row for row in text.splitlines() if row.startswith(f"| `{key}` |")]
        limits = [rule[name] for name in ("maxLength", "minimum", "maximum", "maxItems") if name in rule]
        said = [row for row in rows if all(re.search(rf"\b{limit:,}\b", row) for limit in limits if limit != UNLIMITED)]
        if not rows or not (said or key in COLOURS):
            found.append(key)
    return list(dict.fromkeys(found))


REFERENCES: dict[str, tuple[str, Callable[[], Schema]]] = {
    "deck": ("docs/deck-file.md", lambda: deck_record(library(), PAPERS).schema()),
    "case study": ("docs/case-study-file.md", lambda: case_study_record(library().vocabularies).schema()),
    "theme": ("docs/theme-file.md", THEME.schema),
    "paper": ("docs/theme-file.md", PAPER.schema),
}


@pytest.mark.parametrize("kind", REFERENCES)
def test_every_key_is_in_its_reference_page(kind: str) -> None:
    """Each key of a file has a row in a table of its reference page, and the row says the key's limits."""
    name, schema = REFERENCES[kind]
    assert unmentioned(schema(), page(name)) == []


@pytest.mark.parametrize("rule", [{"type": "string"}, {"type": "integer", "minimum": 1, "maximum": 77}])
def test_unmentioned_keys_are_found(rule: Schema) -> None:
    """Twin: a key that the page does not have, and a limit that its row does not give, are found, however deep they are."""
    schema = {"properties": {"session": {"properties": {"folds": rule, "people": {"minimum": 1, "maximum": 501}}}}}
    assert unmentioned(schema, page("docs/deck-file.md")) == ["folds", "people"]


def missing(words: Iterable[str], text: str) -> list[str]:
    """The words that do not stand in a text as `code`."""
    return [word for word in words if f"`{word}`" not in text]


def test_what_can_be_named_in_a_deck_is_listed() -> None:
    """The page on deck files lists print items, faces, conditions, themes and papers; the one on vocabulary the keys of a term."""
    shelf = library().shelf
    words = [*ITEMS, *PAPERS, *VOCABULARY_OF, *shelf.names("themes"), *shelf.names("papers")]
    assert missing(words, page("docs/deck-file.md")) == []
    assert missing(TERM.keys, page("docs/vocabulary.md")) == []
    assert missing(["origami"], page("docs/deck-file.md")) == ["origami"]


def sizes_said(text: str, low: float, high: float, face: str, paper: str) -> bool:
    """True where a table has a row with this range of sizes."""
    return f"| {face} | {paper} | {low:g} to {high:g} pt |" in text


def test_sizes_of_type_are_as_said() -> None:
    """The page on printing gives the range of body sizes of every face on every paper; a wrong range is noticed."""
    text = page("docs/printing.md")
    for face, about in FACES.items():
        for paper, (low, high) in about.body_pt.items():
            assert sizes_said(text, low, high, face, paper)
            assert not sizes_said(text, low, high + 1, face, paper)


def set_up_commands(text: str) -> list[str]:
    """The command that stands alone in a block directly below each of the two headings."""
    headings = "(?:Make the starter deck|Run the tests)"
    return re.findall(rf"^## {headings}\n\n```sh\n([^\n]+)\n```$", text, re.MULTILINE)


def test_readme_gives_each_set_up_command_on_one_line() -> None:
    """The README's two set-up commands stand alone under their headings; a command on two lines is noticed."""
    made, tested = set_up_commands(page("README.md"))
    assert made.endswith("casedeck build decks/starter.yaml")
    assert tested.endswith("-m pytest -n auto")
    assert set_up_commands(page("README.md").replace(" && .venv/bin/python", "\n.venv/bin/python")) == [made]
