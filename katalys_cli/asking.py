"""One interview with one person: questions and answers, and on their wish back, a review, an explanation or the end."""

from __future__ import annotations

from katalys_cli import explanations, naming, prompts, questionnaire
from katalys_cli.interview import Interview, Move
from katalys_cli.messages import say
from katalys_cli.model import FIRST, OBSTACLE, OBSTACLE_TYPE, ROLE, UNKNOWN, Choices, Question
from katalys_cli.prompts import Choice, EndOfInput, Prompts
from katalys_cli.report import Teller

DONE = "<done>"


class Unfinished(Exception):
    """The input ended before it was known who asks, or what stands in the way."""


class Interviewer:
    """Asks on the spot, and tells what every step did. `interview` is how far it is, also when it is broken off."""

    def __init__(self, teller: Teller, asker: Prompts, interview: Interview) -> None:
        self.teller, self.prompts, self.interview = teller, asker, interview

    def finish(self) -> None:
        """Ask until nothing can change, or until they stop. Raises Unfinished when it is too early for that."""
        try:
            while question := self.interview.question:
                chosen = prompts.ask(self.prompts, question, self.interview)
                if Move.STOP in chosen:
                    break
                self.interview = self._after(question, chosen)
        except EndOfInput as error:
            if not self.interview.is_ready:
                raise Unfinished from error
        self.interview = self.interview.onward()

    def review(self) -> None:
        """Show all answers, and go to the one that they want to change."""
        self.interview = self._reviewed()

    def in_words(self, answers: Choices) -> dict[str, str]:
        """Each answer with its question, as they were asked."""
        names = [name for name in questionnaire.asking_order(self.teller.base) if name in answers]
        return {name: f"{self._asked(name)} {self._said(name, answers[name])}" for name in names}

    def _after(self, question: Question, chosen: frozenset[str]) -> Interview:
        """The interview after an answer or a move."""
        if Move.BACK in chosen:
            return self._back()
        if Move.REVIEW in chosen:
            return self._reviewed()
        if Move.WHY in chosen:
            self._explain(question)
            return self.interview
        return self._told(self.interview.answered(chosen))

    def _reviewed(self) -> Interview:
        said = self.in_words(self.interview.shown)
        options = [Choice(name, each) for name, each in said.items()] + [Choice(DONE, self._say("review-done"))]
        (chosen,) = self.prompts.choose(self._say("review"), options, prompts.one_of(options))
        return self.interview if chosen == DONE else self.interview.again(chosen)

    def _back(self) -> Interview:
        earlier = self.interview.back()
        question = self._asked(str(earlier.at))
        self._tell("gone-back", question=question, now=self._said(str(earlier.at), earlier.now))
        return earlier

    def _told(self, interview: Interview) -> Interview:
        """The same interview, once it is told what a correction did to the other answers."""
        if interview.kept:
            self._tell("kept-answers", names="; ".join(self.in_words(interview.kept).values()))
        if interview.dropped:
            self._tell("dropped-answers", names="; ".join(self.in_words(interview.dropped).values()))
        return interview

    def _explain(self, question: Question) -> None:
        """Name the tips that depend on a question; before the obstacle is known these are too many to name."""
        base = self.teller.base
        if question.id in FIRST:
            self._tell(f"why-{question.id}", number=self._number_at_stake(question.id))
            return
        answers = self.interview.answers
        tips = questionnaire.own_tips(base, answers)
        depending = explanations.tips_depending_on(question.id, tips, answers, base.questions)
        key = {0: "no-tip-depends", 1: "tip-depends"}.get(len(depending), "tips-depend")
        self._tell(key, question=question.text, number=len(depending))
        for tip in depending:
            self.prompts.tell(f"  - {self.teller.text(tip.title)}")

    def _number_at_stake(self, question: str) -> int:
        """How many obstacles a type chooses from, or how many tips a role or an obstacle does."""
        base = self.teller.base
        if question == OBSTACLE_TYPE:
            return len(base.obstacles)
        role = self.interview.answers.get(ROLE) if question == OBSTACLE else None
        return sum(1 for name in base.tips if role is None or role & base.tips[name].for_)

    def _asked(self, name: str) -> str:
        return naming.question_named(self.teller.base, name).text.said_in(self.teller.language)

    def _said(self, name: str, chosen: frozenset[str]) -> str:
        options = naming.question_named(self.teller.base, name).options
        labels = [option.label.said_in(self.teller.language) for each, option in options.items() if each in chosen]
        return ", ".join([*labels, self._say("do-not-know")] if UNKNOWN in chosen else labels)

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.teller.language, **values)

    def _tell(self, key: str, **values: object) -> None:
        self.prompts.tell(self._say(key, **values))
