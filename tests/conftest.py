"""What the tests share: folders of knowledge to break, and the program as a process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.builders import SMALL

settings.register_profile("katalys", deadline=None)  # the machine may be busy with something else
settings.load_profile("katalys")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever runs the tests keeps their cache folder as it is."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small base that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment without wishes of the person who runs the tests."""
    wishes = ("NO_COLOR", "KATALYS_LANG", "LANG", "XDG_CACHE_HOME")
    kept = {name: value for name, value in os.environ.items() if name not in wishes}
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        "HOME": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
        "TERM": "xterm-256color",
    }


@pytest.fixture
def katalys(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Run the real program; what it reads comes from `typed`, and nothing where that is left out."""

    def run(*arguments: str | Path, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "katalys_cli", *map(str, arguments)],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(SMALL.parents[2]), **more},
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def shell(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Run a line of bash in which `katalys` is the program."""

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.replace("katalys", f"{sys.executable} -m katalys_cli", 1)],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(SMALL.parents[2])},
            timeout=60,
            check=False,
        )

    return run
