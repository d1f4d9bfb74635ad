"""Bases made by chance: questions, rules and answers to draw from."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec

from katalys_cli.model import OBSTACLE, ROLE, UNKNOWN, Choices, Effort, KnowledgeBase, Tip
from tests import oracle
from tests.builders import choices, question, small_base, tip

SMALL_BASE = small_base()
READER = choices(role="initiator", obstacle="no-money")


def base(chance: random.Random, number_of_questions: int, rules: Sequence[int], most_conditions: int) -> KnowledgeBase:
    """A base with one obstacle; `rules` is the number of situations of each of its tips."""
    asked = [
        question(f"q{number:02}", " ".join("abcd"[: chance.randint(2, 4)]), many=chance.random() < 0.2)
        for number in range(number_of_questions)
    ]
    questions = {ROLE: SMALL_BASE.questions[ROLE], **{each.id: each for each in asked}}

    def situation() -> Choices:
        named = chance.sample(asked, min(len(asked), chance.randint(1, most_conditions)))
        return {
            each.id: frozenset(chance.sample(list(each.options), chance.randint(1, len(each.options) - 1)))
            for each in named
        }

    def one(number: int, situations: int) -> Tip:
        barred = chance.randint(0, situations // 2)
        return tip(
            f"tip-{number:02}",
            roles=" ".join(["initiator", *(role for role in ("alderman", "council-member") if chance.random() < 0.6)]),
            when=tuple(situation() for _ in range(situations - barred)),
            unless=tuple(situation() for _ in range(barred)),
            effort=chance.choice(list(Effort)),
            first_step=chance.random() < 0.5,
        )

    tips = tuple(one(number, situations) for number, situations in enumerate(rules))
    return msgspec.structs.replace(
        SMALL_BASE, questions=questions, tips_by_obstacle={"no-money": tips, "no-permit": tips[: len(tips) // 2]}
    )


def tips_of(made: KnowledgeBase, obstacle: str = "no-money") -> tuple[Tip, ...]:
    return made.tips_by_obstacle[obstacle]


def asked_by(made: KnowledgeBase) -> dict[str, list[frozenset[str]]]:
    """The questions about the situation, with every answer they take."""
    return {
        name: oracle.answers_of(each.options, each.many)
        for name, each in made.questions.items()
        if name not in (ROLE, OBSTACLE)
    }


def an_answer(chance: random.Random, made: KnowledgeBase, name: str, unknown: float = 0.2) -> frozenset[str]:
    if chance.random() < unknown:
        return frozenset({UNKNOWN})
    return chance.choice(asked_by(made)[name])
