import pytest

from katalys_cli.interview import Interview, Move, Progress
from katalys_cli.model import OBSTACLE, UNKNOWN
from katalys_cli.questionnaire import Until, most_helpful
from tests.builders import choices, small_base, tip
from tests.core.with_tips import base_with

BASE = small_base()
TO_THE_LAST = ("initiator", "finance", "no-money", "none", "fund")


def after(*answers: str) -> Interview:
    """An interview in which this was answered, one after the other."""
    interview = Interview(BASE, {})
    for answer in answers:
        interview = interview.answered(frozenset(answer.split()))
    return interview


def asks(interview: Interview) -> str | None:
    return interview.question.id if interview.question else None


def test_back_leads_to_the_question_before_and_its_answer_holds_until_there_is_another():
    back = after("initiator", "finance", "no-money", "none").back()

    assert asks(back) == "legal_form"
    assert back.now == {"none"}
    assert asks(back.onward()) == "money_from"


def test_one_may_go_back_to_the_first_question_and_no_further():
    interview = after("initiator", "finance")

    assert asks(interview.back().back()) == "role"
    assert Move.BACK not in interview.back().back().moves


def test_what_was_given_beforehand_is_not_gone_back_to():
    assert Move.BACK not in Interview(BASE, choices(role="initiator", obstacle="no-money")).moves


@pytest.mark.parametrize(
    ("answers", "moves"),
    [
        ((), [Move.WHY]),
        (("initiator",), [Move.BACK, Move.WHY, Move.REVIEW]),
        (("initiator", "finance", "no-money"), [Move.BACK, Move.WHY, Move.REVIEW, Move.STOP]),
    ],
)
def test_one_may_do_what_makes_sense(answers, moves):
    assert list(after(*answers).moves) == moves


def test_a_correction_keeps_later_answers_and_says_so():
    corrected = after(*TO_THE_LAST).again("role").answered(frozenset({"initiator"}))
    other_form = (
        after("initiator", "finance", "no-money", UNKNOWN, "fund").again("legal_form").answered(frozenset({"none"}))
    )

    assert corrected.answers == after(*TO_THE_LAST).answers
    assert other_form.kept == choices(money_from="fund")
    assert other_form.question is None


def test_a_correction_drops_what_no_longer_matters_and_says_so():
    corrected = after(*TO_THE_LAST).again("legal_form").answered(frozenset({"foundation"}))

    assert corrected.dropped == choices(money_from="fund")
    assert "money_from" not in corrected.answers


def test_another_role_drops_what_that_role_is_not_asked():
    corrected = after(*TO_THE_LAST).again("role").answered(frozenset({"alderman"}))

    assert corrected.kept == choices(obstacle_type="finance", obstacle="no-money")
    assert corrected.dropped == choices(legal_form="none", money_from="fund")


def test_another_type_drops_the_obstacle_and_judges_the_rest_when_there_is_one_again():
    corrected = after(*TO_THE_LAST).again("obstacle_type").answered(frozenset({"rules"}))

    assert corrected.dropped == choices(obstacle="no-money")
    assert asks(corrected) == OBSTACLE
    assert corrected.answered(frozenset({"no-permit"})).dropped == choices(legal_form="none", money_from="fund")


def test_the_same_type_keeps_the_obstacle():
    assert after(*TO_THE_LAST).again("obstacle_type").answered(frozenset({UNKNOWN})).answers[OBSTACLE] == {"no-money"}


def test_progress_counts_back_too():
    interview = after("initiator", "finance", "no-money", "none")

    assert interview.progress == Progress(5, 5)
    assert interview.back().progress == Progress(4, 5)
    assert interview.back().back().back().back().progress == Progress(1, 5)


def test_another_obstacle_reuses_what_is_known_of_the_situation_and_says_so():
    second = after(*TO_THE_LAST).elsewhere()
    again = second.answered(frozenset({"finance"})).answered(frozenset({"no-money"}))

    assert asks(second) == "obstacle_type"
    assert again.question is None
    assert again.kept == choices(legal_form="none", money_from="fund")


def test_answers_for_another_obstacle_are_not_shown_with_this_one():
    second = after(*TO_THE_LAST).elsewhere().answered(frozenset({"rules"})).answered(frozenset({"no-permit"}))

    assert second.shown == choices(role="initiator", obstacle_type="rules", obstacle="no-permit")
    assert second.answers["legal_form"] == {"none"}


def test_until_the_first_steps_the_rest_is_not_asked():
    base = base_with(
        *(tip(name, first_step=True, when=(choices(phase="idea"),)) for name in "abc"),
        tip("later", when=(choices(legal_form="none"),)),
    )
    reader = choices(role="initiator", obstacle="no-money")

    assert asks(Interview(base, {**reader, **choices(phase="idea")}, Until.FIRST_STEPS)) is None
    assert asks(Interview(base, {**reader, **choices(phase="idea")})) == "legal_form"
    assert asks(Interview(base, {**reader, **choices(phase="running")}, Until.FIRST_STEPS)) == "legal_form"


def test_the_question_that_settles_most_tips_helps_most():
    base = base_with(
        tip("a", when=(choices(phase="idea", legal_form="none"),)),
        tip("b", when=(choices(legal_form="none"),)),
        tip("c", when=(choices(phase="idea", legal_form="foundation"),)),
    )
    found = most_helpful(base, choices(role="initiator", obstacle="no-money", legal_form=UNKNOWN))

    assert found is not None
    assert (found[0].id, [each.id for each in found[1]]) == ("legal_form", ["a", "b", "c"])


def test_nothing_helps_where_all_is_certain():
    assert most_helpful(BASE, after(*TO_THE_LAST).answers) is None
