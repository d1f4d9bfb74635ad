"""Which question comes next, and which answers still matter."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping

from katalys_cli import advice, explanations, rules
from katalys_cli.errors import KatalysError
from katalys_cli.model import (
    FIRST,
    OBSTACLE,
    OBSTACLE_TYPE,
    ROLE,
    Choices,
    KnowledgeBase,
    Obstacle,
    Option,
    Question,
    Text,
    Tip,
)
from katalys_cli.sentences import MESSAGES


class Until(enum.StrEnum):
    """When an interview may end: nothing can change the advice any more, or just the first steps of it."""

    NOTHING_CHANGES = "nothing-changes"
    FIRST_STEPS = "first-steps"


def until(name: str | None) -> Until:
    """When the interview is to end, by its name. Raises KatalysError."""
    wanted = (name or Until.NOTHING_CHANGES).casefold()
    if wanted not in tuple(Until):
        raise KatalysError("no-such-end", name=wanted, near=tuple(Until))
    return Until(wanted)


def next_question(base: KnowledgeBase, answers: Choices, until: Until = Until.NOTHING_CHANGES) -> Question | None:
    """The next question that can still change the advice; None when nothing can."""
    if ROLE not in answers:
        return base.questions[ROLE]
    if OBSTACLE not in answers:
        return obstacle_question(base, answers) if OBSTACLE_TYPE in answers else type_question(base)
    open_now = _RELEVANT[until](base, answers)
    return next((question for name, question in base.questions.items() if name in open_now), None)


def relevant(base: KnowledgeBase, answers: Choices) -> frozenset[str]:
    """The unanswered questions that can still change the reader's own tips."""
    lefts = set(rules.diagrams(own_tips(base, answers), answers, base.questions))
    return frozenset().union(*map(rules.open_questions, lefts)) - answers.keys()


def relevant_to_first_steps(base: KnowledgeBase, answers: Choices) -> frozenset[str]:
    """The unanswered questions that can still change which tips come first, or whether these are certain."""
    from katalys_cli import opening  # only who asks for no more than these needs it

    of_each = (advice.own_tips(base, obstacle, answers) for obstacle in answers[OBSTACLE])
    return frozenset().union(*(opening.questions_for_first_steps(tips, answers, base.questions) for tips in of_each))


def own_tips(base: KnowledgeBase, answers: Choices) -> list[Tip]:
    """The tips for the reader's role with every obstacle in the answers, each once."""
    tips = {tip.id: tip for each in answers[OBSTACLE] for tip in advice.own_tips(base, each, answers)}
    return list(tips.values())


def most_helpful(base: KnowledgeBase, answers: Choices) -> tuple[Question, list[Tip]] | None:
    """The open question that would help most, with the tips that depend on it; None when nothing is open."""
    tips = own_tips(base, answers)
    name = explanations.most_helpful(tips, answers, base.questions)
    if name is None:
        return None
    return base.questions[name], explanations.tips_depending_on(name, tips, answers, base.questions)


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
    used = {obstacle.type for obstacle in base.obstacles.values()}
    options = {
        name: Option(label=each.name, clause=each.name, explanation=each.explanation)
        for name, each in base.types.items()
        if name in used
    }
    return Question(id=OBSTACLE_TYPE, text=_message("ask-obstacle-type"), options=options)


def obstacle_question(base: KnowledgeBase, answers: Choices) -> Question:
    """Which obstacle, of the types that were chosen or of all, each with how someone who meets it may sigh."""
    types = rules.known(answers).get(OBSTACLE_TYPE)
    options = {
        name: Option(label=each.name, clause=each.name, explanation=_first_sign(each))
        for name, each in base.obstacles.items()
        if types is None or each.type in types
    }
    return Question(id=OBSTACLE, text=_message("ask-obstacle"), options=options)


def may_be_unknown(question: Question) -> bool:
    """Whether "I do not know" is an answer: to anything but who you are and what stands in the way."""
    return question.id not in (ROLE, OBSTACLE)


def asking_order(base: KnowledgeBase) -> list[str]:
    """Every question by name, in the order in which they are asked."""
    return [*FIRST, *(name for name in base.questions if name not in FIRST)]


def missing(base: KnowledgeBase, answers: Choices) -> list[Question]:
    """The questions that must be answered before there can be advice: who, and what stands in the way."""
    wanted = [] if ROLE in answers else [base.questions[ROLE]]
    return wanted if OBSTACLE in answers else [*wanted, obstacle_question(base, answers)]


def still_relevant(base: KnowledgeBase, answers: Choices) -> Choices:
    """The answers without those that no longer make a difference, such as after another role was chosen."""
    kept = {name: chosen for name, chosen in answers.items() if name in FIRST}
    for name in base.questions:
        if name in answers and name in relevant(base, kept):
            kept = {**kept, name: answers[name]}
    return kept


def _message(key: str) -> Text:
    nl, en = MESSAGES[key]
    return Text(nl=nl, en=en)


def _first_sign(obstacle: Obstacle) -> Text:
    return Text(nl=next(iter(obstacle.signs.nl), ""), en=next(iter(obstacle.signs.en), ""))


_RELEVANT: Mapping[Until, Callable[[KnowledgeBase, Choices], frozenset[str]]] = {
    Until.NOTHING_CHANGES: relevant,
    Until.FIRST_STEPS: relevant_to_first_steps,
}
