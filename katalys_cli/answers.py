"""Answers in a file: plain YAML (or JSON, which is YAML), question: option or a list of them; or a report of ours."""

from __future__ import annotations

from pathlib import Path

from katalys_cli import export, reading, remembering
from katalys_cli.errors import KatalysError, KnowledgeError
from katalys_cli.model import Choices, KnowledgeBase, Language
from katalys_cli.remembering import Remembered

REPORTS = (".md", ".markdown")


class AnswersError(KatalysError):
    """The file of answers cannot be read."""


def read(path: Path) -> Remembered:
    """The answers in a file, as typed. Raises AnswersError."""
    try:
        text = reading.contents(path, str(path))
        reported = remembering.from_report(text)
        if reported is not None:
            return Remembered(reported)
        if path.suffix.casefold() in REPORTS:
            raise AnswersError("no-answers-in-report", path=path)
        raw = reading.record(path, str(path), dict[str, str | list[str]])
    except KnowledgeError as error:
        found = error.findings[0]
        if found.trouble.key == "cannot-read":
            raise AnswersError("no-answers-there", path=path, **found.trouble.values) from error
        raise AnswersError("unreadable-answers", path=path, trouble=found) from error
    given = {name: [said] if isinstance(said, str) else said for name, said in raw.items() if said}
    return Remembered(given, remembering.comments(text))


def write(path: Path, base: KnowledgeBase, answers: Choices, language: Language, *, force: bool) -> Path:
    """Write the answers whole or not at all, and give the full path. Raises KatalysError."""
    return export.write(path, remembering.written(base, answers, language), force=force)
