"""The small markup of case-study texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedeck.errors import Place, Report
from casedeck.model.text import Listing, Paragraph, Span, plain
from casedeck.notation.markup import Prose, Sentence, Words, check_link, inline
from casedeck.notation.quotes import typographic
from casedeck.notation.yaml import Scalar
from tests.support.reading import lines
from tests.support.work import at_most

HERE = Place("f", 1, 1)
SIGNS = st.text(st.sampled_from("ab1 \n\t*[]().-•'\"\\/:@#é\u00a0\u202e\x00"), max_size=60)
NOT_AN_ADDRESS = "write it in full, like https://example.org"


def _inline(text: str) -> tuple[tuple[Span, ...], list[str]]:
    report = Report()
    return inline(text, HERE, report), lines(report)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", [Span("plain")]),
        ("a **b** c", [Span("a "), Span("b", bold=True), Span(" c")]),
        ("**b**", [Span("b", bold=True)]),
        ("2 * 3", [Span("2 * 3")]),
        (
            "see [the site](https://a.org) now",
            [Span("see "), Span("the site", link="https://a.org"), Span(" now")],
        ),
        ("**[b](https://a.org)**", [Span("b", bold=True, link="https://a.org")]),
        ("[1] and (2)", [Span("[1] and (2)")]),
        ("a\n  b\t c", [Span("a b c")]),
        ('it\'s "so"', [Span("it’s “so”")]),
        ("**'tis**", [Span("’tis", bold=True)]),
        ("[it's](https://a.org/it's)", [Span("it’s", link="https://a.org/it's")]),
        ("<b>&amp;</b>", [Span("<b>&amp;</b>")]),
        ("****", []),
    ],
)
def test_spans(text: str, spans: list[Span]) -> None:
    """Bold and links become spans, quotes become curly, white space becomes one space, and nothing else is
    markup.
    """
    assert _inline(text) == (tuple(spans), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a **b", "V112 a bold mark ** is opened and not closed; put ** on both sides of the bold words"),
        (
            "**a** b **c",
            "V112 a bold mark ** is opened and not closed; put ** on both sides of the bold words",
        ),
        (
            "[**97%**](https://a.org)",
            "V112 a bold mark ** stands inside the words of a link; put ** before the [ and after the )",
        ),
        ("[a](https://a.org", "V112 a link is not complete"),
        ("[a](https://a.org b)", "V112 a link is not complete"),
        ("[](https://a.org)", "V112 a link is not complete"),
        (
            "[a](https://a.org/(b))",
            "V112 a link is not complete; write [words](https://example.org), with %28 and %29 for brackets",
        ),
        ("[a](javascript:alert(1))", "V112 a link is not complete"),
        (
            "[a](javascript:alert%281%29)",
            f'V111 "javascript:alert%281%29" is not an address a card can carry; {NOT_AN_ADDRESS}',
        ),
        (
            "[a](file:///etc/passwd)",
            f'V111 "file:///etc/passwd" is not an address a card can carry; {NOT_AN_ADDRESS}',
        ),
    ],
)
def test_unpaired_marks(text: str, problem: str) -> None:
    """Marks that do not pair up are a problem: they are never printed on a card."""
    _, (found,) = _inline(text)
    assert found.startswith(f"f:1:1: {problem}")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "HTTP://Example.org/a?b=c#d",
        "https://a.org:8080/x",
        "https://user-site.co.uk/a@b",
        "mailto:a@b.org",
        "https://a.org/" + "x" * 286,
    ],
)
def test_links(address: str) -> None:
    """Addresses on the web and of mail are carried, up to 300 characters."""
    report = Report()
    assert check_link(address, HERE, report) == address
    assert report.problems == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://a.org/%0aalert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://a.org",
        "//a.org",
        "www.example.org",
        "example.org",
        "https://localhost",
        "https://",
        "https://.org",
        "https:/a.org",
        "https://a.org b",
        "https://bank.org@evil.org",
        "https://a:b@c.org",
        "https://bank.org\\@evil.org",
        "https://exämple.org",
        "https://a.org/\u202ex",
        "mailto:nobody",
        "mailto:a@b@c",
        "\nhttps://a.org",
        "https://a.org/" + "x" * 287,
        "",
    ],
)
def test_no_other_links(address: str) -> None:
    """No other kind of address is carried: no scripts, no files, nothing that looks like one site and leads
    to another.
    """
    report = Report()
    assert check_link(address, HERE, report) is None
    (problem,) = report.problems
    assert problem.code == "V111"
    assert len(problem.message) < 100


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("it's", "it’s"),
        ("'a' \"b\"", "‘a’ “b”"),
        ('("a")', "(“a”)"),
        ('a—"b"', "a—“b”"),
        ("“'a'”", "“‘a’”"),
        ('**"a"**', "**“a”**"),
        ("no quotes", "no quotes"),
    ],
)
def test_typographic(text: str, shown: str) -> None:
    """Typewriter quotes turn to the side they stand on."""
    assert typographic(text) == shown


@given(SIGNS)
def test_typographic_keeps_places(text: str) -> None:
    """Making quotes curly changes no other sign and no length."""
    shown = typographic(text)
    assert len(shown) == len(text)
    assert all(a == b or a in "'\"" for a, b in zip(text, shown, strict=True))


def _prose(text: str) -> tuple[object, list[str]]:
    report = Report()
    return Prose().read(Scalar(text, HERE), report), lines(report)


def _p(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def _l(*items: str, numbered: bool = False) -> Listing:
    return Listing(tuple((Span(item),) for item in items), numbered)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a\nb\n\nc", [_p("a b"), _p("c")]),
        ("a\n \t\nb", [_p("a"), _p("b")]),
        ("- a\n- b", [_l("a", "b")]),
        ("1. a\n2) b", [_l("a", "b", numbered=True)]),
        ("a:\n- b\n  c\n* d", [_p("a:"), _l("b c", "d")]),
        ("• a\n\n• b", [_l("a", "b")]),
        ("1. a\n\n- b", [_l("a", numbered=True), _l("b")]),
        ("-\ta", [_l("a")]),
        ("-5 degrees", [_p("-5 degrees")]),
        ("1.5 million", [_p("1.5 million")]),
        ("2027. a", [_p("2027. a")]),
        ("a\n\n\n\nb", [_p("a"), _p("b")]),
    ],
)
def test_blocks(text: str, blocks: list[object]) -> None:
    """Empty lines part paragraphs; lines that start with a number or a bullet and a space are a list, also
    with gaps.
    """
    assert _prose(text) == (tuple(blocks), [])


@pytest.mark.parametrize("text", ["- ****", "****\n\nb"])
def test_empty_blocks(text: str) -> None:
    """A paragraph or an item without a word is a problem, not a gap on the card."""
    assert _prose(text) == (None, ["f:1:1: V104 a paragraph or list item has no words"])


@pytest.mark.parametrize(("field", "limit"), [(Sentence(), 400), (Prose(), 4000), (Words(80), 80)])
def test_lengths(field: Sentence | Prose | Words, limit: int) -> None:
    """Each kind of text is read up to its limit, and refused one character beyond it with both numbers."""
    report = Report()
    assert field.read(Scalar("x" * limit, HERE), report) is not None
    assert lines(report) == []
    assert field.read(Scalar("x" * (limit + 1), HERE), report) is None
    assert lines(report) == [f"f:1:1: V104 the text has {limit + 1:,} characters; the limit is {limit:,}"]


def test_sentence_without_words() -> None:
    """A sentence of marks alone is empty."""
    report = Report()
    assert Sentence().read(Scalar("** **", HERE), report) is None
    assert lines(report) == ["f:1:1: V104 the text is empty"]


@given(SIGNS)
def test_any_text(text: str) -> None:
    """Any text gives words on a card or a problem, and never a mark or a control character in print."""
    for field in (Sentence(), Prose(), Words(300)):
        report = Report()
        value = field.read(Scalar(text, HERE), report)
        assert (value is None) <= bool(report.problems)
        assert all(problem.message.isprintable() for problem in report.problems)
    sentence = Sentence().read(Scalar(text, HERE), report := Report())
    if sentence is not None and not report.problems:
        assert plain(sentence).strip()
        assert not {"**", "](", "\u202e", "\x00"} & {
            plain(sentence)[i : i + n] for i in range(len(text)) for n in (1, 2)
        }


@pytest.mark.parametrize(
    "text",
    [
        "[" * 4000,
        "[a](" * 1000,
        "**" * 2000,
        "- " * 2000,
        "1. a\n" * 800,
        "[a](" + "(" * 3000,
        "https://" + "a." * 1990,
    ],
)
def test_hostile_text_ends_soon(text: str) -> None:
    """Text made to keep the reader busy is read or refused with few steps for each of its signs."""
    with at_most(20 * len(text)):
        _prose(text)
        check_link(text, HERE, Report())


@pytest.mark.parametrize("bullet", ["▪", "○", "●", "►", "✓", "☐", "\uf0b7", "\uf0a7", "\uf0d8"])
def test_bullets_of_word_processors(bullet: str) -> None:
    """Whatever sign stands before an item, it is one, and the sign is not printed."""
    report = Report()
    (block,) = Prose().read(Scalar(f"{bullet} one\n{bullet}\ttwo", Place("f")), report) or ()
    assert isinstance(block, Listing)
    assert [plain(item) for item in block.items] == ["one", "two"]
