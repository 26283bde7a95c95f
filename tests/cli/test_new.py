"""The command `new case-study`: a file of one's own that is ready to fill in, or to print at once."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from casedeck.cli import run
from casedeck.cli.new import new
from casedeck.disk.write import write_new
from tests.support.decks import DECKS, pdf_files, planned, shipped_deck
from tests.support.pdfua import failures
from tests.support.workshops import contents, workshop

NAME = "riverside-repair-table"
FILE = f"assets/case-studies/{NAME}.yaml"
DECK = f"title: Ours\ncards: [{NAME}, timpson]\nprint:\n  - cards: {{}}\n  - wall cards: {{}}\n"
WHOLE = [
    *("--strapline", "Neighbours mend things side by side, and get to know one another."),
    *("--overview", "The repair table is open every Saturday.\n\n- bring something\n- mend it together"),
    *("--spotlight", 'Two neighbours who have mended something say "hello" in the street.'),
    *("--keyword", "practical", "--keyword", "* unhurried", "--keyword", "neighbourly: yes"),
    *(
        "--benefit",
        "belonging: **7 in 10** got to know: a neighbour.",
        "--benefit",
        "skills: They learn to sew.",
    ),
    *("--benefit", "Economic: They save money."),
    *(
        "--enabler",
        "activities: A job makes it easy to talk.",
        "--enabler",
        "space: It is warm.",
        "--enabler",
        "norms: Owners stay.",
    ),
    *("--learning", "Give people a small job to share."),
]
FACTS = [
    *(
        "--link",
        "https://example.org/repair",
        "--location",
        "Leeds, England",
        "--sector",
        "community",
        "--place",
        "community group",
    ),
    *(
        "--opportunity",
        "storytelling: They tell it.",
        "--source",
        "Our own count",
        "--author",
        "Ada",
        "--date",
        "2027-03-12",
    ),
    *("--consent", "yes", "--status", "imagined"),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with a deck of the new case and a library case, and casedeck running in it."""
    monkeypatch.chdir(workshop(tmp_path, {"decks/ours.yaml": DECK}))
    return tmp_path


