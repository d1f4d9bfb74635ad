import datetime
from pathlib import Path

import pytest

from katalys_cli import authoring, loader
from katalys_cli.errors import Finding, KatalysError, KnowledgeError, NoKnowledge
from katalys_cli.examining import examine
from katalys_cli.folders import Folder
from katalys_cli.mappings import ByObstacle, Packed
from katalys_cli.model import Language, Tip
from tests.builders import DAY, SMALL, small_base

TIP = "obstacles/finance/no-money/find-a-host.yaml"
OBSTACLE = "obstacles/finance/no-money/obstacle.yaml"


def said(folder: Path, language: Language = Language.EN) -> list[str]:
    return [finding.said_in(language) for finding in authoring.findings(Folder(folder))]


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_path_tells_id_type_and_obstacle():
    tip = small_base().tips["find-a-host"]

    assert (tip.id, tip.obstacle, tip.pack) == ("find-a-host", "no-money", None)
    assert small_base().obstacles["no-money"].type == "finance"


def test_the_name_of_a_group_stands_for_its_members():
    assert small_base().tips["name-it-in-the-budget"].for_ == {"alderman", "council-member"}


def test_types_come_in_the_order_of_the_knowledge():
    assert list(small_base().types) == ["finance", "rules"]


def test_a_tip_stands_with_the_obstacles_that_it_also_helps():
    assert {tip.id for tip in small_base().tips_for("no-permit")} == {"ask-for-a-date", "count-your-hours"}


def test_what_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        small_base().tips["nope"]
    with pytest.raises(KeyError):
        small_base().sources["nope"]


def test_the_small_base_is_sound():
    assert said(SMALL) == []


