"""What the analyses say, worked out again in the plainest way: by trying every full set of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from katalys_cli.model import Choices, Question, Tip

Profile = Mapping[str, frozenset[str]]


def answers(question: Question) -> list[frozenset[str]]:
    most = len(question.options) if question.many else 1
    return [frozenset(each) for size in range(1, most + 1) for each in combinations(question.options, size)]


def profiles(questions: Mapping[str, Question]) -> Iterator[Profile]:
    for way in product(*(answers(each) for each in questions.values())):
        yield dict(zip(questions, way, strict=True))


def comes(tip: Tip, profile: Profile) -> bool:
    def meets(situation: Choices) -> bool:
        return all(profile[name] & wanted for name, wanted in situation.items())

    return (not tip.when or any(map(meets, tip.when))) and not any(map(meets, tip.unless))


def advice(tips: Sequence[Tip], profile: Profile) -> frozenset[str]:
    return frozenset(tip.id for tip in tips if comes(tip, profile))


def agrees(profile: Profile, found: Choices) -> bool:
    return all(profile[name] == chosen for name, chosen in found.items())


def lengths(tips: Sequence[Tip], questions: Mapping[str, Question]) -> list[int]:
    """The number of questions in every interview: whatever can still matter is asked, in order."""
    every = [(profile, advice(tips, profile)) for profile in profiles(questions)]

    def matters(left: Sequence[tuple[Profile, frozenset[str]]], name: str) -> bool:
        seen: dict[tuple[frozenset[str], ...], frozenset[str]] = {}
        for profile, told in left:
            others = tuple(profile[other] for other in questions if other != name)
            if seen.setdefault(others, told) != told:
                return True
        return False

    def walk(left: Sequence[tuple[Profile, frozenset[str]]], asked: tuple[str, ...]) -> Iterator[int]:
        name = next((each for each in questions if each not in asked and matters(left, each)), None)
        if name is None:
            yield len(asked)
            return
        for answer in answers(questions[name]):
            yield from walk([each for each in left if each[0][name] == answer], (*asked, name))

    return list(walk(every, ()))


def share(tips: Sequence[Tip], others: Sequence[Tip], questions: Mapping[str, Question]) -> Fraction:
    """The part of the profiles with other tips."""
    every = list(profiles(questions))
    return Fraction(sum(advice(tips, each) != advice(others, each) for each in every), len(every))
