"""Why a tip fits the reader or not, in the reader's words: as data, and as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from katalys_cli import explanations, naming, remembering, rules, wording
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points, Tone
from katalys_cli.diagrams import Answer
from katalys_cli.errors import NothingFound, nearest_ids
from katalys_cli.explanations import Change
from katalys_cli.model import OBSTACLE, ROLE, UNKNOWN, Choices, KnowledgeBase, Tip
from katalys_cli.naming import Given
from katalys_cli.remembering import NOTHING_REMEMBERED, Remembered
from katalys_cli.report import SCHEMA, Teller
from katalys_cli.rules import Status


class TipName(msgspec.Struct, frozen=True):
    id: str
    title: str


class ChangeReport(msgspec.Struct, frozen=True):
    """One answer to give: each of `to` would do, the nearest first; `said` are the same in words, `now` as it is."""

    question: str
    text: str
    to: list[list[str]]
    said: list[str]
    now: str | None


class Why(msgspec.Struct, frozen=True):
    """`answers` are enough for this status, and none of them can be missed; `because` are the same in words.

    `change` is the smallest change that would make the tip certain; None when nothing would.
    """

    schema: int
    language: str
    tip: TipName
    status: str
    answers: dict[str, list[str]]
    because: list[str]
    only_if: str | None
    change: list[ChangeReport] | None


def why(name: str, typed: Given, teller: Teller, remembered: Remembered = NOTHING_REMEMBERED) -> Why:
    """The explanation for one tip. Raises AnswersWanted for wrong answers, NothingFound for a tip that is not there."""
    base = teller.base
    answers = remembering.all_settled(base, typed, remembered)
    tip = tip_named(base, name)
    found = explanations.explained(tip, answers, base)
    return Why(
        schema=SCHEMA,
        language=teller.language,
        tip=TipName(tip.id, teller.text(tip.title)),
        status=found.status,
        answers={each: sorted(chosen) for each, chosen in found.deciding.items()},
        because=_reasons(found.deciding, teller),
        only_if=_condition(tip, answers, teller) if found.status is Status.POSSIBLE else None,
        change=None if found.change is None else _changes(found.change, answers, teller),
    )


def tip_named(base: KnowledgeBase, name: str) -> Tip:
    """The tip with this id, this title, or a title that alone begins like this. Raises NothingFound."""
    wanted = name.strip().casefold()
    if wanted in base.tips:
        return base.tips[wanted]
    titles = {each: {said.casefold() for said in naming.said_in_any(base.tips[each].title)} for each in base.tips}
    exact = [each for each, said in titles.items() if wanted in said]
    found = exact or [each for each, said in titles.items() if any(one.startswith(wanted) for one in said)]
    if len(found) == 1 and wanted:
        return base.tips[found[0]]
    near = tuple(found[:3]) or nearest_ids(wanted, base.tips)
    raise NothingFound("no-such-tip" if near else "no-such-tip-at-all", name=name, near=near)


def document(found: Why, teller: Teller) -> list[Block]:
    """The explanation as a person reads it."""
    return [Heading(1, teller.say("why-title", title=found.tip.title)), *_status(found, teller), *_way(found, teller)]


def _status(found: Why, teller: Teller) -> Iterator[Block]:
    say = teller.say
    if found.status == Status.POSSIBLE:
        yield Paragraph(f"{found.only_if}.", say("why-possible"), Tone.CONDITION)
    elif found.because:
        reasons = say("because", reasons=wording.joined(found.because, say("and")))
        yield Paragraph(reasons, say(f"why-{found.status}"), Tone.REASON)
    else:
        yield Paragraph(say("why-always" if found.status == Status.CERTAIN else "why-never"))


def _way(found: Why, teller: Teller) -> Iterator[Block]:
    """The answers that would make the tip certain."""
    if found.change is None and found.because:
        yield Paragraph(teller.say("why-never"))
    if not found.change:
        return
    key = "would-fit-one" if len(found.change) == 1 else "would-fit"
    yield Paragraph(teller.say(key, number=len(found.change)))
    yield Points(tuple(_point(each, teller) for each in found.change))


def _point(change: ChangeReport, teller: Teller) -> Point:
    now = teller.say("answer-open") if change.now is None else teller.say("answer-now", now=change.now)
    return Point(f"{change.text} {wording.joined(change.said, teller.say('or'))}", now)


def _condition(tip: Tip, answers: Choices, teller: Teller) -> str | None:
    """What a possible tip still depends on, who asks and what stands in the way included."""
    base = teller.base
    when, unless = rules.remaining(tip, answers)
    clauses = _reasons(explanations.open_beforehand(tip, answers, base), teller)
    rest = wording.condition(when, unless, base.questions, teller.language)
    said = [teller.say("if", situations=wording.joined(clauses, teller.say("and")))] if clauses else []
    return "; ".join([*said, *([rest] if rest else [])]) or None


def _reasons(deciding: Choices, teller: Teller) -> list[str]:
    questions = teller.base.questions
    said = list(
        wording.clauses(
            {name: each for name, each in deciding.items() if name in questions}, questions, teller.language
        )
    )
    if OBSTACLE in deciding:
        names = [teller.text(teller.base.obstacles[each].name) for each in sorted(deciding[OBSTACLE])]
        said.insert(
            1 if ROLE in deciding else 0, teller.say("obstacle-is", names=wording.joined(names, teller.say("or")))
        )
    return said


def _changes(change: Change, answers: Choices, teller: Teller) -> list[ChangeReport]:
    return [_change(name, doing, answers, teller) for name, doing in change.items()]


def _change(name: str, doing: tuple[Answer, ...], answers: Choices, teller: Teller) -> ChangeReport:
    question = naming.question_named(teller.base, name)
    labels: Mapping[str, str] = {
        each: wording.label(option, teller.language) for each, option in question.options.items()
    } | {UNKNOWN: teller.say("do-not-know")}
    in_words = [", ".join(label for each, label in labels.items() if each in answer) for answer in doing]
    now = ", ".join(label for each, label in labels.items() if each in answers.get(name, ()))
    return ChangeReport(
        question=name,
        text=question.text.said_in(teller.language),
        to=[sorted(answer) for answer in doing],
        said=in_words[:1] if question.many else in_words,
        now=now or None,
    )
