import msgspec
import pytest

from katalys_cli.errors import KatalysError
from katalys_cli.interview import Interview, Progress
from katalys_cli.model import UNKNOWN, Choices, KnowledgeBase, Language, Question
from katalys_cli.naming import MOST_NAMED, missing_answer, options_named, question_named, settled
from katalys_cli.questionnaire import missing, next_question, obstacle_question, relevant, still_relevant
from tests.builders import choices, question, small_base, tip
from tests.core.with_tips import base_with


class Script:
    """Answers in order, and a record of what was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, Progress]] = []

    def __call__(self, asked: Question, progress: Progress) -> frozenset[str]:
        self.asked.append((asked.id, progress))
        return frozenset(self.answers.pop(0).split())


def interview(base: KnowledgeBase, script: Script, answers: Choices) -> Choices:
    """Ask to the end, with a script for a person."""
    now = Interview(base, answers)
    while question := now.question:
        now = now.answered(script(question, now.progress))
    return now.answers


def test_role_type_and_obstacle_come_first_then_what_matters():
    script = Script("initiator", "finance", "no-money", "none", "fund")
    answers = interview(small_base(), script, {})

    assert [name for name, _ in script.asked] == ["role", "obstacle_type", "obstacle", "legal_form", "money_from"]
    assert answers["legal_form"] == {"none"}


def test_a_question_that_no_longer_matters_is_not_asked():
    script = Script("initiator", "finance", "no-money", "foundation")
    interview(small_base(), script, {})

    assert script.answers == []


def test_what_is_given_is_not_asked():
    script = Script("none", "fund")
    interview(small_base(), script, choices(role="initiator", obstacle="no-money"))

    assert [name for name, _ in script.asked] == ["legal_form", "money_from"]


def test_i_do_not_know_is_asked_only_once():
    script = Script(UNKNOWN, UNKNOWN)
    answers = interview(small_base(), script, choices(role="initiator", obstacle="no-money"))

    assert answers["legal_form"] == {UNKNOWN}
    assert next_question(small_base(), answers) is None


def test_progress_counts_to_an_upper_bound_that_is_kept():
    script = Script("initiator", "finance", "no-money", "none", "fund")
    interview(small_base(), script, {})

    assert [(each.number, each.at_most) for _, each in script.asked] == [(1, 6), (2, 6), (3, 6), (4, 5), (5, 5)]


def test_only_questions_of_the_readers_own_tips_matter():
    assert relevant(small_base(), choices(role="alderman", obstacle="no-money")) == frozenset()


@pytest.mark.parametrize(
    ("word", "option"),
    [
        ("initiator", "initiator"),
        ("Wethouder", "alderman"),
        ("council member", "council-member"),
        ("COUNCIL_MEMBER", "council-member"),
        ("raads", "council-member"),
    ],
)
def test_a_word_is_an_id_a_label_or_the_beginning_of_one(word, option):
    assert options_named(small_base().questions["role"], [word]) == {option}


def test_the_name_of_a_group_stands_for_its_members():
    assert options_named(small_base().questions["role"], ["professional"]) == {"alderman", "council-member"}


def test_an_exact_name_wins_over_the_beginning_of_another():
    assert options_named(question("role", "man manager"), ["man"]) == {"man"}


@pytest.mark.parametrize("words", [["weet ik niet"], ["I do not know"], ["unknown"]])
def test_i_do_not_know_has_a_name_in_both_languages(words):
    assert options_named(small_base().questions["phase"], words) == {UNKNOWN}


def test_a_wrong_word_brings_the_nearest_right_one():
    with pytest.raises(KatalysError) as error:
        options_named(small_base().questions["role"], ["wethouwer"])

    assert error.value.said_in(Language.EN) == '"wethouwer" is no answer here. Do you mean Alderman (alderman)?'


def test_a_word_like_nothing_brings_all_that_is_allowed():
    with pytest.raises(KatalysError) as error:
        options_named(small_base().questions["phase"], ["xyz"])

    assert (
        error.value.said_in(Language.EN)
        == '"xyz" is no answer here. Choose from: An idea (idea), It is running (running).'
    )


def test_an_unclear_beginning_brings_what_it_may_be():
    with pytest.raises(KatalysError) as error:
        options_named(question("role", "area-manager area-director"), ["area"])

    assert "Do you mean Area-Manager (area-manager), Area-Director (area-director)?" in error.value.said_in(Language.EN)


@pytest.mark.parametrize("words", [["idea", "running"], ["unknown", "idea"]])
def test_one_answer_is_one_answer(words):
    with pytest.raises(KatalysError):
        options_named(small_base().questions["phase"], words)


def test_a_question_that_takes_many_takes_many():
    assert options_named(small_base().questions["money_from"], ["fund", "gemeente"]) == {"fund", "municipality"}


def test_a_question_may_be_named_with_a_hyphen():
    assert question_named(small_base(), "legal-form").id == "legal_form"


def test_every_wrong_answer_is_reported_at_once():
    answers, troubles = settled(small_base(), {"rol": ["x"], "phase": ["nope"], "legal_form": ["none"]})

    assert answers == choices(legal_form="none")
    assert [trouble.values["option"] for trouble in troubles] == ["--role", "--answer phase=..."]


def test_who_and_what_must_be_known():
    assert [each.id for each in missing(small_base(), {})] == ["role", "obstacle"]
    assert missing(small_base(), choices(role="alderman", obstacle="no-money")) == []


def test_answers_that_no_longer_matter_are_dropped():
    answers: Choices = choices(role="initiator", obstacle="no-money", legal_form="foundation", money_from="fund")

    assert still_relevant(small_base(), answers) == choices(
        role="initiator", obstacle="no-money", legal_form="foundation"
    )


def test_the_interview_stops_when_nothing_can_change():
    base = base_with(tip(when=(choices(phase="idea", legal_form="none"),)))

    assert next_question(base, choices(role="initiator", obstacle="no-money", phase="running")) is None


def test_progress_holds_when_the_role_comes_last():
    script = Script("initiator", "none", "fund")
    interview(small_base(), script, choices(obstacle="no-money"))

    assert [(each.number, each.at_most) for _, each in script.asked] == [(1, 3), (2, 3), (3, 3)]


def test_two_spellings_of_one_question_are_one():
    answers, troubles = settled(small_base(), {"money_from": ["fund"], "money-from": ["own-means"]})

    assert answers == choices(money_from="fund own-means")
    assert troubles == []


def test_where_there_are_many_options_a_message_tells_where_they_stand():
    many = question("obstacle", " ".join(f"way-{number}" for number in range(MOST_NAMED + 1)))

    with pytest.raises(KatalysError) as wrong:
        options_named(many, ["nothing"])
    for told in (wrong.value, missing_answer(many)):
        assert "`katalys list obstacles`" in told.said_in(Language.EN)
        assert "way-1" not in told.said_in(Language.EN)


def test_options_that_stand_in_no_list_are_named_however_many_there_are():
    many = question("activity", " ".join(f"way-{number}" for number in range(MOST_NAMED + 1)))

    assert "way-1" in missing_answer(many).said_in(Language.EN)


def test_an_obstacle_of_a_type_that_is_not_told_may_be_chosen():
    base = msgspec.structs.replace(small_base(), types={})

    assert "no-permit" in obstacle_question(base, choices(role="initiator")).options
