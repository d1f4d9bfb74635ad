"""The code of each kind of finding, and the page that explains it: what is wrong, what is right, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from katalys_cli import reading
from katalys_cli.blocks import Block, Code, Heading, Paragraph, Point, Points
from katalys_cli.errors import KatalysError, NothingFound, nearest
from katalys_cli.messages import say
from katalys_cli.model import Language, Text
from katalys_cli.report import SCHEMA

PAGES_FILE = Path(__file__).parent / "findings.yaml"


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one code stands for. `troubles` are the keys of the sentences that it gathers; some have a hint of their own."""

    title: Text
    severity: Literal["error", "warning"]
    troubles: tuple[str, ...]
    hint: Text
    wrong: str
    right: str
    why: Text
    hints: dict[str, Text] = {}


class Codes:
    """Every page by code, and the code of each trouble."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = pages
        self._of = {trouble: code for code, page in pages.items() for trouble in page.troubles}

    def of(self, trouble: KatalysError) -> str:
        """The code of a trouble; of one that is not proven it is empty."""
        return self._of.get(trouble.key, "")

    def hint(self, trouble: KatalysError) -> Text:
        """What to do about it."""
        page = self.pages[self.of(trouble)]
        return page.hints.get(trouble.key, page.hint)

    def told(self, code: str | None, language: Language) -> dict[str, Any]:
        """The page of a code as data, or every page."""
        wanted = [as_code(code)] if code else list(self.pages)
        return {"schema": SCHEMA, "kind": "finding", "items": [self._told(each, language) for each in wanted]}

    def _told(self, code: str, language: Language) -> dict[str, Any]:
        page = self.pages[code]
        said = {name: getattr(page, name).said_in(language) for name in ("title", "why", "hint")}
        return {"id": code, "severity": page.severity, "wrong": page.wrong, "right": page.right, **said}

    def page(self, code: str) -> Page:
        """The page of a code. Raises NothingFound with the nearest codes."""
        wanted = as_code(code)
        if wanted not in self.pages:
            raise NothingFound("no-such-code", name=code, near=_nearest(wanted, self.pages))
        return self.pages[wanted]


def as_code(typed: str) -> str:
    """A code as it is written: `kb5` and `5` mean KB05."""
    number = re.fullmatch(r"(?:KB)?0*(\d{1,2})", typed.strip().upper())
    return f"KB{int(number[1]):02}" if number else typed.strip().upper()


def _nearest(wanted: str, codes: Iterable[str]) -> tuple[str, ...]:
    lower = {code.casefold(): code for code in codes}
    return tuple(lower[each] for each in nearest(wanted, lower))


@cache
def codes() -> Codes:
    """The codes that katalys knows."""
    return Codes(reading.record(PAGES_FILE, PAGES_FILE.name, dict[str, Page]))


def document(code: str, page: Page, language: Language, level: int = 1) -> Iterator[Block]:
    """The page as a document."""
    yield Heading(level, f"{code}: {page.title.said_in(language)}")
    yield Paragraph(say(f"severity-{page.severity}", language).capitalize() + ".")
    for label, example in (("label-wrong", page.wrong), ("label-right", page.right)):
        yield Paragraph("", say(label, language))
        yield Code(example.rstrip())
    yield Paragraph(page.why.said_in(language), say("label-why", language))
    yield Paragraph(page.hint.said_in(language), say("label-do", language))


def all_pages(of: Codes, language: Language) -> list[Block]:
    """Every page in one document."""
    pages = [block for code, page in of.pages.items() for block in document(code, page, language, 2)]
    return [Heading(1, say("findings", language)), Paragraph(say("findings-explained", language)), *pages]


def overview(of: Codes, language: Language) -> list[Block]:
    """Every code with its title."""
    points = tuple(Point(page.title.said_in(language), id=code) for code, page in of.pages.items())
    return [Heading(1, say("findings", language)), Points(points)]
