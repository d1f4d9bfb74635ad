"""Change one condition at a time, and see which changes no scenario notices (mutation testing of the rules).

A mutant is a tip with one thing changed in `when` or `unless`: a line taken out, a question taken out of a line, an
option taken out or put in. A change that leaves the rule as it was is no mutant. A scenario notices a mutant when the
tip it expects goes, or the tip it forbids comes; a scenario that names neither cannot notice anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from katalys_cli import analysis, rules
from katalys_cli.advice import own_side
from katalys_cli.errors import where
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, ROLE, Choices, KnowledgeBase, Language, Question, Scenario, Steps, Tip
from katalys_cli.rules import Situations

ENOUGH = 0.9
"""The share of the mutants that the scenarios must notice."""


@dataclass(frozen=True)
class Mutant:
    """A tip that was changed, where, and how: `option` was put in or taken out, else the whole line was."""

    original: Tip
    tip: Tip
    steps: Steps
    option: str | None
    added: bool

    @property
    def place(self) -> str:
        return where(self.steps)


@dataclass(frozen=True)
class Trial:
    """What a scenario says about one tip: the answers, and whether it must come or must not."""

    answers: Choices
    expected: bool

    def notices(self, mutant: Tip, questions: Mapping[str, Question]) -> bool:
        """Whether the scenario fails with this tip; a possible tip counts as one that comes."""
        return (rules.diagram(mutant, self.answers, questions) is not False) != self.expected


def mutants(base: KnowledgeBase) -> Iterator[Mutant]:
    """Every mutant of every tip that has a condition."""
    for tip in base.tips.values():
        if tip.when or tip.unless:
            yield from _of_tip(tip, base.questions)


def survivors(base: KnowledgeBase, scenarios: Iterable[Scenario]) -> tuple[list[Mutant], int]:
    """The mutants that no scenario notices, and how many mutants there are."""
    trials = _trials(base, scenarios)
    every = list(mutants(base))
    return [each for each in every if not _noticed(each, trials.get(each.original.id, ()), base.questions)], len(every)


def suggestions(base: KnowledgeBase, alive: Sequence[Mutant]) -> Iterator[Scenario]:
    """Scenarios that notice all of these mutants: a situation on the edge of a condition, with what follows now."""
    wanted: dict[tuple[str, str], list[Mutant]] = {}
    for mutant in alive:
        for role in sorted(mutant.original.for_)[:1]:
            wanted.setdefault((mutant.original.obstacle, role), []).append(mutant)
    for (obstacle, role), group in wanted.items():
        yield from _suggested(base, obstacle, role, group)


def lines(alive: Sequence[Mutant], number: int, language: Language) -> Iterator[str]:
    """What a person reads: each mutant that lives on, and the share that was noticed."""
    for each in alive:
        kind = "mutant-line" if each.option is None else "mutant-added" if each.added else "mutant-removed"
        yield say(kind, language, tip=each.original.id, place=each.place, option=each.option or "")
    noticed = number - len(alive)
    percent = round(100 * noticed / number) if number else 100
    yield say("mutants-noticed", language, noticed=noticed, number=number, percent=percent)


def as_yaml(scenario: Scenario) -> str:
    """A scenario as it stands in a file."""
    answers = ", ".join(f"{name}: [{', '.join(sorted(chosen))}]" for name, chosen in scenario.answers.items())
    advice = ", ".join(f"{name}: [{', '.join(tips)}]" for name, tips in scenario.advice.items())
    lines = [f'- case: "{scenario.case}"', f"  answers: {{{answers}}}", f"  advice: {{{advice}}}"]
    never = [f"  never: [{', '.join(scenario.never)}]"] if scenario.never else []
    return "\n".join([*lines, *never, ""])


def _of_tip(tip: Tip, questions: Mapping[str, Question]) -> Iterator[Mutant]:
    whole = rules.diagram(tip, {}, questions)
    seen = {whole}
    for part in ("when", "unless"):
        for steps, option, added, situations in _changed(getattr(tip, part), part, questions):
            changed = msgspec.structs.replace(tip, **{part: situations})
            left = rules.diagram(changed, {}, questions)
            if left not in seen:
                seen.add(left)
                yield Mutant(tip, changed, steps, option, added)


def _changed(
    situations: Situations, part: str, questions: Mapping[str, Question]
) -> Iterator[tuple[Steps, str | None, bool, Situations]]:
    for index, situation in enumerate(situations):
        before, after = situations[:index], situations[index + 1 :]
        yield (part, index), None, False, (*before, *after)
        for name, wanted in situation.items():
            others = {other: options for other, options in situation.items() if other != name}
            if others:
                yield (part, index, name), None, False, (*before, others, *after)
            for option in questions[name].options:
                changed = wanted ^ {option}
                if changed:
                    added = option not in wanted
                    yield (part, index, name), option, added, (*before, {**others, name: changed}, *after)


def _trials(base: KnowledgeBase, scenarios: Iterable[Scenario]) -> dict[str, list[Trial]]:
    """What the scenarios say, tip by tip; only about tips that their reader and obstacles can have."""
    found: dict[str, list[Trial]] = {}
    for scenario in scenarios:
        obstacles = frozenset(scenario.advice) | scenario.answers.get(OBSTACLE, frozenset())
        side = own_side(scenario.answers)
        expected = {tip for tips in scenario.advice.values() for tip in tips}
        for name in (*expected, *scenario.never):
            tip = base.tips.get(name)
            if tip and side & tip.for_ and any(tip.helps(each) for each in obstacles):
                found.setdefault(name, []).append(Trial(scenario.answers, name in expected))
    return found


def _noticed(mutant: Mutant, trials: Iterable[Trial], questions: Mapping[str, Question]) -> bool:
    return any(trial.notices(mutant.tip, questions) for trial in trials)


def _suggested(base: KnowledgeBase, obstacle: str, role: str, group: Sequence[Mutant]) -> Iterator[Scenario]:
    """Few scenarios that notice the group: each takes the situation that most of what is left would notice."""
    who = {ROLE: frozenset({role}), OBSTACLE: frozenset({obstacle})}
    left = list(group)
    situations = [_difference(each, base.questions) for each in group]
    while left:
        best = max(situations, key=lambda answers: sum(_tells(each, answers, base.questions) for each in left))
        answers = _completed(best, left, base.questions)
        told = [each for each in left if _tells(each, answers, base.questions)]
        yield _scenario({**who, **answers}, obstacle, [each.original for each in told], base.questions)
        left = [each for each in left if each not in told]


def _completed(answers: Choices, left: Sequence[Mutant], questions: Mapping[str, Question]) -> Choices:
    """The answers with those of others that tell more mutants apart and take nothing away."""
    for mutant in left:
        more = {**_difference(mutant, questions), **answers}
        if sum(_tells(each, more, questions) for each in left) > sum(_tells(each, answers, questions) for each in left):
            answers = more
    return answers


def _scenario(answers: Choices, obstacle: str, tips: Iterable[Tip], questions: Mapping[str, Question]) -> Scenario:
    comes = {tip.id: rules.diagram(tip, answers, questions) is not False for tip in tips}
    said = ", ".join(f"{name} {'+'.join(sorted(chosen))}" for name, chosen in answers.items() if name != OBSTACLE)
    return Scenario(
        case=f"on the edge of a condition of {obstacle}, {said}",
        answers={name: frozenset(chosen) for name, chosen in answers.items()},
        advice={obstacle: tuple(sorted(name for name, there in comes.items() if there))},
        never=tuple(sorted(name for name, there in comes.items() if not there)),
    )


def _tells(mutant: Mutant, answers: Choices, questions: Mapping[str, Question]) -> bool:
    """Whether the tip comes with these answers and its mutant does not, or the other way round."""
    left = (rules.diagram(each, answers, questions) is not False for each in (mutant.original, mutant.tip))
    return len(set(left)) == 2


def _difference(mutant: Mutant, questions: Mapping[str, Question]) -> Choices:
    """Answers with which the tip comes and its mutant does not, or the other way round; there always are some."""
    one, other = mutant.original, mutant.tip
    found = analysis.beyond(one, [other], questions)
    found = found if found is not None else analysis.beyond(other, [one], questions)
    assert found is not None, "diagrams that differ differ somewhere"
    return found
