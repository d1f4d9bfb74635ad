"""The slow walk that names every mistake, held against msgspec, which stops at the first."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from katalys_cli import form, reading, shelf
from katalys_cli.errors import Finding, KnowledgeError
from katalys_cli.folders import Folder
from katalys_cli.model import Obstacle
from tests.builders import SOUND

FILES = [file for file in shelf.files(Folder(SOUND)) if file.kind]
VALUES = [
    "",
    "x",
    "no",
    "true",
    "True",
    "0",
    "1",
    "-1",
    "1.5",
    "1e3",
    "null",
    "~",
    "2026-11-23",
    "2026-1-1",
    "2026-02-30",
]
VALUES += ["2026-11-23T10:00:00", "practice", "hour", "nl", "news", "9" * 30, "1_000", " 3", "٣"]
ODD: list[Any] = [*VALUES, [], ["x"], [["x"]], {}, {"nl": "x"}, {"x": "y"}, [{"nl": "x", "en": "y"}]]


def places(value: Any, steps: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [steps, *(place for step, each in below for place in places(each, (*steps, step)))]


def put(value: Any, steps: tuple[Any, ...], odd: Any) -> Any:
    if not steps:
        return odd
    copied = dict(value) if isinstance(value, dict) else list(value)
    copied[steps[0]] = put(value[steps[0]], steps[1:], odd)
    return copied


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("form") / "a.yaml"


def findings(path: Path, kind: Any) -> list[Finding]:
    """What `record` says of a file; of one that msgspec takes, nothing."""
    try:
        reading.record(path, path.name, kind)
    except KnowledgeError as error:
        return error.findings
    return []


@settings(max_examples=300)
@given(file=st.sampled_from(FILES), seed=st.integers(0, 10**6), odd=st.sampled_from(ODD))
def test_both_agree_on_what_is_wrong(place, file, seed, odd):
    whole = yaml.load(file.path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    steps = random.Random(seed).choice(places(whole))
    text = yaml.dump(put(whole, steps, odd), Dumper=yaml.CSafeDumper, sort_keys=False)
    place.write_text(text, encoding="utf-8")
    node = yaml.compose(text, reading.PlainLoader)

    found = findings(place, file.kind[1])

    assert {each.steps for each in found} == {each.steps for each in form.mistakes(node, file.kind[1])}
    assert all(each.steps[: len(steps)] == steps or each.steps == steps[: len(each.steps)] for each in found)


BARE = [
    "no",
    "Yes",
    "OFF",
    "~",
    "null",
    "=",
    "<<",
    "12",
    "-3",
    "+4",
    "1_000",
    "0x1F",
    "0b101",
    "017",
    "1.5",
    ".5",
    "1.5e+3",
]
BARE += [
    ".inf",
    "-.INF",
    ".nan",
    "12:30",
    "1:2:3.5",
    "2026-11-23",
    "2026-11-23 10:00:00",
    "2001-12-14t21:59:43.10-05:00",
]
FRAMES = [
    "[{}]",
    "[{}, x]",
    "[x,{}]",
    "[x, {}]",
    "[ {} ]",
    "[x,\n    {}]",
    "\n    - {}",
    "\n    - x\n    - {}",
    "\n    - {} # why",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("bare", BARE)
def test_no_bare_word_escapes_the_first_look(place, bare, frame):
    base = (SOUND / "obstacles/finance/no-money/obstacle.yaml").read_text(encoding="utf-8")
    place.write_text(
        base.replace("[startgeld, subsidie]", frame.format(bare)).replace(
            "{nl: " + frame.format(bare) + ", en: [seed money, grant]}", "\n  nl: " + frame.format(bare) + "\n  en: [x]"
        ),
        encoding="utf-8",
    )
    closely = list(form.other_to_yaml(yaml.compose(place.read_text(), reading.PlainLoader), Obstacle))

    assert len(closely) == 1
    assert [each.trouble.values["name"] for each in reading.bare_words(place, "a.yaml", Obstacle)] == [bare]
