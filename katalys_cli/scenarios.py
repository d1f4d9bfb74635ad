"""Situations with the advice that must, and must not, follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from katalys_cli.advice import advise
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, KnowledgeBase, Language, Scenario


@dataclass(frozen=True)
class Outcome:
    """One scenario and where its advice differs: tips that are missing, and tips that must not be there."""

    scenario: Scenario
    missing: tuple[str, ...]
    unwanted: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.missing and not self.unwanted


def outcome(base: KnowledgeBase, scenario: Scenario) -> Outcome:
    """What becomes of a scenario; open questions stay open, so a possible tip counts as given."""
    obstacles = frozenset(scenario.advice) | scenario.answers.get(OBSTACLE, frozenset())
    advice = advise(base, {**scenario.answers, OBSTACLE: obstacles})
    given = {each.obstacle.id: {advised.tip.id for advised in each.tips} for each in advice.findings}
    expected = {(obstacle, tip) for obstacle, tips in scenario.advice.items() for tip in tips}
    missing = sorted(tip for obstacle, tip in expected if tip not in given[obstacle])
    return Outcome(scenario, tuple(missing), tuple(sorted(set(scenario.never) & set().union(*given.values()))))


def lines(base: KnowledgeBase, outcomes: Sequence[Outcome], language: Language, *, unexpected: bool) -> Iterator[str]:
    """What a person reads: each scenario that fails, on request the tips that none expects, and the count of both."""
    for each in outcomes:
        if each.missing:
            yield say("scenario-missing", language, case=each.scenario.case, names=each.missing)
        if each.unwanted:
            yield say("scenario-unwanted", language, case=each.scenario.case, names=each.unwanted)
    lonely = unexpected_tips(base, [each.scenario for each in outcomes])
    if unexpected:
        yield from lonely
    if all(each.holds for each in outcomes):
        yield say("scenarios-hold", language, number=len(outcomes), unexpected=len(lonely), tips=len(base.tips))


def unexpected_tips(base: KnowledgeBase, scenarios: Iterable[Scenario]) -> list[str]:
    """The tips that no scenario expects, so that nobody would notice their loss."""
    expected = {tip for scenario in scenarios for tips in scenario.advice.values() for tip in tips}
    return [tip for tip in base.tips if tip not in expected]
