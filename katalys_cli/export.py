"""A document as plain text, Markdown or HTML, and a file that is written whole or not at all."""

from __future__ import annotations

import io
import itertools
import os
import re
from pathlib import Path

from katalys_cli import layout
from katalys_cli.blocks import Block, Code, Document, Heading, Paragraph, Point, Steps, Table
from katalys_cli.errors import KatalysError, machine_trouble
from katalys_cli.model import Language

WIDTH = 80
ESCAPED = r"\\\1"
MARKUP = r"([\\`*_\[\]<>~|&])"
STARTS_A_BLOCK = r"^(?:(#{1,6}|-{3,}|[-+=]|>)|(\d{1,9})([.)]))(?=\s|$)"

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733; background: #fff; }}
h1, h2, h3 {{ line-height: 1.25; }}
h2 {{ margin-top: 2.2rem; border-bottom: 1px solid #c9d3dc; padding-bottom: .2rem; }}
a {{ color: #0b5394; overflow-wrap: anywhere; }}
li.task {{ list-style: none; text-indent: -1.5rem; }}
li.task input {{ margin: 0 .5rem 0 0; width: 1rem; }}
@media print {{ body {{ margin: 0; max-width: none; font-size: 11pt; }} }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def text(document: Document) -> str:
    """Plain text, wrapped, with addresses whole on lines of their own."""
    return "".join(f"{line.text}\n" for line in layout.lines(document, WIDTH))


def markdown(document: Document) -> str:
    """Markdown that a CommonMark parser reads as meant; steps are task-list items."""
    return "\n\n".join(_markdown_block(block) for block in document) + "\n"


def html(document: Document, language: Language) -> str:
    """One self-contained page: the Markdown as HTML, with boxes to tick, and numbers that lead to their sources."""
    from html import escape

    from markdown_it import MarkdownIt  # 30 ms that only this form needs

    title = next(block.text for block in document if isinstance(block, Heading))
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown(document))
    body = re.sub(r"<li>(\s*<p>)?\[ \] ", r'<li class="task">\1<input type="checkbox">', body)
    return PAGE.format(language=language, title=escape(title), body=_linked(body))


def _linked(body: str) -> str:
    """The page with every number of a source as a link to its place in the list of sources, the last that has numbers."""
    before, begin, rest = body.rpartition("<ol>\n")
    linked, links = re.subn(r"\[(\d+)\]", r'<a href="#source-\1">[\1]</a>', before)
    if not links:
        return body
    sources, end, after = rest.partition("</ol>")
    number = itertools.count(1)
    reached = re.sub("<li>", lambda _: f'<li id="source-{next(number)}">', sources)
    return f"{linked}{begin}{reached}{end}{after}"


def csv(document: Document) -> str:
    """The tables of a document for a spreadsheet."""
    import csv as spreadsheet

    written = io.StringIO()
    writer = spreadsheet.writer(written, lineterminator="\n")
    for table in document:
        if isinstance(table, Table):
            writer.writerows((table.header, *table.rows))
    return written.getvalue()


def free(path: Path, *, force: bool) -> Path:
    """The full path of a file that may be written. Raises KatalysError; told early, no work is lost."""
    try:
        target = Path(os.path.abspath(path.expanduser()))
        if target.is_dir():
            raise KatalysError("output-is-a-folder", path=target)
        if target.exists() and not target.is_file():
            raise KatalysError("output-is-no-file", path=target)
        if target.exists() and not force:
            raise KatalysError("output-exists", path=target)
        if not target.parent.is_dir():
            raise KatalysError("cannot-write", path=target, reason=KatalysError("machine-not-there"))
    except (OSError, RuntimeError, ValueError) as error:
        raise KatalysError("cannot-write", path=path, reason=KatalysError(machine_trouble(error))) from error
    return target


def write(path: Path, content: str, *, force: bool) -> Path:
    """Write a file whole or not at all, and give its full path. Raises KatalysError; nothing is lost then."""
    target = free(path, force=force)
    try:
        _replace(target.resolve(), content)
    except (OSError, RuntimeError) as error:
        raise KatalysError("cannot-write", path=target, reason=KatalysError(machine_trouble(error))) from error
    return target


def _replace(target: Path, content: str) -> None:
    from katalys_cli import replacing

    with replacing.whole(target) as new:
        new.write_text(content, encoding="utf-8", newline="\n")
        new.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _markdown_block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {re.sub(MARKUP, ESCAPED, block.text)}"
    if isinstance(block, Paragraph):
        label = f"**{_escaped(block.label)}** " if block.label else ""
        return f"{label}{_escaped(block.text)}".strip()
    if isinstance(block, Steps):
        return "\n".join(f"- [ ] {_escaped(item)}" for item in block.items)
    if isinstance(block, Table):
        rule = "|" + "---|" * len(block.header)
        header, *rows = (f"| {' | '.join(map(_escaped, row))} |" for row in (block.header, *block.rows))
        return "\n".join((header, rule, *rows))
    if isinstance(block, Code):
        return f"```yaml\n{block.text}\n```"
    marks = (f"{number}." if block.numbered else "-" for number in range(1, len(block.items) + 1))
    return "\n".join(f"{mark} {_markdown_point(point)}" for mark, point in zip(marks, block.items, strict=True))


def _markdown_point(point: Point) -> str:
    note = f" ({_escaped(point.note)})" if point.note else ""
    url = f" <{point.url}>" if point.url else ""
    return f"{_escaped(point.text)}{note}{url}"


def _escaped(said: str) -> str:
    """Text that a parser reads as just that text."""
    marked = re.sub(MARKUP, ESCAPED, said)
    return re.sub(STARTS_A_BLOCK, _with_a_mark, marked)


def _with_a_mark(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
