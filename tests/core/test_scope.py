import msgspec
import pytest

from katalys_cli.scope import Signs, chance

CLEAR = Signs(support=0.0, coverage=0.6, firm=2, whole=1.0, at_home=4.0, together=1, own=0, elsewhere=0)
NONSENSE = Signs(support=-2.0, coverage=0.1, firm=0, whole=0.0, at_home=0.0, together=0, own=0, elsewhere=0)


def test_a_clear_question_is_about_something_here():
    assert chance(CLEAR) > 0.95


def test_nonsense_is_not():
    assert chance(NONSENSE) < 0.1


@pytest.mark.parametrize("sign", ["support", "coverage", "firm", "whole", "at_home", "together"])
def test_what_speaks_for_it(sign):
    more = msgspec.structs.replace(NONSENSE, **{sign: getattr(NONSENSE, sign) + 1})

    assert chance(more) > chance(NONSENSE)


@pytest.mark.parametrize("sign", ["own", "elsewhere"])
def test_what_speaks_against_it(sign):
    more = msgspec.structs.replace(CLEAR, **{sign: getattr(CLEAR, sign) + 1})

    assert chance(more) < chance(CLEAR)
