import msgspec
import pytest

from katalys_cli.scope import Signs, chance

CLEAR = Signs(whole=1.0, usual=1.5, together=1, ahead=0.8, alike=1.0, length=2.0)
NONSENSE = Signs(whole=0.0, usual=0.0, together=0, ahead=-0.2, alike=-1.0, length=1.5)


def test_a_clear_question_is_about_something_here():
    assert chance(CLEAR) > 0.95


def test_nonsense_is_not():
    assert chance(NONSENSE) < 0.1


@pytest.mark.parametrize("sign", ["whole", "usual", "together", "ahead", "alike"])
def test_what_speaks_for_it(sign):
    more = msgspec.structs.replace(NONSENSE, **{sign: getattr(NONSENSE, sign) + 1})

    assert chance(more) > chance(NONSENSE)


@pytest.mark.parametrize("sign", ["length"])
def test_what_speaks_against_it(sign):
    more = msgspec.structs.replace(CLEAR, **{sign: getattr(CLEAR, sign) + 1})

    assert chance(more) < chance(CLEAR)
