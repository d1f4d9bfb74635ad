"""What must be true, by trying every way of answering: it shares no code with the program.

A rule is a pair of lists of situations, `when` and `unless`; a situation maps a question to the options it wants.
Questions map to every answer they take; an answer is a set of options, and None stands for an open question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

Answers = Mapping[str, frozenset[str]]
Questions = Mapping[str, Sequence[frozenset[str]]]


def answers_of(options: Iterable[str], many: bool) -> list[frozenset[str]]:
    names = list(options)
    return [frozenset(each) for size in range(1, len(names) + 1 if many else 2) for each in combinations(names, size)]


def fits(tip: Any, full: Answers) -> bool:
    """Whether a tip fits when every question that it names has an answer."""

    def holds(situation: Mapping[str, frozenset[str]]) -> bool:
        return all(len(full[name].intersection(wanted)) > 0 for name, wanted in situation.items())

    return (len(tip.when) == 0 or any(map(holds, tip.when))) and not any(map(holds, tip.unless))


def settled(answers: Answers) -> dict[str, frozenset[str]]:
    return {name: chosen for name, chosen in answers.items() if "unknown" not in chosen}


def completions(answers: Answers, questions: Questions) -> Iterator[dict[str, frozenset[str]]]:
    """Every full set of answers that agrees with the answers there are."""
    known = settled(answers)
    ways = [[known[name]] if name in known else list(all_) for name, all_ in questions.items()]
    for way in product(*ways):
        yield dict(zip(questions, way, strict=True))


def named_by(tip: Any, questions: Questions) -> dict[str, Sequence[frozenset[str]]]:
    """The questions that a tip names; no other can matter to it."""
    names = {name for situation in (*tip.when, *tip.unless) for name in situation}
    return {name: questions[name] for name in questions if name in names}


def status(tip: Any, answers: Answers, questions: Questions) -> str:
    """Certain, possible or excluded: it fits in all, some or none of the completions."""
    outcomes = {fits(tip, full) for full in completions(answers, named_by(tip, questions))}
    return "possible" if len(outcomes) == 2 else "certain" if True in outcomes else "excluded"


def statuses(tips: Iterable[Any], answers: Answers, questions: Questions) -> dict[str, str]:
    return {tip.id: status(tip, answers, questions) for tip in tips}


def matters(question: str, tips: Iterable[Any], answers: Answers, questions: Questions) -> bool:
    """Whether two answers to this question, all else being the same, give a tip another outcome."""
    others = {name: chosen for name, chosen in answers.items() if name != question}
    for tip in tips:
        named = named_by(tip, questions)
        if question not in named:
            continue
        rest = {name: all_ for name, all_ in named.items() if name != question}
        for full in completions(others, rest):
            if len({fits(tip, {**full, question: each}) for each in questions[question]}) == 2:
                return True
    return False


def opening(tips: Iterable[Any], answers: Answers, questions: Questions) -> tuple[tuple[str, str], ...]:
    """The first steps with their status, as the documentation tells: at most three first steps, certain ones first,
    then other certain ones, an obstacle's own before those of others, the more specific before the less, then by effort, then by id; else the best one."""
    efforts = ["hour", "day", "weeks", "months"]

    def conditions(tip: Any) -> int:
        fewest = min([len(situation) for situation in tip.when] or [0])
        return fewest + len({name for situation in tip.unless for name in situation})

    found = [(tip, status(tip, answers, questions)) for tip in tips]
    left = [(tip, said) for tip, said in found if said != "excluded"]
    left.sort(key=lambda pair: pair[0].id)
    left.sort(key=lambda pair: efforts.index(str(pair[0].effort)))
    left.sort(key=lambda pair: conditions(pair[0]), reverse=True)
    left.sort(key=lambda pair: bool(pair[0].borrowed))
    left.sort(key=lambda pair: pair[1] != "certain")
    left.sort(key=lambda pair: not pair[0].first_step)
    good = [(tip.id, said) for tip, said in left if tip.first_step or said == "certain"]
    return tuple(good[:3] or [(tip.id, said) for tip, said in left[:1]])


def fewest_changes(tip: Any, answers: Answers, questions: Questions) -> int | None:
    """The fewest answers to give or to change that make a tip certain, by trying all; None when nothing does."""
    now = settled(answers)
    named = named_by(tip, questions)
    ways = [[*all_, *([] if name in now else [None])] for name, all_ in named.items()]
    best: int | None = None
    for way in product(*ways):
        given = {name: answer for name, answer in zip(named, way, strict=True) if answer is not None}
        changes = sum(now.get(name) != answer for name, answer in given.items())
        if (best is None or changes < best) and status(tip, given, questions) == "certain":
            best = changes
    return best
