import random

import msgspec
import pytest

from katalys_cli.advice import advise
from katalys_cli.model import Choices, Effort, KnowledgeBase
from katalys_cli.rules import Status
from tests.builders import choices, small_base, tip
from tests.core.with_tips import base_with


def ids(base: KnowledgeBase, answers: Choices) -> list[str]:
    (finding,) = advise(base, {**answers, "obstacle": frozenset({"no-money"})}).findings
    return [each.tip.id for each in finding.tips]


def test_advice_holds_the_tips_of_the_role_that_fit():
    found = ids(small_base(), choices(role="initiator", legal_form="none", money_from="fund"))

    assert found == ["find-a-host", "count-your-hours"]


def test_a_tip_of_another_obstacle_that_also_helps_is_there():
    (finding,) = advise(small_base(), choices(role="initiator", obstacle="no-permit")).findings

    assert [each.tip.id for each in finding.tips] == ["ask-for-a-date", "count-your-hours"]


def test_the_other_side_of_the_table_is_for_the_other_group():
    (own,) = advise(small_base(), choices(role="initiator", obstacle="no-money")).findings
    (other,) = advise(small_base(), choices(role="alderman", obstacle="no-money")).findings

    assert [each.tip.id for each in own.other_side] == ["name-it-in-the-budget"]
    assert [each.tip.id for each in other.other_side] == ["find-a-host", "count-your-hours", "ask-for-the-register"]


def test_a_possible_tip_keeps_what_is_still_open():
    (finding,) = advise(small_base(), choices(role="initiator", obstacle="no-money", legal_form="none")).findings
    host = finding.tips[0]

    assert host.status is Status.POSSIBLE
    assert host.unless == (choices(money_from="own-means"),)


def test_a_certain_tip_names_only_the_answers_that_settle_it():
    base = base_with(tip(when=(choices(phase="idea"), choices(legal_form="none", money_from="fund"))))
    answers = choices(role="initiator", phase="idea", legal_form="none", money_from="fund", obstacle="no-money")
    (finding,) = advise(base, answers).findings

    assert finding.tips[0].because in (choices(phase="idea"), choices(legal_form="none", money_from="fund"))


def test_first_steps_open_the_advice_and_are_three_at_most():
    base = base_with(*(tip(f"first-{number}", first_step=True) for number in range(5)), tip("a"))
    (finding,) = advise(base, choices(role="initiator", obstacle="no-money")).findings

    assert [each.tip.id for each in finding.first_steps] == ["first-0", "first-1", "first-2"]


def test_certain_tips_fill_up_the_opening():
    base = base_with(tip("first", first_step=True), tip("maybe", when=(choices(phase="idea"),)), tip("b"), tip("a"))
    (finding,) = advise(base, choices(role="initiator", obstacle="no-money")).findings

    assert [each.tip.id for each in finding.first_steps] == ["first", "a", "b"]


def test_where_nothing_is_certain_the_best_tip_opens_the_advice():
    base = base_with(tip("b", when=(choices(phase="idea"),)), tip("a", when=(choices(phase="idea"),)))
    (finding,) = advise(base, choices(role="initiator", obstacle="no-money")).findings

    assert [each.tip.id for each in finding.first_steps] == ["a"]


def test_tips_come_certain_then_specific_then_quick_then_by_id():
    base = base_with(
        tip("possible", when=(choices(phase="idea"),)),
        tip("slow", effort=Effort.MONTHS),
        tip("b"),
        tip("a"),
        tip("specific", when=(choices(legal_form="none"),), effort=Effort.MONTHS),
    )

    assert ids(base, choices(role="initiator", legal_form="none")) == ["specific", "a", "b", "slow", "possible"]


def test_a_tip_of_another_obstacle_comes_after_those_of_its_own():
    borrowed = msgspec.structs.replace(tip("a", effort=Effort.HOUR), borrowed=True)

    assert ids(base_with(borrowed, tip("b", effort=Effort.MONTHS)), choices(role="initiator")) == ["b", "a"]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_depend_on_the_order_of_the_files(seed):
    tips = [tip(name, first_step=name < "c", effort=effort) for name in "abcde" for effort in (Effort.DAY,)]
    shuffled = random.Random(seed).sample(tips, len(tips))

    assert ids(base_with(*shuffled), choices(role="initiator")) == ids(base_with(*tips), choices(role="initiator"))


def test_a_group_of_roles_gets_the_tips_of_its_members():
    found = ids(small_base(), choices(role="alderman council-member"))

    assert found == ["name-it-in-the-budget"]
