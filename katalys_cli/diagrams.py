"""Functions of the answers as reduced ordered decision diagrams (Bryant 1986, with answers in the place of booleans).

Answers with the same outcome are one branch, so a diagram is True or False as soon as nothing can change the outcome,
it names exactly the questions that still can, and functions that mean the same have the same diagram.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias
from weakref import WeakValueDictionary

import msgspec

Answer: TypeAlias = frozenset[str]
"""One answer to a question: an option, or several where the question takes many."""


class Split(msgspec.Struct, frozen=True, weakref=True):
    """The outcome still depends on a question: for each set of answers that are alike, what is left."""

    question: str
    branches: frozenset[tuple[frozenset[Answer], Diagram]]

    def after(self, answer: Answer) -> Diagram:
        return next(left for alike, left in self.branches if answer in alike)


Diagram: TypeAlias = bool | Split

_made: WeakValueDictionary[Split, Split] = WeakValueDictionary()
"""Every split there is, so that equal ones are one and the same, and comparing them never walks down."""


def split(question: str, branches: Iterable[tuple[frozenset[Answer], Diagram]]) -> Diagram:
    """The outcomes by answer, those that are the same as one; no split where all are."""
    outcomes: dict[Diagram, frozenset[Answer]] = {}
    for alike, left in branches:
        outcomes[left] = outcomes.get(left, frozenset()) | alike
    if len(outcomes) == 1:
        return next(iter(outcomes))
    new = Split(question, frozenset((alike, left) for left, alike in outcomes.items()))
    return _made.setdefault(new, new)


def open_questions(left: Diagram) -> frozenset[str]:
    """The questions that can still change the outcome."""
    return frozenset(each.question for each in _splits(left))


def restricted(left: Diagram, question: str, answer: Answer) -> Diagram:
    """What is left once this question, wherever it stands, has this answer."""
    if isinstance(left, bool):
        return left
    if left.question == question:
        return left.after(answer)
    return split(left.question, ((alike, restricted(below, question, answer)) for alike, below in left.branches))


class Combining:
    """What can be made of diagrams that ask their questions in one order; what was made once is remembered."""

    def __init__(self, questions: Mapping[str, object]) -> None:
        self._place = {name: place for place, name in enumerate(questions)}
        self._both: dict[frozenset[Diagram], Diagram] = {}
        self._opposite: dict[Diagram, Diagram] = {}
        self._whatever: dict[tuple[Diagram, Collection[str]], Diagram] = {}

    def both(self, one: Diagram, other: Diagram) -> Diagram:
        """True where both are."""
        if isinstance(one, bool) or isinstance(other, bool) or one is other:
            return (one and other) if isinstance(one, bool) else (other and one)
        key: frozenset[Diagram] = frozenset((one, other))
        if key not in self._both:
            first = min(one.question, other.question, key=self._place.__getitem__)
            met = [
                (alike & too, self.both(left, right))
                for alike, left in _by_answer(one, first, other)
                for too, right in _by_answer(other, first, one)
                if alike & too
            ]
            self._both[key] = split(first, met)
        return self._both[key]

    def either(self, one: Diagram, other: Diagram) -> Diagram:
        """True where one of them is."""
        return self.opposite(self.both(self.opposite(one), self.opposite(other)))

    def opposite(self, left: Diagram) -> Diagram:
        """True where this one is False."""
        if isinstance(left, bool):
            return not left
        if left not in self._opposite:
            branches = [(alike, self.opposite(below)) for alike, below in left.branches]
            self._opposite[left] = split(left.question, branches)
        return self._opposite[left]

    def whatever(self, left: Diagram, questions: frozenset[str]) -> Diagram:
        """True where it is whatever these questions get for an answer."""
        if isinstance(left, bool) or not questions:
            return left
        key = (left, questions)
        if key not in self._whatever:
            below = [(alike, self.whatever(each, questions)) for alike, each in left.branches]
            self._whatever[key] = (
                self.all(each for _, each in below) if left.question in questions else split(left.question, below)
            )
        return self._whatever[key]

    def all(self, lefts: Iterable[Diagram]) -> Diagram:
        """True where all of them are."""
        return self._folded(self.both, lefts, True)

    def any(self, lefts: Iterable[Diagram]) -> Diagram:
        """True where some of them are."""
        return self._folded(self.either, lefts, False)

    def _folded(
        self, joined: Callable[[Diagram, Diagram], Diagram], lefts: Iterable[Diagram], start: Diagram
    ) -> Diagram:
        result = start
        for each in lefts:
            result = joined(result, each)
        return result


def _splits(left: Diagram) -> Iterator[Split]:
    """Every split in a diagram, once."""
    waiting = [left]
    seen: set[Split] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, Split) and each not in seen:
            seen.add(each)
            waiting += [below for _, below in each.branches]
            yield each


def _by_answer(left: Split, question: str, other: Split) -> Iterable[tuple[frozenset[Answer], Diagram]]:
    """The branches for a question; where it is not asked first, one branch for all answers that the other knows."""
    if left.question == question:
        return left.branches
    return [(frozenset().union(*(alike for alike, _ in other.branches)), left)]
