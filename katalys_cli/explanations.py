"""Why a tip fits or does not: the answers that decide it, and the fewest answers that would make it fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from katalys_cli import rules
from katalys_cli.diagrams import Answer, Combining, Diagram, Split, restricted
from katalys_cli.model import OBSTACLE, ROLE, Choices, KnowledgeBase, Question, Tip
from katalys_cli.rules import Status

Change: TypeAlias = Mapping[str, tuple[Answer, ...]]
"""Question → the answers that each would do, the nearest to the present one first."""


class Explanation(msgspec.Struct, frozen=True):
    """What is known of a tip, the answers that decide it, and the smallest change that makes it fit for certain.

    `change` is empty when it does already, None when nothing would.
    """

    status: Status
    deciding: Choices
    change: Change | None


def explained(tip: Tip, answers: Choices, base: KnowledgeBase) -> Explanation:
    """The explanation of a tip with these answers, who asks and what stands in the way included."""
    wanted = _wanted_beforehand(tip, base)
    now = rules.known(answers)
    wrong = [name for name, options in wanted.items() if name in now and not options & now[name]]
    situation = rules.status(rules.diagram(tip, answers, base.questions))
    change = _change_beforehand(wanted, now, tip, answers, base)
    if wrong:
        return Explanation(Status.EXCLUDED, {wrong[0]: now[wrong[0]]}, change)
    enough = deciding(tip, answers, base.questions)
    if situation is Status.EXCLUDED:
        return Explanation(situation, enough, change)
    if situation is Status.POSSIBLE or not wanted.keys() <= now.keys():
        return Explanation(Status.POSSIBLE, {}, change)
    return Explanation(Status.CERTAIN, {**{name: now[name] for name in wanted}, **enough}, {})


def open_beforehand(tip: Tip, answers: Choices, base: KnowledgeBase) -> Choices:
    """Whose tip it is, and with which obstacles it helps, where the answers do not say."""
    wanted = _wanted_beforehand(tip, base)
    return {name: options for name, options in wanted.items() if name not in rules.known(answers)}


def deciding(tip: Tip, answers: Choices, questions: Mapping[str, Question]) -> Choices:
    """Answers that are enough for what is certain about a tip, fit or not, and none of which can be missed."""
    outcome = rules.diagram(tip, answers, questions)
    mentioned = {question for situation in (*tip.when, *tip.unless) for question in situation}
    enough = {name: chosen for name, chosen in rules.known(answers).items() if name in mentioned}
    for name in tuple(enough):
        fewer = {other: chosen for other, chosen in enough.items() if other != name}
        if rules.diagram(tip, fewer, questions) is outcome:
            enough = fewer
    return enough


def smallest_change(tip: Tip, answers: Choices, questions: Mapping[str, Question]) -> Change | None:
    """The fewest answers to give or to change that make a tip certain; None when no answers do.

    Of two that are as small, the one that contradicts fewer of the answers given.
    """
    settled = {name: chosen for name, chosen in rules.known(answers).items() if name in questions}
    search = _Search(settled, questions)
    found = search.cheapest(rules.diagram(tip, {}, questions))
    if found is None or len(found.change) != 1:
        return found.change if found else None
    (name,) = found.change
    doing = [each for each in rules.answers_to(questions[name]) if _certain(tip, settled, name, each, questions)]
    return {name: search.nearest_first(name, doing)}


def tips_depending_on(
    question: str, tips: Sequence[Tip], answers: Choices, questions: Mapping[str, Question]
) -> list[Tip]:
    """The tips that an answer to this question can still change, as if it had no answer yet."""
    others = {name: chosen for name, chosen in answers.items() if name != question}
    lefts = rules.diagrams(tips, others, questions)
    return [tip for tip, left in zip(tips, lefts, strict=True) if question in rules.open_questions(left)]


def most_helpful(tips: Iterable[Tip], answers: Choices, questions: Mapping[str, Question]) -> str | None:
    """The open question whose answer settles most tips, all its answers being as likely; None when nothing is open.

    A question that was answered with "I do not know" counts too: the answer may be looked up.
    """
    lefts = list(rules.diagrams(tips, answers, questions))
    open_now = frozenset().union(*map(rules.open_questions, lefts))
    asked = [name for name in questions if name in open_now]
    return max(asked, key=lambda name: _settled_by(questions[name], lefts), default=None)


def _wanted_beforehand(tip: Tip, base: KnowledgeBase) -> Choices:
    """The role and the obstacle as conditions, where they leave anything out."""
    obstacles = frozenset(each for each in base.obstacles if tip.helps(each))
    wanted = {ROLE: (tip.for_, base.roles), OBSTACLE: (obstacles, frozenset(base.obstacles))}
    return {name: options for name, (options, all_) in wanted.items() if options < all_}


def _change_beforehand(wanted: Choices, now: Choices, tip: Tip, answers: Choices, base: KnowledgeBase) -> Change | None:
    """The smallest change, with the role and the obstacle where these are open or others."""
    situation = smallest_change(tip, answers, base.questions)
    if situation is None:
        return None
    order = {ROLE: base.questions[ROLE].options, OBSTACLE: base.obstacles}
    first = {
        name: tuple(frozenset({each}) for each in order[name] if each in options)
        for name, options in wanted.items()
        if not options & now.get(name, rules.NOTHING)
    }
    return {**first, **situation}


class _Found(msgspec.Struct, frozen=True):
    """A change with its cost: how many answers, and how many of them contradict one that was given."""

    cost: tuple[int, int] = (0, 0)
    change: Change = {}


class _Search:
    """The cheapest way to True in a diagram, from what is answered now."""

    def __init__(self, settled: Choices, questions: Mapping[str, Question]) -> None:
        self._settled, self._questions = settled, questions
        self._combining = Combining(questions)
        self._found: dict[Diagram, _Found | None] = {}

    def cheapest(self, left: Diagram) -> _Found | None:
        if isinstance(left, bool):
            return _Found() if left else None
        if left not in self._found:
            self._found[left] = min(self._ways(left), key=lambda each: each.cost, default=None)
        return self._found[left]

    def nearest_first(self, question: str, doing: Iterable[Answer]) -> tuple[Answer, ...]:
        """By how much they differ from the present answer, then the fewest options, then in the order of the file."""
        return tuple(sorted(doing, key=self._nearness(question)))

    def _nearness(self, question: str) -> Callable[[Answer], tuple[int, int, int]]:
        now = self._settled.get(question, rules.NOTHING)
        place = {answer: index for index, answer in enumerate(rules.answers_to(self._questions[question]))}
        return lambda answer: (len(answer ^ now), len(answer), place[answer])

    def _ways(self, left: Split) -> Iterator[_Found]:
        """Leave the question as it is, or give it another answer."""
        if kept := self.cheapest(self._as_it_is(left)):
            yield kept
        now = self._settled.get(left.question)
        nearness = self._nearness(left.question)
        for alike, below in sorted(left.branches, key=lambda branch: min(map(nearness, branch[0]))):
            if now not in alike and (found := self.cheapest(below)):
                changes, contradictions = found.cost
                given = {left.question: self.nearest_first(left.question, alike)}
                yield _Found((changes + 1, contradictions + (now is not None)), {**given, **found.change})

    def _as_it_is(self, left: Split) -> Diagram:
        """What is left without a word about this question; where it is open, what holds whatever its answer."""
        if left.question in self._settled:
            return left.after(self._settled[left.question])
        return self._combining.whatever(left, frozenset({left.question}))


def _certain(tip: Tip, settled: Choices, name: str, answer: Answer, questions: Mapping[str, Question]) -> bool:
    return rules.diagram(tip, {**settled, name: answer}, questions) is True


def _settled_by(question: Question, lefts: Iterable[Diagram]) -> tuple[float, int]:
    """How many tips an answer settles on average, and how many depend on it at all."""
    answers = rules.answers_to(question)
    depending = [left for left in lefts if question.id in rules.open_questions(left)]
    settled = sum(isinstance(restricted(left, question.id, each), bool) for left in depending for each in answers)
    return settled / len(answers), len(depending)
