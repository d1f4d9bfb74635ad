"""The program on a real pseudo-terminal, with real keys."""

import sys
from collections.abc import Callable, Iterator

import pexpect
import pytest

from tests.builders import SMALL

ENTER, DOWN, UP, LEFT, ESCAPE, CTRL_C, CTRL_D = "\r", "\x1b[B", "\x1b[A", "\x1b[D", "\x1b", "\x03", "\x04"

Start = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def start(environment: dict[str, str], tmp_path) -> Iterator[Start]:
    running: list[pexpect.spawn[str]] = []

    def spawn(*arguments: str, columns: int = 80, **more: str) -> "pexpect.spawn[str]":
        child = pexpect.spawn(
            sys.executable,
            ["-m", "katalys_cli", *arguments, "--knowledge", str(SMALL)],
            env={**environment, "PYTHONPATH": str(SMALL.parents[2]), **more},
            cwd=str(tmp_path),
            encoding="utf-8",
            dimensions=(24, columns),
            timeout=20,
        )
        running.append(child)
        return child

    yield spawn
    for child in running:
        child.close(force=True)


def ended(child: "pexpect.spawn[str]") -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus if child.exitstatus is not None else -1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["Wie ben je", "Waar zit het vast", "Wat lijkt er het meest op", "Zet het in de begroting", "En nu"]),
        ("en", ["Who are you", "Where are you stuck", "Which comes closest", "Put it in the budget", "What next"]),
    ],
)
def test_a_session_with_menus(start, language, words):
    child = start("--lang", language)
    child.expect(words[0])
    child.send(DOWN + ENTER)
    child.expect(words[1])
    child.send(ENTER)
    child.expect(words[2])
    child.send(ENTER)
    child.expect(words[3])
    child.expect(words[4])
    child.send(DOWN * 3 + ENTER)

    assert ended(child) == 0


def test_on_a_narrow_screen_no_option_is_cut_off(start):
    child = start("--role", "initiator", "--obstacle", "no-money", columns=38)

    assert child.expect("Alle antwoorden bekijken of[^A-Z]*veranderen") == 0


def test_a_screen_that_tells_no_width_is_drawn_on(start):
    child = start(columns=0)

    assert child.expect("Raadslid") == 0


def test_typing_filters_a_menu(start):
    child = start()
    child.expect("Wie ben je")
    child.send("raads" + ENTER)

    assert child.expect("→ Raadslid") == 0
    assert child.expect("Waar zit het vast") == 0


def test_the_screen_shows_styles_and_addresses_to_click_on(start):
    child = start("advise", "--role", "initiator", "--obstacle", "no-permit", "--no-input")
    child.expect(pexpect.EOF)

    assert "\x1b[1m" in child.before
    assert "\x1b]8;" in child.before


def test_no_color_has_no_colours(start):
    child = start("advise", "--role", "initiator", "--obstacle", "no-permit", "--no-input", NO_COLOR="1")
    child.expect(pexpect.EOF)

    assert "\x1b[36m" not in child.before
    assert "\x1b[1;36m" not in child.before
    assert "Vraag om een datum" in child.before


@pytest.mark.parametrize("wish", [{"TERM": "dumb"}, {}])
def test_plain_mode_has_no_escape_in_the_whole_session(start, wish):
    child = start(*([] if wish else ["--plain"]), **wish)
    said = []
    for expected, answer in [("Wie ben je", "wethouder"), ("Waar zit", "1"), ("lijkt", "1"), ("En nu", "stoppen")]:
        child.expect(expected)
        said += [child.before, child.after]
        child.expect("woord: ")
        said += [child.before, child.after]
        child.sendline(answer)
    child.expect(pexpect.EOF)
    transcript = "".join(said) + child.before

    assert "\x1b" not in transcript
    assert "\r" not in transcript.replace("\r\n", "")
    assert "→ Wethouder" in transcript


CLOSE_RACE = "the street is at a standstill"


def test_a_close_race_is_a_question(start):
    child = start("lookup", CLOSE_RACE, "--lang", "en")
    child.expect("Which do you mean")
    child.send(DOWN + ENTER)

    assert child.expect("→ There is no money") == 0
    assert child.expect("Advice: There is no money") == 0
    assert ended(child) == 0


def test_a_close_race_in_plain_mode_may_be_none_of_them(start):
    child = start("lookup", CLOSE_RACE, "--lang", "en", "--plain")
    child.expect("None of these")
    child.sendline("3")
    child.expect("Nothing found for")

    assert ended(child) == 1


@pytest.mark.parametrize("more", [["--no-input"], ["--format", "json"]])
def test_a_close_race_is_a_ranked_list_where_nothing_is_asked(start, more):
    child = start("lookup", CLOSE_RACE, "--lang", "en", *more)

    assert ended(child) == 0


