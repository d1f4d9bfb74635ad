"""What files held when they were last read, so that whoever checks again reads only what was changed since.

A text is known by its hash, so a file that was changed, moved or renamed can never be taken for another.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from katalys_cli import __version__, caching, reading, replacing
from katalys_cli.folders import Folder


class Kept(msgspec.Struct, frozen=True):
    """What the file in the cache holds: by the hash of a text, what it says, as MessagePack."""

    program: str
    texts: dict[bytes, bytes]


class Recalled:
    """What texts said before, and what those say that were asked for this time."""

    def __init__(self, before: dict[bytes, bytes]) -> None:
        self.before = before
        self.asked: dict[bytes, bytes] = {}

    def parsed(self, text: str, parse: Callable[[str], Any]) -> Any:
        """What a text says; where that is not remembered it is parsed. Raises what `parse` raises."""
        key = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
        if key in self.before:
            self.asked[key] = self.before[key]
            return msgspec.msgpack.decode(self.before[key])
        found = parse(text)
        self.asked[key] = msgspec.msgpack.encode(found)
        return found


@contextlib.contextmanager
def recalling(folder: Folder) -> Iterator[Recalled]:
    """While this lasts, files of the folder are read only where they are new; afterwards all of them are kept.

    Where the user has no folder to write in, nothing is remembered.
    """
    path = caching.place(folder, ".read")
    recalled = Recalled(_before(path))
    with reading.through(recalled.parsed):
        yield recalled
    if path and recalled.asked.keys() != recalled.before.keys():
        with contextlib.suppress(OSError), replacing.whole(path) as new:
            new.write_bytes(msgspec.msgpack.encode(Kept(_program(), recalled.asked)))


def _before(path: Path | None) -> dict[bytes, bytes]:
    try:
        kept = msgspec.msgpack.decode(path.read_bytes(), type=Kept) if path else None
    except (OSError, msgspec.MsgspecError):
        return {}
    return kept.texts if kept and kept.program == _program() else {}


def _program() -> str:
    """What tells this program from one that may read a file in another way."""
    told = Path(reading.__file__).stat()
    return f"{__version__} {told.st_size} {told.st_mtime_ns}"
