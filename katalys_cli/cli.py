"""The command line: a table of contents, in the order in which things happen."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from katalys_cli import __version__, language, usage
from katalys_cli.errors import INTERRUPTED, Interrupted, KatalysError, NothingFound, machine_trouble
from katalys_cli.folders import Folder
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, ROLE, Language
from katalys_cli.usage import Command, Group, spoken

# The rest is imported by the command that needs it: a look-up should feel like `ls`.

COMMANDS = ("advise", "lookup", "show", "list", "knowledge")

Answers = Mapping[str, Sequence[str]]
"""Answers as someone typed them."""

Role = Annotated[list[str], typer.Option("--role", metavar="ROLE", help="help-role")]
Obstacle = Annotated[list[str], typer.Option("--obstacle", metavar="OBSTACLE", help="help-obstacle")]
Answer = Annotated[list[str], typer.Option("--answer", metavar="QUESTION=OPTION", help="help-answer")]
AnswersFile = Annotated[Path | None, typer.Option("--answers", metavar="FILE", help="help-answers")]
Format = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-format")]
Output = Annotated[str | None, typer.Option("--output", metavar="FILE", help="help-output")]
Force = Annotated[bool, typer.Option("--force", help="help-force")]
All = Annotated[bool, typer.Option("--all", help="help-all")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="LANG", help="help-lang")]
Plain = Annotated[bool, typer.Option("--plain", help="help-plain")]
NoInput = Annotated[bool, typer.Option("--no-input", help="help-no-input")]
Knowledge = Annotated[Path | None, typer.Option("--knowledge", metavar="FOLDER", help="help-knowledge-folder")]
Packs = Annotated[list[Path], typer.Option("--with", metavar="FOLDER", help="help-with")]

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, help="help-katalys")
knowledge_app = typer.Typer(cls=Group, rich_markup_mode=None, help="help-knowledge")
app.add_typer(knowledge_app, name="knowledge")


@app.callback(invoke_without_command=True)
def katalys(version: Annotated[bool, typer.Option("--version", help="help-version")] = False) -> None:
    """Only `--version` is for the program itself; the rest belongs to a command."""
    if version:
        print(__version__)


@app.command(cls=Command, help="help-advise")
def advise(
    context: typer.Context,
    role: Role = [],
    obstacle: Obstacle = [],
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
    from katalys_cli import compiled, presenting
    from katalys_cli.session import Session, asker

    folder = Folder(knowledge, packs)
    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    asking = asker(context.obj, plain=plain, silent=no_input)
    Session(compiled.base(folder, context.obj), target, asking, everything, today()).run(
        given(answers, role, obstacle, answer)
    )


@app.command(cls=Command, help="help-lookup")
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
    from katalys_cli import compiled, looking_up, presenting
    from katalys_cli.report import Teller

    folder = Folder(knowledge, packs)
    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    teller = Teller(compiled.base(folder, context.obj), context.obj, today())
    query = " ".join(words).encode(errors="replace").decode()
    found = looking_up.look_up(query, given(answers, role, [], answer), teller)
    drawn = partial(looking_up.document, found, teller, everything=everything, for_file=target.stands_alone)
    if found.matches or target.format == "json":
        presenting.present(lambda: found, drawn, target)
    if not found.matches:
        raise looking_up.nothing_found(query, teller)


@app.command(cls=Command, help="help-show")
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
    from katalys_cli import compiled, entries, presenting
    from katalys_cli.report import Teller

    folder = Folder(knowledge, packs)
    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    teller = Teller(compiled.base(folder, context.obj), context.obj, today())
    kind, name = entries.named(teller.base, id)
    presenting.present(lambda: entries.shown(kind, name, teller), lambda: entries.document(kind, name, teller), target)


@app.command("list", cls=Command, help="help-list")
def list_(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="help-kind")],
    format: Format = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    no_input: NoInput = False,
    knowledge: Knowledge = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import compiled, entries, presenting
    from katalys_cli.report import Teller

    folder = Folder(knowledge, packs)
    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    teller = Teller(compiled.base(folder, context.obj), context.obj, today())
    wanted = entries.kind_named(kind)
    presenting.present(lambda: entries.listed(wanted, teller), lambda: entries.list_document(wanted, teller), target)


@knowledge_app.command(cls=Command, help="help-check")
def check(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="help-folder")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="help-strict")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="help-as-of")] = None,
    lang: Lang = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import authoring, loader

    wanted = Folder(folder, packs)
    found = authoring.all_findings(wanted, day_named(as_of))
    for finding in found:
        print(finding.said_in(context.obj))
    if counted := [each for each in found if strict or not each.warning]:
        raise NothingFound("knowledge-findings", number=len(counted))
    base = loader.load(wanted)
    counts = {"obstacles": len(base.obstacles), "tips": len(base.tips), "sources": len(base.sources)}
    print(say("knowledge-sound", context.obj, **counts))


@knowledge_app.command("test", cls=Command, help="help-test")
def try_scenarios(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="help-folder")] = None,
    unexpected: Annotated[bool, typer.Option("--unexpected", help="help-unexpected")] = False,
    lang: Lang = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import compiled, scenarios

    base = compiled.base(Folder(folder, packs), context.obj)
    outcomes = [scenarios.outcome(base, each) for name in base.scenarios for each in base.scenarios[name]]
    for each in outcomes:
        if each.missing:
            print(say("scenario-missing", context.obj, case=each.scenario.case, names=each.missing))
        if each.unwanted:
            print(say("scenario-unwanted", context.obj, case=each.scenario.case, names=each.unwanted))
    lonely = scenarios.unexpected(base, [each.scenario for each in outcomes])
    if unexpected:
        print("\n".join(lonely))
    failing = sum(not each.holds for each in outcomes)
    if failing:
        raise NothingFound("scenarios-fail", failing=failing, number=len(outcomes))
    print(say("scenarios-hold", context.obj, number=len(outcomes), unexpected=len(lonely), tips=len(base.tips)))


@knowledge_app.command("matrix", cls=Command, help="help-matrix")
def count_tips(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="help-folder")] = None,
    minimum: Annotated[int, typer.Option("--min", metavar="N", help="help-min")] = 1,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-matrix-format")] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    packs: Packs = [],
) -> None:
    from katalys_cli import compiled, matrix, presenting
    from katalys_cli.report import Teller

    target = presenting.target(context.obj, format, output, force=force, plain=plain, formats=presenting.TABLE_FORMATS)
    teller = Teller(compiled.base(Folder(folder, packs), context.obj), context.obj, today())
    found = matrix.matrix(teller, minimum)
    presenting.present(lambda: found, lambda: matrix.document(found, teller), target)
    if found.thin:
        raise NothingFound("thin-cells", number=len(found.thin), minimum=minimum)


def main() -> NoReturn:
    """Run the program and end with its exit code; every trouble is shown here, once."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (closed by who started us)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


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


def given(file: Path | None, role: Sequence[str], obstacle: Sequence[str], answer: Sequence[str]) -> Answers:
    """The answers that were typed: those in the file, and the options over them."""
    from katalys_cli import answers

    typed: dict[str, list[str]] = {ROLE: list(role), OBSTACLE: list(obstacle)}
    for pair in answer:
        question, _, options = pair.partition("=")
        typed.setdefault(question, []).extend(option for option in options.split(",") if option.strip())
    named = {pair.partition("=")[0] for pair in answer}
    wanted = {name: words for name, words in typed.items() if words or name in named}
    return {**(answers.read(file) if file else {}), **wanted}


def day_named(name: str | None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(name) if name else today()
    except ValueError as error:
        raise KatalysError("no-such-day", name=name) from error


def today() -> datetime.date:
    return datetime.date.today()


def _run(arguments: Sequence[str], speaks: Language) -> int:
    command = spoken(typer.main.get_command(app), speaks)
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
    print(f"katalys: {trouble.said_in(speaks)}", file=sys.stderr)
    return trouble.exit_code
