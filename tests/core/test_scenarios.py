from katalys_cli.model import Scenario
from katalys_cli.scenarios import outcome, unexpected_tips
from tests.builders import choices, small_base

HOST = Scenario(
    case="a group without a legal form",
    answers=dict(choices(role="initiator", legal_form="none")),
    advice={"no-money": ("find-a-host",)},
    never=("ask-for-the-register",),
)


def test_a_scenario_that_holds():
    assert outcome(small_base(), HOST).holds


def test_a_tip_that_is_missing_and_one_that_must_not_be_there():
    wrong = Scenario(
        case="the other way round",
        answers=dict(choices(role="initiator", legal_form="none")),
        advice={"no-money": ("ask-for-the-register",)},
        never=("find-a-host",),
    )

    assert outcome(small_base(), wrong).missing == ("ask-for-the-register",)
    assert outcome(small_base(), wrong).unwanted == ("find-a-host",)


def test_tips_that_no_scenario_expects():
    assert "find-a-host" not in unexpected_tips(small_base(), [HOST])
    assert "count-your-hours" in unexpected_tips(small_base(), [HOST])
