"""Compile the shipped knowledge when the wheel is built, so that the installed program never has to."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledKnowledge(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `knowledge.sqlite` to the wheel. A checkout does without: there the files are still being written."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from katalys_cli import compiled, folders

        self._made = tempfile.TemporaryDirectory()
        copy = Path(self._made.name) / compiled.BROUGHT_ALONG.name
        compiled.bring_along(folders.Folder(), copy)
        build_data["force_include"][str(copy)] = f"katalys_cli/{copy.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self._made.cleanup()
