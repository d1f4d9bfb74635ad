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


SLIPS = [
    ("yaml-tab", "    en: Ask", "¦\ten: Ask"),
    ("yaml-tab", "  nl: Because", "¦\tnl: Because"),
    ("yaml-odd-space", "    en: Ask", "¦\u00a0\u00a0\u00a0 en: Ask"),
    ("yaml-odd-space", "nl: Vraag", "nl:¦\u00a0Vraag"),
    ("yaml-open-quote", "Vraag het.", "¦'Vraag het."),
    ("yaml-open-quote", "Vraag het.", '¦"Vraag het.', "State it.", '"State it."'),
    ("yaml-open-quote", "Vraag het.", "¦'Vraag het.", "State it.", "State it's."),
    ("yaml-open-quote", "[bank, geld]", '[¦"bank, geld]'),
    ("yaml-open-quote", "State it.\n", 'State it.\n  - ¦"'),
    ("yaml-no-space-colon", "nl: Vraag", "nl¦:Vraag"),
    ("yaml-no-space-colon", "en: Ask", "en¦:Ask"),
    ("yaml-no-space-colon", "effort: weeks", "effort¦:weeks"),
    ("yaml-no-space-dash", "- nl: Vraag", "¦-nl: Vraag"),
    ("yaml-two-dashes", "- nl: Vraag", "- ¦- nl: Vraag"),
    ("yaml-long-dash", "- nl: Vraag", "¦\N{EN DASH} nl: Vraag"),
    ("yaml-long-dash", "- nl: Zoek", "¦\N{EM DASH} nl: Zoek"),
    ("yaml-no-colon", "why:", "why¦"),
    ("yaml-no-colon", "steps:", "steps¦"),
    ("yaml-no-colon", "effort: weeks", "¦effort weeks"),
    ("yaml-no-colon", "nl: Vraag", "¦nl Vraag"),
    ("yaml-no-colon", "en: Ask", "¦en Ask"),
    ("yaml-indent", "    en: Ask", "       en¦: Ask"),
    ("yaml-indent", "    en: Ask", "   ¦en: Ask"),
    ("yaml-colon", "nl: Vraag", "nl: Let op¦: vraag"),
    ("yaml-dash-start", "nl: Vraag", "nl: ¦- Vraag"),
    ("yaml-odd-start", "nl: Vraag", "nl: ¦? Vraag"),
    ("yaml-odd-start", "nl: Vraag", "nl: > ¦Vraag"),
    ("yaml-odd-start", "nl: Vraag", "nl: ¦@Vraag"),
    ("yaml-open-bracket", "nl: Vraag", "nl: ¦[Vraag"),
    ("yaml-open-bracket", "[bank, geld], en: [bank]}", "[bank, geld], en: [bank]", "{nl: [bank", "¦{nl: [bank"),
    ("yaml-brackets", "[bank, geld], en", "[bank, geld] ¦en"),
    ("yaml-brackets", "[bank, geld]", "[bank, geld¦}"),
    ("yaml-empty-place", "[bank, geld]", "[bank,¦, geld]"),
    ("yaml-goes-on", "nl: Vraag het", "nl: [Vraag] ¦het"),
    ("yaml-goes-on", "nl: Vraag het", 'nl: "Vraag" ¦het'),
    ("yaml-goes-on", "nl: Vraag het.", "nl: 'Vraag '¦s avonds.'"),
    ("yaml-backslash", "nl: Vraag het.", 'nl: "Vraag C:¦\\documenten."'),
    ("yaml-second-entry", "steps:", "¦---\nsteps:"),
    ("yaml-merge-marks", "effort: weeks", "¦<<<<<<< HEAD\neffort: weeks\n=======\neffort: day\n>>>>>>> ours"),
    ("yaml-merge-marks", "    en: Ask it.", "¦<<<<<<< HEAD\n    en: Ask it.\n=======\n    en: Ask.\n>>>>>>> ours"),
]
PLAIN = """\
many: true
effort: weeks
why:
  nl: Because of it.
  en: An account.
keywords: {nl: [bank, geld], en: [bank]}
steps:
  - nl: Zoek op.
    en: Look up.
  - nl: Vraag het.
    en: Ask it.
  - nl: Zet het.
    en: State it.
"""


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip[0]}-{slip[1].strip()}")
def test_what_is_no_yaml_is_told_by_its_cause_and_in_its_place(place, slip):
    key, *changes = slip
    text = PLAIN
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    before = text[: text.index("¦")]
    place.write_text(text.replace("¦", ""), encoding="utf-8")

    (found,) = findings(place, dict[str, Any])

    wanted = (key, before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert (found.trouble.key, found.line, found.column) == wanted
