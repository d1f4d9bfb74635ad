"""The command line: a table of contents, in the order in which things happen."""

import contextlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from katalys_cli import __version__, language, usage
from katalys_cli.errors import INTERRUPTED, Interrupted, KatalysError, machine_trouble
from katalys_cli.folders import Folder
from katalys_cli.model import OBSTACLE, ROLE, Language
from katalys_cli.options import (
    All,
    Answer,
    AnswersFile,
    Force,
    Format,
    Knowledge,
    Lang,
    NoInput,
    Obstacle,
    Output,
    Packs,
    Plain,
    Role,
    SaveAnswers,
    Until,
    teller,
)
from katalys_cli.usage import Command, Group, spoken

if TYPE_CHECKING:
    from katalys_cli.naming import Given
    from katalys_cli.remembering import Remembered

# The rest is imported by the command that needs it: a look-up should feel like `ls`. For the same reason annotations
# are no texts here and in `options`: Typer would compile each of them.

COMMANDS = ("advise", "lookup", "show", "list", "why", "knowledge")

app = typer.Typer()
"""The commands for everyone; `_program` makes ready what a run needs of them."""


def katalys(version: Annotated[bool, typer.Option("--version", help="help-version")] = False) -> None:
    """Only `--version` is for the program itself; the rest belongs to a command."""
    if version:
        print(__version__)


@app.command("advise", cls=Command, help="help-advise")
def advise(
    context: typer.Context,
    role: Role = [],
    obstacle: Obstacle = [],
    answer: Answer = [],
    answers: AnswersFile = None,
    save_answers: SaveAnswers = None,
    until: Until = None,
    format: Format = None,
    output: Output = None,
    force: Force = False,
    everything: All = False,
    lang: Lang = None,
    plain: Plain = False,
    no_input: NoInput = False,
    knowledge: Knowledge = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import presenting, questionnaire
    from katalys_cli.session import Saving, Session, asker

    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    saving = Saving.to(save_answers, answers, force=force)
    end = questionnaire.until(until)
    asking = asker(context.obj, plain=plain, silent=no_input)
    told = teller(context, Folder(knowledge, packs))
    Session(told, target, asking, everything, end, saving).run(
        given(role, obstacle, answer), remembered(answers), answers
    )


@app.command("lookup", cls=Command, help="help-lookup")
def lookup(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="help-words")],
    role: Role = [],
    answer: Answer = [],
    answers: AnswersFile = None,
    format: Format = None,
    output: Output = None,
    force: Force = False,
    everything: All = False,
    lang: Lang = None,
    plain: Plain = False,
    no_input: NoInput = False,
    knowledge: Knowledge = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import looking_up, preferring, presenting

    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    prefer = preferring.asker(target, plain=plain, silent=no_input)
    told = teller(context, Folder(knowledge, packs))
    query = " ".join(words).encode(errors="replace").decode()
    found = looking_up.look_up(query, given(role, [], answer), told, remembered(answers), prefer)
    drawn = partial(looking_up.document, found, told, everything=everything, for_file=target.stands_alone)
    if found.matches or target.format == "json":
        presenting.present(lambda: found, drawn, target)
    if not found.matches:
        raise looking_up.nothing_found(query, told)


@app.command("show", cls=Command, help="help-show")
def show(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="help-id")],
    format: Format = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    no_input: NoInput = False,
    knowledge: Knowledge = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import entries, presenting

    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    told = teller(context, Folder(knowledge, packs))
    kind, name = entries.named(told.base, id)
    presenting.present(lambda: entries.shown(kind, name, told), lambda: entries.document(kind, name, told), target)


@app.command("list", cls=Command, help="help-list")
def list_(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="help-kind")],
    theme: Annotated[str | None, typer.Option("--theme", metavar="THEME", help="help-theme")] = None,
    format: Format = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    no_input: NoInput = False,
    knowledge: Knowledge = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import entries, presenting

    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    told = teller(context, Folder(knowledge, packs))
    wanted = entries.kind_named(kind)
    told = entries.of_theme(told, theme, wanted)
    presenting.present(lambda: entries.listed(wanted, told), lambda: entries.list_document(wanted, told), target)


@app.command("why", cls=Command, help="help-why")
def why(
    context: typer.Context,
    tip: Annotated[str, typer.Argument(metavar="TIP", help="help-tip")],
    role: Role = [],
    obstacle: Obstacle = [],
    answer: Answer = [],
    answers: AnswersFile = None,
    format: Format = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    no_input: NoInput = False,
    knowledge: Knowledge = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import presenting, why_report

    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    told = teller(context, Folder(knowledge, packs))
    found = why_report.why(tip, given(role, obstacle, answer), told, remembered(answers))
    presenting.present(lambda: found, lambda: why_report.document(found, told), target)


def main() -> int:
    """The exit code of this run; every trouble is shown here, once."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (closed by who started us)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return run(sys.argv[1:])


def run(arguments: Sequence[str]) -> int:
    """The exit code of one run."""
    speaks = language.of_system(os.environ)
    try:
        speaks = language.spoken(arguments, os.environ)
        return _run(usage.with_default(language.without_choice(arguments), COMMANDS, "advise"), speaks)
    except KatalysError as trouble:
        return _tell(trouble, speaks)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _tell(KatalysError("cannot-print", reason=KatalysError(machine_trouble(error))), speaks)


def given(role: Sequence[str], obstacle: Sequence[str], answer: Sequence[str]) -> "Given":
    """The answers that were typed as options."""
    typed: dict[str, list[str]] = {ROLE: list(role), OBSTACLE: list(obstacle)}
    for pair in answer:
        question, _, options = pair.partition("=")
        typed.setdefault(question, []).extend(option for option in options.split(",") if option.strip())
    named = {pair.partition("=")[0] for pair in answer}
    return {name: words for name, words in typed.items() if words or name in named}


def remembered(file: Path | None) -> "Remembered":
    """The answers in a file; none without one."""
    from katalys_cli.remembering import NOTHING_REMEMBERED

    if file is None:
        return NOTHING_REMEMBERED
    from katalys_cli import answers  # YAML is slow to import

    return answers.read(file)


def _program(wanted: str) -> typer.Typer:
    """The program with the command that is wanted, for Typer takes milliseconds to make each one ready.

    With all commands for the help, and for a name that is none of them.
    """
    program = typer.Typer(
        cls=Group,
        callback=katalys,
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,
        help="help-katalys",
    )
    program.registered_commands = [each for each in app.registered_commands if each.name == wanted]
    if not program.registered_commands:
        from katalys_cli import cli_proofs  # the commands for authors

        program.registered_commands = app.registered_commands
        program.add_typer(cli_proofs.commands, name="knowledge")
    return program


def _run(arguments: Sequence[str], speaks: Language) -> int:
    command = spoken(typer.main.get_command(_program(arguments[0])), speaks)
    try:
        code = command.main(list(arguments), prog_name="katalys", standalone_mode=False, obj=speaks)
    except typer.Abort as error:
        raise Interrupted("interrupted") from error
    except typer.TyperException as error:
        raise usage.as_ours(error, COMMANDS) from error
    except SystemExit as error:  # Typer's own answer to a closed pipe
        raise BrokenPipeError from error
    if code == INTERRUPTED:  # Typer's own answer to Ctrl-C between our questions
        raise Interrupted("interrupted")
    sys.stdout.flush()
    return code or 0


def _tell(trouble: KatalysError, speaks: Language) -> int:
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    from katalys_cli import telling

    telling.tell(f"katalys: {trouble.said_in(speaks)}")
    return trouble.exit_code
