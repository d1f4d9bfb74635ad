"""Mistakes planted in a sound base: each is found with its code, file, line and column, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalys_cli.examining import examine
from katalys_cli.folders import Folder
from katalys_cli.model import Language
from tests.builders import DAY, SOUND
from tests.knowledge.planted import HOST, MONEY, NEW_OBSTACLE, NEW_TIP, PERMIT, Plant, copy, found, in_tip

OBSTACLE = f"{PERMIT}/obstacle.yaml"

IN_A_FILE = [
    in_tip("KB01", "effort: day", "effort: ¦[day\nwhy: later"),
    in_tip("KB01", "effort: day", "effort: day¦: long"),
    in_tip("KB01", "why: {nl: Dan weet", "why: {nl: ¦%Dan weet"),
    in_tip("KB01", "effort: day", "effort: ¦`day"),
    in_tip("KB01", "basis: practice", "basis: practice\n reviewed¦: 2026-11-01"),
    in_tip("KB01", "effort: day", "effort: day\n¦{a: b}: c"),
    in_tip("KB01", "effort: day", "effort: day\n¦--- \nwhy: x"),
    in_tip("KB01", to="¦"),
    in_tip("KB01", to="¦# nothing but this line\n"),
    in_tip("KB02", "Dan weet", "Dan¦\u202e weet"),
    in_tip("KB02", "Dan weet", "Dan¦\u200b weet"),
    in_tip("KB02", "{nl: Dan weet peer@ ervan.", '{nl: ¦"Dan weet \\x1b[31m peer@"'),
    in_tip("KB02", "Then pear", "Then p¦\udce9ar"),
    in_tip("KB03", "effort: day", "effort: day\n¦effort: weeks"),
    in_tip("KB03", "{nl: Dan weet peer@ ervan.", "{nl: x, ¦nl: Dan weet peer@ ervan."),
    in_tip("KB04", "effort: day", "effort: ¦&often day"),
    in_tip("KB04", "effort: day", "effort: ¦!!str day"),
    in_tip("KB04", "effort: day", "effort: ¦&-a day"),
    in_tip("KB05", "effort: day", "¦efort: day"),
    in_tip("KB05", "{nl: Dan weet peer@ ervan.", "{nl: Dan weet peer@ ervan., ¦fr: Il le sait."),
    in_tip("KB05", "basis: practice", "basis: practice\n¦legal_form: [none]"),
    in_tip("KB06", "title: {nl: Vraag appel@ om hulp, en: Ask apple@ for help}\n", "¦"),
    in_tip("KB06", "effort: day\n", "", "title", "¦title"),
    in_tip("KB07", "for: [initiator]", "¦for: initiator"),
    in_tip("KB07", "effort: day", "effort: ¦fortnight"),
    in_tip("KB07", "reviewed: 2026-11-01", "reviewed: ¦2026-11-31"),
    in_tip("KB07", "effort: day", "effort: day\nfirst_step: ¦maybe"),
    in_tip("KB07", "why: {nl: Dan weet peer@ ervan., en: Then pear@ knows.}", "¦why: Dan weet peer@ ervan."),
    in_tip("KB07", "basis: practice", "basis: ¦practise"),
    in_tip("KB07", to="¦- just a list\n"),
    in_tip("KB10", "effort: day", "effort: day\n¦id: another"),
    in_tip("KB11", "for: [initiator]", "for: [¦iniator]"),
    in_tip("KB11", "basis: practice", "basis: practice\nwhen: [{legal_form: [¦fundation]}]"),
    in_tip("KB11", "basis: practice", "basis: practice\nunless: [{¦legalform: [none]}]"),
    in_tip("KB11", "basis: practice", "basis: practice\nexample: ¦streetfund"),
    in_tip("KB11", "basis: practice", "basis: practice\nalso_helps: [¦no-permits]"),
    in_tip("KB11", "basis: practice", "basis: practice\nexcludes: [¦find-host]"),
    in_tip("KB11", "basis: practice", "basis: [{claim: {nl: Het mag., en: It may.}, source: ¦grant-sceme}]"),
    in_tip("KB11", "- {nl: Bel banaan@ vandaag.", "- ¦{nl: 'Vraag {small-grnt} aan.'"),
    in_tip("KB12", "basis: practice", "basis: practice\nwhen:\n  - ¦role: [alderman]"),
    in_tip("KB13", ", en: Then pear@ knows.", "", "why:", "¦why:"),
    in_tip("KB13", "{nl: Bel banaan@ vandaag., en: Phone banana@ today.}", "¦{nl: Bel banaan@ vandaag., en: ''}"),
    in_tip("KB14", "{nl: Bel banaan@ vandaag.", "{nl: ¦no"),
    in_tip("KB16", "basis: practice", "basis: practice\nrenamed_from: [¦pay-in-advance]"),
    in_tip("KB17", "{nl: Dan weet peer@ ervan.", "{allow: {¦KB61: long for a reason}, nl: Dan weet peer@ ervan."),
    in_tip("KB17", "{nl: Dan weet peer@ ervan.", "{allow: {¦KB99: no such code}, nl: Dan weet peer@ ervan."),
    in_tip("KB19", "why: {nl: Dan weet peer@ ervan., en: Then pear@ knows.}", "why:\n  nl: Vraag buur ¦#3 van peer@.\n  en: Then pear@ knows."),
    in_tip("KB19", "why: {nl: Dan weet peer@ ervan., en: Then pear@ knows.}", "why:\n  en: Ask pear@ and\n    neighbour   ¦# 3\n  nl: Dan weet peer@ ervan."),
    in_tip("KB19", "  - {nl: Zet druif@", "  - nl: Bel nummer ¦#5@\n    en: Call number five@\n  - {nl: Zet druif@"),
    in_tip("KB20", "{nl: Bel banaan@ vandaag.", "{¦nl: 'Vraag {small-grant aan banaan@.'"),
    in_tip("KB20", "en: Phone banana@ today.", "¦en: 'Ask small-grant} from banana@.'"),
    in_tip("KB20", "{nl: Bel banaan@ vandaag., en: Phone banana@ today.}", "{¦nl: 'Vraag {{small-grant}} aan@.', en: 'Ask for {small-grant}@.'}"),
    in_tip("KB20", "{nl: Bel banaan@ vandaag.", "{¦nl: 'Vraag {small-grant} aan banaan@.'"),
    in_tip("KB20", "{nl: Bel banaan@ vandaag., en: Phone banana@ today.}", "{nl: 'Vraag {small-grant} aan@.', ¦en: 'Ask for {small-grant} in {decision-term}@.'}"),
    in_tip("KB23", "basis: practice", "basis: practice\nunless: [{phase: [idea, running]}]\n¦when: [{phase: [idea]}]"),
    in_tip("KB23", "for: [initiator]", "¦for: []"),
    in_tip("KB23", "basis: practice", "basis: practice\nwhen: [{¦legal_form: []}]"),
    in_tip("KB26", "basis: practice", "basis: practice\nwhen:\n  - ¦phase: [idea, running]"),
    in_tip("KB26", "basis: practice", "basis: practice\nunless:\n  - phase: [idea]\n  - ¦phase: [idea]\n    legal_form: [none]"),
    in_tip("KB30", "basis: practice", "basis: practice\nexcludes: [¦count-your-hours]"),
    in_tip("KB33", "for: [initiator]", "¦for: [initiator, council-member]"),
    in_tip("KB30", "basis: practice", "basis: practice\nexcludes: [¦planted-@]"),
    in_tip("KB40", "basis: practice", "¦basis: []"),
    in_tip("KB41", "why: {nl: Dan weet peer@ ervan.", "¦why: {nl: Volgens de wet weet peer@ ervan."),
    in_tip("KB41", "- {nl: Mail kers@ de lijst.", "- ¦{nl: Wijs kers@ op artikel 3."),
    in_tip("KB43", "reviewed: 2026-11-01", "¦reviewed: 2024-11-01"),
    in_tip("KB45", "basis: practice", "basis: [{claim: {nl: Volgens de wet mag het., en: By law it may.}, source: ¦local-paper}]"),
    in_tip("KB46", "- {nl: Mail kers@ de lijst.", "- ¦{nl: Betaal kers@ 220 euro.", "basis: practice", "basis: [{claim: {nl: Het mag., en: It may.}, source: grant-scheme}]"),
    in_tip("KB47", "reviewed: 2026-11-01", "¦reviewed: 2062-11-01"),
    in_tip("KB61", "en: Phone banana@ today.", "¦en: Phone " + "banana@ and " * 11 + "pear@."),
    in_tip("KB62", "{nl: Bel banaan@ vandaag.", "{¦nl: Bel banaan@ indien nodig."),
    in_tip("KB63", "{nl: Bel banaan@ vandaag.", "{¦nl: De vraag wordt gelezen. Daarna wordt het antwoord gestuurd."),
    in_tip("KB64", "{nl: Bel banaan@ vandaag.", "{¦nl: Vraag banaan@ of u mag komen."),
    in_tip("KB65", "{nl: Bel banaan@ vandaag.", "{¦nl: Vraag een BIZ aan."),
    in_tip("KB66", "  - {nl: Mail kers@ de lijst., en: Mail cherry@ the list.}\n", "", "steps:", "¦steps:"),
    in_tip("KB67", "en: Ask apple@ for help", "¦en: Ask apple@ and pear@ for help with all the paper"),
    in_tip("KB68", "{nl: Bel banaan@ vandaag.", "{¦nl: Bel **banaan@** vandaag."),
    in_tip("KB69", "{nl: Bel banaan@ vandaag.", "{¦nl: Bel banaan@ vandaag!"),
    Plant("KB05", OBSTACLE, "related:", "theme: green\n¦relatd:"),
    Plant("KB08", f"{MONEY}/Vraag een [penvoerder].yaml", None, "¦" + NEW_TIP.replace("@", "-p")),
    Plant("KB08", "figures.yaml", "decision-term:\n", "¦Number Of Seats:\n  name: {nl: Stoelen, en: Seats}\n  unit: number\n  periods: [{from: 1994-01-01, value: 45, source: decision-law}]\ndecision-term:\n"),
    Plant("KB09", f"{MONEY}/ask-a-host.yml", None, "¦" + NEW_TIP),
    Plant("KB09", "obstacles/ask-a-host.yaml", None, "¦" + NEW_TIP),
    Plant("KB11", "about.yaml", "types: [finance, rules]", "types: [¦finanse, rules]"),
    Plant("KB11", "about.yaml", "{initiator: 3", "{¦iniator: 3"),
    Plant("KB11", f"{MONEY}/obstacle.yaml", "related: [no-permit]", "related: [¦no-permits]"),
    Plant("KB11", "glossary.yaml", "  explanation:\n    nl: Hier", "  known_to: [¦alderwoman]\n  explanation:\n    nl: Hier"),
    Plant("KB11", "examples/street-fund.yaml", "source: local-paper", "source: ¦local-papers"),
    Plant("KB11", "scenarios/sound.yaml", "phase: [idea]", "phase: [¦ide]"),
    Plant("KB11", "scenarios/sound.yaml", "never: [ask-for-the-register]", "never: [¦ask-for-a-register]"),
    Plant("KB07", "figures.yaml", "unit: weeks", "unit: ¦wks", alone=True),
    Plant("KB07", "figures.yaml", "value: 8,", "¦value: eight,"),
    Plant("KB07", "figures.yaml", "until: 2025-12-31", "¦until: 2024-12-31"),
    Plant("KB07", "figures.yaml", "{from: 2026-01-01", "{¦from: 2025-06-01", alone=True),
    Plant("KB11", "figures.yaml", "source: decision-law", "source: ¦decision-low"),
    Plant("KB42", "figures.yaml", "- {from: 2026-01-01, until: 2027-12-31", "- ¦{from: 2026-01-01, until: 2026-10-31"),
    Plant("KB16", f"{PERMIT}/pay-in-advance.yaml", None, "¦" + NEW_TIP.replace("[initiator]", "[alderman]").replace("@", "-t")),
    Plant("KB27", "questions.yaml", "phase:\n", "¦weather:\n  text: {nl: Regent het?, en: Is it raining?}\n  options: {}\nphase:\n"),
    Plant("KB28", "questions.yaml", "    running:\n", "    ¦later:\n      label: {nl: Later, en: Later}\n      clause: {nl: het later is, en: it is later}\n    running:\n", alone=True),
    Plant("KB44", "sources/old-scheme.yaml", None, "¦title: Oud\npublisher: Stad\nurl: https://example.org\nchecked: 2026-01-01\nkind: news\nlanguage: nl\n"),
    Plant("KB11", "voices/no-mony.yaml", None, "¦nl: [Er rinkelt niets.]\nen: [Nothing rattles.]\n"),
    Plant("KB05", "voices/no-money.yaml", "nl:", "¦nll: []\nnl:"),
    Plant("KB13", "elsewhere.yaml", "name: {nl: Je eigen belasting, en: Your own taxes}", "¦name: {nl: Je eigen belasting}"),
    Plant("KB16", "questions.yaml", "label: {nl: Het loopt, en: It is running}", "label: {nl: Het loopt, ¦en: An idea}"),
    Plant("KB62", "questions.yaml", "text: {nl: Hoe ver is het?", "text: {¦nl: Hoe ver is het tevens?"),
    Plant("KB69", "elsewhere.yaml", "ask: {nl: de Belastingdienst,", "ask: {¦nl: de Belastingdienst!,"),
    Plant("KB18", "translations.txt", None, "¦<<<<<<< HEAD\n"),
    Plant("KB47", "sources/local-paper.yaml", "checked: 2026", "¦checked: 2036"),
]  # fmt: skip


def test_the_sound_base_is_sound():
    assert found(SOUND) == []


@pytest.mark.parametrize("plant", IN_A_FILE, ids=lambda plant: f"{plant.code}-{plant.file.rpartition('/')[2]}")
def test_a_mistake_is_found_where_it_is_and_causes_no_other(tmp_path, plant: Plant):
    folder = copy(tmp_path)
    wanted = plant.into(folder)

    assert found(folder) == [wanted]


def test_mistakes_that_stand_together_are_all_found_in_one_run(tmp_path):
    folder = copy(tmp_path)
    wanted = [plant.into(folder) for plant in IN_A_FILE if not plant.alone]

    assert len(wanted) > 80
    assert sorted(found(folder)) == sorted(wanted)


def tip(title: str, more: str = "", roles: str = "initiator", words: str = "") -> str:
    """A tip under a title of its own; those with the same `words` say the same."""
    content = NEW_TIP.replace("Vraag appel@ om hulp, en: Ask apple@ for help", f"{title}, en: {title}")
    changed = content.replace("[initiator]", f"[{roles}]").replace("effort: day", "effort: hour")
    return changed.replace("basis:", more + "basis:").replace("@", words)


IN_SEVERAL_FILES = {
    "a situation without advice": [
        Plant("KB21", f"{PERMIT}/obstacle.yaml", "name:", "¦name:"),
        Plant("", f"{PERMIT}/visit-the-street-first.yaml", "basis:", "when: [{phase: [running]}]\nbasis:"),
        Plant("", f"{PERMIT}/one-desk-for-permits.yaml", "council-member]", "council-member]\nunless: [{legal_form: [none]}]"),
        Plant("", f"{PERMIT}/also-for-aldermen.yaml", None, tip("Ook", roles="alderman")),
    ],
    "a role without advice": [
        Plant("KB21", f"{MONEY}/obstacle.yaml", "name:", "¦name:"),
        Plant("", f"{MONEY}/name-it-in-the-budget.yaml", ", council-member]", "]"),
    ],
    "too few tips": [
        Plant("KB22", f"{MONEY}/obstacle.yaml", "name:", "¦name:"),
        Plant("", f"{MONEY}/ask-for-the-register.yaml", "for: [initiator]", "for: [alderman]"),
    ],
    "the same tip twice": [
        Plant("", f"{MONEY}/a.yaml", None, tip("Een")),
        Plant("KB24", f"{MONEY}/b.yaml", None, "¦" + tip("Twee")),
    ],
    "a tip that another covers": [
        Plant("", f"{MONEY}/a.yaml", None, tip("Een")),
        Plant("KB25", f"{MONEY}/b.yaml", None, tip("Twee", "¦when: [{phase: [idea]}]\n")),
    ],
    "a tip that two others cover together": [
        Plant("", f"{MONEY}/a.yaml", None, tip("Een", "when: [{phase: [idea]}]\n")),
        Plant("", f"{MONEY}/b.yaml", None, tip("Twee", "when: [{phase: [running]}]\n")),
        Plant("KB25", f"{MONEY}/c.yaml", None, tip("Drie", "¦when: [{legal_form: [none]}]\n")),
    ],
    "tips that crowd another out": [
        *(Plant("", f"{PERMIT}/{each}.yaml", None, tip(each, "first_step: true\n", words=each)) for each in ("aa", "ab", "ac")),
        Plant("KB29", f"{PERMIT}/ask-for-a-date.yaml", "first_step: true", "¦first_step: true"),
    ],
    "tips that exclude each other": [
        Plant("KB30", f"{PERMIT}/ask-for-a-date.yaml", "basis:\n", "excludes: [¦draw-the-street]\nbasis:\n"),
    ],
    "an interview that is too long": [
        Plant("", "about.yaml", "most_questions: 6", "most_questions: 4"),
        Plant("KB31", f"{MONEY}/obstacle.yaml", "name:", "¦name:"),
    ],
    "the same words for another role": [
        Plant("", f"{MONEY}/a.yaml", None, tip("Een", roles="alderman")),
        Plant("KB32", f"{MONEY}/b.yaml", None, tip("Twee", roles="council-member").replace("for:", "¦for:")),
    ],
    "the same words with another obstacle": [
        Plant("", f"{MONEY}/a.yaml", None, tip("Een")),
        Plant("KB32", f"{PERMIT}/b.yaml", None, "¦" + tip("Twee")),
    ],
    "an old name of two": [
        Plant("KB16", f"{MONEY}/pay-in-advance.yaml", "basis:", "renamed_from: [¦pay-first]\nbasis:"),
        Plant("", f"{PERMIT}/draw-the-street.yaml", "basis:", "renamed_from: [pay-first]\nbasis:"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("plants", IN_SEVERAL_FILES.values(), ids=IN_SEVERAL_FILES)
def test_a_mistake_that_takes_several_files_is_found(tmp_path, plants: list[Plant]):
    folder = copy(tmp_path)
    wanted = [each for each in (plant.into(folder) for plant in plants) if each[0]]

    assert found(folder) == sorted(wanted, key=lambda each: each[1:])


RENAMED = {
    "glossary.yaml": "glossary.yml",
    "figures.yaml": "figure.yaml",
    "about.yaml": "About.yaml",
    "elsewhere.yaml": "elsewhere.yaml.txt",
    "obstacles/finance/type.yaml": "obstacles/finance/Type.yaml",
    OBSTACLE: f"{PERMIT}/Obstacle.yaml",
    f"{MONEY}/obstacle.yaml": f"{MONEY}/obstakel.yaml",
    HOST: f"{MONEY}/find-a-host.YAML",
    "sources/local-paper.yaml": "sources/local-paper.yml",
    "voices/no-money.yaml": "voices/no-money.yml",
}


@pytest.mark.parametrize("right", RENAMED)
def test_a_file_under_a_wrong_name_is_told_once_with_the_right_name(tmp_path, right):
    folder = copy(tmp_path)
    wrong = RENAMED[right]
    (folder / right).rename(folder / wrong)
    (finding,) = examine(Folder(folder), DAY).findings

    assert (finding.trouble.key, finding.file) == ("misnamed-file", f"sound/{wrong}")
    assert finding.said_in(Language.EN).endswith(f"Rename it to {right.rpartition('/')[2]}.")


@pytest.mark.parametrize(
    "file", ["figures.yaml", "glossary.yaml", "about.yaml", "obstacles/finance/type.yaml", OBSTACLE]
)
def test_a_file_that_is_missing_is_told_once(tmp_path, file):
    folder = copy(tmp_path)
    several = [
        in_tip("", "{nl: Bel banaan@ vandaag.", "{nl: Bel een BIZ vandaag."),
        in_tip("", "{nl: Bel banaan@ vandaag.", "{nl: Mail een BIZ vandaag."),
    ]
    for plant in several if file == "glossary.yaml" else ():
        plant.into(folder)
    (folder / file).unlink()

    assert found(folder) == [("KB11", f"sound/{file}", 1, 1)]


def test_a_tip_that_is_right_keeps_its_name_though_it_looks_like_another(tmp_path):
    folder = copy(tmp_path)
    (folder / OBSTACLE).unlink()
    Plant("", f"{PERMIT}/obstacles.yaml", None, tip("Ook")).into(folder)

    assert found(folder) == [("KB11", f"sound/{OBSTACLE}", 1, 1)]


def test_what_is_found_is_said_in_both_languages_and_as_data(tmp_path):
    folder = copy(tmp_path)
    wanted = [plant.into(folder) for plant in IN_A_FILE if not plant.alone]
    examined = examine(Folder(folder), DAY)

    for language in Language:
        lines, told = list(examined.lines(language)), examined.told(language)
        assert len(lines) == 2 * len(wanted)
        assert [(each.code, each.file, each.line, each.column) for each in told.findings] == found(folder)
        assert all(each.message and each.hint for each in told.findings)
    assert examined.not_proven == []


def test_a_waiver_needs_a_reason(tmp_path):
    folder = copy(tmp_path)
    without = in_tip(
        "KB69",
        "{nl: Bel banaan@ vandaag.",
        "{¦nl: Bel banaan@ vandaag!",
        "en: Phone banana@ today.}",
        "en: Phone banana@ today., allow: {KB69: ''}}",
    )
    with_one = in_tip(
        "",
        "{nl: Bel banaan@ vandaag.",
        "{nl: Bel banaan@ vandaag!",
        "en: Phone banana@ today.}",
        "en: Phone banana@ today., allow: {KB69: it is their name}}",
    )
    wanted = without.into(folder)
    with_one.into(folder)

    assert {(code, file) for code, file, _, _ in found(folder)} == {("KB69", wanted[1]), ("KB17", wanted[1])}
    assert wanted in found(folder)


def test_a_waiver_holds_for_its_own_text_only(tmp_path):
    folder = copy(tmp_path)
    waived = "en: Phone banana@ today., allow: {KB69: it is their name}}"
    plant = in_tip(
        "KB69",
        "{nl: Bel banaan@ vandaag.",
        "{nl: Bel banaan@ vandaag!",
        "en: Phone banana@ today.}",
        waived,
        "{nl: Mail kers@ de lijst.",
        "{¦nl: Mail kers@ de lijst!",
    )

    assert [plant.into(folder)] == found(folder)


def test_local_tips_are_warned_about_where_ours_would_be_wrong(tmp_path):
    pack = tmp_path / "our-town"
    place = pack / "obstacles/finance/our-own"
    place.mkdir(parents=True)
    (place / "obstacle.yaml").write_text(NEW_OBSTACLE.replace("@", ""), encoding="utf-8")
    (place / "phone.yaml").write_text(tip("Bel ons"), encoding="utf-8")
    examined = examine(Folder(SOUND, [pack]), DAY)

    assert {examined.codes.of(each.trouble) for each in examined.findings} == {"KB21"}
    assert all(each.warning for each in examined.findings)


def test_mistakes_in_one_file_do_not_hide_each_other(tmp_path):
    folder = copy(tmp_path)
    both = in_tip(
        "KB05", "effort: day", "¦efort: day",
        "for: [initiator]", "for: [iniator]",
        "basis: practice", "basis: practice\nfirst_step: perhaps\nwhen: [{legal_form: [nune]}]\nexample: nowhere",
        "{nl: Bel banaan@ vandaag.", "{nl: 'Bel banaan@ indien nodig voor {small-grnt}!'",
        ", en: Then pear@ knows.", "",
    )  # fmt: skip
    both.into(folder)

    codes = [code for code, *_ in found(folder)]
    assert sorted(codes) == ["KB05", "KB07", "KB11", "KB11", "KB11", "KB11", "KB13", "KB62", "KB69"]


def test_what_is_blank_in_a_broken_file_is_told_once(tmp_path):
    folder = copy(tmp_path)
    wanted = [
        Plant("KB05", f"{MONEY}/obstacle.yaml", "name:", "¦nam:").into(folder),
        in_tip("KB07", "steps:", "¦steps: none\nmore:").into(folder),
    ]

    assert {(each[0], each[1]) for each in found(folder)} == {
        ("KB05", wanted[0][1]),
        ("KB07", wanted[1][1]),
        ("KB05", wanted[1][1]),
    }


def said_of(folder: Path, plant: Plant) -> list[tuple[str, str]]:
    """Sentence and hint of each finding about a mistake, in English."""
    plant.into(folder)
    told = examine(Folder(folder), DAY).told(Language.EN).findings
    return [(each.message, each.hint) for each in told if each.file.endswith(plant.file)]


def test_tips_that_exclude_each_other_and_have_no_condition_always_come_together(tmp_path):
    plant = in_tip("", "basis: practice", "basis: practice\nexcludes: [count-your-hours]")
    ((message, _),) = said_of(copy(tmp_path), plant)

    assert message.startswith("`count-your-hours` is excluded, but ")
    assert message.endswith(" always gets both.")


def test_a_waiver_without_a_reason_says_that_it_has_none(tmp_path):
    plant = in_tip("", "{nl: Dan weet peer@ ervan.", "{allow: {KB69: ''}, nl: Dan weet peer@ ervan!")

    assert [message for message, _ in said_of(copy(tmp_path), plant)] == [
        "why.allow.KB69: this waiver has no reason.",
        "why.nl: here stands an exclamation mark.",
    ]


def test_a_waiver_in_small_letters_is_told_the_code(tmp_path):
    plant = in_tip("", "{nl: Dan weet peer@ ervan.", "{allow: {kb69: our name}, nl: Dan weet peer@ ervan!")

    assert said_of(copy(tmp_path), plant)[0][0].endswith("kb69 is not reported here. Did you mean `KB69`?")


def test_a_tip_that_nobody_gets_is_told_what_is_wrong_in_it(tmp_path):
    without_option = in_tip("", "basis: practice", "basis: practice\nwhen: [{legal_form: []}]")
    without_role = in_tip("", "for: [initiator]", "for: []")
    folder = copy(tmp_path)

    for plant, name in ((without_option, "legal_form"), (without_role, "for")):
        ((message, hint),) = said_of(folder, plant)
        assert f"`{name}` names no" in message
        assert "unless" not in hint


ASTRAY = {
    "a role": (("for: [initiator]", "for: [wethouder]"), "Choose from: alderman, "),
    "the members of a group": (("for: [initiator]", "for: [professionals]"), "Did you mean `professional`?"),
    "a question": (("basis: practice", "basis: practice\nwhen: [{weather: [wet]}]"), "Choose from: legal_form, "),
    "an option": (("basis: practice", "basis: practice\nwhen: [{phase: [none]}]"), "Choose from: idea, running."),
}


@pytest.mark.parametrize("kind", ASTRAY)
def test_a_name_that_leads_nowhere_is_told_what_it_may_be(tmp_path, kind):
    change, wanted = ASTRAY[kind]
    messages = [message for message, _ in said_of(copy(tmp_path), in_tip("", *change))]

    assert any(wanted in message for message in messages), messages


@pytest.mark.parametrize("source", ["paper-of-the-street", "local-papers", "lokal-paper"])
def test_a_source_is_not_called_useless_while_a_wrong_name_may_be_meant_for_it(tmp_path, source):
    folder = copy(tmp_path)
    Plant("", "examples/street-fund.yaml", "source: local-paper", f"source: {source}").into(folder)

    assert [code for code, *_ in found(folder)] == ["KB11"]


def test_a_source_is_called_useless_beside_a_wrong_name_that_is_near_another(tmp_path):
    folder = copy(tmp_path)
    old = "title: Oud\npublisher: Stad\nurl: https://example.org\nchecked: 2026-01-01\nkind: news\nlanguage: nl\n"
    wanted = [
        Plant("KB11", "examples/street-fund.yaml", "source: local-paper", "source: ¦local-papers").into(folder),
        Plant("KB44", "sources/an-old-scheme.yaml", None, "¦" + old).into(folder),
    ]

    assert found(folder) == wanted
