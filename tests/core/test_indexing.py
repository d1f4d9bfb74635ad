from katalys_cli.indexing import Made, rows
from katalys_cli.lexicon import name
from katalys_cli.model import Language
from katalys_cli.terms import stem, words
from tests.builders import small_base

EVERYDAY = {Language.NL: {"koffie": 5.0, "een": 7.0, "buurt": 5.0}, Language.EN: {"the": 7.5, "money": 5.5}}
BASE = small_base()
ROWS = {table: dict(entries) for table, entries in rows(BASE, EVERYDAY).items()}
NUMBERS = {name: int(number) for number, name in ROWS["numbered"].items()}


def strength(term: str, obstacle: str) -> float:
    return float(ROWS["postings"][term].strengths.get(NUMBERS[obstacle], 0.0))


def test_a_keyword_points_more_strongly_than_a_word_in_a_step():
    assert strength("startgeld", "no-money") > strength(stem("uittreksel", Language.NL), "no-money") > 0


def test_common_words_are_left_out():
    assert "the" not in ROWS["postings"]
    assert "een" not in ROWS["postings"]


def test_a_word_that_few_obstacles_hold_is_rarer():
    postings = ROWS["postings"].values()

    assert all(0 <= each.rarity <= 1 for each in postings)
    assert ROWS["postings"]["startgeld"].rarity > min(each.rarity for each in postings)


def test_the_parts_of_a_compound_point_there_too():
    assert 0 < strength(stem("rekening", Language.NL), "no-money") < strength("bankrekeen", "no-money")


def test_a_phrase_is_a_term():
    assert strength("seed money", "no-money") > 0


def test_a_piece_points_to_who_has_it_in_what_it_says_itself():
    pieces = ROWS["pieces"]

    assert pieces["#startgeld#"].strengths.keys() == {NUMBERS["no-money"]}
    assert pieces["#startgeld#"].rarity >= pieces["geld"].rarity >= 1
    assert "uitt" not in pieces  # in a step alone


def test_what_is_said_here_more_than_elsewhere_is_at_home():
    known = ROWS["known"]

    assert known["en:money"].at_home > 0
    assert known["nl:koffie"].at_home <= 0
    assert not known["nl:koffie"].here


def test_matters_elsewhere_have_numbers_below_zero():
    assert NUMBERS["own-taxes"] == -1
    assert strength("tax return", "own-taxes") > strength("tax return", "no-money")


def test_what_is_said_elsewhere_is_not_at_home_here():
    assert ROWS["known"]["en:refund"].at_home <= 0
    assert "refund" in {each.word for near in ROWS["spelled"].values() for each in near}


def test_names_lead_to_their_obstacle():
    assert ROWS["named"]["er is geen geld"] == ROWS["named"]["no money"] == ["no-money"]


def test_a_keyword_a_term_and_an_amount_are_names():
    for typed in ("seed money", "penvoerders", "€ 1.250,50", "Gemeente Voorbeeld"):
        assert {name(words(typed), language) for language in Language} & ROWS["names"].keys()


def test_a_lexicon_gives_the_rows_that_there_are():
    made = Made(lambda: BASE, lambda: EVERYDAY)

    assert made.found("numbered", ["0", "99"]).keys() == {"0"}
