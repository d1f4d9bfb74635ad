"""Say a sentence of the program in one language, with its values filled in."""

from __future__ import annotations

from katalys_cli.model import Language, Text
from katalys_cli.sentences import MESSAGES


def say(key: str, language: Language, /, **values: object) -> str:
    """The sentence with its values filled in. `where` becomes a prefix, and `near` a `hint` for who needs one."""
    sentence = MESSAGES[key][language is Language.EN]
    said = {name: _worded(value, language) for name, value in values.items()}
    where = f"{said['where']}: " if said.get("where") else ""
    hint = say("did-you-mean", language, near=said["near"]) if said.get("near") and "{hint}" in sentence else ""
    return sentence.format(**{**said, "where": where, "hint": hint})


def _worded(value: object, language: Language) -> str:
    if isinstance(value, Text):
        return value.said_in(language)
    if isinstance(value, tuple | list | frozenset):
        return ", ".join(_worded(each, language) for each in value)
    told = getattr(value, "said_in", None)
    return told(language) if told else _visible(str(value))


def _visible(said: str) -> str:
    """What someone typed, without signs that would do something to the screen."""
    if said.isprintable():
        return said
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in said)
