"""Examine the knowledge: every check there is, on all that could be read, in one run."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from katalys_cli import authoring, checks, decisions, facts, plain, reading, shelf, translations
from katalys_cli.authoring import Known
from katalys_cli.codes import Codes, codes
from katalys_cli.errors import Finding, KatalysError, NotProven, where
from katalys_cli.folders import Folder
from katalys_cli.messages import say
from katalys_cli.model import ROLE, KnowledgeBase, Language, Tip, texts
from katalys_cli.report import SCHEMA
from katalys_cli.troubles import Trouble

WORDS_FILE = Path(__file__).parent / "plain_words.yaml"
CONDITIONS = ("for", "when", "unless", "also_helps")


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
            yield f"    {self.codes.pages[code].hint.said_in(language)}"

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
            hint=self.codes.pages[code].hint.said_in(language),
        )


def examine(folder: Folder, day: datetime.date) -> Examined:
    """Everything wrong in a folder on this day. Raises NoKnowledge where there is no knowledge at all."""
    known, pages = authoring.read(folder), codes()
    found = [*known.findings, *shelf.misplaced(folder), *_bare_words(known)]
    if ROLE in known.base.questions:
        troubles = _without_waived(_troubles(known, day), known.base, pages)
        found += authoring.located(folder, authoring.to_the_point(troubles, known))
    return Examined(known.base, authoring.in_order(found), pages)


def accept_translations(folder: Folder) -> int:
    """Keep every text as it stands now as translated well; the number of texts."""
    from katalys_cli import export

    pairs = translations.pairs(authoring.read(folder).base)
    export.write(folder.roots[0].folder / shelf.TRANSLATIONS, "\n".join([*pairs, ""]), force=True)
    return len(pairs)


def _troubles(known: Known, day: datetime.date) -> Iterator[Trouble]:
    sound = list(checks.troubles(known.base))
    yield from sound
    clear, unclear = _clear(known, sound)
    yield from decisions.decisions(clear, unclear)
    yield from facts.in_time(known.base, day)
    yield from facts.bases(known.base)
    yield from plain.Reader(known.base, reading.record(WORDS_FILE, WORDS_FILE.name, plain.PlainWords)).troubles()
    accepted = known.folder.roots[0].folder / shelf.TRANSLATIONS
    if accepted.is_file():
        yield from translations.stale(known.base, accepted.read_text(encoding="utf-8").splitlines())


def _clear(known: Known, troubles: Iterable[Trouble]) -> tuple[KnowledgeBase, frozenset[str]]:
    """The base without the tips whose rule leads nowhere, and the obstacles of which not all tips are known."""
    base = known.base
    rules_broken = {
        each.id for each in troubles if each.kind == "tip" and each.steps[:1] and each.steps[0] in CONDITIONS
    }
    rules_broken |= {
        each.id for each in troubles if each.kind == "tip" and not each.steps[1:] and each.error.key == "dangling"
    }
    tips = {name: tip for name, tip in base.tips.items() if name not in rules_broken}
    unclear = {obstacle for name in rules_broken for obstacle in _helped(base.tips[name])}
    unclear |= {path.parent.name for _, path in _broken_tips(known)}
    by_obstacle = {name: tuple(tip for tip in base.tips_for(name) if tip.id in tips) for name in base.obstacles}
    return msgspec.structs.replace(base, tips=tips, tips_by_obstacle=by_obstacle), frozenset(unclear)


def _helped(tip: Tip) -> set[str]:
    return {tip.obstacle, *tip.also_helps}


def _broken_tips(known: Known) -> Iterator[tuple[Any, Path]]:
    for root, path in known.folder.found("obstacles/*/*/*.yaml"):
        if path.stem in known.broken.get("tip", ()):
            yield root, path


def _bare_words(known: Known) -> Iterator[Finding]:
    """Words that other readers of YAML take for something else, in the files that are sound otherwise."""
    told = {finding.file for finding in known.findings}
    for file in shelf.files(known.folder):
        if file.kind and file.name not in told:
            yield from reading.bare_words(file.path, file.name, file.kind[1])


def _without_waived(troubles: Iterable[Trouble], base: KnowledgeBase, pages: Codes) -> Iterator[Trouble]:
    """The troubles that no text waives, and the waivers that waive nothing."""
    used: set[tuple[str, str, object, str]] = set()
    for trouble in troubles:
        code = pages.of(trouble.error)
        if code in trouble.allowed and trouble.allowed[code].strip():
            used.add((trouble.kind, trouble.id, id(trouble.allowed), code))
        else:
            yield trouble
    for kind, entries in checks.collections(base).items():
        for name, entry in entries.items():
            for steps, text in texts(entry, (name,) if kind in checks.WHOLE_FILES else ()):
                for code in text.allow:
                    if (kind, name, id(text.allow), code) not in used:
                        error = KatalysError("waiver-for-nothing", where=where((*steps, "allow", code)), name=code)
                        yield Trouble(kind, name, (*steps, "allow", code), error, True)
