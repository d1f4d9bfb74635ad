"""How fast katalys starts, beside other programs: a table of ratios, measured side by side in one run.

    python -m benchmarks.speed                          look-ups on the shipped knowledge, to a pipe
    python -m benchmarks.speed --tips 300 100000        made-up bases of these sizes beside the shipped one
    python -m benchmarks.speed --instructions           instruction counts by valgrind, which do not drift
    python -m benchmarks.speed --peers FOLDER           the bin folder of an environment with tldr, copier, cookiecutter
    python -m benchmarks.speed --installed FOLDER       the bin folder of an environment with the built wheel

Every program runs once to warm up and then in turn, round after round; the table has medians. katalys runs as its
users have it: the wheel in an environment of its own, which is made first where none is named. `import typer` runs in
that environment too.
"""

from __future__ import annotations

import argparse
import itertools
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
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from benchmarks import bases
from katalys_cli import compiled, folders, questionnaire
from katalys_cli.folders import Folder
from katalys_cli.model import INITIATOR, OBSTACLE, ROLE, Language

RULER = "import typer"
HELLO = "import typer\napp = typer.Typer()\n@app.command()\ndef hello(name: str = 'you'): print('hello', name)\napp()"
START = "from katalys_cli.__main__ import main\nmain()\n"
PEERS = {"tldr": "tldr tar", "copier": "copier --help", "cookiecutter": "cookiecutter --help"}
PAGE = "# tar\n\n> Many files in one.\n\n- Pack:\n\n`tar cf {{target.tar}} {{folder}}`\n\n- Unpack:\n\n`tar xf {{source.tar}}`\n"
"""What tldr is to show: it would fetch the page, were it not there."""

GROWS_AT_MOST = 1.2


@dataclass(frozen=True)
class Run:
    """A program to measure. `at_most` is the goal, in times `import typer`; `terminal` gives it one to draw on, where it
    may be measured `until` it has drawn some words. `afresh` names a folder that is emptied before every run."""

    name: str
    command: Sequence[str]
    at_most: float | None = None
    terminal: bool = False
    until: bytes | None = None
    environment: dict[str, str] = field(default_factory=dict)
    afresh: Path | None = None


@dataclass(frozen=True)
class Installed:
    """The program with some knowledge, and what to ask of that. `home` holds a copy of the program with other knowledge
    than it came with."""

    called: str
    bin: Path
    obstacle: str
    tip: str
    words: Sequence[str]
    home: Path | None = None

    def runs(self) -> Iterable[Run]:
        role = ["--role", "initiator"]
        advise = ["advise", "--no-input", *role, "--obstacle", self.obstacle]
        yield self._run("show TIP", ["show", self.tip], 1.3)
        yield self._run("list roles", ["list", "roles"], 1.3)
        yield self._run("list obstacles", ["list", "obstacles"], 1.3)
        yield self._run("lookup WORDS", ["lookup", *self.words, *role], 1.3)
        yield self._run("advise --no-input", advise, 1.4)
        yield self._run("advise --no-input, on a terminal", advise, 2.0, terminal=True)
        yield self._run("until its first words", [], 3.5, terminal=True, until=b"1")
        yield self._run("until its first question", [], 3.5, terminal=True, until=b"Raadslid")
        yield self._run("--help", ["--help"], 2.5)

    def _run(
        self, name: str, arguments: Sequence[str], at_most: float, terminal: bool = False, until: bytes | None = None
    ) -> Run:
        if self.home is None:
            return Run(f"katalys {name}", [str(self.bin / "katalys"), *arguments], at_most, terminal, until)
        command = [str(self.bin / "python"), str(self.home / "katalys"), *arguments]
        return Run(f"katalys {name}", command, at_most, terminal, until, {"PYTHONPATH": str(self.home)})


def environment(place: Path) -> Path:
    """The bin folder of a new environment with the wheel of this checkout and what it needs, and nothing else."""
    checkout = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    subprocess.run([str(place / "bin" / "pip"), "install", "--quiet", str(checkout)], check=True)
    return place / "bin"


def with_shipped(bin: Path) -> Installed:
    return Installed(
        "shipped", bin, "bank-account-refused", "host-organisation", "wij mogen als groep geen rekening openen".split()
    )


def with_made_up(tips: int, bin: Path, place: Path) -> tuple[Installed, str]:
    """The program with a made-up base of this size, and what it cost to compile that."""
    knowledge, home = bases.make(tips, place / "knowledge"), place / "program"
    sigh = bases.sigh(knowledge, 7)
    begun = time.perf_counter()
    program = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--compile", str(knowledge), str(home)],
        capture_output=True,
        text=True,
        check=True,
    )
    took = time.perf_counter() - begun
    knowledge.rename(home / "katalys_cli" / "knowledge")
    made = Installed(f"{tips} tips", bin, "obstacle-7", "tip-7-3", [sigh], home)
    return made, f"{tips} tips: compiled in {took:.1f} s, {program.stdout.strip()} MiB"


def compile_into(home: Path, knowledge: Path) -> None:
    """A copy of the program in this folder, with the compiled copy of other knowledge beside it."""
    package = Path(compiled.__file__).parent
    shutil.copytree(package, home / "katalys_cli", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "katalys").write_text(START)
    compiled.bring_along(Folder(knowledge), home / "katalys_cli" / compiled.BROUGHT_ALONG.name)


def rulers(bin: Path, peers: Path | None, scratch: Path) -> Iterable[Run]:
    yield Run("python -c pass", [str(bin / "python"), "-c", "pass"])
    yield Run(RULER, [str(bin / "python"), "-c", RULER])
    yield Run("Typer hello-world", [str(bin / "python"), "-c", HELLO])
    page = scratch / ".cache" / "tldr" / "pages" / "common" / "tar.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE)
    for line in PEERS.values() if peers else ():
        program, *arguments = line.split()
        if peers and (peers / program).exists():
            offline = {"HOME": str(scratch), "TLDR_NETWORK_ENABLED": "0"}
            yield Run(line, [str(peers / program), *arguments], environment=offline)


