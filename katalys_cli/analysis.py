"""What can be proven about the knowledge: situations without advice, tips that nobody gets, the ways through it.

One routine serves all. The state of an interview is what the open tips still depend on. `graph` splits a state on the
next question, puts together the answers that lead to the same state, and remembers each state, so that equal parts are
one part. What a proof need not tell apart it leaves out of the state: that is its `view`. The graph is exact, and
exponential only where the rules are; where it would grow past a bound, NotProven says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import TypeAlias

from katalys_cli import rules
from katalys_cli.errors import NotProven
from katalys_cli.model import Choices, Question, Tip
from katalys_cli.rules import Answer, Diagram

MOST_WORK = 2_000_000
"""How many answers to open tips one analysis may try, some five seconds: then it stops and is not proven."""

NO, YES = 0, 1
"""The numbers of the diagrams that depend on nothing more: the tip does not apply, it does."""

State: TypeAlias = tuple[int, ...]
"""Diagrams by number, in the order of the tips or as a view has put them."""

View: TypeAlias = Callable[[State], State]


@dataclass(frozen=True, eq=False)
class Fork:
    """A question that still matters, and for each set of answers that are alike what follows."""

    question: str
    branches: tuple[tuple[frozenset[Answer], Node], ...]


@dataclass(frozen=True, eq=False)
class Leaf:
    """Nothing can change any more: for each place in the state whether it applies."""

    state: State


Node: TypeAlias = Fork | Leaf


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


@dataclass(frozen=True)
class Way:
    """One way through the questions: the answers that are alike at each, and the tips that it ends in."""

    answers: tuple[tuple[str, frozenset[Answer]], ...]
    tips: tuple[str, ...]


def everything(state: State) -> State:
    """Tell every tip apart."""
    return state


def still_open(state: State) -> State:
    """Only what is still to be asked, whatever it decides."""
    return tuple(sorted({each for each in state if each > YES}))


def any_advice(state: State) -> State:
    """Only whether there is advice, or what could still give some."""
    return (YES,) if YES in state else still_open(state)


class Rules:
    """The rules of some tips, ready to be analysed: each different diagram once, by number."""

    def __init__(self, tips: Iterable[Tip], questions: Mapping[str, Question], most: int = MOST_WORK) -> None:
        self.tips, self.questions, self.most = tuple(tips), questions, most
        self._numbers: dict[Diagram, int] = {False: NO, True: YES}
        self._asked: list[str] = ["", ""]
        self._after: list[dict[Answer, int]] = [{}, {}]
        self._place = {name: place for place, name in enumerate(questions)}
        self.start: State = tuple(map(self._number, rules.diagrams(self.tips, {}, questions)))

    @cached_property
    def profiles(self) -> int:
        """How many full sets of answers there are to the questions that some tip depends on."""
        return prod(len(self.answers_to(name)) for name in self.named)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The questions that some tip depends on, in the order of asking."""
        return tuple(name for name in self.questions if name in self._asked)

    def answers_to(self, question: str) -> tuple[Answer, ...]:
        return rules.answers_to(self.questions[question])

    def graph(self, view: View = everything, start: State | None = None) -> Node:
        """All that can follow, seen through a view. Raises NotProven."""
        known: dict[State, Node] = {}
        work = 0

        def below(state: State) -> Node:
            nonlocal work
            seen = view(state)
            if seen not in known:
                asked = self._next(seen)
                if asked is None:
                    known[seen] = Leaf(seen)
                    return known[seen]
                answers = self.answers_to(asked)
                work += len(answers) * len(seen)
                if work > self.most:
                    raise NotProven("not-proven", work=self.most)
                alike: dict[State, set[Answer]] = {}
                for answer in answers:
                    alike.setdefault(view(self._answered(seen, asked, answer)), set()).add(answer)
                known[seen] = Fork(asked, tuple((frozenset(group), below(after)) for after, group in alike.items()))
            return known[seen]

        return below(self.start if start is None else start)

    def applying(self, leaf: Leaf) -> tuple[str, ...]:
        """The tips that apply at the end of a graph that tells every tip apart."""
        return tuple(tip.id for tip, decided in zip(self.tips, leaf.state, strict=True) if decided == YES)

    def _next(self, state: State) -> str | None:
        return min((self._asked[each] for each in state if each > YES), key=self._place.__getitem__, default=None)

    def _answered(self, state: State, question: str, answer: Answer) -> State:
        return tuple(self._after[each][answer] if self._asked[each] == question else each for each in state)

    def _number(self, diagram: Diagram) -> int:
        if diagram not in self._numbers:
            assert isinstance(diagram, rules.Split)
            after = {answer: self._number(left) for alike, left in diagram.branches for answer in alike}
            self._numbers[diagram] = len(self._asked)
            self._asked.append(diagram.question)
            self._after.append(after)
        return self._numbers[diagram]


