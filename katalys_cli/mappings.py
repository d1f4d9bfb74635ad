"""Mappings that do not hold all that stands in them: what is not looked at is not read, or not made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from katalys_cli.model import Tip

T = TypeVar("T")


class Late(Mapping[str, T], Generic[T]):
    """A mapping that is made at the first look."""

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, T]:
        return self._make()

    def __getitem__(self, key: str) -> T:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def keys(self) -> KeysView[str]:
        """Those of what was made, which are compared with other keys sooner than ours."""
        return self._made.keys()


class Lazy(Mapping[str, T], Generic[T]):
    """A mapping that knows its ids and reads an entry at the first look."""

    def __init__(self, ids: Callable[[], Sequence[str]], read: Callable[[str], T | None]) -> None:
        self._ids, self._read = ids, read
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            self._known[key] = self.read(key)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())

    def read(self, key: str) -> T:
        """The entry as it is now, for who keeps it elsewhere. Raises KeyError where there is none."""
        found = self._read(key)
        if found is None:
            raise KeyError(key)
        return found


class Packed(Mapping[str, T], Generic[T]):
    """Entries as MessagePack, which takes a fifth of what the records take; a look makes the record anew."""

    def __init__(self, kind: Any, entries: Iterable[tuple[str, T]]) -> None:
        self._packed = {name: msgspec.msgpack.encode(entry) for name, entry in entries}
        self._decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind)

    def __getitem__(self, key: str) -> T:
        return self._decoder.decode(self._packed[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class ByObstacle(Mapping[str, tuple[Tip, ...]]):
    """Each of some obstacles with the tips that help with it, which are put together when they are asked for."""

    def __init__(self, tips: Mapping[str, Tip], obstacles: Iterable[str]) -> None:
        self._tips = tips
        self._helping: dict[str, list[str]] = {each: [] for each in obstacles}
        for name, tip in tips.items():
            for each in {tip.obstacle, *tip.also_helps} & self._helping.keys():
                self._helping[each].append(name)

    def __getitem__(self, key: str) -> tuple[Tip, ...]:
        return tips_of((self._tips[name] for name in self._helping[key]), key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._helping)

    def __len__(self) -> int:
        return len(self._helping)


def tips_of(tips: Iterable[Tip], obstacle: str) -> tuple[Tip, ...]:
    """The tips that help with an obstacle: those of its own folder, then those of others, each by id."""
    helping = (msgspec.structs.replace(tip, borrowed=tip.obstacle != obstacle) for tip in tips if tip.helps(obstacle))
    return tuple(sorted(helping, key=lambda tip: (tip.borrowed, tip.id)))
