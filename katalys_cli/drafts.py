"""A new file for the knowledge: what the author said, and every other field explained in a comment."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from katalys_cli.model import Language, Text

EVERY_FIELD_OF_TIP = """
# What else there may be; take the # away to use it.
# first_step: true              # may open the advice: what an expert says first to this role
# pitfalls:                     # what goes wrong
#   - {nl: ..., en: ...}
# when:                         # dashes are "or", lines under a dash are "and", brackets are "one of"
#   - phase: [idea, start]      # questions and options stand in questions.yaml
# unless:                       # wins over `when`
#   - legal_form: [foundation]
# example: an-example           # the name of a file in examples/
# also_helps: [an-obstacle]     # other obstacles that this tip helps with
# excludes: [a-tip]             # tips that must never come together with this one
# renamed_from: [old-name]      # when you rename this file, so that old links still lead here
#
# A claim of law, money, date or number rests on a source. Then this comes in the place of `basis: practice`:
# basis:
#   - claim: {nl: ..., en: ...}
#     source: a-source          # the name of a file in sources/
"""

EVERY_FIELD_OF_OBSTACLE = """
# What else there may be; take the # away to use it.
# theme: green                  # energy, green, water, care, meeting, mobility, housing, safety, play, culture, ...
# related: [an-obstacle]        # obstacles that look like it
# renamed_from: [old-name]      # when you rename this folder
# basis:                        # when the explanation claims something
#   - claim: {nl: ..., en: ...}
#     source: a-source
"""

README_OF_PACK = """# {name}

Local tips for `katalys`, laid over the knowledge that comes with it:

    katalys --with {name}
    katalys knowledge check --with {name}

The folders are those of the knowledge itself: `obstacles/TYPE/OBSTACLE/TIP.yaml`, `sources/`, `examples/`. One language is
enough. `katalys knowledge new tip {name}` adds a tip.
"""


@dataclass(frozen=True)
class TipDraft:
    title: Text
    roles: Sequence[str]
    effort: str
    why: Text
    steps: Sequence[Text]


@dataclass(frozen=True)
class ObstacleDraft:
    name: Text
    explanation: Text
    signs: Mapping[Language, Sequence[str]] = field(default_factory=dict)
    keywords: Mapping[Language, Sequence[str]] = field(default_factory=dict)


def tip(draft: TipDraft, day: datetime.date) -> str:
    """The file of a tip."""
    return "\n".join(
        [
            *_text("title", draft.title, "an imperative of at most nine words"),
            f"for: [{', '.join(draft.roles)}]",
            f"effort: {draft.effort}                     # hour, day, weeks or months",
            *_text("why", draft.why, "why this works, in one or two sentences"),
            "steps:                          # three to six; each begins with a verb and is one action",
            *(line for step in draft.steps for line in _item(step)),
            "basis: practice                 # from experience, without a source",
            f"reviewed: {day.isoformat()}",
            EVERY_FIELD_OF_TIP.lstrip("\n"),
        ]
    )


def obstacle(draft: ObstacleDraft, day: datetime.date) -> str:
    """The file of an obstacle."""
    return "\n".join(
        [
            *_text("name", draft.name, "at most nine words, as someone would sigh it"),
            *_text("explanation", draft.explanation, "what is going on, in three to five short sentences"),
            *_words("signs", draft.signs, "how people say it themselves"),
            *_words("keywords", draft.keywords, "words that should lead here"),
            f"reviewed: {day.isoformat()}",
            EVERY_FIELD_OF_OBSTACLE.lstrip("\n"),
        ]
    )


def as_id(said: str) -> str:
    """A name for a file, from a title: small letters, digits and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", said.casefold()))


def _text(name: str, text: Text, comment: str) -> Iterator[str]:
    yield f"{name}:".ljust(32) + f"# {comment}"
    yield from (f"  {language}: {_quoted(getattr(text, language))}" for language in Language if getattr(text, language))


def _item(text: Text) -> Iterator[str]:
    said = [(language, getattr(text, language)) for language in Language if getattr(text, language)]
    for index, (language, each) in enumerate(said):
        yield f"  {' ' if index else '-'} {language}: {_quoted(each)}"


def _words(name: str, words: Mapping[Language, Sequence[str]], comment: str) -> Iterator[str]:
    yield f"{name}:".ljust(32) + f"# {comment}"
    for language, said in words.items():
        if said:
            yield f"  {language}: [{', '.join(map(_quoted, said))}]"


def _quoted(said: str) -> str:
    """Text between double quotes, which YAML reads as JSON does."""
    return json.dumps(said, ensure_ascii=False)
