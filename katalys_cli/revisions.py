"""An older version of the knowledge, as git has it."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from katalys_cli.errors import NoKnowledge
from katalys_cli.folders import Folder


@contextmanager
def folder_at(revision: str, folder: Path) -> Iterator[Folder]:
    """The same folder at a git revision, while the context lasts. Raises NoKnowledge where git does not have it."""
    inside = _git(["rev-parse", "--show-prefix"], folder, revision).decode().strip()
    top = _git(["rev-parse", "--show-toplevel"], folder, revision).decode().strip()
    packed = _git(["archive", "--format=tar", f"{revision}:{inside}"], Path(top), revision)
    with tempfile.TemporaryDirectory(prefix="katalys-") as place:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(place, filter="data")
        yield Folder(Path(place))


def _git(arguments: Sequence[str], folder: Path, revision: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise NoKnowledge("no-git") from error
    if done.returncode:
        raise NoKnowledge("no-such-revision", name=revision, path=folder)
    return done.stdout
