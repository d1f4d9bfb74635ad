"""The ways through the questions, counted, listed and drawn: all of them tell the same."""

from __future__ import annotations

import re
from math import prod

import msgspec
import pytest

from katalys_cli import described, export, graphs, loader, paths
from katalys_cli.analysis import Rules
from katalys_cli.folders import Folder
from katalys_cli.graphs import Drawing
from katalys_cli.model import FIRST, ROLE, KnowledgeBase, Language
from katalys_cli.report import Teller
from tests.builders import DAY, SMALL, SOUND, both, choices, question, tip
from tests.core import oracle
from tests.core.large import large
from tests.core.test_proofs import TABLE, TABLE_ASKS
from tests.core.with_tips import base_of

BASES = {
    "small": loader.load(Folder(SMALL)),
    "sound": loader.load(Folder(SOUND)),
    "questionnaire": base_of(TABLE, TABLE_ASKS),
}


def teller(base: KnowledgeBase, language: Language = Language.EN) -> Teller:
    return Teller(base, language, DAY)


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_the_list_and_the_numbers_agree(base):
    for obstacle in base.obstacles:
        for role in base.questions[ROLE].options:
            (row,) = paths.stats(base, [role], [obstacle]).rows
            ways = list(paths.every(base, [role], [obstacle]))
            interviews = [prod(len(alike) for alike in way.answers.values()) for way in ways]
            asked = sum(len(way.answers) * number for way, number in zip(ways, interviews, strict=True))

            assert sum(way.profiles for way in ways) == row.profiles
            assert sum(interviews) == row.interviews
            assert len({tuple(way.tips) for way in ways}) == row.outcomes
            assert max(len(way.answers) for way in ways) + len(FIRST) == row.longest
            assert row.mean == pytest.approx(asked / sum(interviews) + len(FIRST))


def test_the_numbers_of_the_questionnaire_are_those_of_the_oracle():
    (row,) = paths.stats(BASES["questionnaire"], ["initiator"], ["no-money"]).rows
    lengths = oracle.lengths(TABLE, TABLE_ASKS)

    assert (row.profiles, row.interviews, row.longest) == (768, len(lengths), max(lengths) + len(FIRST))
    assert row.outcomes == len({oracle.advice(TABLE, each) for each in oracle.profiles(TABLE_ASKS)})


def test_the_totals_are_those_of_the_rows():
    base = BASES["small"]
    found = paths.stats(base, base.questions[ROLE].options, base.obstacles)

    assert found.totals.profiles == sum(row.profiles for row in found.rows)
    assert found.totals.interviews == sum(row.interviews or 0 for row in found.rows)
    assert found.totals.longest == max(row.longest or 0 for row in found.rows)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_the_numbers_can_be_read(base, language):
    told = teller(base, language)
    found = paths.stats(base, base.questions[ROLE].options, base.obstacles)
    written = export.text(paths.document(found, told))

    assert f"{found.totals.profiles}" in written.replace(" ", "")
    assert all(role in written for role in base.questions[ROLE].options)
    for line in paths.every(base, ["initiator"], ["no-money"]):
        assert paths.said(line, told).startswith("initiator no-money [")


def test_what_cannot_be_counted_says_so():
    tips, asked = large(0, tips=40, near=22)
    base = base_of(tips, asked)
    found = paths.stats(base, ["initiator"], ["no-money"], most=50_000)
    (row,) = found.rows

    assert (row.proven, row.interviews, row.outcomes, row.mean) == (False, None, None, None)
    assert row.profiles == Rules(tips, asked).profiles
    assert "Not counted: 1" in export.text(paths.document(found, teller(base)))


# graphs

MERMAID_BOX = re.compile(r'^  (\w+)(\{"[^"\n]*"\}|\["[^"\n]*"\])$')
MERMAID_ARROW = re.compile(r'^  (\w+) -->(?:\|"[^"\n]*"\|)? (\w+)$')
DOT_BOX = re.compile(r'^  (\w+) \[label="(?:[^"\\\n]|\\.)*"(?:, shape=diamond)?\];$')
DOT_ARROW = re.compile(r'^  (\w+) -> (\w+) \[label="(?:[^"\\\n]|\\.)*"\];$')


