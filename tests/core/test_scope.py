import msgspec
import pytest

from katalys_cli.scope import OWN, Signs, chance

CLEAR = Signs(support=0.3, peak=0.6, whole=1.0, at_home=4.0, usual=1.5, together=1, own=0, elsewhere=0)
NONSENSE = Signs(support=-2.0, peak=0.1, whole=0.0, at_home=0.0, usual=0.0, together=0, own=0, elsewhere=0)


def test_a_clear_question_is_about_something_here():
    assert chance(CLEAR) > 0.95


def test_nonsense_is_not():
    assert chance(NONSENSE) < 0.1


@pytest.mark.parametrize("sign", ["support", "whole", "at_home", "usual", "together"])
def test_what_speaks_for_it(sign):
    more = msgspec.structs.replace(NONSENSE, **{sign: getattr(NONSENSE, sign) + 1})

    assert chance(more) > chance(NONSENSE)


@pytest.mark.parametrize("sign", ["peak", "own", "elsewhere"])
def test_what_speaks_against_it(sign):
    more = msgspec.structs.replace(CLEAR, **{sign: getattr(CLEAR, sign) + 1})

    assert chance(more) < chance(CLEAR)


@pytest.mark.parametrize(
    ("typed", "own"), [("my own garden", 2), ("mijn paspoort", 1), ("mijn wijk", 0), ("my job", 0)]
)
def test_ones_work_and_neighbourhood_are_not_ones_own(typed, own):
    assert len(OWN.findall(typed)) == own
