"""Which tips will open the advice, as a function of the answers that are still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from katalys_cli import rules
from katalys_cli.advice import MOST_FIRST_STEPS, merit
from katalys_cli.diagrams import Combining, Diagram
from katalys_cli.model import UNKNOWN, Choices, Question, Tip


def questions_for_first_steps(
    tips: Sequence[Tip], answers: Choices, questions: Mapping[str, Question]
) -> frozenset[str]:
    """The unanswered questions that can still change the first steps, or whether they are certain."""
    opening = _places(tips, answers, questions)
    return frozenset().union(*map(rules.open_questions, opening)) - answers.keys()


def _places(tips: Sequence[Tip], answers: Choices, questions: Mapping[str, Question]) -> Iterator[Diagram]:
    """For every tip as certain and as possible, best first: when it is among the first steps.

    That is when it has this status and not enough better ones have theirs. Answers "I do not know" stay as they are.
    """
    combining = Combining(questions)
    numbers: list[Diagram] = [True, *(False for _ in range(1, MOST_FIRST_STEPS))]  # when there are 0, 1, 2 so far
    for holds, alone in _statuses(tips, answers, questions, combining):
        room = numbers[0] if alone else combining.any(numbers)
        yield combining.both(holds, room)
        numbers = _counted(numbers, holds, combining)


def _counted(numbers: Sequence[Diagram], holds: Diagram, combining: Combining) -> list[Diagram]:
    """When there are 0, 1, 2 of them, once this one is counted too."""
    without = combining.opposite(holds)
    below: list[Diagram] = [False, *numbers[:-1]]
    return [
        combining.either(combining.both(number, without), combining.both(fewer, holds))
        for number, fewer in zip(numbers, below, strict=True)
    ]


def _statuses(
    tips: Iterable[Tip], answers: Choices, questions: Mapping[str, Question], combining: Combining
) -> Iterator[tuple[Diagram, bool]]:
    """When each tip is certain or possible, in the order of the advice, and whether it opens the advice only alone."""
    unknown = frozenset(name for name, chosen in answers.items() if UNKNOWN in chosen)
    in_order = sorted(tips, key=merit)
    lefts = list(zip(in_order, rules.diagrams(in_order, answers, questions), strict=True))
    for first_step in (True, False):
        of_this_kind = [left for tip, left in lefts if tip.first_step is first_step]
        certain = [combining.whatever(left, unknown) for left in of_this_kind]
        never = [combining.whatever(combining.opposite(left), unknown) for left in of_this_kind]
        yield from ((each, False) for each in certain)
        for sure, not_at_all in zip(certain, never, strict=True):
            yield combining.opposite(combining.either(sure, not_at_all)), not first_step
