"""Decide which tips apply, with all answers given or with some still open.

A tip's rule is a function of the answers; `diagram` works out what is left of it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import TypeAlias

from katalys_cli.diagrams import Answer, Diagram, Split, open_questions, split
from katalys_cli.model import UNKNOWN, Choices, Question, Tip

__all__ = [
    "Answer",
    "Diagram",
    "Split",
    "Status",
    "answers_to",
    "applies",
    "diagram",
    "fits",
    "known",
    "open_questions",
    "remaining",
    "status",
]

NOTHING: frozenset[str] = frozenset()

Situations: TypeAlias = tuple[Choices, ...]

_Rules: TypeAlias = frozenset[tuple[tuple[int, frozenset[str]], ...]]
"""Situations in a form that can be remembered: each a series of questions, by their place, with the wanted options."""


class Status(enum.StrEnum):
    """What is known of a tip: it applies whatever else is answered, in some way of answering, or in none."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"


def status(left: Diagram) -> Status:
    if isinstance(left, bool):
        return Status.CERTAIN if left else Status.EXCLUDED
    return Status.POSSIBLE


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
    if not tip.when and not tip.unless:
        return True
    when, unless = remaining(tip, answers)
    order = [name for name in questions if name not in known(answers)]
    return _drawing(order, questions)(_written(when, order), _written(unless, order))


def answers_to(question: Question) -> tuple[Answer, ...]:
    """Every answer that a question takes, "I do not know" aside."""
    return _answers(tuple(question.options), len(question.options) if question.many else 1)


def _left(situations: Situations, settled: Choices) -> Situations:
    """The situations that can still fit, without what is settled; only `{}` when one of them fits already."""
    reachable = [each for each in situations if fits({q: w for q, w in each.items() if q in settled}, settled)]
    left = [{q: w for q, w in each.items() if q not in settled} for each in reachable]
    return ({},) if {} in left else tuple(left)


def _drawing(order: Sequence[str], questions: Mapping[str, Question]) -> Callable[[_Rules, _Rules], Diagram]:
    """How to draw the diagram of `when` and `unless`; what is left of them in the same way is drawn once."""

    @cache
    def drawn(when: _Rules, unless: _Rules) -> Diagram:
        if not when or () in unless:
            return False
        if () in when and not unless:
            return True
        first = min(rule[0][0] for rule in (*when, *unless) if rule)
        wanted = [rule[0][1] for rule in (*when, *unless) if rule and rule[0][0] == first]
        outcomes = [
            (alike, drawn(_met(when, first, next(iter(alike))), _met(unless, first, next(iter(alike)))))
            for alike in _alike(questions[order[first]], wanted)
        ]
        return split(order[first], outcomes)

    return drawn


def _written(situations: Situations, order: Sequence[str]) -> _Rules:
    place = {name: index for index, name in enumerate(order)}
    return frozenset(tuple(sorted((place[name], wanted) for name, wanted in each.items())) for each in situations)


def _met(rules: _Rules, asked: int, answer: Answer) -> _Rules:
    """The rules that this answer leaves, without what they ask of it; only the empty one when one of them fits."""
    met = frozenset(
        rule[1:] if rule and rule[0][0] == asked else rule
        for rule in rules
        if not rule or rule[0][0] != asked or answer & rule[0][1]
    )
    return frozenset({()}) if () in met else met


def _alike(question: Question, wanted: Sequence[frozenset[str]]) -> Iterable[frozenset[Answer]]:
    """The answers to a question in groups that meet the same of these conditions."""
    groups: dict[tuple[bool, ...], set[Answer]] = {}
    for answer in answers_to(question):
        groups.setdefault(tuple(bool(answer & each) for each in wanted), set()).add(answer)
    return (frozenset(group) for group in groups.values())


@cache
def _answers(options: tuple[str, ...], most: int) -> tuple[Answer, ...]:
    return tuple(frozenset(each) for size in range(1, most + 1) for each in combinations(options, size))