def test_words_of_yaml_stay_what_was_typed(small):
    spoil(small, TIP, "{nl: Zoek een penvoerder, en: Find a host organisation}", "{nl: no, en: on}")

    assert loader.load(Folder(small)).tips["find-a-host"].title.nl == "no"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (TIP, "effort: day", "efort: day", "small/obstacles/finance/no-money/find-a-host.yaml:3: `efort` does not belong here. Did you mean `effort`?"),
        (TIP, "effort: day", "effort: fortnight", "small/obstacles/finance/no-money/find-a-host.yaml:3: effort: `fortnight` is not allowed here. Choose from: hour, day, weeks, months."),
        (TIP, "effort: day\n", "", "small/obstacles/finance/no-money/find-a-host.yaml:1: `effort` is missing."),
        (TIP, "for: [initiator]", "for: initiator", "small/obstacles/finance/no-money/find-a-host.yaml:2: for: a list belongs here, with a dash on each line."),
        (TIP, "first_step: true", "first_step: maybe", "small/obstacles/finance/no-money/find-a-host.yaml:4: first_step: `true` or `false` belongs here."),
        (TIP, "reviewed: 2026-11-01", "reviewed: yesterday", "small/obstacles/finance/no-money/find-a-host.yaml:19: reviewed: a date such as 2026-11-23 belongs here."),
        (TIP, "effort: day", "effort: day\neffort: day", "small/obstacles/finance/no-money/find-a-host.yaml:4: `effort` stands here twice."),
        (TIP, "effort: day", "effort: day\nid: other", "small/obstacles/finance/no-money/find-a-host.yaml:4: `id` does not belong in the file: the folder and the file name tell it already."),
        (TIP, "for: [initiator]", "for: [iniator]", "small/obstacles/finance/no-money/find-a-host.yaml:2: for: there is no role `iniator`. Did you mean `initiator`?"),
        (TIP, "legal_form: [none]", "legal_form: [nune]", "small/obstacles/finance/no-money/find-a-host.yaml:12: when[0].legal_form: there is no option `nune`. Did you mean `none`?"),
        (TIP, "- legal_form: [none]", "- legalform: [none]", "small/obstacles/finance/no-money/find-a-host.yaml:12: when[0].legalform: there is no question `legalform`. Did you mean `legal_form`?"),
        (TIP, "- legal_form: [none]", "- role: [initiator]", "small/obstacles/finance/no-money/find-a-host.yaml:12: when[0].role: the role stands in `for`, not in a condition."),
        (TIP, "source: grant-scheme", "source: grant-sceme", "small/obstacles/finance/no-money/find-a-host.yaml:17: basis[0].source: there is no source `grant-sceme`. Did you mean `grant-scheme`?"),
        (TIP, "example: street-fund", "example: streetfund", "small/obstacles/finance/no-money/find-a-host.yaml:18: example: there is no example `streetfund`. Did you mean `street-fund`?"),
        (TIP, "mag {small-grant}", "mag {small-grnt}", "small/obstacles/finance/no-money/find-a-host.yaml:8: steps[1]: there is no figure `small-grnt`. Did you mean `small-grant`?"),
        (TIP, ", en: Find a host organisation", "", "small/obstacles/finance/no-money/find-a-host.yaml:1: title: missing `en`."),
        (TIP, "basis:", "basis: []\nbases:", "small/obstacles/finance/no-money/find-a-host.yaml:16: `bases` does not belong here. Did you mean `basis`?"),
        (TIP, "Zoek een", "Zoek\u202een", "small/obstacles/finance/no-money/find-a-host.yaml:1: There is an invisible character here (U+202E). Take it out."),
        (OBSTACLE, "related: [no-permit]", "related: [no-permits]", "small/obstacles/finance/no-money/obstacle.yaml:5: related: there is no obstacle `no-permits`. Did you mean `no-permit`?"),
        ("questions.yaml", "text: {nl: Hoe ver is het?, en: How far is it?}", "txt: {nl: x, en: y}", "small/questions.yaml:18: phase: `txt` does not belong here. Did you mean `text`?"),
        ("figures.yaml", "unit: euro", "unit: dollar", "small/figures.yaml:3: small-grant.unit: `dollar` is not allowed here. Choose from: euro, percent, number, date, days, weeks, months, years."),
        ("figures.yaml", "source: decision-law", "source: decision-low", "small/figures.yaml:11: decision-term.periods[0].source: there is no source `decision-low`. Did you mean `decision-law`?"),
        ("examples/street-fund.yaml", "source: grant-scheme", "source: grants", "small/examples/street-fund.yaml:5: source: there is no source `grants`. Did you mean `grant-scheme`?"),
        ("scenarios/small.yaml", "[find-a-host]", "[find-host]", "small/scenarios/small.yaml:3: [0].advice.no-money: there is no tip `find-host`. Did you mean `find-a-host`?"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_file_line_and_help(small, file, old, new, expected):
    spoil(small, file, old, new)

    assert said(small) == [expected]


def test_yaml_that_does_not_parse_has_a_line(small):
    spoil(small, TIP, "effort: day", "effort: [day")

    (finding,) = said(small, Language.NL)
    assert finding.startswith("small/obstacles/finance/no-money/find-a-host.yaml:3: Dit is geen YAML: deze haak")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("effort: {day", "bracket"),
        ("effort: a: b", "colon too many"),
        ("effort: 'day", "quote"),
        ("effort: @day", "cannot begin"),
        ("effort: day\n  why: x", "YAML"),
        ("effort\nwhy: x", "YAML"),
        (" effort: day", "indented"),
    ],
)
def test_what_is_wrong_with_yaml_is_said_in_our_words(small, line, key):
    spoil(small, TIP, "effort: day", line)

    (finding,) = said(small)
    assert key in finding


def test_a_file_that_is_not_utf_8_has_a_line(small):
    (small / TIP).write_bytes(b"title:\n  nl: co\xf6peratie\n")

    assert said(small) == [
        "small/obstacles/finance/no-money/find-a-host.yaml:2: This file is not UTF-8. Save it as UTF-8."
    ]


def test_every_broken_file_is_reported_in_one_run(small):
    spoil(small, OBSTACLE, "name:", "nam:")
    spoil(small, "obstacles/rules/no-permit/obstacle.yaml", "name:", "nam:")

    assert len(said(small)) == 2


def test_a_folder_without_knowledge_is_refused(tmp_path):
    with pytest.raises(KatalysError) as error:
        loader.load(Folder(tmp_path))

    assert str(tmp_path) in error.value.said_in(Language.EN)


