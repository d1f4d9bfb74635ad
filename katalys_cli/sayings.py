"""All that the knowledge says about an obstacle, text by text, with the place it stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import msgspec

from katalys_cli import wording
from katalys_cli.model import Figure, KnowledgeBase, Language, Obstacle, SourceKind, Text, Tip, Words
from katalys_cli.terms import stem, words


class Saying(msgspec.Struct, frozen=True):
    """A text in one language; `place` tells how much weight it has."""

    place: str
    language: Language
    text: str


class Sayings(msgspec.Struct, frozen=True, dict=True):
    """What is said about each obstacle of a base: by itself, by its tips, and by what these rest on."""

    base: KnowledgeBase
    used: dict[str, list[tuple[Language, str]]] = {}
    """The glossary terms that are used about an obstacle, once they were looked for."""

    def about(self, obstacle: Obstacle) -> Iterator[Saying]:
        said = list(self._own(obstacle))
        for tip in self.base.tips_for(obstacle.id):
            said += self._by(tip)
        yield from said
        yield from self._other_names(obstacle.id, said)

    def _own(self, obstacle: Obstacle) -> Iterator[Saying]:
        yield Saying("title", Language.EN, obstacle.id)
        yield from _both("title", obstacle.name)
        yield from _each("keyword", obstacle.keywords)
        yield from _each("sign", obstacle.signs)
        yield from _both("explanation", obstacle.explanation)

    def _by(self, tip: Tip) -> Iterator[Saying]:
        yield from self._spelled_out("tip", tip.title)
        for text in (tip.why, *(claim.claim for claim in tip.claims)):
            yield from self._spelled_out("why", text)
        for text in (*tip.steps, *tip.pitfalls):
            yield from self._spelled_out("step", text)
        for source in (self.base.sources[claim.source] for claim in tip.claims):
            if source.kind is not SourceKind.NEWS:
                yield Saying("publisher", Language.NL, source.publisher)
        if tip.example:
            example = self.base.examples[tip.example]
            yield Saying("example", Language.NL, example.where)
            yield from _both("example", example.what)

    def _spelled_out(self, place: str, text: Text) -> Iterator[Saying]:
        """A text without braces, and beside it every amount and name of a figure in it."""
        for saying in _both(place, text):
            yield Saying(place, saying.language, wording.FIGURE.sub(" ", saying.text))
            for name in wording.FIGURE.findall(saying.text):
                if name in self.base.figures:
                    yield from self._figure(self.base.figures[name], saying.language)

    def _figure(self, figure: Figure, language: Language) -> Iterator[Saying]:
        yield Saying("figure", language, getattr(figure.name, language))
        for period in figure.periods:
            yield Saying("amount", language, wording.amount(period.value, figure.unit, language))

    def _other_names(self, obstacle: str, said: list[Saying]) -> Iterator[Saying]:
        """The other forms of every glossary term that is used here."""
        if obstacle not in self.used:
            self.used[obstacle] = sorted({(each.language, name) for each in said for name in self._terms_in(each)})
        for language, name in self.used[obstacle]:
            for form in self._forms[name, language]:
                yield Saying("term", language, form)

    def _terms_in(self, saying: Saying) -> Iterator[str]:
        forms = self._by_first_stem[saying.language]
        stems = [stem(word, saying.language) for word in words(saying.text)]
        for at in (at for at, first in enumerate(stems) if first in forms):
            for form, name in forms[stems[at]]:
                if tuple(stems[at : at + len(form)]) == form:
                    yield name

    @cached_property
    def _forms(self) -> dict[tuple[str, Language], list[str]]:
        terms = self.base.terms.items()
        return {
            (name, language): [form for form in (getattr(term.term, language), *getattr(term.also, language)) if form]
            for name, term in terms
            for language in Language
        }

    @cached_property
    def _by_first_stem(self) -> dict[Language, dict[str, list[tuple[tuple[str, ...], str]]]]:
        found: dict[Language, dict[str, list[tuple[tuple[str, ...], str]]]] = {
            language: defaultdict(list) for language in Language
        }
        for (name, language), forms in self._forms.items():
            for form in forms:
                if stems := tuple(stem(word, language) for word in words(form.partition("(")[0])):
                    found[language][stems[0]].append((stems, name))
        return found


def _both(place: str, text: Text) -> Iterator[Saying]:
    return (Saying(place, language, getattr(text, language)) for language in Language)


def _each(place: str, said: Words) -> Iterator[Saying]:
    return (Saying(place, language, text) for language in Language for text in getattr(said, language))
