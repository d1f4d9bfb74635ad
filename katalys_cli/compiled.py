"""The knowledge as one SQLite file in the user's cache, so that a command reads only the entries that it shows.

Reading a few hundred YAML files takes half a second, the same entries from here a few milliseconds. The copy is made
at the first use and again when a file or the program has changed; where it cannot be, the files themselves are read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from katalys_cli import __version__, lexicon
from katalys_cli.errors import KatalysError
from katalys_cli.folders import Folder
from katalys_cli.messages import say
from katalys_cli.model import (
    About,
    Example,
    Figure,
    KnowledgeBase,
    Language,
    Obstacle,
    ObstacleType,
    Question,
    Scenario,
    Source,
    Term,
    Tip,
)

T = TypeVar("T")

HEADERS: dict[str, Any] = {"questions": Question, "types": ObstacleType, "obstacles": Obstacle}
ENTRIES: dict[str, Any] = {
    "tips": Tip,
    "tips_by_obstacle": tuple[Tip, ...],
    "figures": Figure,
    "terms": Term,
    "sources": Source,
    "examples": Example,
    "scenarios": tuple[Scenario, ...],
}
AT_ONCE = 500  # SQLite takes no more than some thousand values in a query
BROKEN = (sqlite3.Error, msgspec.MsgspecError, OSError)


def base(folder: Folder, language: Language) -> KnowledgeBase:
    """The knowledge in a folder, from its compiled copy where there can be one. Raises what `loader.load` raises."""
    mark = fingerprint(folder)
    path = _place(folder)
    stored = _stored(path, mark) if path and mark else None
    return stored or _made(folder, path, mark, language)


def fingerprint(folder: Folder) -> str | None:
    """What tells this knowledge from any other: program, and path, size and time of every file. None if unreadable."""
    seen = hashlib.sha256(__version__.encode())
    try:
        for name, size, time in sorted(_files(str(Path(__file__).parent), ".py")):
            seen.update(f"\n{name} {size} {time}".encode())
        for root in folder.roots:
            seen.update(f"\n{root.pack} {root.folder.resolve()}".encode())
            for name, size, time in sorted(_files(str(root.folder), ".yaml")):
                seen.update(f"\n{name} {size} {time}".encode())
    except OSError:
        return None
    return seen.hexdigest()


def _files(folder: str, ending: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path, ending)
            elif entry.name.endswith(ending):
                told = entry.stat()
                yield entry.path, told.st_size, told.st_mtime_ns


def _place(folder: Folder) -> Path | None:
    """The file for this folder and its packs; None where the user has no folder to write in."""
    import platformdirs

    roots = "\n".join(str(root.folder.resolve()) for root in folder.roots)
    try:
        cache = Path(platformdirs.user_cache_dir("katalys")).absolute()
        cache.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return cache / f"{hashlib.sha256(roots.encode()).hexdigest()[:16]}.sqlite"


def _stored(path: Path, mark: str) -> KnowledgeBase | None:
    """The base in a compiled copy; None when there is none, or it is stale or broken."""
    try:
        store = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        if store.execute("SELECT value FROM about WHERE name = 'mark'").fetchone() != (mark.encode(),):
            return None
        (about,) = store.execute("SELECT value FROM about WHERE name = 'about'").fetchone()
        headers = {name: dict(Entries(store, path, name, kind).items()) for name, kind in HEADERS.items()}
        entries: dict[str, Any] = {name: Entries(store, path, name, kind) for name, kind in ENTRIES.items()}
        about = msgspec.msgpack.decode(about, type=About)
        return KnowledgeBase(about=about, **headers, **entries, lexicon=StoredLexicon(store, path))
    except (*BROKEN, KatalysError):
        return None


def _made(folder: Folder, path: Path | None, mark: str | None, language: Language) -> KnowledgeBase:
    """Compile, and give the copy; the files themselves where something in them is wrong or nothing can be written."""
    from katalys_cli import authoring, loader  # YAML is slow to import

    read = loader.load(folder)
    if path is None or mark is None or not os.access(path.parent, os.W_OK):
        return authoring.guarded(folder, read)
    if sys.stderr.isatty():
        print(say("compiling", language), file=sys.stderr)
    known = authoring.read(folder)
    if authoring.findings_in(known):
        return authoring.guarded(folder, read)
    try:
        _write(known.base, path, mark)
    except BROKEN:
        return known.base
    return _stored(path, mark) or known.base


def _write(read: KnowledgeBase, path: Path, mark: str) -> None:
    """Write the copy whole or not at all: others go on with the old one meanwhile."""
    from katalys_cli import everyday

    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(name)) as store, store:
            store.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
            store.execute("INSERT INTO about VALUES ('mark', ?)", (mark.encode(),))
            store.execute("INSERT INTO about VALUES ('about', ?)", (msgspec.msgpack.encode(read.about),))
            for table in (*HEADERS, *ENTRIES):
                store.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, place INTEGER, entry BLOB) WITHOUT ROWID")
                store.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", _rows(getattr(read, table)))
            for table, entries in lexicon.rows(read, everyday.frequencies()).items():
                store.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, entry BLOB) WITHOUT ROWID")
                store.executemany(f"INSERT INTO {table} VALUES (?, ?)", _encoded(entries))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _rows(entries: Mapping[str, object]) -> Iterator[tuple[str, int, bytes]]:
    for place, (name, entry) in enumerate(entries.items()):
        yield name, place, msgspec.msgpack.encode(entry)


def _encoded(entries: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    return ((key, msgspec.msgpack.encode(entry)) for key, entry in sorted(entries.items()))


class Entries(Mapping[str, T], Generic[T]):
    """The entries of one kind, each read when it is asked for."""

    def __init__(self, store: sqlite3.Connection, path: Path, name: str, kind: Any) -> None:
        self._store, self._path, self._name = store, path, name
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            rows = self._read(f"SELECT entry FROM {self._name} WHERE id = ?", key)
            if not rows:
                raise KeyError(key)
            self._known[key] = self._decode(rows[0][0])
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return bool(self._read(f"SELECT 1 FROM {self._name} WHERE id = ?", key))

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._read(f"SELECT id FROM {self._name} ORDER BY place"))

    def __len__(self) -> int:
        return int(self._read(f"SELECT count(*) FROM {self._name}")[0][0])

    def items(self) -> Any:
        """All entries in one reading."""
        rows = self._read(f"SELECT id, entry FROM {self._name} ORDER BY place")
        return [(name, self._decode(entry)) for name, entry in rows]

    def _read(self, query: str, *values: object) -> list[Any]:
        return _rows_of(self._store, self._path, query, *values)


class StoredLexicon:
    """The rows of the lexicon, those of a table read together."""

    def __init__(self, store: sqlite3.Connection, path: Path) -> None:
        self._store, self._path = store, path

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]:
        decode = msgspec.msgpack.Decoder(lexicon.KINDS[table]).decode
        asked = list(keys)
        batches = (asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE))
        return {key: decode(entry) for batch in batches for key, entry in self._read(table, batch)}

    def __len__(self) -> int:
        return int(_rows_of(self._store, self._path, "SELECT count(*) FROM numbered")[0][0])

    def _read(self, table: str, keys: Sequence[str]) -> list[Any]:
        marks = ", ".join("?" * len(keys))
        return _rows_of(self._store, self._path, f"SELECT id, entry FROM {table} WHERE id IN ({marks})", *keys)


def _rows_of(store: sqlite3.Connection, path: Path, query: str, *values: object) -> list[Any]:
    """The rows; a copy that turns out to be broken is taken away, so that the next run makes a new one."""
    try:
        return store.execute(query, values).fetchall()
    except sqlite3.DatabaseError as error:
        path.unlink(missing_ok=True)
        raise KatalysError("broken-copy", path=path) from error