def is_dead(tip: Tip, questions: Mapping[str, Question]) -> bool:
    """Whether no set of answers makes the tip apply."""
    return rules.diagram(tip, {}, questions) is False


def gap(tips: Iterable[Tip], questions: Mapping[str, Question]) -> Choices | None:
    """Answers with which none of these tips applies, whatever else is answered; None when there are no such answers."""
    return where(Rules(tips, questions).graph(any_advice), lambda leaf: not leaf.state)


def together(tips: Sequence[Tip], questions: Mapping[str, Question]) -> Choices | None:
    """Answers with which all of these tips apply at once; None when there are no such answers."""

    def undecided(state: State) -> State:
        return (NO,) if NO in state else still_open(state)

    return where(Rules(tips, questions).graph(undecided), lambda leaf: not leaf.state)


def beyond(tip: Tip, others: Sequence[Tip], questions: Mapping[str, Question]) -> Choices | None:
    """Answers with which the tip applies and none of the others does; None when the others cover it together."""

    def uncovered(state: State) -> State:
        own, *rest = state
        return (NO,) if own == NO or YES in rest else (own, *still_open(tuple(rest)))

    return where(Rules((tip, *others), questions).graph(uncovered), lambda leaf: leaf.state == (YES,))


def ways(tips: Iterable[Tip], questions: Mapping[str, Question]) -> Ways:
    """The ways through the interview for these tips, each a series of answers to what is asked. Raises NotProven."""
    return ways_in(Rules(tips, questions).graph(still_open))


def ways_in(graph: Node) -> Ways:
    """The ways through a graph."""
    known: dict[int, Ways] = {}

    def below(node: Node) -> Ways:
        if isinstance(node, Leaf):
            return Ways(1, 0, 0)
        if id(node) not in known:
            found = [(len(alike), below(after)) for alike, after in node.branches]
            count = sum(times * each.count for times, each in found)
            total = sum(times * each.total for times, each in found)
            known[id(node)] = Ways(count, 1 + max(each.longest for _, each in found), count + total)
        return known[id(node)]

    return below(graph)


def where(graph: Node, wanted: Callable[[Leaf], bool]) -> Choices | None:
    """Answers that lead to such an end, fewest options first; None when no answers do."""
    barren: set[int] = set()

    def below(node: Node) -> dict[str, frozenset[str]] | None:
        if isinstance(node, Leaf):
            return {} if wanted(node) else None
        if id(node) in barren:
            return None
        for alike, after in node.branches:
            if (found := below(after)) is not None:
                return {node.question: _plainest(alike), **found}
        barren.add(id(node))
        return None

    return below(graph)


def leaves(graph: Node) -> Iterator[Leaf]:
    """Every different end, once."""
    seen: set[int] = set()
    waiting = [graph]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            if isinstance(node, Leaf):
                yield node
            else:
                waiting.extend(after for _, after in reversed(node.branches))


def every_way(of: Rules, graph: Node) -> Iterator[Way]:
    """Every way through a graph that tells every tip apart, one by one; answers that are alike are one way."""

    def below(node: Node, so_far: tuple[tuple[str, frozenset[Answer]], ...]) -> Iterator[Way]:
        if isinstance(node, Leaf):
            yield Way(so_far, of.applying(node))
        else:
            for alike, after in node.branches:
                yield from below(after, (*so_far, (node.question, alike)))

    return below(graph, ())


def share(graph: Node, wanted: Callable[[Leaf], bool]) -> Fraction:
    """Which part of all profiles ends in such a way, exactly; every answer to a question weighs the same."""
    known: dict[int, Fraction] = {}

    def below(node: Node) -> Fraction:
        if isinstance(node, Leaf):
            return Fraction(wanted(node))
        if id(node) not in known:
            every = sum(len(alike) for alike, _ in node.branches)
            known[id(node)] = sum((len(alike) * below(after) for alike, after in node.branches), Fraction()) / every
        return known[id(node)]

    return below(graph)


def _plainest(alike: frozenset[Answer]) -> Answer:
    """The answer with the fewest options, and of these the first: what one would rather read."""
    return min(alike, key=lambda answer: (len(answer), sorted(answer)))
