"""Find the knowledge on disk and read only the files that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from katalys_cli import checks, reading
from katalys_cli.errors import Finding, KatalysError, KnowledgeError
from katalys_cli.model import (
    ROLE,
    About,
    Choices,
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
)

T = TypeVar("T")
E = TypeVar("E", bound=msgspec.Struct)

OBSTACLE_FILE, TYPE_FILE = "obstacle.yaml", "type.yaml"
FILES = {
    "obstacle": "obstacles/*/{name}/obstacle.yaml",
    "tip": "obstacles/*/*/{name}.yaml",
    "type": "obstacles/{name}/type.yaml",
    "question": "questions.yaml",
    "figure": "figures.yaml",
    "term": "glossary.yaml",
    "source": "sources/{name}.yaml",
    "example": "examples/{name}.yaml",
    "scenario": "scenarios/{name}.yaml",
}
"""Where an entry of each kind stands."""


@dataclass(frozen=True)
class Folder:
    """A folder of knowledge, else the shipped one, with folders of local tips laid over it."""

    main: Path | None = None
    packs: Sequence[Path] = ()

    @cached_property
    def roots(self) -> list[Root]:
        return [Root(self.main or shipped()), *(Root(pack, pack.resolve().name) for pack in self.packs)]

    def base(self) -> KnowledgeBase:
        """All knowledge. Raises KnowledgeError where a header cannot be read; other entries do when asked for."""
        main, *packs = (root.folder for root in self.roots)
        if not (main / "questions.yaml").is_file():
            raise KatalysError("no-knowledge-folder", path=main)
        if gone := [pack for pack in packs if not pack.is_dir()]:
            raise KatalysError("no-pack-folder", path=gone[0])
        return _Reader(self.roots, _merged(self.roots, "questions.yaml", Question)).base()

    def must_be_sound(self, base: KnowledgeBase, obstacles: Iterable[str]) -> None:
        """Raises KnowledgeError when the advice for these obstacles would lean on something that is not there."""
        troubles = [each for obstacle in obstacles for each in checks.of_advice(base, obstacle)]
        if troubles:
            raise KnowledgeError(self.located(troubles))

    def located(self, troubles: Iterable[checks.Trouble]) -> list[Finding]:
        """The troubles with the file and the line of each."""
        return [self._located(each) for each in troubles]

    def _located(self, trouble: checks.Trouble) -> Finding:
        root, path = self._file(trouble.kind, trouble.id)
        line, column = reading.position(path, trouble.steps)
        return Finding(root.name(path), line, column, trouble.error)

    def _file(self, kind: str, name: str) -> tuple[Root, Path]:
        """Where an entry stands; the last folder that has it wins, as it does in the base."""
        pattern = FILES[kind].format(name=name)
        found = [(root, path) for root in self.roots for path in root.folder.glob(pattern)]
        return found[-1]


def shipped() -> Path:
    """Inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "knowledge"
    return inside if inside.is_dir() else package.parent / "knowledge"


@dataclass(frozen=True)
class Root:
    """A folder of knowledge: the shipped one, or a pack of local tips with its name."""

    folder: Path
    pack: str | None = None

    def name(self, path: Path) -> str:
        """What messages call a file: its path from the folder that the reader named."""
        return str(Path(self.folder.name) / path.relative_to(self.folder))

    def read(self, path: Path, kind: type[T]) -> T:
        return reading.record(path, self.name(path), kind)

    def entry(self, path: Path, kind: type[E], **placed: Any) -> E:
        """The record in a file together with what its place tells: id, type, obstacle and pack."""
        found = self.read(path, kind)
        if misplaced := [name for name in placed if getattr(found, name)]:
            line, column = reading.position(path, (misplaced[0],))
            trouble = KatalysError("told-by-the-path", name=misplaced[0])
            raise KnowledgeError([Finding(self.name(path), line, column, trouble)])
        return msgspec.structs.replace(found, **placed)


class Lazy(Mapping[str, T], Generic[T]):
    """A mapping that knows its ids and reads an entry at the first look."""

    def __init__(self, ids: Callable[[], Sequence[str]], read: Callable[[str], T | None]) -> None:
        self._ids, self._read = ids, read
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            found = self._read(key)
            if found is None:
                raise KeyError(key)
            self._known[key] = found
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())


