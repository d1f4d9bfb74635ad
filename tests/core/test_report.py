import datetime
import re

import msgspec
import pytest

from katalys_cli import export, prose
from katalys_cli.advice import advise
from katalys_cli.model import KnowledgeBase, Language, Tip
from katalys_cli.report import Teller
from tests.builders import DAY, choices, small_base, tip
from tests.core.with_tips import base_with

INITIATOR = choices(role="initiator", obstacle="no-money", legal_form="none")


def written(base: KnowledgeBase, language: Language = Language.EN, everything: bool = False, **answers: str) -> str:
    teller = Teller(base, language, DAY)
    report = teller.report(advise(base, choices(obstacle="no-money", **answers)))
    return export.text(prose.advice(report, teller, everything=everything))


def notices(base: KnowledgeBase, day: datetime.date) -> list[str]:
    return Teller(base, Language.EN, day).report(advise(base, INITIATOR)).notices


def local(base_tip: Tip) -> Tip:
    return msgspec.structs.replace(base_tip, pack="our-town")


def test_no_legal_advice_is_said_once():
    assert written(small_base(), role="initiator").count("no legal advice and no publication") == 1


def test_a_figure_out_of_date_is_told():
    assert len(notices(small_base(), DAY)) == 1
    assert notices(small_base(), datetime.date(2027, 1, 1))[1] == (
        'Take care: "Small grant" held until 31 December 2026. Look up the new amount or date.'
    )


def test_tips_of_others_are_marked():
    base = base_with(local(tip(first_step=True)))

    assert "Local tip by: our-town" in written(base, role="initiator")
    assert 'With local tips from "our-town".' in written(base, role="initiator")


def test_all_tips_may_be_shown_in_full():
    base = base_with(*(tip(f"tip-{number}") for number in range(4)))
    brief = written(base, role="initiator")
    whole = written(base, role="initiator", everything=True)

    assert brief.count("do it") == 3
    assert "After that\n----------\n\nWith --all each tip tells how that goes.\n  - tip-3 (a day; tip-3)" in brief
    assert whole.count("do it") == 4
    assert "After that" not in whole


def test_sources_are_numbered_as_one_meets_them():
    base = small_base()
    grant = base.sources["grant-scheme"]
    fund = msgspec.structs.replace(base.examples["street-fund"], source="street-news")
    news = msgspec.structs.replace(grant, id="street-news")
    sources, examples = {"grant-scheme": grant, "street-news": news}, {"street-fund": fund}
    told = written(msgspec.structs.replace(base, sources=sources, examples=examples), role="initiator")

    assert re.findall(r"\[(\d)\]", told) == ["1", "2"]


def test_without_a_tip_the_reader_is_sent_to_the_other_side():
    base = base_with(tip(roles="alderman"))

    assert "There is no tip for your situation yet." in written(base, role="initiator")


@pytest.mark.parametrize(
    ("role", "heading"), [("initiator", "Professionals can do this"), ("alderman", "Initiators can do this themselves")]
)
def test_the_other_side_is_headed_for_the_reader(role, heading):
    assert heading in written(small_base(), role=role)


def test_the_obstacle_stands_in_the_data_without_figures_unfilled():
    base = msgspec.structs.replace(small_base())
    report = Teller(base, Language.NL, DAY).report(advise(base, INITIATOR))

    assert "{" not in str(report.findings[0].tips)


def test_the_words_that_a_newcomer_may_not_know_are_explained():
    assert "penvoerder: Een organisatie" in written(small_base(), Language.NL, role="initiator")
    assert "Words" not in written(small_base(), role="alderman")


def test_a_word_is_not_explained_to_who_works_with_it():
    host = msgspec.structs.replace(small_base().terms["penvoerder"], known_to=frozenset({"professional"}))
    base = msgspec.structs.replace(base_with(tip("penvoerder", roles="initiator alderman")), terms={"penvoerder": host})

    assert "Woorden" in written(base, Language.NL, role="initiator")
    assert "Woorden" not in written(base, Language.NL, role="alderman")
