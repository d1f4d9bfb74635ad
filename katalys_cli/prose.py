"""An advice, and the parts that other documents share with it, as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from katalys_cli import glossary, wording
from katalys_cli.blocks import Block, Document, Heading, Paragraph, Point, Points, Steps, Table, Tone, shifted
from katalys_cli.model import (
    INITIATOR,
    ROLE,
    UNKNOWN,
    Choices,
)
from katalys_cli.report import (
    BasisReport,
    ExampleReport,
    FindingReport,
    Report,
    SourceReport,
    Teller,
    TipReport,
    sources_of,
)

MOST_WITHOUT_ROLE = 2
"""How many tips a look-up without a role gives in full for each side of the table."""


def advice(report: Report, teller: Teller, *, everything: bool = False, for_file: bool = False) -> list[Block]:
    """The advice as a person reads it; `everything` gives all tips in full, `for_file` the date and the version."""
    return list(_Advice(report, teller, everything).blocks(for_file))


def alone(tip: TipReport, teller: Teller) -> list[Block]:
    """One tip as `show` gives it: whole, with the words it uses and its sources."""
    sources = {each: number for number, each in enumerate(sources_of([tip]), 1)}
    body = list(_tip(tip, teller, sources))
    return [*body, *_words(body, teller), *_source_list(sources, teller)]


class _Advice(msgspec.Struct, frozen=True, dict=True):
    report: Report
    teller: Teller
    everything: bool

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number by which the text refers to each source that it shows."""
        shown = [
            tip
            for finding in self.report.findings
            for tip in (*self._full(finding), *self._full_of_other_side(finding))
        ]
        return {source: number for number, source in enumerate(sources_of(shown), 1)}

    def blocks(self, for_file: bool) -> Iterator[Block]:
        names = [finding.obstacle.name for finding in self.report.findings]
        yield Heading(1, self.teller.say("advice-title", names="; ".join(names)))
        if for_file:
            yield Paragraph(self._edition(), tone=Tone.QUIET)
        yield from self._answers()
        several = len(self.report.findings) > 1
        own: list[Block] = []  # what the reader is to do, where a strange word would be in the way
        for finding in self.report.findings:
            tips = list(self._tips(finding))
            own += tips
            yield from shifted(self._finding(finding, tips, several), several)
        yield from _words(own, self.teller, frozenset(self.report.answers.get(ROLE, ())))
        yield from _source_list(self.numbers, self.teller)
        for notice in self.report.notices:
            yield Paragraph(notice, tone=Tone.QUIET)

    def _edition(self) -> str:
        teller, about = self.teller, self.report.knowledge
        made = wording.date(teller.day, teller.language)
        return teller.say(
            "edition", made=made, version=about.version, reviewed=wording.date(about.reviewed, teller.language)
        )

    def _answers(self) -> Iterator[Block]:
        answers = {name: frozenset(chosen) for name, chosen in self.report.answers.items()}
        items = tuple(Point(f"{asked}: {said}") for asked, said in in_words(answers, self.teller))
        if items:
            yield Paragraph(self.teller.say("your-answers"), tone=Tone.QUIET)
            yield Points(items)

    def _finding(self, finding: FindingReport, tips: Document, several: bool) -> list[Block]:
        """Under a heading of its own only where there are more obstacles; else the title names it already."""
        heading: list[Block] = [Heading(1, finding.obstacle.name)] if several else []
        return [*heading, Paragraph(finding.obstacle.explanation), *tips, *self._other_side(finding)]

    def _tips(self, finding: FindingReport) -> Iterator[Block]:
        first, rest = self._full(finding), self._brief(finding)
        if not finding.tips:
            yield Paragraph(self.teller.say("no-tip-fits"))
        if first:
            yield Heading(2, self.teller.say(self._first_heading()))
            for number, tip in enumerate(first, 1):
                yield Heading(3, f"{number}. {tip.title}")
                yield from _tip(tip, self.teller, self.numbers)
        if rest:
            yield Heading(2, self.teller.say("further-steps"))
            yield Paragraph(self.teller.say("further-steps-how"), tone=Tone.QUIET)
            yield Points(tuple(self._in_one_line(tip) for tip in rest))

    def _first_heading(self) -> str:
        if ROLE not in self.report.answers:
            return "for-initiators"
        return "all-steps" if self.everything else "first-steps"

    def _full(self, finding: FindingReport) -> list[TipReport]:
        full = [tip for tip in finding.tips if self.everything or tip.id in finding.first_steps]
        return full if self.everything or ROLE in self.report.answers else full[:MOST_WITHOUT_ROLE]

    def _brief(self, finding: FindingReport) -> list[TipReport]:
        full = self._full(finding)
        return [tip for tip in finding.tips if tip not in full]

    def _in_one_line(self, tip: TipReport) -> Point:
        effort = self.teller.say(f"effort-{tip.effort}")
        condition = f" ({tip.only_if})" if tip.only_if else ""
        return Point(f"{tip.title}{condition}", effort, id=tip.id)

    def _other_side(self, finding: FindingReport) -> Iterator[Block]:
        if not finding.other_side:
            return
        yield Heading(2, self.teller.say(self._opposite("heading")))
        yield Paragraph(self.teller.say(self._opposite("explanation")))
        full = self._full_of_other_side(finding)
        for tip in full:
            yield Heading(3, tip.title)
            yield Paragraph(", ".join(self._roles(tip)), self.teller.say("label-for"))
            yield from _tip(tip, self.teller, self.numbers)
        if brief := tuple(self._of_other_side(tip) for tip in finding.other_side if tip not in full):
            yield Points(brief)

    def _full_of_other_side(self, finding: FindingReport) -> list[TipReport]:
        """The other side is in full too where nobody said on which side they are."""
        return finding.other_side[:MOST_WITHOUT_ROLE] if ROLE not in self.report.answers else []

    def _opposite(self, part: str) -> str:
        roles = self.report.answers.get(ROLE)
        side = "no-role" if roles is None else "initiator" if INITIATOR in roles else "professional"
        return f"other-side-{part}-for-{side}"

    def _roles(self, tip: TipReport) -> list[str]:
        """Whose tip it is; initiators need not be named, for they stand alone on their side of the table."""
        options = self.teller.base.questions[ROLE].options
        return [wording.label(options[role], self.teller.language) for role in tip.for_ if role != INITIATOR]

    def _of_other_side(self, tip: TipReport) -> Point:
        roles = self._roles(tip)
        whose = f"{', '.join(roles)}: " if roles else ""
        condition = f" ({tip.only_if})" if tip.only_if else ""
        return Point(f"{whose}{tip.title}{condition}", id=tip.id)


