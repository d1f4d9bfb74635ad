"""Which record each file of the knowledge holds, and the files and names that do not belong."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

from katalys_cli.errors import Finding, KatalysError, nearest
from katalys_cli.folders import Folder, Root
from katalys_cli.model import (
    About,
    Elsewhere,
    Example,
    Figure,
    Obstacle,
    ObstacleType,
    Question,
    Scenario,
    Source,
    Term,
    Tip,
    Voices,
)

KINDS: dict[str, tuple[str, Any]] = {
    "about.yaml": ("about", About),
    "questions.yaml": ("question", dict[str, Question]),
    "figures.yaml": ("figure", dict[str, Figure]),
    "glossary.yaml": ("term", dict[str, Term]),
    "elsewhere.yaml": ("elsewhere", dict[str, Elsewhere]),
    "voices/*.yaml": ("voices", Voices),
    "sources/*.yaml": ("source", Source),
    "examples/*.yaml": ("example", Example),
    "scenarios/*.yaml": ("scenario", tuple[Scenario, ...]),
    "obstacles/*/type.yaml": ("type", ObstacleType),
    "obstacles/*/*/obstacle.yaml": ("obstacle", Obstacle),
    "obstacles/*/*/*.yaml": ("tip", Tip),
}
"""Pattern of the path → kind and record; the first that fits."""

TRANSLATIONS = "translations.txt"
BESIDE = ("README.md", "LICENSE", TRANSLATIONS)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NAMED_BY_FOLDER = ("type", "obstacle")
NAMES = {0: ("about", "questions", "figures", "glossary", "elsewhere"), 2: ("type",), 3: ("obstacle",)}
"""What a file is called that has one fixed name, by the number of folders above it."""

OF_YAML = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
"""How the name of a file ends that its author took for YAML."""


@dataclass(frozen=True)
class Shelved:
    """A file, the folder of knowledge that it is in, and its path from there."""

    root: Root
    path: Path
    inside: str

    @cached_property
    def name(self) -> str:
        """What messages call it."""
        return self.root.name(self.path)

    @cached_property
    def kind(self) -> tuple[str, Any] | None:
        """Kind and record of what it holds; None for a file that nothing reads."""
        depth = self.inside.count("/")
        fitting = (
            kind for pattern, kind in KINDS.items() if depth == pattern.count("/") and fnmatchcase(self.inside, pattern)
        )
        return next(fitting, None)

    @property
    def id(self) -> str:
        """The id of the entry in it, where it holds one."""
        kind = self.kind
        folder, _, name = self.inside.rpartition("/")
        return folder.rpartition("/")[2] if kind and kind[0] in NAMED_BY_FOLDER else name.rpartition(".")[0] or name


def files(folder: Folder) -> Iterator[Shelved]:
    """Every file in the folders, hidden ones aside."""
    for root in folder.roots:
        above = len(str(root.folder)) + 1
        for place, folders, names in os.walk(root.folder):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for name in sorted(names):
                path = os.path.join(place, name)
                if not name.startswith("."):
                    yield Shelved(root, Path(path), path[above:].replace(os.sep, "/"))


def hidden(files: Iterable[Shelved]) -> list[Shelved]:
    """The files of which a later one in the same folder of knowledge has the id."""
    last = {_key(file): file for file in files if file.kind}
    return [file for file in files if file.kind and last[_key(file)] is not file]


def _key(file: Shelved) -> tuple[str | None, str, str]:
    assert file.kind
    return file.root.pack, file.kind[0], file.id


def misnamed(files: Sequence[Shelved], unread: Collection[str]) -> dict[str, Shelved]:
    """The files whose names are nearly right, such as `obstacle.yml`: each by its own name as the file that is meant.

    `unread` are the names of those that are not what they seem: an `Obstacle.yaml` seems a tip.
    """
    present = {(file.root.folder, file.inside) for file in files}
    found = {}
    for file in files:
        if file.kind is None or (file.kind[0] == "tip" and file.name in unread):
            meant = _meant(file)
            if meant and (meant.root.folder, meant.inside) not in present:
                found[file.name] = meant
    return found


def _meant(file: Shelved) -> Shelved | None:
    """The same file under the name that it should have."""
    folder, slash, name = file.inside.rpartition("/")
    ending = OF_YAML.search(name)
    if not ending:
        return None
    stem = name[: ending.start()]
    near = nearest(stem, NAMES.get(file.inside.count("/"), ()))[:1]
    meant = Shelved(file.root, file.path, f"{folder}{slash}{near[0] if near else stem}.yaml")
    return meant if meant.kind and meant.inside != file.inside else None


def wrong_names(misnamed: Iterable[Shelved]) -> Iterator[Finding]:
    """What such a file should be called."""
    for meant in misnamed:
        near = meant.inside.rpartition("/")[2]
        yield Finding(meant.name, 1, 1, KatalysError("misnamed-file", name=meant.path.name, near=near))


def misplaced(files: Iterable[Shelved], misnamed: Collection[str]) -> Iterator[Finding]:
    """Files that nothing reads, names that are no proper ids, and two files with one id; misnamed ones aside."""
    seen: dict[tuple[str | None, str, str], Shelved] = {}
    for file in files:
        kind = file.kind
        if file.name in misnamed:
            continue
        if kind is None:
            if file.path.name not in BESIDE:
                yield Finding(file.name, 1, 1, KatalysError("stray-file", name=file.path.name))
            continue
        if not ID.fullmatch(file.id):
            yield Finding(file.name, 1, 1, KatalysError("no-id", name=file.id, near=_as_id(file.id)))
        first = seen.setdefault(_key(file), file)
        if first is not file:
            yield Finding(file.name, 1, 1, KatalysError("two-files", name=file.id, other=first.name))


def _as_id(name: str) -> str:
    """The same name as an id would be written."""
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold()))
