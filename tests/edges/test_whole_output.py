"""One advice, whole, in every form, as it must read. To renew after a wanted change: KATALYS_RENEW=1 pytest."""

import os
from pathlib import Path

import msgspec
import pytest

from katalys_cli import export, prose
from katalys_cli.advice import advise
from katalys_cli.model import Language
from katalys_cli.report import Report, Teller
from tests.builders import DAY, choices, small_base

EXPECTED = Path(__file__).parents[1] / "expected"
ANSWERS = choices(role="initiator", obstacle="no-money no-permit", legal_form="none", money_from="unknown")


def written(report: Report, teller: Teller, form: str) -> str:
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
    document = prose.advice(report, teller, for_file=True)
    if form == "html":
        return export.html(document, teller.language)
    return export.markdown(document) if form == "md" else export.text(document)


@pytest.mark.parametrize("form", ["txt", "md", "html", "json"])
@pytest.mark.parametrize("language", list(Language))
def test_a_whole_advice(language, form):
    teller = Teller(small_base(), language, DAY)
    result = written(teller.report(advise(small_base(), ANSWERS)), teller, form)
    path = EXPECTED / f"advice-{language}.{form}"
    if os.environ.get("KATALYS_RENEW"):
        path.write_text(result, encoding="utf-8")

    assert result == path.read_text(encoding="utf-8")
