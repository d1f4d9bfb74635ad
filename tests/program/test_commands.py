"""Each command and option as a script would use it, with what it says when it is used wrongly."""

import json
import re

import pytest

from katalys_cli import __version__
from tests.builders import SMALL, SOUND

NAMES = re.compile(r"--[\w-]+|^  show |katalys show", re.MULTILINE)
HERE = ("--knowledge", SMALL)
DUTCH = re.compile(r"\b(de|het|een|niet|geen|van|voor|met|zijn|wordt|jouw|je)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|you|your|with|from|this|and|not|show|message)\b", re.IGNORECASE)


def test_version(katalys):
    assert katalys("--version").stdout == f"{__version__}\n"


@pytest.mark.parametrize(
    "command", [[], ["advise"], ["lookup"], ["show"], ["list"], ["why"], ["knowledge"], ["knowledge", "check"]]
)
def test_help_speaks_one_language(katalys, command):
    dutch = katalys(*command, "--help").stdout
    english = katalys(*command, "--help", "--lang", "en").stdout

    assert dutch.startswith("Gebruik: katalys")
    assert english.startswith("Usage: katalys")
    assert ENGLISH.findall(NAMES.sub("", dutch)) == []
    assert DUTCH.findall(NAMES.sub("", english)) == []


@pytest.mark.parametrize(
    ("system", "said"),
    [
        ({"LC_ALL": "en_GB.UTF-8"}, "Usage"),
        ({"LC_ALL": "de_DE.UTF-8"}, "Gebruik"),
        ({"LC_ALL": "C"}, "Gebruik"),
        ({"KATALYS_LANG": "en"}, "Usage"),
    ],
)
def test_the_language_follows_the_system(katalys, system, said):
    assert katalys("--help", **system).stdout.startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "de", "list", "tips"], "Katalys spreekt geen de. Kies uit: nl, en."),
        (["lst", "tips"], "Er is geen opdracht lst."),
        (["list"], "Er ontbreekt iets: KIND."),
        (["list", "tip", "top"], "`katalys list` neemt één ding. Zet woorden die bij elkaar horen tussen aanhalingstekens."),
        (["advise", "geld"], "Zo kan de opdracht niet. Zie `katalys advise --help`."),
        (["list", "tips", "--theme", "water"], "--theme kiest onder obstakels."),
        (["list", "tops"], "Van tops is er geen lijst. Kies uit: tips"),
        (["show", "--nope"], "Er is geen optie --nope."),
        (["--rol", "initiator"], "Er is geen optie --rol. Bedoel je --role"),
        (["--plain", "lookp", "geld"], "Er is geen opdracht lookp."),
        (["show", "x", "--formt", "json"], "Er is geen optie --formt. Bedoel je --format"),
        (["show", "x", "--format"], "Achter --format hoort een waarde."),
        (["show", "x", "--format", "jsn"], "Er is geen vorm jsn. Kies uit: json."),
        (["show", "x", "--force=yes"], "Achter --force hoort geen waarde."),
        (["knowledge", "foo"], "Er is geen opdracht foo. Kies uit: check, explain, test, matrix, paths, graph, impact, new, schema."),
        (["lookup"], "Er ontbreekt iets: WORDS."),
    ],
)  # fmt: skip
def test_wrong_use_is_one_sentence_and_exit_2(katalys, arguments, said):
    done = katalys(*arguments)

    assert done.returncode == 2
    assert done.stderr.startswith("katalys: ")
    assert said in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["startgeld"], ["bankrekning"], ["no", "bank", "account"], ["er is geen geld"]])
def test_a_look_up_gives_advice_for_both_sides(katalys, words):
    done = katalys("lookup", *words, *HERE)

    assert done.returncode == 0
    assert "Gevonden: Er is geen geld\n" in done.stdout
    assert "Voor initiatiefnemers" in done.stdout
    assert "Voor professionals" in done.stdout
    assert "Schrijf één regel voor de begroting." in done.stdout


def test_a_look_up_for_a_role_gives_its_own_tips(katalys):
    done = katalys("lookup", "startgeld", "--role", "wethouder", *HERE)

    assert "Begin hier\n----------\n\n1. Zet het in de begroting" in done.stdout


def test_a_look_up_that_finds_nothing_says_so(katalys):
    done = katalys("lookup", "recept", "appeltaart", *HERE)

    assert done.returncode == 1
    assert done.stdout == ""
    assert "Niets gevonden" in done.stderr


