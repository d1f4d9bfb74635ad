"""The advice in words: what the JSON holds, and what every other form is drawn from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import msgspec

from katalys_cli import wording
from katalys_cli.messages import say
from katalys_cli.model import (
    ROLE,
    Basis,
    Choices,
    Example,
    KnowledgeBase,
    Language,
    Obstacle,
    Source,
    Text,
)

if TYPE_CHECKING:
    from katalys_cli.advice import Advice, AdvisedTip, ObstacleAdvice

SCHEMA = 1


class Knowledge(msgspec.Struct, frozen=True):
    version: str
    reviewed: datetime.date


class ObstacleReport(msgspec.Struct, frozen=True):
    id: str
    type: str
    name: str
    explanation: str


class BasisReport(msgspec.Struct, frozen=True):
    """`secondary` is a claim of law for which no law, court, government or regulator could be read."""

    claim: str
    source: str
    secondary: bool = False


class ExampleReport(msgspec.Struct, frozen=True):
    id: str
    what: str
    where: str
    when: str | None
    lesson: str
    source: str


class TipReport(msgspec.Struct, frozen=True, rename={"for_": "for"}):
    """`because` are ends of a sentence that begins with "because"; `only_if` is the condition of a possible tip."""

    id: str
    title: str
    for_: list[str]
    why: str
    steps: list[str]
    pitfalls: list[str]
    effort: str
    status: str
    because: list[str]
    only_if: str | None
    basis: list[BasisReport] | Literal["practice"]
    example: ExampleReport | None
    pack: str | None


class FindingReport(msgspec.Struct, frozen=True):
    obstacle: ObstacleReport
    first_steps: list[str]
    tips: list[TipReport]
    other_side: list[TipReport]


class SourceReport(msgspec.Struct, frozen=True):
    id: str
    title: str
    publisher: str
    url: str
    published: str | None
    checked: datetime.date
    kind: str
    language: str


class Report(msgspec.Struct, frozen=True):
    """An advice as the design's JSON has it; fields are only ever added within a schema version."""

    schema: int
    language: str
    knowledge: Knowledge
    answers: dict[str, list[str]]
    findings: list[FindingReport]
    sources: list[SourceReport]
    notices: list[str]


class Teller:
    """Says records in one language, with the figures of one day."""

    def __init__(self, base: KnowledgeBase, language: Language, day: datetime.date) -> None:
        self.base, self.language, self.day = base, language, day

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def text(self, text: Text) -> str:
        return " ".join(wording.spoken(text, self.base, self.day, self.language).split())

    def report(self, advice: Advice) -> Report:
        """The whole advice in words."""
        about = self.base.about
        findings = [self._finding(each, advice.answers) for each in advice.findings]
        return Report(
            schema=SCHEMA,
            language=self.language,
            knowledge=Knowledge(about.version, about.reviewed),
            answers={name: sorted(chosen) for name, chosen in advice.answers.items()},
            findings=findings,
            sources=[self.source(self.base.sources[each]) for each in _sources(findings)],
            notices=[self.say("no-legal-advice"), *self._notices(advice)],
        )

    def obstacle(self, obstacle: Obstacle) -> ObstacleReport:
        return ObstacleReport(obstacle.id, obstacle.type, self.text(obstacle.name), self.text(obstacle.explanation))

    def source(self, source: Source) -> SourceReport:
        return SourceReport(
            source.id,
            source.title,
            source.publisher,
            source.url,
            source.published,
            source.checked,
            source.kind,
            source.language,
        )

    def example(self, example: Example) -> ExampleReport:
        return ExampleReport(
            example.id,
            self.text(example.what),
            example.where,
            example.when,
            self.text(example.lesson),
            example.source,
        )

    def basis(self, basis: Iterable[Basis]) -> list[BasisReport]:
        return [BasisReport(self.text(each.claim), each.source, each.secondary is not None) for each in basis]

    def _finding(self, finding: ObstacleAdvice, answers: Choices) -> FindingReport:
        return FindingReport(
            self.obstacle(finding.obstacle),
            [each.tip.id for each in finding.first_steps],
            [self.tip(each, answers) for each in finding.tips],
            [self.tip(each, {}) for each in finding.other_side],
        )

    def tip(self, advised: AdvisedTip, answers: Choices) -> TipReport:
        """A tip with what settles it in these answers."""
        tip, questions = advised.tip, self.base.questions
        role = {ROLE: answers[ROLE]} if len(answers.get(ROLE, ())) == 1 else {}  # a whole group tells nothing
        because = wording.clauses({**role, **advised.because}, questions, self.language)
        return TipReport(
            id=tip.id,
            title=self.text(tip.title),
            for_=[role for role in questions[ROLE].options if role in tip.for_],
            why=self.text(tip.why),
            steps=[self.text(step) for step in tip.steps],
            pitfalls=[self.text(pitfall) for pitfall in tip.pitfalls],
            effort=tip.effort,
            status=advised.status,
            because=list(because),
            only_if=wording.condition(advised.when, advised.unless, questions, self.language),
            basis=tip.basis if isinstance(tip.basis, str) else self.basis(tip.basis),
            example=self.example(self.base.examples[tip.example]) if tip.example else None,
            pack=tip.pack,
        )

    def _notices(self, advice: Advice) -> Iterable[str]:
        """What the reader must know about the advice as a whole: figures out of date, tips of others."""
        advised = [each.tip for finding in advice.findings for each in (*finding.tips, *finding.other_side)]
        named = {figure for tip in advised for figure in wording.figures_in(tip)}
        for figure in sorted(each for each in named if each in self.base.figures):
            period = self.base.figures[figure].on(self.day)
            if not period.holds(self.day):
                until = wording.date(period.until or period.from_, self.language)
                yield self.say("figure-out-of-date", name=self.base.figures[figure].name, until=until)
        for pack in sorted({tip.pack for tip in advised if tip.pack}):
            yield self.say("local-tips-used", pack=pack)


def _sources(findings: Iterable[FindingReport]) -> list[str]:
    return sources_of(tip for finding in findings for tip in (*finding.tips, *finding.other_side))


def sources_of(tips: Iterable[TipReport]) -> list[str]:
    """Every source that these tips rest on, in the order in which they come."""
    used: dict[str, None] = {}
    for tip in tips:
        used |= {tip.example.source: None} if tip.example else {}
        used |= {each.source: None for each in tip.basis if isinstance(each, BasisReport)}
    return list(used)
