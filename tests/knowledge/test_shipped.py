"""What the shipped knowledge promises: whole, sound, for every role, and never a situation without advice."""

import re
from itertools import combinations, product
from pathlib import Path

import pytest

from katalys_cli import authoring, export, loader, mutants, prose, rules, scenarios
from katalys_cli.advice import advise, own_tips
from katalys_cli.examining import examine
from katalys_cli.folders import Folder, shipped
from katalys_cli.model import INITIATOR, OBSTACLE, ROLE, Choices, Language, Question, Scenario, texts
from katalys_cli.report import Teller

BASE = loader.load(Folder())
ROLES = list(BASE.questions[ROLE].options)
PROFILES = [(role, obstacle) for role in ROLES for obstacle in BASE.obstacles]
SCENARIOS = [each for name in BASE.scenarios for each in BASE.scenarios[name]]
TIPS = [BASE.tips[name] for name in BASE.tips]


def who(role: str, obstacle: str) -> Choices:
    return {ROLE: frozenset({role}), OBSTACLE: frozenset({obstacle})}


def answers_to(question: Question) -> list[frozenset[str]]:
    most = len(question.options) if question.many else 1
    return [frozenset(each) for size in range(1, most + 1) for each in combinations(question.options, size)]


def test_nothing_is_wrong_in_it():
    assert [finding.said_in(Language.EN) for finding in examine(Folder(), BASE.about.reviewed).findings] == []


def test_there_is_enough_of_it():
    assert len(BASE.obstacles) >= 85
    assert len(TIPS) >= 450
    assert len(BASE.figures) >= 60
    assert len(BASE.terms) >= 100
    assert len(BASE.examples) >= 60
    assert {each.type for each in BASE.obstacles.values()} == set(BASE.types)
    assert len(BASE.types) == 6


LEAST = {INITIATOR: 180, "municipal-official": 120, "alderman": 70, "council-member": 40}
"""Tips; every other role has at least thirty."""


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_tips_of_its_own(role):
    assert sum(1 for tip in TIPS if role in tip.for_) >= LEAST.get(role, 30)


def test_each_question_about_the_situation_matters_to_many_tips():
    named = [{name for each in (*tip.when, *tip.unless) for name in each} for tip in TIPS]
    counts = {name: sum(name in each for each in named) for name in BASE.questions if name != ROLE}

    assert len(counts) <= 10
    assert min(counts.values()) >= 10


def test_dutch_sentences_are_short():
    said = [text.nl for tip in TIPS for steps, text in texts(tip) if steps[0] not in ("title", "basis")]
    lengths = [len(sentence.split()) for each in said for sentence in re.split(r"(?<=[.!?])\s+", each)]

    assert sum(lengths) / len(lengths) <= 12


@pytest.mark.parametrize("obstacle", BASE.obstacles)
def test_both_sides_of_the_table_have_tips(obstacle):
    tips = BASE.tips_for(obstacle)

    assert sum(INITIATOR in tip.for_ for tip in tips) >= 3
    assert sum(INITIATOR not in tip.for_ for tip in tips) >= 3
    assert [tip for tip in tips if tip.for_ & {"alderman", "council-member", "manager"}]


def test_no_tip_is_for_both_sides():
    assert [tip.id for tip in TIPS if INITIATOR in tip.for_ and len(tip.for_) > 1] == []


@pytest.mark.parametrize(("role", "obstacle"), PROFILES)
def test_no_situation_is_without_advice(role, obstacle):
    """Every full set of answers to the questions that the tips name, tried one by one."""
    tips = own_tips(BASE, obstacle, who(role, obstacle))
    named = {name for tip in tips for situation in (*tip.when, *tip.unless) for name in situation}
    ways = [answers_to(BASE.questions[name]) for name in named]
    empty = [
        way for way in product(*ways) if not any(rules.applies(tip, dict(zip(named, way, strict=True))) for tip in tips)
    ]

    assert tips
    assert empty == []


@pytest.mark.parametrize(("role", "obstacle"), PROFILES)
def test_no_interview_is_longer_than_promised(role, obstacle):
    tips = own_tips(BASE, obstacle, who(role, obstacle))
    asked = frozenset().union(*(rules.open_questions(rules.diagram(tip, {}, BASE.questions)) for tip in tips))

    assert 3 + len(asked) <= BASE.about.most_questions


@pytest.mark.parametrize(("role", "obstacle"), PROFILES)
def test_every_role_has_a_first_step(role, obstacle):
    assert any(tip.first_step for tip in own_tips(BASE, obstacle, who(role, obstacle)))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.case[:60])
def test_scenario(scenario: Scenario):
    assert scenarios.outcome(BASE, scenario) == scenarios.Outcome(scenario, missing=(), unwanted=())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("obstacle", BASE.obstacles)
def test_an_alderman_gets_at_most_three_pages(obstacle, language):
    teller = Teller(BASE, language, BASE.about.reviewed)
    report = teller.report(advise(BASE, who("alderman", obstacle)))
    written = export.text(prose.advice(report, teller, for_file=True))

    assert report.findings[0].tips
    assert len(written.split()) < 1500
    assert f"[{language.other}]" not in written


def test_figures_hold_on_the_day_of_review():
    late = [name for name in BASE.figures if not BASE.figures[name].on(BASE.about.reviewed).holds(BASE.about.reviewed)]

    assert late == []


def test_examples_have_a_year_or_none():
    years = {name: BASE.examples[name].when for name in BASE.examples}

    assert [name for name, when in years.items() if when and not re.fullmatch(r"\d{4}(-\d{4})?", when)] == []


def test_the_annotated_example_for_authors_is_true(tmp_path):
    """The README of the knowledge shows whole files: together they make a pack of local tips without a mistake."""
    text = (shipped() / "README.md").read_text(encoding="utf-8")
    files = re.findall(r"^`([\w/.-]+\.yaml)`:?\n+```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    for name, content in files:
        path = tmp_path / "our-town" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    folder = Folder(packs=[tmp_path / "our-town"])

    assert {Path(name).name for name, _ in files} >= {"obstacle.yaml"}
    assert [finding.said_in(Language.EN) for finding in authoring.findings(folder)] == []
    assert loader.load(folder).tips_for("no-kitchen")


def test_the_scenarios_notice_nearly_every_changed_condition():
    alive, number = mutants.survivors(BASE, SCENARIOS)

    assert number > 1000
    assert 1 - len(alive) / number >= mutants.ENOUGH


def test_every_obstacle_is_in_a_scenario_that_someone_wrote():
    written = [each for name in BASE.scenarios if name != "edges" for each in BASE.scenarios[name]]
    told = {obstacle for each in written for obstacle in (*each.advice, *each.answers.get(OBSTACLE, ()))}

    assert BASE.obstacles.keys() - told == set()
    assert sum(INITIATOR in each.answers[ROLE] for each in written) >= 60
    assert sum(INITIATOR not in each.answers[ROLE] for each in written) >= 30
