"""Mistakes to plant in a copy of the sound base, one by one or all at once.

The sign ¦ stands where a finding must point: it is taken out before the file is written. `@` in a new tip becomes a number
of its own, so that many of them can stand together.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from katalys_cli.examining import examine
from katalys_cli.folders import Folder
from tests.builders import DAY, SOUND

Found = tuple[str, str, int, int]
"""Code, file, line and column."""

MONEY, PERMIT = "obstacles/finance/no-money", "obstacles/rules/no-permit"
HOST = f"{MONEY}/find-a-host.yaml"

NEW_TIP = """\
title: {nl: Vraag appel@ om hulp, en: Ask apple@ for help}
for: [initiator]
effort: day
why: {nl: Dan weet peer@ ervan., en: Then pear@ knows.}
steps:
  - {nl: Bel banaan@ vandaag., en: Phone banana@ today.}
  - {nl: Mail kers@ de lijst., en: Mail cherry@ the list.}
  - {nl: Zet druif@ in je agenda., en: Put grape@ in your diary.}
basis: practice
reviewed: 2026-11-01
"""

NEW_OBSTACLE = """\
name: {nl: Meloen@ is weg, en: Melon@ is gone}
explanation: {nl: Niemand weet waar., en: Nobody knows where.}
signs: {nl: [Waar is hij?], en: [Where is it?]}
keywords: {nl: [meloen], en: [melon]}
reviewed: 2026-11-01
"""


@dataclass(frozen=True)
class Plant:
    """A mistake: in a file of the base the old text becomes the new one; without an old one the file is new.

    Without a code it only makes the mistake of another plant.
    """

    code: str
    file: str
    old: str | None
    new: str
    alone: bool = False
    """Whether it would hide another one, so that they cannot all stand together."""

    def into(self, folder: Path) -> Found:
        """Plant it; what must be found."""
        path = folder / self.file
        if self.old is not None:
            before = path.read_text(encoding="utf-8")
            assert before.count(self.old) >= 1, f"{self.old} is not in {self.file}"
            content = before.replace(self.old, self.new, 1)
        else:
            content = self.new
        assert content.count("¦") == bool(self.code)
        place = max(content.find("¦"), 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.replace("¦", "").encode("utf-8", "surrogateescape"))
        line = content.count("\n", 0, place) + 1
        return self.code, f"{folder.name}/{self.file}", line, place - content.rfind("\n", 0, place)


def in_tip(code: str, *changes: str, to: str | None = None) -> Plant:
    """A mistake in a tip of its own: each text that is changed, followed by what it becomes; or what it is as a whole."""
    content = NEW_TIP if to is None else to
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in content
        content = content.replace(old, new, 1)
    number = next(_NUMBERS)
    return Plant(code, f"{MONEY}/planted-{number}.yaml", None, content.replace("@", str(number)))


_NUMBERS = count(1)


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(SOUND, folder / "sound"))


def found(folder: Path, packs: Sequence[Path] = ()) -> list[Found]:
    """Every finding of a check, in order."""
    examined = examine(Folder(folder, packs), DAY)
    return [(examined.codes.of(each.trouble), each.file, each.line, each.column) for each in examined.findings]


def codes_of(findings: Iterable[Found]) -> set[str]:
    return {code for code, *_ in findings}