@pytest.mark.parametrize("facts", [[], FACTS])
def test_a_whole_case_builds_at_once(
    home: Path, facts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With all that a card needs given, the new case is printed beside a library case, and nothing is left to
    do but name it.
    """
    assert run(["new", "case-study", NAME, *WHOLE, *facts]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert f"Made {FILE}." in said.out
    assert "Still to fill in" not in said.out
    assert "To mend" not in said.out
    assert f"cards: [{NAME}]" in said.out
    assert run(["build", "ours"]) == 0
    assert len(list((home / "output/ours").glob("*.pdf"))) == 2
    assert run(["show", NAME]) == 0
    shown = capsys.readouterr().out
    assert "Riverside repair table" in shown
    assert f"Status: {'imagined' if facts else 'published'}" in shown
    for name, data in pdf_files(DECK.encode(), home).items():
        assert failures(data) == [], name


def test_a_brief_case(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A brief case has no keys of a full card, says what is still to fill in, and can be used as soon as that
    is there.
    """
    assert (
        run(
            [
                "new",
                "case-study",
                "tool-library",
                "--brief",
                "--opportunity",
                "activities: They mend side by side.",
            ]
        )
        == 0
    )
    assert "Still to fill in: overview and relationship spotlight." in capsys.readouterr().out
    path = home / "assets/case-studies/tool-library.yaml"
    text = path.read_text("utf-8")
    assert not re.search("^(benefits|enablers|key learning):", text, re.MULTILINE)
    filled = text.replace("overview: |\n", "overview: They lend tools.\n").replace(
        'spotlight: ""', "spotlight: They lend a hand as well."
    )
    path.write_text(filled, "utf-8")
    assert run(["show", "tool-library"]) == 0
    assert "They mend side by side." in capsys.readouterr().out


def test_a_brief_case_has_no_place_for_benefits(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twin: what only a full card has is refused, and nothing is made."""
    assert (
        run(
            [
                "new",
                "case-study",
                "tool-library",
                "--brief",
                "--benefit",
                "health: It is so.",
                "--learning",
                "Lend.",
            ]
        )
        == 2
    )
    assert "a brief case study has no place for --benefit and --learning" in capsys.readouterr().err
    assert not (home / "assets/case-studies").exists()


def test_an_empty_case_says_what_to_fill_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command names what is still to fill in, and check gives each at its line; the draft is printed all
    the same.
    """
    assert run(["new", "case-study", "Riverside repair table"]) == 0
    out = capsys.readouterr().out
    assert (
        "Still to fill in: strapline, overview, relationship spotlight, keywords, benefits, enablers "
        "and key learning."
    ) in out
    assert run(["check", "ours"]) == 0
    out = capsys.readouterr().out
    text = (home / FILE).read_text("utf-8").splitlines()
    line = text.index('strapline: ""') + 1
    assert f"{FILE}:{line}:12: L111 still to fill in: strapline; 11 to 14 words are usual" in out
    assert (
        'L111 still to fill in: benefits; write it like "- behaviour: A sentence."; the words are '
        "Behaviour, Belonging"
    ) in out
    assert run(["build", "ours"]) == 0
    assert (
        f"draft: {FILE} is stamped as draft; still to fill in: strapline, overview, relationship"
        in capsys.readouterr().err
    )
    for name, data in pdf_files(DECK.encode(), home).items():
        assert failures(data) == [], name


@pytest.mark.parametrize(
    "search", ["all", "[{where: {own: yes}, at least: 0}]", "[timpson, fill to: 12]", "[{cover: benefits}]"]
)
def test_an_empty_case_stops_no_deck(home: Path, search: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Decks that search are built as if the draft were not there, with one line that says so."""
    deck = f"title: Ours\ncards: {search}\nprint:\n  - card index:\n"
    workshop(home, {"decks/ours.yaml": deck if "own" not in search else deck.replace("}]", "}, timpson]")})
    assert run(["build", "ours"]) == 0
    before = (home / "output/ours/card-index-a4.pdf").read_bytes()
    assert run(["new", "case-study", NAME, "--benefit", "health: So."]) == 0
    capsys.readouterr()
    assert run(["build", "ours"]) == 0
    said = f"passed over by the searches, for it is a draft: {NAME}; name it among the cards to print it\n"
    assert capsys.readouterr().err == said
    assert (home / "output/ours/card-index-a4.pdf").read_bytes() == before


@pytest.mark.parametrize("deck", DECKS)
def test_what_ships_builds_beside_empty_cases(
    home: Path, deck: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The README's own next step, a new file that nobody has filled in, full or brief, leaves every deck that
    ships as it is.
    """
    before = [document.file_name for document in planned(shipped_deck(deck), home).documents]
    assert run(["new", "case-study", NAME]) == 0
    assert run(["new", "case-study", "Tool library", "--brief"]) == 0
    assert [document.file_name for document in planned(shipped_deck(deck), home).documents] == before
    assert run(["check", deck]) == 0, capsys.readouterr().err


def test_a_mistake_is_no_draft(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twin: an unknown key or a wrong word in the same file still stops a deck that searches."""
    assert run(["new", "case-study", NAME]) == 0
    text = (home / FILE).read_text("utf-8")
    workshop(
        home,
        {
            "decks/ours.yaml": "title: Ours\ncards: all\nprint:\n  - cards:\n",
            FILE: text.replace("  - \n", "  - helth: So.\n", 1) + "sorces: x\n",
        },
    )
    capsys.readouterr()
    assert run(["check", "ours"]) == 1
    err = capsys.readouterr().err
    assert 'V101 unknown key "sorces" in a case study; did you mean "sources"?' in err
    assert 'V106 unknown benefit "helth"; did you mean "Health"?' in err


def test_a_search_says_that_a_draft_would_do(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where only a draft has what a search asks for, the problem names it."""
    assert run(["new", "case-study", NAME, "--location", "Nowhere, Wales", "--sector", "housing"]) == 0
    workshop(home, {"decks/ours.yaml": "title: Ours\ncards: [{where: {own: yes}}]\nprint:\n  - cards:\n"})
    capsys.readouterr()
    assert run(["check", "ours"]) == 1
    assert (
        f"; {NAME} would do, but is a draft, which searches pass over; name it to print it"
        in capsys.readouterr().err
    )


def test_drafts_are_listed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft is in the list with a mark, shown with what it lacks, and exported so that it comes back the
    same.
    """
    assert run(["new", "case-study", NAME, "--benefit", "health: So.", "--status", "imagined"]) == 0
    assert run(["new", "case-study", "Tool library", "--brief"]) == 0
    capsys.readouterr()
    assert run(["list", "--own"]) == 0
    listed = capsys.readouterr().out
    assert "Riverside repair table (imagined, draft)  riverside-repair-table  Health" in listed
    assert "Tool library (draft)                      tool-library            (brief)" in listed
    assert run(["show", NAME]) == 0
    shown = capsys.readouterr().out
    assert "Still to fill in: strapline, overview, relationship spotlight, keywords, 2 of 3" in " ".join(
        shown.split()
    )
    assert run(["export", "a.json", "--own"]) == 0
    assert run(["import", "a.json", "--replace"]) == 0
    assert run(["export", "b.json", "--own"]) == 0
    assert (home / "a.json").read_bytes() == (home / "b.json").read_bytes()


@pytest.mark.parametrize("name", [NAME, "Riverside  Repair_Table", "RIVERSIDE REPAIR TABLE!"])
def test_nothing_is_overwritten(home: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a case study of the name is there, the command ends with 1, says so and changes nothing."""
    (home / FILE).parent.mkdir(parents=True)
    (home / FILE).write_text("mine")
    before = contents(home)
    assert run(["new", "case-study", name]) == 1
    assert f"{FILE} is already there; open that, or choose another name" in capsys.readouterr().err
    assert contents(home) == before


@pytest.mark.parametrize("taken", [f"{NAME}.yml", "Riverside_Repair-Table.yaml"])
def test_names_that_mean_the_same_are_taken(
    home: Path, taken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that decks would take for the same name is as much in the way."""
    workshop(home, {f"assets/case-studies/{taken}": "mine"})
    before = contents(home)
    assert run(["new", "case-study", NAME]) == 1
    assert f"assets/case-studies/{taken} is already there" in capsys.readouterr().err
    assert contents(home) == before


def test_links_that_lead_nowhere_are_left(home: Path) -> None:
    """A symbolic link of the name is not written through."""
    workshop(home, {FILE: home / "elsewhere.yaml"})
    assert run(["new", "case-study", NAME]) == 1
    assert not (home / "elsewhere.yaml").exists()


def test_library_cases_are_not_hidden(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that comes with casedeck is refused, for the new file would stand in its place."""
    before = contents(home)
    assert run(["new", "case-study", "Timpson"]) == 1
    assert 'a case study that comes with casedeck is called "timpson" already' in capsys.readouterr().err
    assert contents(home) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "say what it is to be called"),
        (["☃"], "a name needs a letter from a to z or a digit"),
        ([""], "a name needs a letter from a to z or a digit"),
        ([NAME, "--benefit", "helth: x"], 'unknown word "helth"; did you mean "Health"?'),
        (
            [NAME, "--benefit", "health"],
            '"health" is not one word and its sentence; write it like "health: People walk more."',
        ),
        ([NAME, "--benefit", "health: "], "is not one word and its sentence"),
        ([NAME, *["--keyword", "kind"] * 4], "it is given 4 times; 3 is the most"),
        ([NAME, "--sector", "towns"], 'unknown word "towns"'),
        ([NAME, "--status", "secret"], '"secret" is not known here; use one of: draft, mock-up, imagined'),
        ([NAME, "--title", "\udc80"], "it holds something that is not text"),
        ([NAME, "--folder", "nowhere"], 'there is no folder "nowhere"'),
    ],
)
def test_usage(home: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be put in its place ends with 2 and a way out, and nothing is written."""
    before = contents(home)
    assert run(["new", "case-study", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert contents(home) == before


def test_a_picture(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture given as options stands in the file, which the case study has then; one without words is to
    be mended.
    """
    told = ["--picture", "us.jpg", "--picture-focus", "top left", "--picture-credit", "Photograph: Ada"]
    assert run(["new", "case-study", NAME, *told, "--picture-alt", "Two people mend a kettle."]) == 0
    assert "To mend" not in capsys.readouterr().out
    said = (
        'picture:\n  file: "us.jpg"\n  alt: "Two people mend a kettle."\n  focus: top left\n'
        '  credit: "Photograph: Ada"\n'
    )
    assert said in (home / FILE).read_text("utf-8")
    assert run(["show", NAME]) == 0
    assert "Picture: us.jpg: Two people mend a kettle." in capsys.readouterr().out
    assert run(["new", "case-study", "Another", *told]) == 0
    assert 'V102 "alt" is missing in a picture' in capsys.readouterr().out


def test_a_dash_for_the_colon(home: Path) -> None:
    """A word and its sentence may have a dash between them, as they have in a document."""
    assert run(["new", "case-study", NAME, "--benefit", "Health – People walk more."]) == 0
    assert any(
        '- health: "People walk more."' in text.decode()
        for text in contents(home).values()
        if isinstance(text, bytes)
    )


def test_what_no_file_may_hold_is_not_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A letter under a pile of accents ends with 1 and the reason, and nothing is written."""
    before = contents(home)
    assert run(["new", "case-study", NAME, "--title", "a" + "\u0301\u0323" * 40]) == 1
    assert "F106 a letter has more than 30 accents" in capsys.readouterr().err
    assert contents(home) == before


def test_values_that_cannot_be_printed_are_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is too long is written all the same, and named with its place."""
    assert run(["new", "case-study", NAME, "--title", "x" * 81]) == 0
    assert f"To mend: {FILE}:" in (out := capsys.readouterr().out)
    assert "V104 the text has 81 characters; the limit is 80" in out
    assert "x" * 81 in (home / FILE).read_text("utf-8")


def test_folder(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--folder names another facilitator's folder, whose own words are the ones to choose from."""
    (home / "other").mkdir()
    workshop(home / "other", {"assets/vocabulary/benefits.yaml": "calm:\n  name: Calm\n"})
    assert run(["new", "case-study", NAME, "--folder", "other", "--benefit", "calm: It is quiet."]) == 0
    assert f"Made other/{FILE}." in capsys.readouterr().out
    assert '  - calm: "It is quiet."\n' in (home / "other" / FILE).read_text("utf-8")
    assert not (home / FILE).exists()


@pytest.mark.parametrize("command", sorted(new.commands))
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every kind of file explains itself with an example, in lines that fit a terminal, and every option says
    what it does.
    """
    assert run(["new", command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Example:\n    casedeck new {command}" in out
    assert max(map(len, out.splitlines())) <= 100
    options = [param for param in new.commands[command].params if isinstance(param, click.Option)]
    assert all((option.help or "").endswith((".", "'")) for option in options)


class TestWriteNew:
    """Writing a file that is not there yet."""

    def test_writes(self, tmp_path: Path) -> None:
        """The file is there with the folders around it, and nothing else is."""
        write_new(tmp_path / "a/b.yaml", b"data")
        assert contents(tmp_path) == {"a/b.yaml": b"data"}

    def test_never_overwrites(self, tmp_path: Path) -> None:
        """A file that is there stays as it is."""
        (tmp_path / "b.yaml").write_bytes(b"old")
        with pytest.raises(FileExistsError):
            write_new(tmp_path / "b.yaml", b"new")
        assert contents(tmp_path) == {"b.yaml": b"old"}

    @pytest.mark.parametrize("there", [False, True])
    def test_disks_without_second_names(
        self, there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On a memory stick the file is written as well, and one that is there stays."""

        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "hardlink_to", refuse)
        if there:
            (tmp_path / "b.yaml").write_bytes(b"old")
            with pytest.raises(FileExistsError):
                write_new(tmp_path / "b.yaml", b"new")
        else:
            write_new(tmp_path / "b.yaml", b"new")
        assert contents(tmp_path) == {"b.yaml": b"old" if there else b"new"}

    @pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
    def test_whole_or_not_at_all(
        self, failure: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A disk that fills up, or a run that is stopped, leaves no part of a file."""

        def fail(*_: object) -> None:
            raise failure

        monkeypatch.setattr("casedeck.disk.write.os.fsync", fail)
        with pytest.raises(failure):
            write_new(tmp_path / "b.yaml", b"new")
        assert contents(tmp_path) == {}
