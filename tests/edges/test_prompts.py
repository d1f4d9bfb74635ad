"""Real keys through the real menus, and real lines through the plain prompts."""

import io
import sys
from collections.abc import Iterator

import pytest
import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input

from katalys_cli import questionnaire
from katalys_cli.errors import Interrupted
from katalys_cli.interview import Interview, Move
from katalys_cli.menus import Menus, _drawn, _filtered, _made_ours
from katalys_cli.model import UNKNOWN, Language, Question
from katalys_cli.prompts import Choice, EndOfInput, Lines, Prompts, ask, one_of
from tests.builders import question, small_base

ENTER, DOWN, UP, LEFT, SPACE = "\r", "\x1b[B", "\x1b[A", "\x1b[D", " "
CTRL_A, CTRL_C, BACKSPACE = "\x01", "\x03", "\x7f"
FORM = small_base().questions["legal_form"]
MONEY = small_base().questions["money_from"]
OBSTACLES = questionnaire.obstacle_question(small_base(), {})
START = Interview(small_base(), {})
HALFWAY = START
for answer in ("initiator", "finance", "no-money", "none"):
    HALFWAY = HALFWAY.answered(frozenset({answer}))
BACK = HALFWAY.back()  # at the legal form, with all moves
MONEY_AGAIN = HALFWAY.answered(frozenset({"fund"})).again("money_from")


def asked(prompts: Prompts, question: Question, interview: Interview = START) -> frozenset[str]:
    return ask(prompts, question, interview)


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys):
        yield keys


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (ENTER, "none"),
        (DOWN + ENTER, "association"),
        ("stich" + ENTER, "foundation"),
        ("stiv" + BACKSPACE + ENTER, "foundation"),
        (DOWN * 3 + ENTER, UNKNOWN),
        ("zzz" + ENTER + BACKSPACE * 3 + DOWN + ENTER, "association"),
    ],
)
def test_a_menu_is_answered_by_arrows_or_by_typing(keyboard, keys, chosen):
    keyboard.send_text(keys)

    assert asked(Menus(Language.NL), FORM) == {chosen}


@pytest.mark.usefixtures("keyboard")
def test_nothing_in_a_menu_is_cut_off_when_the_screen_becomes_narrower():
    menu = questionary.select("Which?", ["This", "That"])
    _made_ours(menu, False, "Nothing found.")

    assert all(window.wrap_lines() for window in menu.application.layout.find_all_windows())


def test_what_stands_in_the_way_is_found_in_own_words(keyboard):
    keyboard.send_text("penvoerdr" + ENTER)

    assert asked(Menus(Language.NL), OBSTACLES) == {"no-money"}


def test_a_title_that_holds_what_is_typed_comes_before_what_is_found():
    held, found = _filtered("permit", _drawn([Choice("a", "No grant"), Choice("b", "No permit")]), lambda _: ["a", "b"])

    assert (held.value, found.value) == ("b", "a")


def test_own_words_in_a_line_get_the_nearest_obstacle_named(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("onze bankrekning\nno-money\n"))

    assert asked(Lines(Language.EN), OBSTACLES) == {"no-money"}
    assert "Do you mean There is no money (no-money)?" in capsys.readouterr().err


def test_words_about_something_else_in_a_line_are_told_whom_to_ask(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("how do I file my tax return\nno-money\n"))

    assert asked(Lines(Language.EN), OBSTACLES) == {"no-money"}
    assert "something else: Your own taxes. For that, ask the Tax Administration." in capsys.readouterr().err


def test_many_options_are_ticked_with_the_space_bar(keyboard):
    keyboard.send_text(SPACE + DOWN + SPACE + ENTER)

    assert asked(Menus(Language.EN), MONEY) == {"municipality", "fund"}


def test_nothing_ticked_is_no_answer(keyboard):
    keyboard.send_text(ENTER + SPACE + ENTER)

    assert asked(Menus(Language.NL), MONEY) == {"municipality"}


def test_i_do_not_know_stands_alone(keyboard):
    keyboard.send_text(SPACE + DOWN * 3 + SPACE + ENTER + SPACE + ENTER)

    assert asked(Menus(Language.NL), MONEY) == {"municipality"}


def test_ctrl_c_ends_a_menu(keyboard):
    keyboard.send_text(CTRL_C)

    with pytest.raises(Interrupted):
        asked(Menus(Language.NL), FORM)


def test_ctrl_d_in_a_menu_is_the_end_of_the_input(keyboard):
    keyboard.send_text("\x04")

    with pytest.raises(EndOfInput):
        asked(Menus(Language.NL), FORM)


def test_a_line_of_text_has_a_default(keyboard):
    keyboard.send_text(ENTER)

    assert Menus(Language.NL).read("Name:", "advies.md") == "advies.md"


@pytest.fixture
def typed(monkeypatch):
    """Put lines on the standard input of this process."""

    def put(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return put


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("2", "association"),
        ("stichting", "foundation"),
        ("Found", "foundation"),
        ("4", UNKNOWN),
        ("weet ik niet", UNKNOWN),
    ],
)
def test_a_plain_question_takes_a_number_or_a_word(typed, line, chosen):
    typed(f"{line}\n")

    assert asked(Lines(Language.NL), FORM) == {chosen}


