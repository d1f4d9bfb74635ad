"""Whether a question is about anything here at all: a chance from 0 to 1, weighed from a few signs.

The weights were fitted on half of the labelled queries in `tests/lookup` (logistic regression, by
`benchmarks/lookup.py --fit`); the other half only reports.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import msgspec

from katalys_cli.hearing import Heard
from katalys_cli.lexicon import Posting

TOGETHER = re.compile(
    r"(wij|we|ons|onze|us|our|ours)$|"
    r"bewoner|buurt|wijk|dorp|inwoner|burger|vrijwillig|initiatie|vereniging|stichting|gemeenschap|samen|groep|"
    r"resident|neighbo|village|communit|volunt|initiativ|together|group"
)
"""What people do together is what this knowledge is about,"""

OWN = re.compile(r"(mijn|mn|mezelf|mijzelf|eigen|prive|particulier|my|myself|mine|own|private)$")
"""and not what someone arranges at home."""

FIRM = 0.45
"""From this strength on a word stands in what an obstacle says of itself, or all over its tips."""


class Signs(msgspec.Struct, frozen=True):
    """What tells whether a question is about anything here; without a word that says something they mean nothing."""

    support: float  # all that is said for the best obstacle
    coverage: float  # as a share of what the words could say
    firm: float  # the words that point to it firmly
    whole: float  # whether every word that tells something does so
    at_home: float  # how much more the words are used here than in everyday language
    strange: float  # what the words could tell that nothing here knows
    together: float
    own: float


WEIGHTS = Signs(support=2.8, coverage=1.5, firm=0.4, whole=2.5, at_home=0.4, strange=-0.8, together=3.4, own=-3.0)
START = -5.9


def chance(signs: Signs) -> float:
    """How likely it is that a question with these signs is about anything here."""
    told = zip(msgspec.structs.astuple(WEIGHTS), msgspec.structs.astuple(signs), strict=True)
    return 1 / (1 + math.exp(-START - sum(weight * sign for weight, sign in told)))


def signs(
    typed: Sequence[str],
    heard: Sequence[Heard],
    postings: Mapping[str, Posting],
    best: tuple[int, float],
    obstacles: int,
) -> Signs:
    """The signs of a question whose best obstacle has this number and this much said for it."""
    number, support = best
    single = [each for each in heard if len(each.words) == 1]
    rarest = math.log(1 + obstacles)
    possible = sum(each.tells * max(_rarities(each, postings), default=rarest) for each in single)
    firm = sum(_strength(each, number, postings) >= FIRM for each in single)
    return Signs(
        support=math.log(support + 0.3),
        coverage=support / possible,
        firm=min(3, firm),
        whole=firm == len(single),
        at_home=sum(max(each.at_home, 0.0) for each in single),
        strange=sum(each.tells for each in single if not _rarities(each, postings)),
        together=min(2, sum(bool(TOGETHER.match(word)) for word in typed)),
        own=min(2, sum(bool(OWN.match(word)) for word in typed)),
    )


def _rarities(heard: Heard, postings: Mapping[str, Posting]) -> list[float]:
    return [postings[term].rarity for term in heard.readings if term in postings]


def _strength(heard: Heard, number: int, postings: Mapping[str, Posting]) -> float:
    found = (postings[term].strengths.get(number, 0.0) for term in heard.readings if term in postings)
    return max(found, default=0.0)
