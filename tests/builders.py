"""Small records for tests: say what matters, the rest is filled in."""

from __future__ import annotations

import datetime
from pathlib import Path

from katalys_cli import loader
from katalys_cli.folders import Folder
from katalys_cli.model import Choices, Effort, KnowledgeBase, Option, Question, Text, Tip

FIXTURES = Path(__file__).parent / "fixtures"
SMALL = FIXTURES / "small"
SOUND = FIXTURES / "sound"
"""A base with nothing to report, to plant mistakes in."""

DAY = datetime.date(2026, 11, 23)


def small_base() -> KnowledgeBase:
    return loader.load(Folder(SMALL))


def both(said: str) -> Text:
    return Text(nl=said, en=said)


def choices(**chosen: str) -> Choices:
    """`choices(phase="idea running")`: a question with the options in one text."""
    return {question: frozenset(options.split()) for question, options in chosen.items()}


def question(id: str, options: str, many: bool = False) -> Question:
    each = {name: Option(label=both(name.title()), clause=both(f"it is {name}")) for name in options.split()}
    return Question(id=id, text=both(f"{id}?"), options=each, many=many)


def questions(*asked: Question) -> dict[str, Question]:
    return {each.id: each for each in asked}


def tip(
    id: str = "a-tip",
    *,
    roles: str = "initiator",
    when: tuple[Choices, ...] = (),
    unless: tuple[Choices, ...] = (),
    effort: Effort = Effort.DAY,
    first_step: bool = False,
) -> Tip:
    return Tip(
        id=id,
        title=both(id),
        for_=frozenset(roles.split()),
        effort=effort,
        why=both("because"),
        steps=(both("do it"),),
        basis="practice",
        reviewed=DAY,
        first_step=first_step,
        when=when,
        unless=unless,
        obstacle="no-money",
    )
