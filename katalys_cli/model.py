"""What katalys knows: the records of the knowledge, as they stand in its YAML files.

The classes are the schema: a field that is not here is refused, a field without a default is required.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

if TYPE_CHECKING:
    from katalys_cli.lexicon import Lexicon

ROLE, OBSTACLE_TYPE, OBSTACLE = "role", "obstacle_type", "obstacle"
FIRST = (ROLE, OBSTACLE_TYPE, OBSTACLE)  # asked before the questions about the situation
INITIATOR = "initiator"
PROFESSIONAL = "professional"  # the group of the roles on the other side of the table
UNKNOWN = "unknown"  # the answer "I do not know", allowed for every question about the situation

Choices: TypeAlias = Mapping[str, frozenset[str]]
"""Question → set of options. Answers and situations share this type."""

Steps: TypeAlias = tuple[str | int, ...]
"""The way to a field inside a record, such as `steps`, 1."""


class Language(enum.StrEnum):
    NL = "nl"
    EN = "en"

    @property
    def other(self) -> Language:
        return Language.EN if self is Language.NL else Language.NL


class Effort(enum.StrEnum):
    """How long a tip takes, least first."""

    HOUR = "hour"
    DAY = "day"
    WEEKS = "weeks"
    MONTHS = "months"


class SourceKind(enum.StrEnum):
    LAW = "law"
    COURT = "court"
    GOVERNMENT = "government"
    REGULATOR = "regulator"
    ORGANISATION = "organisation"
    RESEARCH = "research"
    NEWS = "news"


class Theme(enum.StrEnum):
    """What an obstacle is about, where it is about one thing."""

    ENERGY = "energy"
    GREEN = "green"
    WATER = "water"
    CARE = "care"
    MEETING = "meeting"
    MOBILITY = "mobility"
    HOUSING = "housing"
    SAFETY = "safety"
    PLAY = "play"
    CULTURE = "culture"
    POVERTY = "poverty"
    CIRCULAR = "circular"
    DIGITAL = "digital"
    NATURE = "nature"


class Unit(enum.StrEnum):
    """What a figure counts; `wording.amount` writes it out."""

    EURO = "euro"
    PERCENT = "percent"
    NUMBER = "number"
    DATE = "date"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that is read from a file and never changed."""


class Text(Record, frozen=True, kw_only=True):
    """The same thing said in both languages, each written as such.

    `allow` waives a finding about this text: its code → the reason.
    """

    nl: str = ""
    en: str = ""
    allow: dict[str, str] = {}

    def said_in(self, language: Language) -> str:
        """The text in this language, else in the other one with a mark that tells so."""
        other = language.other
        return getattr(self, language) or f"[{other}] {getattr(self, other)}"


