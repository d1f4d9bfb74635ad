"""A sitting with one person: gather the answers, give the advice, and go on until they stop."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from katalys_cli import naming, presenting, prompts, prose, questionnaire, remembering
from katalys_cli.advice import advise
from katalys_cli.asking import Interviewer, Unfinished
from katalys_cli.errors import KatalysError
from katalys_cli.interview import Interview
from katalys_cli.messages import say
from katalys_cli.model import Choices, KnowledgeBase, Language
from katalys_cli.naming import AnswersWanted, Given
from katalys_cli.presenting import Target
from katalys_cli.prompts import Choice, EndOfInput, Prompts
from katalys_cli.questionnaire import Until
from katalys_cli.remembering import Remembered
from katalys_cli.report import Report, Teller

ANSWERS_SUFFIXES = (".yaml", ".yml")


class Saving(msgspec.Struct, frozen=True):
    """Where the answers are kept, beside the advice; None where they are not."""

    path: Path | None = None
    force: bool = False

    @classmethod
    def to(cls, path: Path | None, read_from: Path | None, *, force: bool) -> Saving:
        """Answers may go back to the file that they were read from; no other file is replaced without `force`.

        Raises KatalysError when the file may not be written; told early, no work is lost.
        """
        if path:
            is_answers = path.suffix.casefold() in ANSWERS_SUFFIXES
            force = force or bool(is_answers and read_from and path.resolve() == read_from.resolve())
            from katalys_cli import export

            export.free(path, force=force)
        return cls(path, force)


class Session(msgspec.Struct, frozen=True):
    """What one sitting needs. Nothing is asked where `prompts` is None."""

    teller: Teller
    target: Target
    prompts: Prompts | None = None
    everything: bool = False
    until: Until = Until.NOTHING_CHANGES
    saving: Saving = Saving()

    @property
    def base(self) -> KnowledgeBase:
        return self.teller.base

    @property
    def is_conversation(self) -> bool:
        """Whether someone is there to read on the spot and to go on."""
        return self.prompts is not None and not self.target.is_file and self.target.format == "text"

    def run(self, typed: Given, remembered: Remembered, file: Path | None = None) -> None:
        """From the answers that were given beforehand to the last advice. Raises AnswersWanted."""
        answers = self.settled(typed, remembered, file)
        if not self.prompts:
            self.give(answers)
            self._save_answers(answers)
            return
        interviewer = Interviewer(self.teller, self.prompts, Interview(self.base, answers, self.until))
        try:
            _Sitting(self, self.prompts, interviewer).run()
        except Unfinished as stopped:
            if at_screen():
                raise KatalysError("too-early-for-advice") from stopped
            raise AnswersWanted(self._missing(interviewer.interview.answers)) from stopped
        finally:
            self._save_answers(interviewer.interview.answers)

    def settled(self, typed: Given, remembered: Remembered, file: Path | None) -> Choices:
        """The answers that were given; a file's that cannot be used are told and asked again. Raises AnswersWanted,
        which names the missing ones too where nothing is asked."""
        answers, troubles, outdated = remembering.merged(self.base, typed, remembered)
        if not self.prompts:
            troubles += outdated
            wrong = {str(each.values["question"]): frozenset({""}) for each in troubles}
            troubles += self._missing({**answers, **wrong})
        if troubles:
            raise AnswersWanted(troubles)
        if outdated and self.prompts:
            self.prompts.tell(say("file-answers-wanted", self.target.language, path=file))
            for each in outdated:
                self.prompts.tell(f"  - {each.said_in(self.target.language)}")
        return answers

    def give(self, answers: Choices) -> None:
        """Show or write the advice for these answers; where it scrolls past, the first steps once more in short."""
        if self.prompts:
            self.prompts.tell("")
        report = self.present(answers, self.target)
        if self.prompts and self.is_conversation:
            self.prompts.tell("\n" + say("in-short", self.target.language))
            for number, title in enumerate(first_titles(report), 1):
                self.prompts.tell(f"{number:3}. {title}")

    def present(self, answers: Choices, target: Target) -> Report:
        """Bring the advice for these answers to where it is wanted."""
        report = self.teller.report(advise(self.base, answers))
        document = lambda: prose.advice(  # noqa: E731
            report, self.teller, everything=self.everything, for_file=target.stands_alone
        )
        presenting.present(lambda: report, document, target)
        return report

    def _save_answers(self, answers: Choices) -> None:
        if self.saving.path and answers:
            language = self.target.language
            from katalys_cli import answers as answers_file  # YAML is slow to import

            path = answers_file.write(self.saving.path, self.base, answers, language, force=self.saving.force)
            print(say("answers-saved", language, path=path), file=sys.stderr)

    def _missing(self, answers: Choices) -> list[KatalysError]:
        return [naming.missing_answer(each) for each in questionnaire.missing(self.base, answers)]


class _Sitting:
    """The conversation itself."""

    def __init__(self, session: Session, asker: Prompts, interviewer: Interviewer) -> None:
        self._session, self._asker, self._interviewer = session, asker, interviewer

    def run(self) -> None:
        """Ask, give the advice, and go on while someone is there."""
        self._complete()
        if self._session.is_conversation:
            self._go_on()

    @property
    def _interview(self) -> Interview:
        return self._interviewer.interview

    def _complete(self) -> None:
        self._interviewer.finish()
        self._give()

    def _give(self) -> None:
        """The advice, what it lacks, and the question that would help most."""
        self._session.give(self._interview.shown)
        if self._interview.question:
            self._tell("ended-early")
        if helpful := questionnaire.most_helpful(self._session.base, self._interview.answers):
            question, tips = helpful
            if self._interview.until is Until.FIRST_STEPS and not self._interview.question:
                self._tell("first-steps-settled")
            key = "would-help-most-one" if len(tips) == 1 else "would-help-most"
            self._tell(key, question=question.text, number=len(tips))

    def _go_on(self) -> None:
        """Save, look further, correct an answer, or stop; the end of the input means stop."""
        actions: Mapping[str, Callable[[], None]] = {
            "next-continue": self._continue,
            "next-save": self._save,
            "next-another": self._another,
            "next-change": self._change,
        }
        try:
            while (wish := self._wish(actions)) != "next-stop":
                actions[wish]()
        except (EndOfInput, Unfinished):
            return

    def _wish(self, actions: Mapping[str, object]) -> str:
        self._asker.tell("")
        wishes = [each for each in (*actions, "next-stop") if each != "next-continue" or self._can_continue]
        options = [Choice(wish, self._say(wish)) for wish in wishes]
        (chosen,) = self._asker.choose(self._say("what-next"), options, prompts.one_of(options))
        return chosen

    @property
    def _can_continue(self) -> bool:
        return self._interview.to_the_end().question is not None

    def _continue(self) -> None:
        """Ask on, now until nothing can change any more."""
        self._interviewer.interview = self._interview.to_the_end()
        self._complete()

    def _save(self) -> None:
        name = self._asker.read(self._say("save-as"), self._say("default-file"))
        try:
            force = Path(name).is_file() and self._agreed("replace")
            if Path(name).suffix.casefold() in ANSWERS_SUFFIXES:
                from katalys_cli import answers as answers_file

                path = answers_file.write(
                    Path(name), self._session.base, self._interview.shown, self._asker.language, force=force
                )
                self._tell("answers-saved", path=path)
            else:
                target = presenting.target(self._asker.language, None, name, force=force)
                self._session.present(self._interview.shown, target)
        except EndOfInput:
            raise
        except KatalysError as trouble:
            self._asker.tell(trouble.said_in(self._asker.language))

    def _agreed(self, wish: str) -> bool:
        """Whether they choose the wish, rather than to keep things as they are."""
        options = [Choice(key, self._say(key)) for key in (wish, "keep")]
        return wish in self._asker.choose(self._say("file-exists"), options, prompts.one_of(options))

    def _another(self) -> None:
        """A second advice that uses what is known about the situation."""
        self._interviewer.interview = self._interview.elsewhere()
        self._complete()

    def _change(self) -> None:
        before = self._interview.answers
        self._interviewer.review()
        self._interviewer.finish()
        if self._interview.answers == before:
            self._tell("no-advice-changed")
        else:
            self._give()

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._asker.language, **values)

    def _tell(self, key: str, **values: object) -> None:
        self._asker.tell(self._say(key, **values))


def first_titles(report: Report) -> list[str]:
    """What to begin with, a title for each first step."""
    return [tip.title for finding in report.findings for tip in finding.tips if tip.id in finding.first_steps]


def at_screen() -> bool:
    """Whether a person sits at the keyboard and sees what is asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())


def asker(language: Language, *, plain: bool, silent: bool) -> Prompts | None:
    """Menus where keys and screen allow them, else numbered lines; None where nothing may be asked."""
    if silent:
        return None
    drawn = at_screen() and not plain and os.environ.get("TERM") != "dumb"
    if not drawn:
        return prompts.Lines(language)
    from katalys_cli.menus import Menus

    return Menus(language)
