"""How often words are used in everyday language, from a table that comes with the program."""

from __future__ import annotations

from pathlib import Path

from katalys_cli.model import Language

TABLE = Path(__file__).parent / "everyday.txt"


def frequencies() -> dict[Language, dict[str, float]]:
    """The everyday frequency of some twenty-five thousand stems; `lexicon` tells on what scale."""
    found: dict[Language, dict[str, float]] = {language: {} for language in Language}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, frequency, *stems = line.split()
            found[Language(language)].update(dict.fromkeys(stems, float(frequency)))
    return found
