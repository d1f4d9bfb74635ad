"""How fast katalys starts, beside other programs: a table of ratios, measured side by side in one run.

    python -m benchmarks.speed                          look-ups on the shipped knowledge, to a pipe
    python -m benchmarks.speed --tips 300 100000        the same on made-up bases of these sizes, and how it grows
    python -m benchmarks.speed --instructions           instruction counts by valgrind, which do not drift
    python -m benchmarks.speed --peers FOLDER           the bin folder of an environment with tldr, copier, cookiecutter

Every program runs once to warm up and then in turn, round after round; the table has medians. katalys runs as it is
when installed: with a copy of the base beside its code, and bytecode written.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import bases
from katalys_cli import compiled
from katalys_cli.folders import Folder

RULER = "import typer"
HELLO = "import typer\napp = typer.Typer()\n@app.command()\ndef hello(name: str = 'you'): print('hello', name)\napp()"
START = "from katalys_cli.__main__ import main\nmain()\n"
PEERS = {"tldr": "tldr --version", "copier": "copier --help", "cookiecutter": "cookiecutter --help"}


@dataclass(frozen=True)
class Run:
    """A program to measure. `at_most` is the goal, in times `import typer`; `terminal` gives it one to draw on, where it
    may be measured `until` it has drawn some words."""

    name: str
    command: Sequence[str]
    at_most: float | None = None
    terminal: bool = False
    home: str | None = None
    until: bytes | None = None


@dataclass(frozen=True)
class Installed:
    """The program as an installation has it, with its knowledge compiled."""

    place: Path

    def runs(self, obstacle: str, entry: str, words: Sequence[str]) -> Iterable[Run]:
        role = ["--role", "initiator"]
        advise = ["advise", "--no-input", *role, "--obstacle", obstacle]
        yield self._run(f"show {entry}", ["show", entry], 1.3)
        yield self._run("list roles", ["list", "roles"], 1.3)
        yield self._run("list obstacles", ["list", "obstacles"], 1.3)
        yield self._run("lookup WORDS", ["lookup", *words, *role], 1.3)
        yield self._run("advise --no-input", advise, 1.4)
        yield self._run("advise --no-input, on a terminal", advise, 2.0, terminal=True)
        yield self._run("until its first words", [], 3.5, terminal=True, until=b"1")
        yield self._run("until its first question", [], 3.5, terminal=True, until=b"Raadslid")
        yield self._run("--help", ["--help"], 2.5)

    def _run(
        self, name: str, arguments: Sequence[str], at_most: float, terminal: bool = False, until: bytes | None = None
    ) -> Run:
        command = [sys.executable, str(self.place / "katalys"), *arguments]
        return Run(f"katalys {name}", command, at_most, terminal, str(self.place), until)


def installed(place: Path, knowledge: Path | None = None) -> Installed:
    """A copy of the program in this folder, with the shipped knowledge or that of another folder."""
    package = Path(compiled.__file__).parent
    shutil.copytree(package, place / "katalys_cli", ignore=shutil.ignore_patterns("__pycache__"))
    (place / "katalys").write_text(START)
    folder = Folder(knowledge)
    shutil.copytree(folder.roots[0].folder, place / "katalys_cli" / "knowledge")
    compiled.bring_along(folder, place / "katalys_cli" / compiled.BROUGHT_ALONG.name)
    return Installed(place)


def rulers(peers: Path | None) -> Iterable[Run]:
    yield Run("python -c pass", [sys.executable, "-c", "pass"])
    yield Run(RULER, [sys.executable, "-c", RULER])
    yield Run("Typer hello-world", [sys.executable, "-c", HELLO])
    for name, line in PEERS.items() if peers else ():
        program, *arguments = line.split()
        if peers and (peers / program).exists():
            yield Run(f"{name}: {line}", [str(peers / program), *arguments])


def seconds(run: Run) -> float:
    begun = time.perf_counter()
    _go(run)
    return time.perf_counter() - begun


def instructions(run: Run) -> float:
    """Millions of them, by cachegrind, once a first run has written the bytecode."""
    _go(run)
    watch = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    told = subprocess.run([*watch, *run.command], capture_output=True, text=True, env=_environment(run), check=False)
    found = re.findall(r"I\s+refs:\s+([\d,]+)", told.stderr)
    return float(found[-1].replace(",", "")) / 1e6


def mebibytes(run: Run) -> float:
    """The most memory that the program held, by a parent of its own."""
    watch = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    told = subprocess.run(
        [sys.executable, "-c", watch, *run.command], capture_output=True, text=True, env=_environment(run), check=True
    )
    return int(told.stdout) / (1024 if sys.platform != "darwin" else 1024**2)


def medians(runs: Sequence[Run], rounds: int) -> dict[str, float]:
    """Seconds by name; the first round warms up and is not counted."""
    measured: dict[str, list[float]] = {run.name: [] for run in runs}
    for number in range(rounds + 1):
        for run in runs:
            took = seconds(run)
            if number:
                measured[run.name].append(took)
    return {name: statistics.median(each) for name, each in measured.items()}


def _go(run: Run) -> None:
    if not run.terminal:
        subprocess.run(
            run.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(run), check=True
        )
        return
    ours, theirs = pty.openpty()
    program = subprocess.Popen(run.command, stdin=theirs, stdout=theirs, stderr=theirs, env=_environment(run))
    os.close(theirs)
    seen = b""
    while not (run.until and run.until in seen) and (more := _more(ours)):
        seen += more
    if run.until:
        assert run.until in seen, run.name
        program.kill()
    os.close(ours)
    assert program.wait() == 0 or run.until, run.name


def _more(terminal: int) -> bytes:
    """What is written; nothing once nobody writes any more."""
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells that
        return b""


def _environment(run: Run) -> dict[str, str]:
    without = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "KATALYS_LANG", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if name not in without}
    ours = {"PYTHONPATH": run.home} if run.home else {}
    return {
        **kept,
        **ours,
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "LINES": "40",
        "PYTHONHASHSEED": "0",
    }


def told(runs: Sequence[Run], measured: dict[str, float], memory: dict[str, float], unit: str) -> Iterable[str]:
    """The table, in Markdown."""
    yield f"| program | {unit} | times `{RULER}` | at most | MiB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for run in runs:
        ratio = measured[run.name] / measured[RULER]
        most = f"{memory[run.name]:.0f}" if run.name in memory else ""
        yield f"| `{run.name}` | {measured[run.name]:.0f} | {ratio:.2f} | {run.at_most or ''} | {most} |"


def compiling(tips: int, place: Path) -> tuple[Installed, str]:
    """The program with a made-up base of this size, and what it cost to compile that."""
    knowledge = bases.make(tips, place / "knowledge")
    begun = time.perf_counter()
    program = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--compile", str(knowledge), str(place / "program")],
        capture_output=True,
        text=True,
        check=True,
    )
    took = time.perf_counter() - begun
    (place / "knowledge").rename(place / "program" / "knowledge")
    return Installed(place / "program"), f"{tips} tips: compiled in {took:.1f} s, {program.stdout.strip()} MiB"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tips", type=int, nargs="*", default=[])
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--compile", type=Path, nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    asked = _arguments()
    if asked.compile:
        knowledge, place = asked.compile
        installed(place, knowledge)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    with tempfile.TemporaryDirectory() as scratch:
        if asked.tips:
            for tips in asked.tips:
                program, cost = compiling(tips, Path(scratch) / str(tips))
                print(f"\n{cost}\n")
                _show(asked, [*program.runs("obstacle-7", "tip-7-3", [bases.sigh(program.place / "knowledge", 7)])])
        else:
            program = installed(Path(scratch) / "program")
            _show(asked, [*program.runs("bank-account-refused", "penvoerder", ["geen", "mandaat"])])


def _show(asked: argparse.Namespace, ours: Sequence[Run]) -> None:
    runs = [*rulers(asked.peers), *ours]
    if asked.instructions:
        runs = [run for run in runs if not run.terminal]
        measured, unit = {run.name: instructions(run) for run in runs}, "million instructions"
    else:
        measured, unit = {name: 1000 * each for name, each in medians(runs, asked.rounds).items()}, "ms"
    memory = {run.name: mebibytes(run) for run in runs if not run.terminal}
    print("\n".join(told(runs, measured, memory, unit)), flush=True)


if __name__ == "__main__":
    main()
