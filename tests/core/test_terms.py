import pytest

from katalys_cli.model import Language
from katalys_cli.terms import (
    are_related,
    beginning,
    errors_allowed,
    errors_between,
    parts,
    pieces,
    spellings,
    stem,
    words,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Coöperatie: ÉÉN!", ["cooperatie", "een"]),
        ("€ 300.000 of 1,250,000", ["300000", "of", "1250000"]),
        ("foto's van m'n buur", ["foto", "van", "m", "buur"]),
        ("we don't know the council's answer", ["we", "don", "know", "the", "council", "answer"]),
        ("", []),
        ("???", []),
    ],
)
def test_words_are_bare(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (Language.NL, "vergunning vergunningen"),
        (Language.NL, "aanvraag aanvragen aangevraagd"),
        (Language.NL, "huis huizen"),
        (Language.EN, "grant grants"),
        (Language.EN, "refuse refused refusing"),
        (Language.EN, "2027"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(language, forms):
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("bank", "bank", 0),
        ("bankrekning", "bankrekening", 1),
        ("vergunnig", "vergunning", 1),
        ("vrijwilliegrs", "vrijwilligers", 1),
        ("vrijwilgers", "vrijwilligers", 2),
        ("", "bank", 4),
    ],
)
def test_typing_errors_are_counted(one, other, errors):
    assert errors_between(one, other) == errors_between(other, one) == errors


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("bankrekning", "bankrekening"),
        ("vergunnig", "vergunning"),
        ("vrijwiligres", "vrijwilligers"),
        ("susbidie", "subsidie"),
        ("granst", "grants"),
        ("presedent", "precedent"),
    ],
)
def test_a_misspelling_shares_a_key_with_the_word(typed, word):
    assert {*spellings(typed)} & {*spellings(word)}


@pytest.mark.parametrize(("word", "errors"), [("bank", 0), ("grant", 1), ("vergunnig", 2)])
def test_a_longer_word_may_hold_more_errors(word, errors):
    assert errors_allowed(word) == errors


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("subsidieaanvraag", "subsidie aanvraag", ("subsidie", "aanvraag")),
        ("bewonersgroep", "bewoner groep", ("bewoner", "groep")),
        ("gemeentehuis", "gemeente huis", ("gemeente", "huis")),
        ("subsidieaanvraag", "subsidie", ()),
        ("bank", "bank", ()),
    ],
)
def test_a_compound_is_taken_apart(word, known, found):
    assert parts(word, known.split().__contains__) == found


@pytest.mark.parametrize(
    ("typed", "word", "related"),
    [
        ("representativiteit", "representatief", True),
        ("bankrek", "bankrekening", True),
        ("bewonersavond", "bewoners", True),
        ("gemeente", "gemeenteraadsverkiezingen", True),
        ("subsidieloket", "subsidiewijzer", False),
        ("bankier", "bankrekening", False),
    ],
)
def test_a_family_of_words_begins_alike(typed, word, related):
    assert are_related(typed, word) is related
    assert not related or beginning(typed) == beginning(word)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("buurt", ("#buurt#", "#buu", "buur", "uurt", "urt#")),
        ("vog", ("#vog#", "#vog", "vog#")),
        ("ik", ("#ik#",)),
    ],
)
def test_a_word_falls_into_pieces_of_four_letters(word, found):
    assert pieces(word) == found
