"""The commands for those who write the knowledge."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Annotated

import typer

from katalys_cli.errors import KatalysError, NothingFound, NotProven
from katalys_cli.folders import Folder
from katalys_cli.model import ROLE, KnowledgeBase
from katalys_cli.options import Force, Format, Lang, Output, Packs, Plain, Role, teller, today
from katalys_cli.usage import Command, Group

FolderArgument = Annotated[Path | None, typer.Argument(metavar="FOLDER", help="help-folder", readable=False)]

app = typer.Typer(cls=Group, rich_markup_mode=None, help="help-knowledge")


@app.command(cls=Command, help="help-check")
def check(
    context: typer.Context,
    folder: FolderArgument = None,
    strict: Annotated[bool, typer.Option("--strict", help="help-strict")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="help-as-of")] = None,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-check-format")] = None,
    accept: Annotated[bool, typer.Option("--accept-translations", help="help-accept")] = False,
    lang: Lang = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import examining, presenting

    wanted, speaks = Folder(folder, packs), context.obj
    target = presenting.target(speaks, format, None, formats=("text", "json"))
    if accept:
        told = examining.told_of_accepted(examining.accept_translations(wanted), speaks)
        print("\n".join(told), file=sys.stderr)
    found = examining.examine(wanted, day_named(as_of))
    if target.format == "json":
        presenting.present(lambda: found.told(speaks), list, target)
    else:
        print("\n".join(found.lines(speaks)))
    if counted := [each for each in found.mistakes if strict or not each.warning]:
        raise NothingFound("knowledge-finding" if len(counted) == 1 else "knowledge-findings", number=len(counted))
    if found.not_proven:
        raise NotProven("not-all-proven", number=len(found.not_proven))


@app.command(cls=Command, help="help-explain")
def explain(
    context: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="help-code")] = None,
    format: Format = None,
    output: Output = None,
    force: Force = False,
    everything: Annotated[bool, typer.Option("--all", help="help-all-codes")] = False,
    lang: Lang = None,
    plain: Plain = False,
) -> None:
    from katalys_cli import codes, presenting

    speaks = context.obj
    target = presenting.target(speaks, format, output, force=force, plain=plain)
    known = codes.codes()
    if everything:
        document = codes.all_pages(known, speaks)
    elif code is None:
        document = codes.overview(known, speaks)
    else:
        document = list(codes.document(codes.as_code(code), known.page(code), speaks))
    presenting.present(lambda: known.told(code, speaks), lambda: document, target)


@app.command("test", cls=Command, help="help-test")
def try_scenarios(
    context: typer.Context,
    folder: FolderArgument = None,
    unexpected: Annotated[bool, typer.Option("--unexpected", help="help-unexpected")] = False,
    mutate: Annotated[bool, typer.Option("--mutate", help="help-mutate")] = False,
    suggest: Annotated[bool, typer.Option("--suggest", help="help-suggest")] = False,
    lang: Lang = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import compiled, scenarios

    base = compiled.base(Folder(folder, packs), context.obj)
    outcomes = [scenarios.outcome(base, each) for name in base.scenarios for each in base.scenarios[name]]
    told = "\n".join(scenarios.lines(base, outcomes, context.obj, unexpected=unexpected))
    print(told, file=sys.stderr if suggest else sys.stdout)
    if failing := sum(not each.holds for each in outcomes):
        raise NothingFound("scenarios-fail", failing=failing, number=len(outcomes))
    if mutate or suggest:
        from katalys_cli import mutants

        alive, number = mutants.survivors(base, [each.scenario for each in outcomes])
        if suggest:
            sys.stdout.writelines(mutants.as_yaml(each) for each in mutants.suggestions(base, alive))
            return
        print("\n".join(mutants.lines(alive, number, context.obj)))
        if number and (number - len(alive)) / number < mutants.ENOUGH:
            raise NothingFound("too-many-survive", share=round(100 * mutants.ENOUGH))


@app.command("matrix", cls=Command, help="help-matrix")
def count_tips(
    context: typer.Context,
    folder: FolderArgument = None,
    minimum: Annotated[int, typer.Option("--min", metavar="N", help="help-min")] = 1,
    by: Annotated[str, typer.Option("--by", metavar="QUESTION", help="help-by")] = ROLE,
    role: Role = [],
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-matrix-format")] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    packs: Packs = [],
) -> None:
    from katalys_cli import matrix, naming, presenting

    target = presenting.target(context.obj, format, output, force=force, plain=plain, formats=presenting.TABLE_FORMATS)
    told = teller(context, Folder(folder, packs))
    roles = naming.options_named(told.base.questions[ROLE], role) if role else None
    found = matrix.matrix(told, minimum, question_about_situation(told.base, by), roles)
    presenting.present(lambda: found, lambda: matrix.document(found, told), target)
    if found.thin:
        raise NothingFound("thin-cells", number=len(found.thin), minimum=minimum)


def question_about_situation(base: KnowledgeBase, name: str) -> str:
    """The question that is meant, or the role. Raises KatalysError with the nearest ones."""
    from katalys_cli import naming

    found = naming.question_named(base, name).id
    if found not in base.questions:
        raise KatalysError("no-such-question", name=name, near=tuple(base.questions))
    return found


def day_named(name: str | None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(name) if name else today()
    except ValueError as error:
        raise KatalysError("no-such-day", name=name) from error
