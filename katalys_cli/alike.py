"""Which tips say the same, whatever their conditions: told by the words that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from katalys_cli.model import Language, Text, Tip

ALIKE = 0.7
"""Two tips whose words overlap this much (Jaccard's share of all their words) say the same."""


def groups(tips: Sequence[Tip]) -> list[list[Tip]]:
    """The tips that say the same as at least one other, together with it, in the given order."""
    said = {tip.id: (_words(tip, Language.NL), _words(tip, Language.EN), _titles(tip)) for tip in tips}
    found: list[list[Tip]] = []
    for tip in tips:
        group = next((each for each in found if any(_same(said[tip.id], said[other.id]) for other in each)), None)
        if group is None:
            found.append([tip])
        else:
            group.append(tip)
    return [group for group in found if len(group) > 1]


def same_words(one: Tip, other: Tip) -> bool:
    """Whether two tips are the same but for their names."""
    return (one.title, one.why, one.steps, one.pitfalls) == (other.title, other.why, other.steps, other.pitfalls)


def shared_steps(tips: Iterable[Tip]) -> Iterator[tuple[Tip, Tip]]:
    """Pairs of tips in different obstacles that have a title or two steps in common, word for word."""
    seen: dict[tuple[str, ...], list[Tip]] = {}
    before: dict[str, Tip] = {}
    for tip in tips:
        met: dict[str, int] = {}
        for said in {_split(text) for text in (tip.title, *tip.steps)}:
            weight = 2 if said == _split(tip.title) else 1
            for other in seen.setdefault(said, []):
                met[other.id] = met.get(other.id, 0) + weight
            seen[said].append(tip)
        shared = (before[name] for name, weight in met.items() if weight > 1)
        yield from ((tip, other) for other in shared if other.obstacle != tip.obstacle)
        before[tip.id] = tip


def _same(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> bool:
    dutch, english, titles = zip(one, other, strict=True)
    return not titles[0].isdisjoint(titles[1]) or _overlap(*dutch) or _overlap(*english)


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer, more = sorted((len(one), len(other)))
    if not fewer or fewer < ALIKE * more:  # even if all of the one were in the other
        return False
    shared = len(one & other)
    return shared >= ALIKE * (fewer + more - shared)


def _titles(tip: Tip) -> frozenset[str]:
    return frozenset(" ".join(_words_of(said)) for said in (tip.title.nl, tip.title.en) if said)


def _words(tip: Tip, language: Language) -> frozenset[str]:
    return frozenset(word for text in tip.steps for word in _words_of(getattr(text, language)))


def _split(text: Text) -> tuple[str, ...]:
    return _words_of(text.nl or text.en)


@cache
def _words_of(said: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", said.casefold()))
