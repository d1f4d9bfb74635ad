from itertools import chain, combinations, product

from hypothesis import given
from hypothesis import strategies as st

from katalys_cli.model import UNKNOWN, Choices, Question, Tip
from katalys_cli.rules import Diagram, Split, applies, diagram, fits, open_questions
from tests.builders import choices, question, questions, tip

ASKED = questions(
    question("phase", "idea running"), question("form", "none club trust"), question("money", "a b", many=True)
)


def test_a_situation_fits_when_every_question_has_a_wanted_option():
    situation = choices(phase="idea running", form="none")

    assert fits(situation, choices(phase="idea", form="none"))
    assert not fits(situation, choices(phase="idea", form="club"))
    assert not fits(situation, choices(phase="idea"))


def test_an_empty_situation_always_fits():
    assert fits({}, {})


def test_a_tip_without_conditions_applies_to_everyone():
    assert applies(tip(), {})


def test_situations_under_when_are_alternatives():
    either = tip(when=(choices(phase="idea"), choices(form="none")))

    assert applies(either, choices(phase="running", form="none"))
    assert not applies(either, choices(phase="running", form="club"))


def test_unless_wins_over_when():
    ask_name = tip(when=(choices(phase="idea"),), unless=(choices(form="none"),))

    assert not applies(ask_name, choices(phase="idea", form="none"))
    assert applies(ask_name, choices(phase="idea", form="club"))


def test_a_settled_tip_asks_nothing():
    assert diagram(tip(when=(choices(phase="idea"),)), choices(phase="idea"), ASKED) is True
    assert diagram(tip(when=(choices(phase="idea"),)), choices(phase="running"), ASKED) is False


def test_i_do_not_know_leaves_a_question_open():
    left = diagram(tip(when=(choices(phase="idea"),)), choices(phase=UNKNOWN), ASKED)

    assert open_questions(left) == {"phase"}


def test_two_situations_that_together_cover_every_option_ask_nothing():
    covered = tip(when=(choices(form="none club"), choices(form="trust")))

    assert diagram(covered, {}, ASKED) is True


def test_a_question_that_makes_no_difference_is_not_open():
    only_phase = tip(when=(choices(phase="idea", form="none"), choices(phase="idea", form="club trust")))

    assert open_questions(diagram(only_phase, {}, ASKED)) == {"phase"}


def test_with_many_answers_one_wanted_option_is_enough():
    for_a = tip(when=(choices(money="a"),))
    left = diagram(for_a, {}, ASKED)

    assert diagram(for_a, choices(money="a b"), ASKED) is True
    assert isinstance(left, Split)
    assert open_questions(left) == {"money"}


def answers_to(asked: Question) -> list[frozenset[str]]:
    """Every answer that a person can give to a question."""
    most = len(asked.options) if asked.many else 1
    return [frozenset(each) for size in range(1, most + 1) for each in combinations(asked.options, size)]


def completions(answers: Choices) -> list[Choices]:
    """Every set of full answers that agrees with these: the definition, without any cleverness."""
    ways = [[answers[name]] if name in answers else answers_to(each) for name, each in ASKED.items()]
    return [dict(zip(ASKED, way, strict=True)) for way in product(*ways)]


def outcome_of(left: Diagram, answers: Choices) -> bool:
    """Walk down the diagram with full answers."""
    while isinstance(left, Split):
        left = left.after(answers[left.question])
    return left


SITUATION = st.fixed_dictionaries(
    {},
    optional={name: st.frozensets(st.sampled_from(sorted(each.options)), min_size=1) for name, each in ASKED.items()},
)
SITUATIONS = st.lists(SITUATION, max_size=3).map(tuple)
SOME_ANSWERS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(answers_to(each)) for name, each in ASKED.items()}
)


@given(when=SITUATIONS, unless=SITUATIONS, answers=SOME_ANSWERS)
def test_certain_possible_excluded_are_all_some_none_of_the_completions(when, unless, answers):
    each = tip(when=when, unless=unless)
    outcomes = {applies(each, full) for full in completions(answers)}
    left = diagram(each, answers, ASKED)

    assert (left if isinstance(left, bool) else None) == (outcomes.pop() if len(outcomes) == 1 else None)


@given(when=SITUATIONS, unless=SITUATIONS, answers=SOME_ANSWERS)
def test_open_questions_are_exactly_those_that_can_change_the_outcome(when, unless, answers):
    each = tip(when=when, unless=unless)

    assert open_questions(diagram(each, answers, ASKED)) == set(deciding_by_brute_force(each, answers))


@given(when=SITUATIONS, unless=SITUATIONS, answers=SOME_ANSWERS)
def test_the_diagram_says_the_same_as_the_rule(when, unless, answers):
    each = tip(when=when, unless=unless)
    left = diagram(each, answers, ASKED)

    assert [outcome_of(left, full) for full in completions(answers)] == [
        applies(each, full) for full in completions(answers)
    ]


@given(when=SITUATIONS, unless=SITUATIONS, other_when=SITUATIONS, other_unless=SITUATIONS)
def test_rules_that_mean_the_same_have_the_same_diagram(when, unless, other_when, other_unless):
    one, other = tip(when=when, unless=unless), tip(when=other_when, unless=other_unless)
    alike = all(applies(one, full) == applies(other, full) for full in completions({}))

    assert (diagram(one, {}, ASKED) == diagram(other, {}, ASKED)) == alike


def test_a_question_hidden_by_another_condition_is_not_open():
    """Found by a random rule: `form` alone decides, though two situations name `phase` too."""
    situations = (choices(phase="idea", form="club"), choices(phase="idea running", money="a b", form="none club"))

    assert open_questions(diagram(tip(unless=situations), {}, ASKED)) == {"form"}


def deciding_by_brute_force(each: Tip, answers: Choices) -> list[str]:
    """The open questions for which two completions that differ in nothing else have different outcomes."""
    full = completions(answers)
    pairs = chain.from_iterable(((one, other) for other in full) for one in full)
    differing = (
        [name for name in ASKED if one[name] != other[name]]
        for one, other in pairs
        if applies(each, one) != applies(each, other)
    )
    return [names[0] for names in differing if len(names) == 1]
