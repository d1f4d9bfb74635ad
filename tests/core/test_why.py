import pytest

from katalys_cli import explanations, export, naming, why_report
from katalys_cli.errors import NothingFound
from katalys_cli.model import Language
from katalys_cli.report import Teller
from katalys_cli.why_report import Why, why
from tests.builders import DAY, choices, small_base, tip

BASE = small_base()
TELLER = Teller(BASE, Language.EN, DAY)
NO_MONEY = {"role": ["initiator"], "obstacle": ["no-money"]}


def text(found: Why) -> str:
    return " ".join(export.text(why_report.document(found, TELLER)).split())


def test_a_tip_that_fits_tells_the_answers_that_decided_it():
    found = why("find-a-host", {**NO_MONEY, "legal_form": ["none"], "money_from": ["fund"]}, TELLER)

    assert found.status == "certain"
    assert found.change == []
    assert found.because == [
        "you are an initiator",
        '"There is no money" stands in the way',
        "the group has no legal form",
        "the money comes from a fund",
    ]


def test_answers_that_made_no_difference_are_left_out():
    found = why("count-your-hours", {**NO_MONEY, "legal_form": ["none"]}, TELLER)

    assert found.answers == {"role": ["initiator"]}


def test_a_tip_that_does_not_fit_tells_why_not_and_the_smallest_change():
    found = why("find-a-host", {**NO_MONEY, "legal_form": ["foundation"], "money_from": ["fund"]}, TELLER)

    assert found.status == "excluded"
    assert "This tip does not fit you, because the group is a foundation." in text(found)
    assert "It fits for certain with this answer: - Which legal form? None (now: Foundation)" in text(found)


def test_a_tip_that_may_fit_names_its_condition_and_what_is_missing():
    found = why("find-a-host", {**NO_MONEY, "legal_form": ["none"]}, TELLER)

    assert found.status == "possible"
    assert found.only_if == "unless the money comes from own income"
    assert [(each.question, each.now) for each in found.change or []] == [("money_from", None)]


def test_a_tip_for_others_names_their_role():
    found = why("name-it-in-the-budget", NO_MONEY, TELLER)

    assert found.because == ["you are an initiator"]
    assert "Who are you? Alderman or Council member (now: Initiator)" in text(found)


def test_without_answers_it_tells_whose_tip_it_is():
    assert "if you are an initiator and" in text(why("find-a-host", {}, TELLER))


def test_a_tip_that_nobody_gets_says_so():
    nobody = tip(when=(choices(phase="idea"),), unless=(choices(phase="idea running"),))

    assert explanations.smallest_change(nobody, {}, BASE.questions) is None


def test_of_two_small_changes_the_one_that_contradicts_least():
    either = tip(when=(choices(phase="idea"), choices(legal_form="none")))

    assert explanations.smallest_change(either, choices(phase="running"), BASE.questions) == {
        "legal_form": (frozenset({"none"}),)
    }


def test_the_nearest_answer_comes_first_where_a_question_takes_many():
    no_fund = tip(unless=(choices(money_from="fund"),))
    change = explanations.smallest_change(no_fund, choices(money_from="fund own-means"), BASE.questions)

    assert change is not None
    assert change["money_from"][0] == {"own-means"}


@pytest.mark.parametrize("name", ["find-a-host", "Find a host organisation", "zoek een penvoerder", "Find a"])
def test_a_tip_is_named_by_id_or_title_or_the_beginning_of_it(name):
    assert why_report.tip_named(BASE, name).id == "find-a-host"


def test_a_tip_that_is_not_there_brings_the_nearest():
    with pytest.raises(NothingFound) as error:
        why_report.tip_named(BASE, "find a hots")

    assert error.value.said_in(Language.EN) == "There is no tip find a hots. Do you mean find-a-host?"


def test_wrong_answers_are_refused():
    with pytest.raises(naming.AnswersWanted):
        why("find-a-host", {"role": ["emperor"]}, TELLER)
