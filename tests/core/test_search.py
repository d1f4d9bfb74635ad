import pytest

from katalys_cli.search import matches, words
from tests.builders import small_base


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("no-money", "no-money"),
        ("There is no money", "no-money"),
        ("er is geen geld", "no-money"),
        ("startgeld", "no-money"),
        ("subsidies", "no-money"),
        ("bankrekning", "no-money"),
        ("subsidieaanvraag", "no-money"),
        ("ik wil graag subsidie voor onze straat", "no-money"),
        ("VERGUNNING", "no-permit"),
        ("vergúnning", "no-permit"),
        ("permits", "no-permit"),
        ("we wachten al maanden", "no-permit"),
    ],
)
def test_words_lead_to_the_obstacle(query, found):
    assert matches(small_base(), query)[0].obstacle.id == found


@pytest.mark.parametrize("query", ["recept appeltaart", "weather tomorrow", "de het een", "", "???", "x"])
def test_words_that_mean_nothing_here_find_nothing(query):
    assert matches(small_base(), query) == ()


def test_a_whole_name_scores_one():
    assert [match.score for match in matches(small_base(), "no-permit")] == [1.0]


def test_the_words_that_led_there_are_told():
    (match,) = matches(small_base(), "onze bankrekening")

    assert match.matched == ("bankrekening",)
    assert 0 < match.score <= 1


def test_accents_capitals_and_signs_do_not_count():
    assert words("Coöperatie: ÉÉN!") == ["cooperatie", "een"]
