"""The commands for those who write the knowledge."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from katalys_cli.errors import KatalysError, NothingFound
from katalys_cli.folders import Folder
from katalys_cli.messages import say
from katalys_cli.options import Force, Lang, Output, Packs, Plain, teller, today
from katalys_cli.usage import Command, Group

app = typer.Typer(cls=Group, rich_markup_mode=None, help="help-knowledge")


@app.command(cls=Command, help="help-check")
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


@app.command("test", cls=Command, help="help-test")
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


@app.command("matrix", cls=Command, help="help-matrix")
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
    from katalys_cli import matrix, presenting

    target = presenting.target(context.obj, format, output, force=force, plain=plain, formats=presenting.TABLE_FORMATS)
    told = teller(context, Folder(folder, packs))
    found = matrix.matrix(told, minimum)
    presenting.present(lambda: found, lambda: matrix.document(found, told), target)
    if found.thin:
        raise NothingFound("thin-cells", number=len(found.thin), minimum=minimum)


def day_named(name: str | None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(name) if name else today()
    except ValueError as error:
        raise KatalysError("no-such-day", name=name) from error
