"""The program as a process, with pipes for a keyboard and a screen."""

import json

import pytest

from tests.builders import SMALL

NO_MONEY = ("--knowledge", SMALL, "--obstacle", "no-money")


def test_all_answers_by_options_give_advice(katalys):
    done = katalys("advise", "--role", "alderman", *NO_MONEY, "--no-input")

    assert done.returncode == 0
    assert "Zet het in de begroting" in done.stdout
    assert done.returncode == 0
    assert done.stderr == ""


def test_the_result_goes_to_stdout_and_the_talk_to_stderr(katalys):
    done = katalys("--knowledge", SMALL, typed="1\n1\n1\n1\n2\n")

    assert done.returncode == 0
    assert done.stdout.startswith("Advies: Er is geen geld\n")
    assert "Vraag 4 van hooguit 5" in done.stderr
    assert "→ Geen" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--plain"], ["advise"], ["--plain", "advise"], ["--lang", "nl", "advise"]])
def test_without_a_command_the_questions_begin(katalys, arguments):
    done = katalys(*arguments, "--knowledge", SMALL, typed="wethouder\ngeld\nEr is\n")

    assert done.returncode == 0
    assert "Zet het in de begroting" in done.stdout


def test_nothing_is_drawn_in_a_pipe(katalys):
    done = katalys("--knowledge", SMALL, typed="1\n1\n1\n1\n2\n3\n")

    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stdout + done.stderr


def test_the_end_of_the_input_names_every_missing_answer(katalys):
    done = katalys("--knowledge", SMALL, "--lang", "en", typed="1\n")

    assert done.returncode == 2
    assert done.stdout == ""
    assert "Which comes closest? Give --obstacle with one of: no-money, no-permit." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_end_of_the_input_among_questions_about_the_situation_gives_the_advice_so_far(katalys):
    done = katalys("--knowledge", SMALL, "--lang", "en", typed="1\n1\n1\n")

    assert done.returncode == 0
    assert "Fits you if the group has no legal form" in done.stdout
    assert "Not every question has been asked: this is the advice so far." in done.stderr
    assert 'What would help most now is an answer to "Which legal form?" 2 tips still depend on it.' in done.stderr


def test_a_closed_stdin_is_an_end_of_input(shell):
    done = shell(f"exec katalys --knowledge {SMALL} <&-")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_no_input_never_asks_and_names_what_is_missing(katalys):
    done = katalys("advise", "--knowledge", SMALL, "--no-input", "--lang", "en", typed="1\n1\n1\n")

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "katalys: These answers are missing or not right:",
        "  - Who are you? Give --role with one of: initiator, alderman, council-member.",
        "  - Which comes closest? Give --obstacle with one of: no-money, no-permit.",
    ]


def test_missing_and_wrong_answers_stand_in_one_message(katalys):
    done = katalys("advise", "--knowledge", SMALL, "--no-input", "--role", "wethouwer", "--lang", "en")

    assert done.returncode == 2
    assert '--role: "wethouwer" is no answer here. Do you mean Alderman (alderman)?' in done.stderr
    assert "Give --obstacle with one of" in done.stderr


def test_an_answer_without_an_option_is_wanted_like_the_others(katalys):
    done = katalys("advise", "--knowledge", SMALL, "--no-input", "--answer", "phase", "--role", "x", "--lang", "en")

    assert done.returncode == 2
    assert "--answer phase=...: put an answer behind it" in done.stderr
    assert '--role: "x" is no answer here.' in done.stderr


def test_several_answers_may_stand_behind_one_option(katalys):
    done = katalys("advise", *NO_MONEY, "--role", "initiator", "--answer", "money_from=gemeente,fonds", "--no-input")

    assert "Van wie komt het geld: Gemeente, Fonds" in done.stdout


def test_with_no_input_open_questions_leave_possible_tips(katalys):
    done = katalys("advise", *NO_MONEY, "--role", "initiator", "--no-input")

    assert done.returncode == 0
    assert "Past bij jou als de groep geen rechtsvorm heeft; tenzij het geld uit eigen inkomsten komt." in (
        done.stdout.replace("\n", " ")
    )


def test_answers_come_from_a_file_and_options_win(katalys, tmp_path):
    (tmp_path / "mine.yaml").write_text("role: initiator\nobstacle: [no-money]\nlegal_form: none\nmoney_from: [fund]\n")
    done = katalys(
        "advise", "--knowledge", SMALL, "--answers", "mine.yaml", "--answer", "legal_form=stichting", "--no-input"
    )

    assert done.returncode == 0
    assert "Vraag een uittreksel" in done.stdout
    assert "Zoek een penvoerder" not in done.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rool: initiator\nobstacle: no-money\n", "There is no question rool. Do you mean role"),
        (
            "role: [initiator\n",
            "Cannot read the answers in mine.yaml. mine.yaml:1: This is not YAML: this bracket is left open.",
        ),
        ("role: 1\nrole: 2\n", "mine.yaml:2: `role` stands here twice."),
        ("- role\n", "Cannot read the answers in mine.yaml."),
        ("", "Cannot read the answers in mine.yaml."),
    ],
)
def test_a_file_of_answers_that_is_wrong_is_explained(katalys, tmp_path, text, said):
    (tmp_path / "mine.yaml").write_text(text)
    done = katalys("advise", "--knowledge", SMALL, "--answers", "mine.yaml", "--no-input", "--lang", "en")

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_of_answers_that_is_not_there_is_said(katalys):
    done = katalys("advise", "--knowledge", SMALL, "--answers", "nope.yaml", "--no-input")

    assert done.returncode == 2
    assert "nope.yaml" in done.stderr