class Words(Record, frozen=True, kw_only=True):
    """Words and phrases per language, as someone would say them."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Entry(Record, frozen=True, kw_only=True):
    """A record with an id, which is the name of its file and not written inside it."""

    id: str = ""


class Option(Record, frozen=True, kw_only=True):
    """`clause` completes "because ..." and "if ...", so in Dutch its verb comes last."""

    label: Text
    clause: Text
    explanation: Text | None = None
    group: str | None = None


class Question(Entry, frozen=True, kw_only=True):
    text: Text
    options: dict[str, Option]
    explanation: Text | None = None
    groups: dict[str, Text] = {}
    many: bool = False

    def members(self, names: Iterable[str]) -> frozenset[str]:
        """The options that these names stand for; the name of a group stands for all its members."""
        return frozenset(member for name in names for member in self._members(name))

    def _members(self, name: str) -> Iterable[str]:
        if name not in self.groups:
            return (name,)
        return (option for option, record in self.options.items() if record.group == name)


class ObstacleType(Entry, frozen=True, kw_only=True):
    name: Text
    explanation: Text


class Basis(Record, frozen=True, kw_only=True):
    """A claim of law, money, date or number, and the source that it rests on.

    `secondary` says of a claim of law why no primary source stands here.
    """

    claim: Text
    source: str
    secondary: str | None = None


class Obstacle(Entry, frozen=True, kw_only=True):
    """What stands in the way. `type` is the folder that its folder stands in."""

    name: Text
    explanation: Text
    signs: Words
    keywords: Words
    reviewed: datetime.date
    type: str = ""
    theme: Theme | None = None
    related: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    renamed_from: tuple[str, ...] = ()
    pack: str | None = None


class Tip(Entry, frozen=True, kw_only=True):
    """An advice and the rule that tells whom it suits; `obstacle` is the folder it stands in.

    `excludes` are tips that must never come together with this one; `renamed_from` are ids that it had before.
    `borrowed` is said by `tips_for` of a tip that stands with another obstacle and helps with this one too.
    """

    title: Text
    for_: frozenset[str] = msgspec.field(name="for")
    effort: Effort
    why: Text
    steps: tuple[Text, ...]
    basis: tuple[Basis, ...] | Literal["practice"]
    reviewed: datetime.date
    first_step: bool = False
    pitfalls: tuple[Text, ...] = ()
    when: tuple[Choices, ...] = ()
    unless: tuple[Choices, ...] = ()
    example: str | None = None
    also_helps: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()
    obstacle: str = ""
    pack: str | None = None
    borrowed: bool = False

    @property
    def claims(self) -> tuple[Basis, ...]:
        """The claims that rest on a source; none for a tip from practice."""
        return () if isinstance(self.basis, str) else self.basis

    def helps(self, obstacle: str) -> bool:
        return obstacle == self.obstacle or obstacle in self.also_helps


class Source(Entry, frozen=True, kw_only=True):
    title: str
    publisher: str
    url: str
    checked: datetime.date
    kind: SourceKind
    language: Language
    published: str | None = None


class Example(Entry, frozen=True, kw_only=True):
    """A real initiative. `when` is a year or two, such as 2015-2020; None where no source gives one."""

    what: Text
    where: str
    lesson: Text
    source: str
    when: str | None = None
    pack: str | None = None


class Period(Record, frozen=True, kw_only=True):
    """What a figure is from one day up to and including another; without `until` it holds till further notice."""

    from_: datetime.date = msgspec.field(name="from")
    value: str
    source: str
    until: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        return self.from_ <= day and (self.until is None or day <= self.until)


class Figure(Entry, frozen=True, kw_only=True):
    """An amount, limit, term or date that changes; texts name it as `{id}`."""

    name: Text
    unit: Unit
    periods: tuple[Period, ...]
    pack: str | None = None

    def on(self, day: datetime.date) -> Period:
        """The period that holds on this day, else the last one that began (it is then out of date)."""
        begun = [period for period in self.periods if period.from_ <= day]
        holding = [period for period in begun if period.holds(day)]
        return (holding or begun or list(self.periods))[-1]


class Term(Entry, frozen=True, kw_only=True):
    """A word that a newcomer may stumble on; `also` lists other forms, `known_to` the roles that need no explanation."""

    term: Text
    explanation: Text
    also: Words = Words()
    known_to: frozenset[str] = frozenset()
    pack: str | None = None


class Voices(Entry, frozen=True, kw_only=True):
    """More of what people say who meet an obstacle, in their own words: a look-up learns from it, nobody reads it.

    The name of the file is that of the obstacle.
    """

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Elsewhere(Entry, frozen=True, kw_only=True):
    """A matter that people ask about and that this knowledge is not about, told apart by how they say it.

    `ask` completes "for that, ask ..."; without it there is no better place than a search engine.
    """

    name: Text
    keywords: Words
    signs: Words
    ask: Text | None = None


class Scenario(Record, frozen=True, kw_only=True):
    """A situation with the tips that must follow, per obstacle, and those that must not."""

    case: str
    answers: dict[str, frozenset[str]]
    advice: dict[str, tuple[str, ...]] = {}
    never: tuple[str, ...] = ()


class About(Record, frozen=True, kw_only=True):
    """`most_questions` is a promise to the reader, kept true by a test: no interview is longer.

    `types` is the order in which the obstacle types are offered; others come after these. `least_tips` is how many
    tips each obstacle must have for a role, or for all roles of a group together. An entry is due for another look
    when its `reviewed` is more than `review_months` ago.
    """

    version: str
    reviewed: datetime.date
    most_questions: int
    types: tuple[str, ...] = ()
    least_tips: dict[str, int] = {}
    review_months: int | None = None


class KnowledgeBase(msgspec.Struct, frozen=True):
    """All knowledge, by id. Headers are at hand; the other mappings read an entry when it is asked for.

    `terms_by_word` has the terms that may stand in a text with this word (`glossary.by_word`).
    """

    about: About
    questions: Mapping[str, Question]
    types: Mapping[str, ObstacleType]
    obstacles: Mapping[str, Obstacle]
    tips: Mapping[str, Tip]
    tips_by_obstacle: Mapping[str, tuple[Tip, ...]]
    figures: Mapping[str, Figure]
    terms: Mapping[str, Term]
    terms_by_word: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, Source]
    examples: Mapping[str, Example]
    scenarios: Mapping[str, tuple[Scenario, ...]]
    voices: Mapping[str, Voices]
    elsewhere: Mapping[str, Elsewhere]
    lexicon: Lexicon

    def tips_for(self, obstacle: str) -> tuple[Tip, ...]:
        """Every tip that helps with this obstacle, whoever it is for."""
        return self.tips_by_obstacle[obstacle]

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(self.questions[ROLE].options)


HOLDERS = ("Text", "Option", "Basis", "Period")
"""The records that hold texts, or could."""

BARE = (str, datetime.date, bool, int, frozenset, enum.Enum, type(None))
"""What holds no texts."""


def texts(entry: object, steps: Steps = ()) -> list[tuple[Steps, Text]]:
    """Every text in a record, with the steps that lead to it."""
    found: list[tuple[Steps, Text]] = []
    _gather(entry, steps, found)
    return found


def _gather(entry: object, steps: Steps, found: list[tuple[Steps, Text]]) -> None:
    for step, value in _parts(entry):
        if isinstance(value, Text):
            found.append(((*steps, step), value))
        elif not isinstance(value, BARE):
            _gather(value, (*steps, step), found)


def _parts(entry: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(entry, msgspec.Struct):
        return [(called, getattr(entry, name)) for called, name in _with_texts(type(entry))]
    if isinstance(entry, dict):
        return entry.items()
    return enumerate(entry) if isinstance(entry, tuple) else ()


@cache
def _with_texts(record: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a record that may hold texts: as they are called in a file, and here."""
    names = zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True)
    declared = {
        name: kind for each in reversed(record.__mro__) for name, kind in vars(each).get("__annotations__", {}).items()
    }
    return tuple((called, name) for called, name in names if any(each in declared[name] for each in HOLDERS))
