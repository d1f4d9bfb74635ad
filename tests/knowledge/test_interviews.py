"""Every interview of the shipped knowledge, per role and obstacle, held against an oracle that tries every answer."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from katalys_cli import loader
from katalys_cli.advice import advise
from katalys_cli.folders import Folder
from katalys_cli.interview import Interview
from katalys_cli.model import OBSTACLE, ROLE, UNKNOWN, Choices, Tip
from katalys_cli.questionnaire import Until
from tests import oracle
from tests.oracle import answers_of

BASE = loader.load(Folder())
QUESTIONS = {name: answers_of(each.options, each.many) for name, each in BASE.questions.items() if name != ROLE}
MANY = int(os.environ.get("KATALYS_MOST_ANSWERS", "2"))  # to a question, beside all options and "I do not know"


def tips_for(role: str, obstacle: str) -> list[Tip]:
    return [tip for tip in BASE.tips_for(obstacle) if role in tip.for_]


def paths(interview: Interview, tips: list[Tip]) -> Iterator[Interview]:
    """Every way through an interview; on the way each question that is asked is judged."""
    asked = interview.question
    if asked is None:
        yield interview
        return
    assert oracle.matters(asked.id, tips, interview.answers, QUESTIONS)
    for answer in dict.fromkeys([frozenset({UNKNOWN}), *QUESTIONS[asked.id][:MANY], QUESTIONS[asked.id][-1]]):
        yield from paths(interview.answered(answer), tips)


def start(role: str, obstacle: str, until: Until = Until.NOTHING_CHANGES) -> Interview:
    return Interview(BASE, {ROLE: frozenset({role}), OBSTACLE: frozenset({obstacle})}, until)


def said(answers: Choices) -> dict[str, str]:
    return {each.tip.id: str(each.status) for each in advise(BASE, answers).findings[0].tips}


@pytest.mark.parametrize("obstacle", BASE.obstacles)
@pytest.mark.parametrize("role", BASE.questions[ROLE].options)
def test_only_what_matters_is_asked_and_then_the_advice_is_that_of_all_questions(role, obstacle):
    tips = tips_for(role, obstacle)
    for interview in paths(start(role, obstacle), tips):
        by_oracle = oracle.statuses(tips, interview.answers, QUESTIONS)

        assert said(interview.answers) == {name: each for name, each in by_oracle.items() if each != "excluded"}
        for name in QUESTIONS.keys() - interview.answers.keys():
            assert not oracle.matters(name, tips, interview.answers, QUESTIONS)


@pytest.mark.parametrize("obstacle", BASE.obstacles)
@pytest.mark.parametrize("role", BASE.questions[ROLE].options)
def test_until_the_first_steps_nothing_that_is_not_asked_changes_them(role, obstacle):
    tips = tips_for(role, obstacle)
    for interview in paths(start(role, obstacle, Until.FIRST_STEPS), tips):
        now = oracle.opening(tips, interview.answers, QUESTIONS)
        shown = advise(BASE, interview.answers).findings[0].first_steps
        named = {name for tip in tips for name in oracle.named_by(tip, QUESTIONS)} - interview.answers.keys()

        assert tuple((each.tip.id, str(each.status)) for each in shown) == now
        for more in oracle.completions({}, {name: QUESTIONS[name][:MANY] for name in named}):
            assert oracle.opening(tips, {**interview.answers, **more}, QUESTIONS) == now
