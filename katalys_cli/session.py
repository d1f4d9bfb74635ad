"""A sitting with one person: gather the answers, give the advice, and go on until they stop."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from katalys_cli import presenting, prompts, prose, questionnaire, search
from katalys_cli.advice import advise
from katalys_cli.errors import KatalysError
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, OBSTACLE_TYPE, Choices, KnowledgeBase, Language, Question
from katalys_cli.presenting import Target
from katalys_cli.prompts import Choice, EndOfInput, Prompts
from katalys_cli.questionnaire import AnswersWanted, Given
from katalys_cli.report import Report, Teller


class Unfinished(Exception):
    """The input ended in the middle of an interview, with these answers known."""

    def __init__(self, answers: Choices) -> None:
        super().__init__()
        self.answers = answers


@dataclass(frozen=True)
class Session:
    """What one sitting needs. Nothing is asked where `prompts` is None."""

    teller: Teller
    target: Target
    prompts: Prompts | None = None
    everything: bool = False

    @property
    def base(self) -> KnowledgeBase:
        return self.teller.base

    @property
    def is_conversation(self) -> bool:
        """Whether someone is there to read on the spot and to go on."""
        return self.prompts is not None and not self.target.is_file and self.target.format == "text"

    def run(self, given: Given) -> None:
        """From the answers that were given beforehand to the last advice. Raises AnswersWanted."""
        try:
            answers = self._complete(self.settled(given))
        except Unfinished as stopped:
            raise AnswersWanted([self._missing(each) for each in self._open(stopped.answers)]) from stopped
        self.give(answers)
        if self.prompts and self.is_conversation:
            self._go_on(answers, self.prompts)

    def settled(self, given: Given) -> Choices:
        """The answers that were given. Raises AnswersWanted, which names the missing ones too where nothing is asked."""
        answers, troubles = questionnaire.settled(self.base, given)
        if troubles and not self.prompts:
            wrong = {str(each.values.get("question")) for each in troubles}
            troubles += [
                self._missing(each) for each in questionnaire.missing(self.base, answers) if each.id not in wrong
            ]
        if troubles:
            raise AnswersWanted(troubles)
        return answers

    def give(self, answers: Choices) -> None:
        """Show or write the advice for these answers; where it scrolls past, the first steps once more in short."""
        if self.prompts:
            self.prompts.tell("")
        report = self._present(answers, self.target)
        if self.prompts and self.is_conversation:
            self.prompts.tell("\n" + say("in-short", self.target.language))
            for number, title in enumerate(first_titles(report), 1):
                self.prompts.tell(f"{number:3}. {title}")

    def _present(self, answers: Choices, target: Target) -> Report:
        report = self.teller.report(advise(self.base, answers))
        document = lambda: prose.advice(  # noqa: E731
            report, self.teller, everything=self.everything, for_file=target.stands_alone
        )
        presenting.present(lambda: report, document, target)
        return report

    def _complete(self, answers: Choices) -> Choices:
        if not self.prompts:
            return self._enough(answers)
        known = dict(answers)
        ask = prompts.asking(self.prompts, lambda words: search.meant(self.base, words))

        def remembering(question: Question, progress: questionnaire.Progress) -> frozenset[str]:
            known[question.id] = ask(question, progress)
            return known[question.id]

        try:
            return questionnaire.interview(self.base, remembering, answers)
        except EndOfInput as error:
            raise Unfinished(known) from error

    def _enough(self, answers: Choices) -> Choices:
        """The same answers, when there is advice for them. Raises AnswersWanted when there is not."""
        if missing := questionnaire.missing(self.base, answers):
            raise AnswersWanted([self._missing(each) for each in missing])
        return answers

    def _open(self, answers: Choices) -> list[Question]:
        missing = questionnaire.missing(self.base, answers)
        if OBSTACLE not in answers:
            return missing
        relevant = questionnaire.relevant(self.base, answers)
        return [*missing, *(self.base.questions[each] for each in self.base.questions if each in relevant)]

    def _missing(self, question: Question) -> KatalysError:
        option = questionnaire.option_for(question.id)
        return KatalysError("missing-answer", text=question.text, option=option, allowed=tuple(question.options))

    def _go_on(self, answers: Choices, asker: Prompts) -> None:
        """Save, look further, correct an answer, or stop; the end of the input means stop."""
        actions: Mapping[str, Callable[[Choices], Choices]] = {
            "next-save": partial(self._save, asker),
            "next-another": self._another,
            "next-change": partial(self._change, asker),
        }
        try:
            while (wish := self._wish(asker, [*actions, "next-stop"])) != "next-stop":
                answers = actions[wish](answers)
        except (EndOfInput, Unfinished):
            return

    def _wish(self, asker: Prompts, wishes: Sequence[str]) -> str:
        asker.tell("")
        options = [Choice(wish, say(wish, asker.language)) for wish in wishes]
        (chosen,) = asker.choose(say("what-next", asker.language), options, prompts.one_of(options))
        return chosen

    def _save(self, asker: Prompts, answers: Choices) -> Choices:
        name = asker.read(say("save-as", asker.language), say("default-file", asker.language))
        shown = questionnaire.still_relevant(self.base, answers)
        try:
            replaces = Path(name).is_file() and self._agreed(asker, "replace")
            self._present(shown, presenting.target(asker.language, None, name, force=replaces))
        except EndOfInput:
            raise
        except KatalysError as trouble:
            asker.tell(trouble.said_in(asker.language))
        return answers

    def _agreed(self, asker: Prompts, wish: str) -> bool:
        """Whether they choose the wish, rather than to keep things as they are."""
        options = [Choice(key, say(key, asker.language)) for key in (wish, "keep")]
        return wish in asker.choose(say("file-exists", asker.language), options, prompts.one_of(options))

    def _another(self, answers: Choices) -> Choices:
        """A second advice that uses what is known about the situation."""
        kept = {name: chosen for name, chosen in answers.items() if name not in (OBSTACLE, OBSTACLE_TYPE)}
        complete = self._complete(kept)
        self.give(questionnaire.still_relevant(self.base, complete))
        return complete

    def _change(self, asker: Prompts, answers: Choices) -> Choices:
        which = self._which_answer(answers, asker)
        complete = self._complete(questionnaire.changed(answers, which))
        kept = questionnaire.still_relevant(self.base, complete)
        if dropped := complete.keys() - kept.keys():
            names = tuple(self.base.questions[name].text for name in complete if name in dropped)
            asker.tell(say("dropped-answers", asker.language, names=names))
        self.give(kept)
        return kept

    def _which_answer(self, answers: Choices, asker: Prompts) -> str:
        named = {name: questionnaire.question_named(self.base, name) for name in answers}
        options = [Choice(name, question.text.said_in(asker.language)) for name, question in named.items()]
        (chosen,) = asker.choose(say("which-answer", asker.language), options, prompts.one_of(options))
        return chosen


def first_titles(report: Report) -> list[str]:
    """What to begin with, a title for each first step."""
    return [tip.title for finding in report.findings for tip in finding.tips if tip.id in finding.first_steps]


def asker(language: Language, *, plain: bool, silent: bool) -> Prompts | None:
    """Menus where keys and screen allow them, else numbered lines; None where nothing may be asked."""
    if silent:
        return None
    screen = bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())
    drawn = screen and not plain and os.environ.get("TERM") != "dumb"
    return prompts.Menus(language) if drawn else prompts.Lines(language)
