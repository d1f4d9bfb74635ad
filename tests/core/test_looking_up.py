import pytest

from katalys_cli import export, looking_up
from katalys_cli.model import Language
from katalys_cli.naming import AnswersWanted
from katalys_cli.report import Teller
from tests.builders import DAY, small_base

TELLER = Teller(small_base(), Language.EN, DAY)


def test_the_best_obstacle_gets_advice():
    found = looking_up.look_up("seed money", {}, TELLER)

    assert [match.id for match in found.matches] == ["no-money"]
    assert found.advice is not None
    assert found.advice.findings[0].obstacle.id == "no-money"


def test_a_role_narrows_the_advice():
    found = looking_up.look_up("grant", {"role": ["alderman"]}, TELLER)

    assert found.advice is not None
    assert [tip.id for tip in found.advice.findings[0].tips] == ["name-it-in-the-budget"]


def test_wrong_answers_are_refused():
    with pytest.raises(AnswersWanted) as error:
        looking_up.look_up("grant", {"role": ["emperor"]}, TELLER)

    assert '--role: "emperor" is no answer here' in error.value.said_in(Language.EN)


def test_what_else_came_near_is_said():
    found = looking_up.look_up("the street is at a standstill", {}, TELLER)
    written = export.text(looking_up.document(found, TELLER, everything=False, for_file=False))

    assert "Looked for: the street is at a standstill. Found: " in written
    assert "Also came near:\n  - There is no money (no-money)" in written.replace("\n\n", "\n")


def test_a_close_race_is_decided_by_who_knows():
    found = looking_up.look_up("the street is at a standstill", {}, TELLER, prefer=lambda near: near[-1].id)

    likeliest = looking_up.look_up("the street is at a standstill", {}, TELLER)
    assert [match.id for match in found.matches] == [match.id for match in reversed(likeliest.matches)]
    assert found.advice is not None
    assert found.advice.findings[0].obstacle.id == found.matches[0].id


def test_none_of_the_near_ones_is_nothing_found():
    assert looking_up.look_up("the street is at a standstill", {}, TELLER, prefer=lambda _: None).matches == []


def test_nobody_is_asked_where_it_is_clear():
    found = looking_up.look_up("seed money", {}, TELLER, prefer=lambda _: "no-permit")

    assert [match.id for match in found.matches] == ["no-money"]


def test_what_a_misspelt_word_was_taken_for_is_said():
    found = looking_up.look_up("onze bankrekning", {}, TELLER)

    written = export.text(looking_up.document(found, TELLER, everything=False, for_file=False))
    assert "Read as: bankrekning → bankrekening." in " ".join(written.split())


def test_nothing_is_better_than_an_accident():
    found = looking_up.look_up("apple pie", {}, TELLER)

    assert found.matches == []
    assert found.advice is None
    assert "katalys list obstacles" in looking_up.nothing_found("apple pie", TELLER).said_in(Language.EN)


def test_whom_to_ask_about_a_matter_elsewhere_is_said():
    error = looking_up.nothing_found("my tax return", TELLER)

    assert "Your own taxes. For that, ask the Tax Administration." in error.said_in(Language.EN)
    assert "Vraag dat aan de Belastingdienst." in error.said_in(Language.NL)


def test_a_matter_without_a_place_to_ask_is_just_not_found():
    assert looking_up.nothing_found("hello", TELLER).key == "nothing-found"


def test_a_name_that_is_nearly_right_is_suggested():
    error = looking_up.nothing_found("thare is nu mony", TELLER)

    assert "Do you mean There is no money?" in error.said_in(Language.EN)
