"""Answers in a file: plain YAML (or JSON, which is YAML), question: option or a list of them."""

from __future__ import annotations

from pathlib import Path

from katalys_cli import reading
from katalys_cli.errors import KatalysError, KnowledgeError
from katalys_cli.questionnaire import Given


class AnswersError(KatalysError):
    """The file of answers cannot be read."""


def read(path: Path) -> Given:
    """The answers in a file, as typed. Raises AnswersError."""
    try:
        raw = reading.record(path, str(path), dict[str, str | list[str]])
    except KnowledgeError as error:
        raise AnswersError("unreadable-answers", path=path, trouble=error.findings[0]) from error
    return {name: [said] if isinstance(said, str) else said for name, said in raw.items() if said}
