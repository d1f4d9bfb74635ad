"""The promises of the interview, held against an oracle that tries every way of answering (`tests/oracle.py`).

Small bases are tried whole. For bases of 22 questions that cannot be; there a full set of answers is drawn, and the
short interview must give what all these answers give; and for each question asked two sets of answers are shown that
differ in it alone and give another outcome.
"""

from __future__ import annotations

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from katalys_cli import explanations, rules
from katalys_cli.advice import advise
from katalys_cli.diagrams import Split
from katalys_cli.interview import Interview
from katalys_cli.model import OBSTACLE, ROLE, UNKNOWN, Choices, KnowledgeBase, Tip
from katalys_cli.questionnaire import Until
from tests import oracle
from tests.random_bases import READER, an_answer, asked_by, base, tips_of

TIMES = int(os.environ.get("KATALYS_TIMES", "1"))  # how much oftener than usual
CHANCES = st.integers(0, 2**40).map(random.Random)
often = settings(max_examples=100 * TIMES, deadline=None)
now_and_then = settings(max_examples=20 * TIMES, deadline=None)
seldom = settings(max_examples=8 * TIMES, deadline=None)


def small(chance: random.Random) -> KnowledgeBase:
    return base(chance, 4, [chance.randint(0, 4) for _ in range(chance.randint(1, 6))], 3)


def large(chance: random.Random) -> KnowledgeBase:
    """At least 22 questions and 31 situations of one to eight conditions, over five tips."""
    return base(chance, chance.randint(22, 26), [7, 7, 7, 6, 4], 8)


def statuses(made: KnowledgeBase, answers: Choices) -> dict[str, str]:
    """What the program says of every tip of the first obstacle."""
    given_status = {each.tip.id: str(each.status) for each in advise(made, answers).findings[0].tips}
    return {tip.id: given_status.get(tip.id, "excluded") for tip in tips_of(made)}


def situation(answers: Choices) -> Choices:
    return {name: chosen for name, chosen in answers.items() if name not in (ROLE, OBSTACLE)}


@often
@given(CHANCES)
def test_each_question_can_change_the_advice_and_in_the_end_nothing_can(chance):
    made = small(chance)
    interview = Interview(made, READER)
    while asked := interview.question:
        assert oracle.matters(asked.id, tips_of(made), interview.answers, asked_by(made))
        interview = interview.answered(an_answer(chance, made, asked.id))
    never_asked = [name for name in asked_by(made) if name not in interview.answers]

    assert [
        each for each in never_asked if oracle.matters(each, tips_of(made), interview.answers, asked_by(made))
    ] == []


@often
@given(CHANCES, st.sampled_from(Until))
def test_at_most_is_never_too_few(chance, until):
    made = small(chance)
    interview, said = Interview(made, READER, until), []
    while asked := interview.question:
        said.append(interview.progress)
        interview = interview.answered(an_answer(chance, made, asked.id))

    assert [each.number for each in said] == list(range(1, len(said) + 1))
    assert all(each.at_most >= len(said) for each in said)


@often
@given(CHANCES)
def test_certain_possible_excluded_are_all_some_none_of_the_completions(chance):
    made = small(chance)
    answers = {name: an_answer(chance, made, name) for name in asked_by(made) if chance.random() < 0.5}

    assert statuses(made, {**READER, **answers}) == oracle.statuses(tips_of(made), answers, asked_by(made))


@often
@given(CHANCES)
def test_a_short_interview_gives_the_advice_of_all_questions(chance):
    made = small(chance)
    full = {name: an_answer(chance, made, name, unknown=0) for name in asked_by(made)}
    interview = Interview(made, READER)
    while asked := interview.question:
        interview = interview.answered(full[asked.id])

    assert statuses(made, interview.answers) == oracle.statuses(tips_of(made), full, asked_by(made))


@seldom
@given(CHANCES)
def test_so_it_does_with_many_questions_and_each_question_asked_has_a_witness(chance):
    made = large(chance)
    full = {name: an_answer(chance, made, name, unknown=0) for name in asked_by(made)}
    interview = Interview(made, READER)
    while asked := interview.question:
        one, other, tip = witness(made, interview.answers, asked.id)
        assert {name for name in one if one[name] != other[name]} == {asked.id}
        assert oracle.fits(tip, one) != oracle.fits(tip, other)
        interview = interview.answered(full[asked.id])

    assert statuses(made, interview.answers) == {
        tip.id: "certain" if oracle.fits(tip, full) else "excluded" for tip in tips_of(made)
    }


