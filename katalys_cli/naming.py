"""What a typed word means: which question, and which of its options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from katalys_cli.errors import KatalysError, nearest
from katalys_cli.messages import say
from katalys_cli.model import (
    FIRST,
    OBSTACLE,
    OBSTACLE_TYPE,
    ROLE,
    UNKNOWN,
    Choices,
    KnowledgeBase,
    Language,
    Question,
    Text,
)
from katalys_cli.questionnaire import may_be_unknown, obstacle_question, type_question
from katalys_cli.sentences import MESSAGES

MOST_NAMED = 20
"""Of more options than this a message tells where they stand."""

OPTIONS = {ROLE: "--role", OBSTACLE: "--obstacle"}

Given: TypeAlias = Mapping[str, Sequence[str]]
"""Answers as someone typed them: question → words."""


class AnswersWanted(KatalysError):
    """Answers that are missing or mean nothing, all of them, with what is allowed and the option that sets each."""

    def __init__(self, troubles: Sequence[KatalysError]) -> None:
        super().__init__("answers-wanted")
        self.troubles = troubles

    def said_in(self, language: Language) -> str:
        return "\n".join(
            [say("answers-wanted", language), *(f"  - {each.said_in(language)}" for each in self.troubles)]
        )


def question_named(base: KnowledgeBase, name: str) -> Question:
    """The question with this id, an unambiguous beginning of it, or these words. Raises KatalysError with the nearest ones."""
    if name in base.questions:
        return base.questions[name]
    questions = {
        OBSTACLE_TYPE: type_question(base),
        OBSTACLE: obstacle_question(base, {}),
        **base.questions,
    }
    wanted = name.strip().replace("-", "_").casefold()
    asked = [each for each, question in questions.items() if _asks(question, name)]
    found = (
        asked
        or [each for each in questions if each == wanted]
        or [each for each in questions if each.startswith(wanted)]
    )
    if len(found) == 1 and wanted:
        return questions[found[0]]
    raise KatalysError("no-such-question", name=name, near=nearest(wanted, questions) or tuple(questions))


def options_named(question: Question, words: Iterable[str]) -> frozenset[str]:
    """The options that these words mean. Raises KatalysError with the nearest right ones."""
    chosen = frozenset().union(*(_options_named(question, word) for word in words))
    if len(chosen) > 1 and (UNKNOWN in chosen or not _takes_many(question)):
        raise KatalysError("one-answer-only", names=tuple(sorted(chosen)))
    return chosen


def no_such_option(question: Question, word: str, near: Sequence[str]) -> KatalysError:
    called = tuple(_called(question, name) for name in near)
    if not near and _has_many(question):
        return KatalysError("no-such-option-of-many", name=word, list=f"{question.id}s")
    key = "no-such-option" if near else "no-such-option-at-all"
    return KatalysError(key, name=word, near=called, allowed=_all_called(question))


def missing_answer(question: Question) -> KatalysError:
    """That this question has no answer, with its options, or where they stand when there are many."""
    return KatalysError(
        "missing-answer-of-many" if _has_many(question) else "missing-answer",
        text=question.text,
        option=option_for(question.id),
        allowed=tuple(question.options),
        list=f"{question.id}s",
    )


def _has_many(question: Question) -> bool:
    """Whether its options are too many for a message, and stand in a list of their own."""
    return len(question.options) > MOST_NAMED and question.id in OPTIONS


def option_for(question: str) -> str:
    """The option of the command line that answers a question."""
    return OPTIONS.get(question, f"--answer {question}=...")


def settled(base: KnowledgeBase, given: Given) -> tuple[Choices, list[KatalysError]]:
    """The answers that these words mean, and the trouble with each that means none."""
    answers: dict[str, frozenset[str]] = {}
    troubles: list[KatalysError] = []
    said: dict[str, list[str]] = {}
    for name, words in given.items():
        meant = name
        try:
            question = _asked(base, name, words)
            meant = question.id
            said.setdefault(meant, []).extend(words)
            if not words:
                raise KatalysError("no-option-given", allowed=_all_called(question))
            answers[meant] = options_named(question, said[meant])
        except KatalysError as trouble:
            troubles.append(KatalysError("for-option", option=option_for(meant), trouble=trouble, question=meant))
    return answers, troubles


def _asked(base: KnowledgeBase, name: str, words: Sequence[str]) -> Question:
    """The question that these words answer; with just the obstacles of which they are ids, for there may be thousands."""
    if name == OBSTACLE and words and all(word in base.obstacles for word in words):
        named = {word: base.obstacles[word] for word in words}
        return obstacle_question(msgspec.structs.replace(base, obstacles=named), {})
    return question_named(base, name)


def _takes_many(question: Question) -> bool:
    """Someone may name several obstacles, and a group of roles; other questions say so themselves."""
    return question.many or question.id in FIRST


def _options_named(question: Question, word: str) -> frozenset[str]:
    names = {name: [name, option.label.nl, option.label.en] for name, option in question.options.items()}
    names |= {name: [name, text.nl, text.en] for name, text in question.groups.items()}
    if may_be_unknown(question):
        names |= {UNKNOWN: [UNKNOWN, *MESSAGES["do-not-know"]]}
    found = _exact(names, word) or _beginning(names, word) or _labels(names, word)
    if not found or (len(found) > 1 and found != _labels(names, word)):
        raise no_such_option(question, word, tuple(found) or _near(names, word))
    return question.members(found)


def _called(question: Question, name: str) -> Text | str:
    """An option by its label, and by the id that a script would use."""
    label = question.options[name].label if name in question.options else None
    return Text(nl=f"{label.nl or label.en} ({name})", en=f"{label.en or label.nl} ({name})") if label else name


def _all_called(question: Question) -> tuple[Text | str, ...]:
    return tuple(_called(question, name) for name in question.options)


def _exact(names: Mapping[str, Sequence[str]], word: str) -> list[str]:
    return [name for name, said in names.items() if _plain(word) in map(_plain, said)]


def _beginning(names: Mapping[str, Sequence[str]], word: str) -> list[str]:
    wanted = _plain(word)
    return [name for name, said in names.items() if wanted and any(_plain(each).startswith(wanted) for each in said)]


def _labels(names: Mapping[str, Sequence[str]], word: str) -> list[str]:
    """The names of several labels in one text, as a report has them."""
    left = _plain(word)
    found: list[str] = []
    while left:
        starting = [(len(_plain(each)), name) for name, said in names.items() for each in said if _starts(left, each)]
        if not starting:
            return []
        length, name = max(starting)
        found.append(name)
        left = left[length:].lstrip(",; ")
    return found


def _starts(text: str, label: str) -> bool:
    """Whether a list of labels begins with this one."""
    said = _plain(label)
    return bool(said) and text.startswith(said) and text[len(said) : len(said) + 1] in ("", ",", ";")


def _asks(question: Question, words: str) -> bool:
    asked = {_plain(each.rstrip("?")) for each in said_in_any(question.text)}
    return _plain(words.rstrip("?")) in asked


def said_in_any(text: Text) -> set[str]:
    """How a text may read, in one language or the other."""
    return {each for each in (text.nl, text.en, *map(text.said_in, Language)) if each}


def _near(names: Mapping[str, Sequence[str]], word: str) -> tuple[str, ...]:
    """The names that hold the word, else those that look like it."""
    holding = [
        name for name, said in names.items() if len(word) > 3 and any(_plain(word) in _plain(each) for each in said)
    ]
    if 0 < len(holding) <= 3:
        return tuple(holding)
    said = {_plain(each): name for name, all_said in names.items() for each in all_said}
    return tuple(dict.fromkeys(said[each] for each in nearest(_plain(word), said)))


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
