"""What Typer leaves to us: a default command, help in two languages, and its errors as sentences of ours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from katalys_cli.errors import KatalysError
from katalys_cli.messages import say
from katalys_cli.model import Language
from katalys_cli.sentences import HELP_WORDS, MESSAGES

TAKES_NO_VALUE = frozenset("--all --force --no-input --plain".split())
TAKES_VALUE = frozenset(
    "--role --obstacle --answer --answers --save-answers --until --format --output --knowledge --with --as-of --min "
    "--focus --base --by --theme".split()
)


class Command(TyperCommand):
    """A command whose help text speaks the reader's language."""

    def get_help(self, ctx: Any) -> str:
        return _spoken(super().get_help(ctx), ctx.obj)


class Group(TyperGroup):
    """The same for a group of commands."""

    def get_help(self, ctx: Any) -> str:
        return _spoken(super().get_help(ctx), ctx.obj)


def spoken(command: Any, language: Language) -> Any:
    """The command with every help text said in this language; they hold the keys of messages."""
    command.help = _said(command.help, language)
    command.short_help = _said(command.short_help, language)
    for parameter in command.params:
        parameter.help = _said(getattr(parameter, "help", None), language)
    for each in getattr(command, "commands", {}).values():
        spoken(each, language)
    return command


def with_default(arguments: Sequence[str], commands: Collection[str], default: str) -> list[str]:
    """The arguments with their command in front: options may stand before it, and without one it is the default."""
    leading = _leading_options(arguments)
    rest = list(arguments[leading:])
    about_program = [each for each in arguments if each in ("--help", "--version")]
    if not rest or rest[0] == "--":
        return about_program[:1] or [default, *arguments]
    if rest[0] in commands:
        return [rest[0], *arguments[:leading], *rest[1:]]
    is_odd = leading and arguments[leading - 1].startswith("-") and arguments[leading - 1] not in TAKES_NO_VALUE
    return [default, *arguments] if is_odd else rest  # `--rol initiator` is no command that is called initiator


def as_ours(error: typer.TyperException, commands: Collection[str]) -> KatalysError:
    """An error of Typer in the sentence that we give for it."""
    command = getattr(getattr(error, "ctx", None), "command_path", "katalys")
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = tuple(getattr(error, "possibilities", None) or ())
        return KatalysError("no-such-flag-near" if near else "no-such-flag", name=_of(error, "option_name"), near=near)
    if kind == "BadOptionUsage":
        key = "takes-no-value" if "does not take" in error.message else "needs-a-value"
        return KatalysError(key, name=_of(error, "option_name"))
    if kind == "MissingParameter":
        return KatalysError("missing-word", name=_name(error), command=command)
    if unknown := _unknown_command(error):
        group = getattr(getattr(error, "ctx", None), "command", None)
        return KatalysError("no-such-command", name=unknown, near=tuple(getattr(group, "commands", commands)))
    return KatalysError("one-word-too-many" if _takes_one(error) else "too-many-words", command=command)


def _takes_one(error: typer.TyperException) -> bool:
    """Whether there are too many words for a command that takes one thing."""
    taken = getattr(getattr(getattr(error, "ctx", None), "command", None), "params", ())
    takes = [each for each in taken if each.param_type_name == "argument"]
    return bool(takes) and error.message.startswith("Got unexpected extra argument")


def _of(error: Exception, attribute: str) -> str:
    return str(getattr(error, attribute, ""))


def _name(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    return str(getattr(parameter, "metavar", None) or getattr(parameter, "name", "")).upper()


def _unknown_command(error: typer.TyperException) -> str | None:
    """The word that Typer took for a command, when that is what is wrong."""
    group = getattr(getattr(error, "ctx", None), "command", None)
    words = error.message.split("'")
    return words[1] if isinstance(group, TyperGroup) and len(words) > 2 else None


def _leading_options(arguments: Sequence[str]) -> int:
    """How many arguments stand before the first that is no option or the value of one."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-") and arguments[index] != "--":
        index += 2 if arguments[index] in TAKES_VALUE else 1
    return min(index, len(arguments))


def _said(key: str | None, language: Language) -> str | None:
    return say(key, language) if key in MESSAGES else key


def _spoken(text: str, language: Language | None) -> str:
    for english, dutch in HELP_WORDS if language is Language.NL else ():
        text = text.replace(english, dutch)
    return text
