from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from katalys_cli.diagrams import Combining, Diagram, Split, restricted
from katalys_cli.rules import answers_to, diagram
from tests.builders import question, questions, tip

ASKED = questions(
    question("phase", "idea running"), question("form", "none club trust"), question("money", "a b", many=True)
)
FULL = [dict(zip(ASKED, way, strict=True)) for way in product(*map(answers_to, ASKED.values()))]
SITUATION = st.fixed_dictionaries(
    {},
    optional={name: st.frozensets(st.sampled_from(sorted(each.options)), min_size=1) for name, each in ASKED.items()},
)
RULES = st.lists(SITUATION, max_size=3).map(tuple)
DIAGRAMS = st.builds(lambda when, unless: diagram(tip(when=when, unless=unless), {}, ASKED), RULES, RULES)


def outcomes(left: Diagram) -> list[bool]:
    """The outcome for each full set of answers."""
    found = []
    for full in FULL:
        below = left
        while isinstance(below, Split):
            below = below.after(full[below.question])
        found.append(below)
    return found


@given(DIAGRAMS, DIAGRAMS)
def test_both_and_either_are_so_for_every_full_set_of_answers(one, other):
    combining, pairs = Combining(ASKED), list(zip(outcomes(one), outcomes(other), strict=True))

    assert outcomes(combining.both(one, other)) == [left and right for left, right in pairs]
    assert outcomes(combining.either(one, other)) == [left or right for left, right in pairs]
    assert outcomes(combining.opposite(one)) == [not left for left in outcomes(one)]


@given(DIAGRAMS, st.sets(st.sampled_from(sorted(ASKED))).map(frozenset))
def test_whatever_holds_for_every_answer_to_these_questions(left, free):
    by_rest: dict[object, bool] = {}
    for full, outcome in zip(FULL, outcomes(left), strict=True):
        rest = tuple(full[name] for name in ASKED if name not in free)
        by_rest[rest] = by_rest.get(rest, True) and outcome

    assert outcomes(Combining(ASKED).whatever(left, free)) == [
        by_rest[tuple(full[name] for name in ASKED if name not in free)] for full in FULL
    ]


@given(DIAGRAMS, st.sampled_from(sorted(ASKED)), st.data())
def test_restricted_has_an_answer_filled_in(left, name, data):
    answer = data.draw(st.sampled_from(answers_to(ASKED[name])))
    filled_in = [{**full, name: answer} for full in FULL]

    assert outcomes(restricted(left, name, answer)) == [outcomes(left)[FULL.index(full)] for full in filled_in]


@given(DIAGRAMS, DIAGRAMS)
def test_what_means_the_same_is_the_same(one, other):
    assert (one is other) == (outcomes(one) == outcomes(other))
