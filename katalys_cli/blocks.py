"""What a document is made of: headings, paragraphs, steps, points and tables.

Every form that a person reads is drawn from these, so that they all say the same.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias


class Tone(enum.StrEnum):
    """What a paragraph is for; colour may show it, a label always says it."""

    PLAIN = "plain"
    REASON = "reason"
    CONDITION = "condition"
    CARE = "care"
    QUIET = "quiet"


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str
    label: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Steps:
    """Things to do and tick off."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """An item of a list: a note that may be skipped, where it comes from, and the id that `show` knows it by."""

    text: str
    note: str = ""
    url: str = ""
    id: str = ""


@dataclass(frozen=True)
class Points:
    items: tuple[Point, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table of short texts, the first column wide. `short` are headers for a narrow screen.

    A table of counts may be `shaded`: a screen shows the larger ones darker.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    short: tuple[str, ...]
    shaded: bool = False


@dataclass(frozen=True)
class Code:
    """Lines as one would type them; nothing in them is wrapped or changed."""

    text: str


Block: TypeAlias = Heading | Paragraph | Steps | Points | Table | Code
Document: TypeAlias = Sequence[Block]


def shifted(document: Document, levels: int) -> list[Block]:
    """The same document, to stand under headings of its own."""
    return [replace(each, level=each.level + levels) if isinstance(each, Heading) else each for each in document]
