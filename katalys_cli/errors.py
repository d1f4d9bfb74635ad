"""What can go wrong, said to someone who wants to go on: where, what, and what may help."""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec

from katalys_cli.messages import say
from katalys_cli.model import Language

NOTHING_FOUND, USAGE, UNREADABLE, NOT_PROVEN, INTERRUPTED = 1, 2, 3, 4, 130

MACHINE_TROUBLES = {
    errno.ENOENT: "machine-not-there",
    errno.ENOTDIR: "machine-not-there",
    errno.EACCES: "machine-not-allowed",
    errno.EPERM: "machine-not-allowed",
    errno.EROFS: "machine-not-allowed",
    errno.EISDIR: "machine-is-a-folder",
    errno.ENOSPC: "machine-full",
    errno.ENAMETOOLONG: "machine-long-name",
}


class KatalysError(Exception):
    """Trouble that the reader can do something about; `messages` has the sentence for each key."""

    exit_code = USAGE

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values: dict[str, Any] = values

    def said_in(self, language: Language) -> str:
        return say(self.key, language, **self.values)


class NothingFound(KatalysError):
    exit_code = NOTHING_FOUND


class NoKnowledge(KatalysError):
    exit_code = UNREADABLE


class NotProven(KatalysError):
    """There is more to try than an analysis may."""

    exit_code = NOT_PROVEN


class Interrupted(KatalysError):
    exit_code = INTERRUPTED


class Finding(msgspec.Struct, frozen=True):
    """One thing wrong in the knowledge: the file, the place in it (from 1), and the sentence.

    A warning spoils no advice: it is something to look at in time. `steps` lead to the field inside the file.
    """

    file: str
    line: int
    column: int
    trouble: KatalysError
    warning: bool = False
    steps: tuple[str | int, ...] = ()

    def said_in(self, language: Language) -> str:
        return f"{self.file}:{self.line}: {self.trouble.said_in(language)}"

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What findings are sorted by: file, line, column, kind of trouble."""
        return self.file, self.line, self.column, self.trouble.key


class KnowledgeError(KatalysError):
    """Every broken file of one run, each with its line."""

    exit_code = UNREADABLE

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__("unreadable-knowledge")
        self.findings = sorted(findings, key=lambda each: each.place)

    def said_in(self, language: Language) -> str:
        return "\n".join(finding.said_in(language) for finding in self.findings)


def machine_trouble(error: Exception) -> str:
    """The key of the sentence that says why the machine refused; its own words may be in another language."""
    return MACHINE_TROUBLES.get(getattr(error, "errno", None) or 0, "machine-other")


def nearest(wrong: str, known: Iterable[str], alike: float = 0.6) -> tuple[str, ...]:
    """At most three names that go on where the wrong one stops, or look like it, best first.

    How much they must be `alike` is a ratio as difflib has it.
    """
    import difflib  # 5 ms that a run without mistakes does without

    wanted, names = wrong.casefold(), sorted(known)
    longer = [name for name in names if name.startswith(wanted)] if len(wanted) > 2 else []
    found = difflib.get_close_matches(wanted, names, n=3, cutoff=alike)
    return tuple(dict.fromkeys((*longer, *found)))[:3]


def nearest_ids(wrong: str, known: Collection[str]) -> tuple[str, ...]:
    """The same for an id, with spaces in the place of hyphens too. Of thousands some always look a little like it."""
    return nearest(wrong, known, 0.7) or nearest(wrong.replace(" ", "-"), known, 0.7)


def where(steps: Sequence[str | int]) -> str:
    """The steps to a field as one writes them: `steps[1].nl`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
