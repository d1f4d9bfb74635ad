"""The terms that stand in a text, found by the longest word of each form."""

import pytest

from katalys_cli import glossary
from katalys_cli.model import Language, Term, Text, Words
from tests.builders import small_base


def term(id: str, nl: str, en: str, also: str = "") -> Term:
    return Term(
        id=id, term=Text(nl=nl, en=en), explanation=Text(nl="dit", en="this"), also=Words(nl=tuple(also.split()))
    )


TERMS = {
    each.id: each for each in (term("lead", "penvoerder", "lead party", also="trekker"), term("vat", "btw", "VAT"))
}


def test_a_term_is_kept_by_the_longest_word_of_each_form():
    assert glossary.by_word(TERMS) == {
        "penvoerder": ("lead",),
        "trekker": ("lead",),
        "party": ("lead",),
        "btw": ("vat",),
        "vat": ("vat",),
    }


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Wie is de penvoerder?", "nl", ["penvoerder"]),
        ("De Penvoerder, zegt u.", "nl", ["penvoerder"]),
        ("Alle penvoerders bij elkaar.", "nl", ["penvoerder"]),
        ("Een penvoerdersoverleg.", "nl", []),
        ("Ask the host organisation.", "en", ["penvoerder"]),
        ("The host of an organisation.", "en", []),
        ("Who is the penvoerder?", "en", []),
    ],
)
def test_whole_words_are_found_in_the_language_of_the_text(text, language, found):
    terms = glossary.standing_in(text, small_base(), Language(language))

    assert [each.id for each in terms] == found
