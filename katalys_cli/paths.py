"""Every way through the questions: how many there are, how long they are, and where each ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from katalys_cli import analysis, described
from katalys_cli.advice import tips_of
from katalys_cli.analysis import MOST_WORK, Rules, Way
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points, Table
from katalys_cli.errors import NotProven
from katalys_cli.model import FIRST, KnowledgeBase
from katalys_cli.report import SCHEMA, Teller


class Row(msgspec.Struct, frozen=True):
    """One role and one obstacle: full sets of answers, interviews, different outcomes, and questions per interview.

    The questions include those for role, type and obstacle. `proven` is False where the counting had to stop: the other
    numbers are then None.
    """

    role: str
    obstacle: str
    questions: list[str]
    profiles: int
    interviews: int | None
    outcomes: int | None
    mean: float | None
    longest: int | None
    proven: bool = True


class Totals(msgspec.Struct, frozen=True):
    """Over all rows that are proven: sums, the mean over all interviews, the longest of them."""

    profiles: int
    interviews: int
    outcomes: int
    mean: float
    longest: int
    not_proven: int


class Stats(msgspec.Struct, frozen=True):
    schema: int
    totals: Totals
    rows: list[Row]


class Line(msgspec.Struct, frozen=True):
    """One way: answers that are alike are together. `profiles` is how many full sets of answers take it."""

    role: str
    obstacle: str
    answers: dict[str, list[list[str]]]
    profiles: int
    tips: list[str]


def stats(base: KnowledgeBase, roles: Iterable[str], obstacles: Iterable[str], most: int = MOST_WORK) -> Stats:
    """The numbers for these roles and obstacles; `most` is the work that each of them may take."""
    wanted = list(roles)
    rows = [_row(base, role, obstacle, most) for obstacle in obstacles for role in wanted]
    return Stats(SCHEMA, _totals(rows), rows)


def every(base: KnowledgeBase, roles: Iterable[str], obstacles: Iterable[str]) -> Iterator[Line]:
    """Every way, one by one. Raises NotProven where there are too many to tell apart."""
    wanted = list(roles)
    for obstacle in obstacles:
        for role in wanted:
            of = Rules(tips_of(base, obstacle, frozenset({role})), base.questions)
            for way in analysis.every_way(of, of.graph()):
                yield _line(role, obstacle, way, of)


def said(line: Line, teller: Teller) -> str:
    """One way on one line: role, obstacle, the answers, and the tips."""
    answers = "; ".join(
        f"{name}={described.alike(_alike(chosen), teller.base.questions[name], str, teller.language)}"
        for name, chosen in line.answers.items()
    )
    return f"{line.role} {line.obstacle} [{answers}] {line.profiles}: {', '.join(line.tips) or '-'}"


def document(of: Stats, teller: Teller) -> list[Block]:
    """The totals, and a table: by role where all obstacles are asked for, else by role and obstacle."""
    obstacles = list(dict.fromkeys(row.obstacle for row in of.rows))
    rows = of.rows if len(obstacles) <= FEW or len({row.role for row in of.rows}) == 1 else _by_role(of.rows)
    keys = ("profiles", "interviews", "outcomes", "mean", "longest")
    header = (teller.say("column-role"), *(teller.say(f"column-{key}") for key in keys))
    cells = tuple((_name(row, rows), *(_cell(getattr(row, key)) for key in keys)) for row in rows)
    return [
        Heading(1, teller.say("paths")),
        totals_said(of.totals, teller),
        Table(header, cells, header),
        Points(tuple(Point(teller.say(f"explain-{key}"), id=teller.say(f"column-{key}")) for key in keys)),
    ]


def totals_said(of: Totals, teller: Teller) -> Paragraph:
    numbers = {
        name: f"{number:,}".replace(",", " ") for name, number in msgspec.structs.asdict(of).items() if name != "mean"
    }
    said = teller.say("paths-in-all", **numbers, mean=f"{of.mean:.1f}")
    return Paragraph(f"{said} {teller.say('paths-not-proven', number=of.not_proven) if of.not_proven else ''}".strip())


FEW = 3
"""Of so many obstacles the table gives each role a line of its own per obstacle."""


def _row(base: KnowledgeBase, role: str, obstacle: str, most: int) -> Row:
    of = Rules(tips_of(base, obstacle, frozenset({role})), base.questions, most)
    try:
        ways = analysis.ways_in(of.graph(analysis.still_open))
        outcomes = len({leaf.state for leaf in analysis.leaves(of.graph())})
    except NotProven:
        return Row(role, obstacle, list(of.named), of.profiles, None, None, None, None, proven=False)
    first = len(FIRST)
    return Row(
        role, obstacle, list(of.named), of.profiles, ways.count, outcomes, first + ways.mean, first + ways.longest
    )


def _totals(rows: Iterable[Row]) -> Totals:
    proven = [row for row in rows if row.proven]
    interviews = sum(row.interviews or 0 for row in proven)
    asked = sum((row.mean or 0) * (row.interviews or 0) for row in proven)
    return Totals(
        profiles=sum(row.profiles for row in rows),
        interviews=interviews,
        outcomes=sum(row.outcomes or 0 for row in proven),
        mean=asked / interviews if interviews else 0.0,
        longest=max((row.longest or 0 for row in proven), default=0),
        not_proven=sum(not row.proven for row in rows),
    )


def _by_role(rows: Iterable[Row]) -> list[Row]:
    """One row per role, over all its obstacles."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.role, []).append(row)
    found = []
    for role, own in grouped.items():
        all_of = _totals(own)
        found.append(
            Row(role, "", [], all_of.profiles, all_of.interviews, all_of.outcomes, all_of.mean, all_of.longest)
        )
    return found


def _name(row: Row, rows: Iterable[Row]) -> str:
    several = len({each.obstacle for each in rows}) > 1
    return f"{row.role}, {row.obstacle}" if several else row.role


def _cell(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _line(role: str, obstacle: str, way: Way, of: Rules) -> Line:
    asked = dict(way.answers)
    free = 1
    for name in of.named:
        free *= len(asked[name]) if name in asked else len(of.answers_to(name))
    answers = {name: sorted(sorted(answer) for answer in chosen) for name, chosen in way.answers}
    return Line(role, obstacle, answers, free, list(way.tips))


def _alike(chosen: list[list[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(each) for each in chosen)
