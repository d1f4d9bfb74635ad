"""What typed words may stand for: themselves, an inflected form, parts of a compound, or a word misspelt."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import msgspec

from katalys_cli.lexicon import COMMON, FAMILIAR, Known, Lexicon, Spelled
from katalys_cli.model import Language
from katalys_cli.terms import are_related, beginning, errors_allowed, errors_between, parts, spellings, splits, stem

EXACT, PART, JOINED, PHRASE, RELATED = 1.0, 0.5, 0.7, 0.25, 0.6
MISSPELT = {0: EXACT, 1: 0.95, 2: 0.8}
"""How sure each reading of a word is."""

TELLING, LESS_PER_STEP, LEAST_TELLING = 4.5, 0.15, 0.05
"""Up to this everyday frequency a word tells all it can, and this much less for every ten times more common it is."""

NOT_AT_HOME = 0.35
"""How fast a word tells less that is used less here than elsewhere (still, always, got): it is part of the story."""

LEAST_HALF = 5
"""So many letters a part must have to stand for a compound of which the other part is not known."""

NOWHERE = Known(0.0, 0.0, False)
TOO_MANY = 9  # errors


class Heard(msgspec.Struct, frozen=True):
    """A typed word, or two side by side: what it can tell, how much it is at home here, what it may stand for."""

    words: tuple[str, ...]
    tells: float
    at_home: float
    readings: Mapping[str, float]
    taken_for: str = ""  # the word that it seems to be a misspelling of


def heard(lexicon: Lexicon, typed: Sequence[str]) -> list[Heard]:
    """Every word that tells something, and every two of them side by side."""
    asked = list(dict.fromkeys(typed))
    known = lexicon.found("known", _known_keys(asked))
    telling = [word for word in asked if _everyday(word, known) <= COMMON]
    terms = lexicon.found("postings", _stems(telling)).keys()
    plain = {word: _readings(word, known, terms) for word in telling}
    strange = [word for word in telling if _everyday(word, known) < FAMILIAR and EXACT not in plain[word].values()]
    spelled = _respelled(lexicon, {word: not plain[word] for word in strange}, known)
    readings = {word: {**plain[word], **spelled.get(word, OTHERWISE).readings} for word in telling}
    known = {**known, **lexicon.found("known", _keys(each for word in strange for each in readings[word]))}
    single = [
        Heard(
            (word,),
            _tells(word, known),
            _at_home_as(readings[word], known) if word in strange else _at_home(word, known),
            readings[word],
            spelled.get(word, OTHERWISE).taken_for,
        )
        for word in telling
    ]
    return [*single, *(_together(one, other) for one, other in itertools.pairwise(single))]


def _together(one: Heard, other: Heard) -> Heard:
    """Two words side by side: a phrase, or a compound written apart."""
    phrases = {f"{a} {b}": PHRASE for a in one.readings for b in other.readings}
    joined = dict.fromkeys(_stems([one.words[0] + other.words[0]]), JOINED)
    return Heard((*one.words, *other.words), 1.0, 0.0, {**phrases, **joined})


def _readings(word: str, known: Mapping[str, Known], terms: Set[str]) -> dict[str, float]:
    """The terms that a word is, and less surely those that its parts are."""
    readings: dict[str, float] = {}
    for language in Language:
        for part in parts(word, lambda part: _may_be_a_part(part, language, known)):  # noqa: B023
            readings[stem(part, language)] = PART
    return readings | dict.fromkeys(_stems([word]) & terms, EXACT)


def _may_be_a_part(word: str, language: Language, known: Mapping[str, Known]) -> bool:
    root = stem(word, language)
    told = known.get(f"{language}:{root}")
    if told is None or len(root) < len(word) - 4 or told.everyday > COMMON:
        return False
    return told.here or told.everyday >= FAMILIAR


class Otherwise(msgspec.Struct, frozen=True):
    """How a strange word may be read, and the word that it then is."""

    readings: Mapping[str, float]
    taken_for: str = ""


OTHERWISE = Otherwise({})


def _respelled(lexicon: Lexicon, strange: Mapping[str, bool], known: Mapping[str, Known]) -> dict[str, Otherwise]:
    """The known words that each strange one may be: at the fewest typing errors, a compound with an error in one part,
    or, where it is no compound, a word of the same family."""
    halves = {word: list(_half_known(word, known)) for word in strange}
    unknown = {*strange, *(part for pairs in halves.values() for _, part in pairs)}
    keys = {word: [*spellings(word), beginning(word)] for word in unknown}
    found = lexicon.found("spelled", {key for each in keys.values() for key in each})
    near = {word: [each for key in keys[word] for each in found.get(key, ())] for word in unknown}
    return {
        word: _nearest(word, near[word])
        or (alone and (_mended(halves[word], near) or _family(word, near[word]) or _half(word, halves[word], known)))
        or OTHERWISE
        for word, alone in strange.items()
    }


def _nearest(word: str, candidates: Iterable[Spelled]) -> Otherwise | None:
    allowed = errors_allowed(word)
    errors = {each: _errors(word, each.word, allowed) for each in candidates}
    fewest = min(errors.values(), default=TOO_MANY)
    if fewest > allowed:
        return None
    nearest = [each for each, number in errors.items() if number == fewest]
    return Otherwise({each.stem: MISSPELT[fewest] for each in nearest}, nearest[0].word)


def _mended(halves: Iterable[tuple[str, str]], near: Mapping[str, Sequence[Spelled]]) -> Otherwise | None:
    """The readings of the first compound of which the strange part is a word at one typing error."""
    for part, other in halves:
        close = [each for each in near[other] if _errors(other, each.word, 1) == 1]
        if close:
            return Otherwise({part: PART} | {each.stem: PART * MISSPELT[1] for each in close}, close[0].word)
    return None


def _family(word: str, candidates: Iterable[Spelled]) -> Otherwise | None:
    related = [each for each in candidates if are_related(word, each.word)]
    return Otherwise({each.stem: RELATED for each in related}, related[0].word) if related else None


def _half(word: str, halves: Iterable[tuple[str, str]], known: Mapping[str, Known]) -> Otherwise | None:
    """The longest known part of a long compound of which the other part is not known."""
    here = [part for part, _ in halves if any(known.get(f"{each}:{part}", NOWHERE).here for each in Language)]
    longest = max(here, key=len, default="")
    return Otherwise({longest: PART}) if len(longest) >= LEAST_HALF and len(word) >= 2 * LEAST_HALF else None


def _half_known(word: str, known: Mapping[str, Known]) -> Iterator[tuple[str, str]]:
    """The ways to see a word as a compound of which one part is known: that stem, and the strange part."""
    for language in Language:
        for head, tail in splits(word):
            for part, other in ((head, tail), (tail, head)):
                if errors_allowed(other) and _may_be_a_part(part, language, known):
                    yield stem(part, language), other


def _errors(word: str, other: str, most: int) -> int:
    """The typing errors between two words; of words that must differ in more than this they are not counted."""
    if abs(len(word) - len(other)) > most or len({*word} ^ {*other}) > 2 * most:
        return TOO_MANY
    return errors_between(word, other)


def _tells(word: str, known: Mapping[str, Known]) -> float:
    above = max(0.0, _everyday(word, known) - TELLING)
    strange_here = min(0.0, _at_home(word, known))
    return max(LEAST_TELLING, 1 - LESS_PER_STEP * above) * math.exp(NOT_AT_HOME * strange_here)


def _everyday(word: str, known: Mapping[str, Known]) -> float:
    return max((each.everyday for each in _as_known(word, known)), default=0.0)


def _at_home(word: str, known: Mapping[str, Known]) -> float:
    """How much more a word is used here than elsewhere, in the language in which it is best known."""
    return max(_as_known(word, known), key=lambda each: (each.here, each.everyday), default=NOWHERE).at_home


def _keys(stems: Iterable[str]) -> set[str]:
    return {f"{language}:{each}" for each in stems for language in Language}


def _at_home_as(readings: Mapping[str, float], known: Mapping[str, Known]) -> float:
    """How much more it is used here than elsewhere what a strange word may stand for."""
    used = (
        sureness * known.get(f"{language}:{each}", NOWHERE).at_home
        for each, sureness in readings.items()
        for language in Language
    )
    return max(used, default=0.0)


def _as_known(word: str, known: Mapping[str, Known]) -> list[Known]:
    keys = (f"{language}:{stem(word, language)}" for language in Language)
    return [known[key] for key in keys if key in known]


def _stems(typed: Iterable[str]) -> set[str]:
    return {stem(word, language) for word in typed for language in Language}


def _known_keys(typed: Iterable[str]) -> set[str]:
    """What must be known of words and of all that may be a part of one."""
    asked = {part for word in typed for pair in ((word,), *splits(word)) for part in pair}
    return {f"{language}:{stem(word, language)}" for word in asked for language in Language}
