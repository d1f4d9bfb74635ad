"""Which translations went stale: a text of which one language was changed and the other was not.

For every text that someone has accepted as it stands, the knowledge keeps a hash of the Dutch and one of the English,
side by side on a line of `translations.txt`. No line names a place, so moving or renaming an entry makes nothing stale.
What stands in two places has two lines.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from katalys_cli.checks import collections, texts_of
from katalys_cli.errors import KatalysError, where
from katalys_cli.model import KnowledgeBase, Language, Steps, Text
from katalys_cli.troubles import Trouble

PAIR = re.compile(r"[0-9a-f]{8} [0-9a-f]{8}")


def pairs(base: KnowledgeBase) -> list[str]:
    """The line for every text of the shipped knowledge, in order."""
    return sorted(_line(text) for _, _, _, text in _all(base))


def new(base: KnowledgeBase, accepted: Iterable[str]) -> Iterator[tuple[str, str, Steps]]:
    """The texts that nobody has accepted as they stand: kind and id of the entry, and the steps to the text."""
    left = Counter(accepted)
    for kind, name, steps, text in _all(base):
        line = _line(text)
        left[line] -= 1
        if left[line] < 0:
            yield kind, name, steps


def no_pairs(lines: Iterable[str]) -> Iterator[int]:
    """The numbers, from 1, of the lines that are no two hashes; empty ones are fine."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not PAIR.fullmatch(line.strip()):
            yield number


def stale(base: KnowledgeBase, accepted: Collection[str]) -> Iterator[Trouble]:
    """The texts of which the accepted other half is another one now.

    A text that is new in both languages is fine. So is one that only shares a half with others, as happens in a copy:
    of one that was changed the accepted pair stands in fewer places than before.
    """
    halves = _halves_of_gone(base, accepted)
    known = set(accepted)
    for kind, name, steps, text in _all(base) if halves else ():
        line = _line(text)
        if line not in known:
            nl, _, en = line.partition(" ")
            old = Language.EN if (Language.EN, en) in halves else Language.NL if (Language.NL, nl) in halves else None
            if old:
                error = KatalysError("stale-translation", where=where(steps), language=old, other=old.other)
                yield Trouble(kind, name, (*steps, old), error, True, text.allow)


def _halves_of_gone(base: KnowledgeBase, accepted: Iterable[str]) -> set[tuple[Language, str]]:
    """Both halves of the accepted pairs that stand in fewer places now."""
    gone = Counter(accepted) - Counter(_line(text) for _, _, _, text in _all(base))
    pairs = [line.partition(" ") for line in gone]
    return {half for nl, _, en in pairs for half in ((Language.NL, nl), (Language.EN, en))}


def _all(base: KnowledgeBase) -> Iterator[tuple[str, str, Steps, Text]]:
    every: Mapping[str, Mapping[str, Any]] = collections(base)
    for kind, entries in every.items():
        for name, entry in entries.items():
            if getattr(entry, "pack", None) is None:
                for steps, text in texts_of(kind, name, entry):
                    if text.nl and text.en:
                        yield kind, name, steps, text


def _line(text: Text) -> str:
    return f"{_hash(text.nl)} {_hash(text.en)}"


def _hash(said: str) -> str:
    """Eight signs: enough to tell some ten thousand texts apart."""
    return f"{zlib.crc32(' '.join(said.split()).encode()):08x}"
