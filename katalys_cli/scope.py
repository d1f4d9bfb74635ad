"""Whether a question is about anything here at all: a chance from 0 to 1, weighed from a few signs.

The weights were fitted on half of the labelled queries in `tests/lookup` (logistic regression, by
`python -m benchmarks.lookup --fit`); the other half only reports.
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

OWN = re.compile(r"\b(?:mijn|mn|mezelf|mijzelf|my|myself|mine)\b|(?<=\bmijn )eigen\b|(?<=\bmy )own\b")
"""and not what someone arranges at home."""

ELSEWHERE = re.compile(
    "|".join(
        """
        paspoort passport identiteitskaart rijbewijs driving$ digid bsn$ burgerservice geboorteakte
        belastingaangifte inkomstenbelasting ozb$ woz zorgtoeslag huurtoeslag kinderbijslag kinderopvangtoeslag
        studiefinanciering hypotheek mortgage makelaar spaarrekening savings bitcoin crypto beurskoers
        zorgverzekering autoverzekering reisverzekering
        trouwen$ trouwlocatie bruiloft wedding scheiding$ echtscheid divorce alimentatie alimony zwanger pregnan
        geboorte huwelijk uitvaart begrafenis funeral
        vacature vacanc sollicit cv$ ontslag verdient$ eenmanszaak
        parkeerboete parkeerbon snelheidsboete verkeersboete trein train$ trains$ vlucht$ vluchten$ flight vliegt schiphol taxi$
        vakantie holiday hotel camping visum$ visa$
        tandarts dentist hoofdpijn headache koorts fever dieet diet$ calorie afvallen$ griep
        recept$ recepten$ recipe baking$ taart appeltaart cake$ pizza koekje cookie espresso cocktail
        huiswerk homework werkstuk spreekbeurt scriptie essay wiskunde algebra examen exam$ exams$ vervoegen
        film$ films$ movie netflix lyrics songtekst gitaar guitar piano akkoord chords horoscoop horoscope
        droom$ dromen$ dream$ mop$ joke$
        ajax$ feyenoord wielrennen champions olympisch marathon
        laptop smartphone iphone android printer wifi wachtwoord password excel$ python$ javascript wasmachine televisie
        weersverwacht weather regenradar temperatuur
        puppy kitten kat$ cat$
        kapsel kapper$ haircut makeup schoenen shoes$ korting bonuskaart
        hoofdstad capital$ dinosaur planeet planet maan$ moon$
        """.split()
    )
)
"""Matters that people ask about everywhere and that no knowledge of initiatives is about: where a word begins so."""

FIRM = 0.45
"""From this strength on a word stands in what an obstacle says of itself, or all over its tips."""


class Signs(msgspec.Struct, frozen=True):
    """What tells whether a question is about anything here; without a word that says something they mean nothing."""

    support: float  # all that is said for the best obstacle
    coverage: float  # as a share of what the words could say
    firm: float  # the words that point to it firmly
    whole: float  # whether every word that tells something does so
    at_home: float  # how much more the words are used here than in everyday language
    together: float
    own: float
    elsewhere: float


WEIGHTS = Signs(
    support=1.3,
    coverage=1.1,
    firm=1.05,
    whole=4.0,
    at_home=0.33,
    together=2.8,
    own=-2.55,
    elsewhere=-5.5,
)
START = -3.2


def chance(signs: Signs) -> float:
    """How likely it is that a question with these signs is about anything here."""
    told = zip(msgspec.structs.astuple(WEIGHTS), msgspec.structs.astuple(signs), strict=True)
    return 1 / (1 + math.exp(-START - sum(weight * sign for weight, sign in told)))


def signs(
    typed: Sequence[str],
    heard: Sequence[Heard],
    postings: Mapping[str, Posting],
    best: tuple[int, float],
) -> Signs:
    """The signs of a question whose best obstacle has this number and this much said for it."""
    number, support = best
    single = [each for each in heard if len(each.words) == 1]
    possible = sum(each.tells * max(_rarities(each, postings), default=1.0) for each in single)
    firm = sum(_strength(each, number, postings) >= FIRM for each in single)
    return Signs(
        support=math.log(support + 0.07),
        coverage=support / possible,
        firm=min(3, firm),
        whole=firm == len(single),
        at_home=sum(max(each.at_home, 0.0) for each in single),
        together=min(2, sum(bool(TOGETHER.match(word)) for word in typed)),
        own=min(2, len(OWN.findall(" ".join(typed)))),
        elsewhere=min(2, sum(bool(ELSEWHERE.match(word)) for word in typed)),
    )


def _rarities(heard: Heard, postings: Mapping[str, Posting]) -> list[float]:
    return [postings[term].rarity for term in heard.readings if term in postings]


def _strength(heard: Heard, number: int, postings: Mapping[str, Posting]) -> float:
    found = (postings[term].strengths.get(number, 0.0) for term in heard.readings if term in postings)
    return max(found, default=0.0)
