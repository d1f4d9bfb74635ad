"""Which question comes next, what a typed word means, and which answers still matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from katalys_cli import advice, rules
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
    Obstacle,
    Option,
    Question,
    Text,
)
from katalys_cli.sentences import MESSAGES

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


@dataclass(frozen=True)
class Progress:
    """How far the interview is, both counted from 1: this question, and the last one there can be."""

    number: int
    at_most: int


Ask: TypeAlias = Callable[[Question, Progress], frozenset[str]]


def interview(base: KnowledgeBase, ask: Ask, answers: Choices) -> Choices:
    """Ask until nothing can change the advice any more; what is answered already is not asked."""
    asked = 0
    while question := next_question(base, answers):
        progress = Progress(asked + 1, asked + most_left(base, answers))
        answers = {**answers, question.id: ask(question, progress)}
        asked += 1
    return answers


def next_question(base: KnowledgeBase, answers: Choices) -> Question | None:
    """The next question that can still change the advice; None when nothing can."""
    if ROLE not in answers:
        return base.questions[ROLE]
    if OBSTACLE not in answers:
        return obstacle_question(base, answers) if OBSTACLE_TYPE in answers else type_question(base)
    open_now = relevant(base, answers)
    return next((question for name, question in base.questions.items() if name in open_now), None)


def relevant(base: KnowledgeBase, answers: Choices) -> frozenset[str]:
    """The unanswered questions that can still change the reader's own tips."""
    tips = [tip for each in answers[OBSTACLE] for tip in advice.own_tips(base, each, answers)]
    lefts = (rules.diagram(tip, answers, base.questions) for tip in tips)
    return frozenset().union(*(rules.open_questions(left) for left in lefts)) - answers.keys()


def most_left(base: KnowledgeBase, answers: Choices) -> int:
    """An upper bound of the questions to come; before the obstacle is known, the promise of the knowledge."""
    if OBSTACLE in answers and ROLE in answers:
        return len(relevant(base, answers))
    if OBSTACLE in answers:
        return 1 + max(len(relevant(base, {**answers, ROLE: frozenset({role})})) for role in base.roles)
    first = [name for name in FIRST if name not in answers]
    return len(first) + base.about.most_questions - len(FIRST)


def type_question(base: KnowledgeBase) -> Question:
    """Which type of obstacle; "I do not know" leads to the list of all obstacles."""
    options = {
        name: Option(label=each.name, clause=each.name, explanation=each.explanation)
        for name, each in base.types.items()
        if any(obstacle.type == name for obstacle in base.obstacles.values())
    }
    return Question(id=OBSTACLE_TYPE, text=_message("ask-obstacle-type"), options=options)


def obstacle_question(base: KnowledgeBase, answers: Choices) -> Question:
    """Which obstacle, of the types that were chosen, each with how someone who meets it may sigh."""
    types = rules.known(answers).get(OBSTACLE_TYPE, frozenset(base.types))
    options = {
        name: Option(label=each.name, clause=each.name, explanation=_first_sign(each))
        for name, each in base.obstacles.items()
        if each.type in types
    }
    return Question(id=OBSTACLE, text=_message("ask-obstacle"), options=options)


def question_named(base: KnowledgeBase, name: str) -> Question:
    """The question with this id, or an unambiguous beginning of it. Raises KatalysError with the nearest ones."""
    questions = {
        OBSTACLE_TYPE: type_question(base),
        OBSTACLE: obstacle_question(base, {}),
        **base.questions,
    }
    wanted = name.strip().replace("-", "_").casefold()
    found = [each for each in questions if each == wanted] or [each for each in questions if each.startswith(wanted)]
    if len(found) == 1 and wanted:
        return questions[found[0]]
    raise KatalysError("no-such-question", name=name, near=nearest(wanted, questions) or tuple(questions))


def may_be_unknown(question: Question) -> bool:
    """Whether "I do not know" is an answer: to anything but who you are and what stands in the way."""
    return question.id not in (ROLE, OBSTACLE)


def options_named(question: Question, words: Iterable[str]) -> frozenset[str]:
    """The options that these words mean. Raises KatalysError with the nearest right ones."""
    chosen = frozenset().union(*(_options_named(question, word) for word in words))
    if len(chosen) > 1 and (UNKNOWN in chosen or not _takes_many(question)):
        raise KatalysError("one-answer-only", names=tuple(sorted(chosen)))
    return chosen


def no_such_option(question: Question, word: str, near: Sequence[str]) -> KatalysError:
    key = "no-such-option" if near else "no-such-option-at-all"
    called = tuple(_called(question, name) for name in near)
    return KatalysError(key, name=word, near=called, allowed=_all_called(question))


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
            question = question_named(base, name)
            meant = question.id
            said.setdefault(meant, []).extend(words)
            if not words:
                raise KatalysError("no-option-given", allowed=_all_called(question))
            answers[meant] = options_named(question, said[meant])
        except KatalysError as trouble:
            troubles.append(KatalysError("for-option", option=option_for(meant), trouble=trouble, question=meant))
    return answers, troubles


def missing(base: KnowledgeBase, answers: Choices) -> list[Question]:
    """The questions that must be answered before there can be advice: who, and what stands in the way."""
    wanted = [] if ROLE in answers else [base.questions[ROLE]]
    return wanted if OBSTACLE in answers else [*wanted, obstacle_question(base, answers)]


def changed(answers: Choices, question: str) -> Choices:
    """The answers when this one is to be given anew: later answers stay, an obstacle goes with its type."""
    gone = {question, OBSTACLE} if question == OBSTACLE_TYPE else {question}
    return {name: chosen for name, chosen in answers.items() if name not in gone}


def still_relevant(base: KnowledgeBase, answers: Choices) -> Choices:
    """The answers without those that no longer make a difference, such as after another role was chosen."""
    kept = {name: chosen for name, chosen in answers.items() if name in FIRST}
    for name in base.questions:
        if name in answers and name in relevant(base, kept):
            kept = {**kept, name: answers[name]}
    return kept


def _takes_many(question: Question) -> bool:
    """Someone may name several obstacles, and a group of roles; other questions say so themselves."""
    return question.many or question.id in FIRST


def _options_named(question: Question, word: str) -> frozenset[str]:
    names = {name: [name, option.label.nl, option.label.en] for name, option in question.options.items()}
    names |= {name: [name, text.nl, text.en] for name, text in question.groups.items()}
    if may_be_unknown(question):
        names |= {UNKNOWN: [UNKNOWN, *MESSAGES["do-not-know"]]}
    found = _exact(names, word) or _beginning(names, word)
    if len(found) != 1:
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


def _message(key: str) -> Text:
    nl, en = MESSAGES[key]
    return Text(nl=nl, en=en)


def _first_sign(obstacle: Obstacle) -> Text:
    return Text(nl=next(iter(obstacle.signs.nl), ""), en=next(iter(obstacle.signs.en), ""))
