"""More commands for those who write the knowledge: what can be counted, drawn and compared, and new files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from katalys_cli.cli_knowledge import FolderArgument, app
from katalys_cli.errors import KatalysError, NotProven, nearest
from katalys_cli.folders import QUESTIONS_FILE, Folder, shipped
from katalys_cli.messages import say
from katalys_cli.model import OBSTACLE, ROLE, KnowledgeBase
from katalys_cli.options import Force, Lang, Obstacle, Output, Packs, Plain, Role, teller, today
from katalys_cli.usage import Command

commands = app
"""Those of `cli_knowledge`, and the ones below."""


@app.command(cls=Command, help="help-paths")
def paths(
    context: typer.Context,
    folder: FolderArgument = None,
    count: Annotated[bool, typer.Option("--count", help="help-paths-count")] = False,
    list_: Annotated[bool, typer.Option("--list", help="help-paths-list")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="help-paths-stats")] = False,
    role: Role = [],
    obstacle: Obstacle = [],
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-matrix-format")] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
    packs: Packs = [],
) -> None:
    import msgspec

    from katalys_cli import paths as every_path
    from katalys_cli import presenting

    if sum((count, list_, stats)) > 1:
        raise KatalysError("one-of-these", names=("--count", "--list", "--stats"))
    target = presenting.target(context.obj, format, output, force=force, plain=plain, formats=presenting.TABLE_FORMATS)
    told = teller(context, Folder(folder, packs))
    roles, obstacles = _named(told.base, ROLE, role), _named(told.base, OBSTACLE, obstacle)
    if list_:
        for line in every_path.every(told.base, roles, obstacles):
            as_json = target.format == "json"
            print(msgspec.json.encode(line).decode() if as_json else every_path.said(line, told))
        return
    found = every_path.stats(told.base, roles, obstacles)
    drawn = [every_path.totals_said(found.totals, told)] if count else every_path.document(found, told)
    presenting.present(lambda: found.totals if count else found, lambda: drawn, target)
    if found.totals.not_proven:
        raise NotProven("not-all-proven", number=found.totals.not_proven)


@app.command(cls=Command, help="help-graph")
def graph(
    context: typer.Context,
    folder: FolderArgument = None,
    focus: Annotated[str | None, typer.Option("--focus", metavar="OBSTACLE", help="help-focus")] = None,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-graph-format")] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import graphs, presenting

    target = presenting.target(context.obj, format or "mermaid", output, force=force, formats=tuple(graphs.FORMS))
    told = teller(context, Folder(folder, packs))
    if focus:
        (obstacle,) = _named(told.base, OBSTACLE, [focus])
        drawing = graphs.of_obstacle(obstacle, told)
    else:
        drawing = graphs.overview(told)
    presenting.bring(graphs.FORMS[target.format](drawing), target)


@app.command(cls=Command, help="help-impact")
def impact(
    context: typer.Context,
    folder: FolderArgument = None,
    base: Annotated[str, typer.Option("--base", metavar="REV", help="help-base")] = "HEAD",
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-format")] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    plain: Plain = False,
) -> None:
    from katalys_cli import authoring, presenting, report, revisions
    from katalys_cli import impact as comparison

    target = presenting.target(context.obj, format, output, force=force, plain=plain)
    now = Folder(folder)
    with revisions.folder_at(base, now.roots[0].folder) as then:
        before, after = authoring.sound(then), authoring.sound(now)
    told = report.Teller(after, context.obj, today())
    found = comparison.impact(before, after, base)
    presenting.present(lambda: found, lambda: comparison.document(found, told), target)
    if found.not_proven:
        raise NotProven("not-all-proven", number=len(found.not_proven))


@app.command(cls=Command, help="help-new")
def new(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="help-new-kind")],
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="help-new-folder", readable=False)] = None,
    lang: Lang = None,
    plain: Plain = False,
) -> None:
    from katalys_cli import drafting, examining, session

    if kind not in drafting.KINDS:
        near = nearest(kind, drafting.KINDS) or tuple(drafting.KINDS)
        raise KatalysError("no-such-file-kind", name=kind, near=near)
    where = folder or _own_folder()
    asker = session.asker(context.obj, plain=plain, silent=False)
    assert asker is not None
    written = drafting.KINDS[kind](drafting.Drafting(asker, where, today()))
    print(say("written", context.obj, path=written), file=sys.stderr)
    found = examining.examine(drafting.folder_of(where), today())
    own = [each for each in found.mistakes if (where.parent / each.file).resolve() == written.resolve()]
    print("\n".join(found.lines_of(own, context.obj)) if own else say("new-in-order", context.obj))


@app.command(cls=Command, help="help-schema")
def schema(
    context: typer.Context,
    kind: Annotated[str | None, typer.Argument(metavar="KIND", help="help-schema-kind")] = None,
    folder: Annotated[
        Path | None, typer.Option("--knowledge", metavar="FOLDER", help="help-knowledge-folder", readable=False)
    ] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    packs: Packs = [],
) -> None:
    from katalys_cli import presenting, schemas

    kinds = schemas.kinds()
    if kind is not None and kind not in kinds:
        raise KatalysError("no-such-file-kind", name=kind, near=nearest(kind, kinds) or tuple(kinds))
    target = presenting.target(context.obj, "json", output, force=force)
    base = teller(context, Folder(folder, packs)).base
    made = schemas.schema(kind, base) if kind else {each: schemas.schema(each, base) for each in kinds}
    presenting.present(lambda: made, list, target)
    if kind and target.is_file:
        header = schemas.HEADER.format(path=Path(str(output)).resolve())
        print(say("schema-header", context.obj, header=header, pattern=kinds[kind]), file=sys.stderr)


def _named(base: KnowledgeBase, question: str, words: Sequence[str]) -> list[str]:
    """The roles or obstacles that these words mean, all of them where there are none. Raises KatalysError."""
    from katalys_cli import naming

    asked = naming.question_named(base, question)
    chosen = naming.options_named(asked, words) if words else frozenset(asked.options)
    return [option for option in asked.options if option in chosen]


def _own_folder() -> Path:
    """The knowledge that stands here, else that of this checkout; never the copy inside an installed program."""
    here = [Path(), Path("knowledge")]
    found = [each for each in here if (each / QUESTIONS_FILE).is_file()]
    if not found and shipped().parent == Path(__file__).parent:
        raise KatalysError("new-where")
    return found[0].resolve() if found else shipped()