def in_words(answers: Choices, teller: Teller) -> list[tuple[str, str]]:
    """Each question with its answer, as the reader saw them; the obstacle is left out, the title names it."""
    questions, language = teller.base.questions, teller.language
    pairs = []
    for name, chosen in answers.items():
        if name in questions:
            options = questions[name].options
            said = [wording.label(option, language) for each, option in options.items() if each in chosen]
            said += [teller.say("do-not-know")] if UNKNOWN in chosen else []
            pairs.append((questions[name].text.said_in(language).rstrip("?"), ", ".join(said)))
    return pairs


def source_point(source: SourceReport, teller: Teller) -> Point:
    """Publisher, title, when it was published and when it was last looked at, and the address."""
    published = f", {source.published}" if source.published else ""
    checked = teller.say("checked", when=wording.month(source.checked, teller.language))
    return Point(f"{source.publisher}: {source.title}{published}", checked, source.url)


def explained(text: str, teller: Teller, roles: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """The terms of the glossary that stand in a text and that these roles may not know, each with its meaning."""
    asked = teller.base.questions[ROLE]
    found = (
        (term.term.said_in(teller.language), teller.text(term.explanation))
        for term in glossary.standing_in(text, teller.base, teller.language)
        if not roles or not roles <= asked.members(term.known_to)
    )
    return sorted(found, key=lambda pair: pair[0].casefold())


def _tip(tip: TipReport, teller: Teller, numbers: Mapping[str, int]) -> Iterator[Block]:
    """One tip, whole, without its title."""
    say = teller.say
    yield Paragraph(tip.why, say("label-why"), Tone.REASON)
    if tip.only_if:
        yield Paragraph(f"{tip.only_if}.", say("label-fits-if"), Tone.CONDITION)
    elif tip.because:
        reasons = wording.joined(tip.because, say("and"))
        yield Paragraph(say("because", reasons=reasons), say("label-fits"), Tone.REASON)
    yield Paragraph(say(f"effort-{tip.effort}"), say("label-effort"))
    yield Steps(tuple(tip.steps))
    for pitfall in tip.pitfalls:
        yield Paragraph(pitfall, say("label-pitfall"), Tone.CARE)
    if tip.example:
        yield Paragraph(_example(tip.example, numbers), say("label-example"))
    yield from _basis(tip, teller, numbers)
    if tip.pack:
        yield Paragraph(tip.pack, say("label-pack"), Tone.QUIET)


def _example(example: ExampleReport, numbers: Mapping[str, int]) -> str:
    scene = wording.place_and_year(example.where, example.when)
    return f"{scene} {example.what} {example.lesson} [{numbers[example.source]}]"


def _basis(tip: TipReport, teller: Teller, numbers: Mapping[str, int]) -> Iterator[Block]:
    label = teller.say("label-basis")
    if isinstance(tip.basis, str):
        yield Paragraph(teller.say("from-practice"), label, Tone.QUIET)
    else:
        yield Paragraph("", label, Tone.QUIET)
        yield Points(tuple(_claim(each, teller, numbers) for each in tip.basis if isinstance(each, BasisReport)))


def _claim(basis: BasisReport, teller: Teller, numbers: Mapping[str, int]) -> Point:
    note = teller.say("second-hand") if basis.secondary else ""
    return Point(f"{basis.claim} [{numbers[basis.source]}]", note)


def _words(body: Document, teller: Teller, roles: frozenset[str] = frozenset()) -> Iterator[Block]:
    found = explained(" ".join(_texts(body)), teller, roles)
    if found:
        yield Heading(2, teller.say("words"))
        yield Points(tuple(Point(f"{term}: {meaning}") for term, meaning in found))


def _source_list(numbers: Mapping[str, int], teller: Teller) -> Iterator[Block]:
    if numbers:
        points = (source_point(teller.source(teller.base.sources[each]), teller) for each in numbers)
        yield Heading(2, teller.say("sources"))
        yield Points(tuple(points), numbered=True)


def _texts(document: Document) -> Iterator[str]:
    for block in document:
        if isinstance(block, Steps):
            yield from block.items
        elif isinstance(block, Points):
            yield from (point.text for point in block.items)
        elif not isinstance(block, Table):
            yield block.text
