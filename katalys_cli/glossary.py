"""Which terms of the glossary stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from katalys_cli.model import KnowledgeBase, Language, Term

WORD = re.compile(r"[^\W_]+")


def by_word(terms: Mapping[str, Term]) -> dict[str, tuple[str, ...]]:
    """The ids of the terms that may stand in a text with this word: it is the longest of one of their forms."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, term in terms.items():
        for form in (form for language in Language for form in _forms(term, language)):
            found[max(form, key=len)][name] = None
    return {word: tuple(names) for word, names in found.items()}


def standing_in(text: str, base: KnowledgeBase, language: Language) -> list[Term]:
    """The terms of which a form in this language stands in the text, as whole words."""
    words = _plain_words(text)
    said, known = _in_a_row(words), frozenset(words)
    names = dict.fromkeys(name for word in known & base.terms_by_word.keys() for name in base.terms_by_word[word])
    terms = (base.terms[name] for name in names)
    return [
        term
        for term in terms
        if any(known.issuperset(form) and _in_a_row(form) in said for form in _forms(term, language))
    ]


def _forms(term: Term, language: Language) -> Iterator[list[str]]:
    """The words of its name, and those of each other form."""
    return filter(None, map(_plain_words, (term.term.said_in(language), *getattr(term.also, language))))


def _plain_words(text: str) -> list[str]:
    """The words without capitals and signs."""
    return [text.casefold()] if text.isalpha() else WORD.findall(text.casefold())


def _in_a_row(words: Sequence[str]) -> str:
    """The words with a space on both sides, so that only whole words are found."""
    return f" {' '.join(words)} "
