"""Look up one obstacle: what was found, the advice for the best of it, and what else came near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec

from katalys_cli import prose, remembering, search
from katalys_cli.advice import advise
from katalys_cli.blocks import Block, Paragraph, Point, Points, Tone
from katalys_cli.errors import NothingFound, nearest
from katalys_cli.model import OBSTACLE
from katalys_cli.naming import Given
from katalys_cli.remembering import NOTHING_REMEMBERED, Remembered
from katalys_cli.report import SCHEMA, Report, Teller


class MatchReport(msgspec.Struct, frozen=True):
    id: str
    type: str
    name: str
    explanation: str
    score: float
    matched: list[str]
    read_as: dict[str, str]


class LookUp(msgspec.Struct, frozen=True):
    """What the JSON of a look-up holds; `advice` is for the best match, None when there is none."""

    schema: int
    language: str
    query: str
    matches: list[MatchReport]
    advice: Report | None


Prefer: TypeAlias = Callable[[Sequence[MatchReport]], str | None]
"""Which of several near obstacles is meant, by id; None when it is none of them."""


def look_up(
    query: str,
    typed: Given,
    teller: Teller,
    remembered: Remembered = NOTHING_REMEMBERED,
    prefer: Prefer | None = None,
) -> LookUp:
    """The obstacles that the words mean and the advice for the first. Raises AnswersWanted for wrong answers.

    Where it is a close race, `prefer` says which comes first; without it the likeliest does.
    """
    answers = remembering.all_settled(teller.base, typed, remembered)
    found = search.matches(teller.base, query)
    matches = [_match(each, teller) for each in found]
    if prefer and len(near := matches[: len(search.race(found))]) > 1:
        chosen = prefer(near)
        matches = sorted(matches, key=lambda each: each.id != chosen) if chosen else []
    best = {OBSTACLE: frozenset({matches[0].id})} if matches else {}
    report = teller.report(advise(teller.base, {**answers, **best})) if best else None
    return LookUp(SCHEMA, teller.language, query, matches, report)


def nothing_found(query: str, teller: Teller) -> NothingFound:
    """The way on for someone whose words lead nowhere: whom to ask, or the nearest names, where there are any."""
    if (matter := search.belongs_elsewhere(teller.base, query)) and matter.ask:
        return NothingFound("found-elsewhere", query=query, matter=matter.name, ask=matter.ask)
    names = {each.name.said_in(teller.language).casefold(): each.name for each in teller.base.obstacles.values()}
    near = tuple(names[each] for each in nearest(query, names))
    return NothingFound("nothing-found-near" if near else "nothing-found", query=query, near=near)


def document(found: LookUp, teller: Teller, *, everything: bool, for_file: bool) -> list[Block]:
    """What was understood and what else came near, above the advice."""
    assert found.advice is not None
    best, *others = found.matches
    title, *body = prose.advice(found.advice, teller, everything=everything, for_file=for_file)
    understood = [teller.say("understood", query=found.query, name=best.name), *_readings(best, teller)]
    return [
        title,
        *(Paragraph(each, tone=Tone.QUIET) for each in understood),
        *(_near(others, teller) if others else []),
        *body,
    ]


def _near(others: Sequence[MatchReport], teller: Teller) -> list[Block]:
    points = Points(tuple(Point(each.name, id=each.id) for each in others))
    return [Paragraph(teller.say("also-near"), tone=Tone.QUIET), points]


def _readings(best: MatchReport, teller: Teller) -> list[str]:
    """What misspelt words were taken for, where that led to the answer."""
    readings = tuple(f"{typed} → {word}" for typed, word in best.read_as.items())
    return [teller.say("read-as", readings=readings)] if readings else []


def _match(match: search.Match, teller: Teller) -> MatchReport:
    told = teller.obstacle(match.obstacle)
    return MatchReport(
        told.id, told.type, told.name, told.explanation, match.score, list(match.matched), dict(match.read_as)
    )
