"""Everything wrong in the form of one YAML file: held against the record that it should be, place by place.

Msgspec reads a record fast and stops at its first mistake. Where it stops, this walks the whole file along the types of
the record, so that an author sees all mistakes at once, each with its line and column.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
import yaml
from msgspec import inspect

from katalys_cli.errors import nearest
from katalys_cli.model import Language, Steps

TOLD_BY_PATH = frozenset({"id", "type", "obstacle", "pack", "borrowed"})
"""Fields that a file need not have; no suggestion names them."""

FREE = frozenset({"value", "published", "when", "version", "url"})
"""Text fields in which a bare number or date is meant as it stands."""

SUSPECT = re.compile(
    r"[\n\[{,:?-](?:(?<=[\n\[{,])|\s)\s*"
    r"(?:[yY](?:[eE][sS])?|[nN](?:[oO]|[uU][lL][lL])?|[oO](?:[nN]|[fF][fF])|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]"
    r"|~|=|<<|[-+]?[\d.][\w.:+-]*(?: [\d:.+ -]+)?)(?=\s*[\n\]},:#])"
)
"""What may hold a word that YAML reads as something else; worth a closer look. It starts with a set of signs and has no
flag for capitals, which makes it three times as fast."""

COMMENT = re.compile(r"[ \t]+#")

MEANT = tuple(
    f"{name}:"
    for name in (
        *("first_step", "many", "reviewed", "checked", "from", "until", "value"),
        *("published", "when", "version", "most_questions", "review_months"),
    )
)
"""Fields of which the value is a day, a number or true."""

SCALARS: tuple[tuple[type, str], ...] = (
    (inspect.BoolType, "not-a-boolean"),
    (inspect.DateType, "not-a-date"),
    (inspect.IntType, "not-a-number"),
)


PLAIN: dict[type, type] = {inspect.BoolType: bool, inspect.DateType: datetime.date, inspect.IntType: int}


@dataclass(frozen=True)
class Mistake:
    """Something wrong at a place in a file: the steps to it, line and column from 1, and the sentence with its values."""

    steps: Steps
    line: int
    column: int
    key: str
    values: dict[str, Any]


def mistakes(node: yaml.Node | None, kind: Any) -> Iterator[Mistake]:
    """Every place where the file is not such a record."""
    if node is None:
        yield Mistake((), 1, 1, "empty-file", {})
    else:
        yield from _against(node, _inspected(kind), (), node.start_mark)


def may_be_other_to_yaml(text: str) -> bool:
    """Whether a file may hold such a word, other than in a field that is meant to; quick to tell."""
    lines = f"\n{text}\n"
    return any(not lines.endswith(MEANT, 0, found.start() + 1) for found in SUSPECT.finditer(lines))


def other_to_yaml(node: yaml.Node | None, kind: Any) -> Iterator[Mistake]:
    """Bare words that are text here but something else to YAML, such as `no` or a date."""
    if node is not None:
        yield from _bare(node, _inspected(kind), ())


def may_be_cut_off(text: str) -> bool:
    """Whether a file may hold a comment behind something; quick to tell."""
    return " #" in text or "\t#" in text


def cut_off(node: yaml.Node | None, text: str) -> Iterator[Mistake]:
    """Texts without quotes that YAML ends at a #: what stands behind it is a comment, which nobody sees."""
    lines = text.removeprefix("\ufeff").splitlines()
    for said, steps in _said(node, ()):
        end = said.end_mark
        behind = COMMENT.match(lines[end.line], end.column) if not said.style and end.line < len(lines) else None
        if behind:
            yield Mistake(steps, end.line + 1, behind.end(), "cut-off", {})


def _said(node: yaml.Node | None, steps: Steps) -> Iterator[tuple[yaml.ScalarNode, Steps]]:
    """Every text in a language, with the steps to it; a word in a list may well have a comment."""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _said(item, (*steps, index))
    elif isinstance(node, yaml.MappingNode):
        for name, _, value in _entries(node):
            if name in tuple(Language) and isinstance(value, yaml.ScalarNode):
                yield value, (*steps, name)
            yield from _said(value, (*steps, name))


def blanks(kind: Any) -> dict[str, Any]:
    """The fields that a record must have, with nothing in them."""
    inspected = _inspected(kind)
    assert isinstance(inspected, inspect.StructType)
    return {field.encode_name: _blank(field.type) for field in inspected.fields if field.required}


def _blank(kind: inspect.Type) -> Any:
    if isinstance(kind, inspect.UnionType):
        return _blank(kind.types[-1])
    if isinstance(kind, inspect.StructType | inspect.DictType):
        return {}
    if isinstance(kind, inspect.CollectionType):
        return []
    if isinstance(kind, inspect.EnumType):
        return next(iter(kind.cls)).value
    if isinstance(kind, inspect.LiteralType):
        return kind.values[0]
    return datetime.date.min.isoformat() if isinstance(kind, inspect.DateType) else "0"


