"""Which slip made a text unreadable as YAML: told by the lines around the place where reading stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence

SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
"""Spaces that look like a plain one and are none to YAML."""

MERGE_MARK = re.compile(r"(?m)^(<{7}|>{7})(?: |$)")

ON_A_LINE = (
    ("yaml-tab", re.compile(r" *(\t)\s*\S")),
    ("yaml-odd-space", re.compile(rf" *(?:- *)?(?:[\w-]+:)? *([{SPACES}])")),
    ("yaml-long-dash", re.compile(" *([\N{EN DASH}\N{EM DASH}])")),
    ("yaml-two-dashes", re.compile(r" *- +(-) ")),
    ("yaml-no-space-dash", re.compile(r" *(-)[^\s-]")),
    ("yaml-no-space-colon", re.compile(r" *(?:- +)?[\w-]+(:)[^\s/:]")),
    ("yaml-no-colon", re.compile(r" *(?:- +)?(nl) \S")),
)
"""What is wrong in a line by itself, and how it is told; the group is the place."""

BARE_NAME = re.compile(r"( *)(?:- +)?[\w-]+ *$")
ONLY_A_NAME = re.compile(r" *(?:- +)?[\w-]+$")

Slip = tuple[str, int, int]
"""The key of a sentence, line and column from 1."""


def slip(text: str, line: int) -> Slip | None:
    """What went wrong on this line, where reading stopped, or on the one above it; None where that cannot be told."""
    if mark := MERGE_MARK.search(text):
        return "yaml-merge-marks", text.count("\n", 0, mark.start()) + 1, 1
    lines = text.split("\n")
    for number in _near(lines, line):
        for key, pattern in ON_A_LINE:
            if found := pattern.match(lines[number - 1]):
                return key, number, found.start(1) + 1
    return _without_colon(lines, line)


def is_indented_otherwise(text: str, line: int, column: int) -> bool:
    """Whether nothing but a name stands before this place, so that it is no text that holds a colon."""
    return bool(ONLY_A_NAME.match(text.split("\n")[line - 1][: column - 1]))


def goes_on(text: str, line: int, column: int) -> bool:
    """Whether a quote or bracket was closed just before this place."""
    return text.split("\n")[line - 1][: column - 1].rstrip().endswith(("'", '"', "]", "}"))


def _near(lines: Sequence[str], line: int) -> list[int]:
    """The line with something on it above this one, and this one."""
    above = next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), None)
    return [number for number in (above, line) if number is not None and number <= len(lines)]


def _without_colon(lines: Sequence[str], line: int) -> Slip | None:
    """A bare word above a line that stands further in."""
    above, *rest = _near(lines, line)
    name = BARE_NAME.match(lines[above - 1]) if rest else None
    if name and _indent(lines[line - 1]) > len(name[1]):
        return "yaml-no-colon", above, len(lines[above - 1].rstrip()) + 1
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
