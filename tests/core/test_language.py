import pytest

from katalys_cli.errors import KatalysError
from katalys_cli.language import of_system, spoken, without_choice
from katalys_cli.model import Language


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["--lang", "en"], {"LANG": "nl_NL.UTF-8"}, Language.EN),
        (["list", "--lang=EN"], {}, Language.EN),
        ([], {"KATALYS_LANG": "en", "LANG": "nl_NL"}, Language.EN),
        ([], {"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL"}, Language.EN),
        ([], {"LANG": "en_US.UTF-8"}, Language.EN),
        ([], {"LANG": "nl_NL.UTF-8"}, Language.NL),
        ([], {"LANG": "fr_FR.UTF-8"}, Language.NL),
        ([], {}, Language.NL),
        (["--", "--lang", "en"], {}, Language.NL),
    ],
)
def test_the_language_is_asked_for_else_set_else_the_systems_else_dutch(arguments, environment, language):
    assert spoken(arguments, environment) is language


def test_a_language_that_is_not_spoken_is_refused():
    with pytest.raises(KatalysError, match="no-such-language"):
        spoken(["--lang", "de"], {})


def test_the_system_may_say_nothing():
    assert of_system({"LC_ALL": ""}) is Language.NL


def test_the_choice_is_taken_out_wherever_it_stands():
    assert without_choice(["--lang", "en", "list", "--lang=nl", "tips", "--", "--lang"]) == [
        "list",
        "tips",
        "--",
        "--lang",
    ]
