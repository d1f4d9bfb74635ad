"""Read one YAML file into records, or say what is wrong in it, with the line.

Every scalar is text to YAML; the record decides what it is. Positions are looked up only when something is wrong.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
import yaml

from katalys_cli.errors import Finding, KatalysError, KnowledgeError, machine_trouble, where

if TYPE_CHECKING:
    from katalys_cli.form import Mistake

KEEPS_TEXT = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # `no` and `12:30` stay what was typed
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")
"""Signs that nobody sees."""

ESCAPED = re.compile(r"\\[0abvefrxuUNLP]")
"""What may be such a sign between double quotes; worth a closer look."""

SIGNS_OF_YAML = "&*!%"
MARK_OF_YAML = re.compile(r"(?m)(?:^|[\s\[{,:-])(?:[&*][\w-]|!(?:[\w!<\s]|$))|^%")
"""What may be an anchor, an alias, a tag or a directive; worth a closer look."""

REFUSED = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken, yaml.DirectiveToken)

YAML_TROUBLES = (
    ("expected ',' or", "yaml-brackets"),
    ("expected node content", "yaml-empty-place"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("block sequence entries are not allowed", "yaml-dash-start"),
    ("mapping keys are not allowed", "yaml-odd-start"),
    ("comment or line break", "yaml-odd-start"),
    ("cannot start any token", "yaml-odd-start"),
    ("unknown escape", "yaml-backslash"),
    ("another document", "yaml-second-entry"),
    ("unexpected end of stream", "yaml-open-quote"),
    ("did not find expected key", "yaml-indent"),
    ("expected '-' indicator", "yaml-indent"),
    ("as a name", "yaml-name"),
    ("block end", "yaml-indent"),
)
"""Parts of what PyYAML says, and the sentence that we give for it."""

SAID_PLAINLY = ("yaml-empty-place", "yaml-backslash", "yaml-second-entry", "yaml-name")
"""Where what PyYAML says leaves no doubt."""


class PlainLoader(KEEPS_TEXT):  # type: ignore[misc, valid-type]
    """Composes nodes without asking what kind of scalar each is, which is half of the work: here all are text."""

    def resolve(self, kind: type, value: object, implicit: object) -> str:  # noqa: ARG002
        return "text"

    def descend_resolver(self, current: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


class DuplicateKey(Exception):
    """A name stands twice; `form` tells which and where."""


Reader: TypeAlias = Callable[[str, Callable[[str], Any]], Any]
"""Who gives what a text says, given a way to find out: `recalled`, for those who read all files again and again."""

READ_BY: ContextVar[Reader | None] = ContextVar("READ_BY", default=None)


@contextlib.contextmanager
def through(reader: Reader) -> Iterator[None]:
    """While this lasts, texts are parsed by that reader."""
    token = READ_BY.set(reader)
    try:
        yield
    finally:
        READ_BY.reset(token)


def record(path: Path, name: str, kind: Any) -> Any:
    """The record in a file; `name` is what messages call the file. Raises KnowledgeError with all its mistakes."""
    text = contents(path, name)
    try:
        return msgspec.convert(_said(text, name), kind, strict=False)
    except (msgspec.ValidationError, DuplicateKey) as error:
        raise KnowledgeError(_mistakes(text, name, kind) or [_unforeseen(error, name)]) from error


def records(path: Path, name: str, kind: Any) -> tuple[dict[str, Any], list[Finding]]:
    """The sound records in a file that holds many, by id, and what is wrong with the others."""
    try:
        return record(path, name, dict[str, kind]), []
    except KnowledgeError as error:
        spoilt = {finding.steps[0] for finding in error.findings if finding.steps}
        sound = _without(spoilt, yaml.compose(path.read_text(encoding="utf-8"), PlainLoader)) if spoilt else {}
        return msgspec.convert(sound, dict[str, kind], strict=False), error.findings


def _without(names: set[str | int], node: Any) -> dict[str, Any]:
    return {key.value: _plain(value) for key, value in node.value if key.value not in names}


def sound_fields(path: Path, kind: Any, wrong: Collection[str]) -> Any:
    """The record in a file without the fields that are wrong, blank where one must be; None where that is no record."""
    from katalys_cli import form

    found = node(path)
    if not isinstance(found, yaml.MappingNode):
        return None
    try:
        sound = {key.value: _plain(value) for key, value in found.value if key.value not in wrong}
        return msgspec.convert(form.blanks(kind) | sound, kind, strict=False)
    except (msgspec.ValidationError, DuplicateKey, yaml.YAMLError):
        return None


def bare_words(path: Path, name: str, kind: Any) -> list[Finding]:
    """The words in a sound file that are text to us but something else to other readers of YAML, and texts that end at
    a comment."""
    from katalys_cli import form

    text = path.read_text(encoding="utf-8")
    other, cut = form.may_be_other_to_yaml(text), form.may_be_cut_off(text)
    if not (other or cut):
        return []
    node = yaml.compose(text, PlainLoader)
    found = [*(form.other_to_yaml(node, kind) if other else ()), *(form.cut_off(node, text) if cut else ())]
    return _findings(found, name)


def words(path: Path) -> frozenset[str]:
    """Every word in a file, whatever is wrong with it."""
    return frozenset(re.findall(r"[\w-]+", path.read_text(encoding="utf-8", errors="replace")))


def node(path: Path) -> yaml.Node | None:
    """What stands in a file that can be read, with its places."""
    found: yaml.Node | None = yaml.compose(path.read_text(encoding="utf-8"), PlainLoader)
    return found


def position(node: yaml.Node | None, steps: Sequence[str | int]) -> tuple[int, int]:
    """Line and column, from 1, of a field such as `when`, 0, `phase`, or of a word that stands there as its value.

    Of the nearest field above it where that is not there.
    """
    mark = node.start_mark if node else None
    for step in steps:
        found = next((pair for pair in _children(node) if pair[0] == step), None)
        if found is None:
            break
        _, mark, node = found
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def contents(path: Path, name: str) -> str:
    """The text of a file. Raises KnowledgeError where it is no UTF-8, holds control characters, or cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start].decode("utf-8")
        raise _knowledge_error(name, *_line_and_column(before, len(before)), "not-utf-8") from error
    except OSError as error:
        raise _knowledge_error(name, 1, 1, "cannot-read", reason=KatalysError(machine_trouble(error))) from error
    seen = text.replace("\n", "").isprintable()  # in most files all can be seen, which is quickly told
    if not seen and CONTROL.search(text, 1 if text.startswith("\ufeff") else 0):  # that one says how it is written
        raise KnowledgeError(
            _unseen(name, *_line_and_column(text, sign.start()), sign[0]) for sign in CONTROL.finditer(text, 1)
        )
    return text


