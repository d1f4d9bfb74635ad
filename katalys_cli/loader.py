"""Read the knowledge from its files, each only when it is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from katalys_cli import everyday, glossary, reading
from katalys_cli.errors import Finding, KatalysError, KnowledgeError
from katalys_cli.folders import ABOUT_FILE, OBSTACLE_FILE, QUESTIONS_FILE, TYPE_FILE, Folder, Root
from katalys_cli.indexing import Made
from katalys_cli.mappings import Late, Lazy, tips_of
from katalys_cli.model import (
    ROLE,
    About,
    Choices,
    Elsewhere,
    Example,
    Figure,
    KnowledgeBase,
    Obstacle,
    ObstacleType,
    Question,
    Scenario,
    Source,
    Term,
    Tip,
    Voices,
)

T = TypeVar("T")
E = TypeVar("E", bound=msgspec.Struct)

UNBOUNDED = 1000
"""The promise on questions where `about.yaml` cannot be read."""


def load(folder: Folder) -> KnowledgeBase:
    """All knowledge in a folder. Raises KnowledgeError where a header cannot be read; other entries when asked for."""
    base, findings = load_sound(folder)
    if findings:
        raise KnowledgeError(findings)
    return base


def load_sound(folder: Folder) -> tuple[KnowledgeBase, list[Finding]]:
    """The same without the headers that cannot be read, and what is wrong with those."""
    findings: list[Finding] = []
    questions = _merged(folder.roots, QUESTIONS_FILE, Question, findings)
    return _Reader(folder, questions, findings).base(), findings


@dataclass(frozen=True)
class _Reader:
    """Where each kind of entry stands in the folders."""

    folder: Folder
    questions: Mapping[str, Question]
    findings: list[Finding]

    @property
    def roots(self) -> Sequence[Root]:
        return self.folder.roots

    def base(self) -> KnowledgeBase:
        about = self._about()
        types = _ordered(self._headers(self._types()), about.types)
        place = {name: number for number, name in enumerate(types)}
        obstacles = self._headers(self._obstacles())
        by_type = sorted(obstacles, key=lambda name: place.get(obstacles[name].type, len(place)))
        read = KnowledgeBase(
            about=about,
            questions=self.questions,
            types=types,
            obstacles={name: obstacles[name] for name in by_type},
            tips=Lazy(lambda: sorted(self._tip_files), self._tip),
            tips_by_obstacle=Lazy(lambda: sorted(self._obstacle_folders), self._tips_for),
            figures=self._whole("figures.yaml", Figure),
            terms=self._whole("glossary.yaml", Term),
            terms_by_word=Late(lambda: glossary.by_word(read.terms)),
            sources=self._folder("sources", Source),
            examples=self._folder("examples", Example),
            scenarios=self._scenarios(),
            voices=self._folder("voices", Voices),
            elsewhere=self._whole("elsewhere.yaml", Elsewhere),
            lexicon=Made(lambda: read, everyday.frequencies),
        )
        return read

    def _about(self) -> About:
        first = self.roots[0]
        path = first.folder / ABOUT_FILE
        try:
            if not path.exists():
                raise KnowledgeError([Finding(first.name(path), 1, 1, KatalysError("missing-file", file=ABOUT_FILE))])
            return _record(first, path, About)
        except KnowledgeError as error:
            self.findings.extend(error.findings)
            return About(version="", reviewed=datetime.date.min, most_questions=UNBOUNDED)

    def _headers(self, readers: Iterator[tuple[str, Callable[[], E]]]) -> dict[str, E]:
        """All entries that can be read; the others are told. The last folder's entry wins."""
        found: dict[str, E] = {}
        for name, read in readers:
            try:
                found[name] = read()
            except KnowledgeError as error:
                self.findings.extend(error.findings)
        return found

    def _types(self) -> Iterator[tuple[str, Callable[[], ObstacleType]]]:
        for root, path in self.folder.found(f"obstacles/*/{TYPE_FILE}"):
            name = path.parent.name
            yield name, partial(_entry, root, path, ObstacleType, id=name)

    def _obstacles(self) -> Iterator[tuple[str, Callable[[], Obstacle]]]:
        for root, path in self.folder.found(f"obstacles/*/*/{OBSTACLE_FILE}"):
            name, kind = path.parent.name, path.parent.parent.name
            yield name, partial(_entry, root, path, Obstacle, id=name, type=kind, pack=root.pack)

    @cached_property
    def _tip_files(self) -> dict[str, tuple[Root, Path]]:
        return {path.stem: (root, path) for root in self.roots for path in _tip_paths(root)}

    @cached_property
    def _obstacle_folders(self) -> set[str]:
        return {path.parent.name for _, path in self.folder.found(f"obstacles/*/*/{OBSTACLE_FILE}")}

    def _tip(self, name: str) -> Tip | None:
        if name not in self._tip_files:
            return None
        return self._read_tip(*self._tip_files[name])

    def _read_tip(self, root: Root, path: Path) -> Tip:
        found = _entry(root, path, Tip, id=path.stem, obstacle=path.parent.name, pack=root.pack, borrowed=False)
        return _with_members(found, self.questions)

    def _tips_for(self, obstacle: str) -> tuple[Tip, ...] | None:
        if obstacle not in self._obstacle_folders:
            return None
        own = [(root, path) for root, path in self._tip_files.values() if path.parent.name == obstacle]
        read = [self._read_tip(root, path) for root, path in own]
        return tips_of([*read, *(tip for tip in self._shared_tips if tip.obstacle != obstacle)], obstacle)

    @cached_property
    def _shared_tips(self) -> list[Tip]:
        """The few tips that help with more than one obstacle; a look at the bytes spares reading the others."""
        return [
            self._read_tip(root, path) for root, path in self._tip_files.values() if b"also_helps" in path.read_bytes()
        ]

    def _whole(self, name: str, kind: type[E]) -> Mapping[str, E]:
        """A file that holds all entries of its kind, read at the first look. Raises KnowledgeError the first time that
        some cannot be read; the sound ones are there after that."""
        merged: dict[str, E] = {}

        def entries() -> dict[str, E]:
            if not merged:
                findings: list[Finding] = []
                merged.update(_merged(self.roots, name, kind, findings))
                if findings:
                    raise KnowledgeError(findings)
            return merged

        return Lazy(lambda: list(entries()), lambda key: entries().get(key))

    def _folder(self, name: str, kind: type[E]) -> Mapping[str, E]:
        """A folder with one file per entry."""

        def ids() -> list[str]:
            return sorted({path.stem for root in self.roots for path in root.found(f"{name}/*.yaml")})

        def read(key: str) -> E | None:
            paths = ((root, root.folder / name / f"{key}.yaml") for root in reversed(self.roots))
            return next(
                (_entry(root, path, kind, **_told(kind, root, key)) for root, path in paths if path.exists()), None
            )

        return Lazy(ids, read)

    def _scenarios(self) -> Mapping[str, tuple[Scenario, ...]]:
        paths = {path.stem: (root, path) for root, path in self.folder.found("scenarios/*.yaml")}

        def read(name: str) -> tuple[Scenario, ...] | None:
            if name not in paths:
                return None
            root, path = paths[name]
            return _record(root, path, tuple[Scenario, ...])

        return Lazy(lambda: list(paths), read)