def test_a_look_up_as_json(katalys):
    found = json.loads(katalys("lookup", "startgeld", *HERE, "--format", "json").stdout)
    nothing = katalys("lookup", "appeltaart", *HERE, "--format", "json")

    assert list(found) == ["schema", "language", "query", "matches", "advice"]
    assert list(found["matches"][0]) == ["id", "type", "name", "explanation", "score", "matched", "read_as"]
    assert json.loads(nothing.stdout)["matches"] == []
    assert json.loads(nothing.stdout)["advice"] is None
    assert nothing.returncode == 1


@pytest.mark.parametrize("kind", ["obstacles", "tips", "roles", "questions", "sources", "examples", "terms", "figures"])
def test_every_kind_has_a_list_in_every_form(katalys, kind):
    listed = json.loads(katalys("list", kind, *HERE, "--format", "json").stdout)

    assert listed["kind"] == kind
    assert all("id" in item and ("name" in item or "title" in item) for item in listed["items"])
    for item in listed["items"]:
        assert f"({item['id']})" in katalys("list", kind, *HERE).stdout.replace("\n    ", " ")


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("find-a-host", "tip", "Zoek een penvoerder"),
        ("no-money", "obstacle", "Ik schiet alles voor."),
        ("grant-scheme", "source", "https://example.org/regeling"),
        ("street-fund", "example", "Spreek vooraf af"),
        ("small-grant", "figure", "€ 1.250,50: vanaf 1 januari 2026 tot en met 31 december 2026"),
        ("penvoerder", "term", "Een organisatie die het geld"),
        ("legal_form", "question", "Vereniging"),
        ("alderman", "role", "Wethouder"),
    ],
)
def test_every_entry_can_be_shown(katalys, name, kind, text):
    done = katalys("show", name, *HERE)
    shown = json.loads(katalys("show", name, *HERE, "--format", "json").stdout)

    assert text in done.stdout
    assert (shown["kind"], shown["item"]["id"]) == (kind, name)


def test_an_entry_that_is_not_there_brings_the_nearest(katalys):
    done = katalys("show", "find-host", *HERE)

    assert done.returncode == 1
    assert "Bedoel je find-a-host" in done.stderr


@pytest.mark.parametrize(
    ("name", "begins"), [("a.md", "# Advies"), ("a.html", "<!doctype html>"), ("a.json", "{"), ("a.txt", "Advies")]
)
def test_the_name_of_the_file_tells_its_form(katalys, tmp_path, name, begins):
    done = katalys("advise", "--role", "alderman", "--obstacle", "no-money", *HERE, "--no-input", "--output", name)

    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr == f"Bewaard in {tmp_path / name}\n"
    assert (tmp_path / name).read_text().startswith(begins)


def test_output_to_a_dash_is_the_screen(katalys):
    done = katalys("show", "penvoerder", *HERE, "--format", "markdown", "--output", "-")

    assert done.stdout.startswith("# penvoerder\n")


@pytest.mark.parametrize("output", [".", "taken.md", "nowhere/a.md"])
def test_a_file_that_cannot_be_written_is_explained_and_nothing_is_lost(katalys, tmp_path, output):
    (tmp_path / "taken.md").write_text("precious")
    done = katalys("show", "penvoerder", *HERE, "--output", output)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert str(tmp_path) in done.stderr
    assert (tmp_path / "taken.md").read_text() == "precious"


@pytest.mark.parametrize("option", ["--knowledge", "--with"])
def test_a_folder_that_is_not_there_cannot_be_read(katalys, option):
    done = katalys("list", "tips", option, "nowhere")

    assert done.returncode == 3
    assert "nowhere" in done.stderr


def test_broken_knowledge_is_told_with_file_and_line(katalys, small):
    path = small / "obstacles" / "finance" / "no-money" / "find-a-host.yaml"
    path.write_text(path.read_text().replace("effort: day", "efort: day"))
    done = katalys("advise", "--knowledge", small, "--role", "initiator", "--obstacle", "no-money", "--no-input")

    assert done.returncode == 3
    assert "no-money/find-a-host.yaml:3: `efort` hoort hier niet. Bedoel je `effort`?" in done.stderr
    assert done.stdout == ""


def test_knowledge_check(katalys, small):
    sound = katalys("knowledge", "check", SOUND, "--strict")
    noted = katalys("knowledge", "check", small)
    (small / "about.yaml").write_text("version: 1\n")
    broken = katalys("knowledge", "check", small)

    assert (sound.returncode, sound.stdout) == (0, "In orde: 2 obstakels, 9 tips, 3 bronnen.\n")
    assert noted.returncode == 0
    assert "let op: deze tip heeft 1 stappen" in noted.stdout
    assert broken.returncode == 1
    assert "small/about.yaml:1:1: KB06 fout: `reviewed` ontbreekt." in broken.stdout