@dataclass(frozen=True)
class _Reader:
    """Where each kind of entry stands in the folders."""

    roots: Sequence[Root]
    questions: Mapping[str, Question]

    def base(self) -> KnowledgeBase:
        first = self.roots[0]
        about = first.read(first.folder / "about.yaml", About)
        return KnowledgeBase(
            about=about,
            questions=self.questions,
            types=_ordered(_headers(self._types()), about.types),
            obstacles=_headers(self._obstacles()),
            tips=Lazy(lambda: sorted(self._tip_files), self._tip),
            tips_by_obstacle=Lazy(lambda: sorted(self._obstacle_folders), self._tips_for),
            figures=self._whole("figures.yaml", Figure),
            terms=self._whole("glossary.yaml", Term),
            sources=self._folder("sources", Source),
            examples=self._folder("examples", Example),
            scenarios=self._scenarios(),
        )

    def _types(self) -> Iterator[tuple[str, Callable[[], ObstacleType]]]:
        for root, path in self._found(f"obstacles/*/{TYPE_FILE}"):
            name = path.parent.name
            yield name, partial(root.entry, path, ObstacleType, id=name)

    def _obstacles(self) -> Iterator[tuple[str, Callable[[], Obstacle]]]:
        for root, path in self._found(f"obstacles/*/*/{OBSTACLE_FILE}"):
            name, kind = path.parent.name, path.parent.parent.name
            yield name, partial(root.entry, path, Obstacle, id=name, type=kind, pack=root.pack)

    def _found(self, pattern: str) -> Iterator[tuple[Root, Path]]:
        for root in self.roots:
            yield from ((root, path) for path in sorted(root.folder.glob(pattern)))

    @cached_property
    def _tip_files(self) -> dict[str, tuple[Root, Path]]:
        return {path.stem: (root, path) for root in self.roots for path in _tip_paths(root.folder, "*")}

    @cached_property
    def _obstacle_folders(self) -> set[str]:
        return {path.parent.name for _, path in self._found(f"obstacles/*/*/{OBSTACLE_FILE}")}

    def _tip(self, name: str) -> Tip | None:
        if name not in self._tip_files:
            return None
        return self._read_tip(*self._tip_files[name])

    def _read_tip(self, root: Root, path: Path) -> Tip:
        found = root.entry(path, Tip, id=path.stem, obstacle=path.parent.name, pack=root.pack)
        return msgspec.structs.replace(
            found,
            for_=self.questions[ROLE].members(found.for_),
            when=self._with_members(found.when),
            unless=self._with_members(found.unless),
        )

    def _with_members(self, situations: Sequence[Choices]) -> tuple[Choices, ...]:
        """The situations with the members of a group in the place of its name."""
        return tuple({name: self._members(name, wanted) for name, wanted in each.items()} for each in situations)

    def _members(self, question: str, names: frozenset[str]) -> frozenset[str]:
        known = self.questions.get(question)
        return known.members(names) if known else names

    def _tips_for(self, obstacle: str) -> tuple[Tip, ...] | None:
        if obstacle not in self._obstacle_folders:
            return None
        own = [(root, path) for root in self.roots for path in _tip_paths(root.folder, obstacle)]
        read = [self._read_tip(root, path) for root, path in own]
        return (*read, *(tip for tip in self._shared_tips if obstacle in tip.also_helps))

    @cached_property
    def _shared_tips(self) -> list[Tip]:
        """The few tips that help with more than one obstacle; a look at the bytes spares reading the others."""
        return [
            self._read_tip(root, path)
            for root, path in self._tip_files.values()
            if b"\nalso_helps:" in path.read_bytes()
        ]

    def _whole(self, name: str, kind: type[E]) -> Mapping[str, E]:
        """A file that holds all entries of its kind, read at the first look."""
        merged: dict[str, E] = {}

        def entries() -> dict[str, E]:
            if not merged:
                merged.update(_merged(self.roots, name, kind))
            return merged

        return Lazy(lambda: list(entries()), lambda key: entries().get(key))

    def _folder(self, name: str, kind: type[E]) -> Mapping[str, E]:
        """A folder with one file per entry."""

        def ids() -> list[str]:
            return sorted({path.stem for root in self.roots for path in (root.folder / name).glob("*.yaml")})

        def read(key: str) -> E | None:
            paths = ((root, root.folder / name / f"{key}.yaml") for root in reversed(self.roots))
            return next((root.entry(path, kind, id=key) for root, path in paths if path.is_file()), None)

        return Lazy(ids, read)

    def _scenarios(self) -> Mapping[str, tuple[Scenario, ...]]:
        paths = {path.stem: (root, path) for root, path in self._found("scenarios/*.yaml")}

        def read(name: str) -> tuple[Scenario, ...] | None:
            if name not in paths:
                return None
            root, path = paths[name]
            return root.read(path, tuple[Scenario, ...])

        return Lazy(lambda: list(paths), read)


def _tip_paths(folder: Path, obstacle: str) -> list[Path]:
    found = folder.glob(f"obstacles/*/{obstacle}/*.yaml")
    return sorted(path for path in found if path.name != OBSTACLE_FILE)


def _merged(roots: Sequence[Root], name: str, kind: type[E]) -> dict[str, E]:
    """The entries of a whole file, later folders over earlier ones."""
    merged: dict[str, E] = {}
    for root in roots:
        path = root.folder / name
        if path.is_file():
            entries = reading.records(path, root.name(path), kind)
            merged |= {key: msgspec.structs.replace(entry, id=key) for key, entry in entries.items()}
    return merged


def _headers(readers: Iterator[tuple[str, Callable[[], E]]]) -> dict[str, E]:
    """All entries, or every finding of all that cannot be read, in one go. The first folder's entry wins."""
    found: dict[str, E] = {}
    findings: list[Finding] = []
    for name, read in readers:
        try:
            found.setdefault(name, read())
        except KnowledgeError as error:
            findings += error.findings
    if findings:
        raise KnowledgeError(findings)
    return found


def _ordered(entries: dict[str, E], first: Sequence[str]) -> dict[str, E]:
    """The same entries, the named ones first and in that order."""
    names = [*(name for name in first if name in entries), *(name for name in entries if name not in first)]
    return {name: entries[name] for name in names}
