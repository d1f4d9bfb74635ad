"""One condition changed at a time: what the scenarios notice, and scenarios that would notice the rest."""

from __future__ import annotations

import msgspec
import yaml
from hypothesis import given, settings

from katalys_cli import mutants, scenarios
from katalys_cli.model import KnowledgeBase, Language, Scenario
from katalys_cli.mutants import Mutant
from tests.builders import choices, tip
from tests.core import oracle
from tests.core.test_analysis import ASKED, SOME_TIPS
from tests.core.with_tips import base_of

PROFILES = list(oracle.profiles(ASKED))


def with_mutant(base: KnowledgeBase, mutant: Mutant) -> KnowledgeBase:
    tips = {**base.tips, mutant.tip.id: mutant.tip}
    return msgspec.structs.replace(
        base, tips=tips, tips_by_obstacle={"no-money": tuple(tips.values()), "no-permit": ()}
    )


@settings(max_examples=15)
@given(tips=SOME_TIPS)
def test_every_mutant_decides_otherwise_for_someone(tips):
    for mutant in mutants.mutants(base_of(tips, ASKED)):
        assert any(oracle.comes(mutant.original, each) != oracle.comes(mutant.tip, each) for each in PROFILES)


@settings(max_examples=15)
@given(tips=SOME_TIPS)
def test_the_suggested_scenarios_hold_and_notice_every_mutant(tips):
    base = base_of(tips, ASKED)
    alive, number = mutants.survivors(base, [])
    suggested = list(mutants.suggestions(base, alive))

    assert len(alive) == number
    assert all(scenarios.outcome(base, each).holds for each in suggested)
    assert mutants.survivors(base, suggested) == ([], number)
    for mutant in alive:
        assert not all(scenarios.outcome(with_mutant(base, mutant), each).holds for each in suggested)


@settings(max_examples=15)
@given(tips=SOME_TIPS)
def test_a_suggestion_can_be_kept_in_a_file(tips):
    base = base_of(tips, ASKED)
    alive, _ = mutants.survivors(base, [])

    for each in mutants.suggestions(base, alive):
        written = yaml.load(mutants.as_yaml(each), yaml.BaseLoader)
        assert msgspec.convert(written, tuple[Scenario, ...]) == (each,)


def test_a_scenario_notices_what_it_names():
    base = base_of([tip("a", when=(choices(form="none club"),))], ASKED)
    seen = Scenario(case="x", answers=dict(choices(role="initiator", form="club")), advice={"no-money": ("a",)})
    alive, number = mutants.survivors(base, [seen])
    told = list(mutants.lines(alive, number, Language.EN))

    assert {each.option for each in alive} == {None, "none"}  # with trust too, the tip would be for everyone
    assert told[-1].startswith(f"{number - len(alive)} of {number}")
    assert len(told) == len(alive) + 1


def test_a_scenario_for_another_role_notices_nothing():
    base = base_of([tip("a", when=(choices(form="none"),))], ASKED)
    other = Scenario(case="x", answers=dict(choices(role="alderman", form="none")), advice={"no-money": ("a",)})

    assert mutants.survivors(base, [other])[0] == mutants.survivors(base, [])[0]
