"""Decide which tips apply, with all answers given or with some still open.

A tip's rule is a function of the answers. `diagram` works out what is left of it as a reduced ordered
decision diagram (Bryant 1986, with answers in the place of booleans): answers with the same outcome are one branch, so
the diagram is True or False as soon as nothing can change the outcome, it names exactly the questions that still can,
and rules that mean the same have the same diagram.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypeAlias

from katalys_cli.model import UNKNOWN, Choices, Question, Tip

NOTHING: frozenset[str] = frozenset()

Situations: TypeAlias = tuple[Choices, ...]


Answer: TypeAlias = frozenset[str]
"""One answer to a question: an option, or several where the question takes many."""


@dataclass(frozen=True)
class Split:
    """The outcome still depends on a question: for each set of answers that are alike, what is left."""

    question: str
    branches: frozenset[tuple[frozenset[Answer], Diagram]]

    def after(self, answer: Answer) -> Diagram:
        return next(left for alike, left in self.branches if answer in alike)


Diagram: TypeAlias = bool | Split


def fits(situation: Choices, answers: Choices) -> bool:
    """Whether the answers hold a wanted option for every question in the situation."""
    return all(wanted & answers.get(question, NOTHING) for question, wanted in situation.items())


def applies(tip: Tip, answers: Choices) -> bool:
    """Whether the tip's situation fits full answers. `unless` wins over `when`; without `when` any situation does."""
    wanted = not tip.when or any(fits(situation, answers) for situation in tip.when)
    return wanted and not any(fits(situation, answers) for situation in tip.unless)


def known(answers: Choices) -> Choices:
    """The answers that settle something: "I do not know" leaves a question open."""
    return {question: chosen for question, chosen in answers.items() if chosen and UNKNOWN not in chosen}


def remaining(tip: Tip, answers: Choices) -> tuple[Situations, Situations]:
    """What is left of `when` and `unless` when these answers are filled in.

    An empty tuple is a part that can no longer fit; `({},)` is one that fits whatever else is answered.
    """
    settled = known(answers)
    return _left(tip.when or ({},), settled), _left(tip.unless, settled)


def diagram(tip: Tip, answers: Choices, questions: Mapping[str, Question]) -> Diagram:
    """What the outcome for this tip still depends on."""
    return _diagram(*remaining(tip, answers), [name for name in questions if name not in known(answers)], questions)


def open_questions(left: Diagram) -> frozenset[str]:
    """The questions that can still change the outcome."""
    if isinstance(left, bool):
        return frozenset()
    return frozenset({left.question}).union(*(open_questions(branch) for _, branch in left.branches))


def answers_to(question: Question) -> tuple[Answer, ...]:
    """Every answer that a question takes, "I do not know" aside."""
    return _answers(tuple(question.options), len(question.options) if question.many else 1)


def _left(situations: Situations, settled: Choices) -> Situations:
    """The situations that can still fit, without what is settled; only `{}` when one of them fits already."""
    reachable = [each for each in situations if fits({q: w for q, w in each.items() if q in settled}, settled)]
    left = [{q: w for q, w in each.items() if q not in settled} for each in reachable]
    return ({},) if {} in left else tuple(left)


def _diagram(when: Situations, unless: Situations, order: Sequence[str], questions: Mapping[str, Question]) -> Diagram:
    if not when or {} in unless:
        return False
    if {} in when and not unless:
        return True
    mentioned = {name for situation in (*when, *unless) for name in situation}
    name = next(name for name in order if name in mentioned)
    outcomes: dict[Diagram, frozenset[Answer]] = {}
    for alike in _alike(questions[name], [each[name] for each in (*when, *unless) if name in each]):
        settled = {name: next(iter(alike))}
        left = _diagram(_left(when, settled), _left(unless, settled), order, questions)
        outcomes[left] = outcomes.get(left, frozenset()) | alike
    if len(outcomes) == 1:
        return next(iter(outcomes))
    return Split(name, frozenset((alike, left) for left, alike in outcomes.items()))


def _alike(question: Question, wanted: Sequence[frozenset[str]]) -> Iterable[frozenset[Answer]]:
    """The answers to a question in groups that meet the same of these conditions."""
    groups: dict[tuple[bool, ...], set[Answer]] = {}
    for answer in answers_to(question):
        groups.setdefault(tuple(bool(answer & each) for each in wanted), set()).add(answer)
    return (frozenset(group) for group in groups.values())


@cache
def _answers(options: tuple[str, ...], most: int) -> tuple[Answer, ...]:
    return tuple(frozenset(each) for size in range(1, most + 1) for each in combinations(options, size))
