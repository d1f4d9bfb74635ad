"""Find the obstacles that someone means, in their own words.

Each typed word is heard as the terms that it may stand for. A term points to obstacles; what it says grows with how
rare it is here and shrinks with how common it is in everyday language. What all words say together ranks the
obstacles, together with how alike the letters are to those of what people say who meet each. Whether there is an answer
at all is weighed apart, in `scope`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from katalys_cli import scope
from katalys_cli.hearing import Heard, heard
from katalys_cli.lexicon import HUNDREDTHS, Lexicon, Posting, name
from katalys_cli.model import Elsewhere, KnowledgeBase, Language, Obstacle
from katalys_cli.terms import pieces, words

LEAST_CHANCE = 0.4
"""Below this chance that the question is about anything here, nothing is better than a guess."""

NAMED = 0.9
"""The chance that someone means something here who types just the name of it."""

LEAST_SCORE = 0.005
"""What has less did not come near enough to be named."""

LEAST_SAID, NEAR = 0.4, 0.85
"""With less than this said for it, or this share of what is said for the best obstacle, it would be a guess that a
question is about some matter elsewhere."""

CLOSE = 2.0
"""Where the best is less than this many times as likely as the next, only a person can tell which was meant."""

LIKENESS = 0.06
"""What likeness counts for beside what words say."""

SPREAD = 0.09
"""This much more said makes an obstacle e times as likely; fitted with the weights of `scope`."""

Points: TypeAlias = Mapping[int, float]
"""What is said for each obstacle, by number."""


class Match(msgspec.Struct, frozen=True):
    """An obstacle, the chance from 0 to 1 that it is what was meant, and the typed words that led to it.

    `read_as` has the words that were taken for misspellings of others.
    """

    obstacle: Obstacle
    score: float
    matched: tuple[str, ...]
    read_as: Mapping[str, str] = {}


def matches(base: KnowledgeBase, query: str, most: int = 5) -> tuple[Match, ...]:
    """The obstacles that the words mean, best first; none when all that was found may be an accident."""
    typed = words(query)
    if named := base.lexicon.found("named", [" ".join(typed)]):
        return tuple(Match(base.obstacles[each], 1.0, tuple(typed)) for names in named.values() for each in names)
    found = weighed(base.lexicon, typed)
    if found.chance < LEAST_CHANCE:
        return ()
    scores = found.scores(most)
    names = base.lexicon.found("numbered", map(str, scores))
    return tuple(
        Match(base.obstacles[names[str(number)]], score, found.leading_to(number), found.read_as(number))
        for number, score in scores.items()
    )


def belongs_elsewhere(base: KnowledgeBase, query: str) -> Elsewhere | None:
    """The matter that words are about for which there is nothing here; None when they are about no known matter."""
    found = weighed(base.lexicon, words(query))
    number, said = best(found.elsewhere)
    if said < max(NEAR * best(found.points)[1], LEAST_SAID):
        return None
    return base.elsewhere[base.lexicon.found("numbered", [str(number)])[str(number)]]


def meant(base: KnowledgeBase, query: str, most: int = 5) -> tuple[str, ...]:
    """The ids of the obstacles that words come near to, likeliest first, for who is choosing one and still typing."""
    points = weighed(base.lexicon, words(query)).points
    order = sorted(points, key=lambda number: (-points[number], number))[:most]
    names = base.lexicon.found("numbered", map(str, order))
    return tuple(names[str(number)] for number in order)


def race(found: Sequence[Match]) -> Sequence[Match]:
    """The matches that come so near the best that any of them may be meant; just the best where that is clear."""
    return [each for each in found if each.score * CLOSE > found[0].score]


class Weighed(msgspec.Struct, frozen=True):
    """What each word says for each obstacle, all of it together, and the chance that it is about anything here."""

    said: Sequence[tuple[Heard, Points]]
    points: Points
    chance: float
    elsewhere: Points  # what is said for the matters that this knowledge is not about
    signs: scope.Signs | None = None  # of the chance, where anything is said for an obstacle

    def scores(self, most: int) -> dict[int, float]:
        """The best obstacles with their share of the chance; the shares of all obstacles make up the whole of it."""
        order = sorted(self.points, key=lambda number: (-self.points[number], number))
        shares = {number: math.exp((self.points[number] - self.points[order[0]]) / SPREAD) for number in order}
        whole = sum(shares.values())
        scores = {number: round(self.chance * shares[number] / whole, 3) for number in order[:most]}
        return {number: score for number, score in scores.items() if score >= LEAST_SCORE}

    def leading_to(self, number: int) -> tuple[str, ...]:
        """The typed words that say something for this obstacle."""
        leading = (word for each, points in self.said if number in points for word in each.words)
        return tuple(dict.fromkeys(leading))

    def read_as(self, number: int) -> dict[str, str]:
        """Those of them that were taken for another word."""
        return {each.words[0]: each.taken_for for each, points in self.said if each.taken_for and number in points}


def weighed(lexicon: Lexicon, typed: Sequence[str]) -> Weighed:
    """What the typed words say for every obstacle that they point to."""
    understood = heard(lexicon, typed)
    postings = lexicon.found("postings", {term for each in understood for term in each.readings})
    said = [(each, _points(each, postings)) for each in understood]
    told, alike = _told(said), likeness(lexicon, typed)
    points, elsewhere = _sides({number: value + LIKENESS * alike.get(number, 0.0) for number, value in told.items()})
    (here, there), (alike_here, alike_there) = _sides(told), _sides(alike)
    if not here:
        return Weighed(said, {}, 0.0, elsewhere)
    signs = scope.signs(
        typed,
        understood,
        postings,
        best(points)[0],
        best(here)[1] - best(there)[1],
        best(alike_here)[1] - best(alike_there)[1],
    )
    chance = max(scope.chance(signs), NAMED if _is_a_name(lexicon, typed) else 0.0)
    return Weighed(said, points, chance, elsewhere, signs)


def likeness(lexicon: Lexicon, typed: Sequence[str]) -> Points:
    """How much the pieces of the words are those of each obstacle and of each matter elsewhere, by number: naive Bayes
    (Maron 1961) on all words, the common ones too."""
    asked = dict.fromkeys(piece for word in typed for piece in pieces(word))
    found = lexicon.found("pieces", asked).values()
    length = HUNDREDTHS * math.sqrt(sum(each.rarity**2 for each in found))
    alike: dict[int, float] = defaultdict(float)
    for each in found:
        weight = each.rarity / length
        for number, strength in each.strengths.items():
            alike[number] += weight * strength
    return alike


def _told(said: Iterable[tuple[Heard, Points]]) -> Points:
    """What all words say together."""
    told: dict[int, float] = defaultdict(float)
    for _, points in said:
        for number, value in points.items():
            told[number] += value
    return told


def _sides(points: Points) -> tuple[Points, Points]:
    """What is said for obstacles, and what for matters elsewhere."""
    here = {number: value for number, value in points.items() if number >= 0}
    return here, {number: value for number, value in points.items() if number < 0}


def best(points: Points) -> tuple[int, float]:
    """The number for which most is said, the first of those with as much, and how much; nothing is said for none."""
    return max(points.items(), key=lambda item: (item[1], -abs(item[0])), default=(0, 0.0))


def _is_a_name(lexicon: Lexicon, typed: Sequence[str]) -> bool:
    """Whether the words are a keyword, a term, an amount or an organisation, and nothing else."""
    return bool(lexicon.found("names", {name(typed, language) for language in Language}))


def _points(heard: Heard, postings: Mapping[str, Posting]) -> Points:
    """What a word says for each obstacle: that of its best reading."""
    points: dict[int, float] = {}
    for term, sureness in heard.readings.items():
        if term in postings:
            weight = heard.tells * sureness * postings[term].rarity
            for number, strength in postings[term].strengths.items():
                points[number] = max(points.get(number, 0.0), weight * strength)
    return points
