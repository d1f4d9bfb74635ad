"""Every analysis against one that tries all answers: on small random rules, and on a questionnaire of 768 profiles."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from katalys_cli import analysis
from katalys_cli.analysis import YES, Leaf, Rules
from katalys_cli.errors import NotProven
from katalys_cli.model import Choices, Question, Tip
from tests.builders import FIXTURES, choices, question, questions, tip
from tests.core import oracle
from tests.core.large import large
from tests.core.test_analysis import ASKED, SOME_TIPS

PROFILES = list(oracle.profiles(ASKED))


def number_that_apply(leaf: Leaf) -> int:
    return sum(each == YES for each in leaf.state)


@settings(max_examples=40)
@given(tips=SOME_TIPS)
def test_tips_come_together_exactly_when_some_profile_has_them_all(tips):
    found = analysis.together(tips, ASKED)
    having = [each for each in PROFILES if len(oracle.advice(tips, each)) == len(tips)]

    assert (found is not None) == bool(having)
    if found is not None:
        assert all(each in having for each in PROFILES if oracle.agrees(each, found))


@settings(max_examples=40)
@given(tips=SOME_TIPS.filter(bool))
def test_a_tip_goes_beyond_others_exactly_when_some_profile_has_only_it(tips):
    found = analysis.beyond(tips[0], tips[1:], ASKED)
    having = [each for each in PROFILES if oracle.advice(tips, each) == {tips[0].id}]

    assert (found is not None) == bool(having)
    if found is not None:
        assert all(each in having for each in PROFILES if oracle.agrees(each, found))


@settings(max_examples=40)
@given(tips=SOME_TIPS)
def test_a_tip_is_dead_exactly_when_no_profile_has_it(tips):
    for each in tips:
        assert analysis.is_dead(each, ASKED) == (not any(oracle.comes(each, profile) for profile in PROFILES))


@settings(max_examples=40)
@given(tips=SOME_TIPS, number=st.integers(0, 4))
def test_the_share_of_an_outcome_is_exact(tips, number):
    share = analysis.share(Rules(tips, ASKED).graph(), lambda leaf: number_that_apply(leaf) == number)

    assert share == Fraction(sum(len(oracle.advice(tips, each)) == number for each in PROFILES), len(PROFILES))


@settings(max_examples=40)
@given(tips=SOME_TIPS)
def test_the_different_ends_are_the_different_advice(tips):
    of = Rules(tips, ASKED)
    ends = list(analysis.leaves(of.graph()))

    assert len(ends) == len({oracle.advice(tips, each) for each in PROFILES})
    assert {frozenset(of.applying(leaf)) for leaf in ends} == {oracle.advice(tips, each) for each in PROFILES}


@settings(max_examples=40)
@given(tips=SOME_TIPS)
def test_every_profile_takes_one_way_and_gets_its_tips(tips):
    of = Rules(tips, ASKED)
    ways = list(analysis.every_way(of, of.graph()))

    for profile in PROFILES:
        (own,) = [way for way in ways if all(profile[name] in alike for name, alike in way.answers)]
        assert set(own.tips) == oracle.advice(tips, profile)
    assert sum(prod(len(alike) for _, alike in way.answers) for way in ways) == analysis.ways(tips, ASKED).count


@settings(max_examples=40)
@given(tips=SOME_TIPS, number=st.integers(0, 4))
def test_answers_that_lead_somewhere_are_found_exactly_when_there_are_some(tips, number):
    found = analysis.where(Rules(tips, ASKED).graph(), lambda leaf: number_that_apply(leaf) == number)
    having = [each for each in PROFILES if len(oracle.advice(tips, each)) == number]

    assert (found is not None) == bool(having)
    if found is not None:
        assert all(each in having for each in PROFILES if oracle.agrees(each, found))


@settings(max_examples=40)
@given(tips=SOME_TIPS, most=st.integers(0, 60))
def test_with_less_work_allowed_it_is_not_proven_or_the_same(tips, most):
    try:
        found = analysis.share(Rules(tips, ASKED, most).graph(), lambda leaf: not number_that_apply(leaf))
    except NotProven:
        return
    assert found == Fraction(sum(not oracle.advice(tips, each) for each in PROFILES), len(PROFILES))


# the questionnaire


def _situation(words: list[str], names: list[str]) -> Choices:
    return choices(
        **{name: wanted.replace(",", " ") for name, wanted in zip(names, words, strict=True) if wanted != "any"}
    )


def _questionnaire() -> tuple[list[Tip], dict[str, Question]]:
    written = yaml.safe_load((Path(FIXTURES) / "questionnaire.yaml").read_text(encoding="utf-8"))
    names = list(written["questions"])
    tips = []
    for name, rule in written["rules"].items():
        when, _, unless = rule.partition(" ! ")
        situation = _situation(when.split(), names)
        against = (_situation(unless.split(), names),) if unless else ()
        tips.append(tip(name, when=(situation,) if situation else (), unless=against))
    return tips, questions(*(question(name, options) for name, options in written["questions"].items()))


TABLE, TABLE_ASKS = _questionnaire()
TABLE_PROFILES = list(oracle.profiles(TABLE_ASKS))


def test_the_questionnaire_has_31_rules_and_768_profiles():
    of = Rules(TABLE, TABLE_ASKS)

    assert len(TABLE) == 31
    assert len(of.named) == 5
    assert of.profiles == len(TABLE_PROFILES) == 768


def test_the_questionnaire_is_counted_exactly():
    of = Rules(TABLE, TABLE_ASKS)
    graph = of.graph()
    lengths = oracle.lengths(TABLE, TABLE_ASKS)
    every = {oracle.advice(TABLE, each) for each in TABLE_PROFILES}

    assert analysis.ways_in(graph) == analysis.Ways(len(lengths), max(lengths), sum(lengths))
    assert {frozenset(of.applying(leaf)) for leaf in analysis.leaves(graph)} == every
    assert analysis.gap(TABLE, TABLE_ASKS) is None


def test_gaps_and_cover_in_the_questionnaire_are_those_of_the_oracle():
    without = TABLE[1:]
    found = analysis.gap(without, TABLE_ASKS)

    assert found is not None
    assert all(not oracle.advice(without, each) for each in TABLE_PROFILES if oracle.agrees(each, found))
    every = {oracle.advice(TABLE, each) for each in TABLE_PROFILES}
    for own in TABLE:
        others = [each for each in TABLE if each is not own]
        assert (analysis.beyond(own, others, TABLE_ASKS) is not None) == ({own.id} in every)
        assert not analysis.is_dead(own, TABLE_ASKS)


@pytest.mark.parametrize("place", range(0, 31, 5))
def test_the_share_of_the_questionnaire_that_changes_is_exact(place):
    fewer = [each for each in TABLE if each is not TABLE[place]]
    of = Rules(TABLE, TABLE_ASKS)
    share = analysis.share(of.graph(), lambda leaf: leaf.state[place] == YES)

    assert share == oracle.share(TABLE, fewer, TABLE_ASKS)


# more profiles than anyone can try


@pytest.mark.parametrize("seed", range(3))
def test_rules_with_a_trillion_profiles_are_proven_within_bounds(seed):
    tips, asked = large(seed, tips=40, near=6)
    of = Rules(tips, asked)
    own, *others = tips

    assert len(asked) == 22
    assert of.profiles > 10**12
    assert analysis.ways_in(of.graph(analysis.still_open)).longest <= 22
    found = analysis.gap([each for each in tips if each.when], asked)
    assert found is None or not any(oracle.comes(each, _anything(found, asked)) for each in tips if each.when)
    beyond = analysis.beyond(own, others, asked)
    assert beyond is None or oracle.advice(tips, _anything(beyond, asked)) == {own.id}


def test_too_much_to_try_is_not_proven_and_stops_in_time():
    tips, asked = large(0, tips=40, near=22)
    of = Rules(tips, asked, most=100_000)

    with pytest.raises(NotProven):
        of.graph()
    with pytest.raises(NotProven):
        of.graph(analysis.still_open)


def _anything(found: Choices, asked: dict[str, Question]) -> oracle.Profile:
    """A full set of answers that agrees with these: what is left open does not matter."""
    return {name: found.get(name, frozenset({"a"})) for name in asked}
