"""For those who write the knowledge: read all of it and report everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from katalys_cli import checks
from katalys_cli.errors import Finding, KnowledgeError
from katalys_cli.loader import Folder
from katalys_cli.model import KnowledgeBase


def findings(folder: Folder) -> list[Finding]:
    """Everything wrong in a folder, by file and line: what cannot be read first, else what does not hang together."""
    try:
        base = folder.base()
    except KnowledgeError as error:
        return error.findings
    unreadable = [finding for error in _unreadable(base) for finding in error.findings]
    return unreadable or sorted(folder.located(checks.troubles(base)), key=lambda each: (each.file, each.line))


def _unreadable(base: KnowledgeBase) -> Iterator[KnowledgeError]:
    collections: tuple[Mapping[str, object], ...] = (
        base.tips,
        base.sources,
        base.examples,
        base.figures,
        base.terms,
        base.scenarios,
    )
    for entries in collections:
        try:
            names = list(entries)
        except KnowledgeError as error:
            yield error
            continue
        for name in names:
            try:
                entries[name]
            except KnowledgeError as error:
                yield error
