import datetime

import msgspec
import pytest

from katalys_cli.model import Language, Text, Unit
from katalys_cli.wording import amount, condition, date, joined, spoken
from tests.builders import DAY, choices, question, small_base

NL, EN = Language.NL, Language.EN
ASKED = small_base().questions


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        ("2200", Unit.EURO, "€ 2.200", "€2,200"),
        ("5.75", Unit.EURO, "€ 5,75", "€5.75"),
        ("8", Unit.WEEKS, "8 weken", "8 weeks"),
        ("1", Unit.WEEKS, "1 week", "1 week"),
        ("2.5", Unit.PERCENT, "2,5 procent", "2.5 per cent"),
        ("300000", Unit.NUMBER, "300.000", "300,000"),
        ("2027-01-01", Unit.DATE, "1 januari 2027", "1 January 2027"),
    ],
)
def test_an_amount_is_written_as_in_the_language(value, unit, dutch, english):
    assert (amount(value, unit, NL), amount(value, unit, EN)) == (dutch, english)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_name(month):
    assert date(datetime.date(2026, month, 3), NL).startswith("3 ")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (datetime.date(2025, 6, 1), "hooguit € 1.000"),
        (datetime.date(2026, 12, 31), "hooguit € 1.250,50"),
        (datetime.date(2027, 1, 1), "hooguit € 1.250,50"),
        (datetime.date(2020, 1, 1), "hooguit € 1.250,50"),
    ],
)
def test_a_text_shows_the_figure_of_the_day(day, said):
    assert spoken(Text(nl="hooguit {small-grant}", en="-"), small_base(), day, NL) == said


def test_a_figure_that_is_not_there_stays_as_it_is():
    assert spoken(Text(nl="{nope}", en="-"), small_base(), DAY, NL) == "{nope}"


def test_a_text_without_this_language_is_marked():
    assert Text(nl="alleen hier").said_in(EN) == "[nl] alleen hier"


@pytest.mark.parametrize(
    ("when", "unless", "said"),
    [
        ((choices(phase="idea"),), (), "als het een idee is"),
        ((choices(phase="idea", legal_form="none"),), (), "als het een idee is en de groep geen rechtsvorm heeft"),
        ((choices(legal_form="association foundation"),), (), "als de groep een vereniging of stichting is"),
        ((choices(phase="idea"), choices(phase="running")), (), "als het een idee is of het loopt"),
        (
            (choices(phase="idea"), choices(legal_form="none")),
            (),
            "als het een idee is of als de groep geen rechtsvorm heeft",
        ),
        (({},), (choices(phase="idea"),), "tenzij het een idee is"),
        (
            (choices(phase="idea"),),
            (choices(legal_form="none"),),
            "als het een idee is; tenzij de groep geen rechtsvorm heeft",
        ),
        (
            ({},),
            (choices(phase="idea"), choices(legal_form="none")),
            "tenzij het een idee is of de groep geen rechtsvorm heeft",
        ),
        ((choices(phase="idea running"),), (), "als het een idee is of het loopt"),
        (({},), (), None),
    ],
)
def test_a_condition_in_words(when, unless, said):
    assert condition(when, unless, ASKED, NL) == said


def test_clauses_share_their_ends_in_english():
    assert condition((choices(legal_form="association foundation"),), (), ASKED, EN) == (
        "if the group is an association or a foundation"
    )


def test_english_shares_no_end():
    sizes = question("size", "small large")
    for name, clause in {"small": "it is about 10 to 50", "large": "it is about more than 50"}.items():
        sizes.options[name] = msgspec.structs.replace(sizes.options[name], clause=Text(en=clause, nl="-"))

    assert (
        condition((choices(size="small large"),), (), {"size": sizes}, EN) == "if it is about 10 to 50 or more than 50"
    )


@pytest.mark.parametrize(("parts", "said"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_parts_are_joined_as_one_says_them(parts, said):
    assert joined(parts, "or") == said
