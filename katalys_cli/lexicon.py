"""What each word of the knowledge tells about obstacles, as a look-up reads it; `indexing` makes it.

The rows are small records under short keys, so that a look-up reads some dozens of them however large the base is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import msgspec

from katalys_cli.model import Language
from katalys_cli.terms import stem

COMMON = 6.4
"""Words with more than this everyday frequency (the, and, we) are left out."""

FAMILIAR = 3.3
"""From this everyday frequency on, once in half a million words, a word may be a part of a compound."""


class Posting(msgspec.Struct, frozen=True, array_like=True):
    """One term: how rare it is among the obstacles, and the strength with which it points to each, by number."""

    rarity: float  # from 0 to 1
    strengths: dict[int, float]


HUNDREDTHS = 100
"""The strengths of pieces are whole numbers, for there are many."""


class Known(msgspec.Struct, frozen=True, array_like=True):
    """A stem in one language: its everyday frequency, and how much more (or less) it is used here than there."""

    everyday: float
    at_home: float
    here: bool


class Spelled(msgspec.Struct, frozen=True, array_like=True):
    """A word of the knowledge, to be recognised by its spelling."""

    word: str
    stem: str


KINDS: dict[str, Any] = {
    "postings": Posting,
    "pieces": Posting,
    "known": Known,
    "spelled": list[Spelled],
    "named": list[str],
    "names": bool,
    "numbered": str,
}
"""The tables, with what stands under each key: a term, a piece of a word, language:stem, a spelling, the whole name of an
obstacle, the stems of the name of anything else, a number."""


class Lexicon(Protocol):
    """The read interface: the rows that a table has under these keys."""

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]: ...


def name(typed: Iterable[str], language: Language) -> str:
    """The key of a name: the stems of its words."""
    return " ".join(stem(word, language) for word in typed)
