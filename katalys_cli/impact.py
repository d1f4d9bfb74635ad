"""Whose advice changes between two versions of the knowledge: the exact share of all profiles, and who they are.

A profile is a role, an obstacle and a full set of answers; every role and obstacle weighs the same, and within one every
set of answers. Advice changes when other tips come, or when others open it. Words, the order of files and lines, and the
names of files are not advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import msgspec

from katalys_cli import alike, analysis, rules, wording
from katalys_cli.advice import MOST_FIRST_STEPS, rank, tips_of
from katalys_cli.analysis import YES, Leaf, Rules
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points
from katalys_cli.decisions import said
from katalys_cli.errors import NotProven
from katalys_cli.model import ROLE, KnowledgeBase, Question, Tip
from katalys_cli.report import SCHEMA, Teller

MOST_TOLD = 30
"""How many changes a person is told one by one; data hold them all."""


class Change(msgspec.Struct, frozen=True):
    """For some roles with an obstacle: the share of their profiles, one of those, and the tips that come and go."""

    obstacle: str
    roles: list[str]
    share: str
    percent: float
    example: str
    come: list[str]
    go: list[str]


class Impact(msgspec.Struct, frozen=True):
    schema: int
    base: str
    share: str
    percent: float
    changes: list[Change]
    not_proven: list[str]


@dataclass(frozen=True)
class _Cell:
    share: Fraction
    example: str
    come: tuple[str, ...]
    go: tuple[str, ...]


def impact(before: KnowledgeBase, after: KnowledgeBase, called: str) -> Impact:
    """What the change from one to the other does; `called` is what the older version is named by."""
    before = _renamed(before, after)
    obstacles = list(dict.fromkeys([*after.obstacles, *before.obstacles]))
    roles = list(dict.fromkeys([*after.questions[ROLE].options, *before.questions[ROLE].options]))
    questions = _both(before, after)
    cells: dict[tuple[str, str], _Cell] = {}
    not_proven = []
    for obstacle in obstacles:
        for role in roles:
            try:
                cells[obstacle, role] = _cell(_tips(before, obstacle, role), _tips(after, obstacle, role), questions)
            except NotProven:
                not_proven.append(f"{role}, {obstacle}")
    share = sum((cell.share for cell in cells.values()), Fraction()) / max(len(cells), 1)
    changes = _changes({key: cell for key, cell in cells.items() if cell.share})
    return Impact(SCHEMA, called, str(share), _percent(share), changes, not_proven)


def document(of: Impact, teller: Teller) -> list[Block]:
    """The impact as a comment on a proposed change."""
    percent = wording.percent(of.percent, teller.language)
    summary = teller.say("impact-share", percent=percent, share=of.share, base=of.base)
    if not of.changes:
        summary = teller.say("impact-none", base=of.base)
    points = tuple(Point(_told(each, teller)) for each in of.changes[:MOST_TOLD])
    more = len(of.changes) - MOST_TOLD
    return [
        Heading(2, teller.say("impact")),
        Paragraph(summary),
        *([Points(points)] if points else []),
        *([Paragraph(teller.say("impact-more", number=more))] if more > 0 else []),
        *([Paragraph(teller.say("impact-not-proven", names="; ".join(of.not_proven)))] if of.not_proven else []),
    ]


def _told(change: Change, teller: Teller) -> str:
    percent = wording.percent(change.percent, teller.language)
    come = teller.say("impact-come", names=", ".join(change.come)) if change.come else ""
    go = teller.say("impact-go", names=", ".join(change.go)) if change.go else ""
    moved = teller.say("impact-moved") if not change.come and not change.go else ""
    when = teller.say("impact-example", answers=change.example) if change.example else ""
    parts = " ".join(each for each in (come, go, moved, when) if each)
    return (
        teller.say("impact-change", obstacle=change.obstacle, roles=", ".join(change.roles), percent=percent)
        + " "
        + parts
    )


def _changes(cells: Mapping[tuple[str, str], _Cell]) -> list[Change]:
    """One line for all roles with the same change of the same obstacle, the largest first."""
    grouped: dict[tuple[str, _Cell], list[str]] = {}
    for (obstacle, role), cell in cells.items():
        grouped.setdefault((obstacle, cell), []).append(role)
    changes = [
        Change(obstacle, roles, str(cell.share), _percent(cell.share), cell.example, list(cell.come), list(cell.go))
        for (obstacle, cell), roles in grouped.items()
    ]
    return sorted(changes, key=lambda change: (-change.percent * len(change.roles), change.obstacle, change.roles))


def _cell(before: list[Tip], after: list[Tip], questions: Mapping[str, Question]) -> _Cell:
    """Both versions in one graph: at each of its ends the tips of the one and of the other are known."""
    before, after = _that_matter(before, after, questions)
    of = Rules([*before, *after], questions)
    number = len(before)

    def outcomes(leaf: Leaf) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
        old = [tip for tip, comes in zip(before, leaf.state[:number], strict=True) if comes == YES]
        new = [tip for tip, comes in zip(after, leaf.state[number:], strict=True) if comes == YES]
        return _outcome(old), _outcome(new)

    def differs(leaf: Leaf) -> bool:
        old, new = outcomes(leaf)
        return old != new

    graph = of.graph()
    changed = [outcomes(leaf) for leaf in analysis.leaves(graph) if differs(leaf)]
    come = {name for (old, _), (new, _) in changed for name in new - old}
    go = {name for (old, _), (new, _) in changed for name in old - new}
    example = analysis.where(graph, differs)
    return _Cell(analysis.share(graph, differs), said(example or {}), tuple(sorted(come)), tuple(sorted(go)))


def _that_matter(before: list[Tip], after: list[Tip], questions: Mapping[str, Question]) -> tuple[list[Tip], list[Tip]]:
    """Both versions without the tips that are the same and cannot change what opens the advice: those that come after
    all the others, or all of them where no tip has another rank than it had."""
    older, newer = {tip.id: tip for tip in before}, {tip.id: tip for tip in after}
    both = older.keys() & newer.keys()
    moved = {name for name in both if rank(older[name]) != rank(newer[name])}
    changed = moved | {name for name in both if not _same_rule(older[name], newer[name], questions)}
    changed |= older.keys() ^ newer.keys()
    last = max((rank(tip) for tip in (*before, *after) if tip.id in changed), default=None) if moved else None

    def matters(tip: Tip) -> bool:
        return tip.id in changed or (last is not None and rank(tip) < last)

    return [tip for tip in before if matters(tip)], [tip for tip in after if matters(tip)]


def _same_rule(one: Tip, other: Tip, questions: Mapping[str, Question]) -> bool:
    return rules.diagram(one, {}, questions) == rules.diagram(other, {}, questions)


def _outcome(tips: Iterable[Tip]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The tips that come, and those that open the advice in their order."""
    in_order = sorted(tips, key=rank)
    return frozenset(tip.id for tip in in_order), tuple(tip.id for tip in in_order[:MOST_FIRST_STEPS])


