"""Ask which obstacle is meant where a look-up is a close race and someone sits at the screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from katalys_cli.looking_up import MatchReport, Prefer
    from katalys_cli.presenting import Target

NONE_OF_THESE = "none-of-these"


def asker(target: Target, *, plain: bool, silent: bool) -> Prefer | None:
    """How to ask; None in a pipe, for another program, or where nothing may be asked: there the likeliest is first."""
    at_screen = bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty())
    if silent or not at_screen or target.format != "text":
        return None

    def prefer(near: Sequence[MatchReport]) -> str | None:
        from katalys_cli import prompts, session  # only a close race needs them
        from katalys_cli.messages import say

        asking = session.asker(target.language, plain=plain, silent=False)
        assert asking
        options = [prompts.Choice(each.id, each.name, each.explanation.partition(". ")[0]) for each in near]
        options.append(prompts.Choice(NONE_OF_THESE, say(NONE_OF_THESE, target.language)))
        (chosen,) = asking.choose(say("which-is-meant", target.language), options, prompts.one_of(options))
        return None if chosen == NONE_OF_THESE else chosen

    return prefer
