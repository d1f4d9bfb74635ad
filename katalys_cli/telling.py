"""Tell a person something beside the result, on stderr; on a screen no word is broken at its edge."""

from __future__ import annotations

import os
import re
import shutil
import sys

MARK = re.compile(r"\s*(?:\d+\.|-)?\s*")
"""What stands before the words of a point in a list."""

LEAST = 20
"""So wide a line is at least, for a narrower screen shows no words anyway."""


def tell(text: str) -> None:
    """Write the text, and folded to the width of the screen where it goes to one."""
    print(folded(text, width()) if sys.stderr.isatty() else text, file=sys.stderr)


def width() -> int:
    """How many signs a line may have on the screen behind stderr."""
    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):  # no screen
        columns = 0
    columns = columns or shutil.get_terminal_size().columns  # some screens say that they have none
    return max(columns - 1, LEAST)


def folded(text: str, most: int) -> str:
    """The same text in lines of at most so many signs, those of a point under its first word."""
    return "\n".join(_folded(line, most) if len(line) > most else line for line in text.split("\n"))


def _folded(line: str, most: int) -> str:
    import textwrap  # only what is too long needs it

    mark = MARK.match(line)
    under = " " * (mark.end() if mark else 0)
    lines = textwrap.wrap(line, most, subsequent_indent=under, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)
