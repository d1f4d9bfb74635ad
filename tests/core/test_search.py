import pytest

from katalys_cli.search import Match, belongs_elsewhere, likeness, matches, race
from tests.builders import small_base

BASE = small_base()


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
        ("een subsidie voor een straat met een penvoerder", "no-money"),
        ("uittreksel van onze stichting", "no-money"),
        ("€ 1.250,50", "no-money"),
        ("gemeente voorbeeld", "no-money"),
        ("penvoerders", "no-money"),
        ("ons spaarvarken rinkelt niet", "no-money"),
        ("bankrekeningperikelen", "no-money"),
    ],
)
def test_words_lead_to_the_obstacle(query, found):
    assert matches(BASE, query)[0].obstacle.id == found


@pytest.mark.parametrize("query", ["recept appeltaart", "weather tomorrow", "de het een", "", "???", "x"])
def test_words_that_mean_nothing_here_find_nothing(query):
    assert matches(BASE, query) == ()


@pytest.mark.parametrize("query", ["belastingaangifte", "mijn belasting teruggaaf", "tax returns", "belastingaangfte"])
def test_what_is_about_a_matter_elsewhere_finds_nothing(query):
    assert matches(BASE, query) == ()
    matter = belongs_elsewhere(BASE, query)
    assert matter is not None
    assert matter.id == "own-taxes"


@pytest.mark.parametrize("query", ["recept appeltaart", "de het een", "", "our grant for the street"])
def test_other_words_are_about_no_known_matter(query):
    assert belongs_elsewhere(BASE, query) is None


def test_a_whole_name_scores_one():
    assert [match.score for match in matches(BASE, "no-permit")] == [1.0]


def test_the_words_that_led_there_are_told():
    (match,) = matches(BASE, "onze bankrekening")

    assert match.matched == ("bankrekening",)
    assert 0 < match.score <= 1


@pytest.mark.parametrize(
    ("query", "read_as"),
    [
        ("onze bankrekning", {"bankrekning": "bankrekening"}),
        ("onze bankrekening", {}),
        ("de startgled voor ons", {"startgled": "startgeld"}),
    ],
)
def test_what_a_misspelt_word_was_taken_for_is_told(query, read_as):
    assert matches(BASE, query)[0].read_as == read_as


def test_scores_are_shares_of_one_chance():
    found = matches(BASE, "our grant and our permit")

    assert len(found) == 2
    assert 0.9 < sum(match.score for match in found) <= 1


def test_a_close_race_has_several_runners():
    obstacle, other = BASE.obstacles.values()

    def run(*scores: float) -> list[float]:
        return [each.score for each in race([Match(o, s, ()) for o, s in zip((obstacle, other), scores, strict=False)])]

    assert run(0.5, 0.4) == [0.5, 0.4]
    assert run(0.8, 0.1) == [0.8]
    assert run() == []


@pytest.mark.parametrize(("typed", "nearest"), [("vergunninkje", "no-permit"), ("startgelden", "no-money")])
def test_words_are_like_those_that_share_pieces(typed, nearest):
    alike = likeness(BASE.lexicon, [typed])

    assert list(BASE.obstacles)[max(alike, key=alike.__getitem__)] == nearest


def test_words_without_a_known_piece_are_like_nothing():
    assert likeness(BASE.lexicon, ["xxxxxx"]) == likeness(BASE.lexicon, []) == {}
