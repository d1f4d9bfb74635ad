import msgspec
import pytest

from katalys_cli import entries, export
from katalys_cli.errors import KatalysError, NothingFound
from katalys_cli.model import Language, Theme
from katalys_cli.report import Teller
from tests.builders import DAY, small_base

TELLER = Teller(small_base(), Language.EN, DAY)


@pytest.mark.parametrize("wanted", ["obstacle", "Obstacles"])
def test_a_kind_may_be_named_in_the_singular(wanted):
    assert entries.kind_named(wanted) == "obstacles"


def test_a_kind_that_is_not_there_brings_the_nearest():
    with pytest.raises(KatalysError) as error:
        entries.kind_named("obstacels")

    assert "Choose from: obstacles" in error.value.said_in(Language.EN)


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("obstacles", {"id": "no-money", "name": "There is no money", "type": "finance"}),
        ("tips", {"id": "ask-for-a-date", "title": "Ask for a date", "effort": "hour"}),
        ("roles", {"id": "initiator", "name": "Initiator"}),
        ("questions", {"id": "role", "name": "Who are you?", "many": False}),
        ("sources", {"id": "decision-law", "title": "Algemene wet bestuursrecht", "kind": "law"}),
        ("examples", {"id": "street-fund", "where": "Voorbeeldstad", "when": "2024"}),
        ("terms", {"id": "penvoerder", "name": "host organisation (penvoerder)"}),
        ("figures", {"id": "small-grant", "name": "Small grant", "unit": "euro"}),
    ],
)
def test_a_list_tells_what_each_entry_is_called(kind, first):
    told = entries.listed(kind, TELLER)["items"][0]

    assert first.items() <= told.items()


@pytest.mark.parametrize("kind", entries.KINDS)
def test_every_entry_has_a_document_with_one_title(kind):
    for name in entries.KINDS[kind].entries(small_base()):
        written = export.markdown(entries.document(entries.KINDS[kind], name, TELLER))

        assert written.startswith("# ")
        assert written.count("\n# ") == 0


def test_an_obstacle_shows_the_tips_of_each_role():
    written = export.text(entries.document(*entries.named(small_base(), "no-money"), TELLER))

    assert "Tips for: Alderman" in written
    assert "Put it in the budget (name-it-in-the-budget)" in written
    assert "The permit does not come (no-permit)" in written


def test_a_tip_shows_whom_it_fits():
    written = export.text(entries.document(*entries.named(small_base(), "find-a-host"), TELLER))

    assert "Fits you if the group has no legal form; unless the money comes from own income." in written


def test_a_figure_tells_which_period_is_in_force():
    written = export.text(entries.document(*entries.named(small_base(), "small-grant"), TELLER))

    assert "€1,250.50: from 1 January 2026 until 31 December 2026 (in force)" in written
    assert "€1,000: from 1 January 2025 until 31 December 2025\n" in written


def test_one_entry_as_data_is_in_one_language():
    told = entries.shown(*entries.named(small_base(), "find-a-host"), TELLER)

    assert told["kind"] == "tip"
    assert told["item"]["title"] == "Find a host organisation"
    assert told["item"]["steps"][1] == "Ask the municipality: may €1,250.50 go to a host?"
    assert told["item"]["for"] == ["initiator"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("find-host", "find-a-host"),
        ("find-a", "find-a-host"),
        ("no mony", "no-money"),
        ("qqqq", None),
        ("findings", None),
    ],
)
def test_an_entry_that_is_not_there_brings_the_nearest(name, near):
    with pytest.raises(NothingFound) as error:
        entries.named(small_base(), name)

    assert (f"mean {near}" in error.value.said_in(Language.EN)) == (near is not None)


def test_obstacles_of_one_theme_by_its_name_in_either_language():
    base = small_base()
    watery = msgspec.structs.replace(base.obstacles["no-permit"], theme=Theme.WATER)
    told = Teller(msgspec.structs.replace(base, obstacles={**base.obstacles, "no-permit": watery}), Language.EN, DAY)

    assert [each["id"] for each in entries.listed("obstacles", entries.of_theme(told, "Water"))["items"]] == [
        "no-permit"
    ]
    assert list(entries.of_theme(told, "energie").base.obstacles) == []


def test_a_theme_that_is_not_there_gets_the_nearest():
    with pytest.raises(KatalysError) as error:
        entries.of_theme(TELLER, "watr")

    assert "water" in error.value.said_in(Language.EN)


def test_an_id_may_be_typed_with_spaces():
    assert entries.named(small_base(), "Find a host")[1] == "find-a-host"


def test_an_obstacle_of_a_type_that_is_not_told_stands_under_its_folder():
    base = small_base()
    told = Teller(msgspec.structs.replace(base, types={}), Language.EN, DAY)

    written = export.text(entries.list_document("obstacles", told))

    assert f"\n{base.obstacles['no-permit'].type}\n---" in written
    assert "(no-permit)" in written
