"""Make the lexicon of a KnowledgeBase: what every word that is said tells about every obstacle."""

from __future__ import annotations

import itertools
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias

import msgspec

from katalys_cli.lexicon import HUNDREDTHS, Posting, Spelled, name
from katalys_cli.model import KnowledgeBase, Language, Obstacle
from katalys_cli.sayings import Said, Sayings
from katalys_cli.terms import END, beginning, pieces, spellings, words
from katalys_cli.vocabulary import Everyday, Vocabulary

HEAD = {"title": 3.0, "keyword": 3.0, "sign": 1.3, "voice": 1.3, "explanation": 1.2}
BODY = {
    "tip": 1.5,
    "amount": 2.0,
    "term": 1.5,
    "figure": 1.0,
    "publisher": 1.0,
    "why": 0.7,
    "example": 0.7,
    "step": 0.5,
}
"""What a word counts for by where it stands: in what an obstacle itself says, and in what its tips say."""

HALF_HEAD, HALF_BODY = 3.0, 10.0  # at this much, a word tells half of what it can tell
BODY_SHARE = 0.4  # what the tips can tell beside the obstacle itself
LEAST_SHARE = 0.3  # so much a text counts by itself, and the rest by how long it is beside the others
MOST_TIMES = 3  # said more often in one place of the obstacle itself, a word tells no more
PART = 0.5  # a part of a compound beside the compound
PHRASES = frozenset({"title", "keyword", "sign", "voice", "tip"})  # where two words side by side make a term too

NAMES = frozenset({"keyword", "amount", "term", "figure", "publisher"})
"""Texts in these places are the names of things, so that someone may type just that."""

SPELLED = PHRASES | NAMES | {"explanation"}
"""Words in these places are known when they are misspelt; those in steps alone were never looked for so."""

MOST_OBSTACLES = 300
"""Of a word that more obstacles hold the strongest are kept: a larger base must not make a look-up slower."""

USUAL_PIECES = 3000
"""About so many pieces the words of one obstacle have."""

PACKED = 1024
"""A number and a strength in hundredths in one: the number is what stands before so many."""

Rows: TypeAlias = dict[str, Iterable[tuple[str, Any]]]
"""By table: the key and what stands under it, in the order of the keys, made one by one."""


class Made(msgspec.Struct, frozen=True, dict=True):
    """A lexicon in memory, made when the first word is looked up."""

    base: Callable[[], KnowledgeBase]
    everyday: Callable[[], Everyday]

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]:
        entries = self.rows[table]
        return {key: entries[key] for key in keys if key in entries}

    @cached_property
    def rows(self) -> dict[str, dict[str, Any]]:
        return {table: dict(entries) for table, entries in rows(self.base(), self.everyday()).items()}


def rows(base: KnowledgeBase, everyday: Everyday) -> Rows:
    """All rows. Of what is said only the numbers of the words are kept, for the texts of a large base are large."""
    sayings, names = Sayings(base), set[str]()
    spoken = {language: Vocabulary(sayings.stems[language], everyday[language]) for language in Language}
    heard = {number: _heard(sayings.words(each), spoken, names) for number, each in enumerate(base.obstacles.values())}
    heard |= {
        number: _heard(sayings.words_elsewhere(base.elsewhere[each]), spoken)
        for number, each in _below_zero(base.elsewhere)
    }
    known = {f"{language}:{each}": known for language in Language for each, known in spoken[language].known()}
    return {
        "pieces": _pieces(heard, spoken),  # before the postings, which use up what was heard
        "postings": _postings(heard, spoken),
        "known": sorted(known.items()),
        "spelled": sorted(_spelled(spoken.values()).items()),
        "named": sorted(_named(base.obstacles.values()).items()),
        "names": [(name, True) for name in sorted(names)],
        "numbered": sorted(
            (str(number), name) for number, name in [*enumerate(base.obstacles), *_below_zero(base.elsewhere)]
        ),
    }


