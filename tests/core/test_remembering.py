import msgspec
import pytest

from katalys_cli import export, prose, remembering
from katalys_cli.advice import advise
from katalys_cli.model import UNKNOWN, Choices, KnowledgeBase, Language, Option, Question
from katalys_cli.remembering import Remembered, from_report, recalled, written
from katalys_cli.report import Teller
from tests.builders import DAY, both, choices, small_base

BASE = small_base()
ANSWERS = choices(
    role="initiator", obstacle_type="finance", obstacle="no-money", legal_form="foundation", money_from="fund own-means"
)
GIVEN = {name: sorted(chosen) for name, chosen in ANSWERS.items()}


def newer(name: str, **changes: object) -> KnowledgeBase:
    """A base in which one question is different now."""
    changed = msgspec.structs.replace(BASE.questions[name], **changes)
    return msgspec.structs.replace(BASE, questions={**BASE.questions, name: changed})


def relabelled(name: str, option: str, **changes: object) -> KnowledgeBase:
    options = BASE.questions[name].options
    return newer(name, options={**options, option: msgspec.structs.replace(options[option], **changes)})


def saved(answers: Choices, language: Language = Language.NL) -> Remembered:
    text = written(BASE, answers, language)
    return Remembered({name: sorted(chosen) for name, chosen in answers.items()}, remembering.comments(text))


def test_what_is_written_is_plain_and_tells_how_it_reads():
    assert written(BASE, choices(role="initiator", money_from="own-means fund"), Language.EN).splitlines()[2:] == [
        "",
        "# Who are you? | Initiator",
        "role: initiator",
        "",
        "# Who gives the money? | Fund, Own income",
        "money_from: [fund, own-means]",
    ]


def test_a_name_that_yaml_would_misread_stands_in_quotes():
    odd = Question(id="odd", text=both("Odd?"), options={"2: b": Option(label=both("B"), clause=both("it is b"))})
    base = msgspec.structs.replace(BASE, questions={**BASE.questions, "odd": odd})

    assert written(base, {"odd": frozenset({"2: b"})}, Language.EN).splitlines()[-1] == 'odd: "2: b"'


@pytest.mark.parametrize("language", Language)
def test_what_is_saved_is_recalled(language):
    assert recalled(BASE, saved({**ANSWERS, "phase": frozenset({UNKNOWN})}, language)) == (
        {**ANSWERS, "phase": frozenset({UNKNOWN})},
        [],
    )


@pytest.mark.parametrize(
    "base",
    [
        relabelled("legal_form", "foundation", label=both("Something else")),
        relabelled("legal_form", "foundation", explanation=both("of another kind")),
        newer("legal_form", text=both("Which form had the group before?")),
    ],
)
def test_an_answer_that_reads_otherwise_now_is_told_and_not_used(base):
    answers, troubles = recalled(base, saved(ANSWERS))

    assert answers == {name: chosen for name, chosen in ANSWERS.items() if name != "legal_form"}
    assert [each.said_in(Language.EN) for each in troubles] == [
        "legal_form: this may mean something else now. "
        'At the time it read "Welke rechtsvorm? | Stichting (een bestuur zonder leden)".'
    ]


def test_an_option_that_is_gone_is_told_and_the_rest_is_used():
    options = {name: each for name, each in BASE.questions["legal_form"].options.items() if name != "foundation"}
    answers, troubles = recalled(newer("legal_form", options=options), saved(ANSWERS))

    assert "legal_form" not in answers
    assert answers["money_from"] == {"fund", "own-means"}
    assert '"foundation" is no answer here.' in troubles[0].said_in(Language.EN)


def test_a_question_that_is_gone_is_told():
    questions = {name: each for name, each in BASE.questions.items() if name != "legal_form"}
    answers, troubles = recalled(msgspec.structs.replace(BASE, questions=questions), saved(ANSWERS))

    assert answers.keys() == ANSWERS.keys() - {"legal_form"}
    assert "There is no question legal_form." in troubles[0].said_in(Language.EN)


def test_a_question_that_takes_one_answer_now_is_told():
    answers, troubles = recalled(newer("money_from", many=False), saved(ANSWERS))

    assert "money_from" not in answers
    assert len(troubles) == 1


@pytest.mark.parametrize("language", Language)
def test_a_report_in_markdown_tells_the_same_answers(language):
    teller = Teller(BASE, language, DAY)
    report = prose.advice(teller.report(advise(BASE, ANSWERS)), teller, for_file=True)
    given = from_report(export.markdown(report))

    assert given is not None
    assert recalled(BASE, Remembered(given)) == (
        {name: chosen for name, chosen in ANSWERS.items() if name != "obstacle_type"},
        [],
    )


def test_a_report_about_two_obstacles_names_both():
    teller = Teller(BASE, Language.NL, DAY)
    answers = choices(role="initiator", obstacle="no-money no-permit")
    given = from_report(export.markdown(prose.advice(teller.report(advise(BASE, answers)), teller, for_file=True)))

    assert given is not None
    assert recalled(BASE, Remembered(given)) == (answers, [])


@pytest.mark.parametrize("text", ["", "# Something else\n\n- a: b\n", "role: initiator\n"])
def test_another_text_is_no_report(text):
    assert from_report(text) is None