@seldom
@given(CHANCES)
def test_with_many_questions_no_completion_gives_the_lie(chance):
    """Where something is not known, by drawing completions: all must agree with what is certain or excluded."""
    made = large(chance)
    interview = Interview(made, READER)
    while asked := interview.question:
        interview = interview.answered(an_answer(chance, made, asked.id, unknown=0.3))
    said = statuses(made, interview.answers)
    known = situation(rules.known(interview.answers))
    for _ in range(300):
        full = {name: known.get(name) or chance.choice(all_) for name, all_ in asked_by(made).items()}
        for tip in tips_of(made):
            assert said[tip.id] != ("excluded" if oracle.fits(tip, full) else "certain")


@now_and_then
@given(CHANCES)
def test_until_the_first_steps_each_question_can_change_them_and_in_the_end_nothing_can(chance):
    made = small(chance)
    interview = Interview(made, READER, Until.FIRST_STEPS)
    while asked := interview.question:
        assert len(openings(made, interview)) > 1
        assert can_change_opening(made, interview, asked.id)
        interview = interview.answered(an_answer(chance, made, asked.id))

    assert openings(made, interview) == {oracle.opening(tips_of(made), interview.answers, asked_by(made))}


@often
@given(CHANCES)
def test_the_first_steps_are_those_of_the_definition(chance):
    made = small(chance)
    answers = {**READER, **{name: an_answer(chance, made, name) for name in asked_by(made) if chance.random() < 0.5}}
    first = [(each.tip.id, str(each.status)) for each in advise(made, answers).findings[0].first_steps]

    assert tuple(first) == oracle.opening(tips_of(made), answers, asked_by(made))


@often
@given(CHANCES)
def test_why_is_enough_and_has_nothing_that_can_be_missed(chance):
    made = small(chance)
    answers = {name: an_answer(chance, made, name) for name in asked_by(made) if chance.random() < 0.8}
    for tip in tips_of(made):
        outcome = oracle.status(tip, answers, asked_by(made))
        deciding = explanations.deciding(tip, answers, made.questions)
        if outcome != "possible":
            assert deciding.items() <= answers.items()
            assert oracle.status(tip, deciding, asked_by(made)) == outcome
            for name in deciding:
                fewer = {other: chosen for other, chosen in deciding.items() if other != name}
                assert oracle.status(tip, fewer, asked_by(made)) == "possible"


@often
@given(CHANCES)
def test_why_not_is_the_smallest_change_and_it_works(chance):
    made = base(chance, 4, [chance.randint(0, 4) for _ in range(3)], 3)
    answers = {name: an_answer(chance, made, name) for name in asked_by(made) if chance.random() < 0.6}
    for tip in tips_of(made):
        fewest = oracle.fewest_changes(tip, answers, asked_by(made))
        change = explanations.smallest_change(tip, answers, made.questions)
        assert (None if change is None else len(change)) == fewest
        first = {name: doing[0] for name, doing in (change or {}).items()}
        for name, doing in (change or {}).items():
            for answer in doing:
                given_now = {**oracle.settled(answers), **first, name: answer}
                assert answers.get(name) != answer
                assert oracle.status(tip, given_now, asked_by(made)) == "certain"


@often
@given(CHANCES)
def test_whatever_is_corrected_the_result_is_that_of_a_fresh_interview(chance):
    wander(small(chance), chance)


@seldom
@given(CHANCES)
def test_so_it_is_with_many_questions(chance):
    wander(large(chance), chance)


def wander(made: KnowledgeBase, chance: random.Random) -> None:
    """Answer, go back and correct at random, and hold the result against a fresh interview."""
    interview = Interview(made, {})
    for _ in range(chance.randint(3, 25)):
        interview = one_step(interview, chance)
    interview = interview.onward()
    while interview.question:
        interview = interview.answered(some_answer(interview, chance))

    fresh = afresh(made, interview.answers)
    assert interview.answers == interview.shown
    assert {name: chosen for name, chosen in fresh.items() if name in interview.answers} == interview.answers
    assert advice_in_short(made, fresh) == advice_in_short(made, interview.answers)


@often
@given(CHANCES)
def test_a_correction_keeps_what_matters_and_drops_the_rest(chance):
    made = small(chance)
    interview = Interview(made, READER)
    while asked := interview.question:
        interview = interview.answered(an_answer(chance, made, asked.id))
    if not interview.asked:
        return
    again = interview.again(chance.choice(interview.asked))
    corrected = again.answered(an_answer(chance, made, str(again.at)))
    others = {name: chosen for name, chosen in interview.answers.items() if name != again.at}
    dropped = {name: chosen for name, chosen in others.items() if name not in corrected.answers}

    assert corrected.dropped == dropped
    assert corrected.answers == {
        **{name: others[name] for name in others if name not in dropped},
        str(again.at): corrected.answers[str(again.at)],
    }
    assert corrected.kept.items() <= corrected.answers.items()
    for name in situation(dropped):
        earlier = {each: corrected.answers[each] for each in corrected.answers if each < name}
        assert not oracle.matters(name, tips_of(made), earlier, asked_by(made))


