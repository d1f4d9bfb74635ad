"""One thing wrong in an entry of the knowledge, before it is known in which file and on which line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from katalys_cli.errors import KatalysError, nearest, where
from katalys_cli.model import Steps, Text


@dataclass(frozen=True)
class Trouble:
    """Something wrong in one entry: its kind and id, the steps to the field, and the sentence.

    A warning spoils no advice: it is something to look at in time. `allowed` are the waivers of the text it is about:
    code of a finding → reason.
    """

    kind: str
    id: str
    steps: Steps
    error: KatalysError = field(compare=False)
    warning: bool = False
    allowed: Mapping[str, str] = field(default_factory=dict, compare=False)


KINDS = {
    "role": Text(nl="rol", en="role"),
    "obstacle": Text(nl="obstakel", en="obstacle"),
    "example": Text(nl="voorbeeld", en="example"),
    "source": Text(nl="bron", en="source"),
    "question": Text(nl="vraag", en="question"),
    "option": Text(nl="optie", en="option"),
    "figure": Text(nl="getal", en="figure"),
    "tip": Text(nl="tip", en="tip"),
    "type": Text(nl="soort obstakel", en="type of obstacle"),
    "group": Text(nl="groep", en="group"),
}

FEW = ("role", "question", "option", "group", "type")
"""The kinds of which all names can be told in a sentence."""


def dangling(
    kind: str, name: str, steps: Steps, used: Iterable[str], wanted: str, known: Collection[str]
) -> Iterator[Trouble]:
    """A name that leads nowhere, with the nearest right one; of a kind that has few names, with all where none is near."""
    for each in sorted(each for each in set(used) if each not in known):
        near = nearest(each, known)[:1]
        values = {"where": where(steps), "what": KINDS[wanted], "name": each, "near": near, "wanted": wanted}
        if known and not near and wanted in FEW:
            error = KatalysError("dangling-among", **values, allowed=tuple(sorted(known)))
        else:
            error = KatalysError("dangling", **values)
        yield Trouble(kind, name, (*steps, each), error)
