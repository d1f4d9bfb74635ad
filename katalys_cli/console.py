"""Show a document on a terminal with Rich: calm colours, bold labels, addresses to click on."""

from __future__ import annotations

import shutil

from katalys_cli import layout
from katalys_cli.blocks import Document
from katalys_cli.layout import Line, Look

WIDEST = 100
STYLES = {
    Look.TITLE: "bold",
    Look.HEADING: "bold cyan",
    Look.SUBHEADING: "bold",
    Look.LINK: "cyan",
    Look.PLAIN: "",
    Look.REASON: "",
    Look.CONDITION: "magenta",
    Look.CARE: "",
    Look.QUIET: "dim",
}
SHADES = ("", "grey93 on grey23", "grey93 on grey35", "black on grey58", "black on grey78")
LABELS = {Look.REASON: "bold green", Look.CARE: "bold yellow"}


def show(document: Document) -> None:
    """Draw the document as wide as the terminal, within reason."""
    from rich.console import Console  # 60 ms that a pipe does without

    width = min(shutil.get_terminal_size().columns, WIDEST)
    console = Console(highlight=False, soft_wrap=True, width=width)
    for line in layout.lines(document, width):
        console.print(_styled(line))


def _styled(line: Line) -> object:
    from rich.text import Text

    drawn = Text(line.text, style=STYLES[line.look])
    drawn.stylize(LABELS.get(line.look, "bold"), 0, line.label)
    for begin, end, dark in line.shades:
        drawn.stylize(SHADES[dark], begin, end)
    if line.look is Look.LINK:
        address = line.text.strip()
        drawn.stylize(f"link {address}", len(line.text) - len(address))
    return drawn
