"""How well the shipped knowledge is found, on labelled queries; `benchmarks/lookup.py` shows more.

The bounds lie a little under what was measured, so that they fail when something broke and not at every new entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from katalys_cli import loader
from katalys_cli.folders import Folder
from katalys_cli.search import Match, matches
from tests.lookup.queries import Query, all_queries, queries_about

BASE = loader.load(Folder())
FOUND = [(query, matches(BASE, query.query)) for query in queries_about(BASE.obstacles.keys())]
HALVES = {half: [each for each in FOUND if each[0].to_work_with is half] for half in (True, False)}


def is_right(query: Query, found: Sequence[Match]) -> bool:
    return any(match.obstacle.id in query.obstacles for match in found)


def share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)


def test_there_are_queries_enough():
    kinds = Counter(query.kind for query in all_queries())

    assert kinds.total() >= 250
    assert kinds["near"] + kinds["far"] >= 50
    assert kinds["near"] >= 25
    assert {query.language for query in all_queries()} == {"nl", "en"}
    assert {query.who for query in all_queries()} == {"resident", "professional"}


def test_no_query_is_a_text_of_the_knowledge():
    signs = [*(each.signs for each in BASE.obstacles.values()), *(each.signs for each in BASE.elsewhere.values())]
    heard = [*(text for each in signs for text in (*each.nl, *each.en))]
    heard += [text for each in BASE.voices.values() for text in (*each.nl, *each.en)]
    said = {text.casefold() for text in heard}

    assert [query.query for query in all_queries() if query.query.casefold() in said] == []


@pytest.mark.parametrize("half", HALVES)
def test_the_right_obstacle_stands_first(half):
    good = [each for each in HALVES[half] if each[0].in_scope]

    assert share([is_right(query, found[:1]) for query, found in good]) >= 0.93
    assert share([is_right(query, found[:3]) for query, found in good]) >= 0.97


@pytest.mark.parametrize("half", HALVES)
def test_hardly_any_good_query_is_refused(half):
    assert share([not found for query, found in HALVES[half] if query.in_scope]) <= 0.015


@pytest.mark.parametrize("half", HALVES)
def test_what_is_about_nothing_here_is_refused(half):
    assert share([not found for query, found in HALVES[half] if not query.in_scope]) >= 0.94


@pytest.mark.parametrize(("least", "most"), [(0.8, 1.0), (0.4, 0.8)])
def test_the_score_is_the_chance_that_it_is_right(least, most):
    first = [(found[0].score, is_right(query, found[:1])) for query, found in FOUND if found]
    here = [(score, right) for score, right in first if least <= score < most or score == most == 1]

    assert share([right for _, right in here]) == pytest.approx(sum(score for score, _ in here) / len(here), abs=0.08)
