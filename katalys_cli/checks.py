"""What is wrong in the knowledge as a whole, beyond the form of a single file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from katalys_cli import analysis, rules, wording
from katalys_cli.advice import tips_of
from katalys_cli.errors import KatalysError, nearest, where
from katalys_cli.model import (
    FIRST,
    OBSTACLE,
    OBSTACLE_TYPE,
    ROLE,
    UNKNOWN,
    Basis,
    Choices,
    KnowledgeBase,
    Obstacle,
    Option,
    Scenario,
    Steps,
    Text,
    Tip,
    texts,
)

FIGURE = re.compile(r"\{([^{}]*)\}")
WHOLE_FILES = ("question", "term", "figure")  # all entries of these kinds stand in one file


@dataclass(frozen=True)
class Trouble:
    """Something wrong in one entry: its kind and id, the steps to the field, and the sentence.

    A warning spoils no advice: it is something to look at in time.
    """

    kind: str
    id: str
    steps: Steps
    error: KatalysError = field(compare=False)
    warning: bool = False


def troubles(base: KnowledgeBase) -> Iterator[Trouble]:
    """Everything wrong in the knowledge, entry by entry."""
    for obstacle in base.obstacles.values():
        yield from _of_obstacle(obstacle, base)
    for tip in base.tips.values():
        yield from _of_tip(tip, base)
    for name in base.examples:
        yield from _of_example(name, base)
    for name in base.figures:
        yield from _of_figure(name, base)
    for name, term in base.terms.items():
        known_to = base.questions[ROLE].members(term.known_to)
        yield from _dangling("term", name, (name, "known_to"), known_to, "role", base.roles)
    for name, scenarios in base.scenarios.items():
        for index, scenario in enumerate(scenarios):
            yield from _of_scenario(name, index, scenario, base)
    yield from _of_texts(base)


def decisions(base: KnowledgeBase) -> Iterator[Trouble]:
    """What does not follow well from the rules: situations without advice, dead tips, interviews over the promise.

    For an obstacle of local tips only, a role without advice is a warning.
    """
    for tip in base.tips.values():
        if analysis.is_dead(tip, base.questions):
            yield Trouble("tip", tip.id, ("when",), KatalysError("dead-tip"))
    for obstacle in base.obstacles.values():
        for role, option in base.questions[ROLE].options.items():
            tips = tips_of(base, obstacle.id, frozenset({role}))
            yield from _gap(obstacle, option, tips, base)
            yield from _long_interview(obstacle, option, tips, base)


def in_time(base: KnowledgeBase, day: datetime.date) -> Iterator[Trouble]:
    """What was true and may be so no longer on this day, and what nothing leans on."""
    for name, figure in base.figures.items():
        period = figure.on(day)
        if not period.holds(day):
            place = (name, "periods", figure.periods.index(period))
            yield Trouble("figure", name, place, KatalysError("figure-not-in-force", day=day.isoformat()), True)
    for name in sorted(base.sources.keys() - _sources_used(base)):
        yield Trouble("source", name, (), KatalysError("source-not-used"), True)


def _gap(obstacle: Obstacle, role: Option, tips: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    found = analysis.gap(tips, base.questions)
    if found is not None:
        answers = "; ".join(f"{name}={','.join(sorted(chosen))}" for name, chosen in found.items())
        key = "gap" if answers else "gap-for-everyone"
        error = KatalysError(key, role=role.label, answers=answers)
        yield Trouble("obstacle", obstacle.id, (), error, obstacle.pack is not None)


def _long_interview(obstacle: Obstacle, role: Option, tips: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    """Told by the number of questions that the tips name together, which no interview exceeds."""
    named = frozenset().union(*(rules.open_questions(rules.diagram(tip, {}, base.questions)) for tip in tips))
    asked = len(FIRST) + len(named)
    if asked > base.about.most_questions:
        error = KatalysError("long-interview", role=role.label, number=asked, most=base.about.most_questions)
        yield Trouble("obstacle", obstacle.id, (), error, obstacle.pack is not None)


def _sources_used(base: KnowledgeBase) -> set[str]:
    return {
        *(each.source for tip in base.tips.values() for each in tip.claims),
        *(each.source for obstacle in base.obstacles.values() for each in obstacle.basis),
        *(example.source for example in base.examples.values()),
        *(period.source for figure in base.figures.values() for period in figure.periods),
    }


def of_advice(base: KnowledgeBase, obstacle: str) -> Iterator[Trouble]:
    """What is wrong in the entries that the advice for one obstacle leans on."""
    for tip in base.tips_for(obstacle):
        found = [*_of_tip(tip, base), *_of_entry_texts("tip", tip.id, tip, base)]
        yield from found
        if not found and tip.example:
            yield from _of_example(tip.example, base)
        if not found:
            for figure in sorted(wording.figures_in(tip)):
                yield from _of_figure(figure, base)


def _of_obstacle(obstacle: Obstacle, base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("obstacle", obstacle.id)
    yield from _dangling(*about, ("related",), obstacle.related, "obstacle", base.obstacles)
    yield from _of_basis(*about, obstacle.basis, base)
    if obstacle.type not in base.types:
        yield Trouble(*about, (), KatalysError("no-such-type-folder", name=obstacle.type))


def _of_tip(tip: Tip, base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("tip", tip.id)
    yield from _dangling(*about, (), [tip.obstacle], "obstacle", base.obstacles)
    yield from _dangling(*about, ("for",), tip.for_, "role", base.roles)
    yield from _dangling(*about, ("also_helps",), tip.also_helps, "obstacle", base.obstacles)
    yield from _dangling(*about, ("example",), [tip.example] if tip.example else [], "example", base.examples)
    yield from _of_basis(*about, tip.claims, base)
    if tip.basis == ():
        yield Trouble(*about, ("basis",), KatalysError("no-basis"))
    for name, situations in (("when", tip.when), ("unless", tip.unless)):
        for index, situation in enumerate(situations):
            yield from _of_choices(*about, (name, index), situation, base)


def _of_basis(kind: str, name: str, basis: Sequence[Basis], base: KnowledgeBase) -> Iterator[Trouble]:
    for index, each in enumerate(basis):
        yield from _dangling(kind, name, ("basis", index, "source"), [each.source], "source", base.sources)


def _of_example(name: str, base: KnowledgeBase) -> Iterator[Trouble]:
    yield from _dangling("example", name, ("source",), [base.examples[name].source], "source", base.sources)


def _of_figure(name: str, base: KnowledgeBase) -> Iterator[Trouble]:
    figure = base.figures[name]
    if not figure.periods:
        yield Trouble("figure", name, (name, "periods"), KatalysError("no-period"))
    for index, period in enumerate(figure.periods):
        place = (name, "periods", index)
        yield from _dangling("figure", name, (*place, "source"), [period.source], "source", base.sources)
        if not wording.can_be_said(period.value, figure.unit):
            yield Trouble("figure", name, (*place, "value"), KatalysError("not-a-value", name=period.value))


def _of_scenario(name: str, index: int, scenario: Scenario, base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("scenario", name)
    yield from _of_choices(*about, (index, "answers"), scenario.answers, base, asked_first=True)
    yield from _dangling(*about, (index, "advice"), scenario.advice, "obstacle", base.obstacles)
    for obstacle, expected in scenario.advice.items():
        yield from _dangling(*about, (index, "advice", obstacle), expected, "tip", base.tips)
    yield from _dangling(*about, (index, "never"), scenario.never, "tip", base.tips)


def _of_choices(
    kind: str, name: str, steps: Steps, choices: Choices, base: KnowledgeBase, asked_first: bool = False
) -> Iterator[Trouble]:
    for question, wanted in choices.items():
        place = (*steps, question)
        if asked_first and question in (OBSTACLE, OBSTACLE_TYPE):
            continue
        if question == ROLE and not asked_first:
            yield Trouble(kind, name, place, KatalysError("role-in-condition", where=where(place)))
        elif question in base.questions:
            allowed = {*base.questions[question].options} | ({UNKNOWN} if asked_first else set())
            yield from _dangling(kind, name, place, wanted, "option", allowed)
        else:
            yield from _dangling(kind, name, place, [question], "question", base.questions)


def _dangling(
    kind: str, name: str, steps: Steps, used: Iterable[str], wanted: str, known: Collection[str]
) -> Iterator[Trouble]:
    """A name that leads nowhere, with the nearest right ones."""
    for each in sorted(each for each in set(used) if each not in known):
        near = nearest(each, known)[:1]
        error = KatalysError("dangling", where=where(steps), what=KINDS[wanted], name=each, near=near)
        yield Trouble(kind, name, steps, error)


def _of_texts(base: KnowledgeBase) -> Iterator[Trouble]:
    """Texts that lack a language or name a figure that is not there."""
    collections: Mapping[str, Mapping[str, msgspec.Struct]] = {
        "question": base.questions,
        "type": base.types,
        "obstacle": base.obstacles,
        "tip": base.tips,
        "example": base.examples,
        "term": base.terms,
        "figure": base.figures,
    }
    for kind, entries in collections.items():
        for name, entry in entries.items():
            yield from _of_entry_texts(kind, name, entry, base)


def _of_entry_texts(kind: str, name: str, entry: msgspec.Struct, base: KnowledgeBase) -> Iterator[Trouble]:
    local = getattr(entry, "pack", None) is not None
    for steps, text in texts(entry):
        place = (name, *steps) if kind in WHOLE_FILES else steps
        if not local or not (text.nl + text.en).strip():
            yield from _missing_language(kind, name, place, text)
        figures = FIGURE.findall(text.nl + text.en)
        yield from _dangling(kind, name, place, figures, "figure", base.figures)


def _missing_language(kind: str, name: str, steps: Steps, text: Text) -> Iterator[Trouble]:
    for language in ("nl", "en"):
        if not getattr(text, language).strip():
            yield Trouble(kind, name, steps, KatalysError("missing-language", where=where(steps), language=language))


KINDS = {
    "role": Text(nl="rol", en="role"),
    "obstacle": Text(nl="obstakel", en="obstacle"),
    "example": Text(nl="voorbeeld", en="example"),
    "source": Text(nl="bron", en="source"),
    "question": Text(nl="vraag", en="question"),
    "option": Text(nl="optie", en="option"),
    "figure": Text(nl="getal", en="figure"),
    "tip": Text(nl="tip", en="tip"),
}