@cache
def _inspected(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _at(steps: Steps, mark: Any, key: str, **values: Any) -> Mistake:
    return Mistake(steps, mark.line + 1, mark.column + 1, key, values)


def _against(node: yaml.Node, kind: inspect.Type, steps: Steps, mark: Any) -> Iterator[Mistake]:
    """`mark` is where the field begins, which is where an author looks for it."""
    if isinstance(kind, inspect.UnionType):
        if not (_is_null(node) and any(isinstance(each, inspect.NoneType) for each in kind.types)):
            yield from _against(node, _meant(node, kind.types), steps, mark)
    elif isinstance(kind, inspect.StructType):
        yield from _against_record(node, kind, steps, mark)
    elif isinstance(kind, inspect.DictType):
        yield from _against_names(node, kind, steps, mark)
    elif isinstance(kind, inspect.CollectionType):
        yield from _against_list(node, kind, steps, mark)
    else:
        yield from _against_scalar(node, kind, steps, mark)


def _against_record(node: yaml.Node, kind: inspect.StructType, steps: Steps, mark: Any) -> Iterator[Mistake]:
    if not isinstance(node, yaml.MappingNode):
        yield _at(steps, mark, "not-a-mapping")
        return
    fields = {field.encode_name: field for field in kind.fields}
    present = {name for name, _, _ in _entries(node)}
    named, suspected = fields.keys() - TOLD_BY_PATH, set()
    for name, key, value in _entries(node):
        if name in fields:
            yield from _against(value, fields[name].type, (*steps, name), key)
        else:
            near = nearest(name, named - present) or nearest(name, named)
            suspected |= set(near[:1])
            yield _at((*steps, name), key, "unknown-field", name=name, near=near[:1])
    yield from _twice(node, steps)
    for name, field in fields.items():
        if field.required and name not in present | suspected:
            yield _at(steps, mark, "missing-field", name=name)


def _against_names(node: yaml.Node, kind: inspect.DictType, steps: Steps, mark: Any) -> Iterator[Mistake]:
    if not isinstance(node, yaml.MappingNode):
        yield _at(steps, mark, "not-a-mapping")
        return
    for name, key, value in _entries(node):
        yield from _against(value, kind.value_type, (*steps, name), key)
    yield from _twice(node, steps)


def _against_list(node: yaml.Node, kind: inspect.CollectionType, steps: Steps, mark: Any) -> Iterator[Mistake]:
    if not isinstance(node, yaml.SequenceNode):
        yield _at(steps, mark, "not-a-list")
        return
    for index, item in enumerate(node.value):
        yield from _against(item, kind.item_type, (*steps, index), item.start_mark)


def _against_scalar(node: yaml.Node, kind: inspect.Type, steps: Steps, mark: Any) -> Iterator[Mistake]:
    if isinstance(kind, inspect.AnyType):
        return
    key = next((key for each, key in SCALARS if isinstance(kind, each)), "not-a-text")
    if not isinstance(node, yaml.ScalarNode):
        yield _at(steps, mark, key)
    elif isinstance(kind, inspect.EnumType | inspect.LiteralType):
        allowed = kind.values if isinstance(kind, inspect.LiteralType) else [each.value for each in kind.cls]
        if node.value not in allowed:
            near = nearest(node.value, map(str, allowed))[:1]
            key = "unknown-value" if near else "unknown-value-at-all"
            yield _at(steps, node.start_mark, key, name=node.value, near=near, allowed=tuple(map(str, allowed)))
    elif not _may_be(node.value, kind):
        yield _at(steps, node.start_mark, key, name=node.value)


def _may_be(value: str, kind: inspect.Type) -> bool:
    """Whether msgspec takes it for such a value."""
    wanted = next((plain for each, plain in PLAIN.items() if isinstance(kind, each)), str)
    try:
        msgspec.convert(value, wanted, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value.casefold() == "null"


def _meant(node: yaml.Node, kinds: Sequence[inspect.Type]) -> inspect.Type:
    """Which of several types an author meant, told by the shape of what stands there."""
    wanted = [kind for kind in kinds if not isinstance(kind, inspect.NoneType)]
    lists = [kind for kind in wanted if isinstance(kind, inspect.CollectionType)]
    words = [kind for kind in wanted if kind not in lists]
    return (lists or words)[0] if isinstance(node, yaml.SequenceNode | yaml.MappingNode) else (words or lists)[0]


def _twice(node: yaml.MappingNode, steps: Steps) -> Iterator[Mistake]:
    seen: set[str] = set()
    for name, key, _ in _entries(node):
        if name in seen:
            yield _at((*steps, name), key, "duplicate-key", name=name)
        seen.add(name)


def _entries(node: yaml.MappingNode) -> list[tuple[str, Any, yaml.Node]]:
    """Name, where it stands, and what belongs to it."""
    return [(str(key.value), key.start_mark, value) for key, value in node.value]


def _bare(node: yaml.Node, kind: inspect.Type, steps: Steps) -> Iterator[Mistake]:
    if isinstance(kind, inspect.UnionType):
        yield from _bare(node, _meant(node, kind.types), steps)
    elif isinstance(node, yaml.MappingNode):
        fields = {field.encode_name: field.type for field in getattr(kind, "fields", ())}
        below = getattr(kind, "value_type", inspect.AnyType())
        for key, value in node.value:
            yield from _bare_word(key, (*steps, key.value))
            if not fields or key.value not in FREE:
                yield from _bare(value, fields.get(key.value, below), (*steps, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _bare(item, getattr(kind, "item_type", inspect.AnyType()), (*steps, index))
    elif isinstance(kind, inspect.StrType):
        yield from _bare_word(node, steps)


def _bare_word(node: yaml.Node, steps: Steps) -> Iterator[Mistake]:
    if isinstance(node, yaml.ScalarNode) and not node.style and (read_as := _read_as(node.value)):
        yield _at(steps, node.start_mark, "other-to-yaml", name=node.value, read_as=read_as)


def _read_as(value: str) -> str | None:
    """What YAML 1.1 makes of a bare word: the name of the type, None where it stays text."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[:1], [])
    tags = [tag for tag, pattern in resolvers if pattern.match(value)]
    return str(tags[0]).rpartition(":")[2] if tags else None
