"""What a document is made of: headings, paragraphs, steps, points and tables.

Every form that a person reads is drawn from these, so that they all say the same.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import TypeAlias

import msgspec


class Tone(enum.StrEnum):
    """What a paragraph is for; colour may show it, a label always says it."""

    PLAIN = "plain"
    REASON = "reason"
    CONDITION = "condition"
    CARE = "care"
    QUIET = "quiet"


class Heading(msgspec.Struct, frozen=True):
    level: int
    text: str


class Paragraph(msgspec.Struct, frozen=True):
    text: str
    label: str = ""
    tone: Tone = Tone.PLAIN


class Steps(msgspec.Struct, frozen=True):
    """Things to do and tick off."""

    items: tuple[str, ...]


class Point(msgspec.Struct, frozen=True):
    """An item of a list: a note that may be skipped, where it comes from, and the id that `show` knows it by."""

    text: str
    note: str = ""
    url: str = ""
    id: str = ""


class Points(msgspec.Struct, frozen=True):
    items: tuple[Point, ...]
    numbered: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table of short texts, the first column wide. `short` are headers for a narrow screen.

    A table of counts may be `shaded`: a screen shows the larger ones darker.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    short: tuple[str, ...]
    shaded: bool = False


class Code(msgspec.Struct, frozen=True):
    """Lines as one would type them; nothing in them is wrapped or changed."""

    text: str


Block: TypeAlias = Heading | Paragraph | Steps | Points | Table | Code
Document: TypeAlias = Sequence[Block]


def shifted(document: Document, levels: int) -> list[Block]:
    """The same document, to stand under headings of its own."""
    return [
        msgspec.structs.replace(each, level=each.level + levels) if isinstance(each, Heading) else each
        for each in document
    ]
