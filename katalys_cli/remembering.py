"""Answers from another day: how a file tells them, and what has become of them since.

Beside each answer stands how the question and the answer read. Where that reads otherwise now, the answer may mean
something else, and is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from katalys_cli import naming
from katalys_cli.errors import KatalysError
from katalys_cli.messages import say
from katalys_cli.model import (
    OBSTACLE,
    OBSTACLE_TYPE,
    UNKNOWN,
    Choices,
    KnowledgeBase,
    Language,
    Option,
)
from katalys_cli.naming import AnswersWanted, Given
from katalys_cli.questionnaire import asking_order
from katalys_cli.sentences import MESSAGES

BETWEEN = " | "
PLAIN_WORD = r"[A-Za-z][\w-]*"
ESCAPED = r"\\(.)"


class Remembered(msgspec.Struct, frozen=True):
    """The answers in a file, by question, and for each that has it how question and answer read at the time."""

    given: Given = {}
    read_as: Mapping[str, str] = {}


NOTHING_REMEMBERED = Remembered()


def all_settled(base: KnowledgeBase, typed: Given, remembered: Remembered) -> Choices:
    """The answers in a file and those that were typed over them. Raises AnswersWanted for all that mean nothing."""
    answers, troubles, outdated = merged(base, typed, remembered)
    if troubles or outdated:
        raise AnswersWanted([*troubles, *outdated])
    return answers


def merged(
    base: KnowledgeBase, typed: Given, remembered: Remembered
) -> tuple[Choices, list[KatalysError], list[KatalysError]]:
    """The answers of both, the trouble with what was typed, and that with what a file says and nobody typed over."""
    answers, troubles = naming.settled(base, typed)
    named = answers.keys() | {each.values["question"] for each in troubles}
    older, outdated = recalled(base, remembered)
    return {**older, **answers}, troubles, [each for each in outdated if each.values["question"] not in named]


def recalled(base: KnowledgeBase, remembered: Remembered) -> tuple[Choices, list[KatalysError]]:
    """The answers that still mean what they meant, and the trouble with each that does not."""
    answers, wrong = naming.settled(base, remembered.given)
    troubles = [_about(str(each.values["question"]), each.values["trouble"]) for each in wrong]
    changed = [name for name in answers if _reads_otherwise(base, name, answers[name], remembered.read_as.get(name))]
    troubles += [_about(name, KatalysError("changed-meaning", then=remembered.read_as[name])) for name in changed]
    return {name: chosen for name, chosen in answers.items() if name not in changed}, troubles


def written(base: KnowledgeBase, answers: Choices, language: Language) -> str:
    """The answers as YAML, and as comments how they read."""
    lines = [f"# {each}" for each in say("answers-file-header", language).splitlines()]
    for name in asking_order(base):
        if name in answers:
            chosen = [_quoted(each) for each in sorted(answers[name])]
            value = chosen[0] if len(chosen) == 1 else f"[{', '.join(chosen)}]"
            lines += ["", f"# {words(base, name, answers[name], language)}", f"{_quoted(name)}: {value}"]
    return "\n".join(lines) + "\n"


def words(base: KnowledgeBase, name: str, chosen: frozenset[str], language: Language) -> str:
    """How a question and its answer read, with what explains the answer."""
    question = naming.question_named(base, name)
    said = [_read(option, name, language) for each, option in question.options.items() if each in chosen]
    said += [say("do-not-know", language)] if UNKNOWN in chosen else []
    return _on_one_line(question.text.said_in(language) + BETWEEN + ", ".join(said))


def comments(text: str) -> dict[str, str]:
    """How the answers in a text of ours read: for each name the comment above it."""
    found = re.findall(r"^# (.+ \| .+)\n\"?([\w-]+)\"?:", text, re.MULTILINE)
    return {name: said for said, name in found}


def from_report(text: str) -> Given | None:
    """The answers that a Markdown report of ours tells in words; None where the text is something else."""
    lines = [re.sub(ESCAPED, r"\1", line) for line in text.splitlines()]
    starts = [place for place, line in enumerate(lines) if line in MESSAGES["your-answers"]]
    if not starts:
        return None
    title = next(iter(_filled("advice-title", lines[0].removeprefix("# "))), "")
    return {**dict(_answers(lines[starts[0] + 1 :])), **({OBSTACLE: [title]} if title else {})}


def _about(question: str, trouble: object) -> KatalysError:
    """The trouble with what a file says about a question."""
    return KatalysError("for-option", option=question, trouble=trouble, question=question)


def _answers(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each question with what was answered, from the first list in these lines."""
    for line in lines:
        if line.startswith("- ") and ": " in line:
            question, said = line.removeprefix("- ").split(": ", 1)
            yield question, [said]
        elif line.strip():
            return


def _filled(key: str, line: str) -> Iterator[str]:
    """What stands in the place of the value in a sentence of ours."""
    for sentence in MESSAGES[key]:
        before, _, after = re.sub(r"\{.*?\}", "\0", sentence).partition("\0")
        if line.startswith(before) and line.endswith(after):
            yield line.removeprefix(before).removesuffix(after)


def _reads_otherwise(base: KnowledgeBase, name: str, chosen: frozenset[str], then: str | None) -> bool:
    return then is not None and then not in {words(base, name, chosen, language) for language in Language}


def _read(option: Option, name: str, language: Language) -> str:
    """The label, and where it says what the answer is, the explanation; a sigh about an obstacle is only an example."""
    explanation = option.explanation if name not in (OBSTACLE, OBSTACLE_TYPE) else None
    more = f" ({explanation.said_in(language)})" if explanation else ""
    return option.label.said_in(language) + more


def _on_one_line(said: str) -> str:
    return " ".join(said.split())


def _quoted(word: str) -> str:
    return word if re.fullmatch(PLAIN_WORD, word) else '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
