"""Find the obstacles that someone means: by id, title, keyword, everyday sign, part of a compound, or near miss.

A word counts by how rare it is among the obstacles (inverse document frequency, Spärck Jones 1972) and by the place
it was found in; a near miss counts less than the word itself.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from katalys_cli.model import KnowledgeBase, Obstacle

LEAST_SCORE = 0.3
"""Below this share of the question's weight a match is an accident, and nothing is better than that."""

STRANGE = 0.5
"""What a word counts for that no obstacle holds: people tell a story around what they look for."""

TITLE, KEYWORD, SIGN, EXPLANATION = 1.0, 1.0, 0.6, 0.4
EXACT, INFLECTED, COMPOUND, MISSPELT = 1.0, 0.9, 0.7, 0.7

STOP_WORDS = frozenset(
    """
    aan al als alle alleen bij dan dat de den der deze die dit doe doen door dus een een eens elke en er ergens ermee
    geen hem het hebben heb heeft hier hoe hun iemand iets ik in is ja je jij jullie kan kunnen maar me mee meer men met
    mij mijn moet moeten na naar nee niet niets niemand nog nu of om omdat onder ons onze ook op over te tot tussen u uit
    uw van veel voor waar wat we wel werd wie wij wil willen word worden wordt zal ze zelf zich zij zijn zo zonder zou
    steeds krijg krijgen gaat gaan maken maakt komt komen graag weer alweer vandaag morgen gisteren
    a about all am an and any anyone are as at be because been but by can cannot do does don for from get has have he
    her how i if in into is it its just me my no nobody not of on one or our out so that the their them there they this
    to us was we what when which who will with without would you your want wants today tomorrow yesterday
    """.split()
)


@dataclass(frozen=True)
class Match:
    """An obstacle, how well it fits (0 to 1: the share of the question's weight that it answers), and by which words."""

    obstacle: Obstacle
    score: float
    matched: tuple[str, ...]


def matches(base: KnowledgeBase, query: str, most: int = 5) -> tuple[Match, ...]:
    """The obstacles that the words mean, best first; none when all that was found may be an accident."""
    wanted = " ".join(words(query))
    exact = [each for each in base.obstacles.values() if wanted in _whole_names(each)]
    if exact:
        return tuple(Match(each, 1.0, tuple(words(query))) for each in exact)
    index = Index(base.obstacles.values())
    found = sorted(index.found(query), key=lambda match: (-match.score, match.obstacle.id))
    return tuple(match for match in found if match.score >= LEAST_SCORE)[:most]


def words(text: str) -> list[str]:
    """The words of a text without accents, capitals and signs."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[a-z0-9]+", "".join(letter for letter in bare if not unicodedata.combining(letter)))


class Index:
    """What each obstacle is called, word by word, with the weight of the best place a word stands in."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        self.obstacles = list(obstacles)
        self.places = [dict(_weighted_words(each)) for each in self.obstacles]
        self.vocabulary = frozenset().union(*self.places)

    def found(self, query: str) -> Iterator[Match]:
        """Every obstacle that shares a word with the question, with its score."""
        asked = [word for word in dict.fromkeys(words(query)) if word not in STOP_WORDS]
        known = {word: self._readings(word) for word in asked}
        weights = {word: self._rarity(readings) for word, readings in known.items()}
        total = sum(weights.values())
        for obstacle, places in zip(self.obstacles, self.places, strict=True):
            values = {word: _best(readings, places) for word, readings in known.items()}
            score = sum(value * weights[word] for word, value in values.items())
            if score and _is_evidence(values.values()):
                yield Match(obstacle, round(score / total, 3), tuple(word for word in asked if values[word]))

    def _readings(self, word: str) -> Mapping[str, float]:
        """The known words that this one may be, with how sure that is."""
        readings = {word: EXACT} if word in self.vocabulary else {}
        for known in self.vocabulary:
            if known != word and (sureness := _kinship(word, known)):
                readings[known] = sureness
        return readings or dict.fromkeys(_misspelt(word, self.vocabulary), MISSPELT)

    def _rarity(self, readings: Mapping[str, float]) -> float:
        """How much a word tells: all the more as fewer obstacles hold it, and half of that where none does."""
        holding = sum(1 for places in self.places if any(each in places for each in readings))
        told = math.log(1 + len(self.places) / (holding + 0.5))
        return told if holding else told * STRANGE


def _is_evidence(values: Iterable[float]) -> bool:
    """One word of a title or keyword, or two of any other place: a single everyday word is an accident."""
    found = [value for value in values if value]
    return len(found) > 1 or max(found, default=0.0) > SIGN


def _whole_names(obstacle: Obstacle) -> set[str]:
    names = (obstacle.id, obstacle.name.nl, obstacle.name.en)
    return {" ".join(words(name)) for name in names if words(name)}


def _weighted_words(obstacle: Obstacle) -> Iterator[tuple[str, float]]:
    """Words with their weight, the lightest place first so that a heavier one wins."""
    fields = (
        (EXPLANATION, [obstacle.explanation.nl, obstacle.explanation.en]),
        (SIGN, [*obstacle.signs.nl, *obstacle.signs.en]),
        (KEYWORD, [*obstacle.keywords.nl, *obstacle.keywords.en]),
        (TITLE, [obstacle.id, obstacle.name.nl, obstacle.name.en]),
    )
    for weight, texts in fields:
        for text in texts:
            yield from ((word, weight) for word in words(text) if word not in STOP_WORDS)


def _best(readings: Mapping[str, float], places: Mapping[str, float]) -> float:
    return max((sureness * places.get(word, 0.0) for word, sureness in readings.items()), default=0.0)


def _kinship(word: str, known: str) -> float:
    """Whether two words are forms of one another, or one is a part of the other."""
    short, long = sorted((word, known), key=len)
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 3:
        return INFLECTED
    if len(short) >= 5 and (long.startswith(short) or long.endswith(short)):
        return COMPOUND
    return 0.0


def _misspelt(word: str, vocabulary: Iterable[str]) -> list[str]:
    """Known words at one typing error from this one, or two in a long word."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    errors = 0 if len(word) < 7 else 1 if len(word) < 9 else 2
    found = process.extract(word, list(vocabulary), scorer=OSA.distance, score_cutoff=errors, limit=5)
    return [known for known, distance, _ in found if distance and errors]
