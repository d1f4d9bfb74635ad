"""For those who write the knowledge: read all of it and report everything that is wrong."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from katalys_cli import beside, checks, loader, reading, recalled, shelf
from katalys_cli.errors import Finding, KatalysError, KnowledgeError
from katalys_cli.folders import FILES, OBSTACLE_FILE, TYPE_FILE, Folder, Root
from katalys_cli.mappings import ByObstacle, Lazy, Packed
from katalys_cli.model import OBSTACLE, ROLE, KnowledgeBase, Scenario, Tip
from katalys_cli.recalled import Recalled
from katalys_cli.shelf import Shelved
from katalys_cli.troubles import Trouble

LAZY = ("figures", "terms", "sources", "examples", "scenarios", "voices", "elsewhere")
"""What a base reads when it is asked for, tips aside."""

ABOVE = {OBSTACLE_FILE: 0, TYPE_FILE: 1}
"""Of a file that is missing: how many folders above that of the entry that leans on it."""


@dataclass(frozen=True)
class Known:
    """All of the knowledge that could be read, and what is wrong with the rest.

    Of that rest `broken` has the ids by kind, and `unread` the files by kind: those that could not be read as a whole,
    those that another file of the same name hides, and those whose name is not quite right, which `misnamed` has by that
    name. What depends on them cannot be known.
    """

    folder: Folder
    base: KnowledgeBase
    findings: list[Finding]
    files: Sequence[Shelved]
    broken: Mapping[str, set[str]]
    unread: Mapping[str, Sequence[Shelved]]
    misnamed: Mapping[str, Shelved]

    def lacks(self, kind: object, name: object) -> bool:
        """Whether an entry may well be there, but could not be read."""
        return name in self.broken.get(str(kind), ()) or self._spoilt(kind)

    def _spoilt(self, kind: object) -> bool:
        """Whether the one file that holds all entries of this kind could not be read at all."""
        if kind not in checks.WHOLE_FILES:
            return False
        told = any(not finding.steps and Path(finding.file).name == FILES[str(kind)] for finding in self.findings)
        return told or any(file.inside == FILES[str(kind)] for file in self.misnamed.values())

    def has_no(self, file: str) -> bool:
        """Whether there is no such file at all."""
        return all(each.inside != file for each in self.files)

    def mentioned(self, *kinds: str) -> frozenset[str]:
        """Every word in the files of these kinds that could not be read, of all kinds where none is named."""
        wanted = [file for kind in kinds or self.unread for file in self.unread.get(kind, ())]
        return frozenset().union(*(reading.words(file.path) for file in wanted if file.path.is_file()))


def read(folder: Folder, remember: bool = False, packed: bool = False) -> Known:
    """Read every file once; those that were remembered the last time only where they changed.

    Packed, the tips take little room, and time at each look. Raises NoKnowledge where there is no knowledge at all.
    """
    with (
        without_collector(),
        recalled.recalling(folder) if remember else contextlib.nullcontext(Recalled({})) as before,
    ):
        base, findings = loader.load_sound(folder)
        rest = beside.started(lambda: (*_parts(base, LAZY), before.asked))
        sound_tips = _sound(base.tips, findings)  # half of it
        tips = Packed(Tip, sound_tips) if packed else dict(sound_tips)
        others, wrong, asked = rest()
        before.asked |= asked
        findings += wrong
    by_obstacle = ByObstacle(tips, base.obstacles)
    parts = {**others, "tips": tips, "tips_by_obstacle": by_obstacle if packed else dict(by_obstacle)}
    files = list(shelf.files(folder))
    misnamed = shelf.misnamed(files, {finding.file for finding in findings})
    findings = [each for each in findings if not _follows_from_a_name(each, misnamed)]
    told = {finding.file for finding in findings}
    unread = [*(file for file in files if file.kind and file.name in told), *misnamed.values()]
    hidden = [file for file in shelf.hidden(files) if file not in unread]
    return Known(
        folder,
        msgspec.structs.replace(base, **parts),
        [*findings, *shelf.wrong_names(misnamed.values())],
        files,
        _broken(unread, findings),
        _by_kind([*unread, *hidden]),
        misnamed,
    )


def _follows_from_a_name(finding: Finding, misnamed: Mapping[str, Shelved]) -> bool:
    """Whether it is only about a file that should have another name, or about the file that is missing therefore."""
    meant = {file.root.name(file.root.folder / file.inside) for file in misnamed.values()}
    return finding.file in misnamed or finding.file in meant


def sound(folder: Folder) -> KnowledgeBase:
    """The base without its scenarios. Raises KnowledgeError where some of it cannot be read or leads nowhere."""
    known = read(folder)
    known = dataclasses.replace(known, base=msgspec.structs.replace(known.base, scenarios={}))
    if wrong := findings_in(known):
        raise KnowledgeError(wrong)
    return known.base


def findings(folder: Folder) -> list[Finding]:
    """What spoils advice in a folder, by file and line: what cannot be read, and what leads nowhere."""
    known = read(folder)
    return in_order([*findings_in(known), *shelf.misplaced(known.files, known.misnamed)])


def findings_in(known: Known) -> list[Finding]:
    """The same for what was read already, misplaced files aside."""
    troubles = to_the_point(checks.troubles(known.base), known) if ROLE in known.base.questions else ()
    return in_order([*known.findings, *located(known.folder, troubles)])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line and column; what is told twice of one place stands once."""
    ordered = sorted(findings, key=lambda each: each.place)
    return list({(each.place, repr(each.trouble.values)): each for each in ordered}.values())


