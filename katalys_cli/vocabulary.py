"""The words that the knowledge uses, beside everyday language: each has a number, so that a large base fits in memory."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from katalys_cli.lexicon import COMMON, FAMILIAR, Known
from katalys_cli.model import Language
from katalys_cli.terms import END, Stems, parts

Everyday: TypeAlias = Mapping[Language, Mapping[str, float]]
"""How often a stem is used in everyday language: the logarithm of its number in a thousand million words (Zipf)."""


class Numbers(dict[str, int]):
    """A number for every word, in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


class Vocabulary:
    """The words that the knowledge uses in one language, beside everyday language; each has a number."""

    def __init__(self, stems: Stems, everyday: Mapping[str, float]) -> None:
        self.stems, self.everyday = stems, everyday
        self.numbers = Numbers({END: 0})
        self.spelled: set[str] = set()
        self._times: Counter[int] = Counter()

    def hear(self, heard: Sequence[str], at_home: bool, spelled: bool) -> array[int]:
        """The numbers of these words, which this knowledge is about or not, and which are known when misspelt or not."""
        found = array("I", map(self.numbers.__getitem__, heard))
        if at_home:
            self._times.update(found)
        if spelled:
            self.spelled.update(heard)
        return found

    def is_common(self, word: str) -> bool:
        return self.everyday.get(self.stems[word], 0.0) > COMMON

    @cached_property
    def told(self) -> list[tuple[str, tuple[str, ...]] | None]:
        """By number: the stem of a word and those of its parts; None for a word that everyone uses all the time."""
        return [None if word == END or self.is_common(word) else self._told(word) for word in self.numbers]

    def _told(self, word: str) -> tuple[str, tuple[str, ...]]:
        return self.stems[word], tuple(self.stems[part] for part in parts(word, self._may_be_a_part))

    def known(self) -> Iterator[tuple[str, Known]]:
        """Every stem of this language; a stem that neither side uses often is at home nowhere, which counts as 0."""
        counted: Counter[str] = Counter()
        for word, number in self.numbers.items():
            if word != END:
                counted[self.stems[word]] += self._times[number]
        total = counted.total()
        for each in counted.keys() | self.everyday.keys():
            frequency = self.everyday.get(each, 0.0)
            expected = total * 10 ** (frequency - 9) if frequency else 0.0
            yield each, Known(frequency, round(math.log((counted[each] + 0.7) / (expected + 0.7)), 2), each in counted)

    def _may_be_a_part(self, word: str) -> bool:
        root = self.stems[word]
        whole = len(root) >= len(word) - 4  # else too little is left of it
        return whole and not self.is_common(word) and (word in self.numbers or self.everyday.get(root, 0.0) >= FAMILIAR)
