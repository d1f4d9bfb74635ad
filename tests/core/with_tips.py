"""The small base with other tips for its first obstacle."""

from collections.abc import Mapping, Sequence

import msgspec

from katalys_cli.model import ROLE, KnowledgeBase, Question, Tip
from tests.builders import small_base


def base_with(*tips: Tip) -> KnowledgeBase:
    return msgspec.structs.replace(small_base(), tips_by_obstacle={"no-money": tips, "no-permit": ()})


def base_of(tips: Sequence[Tip], questions: Mapping[str, Question]) -> KnowledgeBase:
    """The same with other questions too, and nothing left that names another tip."""
    base = base_with(*tips)
    asked = {ROLE: base.questions[ROLE], **questions}
    return msgspec.structs.replace(base, questions=asked, tips={each.id: each for each in tips}, scenarios={})
