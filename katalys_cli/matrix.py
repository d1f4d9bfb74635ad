"""How many tips there are for each obstacle: by role, or by the answer to a question about the situation."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from katalys_cli import rules, wording
from katalys_cli.advice import tips_of
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points, Table
from katalys_cli.model import ROLE, KnowledgeBase, Option, Tip
from katalys_cli.report import SCHEMA, Teller


class Cell(msgspec.Struct, frozen=True):
    """A count; `option` is the answer that it is for, which by role is the role."""

    role: str
    obstacle: str
    tips: int
    option: str = ""


class Matrix(msgspec.Struct, frozen=True):
    """The counts, obstacle by obstacle; `thin` are those below the minimum that was asked for.

    `by` is the question whose options are the columns. By another question than the role, `role` names the roles that
    were counted, with commas between.
    """

    schema: int
    minimum: int
    cells: list[Cell]
    thin: list[Cell]
    by: str = ROLE


def matrix(teller: Teller, minimum: int, by: str = ROLE, roles: frozenset[str] | None = None) -> Matrix:
    """The tips that these roles can get with each obstacle, for each answer to a question; all roles where none is named.

    A tip counts when it comes, or may come, whatever else is answered.
    """
    base = teller.base
    counted = base.roles if roles is None else roles
    cells = [
        _cell(base, obstacle, by, option, counted)
        for obstacle in base.obstacles
        for option in _columns(base, by, counted)
    ]
    return Matrix(SCHEMA, minimum, cells, [cell for cell in cells if cell.tips < minimum], by)


def document(of: Matrix, teller: Teller) -> list[Block]:
    """A table with a numbered column per option, shaded by how many there are, and what the numbers stand for."""
    counts = {(cell.obstacle, cell.option): cell for cell in of.cells}
    options = {name: teller.base.questions[of.by].options[name] for _, name in counts}
    thin = {(cell.obstacle, cell.option) for cell in of.thin}
    rows = tuple(
        (obstacle, *(f"{counts[obstacle, name].tips}{'!' if (obstacle, name) in thin else ''}" for name in options))
        for obstacle in teller.base.obstacles
    )
    header = (teller.say("column-obstacle"), *options)
    short = ("", *(str(number) for number in range(1, len(options) + 1)))
    called = tuple(Point(wording.label(option, teller.language)) for option in options.values())
    mark = [Paragraph(teller.say("thin-cells", number=len(of.thin), minimum=of.minimum))] if of.thin else []
    title = teller.say("matrix" if of.by == ROLE else "matrix-by", question=teller.base.questions[of.by].text)
    return [Heading(1, title), Table(header, rows, short, shaded=True), *mark, Points(called, numbered=True)]


def _columns(base: KnowledgeBase, by: str, roles: frozenset[str]) -> Mapping[str, Option]:
    options = base.questions[by].options
    return {name: option for name, option in options.items() if by != ROLE or name in roles}


def _cell(base: KnowledgeBase, obstacle: str, by: str, option: str, roles: frozenset[str]) -> Cell:
    if by == ROLE:
        return Cell(option, obstacle, len(tips_of(base, obstacle, frozenset({option}))), option)
    coming = [tip for tip in tips_of(base, obstacle, roles) if _may_come(tip, by, option, base)]
    return Cell(",".join(sorted(roles)), obstacle, len(coming), option)


def _may_come(tip: Tip, question: str, option: str, base: KnowledgeBase) -> bool:
    return rules.diagram(tip, {question: frozenset({option})}, base.questions) is not False
