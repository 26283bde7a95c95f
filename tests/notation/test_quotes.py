"""Quotes, apostrophes and primes as they are printed."""

from __future__ import annotations

import pytest

from casedeck.notation.quotes import typographic


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It's the neighbours' day", "It’s the neighbours’ day"),
        ("the '90s and the 90's", "the ’90s and the 90’s"),
        ("the class of '68", "the class of ’68"),
        ("rock 'n' roll, fish-'n'-chips", "rock ’n’ roll, fish-’n’-chips"),
        ("'Tis so, 'twas so, ask 'em", "’Tis so, ’twas so, ask ’em"),
        ("they stay 'til six", "they stay ’til six"),
        ("'Yes', she said", "‘Yes’, she said"),
        ("'24 hours' is too long", "‘24 hours’ is too long"),
        ("'em' is a word", "‘em’ is a word"),
        ('She said: "Yes"', "She said: “Yes”"),
        ('She said:"Yes"', "She said:“Yes”"),
        ('She said,"Yes," and left', "She said,“Yes,” and left"),
        ('("Yes") ["No"]', "(“Yes”) [“No”]"),
        ('word—"quoted"—word', "word—“quoted”—word"),
        ('word -"quoted"- word', "word -“quoted”- word"),
        ("\"He said 'no'\"", "“He said ‘no’”"),
        ("'He said \"no\"'", "‘He said “no”’"),
        ("\"'Yes'\"", "“‘Yes’”"),
        ("and/or 'this'/'that'", "and/or ‘this’/‘that’"),
        ("He is 6' 2\" tall", "He is 6′ 2″ tall"),
        ('a 12" pizza', "a 12″ pizza"),
        ('"in 2016" and "12"', "“in 2016” and “12”"),
        ("'in 2016'", "‘in 2016’"),
        ('"**76%** stay"', "“**76%** stay”"),
        ("**'bold'**", "**‘bold’**"),
        ("O'Brien's", "O’Brien’s"),
        (
            "the '07 season, the class of '68 and the kids' club",
            "the ’07 season, the class of ’68 and the kids’ club",
        ),
        ("the class of '68 at the 'Old Bell'", "the class of ’68 at the ‘Old Bell’"),
        ("in '19/'20, or '24/7'", "in ’19/’20, or ‘24/7’"),
        ("'cause it's 'bout time", "’cause it’s ’bout time"),
        ("'cause and effect' it is", "‘cause and effect’ it is"),
        ("\"'Ello,\" he said, 'it's me'", "“’Ello,” he said, ‘it’s me’"),
        ("'12 people came,' he said", "‘12 people came,’ he said"),
        ("'We like 'em a lot', he said", "‘We like ’em a lot’, he said"),
        ("3'6\" by 2', 10'x12', 5'10\"", "3′6″ by 2′, 10′x12′, 5′10″"),
        ('"I\'m 5\'1" tall," she said', "“I’m 5′1″ tall,” she said"),
        ("‘90s, ‘Tis, rock ‘n’ roll and the ‘90s’", "’90s, ’Tis, rock ’n’ roll and the ‘90s’"),
        ("don´t, don`t and it′s", "don’t, don’t and it’s"),
        ("already ’curly’ “here”", "already ’curly’ “here”"),
    ],
)
def test_quotes(typed: str, printed: str) -> None:
    """Each is the sign that a printer sets, and setting it again changes nothing."""
    assert typographic(typed) == printed
    assert typographic(printed) == printed
