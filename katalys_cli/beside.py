"""Work in a second process, beside the first: half of the waiting on a machine with two cores."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def started(work: Callable[[], T]) -> Callable[[], T]:
    """Start the work, and give what waits for its result.

    A fork sees all that was read already, so nothing is sent but the result. Where the system cannot fork, or the other
    process does not answer, the work is done when its result is asked for.
    """
    try:
        context = multiprocessing.get_context("fork")
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=lambda: _work(work, sending.send), daemon=True)
        process.start()
    except (OSError, ValueError):
        return work
    sending.close()

    def result() -> T:
        with contextlib.suppress(EOFError, OSError):
            found: T = receiving.recv()
            process.join()
            return found
        return work()

    return result


def _work(work: Callable[[], T], send: Callable[[T], None]) -> None:
    """In the second process: Ctrl-C is for the first, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    send(work())
