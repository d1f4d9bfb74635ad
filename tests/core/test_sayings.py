import pytest

from katalys_cli.model import Language
from katalys_cli.sayings import Sayings
from katalys_cli.terms import END, words_of
from tests.builders import small_base

BASE = small_base()
TEXTS = Sayings(BASE).texts(BASE.obstacles["no-money"])
WORDS = Sayings(BASE).words(BASE.obstacles["no-money"])


def said_in(place: str) -> set[str]:
    return {text.strip() for (where, _), texts in TEXTS.items() for text in texts if where == place}


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("title", "Er is geen geld"),
        ("title", "no-money"),
        ("keyword", "seed money"),
        ("sign", "Ik schiet alles voor."),
        ("explanation", "The first money is the hardest."),
        ("tip", "Zoek een penvoerder"),
        ("why", "A host already has an account."),
        ("step", "Phone three foundations you know."),
        ("step", "Put the agreement on paper."),
        ("publisher", "Gemeente Voorbeeld"),
        ("example", "Voorbeeldstad"),
        ("amount", "€ 1.250,50"),
        ("amount", "€1,000"),
    ],
)
def test_all_that_leads_to_an_obstacle_is_said(place, text):
    assert text in said_in(place)


def test_no_text_holds_a_brace():
    assert [text for texts in TEXTS.values() for text in texts if "{" in text] == []


def test_the_words_of_all_texts_are_there_with_an_end_after_each():
    assert words_of(TEXTS["sign", Language.NL]) == WORDS["sign", Language.NL]
    assert WORDS["tip", Language.EN].count(END) == len(TEXTS["tip", Language.EN]) - 1


def test_the_other_forms_of_a_term_that_is_used_are_there_too():
    assert "penvoerders" in WORDS["term", Language.NL]
