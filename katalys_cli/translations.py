"""Which translations went stale: a text of which one language was changed and the other was not.

For every text that someone has accepted as it stands, the knowledge keeps a hash of the Dutch and one of the English,
side by side on a line of `translations.txt`. No line names a place, so moving or renaming an entry makes nothing stale.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from katalys_cli.checks import WHOLE_FILES, collections
from katalys_cli.errors import KatalysError, where
from katalys_cli.model import KnowledgeBase, Language, Text, texts
from katalys_cli.troubles import Trouble


def pairs(base: KnowledgeBase) -> list[str]:
    """The line for every text of the shipped knowledge, in order, each once."""
    return sorted({_line(text) for _, _, _, text in _all(base)})


def stale(base: KnowledgeBase, accepted: Collection[str]) -> Iterator[Trouble]:
    """The texts of which the accepted other half is another one now. A text that is new in both languages is fine."""
    known = set(accepted)
    dutch = {line.partition(" ")[0] for line in known}
    english = {line.partition(" ")[2] for line in known}
    for kind, name, steps, text in _all(base):
        line = _line(text)
        if line not in known:
            nl, _, en = line.partition(" ")
            old = Language.EN if en in english else Language.NL if nl in dutch else None
            if old:
                error = KatalysError("stale-translation", where=where(steps), language=old, other=old.other)
                yield Trouble(kind, name, (*steps, old), error, True, text.allow)


def _all(base: KnowledgeBase) -> Iterator[tuple[str, str, Any, Text]]:
    every: Mapping[str, Mapping[str, Any]] = collections(base)
    for kind, entries in every.items():
        for name, entry in entries.items():
            if getattr(entry, "pack", None) is None:
                for steps, text in texts(entry, (name,) if kind in WHOLE_FILES else ()):
                    if text.nl and text.en:
                        yield kind, name, steps, text


def _line(text: Text) -> str:
    return f"{_hash(text.nl)} {_hash(text.en)}"


def _hash(said: str) -> str:
    """Eight signs: enough to tell some ten thousand texts apart."""
    return f"{zlib.crc32(' '.join(said.split()).encode()):08x}"