def to_the_point(troubles: Iterable[Trouble], known: Known) -> Iterator[Trouble]:
    """Without the references to what is there but broken: that is told once, where it is. So is a file that is missing:
    of all that lean on it, the first tells."""
    bare = {tip.obstacle for tip in known.base.tips.values()} - known.base.obstacles.keys()
    told: set[object] = set()
    for trouble in troubles:
        wanted, name = trouble.error.values.get("wanted"), trouble.error.values.get("name")
        if known.lacks(wanted, name):
            continue
        if wanted == OBSTACLE and name in bare:
            if _is_place(trouble) and (OBSTACLE_FILE, name) not in told:
                told.add((OBSTACLE_FILE, name))
                yield _missing(OBSTACLE_FILE, trouble)
        elif file := _whole_file_for(trouble, known):
            if file not in told:
                told.add(file)
                yield _missing(file, trouble)
        elif trouble.error.key != "missing-file" or (wanted, name) not in told:
            told.add((wanted, name))
            yield trouble


def _missing(file: str, trouble: Trouble) -> Trouble:
    error = KatalysError("missing-file", file=file, near=trouble.error.values.get("near", ()))
    return Trouble(trouble.kind, trouble.id, trouble.steps, error)


def _whole_file_for(trouble: Trouble, known: Known) -> str | None:
    """The file that holds all of a kind, where something leans on it and it is not there."""
    leans = {"dangling": trouble.error.values.get("wanted"), "unknown-abbreviation": "term"}
    kind = leans.get(trouble.error.key)
    return FILES[kind] if kind in checks.WHOLE_FILES and known.has_no(FILES[kind]) else None


def _is_place(trouble: Trouble) -> bool:
    """Whether it is about the folder that a tip stands in."""
    return trouble.kind == "tip" and trouble.steps == (trouble.error.values.get("name"),)


def _parts(base: KnowledgeBase, names: Iterable[str]) -> tuple[dict[str, Any], list[Finding]]:
    """The entries of these kinds that can be read, and what is wrong with the others."""
    findings: list[Finding] = []
    return {name: dict(_sound(getattr(base, name), findings)) for name in names}, findings


def _sound(entries: Any, findings: list[Finding]) -> Iterator[tuple[str, Any]]:
    """The entries that can be read; what is wrong with the others is added to the findings."""
    for name in _names(entries, findings):
        try:
            yield name, entries.read(name)
        except KnowledgeError as error:
            findings += error.findings


def _names(entries: Mapping[str, Any], findings: list[Finding]) -> list[str]:
    """The names there are; of a file that holds many those of its sound entries."""
    try:
        return list(entries)
    except KnowledgeError as error:
        findings += error.findings
    with contextlib.suppress(KnowledgeError):
        return list(entries)
    return []


def _broken(unread: Iterable[Shelved], findings: Sequence[Finding]) -> dict[str, set[str]]:
    """The ids of what could not be read, by kind: a reference to one of these leads somewhere."""
    found: dict[str, set[str]] = {}
    for kind, files in _by_kind(unread).items():
        inside = {file.name for file in files}
        spoilt = {str(step) for each in findings if each.file in inside for step in each.steps[:1]}
        found[kind] = spoilt if kind in checks.WHOLE_FILES else {file.id for file in files}
    return found


def _by_kind(files: Iterable[Shelved]) -> dict[str, list[Shelved]]:
    found: dict[str, list[Shelved]] = {}
    for file in files:
        if file.kind:
            found.setdefault(file.kind[0], []).append(file)
    return found


def guarded(folder: Folder, base: KnowledgeBase) -> KnowledgeBase:
    """The same base, but asking for tips or scenarios raises KnowledgeError when they lean on what is not there."""

    def sound_tips(obstacle: str) -> tuple[Tip, ...]:
        tips = base.tips_for(obstacle)
        if troubles := list(checks.of_advice(base, obstacle)):
            raise KnowledgeError(located(folder, troubles))
        return tips

    def sound_tip(name: str) -> Tip | None:
        if name in base.tips:
            sound_tips(base.tips[name].obstacle)
        return base.tips.get(name)

    def sound_scenarios(name: str) -> tuple[Scenario, ...] | None:
        if name in base.scenarios and (troubles := list(checks.of_scenarios(base, name))):
            raise KnowledgeError(located(folder, troubles))
        return base.scenarios.get(name)

    return msgspec.structs.replace(
        base,
        scenarios=Lazy(lambda: list(base.scenarios), sound_scenarios),
        tips=Lazy(lambda: list(base.tips), sound_tip),
        tips_by_obstacle=Lazy(lambda: list(base.tips_by_obstacle), sound_tips),
    )


def located(folder: Folder, troubles: Iterable[Trouble]) -> list[Finding]:
    """The troubles with the file, line and column of each."""
    file_of = cache(folder.file_of)
    node_of = cache(reading.node)

    def with_place(trouble: Trouble) -> Finding:
        root, path = file_of(trouble.kind, trouble.id)
        if trouble.error.key == "missing-file":
            return _of_missing_file(folder, root, path, trouble.error)
        line, column = reading.position(node_of(path), trouble.steps)
        return Finding(root.name(path), line, column, trouble.error, trouble.warning, trouble.steps)

    return [with_place(each) for each in troubles]


def _of_missing_file(folder: Folder, root: Root, path: Path, error: KatalysError) -> Finding:
    """It stands with the file that should be there; the path is that of what leans on it."""
    file = error.values["file"]
    if file not in ABOVE:
        root = folder.roots[0]
    place = path.parents[ABOVE[file]] if file in ABOVE else root.folder
    return Finding(root.name(place / file), 1, 1, error)


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """Reading makes many objects and no garbage; the collector would look at each of them again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
