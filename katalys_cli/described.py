"""Answers that are alike, said shortly: for a line of a list, or for an edge of a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from katalys_cli import rules
from katalys_cli.messages import say
from katalys_cli.model import Language, Question
from katalys_cli.rules import Answer

Called = Callable[[str], str]
"""What an option is called."""


def alike(answers: frozenset[Answer], question: Question, called: Called, language: Language) -> str:
    """The answers as one phrase; of a question that takes many, by the options that make the difference."""
    if not question.many:
        return _listed({option for answer in answers for option in answer}, question, called)
    if answers == frozenset(rules.answers_to(question)):
        return say("any-answer", language)
    always = {option for option in question.options if answers >= _holding({option}, question)}
    if always and answers == _holding(always, question):
        return _listed(always, question, called)
    alone = {option for option in question.options if frozenset({option}) in answers}
    if alone and answers == _only(alone, question):
        return say("only-these", language, names=_listed(alone, question, called))
    shortest = min(answers, key=lambda answer: (len(answer), sorted(answer)))
    more = say("and-more-answers", language, number=len(answers) - 1) if len(answers) > 1 else ""
    return " + ".join(map(called, sorted(shortest))) + more


def _holding(options: set[str], question: Question) -> frozenset[Answer]:
    return frozenset(answer for answer in rules.answers_to(question) if answer & options)


def _only(options: set[str], question: Question) -> frozenset[Answer]:
    return frozenset(answer for answer in rules.answers_to(question) if answer <= options)


def _listed(options: Iterable[str], question: Question, called: Called) -> str:
    wanted = set(options)
    return ", ".join(called(option) for option in question.options if option in wanted)
