"""What is sound in an entry that has mistakes in its form, so that these do not hide others in the same file.

The fields that are wrong are left blank, and nothing is said of them again. Such an entry serves only to be looked at: it
decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from katalys_cli import loader, reading
from katalys_cli.authoring import Known
from katalys_cli.errors import Finding
from katalys_cli.model import KnowledgeBase
from katalys_cli.shelf import Shelved
from katalys_cli.troubles import Trouble

COLLECTIONS = {"tip": "tips", "obstacle": "obstacles", "example": "examples", "type": "types"}


@dataclass(frozen=True)
class Salvaged:
    """The base together with the entries that are sound in part, and of these the fields that are not."""

    base: KnowledgeBase
    spoilt: Mapping[tuple[str, str], frozenset[str]]

    def tells(self, trouble: Trouble) -> bool:
        """Whether it is about something that an author wrote, and not about a blank."""
        spoilt = self.spoilt.get((trouble.kind, trouble.id))
        return spoilt is None or (bool(trouble.steps) and str(trouble.steps[0]) not in spoilt)


def salvaged(known: Known) -> Salvaged:
    """All that can be looked at."""
    parts: dict[str, Any] = {}
    spoilt: dict[tuple[str, str], frozenset[str]] = {}
    for kind, name in COLLECTIONS.items():
        entries = dict(getattr(known.base, name))
        for file in known.unread.get(kind, ()):
            wrong = _fields([finding for finding in known.findings if finding.file == file.name])
            entry = _entry(file, wrong, known.base) if wrong and file.id not in entries else None
            if entry is not None:
                entries[file.id], spoilt[kind, file.id] = entry, wrong
        parts[name] = entries
    return Salvaged(msgspec.structs.replace(known.base, **parts), spoilt)


def _fields(findings: list[Finding]) -> frozenset[str]:
    """The fields that are wrong, and those that a wrong one was meant to be; none where it is the file as a whole."""
    if any(not finding.steps and finding.trouble.key != "missing-field" for finding in findings):
        return frozenset()
    wrong = {str(each.steps[0] if each.steps else each.trouble.values["name"]) for each in findings}
    meant = {name for each in findings if len(each.steps) == 1 for name in each.trouble.values.get("near", ())}
    return frozenset(wrong | meant)


def _entry(file: Shelved, wrong: frozenset[str], base: KnowledgeBase) -> Any:
    assert file.kind
    kind, record = file.kind
    found = reading.sound_fields(file.path, record, wrong)
    return None if found is None else loader.placed(found, kind, file.root, file.path, base.questions)
