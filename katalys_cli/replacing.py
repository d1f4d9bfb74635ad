"""Write a file whole or not at all: others see the old one until the new one is ready."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A file to write, which takes the place of the target at the end; after an error nothing of it is left.

    Its name is hidden, so that who reads the folder meanwhile passes it by. Raises OSError where it cannot be written.
    """
    import tempfile  # 5 ms that only a file needs

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    new = Path(name)
    try:
        yield new
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
