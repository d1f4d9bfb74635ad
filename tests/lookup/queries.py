"""The labelled queries: what someone typed, and the obstacles that are a right answer; none when it is out of scope."""

from __future__ import annotations

import zlib
from collections.abc import Set
from pathlib import Path

import msgspec
import yaml

FOLDER = Path(__file__).parent


class Query(msgspec.Struct, frozen=True):
    query: str
    language: str
    who: str
    kind: str
    obstacles: tuple[str, ...]

    @property
    def in_scope(self) -> bool:
        return bool(self.obstacles)

    @property
    def to_work_with(self) -> bool:
        """Half of the queries, by a rule that never changes; what fails in the other half is not looked at."""
        return zlib.crc32(self.query.encode()) % 2 == 0


def all_queries(folder: Path = FOLDER) -> list[Query]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))]
    return msgspec.convert([each for queries in files for each in queries], list[Query])


def queries_about(obstacles: Set[str]) -> list[Query]:
    """Those that a base with these obstacles can answer, and those that no base should."""
    return [each for each in all_queries() if not each.in_scope or obstacles & {*each.obstacles}]
