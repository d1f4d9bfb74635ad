"""Whether a question is about anything here at all: a chance from 0 to 1, weighed from a few signs.

The weights were fitted on the labelled queries in `tests/lookup` (logistic regression, by
`python -m benchmarks.lookup --fit`, which also tells how well weights fitted on nine tenths do on the last tenth).
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

SHARED = (
    "werk|baan|team|afdeling|collega|baas|leiding|chef|manager|directeur|wethouder|voorstel|aandacht|hoede|gemeente|"
    "organisatie|buurt|wijk|straat|dorp|stad|groep|club|contract|naam|idee|initiatie|project|"
    "job|work|colleague|boss|department|alderman|proposal|attention|neighbo|street|village|group|name|signature"
)
OWN = re.compile(
    rf"\b(?:mijn|mn|my)\b(?! (?:{SHARED}))|\b(?:mezelf|mijzelf|myself|mine)\b|(?<=\bmijn )eigen\b|(?<=\bmy )own\b"
)
"""and not what someone arranges at home; one's work and neighbourhood are not that."""

ELSEWHERE = re.compile(
    "|".join(
        """
        paspoort passport identiteitskaart rijbewijs driving$ digid bsn$ burgerservice geboorteakte
        belastingaangifte inkomstenbelasting ozb$ woz zorgtoeslag huurtoeslag kinderbijslag kinderopvangtoeslag
        studiefinanciering hypotheek mortgage makelaar spaarrekening bitcoin crypto beurskoers
        zorgverzekering autoverzekering reisverzekering
        trouwen$ trouwlocatie bruiloft wedding scheiding$ echtscheid divorce alimentatie alimony zwanger pregnan
        geboorte huwelijk uitvaart begrafenis funeral
        vacature vacanc sollicit cv$ ontslag verdient$ eenmanszaak
        parkeerboete parkeerbon snelheidsboete verkeersboete trein train$ trains$ vlucht$ vluchten$ flight vliegt schiphol taxi$
        vakantie holiday hotel camping visum$ visa$
        tandarts dentist hoofdpijn headache koorts fever dieet diet$ calorie afvallen$ griep
        recept$ recepten$ recipe baking$ taart appeltaart cake$ pizza koekje cookie espresso cocktail
        huiswerk(?!club|beg|klas) homework$ werkstuk spreekbeurt scriptie essay wiskunde algebra examen exam$ exams$ vervoegen
        film$ films$ movie netflix lyrics songtekst gitaar guitar piano akkoord chords horoscoop horoscope
        mop$ joke$
        ajax$ feyenoord wielrennen champions olympisch marathon
        laptop smartphone iphone android printer wifi wachtwoord password excel$ python$ javascript wasmachine televisie
        weersverwacht weather regenradar temperatuur
        puppy kitten kat$ cat$
        kapsel kapper$ haircut makeup schoenen shoes$ korting bonuskaart
        hoofdstad capital$ dinosaur planeet planet maan$ moon$
        openingstijd aangifte$ zzp freelanc grafrecht zwemles vrijzwem schoolvakant samenvatting$ thuisbatterij
        zorgkosten studieschuld salarisschaal ziekmeld vloerisolatie dakkapel achtertuin tuinhuis oprit matras sofa
        spouse expat loodgieter plumber huurverhoging huurhuis kinderopvang$ kraamzorg borstvoed baby luier wasdroger
        oven$ tv$ telefoonabonnement pakketje postnl schaken chess breien knit vertaal translat gedicht$ poem
        grammatica grammar breuken fractions omrekenen valuta stocks$ lotto staatsloterij horloge sneaker jurk shampoo
        huidarts dermatolog apotheek pharmacy antibiotic vaccin hooikoorts verkoud rugpijn buikpijn migraine insomnia
        vitamin$ vitamine spierpijn voetbalwedstrijd formule$ schaats eredivisie premier$ olympic songfestival
        concertticket instagram facebookaccount whatsappgesprek tiktok spotify youtube chatgpt usb bluetooth onweer
        zonsverduister eclipse dinosaurus vulkaan napoleon apk occasion winterbanden tyre caravan hamster aquarium
        goudvis aanmaning incasso deurwaarder loonstrook payslip aow$
        """.split()
    )
)
"""Matters that people ask about everywhere and that no knowledge of initiatives is about: where a word begins so."""

FIRM = 0.45
"""From this strength on a word stands in what an obstacle says of itself, or all over its tips."""


class Signs(msgspec.Struct, frozen=True):
    """What tells whether a question is about anything here; without a word that says something they mean nothing."""

    support: float  # all that is said for the best obstacle
    peak: float  # the most that one word says for it, which alone may be an accident
    whole: float  # whether every word that tells something points to it firmly
    at_home: float  # how much more the words are used here than in everyday language
    usual: float  # and on average, where words that are used less count against it
    together: float
    own: float
    elsewhere: float


WEIGHTS = Signs(
    support=4.42,
    peak=-4.41,
    whole=3.89,
    at_home=0.15,
    usual=0.72,
    together=2.42,
    own=-3.2,
    elsewhere=-6.25,
)
START = 2.3


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
    return Signs(
        support=math.log(support + 0.07),
        peak=max(each.tells * _said(each, number, postings) for each in single),
        whole=all(_strength(each, number, postings) >= FIRM for each in single),
        at_home=sum(max(each.at_home, 0.0) for each in single),
        usual=sum(each.at_home for each in single) / len(single),
        together=min(2, sum(bool(TOGETHER.match(word)) for word in typed)),
        own=min(2, len(OWN.findall(" ".join(typed)))),
        elsewhere=min(2, sum(bool(ELSEWHERE.match(word)) for word in typed)),
    )


def _said(heard: Heard, number: int, postings: Mapping[str, Posting]) -> float:
    """What the best reading says for an obstacle, were it a word that tells all it can."""
    found = [(sure, postings[term]) for term, sure in heard.readings.items() if term in postings]
    return max((sure * each.rarity * each.strengths.get(number, 0.0) for sure, each in found), default=0.0)


def _strength(heard: Heard, number: int, postings: Mapping[str, Posting]) -> float:
    found = (postings[term].strengths.get(number, 0.0) for term in heard.readings if term in postings)
    return max(found, default=0.0)
