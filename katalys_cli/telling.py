"""Tell a person something beside the result, on stderr; on a screen no word is broken at its edge."""

from __future__ import annotations

import re
import shutil
import sys

MARK = re.compile(r"\s*(?:\d+\.|-)?\s*")
"""What stands before the words of a point in a list."""


def tell(text: str) -> None:
    """Write the text, and folded to the width of the screen where it goes to one."""
    print(folded(text, _width()) if sys.stderr.isatty() else text, file=sys.stderr)


def folded(text: str, width: int) -> str:
    """The same text in lines of at most so many signs, those of a point under its first word."""
    return "\n".join(_folded(line, width) if len(line) > width else line for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    import textwrap  # only what is too long needs it

    mark = MARK.match(line)
    under = " " * (mark.end() if mark else 0)
    lines = textwrap.wrap(line, width, subsequent_indent=under, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def _width() -> int:
    return shutil.get_terminal_size().columns - 1
