"""Ask a person with menus drawn by questionary, and with keys of our own."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec

from katalys_cli import telling
from katalys_cli.errors import Interrupted, KatalysError
from katalys_cli.interview import Move
from katalys_cli.messages import say
from katalys_cli.model import Language
from katalys_cli.prompts import NOTHING, Choice, EndOfInput, Find, Meaning, meaningful

WIDTH = 76
KEYS = {"left": Move.BACK, "?": Move.WHY}


class Menus(msgspec.Struct, frozen=True):
    """Menus drawn by questionary: arrow keys, or type to filter."""

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
        offered = [*choices, *(Choice(move, say(f"move-{move.name}", self.language)) for move in moves)]
        chosen = self._checked(text, offered, now) if many else self._selected(text, offered, now, find)
        if not chosen & frozenset(Move):
            labels = ", ".join(each.label for each in choices if each.value in chosen)
            self.tell(f"{text} → {labels}")
        return chosen

    def read(self, text: str, default: str) -> str:
        import questionary

        return str(self._answer(questionary.text(text, default=default, qmark="", output=_screen())))

    def tell(self, text: str) -> None:
        telling.tell(text)

    def _selected(self, text: str, choices: Sequence[Choice], now: frozenset[str], find: Find | None) -> frozenset[str]:
        import questionary

        if find:
            find("")  # a lexicon that must still be made is made now, and not while they type
        menu = questionary.select(
            telling.folded(text, telling.width()),
            _drawn(choices),
            default=next(iter(now)) if len(now) == 1 else None,
            instruction=_after(text, say("menu-instruction", self.language)),
            **self._common(),
        )
        if find:
            _search_by(find, menu)
        return frozenset({self._answer(menu)})

    def _checked(self, text: str, choices: Sequence[Choice], now: frozenset[str]) -> frozenset[str]:
        import questionary

        menu = questionary.checkbox(
            telling.folded(text, telling.width()),
            _drawn(choices, ticked=now),
            instruction=_after(text, say("checkbox-instruction", self.language)),
            validate=self._trouble,
            **self._common(),
        )
        chosen = frozenset(self._answer(menu, many=True))
        return chosen if len(chosen) == 1 else chosen - frozenset(Move)

    def _trouble(self, ticked: Sequence[str]) -> bool | str:
        """What questionary shows when the ticked options cannot be an answer."""
        chosen = frozenset(ticked) - frozenset(Move)  # Ctrl-A ticks all there is
        if not chosen:
            return say("tick-at-least-one", self.language)
        try:
            meaningful(chosen)
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

    def _answer(self, question: Any, many: bool = False) -> Any:
        _made_ours(question, many, say("menu-finds-nothing", self.language))
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


def _drawn(choices: Sequence[Choice], ticked: frozenset[str] = NOTHING) -> list[Any]:
    import questionary

    return [
        questionary.Choice(each.label, each.value, description=_folded(each.explanation), checked=each.value in ticked)
        for each in choices
    ]


def _folded(explanation: str) -> str | None:
    return "\n  ".join(textwrap.wrap(explanation, min(WIDTH, telling.width() - 2))) or None


def _after(text: str, instruction: str) -> str:
    """The instruction, on a line of its own where there is no room for it beside the question."""
    return instruction if len(text) + len(instruction) + 2 <= telling.width() else f"\n {instruction}"


def _made_ours(question: Any, many: bool, nothing_found: str) -> None:
    """What questionary does otherwise: it puts an English word before a description, Enter chooses the first option
    when nothing matches what was typed, which it does not say, Ctrl-D does nothing, Escape with Enter is an answer,
    a move would have to be ticked and confirmed, and a question is cut off when the screen becomes narrower."""
    from prompt_toolkit.filters import Always
    from prompt_toolkit.key_binding import merge_key_bindings
    from questionary.prompts.common import InquirerControl

    application = question.application
    for window in application.layout.find_all_windows():
        window.wrap_lines = Always()
    for control in application.layout.find_all_controls():
        if isinstance(control, InquirerControl):
            control.text = _drawn_our_way(control, nothing_found)
            application.key_bindings = merge_key_bindings([application.key_bindings, _keys(control, many)])


def _keys(control: Any, many: bool) -> Any:
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings

    def make(event: Any, move: str) -> None:
        event.app.exit(result=[move] if many else move)

    moves = {each.value for each in control.choices} & frozenset(Move)
    keys = KeyBindings()
    keys.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    keys.add("escape", eager=True)(lambda event: _all_again(control))  # noqa: ARG005
    for key, move in KEYS.items():
        if move in moves:
            keys.add(key, eager=True)(partial(make, move=move))
    for key in ("enter", " ") if many else ():
        at_move = Condition(lambda: control.get_pointed_at().value in moves)
        keys.add(key, filter=at_move, eager=True)(lambda event: make(event, control.get_pointed_at().value))
    keys.add("enter", filter=_finds_nothing(control), eager=True)(lambda event: None)  # noqa: ARG005
    return keys


def _all_again(control: Any) -> None:
    """Forget what was typed; without this, Escape and Enter would be an empty answer."""
    control.search_filter, control.found_in_search, control.pointed_at = None, False, 0


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


def _drawn_our_way(control: Any, nothing_found: str) -> Any:
    """The lines of a menu without the English word, without a box before what is no option, and none wider than the
    screen; above them, where what was typed leads to nothing, what to do."""
    from questionary.constants import INDICATOR_SELECTED, INDICATOR_UNSELECTED

    tokens, boxes = control.text, (f"{INDICATOR_SELECTED} ", f"{INDICATOR_UNSELECTED} ")
    titles = {each.title: each.value in frozenset(Move) for each in control.choices}

    def drawn() -> list[tuple[str, str]]:
        plain = [(style, text.replace("  Description: ", "\n  ", 1)) for style, text, *_ in tokens()]
        following = [text for _, text in plain[1:]] + [""]
        notice = [("", f"  {nothing_found}\n")] if control.search_filter and not control.found_in_search else []
        return notice + [
            (style, "  " if text in boxes and titles.get(after) else _within(text) if text in titles else text)
            for (style, text), after in zip(plain, following, strict=True)
        ]

    return drawn


def _within(title: str) -> str:
    """A title in as many lines as it needs behind the pointer, and a box."""
    return "\n     ".join(textwrap.wrap(title, telling.width() - 5)) or title
