"""The schema for editors is a valid one, and all that we ship and test with fits it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from katalys_cli import loader, schemas, shelf
from katalys_cli.folders import Folder, shipped
from tests.builders import SMALL, SOUND


def as_an_editor_reads(node: Any) -> Any:
    """YAML 1.2, which editors follow: numbers and true are such, dates and `no` are text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: as_an_editor_reads(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_an_editor_reads(each) for each in node.value]
    if node.style:
        return node.value
    if node.value in ("true", "false"):
        return node.value == "true"
    if re.fullmatch(r"-?\d+", node.value):
        return int(node.value)
    return float(node.value) if re.fullmatch(r"-?\d+\.\d+", node.value) else node.value


def validators(folder: Folder) -> dict[str, Draft202012Validator]:
    base = loader.load(folder)
    made = {kind: schemas.schema(kind, base) for kind in schemas.kinds()}
    for each in made.values():
        Draft202012Validator.check_schema(each)
    return {kind: Draft202012Validator(each) for kind, each in made.items()}


EVERY = 8
"""Of the tips and sources that we ship, of which there are many, one in so many is tried."""


@pytest.mark.parametrize("folder", [shipped(), SMALL, SOUND], ids=["shipped", "small", "sound"])
def test_every_file_fits_its_schema(folder):
    wanted = validators(Folder(folder))
    files = [file for file in shelf.files(Folder(folder)) if file.kind]
    many = [file for file in files if file.kind and file.kind[0] in ("tip", "source")] if folder == shipped() else []
    wrong = [
        f"{file.name}: {error.message[:80]}"
        for file in [*(file for file in files if file not in many), *many[::EVERY]]
        if file.kind
        for error in wanted[file.kind[0]].iter_errors(
            as_an_editor_reads(yaml.compose(file.path.read_text(encoding="utf-8"), yaml.CBaseLoader))
        )
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("kind", "file", "change"),
    [
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"efort": "day"}),
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"effort": "fortnight"}),
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"for": ["iniator"]}),
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"when": [{"legal_form": ["nune"]}]}),
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"when": [{"legalform": ["none"]}]}),
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"example": "street"}),
        ("tip", "obstacles/finance/no-money/find-a-host.yaml", {"id": "x"}),
        ("obstacle", "obstacles/finance/no-money/obstacle.yaml", {"related": ["no-permits"]}),
        ("example", "examples/street-fund.yaml", {"source": "local-papers"}),
    ],
)
def test_an_editor_sees_a_mistake_while_one_types(kind, file, change):
    value = yaml.load((SOUND / file).read_text(encoding="utf-8"), yaml.CBaseLoader)
    wanted = validators(Folder(SOUND))[kind]

    assert list(wanted.iter_errors({**value, **change}))
