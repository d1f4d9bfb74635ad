"""What can be proven about the knowledge: situations without advice, tips that nobody gets, the ways through it.

One routine serves all: the state of an interview is what the open tips still depend on. Split on the next question,
group the answers that lead to the same state, and remember what is known of a state. It is exact, and exponential
only where the rules are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from katalys_cli import rules
from katalys_cli.model import Choices, Question, Tip
from katalys_cli.rules import Diagram, Split


@dataclass(frozen=True)
class Ways:
    """Every way through the questions of one role and obstacle: how many, and how long in questions."""

    count: int
    longest: int
    total: int

    @property
    def mean(self) -> float:
        """Questions asked, over all ways alike."""
        return self.total / self.count


def is_dead(tip: Tip, questions: Mapping[str, Question]) -> bool:
    """Whether no set of answers makes the tip apply."""
    return rules.diagram(tip, {}, questions) is False


def gap(tips: Iterable[Tip], questions: Mapping[str, Question]) -> Choices | None:
    """Answers with which none of these tips applies, whatever else is answered; None when there are no such answers."""
    return _gap(_state(tips, questions), tuple(questions), questions)


def ways(tips: Iterable[Tip], questions: Mapping[str, Question]) -> Ways:
    """The ways through the interview for these tips, each a series of answers to what is asked."""
    order = {name: place for place, name in enumerate(questions)}

    @cache
    def below(state: frozenset[Split]) -> Ways:
        asked = min((split.question for split in state), key=order.__getitem__, default=None)
        if asked is None:
            return Ways(1, 0, 0)
        found = [below(_open(_after(state, asked, chosen))) for chosen in rules.answers_to(questions[asked])]
        count = sum(each.count for each in found)
        longest = 1 + max(each.longest for each in found)
        return Ways(count, longest, count + sum(each.total for each in found))

    return below(_open(_state(tips, questions)))


def _state(tips: Iterable[Tip], questions: Mapping[str, Question]) -> frozenset[Diagram]:
    return frozenset(rules.diagram(tip, {}, questions) for tip in tips)


def _open(state: frozenset[Diagram]) -> frozenset[Split]:
    return frozenset(each for each in state if isinstance(each, Split))


def _gap(state: frozenset[Diagram], order: tuple[str, ...], questions: Mapping[str, Question]) -> Choices | None:
    """Answers that lead from this state to one where every tip is excluded."""
    if True in state:
        return None
    open_now = _open(state)
    if not open_now:
        return {}
    asked = min((split.question for split in open_now), key=order.index)
    for chosen in rules.answers_to(questions[asked]):
        below = _gap(_after(state, asked, chosen), order, questions)
        if below is not None:
            return {asked: chosen, **below}
    return None


def _after(state: Iterable[Diagram], question: str, chosen: frozenset[str]) -> frozenset[Diagram]:
    """The state once a question is answered; it must be the first one that any of these diagrams asks."""
    return frozenset(
        each.after(chosen) if isinstance(each, Split) and each.question == question else each for each in state
    )
