"""Bases of any size, for measuring: made-up obstacles and tips of some 3 KB around the real questions.

    python -m benchmarks.bases 30000 FOLDER

The same size gives the same base. The words are those of the shipped knowledge, as often as they stand there.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from katalys_cli import folders, loader
from katalys_cli.folders import Folder
from katalys_cli.model import FIRST, KnowledgeBase, Language

TIPS_PER_OBSTACLE = 14
TYPES = ("finance", "rules", "systems", "people", "place", "cooperation")
SHARED = ("about.yaml", "questions.yaml", "figures.yaml", "glossary.yaml", "elsewhere.yaml", "sources", "examples")
DAY = "2026-11-23"
SEED = 5


def make(tips: int, place: Path) -> Path:
    """A folder with so many tips, ready to be read; what an earlier run began stands there no more."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shipped = folders.shipped()
    for name in SHARED:
        source = shipped / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, place / name)
    maker = _Maker(loader.load(Folder()), random.Random(SEED))
    for number in range(-(-tips // TIPS_PER_OBSTACLE)):
        here = place / "obstacles" / TYPES[number % len(TYPES)] / f"obstacle-{number}"
        here.mkdir(parents=True)
        _write(here / "obstacle.yaml", maker.obstacle(number))
        for tip in range(min(TIPS_PER_OBSTACLE, tips - number * TIPS_PER_OBSTACLE)):
            _write(here / f"tip-{number}-{tip}.yaml", maker.tip(number + tip))
    for name in TYPES:
        (place / "obstacles" / name).mkdir(parents=True, exist_ok=True)
        _write(place / "obstacles" / name / "type.yaml", {"name": maker.text(2), "explanation": maker.text(8)})
    return place


def sigh(place: Path, number: int) -> str:
    """How someone who meets this obstacle may say it: words that lead to it."""
    here = place / "obstacles" / TYPES[number % len(TYPES)] / f"obstacle-{number}" / "obstacle.yaml"
    return str(json.loads(here.read_text(encoding="utf-8"))["signs"]["nl"][0])


class _Maker:
    """Makes records as they would stand in a file."""

    def __init__(self, base: KnowledgeBase, chance: random.Random) -> None:
        self._chance = chance
        self._words = {language: _words(base, language) for language in Language}
        self._roles = sorted(base.roles)
        self._questions = {name: sorted(each.options) for name, each in base.questions.items() if name not in FIRST}
        self._sources = sorted(base.sources)

    def obstacle(self, number: int) -> dict[str, object]:
        own = {language: [f"{self.words(2, language)} {number}", self.words(1, language)] for language in Language}
        return {
            "name": self.text(5),
            "explanation": self.text(25),
            "signs": {language: [self.words(7, language) for _ in range(5)] for language in Language},
            "keywords": own,
            "reviewed": DAY,
        }

    def tip(self, number: int) -> dict[str, object]:
        return {
            "title": self.text(8),
            "for": [self._roles[number % len(self._roles)], "initiator"],
            "effort": "day",
            "first_step": number % 3 == 0,
            "why": self.text(24),
            "steps": [self.text(22) for _ in range(8)],
            "pitfalls": [self.text(18) for _ in range(2)],
            "when": [self._situation() for _ in range(2)],
            "unless": [self._situation()],
            "basis": [{"claim": self.text(15), "source": self._chance.choice(self._sources)}],
            "reviewed": DAY,
        }

    def text(self, length: int) -> dict[str, str]:
        return {language: self.words(length, language) for language in Language}

    def words(self, length: int, language: Language) -> str:
        return " ".join(self._chance.choices(self._words[language], k=length))

    def _situation(self) -> dict[str, list[str]]:
        asked = self._chance.sample(sorted(self._questions), k=2)
        return {name: [self._chance.choice(self._questions[name])] for name in asked}


def _words(base: KnowledgeBase, language: Language) -> Sequence[str]:
    """Every word of the shipped steps, as often as it stands there."""
    said = (getattr(step, language) for name in itertools.islice(base.tips, 400) for step in base.tips[name].steps)
    return [word for each in said for word in _plain(each)]


def _plain(said: str) -> Iterator[str]:
    return (word for each in said.split() if (word := each.strip(".,:;()'\"?")) and "{" not in word)


def _write(path: Path, record: object) -> None:
    """JSON is YAML too, and quick to write."""
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tips", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    print(make(asked.tips, asked.folder))


if __name__ == "__main__":
    main()
