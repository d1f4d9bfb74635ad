"""A document as lines of a given width, for a screen or a plain text."""

from __future__ import annotations

import enum
import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from katalys_cli.blocks import Block, Code, Document, Heading, Paragraph, Point, Points, Steps, Table, Tone


class Look(enum.StrEnum):
    """How a line differs from plain text; the words tell the same without it."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LINK = "link"
    PLAIN = Tone.PLAIN
    REASON = Tone.REASON
    CONDITION = Tone.CONDITION
    CARE = Tone.CARE
    QUIET = Tone.QUIET


class Line(msgspec.Struct, frozen=True):
    """`label` is how many characters at the start say what the line is; a link is its own address.

    `shades` are parts of the line with how dark they are: from, until, and 0 (none) to 4.
    """

    text: str
    look: Look = Look.PLAIN
    label: int = 0
    shades: tuple[tuple[int, int, int], ...] = ()


DARKEST = 4


HEADINGS = {1: Look.TITLE, 2: Look.HEADING}
UNDERLINES = {1: "=", 2: "-"}


def lines(document: Document, width: int) -> Iterator[Line]:
    """The document line by line; only an address may be longer than the width."""
    before: Block | None = None
    for block in document:
        if before is not None and _is_apart(before, block):
            yield Line("")
        yield from _lines(block, width)
        before = block


def _is_apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between them; what has a label belongs to what stands above it."""
    if isinstance(before, Heading):
        return before.level <= 2
    if isinstance(block, Paragraph):
        return not block.label or not isinstance(before, Paragraph)
    if isinstance(block, Points | Code):
        return not (isinstance(before, Paragraph) and (before.label or before.tone is Tone.QUIET))
    return True


def _lines(block: Block, width: int) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield from _heading(block, width)
    elif isinstance(block, Paragraph):
        yield from _paragraph(block, width)
    elif isinstance(block, Steps):
        for number, item in enumerate(block.items, 1):
            yield from _item(Point(item), width, f"{number:3}. ")
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Code):
        yield from (Line(f"    {line}".rstrip()) for line in block.text.splitlines())
    else:
        for number, point in enumerate(block.items, 1):
            yield from _item(point, width, f"{number:3}. " if block.numbered else "  - ")


def _heading(heading: Heading, width: int) -> Iterator[Line]:
    look = HEADINGS.get(heading.level, Look.SUBHEADING)
    wrapped = _wrapped(heading.text, width)
    yield from (Line(each, look) for each in wrapped)
    if sign := UNDERLINES.get(heading.level):
        yield Line(sign * max(map(len, wrapped)), look)


def _paragraph(paragraph: Paragraph, width: int) -> Iterator[Line]:
    look = Look(paragraph.tone)
    first, *rest = _wrapped(f"{paragraph.label} {paragraph.text}".strip(), width)
    yield Line(first, look, len(paragraph.label))
    yield from (Line(each, look) for each in rest)


def _table(table: Table) -> Iterator[Line]:
    widths = [max(map(len, column)) for column in zip(table.short, *table.rows, strict=True)]
    counts = [_count(cell) for row in table.rows for cell in row[1:]]
    most = max(counts, default=0) if table.shaded else 0
    for row in (table.short, *table.rows):
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        text = "  ".join((first.strip().ljust(widths[0]), *others)).rstrip()
        yield Line(text, shades=tuple(_shades(row, widths, most)) if most and row is not table.short else ())


def _shades(row: Sequence[str], widths: Sequence[int], most: int) -> Iterator[tuple[int, int, int]]:
    """Each count with how dark it is, from none at nought to the darkest at the most there is."""
    begin = widths[0] + 1
    for cell, width in zip(row[1:], widths[1:], strict=True):
        yield begin, begin + width + 1, -(-DARKEST * _count(cell) // most)
        begin += width + 2


def _count(cell: str) -> int:
    return int("".join(filter(str.isdecimal, cell)) or 0)


def _item(point: Point, width: int, mark: str) -> Iterator[Line]:
    notes = "; ".join(note for note in (point.note, point.id) if note)
    note = f" ({notes})" if notes else ""
    yield from (Line(each) for each in _wrapped(f"{point.text}{note}", width, mark))
    if point.url:
        yield Line(" " * len(mark) + point.url, Look.LINK)


def _wrapped(said: str, width: int, mark: str = "") -> list[str]:
    if said and len(mark) + len(said) <= width:  # most lines of a list: no need to take these apart
        return [mark + said]
    return textwrap.wrap(
        said,
        width,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
