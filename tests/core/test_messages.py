import ast
import re
from pathlib import Path

import pytest

import katalys_cli
from katalys_cli.messages import say
from katalys_cli.model import Language
from katalys_cli.sentences import MESSAGES

SOURCES = sorted(Path(katalys_cli.__file__).parent.glob("*.py"))
FIELDS = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_say_the_same_things(key):
    dutch, english = MESSAGES[key]

    assert dutch
    assert english
    assert set(FIELDS.findall(dutch)) == set(FIELDS.findall(english))


def test_every_message_is_used():
    text = "\n".join(path.read_text() for path in SOURCES if not path.name.startswith("sentences"))
    made_up = (
        "machine-",
        "yaml-",
        "effort-",
        "source-",
        "list-",
        "other-side-",
        "percent-",
        "days-",
        "weeks-",
        "months-",
        "years-",
        "move-",
        "word-",
        "short-",
        "why-",
        "column-",
        "explain-",
        "severity-",
        "new-",
        "paths-",
        "theme-",
    )
    unused = [key for key in MESSAGES if f'"{key}"' not in text and not key.startswith(made_up)]

    assert [key for key in unused if key not in ("did-you-mean",)] == []


def test_every_message_that_is_asked_for_is_there():
    asked = {key for path in SOURCES for key in said_keys(path)}

    assert asked - MESSAGES.keys() == set()


def said_keys(path: Path) -> set[str]:
    """The keys in calls such as `say("key")` and `KatalysError("key")`."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call) and node.args]
    named = {"say", "KatalysError", "NothingFound", "Interrupted", "EndOfInput", "AnswersError"}
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and (getattr(call.func, "id", None) or getattr(call.func, "attr", None)) in named
    }


def test_a_suggestion_is_left_out_where_there_is_none():
    values = {"where": "", "what": "bron", "name": "x"}

    assert say("dangling", Language.NL, near=(), **values) == "er is geen bron `x`."
    assert say("dangling", Language.NL, near=("y",), **values) == "er is geen bron `x`. Bedoel je `y`?"