def _below_zero(elsewhere: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The numbers of the matters that the knowledge is not about, which tell them from obstacles."""
    return ((-number, name) for number, name in enumerate(elsewhere, 1))


Heard: TypeAlias = dict[tuple[str, Language], "array[int]"]
"""The numbers of the words that are said, by place and language, with that of END after each text."""


def _heard(said: Said, spoken: Mapping[Language, Vocabulary], names: set[str] | None = None) -> Heard:
    """What is said about an obstacle; what it says of names is added to these. Without names it is said elsewhere."""
    heard: Heard = {}
    for (place, language), found in said.items():
        heard[place, language] = spoken[language].hear(found, names is not None, place in SPELLED)
        if names is not None and place in NAMES:
            names.update(name(each, language) for each in _split(found) if each)
    return heard


def _split(found: Iterable[str]) -> Iterator[list[str]]:
    """The words of each text."""
    return (list(each) for ends, each in itertools.groupby(found, END.__eq__) if not ends)


Counted: TypeAlias = dict[str, dict[str, float]]
"""How often each term is said, by place."""


def _counted(heard: Heard, spoken: Mapping[Language, Vocabulary]) -> Counted:
    counted: Counted = {place: defaultdict(float) for place, _ in heard}
    for (place, language), numbers in heard.items():
        terms, told = counted[place], spoken[language].told
        for number, times in Counter(numbers).items():
            if known := told[number]:
                root, of_parts = known
                terms[root] += times
                for part in of_parts:
                    terms[part] += times * PART
        if place in PHRASES:
            for phrase in _phrases(numbers, told):
                terms[phrase] += 1
    return counted


def _phrases(numbers: Iterable[int], told: Sequence[tuple[str, tuple[str, ...]] | None]) -> Iterator[str]:
    """Every two words that stand side by side in a text, common words left out."""
    before = ""
    for number in numbers:
        known = told[number]
        if known and before:
            yield f"{before} {known[0]}"
        before = known[0] if known else before if number else ""


def _postings(heard: dict[int, Heard], spoken: Mapping[Language, Vocabulary]) -> Iterator[tuple[str, Posting]]:
    """Every term with what it points to. What was heard is used up."""
    own, of_tips, all_told = _lengths(heard, HEAD), _lengths(heard, BODY), len(heard)
    strengths = (
        (number, _strengths(_counted(heard.pop(number), spoken), own[number], of_tips[number])) for number in own
    )
    for term, hundredths in _by_term(strengths):
        yield term, _posting({number: each / HUNDREDTHS for number, each in hundredths.items()}, all_told)


def _pieces(heard: Mapping[int, Heard], spoken: Mapping[Language, Vocabulary]) -> Iterator[tuple[str, Posting]]:
    """Every piece of the words with the obstacles, and the matters elsewhere, that have it in what they say themselves."""
    told = {
        language: [() if word == END else pieces(word) for word in vocabulary.numbers]
        for language, vocabulary in spoken.items()
    }
    shares = ((number, _shares_of_pieces(each, told)) for number, each in heard.items())
    for piece, hundredths in _by_term(shares):
        rarity = 1 + math.log((1 + len(heard)) / (1 + len(hundredths)))
        yield piece, Posting(round(rarity, 2), _strongest(hundredths))


def _shares_of_pieces(heard: Heard, told: Mapping[Language, Sequence[tuple[str, ...]]]) -> Iterator[tuple[str, float]]:
    """How much more likely each piece is in these words than one that is not there, as a logarithm (naive Bayes)."""
    own = ((told[language], numbers) for (place, language), numbers in heard.items() if place in HEAD)
    of_words = (of_number[number] for of_number, numbers in own for number in numbers)
    times = Counter(itertools.chain.from_iterable(of_words))
    total = times.total()
    shares = {often: math.log1p(USUAL_PIECES * often / total) for often in set(times.values())}
    return ((piece, shares[often]) for piece, often in times.items())


def _by_term(strengths: Iterable[tuple[int, Iterable[tuple[str, float]]]]) -> Iterator[tuple[str, dict[int, float]]]:
    """For every term, in order, its strength for each number in hundredths; of each pair four bytes are kept."""
    said: dict[str, array[int]] = defaultdict(lambda: array("i"))
    for number, told in strengths:
        packed = number * PACKED
        for term, strength in told:
            said[term].append(packed + round(strength * HUNDREDTHS))
    for term in sorted(said):
        yield term, {packed // PACKED: packed % PACKED for packed in said[term]}


def _lengths(heard: Mapping[int, Heard], places: Collection[str]) -> dict[int, float]:
    """How much is said in these places, beside what is usual for an obstacle, or for a matter elsewhere."""
    lengths = {
        number: sum(len(said) for (place, _), said in each.items() if place in places) for number, each in heard.items()
    }
    usual = {
        ours: _mean([length for number, length in lengths.items() if (number >= 0) is ours and length])
        for ours in (True, False)
    }
    return {number: length / usual[number >= 0] for number, length in lengths.items()}


def _mean(lengths: Collection[int]) -> float:
    return sum(lengths) / len(lengths) if lengths else 1.0


def _strengths(counted: Counted, own_length: float, length_of_tips: float) -> Iterator[tuple[str, float]]:
    """How strongly each term points to what was counted, from 0 to 1.4. Who says much says no more with each word than
    who says little (as in BM25, Robertson and Walker 1994)."""
    head, body = _weighed(counted, HEAD, MOST_TIMES), _weighed(counted, BODY, math.inf)
    own_share, share_of_tips = (LEAST_SHARE + (1 - LEAST_SHARE) * length for length in (own_length, length_of_tips))
    for term in head.keys() | body.keys():
        own, of_tips = head.get(term, 0.0) / own_share, body.get(term, 0.0) / share_of_tips
        yield term, own / (own + HALF_HEAD) + BODY_SHARE * of_tips / (of_tips + HALF_BODY)


def _weighed(counted: Counted, weights: Mapping[str, float], most: float) -> dict[str, float]:
    """What is said of each term in these places together."""
    found: dict[str, float] = defaultdict(float)
    for place in weights.keys() & counted.keys():
        weight = weights[place]
        for term, times in counted[place].items():
            found[term] += weight * min(times, most)
    return found


def _posting(strengths: dict[int, float], obstacles: int) -> Posting:
    """Rarity is the inverse document frequency (Spärck Jones 1972), each obstacle counted by its strength; it is 1 for
    a word that hardly points to any, however many obstacles there are."""
    rarity = math.log(1 + obstacles / (1 + sum(strengths.values()))) / math.log(1 + obstacles)
    return Posting(round(rarity, 3), _strongest(strengths))


def _strongest(strengths: dict[int, float]) -> dict[int, float]:
    if len(strengths) <= MOST_OBSTACLES:
        return strengths
    strongest = sorted(strengths, key=lambda number: (-strengths[number], number))[:MOST_OBSTACLES]
    return {number: strengths[number] for number in strongest}


def _spelled(vocabularies: Iterable[Vocabulary]) -> dict[str, list[Spelled]]:
    found: dict[str, list[Spelled]] = defaultdict(list)
    for vocabulary in vocabularies:
        for word in sorted(vocabulary.spelled):
            if len(word) > 3 and not word.isdigit():
                known = Spelled(word, vocabulary.stems[word])
                for key in {*spellings(word), beginning(word)}:
                    found[key].append(known)
    return found


def _named(obstacles: Iterable[Obstacle]) -> dict[str, list[str]]:
    """The obstacles by id and by name, in words."""
    found: dict[str, list[str]] = defaultdict(list)
    for obstacle in obstacles:
        called = (obstacle.id, obstacle.name.nl, obstacle.name.en)
        for whole in dict.fromkeys(" ".join(words(each)) for each in called):
            if whole:
                found[whole].append(obstacle.id)
    return found
