"""Put together the advice for one set of answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from katalys_cli import explanations, rules
from katalys_cli.model import INITIATOR, OBSTACLE, ROLE, Choices, Effort, KnowledgeBase, Obstacle, Question, Tip
from katalys_cli.rules import Status

MOST_FIRST_STEPS = 3
MOST_OF_OTHER_SIDE = 5
LEAST_EFFORT_FIRST = tuple(Effort)


class AdvisedTip(msgspec.Struct, frozen=True):
    """A tip that is not excluded. `because` are answers that settle it; `when` and `unless` what is still open."""

    tip: Tip
    status: Status
    because: Choices
    when: rules.Situations = ()
    unless: rules.Situations = ()


class ObstacleAdvice(msgspec.Struct, frozen=True):
    """The advice for one obstacle, best tips first. The first steps open it; the other side are other people's tips."""

    obstacle: Obstacle
    tips: tuple[AdvisedTip, ...]
    first_steps: tuple[AdvisedTip, ...]
    other_side: tuple[AdvisedTip, ...]


class Advice(msgspec.Struct, frozen=True):
    answers: Choices
    findings: tuple[ObstacleAdvice, ...]


def advise(base: KnowledgeBase, answers: Choices) -> Advice:
    """The advice for every obstacle in the answers. Without a role it is for initiators, with professionals opposite."""
    obstacles = _in_order(base, answers.get(OBSTACLE, rules.NOTHING))
    return Advice(answers, tuple(_for_obstacle(base, base.obstacles[each], answers) for each in obstacles))


def own_side(answers: Choices) -> frozenset[str]:
    """The roles that the reader has; initiator where no role is given."""
    return rules.known(answers).get(ROLE, frozenset({INITIATOR}))


def own_tips(base: KnowledgeBase, obstacle: str, answers: Choices) -> list[Tip]:
    """The tips for the reader's role, whatever the situation."""
    return tips_of(base, obstacle, own_side(answers))


def tips_of(base: KnowledgeBase, obstacle: str, roles: frozenset[str]) -> list[Tip]:
    """The tips that help these roles with an obstacle, whatever the situation."""
    return [tip for tip in base.tips_for(obstacle) if roles & tip.for_]


def merit(tip: Tip) -> tuple[bool, int, int, str]:
    """What comes first among tips that are alike in status: the obstacle's own before those of others, the more
    specific, then less effort, then by id."""
    return tip.borrowed, -_conditions(tip), LEAST_EFFORT_FIRST.index(tip.effort), tip.id


def _in_order(base: KnowledgeBase, obstacles: Collection[str]) -> Collection[str]:
    """As the base has them; looking where each stands takes time in a large one, and often there is just one."""
    return sorted(obstacles, key=list(base.obstacles).index) if len(obstacles) > 1 else obstacles


def _for_obstacle(base: KnowledgeBase, obstacle: Obstacle, answers: Choices) -> ObstacleAdvice:
    own = own_tips(base, obstacle.id, answers)
    tips = _best_first(_advised(own, answers, base.questions))
    others = tips_of(base, obstacle.id, _opposite(base, own_side(answers)))
    widest_first = sorted(_best_first(_advised(others, answers, base.questions)), key=_narrowness)
    other_side = _of_many_roles(widest_first)
    return ObstacleAdvice(obstacle, tips, _opening(tips), other_side[:MOST_OF_OTHER_SIDE])


def _opening(tips: tuple[AdvisedTip, ...]) -> tuple[AdvisedTip, ...]:
    """The tips to begin with: first steps, then others that are certain, or else just the best."""
    opening = (each for each in tips if each.tip.first_step or each.status is Status.CERTAIN)
    return tuple(opening)[:MOST_FIRST_STEPS] or tips[:1]


def _opposite(base: KnowledgeBase, roles: frozenset[str]) -> frozenset[str]:
    """The other side of the table: professionals for an initiator, initiators for a professional."""
    return base.roles - {INITIATOR} if INITIATOR in roles else frozenset({INITIATOR})


def _advised(tips: Sequence[Tip], answers: Choices, questions: Mapping[str, Question]) -> Iterator[AdvisedTip]:
    for tip, left in zip(tips, rules.diagrams(tips, answers, questions), strict=True):
        if left is True:
            yield AdvisedTip(tip, Status.CERTAIN, explanations.deciding(tip, answers, questions))
        elif left is not False:
            yield AdvisedTip(tip, Status.POSSIBLE, {}, *rules.remaining(tip, answers))


def rank(tip: Tip, possible: bool = False) -> tuple[bool, bool, tuple[bool, int, int, str]]:
    """What tips are ordered by: first steps, then certain ones, then by merit. A total order."""
    return not tip.first_step, possible, merit(tip)


def _best_first(advised: Iterable[AdvisedTip]) -> tuple[AdvisedTip, ...]:
    return tuple(sorted(advised, key=lambda each: rank(each.tip, each.status is Status.POSSIBLE)))


def _narrowness(advised: AdvisedTip) -> tuple[bool, int]:
    """For whoever looks across the table: first steps first, then what most people there can do."""
    return not advised.tip.first_step, -len(advised.tip.for_)


def _conditions(tip: Tip) -> int:
    """How specific a tip is: the questions in its least demanding situation, and those that exclude it."""
    least = min((len(situation) for situation in tip.when), default=0)
    return least + len({question for situation in tip.unless for question in situation})


def _of_many_roles(advised: Iterable[AdvisedTip]) -> tuple[AdvisedTip, ...]:
    """The same tips, those for a role that had none so far before a second one for the same role."""
    remaining = list(advised)
    seen: set[str] = set()
    fresh: list[AdvisedTip] = []
    for each in tuple(remaining):
        if not each.tip.for_ & seen:
            seen |= each.tip.for_
            fresh.append(each)
            remaining.remove(each)
    return (*fresh, *remaining)