def test_advice_that_leans_on_nothing_is_refused_with_its_place(small):
    spoil(small, TIP, "source: grant-scheme", "source: gone")
    folder = Folder(small)

    with pytest.raises(KnowledgeError) as error:
        authoring.guarded(folder, loader.load(folder)).tips_for("no-money")
    assert "find-a-host.yaml:17" in error.value.said_in(Language.EN)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "our-town" / "obstacles" / "finance" / "no-money"
    folder.mkdir(parents=True)
    (folder / "ask-our-fund.yaml").write_text(
        "title: {nl: Vraag ons fonds}\nfor: [initiator]\neffort: day\nwhy: {nl: Het is dichtbij.}\n"
        "steps: [{nl: Bel ons fonds.}]\nbasis: practice\nreviewed: 2026-11-01\n"
    )
    return tmp_path / "our-town"


def test_a_pack_adds_tips_and_is_named(pack):
    tip = loader.load(Folder(SMALL, [pack])).tips["ask-our-fund"]

    assert tip.pack == "our-town"
    assert tip in loader.load(Folder(SMALL, [pack])).tips_for("no-money")


def test_a_pack_may_have_one_language(pack):
    assert authoring.findings(Folder(SMALL, [pack])) == []


def test_a_pack_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(KatalysError):
        loader.load(Folder(SMALL, [tmp_path / "nope"]))


def beyond_language(folder: Folder, day: datetime.date = DAY) -> list[Finding]:
    """Every finding but those that a base this small cannot avoid: few steps, a tip for everybody, options alike."""
    found = examine(folder, day)
    return [each for each in found.mistakes if found.codes.of(each.trouble) not in ("KB27", "KB28", "KB33", "KB66")]


def every_finding(folder: Folder) -> list[str]:
    return [each.said_in(Language.EN) for each in beyond_language(folder)]


def test_a_situation_without_advice_is_reported_with_the_answers(small):
    (small / "obstacles/finance/no-money/count-your-hours.yaml").unlink()
    spoil(small, TIP, "  - legal_form: [none]", "  - legal_form: [none]\n    phase: [idea]")

    assert every_finding(Folder(small))[0] == (
        "small/obstacles/finance/no-money/obstacle.yaml:1: Initiator gets no tip at all with "
        "phase=idea; legal_form=none; money_from=own-means. Nearest: ask-for-the-register (legal_form=association,foundation); "
        "find-a-host (≠ money_from=own-means)."
    )


def test_a_role_without_any_tip_is_reported(small):
    spoil(small, "obstacles/finance/no-money/name-it-in-the-budget.yaml", "[professional]", "[alderman]")

    assert every_finding(Folder(small)) == [
        "small/obstacles/finance/no-money/obstacle.yaml:1: Council member gets no tip at all here."
    ]


def test_a_tip_that_nobody_gets_is_reported(small):
    spoil(small, TIP, "- money_from: [own-means]", "- legal_form: [none]")

    assert every_finding(Folder(small)) == [
        "small/obstacles/finance/no-money/find-a-host.yaml:11: nobody gets this tip: no answers fit `when` "
        "without being shut out by `unless`."
    ]


def test_an_interview_over_the_promise_is_reported(small):
    spoil(small, "about.yaml", "most_questions: 6", "most_questions: 4")

    assert "Initiator may get 5 questions here, more than the 4" in every_finding(Folder(small))[0]


def test_a_figure_out_of_date_is_only_a_warning(small):
    found = beyond_language(Folder(small), datetime.date(2027, 1, 1))

    assert [(each.line, each.warning) for each in found] == [(6, True)]
    assert "no period of this figure holds on 2027-01-01" in found[0].said_in(Language.EN)


def test_a_source_that_nothing_uses_is_only_a_warning(small):
    (small / "sources/other.yaml").write_text((small / "sources/grant-scheme.yaml").read_text())
    found = beyond_language(Folder(small))

    assert [(each.file, each.warning) for each in found] == [("small/sources/other.yaml", True)]


