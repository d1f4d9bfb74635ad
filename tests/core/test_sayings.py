import pytest

from katalys_cli.sayings import Sayings
from tests.builders import small_base

BASE = small_base()
SAID = list(Sayings(BASE).about(BASE.obstacles["no-money"]))


def said_in(place: str) -> set[str]:
    return {saying.text.strip() for saying in SAID if saying.place == place}


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
        ("term", "penvoerders"),
    ],
)
def test_all_that_leads_to_an_obstacle_is_said(place, text):
    assert text in said_in(place)


def test_no_text_holds_a_brace():
    assert [saying for saying in SAID if "{" in saying.text] == []
