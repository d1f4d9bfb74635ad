"""Ask a person: menus with arrow keys on a terminal, numbered lines everywhere else. Both speak on stderr."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from katalys_cli import questionnaire
from katalys_cli.errors import Interrupted, KatalysError
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, OBSTACLE_TYPE, UNKNOWN, Language, Question
from katalys_cli.questionnaire import Ask, Progress

WIDTH = 76


class EndOfInput(KatalysError):
    """The input stopped before the answer came."""


@dataclass(frozen=True)
class Choice:
    """An answer that can be chosen; `value` is what comes back."""

    value: str
    label: str
    explanation: str = ""


Meaning = Callable[[Sequence[str]], frozenset[str]]
"""What typed words stand for; raises KatalysError when they stand for nothing."""


Find = Callable[[str], Sequence[str]]
"""The options that typed words may mean, likeliest first, for a question that has too many to read."""


class Prompts(Protocol):
    """A way to ask: `choose` gives the values that were chosen, `read` a line of text or the default."""

    @property
    def language(self) -> Language: ...

    def choose(
        self, text: str, choices: Sequence[Choice], meaning: Meaning, many: bool = False, find: Find | None = None
    ) -> frozenset[str]: ...

    def read(self, text: str, default: str) -> str: ...

    def tell(self, text: str) -> None: ...


def asking(prompts: Prompts, find: Find | None = None) -> Ask:
    """Ask a question of the interview, saying how far it is; `find` looks obstacles up in someone's own words."""

    def ask(question: Question, progress: Progress) -> frozenset[str]:
        language = prompts.language
        prompts.tell("\n" + say("progress", language, number=progress.number, at_most=progress.at_most))
        if question.explanation:
            prompts.tell(question.explanation.said_in(language))

        own_words = find if question.id == OBSTACLE else None

        def meaning(words: Sequence[str]) -> frozenset[str]:
            try:
                return questionnaire.options_named(question, words)
            except KatalysError:
                found = [each for each in own_words(" ".join(words)) if each in question.options] if own_words else []
                if not found:
                    raise
                raise questionnaire.no_such_option(question, " ".join(words), found[:3]) from None

        text, offered = question.text.said_in(language), choices(question, language)
        return prompts.choose(text, offered, meaning, question.many, own_words)

    return ask


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
    """The meaning of words in a menu that is no question: a label or the beginning of one."""

    def meaning(words: Sequence[str]) -> frozenset[str]:
        wanted = " ".join(words).casefold()
        found = [each.value for each in options if each.label.casefold().startswith(wanted)]
        if len(found) != 1:
            raise KatalysError("choose-a-number", most=len(options))
        return frozenset(found)

    return meaning


@dataclass(frozen=True)
class Menus:
    """Menus drawn by questionary: arrow keys, or type to filter."""

    language: Language

    def choose(
        self,
        text: str,
        choices: Sequence[Choice],
        meaning: Meaning,
        many: bool = False,
        find: Find | None = None,
    ) -> frozenset[str]:
        chosen = self._checked(text, choices) if many else self._selected(text, choices, find)
        labels = ", ".join(each.label for each in choices if each.value in chosen)
        self.tell(f"{text} → {labels}")
        return chosen

    def read(self, text: str, default: str) -> str:
        import questionary

        return str(self._answer(questionary.text(text, default=default, qmark="", output=_screen())))

    def tell(self, text: str) -> None:
        print(text, file=sys.stderr)

    def _selected(self, text: str, choices: Sequence[Choice], find: Find | None) -> frozenset[str]:
        import questionary

        menu = questionary.select(
            text,
            _drawn(choices),
            instruction=say("menu-instruction", self.language),
            **self._common(),
        )
        if find:
            _search_by(find, menu)
        return frozenset({self._answer(menu)})

    def _checked(self, text: str, choices: Sequence[Choice]) -> frozenset[str]:
        import questionary

        menu = questionary.checkbox(
            text,
            _drawn(choices),
            instruction=say("checkbox-instruction", self.language),
            validate=self._trouble,
            **self._common(),
        )
        return frozenset(self._answer(menu))

    def _trouble(self, chosen: Sequence[str]) -> bool | str:
        """What questionary shows when the ticked options cannot be an answer."""
        if not chosen:
            return say("tick-at-least-one", self.language)
        try:
            meaningful(frozenset(chosen))
        except KatalysError as trouble:
            return trouble.said_in(self.language)
        return True

    def _common(self) -> dict[str, Any]:
        return {
            "qmark": "",
            "use_search_filter": True,
            "use_jk_keys": False,
            "erase_when_done": True,
            "output": _screen(),
        }

    def _answer(self, question: Any) -> Any:
        _made_ours(question)
        try:
            return question.unsafe_ask()
        except KeyboardInterrupt as error:
            raise Interrupted("interrupted") from error
        except EOFError as error:
            raise EndOfInput("end-of-input") from error


