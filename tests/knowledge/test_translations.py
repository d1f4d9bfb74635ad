"""Accepting translations keeps all that was accepted before, and says what it accepted now."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalys_cli import examining
from katalys_cli.folders import Folder
from katalys_cli.model import Language
from tests.knowledge.planted import HOST, MONEY, copy, found


def accept(folder: Path) -> list[str]:
    return list(examining.told_of_accepted(examining.accept_translations(Folder(folder)), Language.EN))


def spoil(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


def test_what_is_newly_accepted_is_told_with_its_place(tmp_path):
    folder = copy(tmp_path)
    accept(folder)
    spoil(folder / HOST, "nl: Zoek een penvoerder", "nl: Zoek nu een penvoerder")

    assert accept(folder) == ["Texts newly accepted: 1.", f"sound/{HOST}:1: title: accepted."]
    assert accept(folder) == ["Texts newly accepted: 0."]
    assert found(folder) == []


def test_of_many_texts_the_first_are_told(tmp_path):
    told = accept(copy(tmp_path))

    assert len(told) == examining.MOST_ACCEPTED + 2
    assert told[-1].startswith("And ")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(HOST, "effort:", "efort:"), ("questions.yaml", "phase:", "phase"), ("translations.txt", "\n", "\n=======\n")],
)
def test_nothing_is_accepted_while_something_cannot_be_read(tmp_path, file, old, new):
    folder = copy(tmp_path)
    accept(folder)
    spoil(folder / file, old, new)
    before = (folder / "translations.txt").read_bytes()

    assert accept(folder) == ["Nothing was accepted: first mend what cannot be read."]
    assert (folder / "translations.txt").read_bytes() == before
    assert found(folder)


NEW_STEP = "  - {nl: Bel haar morgen., en: Phone her tomorrow.}\n"
"""In two tips, once both are accepted."""

OTHER = f"{MONEY}/count-your-hours.yaml"


def with_a_step(path: Path, step: str) -> None:
    spoil(path, "steps:\n", f"steps:\n{step}")


def test_a_new_text_may_share_a_half_with_an_old_one(tmp_path):
    folder = copy(tmp_path)
    with_a_step(folder / HOST, NEW_STEP)
    accept(folder)
    with_a_step(folder / OTHER, NEW_STEP.replace("morgen", "gauw"))

    assert found(folder) == []


def test_of_a_text_in_two_places_a_change_in_one_is_found(tmp_path):
    folder = copy(tmp_path)
    for file in (HOST, OTHER):
        with_a_step(folder / file, NEW_STEP)
    accept(folder)
    spoil(folder / OTHER, "morgen", "gauw")

    assert [(code, file) for code, file, *_ in found(folder)] == [("KB15", f"sound/{OTHER}")]


def test_a_text_that_is_gone_leaves_the_others_alone(tmp_path):
    folder = copy(tmp_path)
    for file in (HOST, OTHER):
        with_a_step(folder / file, NEW_STEP)
    accept(folder)
    spoil(folder / OTHER, NEW_STEP, "")

    assert found(folder) == []


def test_accepted_translations_that_are_gone_are_missed(tmp_path):
    folder = copy(tmp_path)
    (folder / "translations.txt").unlink()

    assert found(folder) == [("KB18", "sound/translations.txt", 1, 1)]
    accept(folder)
    assert found(folder) == []