def first_runs(bin: Path, cache: Path) -> Iterable[Run]:
    """Runs on a folder that is being written in, each the first: the base is compiled in it."""
    for command in ("show penvoerder", "lookup subsidie"):
        line = [str(bin / "katalys"), *command.split(), "--knowledge", str(folders.shipped())]
        yield Run(f"The first `{command}`", line, environment={"XDG_CACHE_HOME": str(cache)}, afresh=cache)


def seconds(run: Run) -> float:
    if run.afresh:
        shutil.rmtree(run.afresh, ignore_errors=True)
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


def medians(runs: Sequence[Run], rounds: int) -> list[float]:
    """Seconds of each run; the first round warms up and is not counted."""
    measured: list[list[float]] = [[] for _ in runs]
    for number in range(rounds + 1):
        for run, each in zip(runs, measured, strict=True):
            took = seconds(run)
            if number:
                each.append(took)
    return list(map(statistics.median, measured))


def step(tips: int) -> float:
    """Seconds for the next question where an obstacle has so many tips for an initiator, those of the knowledge."""
    base = compiled.base(Folder(), Language.EN)
    each = (base.tips[name] for name in base.tips)
    many = tuple(itertools.islice((tip for tip in each if INITIATOR in tip.for_), tips))
    known = {ROLE: frozenset({INITIATOR}), OBSTACLE: frozenset({"any"})}
    base = msgspec.structs.replace(base, tips_by_obstacle={"any": many})
    took = []
    for _ in range(15):
        begun = time.perf_counter()
        questionnaire.next_question(base, known)
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


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
    return {
        **{name: value for name, value in os.environ.items() if name not in without},
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "LINES": "40",
        "PYTHONHASHSEED": "0",
        **run.environment,
    }


def table(runs: Sequence[Run], measured: Sequence[float], unit: str) -> Iterable[str]:
    """Every program beside `import typer`, in Markdown."""
    ruler = next(each for run, each in zip(runs, measured, strict=True) if run.name == RULER)
    yield f"| program | {unit} | times `{RULER}` | at most | MiB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for run, each in zip(runs, measured, strict=True):
        memory = "" if run.terminal else f"{mebibytes(run):.0f}"
        yield f"| `{run.name}` | {each:.0f} | {each / ruler:.2f} | {run.at_most or ''} | {memory} |"


def growth(programs: Sequence[Installed], runs: Sequence[Run], measured: Sequence[float]) -> Iterable[str]:
    """Every command by the size of the base in times `import typer`, and the last size in times the first, in Markdown.

    `runs` are `import typer` and then the commands of each program.
    """
    ruler, *others = measured
    number = len(others) // len(programs)
    largest = runs[-number:]
    rows = [others[at : at + number] for at in range(0, len(others), number)]
    yield f"| program, times `{RULER}` | {' | '.join(each.called for each in programs)} | grows | at most | MiB |"
    yield f"| --- |{' ---: |' * (len(programs) + 3)}"
    for run, *each in zip(largest, *rows, strict=True):
        memory = "" if run.terminal else f"{mebibytes(run):.0f}"
        ratios = " | ".join(f"{one / ruler:.2f}" for one in each)
        yield f"| `{run.name}` | {ratios} | {each[-1] / each[0]:.2f} | {GROWS_AT_MOST} | {memory} |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tips", type=int, nargs="*", default=[])
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--installed", type=Path)
    parser.add_argument("--compile", type=Path, nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    asked = _arguments()
    if asked.compile:
        knowledge, home = asked.compile
        compile_into(home, knowledge)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    with tempfile.TemporaryDirectory() as place:
        scratch = Path(place)
        bin = asked.installed or environment(scratch / "environment")
        if asked.tips:
            _show_growth(asked, bin, scratch)
        else:
            _show_table(asked, bin, scratch)


def _show_table(asked: argparse.Namespace, bin: Path, scratch: Path) -> None:
    every = [*rulers(bin, asked.peers, scratch / "home"), *with_shipped(bin).runs()]
    runs, measured = _measured(asked, every)
    if asked.instructions:
        print("\n".join(table(runs, measured, "million instructions")))
        return
    print("\n".join(table(runs, [1000 * each for each in measured], "ms")))
    first = list(first_runs(bin, scratch / "cache"))
    for run, took in zip(first, medians(first, 3), strict=True):
        print(f"\n{run.name}: {took:.2f} s (at most 1.5)")
    print(f"\nOne step of the interview, 350 tips: {1000 * step(350):.1f} ms (at most 5)")


def _show_growth(asked: argparse.Namespace, bin: Path, scratch: Path) -> None:
    programs = [with_shipped(bin)]
    for tips in asked.tips:
        made, cost = with_made_up(tips, bin, scratch / str(tips))
        programs.append(made)
        print(f"{cost}\n", flush=True)
    ruler = Run(RULER, [str(bin / "python"), "-c", RULER])
    runs, measured = _measured(asked, [ruler, *(run for each in programs for run in each.runs())])
    print("\n".join(growth(programs, runs, measured)))


def _measured(asked: argparse.Namespace, runs: Sequence[Run]) -> tuple[Sequence[Run], Sequence[float]]:
    """Instructions or seconds, of those runs that can be measured so: valgrind counts no run on a terminal."""
    if not asked.instructions:
        return runs, medians(runs, asked.rounds)
    unseen = [run for run in runs if not run.terminal]
    return unseen, [instructions(run) for run in unseen]


if __name__ == "__main__":
    main()
