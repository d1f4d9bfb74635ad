"""Read one YAML file into records, or say what is wrong in it, with the line.

Every scalar is text to YAML; the record decides what it is. Positions are looked up only when something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from katalys_cli.errors import Finding, KatalysError, KnowledgeError, machine_trouble, nearest, where

T = TypeVar("T")

KEEPS_TEXT = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # `no` and `12:30` stay what was typed
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
PLACE = re.compile(r" - at `\$(?P<path>.*)`$")
MSGSPEC_TROUBLES = (
    (re.compile(r"Object missing required field `(?P<name>.+?)`"), "missing-field"),
    (re.compile(r"Object contains unknown field `(?P<name>.+?)`"), "unknown-field"),
    (re.compile(r"Invalid enum value '?(?P<name>.*?)'?$"), "unknown-value"),
    (re.compile(r"Expected `array.*`"), "not-a-list"),
    (re.compile(r"Expected `object.*`"), "not-a-mapping"),
    (re.compile(r"Expected `bool.*`"), "not-a-boolean"),
    (re.compile(r"Expected `str.*`"), "not-a-text"),
    (re.compile(r"Invalid RFC3339|Expected `date`"), "not-a-date"),
)

YAML_TROUBLES = (
    ("']'", "yaml-open-bracket"),
    ("'}'", "yaml-open-bracket"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("cannot start any token", "yaml-odd-start"),
    ("unexpected end of stream", "yaml-open-quote"),
    ("did not find expected key", "yaml-indent"),
    ("block end", "yaml-indent"),
)
"""Parts of what PyYAML says, and the sentence that we give for it."""


class PlainLoader(KEEPS_TEXT):  # type: ignore[misc, valid-type]
    """Refuses a key that stands twice; YAML itself would silently keep the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        mapping: dict[str, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) < len(node.value):
            raise self._duplicate(node)
        return mapping

    def _duplicate(self, node: yaml.MappingNode) -> yaml.MarkedYAMLError:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                return DuplicateKey(key.value, key.start_mark)
            seen.add(key.value)
        raise AssertionError("a mapping that lost a key has a duplicate")


class DuplicateKey(yaml.MarkedYAMLError):
    def __init__(self, name: str, mark: yaml.Mark) -> None:
        super().__init__(problem=name, problem_mark=mark)


def record(path: Path, name: str, kind: type[T]) -> T:
    """The record in a file; `name` is what messages call the file. Raises KnowledgeError."""
    text = contents(path, name)
    try:
        return msgspec.convert(_parsed(text, name), kind, strict=False)
    except msgspec.ValidationError as error:
        raise KnowledgeError([_finding(error, text, name, kind)]) from error


def records(path: Path, name: str, kind: type[T]) -> dict[str, T]:
    """The records in a file that holds many, by id. Raises KnowledgeError for all that cannot be read."""
    text = contents(path, name)
    found: dict[str, T] = {}
    findings: list[Finding] = []
    for key, raw in record(path, name, dict[str, Any]).items():
        try:
            found[key] = msgspec.convert(raw, kind, strict=False)
        except msgspec.ValidationError as error:
            findings.append(_finding(error, text, name, kind, key))
    if findings:
        raise KnowledgeError(findings)
    return found


def contents(path: Path, name: str) -> str:
    """The text in a file, without signs that cannot be seen. Raises KnowledgeError."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise _knowledge_error(name, line, 1, "not-utf-8") from error
    except OSError as error:
        raise _knowledge_error(name, 1, 1, "cannot-read", reason=KatalysError(machine_trouble(error))) from error
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _knowledge_error(name, line, 1, "control-character", code=f"U+{ord(found[0]):04X}")
    return text


def position(path: Path, steps: Sequence[str | int]) -> tuple[int, int]:
    """Line and column, from 1, of a field such as `when`, 0, `phase`; of the nearest one above it that is there."""
    return _position(path.read_text(encoding="utf-8"), steps)


def _parsed(text: str, name: str) -> Any:
    try:
        return yaml.load(text, PlainLoader)
    except DuplicateKey as error:
        raise _at_mark(error, name, "duplicate-key", name=error.problem) from error
    except yaml.MarkedYAMLError as error:
        raise _at_mark(error, name, _yaml_trouble(str(error.problem))) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _knowledge_error(name, 1, 1, "not-yaml") from error


def _yaml_trouble(problem: str) -> str:
    return next((key for part, key in YAML_TROUBLES if part in problem), "not-yaml")


def _at_mark(error: yaml.MarkedYAMLError, file: str, key: str, **values: object) -> KnowledgeError:
    mark = error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return _knowledge_error(file, line, column, key, **values)


def _knowledge_error(file: str, line: int, column: int, key: str, **values: object) -> KnowledgeError:
    return KnowledgeError([Finding(file, line, column, KatalysError(key, **values))])


def _finding(error: msgspec.ValidationError, text: str, file: str, kind: type[object], *inside: str) -> Finding:
    """Msgspec's sentence, which is English and has no line, as one of ours."""
    message = str(error)
    place = PLACE.search(message)
    steps = (*inside, *_steps(place["path"] if place else ""))
    key, values = _trouble(PLACE.sub("", message), kind)
    named = (*steps, values["name"]) if key == "unknown-field" else steps
    line, column = _position(text, named)
    return Finding(file, line, column, KatalysError(key, where=where(steps), **values))


def _trouble(message: str, kind: type[object]) -> tuple[str, dict[str, Any]]:
    for pattern, key in MSGSPEC_TROUBLES:
        if found := pattern.search(message):
            values: dict[str, Any] = found.groupdict()
            near = nearest(values["name"], _field_names(kind)) if key == "unknown-field" else ()
            return key, values | {"near": near[:1]}
    return "invalid-entry", {"reason": message}


def _field_names(kind: type[object]) -> frozenset[str]:
    """The names of all fields in a record and the records inside it."""
    from msgspec import inspect

    try:
        schema = msgspec.json.schema_components([kind])[1]
    except TypeError:  # a schema that JSON cannot say still has the fields of its own struct
        return frozenset(field.encode_name for field in getattr(inspect.type_info(kind), "fields", ()))
    return frozenset(name for component in schema.values() for name in component.get("properties", ()))


def _steps(path: str) -> Iterator[str | int]:
    """The path of msgspec, such as `.steps[1].nl`, as steps, up to the first `[...]`: a key that it does not name."""
    for name, index in re.findall(r"\.([^.\[]+)|\[([^\]]+)\]", path):
        if index and not index.isdigit():
            return
        yield name or int(index)


def _position(text: str, steps: Sequence[str | int]) -> tuple[int, int]:
    node = yaml.compose(text, KEEPS_TEXT)
    mark = node.start_mark if node else None
    for step in steps:
        found = next((pair for pair in _children(node) if pair[0] == step), None)
        if found is None:
            break
        _, mark, node = found
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Mark, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key.start_mark, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((index, item.start_mark, item) for index, item in enumerate(node.value))
