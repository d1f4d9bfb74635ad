"""What does not follow well from the rules: situations without advice, tips that nobody gets, conditions for nothing.

For an obstacle of local tips only, a role without advice is a warning: the shipped tips do not help there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from katalys_cli import alike, analysis, rules
from katalys_cli.advice import MOST_FIRST_STEPS, rank, tips_of
from katalys_cli.analysis import Leaf, Rules, State
from katalys_cli.errors import KatalysError, NotProven, where
from katalys_cli.model import (
    FIRST,
    INITIATOR,
    PROFESSIONAL,
    ROLE,
    Choices,
    KnowledgeBase,
    Obstacle,
    Question,
    Steps,
    Text,
    Tip,
)
from katalys_cli.troubles import Trouble

MOST_NEAREST = 3


def decisions(base: KnowledgeBase, unclear: Collection[str] = (), mentioned: Collection[str] = ()) -> Iterator[Trouble]:
    """Everything of the kind, obstacle by obstacle.

    Of the unclear obstacles the tips are not all known: there it is not said that something lacks. `mentioned` are the
    words of the tips that are not known, which may be questions and options that they depend on. What could not be
    proven is told too, with NotProven as its error.
    """
    for obstacle in base.obstacles.values():
        yield from _of_obstacle(obstacle, base, obstacle.id in unclear)
    for tip in base.tips.values():
        yield from _of_tip(tip, base)
    for tip, other in alike.shared_steps(base.tips.values()):
        yield Trouble("tip", tip.id, (), KatalysError("same-elsewhere", name=other.id, obstacle=other.obstacle), True)
    yield from _of_questions(base, mentioned)


def _of_obstacle(obstacle: Obstacle, base: KnowledgeBase, unclear: bool) -> Iterator[Trouble]:
    proofs = (_long_interview, _crowded_out) if unclear else (_gap, _long_interview, _crowded_out)
    for role in base.questions[ROLE].options:
        tips = tips_of(base, obstacle.id, frozenset({role}))
        for proof in proofs:
            yield from _proven(proof, obstacle, role, tips, base)  # one that stops leaves the others
    if not unclear:
        yield from _thin(obstacle, base)
    yield from _same_advice(obstacle, base)


Proof = Callable[[Obstacle, str, Sequence[Tip], KnowledgeBase], Iterator[Trouble]]


def _proven(proof: Proof, obstacle: Obstacle, role: str, tips: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    try:
        yield from proof(obstacle, role, tips, base)
    except NotProven as error:
        label = base.questions[ROLE].options[role].label
        yield Trouble("obstacle", obstacle.id, (), NotProven("not-proven-for", role=label, **error.values))


def _gap(obstacle: Obstacle, role: str, tips: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    if any(not tip.when and not tip.unless for tip in tips):
        return
    found = analysis.gap(tips, base.questions)
    if found is not None:
        label = base.questions[ROLE].options[role].label
        key = "gap" if tips else "gap-for-everyone"
        error = KatalysError(key, role=label, answers=said(found), near=_nearest(tips, found))
        yield Trouble("obstacle", obstacle.id, (), error, obstacle.pack is not None)


def said(profile: Choices) -> str:
    """Answers as one would give them on the command line."""
    return "; ".join(f"{name}={','.join(sorted(chosen))}" for name, chosen in profile.items())


def _nearest(tips: Sequence[Tip], profile: Choices) -> str:
    """The tips that need the fewest other answers, with what they need."""
    needs = sorted((_needed(tip, profile), tip.id) for tip in tips)
    return "; ".join(f"{name} ({need})" for (_, need), name in needs[:MOST_NEAREST])


def _needed(tip: Tip, profile: Choices) -> tuple[int, str]:
    """How many answers keep a tip from applying, and which; of several situations the one that comes nearest."""
    unmet = [
        {name: wanted for name, wanted in situation.items() if not wanted & profile.get(name, rules.NOTHING)}
        for situation in tip.when or ({},)
    ]
    nearest = min(unmet, key=len)
    against = [each for each in tip.unless if rules.fits(each, profile)]
    parts = [f"{name}={','.join(sorted(wanted))}" for name, wanted in nearest.items()]
    parts += [f"≠ {said(each)}" for each in against]
    return len(parts), "; ".join(parts)


def _long_interview(obstacle: Obstacle, role: str, tips: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    """The questions that the tips name bound every interview; only where that is too many are the ways walked."""
    most = base.about.most_questions - len(FIRST)
    of = Rules(tips, base.questions)
    if len(of.named) > most and (asked := analysis.ways_in(of.graph(analysis.still_open)).longest) > most:
        label = base.questions[ROLE].options[role].label
        error = KatalysError("long-interview", role=label, number=asked + len(FIRST), most=base.about.most_questions)
        yield Trouble("obstacle", obstacle.id, (), error, obstacle.pack is not None)


def _crowded_out(obstacle: Obstacle, role: str, tips: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    """A first step that never opens the advice, since others that always come before it take the places.

    Of a tip that helps elsewhere too only its own obstacle counts.
    """
    in_order = sorted((tip for tip in tips if tip.first_step), key=rank)
    for place, tip in enumerate(in_order):
        if place < MOST_FIRST_STEPS or tip.obstacle != obstacle.id:
            continue
        before = in_order[:place]
        always = [each for each in before if not each.when and not each.unless]
        if len(always) >= MOST_FIRST_STEPS or not _may_open(tip, before, base.questions):
            names = tuple(each.id for each in always or before)
            label = base.questions[ROLE].options[role].label
            yield Trouble("tip", tip.id, ("first_step",), KatalysError("crowded-out", role=label, names=names), True)


def _may_open(tip: Tip, before: Sequence[Tip], questions: Mapping[str, Question]) -> bool:
    of = Rules((tip, *before), questions)

    def opens(leaf: Leaf) -> bool:
        own, *others = leaf.state
        return own == analysis.YES and others.count(analysis.YES) < MOST_FIRST_STEPS

    def undecided(state: State) -> State:
        own, *others = state
        out = own == analysis.NO or others.count(analysis.YES) >= MOST_FIRST_STEPS
        return (analysis.NO,) if out else (own, *sorted(each for each in others if each != analysis.NO))

    return any(opens(leaf) for leaf in analysis.leaves(of.graph(undecided)))


def _thin(obstacle: Obstacle, base: KnowledgeBase) -> Iterator[Trouble]:
    """Too few tips for a role, or for all roles of a group together."""
    asked = base.questions[ROLE]
    for name, least in base.about.least_tips.items():
        number = len(tips_of(base, obstacle.id, asked.members([name])))
        label = asked.groups.get(name) or (asked.options[name].label if name in asked.options else None)
        if label and number < least and obstacle.pack is None:
            error = KatalysError("thin", role=label, number=number, least=least)
            yield Trouble("obstacle", obstacle.id, (), error, True)


def _same_advice(obstacle: Obstacle, base: KnowledgeBase) -> Iterator[Trouble]:
    """Tips that say the same as others here and are not needed, or could be one."""
    own = [tip for tip in base.tips_for(obstacle.id) if tip.obstacle == obstacle.id]
    for group in alike.groups(own):
        for tip in group:
            yield from _needless(tip, group, base)


def _needless(tip: Tip, group: Sequence[Tip], base: KnowledgeBase) -> Iterator[Trouble]:
    """All of the group say the same: whether the others leave this one anything to do. Of twins the later is told."""
    twins = [each for each in group if _same_rule(tip, each, base.questions)]
    rivals = [each for each in group if each is not tip and tip.for_ & each.for_]
    first = twins[0]
    if first is not tip and first in rivals:
        yield Trouble("tip", tip.id, (), KatalysError("duplicate-tip", name=first.id))
    elif first is not tip:
        yield Trouble("tip", tip.id, ("for",), KatalysError("one-tip-for-both", name=first.id), True)
    elif len(twins) == 1 and (covering := _covering(tip, rivals, base.questions)):
        yield Trouble("tip", tip.id, ("when",), KatalysError("subsumed-tip", names=covering))


def _same_rule(tip: Tip, other: Tip, questions: Mapping[str, Question]) -> bool:
    return rules.diagram(tip, {}, questions) == rules.diagram(other, {}, questions)


def _covering(tip: Tip, rivals: Sequence[Tip], questions: Mapping[str, Question]) -> tuple[str, ...]:
    """The fewest tips that together cover this one for every role it has; none where some case is left."""
    for size in range(1, len(rivals) + 1):
        for some in combinations(rivals, size):
            shared = frozenset.union(*(each.for_ for each in some))
            if tip.for_ <= shared and analysis.beyond(tip, some, questions) is None:
                return tuple(each.id for each in some)
    return ()


def _of_tip(tip: Tip, base: KnowledgeBase) -> Iterator[Trouble]:
    if not tip.for_:
        yield Trouble("tip", tip.id, ("for",), KatalysError("for-nobody"))
    if INITIATOR in tip.for_ and any(_is_professional(role, base) for role in tip.for_):
        yield Trouble("tip", tip.id, ("for",), KatalysError("for-both-sides"), True)
    if analysis.is_dead(tip, base.questions):
        yield from _without_options(tip) or [Trouble("tip", tip.id, ("when",), KatalysError("dead-tip"))]
    else:
        yield from _for_nothing(tip, base.questions)
    for other in tip.excludes:
        if other == tip.id:
            yield Trouble("tip", tip.id, ("excludes", other), KatalysError("excludes-itself"))
        elif other in base.tips:
            yield from _excluded(tip, base.tips[other], base)


def _is_professional(role: str, base: KnowledgeBase) -> bool:
    option = base.questions[ROLE].options.get(role)
    return option is not None and option.group == PROFESSIONAL


def _without_options(tip: Tip) -> list[Trouble]:
    """The questions of a condition that no answer fits, since it names none."""
    empty = [(index, name) for index, each in enumerate(tip.when) for name, wanted in each.items() if not wanted]
    return [Trouble("tip", tip.id, ("when", *steps), KatalysError("no-option", name=steps[1])) for steps in empty]


def _excluded(tip: Tip, other: Tip, base: KnowledgeBase) -> Iterator[Trouble]:
    """Two tips that their author wants apart, for a role and an obstacle that they share."""
    obstacles = {tip.obstacle, *tip.also_helps} & {other.obstacle, *other.also_helps}
    found = analysis.together((tip, other), base.questions) if tip.for_ & other.for_ and obstacles else None
    if found is not None:
        role = base.questions[ROLE].options[min(tip.for_ & other.for_)].label
        key = "together" if found else "always-together"
        error = KatalysError(key, name=other.id, role=role, answers=said(found))
        yield Trouble("tip", tip.id, ("excludes", other.id), error)


def _for_nothing(tip: Tip, questions: Mapping[str, Question]) -> Iterator[Trouble]:
    """Lines of a condition without which the rule would be the same."""
    whole = rules.diagram(tip, {}, questions)
    for steps, fewer in _without_a_line(tip):
        if rules.diagram(fewer, {}, questions) == whole:
            yield Trouble("tip", tip.id, steps, KatalysError("condition-for-nothing", where=where(steps)), True)
            return


def _without_a_line(tip: Tip) -> Iterator[tuple[Steps, Tip]]:
    """The tip without each of its situations, and without each question of a situation that asks several."""
    for part in ("when", "unless"):
        situations: tuple[Choices, ...] = getattr(tip, part)
        for index, situation in enumerate(situations):
            rest = (*situations[:index], *situations[index + 1 :])
            if len(situations) > 1 or part == "unless":
                yield (part, index), msgspec.structs.replace(tip, **{part: rest})
            elif len(situation) < 2:
                yield (part, index, *situation), msgspec.structs.replace(tip, **{part: ()})
            for name in situation if len(situation) > 1 else ():
                narrower = {other: wanted for other, wanted in situation.items() if other != name}
                fewer = (*situations[:index], narrower, *situations[index + 1 :])
                yield (part, index, name), msgspec.structs.replace(tip, **{part: fewer})


def _of_questions(base: KnowledgeBase, mentioned: Collection[str]) -> Iterator[Trouble]:
    """Questions that nothing depends on, and options that make no difference to each other."""
    conditions = [each for tip in base.tips.values() for each in (*tip.when, *tip.unless)]
    for name, question in base.questions.items():
        if name == ROLE:
            continue
        wanted = {each[name] for each in conditions if name in each}
        if not wanted and name not in mentioned:
            yield Trouble("question", name, (name,), KatalysError("question-for-nothing"), True)
        if not wanted:
            continue
        groups: dict[tuple[bool, ...], list[str]] = {}
        for option in question.options.keys() - mentioned if name in mentioned else question.options:
            groups.setdefault(tuple(option in each for each in wanted), []).append(option)
        for same in groups.values():
            if len(same) > 1:
                labels = tuple(Text(nl=f"`{each}`", en=f"`{each}`") for each in same)
                error = KatalysError("options-alike", names=labels)
                yield Trouble("question", name, (name, "options", same[-1]), error, True)
