"""What keeps a look-up fast on any machine: the modules that a command imports, and what it reads of a large base."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import bases
from katalys_cli import authoring, entries, looking_up, naming, prose, questionnaire, store
from katalys_cli.advice import advise
from katalys_cli.folders import Folder
from katalys_cli.interview import Interview
from katalys_cli.model import Language
from katalys_cli.report import Teller
from tests.builders import SMALL
from tests.conftest import Run

SLOW = {"rich", "questionary", "prompt_toolkit", "yaml", "markdown_it", "rapidfuzz", "hashlib", "importlib.metadata"}
AUTHORS = {"katalys_cli.cli_knowledge", "katalys_cli.loader", "katalys_cli.authoring", "katalys_cli.reading"}
LOOKING_UP = {"Stemmer", "katalys_cli.search", "katalys_cli.lexicon"}
ANSWERS = ["--role", "initiator", "--obstacle", "no-money"]


def imported(katalys: Run, *arguments: str) -> set[str]:
    """The modules that a run imports, once the compiled copy is there."""
    command = [*arguments, "--knowledge", str(SMALL)]
    assert katalys(*command).returncode == 0
    told = katalys(*command, PYTHONPROFILEIMPORTTIME="1").stderr
    return {line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize("command", [["show", "no-money"], ["list", "obstacles"], ["advise", "--no-input", *ANSWERS]])
def test_a_command_to_a_pipe_imports_only_what_it_needs(katalys, command):
    assert not imported(katalys, *command) & (SLOW | AUTHORS | LOOKING_UP)


def test_a_look_up_imports_only_what_it_needs(katalys):
    modules = imported(katalys, "lookup", "subsidie", "--role", "initiator")

    assert not modules & (SLOW | AUTHORS)
    assert modules >= LOOKING_UP


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The compiled copies of a base and of one that is eight times as large."""
    place = tmp_path_factory.mktemp("bases")
    small, large = place / "small.sqlite", place / "large.sqlite"
    for tips, copy in ((70, small), (560, large)):
        store.write(authoring.read(Folder(bases.make(tips, place / str(tips)))).base, copy)
        store.add_lexicon(copy)
    return small, large


def document(told: Teller) -> object:
    return entries.document(*entries.named(told.base, "tip-3-2"), told)


def advice(told: Teller) -> object:
    answers, troubles = naming.settled(told.base, {"role": ["initiator"], "obstacle": ["obstacle-3"]})
    assert not troubles
    return prose.advice(told.report(advise(told.base, answers)), told)


def next_question(told: Teller) -> object:
    answers, _ = naming.settled(told.base, {"role": ["initiator"], "obstacle": ["obstacle-3"]})
    return questionnaire.next_question(told.base, answers)


def first_question(told: Teller) -> object:
    interview = Interview(told.base, {})
    return interview.question, interview.progress, interview.moves


def look_up(told: Teller) -> object:
    return looking_up.look_up("obstacle-3", {"role": ["initiator"]}, told)


@pytest.mark.parametrize("command", [document, advice, next_question, first_question, look_up])
def test_what_a_command_reads_does_not_grow_with_the_base(sizes, command):
    small, large = (steps(each, command) for each in sizes)

    assert large <= 1.2 * small


def test_a_list_reads_as_much_as_it_lists(sizes):
    small, large = (steps(each, lambda told: entries.listed("obstacles", told)) for each in sizes)

    assert large > 4 * small


def steps(copy: Path, command: Callable[[Teller], object]) -> int:
    """How many instructions SQLite carries out for a command."""
    base = store.stored(copy)
    assert base
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    base.tips.store.file.set_progress_handler(count, 1)  # type: ignore[attr-defined]
    command(Teller(base, Language.NL, datetime.date(2026, 11, 23)))
    return counted
