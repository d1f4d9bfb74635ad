"""Decide which tips apply, with all answers given or with some still open.

A tip's rule is a function of the answers. `diagram` works out what is left of it as a reduced ordered
decision diagram (Bryant 1986, with options in the place of booleans): equal branches are merged, so the diagram is
True or False as soon as nothing can change the outcome, and it names exactly the questions that still can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from katalys_cli.model import UNKNOWN, Choices, Question, Tip

NOTHING: frozenset[str] = frozenset()

Situations: TypeAlias = tuple[Choices, ...]


@dataclass(frozen=True)
class Split:
    """The outcome still depends on a question: for each set of options that can be chosen, what is left."""

    question: str
    branches: tuple[tuple[frozenset[str], Diagram], ...]


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
    branches = tuple(
        (chosen, _diagram(_left(when, {name: chosen}), _left(unless, {name: chosen}), order, questions))
        for chosen in _ways_to_answer(questions[name], _wanted(name, (*when, *unless)))
    )
    outcomes = [branch for _, branch in branches]
    return outcomes[0] if all(each == outcomes[0] for each in outcomes) else Split(name, branches)


def _wanted(name: str, situations: Situations) -> list[frozenset[str]]:
    return [situation[name] for situation in situations if name in situation]


def _ways_to_answer(question: Question, wanted: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """The different answers to a question as far as these conditions see a difference.

    Options that stand in the same conditions are alike, so one of each kind is enough. For a question with
    one answer a way is the whole kind: any option of it gives the same outcome.
    """
    kinds: dict[tuple[bool, ...], set[str]] = {}
    for option in question.options:
        kinds.setdefault(tuple(option in each for each in wanted), set()).add(option)
    if not question.many:
        yield from (frozenset(kind) for kind in kinds.values())
        return
    for size in range(1, len(kinds) + 1):
        for chosen in combinations(kinds.values(), size):
            yield frozenset().union(*chosen)
