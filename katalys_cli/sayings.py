"""All that the knowledge says about an obstacle, by the place it stands in."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

import msgspec

from katalys_cli import wording
from katalys_cli.model import Elsewhere, Figure, KnowledgeBase, Language, Obstacle, SourceKind, Text, Tip, Voices, Words
from katalys_cli.terms import END, Stems, words, words_of

Said: TypeAlias = dict[tuple[str, Language], list[str]]
"""Texts, or the words of texts with END between them, by the place they stand in, which tells how much weight they
have, and by language."""

Single: TypeAlias = dict[str, list[str]]
Starting: TypeAlias = dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]


class Sayings(msgspec.Struct, frozen=True, dict=True):
    """What is said about each obstacle of a base: by itself, by its tips, and by what these rest on."""

    base: KnowledgeBase

    def words(self, obstacle: Obstacle) -> Said:
        """The words of all texts, and the other forms of every glossary term that is used in them."""
        said = {where: words_of(texts) for where, texts in self.texts(obstacle).items()}
        for language in Language:
            heard = [word for where, found in said.items() if where[1] is language for word in (*found, END)]
            names = sorted(set(self._terms_in(heard, language)))
            said["term", language] = words_of(form for name in names for form in self._forms[name, language])
        return said

    def words_elsewhere(self, matter: Elsewhere) -> Said:
        """The words of a matter that the knowledge is not about."""
        said: Said = defaultdict(list)
        _add_names(matter, said)
        return {where: words_of(texts) for where, texts in said.items()}

    def texts(self, obstacle: Obstacle) -> Said:
        """What the obstacle and its tips say, and the names in what these rest on."""
        said: Said = defaultdict(list)
        self._own(obstacle, said)
        for tip in self.base.tips_for(obstacle.id):
            self._by(tip, said)
        return said

    def _own(self, obstacle: Obstacle, said: Said) -> None:
        said["title", Language.EN].append(obstacle.id)
        _add_names(obstacle, said)
        if obstacle.id in self.base.voices:
            _add_all("voice", self.base.voices[obstacle.id], said)
        _add("explanation", obstacle.explanation, said)

    def _by(self, tip: Tip, said: Said) -> None:
        self._add_spelled_out("tip", tip.title, said)
        for text in (tip.why, *(claim.claim for claim in tip.claims)):
            self._add_spelled_out("why", text, said)
        for text in (*tip.steps, *tip.pitfalls):
            self._add_spelled_out("step", text, said)
        for source in (self.base.sources[claim.source] for claim in tip.claims):
            if source.kind is not SourceKind.NEWS:
                said["publisher", Language.NL].append(source.publisher)
        if tip.example:
            example = self.base.examples[tip.example]
            said["example", Language.NL].append(example.where)
            _add("example", example.what, said)

    def _add_spelled_out(self, place: str, text: Text, said: Said) -> None:
        """A text without braces, and beside it every amount and name of a figure in it."""
        for language in Language:
            written = getattr(text, language)
            if "{" not in written:
                said[place, language].append(written)
                continue
            said[place, language].append(re.sub(wording.FIGURE, " ", written))
            for name in wording.named_in(written):
                if name in self.base.figures:
                    _add_figure(self.base.figures[name], language, said)

    def _terms_in(self, heard: Iterable[str], language: Language) -> Iterator[str]:
        """The glossary terms that are used in these words."""
        single, by_start = self._by_start[language]
        stems = [*map(self.stems[language].__getitem__, heard)]
        for each in {*filter(single.__contains__, stems)}:
            yield from single[each]
        whole = f" {' '.join(stems)} "
        for start in {*filter(by_start.__contains__, itertools.pairwise(stems))}:
            yield from (name for form, name in by_start[start] if len(form) < 3 or f" {' '.join(form)} " in whole)

    @cached_property
    def stems(self) -> dict[Language, Stems]:
        """The stems of the words that were met, to be used by others too."""
        return {language: Stems(language) for language in Language}

    @cached_property
    def _forms(self) -> dict[tuple[str, Language], list[str]]:
        terms = self.base.terms.items()
        return {
            (name, language): [form for form in (getattr(term.term, language), *getattr(term.also, language)) if form]
            for name, term in terms
            for language in Language
        }

    @cached_property
    def _by_start(self) -> dict[Language, tuple[Single, Starting]]:
        """The terms by the only stem of a form, and longer forms in stems, each with the term, by their first two."""
        found: dict[Language, tuple[Single, Starting]] = {
            each: (defaultdict(list), defaultdict(list)) for each in Language
        }
        for (name, language), forms in self._forms.items():
            single, by_start = found[language]
            for form in forms:
                stems = tuple(map(self.stems[language].__getitem__, words(form.partition("(")[0])))
                if len(stems) == 1:
                    single[stems[0]].append(name)
                elif stems:
                    by_start[stems[0], stems[1]].append((stems, name))
        return found


def _add_figure(figure: Figure, language: Language, said: Said) -> None:
    said["figure", language].append(getattr(figure.name, language))
    said["amount", language] += [wording.amount(each.value, figure.unit, language) for each in figure.periods]


def _add_names(entry: Obstacle | Elsewhere, said: Said) -> None:
    _add("title", entry.name, said)
    _add_all("keyword", entry.keywords, said)
    _add_all("sign", entry.signs, said)


def _add(place: str, text: Text, said: Said) -> None:
    for language in Language:
        said[place, language].append(getattr(text, language))


def _add_all(place: str, texts: Words | Voices, said: Said) -> None:
    for language in Language:
        said[place, language] += getattr(texts, language)
