"""What a claim rests on, and what was true once and may be so no longer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from katalys_cli.errors import KatalysError, where
from katalys_cli.model import Basis, KnowledgeBase, Language, SourceKind, Steps, Text, Tip, texts
from katalys_cli.troubles import Trouble

OFFICIAL = frozenset({SourceKind.LAW, SourceKind.COURT, SourceKind.GOVERNMENT, SourceKind.REGULATOR})
"""The kinds of source on which a claim of law may rest."""

NAMES = (
    r"Awb|Gemeentewet|Omgevingswet|Alcoholwet|Woningwet|Burgerlijk Wetboek|Hoge Raad|Raad van State|"
    r"[A-Z]\w+ Act|Civil Code|Supreme Court|Council of State"
)
STATES_LAW = (
    r"wettelijke?|(?:art(?:ikel|icle|\.)|section) ?\d+\w*(?:[.:]\d+\w*)*(?:\(\d+\w*\))*|strafbaar|onrechtmatig|illegaal|"
    r"(?:de|een) (?:rechter|rechtbank) (?:vond|vindt|gaf|geeft|zei|zegt|bepaalde|besliste|oordeelde|verbood|wees)|"
    r"weken (?:de tijd )?om bezwaar te maken|"
    r"(?:volgens|onder) de AVG|under the GDPR|het gerechtshof|the appeal court|statutory|by law|under the law|"
    r"legally (?:required|obliged|bound|allowed|liable|entitled)|illegal|unlawful|criminal offence|"
    r"(?:a|the) (?:court|judge) (?:\w+ )?(?:ruled|decided|said|held|found)|weeks to object"
)
"""What states the law or a ruling, rather than speaks of it."""

IN_LAW = (
    *("wet", "law", "art", "section", "straf", "recht", "legal", "illegaal", "bezwaar", "avg", "gdpr", "statut"),
    *("offence", "court", "judge", "object", "awb", "raad", " act", "civil", "council"),
)
"""What no words of law go without, in small letters; quick to look for."""

OF_LAW = {
    Language.NL: re.compile(
        rf"\b(?:{NAMES}|(?i:{STATES_LAW}|(?<!ongeschreven )(?<!welke )wet(?:ten)?(?! van Meden)|wetboek|"
        r"(?<!voor )(?<!naar )(?<!of )(?:de|een) rechter|(?<!tot )(?<!naast )de rechtbank))(?!\w)"
    ),
    Language.EN: re.compile(
        rf"\b(?:{NAMES}|(?i:{STATES_LAW}|(?:the|a) (?:new )?law(?! firm| student)|court (?:ruling|order)))(?!\w)"
    ),
}
"""Words by which a claim is one of law. `verordening` is not among them: a municipality's page is its own source."""

NUMBER = r"\d+(?:[.,]\d+)*"
MANY = (
    rf"(?:{NUMBER}(?:,-)?|\w*(?:tien|tig|honderd|duizend|teen|ty|hundred|thousand)|een|één|twee|drie|"
    r"vier|vijf|zes|zeven|acht|negen|elf|twaalf|one|two|three|four|five|six|nine|twelve|half|anderhalf)"
)
TIMES = r"(?:duizend|miljoen|miljard|thousand|million|billion)"
AMOUNT = re.compile(
    rf"(?:[€£$]|\bEUR)\s?{NUMBER}(?:,-|\s{TIMES}\b)?|\b{NUMBER}\s?%|"
    rf"\b{MANY}[\s-]?(?:{TIMES}\s)?(?:euros?|euro's|cents?|procent|per cent|percent)\b|"
    rf"\b{NUMBER},-(?!\w)|\b(?:een tientje|a tenner)\b",
    re.IGNORECASE,
)
"""An amount of money or a share, which changes while a text stays as it is."""

IN_AMOUNTS = (
    *("€", "£", "$", "%", "cent", "tientje", "tenner", ",-"),
    *(f"{before}eur" for before in " \n\u00a0-(\"'0123456789"),  # and no door, which is deur
)
"""What no amount goes without; quick to look for."""

SAYS = (
    r"sided|said|geeft|zegt|eist|verplicht|verbiedt|regelt|laat|gaf|vond|oordeelde|besliste|"
    r"says|gives|requires|forbids|bans|allows|found|ruled|held|decided"
)
LAW_STATED = re.compile(
    rf"\b(?:(?i:{STATES_LAW}|(?:volgens de|bij) wet)|(?:[Vv]olgens|[Ii]n) (?:de|het) (?:{NAMES})|"
    rf"(?:[Dd]e|[Tt]he|[Aa]) (?:nieuwe |new )?(?:{NAMES}|\w*wet|law) (?:{SAYS}))(?!\w)"
)
"""What a tip without a basis cannot say, amounts aside."""

A_MONTH = 30.44
"""Days."""