def _line_and_column(text: str, place: int) -> tuple[int, int]:
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _unseen(file: str, line: int, column: int, sign: str) -> Finding:
    return Finding(file, line, column, KatalysError("control-character", code=f"U+{ord(sign):04X}"))


def _said(text: str, name: str) -> Any:
    """What a text says, perhaps remembered. Raises what `_parsed` raises."""
    reader = READ_BY.get()
    return reader(text, lambda text: _parsed(text, name)) if reader else _parsed(text, name)


def _parsed(text: str, name: str) -> Any:
    """Raises KnowledgeError where it is no YAML, or more than plain YAML; DuplicateKey where a name stands twice."""
    marked = any(sign in text for sign in SIGNS_OF_YAML) and MARK_OF_YAML.search(text)
    if marked and (findings := _more_than_plain(text, name)):
        raise KnowledgeError(findings)
    try:
        node = yaml.compose(text, PlainLoader)
        if wrong := [*_unseen_in(node, name)] if ESCAPED.search(text) else []:
            raise KnowledgeError(wrong)
        return _plain(node)
    except yaml.MarkedYAMLError as error:
        raise _knowledge_error(name, *_slip(text, error)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _knowledge_error(name, 1, 1, "not-yaml") from error


def _plain(node: yaml.Node | None) -> Any:
    """What a node holds, as texts, lists and mappings. Raises DuplicateKey: YAML itself would silently keep the last."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        if odd := next((key for key, _ in node.value if not isinstance(key, yaml.ScalarNode)), None):
            raise yaml.MarkedYAMLError(problem="a list or mapping as a name", problem_mark=odd.start_mark)
        mapping = {key.value: _plain(value) for key, value in node.value}
        if len(mapping) < len(node.value):
            raise DuplicateKey
        return mapping
    return None


def _unseen_in(node: yaml.Node | None, file: str) -> Iterator[Finding]:
    """Signs that nobody sees, written as an escape such as `\\u202e`."""
    if isinstance(node, yaml.ScalarNode):
        for sign in CONTROL.findall(node.value):
            yield _unseen(file, node.start_mark.line + 1, node.start_mark.column + 1, sign)
    elif node is not None:
        for each in node.value:
            for part in each if isinstance(each, tuple) else (each,):
                yield from _unseen_in(part, file)


def _more_than_plain(text: str, file: str) -> list[Finding]:
    """Anchors, aliases, tags and directives: none of them is needed, and each can hide what is really there."""
    try:
        found = [token for token in yaml.scan(text, yaml.CBaseLoader) if isinstance(token, REFUSED)]
    except yaml.YAMLError:
        return []  # parsing tells
    marks = [(token.start_mark.line + 1, token.start_mark.column + 1) for token in found]
    return [Finding(file, line, column, KatalysError("more-than-plain")) for line, column in marks]


def _slip(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int, str]:
    """Line, column and key of the sentence for what an author did, as far as that can be told."""
    from katalys_cli import slips

    key = next((key for part, key in YAML_TROUBLES if part in str(error.problem)), "not-yaml")
    line, column = _place(error.problem_mark)
    opened = _place(error.context_mark)
    if key == "yaml-open-quote":
        return (*opened, key)
    if key == "yaml-brackets" and opened[0] < line:
        return (*opened, "yaml-open-bracket")
    if quote := _quote_ending_on(text, line):
        return (*quote, "yaml-open-quote")
    if key in SAID_PLAINLY:
        return line, column, key
    if found := slips.slip(text, line):
        return (*found[1:], found[0])
    if key == "yaml-colon" and slips.is_indented_otherwise(text, line, column):
        return line, column, "yaml-indent"
    if key == "yaml-indent" and slips.goes_on(text, line, column):
        return line, column, "yaml-goes-on"
    if key == "yaml-no-colon":
        return (*opened, key)
    return line, column, key


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _quote_ending_on(text: str, line: int) -> tuple[int, int] | None:
    """Where the quote opens that closes on this line but stands on one above it: most often it was left open there."""
    opened = None
    with contextlib.suppress(yaml.YAMLError):
        for token in yaml.scan(text, yaml.CBaseLoader):
            across = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if across and token.start_mark.line + 1 < line == token.end_mark.line + 1:
                opened = _place(token.start_mark)
    return opened


def _knowledge_error(file: str, line: int, column: int, key: str, **values: object) -> KnowledgeError:
    return KnowledgeError([Finding(file, line, column, KatalysError(key, **values))])


def _mistakes(text: str, file: str, kind: Any) -> list[Finding]:
    """Every mistake in a file that is YAML but not the record that it should be."""
    from katalys_cli import form  # slow to import, and only for a broken file

    return _findings(form.mistakes(yaml.compose(text, PlainLoader), kind), file)


def _findings(mistakes: Iterable[Mistake], file: str) -> list[Finding]:
    return [
        Finding(
            file,
            each.line,
            each.column,
            KatalysError(each.key, where=where(_above(each)), **each.values),
            steps=each.steps,
        )
        for each in mistakes
    ]


def _above(mistake: Mistake) -> Sequence[str | int]:
    """The steps that a sentence names: of a field that should not be there, those to where it stands."""
    return mistake.steps[:-1] if mistake.key in ("unknown-field", "duplicate-key") else mistake.steps


def _unforeseen(error: Exception, file: str) -> Finding:
    return Finding(file, 1, 1, KatalysError("invalid-entry", where="", reason=str(error)))


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Mark, yaml.Node]]:
    """What stands in a node, by name, by number and, for a single word, by that word."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key.start_mark, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((index, item.start_mark, item) for index, item in enumerate(node.value))
        yield from ((str(item.value), item.start_mark, item) for item in node.value)
    elif isinstance(node, yaml.ScalarNode):
        yield node.value, node.start_mark, node
