"""Find the obstacles that someone means, in their own words.

Each word that was typed is read as the terms of the lexicon that it may stand for: itself, an inflected form, the
parts of a compound, a word at a typing error or two. A term points to obstacles; what it says grows with how rare it
is here and shrinks with how common it is in everyday language. Whether there is an answer at all is weighed apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from katalys_cli.lexicon import COMMON, FAMILIAR, Known, Lexicon, Posting, Spelled
from katalys_cli.model import KnowledgeBase, Language, Obstacle
from katalys_cli.terms import beginning, errors_allowed, errors_between, parts, spellings, splits, stem, words

LEAST_SURE = 0.4
"""Below this chance that the question is about anything here, nothing is better than a guess."""

LEAST_SCORE = 0.03
"""What has less than this came not near enough to be named."""

EXACT, PART, JOINED, PHRASE, RELATED = 1.0, 0.6, 0.7, 0.5, 0.6
MISSPELT = {1: 0.8, 2: 0.6}
"""How sure each reading of a word is."""

TELLING, LESS_PER_STEP, LEAST_TELLING = 4.5, 0.3, 0.05
"""Up to this everyday frequency a word tells all it can, and this much less for every ten times more common it is."""


SPREAD = 0.5
SCOPE = (0.5, 2.0, 0.2, 0.2, -1.0, 0.0)
SCOPE_START = -1.0
ERRORS_TOO_MANY = 9


@dataclass(frozen=True)
class Match:
    """An obstacle, the chance that it is what was meant, and the typed words that led to it."""

    obstacle: Obstacle
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """A typed word, or two side by side: what it can tell, how much it is at home here, what it may stand for."""

    words: tuple[str, ...]
    tells: float
    at_home: float
    readings: Mapping[str, float]


Points: TypeAlias = dict[int, float]
"""What is said for each obstacle, by number."""


def matches(base: KnowledgeBase, query: str, most: int = 5) -> tuple[Match, ...]:
    """The obstacles that the words mean, best first; none when all that was found may be an accident."""
    lexicon = base.lexicon
    typed = words(query)
    if named := lexicon.found("named", [" ".join(typed)]):
        return tuple(Match(base.obstacles[each], 1.0, tuple(typed)) for names in named.values() for each in names)
    found = weighed(lexicon, typed)
    if found.sureness < LEAST_SURE:
        return ()
    best = found.best(most)
    names = lexicon.found("numbered", map(str, best))
    return tuple(
        Match(base.obstacles[names[str(number)]], score, found.leading_to(number)) for number, score in best.items()
    )


@dataclass(frozen=True)
class Weighed:
    """What each word says for each obstacle, and how sure it is that the question is about anything here."""

    said: Sequence[tuple[Heard, Points]]
    points: Points
    sureness: float

    def best(self, most: int) -> Points:
        """The chance of each obstacle: its share among all, as far as the question is about anything here."""
        first = sorted(self.points, key=lambda number: (-self.points[number], number))
        sizes = {number: math.exp((self.points[number] - self.points[first[0]]) / SPREAD) for number in first}
        total = sum(sizes.values())
        scores = {number: round(self.sureness * sizes[number] / total, 3) for number in first[:most]}
        return {number: score for number, score in scores.items() if score >= LEAST_SCORE}

    def leading_to(self, number: int) -> tuple[str, ...]:
        """The typed words that say something for this obstacle."""
        leading = (word for heard, points in self.said if points.get(number) for word in heard.words)
        return tuple(dict.fromkeys(leading))


def weighed(lexicon: Lexicon, typed: Sequence[str]) -> Weighed:
    """The weight of every word for every obstacle that it points to."""
    heard = _heard(lexicon, typed)
    postings = lexicon.found("postings", {term for each in heard for term in each.readings})
    said = [(each, _points(each, postings)) for each in heard]
    points: Points = defaultdict(float)
    for _, each in said:
        for number, value in each.items():
            points[number] += value
    return Weighed(said, points, _sureness(said, points, postings, len(lexicon)))


def _points(heard: Heard, postings: Mapping[str, Posting]) -> Points:
    """What a word says for each obstacle: that of its best reading."""
    points: Points = {}
    for term, sureness in heard.readings.items():
        if term in postings:
            weight = heard.tells * sureness * postings[term].rarity
            for number, strength in postings[term].strengths.items():
                points[number] = max(points.get(number, 0.0), weight * strength)
    return points


def features(said, points, postings, obstacles):
    single = [(each, value) for each, value in said if len(each.words) == 1 and each.tells > LEAST_TELLING]
    full = math.log(1 + obstacles)
    possible = sum(each.tells * max((postings[t].rarity for t in each.readings if t in postings), default=full) for each, _ in single)
    best = max(points.values(), default=0.0)
    homely = sum(max(each.at_home, 0.0) for each, _ in single)
    strange = sum(min(each.at_home, 0.0) for each, _ in single)
    unknown = sum(each.tells for each, v in single if not v) / (sum(each.tells for each, v in single) or 1)
    return [best, best / (possible or 1), homely, strange, unknown, len(single)]


def _sureness(said, points, postings, obstacles) -> float:
    x = features(said, points, postings, obstacles)
    total = sum(a * b for a, b in zip(SCOPE, x)) + SCOPE_START
    return 1 / (1 + math.exp(-total))


def _heard(lexicon: Lexicon, typed: Sequence[str]) -> list[Heard]:
    """Every word that tells something, and every two of them side by side."""
    asked = list(dict.fromkeys(typed))
    known = lexicon.found("known", _known_keys(asked))
    telling = [word for word in asked if _everyday(word, known) <= COMMON]
    pairs = list(zip(telling, telling[1:], strict=False))
    terms = lexicon.found("postings", {*_stems(telling), *_stems(map("".join, pairs))})
    spelled = _respelled(lexicon, [word for word in telling if _is_strange(word, known, terms)])
    heard = [
        Heard((word,), _tells(word, known), _at_home(word, known), _readings(word, known, terms) or spelled.get(word, {}))
        for word in telling
    ]
    return [*heard, *(_together(one, other) for one, other in zip(heard, heard[1:], strict=False))]


def _together(one: Heard, other: Heard) -> Heard:
    """Two words side by side: a phrase, or a compound written apart."""
    phrases = {f"{a} {b}": PHRASE for a in one.readings for b in other.readings}
    joined = dict.fromkeys(_stems([one.words[0] + other.words[0]]), JOINED)
    return Heard((*one.words, *other.words), 1.0, 0.0, {**phrases, **joined})


def _readings(word: str, known: Mapping[str, Known], terms: Mapping[str, Posting]) -> dict[str, float]:
    """The terms that a word is, and less surely those that its parts are."""
    readings: dict[str, float] = {}
    for language in Language:
        for part in parts(word, lambda part: _may_be_a_part(part, language, known)):  # noqa: B023
            readings[stem(part, language)] = PART
    return readings | {each: EXACT for each in _stems([word]) if each in terms}


def _may_be_a_part(word: str, language: Language, known: Mapping[str, Known]) -> bool:
    root = stem(word, language)
    told = known.get(f"{language}:{root}")
    if told is None or len(root) < len(word) - 3 or told.everyday > COMMON:
        return False
    return told.here or told.everyday >= FAMILIAR


def _is_strange(word: str, known: Mapping[str, Known], terms: Mapping[str, Posting]) -> bool:
    """Whether a word may be a typing error: neither everyday language nor the knowledge has it."""
    return _everyday(word, known) < FAMILIAR and not _readings(word, known, terms)


def _respelled(lexicon: Lexicon, strange: Sequence[str]) -> dict[str, dict[str, float]]:
    """The known words that each strange one may be: at the fewest typing errors, else of the same family."""
    keys = {word: [*spellings(word), beginning(word)] for word in strange}
    found = lexicon.found("spelled", {key for each in keys.values() for key in each})
    return {word: _nearest(word, [near for key in keys[word] for near in found.get(key, ())]) for word in strange}


def _nearest(word: str, candidates: Iterable[Spelled]) -> dict[str, float]:
    errors = {each: _errors(word, each.word) for each in candidates}
    fewest = min(errors.values(), default=ERRORS_TOO_MANY)
    if fewest <= errors_allowed(word):
        return {each.stem: MISSPELT[fewest] for each, number in errors.items() if number == fewest}
    return {each.stem: RELATED for each in errors if each.word.startswith(beginning(word)[:-1])}


def _errors(word: str, other: str) -> int:
    """The typing errors between two words; what differs in many letters is not worth the counting."""
    if abs(len(word) - len(other)) > 2 or len({*word} ^ {*other}) > 4:
        return ERRORS_TOO_MANY
    return errors_between(word, other)


def _tells(word: str, known: Mapping[str, Known]) -> float:
    above = max(0.0, _everyday(word, known) - TELLING)
    return max(LEAST_TELLING, 1 - LESS_PER_STEP * above)


def _everyday(word: str, known: Mapping[str, Known]) -> float:
    return max((each.everyday for each in _as_known(word, known)), default=0.0)


def _at_home(word: str, known: Mapping[str, Known]) -> float:
    """How much more a word is used here than elsewhere, in the language in which it is best known."""
    return max(_as_known(word, known), key=lambda each: (each.here, each.everyday), default=Known(0.0, 0.0, False)).at_home


def _as_known(word: str, known: Mapping[str, Known]) -> list[Known]:
    keys = (f"{language}:{stem(word, language)}" for language in Language)
    return [known[key] for key in keys if key in known]


def _stems(typed: Iterable[str]) -> set[str]:
    return {stem(word, language) for word in typed for language in Language}


def _known_keys(typed: Iterable[str]) -> set[str]:
    """What must be known of words and of all that may be a part of one."""
    asked = {part for word in typed for pair in ((word,), *splits(word)) for part in pair}
    return {f"{language}:{stem(word, language)}" for word in asked for language in Language}
