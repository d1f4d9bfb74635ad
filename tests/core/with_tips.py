"""The small base with other tips for its first obstacle."""

import msgspec

from katalys_cli.model import KnowledgeBase, Tip
from tests.builders import small_base


def base_with(*tips: Tip) -> KnowledgeBase:
    return msgspec.structs.replace(small_base(), tips_by_obstacle={"no-money": tips, "no-permit": ()})