def _screen() -> Any:
    """Where menus are drawn: the terminal behind stderr, so that stdout holds the result alone."""
    from prompt_toolkit.output import create_output

    return create_output(stdout=sys.stderr)


def _drawn(choices: Sequence[Choice]) -> list[Any]:
    import questionary

    return [questionary.Choice(each.label, each.value, description=_folded(each.explanation)) for each in choices]


def _folded(explanation: str) -> str | None:
    return "\n  ".join(textwrap.wrap(explanation, WIDTH)) or None


def _made_ours(question: Any) -> None:
    """What questionary does otherwise: it puts an English word before a description, Enter chooses the first option
    when nothing matches what was typed, and Ctrl-D does nothing."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from questionary.prompts.common import InquirerControl

    application = question.application
    for control in application.layout.find_all_controls():
        if isinstance(control, InquirerControl):
            control.text = _plain_descriptions(control.text)
            patient = KeyBindings()
            patient.add("enter", filter=_finds_nothing(control), eager=True)(lambda event: None)  # noqa: ARG005
            patient.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
            application.key_bindings = merge_key_bindings([application.key_bindings, patient])


def _finds_nothing(control: Any) -> Any:
    from prompt_toolkit.filters import Condition

    return Condition(lambda: bool(control.search_filter and control.filtered_choices and not control.found_in_search))


def _search_by(find: Find, menu: Any) -> None:
    """Let what is typed in a menu be looked up, beside the titles that hold it; questionary knows only the titles."""
    from functools import cache

    from questionary.prompts.common import InquirerControl

    meant = cache(find)  # a menu asks for its choices many times

    class Searching(InquirerControl):
        @property
        def filtered_choices(self) -> list[Any]:
            typed = (self.search_filter or "").casefold()
            found = _filtered(typed, self.choices, meant)
            self.found_in_search = bool(typed and found)
            return found or self.choices

    for control in menu.application.layout.find_all_controls():
        if isinstance(control, InquirerControl):
            control.__class__ = Searching


def _filtered(typed: str, choices: Sequence[Any], find: Find) -> list[Any]:
    """The choices with what is typed in their title, then those that it may mean."""
    holding = [each for each in choices if typed in each.title.casefold()]
    meant = find(typed) if len(typed) > 2 else ()
    by_value = {each.value: each for each in choices if each not in holding}
    return [*holding, *(by_value[each] for each in meant if each in by_value)]


def _plain_descriptions(tokens: Any) -> Any:
    return lambda: [(style, text.replace("  Description: ", "\n  ", 1)) for style, text, *_ in tokens()]


@dataclass(frozen=True)
class Lines:
    """Numbered lines: a number or a word and Enter. No colours, nothing is redrawn."""

    language: Language

    def choose(
        self,
        text: str,
        choices: Sequence[Choice],
        meaning: Meaning,
        many: bool = False,
        find: Find | None = None,
    ) -> frozenset[str]:
        self.tell(text)
        for number, each in enumerate(choices, 1):
            self.tell(_numbered(number, each))
        while True:
            try:
                chosen = self._chosen(choices, meaning, many)
            except (EndOfInput, Interrupted):
                raise
            except KatalysError as trouble:
                self.tell(trouble.said_in(self.language))
                continue
            self.tell("→ " + ", ".join(each.label for each in choices if each.value in chosen))
            return chosen

    def read(self, text: str, default: str) -> str:
        return self._line(f"{text} [{default}] ") or default

    def tell(self, text: str) -> None:
        print(text, file=sys.stderr)

    def _chosen(self, choices: Sequence[Choice], meaning: Meaning, many: bool) -> frozenset[str]:
        said = self._line(say("number-or-word-many" if many else "number-or-word", self.language) + " ")
        parts = said.replace(",", " ").split()
        if parts and all(part.isdecimal() and len(part) < 5 for part in parts):
            return self._by_number([int(part) for part in parts], choices, many)
        return meaning([part.strip() for part in said.split(",")] if many else [said])

    def _by_number(self, numbers: Sequence[int], choices: Sequence[Choice], many: bool) -> frozenset[str]:
        if any(not 1 <= number <= len(choices) for number in numbers) or (len(numbers) > 1 and not many):
            raise KatalysError("choose-a-number", most=len(choices))
        return meaningful(frozenset(choices[number - 1].value for number in numbers))

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


def meaningful(chosen: frozenset[str]) -> frozenset[str]:
    """The same options. Raises KatalysError where "I do not know" stands beside another."""
    if UNKNOWN in chosen and len(chosen) > 1:
        raise KatalysError("unknown-alone")
    return chosen


def _numbered(number: int, choice: Choice) -> str:
    explanation = f" ({choice.explanation})" if choice.explanation else ""
    return f"{number:3}. {choice.label}{explanation}"