def in_time(base: KnowledgeBase, day: datetime.date) -> Iterator[Trouble]:
    """What was true and may be so no longer on this day."""
    for name, figure in base.figures.items():
        period = figure.on(day)
        if not period.holds(day):
            place = (name, "periods", figure.periods.index(period))
            yield Trouble("figure", name, place, KatalysError("figure-not-in-force", day=day.isoformat()), True)
    for kind, entries in (("obstacle", base.obstacles), ("tip", base.tips)):
        for name, entry in entries.items():
            yield from _review(kind, name, entry, base.about.review_months, day)

    for name, source in base.sources.items():
        if source.checked > day:
            yield Trouble("source", name, ("checked",), KatalysError("checked-later", day=day.isoformat()))


def _review(kind: str, name: str, entry: Any, months: int | None, day: datetime.date) -> Iterator[Trouble]:
    if entry.reviewed > day:
        yield Trouble(kind, name, ("reviewed",), KatalysError("reviewed-later", day=day.isoformat()))
    elif months is not None and (day - entry.reviewed).days > months * A_MONTH:
        yield Trouble(kind, name, ("reviewed",), KatalysError("review-due", months=months), True)


def bases(base: KnowledgeBase, mentioned: Collection[str] = ()) -> Iterator[Trouble]:
    """Claims without a basis or with a weak one, amounts that should be figures, and sources that nothing leans on.

    `mentioned` are the words of entries that could not be read, which may name sources.
    """
    for tip in base.tips.values():
        yield from _unfounded(tip)
        yield from _amounts("tip", tip.id, tip)
        yield from _weak("tip", tip.id, tip.claims, base)
    for obstacle in base.obstacles.values():
        yield from _amounts("obstacle", obstacle.id, obstacle)
        yield from _weak("obstacle", obstacle.id, obstacle.basis, base)
    for name in sorted(base.sources.keys() - _used(base) - set(mentioned)):
        yield Trouble("source", name, (), KatalysError("source-not-used"), True)


def _unfounded(tip: Tip) -> Iterator[Trouble]:
    """What a tip says without any basis, and that needs one."""
    if tip.claims:
        return
    found = texts(tip)
    if not _stated(_together(found)):
        return
    for steps, text in found:
        if words := _stated(text.nl) or _stated(text.en):
            error = KatalysError("claim-without-basis", where=where(steps), words=words)
            yield Trouble("tip", tip.id, steps, error, True, text.allow)


def _together(found: Iterable[tuple[Steps, Text]]) -> str:
    """All that is said in these texts; where there is nothing to be found in it, there is nothing in any of them."""
    return "\n".join(said for _, text in found for said in (text.nl, text.en))


def _stated(said: str) -> str | None:
    found = _amount(said) or _sought(LAW_STATED, said, IN_LAW)
    return found[0].strip() if found else None


def _amount(said: str) -> re.Match[str] | None:
    return _sought(AMOUNT, said, IN_AMOUNTS)


def _sought(pattern: re.Pattern[str], said: str, signs: Iterable[str]) -> re.Match[str] | None:
    """What the pattern finds, sought only where there is one of the signs that no match goes without."""
    small = f"\n{said.casefold()}"
    return pattern.search(said) if any(sign in small for sign in signs) else None


def _amounts(kind: str, name: str, entry: Any) -> Iterator[Trouble]:
    """Amounts and shares in a text that stays as it is while they change. A claim says what its source said."""
    said = [(steps, text) for steps, text in texts(entry) if steps[0] != "basis"]
    if not _amount(_together(said)):
        return
    for steps, text in said:
        if found := _amount(f"{text.nl}\n{text.en}"):
            error = KatalysError("amount-in-text", where=where(steps), words=found[0])
            yield Trouble(kind, name, steps, error, True, text.allow)


def _weak(kind: str, name: str, basis: tuple[Basis, ...], base: KnowledgeBase) -> Iterator[Trouble]:
    for index, each in enumerate(basis):
        source = base.sources.get(each.source)
        if source and source.kind not in OFFICIAL and not each.secondary and (found := _of_law(each.claim)):
            steps: Steps = ("basis", index, "source", each.source)
            error = KatalysError("weak-source", where=where(steps[:-1]), words=found, kind=str(source.kind))
            yield Trouble(kind, name, steps, error, True, each.claim.allow)


def _of_law(claim: Text) -> str | None:
    found = _sought(OF_LAW[Language.NL], claim.nl, IN_LAW) or _sought(OF_LAW[Language.EN], claim.en, IN_LAW)
    return found[0] if found else None


def _used(base: KnowledgeBase) -> set[str]:
    return {
        *(each.source for tip in base.tips.values() for each in tip.claims),
        *(each.source for obstacle in base.obstacles.values() for each in obstacle.basis),
        *(example.source for example in base.examples.values()),
        *(period.source for figure in base.figures.values() for period in figure.periods),
    }
