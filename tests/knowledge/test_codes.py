"""Every finding has one code, and each code has a page that is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from katalys_cli import codes, export
from katalys_cli.errors import NothingFound
from katalys_cli.examining import examine
from katalys_cli.folders import Folder
from katalys_cli.model import Language
from katalys_cli.sentences import MESSAGES
from tests.builders import DAY
from tests.knowledge.planted import copy
from tests.knowledge.test_findings import IN_A_FILE, IN_SEVERAL_FILES

CODES = codes.codes()
PROGRAM = Path(codes.__file__).parent
WHERE_FINDINGS_COME_FROM = "alike authoring checks decisions facts form loader plain reading shelf slips translations troubles examining".split()
NO_FINDINGS = {
    *("not-proven", "not-proven-for", "knowledge-sound"),
    *("accepted", "translations-accepted", "more-accepted", "nothing-accepted"),
}
"""What is told apart from the findings."""


GATHERED = {trouble for page in CODES.pages.values() for trouble in page.troubles}


def raised_in(module: str) -> set[str]:
    """The keys of sentences that a module can report."""
    code = (PROGRAM / f"{module}.py").read_text(encoding="utf-8")
    said = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', code)) & MESSAGES.keys()
    raised = set(re.findall(r'KatalysError\(\s*"([a-z0-9-]+)"', code))
    return raised | {key for key in said if "-" in key or key in GATHERED}


def test_every_trouble_has_one_code():
    troubles = [trouble for page in CODES.pages.values() for trouble in page.troubles]
    reported = set().union(*(raised_in(module) for module in WHERE_FINDINGS_COME_FROM)) - NO_FINDINGS

    assert len(troubles) == len(set(troubles))
    assert reported == GATHERED
    assert all(set(page.hints) <= set(page.troubles) for page in CODES.pages.values())
    assert set(MESSAGES) >= GATHERED


def test_every_code_is_in_order():
    assert list(CODES.pages) == sorted(CODES.pages)
    assert all(re.fullmatch(r"KB\d\d", code) for code in CODES.pages)


def test_the_severity_of_a_page_is_that_of_its_findings(tmp_path):
    together = [plant for plant in IN_A_FILE if not plant.alone]
    alone = [[plant] for plant in IN_A_FILE if plant.alone]
    examined = []
    for number, plants in enumerate([together, *alone, *IN_SEVERAL_FILES.values()]):
        several = copy(tmp_path / str(number))
        for plant in plants:
            plant.into(several)
        examined.append(examine(Folder(several), DAY))
    seen = {(CODES.of(each.trouble), each.warning) for found in examined for each in found.findings}

    assert {code for code, _ in seen} >= set(CODES.pages) - {"KB15"}
    assert seen == {(code, CODES.pages[code].severity == "warning") for code, _ in seen}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", CODES.pages)
def test_every_page_can_be_read(code, language):
    page = CODES.page(code.lower())
    written = export.markdown(list(codes.document(code, page, language)))

    for said in (page.title, page.why, page.hint):
        assert said.nl
        assert said.en
        assert said.said_in(language) in re.sub(r"\\(?=[\W_])", "", written)
    assert page.wrong != page.right


@pytest.mark.parametrize("typed", ["KB05", "kb05", " kb5", "5", "05"])
def test_a_code_may_be_typed_in_several_ways(typed):
    assert CODES.page(typed) == CODES.pages["KB05"]


def test_a_code_that_is_near_is_offered():
    with pytest.raises(NothingFound) as error:
        CODES.page("KB39")

    assert "Did you mean" in error.value.said_in(Language.EN)


def test_the_page_in_the_docs_is_the_one_that_katalys_writes():
    written = export.markdown(codes.all_pages(CODES, Language.EN))

    assert (Path(__file__).parents[2] / "docs" / "findings.md").read_text(encoding="utf-8") == written