def test_json_has_the_fields_of_the_design(katalys):
    done = katalys("advise", "--role", "initiator", *NO_MONEY, "--no-input", "--format", "json", "--lang", "en")
    report = json.loads(done.stdout)

    assert list(report) == ["schema", "language", "knowledge", "answers", "findings", "sources", "notices"]
    assert report["answers"] == {"role": ["initiator"], "obstacle": ["no-money"]}
    assert list(report["findings"][0]) == ["obstacle", "first_steps", "tips", "other_side"]


def test_after_the_advice_one_may_save_look_further_and_correct(katalys, tmp_path):
    lines = ["1", "1", "1", "1", "2"]  # initiator, money, no money, no legal form, a fund
    lines += ["1", "mine.md"]  # save
    lines += ["3", "4", "3"]  # change the legal form: a foundation; who gives the money no longer matters
    lines += ["2", "2", "1"]  # another obstacle: rules, no permit
    lines += ["4"]  # stop
    done = katalys("--knowledge", SMALL, typed="\n".join(lines) + "\n")

    assert done.returncode == 0
    assert (tmp_path / "mine.md").read_text().startswith("# Advies: Er is geen geld\n")
    assert f"Bewaard in {tmp_path / 'mine.md'}" in done.stderr
    assert "Deze antwoorden maken voor jouw stappen geen verschil meer: Van wie komt het geld? Fonds." in done.stderr
    assert "Vraag een uittreksel" in done.stdout
    assert "Advies: De vergunning komt niet" in done.stdout


def test_going_back_explaining_and_reviewing_are_spoken_in_text(katalys):
    typed = ["1", "1", "1", "terug", "", "?", "1", "overzicht", "5", "fonds"]
    done = katalys("--knowledge", SMALL, typed="\n".join(typed) + "\n")

    assert done.returncode == 0
    assert "Teruggegaan naar: Wat lijkt er het meest op? Je antwoord was: Er is geen geld." in done.stderr
    assert 'Enter houdt "Er is geen geld".' in done.stderr
    assert (
        'Van "Welke rechtsvorm?" hangen nog 2 tips af:\n  - Vraag een uittreksel\n  - Zoek een penvoerder\n'
        in done.stderr
    )
    assert "Dit zijn je antwoorden. Welk wil je veranderen?\n  1. Wie ben je? Initiatiefnemer\n" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_a_session_with_corrections_ends_like_a_fresh_one_with_the_final_answers(katalys, tmp_path):
    katalys("--knowledge", SMALL, "--output", "fresh.md", typed="1\n1\n1\n3\n")
    katalys("--knowledge", SMALL, "--output", "corrected.md", typed="2\n1\nterug\nterug\n1\n1\nterug\n\n3\n")

    assert (tmp_path / "corrected.md").read_text() == (tmp_path / "fresh.md").read_text()


def test_stop_gives_the_advice_so_far(katalys):
    done = katalys("--knowledge", SMALL, typed="1\n1\n1\nstop\n5\n")

    assert done.returncode == 0
    assert "Dit is geen juridisch advies" in done.stdout
    assert 'Het meest helpt nu een antwoord op "Welke rechtsvorm?" Daar hangen nog 2 tips van af.' in done.stderr


def test_one_may_go_on_after_stopping(katalys):
    done = katalys("--knowledge", SMALL, typed="1\n1\n1\nstop\n1\n3\n4\n")

    assert done.returncode == 0
    assert done.stdout.count("Advies: Er is geen geld") == 2
    assert "Past bij jou: omdat je initiatiefnemer bent en de groep een stichting is." in done.stdout.replace("\n", " ")


def test_a_second_obstacle_is_told_what_is_known_already(katalys):
    done = katalys("--knowledge", SMALL, typed="1\n1\n1\n1\n2\n2\n1\n1\n4\n")

    assert "Deze antwoorden blijven staan: Welke rechtsvorm? Geen; Van wie komt het geld? Fonds." in done.stderr
    assert done.stdout.count("Advies: Er is geen geld") == 2


