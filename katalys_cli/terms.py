"""From what someone types to terms: words without accents, their stems, typing errors, and parts of a compound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from katalys_cli.model import Language

STEMMERS = {Language.NL: "dutch", Language.EN: "english"}
JOINTS = ("", "s", "e", "en", "n")
"""What may stand between the parts of a compound."""

SHORTEST_PART = 4
PIECE = 4
FAMILY = 6
LONG = 8
"""From this many letters on a word may hold two typing errors, or be a compound."""

THOUSANDS = r"[.,](?<=\d[.,])(?=\d{3}\b)"
CLITICS = r"['\u2019](?<=[a-z]['\u2019])(?:s|t|n|re|ve|ll|m|d|tje)\b"
WORDS = re.compile(r"[a-z]+|\d+")
END = "\n"
WORDS_AND_ENDS = r"[a-z]+|\d+|\n"
ACCENTS = "[\u0300-\u036f]+"


def words(text: str) -> list[str]:
    """The words of a text without accents, capitals and signs; an amount is one word, such as 300000."""
    return list(_words(text))


def words_of(texts: Iterable[str]) -> list[str]:
    """The words of many texts at once, with END after each text but the last."""
    return re.findall(WORDS_AND_ENDS, _plain(END.join(texts)))


@lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """What the forms of a word share: vergunning and vergunningen, grant and grants."""
    return word if word.isdigit() else str(_stemmer(language).stemWord(word))


class Stems(dict[str, str]):
    """The stem of every word in one language, each found once."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __missing__(self, word: str) -> str:
        self[word] = found = stem(word, self.language)
        return found


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(_plain(text)))


def _plain(text: str) -> str:
    plain = text.casefold() if text.isascii() else _without_accents(text.casefold())
    if "." in plain or "," in plain:
        plain = re.sub(THOUSANDS, "", plain)
    return re.sub(CLITICS, "", plain) if "'" in plain or "\u2019" in plain else plain


def _without_accents(text: str) -> str:
    import unicodedata  # most of what is typed has none

    return re.sub(ACCENTS, "", unicodedata.normalize("NFKD", text))


@cache
def _stemmer(language: Language) -> Any:
    import Stemmer

    return Stemmer.Stemmer(STEMMERS[language])


def beginning(word: str) -> str:
    """The key that the words of a family share, such as representatief and representativiteit."""
    return f"{word[:FAMILY]}+"


def are_related(typed: str, word: str) -> bool:
    """Whether a word goes on where the typed one stops, or most of both is the same beginning."""
    same = _shared(typed, word)
    return same >= FAMILY and (same == len(typed) or same >= 0.6 * max(len(typed), len(word)))


def spellings(word: str) -> Iterator[str]:
    """The keys that a word shares with its misspellings: itself less one letter; for a long word its beginning and its
    end, each less one letter, so that an error in each half still leaves a key."""
    if len(word) <= LONG:
        yield from _less_one(word)
    if len(word) >= LONG - 1:
        yield from (f"{key}-" for key in _less_one(word[:5]))
        yield from (f"-{key}" for key in _less_one(word[-5:]))


def errors_allowed(word: str) -> int:
    """How many typing errors a word may hold and still be known: a short one soon means something else."""
    return 0 if len(word) < 5 else 1 if len(word) < LONG else 2


def errors_between(one: str, other: str) -> int:
    """Letters left out, added, changed or swapped (optimal string alignment)."""
    one, other = _differing(one, other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, facing in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _differing(one: str, other: str) -> tuple[str, str]:
    """Two words without the beginning and the end that they share."""
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Every way to see a long word as two, the longest head first, with and without what joins them."""
    if len(word) < LONG or word.isdigit():
        return
    for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        for joint in JOINTS:
            head = word[:end].removesuffix(joint) if word[:end].endswith(joint) else ""
            if len(head) >= SHORTEST_PART:
                yield head, word[end:]


@lru_cache(maxsize=100_000)
def pieces(word: str) -> tuple[str, ...]:
    """A word and every four letters in it, its ends marked: what it shares with related and with misspelt words."""
    marked = f"#{word}#"
    if len(marked) <= PIECE:
        return (marked,)
    return marked, *(marked[at : at + PIECE] for at in range(len(marked) - PIECE + 1))


def parts(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The two known words that this one is made of; none where it is no compound."""
    return next((pair for pair in splits(word) if all(map(known, pair))), ())


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with that are the same."""
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _less_one(word: str) -> Iterator[str]:
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