def witness(made: KnowledgeBase, answers: Choices, question: str) -> tuple[Choices, Choices, Tip]:
    """Two full sets of answers that differ in a question alone, and the tip that fits one of them: found with a
    diagram, to be judged by the oracle."""
    for tip in tips_of(made):
        left = rules.diagram(tip, answers, made.questions)
        path: dict[str, frozenset[str]] = {}
        while isinstance(left, Split) and left.question != question:
            branch = next((pair for pair in left.branches if question in rules.open_questions(pair[1])), None)
            if branch is None:
                break
            path[left.question], left = next(iter(branch[0])), branch[1]
        if isinstance(left, Split) and left.question == question:
            (alike, one), (unlike, other) = list(left.branches)[:2]
            path |= difference(one, other)
            rest = {
                **{name: all_[0] for name, all_ in asked_by(made).items()},
                **path,
                **situation(rules.known(answers)),
            }
            return {**rest, question: next(iter(alike))}, {**rest, question: next(iter(unlike))}, tip
    raise AssertionError(f"nothing depends on {question}")


def difference(one: rules.Diagram, other: rules.Diagram) -> dict[str, frozenset[str]]:
    """Answers with which two different diagrams have different outcomes."""
    path: dict[str, frozenset[str]] = {}
    while isinstance(one, Split) or isinstance(other, Split):
        asked = min(each.question for each in (one, other) if isinstance(each, Split))
        splits = [each for each in (one, other) if isinstance(each, Split) and each.question == asked]
        answers = sorted({answer for alike, _ in splits[0].branches for answer in alike}, key=sorted)
        for answer in answers:
            left, right = (
                each.after(answer) if isinstance(each, Split) and each.question == asked else each
                for each in (one, other)
            )
            if left != right:
                path[asked], one, other = answer, left, right
                break
    return path


def openings(made: KnowledgeBase, interview: Interview) -> set[tuple[tuple[str, str], ...]]:
    """The first steps in every way of answering the questions that are not asked yet."""
    return {oracle.opening(tips_of(made), answers, asked_by(made)) for answers in ways_on(made, interview)}


def ways_on(made: KnowledgeBase, interview: Interview) -> list[Choices]:
    """Every way of answering what is not asked yet; what someone does not know stays unknown."""
    still = {name: all_ for name, all_ in asked_by(made).items() if name not in interview.answers}
    return [{**interview.answers, **answers} for answers in oracle.completions({}, still)]


def can_change_opening(made: KnowledgeBase, interview: Interview, question: str) -> bool:
    """Whether two ways of answering that differ in this question alone have other first steps."""
    by_rest: dict[object, set[object]] = {}
    for answers in ways_on(made, interview):
        rest = frozenset((name, chosen) for name, chosen in answers.items() if name != question)
        by_rest.setdefault(rest, set()).add(oracle.opening(tips_of(made), answers, asked_by(made)))
    return any(len(each) > 1 for each in by_rest.values())


def one_step(interview: Interview, chance: random.Random) -> Interview:
    """Anything that a person can do at a question."""
    possible = ["answer"] * 4 * bool(interview.question) + ["back"] * ("<back>" in interview.moves)
    possible += ["again"] * bool(interview.answers) + ["onward"]
    step = chance.choice(possible)
    if step == "answer":
        return interview.answered(some_answer(interview, chance))
    if step == "again":
        return interview.again(chance.choice(sorted(interview.shown)))
    return interview.back() if step == "back" else interview.onward()


def some_answer(interview: Interview, chance: random.Random) -> frozenset[str]:
    asked = interview.question
    assert asked is not None
    possible = oracle.answers_of(asked.options, asked.many)
    return chance.choice([*possible, *([] if asked.id in (ROLE, OBSTACLE) else [frozenset({UNKNOWN})])])


def afresh(made: KnowledgeBase, answers: Choices) -> Choices:
    """A fresh interview with someone who would answer like this. It may ask what could not change anything once a later
    answer was kept; then they do not know."""
    interview = Interview(made, {})
    while asked := interview.question:
        interview = interview.answered(answers.get(asked.id, frozenset({UNKNOWN})))
    return interview.answers


def advice_in_short(made: KnowledgeBase, answers: Choices) -> list[tuple[str, str, bool]]:
    """Every tip of the advice, in order, with its status, and whether it is a first step."""
    (finding,) = advise(made, answers).findings
    return [(each.tip.id, str(each.status), each in finding.first_steps) for each in finding.tips]
