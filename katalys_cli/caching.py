"""Where the user's cache folder has room for what was made from a folder of knowledge."""

from __future__ import annotations

import zlib
from pathlib import Path

from katalys_cli.folders import Folder


def place(folder: Folder, ending: str) -> Path | None:
    """The file for this folder and its packs; None where the user has no folder to write in."""
    import platformdirs

    roots = "\n".join(str(root.folder.resolve()) for root in folder.roots)
    try:
        cache = Path(platformdirs.user_cache_dir("katalys")).absolute()
        cache.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return cache / f"{zlib.crc32(roots.encode(errors='surrogateescape')):08x}{ending}"