def test_a_plain_question_shows_numbers_and_repeats_the_answer(typed, capsys):
    typed("3\n")
    asked(Lines(Language.NL), FORM)

    assert capsys.readouterr().err.splitlines() == [
        "",
        "Vraag 1 van hooguit 6",
        "Kijk in het Handelsregister.",
        "Welke rechtsvorm?",
        "  1. Geen",
        "  2. Vereniging",
        "  3. Stichting (een bestuur zonder leden)",
        "  4. Weet ik niet",
        "Of typ ? (waarom deze vraag).",
        "Nummer of woord: → Stichting",
    ]


@pytest.mark.parametrize("wrong", ["9", "0", "nonsense", "", "1 2"])
def test_a_wrong_line_is_explained_and_asked_again(typed, capsys, wrong):
    typed(f"{wrong}\n1\n")

    assert asked(Lines(Language.EN), FORM) == {"none"}
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("1 3", {"municipality", "own-means"}),
        ("1,2", {"municipality", "fund"}),
        ("fonds, gemeente", {"fund", "municipality"}),
    ],
)
def test_a_plain_question_may_take_many(typed, line, chosen):
    typed(f"{line}\n")

    assert asked(Lines(Language.NL), MONEY) == chosen


def test_i_do_not_know_stands_alone_in_lines_too(typed):
    typed("1 4\n4\n")

    assert asked(Lines(Language.NL), MONEY) == {UNKNOWN}


def test_the_end_of_the_input_is_told(typed):
    typed("")

    with pytest.raises(EndOfInput):
        asked(Lines(Language.NL), FORM)


def test_a_plain_line_of_text_has_a_default(typed):
    typed("\n")

    assert Lines(Language.NL).read("Name:", "advies.md") == "advies.md"


def test_a_menu_that_is_no_question_takes_the_beginning_of_a_label(typed):
    options = [Choice("save", "Save"), Choice("stop", "Stop")]
    typed("s\nst\n")

    assert Lines(Language.EN).choose("Next?", options, one_of(options)) == {"stop"}


def test_a_description_has_no_english_word_in_front(keyboard, capsys):
    keyboard.send_text(DOWN + DOWN + ENTER)
    asked(Menus(Language.NL), FORM)

    assert "Description" not in capsys.readouterr().err


def test_a_long_list_is_answered_by_number(typed):
    typed("12\n")

    assert asked(Lines(Language.EN), question("phase", " ".join("abcdefghijklmnop"))) == {"l"}


@pytest.mark.parametrize(
    ("keys", "move"),
    [
        (LEFT, Move.BACK),
        ("?", Move.WHY),
        ("vo" + LEFT, Move.BACK),
        (UP + ENTER, Move.STOP),
        (UP + UP + ENTER, Move.REVIEW),
        ("terug" + ENTER, Move.BACK),
        ("stop en" + ENTER, Move.STOP),
    ],
)
def test_a_menu_has_moves_as_keys_and_as_choices(keyboard, keys, move):
    keyboard.send_text(keys)

    assert asked(Menus(Language.NL), FORM, BACK) == {move}


@pytest.mark.parametrize(
    ("keys", "move"),
    [
        (LEFT, Move.BACK),
        ("?", Move.WHY),
        (UP + ENTER, Move.STOP),
        (UP + UP + SPACE, Move.REVIEW),
        (SPACE + UP + ENTER, Move.STOP),
    ],
)
def test_moves_need_not_be_ticked_and_confirmed(keyboard, keys, move):
    keyboard.send_text(keys)

    assert asked(Menus(Language.NL), MONEY, HALFWAY) == {move}


def test_ticking_all_ticks_no_moves(keyboard):
    keyboard.send_text(CTRL_A + DOWN * 3 + SPACE + UP + ENTER)

    assert asked(Menus(Language.NL), MONEY, HALFWAY) == {"municipality", "fund", "own-means"}


def test_there_is_no_key_for_what_one_cannot_do(keyboard):
    keyboard.send_text(LEFT + ENTER)

    assert asked(Menus(Language.NL), FORM, START) == {"none"}


@pytest.mark.parametrize(("keys", "chosen"), [(ENTER, {"fund"}), (SPACE + ENTER, {"municipality", "fund"})])
def test_an_answer_that_was_given_is_ticked_already(keyboard, keys, chosen):
    keyboard.send_text(keys)

    assert asked(Menus(Language.NL), MONEY, MONEY_AGAIN) == chosen


def test_the_pointer_stands_at_the_answer_that_was_given(keyboard):
    keyboard.send_text(ENTER)

    assert asked(Menus(Language.NL), FORM, BACK.answered(frozenset({"foundation"})).again("legal_form")) == {
        "foundation"
    }


@pytest.mark.parametrize(
    ("line", "move"),
    [("terug", Move.BACK), ("back", Move.BACK), ("?", Move.WHY), ("Overzicht", Move.REVIEW), ("stop", Move.STOP)],
)
def test_a_plain_question_takes_a_word_for_a_move(typed, line, move):
    typed(f"{line}\n")

    assert asked(Lines(Language.NL), MONEY, HALFWAY) == {move}


def test_a_plain_question_tells_the_moves_and_what_enter_does(typed, capsys):
    typed("\n")

    assert asked(Lines(Language.EN), FORM, BACK) == {"none"}
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "Or type back (previous question), ? (why this question), review (all answers) or stop (to the advice).",
        'Enter keeps "None". Number or word: → None',
    ]