def test_local_tips_need_not_serve_every_role(pack):
    folder = pack / "obstacles" / "finance" / "our-own"
    folder.mkdir()
    (folder / "obstacle.yaml").write_text(
        "name: {nl: Van ons}\nexplanation: {nl: Hier.}\nsigns: {nl: [x]}\nkeywords: {nl: [x]}\nreviewed: 2026-11-01\n"
    )
    (folder / "only-for-us.yaml").write_text(
        "title: {nl: Doe het}\nfor: [initiator]\neffort: day\nwhy: {nl: Het helpt.}\n"
        "steps: [{nl: Begin.}]\nbasis: practice\nreviewed: 2026-11-01\n"
    )
    found = beyond_language(Folder(SMALL, [pack]))

    assert found
    assert all(each.warning for each in found)


def test_two_tips_of_one_name_are_reported(small):
    (small / "obstacles/rules/no-permit/find-a-host.yaml").write_text((small / TIP).read_text())

    assert "small/obstacles/rules/no-permit/find-a-host.yaml:1: `find-a-host` stands in" in ("\n".join(said(small)))


@pytest.mark.parametrize("name", ["about", "figures", "obstacles/finance/no-money/obstacle"])
def test_knowledge_with_a_misnamed_file_is_not_sound(small, name):
    (small / f"{name}.yaml").rename(small / f"{name}.yml")

    with pytest.raises(KnowledgeError, match="unreadable-knowledge") as error:
        authoring.sound(Folder(small))
    assert [each.trouble.key for each in error.value.findings] == ["misnamed-file"]


def test_a_folder_of_tips_with_a_misspelt_name_is_told_the_right_one(small):
    (small / "obstacles/finance/no-mony").mkdir()
    (small / TIP).rename(small / "obstacles/finance/no-mony/lost.yaml")

    assert said(small)[0].endswith("no-mony/obstacle.yaml:1: obstacle.yaml is missing. Did you mean `no-money`?")


def test_a_tip_in_a_folder_that_is_no_obstacle_is_reported(small):
    (small / "obstacles/finance/nowhere").mkdir()
    (small / TIP).rename(small / "obstacles/finance/nowhere/lost.yaml")

    assert "small/obstacles/finance/nowhere/obstacle.yaml:1: obstacle.yaml is missing." in said(small)[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("value: 8,", "value: eight,", "`eight` is no value."),
        (
            "  periods:\n    - {from: 1994-01-01, value: 8, source: decision-law}",
            "  periods: []",
            "at least one period",
        ),
    ],
)
def test_a_figure_without_a_value_is_reported(small, old, new, expected):
    spoil(small, "figures.yaml", old, new)

    assert expected in said(small)[0]


def test_a_tip_of_a_pack_takes_the_place_of_ours(pack):
    own = pack / "obstacles/finance/no-money/find-a-host.yaml"
    own.write_text((pack / "obstacles/finance/no-money/ask-our-fund.yaml").read_text())
    tips = loader.load(Folder(SMALL, [pack])).tips_for("no-money")

    assert [tip.pack for tip in tips if tip.id == "find-a-host"] == ["our-town"]


def test_packed_entries_are_the_same_records():
    tips = dict(small_base().tips)
    packed = Packed(Tip, tips.items())

    assert list(packed) == list(tips)
    assert len(packed) == len(tips)
    assert dict(packed) == tips
    assert "no-such-tip" not in packed


def test_tips_stand_with_every_obstacle_that_they_help_with():
    base = small_base()

    assert dict(ByObstacle(Packed(Tip, base.tips.items()), base.obstacles)) == dict(base.tips_by_obstacle)


def test_words_and_amounts_of_a_pack_may_be_said_in_one_language(tmp_path):
    pack = tmp_path / "ours"
    pack.mkdir()
    (pack / "glossary.yaml").write_text("village-pot: {term: {nl: dorpspot}, explanation: {nl: Geld van het dorp.}}\n")
    known = authoring.read(Folder(SMALL, [pack]))

    assert known.base.terms["village-pot"].pack == "ours"
    assert known.base.terms["village-pot"].explanation.said_in(Language.EN) == "[nl] Geld van het dorp."
    assert authoring.findings_in(known) == []


def test_a_folder_that_cannot_be_looked_into_is_told(small):
    with pytest.raises(NoKnowledge) as error:
        loader.load(Folder(small, [Path("x" * 300)]))

    assert error.value.said_in(Language.EN).endswith("the name is too long.")
