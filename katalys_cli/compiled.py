"""The knowledge from a compiled copy, so that a command reads only the entries that it shows.

Reading some thousand YAML files takes a second, the same entries from a copy some milliseconds. The installed program
brings a copy along: the two were made together, so nothing has to be compared. A folder that someone may be writing in
gets a copy in the user's cache, made at the first use and again when any file has changed, its lexicon only when words
are looked up. Where that cannot be, or while another process is making it, the files themselves are read.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from katalys_cli import __version__, store
from katalys_cli.errors import KnowledgeError
from katalys_cli.folders import Folder
from katalys_cli.messages import say
from katalys_cli.model import KnowledgeBase, Language

if TYPE_CHECKING:
    import threading

    from katalys_cli.lexicon import Lexicon

PROGRAM = Path(__file__).parent
BROUGHT_ALONG = PROGRAM / "knowledge.sqlite"
"""The copy of the shipped knowledge in an installed program; a checkout has none."""

LONGEST = 1800
"""After so many seconds a copy that is still being made never will be."""


def base(folder: Folder, language: Language) -> KnowledgeBase:
    """The knowledge in a folder, from a copy where there can be one. Raises what `loader.load` raises."""
    if folder.is_shipped and BROUGHT_ALONG.is_file() and (brought := store.stored(BROUGHT_ALONG)):
        return brought
    from katalys_cli import caching  # an installed program brings its copy

    path, mark = caching.place(folder, ".sqlite"), _mark(folder)
    if path is None or mark is None:
        return _from_files(folder)
    known = store.stored(path, mark) or _made(folder, path, mark, language)
    return msgspec.structs.replace(known, lexicon=_Lexicon(known, path, mark, language))


def bring_along(folder: Folder, path: Path) -> None:
    """Compile knowledge into a file that comes with the program. Raises KnowledgeError where it has mistakes."""
    from katalys_cli import authoring

    with authoring.without_collector():
        _write_sound(folder, path)  # what was read is let go before the lexicon takes its room
        store.add_lexicon(path)


def _write_sound(folder: Folder, path: Path) -> None:
    from katalys_cli import authoring

    known = authoring.read(folder, packed=True)
    if wrong := authoring.findings_in(known):
        raise KnowledgeError(wrong)
    store.write(known.base, path)


def _mark(folder: Folder) -> str | None:
    """What tells this knowledge from any other: program, and path, size and time of every file. None if unreadable."""
    seen = 0
    try:
        for place, ending in ((str(PROGRAM), ".py"), *((str(root.folder.resolve()), ".yaml") for root in folder.roots)):
            for path, size, changed in _files(place, ending):
                seen = zlib.crc32(f"{path} {size} {changed}\n".encode(errors="surrogateescape"), seen)
    except OSError:
        return None
    return f"{__version__} {seen}"


def _files(folder: str, ending: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.name.endswith(ending):
                told = entry.stat()
                yield entry.path, told.st_size, told.st_mtime_ns
            elif entry.is_dir():
                yield from _files(entry.path, ending)


def _from_files(folder: Folder) -> KnowledgeBase:
    """The base from the files themselves; asking for what is not sound raises KnowledgeError."""
    from katalys_cli import authoring, loader  # YAML is slow to import

    return authoring.guarded(folder, loader.load(folder))


def _made(folder: Folder, path: Path, mark: str, language: Language) -> KnowledgeBase:
    """Compile, and give the copy; the files themselves where these have mistakes or the copy cannot be made now."""
    from katalys_cli import authoring

    with contextlib.suppress(OSError), _alone(path), _patience(language), authoring.without_collector():
        known = authoring.read(folder, remember=True, packed=True)
        if not authoring.findings_in(known):
            with contextlib.suppress(*store.BROKEN):
                store.write(known.base, path, mark)
            return store.stored(path, mark) or known.base
    return _from_files(folder)


class _Lexicon:
    """The lexicon of a copy, which is added to it when the first word is looked up."""

    def __init__(self, base: KnowledgeBase, path: Path, mark: str, language: Language) -> None:
        self._base, self._path, self._mark, self._language = base, path, mark, language

    def found(self, table: str, keys: Iterable[str]) -> Mapping[str, Any]:
        return self._ready.found(table, keys)

    @cached_property
    def _ready(self) -> Lexicon:
        if own := _made_already(self._base):
            return own
        from katalys_cli import authoring, everyday, indexing

        path, language = self._path, self._language
        with contextlib.suppress(*store.BROKEN), _alone(path), _patience(language), authoring.without_collector():
            store.add_lexicon(path)
        again = store.stored(path, self._mark)
        return (again and _made_already(again)) or indexing.Made(lambda: self._base, everyday.frequencies)


def _made_already(base: KnowledgeBase) -> Lexicon | None:
    """The lexicon of a base; None for a copy that has none yet."""
    lexicon = base.lexicon
    return None if isinstance(lexicon, store.StoredLexicon) and not lexicon.is_there else lexicon


@contextlib.contextmanager
def _alone(copy: Path) -> Iterator[None]:
    """Work on a copy that one process does, while its claim is there. Raises OSError where another has claimed it."""
    claim = copy.with_suffix(".making")
    with contextlib.suppress(FileNotFoundError):
        if time.time() - claim.stat().st_mtime > LONGEST:
            claim.unlink()
    claim.touch(exist_ok=False)
    try:
        yield
    finally:
        claim.unlink(missing_ok=True)


@contextlib.contextmanager
def _patience(language: Language) -> Iterator[None]:
    """Tell someone at a screen what takes so long: a sentence after a second, and a dot for each second more."""
    if not sys.stderr.isatty():
        yield
        return
    import threading

    done = threading.Event()
    telling = threading.Thread(target=_tell_seconds, args=(done, say("compiling", language)))
    telling.start()
    try:
        yield
    finally:
        done.set()
        telling.join()


def _tell_seconds(done: threading.Event, sentence: str) -> None:
    told = ""
    while not done.wait(1):
        print("." if told else sentence, end="", file=sys.stderr, flush=True)
        told = sentence
    if told:
        print(file=sys.stderr)
