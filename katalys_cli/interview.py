"""An interview as it stands: what is answered, what is asked now, and how earlier answers are corrected."""

from __future__ import annotations

import enum

import msgspec
from msgspec.structs import replace

from katalys_cli import questionnaire
from katalys_cli.model import FIRST, OBSTACLE, OBSTACLE_TYPE, ROLE, Choices, KnowledgeBase, Question
from katalys_cli.questionnaire import Until


class Move(enum.StrEnum):
    """What one may do at a question instead of answering it; no option can be called this."""

    BACK = "<back>"
    WHY = "<why>"
    REVIEW = "<review>"
    STOP = "<stop>"


class Progress(msgspec.Struct, frozen=True):
    """How far the interview is, both counted from 1: this question, and the last one there can be."""

    number: int
    at_most: int


class Interview(msgspec.Struct, frozen=True):
    """Every step gives a new interview. `asked` is what was asked in this one, in order; `at` an earlier question that
    is asked anew; `kept` and `dropped` what the last correction did to the other answers."""

    base: KnowledgeBase
    answers: Choices
    until: Until = Until.NOTHING_CHANGES
    asked: tuple[str, ...] = ()
    at: str | None = None
    kept: Choices = {}
    dropped: Choices = {}
    unjudged: frozenset[str] = frozenset()

    @property
    def question(self) -> Question | None:
        """What is to be asked now; None when nothing can change any more."""
        if self.at is None:
            return questionnaire.next_question(self.base, self.answers, self.until)
        if self.at == OBSTACLE_TYPE:
            return questionnaire.type_question(self.base)
        if self.at == OBSTACLE:
            return questionnaire.obstacle_question(self.base, self.answers)
        return self.base.questions[self.at]

    @property
    def now(self) -> frozenset[str]:
        """The answer that a question which is asked anew has so far."""
        return self.answers.get(self.at or "", frozenset())

    @property
    def is_ready(self) -> bool:
        """Whether there can be advice: it is known who, and what stands in the way."""
        return self.answers.keys() >= {ROLE, OBSTACLE}

    @property
    def shown(self) -> Choices:
        """The answers that make a difference: what a fresh interview with these answers would have asked."""
        return questionnaire.still_relevant(self.base, self.answers) if self.is_ready else self.answers

    @property
    def progress(self) -> Progress:
        """Where the question stands among those asked, and how many there can be in all."""
        number = len(self._before) + 1
        rest = _without(self.answers, self.at) if self.at else self.answers
        others = [name for name in self._trail if name in rest]
        at_most = len(others) + questionnaire.most_left(self.base, rest)
        if self.at and OBSTACLE not in rest:
            at_most = min(at_most, self.base.about.most_questions)
        return Progress(number, max(number, at_most))

    @property
    def moves(self) -> tuple[Move, ...]:
        """What may be done here beside answering."""
        possible = {
            Move.BACK: bool(self._before),
            Move.WHY: True,
            Move.REVIEW: bool(self.answers),
            Move.STOP: self.is_ready,
        }
        return tuple(move for move, is_possible in possible.items() if is_possible)

    def answered(self, chosen: frozenset[str]) -> Interview:
        """The interview with this answer to its question; a correction drops what no longer matters."""
        question = self.question
        assert question is not None
        asked = self.asked if question.id in self.asked else (*self.asked, question.id)
        new = replace(self.onward(), answers={**self.answers, question.id: chosen}, asked=asked)
        if self.unjudged or self.answers.get(question.id, chosen) != chosen:
            return new._judged(self._at_stake - {question.id}, question.id)
        if self.is_ready and self._later(question.id) & self.answers.keys():
            return replace(new._judged(self._at_stake & self._later(question.id), question.id), kept={})
        return new._reusing() if new.is_ready and not self.is_ready else new

    def back(self) -> Interview:
        """The interview at the question that was asked before this one."""
        return self.again(self._before[-1])

    def again(self, question: str) -> Interview:
        """The interview at an earlier question; its answer holds until there is a new one."""
        return replace(self, at=question, kept={}, dropped={})

    def onward(self) -> Interview:
        """The interview at the first question without an answer, leaving the earlier answers as they are."""
        return replace(self, at=None, kept={}, dropped={})

    def to_the_end(self) -> Interview:
        """The interview that goes on until nothing can change."""
        return replace(self, until=Until.NOTHING_CHANGES)

    def elsewhere(self) -> Interview:
        """An interview about another obstacle, with what is known about the person and the situation."""
        return Interview(self.base, _without(self.answers, OBSTACLE_TYPE), self.until)

    @property
    def _trail(self) -> tuple[str, ...]:
        """What was asked and still has an answer, in order."""
        return tuple(name for name in self.asked if name in self.answers)

    @property
    def _before(self) -> tuple[str, ...]:
        if self.at in self._trail:
            return self._trail[: self._trail.index(self.at)]
        return self._trail

    def _reusing(self) -> Interview:
        """The same, telling which answers about the situation were there already and count for this obstacle."""
        return replace(self, kept={name: chosen for name, chosen in self.shown.items() if name not in FIRST})

    @property
    def _at_stake(self) -> frozenset[str]:
        """The answers that a correction may drop; what lies ready from an earlier advice is none of them."""
        return frozenset(self.shown) if self.is_ready else self.unjudged | (frozenset(FIRST) & self.answers.keys())

    def _judged(self, others: frozenset[str], corrected: str) -> Interview:
        """Without those of the other answers that no longer fit or matter; it may be too early to tell."""
        fitting = self._with_fitting_obstacle()
        stay = fitting.shown
        dropped = {name: chosen for name, chosen in self.answers.items() if name in others - stay.keys()}
        answers = {name: chosen for name, chosen in fitting.answers.items() if name not in dropped}
        kept = {name: chosen for name, chosen in stay.items() if name in others & self._later(corrected)}
        unjudged = frozenset() if fitting.is_ready else (others | {corrected}) - dropped.keys()
        return replace(fitting, answers=answers, kept=kept, dropped=dropped, unjudged=unjudged)

    def _later(self, question: str) -> frozenset[str]:
        """The questions that are asked after this one."""
        order = questionnaire.asking_order(self.base)
        return frozenset(order[order.index(question) + 1 :])

    def _with_fitting_obstacle(self) -> Interview:
        """Without an obstacle that is not of the type that was chosen."""
        offered = questionnaire.obstacle_question(self.base, self.answers).options
        if self.answers.get(OBSTACLE, frozenset()) <= offered.keys():
            return self
        return replace(self, answers=_without(self.answers, OBSTACLE))


def _without(answers: Choices, question: str) -> Choices:
    """The answers when this one is to be given anew: an obstacle goes with its type."""
    gone = {question, OBSTACLE} if question == OBSTACLE_TYPE else {question}
    return {name: chosen for name, chosen in answers.items() if name not in gone}
