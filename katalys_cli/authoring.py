"""For those who write the knowledge: read all of it and report everything that is wrong."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from katalys_cli import checks, loader, reading, shelf
from katalys_cli.errors import Finding, KnowledgeError
from katalys_cli.folders import FILES, Folder
from katalys_cli.model import ROLE, KnowledgeBase, Tip
from katalys_cli.troubles import Trouble

LAZY = ("tips", "figures", "terms", "sources", "examples", "scenarios")
"""What a base reads when it is asked for."""


@dataclass(frozen=True)
class Known:
    """All of the knowledge that could be read, what is wrong with the rest, and the ids of that rest by kind."""

    folder: Folder
    base: KnowledgeBase
    findings: list[Finding]
    broken: Mapping[str, set[str]] = field(default_factory=dict)


def read(folder: Folder) -> Known:
    """Read every file once. Raises NoKnowledge where there is no knowledge at all."""
    with _without_collector():
        base, findings = loader.load_sound(folder)
        parts: dict[str, Any] = {name: _entries(getattr(base, name), findings) for name in LAZY}
    parts["tips_by_obstacle"] = {each: loader.tips_of(parts["tips"].values(), each) for each in base.obstacles}
    return Known(folder, msgspec.structs.replace(base, **parts), findings, _broken(folder, findings))


def sound(folder: Folder) -> KnowledgeBase:
    """The base without its scenarios. Raises KnowledgeError where some of it cannot be read or leads nowhere."""
    known = read(folder)
    known = dataclasses.replace(known, base=msgspec.structs.replace(known.base, scenarios={}))
    if wrong := findings_in(known):
        raise KnowledgeError(wrong)
    return known.base


def findings(folder: Folder) -> list[Finding]:
    """What spoils advice in a folder, by file and line: what cannot be read, and what leads nowhere."""
    return in_order([*findings_in(read(folder)), *shelf.misplaced(folder)])


def findings_in(known: Known) -> list[Finding]:
    """The same for what was read already, misplaced files aside."""
    troubles = to_the_point(checks.troubles(known.base), known) if ROLE in known.base.questions else ()
    return in_order([*known.findings, *located(known.folder, troubles)])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line and column; what is told twice of one place stands once."""
    ordered = sorted(findings, key=lambda each: each.place)
    return list({(each.place, repr(each.trouble.values)): each for each in ordered}.values())


def to_the_point(troubles: Iterable[Trouble], known: Known) -> Iterator[Trouble]:
    """Without the references to what is there but broken: that is told once, where it is."""
    for trouble in troubles:
        wanted, name = trouble.error.values.get("wanted"), trouble.error.values.get("name")
        if wanted is None or (
            name not in known.broken.get(str(wanted), ()) and not _in_broken_file(str(wanted), known)
        ):
            yield trouble


def _entries(entries: Mapping[str, Any], findings: list[Finding]) -> dict[str, Any]:
    """The entries that can be read, in a mapping of their own."""
    found: dict[str, Any] = {}
    for name in _names(entries, findings):
        try:
            found[name] = entries[name]
        except KnowledgeError as error:
            findings += error.findings
    return found


def _names(entries: Mapping[str, Any], findings: list[Finding]) -> list[str]:
    """The names there are; of a file that holds many those of its sound entries."""
    try:
        return list(entries)
    except KnowledgeError as error:
        findings += error.findings
    with contextlib.suppress(KnowledgeError):
        return list(entries)
    return []


def _broken(folder: Folder, findings: Sequence[Finding]) -> dict[str, set[str]]:
    """The ids of what could not be read, by kind: a reference to one of these leads somewhere."""
    places = {file.name: file for file in shelf.files(folder)} if findings else {}
    found: dict[str, set[str]] = {}
    for finding in findings:
        file = places[finding.file]
        kind = file.kind[0] if file.kind else ""
        ids = {str(step) for step in finding.steps[:1]} if kind in checks.WHOLE_FILES else {file.id}
        found.setdefault(kind, set()).update(ids)
    return found


def _in_broken_file(kind: str, known: Known) -> bool:
    """Whether the one file that holds all entries of this kind could not be read at all."""
    return kind in checks.WHOLE_FILES and any(
        not finding.steps and Path(finding.file).name == FILES[kind] for finding in known.findings
    )


def guarded(folder: Folder, base: KnowledgeBase) -> KnowledgeBase:
    """The same base, but asking for tips raises KnowledgeError when they lean on something that is not there."""

    def sound_tips(obstacle: str) -> tuple[Tip, ...]:
        tips = base.tips_for(obstacle)
        if troubles := list(checks.of_advice(base, obstacle)):
            raise KnowledgeError(located(folder, troubles))
        return tips

    def sound_tip(name: str) -> Tip | None:
        if name in base.tips:
            sound_tips(base.tips[name].obstacle)
        return base.tips.get(name)

    return msgspec.structs.replace(
        base,
        tips=loader.Lazy(lambda: list(base.tips), sound_tip),
        tips_by_obstacle=loader.Lazy(lambda: list(base.tips_by_obstacle), sound_tips),
    )


def located(folder: Folder, troubles: Iterable[Trouble]) -> list[Finding]:
    """The troubles with the file, line and column of each."""
    return [_with_place(folder, each) for each in troubles]


def _with_place(folder: Folder, trouble: Trouble) -> Finding:
    root, path = folder.file_of(trouble.kind, trouble.id)
    line, column = reading.position(path, trouble.steps)
    return Finding(root.name(path), line, column, trouble.error, trouble.warning, trouble.steps)


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Reading makes many objects and no garbage; the collector would look at each of them again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
