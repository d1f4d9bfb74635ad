"""The options that mean the same everywhere, and what every command makes of them."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from katalys_cli.folders import Folder

if TYPE_CHECKING:
    from katalys_cli.report import Teller

Role = Annotated[list[str], typer.Option("--role", metavar="ROLE", help="help-role")]
Obstacle = Annotated[list[str], typer.Option("--obstacle", metavar="OBSTACLE", help="help-obstacle")]
Answer = Annotated[list[str], typer.Option("--answer", metavar="QUESTION=OPTION", help="help-answer")]
AnswersFile = Annotated[Path | None, typer.Option("--answers", metavar="FILE", help="help-answers", readable=False)]
SaveAnswers = Annotated[
    Path | None, typer.Option("--save-answers", metavar="FILE", help="help-save-answers", readable=False)
]
Until = Annotated[str | None, typer.Option("--until", metavar="first-steps", help="help-until")]
Format = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="help-format")]
Output = Annotated[str | None, typer.Option("--output", metavar="FILE", help="help-output")]
Force = Annotated[bool, typer.Option("--force", help="help-force")]
All = Annotated[bool, typer.Option("--all", help="help-all")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="LANG", help="help-lang")]
Plain = Annotated[bool, typer.Option("--plain", help="help-plain")]
NoInput = Annotated[bool, typer.Option("--no-input", help="help-no-input")]
Knowledge = Annotated[
    Path | None, typer.Option("--knowledge", metavar="FOLDER", help="help-knowledge-folder", readable=False)
]
Packs = Annotated[list[Path], typer.Option("--with", metavar="FOLDER", help="help-with", readable=False)]


def teller(context: typer.Context, folder: Folder) -> "Teller":
    """The knowledge in a folder, told in the language of this run with the figures of today."""
    from katalys_cli import compiled, report  # with these come the records, which help does without

    return report.Teller(compiled.base(folder, context.obj), context.obj, today())


def today() -> datetime.date:
    return datetime.date.today()
