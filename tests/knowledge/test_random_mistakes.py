"""Mistakes of each kind made at random: every one is found. Harmless changes at random: nothing is."""

from __future__ import annotations

import random

import pytest

from katalys_cli.codes import codes
from tests.knowledge.mutators import HARMLESS, MISTAKES, Change, Copy
from tests.knowledge.planted import copy, found

TIMES = 10


def test_there_are_mistakes_for_every_code():
    assert set(MISTAKES) == set(codes().pages)


@pytest.mark.parametrize("code", MISTAKES)
def test_every_random_mistake_is_found_in_its_file(tmp_path, code):
    for seed in range(TIMES):
        folder = copy(tmp_path / str(seed))
        file = MISTAKES[code](Copy(folder), random.Random(f"{code} {seed}"))

        assert (code, f"sound/{file}") in {(each[0], each[1]) for each in found(folder)}, f"seed {seed}"


@pytest.mark.parametrize("change", HARMLESS, ids=lambda change: change.__name__)
def test_no_random_harmless_change_is_reported(tmp_path, change: Change):
    for seed in range(TIMES // 2):
        folder = copy(tmp_path / str(seed))
        what = change(Copy(folder), random.Random(f"{change.__name__} {seed}"))

        assert found(folder) == [], f"seed {seed}: {what}"