def names_in(lines: list[str], box: re.Pattern[str], arrow: re.Pattern[str]) -> tuple[list[str], set[str]]:
    """The boxes that are drawn, and those that arrows touch; every line is one or the other."""
    boxes = [found[1] for line in lines if (found := box.match(line))]
    arrows = [found.groups() for line in lines if (found := arrow.match(line))]
    assert len(boxes) + len(arrows) == len(lines)
    return boxes, {name for pair in arrows for name in pair}


def well_formed(drawing: Drawing) -> None:
    mermaid, dot = graphs.mermaid(drawing).splitlines(), graphs.dot(drawing).splitlines()
    assert (mermaid[0], dot[0], dot[-1]) == ("flowchart TD", "digraph katalys {", "}")
    for boxes, touched in (names_in(mermaid[1:], MERMAID_BOX, MERMAID_ARROW), names_in(dot[2:-1], DOT_BOX, DOT_ARROW)):
        assert len(boxes) == len(set(boxes)) == len(drawing.boxes)
        assert touched <= set(boxes)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_graphs_are_well_formed_and_draw_equal_parts_once(base, language):
    well_formed(graphs.overview(teller(base, language)))
    for obstacle in base.obstacles:
        drawing = graphs.of_obstacle(obstacle, teller(base, language))
        ends = [box.text for box in drawing.boxes if not box.asks]
        forks = {box.id: sorted((a.text, a.end) for a in drawing.arrows if a.begin == box.id) for box in drawing.boxes}

        well_formed(drawing)
        assert len(ends) == len(set(ends))
        alike = [(box.text, tuple(forks[box.id])) for box in drawing.boxes if box.asks]
        assert len(alike) == len(set(alike))


def test_the_graph_follows_every_profile_to_its_tips():
    base = BASES["sound"]
    drawing = graphs.of_obstacle("no-money", teller(base))
    ends = {frozenset(box.text.split("\n")) for box in drawing.boxes if not box.asks}
    asked = dict(base.questions)
    tips = {role: [each for each in base.tips_for("no-money") if role in each.for_] for role in base.roles}
    expected = {
        oracle.advice(tips[next(iter(profile[ROLE]))], profile) or frozenset({"no tip"})
        for profile in oracle.profiles(asked)
    }

    assert ends == expected


def test_labels_with_signs_of_the_language_are_escaped():
    odd = msgspec.structs.replace(question("form", "none club"), text=both('Is "#1" <b>\\ fine\nor not `x` & y?'))
    base = base_of([tip("a", when=(choices(form="none"),)), tip("b", roles="alderman council-member")], {"form": odd})
    drawing = graphs.of_obstacle("no-money", teller(base))

    well_formed(drawing)
    assert "#quot;#35;1#quot; #lt;b#gt;" in graphs.mermaid(drawing)
    assert '\\"#1\\" <b>\\\\ fine or not' in graphs.dot(drawing)


def test_an_obstacle_without_a_type_is_drawn_all_the_same():
    base = msgspec.structs.replace(BASES["small"], types={"rules": BASES["small"].types["rules"]})

    well_formed(graphs.overview(teller(base)))


def test_answers_to_a_question_that_takes_many_are_said_shortly():
    asked = question("money", "a b c", many=True)
    every = oracle.answers(asked)

    def said(answers: list[frozenset[str]]) -> str:
        return described.alike(frozenset(answers), asked, str, Language.EN)

    assert said(every) == "any answer"
    assert said([each for each in every if "a" in each]) == "a"
    assert said([each for each in every if "c" not in each]) == "only a, b"
    assert said([frozenset({"a", "b"})]) == "a + b"
    assert said([frozenset({"a", "b"}), frozenset({"a"})]) == "a and 1 more"