def test_answers_are_saved_and_taken_up_again(katalys, tmp_path):
    first = katalys("--knowledge", SMALL, "--save-answers", "mine.yaml", typed="1\n1\n1\n1\n")
    then = katalys("--knowledge", SMALL, "--answers", "mine.yaml", typed="2\n4\n")

    assert first.returncode == then.returncode == 0
    assert f"Je antwoorden zijn bewaard in {tmp_path / 'mine.yaml'}" in first.stderr
    assert "Vraag 1 van hooguit 1" in then.stderr
    assert "Van wie komt het geld: Fonds" in then.stdout


def test_answers_are_saved_when_the_input_ends_too_early_for_advice(katalys, tmp_path):
    done = katalys("--knowledge", SMALL, "--save-answers", "mine.yaml", typed="1\n")

    assert done.returncode == 2
    assert (tmp_path / "mine.yaml").read_text().endswith("role: initiator\n")


def test_no_file_of_answers_is_replaced_unasked(katalys, tmp_path):
    (tmp_path / "mine.yaml").write_text("precious")
    done = katalys("--knowledge", SMALL, "--save-answers", "mine.yaml", typed="1\n1\n1\n1\n")

    assert done.returncode == 2
    assert "--force" in done.stderr
    assert (tmp_path / "mine.yaml").read_text() == "precious"


def test_answers_may_be_saved_after_the_advice(katalys, tmp_path):
    katalys("--knowledge", SMALL, typed="2\n1\n1\n1\nmine.yaml\n4\n")

    assert "role: alderman\n" in (tmp_path / "mine.yaml").read_text()


def test_a_report_in_markdown_is_taken_up_again(katalys):
    katalys("--knowledge", SMALL, "--output", "report.md", typed="1\n1\n1\n1\n2\n")
    again = katalys("--knowledge", SMALL, "--answers", "report.md", "--no-input", "--lang", "en", "--format", "json")

    assert json.loads(again.stdout)["answers"] == {
        "role": ["initiator"],
        "obstacle": ["no-money"],
        "legal_form": ["none"],
        "money_from": ["fund"],
    }


def test_an_older_file_lists_what_changed_and_only_that_is_asked(katalys, small):
    katalys("--knowledge", small, "--save-answers", "mine.yaml", typed="1\n1\n1\n1\n2\n")
    file = small / "questions.yaml"
    file.write_text(file.read_text().replace("{nl: Geen, en: None}", "{nl: Helemaal niets, en: Nothing at all}"))
    done = katalys("--knowledge", small, "--answers", "mine.yaml", typed="1\n4\n")
    silent = katalys("--knowledge", small, "--answers", "mine.yaml", "--no-input")

    assert done.returncode == 0
    assert "Deze antwoorden uit mine.yaml kunnen niet mee." in done.stderr
    assert 'legal_form: dit kan nu iets anders betekenen. Toen stond er "Welke rechtsvorm? | Geen".' in done.stderr
    assert done.stderr.count("Vraag 1 van hooguit 1") == 1
    assert "Vraag 2" not in done.stderr
    assert silent.returncode == 2
    assert "Toen stond er" in silent.stderr


def test_until_the_first_steps_stops_sooner(katalys):
    done = katalys("advise", "--until", "first-steps", "--role", "alderman", *NO_MONEY, typed="4\n")
    wrong = katalys("advise", "--until", "tomorrow", "--lang", "en")

    assert done.returncode == 0
    assert wrong.returncode == 2
    assert "--until tomorrow is not possible." in wrong.stderr


def test_a_file_that_exists_is_not_lost_in_a_session(katalys, tmp_path):
    (tmp_path / "mine.md").write_text("precious")
    done = katalys("--knowledge", SMALL, typed="2\n1\n1\n1\nmine.md\n2\n4\n")

    assert done.returncode == 0
    assert "Dat bestand is er al." in done.stderr
    assert (tmp_path / "mine.md").read_text() == "precious"


def test_a_file_that_exists_is_replaced_when_one_wishes(katalys, tmp_path):
    (tmp_path / "mine.md").write_text("old")
    katalys("--knowledge", SMALL, typed="2\n1\n1\n1\nmine.md\nVervangen\n4\n")

    assert (tmp_path / "mine.md").read_text().startswith("# Advies")


def test_the_first_steps_are_said_once_more_where_the_advice_scrolls_past(katalys):
    done = katalys("--knowledge", SMALL, typed="2\n1\n1\n4\n")

    assert "In het kort (scroll omhoog voor de stappen):\n  1. Zet het in de begroting\n" in done.stderr


def test_signs_that_would_move_the_cursor_are_not_repeated(katalys):
    typed = katalys("--knowledge", SMALL, typed="\x1b[A\n2\n1\n1\n4\n")
    asked = katalys("lookup", "subsidie\x1b[31m", "--knowledge", SMALL)

    assert "\x1b" not in typed.stdout + typed.stderr + asked.stdout + asked.stderr


def test_a_closed_screen_is_no_trouble(shell):
    done = shell(f"exec katalys list obstacles --knowledge {SMALL} >&-")

    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_early_is_no_trouble(shell):
    done = shell("katalys list tips --format json | head -c 10")

    assert done.returncode == 0
    assert done.stderr == ""
