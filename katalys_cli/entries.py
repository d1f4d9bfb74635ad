"""One entry of the knowledge, whole, or all entries of a kind: as data, and as a document."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from katalys_cli import prose, wording
from katalys_cli.blocks import Block, Heading, Paragraph, Point, Points, Tone
from katalys_cli.errors import KatalysError, NothingFound, nearest, nearest_ids
from katalys_cli.model import (
    ROLE,
    Example,
    Figure,
    KnowledgeBase,
    Obstacle,
    Option,
    Question,
    Source,
    Term,
    Text,
    Theme,
    Tip,
)
from katalys_cli.report import SCHEMA, Teller
from katalys_cli.sentences import MESSAGES

Item: TypeAlias = dict[str, Any]


class Kind(msgspec.Struct, frozen=True):
    """A kind of entry: its name, where its entries are, what it is called by, and what a list tells of it."""

    name: str
    entries: Callable[[KnowledgeBase], Mapping[str, Any]]
    title: str
    told: tuple[str, ...] = ()


FIELDS = {"for": "for_"}  # a name that Python keeps for itself
KINDS = {
    "obstacles": Kind("obstacle", lambda base: base.obstacles, "name", ("type", "explanation", "theme", "pack")),
    "tips": Kind("tip", lambda base: base.tips, "title", ("obstacle", "for", "effort", "pack")),
    "roles": Kind("role", lambda base: base.questions[ROLE].options, "label", ("group",)),
    "questions": Kind("question", lambda base: base.questions, "text", ("many", "options")),
    "sources": Kind("source", lambda base: base.sources, "title", ("publisher", "url", "kind", "language")),
    "examples": Kind("example", lambda base: base.examples, "what", ("where", "when", "lesson")),
    "terms": Kind("term", lambda base: base.terms, "term", ("explanation",)),
    "figures": Kind("figure", lambda base: base.figures, "name", ("unit",)),
}


def kind_named(name: str) -> str:
    """The kind that is meant, in the plural or not. Raises KatalysError with the kinds there are."""
    wanted = name.strip().casefold()
    found = [plural for plural, kind in KINDS.items() if wanted in (plural, kind.name)]
    if not found:
        raise KatalysError("no-such-kind", name=name, near=nearest(wanted, KINDS) or tuple(KINDS))
    return found[0]


def listed(kind: str, teller: Teller) -> Item:
    """Every entry of a kind, with its id, what it is called and a little more."""
    return {"schema": SCHEMA, "kind": kind, "items": _items(kind, teller)}


def of_theme(teller: Teller, name: str | None, kind: str = "obstacles") -> Teller:
    """Someone who tells only of the obstacles of this theme; of all without one. Raises KatalysError."""
    if name is None:
        return teller
    if kind != "obstacles":
        raise KatalysError("theme-of-what", theme=name)
    called = {word.casefold(): theme for theme in Theme for word in (theme, *MESSAGES[f"theme-{theme}"])}
    wanted = name.strip().casefold()
    if wanted not in called:
        raise KatalysError("no-such-theme", name=name, near=nearest(wanted, called) or tuple(Theme))
    obstacles = {each.id: each for each in teller.base.obstacles.values() if each.theme is called[wanted]}
    return Teller(msgspec.structs.replace(teller.base, obstacles=obstacles), teller.language, teller.day)


def shown(kind: Kind, name: str, teller: Teller) -> Item:
    """Everything about one entry, in the reader's language."""
    entry = kind.entries(teller.base)[name]
    return {"schema": SCHEMA, "kind": kind.name, "item": {"id": name, **_said(entry, teller)}}


def named(base: KnowledgeBase, name: str) -> tuple[Kind, str]:
    """The kind of the entry with this id, typed with spaces or hyphens. Raises NothingFound with the nearest ids."""
    wanted = name.strip().casefold()
    for each in dict.fromkeys((wanted, wanted.replace(" ", "-"))):
        for kind in KINDS.values():
            if each in kind.entries(base):
                return kind, each
    known = {each for kind in KINDS.values() for each in kind.entries(base)}
    near = nearest_ids(wanted, known) or _meant(base, name)
    raise NothingFound("no-such-entry" if near else "no-such-entry-at-all", name=name, near=near)


def _meant(base: KnowledgeBase, name: str) -> tuple[str, ...]:
    """The obstacles that the words mean, for who knows no id."""
    from katalys_cli import search  # 10 ms that a right id does without

    return tuple(each.obstacle.id for each in search.matches(base, name, most=3))


def list_document(kind: str, teller: Teller) -> list[Block]:
    """The list as a document; obstacles stand under their type."""
    title = Heading(1, teller.say(f"list-{kind}"))
    if kind == "obstacles":
        return [title, *_obstacles_by_type(teller)]
    found = KINDS[kind]
    items = _items(kind, teller)
    return [title, Points(tuple(Point(item[_title_field(found)], id=item["id"]) for item in items))]


def document(kind: Kind, name: str, teller: Teller) -> list[Block]:
    """One entry as a document."""
    entry = kind.entries(teller.base)[name]
    title = getattr(entry, kind.title)
    called = teller.text(title) if isinstance(title, Text) else str(title)
    return [Heading(1, called), *_body(entry, teller)]


def _body(entry: object, teller: Teller) -> Iterator[Block]:
    drawn: Mapping[type, Callable[[Any, Teller], Iterator[Block]]] = {
        Tip: _tip,
        Obstacle: _obstacle,
        Source: _source,
        Example: _example,
        Figure: _figure,
        Term: _term,
        Question: _question,
        Option: _option,
    }
    yield from drawn[type(entry)](entry, teller)


