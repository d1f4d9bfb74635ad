"""Which language to speak: asked for, set for katalys, the system's, else Dutch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from katalys_cli.errors import KatalysError, nearest
from katalys_cli.model import Language

OPTION = "--lang"


def spoken(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of this run. Raises KatalysError when one is asked for that katalys does not speak."""
    asked = _option(arguments) or environment.get("KATALYS_LANG") or None
    if asked is None:
        return of_system(environment)
    try:
        return Language(asked.casefold())
    except ValueError as error:
        raise KatalysError("no-such-language", name=asked, near=nearest(asked, Language) or tuple(Language)) from error


def without_choice(arguments: Sequence[str]) -> list[str]:
    """The arguments without `--lang`, which has done its work: it may stand before, in and after any command."""
    kept: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return [*kept, argument, *rest]
        if argument == OPTION:
            if next(rest, None) is None:
                raise KatalysError("needs-a-value", name=OPTION)
        elif not argument.startswith(f"{OPTION}="):
            kept.append(argument)
    return kept


def of_system(environment: Mapping[str, str]) -> Language:
    """Dutch, unless the system speaks English."""
    system = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return Language.EN if system.startswith("en") else Language.NL


def _option(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, found before the arguments are parsed: help and errors must follow it too."""
    for index, argument in enumerate(arguments):
        if argument.startswith(f"{OPTION}="):
            return argument.removeprefix(f"{OPTION}=")
        if argument == OPTION and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument == "--":
            return None
    return None
