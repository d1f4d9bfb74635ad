"""What leads nowhere in the knowledge: names of other entries, and texts without a language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import msgspec

from katalys_cli import wording
from katalys_cli.errors import KatalysError, where
from katalys_cli.model import (
    OBSTACLE,
    OBSTACLE_TYPE,
    ROLE,
    UNKNOWN,
    Basis,
    Choices,
    Figure,
    KnowledgeBase,
    Language,
    Obstacle,
    Question,
    Scenario,
    Steps,
    Text,
    Tip,
    texts,
)
from katalys_cli.troubles import Trouble, dangling

FIGURE = re.compile(r"\{([^{}]*)\}")
BRACE = re.compile(r"[{}]")
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
TYPE = "type"
Found: TypeAlias = Sequence[tuple[Steps, Text]]
WHOLE_FILES = ("question", "term", "figure", "elsewhere")  # all entries of these kinds stand in one file


def troubles(base: KnowledgeBase) -> Iterator[Trouble]:
    """Everything wrong in the knowledge, entry by entry."""
    yield from _of_about(base)
    for question in base.questions.values():
        yield from _of_question(question)
    for obstacle in base.obstacles.values():
        yield from _of_obstacle(obstacle, base)
    for tip in base.tips.values():
        yield from _of_tip(tip, base)
    for name in base.examples:
        yield from _of_example(name, base)
    for name in base.voices:
        yield from dangling("voices", name, (), [name], "obstacle", base.obstacles)
    for name in base.figures:
        yield from _of_figure(name, base)
    for name, term in base.terms.items():
        known_to = base.questions[ROLE].members(term.known_to)
        yield from dangling("term", name, (name, "known_to"), known_to, "role", _roles_and_groups(base))
    yield from _renamed("obstacle", base.obstacles)
    yield from _renamed("tip", base.tips)
    yield from _names(base)
    for name in base.scenarios:
        yield from of_scenarios(base, name)
    yield from _of_texts(base)


def _of_about(base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("about", "about")
    types = {*base.types, *(obstacle.type for obstacle in base.obstacles.values())}
    yield from dangling(*about, ("types",), base.about.types, "type", types)
    yield from dangling(*about, ("least_tips",), base.about.least_tips, "role", _roles_and_groups(base))


def _roles_and_groups(base: KnowledgeBase) -> set[str]:
    return {*base.roles, *base.questions[ROLE].groups}


def _of_question(question: Question) -> Iterator[Trouble]:
    for name, option in question.options.items():
        place = (question.id, "options", name, "group")
        named = [option.group] if option.group is not None else []
        yield from dangling("question", question.id, place, named, "group", question.groups)
    yield from _labels(question)


def _labels(question: Question) -> Iterator[Trouble]:
    """Options that a reader cannot tell apart."""
    for language in Language:
        seen: dict[str, str] = {}
        for name, option in question.options.items():
            label = getattr(option.label, language).casefold().strip()
            if label and label in seen:
                place = (question.id, "options", name, "label", language)
                yield Trouble("question", question.id, place, KatalysError("same-label", name=name, other=seen[label]))
            seen.setdefault(label, name)


def of_advice(base: KnowledgeBase, obstacle: str) -> Iterator[Trouble]:
    """What is wrong in the entries that the advice for one obstacle leans on."""
    for tip in base.tips_for(obstacle):
        found = [*_of_tip(tip, base), *_of_entry_texts("tip", tip.id, tip, texts(tip), base)]
        yield from found
        if not found and tip.example:
            yield from _of_example(tip.example, base)
        if not found:
            for figure in sorted(wording.figures_in(tip)):
                yield from _of_figure(figure, base)


def _renamed(kind: str, entries: Mapping[str, Obstacle] | Mapping[str, Tip]) -> Iterator[Trouble]:
    """Ids that were given up once and are in use again, or given up by two: old answers and links would go astray."""
    seen: dict[str, str] = {}
    for name, entry in entries.items():
        for old in entry.renamed_from:
            place = ("renamed_from", old)
            if old in entries:
                yield Trouble(kind, name, place, KatalysError("reused-id", name=old))
            elif old in seen:
                yield Trouble(kind, name, place, KatalysError("renamed-twice", name=old, other=seen[old]))
            seen.setdefault(old, name)


def _names(base: KnowledgeBase) -> Iterator[Trouble]:
    """Names inside the whole files that are no proper ids."""
    for kind in WHOLE_FILES:
        for name in collections(base)[kind]:
            if not NAME.fullmatch(name):
                yield Trouble(kind, name, (name,), KatalysError("no-id", name=name, near=_as_name(name)))
    for question in base.questions.values():
        for option in question.options:
            if not NAME.fullmatch(option):
                place = (question.id, "options", option)
                yield Trouble("question", question.id, place, KatalysError("no-id", name=option, near=_as_name(option)))


def _as_name(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9_]+", name.casefold()))


def _of_obstacle(obstacle: Obstacle, base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("obstacle", obstacle.id)
    yield from dangling(*about, ("related",), obstacle.related, "obstacle", base.obstacles)
    yield from _of_basis(*about, obstacle.basis, base)
    if obstacle.type not in base.types:
        error = KatalysError("missing-file", file="type.yaml", name=obstacle.type, wanted=TYPE)
        yield Trouble(*about, (obstacle.type,), error)


def _of_tip(tip: Tip, base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("tip", tip.id)
    yield from dangling(*about, (), [tip.obstacle], "obstacle", base.obstacles)
    yield from dangling(*about, ("for",), tip.for_, "role", _roles_and_groups(base))
    yield from dangling(*about, ("also_helps",), tip.also_helps, "obstacle", base.obstacles)
    yield from dangling(*about, ("excludes",), tip.excludes, "tip", base.tips)
    yield from dangling(*about, ("example",), [tip.example] if tip.example else [], "example", base.examples)
    yield from _of_basis(*about, tip.claims, base)
    if tip.basis == ():
        yield Trouble(*about, ("basis",), KatalysError("no-basis"))
    for name, situations in (("when", tip.when), ("unless", tip.unless)):
        for index, situation in enumerate(situations):
            yield from _of_choices(*about, (name, index), situation, base)


def _of_basis(kind: str, name: str, basis: Sequence[Basis], base: KnowledgeBase) -> Iterator[Trouble]:
    for index, each in enumerate(basis):
        yield from dangling(kind, name, ("basis", index, "source"), [each.source], "source", base.sources)


def _of_example(name: str, base: KnowledgeBase) -> Iterator[Trouble]:
    yield from dangling("example", name, ("source",), [base.examples[name].source], "source", base.sources)


def _of_figure(name: str, base: KnowledgeBase) -> Iterator[Trouble]:
    figure = base.figures[name]
    if not figure.periods:
        yield Trouble("figure", name, (name, "periods"), KatalysError("no-period"))
    for index, period in enumerate(figure.periods):
        place = (name, "periods", index)
        yield from dangling("figure", name, (*place, "source"), [period.source], "source", base.sources)
        if period.until and period.until < period.from_:
            yield Trouble("figure", name, (*place, "until"), KatalysError("period-backwards"))
        if not wording.can_be_said(period.value, figure.unit):
            yield Trouble("figure", name, (*place, "value"), KatalysError("not-a-value", name=period.value))

    yield from _overlapping(figure)


def _overlapping(figure: Figure) -> Iterator[Trouble]:
    """Periods that begin while another still holds: the value would depend on their order in the file."""
    in_time = sorted(enumerate(figure.periods), key=lambda each: each[1].from_)
    for (_, before), (index, after) in pairwise(in_time):
        if before.until is None or after.from_ <= before.until:
            error = KatalysError("periods-overlap", day=after.from_.isoformat())
            yield Trouble("figure", figure.id, (figure.id, "periods", index, "from"), error)


def of_scenarios(base: KnowledgeBase, name: str) -> Iterator[Trouble]:
    """What the scenarios in a file name that is not there."""
    for index, scenario in enumerate(base.scenarios[name]):
        yield from _of_scenario(name, index, scenario, base)


def _of_scenario(name: str, index: int, scenario: Scenario, base: KnowledgeBase) -> Iterator[Trouble]:
    about = ("scenario", name)
    yield from _of_choices(*about, (index, "answers"), scenario.answers, base, asked_first=True)
    yield from dangling(*about, (index, "advice"), scenario.advice, "obstacle", base.obstacles)
    for obstacle, expected in scenario.advice.items():
        yield from dangling(*about, (index, "advice", obstacle), expected, "tip", base.tips)
    yield from dangling(*about, (index, "never"), scenario.never, "tip", base.tips)


def _of_choices(
    kind: str, name: str, steps: Steps, choices: Choices, base: KnowledgeBase, asked_first: bool = False
) -> Iterator[Trouble]:
    for question, wanted in choices.items():
        place = (*steps, question)
        if asked_first and question == OBSTACLE:
            yield from dangling(kind, name, place, wanted, "obstacle", base.obstacles)
        elif asked_first and question == OBSTACLE_TYPE:
            yield from dangling(kind, name, place, wanted - {UNKNOWN}, "type", base.types)
        elif question == ROLE and not asked_first:
            yield Trouble(kind, name, place, KatalysError("role-in-condition", where=where(place)))
        elif question in base.questions:
            allowed = {*base.questions[question].options} | ({UNKNOWN} if asked_first else set())
            yield from dangling(kind, name, place, wanted, "option", allowed)
        else:
            yield from dangling(kind, name, place, [question], "question", base.questions)


def collections(base: KnowledgeBase) -> Mapping[str, Mapping[str, msgspec.Struct]]:
    """Every kind of entry that holds texts."""
    return {
        "question": base.questions,
        "type": base.types,
        "obstacle": base.obstacles,
        "tip": base.tips,
        "example": base.examples,
        "term": base.terms,
        "figure": base.figures,
        "elsewhere": base.elsewhere,
    }


def texts_of(kind: str, name: str, entry: msgspec.Struct) -> list[tuple[Steps, Text]]:
    """Every text in an entry, with the steps that lead to it in its file."""
    return texts(entry, (name,) if kind in WHOLE_FILES else ())


def _of_texts(base: KnowledgeBase) -> Iterator[Trouble]:
    """Texts that lack a language or name a figure that is not there."""
    for kind, entries in collections(base).items():
        for name, entry in entries.items():
            found = texts_of(kind, name, entry)
            yield from _of_entry_texts(kind, name, entry, found, base)
            yield from _of_braces(kind, name, found, base)


def _of_entry_texts(
    kind: str, name: str, entry: msgspec.Struct, found: Found, base: KnowledgeBase
) -> Iterator[Trouble]:
    local = getattr(entry, "pack", None) is not None
    for place, text in found:
        if not local or not (text.nl + text.en).strip():
            yield from _missing_language(kind, name, place, text)
        if "{" in text.nl or "{" in text.en:
            figures = FIGURE.findall(text.nl) + FIGURE.findall(text.en)
            yield from dangling(kind, name, place, figures, "figure", base.figures)


def _of_braces(kind: str, name: str, found: Found, base: KnowledgeBase) -> Iterator[Trouble]:
    """Braces without their partner, and figures that only one of two languages names."""
    for place, text in found:
        both = text.nl + text.en
        if "{" in both or "}" in both:
            for language, error in _braces_in(text, place, base):
                yield Trouble(kind, name, (*place, language), error)


def _braces_in(text: Text, place: Steps, base: KnowledgeBase) -> Iterator[tuple[Language, KatalysError]]:
    said = {language: getattr(text, language) for language in Language}
    alone = [language for language in Language if BRACE.search(FIGURE.sub("", said[language]))]
    for language in alone:
        yield language, KatalysError("brace", where=where((*place, language)))
    figures = {language: frozenset(FIGURE.findall(said[language])) for language in Language}
    if (
        alone
        or not all(said.values())
        or any(each not in base.figures for each in frozenset().union(*figures.values()))
    ):
        return  # that is told already
    for language in Language:
        if fewer := sorted(figures[language] - figures[language.other]):
            names = tuple(f"{{{each}}}" for each in fewer)
            values = {"where": where(place), "names": names, "language": language, "other": language.other}
            yield language, KatalysError("figure-in-one-language", **values)


def _missing_language(kind: str, name: str, steps: Steps, text: Text) -> Iterator[Trouble]:
    for language in ("nl", "en"):
        if not getattr(text, language).strip():
            yield Trouble(kind, name, steps, KatalysError("missing-language", where=where(steps), language=language))
