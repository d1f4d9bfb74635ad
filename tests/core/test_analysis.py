from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from katalys_cli.analysis import Ways, gap, is_dead, ways
from katalys_cli.model import Choices, Tip
from katalys_cli.rules import applies
from tests.builders import choices, question, questions, tip
from tests.core.test_rules import SITUATIONS, answers_to

ASKED = questions(
    question("phase", "idea running"), question("form", "none club trust"), question("money", "a b", many=True)
)
SOME_TIPS = st.lists(st.tuples(SITUATIONS, SITUATIONS), max_size=4).map(
    lambda pairs: [tip(f"tip-{number}", when=when, unless=unless) for number, (when, unless) in enumerate(pairs)]
)


def profiles() -> list[Choices]:
    """Every full set of answers."""
    return [dict(zip(ASKED, way, strict=True)) for way in product(*(answers_to(each) for each in ASKED.values()))]


def advice(tips: list[Tip], profile: Choices) -> set[str]:
    return {each.id for each in tips if applies(each, profile)}


def walked(tips: list[Tip], answers: Choices) -> list[int]:
    """The length of every interview, asking one by one and by brute force whatever can still matter."""
    fitting = [each for each in profiles() if all(each[name] == chosen for name, chosen in answers.items())]
    asked = next((name for name in ASKED if name not in answers and matters(tips, fitting, name)), None)
    if asked is None:
        return [len(answers)]
    return [length for chosen in answers_to(ASKED[asked]) for length in walked(tips, {**answers, asked: chosen})]


def matters(tips: list[Tip], fitting: list[Choices], name: str) -> bool:
    seen: dict[tuple[frozenset[str], ...], set[str]] = {}
    for each in fitting:
        others = tuple(each[other] for other in ASKED if other != name)
        if seen.setdefault(others, advice(tips, each)) != advice(tips, each):
            return True
    return False


def test_a_situation_without_advice_is_found():
    tips = [tip("a", when=(choices(phase="idea"),)), tip("b", when=(choices(form="none club"),))]

    assert gap(tips, ASKED) == choices(phase="running", form="trust")


def test_tips_that_cover_everything_leave_no_gap():
    tips = [tip("a", when=(choices(phase="idea"),)), tip("b", unless=(choices(phase="idea"),))]

    assert gap(tips, ASKED) is None


def test_no_tips_at_all_is_a_gap_for_everyone():
    assert gap([], ASKED) == {}


def test_a_tip_that_nobody_gets_is_dead():
    assert is_dead(tip(when=(choices(phase="idea"),), unless=(choices(phase="idea running"),)), ASKED)
    assert not is_dead(tip(when=(choices(phase="idea"),)), ASKED)


def test_the_ways_through_one_question():
    assert ways([tip(when=(choices(form="none"),))], ASKED) == Ways(count=3, longest=1, total=3)
    assert ways([tip(when=(choices(form="none"),))], ASKED).mean == 1


@given(tips=SOME_TIPS)
def test_a_gap_is_found_exactly_when_there_is_one(tips):
    found = gap(tips, ASKED)
    empty = [each for each in profiles() if not advice(tips, each)]

    assert (found is not None) == bool(empty)
    if found is not None:
        agreeing = [each for each in profiles() if all(each[name] == chosen for name, chosen in found.items())]
        assert all(each in empty for each in agreeing)


@given(tips=SOME_TIPS)
def test_the_ways_are_those_that_one_can_walk(tips):
    lengths = walked(tips, {})

    assert ways(tips, ASKED) == Ways(len(lengths), max(lengths), sum(lengths))