def placed(entry: Any, kind: str, root: Root, path: Path, questions: Mapping[str, Question]) -> Any:
    """An entry with what its place tells, as `base` would have it."""
    folder = path.parent
    if kind == "tip":
        told = msgspec.structs.replace(entry, id=path.stem, obstacle=folder.name, pack=root.pack)
        return _with_members(told, questions)
    if kind == "obstacle":
        return msgspec.structs.replace(entry, id=folder.name, type=folder.parent.name, pack=root.pack)
    return msgspec.structs.replace(entry, **_told(type(entry), root, folder.name if kind == "type" else path.stem))


def _with_members(tip: Tip, questions: Mapping[str, Question]) -> Tip:
    """The tip with the members of a group in the place of its name."""

    def members(question: str, names: frozenset[str]) -> frozenset[str]:
        known = questions.get(question)
        return known.members(names) if known else names

    def all_members(situations: Sequence[Choices]) -> tuple[Choices, ...]:
        return tuple({name: members(name, wanted) for name, wanted in each.items()} for each in situations)

    for_ = members(ROLE, tip.for_)
    return msgspec.structs.replace(tip, for_=for_, when=all_members(tip.when), unless=all_members(tip.unless))


def _record(root: Root, path: Path, kind: type[T]) -> T:
    found: T = reading.record(path, root.name(path), kind)
    return found


def _entry(root: Root, path: Path, kind: type[E], **placed: Any) -> E:
    """The record in a file together with what its place tells: id, type, obstacle and pack."""
    found = _record(root, path, kind)
    if misplaced := [name for name in placed if getattr(found, name)]:
        line, column = reading.position(reading.node(path), (misplaced[0],))
        trouble = KatalysError("told-by-the-path", name=misplaced[0])
        raise KnowledgeError([Finding(root.name(path), line, column, trouble, steps=(misplaced[0],))])
    return msgspec.structs.replace(found, **placed)


def _told(kind: type[msgspec.Struct], root: Root, name: str) -> dict[str, str | None]:
    """What the place of an entry tells: its id, and for what may be said in one language in which pack it is."""
    return {"id": name} | ({"pack": root.pack} if "pack" in kind.__struct_fields__ else {})


def _tip_paths(root: Root) -> list[Path]:
    return [path for path in root.found("obstacles/*/*/*.yaml") if path.name != OBSTACLE_FILE]


def _merged(roots: Sequence[Root], name: str, kind: type[E], findings: list[Finding]) -> dict[str, E]:
    """The entries of a whole file, later folders over earlier ones; what is wrong is added to the findings."""
    merged: dict[str, E] = {}
    for root in roots:
        path = root.folder / name
        if path.is_file():
            entries, wrong = reading.records(path, root.name(path), kind)
            findings += wrong
            merged |= {key: msgspec.structs.replace(entry, **_told(kind, root, key)) for key, entry in entries.items()}
    return merged


def _ordered(entries: dict[str, E], first: Sequence[str]) -> dict[str, E]:
    """The same entries, the named ones first and in that order."""
    names = [*(name for name in first if name in entries), *(name for name in entries if name not in first)]
    return {name: entries[name] for name in names}
