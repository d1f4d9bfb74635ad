"""Where the knowledge stands on disk: the shipped folder, another one, and folders of local tips laid over it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from katalys_cli.errors import KatalysError, NoKnowledge, machine_trouble

ABOUT_FILE, QUESTIONS_FILE = "about.yaml", "questions.yaml"
OBSTACLE_FILE, TYPE_FILE = "obstacle.yaml", "type.yaml"
FILES = {
    "about": ABOUT_FILE,
    "obstacle": "obstacles/*/{name}/obstacle.yaml",
    "tip": "obstacles/*/*/{name}.yaml",
    "type": "obstacles/{name}/type.yaml",
    "question": QUESTIONS_FILE,
    "figure": "figures.yaml",
    "term": "glossary.yaml",
    "elsewhere": "elsewhere.yaml",
    "voices": "voices/{name}.yaml",
    "source": "sources/{name}.yaml",
    "example": "examples/{name}.yaml",
    "scenario": "scenarios/{name}.yaml",
}
"""Where an entry of each kind stands."""


class Root(msgspec.Struct, frozen=True):
    """One folder of knowledge: the main one, or a pack of local tips with its name."""

    folder: Path
    pack: str | None = None

    def name(self, path: Path) -> str:
        """What messages call a file: its path from the folder that the reader named."""
        top, whole = str(self.folder), str(path)
        inside = whole if top == "." else whole[len(top) + 1 :]
        return f"{self.folder.name}/{inside}" if self.folder.name else inside

    def found(self, pattern: str) -> list[Path]:
        """Every path of this pattern, in order, hidden ones aside: those are an editor's own."""
        above = len(self.folder.parts)
        paths = {path.parts: path for path in self.folder.glob(pattern)}
        shown = (parts for parts in paths if not any(part.startswith(".") for part in parts[above:]))
        return [paths[parts] for parts in sorted(shown)]


class Folder(msgspec.Struct, frozen=True, dict=True):
    """A folder of knowledge, else the shipped one, and the packs over it."""

    main: Path | None = None
    packs: Sequence[Path] = ()

    @cached_property
    def roots(self) -> list[Root]:
        """The main folder first. Raises KatalysError when one of them is not there."""
        main = self.main or shipped()
        if not _is_there(main, QUESTIONS_FILE):
            raise NoKnowledge("no-knowledge-folder", path=main)
        if gone := [pack for pack in self.packs if not _is_there(pack)]:
            raise NoKnowledge("no-pack-folder", path=gone[0])
        return [Root(main), *(Root(pack, pack.resolve().name) for pack in self.packs)]

    @property
    def is_shipped(self) -> bool:
        """Whether it is just the knowledge that comes with the program."""
        return self.main is None and not self.packs

    def found(self, pattern: str) -> Iterator[tuple[Root, Path]]:
        """Every file of this pattern, folder by folder."""
        for root in self.roots:
            yield from ((root, path) for path in root.found(pattern))

    def file_of(self, kind: str, name: str) -> tuple[Root, Path]:
        """Where an entry stands; the last folder that has it wins, as it does in the base."""
        from glob import escape  # only who looks for a file to change or to name needs it

        return list(self.found(FILES[kind].format(name=escape(name))))[-1]


def _is_there(folder: Path, file: str = "") -> bool:
    """Whether there is such a folder, with this file where one is named. Raises NoKnowledge where nobody may look."""
    try:
        if folder.is_dir():
            os.scandir(folder).close()  # `glob` finds nothing where one may not look, and says nothing
        return (folder / file).is_file() if file else folder.is_dir()
    except OSError as error:
        raise NoKnowledge("closed-folder", path=folder, reason=KatalysError(machine_trouble(error))) from error


def shipped() -> Path:
    """Inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "knowledge"
    return inside if inside.is_dir() else package.parent / "knowledge"