def _tips(base: KnowledgeBase, obstacle: str, role: str) -> list[Tip]:
    return tips_of(base, obstacle, frozenset({role})) if obstacle in base.obstacles else []


def _both(before: KnowledgeBase, after: KnowledgeBase) -> dict[str, Question]:
    """The questions of the newer version with the options of both, and those that are gone."""
    merged = dict(before.questions) | dict(after.questions)
    for name in before.questions.keys() & after.questions.keys():
        options = {**before.questions[name].options, **after.questions[name].options}
        merged[name] = msgspec.structs.replace(after.questions[name], options=options)
    return merged


def _renamed(before: KnowledgeBase, after: KnowledgeBase) -> KnowledgeBase:
    """The older version under the newer one's names: those in `renamed_from`, and those of files that moved unchanged."""
    tips = _new_names(before.tips, after.tips) | _moved(before, after)
    obstacles = _new_names(before.obstacles, after.obstacles)
    renamed = {
        obstacles.get(obstacle, obstacle): tuple(
            msgspec.structs.replace(tip, id=tips.get(tip.id, tip.id)) for tip in before.tips_for(obstacle)
        )
        for obstacle in before.obstacles
    }
    headers = {obstacles.get(name, name): obstacle for name, obstacle in before.obstacles.items()}
    return msgspec.structs.replace(before, obstacles=headers, tips_by_obstacle=renamed)


def _new_names(before: Iterable[str], after: Mapping[str, Tip] | Mapping[str, object]) -> dict[str, str]:
    known = set(before)
    return {old: name for name, entry in after.items() for old in getattr(entry, "renamed_from", ()) if old in known}


def _moved(before: KnowledgeBase, after: KnowledgeBase) -> dict[str, str]:
    """Tips that are gone, and new ones that say just the same: the file got another name."""
    gone = [before.tips[name] for name in before.tips if name not in after.tips]
    new = [after.tips[name] for name in after.tips if name not in before.tips]
    pairs = ((old, each) for old in gone for each in new if alike.same_words(old, each))
    return {old.id: each.id for old, each in pairs}


def _percent(share: Fraction) -> float:
    return float(share * 100)
