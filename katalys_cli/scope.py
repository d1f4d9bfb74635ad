"""Whether a question is about anything here at all: a chance from 0 to 1, weighed from a few signs.

The weights were fitted on the labelled queries in `tests/lookup` (logistic regression, by
`python -m benchmarks.lookup --fit`, which also tells how well weights fitted on nine tenths do on the last tenth).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import msgspec

from katalys_cli.hearing import Heard
from katalys_cli.lexicon import Posting

US = frozenset({"wij", "we", "ons", "onze", "us", "our", "ours"})
TOGETHER = (
    *("bewoner", "buurt", "wijk", "dorp", "inwoner", "burger", "vrijwillig", "initiatie", "vereniging", "stichting"),
    *("gemeenschap", "samen", "groep"),
    *("resident", "neighbo", "village", "communit", "volunt", "initiativ", "together", "group"),
)
"""What people do together is what this knowledge is about."""

FIRM = 0.45
"""From this strength on a word stands in what an obstacle says of itself, or all over its tips."""


class Signs(msgspec.Struct, frozen=True):
    """What tells whether a question is about anything here; without a word that says something they mean nothing."""

    whole: float  # whether every word that tells something points firmly to the best obstacle
    usual: float  # how much more the words are used here than in everyday language, on average
    together: float
    ahead: float  # how much more is said for it than for any matter elsewhere
    alike: float  # how much more the words are like those of some obstacle than like those of any matter elsewhere
    length: float  # of the question, in words, as a logarithm: a longer one finds more by accident


WEIGHTS = Signs(
    whole=1.86,
    usual=1.02,
    together=1.63,
    ahead=3.45,
    alike=0.98,
    length=-1.0,
)
START = -0.27


def chance(signs: Signs) -> float:
    """How likely it is that a question with these signs is about anything here."""
    told = zip(msgspec.structs.astuple(WEIGHTS), msgspec.structs.astuple(signs), strict=True)
    return 1 / (1 + math.exp(-START - sum(weight * sign for weight, sign in told)))


def signs(
    typed: Sequence[str],
    heard: Sequence[Heard],
    postings: Mapping[str, Posting],
    best: int,
    ahead: float,
    alike: float,
) -> Signs:
    """The signs of a question whose best obstacle has this number; how far it is ahead was weighed by others."""
    single = [each for each in heard if len(each.words) == 1]
    return Signs(
        whole=all(_strength(each, best, postings) >= FIRM for each in single),
        usual=sum(each.at_home for each in single) / len(single),
        together=min(2, sum(word in US or word.startswith(TOGETHER) for word in typed)),
        ahead=ahead,
        alike=alike,
        length=math.log(len(typed) + 1),
    )


def _strength(heard: Heard, number: int, postings: Mapping[str, Posting]) -> float:
    found = (postings[term].strengths.get(number, 0.0) for term in heard.readings if term in postings)
    return max(found, default=0.0)