def test_plain_text_in_any_encoding(katalys):
    done = katalys("show", "small-grant", *HERE, PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert "? 1.250,50" in done.stdout


def test_knowledge_check_on_another_day(katalys, small):
    later = katalys("knowledge", "check", small, "--as-of", "2027-01-01", "--lang", "en")
    strict = katalys("knowledge", "check", small, "--as-of", "2027-01-01", "--strict", "--lang", "en")
    wrong = katalys("knowledge", "check", small, "--as-of", "soon", "--lang", "en")

    assert (later.returncode, strict.returncode, wrong.returncode) == (0, 1, 2)
    assert "small/figures.yaml:6:7: KB42 warning: no period of this figure holds on 2027-01-01." in later.stdout
    assert "--as-of soon is no day" in wrong.stderr


def test_knowledge_test_runs_the_scenarios(katalys, small):
    holding = katalys("knowledge", "test", small, "--lang", "en")
    (small / "scenarios/small.yaml").write_text(
        "- case: wrong\n  answers: {role: [initiator], legal_form: [none]}\n  advice: {no-money: [ask-for-the-register]}\n"
    )
    failing = katalys("knowledge", "test", small, "--lang", "en")

    assert (holding.returncode, failing.returncode) == (0, 1)
    assert holding.stdout == "1 scenarios hold. 4 of 5 tips are in no scenario.\n"
    assert failing.stdout == "wrong: ask-for-the-register is missing.\n"
    assert "1 of 1 scenarios do not hold." in failing.stderr


def test_knowledge_matrix(katalys, small, tmp_path):
    done = katalys("knowledge", "matrix", small, "--lang", "en")
    thin = katalys("knowledge", "matrix", small, "--min", "2", "--output", "counts.csv")

    assert done.returncode == 0
    assert "no-money   3  1  1" in done.stdout
    assert thin.returncode == 1
    assert (tmp_path / "counts.csv").read_text().startswith("obstakel,initiator,")


def test_a_file_that_exists_is_told_before_the_questions(katalys, tmp_path):
    (tmp_path / "there.md").write_text("precious")
    done = katalys(*HERE, "--output", "there.md", typed="1\n1\n1\n1\n2\n")

    assert done.returncode == 2
    assert "Vraag 1" not in done.stderr


def test_an_ending_that_is_no_form_is_refused(katalys):
    assert "Er is geen vorm pdf" in katalys("show", "penvoerder", *HERE, "--output", "a.pdf").stderr


@pytest.mark.parametrize(
    "arguments", [["--plain", "--help"], ["--role", "initiator", "--help"], ["--no-input", "--version"]]
)
def test_help_and_version_come_before_all_else(katalys, arguments):
    assert katalys(*arguments).returncode == 0


def test_an_empty_wish_for_a_language_is_none(katalys):
    assert katalys("--help", KATALYS_LANG="").stdout.startswith("Gebruik")


def test_the_disk_may_be_full(katalys, tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")
    done = katalys("list", "tips", *HERE, "--output", "full", "--force")

    assert done.returncode == 2
    assert "geen gewoon bestand" in done.stderr


def test_typed_bytes_that_are_no_text_are_no_trouble(katalys):
    done = katalys("lookup", "bank\udcff", *HERE, "--format", "json")

    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("language", "said"), [("nl", "past niet bij jou"), ("en", "does not fit you")])
def test_why_tells_the_smallest_change(katalys, language, said):
    answers = ("--role", "initiator", "--obstacle", "no-money", "--answer", "legal_form=foundation")
    text = katalys("why", "find-a-host", *HERE, *answers, "--lang", language)
    found = json.loads(katalys("why", "find-a-host", *HERE, *answers, "--format", "json").stdout)

    assert text.returncode == 0
    assert said in text.stdout
    assert list(found) == ["schema", "language", "tip", "status", "answers", "because", "only_if", "change"]
    assert found["answers"] == {"legal_form": ["foundation"]}
    assert [each["question"] for each in found["change"]] == ["legal_form", "money_from"]


def test_why_takes_the_answers_of_a_file(katalys, tmp_path):
    (tmp_path / "mine.yaml").write_text("role: alderman\nobstacle: no-money\n")
    done = katalys("why", "Put it in the budget", *HERE, "--answers", "mine.yaml", "--lang", "en")

    assert "This tip fits you, because you are an alderman" in done.stdout


def test_why_does_not_know_every_tip(katalys):
    done = katalys("why", "find-a-hots", *HERE, "--lang", "en")

    assert done.returncode == 1
    assert done.stderr == "katalys: There is no tip find-a-hots. Do you mean find-a-host?\n"
