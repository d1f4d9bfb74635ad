"""The commands for authors as a person types them: exit codes, streams, JSON, new files."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.builders import SOUND
from tests.core.large import large
from tests.knowledge.mutators import Copy, new_tip

DAY = "--as-of=2026-11-23"
TIP = "obstacles/finance/no-money/find-a-host.yaml"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "sound"))


def spoil(folder: Path, old: str, new: str, file: str = TIP) -> None:
    path = folder / file
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_check_of_sound_knowledge_is_0(katalys, sound):
    done = katalys("knowledge", "check", sound, DAY, "--strict", "--lang", "en")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "In order: 2 obstacles, 9 tips, 3 sources.\n"


def test_what_is_only_to_look_at_is_0_and_with_strict_1(katalys, sound):
    spoil(sound, "Bel drie stichtingen die je kent.", "Bel drie stichtingen!")
    mild, strict = (katalys("knowledge", "check", sound, DAY, *more, "--lang", "nl") for more in ([], ["--strict"]))

    assert (mild.returncode, strict.returncode) == (0, 1)
    assert mild.stdout == strict.stdout
    assert mild.stdout.splitlines()[0].startswith(f"sound/{TIP}:7:6: KB69 let op: steps[0].nl: ")
    assert strict.stderr == "katalys: 1 melding.\n"


def test_a_mistake_is_1_and_said_with_file_line_column_code_and_hint(katalys, sound):
    spoil(sound, "effort: day", "efort: day")
    done = katalys("knowledge", "check", sound, DAY, "--lang", "en")

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"sound/{TIP}:3:1: KB05 error: `efort` does not belong here. Did you mean `effort`?",
        "    See knowledge/README.md for the fields there are, or use `katalys knowledge schema` in your editor.",
    ]


def test_the_same_as_json(katalys, sound):
    spoil(sound, "effort: day", "efort: day")
    done = katalys("knowledge", "check", sound, DAY, "--format", "json", "--lang", "en")
    told = json.loads(done.stdout)

    assert done.returncode == 1
    assert set(told) == {"schema", "findings", "not_proven", "counts"}
    (finding,) = told["findings"]
    assert (finding["code"], finding["severity"], finding["line"], finding["column"]) == ("KB05", "error", 3, 1)
    assert finding["file"] == f"sound/{TIP}"
    assert set(finding) == {"code", "severity", "file", "line", "column", "message", "hint"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--as-of", "someday"], 2),
        (["--format", "html"], 2),
        (["--nonsense"], 2),
        (["/nowhere/at/all"], 3),
    ],
)
def test_what_cannot_be_done_has_a_code_of_its_own(katalys, arguments, code):
    done = katalys("knowledge", "check", *arguments)

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("katalys: ")


def test_where_an_analysis_had_to_stop_it_is_4_and_never_in_order(katalys, sound):
    """40 tips on 22 questions that have nothing to do with each other: too many situations to walk them all."""
    tips, asked = large(0, tips=40, near=22)
    base = Copy(sound)
    said = {name: {"nl": name, "en": name} for name in "abcd"}
    questions = base.read("questions.yaml") | {
        name: {
            "text": {"nl": f"Wat {name}?", "en": f"What {name}?"},
            "options": {each: {"label": said[each], "clause": said[each]} for each in "abcd"},
        }
        for name in asked
    }
    base.write("questions.yaml", questions)
    base.change("about.yaml", most_questions="10")
    for number, tip in enumerate(tips):
        letters = f"{number:02}".translate(str.maketrans("0123456789", "bdfgklmnpr"))
        rule: dict[str, Any] = {"when": _written(tip.when), "unless": _written(tip.unless)}
        base.write(f"obstacles/rules/no-permit/many-{number}.yaml", new_tip(f"b{letters}o", **rule))
    done = katalys("knowledge", "check", sound, DAY, "--lang", "en")

    assert done.returncode == 4
    assert "no-permit/obstacle.yaml: not proven for Initiator" in done.stdout
    assert "In order" not in done.stdout
    assert "not proven" in done.stderr


def _written(situations: object) -> list[dict[str, list[str]]]:
    return [{name: sorted(wanted) for name, wanted in each.items()} for each in situations]  # type: ignore[attr-defined]


def test_accepted_translations_go_stale_when_one_language_changes(katalys, sound):
    accepted = katalys("knowledge", "check", sound, DAY, "--accept-translations", "--strict", "--lang", "en")
    spoil(sound, "nl: Zoek een penvoerder", "nl: Zoek nu een penvoerder")
    stale = katalys("knowledge", "check", sound, DAY, "--strict", "--lang", "en")

    assert accepted.returncode == 0
    assert (sound / "translations.txt").read_text(encoding="utf-8").count("\n") > 50
    assert stale.returncode == 1
    assert stale.stdout.startswith(f"sound/{TIP}:1:37: KB15 warning: title: `nl` was changed and `en` was not.")


def test_a_new_tip_by_pipe_is_sound(katalys, sound):
    typed = (
        "no-money\nVraag de bakker\nAsk the baker\ninitiator\nday\nZij kent iedereen.\nShe knows everybody.\n"
        "Ga naar binnen.\nGo in.\nVraag het.\nAsk it.\nSchrijf het op.\nWrite it down.\n\nask-the-baker\n"
    )
    done = katalys("knowledge", "new", "tip", sound, "--lang", "en", typed=typed)
    checked = katalys("knowledge", "check", sound, "--strict", "--lang", "en")

    assert (done.returncode, done.stdout) == (0, "The new file is in order.\n")
    assert (sound / "obstacles/finance/no-money/ask-the-baker.yaml").is_file()
    assert "10 tips" in checked.stdout
    assert checked.returncode == 0


def test_a_new_obstacle_says_what_it_still_lacks(katalys, sound):
    typed = (
        "finance\nDe bakker is dicht\nThe baker is closed\nNiemand weet waarom.\nNobody knows why.\n"
        "Hij is dicht.\nHe is closed.\nbakker, brood\nbaker, bread\n\n"
    )
    done = katalys("knowledge", "new", "obstacle", sound, "--lang", "en", typed=typed)

    assert done.returncode == 0
    assert (sound / "obstacles/finance/the-baker-is-closed/obstacle.yaml").is_file()
    assert done.stdout.count("KB21") == 3
    assert "KB01" not in done.stdout


def test_a_new_pack_has_a_first_tip_and_is_sound(katalys, tmp_path):
    typed = (
        "permit-maze\nBel ons loket\n\ninitiator\nhour\nHet is dichtbij.\n\nBel.\n\nVraag Anja.\n\n"
        "Maak een afspraak.\n\n\nphone-our-desk\n"
    )
    done = katalys("knowledge", "new", "pack", tmp_path / "our-town", "--lang", "nl", typed=typed)

    assert (done.returncode, done.stdout) == (0, "Het nieuwe bestand is in orde.\n")
    assert (tmp_path / "our-town/README.md").is_file()
    assert list((tmp_path / "our-town").rglob("phone-our-desk.yaml"))


def test_input_that_ends_too_soon_writes_nothing(katalys, sound):
    done = katalys("knowledge", "new", "tip", sound, typed="no-money\n")

    assert done.returncode == 2
    assert len(Copy(sound).tips()) == 9


def test_impact_compares_with_git(katalys, sound):
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(sound), *arguments], check=True)
    spoil(sound, "nl: Zoek een penvoerder", "nl: Vind een penvoerder")
    (sound / TIP).rename(sound / TIP.replace("find-a-host", "seek-a-host"))
    spoil(sound, "[find-a-host]", "[seek-a-host]", "scenarios/sound.yaml")
    spoil(sound, "reviewed:", "renamed_from: [find-a-host]\nreviewed:", TIP.replace("find-a-host", "seek-a-host"))
    same = katalys("knowledge", "impact", sound, "--format", "json")
    spoil(
        sound,
        "- legal_form: [foundation]",
        "- legal_form: [none]",
        "obstacles/finance/no-money/ask-for-the-register.yaml",
    )
    other = katalys("knowledge", "impact", sound, "--format", "json")

    assert (same.returncode, json.loads(same.stdout)["share"]) == (0, "0")
    assert json.loads(other.stdout)["share"] == "1/9"  # four of the six situations of one of six cells
    assert katalys("knowledge", "impact", sound, "--base", "nowhere").returncode == 3


def test_the_schema_comes_with_the_line_for_the_editor(katalys, sound):
    done = katalys("knowledge", "schema", "tip", "--knowledge", sound, "--output", "tip.json", "--lang", "en")

    assert done.returncode == 0
    assert "# yaml-language-server: $schema=" in done.stderr
    assert "obstacles/*/*/*.yaml" in done.stderr


def test_paths_and_graph_speak_in_every_form(katalys, sound):
    count = json.loads(katalys("knowledge", "paths", sound, "--count", "--format", "json").stdout)
    listed = katalys("knowledge", "paths", sound, "--list", "--format", "json").stdout.splitlines()
    drawn = katalys("knowledge", "graph", sound, "--focus", "no-money", "--format", "dot")

    assert sum(json.loads(line)["profiles"] for line in listed) == count["profiles"]
    assert drawn.stdout.startswith("digraph katalys {")
    assert katalys("knowledge", "paths", sound, "--list", "--count").returncode == 2


def test_a_code_is_explained_in_both_languages(katalys):
    dutch, english = (katalys("knowledge", "explain", "kb5", "--lang", language) for language in ("nl", "en"))

    assert dutch.stdout.startswith("KB05: Een veld dat hier niet hoort")
    assert english.stdout.startswith("KB05: A field that does not belong here")
    assert katalys("knowledge", "explain", "KB99").returncode == 1
