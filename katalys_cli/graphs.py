"""The questions and what they decide, drawn as a graph: for Mermaid (in Markdown) or for Graphviz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from katalys_cli import described
from katalys_cli.analysis import Fork, Leaf, Node, Rules
from katalys_cli.model import ROLE, KnowledgeBase, Tip
from katalys_cli.report import Teller


@dataclass(frozen=True)
class Box:
    """A question, or the tips where the questions end."""

    id: str
    text: str
    asks: bool


@dataclass(frozen=True)
class Arrow:
    begin: str
    end: str
    text: str


@dataclass(frozen=True)
class Drawing:
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def of_obstacle(obstacle: str, teller: Teller) -> Drawing:
    """All that can follow for one obstacle, the role first; equal parts stand once. Raises NotProven."""
    base = teller.base
    of = Rules([_with_role(tip) for tip in base.tips_for(obstacle)], base.questions)
    return _drawn(of.graph(), of, teller)


def overview(teller: Teller) -> Drawing:
    """Every type with its obstacles, and the questions that each of those may ask."""
    base = teller.base
    start = Box("start", teller.text(base.questions[ROLE].text), True)
    types = [Box(f"t{number}", teller.text(each.name), True) for number, each in enumerate(base.types.values())]
    boxes, arrows = [start, *types], [Arrow("start", each.id, "") for each in types]
    place = {name: types[number].id for number, name in enumerate(base.types)}
    for number, obstacle in enumerate(base.obstacles.values()):
        asked = ", ".join(_asked(base, obstacle.id)) or "-"
        box = Box(f"o{number}", f"{teller.text(obstacle.name)} ({asked})", False)
        boxes.append(box)
        arrows.append(Arrow(place.get(obstacle.type, start.id), box.id, ""))
    return Drawing(tuple(boxes), tuple(arrows))


def mermaid(of: Drawing) -> str:
    """As a flow chart of Mermaid, which Markdown on many a site draws."""

    def lines() -> Iterator[str]:
        yield "flowchart TD"
        for box in of.boxes:
            left, right = ("{", "}") if box.asks else ("[", "]")
            yield f'  {box.id}{left}"{_for_mermaid(box.text)}"{right}'
        for arrow in of.arrows:
            text = f'|"{_for_mermaid(arrow.text)}"|' if arrow.text else ""
            yield f"  {arrow.begin} -->{text} {arrow.end}"

    return "\n".join(lines()) + "\n"


def dot(of: Drawing) -> str:
    """As a graph of Graphviz."""

    def lines() -> Iterator[str]:
        yield "digraph katalys {"
        yield "  node [shape=box];"
        for box in of.boxes:
            yield f"  {box.id} [label={_quoted(box.text)}{', shape=diamond' if box.asks else ''}];"
        for arrow in of.arrows:
            yield f"  {arrow.begin} -> {arrow.end} [label={_quoted(arrow.text)}];"
        yield "}"

    return "\n".join(lines()) + "\n"


FORMS = {"mermaid": mermaid, "dot": dot}


def _with_role(tip: Tip) -> Tip:
    """The same tip with its roles as part of its condition."""
    when = tuple({ROLE: tip.for_, **situation} for situation in tip.when or ({},))
    return msgspec.structs.replace(tip, when=when)


def _drawn(graph: Node, of: Rules, teller: Teller) -> Drawing:
    names: dict[int, str] = {}
    boxes: list[Box] = []
    arrows: list[Arrow] = []

    def box_of(node: Node) -> str:
        if id(node) not in names:
            names[id(node)] = f"n{len(names)}"
            boxes.append(Box(names[id(node)], _text(node, of, teller), isinstance(node, Fork)))
            if isinstance(node, Fork):
                for alike, after in node.branches:
                    arrows.append(Arrow(names[id(node)], box_of(after), _label(node.question, alike, teller)))
        return names[id(node)]

    box_of(graph)
    return Drawing(tuple(boxes), tuple(arrows))


def _text(node: Node, of: Rules, teller: Teller) -> str:
    if isinstance(node, Leaf):
        return "\n".join(of.applying(node)) or teller.say("no-tips")
    return teller.text(teller.base.questions[node.question].text)


def _label(question: str, alike: frozenset[frozenset[str]], teller: Teller) -> str:
    asked = teller.base.questions[question]
    return described.alike(alike, asked, lambda name: teller.text(asked.options[name].label), teller.language)


def _asked(base: KnowledgeBase, obstacle: str) -> tuple[str, ...]:
    return Rules(base.tips_for(obstacle), base.questions).named


def _for_mermaid(text: str) -> str:
    """Signs that mean something to Mermaid or HTML by name, lines as HTML has them."""
    signs: Mapping[str, str] = {
        '"': "#quot;",
        "#": "#35;",
        "<": "#lt;",
        ">": "#gt;",
        "&": "#amp;",
        "`": "#96;",
        "\n": "<br/>",
    }
    return "".join(signs.get(sign, sign) for sign in text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
