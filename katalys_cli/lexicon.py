"""What each word of the knowledge tells about obstacles: made once from a KnowledgeBase, read by `search`.

The rows are small records under short keys, so that a look-up reads some dozens of them however large the base is.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeAlias

import msgspec

from katalys_cli.model import KnowledgeBase, Language, Obstacle
from katalys_cli.sayings import Saying, Sayings
from katalys_cli.terms import beginning, parts, spellings, stem, words

HEAD = {"title": 3.0, "keyword": 3.0, "sign": 1.5, "explanation": 0.7}
BODY = {
    "tip": 2.0,
    "amount": 2.0,
    "term": 1.5,
    "figure": 1.0,
    "publisher": 1.0,
    "why": 0.7,
    "example": 0.7,
    "step": 0.5,
}
"""What a word counts for by where it stands: in what an obstacle itself says, and in what its tips say."""

HALF_HEAD, HALF_BODY = 2.0, 6.0  # at this much, a word tells half of what it can tell
BODY_SHARE = 0.7  # what the tips can tell beside the obstacle itself
MOST_TIMES = 2  # said more often in one place of the obstacle itself, a word tells no more
PART = 0.5  # a part of a compound beside the compound
PHRASES = frozenset({"title", "keyword", "sign", "tip"})  # where two words side by side make a term too

NAMES = frozenset({"keyword", "amount", "term", "figure", "publisher"})
"""Texts in these places are the names of things, so that someone may type just that."""

COMMON = 6.4
"""Words with more than this everyday frequency (the, and, we) are left out."""

FAMILIAR = 3.3
"""From this everyday frequency on, once in half a million words, a word may be a part of a compound."""

MOST_OBSTACLES = 400
"""Of a word that more obstacles hold the strongest are kept: a larger base must not make a look-up slower."""

Everyday: TypeAlias = Mapping[Language, Mapping[str, float]]
"""How often a stem is used in everyday language: the logarithm of its number in a thousand million words (Zipf)."""


class Posting(msgspec.Struct, frozen=True, array_like=True):
    """One term: how rare it is among the obstacles, and the strength with which it points to each, by number."""

    rarity: float  # from 0 to 1
    strengths: dict[int, float]


class Known(msgspec.Struct, frozen=True, array_like=True):
    """A stem in one language: its everyday frequency, and how much more (or less) it is used here than there."""

    everyday: float
    at_home: float
    here: bool


class Spelled(msgspec.Struct, frozen=True, array_like=True):
    """A word of the knowledge, to be recognised by its spelling."""

    word: str
    stem: str


KINDS: dict[str, Any] = {
    "postings": Posting,
    "known": Known,
    "spelled": list[Spelled],
    "named": list[str],
    "names": bool,
    "numbered": str,
}
"""The tables, with what stands under each key: a term, language:stem, a spelling, the whole name of an obstacle, the
stems of the name of anything else, a number."""

Rows: TypeAlias = dict[str, dict[str, Any]]


class Lexicon(Protocol):
    """The read interface: the rows that a table has under these keys, and how many obstacles there are."""

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]: ...

    def __len__(self) -> int: ...


class Made(msgspec.Struct, frozen=True, dict=True):
    """A lexicon in memory, made when the first word is looked up."""

    base: Callable[[], KnowledgeBase]
    everyday: Callable[[], Everyday]

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]:
        entries = self.rows[table]
        return {key: entries[key] for key in keys if key in entries}

    def __len__(self) -> int:
        return len(self.base().obstacles)

    @cached_property
    def rows(self) -> Rows:
        return rows(self.base(), self.everyday())


def rows(base: KnowledgeBase, everyday: Everyday) -> Rows:
    """All rows, by table and key."""
    said = Sayings(base)
    told = [[(saying, words(saying.text)) for saying in said.about(each)] for each in base.obstacles.values()]
    spoken = {language: Vocabulary(language, everyday[language]) for language in Language}
    for saying, heard in (each for sayings in told for each in sayings):
        spoken[saying.language].hear(heard)
    return {
        "postings": _postings(_strengths([_counted(sayings, spoken) for sayings in told])),
        "known": {f"{language}:{each}": known for language in Language for each, known in spoken[language].known()},
        "spelled": _spelled(spoken.values()),
        "named": _named(base.obstacles.values()),
        "names": dict.fromkeys(_names(told), True),
        "numbered": {str(number): name for number, name in enumerate(base.obstacles)},
    }


class Vocabulary:
    """The words that the knowledge uses in one language, beside everyday language."""

    def __init__(self, language: Language, everyday: Mapping[str, float]) -> None:
        self.language, self.everyday = language, everyday
        self.words: Counter[str] = Counter()
        self._stems: dict[str, str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}

    def hear(self, heard: Iterable[str]) -> None:
        self.words.update(heard)

    def stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = stem(word, self.language)
        return self._stems[word]

    def is_common(self, word: str) -> bool:
        return self.everyday.get(self.stem(word), 0.0) > COMMON

    def parts(self, word: str) -> tuple[str, ...]:
        if word not in self._parts:
            self._parts[word] = tuple(self.stem(part) for part in parts(word, self._may_be_a_part))
        return self._parts[word]

    def known(self) -> Iterator[tuple[str, Known]]:
        """Every stem of this language; a stem that neither side uses often is at home nowhere, which counts as 0."""
        counted: Counter[str] = Counter()
        for word, times in self.words.items():
            counted[self.stem(word)] += times
        total = counted.total()
        for each in counted.keys() | self.everyday.keys():
            frequency = self.everyday.get(each, 0.0)
            expected = total * 10 ** (frequency - 9) if frequency else 0.0
            yield each, Known(frequency, round(math.log((counted[each] + 0.7) / (expected + 0.7)), 2), each in counted)

    def _may_be_a_part(self, word: str) -> bool:
        root = self.stem(word)
        whole = len(root) >= len(word) - 3  # else too little is left of it
        return whole and not self.is_common(word) and (word in self.words or self.everyday.get(root, 0.0) >= FAMILIAR)


Counted: TypeAlias = dict[str, dict[str, float]]
"""How much is said of each term, by place."""


def _counted(sayings: Iterable[tuple[Saying, list[str]]], spoken: Mapping[Language, Vocabulary]) -> Counted:
    counted: Counted = defaultdict(lambda: defaultdict(float))
    for saying, heard in sayings:
        vocabulary = spoken[saying.language]
        telling = [word for word in heard if not vocabulary.is_common(word)]
        stems = [vocabulary.stem(word) for word in telling]
        pairs = itertools.pairwise(stems) if saying.place in PHRASES else ()
        for term in (*stems, *map(" ".join, pairs)):
            counted[term][saying.place] += 1
        for part in (part for word in telling for part in vocabulary.parts(word)):
            counted[part][saying.place] += PART
    return counted


def _strengths(told: list[Counted]) -> list[dict[str, float]]:
    """How strongly each term points to each obstacle, from 0 to 1.7. Long tips say no more than short ones."""
    lengths = [sum(places.get(place, 0.0) for places in counted.values() for place in BODY) for counted in told]
    usual = sum(lengths) / len(lengths) if any(lengths) else 1.0
    return [
        {term: round(_strength(places, 0.3 + 0.7 * length / usual), 2) for term, places in counted.items()}
        for counted, length in zip(told, lengths, strict=True)
    ]


def _strength(places: Mapping[str, float], length: float) -> float:
    head = sum(weight * min(places[place], MOST_TIMES) for place, weight in HEAD.items() if place in places)
    body = sum(weight * places[place] / length for place, weight in BODY.items() if place in places)
    return head / (head + HALF_HEAD) + BODY_SHARE * body / (body + HALF_BODY)


def _postings(strengths: list[dict[str, float]]) -> dict[str, Posting]:
    """Every term with the obstacles that it points to."""
    pointing: dict[str, dict[int, float]] = defaultdict(dict)
    for number, terms in enumerate(strengths):
        for term, strength in terms.items():
            pointing[term][number] = strength
    return {term: _posting(each, len(strengths)) for term, each in pointing.items()}


def _posting(strengths: dict[int, float], obstacles: int) -> Posting:
    """Rarity is the inverse document frequency (Spärck Jones 1972), each obstacle counted by its strength; it is 1 for
    a word that hardly points to any, however many obstacles there are."""
    rarity = math.log(1 + obstacles / (1 + sum(strengths.values()))) / math.log(1 + obstacles)
    strongest = sorted(strengths, key=lambda number: (-strengths[number], number))[:MOST_OBSTACLES]
    return Posting(round(rarity, 3), {number: strengths[number] for number in strongest})


def _spelled(vocabularies: Iterable[Vocabulary]) -> dict[str, list[Spelled]]:
    found: dict[str, list[Spelled]] = defaultdict(list)
    for vocabulary in vocabularies:
        for word in vocabulary.words:
            if len(word) > 3 and not word.isdigit():
                for key in {*spellings(word), beginning(word)}:
                    found[key].append(Spelled(word, vocabulary.stem(word)))
    return found


def _names(told: Iterable[Iterable[tuple[Saying, list[str]]]]) -> Iterator[str]:
    for saying, heard in (each for sayings in told for each in sayings):
        if saying.place in NAMES and heard:
            yield name(heard, saying.language)


def name(typed: Iterable[str], language: Language) -> str:
    """The key of a name: the stems of its words."""
    return " ".join(stem(word, language) for word in typed)


def _named(obstacles: Iterable[Obstacle]) -> dict[str, list[str]]:
    """The obstacles by id and by name, in words."""
    found: dict[str, list[str]] = defaultdict(list)
    for obstacle in obstacles:
        called = (obstacle.id, obstacle.name.nl, obstacle.name.en)
        for whole in dict.fromkeys(" ".join(words(each)) for each in called):
            if whole:
                found[whole].append(obstacle.id)
    return found
