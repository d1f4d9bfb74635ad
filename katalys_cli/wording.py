"""Say what the records mean, in the reader's language: amounts, dates, conditions and reasons."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from katalys_cli.messages import say
from katalys_cli.model import Choices, Figure, KnowledgeBase, Language, Option, Question, Text, Unit, texts

if TYPE_CHECKING:
    from katalys_cli.rules import Situations

FIGURE = r"\{([a-z0-9-]+)\}"
MONTHS = {
    Language.NL: (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    Language.EN: (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def amount(value: str, unit: Unit, language: Language) -> str:
    """The value of a figure as one writes it: € 2.200 or €2,200, 8 weken or 8 weeks, 1 januari 2027."""
    if unit is Unit.DATE:
        return date(datetime.date.fromisoformat(value), language)
    number = _number(Decimal(value), language)
    if unit is Unit.EURO:
        return f"€ {number}" if language is Language.NL else f"€{number}"
    if unit is Unit.NUMBER:
        return number
    return say(f"{unit}-{'one' if Decimal(value) == 1 else 'many'}", language, number=number)


def percent(value: float, language: Language) -> str:
    """A share as one writes it, with one decimal: 12,5 procent or 12.5 per cent."""
    number = _number(Decimal(f"{value:.1f}"), language)
    return say("percent-many", language, number=number)


def can_be_said(value: str, unit: Unit) -> bool:
    """Whether the value is a number, or for a date a day."""
    try:
        return bool(amount(value, unit, Language.NL))
    except (ArithmeticError, ValueError):
        return False


def date(day: datetime.date, language: Language) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def month(day: datetime.date, language: Language) -> str:
    return f"{MONTHS[language][day.month - 1]} {day.year}"


def spoken(text: Text, base: KnowledgeBase, day: datetime.date, language: Language) -> str:
    """The text in this language, with the value of this day in the place of each `{figure}`."""

    def value(found: re.Match[str]) -> str:
        figure = base.figures.get(found[1])
        return figure_value(figure, day, language) if figure else found[0]

    said = text.said_in(language)
    return re.sub(FIGURE, value, said) if "{" in said else said


def figures_in(entry: object) -> set[str]:
    """The ids of the figures that the texts of a record name."""
    return {figure for _, text in texts(entry) for figure in named_in(text.nl + text.en)}


def named_in(said: str) -> list[str]:
    """The ids of the figures that one text names."""
    return re.findall(FIGURE, said) if "{" in said else []


def figure_value(figure: Figure, day: datetime.date, language: Language) -> str:
    return amount(figure.on(day).value, figure.unit, language)


def condition(
    when: Situations, unless: Situations, questions: Mapping[str, Question], language: Language
) -> str | None:
    """The situations in words, such as "als de groep nog geen rechtsvorm heeft". None where nothing is left to ask."""
    parts = []
    if when and {} not in when:
        parts.append(say("if", language, situations=_alternatives(when, "or-else", questions, language)))
    if unless:
        parts.append(say("unless", language, situations=_alternatives(unless, "or", questions, language)))
    return "; ".join(parts) or None


def clauses(answers: Choices, questions: Mapping[str, Question], language: Language) -> tuple[str, ...]:
    """Each answer as the end of a sentence that begins with "because" or "if"."""
    return tuple(_clause(questions[name], chosen, language) for name, chosen in answers.items())


def place_and_year(where: str, when: str | None) -> str:
    """Where and when an example was: "Leiden, 2021."; without a year just the place."""
    return f"{where}, {when}." if when else f"{where}."


def label(option: Option, language: Language) -> str:
    return option.label.said_in(language)


def joined(parts: Sequence[str], word: str) -> str:
    """Such as "a, b or c", with the word before the last part."""
    return f" {word} ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _number(value: Decimal, language: Language) -> str:
    written = f"{value:,}"
    return written.translate(str.maketrans(",.", ".,")) if language is Language.NL else written


def _alternatives(situations: Situations, word: str, questions: Mapping[str, Question], language: Language) -> str:
    in_words = [joined(clauses(each, questions, language), say("and", language)) for each in _merged(situations)]
    return joined(list(dict.fromkeys(in_words)), say(word, language))


def _merged(situations: Situations) -> Iterable[Choices]:
    """The same situations, those that ask one and the same question as one."""
    merged: dict[object, Choices] = {}
    for situation in situations:
        key = next(iter(situation)) if len(situation) == 1 else id(situation)
        together = merged.get(key, {})
        merged[key] = {name: wanted | together.get(name, frozenset()) for name, wanted in situation.items()}
    return merged.values()


def _clause(question: Question, chosen: frozenset[str], language: Language) -> str:
    said = [option.clause.said_in(language) for name, option in question.options.items() if name in chosen]
    return _folded(said, say("or", language), verb_last=language is Language.NL)


def _folded(said: Sequence[str], word: str, *, verb_last: bool) -> str:
    """Clauses as one, saying only once who they are about and, where it comes last, the verb."""
    words = [each.split() for each in said]
    start = _shared(words)
    if len(said) == 1 or start < 2:
        return joined(said, word)
    end = min(_shared([each[start:][::-1] for each in words]), 1) if verb_last else 0
    middles = [" ".join(each[start : len(each) - end]) for each in words]
    return " ".join([*words[0][:start], joined(middles, word), *words[0][len(words[0]) - end :]])


def _shared(lists: Sequence[Sequence[str]]) -> int:
    """How many first words the lists share, leaving each at least one of its own."""
    most = min(len(each) for each in lists) - 1
    return next((index for index in range(most) if len({each[index] for each in lists}) > 1), max(most, 0))
