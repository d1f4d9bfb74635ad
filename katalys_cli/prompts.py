"""Ask a person in numbered lines, one after the other; `menus` asks with arrow keys. Both speak on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from katalys_cli import naming, questionnaire, telling, wording
from katalys_cli.errors import Interrupted, KatalysError
from katalys_cli.interview import Interview, Move
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, OBSTACLE_TYPE, UNKNOWN, KnowledgeBase, Language, Question
from katalys_cli.sentences import MESSAGES

NOTHING: frozenset[str] = frozenset()


class EndOfInput(KatalysError):
    """The input stopped before the answer came."""


class Choice(msgspec.Struct, frozen=True):
    """An answer that can be chosen; `value` is what comes back."""

    value: str
    label: str
    explanation: str = ""


Meaning = Callable[[Sequence[str]], frozenset[str]]
"""What typed words stand for; raises KatalysError when they stand for nothing."""


Find = Callable[[str], Sequence[str]]
"""The options that typed words may mean, likeliest first, for a question that has too many to read."""


class Prompts(Protocol):
    """A way to ask: `choose` gives the values that were chosen, or the one move; `read` a line of text or the default.

    What is chosen already may be in `now`.
    """

    @property
    def language(self) -> Language: ...

    def choose(
        self,
        text: str,
        choices: Sequence[Choice],
        meaning: Meaning,
        many: bool = False,
        moves: Sequence[Move] = (),
        now: frozenset[str] = NOTHING,
        find: Find | None = None,
    ) -> frozenset[str]: ...

    def read(self, text: str, default: str) -> str: ...

    def tell(self, text: str) -> None: ...


def ask(prompts: Prompts, question: Question, interview: Interview) -> frozenset[str]:
    """Ask the question where an interview stands, saying how far it is: its options, or a move."""
    language, progress = prompts.language, interview.progress
    prompts.tell("\n" + say("progress", language, number=progress.number, at_most=progress.at_most))
    if question.explanation:
        prompts.tell(question.explanation.said_in(language))

    find = _in_own_words(interview.base, question.id) if question.id in (OBSTACLE, OBSTACLE_TYPE) else None
    offered = choices(question, language)
    now = interview.now if interview.now <= {each.value for each in offered} else NOTHING
    meaning = _meaning(question, find, interview.base)
    return prompts.choose(question.text.said_in(language), offered, meaning, question.many, interview.moves, now, find)


def _in_own_words(base: KnowledgeBase, asked: str) -> Find:
    """Which obstacles someone may mean who does not know our words, or the types of these."""
    from katalys_cli import search

    def types(words: str) -> Sequence[str]:
        return tuple(dict.fromkeys(base.obstacles[each].type for each in search.meant(base, words)))

    return types if asked == OBSTACLE_TYPE else lambda words: search.meant(base, words)


def _meaning(question: Question, find: Find | None, base: KnowledgeBase) -> Meaning:
    """The options that words name; where they name none and `find` knows what they may mean, that is the suggestion,
    and whom to ask is where they are about something else."""

    def meaning(words: Sequence[str]) -> frozenset[str]:
        try:
            return naming.options_named(question, words)
        except KatalysError:
            said = " ".join(words)
            if find and (matter := _elsewhere(base, said)):
                raise matter from None
            found = [each for each in find(said) if each in question.options] if find else []
            if not found:
                raise
            raise naming.no_such_option(question, said, found[:3]) from None

    return meaning


def _elsewhere(base: KnowledgeBase, said: str) -> KatalysError | None:
    """Whom to ask about words that are about nothing here; None where they may be, or nobody is known."""
    from katalys_cli import search

    matter = None if search.matches(base, said, most=1) else search.belongs_elsewhere(base, said)
    if matter is None or matter.ask is None:
        return None
    return KatalysError("asked-elsewhere", query=said, matter=matter.name, ask=matter.ask)


def choices(question: Question, language: Language) -> list[Choice]:
    """The options as a person sees them, with "I do not know" last where that is an answer."""
    shown = [
        Choice(name, option.label.said_in(language), option.explanation.said_in(language) if option.explanation else "")
        for name, option in question.options.items()
    ]
    if questionnaire.may_be_unknown(question):
        key = "show-all-obstacles" if question.id == OBSTACLE_TYPE else "do-not-know"
        shown.append(Choice(UNKNOWN, say(key, language)))
    return shown


def one_of(options: Sequence[Choice]) -> Meaning:
    """The meaning of words in a menu that is no question: a name or a label, or the beginning of just one."""

    def meaning(words: Sequence[str]) -> frozenset[str]:
        wanted = " ".join(words).casefold()
        called = [(each.value, (each.value.casefold(), each.label.casefold())) for each in options]
        whole = [value for value, names in called if wanted in names]
        found = whole or [value for value, names in called if any(name.startswith(wanted) for name in names)]
        if len(found) != 1:
            raise KatalysError("choose-a-number", most=len(options))
        return frozenset(found)

    return meaning


class Lines(msgspec.Struct, frozen=True):
    """Numbered lines: a number or a word and Enter. No colours, nothing is redrawn."""

    language: Language

    def choose(
        self,
        text: str,
        choices: Sequence[Choice],
        meaning: Meaning,
        many: bool = False,
        moves: Sequence[Move] = (),
        now: frozenset[str] = NOTHING,
        find: Find | None = None,
    ) -> frozenset[str]:
        self.tell(text)
        for number, each in enumerate(choices, 1):
            self.tell(_numbered(number, each))
        if moves:
            words = [
                f"{say(f'word-{move.name}', self.language)} ({say(f'short-{move.name}', self.language)})"
                for move in moves
            ]
            self.tell(say("or-type", self.language, words=wording.joined(words, say("or", self.language))))
        while True:
            said = self._line(self._wanted(choices, many, now) + " ")
            try:
                chosen = _move(said, moves) or (now if not said else NOTHING) or _chosen(said, choices, meaning, many)
            except KatalysError as trouble:
                self.tell(trouble.said_in(self.language))
                continue
            if not chosen & frozenset(Move):
                self.tell("→ " + _labels(choices, chosen))
            return chosen

    def _wanted(self, choices: Sequence[Choice], many: bool, now: frozenset[str]) -> str:
        """What is to be typed, and what an empty line stands for where that means something."""
        key = "number-or-word-many" if many else "number-or-word"
        if not now:
            return say(key, self.language)
        return say("enter-keeps", self.language, now=_labels(choices, now)) + " " + say(key, self.language)

    def read(self, text: str, default: str) -> str:
        return self._line(f"{text} [{default}] " if default else f"{text} ") or default

    def tell(self, text: str) -> None:
        telling.tell(text)

    def _line(self, text: str) -> str:
        print(text, end="", file=sys.stderr, flush=True)
        try:
            line = sys.stdin.readline() if sys.stdin else ""
        except KeyboardInterrupt as error:
            raise Interrupted("interrupted") from error
        if not line:
            self.tell("")
            raise EndOfInput("end-of-input")
        return line.strip()


def _chosen(said: str, choices: Sequence[Choice], meaning: Meaning, many: bool) -> frozenset[str]:
    parts = said.replace(",", " ").split()
    if parts and all(part.isdecimal() and len(part) < 5 for part in parts):
        return _by_number([int(part) for part in parts], choices, many)
    return meaning([part.strip() for part in said.split(",")] if many else [said])


def _by_number(numbers: Sequence[int], choices: Sequence[Choice], many: bool) -> frozenset[str]:
    if any(not 1 <= number <= len(choices) for number in numbers) or (len(numbers) > 1 and not many):
        raise KatalysError("choose-a-number", most=len(choices))
    return meaningful(frozenset(choices[number - 1].value for number in numbers))


def _move(said: str, moves: Sequence[Move]) -> frozenset[str]:
    """The move that a word in either language stands for; nothing where it is none."""
    return frozenset(move for move in moves if said.casefold() in MESSAGES[f"word-{move.name}"])


def _labels(choices: Sequence[Choice], chosen: frozenset[str]) -> str:
    return ", ".join(each.label for each in choices if each.value in chosen)


def meaningful(chosen: frozenset[str]) -> frozenset[str]:
    """The same options. Raises KatalysError where "I do not know" stands beside another."""
    if UNKNOWN in chosen and len(chosen) > 1:
        raise KatalysError("unknown-alone")
    return chosen


def _numbered(number: int, choice: Choice) -> str:
    explanation = f" ({choice.explanation})" if choice.explanation else ""
    return f"{number:3}. {choice.label}{explanation}"
