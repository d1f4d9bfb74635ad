"""Rules by the dozen, made at random: 22 questions with more than 10^12 profiles."""

from __future__ import annotations

import random

from katalys_cli.model import Question, Tip
from tests.builders import choices, question, questions, tip

QUESTIONS = 22
OPTIONS = "a b c d"


def large(seed: int, tips: int, near: int) -> tuple[list[Tip], dict[str, Question]]:
    """Tips that each depend on one to three questions no further apart than `near`: the smaller, the easier to prove."""
    of = random.Random(seed)
    asked = questions(*(question(f"q{number:02}", OPTIONS) for number in range(QUESTIONS)))
    return [_tip(number, of, near) for number in range(tips)], asked


def _tip(number: int, of: random.Random, near: int) -> Tip:
    first = of.randrange(QUESTIONS)
    reach = [f"q{place:02}" for place in range(first, min(first + near, QUESTIONS))]
    situations = [
        choices(
            **{
                name: " ".join(of.sample(OPTIONS.split(), of.choice((1, 2, 3))))
                for name in of.sample(reach, min(len(reach), of.choice((1, 2, 3))))
            }
        )
        for _ in range(of.choice((1, 1, 2)))
    ]
    when, unless = (situations, []) if of.random() < 0.8 else ([], situations)
    return tip(f"tip-{number:02}", when=tuple(when), unless=tuple(unless))
