"""The JSON Schema of every kind of file, for an editor that completes and checks while one types."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from typing import Any

import msgspec

from katalys_cli.form import FREE, TOLD_BY_PATH
from katalys_cli.model import ROLE, KnowledgeBase
from katalys_cli.shelf import KINDS

HEADER = "# yaml-language-server: $schema={path}"
"""The first line of a file that editors with the YAML language server (VS Code, Vim, Emacs, IntelliJ) look at."""


def kinds() -> dict[str, str]:
    """Every kind of file, with the pattern of its path."""
    return {kind: pattern for pattern, (kind, _) in KINDS.items()}


def schema(kind: str, base: KnowledgeBase) -> dict[str, Any]:
    """The schema of one kind, with the names that this knowledge has: roles, questions, options, obstacles."""
    record = next(record for name, record in KINDS.values() if name == kind)
    made = msgspec.json.schema(record, ref_template="#/$defs/{name}")
    for definition in made.get("$defs", {}).values():
        _as_typed(definition, base)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"katalys: {kind}", **made}


def _as_typed(definition: dict[str, Any], base: KnowledgeBase) -> None:
    """The definition as an author sees the file: without what the path tells, and with the names there are."""
    if "description" in definition:
        definition["description"] = cleandoc(definition["description"]).partition("\n\n")[0]
    properties: dict[str, Any] = definition.get("properties", {})
    for name in TOLD_BY_PATH & properties.keys():
        del properties[name]
    for name in FREE & properties.keys():
        for kind in properties[name].get("anyOf", [properties[name]]):  # a text, or a text that may be left out
            if kind.get("type") == "string":
                kind["type"] = ["string", "number"]
    names = _names(base)
    for name in names.keys() & properties.keys():
        if "items" in properties[name] or name in ("example", "source"):  # an example's own `when` is a year
            properties[name] = names[name]


def _names(base: KnowledgeBase) -> Mapping[str, Any]:
    """The schema of fields that hold names of other entries."""
    roles = [*base.questions[ROLE].groups, *base.questions[ROLE].options]
    conditions = {
        name: _list_of([*question.groups, *question.options])
        for name, question in base.questions.items()
        if name != ROLE
    }
    situations = {"type": "array", "items": {"type": "object", "properties": conditions, "additionalProperties": False}}
    obstacles = _list_of(list(base.obstacles))
    return {
        "for": _list_of(roles),
        "known_to": _list_of(roles),
        "when": situations,
        "unless": situations,
        "related": obstacles,
        "also_helps": obstacles,
        "example": {"enum": list(base.examples)},
        "source": {"enum": list(base.sources)},
        "excludes": _list_of(list(base.tips)),
    }


def _list_of(names: list[str]) -> dict[str, Any]:
    return {"type": "array", "items": {"enum": names}}
