"""A new file says what the author said, whatever that was, and is one that `check` takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalys_cli import drafts, reading
from katalys_cli.model import Language, Obstacle, Text, Tip
from tests.builders import DAY

SAID = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30).map(str.strip)
TEXTS = st.builds(lambda nl, en: Text(nl=nl, en=en), SAID, SAID)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("drafts") / "a.yaml"


@settings(max_examples=25)
@given(title=TEXTS, why=TEXTS, steps=st.lists(TEXTS, min_size=3, max_size=6))
def test_a_new_tip_says_what_was_typed(place, title, why, steps):
    draft = drafts.TipDraft(title, ["alderman", "initiator"], "day", why, steps)
    place.write_text(drafts.tip(draft, DAY), encoding="utf-8")
    tip = reading.record(place, "a.yaml", Tip)

    assert (tip.title, tip.why, tip.steps) == (title, why, tuple(steps))
    assert (tip.for_, tip.effort, tip.reviewed) == ({"alderman", "initiator"}, "day", DAY)
    assert reading.bare_words(place, "a.yaml", Tip) == []


@settings(max_examples=25)
@given(name=TEXTS, explanation=TEXTS, words=st.lists(SAID, min_size=1, max_size=4))
def test_a_new_obstacle_says_what_was_typed(place, name, explanation, words):
    both = {Language.NL: words, Language.EN: words[:1]}
    place.write_text(drafts.obstacle(drafts.ObstacleDraft(name, explanation, both, both), DAY), encoding="utf-8")
    obstacle = reading.record(place, "a.yaml", Obstacle)

    assert (obstacle.name, obstacle.explanation) == (name, explanation)
    assert (obstacle.signs.nl, obstacle.keywords.en) == (tuple(words), tuple(words[:1]))


def test_every_field_in_the_comments_is_one_that_there_is():
    for kind, comments in ((Tip, drafts.EVERY_FIELD_OF_TIP), (Obstacle, drafts.EVERY_FIELD_OF_OBSTACLE)):
        named = {line[2:].partition(":")[0] for line in comments.splitlines() if line[2:3].islower() and ":" in line}
        assert named
        assert named <= set(kind.__struct_encode_fields__)


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Ask the baker", "ask-the-baker"), ("  Café at 9:00! ", "caf-at-9-00"), ("ÉÉN", "n"), ("", "")],
)
def test_a_title_becomes_a_name(said, expected):
    assert drafts.as_id(said) == expected