@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_ctrl_c_ends_with_a_sentence(start, plain):
    child = start(*plain)
    child.expect("Wie ben je")
    child.expect("woord: " if plain else "Fonds|Raadslid")  # when it is ready to read
    child.send(CTRL_C)
    child.expect("katalys: Gestopt.")

    assert ended(child) == 130


@pytest.mark.parametrize("plain", [["--plain"], []])
def test_ctrl_d_before_anything_is_known_tells_what_an_advice_takes(start, plain):
    child = start(*plain)
    child.expect("woord: " if plain else "Fonds|Raadslid")
    child.send(CTRL_D)
    child.expect("Gestopt. Voor een advies is nodig wie je bent")

    assert ended(child) == 2


def test_escape_clears_what_was_typed_and_is_no_answer(start):
    child = start()
    child.expect("Raadslid")
    child.send("zzz")
    child.expect("Niets gevonden. Esc wist het.")
    child.send(ESCAPE)
    child.expect("Raadslid")
    child.send(ENTER)
    child.expect("Wie ben je\\? → Initiatiefnemer")
    child.expect("Waar zit het vast")
    child.send("vergunning")
    child.expect("Regels")
    child.send(ENTER)
    child.expect("Waar zit het vast\\? → Regels")
    child.expect("Wat lijkt er het meest op")
    child.send(CTRL_C)
    child.expect("katalys: Gestopt.")

    assert ended(child) == 130


def test_answers_go_back_to_the_file_that_they_came_from(start, tmp_path):
    kept = tmp_path / "mine.yaml"
    kept.write_text("role: initiator\nobstacle: no-money\n")
    child = start("--answers", str(kept), "--save-answers", str(kept))
    child.expect("Vraag 1 van")
    child.send(CTRL_C)
    child.expect("katalys: Gestopt.")

    assert ended(child) == 130
    assert "no-money" in kept.read_text()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            [
                "Welke rechtsvorm",
                "hangen nog 2 tips",
                "Teruggegaan naar: Wat lijkt er het meest op",
                "Dit zijn je antwoorden",
                "ga verder",
                "dit is het advies tot nu toe",
                "Het meest helpt nu",
                "Verder met de vragen",
            ],
        ),
        (
            "en",
            [
                "Which legal form",
                "2 tips still depend",
                "Gone back to: Which comes closest",
                "These are your answers",
                "go on",
                "this is the advice so far",
                "What would help most now",
                "Go on with the questions",
            ],
        ),
    ],
)
def test_why_back_review_stop_and_go_on_with_real_keys(start, language, words):
    form, depend, gone_back, review, none, so_far, helps, go_on = words
    child = start("--lang", language, "--role", "initiator")
    for _ in range(2):
        child.expect("\u00bb")  # the pointer of a menu
        child.send(ENTER)
    child.expect(form)
    child.expect("Stop")
    child.send("?")
    child.expect(depend)
    child.expect("Stop")
    child.send(LEFT)
    child.expect(gone_back)
    child.expect("\u00bb")
    child.send(ENTER)
    child.expect("Stop")
    child.send(UP + UP + ENTER)
    child.expect(review)
    child.expect(none)
    child.send(UP + ENTER)
    child.expect("Stop")
    child.send(CTRL_D)
    child.expect(so_far)
    child.expect(helps)
    child.expect(go_on)
    child.send(ENTER)
    child.expect(form)
    child.expect("Stop")
    child.send("stich" + ENTER if language == "nl" else "found" + ENTER)
    child.expect("En nu|What next")
    child.send(UP + ENTER)

    assert ended(child) == 0


def test_answers_saved_on_a_terminal_are_taken_up_again(start):
    child = start("--save-answers", "mine.yaml", "--role", "initiator", "--obstacle", "no-money")
    child.expect("Welke rechtsvorm")
    child.expect("Stop")
    child.send(ENTER)
    child.expect("Van wie komt het geld")
    child.expect("Stop")
    child.send(CTRL_C)
    child.expect("Je antwoorden zijn bewaard")
    assert ended(child) == 130
    again = start("--answers", "mine.yaml")
    again.expect("Vraag 1 van hooguit 1")

    assert again.expect("Van wie komt het geld") == 0


def test_the_plain_transcript_of_a_wandering_session_has_no_escape(start):
    child = start("--plain")
    said = []
    for line in ["1", "?", "1", "terug", "", "1", "overzicht", "1", "", "terug", "", "3", "stoppen"]:
        child.expect("woord: ")
        said += [child.before, child.after]
        child.sendline(line)
    child.expect(pexpect.EOF)
    transcript = "".join(said) + child.before

    assert "\x1b" not in transcript
    assert "Teruggegaan naar: Waar zit het vast? Je antwoord was: Geld." in transcript
    assert "Vraag 2 van hooguit 6" in transcript
