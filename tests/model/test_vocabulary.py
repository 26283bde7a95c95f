"""Finding words of a vocabulary."""

from __future__ import annotations

from casedeck.model.vocabulary import Term, Vocabulary, key

TERMS = (Term("co-design", "Co-design", aliases=("co-creation",)), Term("norms", "Norms"))


def test_terms_are_found_by_id_name_or_alias_in_any_case_with_or_without_hyphens() -> None:
    """Forgiving of case, spaces and hyphens."""
    vocabulary = Vocabulary("enablers", TERMS)
    assert {vocabulary.find(word) for word in ("Co-Design", "codesign", "co design", "CO-CREATION")} == {
        TERMS[0]
    }
    assert vocabulary.find("designs") is None


def test_terms_keep_their_order() -> None:
    """They come as they are listed."""
    vocabulary = Vocabulary("enablers", TERMS)
    assert (list(vocabulary), len(vocabulary), vocabulary.names()) == (list(TERMS), 2, ["Co-design", "Norms"])


def test_keys_forget_case_and_marks_but_not_letters() -> None:
    """Accents, letters and digits count."""
    assert key("Ärzte & Co-2") == "ärzteco2"