def _tip(tip: Tip, teller: Teller) -> Iterator[Block]:
    from katalys_cli.advice import AdvisedTip  # to decide takes more than to show an entry of another kind
    from katalys_cli.rules import Status, remaining

    when, unless = remaining(tip, {})
    report = teller.tip(AdvisedTip(tip, Status.POSSIBLE, {}, when, unless), {})
    options = teller.base.questions[ROLE].options
    roles = [wording.label(options[role], teller.language) for role in report.for_]
    yield Paragraph(", ".join(roles), teller.say("label-for"))
    yield Paragraph(teller.text(teller.base.obstacles[tip.obstacle].name), teller.say("label-obstacle"))
    yield from prose.alone(report, teller)


def _obstacle(obstacle: Obstacle, teller: Teller) -> Iterator[Block]:
    yield Paragraph(teller.text(obstacle.explanation))
    if obstacle.theme:
        yield Paragraph(teller.say(f"theme-{obstacle.theme}"), teller.say("label-theme"))
    yield Heading(2, teller.say("signs"))
    yield Points(tuple(Point(sign) for sign in getattr(obstacle.signs, teller.language)))
    options = teller.base.questions[ROLE].options
    tips = teller.base.tips_for(obstacle.id)
    for role, option in options.items():
        own = [tip for tip in tips if role in tip.for_]
        if own:
            yield Heading(2, teller.say("tips-for", role=option.label))
            yield Points(tuple(Point(teller.text(tip.title), id=tip.id) for tip in own))
    if obstacle.related:
        related = [teller.base.obstacles[each] for each in obstacle.related]
        yield Heading(2, teller.say("related"))
        yield Points(tuple(Point(teller.text(each.name), id=each.id) for each in related))


def _source(source: Source, teller: Teller) -> Iterator[Block]:
    yield Points((prose.source_point(teller.source(source), teller),))
    yield Paragraph(teller.say(f"source-{source.kind}"), tone=Tone.QUIET)


def _example(example: Example, teller: Teller) -> Iterator[Block]:
    yield Paragraph(wording.place_and_year(example.where, example.when))
    yield Paragraph(teller.text(example.lesson), teller.say("label-lesson"))
    yield from _source(teller.base.sources[example.source], teller)


def _figure(figure: Figure, teller: Teller) -> Iterator[Block]:
    today = figure.on(teller.day)
    for period in figure.periods:
        value = wording.amount(period.value, figure.unit, teller.language)
        when = _period(period.from_, period.until, teller)
        now = teller.say("now") if period is today and period.holds(teller.day) else ""
        yield Paragraph(f"{when} {now}".strip(), f"{value}:")
        yield Points((prose.source_point(teller.source(teller.base.sources[period.source]), teller),))


def _period(begin: datetime.date, end: datetime.date | None, teller: Teller) -> str:
    since = teller.say("from-day", day=wording.date(begin, teller.language))
    until = teller.say("until-day", day=wording.date(end, teller.language)) if end else ""
    return f"{since} {until}".strip()


def _term(term: Term, teller: Teller) -> Iterator[Block]:
    yield Paragraph(teller.text(term.explanation))


def _question(question: Question, teller: Teller) -> Iterator[Block]:
    if question.explanation:
        yield Paragraph(teller.text(question.explanation))
    yield Points(tuple(Point(teller.text(option.label), id=name) for name, option in question.options.items()))


def _option(option: Option, teller: Teller) -> Iterator[Block]:
    if option.explanation:
        yield Paragraph(teller.text(option.explanation))


def _obstacles_by_type(teller: Teller) -> Iterator[Block]:
    types = teller.base.types
    points: dict[str, list[Point]] = {name: [] for name in types}
    for obstacle in teller.base.obstacles.values():
        points.setdefault(obstacle.type, []).append(_with_theme(obstacle, teller))
    for name, of_type in points.items():
        if of_type:
            yield Heading(2, teller.text(types[name].name) if name in types else name)
            yield Points(tuple(of_type))


def _with_theme(obstacle: Obstacle, teller: Teller) -> Point:
    note = teller.say(f"theme-{obstacle.theme}") if obstacle.theme else ""
    return Point(teller.text(obstacle.name), note, id=obstacle.id)


def _items(kind: str, teller: Teller) -> list[Item]:
    found = KINDS[kind]
    return [_brief(name, entry, found, teller) for name, entry in found.entries(teller.base).items()]


def _brief(name: str, entry: Any, kind: Kind, teller: Teller) -> Item:
    told = {field: _said(getattr(entry, FIELDS.get(field, field)), teller) for field in kind.told}
    title = _said(getattr(entry, kind.title), teller)
    return {"id": name, _title_field(kind): title} | {
        field: value for field, value in told.items() if value is not None
    }


def _title_field(kind: Kind) -> str:
    """What a list calls the title: `title` for what has one, `name` for the rest."""
    return "title" if kind.title == "title" else "name"


def _said(value: Any, teller: Teller) -> Any:
    """A record as plain data, each text in the reader's language."""
    if isinstance(value, Text):
        return teller.text(value)
    if isinstance(value, msgspec.Struct):
        fields = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        return {called: _said(getattr(value, name), teller) for called, name in fields}
    if isinstance(value, Mapping):
        return {key: _said(each, teller) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_said(each, teller) for each in value]
    return value
