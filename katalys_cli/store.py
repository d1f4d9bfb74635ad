"""A KnowledgeBase in one SQLite file: every entry in a row of its own, so that a command reads only what it shows."""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from katalys_cli.errors import KatalysError
from katalys_cli.mappings import Late
from katalys_cli.model import (
    About,
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

HEADERS: dict[str, Any] = {"questions": Question, "types": ObstacleType}
ENTRIES: dict[str, Any] = {
    "obstacles": Obstacle,
    "tips": Tip,
    "tips_by_obstacle": tuple[Tip, ...],
    "figures": Figure,
    "terms": Term,
    "sources": Source,
    "examples": Example,
    "scenarios": tuple[Scenario, ...],
    "voices": Voices,
    "elsewhere": Elsewhere,
}
AT_ONCE = 500  # SQLite takes no more than some thousand values in a query
MOST_AT_HAND = 500  # who reads all entries does not keep them all
BROKEN = (sqlite3.Error, msgspec.MsgspecError, OSError, KatalysError)


def stored(path: Path, mark: str | None = None) -> KnowledgeBase | None:
    """The base in a file; None when there is none, or it is broken, or made from something with another mark."""
    try:
        store = Store(path)
        return _base(store) if mark is None or store.value("mark") == mark.encode() else None
    except BROKEN:
        return None


def _base(store: Store) -> KnowledgeBase:
    about = msgspec.msgpack.decode(store.value("about"), type=About)
    headers = {name: dict(Entries(store, name, kind).items()) for name, kind in HEADERS.items()}
    entries: dict[str, Any] = {name: Entries(store, name, kind) for name, kind in ENTRIES.items()}
    by_word = Late(lambda: msgspec.msgpack.decode(store.value("terms_by_word"), type=dict[str, tuple[str, ...]]))
    return KnowledgeBase(about=about, **headers, **entries, terms_by_word=by_word, lexicon=StoredLexicon(store))


def write(base: KnowledgeBase, path: Path, mark: str = "") -> None:
    """Write a base, without its lexicon, whole or not at all: others go on with the old file meanwhile."""
    from katalys_cli import replacing

    with replacing.whole(path) as new, _filled(new) as store:
        _fill(store, base, mark)


def add_lexicon(path: Path) -> None:
    """Write the file once more, with the lexicon of its base, which takes longer than all the rest.

    Raises one of `BROKEN` where that cannot be done.
    """
    from katalys_cli import replacing

    old = Store(path)
    with replacing.whole(path) as new, _filled(new) as store:
        old.file.backup(store)
        _fill_lexicon(store, _base(old))


@contextlib.contextmanager
def _filled(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as store, store:
        yield store


def _fill(store: sqlite3.Connection, base: KnowledgeBase, mark: str) -> None:
    store.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
    store.execute("INSERT INTO about VALUES ('mark', ?)", (mark.encode(),))
    for name, value in (("about", base.about), ("terms_by_word", dict(base.terms_by_word))):
        store.execute("INSERT INTO about VALUES (?, ?)", (name, msgspec.msgpack.encode(value)))
    for table in (*HEADERS, *ENTRIES):
        store.execute(f"CREATE TABLE {table} (place INTEGER PRIMARY KEY, id TEXT UNIQUE, entry BLOB)")
        store.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", _rows(getattr(base, table)))


def _fill_lexicon(store: sqlite3.Connection, base: KnowledgeBase) -> None:
    from katalys_cli import everyday, indexing

    for table, entries in indexing.rows(base, everyday.frequencies()).items():
        store.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, entry BLOB) WITHOUT ROWID")
        store.executemany(f"INSERT INTO {table} VALUES (?, ?)", _encoded(entries))
    store.execute("INSERT INTO about VALUES ('lexicon', x'')")


def _rows(entries: Mapping[str, object]) -> Iterator[tuple[int, str, bytes]]:
    for place, (name, entry) in enumerate(entries.items()):
        yield place, name, msgspec.msgpack.encode(entry)


def _encoded(entries: Iterable[tuple[str, object]]) -> Iterator[tuple[str, bytes]]:
    return ((key, msgspec.msgpack.encode(entry)) for key, entry in entries)


class Store:
    """The file, open for reading until nobody holds this any more."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        weakref.finalize(self, self.file.close)  # Python 3.13 complains of a connection that is just let go

    def value(self, name: str) -> bytes:
        (row,) = self.rows("SELECT value FROM about WHERE name = ?", name)
        return bytes(row[0])

    def rows(self, query: str, *values: object) -> list[Any]:
        """All that is found. Raises KatalysError where the file is broken."""
        try:
            return self.file.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._broken() from error

    def one_by_one(self, query: str) -> Iterator[Any]:
        """The same for much that is only looked at."""
        try:
            yield from self.file.execute(query)
        except sqlite3.DatabaseError as error:
            raise self._broken() from error

    def _broken(self) -> KatalysError:
        """A broken file is taken away, so that the next run makes a new one."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        return KatalysError("broken-copy", path=self._path)


class Entries(Mapping[str, T], Generic[T]):
    """The entries of one kind, each read when it is asked for."""

    def __init__(self, store: Store, name: str, kind: Any) -> None:
        self.store, self._name, self._kind = store, name, kind
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            rows = self.store.rows(f"SELECT entry FROM {self._name} WHERE id = ?", key)
            if not rows:
                raise KeyError(key)
            if len(self._known) >= MOST_AT_HAND:
                self._known.clear()
            self._known[key] = self._decode(rows[0][0])
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return bool(self.store.rows(f"SELECT 1 FROM {self._name} WHERE id = ?", key))

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self.store.rows(f"SELECT id FROM {self._name} ORDER BY place"))

    def __len__(self) -> int:
        return int(self.store.rows(f"SELECT count(*) FROM {self._name}")[0][0])

    def items(self) -> Any:
        """All entries in one reading, of which only one is at hand at a time."""
        rows = self.store.one_by_one(f"SELECT id, entry FROM {self._name} ORDER BY place")
        return ((name, self._decode(entry)) for name, entry in rows)

    def values(self) -> Any:
        return (entry for _, entry in self.items())

    @cached_property
    def _decode(self) -> Callable[[bytes], Any]:
        return msgspec.msgpack.Decoder(self._kind).decode


class StoredLexicon:
    """The rows of the lexicon, those of a table read together; a copy that was just made has none yet."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def is_there(self) -> bool:
        return bool(self._store.rows("SELECT 1 FROM about WHERE name = 'lexicon'"))

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]:
        from katalys_cli import lexicon  # only a look-up needs it

        decode = msgspec.msgpack.Decoder(lexicon.KINDS[table]).decode
        asked = list(keys)
        batches = (asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE))
        return {key: decode(entry) for batch in batches for key, entry in self._read(table, batch)}

    def _read(self, table: str, keys: Sequence[str]) -> list[Any]:
        marks = ", ".join("?" * len(keys))
        return self._store.rows(f"SELECT id, entry FROM {table} WHERE id IN ({marks})", *keys)
