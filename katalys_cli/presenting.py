"""Bring a result to where it was asked for: the screen, a pipe or a file, in the form that was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from katalys_cli.errors import KatalysError, nearest
from katalys_cli.messages import say
from katalys_cli.model import Language

if TYPE_CHECKING:
    from katalys_cli.blocks import Document

FORMATS = ("text", "markdown", "html", "json")
TABLE_FORMATS = (*FORMATS, "csv")
SUFFIXES = {
    ".txt": "text",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
SCREEN = "-"


class Target(msgspec.Struct, frozen=True):
    """Where a result goes and how: `format` as asked for, else by the file's name, else text."""

    language: Language
    format: str
    output: str | None = None
    force: bool = False
    plain: bool = False

    @property
    def is_file(self) -> bool:
        return self.output not in (None, SCREEN)

    @property
    def stands_alone(self) -> bool:
        """Whether the result is read apart from the program, so that it must tell its date and version."""
        return self.is_file or self.format in ("markdown", "html")


def target(
    language: Language,
    wanted: str | None,
    output: str | None,
    *,
    force: bool = False,
    plain: bool = False,
    formats: Sequence[str] = FORMATS,
) -> Target:
    """Raises KatalysError for a format that is not there."""
    chosen = (wanted or _form_of(output)).casefold()
    if chosen not in formats:
        raise KatalysError("no-such-format", name=chosen, near=nearest(chosen, formats) or tuple(formats))
    found = Target(language, chosen, output, force, plain)
    if found.is_file:
        from katalys_cli import export

        export.free(Path(str(output)), force=force)
    return found


def present(data: Callable[[], object], document: Callable[[], Document], to: Target) -> None:
    """Give the data as JSON, or the document in any other form. Raises KatalysError when a file cannot be written."""
    if to.format == "text" and not to.is_file and may_draw(to.plain):
        from katalys_cli import console  # Rich is slow to import

        console.show(document())
        return
    bring(_content(data, document, to), to)


def bring(content: str, to: Target) -> None:
    """Write what is ready to the file or the pipe. Raises KatalysError when a file cannot be written."""
    if to.is_file:
        from katalys_cli import export

        path = export.write(Path(str(to.output)), content, force=to.force)
        print(say("written", to.language, path=path), file=sys.stderr)
    else:
        sys.stdout.write(content)


def _form_of(output: str | None) -> str:
    """The form that the name of a file tells; a name without an ending is text."""
    suffix = Path(output or "").suffix.casefold()
    return SUFFIXES.get(suffix, suffix.removeprefix(".") or "text")


def may_draw(plain: bool) -> bool:
    """Whether stdout is a screen that can show more than plain text."""
    return not plain and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _content(data: Callable[[], object], document: Callable[[], Document], to: Target) -> str:
    if to.format == "json":
        return msgspec.json.format(msgspec.json.encode(data()), indent=2).decode() + "\n"
    from katalys_cli import export

    if to.format == "html":
        return export.html(document(), to.language)
    forms = {"text": export.text, "markdown": export.markdown, "csv": export.csv}
    return forms[to.format](document())
