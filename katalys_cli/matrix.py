"""How many tips there are for each role and obstacle."""

from __future__ import annotations

import msgspec

from katalys_cli import wording
from katalys_cli.advice import tips_of
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points, Table
from katalys_cli.model import ROLE
from katalys_cli.report import SCHEMA, Teller


class Cell(msgspec.Struct, frozen=True):
    role: str
    obstacle: str
    tips: int


class Matrix(msgspec.Struct, frozen=True):
    """The counts, obstacle by obstacle; `thin` are those below the minimum that was asked for."""

    schema: int
    minimum: int
    cells: list[Cell]
    thin: list[Cell]


def matrix(teller: Teller, minimum: int) -> Matrix:
    """The tips that each role can get with each obstacle, whatever the situation."""
    base = teller.base
    cells = [
        Cell(role, obstacle, len(tips_of(base, obstacle, frozenset({role}))))
        for obstacle in base.obstacles
        for role in base.questions[ROLE].options
    ]
    return Matrix(SCHEMA, minimum, cells, [cell for cell in cells if cell.tips < minimum])


def document(of: Matrix, teller: Teller) -> list[Block]:
    """A table with a column per role, numbered on a screen, and what the numbers stand for."""
    options = teller.base.questions[ROLE].options
    counts = {(cell.obstacle, cell.role): cell for cell in of.cells}
    thin = {(cell.obstacle, cell.role) for cell in of.thin}
    rows = tuple(
        (obstacle, *(f"{counts[obstacle, role].tips}{'!' if (obstacle, role) in thin else ''}" for role in options))
        for obstacle in teller.base.obstacles
    )
    header = (teller.say("column-obstacle"), *options)
    short = ("", *(str(number) for number in range(1, len(options) + 1)))
    roles = tuple(Point(wording.label(option, teller.language)) for option in options.values())
    mark = [Paragraph(teller.say("thin-cells", number=len(of.thin), minimum=of.minimum))] if of.thin else []
    return [Heading(1, teller.say("matrix")), Table(header, rows, short), *mark, Points(roles, numbered=True)]
