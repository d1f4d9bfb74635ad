"""Whose advice changes between two versions: exactly the share that trying all answers gives."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalys_cli import export, impact
from katalys_cli.advice import MOST_FIRST_STEPS, rank
from katalys_cli.impact import Impact
from katalys_cli.model import ROLE, Effort, KnowledgeBase, Language, Tip
from katalys_cli.report import Teller
from tests.builders import DAY, both, choices, question, small_base, tip
from tests.core import oracle
from tests.core.large import large
from tests.core.test_analysis import ASKED
from tests.core.test_rules import SITUATIONS
from tests.core.with_tips import base_of

NUMBER_OF_CELLS = 6  # three roles, two obstacles
RULES = st.tuples(SITUATIONS, SITUATIONS, st.booleans(), st.sampled_from(Effort))
VERSION = st.dictionaries(st.sampled_from("abcde"), RULES, max_size=4)
PROFILES = list(oracle.profiles(ASKED))


def made(rules: dict[str, tuple[object, ...]]) -> list[Tip]:
    return [
        tip(name, when=when, unless=unless, first_step=first, effort=effort)  # type: ignore[arg-type]
        for name, (when, unless, first, effort) in sorted(rules.items())
    ]


def opening(tips: Sequence[Tip], profile: oracle.Profile) -> list[str]:
    in_order = sorted((each for each in tips if oracle.comes(each, profile)), key=rank)
    return [each.id for each in in_order[:MOST_FIRST_STEPS]]


def changes(before: Sequence[Tip], after: Sequence[Tip]) -> Fraction:
    """The part of the profiles with other tips, or with others that open the advice."""
    differing = sum(
        oracle.advice(before, each) != oracle.advice(after, each) or opening(before, each) != opening(after, each)
        for each in PROFILES
    )
    return Fraction(differing, len(PROFILES))


def told(before: KnowledgeBase, after: KnowledgeBase) -> Impact:
    return impact.impact(before, after, "main")


@settings(max_examples=30)
@given(before=VERSION, after=VERSION)
def test_the_share_is_exact(before, after):
    # other titles, so that no tip looks like one that was renamed
    old, new = made(before), [msgspec.structs.replace(each, title=both(f"new {each.id}")) for each in made(after)]
    found = told(base_of(old, ASKED), base_of(new, ASKED))

    assert Fraction(found.share) == changes(old, new) / NUMBER_OF_CELLS
    assert found.not_proven == []


@settings(max_examples=30)
@given(before=VERSION, after=VERSION)
def test_the_tips_that_come_and_go_are_named(before, after):
    old, new = made(before), [msgspec.structs.replace(each, title=both(f"new {each.id}")) for each in made(after)]
    found = told(base_of(old, ASKED), base_of(new, ASKED))
    pairs = [(oracle.advice(old, each), oracle.advice(new, each)) for each in PROFILES]

    assert {name for each in found.changes for name in each.come} == {name for a, b in pairs for name in b - a}
    assert {name for each in found.changes for name in each.go} == {name for a, b in pairs for name in a - b}


@settings(max_examples=30)
@given(rules=VERSION, data=st.data())
def test_words_order_and_names_change_nothing(rules, data):
    tips = made(rules)
    names = {each.id: f"new-{each.id}" for each in tips}
    keeps_old_name = data.draw(st.booleans())
    after = [
        msgspec.structs.replace(
            each,
            id=names[each.id],
            renamed_from=(each.id,) if keeps_old_name else (),
            effort=each.effort,
            title=both(f"other words for {each.id}") if keeps_old_name else each.title,
        )
        for each in data.draw(st.permutations(tips))
    ]
    found = told(base_of(tips, ASKED), base_of(after, dict(reversed(ASKED.items()))))

    assert (found.share, found.changes) == ("0", [])


def test_an_obstacle_under_another_name_changes_nothing():
    base = small_base()
    moved = {
        ("no-cash" if name == "no-money" else name): msgspec.structs.replace(
            each, id="no-cash" if name == "no-money" else name, renamed_from=("no-money",) if name == "no-money" else ()
        )
        for name, each in base.obstacles.items()
    }
    by_obstacle = {name: base.tips_for("no-money" if name == "no-cash" else name) for name in moved}
    after = msgspec.structs.replace(base, obstacles=moved, tips_by_obstacle=by_obstacle)

    assert told(base, after).share == "0"


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "change",
    ["a question more", "an option more", "a role more", "an obstacle more", "a question that takes many"],
)
def test_questions_options_roles_and_obstacles_may_come_and_go(change, turned):
    base = base_of([tip("a", when=(choices(form="none"),)), tip("b", roles="alderman")], ASKED)
    other = {
        "a question more": lambda: with_questions(base, weather=question("weather", "dry wet")),
        "an option more": lambda: with_questions(base, form=question("form", "none club trust firm")),
        "a role more": lambda: with_questions(base, role=question("role", "initiator alderman council-member mayor")),
        "an obstacle more": lambda: msgspec.structs.replace(
            base,
            obstacles={**base.obstacles, "new": base.obstacles["no-money"]},
            tips_by_obstacle={**base.tips_by_obstacle, "new": (tip("c", when=(choices(phase="idea"),)),)},
        ),
        "a question that takes many": lambda: with_questions(base, form=question("form", "none club trust", many=True)),
    }[change]()
    before, after = (other, base) if turned else (base, other)
    found = told(before, after)

    expected = {"an obstacle more": Fraction(1, 2) / 9}
    assert Fraction(found.share) == expected.get(change, 0)
    for language in Language:
        assert export.markdown(impact.document(found, Teller(after, language, DAY)))


def with_questions(base: KnowledgeBase, **more: object) -> KnowledgeBase:
    return msgspec.structs.replace(base, questions={**base.questions, **more})


def test_a_role_that_loses_its_tips_is_told_with_the_tips_that_go():
    before = base_of([tip("a", roles="initiator alderman")], ASKED)
    after = base_of([tip("a")], ASKED)
    found = told(before, after)

    assert Fraction(found.share) == Fraction(1, NUMBER_OF_CELLS)
    (change,) = found.changes
    assert (change.obstacle, change.roles, change.go, change.come) == ("no-money", ["alderman"], ["a"], [])
    assert ROLE not in change.example


def test_the_comment_has_the_share_and_an_example():
    before = base_of([tip("a", when=(choices(form="none"),))], ASKED)
    after = base_of([tip("a", when=(choices(form="none club"),))], ASKED)
    written = export.markdown(impact.document(told(before, after), Teller(after, Language.EN, DAY)))

    assert "1/18" in written
    assert "form=club" in written
    assert written.startswith("## ")


def test_a_change_of_one_among_many_is_exact():
    tips, asked = large(0, tips=40, near=22)
    before = [*tips, tip("z", when=(choices(q01="a"),))]
    after = [*tips, tip("z", when=(choices(q01="a b"),))]
    found = told(base_of(before, asked), base_of(after, asked))

    assert found.not_proven == []
    assert Fraction(found.share) == Fraction(1, 4) / NUMBER_OF_CELLS


def test_more_than_can_be_tried_is_not_proven_and_said_so():
    tips, asked = large(0, tips=40, near=22)
    turned = [msgspec.structs.replace(each, when=each.unless, unless=each.when) for each in tips]
    before, after = base_of(tips, asked), base_of(turned, asked)
    found = told(before, after)

    assert found.not_proven == ["initiator, no-money"]
    assert "initiator, no-money" in export.markdown(impact.document(found, Teller(after, Language.EN, DAY)))
