"""For those who write the knowledge: read all of it and report everything that is wrong."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping

from katalys_cli import checks, loader, reading
from katalys_cli.errors import Finding, KatalysError, KnowledgeError
from katalys_cli.folders import OBSTACLE_FILE, Folder
from katalys_cli.model import KnowledgeBase, Tip


def findings(folder: Folder) -> list[Finding]:
    """What spoils advice in a folder, by file and line: what cannot be read, else what leads nowhere."""
    return _findings(folder, lambda base: findings_in(folder, base))


def findings_in(folder: Folder, base: KnowledgeBase) -> list[Finding]:
    """The same for a base that was loaded from the folder already."""
    return _by_line(folder, base, checks.troubles)


def all_findings(folder: Folder, day: datetime.date) -> list[Finding]:
    """The same, and what the rules and the day tell: gaps, dead tips, long interviews, figures out of date."""

    def troubles(base: KnowledgeBase) -> Iterator[checks.Trouble]:
        sound = list(checks.troubles(base))
        yield from sound or checks.decisions(base)
        yield from () if sound else checks.in_time(base, day)

    return _findings(folder, lambda base: _by_line(folder, base, troubles))


def _findings(folder: Folder, look: Callable[[KnowledgeBase], list[Finding]]) -> list[Finding]:
    try:
        return look(loader.load(folder))
    except KnowledgeError as error:
        return error.findings


def _by_line(
    folder: Folder, base: KnowledgeBase, troubles: Callable[[KnowledgeBase], Iterable[checks.Trouble]]
) -> list[Finding]:
    unreadable = [finding for error in _unreadable(base) for finding in error.findings]
    found = unreadable or [*_twice(folder), *_located(folder, troubles(base))]
    return sorted(found, key=lambda each: (each.file, each.line))


def _twice(folder: Folder) -> Iterator[Finding]:
    """Tips of one folder that have the same name, so that only one of them would be there."""
    seen: set[tuple[str | None, str]] = set()
    for root, path in folder.found("obstacles/*/*/*.yaml"):
        if path.name != OBSTACLE_FILE and (root.pack, path.stem) in seen:
            yield Finding(root.name(path), 1, 1, KatalysError("two-files", name=path.stem))
        seen.add((root.pack, path.stem))


def guarded(folder: Folder, base: KnowledgeBase) -> KnowledgeBase:
    """The same base, but asking for tips raises KnowledgeError when they lean on something that is not there."""

    def sound_tips(obstacle: str) -> tuple[Tip, ...]:
        tips = base.tips_for(obstacle)
        if troubles := list(checks.of_advice(base, obstacle)):
            raise KnowledgeError(_located(folder, troubles))
        return tips

    def sound_tip(name: str) -> Tip | None:
        if name in base.tips:
            sound_tips(base.tips[name].obstacle)
        return base.tips.get(name)

    return dataclasses.replace(
        base,
        tips=loader.Lazy(lambda: list(base.tips), sound_tip),
        tips_by_obstacle=loader.Lazy(lambda: list(base.tips_by_obstacle), sound_tips),
    )


def _located(folder: Folder, troubles: Iterable[checks.Trouble]) -> list[Finding]:
    """The troubles with the file and the line of each."""
    return [_with_place(folder, each) for each in troubles]


def _with_place(folder: Folder, trouble: checks.Trouble) -> Finding:
    root, path = folder.file_of(trouble.kind, trouble.id)
    line, column = reading.position(path, trouble.steps)
    return Finding(root.name(path), line, column, trouble.error, trouble.warning)


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
