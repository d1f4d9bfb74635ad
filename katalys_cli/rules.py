"""Decide which tips apply, with all answers given or with some still open.

A tip's rule is a function of the answers; `diagram` works out what is left of it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
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
    "diagrams",
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
    return _remaining(tip, known(answers))


def diagram(tip: Tip, answers: Choices, questions: Mapping[str, Question]) -> Diagram:
    """What the outcome for this tip still depends on."""
    (left,) = diagrams([tip], answers, questions)
    return left


def diagrams(tips: Iterable[Tip], answers: Choices, questions: Mapping[str, Question]) -> Iterator[Diagram]:
    """What the outcome for each of these tips still depends on."""
    settled = known(answers)
    order = [name for name in questions if name not in settled]
    place = {name: index for index, name in enumerate(order)}
    drawn = _drawing(order, questions)
    for tip in tips:
        if not tip.when and not tip.unless:
            yield True
        else:
            when, unless = _remaining(tip, settled)
            yield drawn(_written(when, place), _written(unless, place))


def answers_to(question: Question) -> tuple[Answer, ...]:
    """Every answer that a question takes, "I do not know" aside."""
    return _answers(tuple(question.options), len(question.options) if question.many else 1)


def _remaining(tip: Tip, settled: Choices) -> tuple[Situations, Situations]:
    return _left(tip.when or ({},), settled), _left(tip.unless, settled)


def _left(situations: Situations, settled: Choices) -> Situations:
    """The situations that can still fit, without what is settled; only `{}` when one of them fits already."""
    reachable = [each for each in situations if fits({q: w for q, w in each.items() if q in settled}, settled)]
    left = [{q: w for q, w in each.items() if q not in settled} for each in reachable]
    return ({},) if {} in left else tuple(left)


def _drawing(order: Sequence[str], questions: Mapping[str, Question]) -> Callable[[_Rules, _Rules], Diagram]:
    """How to draw the diagrams of `when` and `unless`; what is left of them in the same way is drawn once."""

    @cache
    def drawn(when: _Rules, unless: _Rules) -> Diagram:
        if not when or () in unless:
            return False
        if () in when and not unless:
            return True
        first = min(rule[0][0] for rule in (*when, *unless) if rule)
        wanted = frozenset(rule[0][1] for rule in (*when, *unless) if rule and rule[0][0] == first)
        outcomes = [
            (alike, drawn(_met(when, first, next(iter(alike))), _met(unless, first, next(iter(alike)))))
            for alike in _alike(answers_to(questions[order[first]]), wanted)
        ]
        return split(order[first], outcomes)

    return drawn


def _written(situations: Situations, place: Mapping[str, int]) -> _Rules:
    return frozenset(tuple(sorted((place[name], wanted) for name, wanted in each.items())) for each in situations)


def _met(rules: _Rules, asked: int, answer: Answer) -> _Rules:
    """The rules that this answer leaves, without what they ask of it; only the empty one when one of them fits."""
    met = frozenset(
        rule[1:] if rule and rule[0][0] == asked else rule
        for rule in rules
        if not rule or rule[0][0] != asked or answer & rule[0][1]
    )
    return frozenset({()}) if () in met else met


@lru_cache(maxsize=10_000)
def _alike(answers: tuple[Answer, ...], wanted: frozenset[frozenset[str]]) -> Iterable[frozenset[Answer]]:
    """The answers to a question in groups that meet the same of these conditions."""
    groups: dict[frozenset[frozenset[str]], set[Answer]] = {}
    for answer in answers:
        groups.setdefault(frozenset(each for each in wanted if answer & each), set()).add(answer)
    return tuple(map(frozenset, groups.values()))


@cache
def _answers(options: tuple[str, ...], most: int) -> tuple[Answer, ...]:
    return tuple(frozenset(each) for size in range(1, most + 1) for each in combinations(options, size))
