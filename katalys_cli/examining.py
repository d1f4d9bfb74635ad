"""Examine the knowledge: every check there is, on all that could be read, in one run."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from katalys_cli import authoring, beside, checks, decisions, facts, plain, reading, salvage, shelf, translations
from katalys_cli.authoring import Known
from katalys_cli.codes import Codes, as_code, codes
from katalys_cli.errors import Finding, KatalysError, NotProven, nearest, where
from katalys_cli.folders import FILES, Folder
from katalys_cli.messages import say
from katalys_cli.model import ROLE, KnowledgeBase, Language, Option, Question, Steps, Text, Tip
from katalys_cli.report import SCHEMA
from katalys_cli.troubles import Trouble

WORDS_FILE = Path(__file__).parent / "plain_words.yaml"
CONDITIONS = ("for", "when", "unless")

MOST_ACCEPTED = 20
"""How many of the texts that were accepted are told one by one."""


class FindingReport(msgspec.Struct, frozen=True):
    code: str
    severity: str
    file: str
    line: int
    column: int
    message: str
    hint: str


class Examination(msgspec.Struct, frozen=True):
    """What a check found, in words: findings by file and line, and what could not be proven."""

    schema: int
    findings: list[FindingReport]
    not_proven: list[str]
    counts: dict[str, int]


@dataclass(frozen=True)
class Examined:
    """Everything that a check found, and the base as far as it could be read."""

    base: KnowledgeBase
    findings: list[Finding]
    codes: Codes

    @property
    def not_proven(self) -> list[Finding]:
        return [each for each in self.findings if isinstance(each.trouble, NotProven)]

    @property
    def mistakes(self) -> list[Finding]:
        """What is wrong, or to be looked at; what is not proven is neither."""
        return [each for each in self.findings if not isinstance(each.trouble, NotProven)]

    def lines(self, language: Language) -> Iterator[str]:
        """What a person reads: each finding with its code and what may help, then what is not proven or all in order."""
        yield from self.lines_of(self.mistakes, language)
        for each in self.not_proven:
            yield f"{each.file}: {each.trouble.said_in(language)}"
        if not self.findings:
            yield say("knowledge-sound", language, **self.counts)

    def lines_of(self, findings: Iterable[Finding], language: Language) -> Iterator[str]:
        for each in findings:
            code = self.codes.of(each.trouble)
            severity = say("warning" if each.warning else "error", language)
            yield f"{each.file}:{each.line}:{each.column}: {code} {severity}: {each.trouble.said_in(language)}"
            yield f"    {self.codes.hint(each.trouble).said_in(language)}"

    @property
    def counts(self) -> dict[str, int]:
        base = self.base
        return {"obstacles": len(base.obstacles), "tips": len(base.tips), "sources": len(base.sources)}

    def told(self, language: Language) -> Examination:
        return Examination(
            schema=SCHEMA,
            findings=[self._told(each, language) for each in self.mistakes],
            not_proven=[each.trouble.said_in(language) for each in self.not_proven],
            counts=self.counts,
        )

    def _told(self, finding: Finding, language: Language) -> FindingReport:
        code = self.codes.of(finding.trouble)
        return FindingReport(
            code=code,
            severity="warning" if finding.warning else "error",
            file=finding.file,
            line=finding.line,
            column=finding.column,
            message=finding.trouble.said_in(language),
            hint=self.codes.hint(finding.trouble).said_in(language),
        )


def examine(folder: Folder, day: datetime.date) -> Examined:
    """Everything wrong in a folder on this day. Raises NoKnowledge where there is no knowledge at all."""
    with authoring.without_collector():
        return _examined(folder, day)


def _examined(folder: Folder, day: datetime.date) -> Examined:
    known, pages = _with_roles(authoring.read(folder, remember=True)), codes()
    seen = salvage.salvaged(known)
    in_words = beside.started(lambda: (list(_hard_words(known, seen.base)), list(_bare_words(known))))
    accepted, lost = _accepted(folder)
    in_rules = [*_troubles(known, seen.base, day), *translations.stale(seen.base, accepted)]
    hard_words, bare_words = in_words()
    found = [*known.findings, *lost, *shelf.misplaced(known.files, known.misnamed), *bare_words]
    troubles = list(_without_waived([*in_rules, *hard_words], seen.base, pages))
    told = [*filter(seen.tells, authoring.to_the_point(troubles, known))]
    found += authoring.located(folder, _without_lost_sources(told))
    return Examined(known.base, authoring.in_order(found), pages)


def _without_lost_sources(troubles: Sequence[Trouble]) -> Sequence[Trouble]:
    """Without the sources that may only seem not used: a misspelt reference is to them, or the figures are missing."""
    keys = {each.error.key for each in troubles}
    if "source-not-used" not in keys or not keys & {"dangling", "missing-file"}:
        return troubles
    astray = [each.error.values for each in troubles if each.error.values.get("wanted") == "source"]
    all_may_be = any(each.error.values.get("file") == FILES["figure"] for each in troubles)
    all_may_be |= any(not each["near"] for each in astray)

    def may_be_used(source: str) -> bool:
        return all_may_be or any(nearest(each["name"], [source]) for each in astray)

    return [each for each in troubles if each.error.key != "source-not-used" or not may_be_used(each.id)]


def accept_translations(folder: Folder) -> list[Finding] | None:
    """Keep every text as it stands now as translated well: where those stand that nobody had accepted before.

    None where something cannot be read, for then nothing is kept: what is left out could never be found stale again.
    """
    from katalys_cli import export

    known = authoring.read(folder)
    accepted, lost = _accepted(folder)
    if known.findings or any(each.trouble.key == "no-pair" for each in lost):
        return None
    places = [
        Trouble(kind, name, steps, KatalysError("accepted", where=where(steps)))
        for kind, name, steps in translations.new(known.base, accepted)
    ]
    path = folder.roots[0].folder / shelf.TRANSLATIONS
    export.write(path, "\n".join([*translations.pairs(known.base), ""]), force=True)
    return authoring.in_order(authoring.located(folder, places))


def told_of_accepted(found: list[Finding] | None, language: Language) -> Iterator[str]:
    """How many texts were accepted and which, at most MOST_ACCEPTED of them; or that none were."""
    if found is None:
        yield say("nothing-accepted", language)
        return
    yield say("translations-accepted", language, number=len(found))
    yield from (each.said_in(language) for each in found[:MOST_ACCEPTED])
    if len(found) > MOST_ACCEPTED:
        yield say("more-accepted", language, number=len(found) - MOST_ACCEPTED)


def _troubles(known: Known, seen: KnowledgeBase, day: datetime.date) -> Iterator[Trouble]:
    """What is wrong in all that is seen; what follows from the rules only where all of a tip is known."""
    led_astray = list(checks.troubles(seen))
    yield from led_astray
    meant = frozenset(name for each in led_astray if each.error.key == "dangling" for name in each.error.values["near"])
    clear, unclear = _clear(known, led_astray)
    unclear |= meant & clear.obstacles.keys()
    yield from decisions.decisions(clear, unclear, known.mentioned("tip") | _named(known.base, clear) | meant)
    yield from facts.in_time(seen, day)
    yield from facts.bases(seen, known.mentioned() | meant)


def _hard_words(known: Known, seen: KnowledgeBase) -> Iterator[Trouble]:
    """What a newcomer would stumble on."""
    words = reading.record(WORDS_FILE, WORDS_FILE.name, plain.PlainWords)
    yield from plain.Reader(seen, words, known.mentioned("term")).troubles()


def _accepted(folder: Folder) -> tuple[list[str], list[Finding]]:
    """The pairs that someone has accepted, and what is wrong with the file that keeps them."""
    root = folder.roots[0]
    path = root.folder / shelf.TRANSLATIONS
    if not path.is_file():
        return [], [Finding(root.name(path), 1, 1, KatalysError("no-translations"))]
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    odd = [Finding(root.name(path), number, 1, KatalysError("no-pair")) for number in translations.no_pairs(lines)]
    return [line.strip() for line in lines], odd


def _with_roles(known: Known) -> Known:
    """The same; where the question for the role cannot be read, with one that has every role that is named."""
    base = known.base
    if ROLE in base.questions:
        return known
    named = {role for tip in base.tips.values() for role in tip.for_}
    named |= {role for term in base.terms.values() for role in term.known_to}
    named |= {role for each in base.scenarios.values() for one in each for role in one.answers.get(ROLE, ())}
    named |= base.about.least_tips.keys()
    said = Text(nl="-", en="-")
    options = {role: Option(label=Text(nl=role, en=role), clause=said) for role in sorted(named)}
    asked = Question(id=ROLE, text=said, options=options)
    return replace(known, base=msgspec.structs.replace(base, questions={ROLE: asked, **base.questions}))


def _clear(known: Known, troubles: Iterable[Trouble]) -> tuple[KnowledgeBase, frozenset[str]]:
    """The base without the tips whose rule leads nowhere, and the obstacles of which not all tips are known."""
    base, wrong = known.base, list(troubles)
    in_rules = [each for each in wrong if each.kind == "tip" and each.steps and each.steps[0] in CONDITIONS]
    astray = {each.id for each in in_rules if each.id in base.tips}
    tips = {name: tip for name, tip in base.tips.items() if name not in astray}
    by_obstacle = {name: tuple(tip for tip in base.tips_for(name) if tip.id in tips) for name in base.obstacles}
    unclear = {obstacle for name in astray for obstacle in _helped(base.tips[name])}
    unclear |= {file.path.parent.name for file in known.unread.get("tip", ())}
    unclear |= known.mentioned("tip") & base.obstacles.keys()
    if known.lacks("question", ROLE) or any(each.error.values.get("wanted") == "group" for each in wrong):
        unclear |= base.obstacles.keys()
    return msgspec.structs.replace(base, tips=tips, tips_by_obstacle=by_obstacle), frozenset(unclear)


def _helped(tip: Tip) -> set[str]:
    return {tip.obstacle, *tip.also_helps}


def _named(base: KnowledgeBase, clear: KnowledgeBase) -> frozenset[str]:
    """The questions and options in the conditions of the tips that are not clear."""
    others = [tip for name, tip in base.tips.items() if name not in clear.tips]
    situations = [each for tip in others for each in (*tip.when, *tip.unless)]
    return frozenset(word for each in situations for name, wanted in each.items() for word in (name, *wanted))


def _bare_words(known: Known) -> Iterator[Finding]:
    """Words that other readers of YAML take for something else, in the files that are sound otherwise."""
    told = {finding.file for finding in known.findings}
    for file in known.files:
        if file.kind and file.name not in told:
            yield from reading.bare_words(file.path, file.name, file.kind[1])


def _without_waived(troubles: Iterable[Trouble], base: KnowledgeBase, pages: Codes) -> Iterator[Trouble]:
    """The troubles that no text waives, and the waivers that waive nothing."""
    used: set[tuple[str, str, str, str]] = set()
    for trouble in troubles:
        code = pages.of(trouble.error)
        if code in trouble.allowed and trouble.allowed[code].strip():
            used.add((trouble.kind, trouble.id, code, trouble.allowed[code]))
        else:
            yield trouble
    for kind, entries in checks.collections(base).items():
        for name, entry in entries.items():
            for steps, text in checks.texts_of(kind, name, entry):
                for code in text.allow:
                    if (kind, name, code, text.allow[code]) not in used:
                        place = (*steps, "allow", code)
                        yield Trouble(kind, name, place, _idle(code, text.allow[code], place, pages), True)


def _idle(code: str, reason: str, place: Steps, pages: Codes) -> KatalysError:
    """What is wrong with a waiver that waives nothing."""
    if not reason.strip():
        return KatalysError("waiver-without-reason", where=where(place))
    near = as_code(code) if code not in pages.pages and as_code(code) in pages.pages else ()
    return KatalysError("waiver-for-nothing", where=where(place), name=code, near=near)
