"""Accepting translations keeps all that was accepted before, and says what it accepted now."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalys_cli import examining
from katalys_cli.folders import Folder
from katalys_cli.model import Language
from tests.knowledge.planted import HOST, copy, found


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


def test_accepted_translations_that_are_gone_are_missed(tmp_path):
    folder = copy(tmp_path)
    (folder / "translations.txt").unlink()

    assert found(folder) == [("KB18", "sound/translations.txt", 1, 1)]
    accept(folder)
    assert found(folder) == []
