"""Plain language: sentences that are too long, official words, chains of passives, words that a newcomer cannot know.

The limits are those of Dutch at level B1 and of plain English. What a pattern finds is a place to look; a text that must
be so says why in `allow`. `tests/language` measures how often each pattern is right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from katalys_cli.checks import WHOLE_FILES, collections
from katalys_cli.errors import KatalysError, where
from katalys_cli.model import KnowledgeBase, Language, Obstacle, Steps, Text, Tip, texts
from katalys_cli.troubles import Trouble

MOST_WORDS = {Language.NL: 20, Language.EN: 22}
"""In a sentence."""

MOST_IN_TITLE = 9
LEAST_STEPS, MOST_STEPS = 3, 6

SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
SHORTENED = re.compile(
    r"\b(bijv|bv|o\.a|d\.w\.z|m\.a\.w|enz|art|nr|ca|dhr|mevr|mr|dr|e\.g|i\.e|etc)\.(?=\s)", re.IGNORECASE
)
"""A dot that ends no sentence."""

MARKUP = re.compile(
    r"(?m)\*\*|__|~~|`|&#?\w+;|!\[|<[a-z/]|\[[^\]]*\]\(|^#+ |^[*-] |(?<!\w)\*\w(?:[^*\n]*\w)?\*(?!\w)|(?<!\w)_\w[^_\n]*\w_(?!\w)"
)
QUOTED = re.compile(r"""["\u201c\u201e«][^"\u201d»]*["\u201d»]|(?<!\w)['\u2018][^'\u2019]*['\u2019](?!\w)""")
"""What one says to someone else, who may well be an u."""

READ = ("obstacle", "tip", "example", "question", "term", "elsewhere")
"""The kinds of entries that a newcomer reads."""

BY_ABBREVIATION = ("elsewhere",)
"""Where organisations go by the abbreviation under which everybody knows and finds them."""

ADDRESS = re.compile(r"\b[Uu](?:w|zelf)?\b")
SIGNS = re.compile(r"[*_`<\[~&]|^[#-]", re.MULTILINE)
"""What no polite form and no markup goes without; quick to look for."""

FORMAL = re.compile(
    r"(?<!\d )(?<!\d)(?<!letter )(?<!liever )\b(?:u|uw|uzelf)\b(?!-)|(?:^|[.!?:]\s+)(?:U|Uw)\b(?!-)", re.MULTILINE
)
FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b|(?:^|[.!?:]\s+)(?:Je|Jij|Jou|Jouw|Jullie)\b", re.MULTILINE)
ABBREVIATION = re.compile(r"[A-Z](?<=\b[A-Z])(?<!\d{4} [A-Z])(?:[A-Z]{1,6}(?=s?\b)|[a-z][A-Z]\b)")
"""Capitals, or such as VvE; not names such as VSBfonds and McDonald, and not the letters of a postcode,"""

NO_ABBREVIATION = re.compile(
    r"[IVX]+|IJ|NIET|NOOIT|GEEN|ALTIJD|WEL|JA|NEE|NU|EERST|ALLES|ALLEEN|NOT|NEVER|ALWAYS|NO|YES|ALL|FIRST|NOW|ONLY|DO"
)
"""nor the numbers of kings and chapters, the IJ, or a word that someone stresses."""

EXCLAMATION = re.compile(r"!(?!\[)")  # before a bracket it is markup

PARTICIPLE = (
    r"(?!gemeente|(?:gezinnen|gebouwen|gesprekken|gebieden|gemeenschappen|gewoonten|getallen|gedachten|geluiden|gezichten|"
    r"gerechten|geheimen|gebreken|gebied|geluid|geweld|gezicht|gerecht|gewicht|geduld|gezond|geschikt|gerust|gewend|"
    r"verstand|verband|bestand|bericht|besluit|bezit|beleid|verdriet|bereid|bekend|bewust|bevoegd|bestaat|betreft)\b)"
    r"(?:gedaan|voldaan|(?:aan|achter|af|bij|door|goed|in|klaar|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\w{2,}(?:d|t|en)"
    r"|(?:ver|be|ont|her|onder)\w{3,}(?:(?<![^e]en)d|t)"
    r"|be(?:sproken|sloten|wezen|grepen|houden|trokken|schreven|keken)|ver(?:boden|loren|geten|zonden|wezen|vangen|kregen|"
    r"broken)|ont(?:vangen|slagen|houden)|herzien)\b"
)
NOT_PASSIVE = (
    r"(?!(?:tired|interested|delighted|thrilled|bored|crowded|naked|gifted|supposed|allowed|used|married|worried|pleased|excited|concerned|experienced|limited|mixed|"
    r"hundred|need|seed|indeed|speed|breed|weed)\b)"
)
IRREGULAR = (
    "made|torn|sown|dug|lost|caught|stolen|worn|eaten|grown|paid|held|kept|sent|given|taken|written|chosen|driven|"
    "forgotten|hidden|spoken|broken|seen|shown|put|read|set|cut|"
    "told|laid|sold|bought|brought|built|found|heard|led|lent|spent|taught|thrown|won|drawn|withdrawn|understood|done"
)
PASSIVE = {
    Language.NL: re.compile(
        rf"\b(?:word(?:t|en)|werd(?:en)?)\b(?: [\w'\u2019{{}}-]+){{0,7}}? {PARTICIPLE}"
        rf"|\b{PARTICIPLE} (?:word(?:t|en)|werd(?:en)?)\b"
    ),
    Language.EN: re.compile(
        rf"\b(?:is|are|was|were|be|been|being)\b(?: (?:\w+ly|not|often|never|always|also|then|seldom|soon|still|first))? {NOT_PASSIVE}"
        rf"(?:\w{{2,}}ed|{IRREGULAR})\b"
    ),
}
"""A passive: Dutch with a form of `worden`, English with a form of `to be`; all words of it in one clause."""


HELPING = {
    Language.NL: re.compile(r"\bw(?:ord|erd)"),
    Language.EN: re.compile(r"\b(?:is|are|was|were|be|been|being)\b"),
}
"""The verbs that a passive has: a chain has two of them."""


class PlainWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Official words with plain ones for them, and abbreviations: those everybody knows, and those in small letters."""

    nl: dict[str, str]
    en: dict[str, str]
    known: frozenset[str]
    small: frozenset[str]


class Phrases:
    """Official words and phrases, each with a plain one for it."""

    def __init__(self, plain: Mapping[str, str]) -> None:
        self.words = {phrase: instead for phrase, instead in plain.items() if " " not in phrase}
        self.longer = {phrase: instead for phrase, instead in plain.items() if " " in phrase}
        self.any = _any_of(plain)

    def may_be_in(self, said: str) -> bool:
        """Whether there may be one in a text; quicker to tell than which."""
        return bool(self.any.search(said.casefold()))

    def found_in(self, said: str) -> list[tuple[str, str]]:
        """Those that a text holds, with what to write instead."""
        words = re.findall(r"[^\W\d_]+|[.!?:;]", said.casefold())
        single = [(word, self.words[word]) for word in words if word in self.words]
        whole = f" {' '.join(words)} "
        return single + [(phrase, plain) for phrase, plain in self.longer.items() if f" {phrase} " in whole]


class Reader:
    """Reads every text as a newcomer would, with the glossary of a base at hand."""

    def __init__(self, base: KnowledgeBase, words: PlainWords, mentioned: Collection[str] = ()) -> None:
        """`mentioned` are the words of terms that could not be read."""
        self.base, self.words = base, words
        self.known = words.known | _explained(base) | frozenset(mentioned)
        self.official = {language: Phrases(getattr(words, language)) for language in Language}
        # all begin with a capital, so that a word never ends in one; a boundary before it would be slow to look for
        self.small = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words.small))) or '(?!)'})\b")

    def troubles(self) -> Iterator[Trouble]:
        """Every place in the knowledge that a newcomer would stumble on."""
        every: Mapping[str, Mapping[str, Any]] = collections(self.base)
        for kind in READ:
            for name, entry in every[kind].items():
                yield from self._of_entry(kind, name, entry, (name,) if kind in WHOLE_FILES else ())

    def _of_entry(self, kind: str, name: str, entry: Any, above: Steps = ()) -> Iterator[Trouble]:
        found = [(steps, text) for steps, text in texts(entry)]
        whole = {language: "\n".join(getattr(text, language) for _, text in found) for language in Language}
        suspects = self._suspects(whole) - ({"abbreviation"} if kind in BY_ABBREVIATION else frozenset())
        for steps, text in found:
            for language in Language:
                for error in self._of_text(getattr(text, language), steps, language, suspects):
                    yield Trouble(kind, name, (*above, *steps, language), error, True, text.allow)
        yield from self._of_shape(kind, name, entry)
        said = QUOTED.sub('""', whole[Language.NL]) if ADDRESS.search(whole[Language.NL]) else ""
        if FORMAL.search(said) and FAMILIAR.search(said):
            steps, text = next((steps, text) for steps, text in found if FORMAL.search(QUOTED.sub('""', text.nl)))
            yield Trouble(
                kind, name, (*above, *steps, "nl"), KatalysError("mixed-address", where=where(steps)), True, text.allow
            )

    def _suspects(self, whole: Mapping[Language, str]) -> frozenset[str]:
        """Which patterns occur in an entry at all, so that its texts are tried only with those."""
        both = "\n".join(whole.values())
        tried = {
            "markup": SIGNS.search(both) and MARKUP.search(both),
            "passive": any(len(HELPING[language].findall(said)) > 1 for language, said in whole.items()),
            "official": any(self.official[language].may_be_in(said) for language, said in whole.items()),
            "exclamation": "!" in both,
            "abbreviation": any(each not in self.known for each in self._abbreviations(both)),
        }
        return frozenset(name for name, there in tried.items() if there)

    def _of_text(
        self, said: str, steps: Steps, language: Language, suspects: Collection[str]
    ) -> Iterator[KatalysError]:
        is_title = steps[:1] in (("title",), ("name",))
        for key, values in self._found(said, language, suspects, is_title):
            yield KatalysError(key, where=where((*steps, language)), **values)

    def _found(
        self, said: str, language: Language, suspects: Collection[str], is_title: bool
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """What is wrong in a text: the sentence to give, and its values. A title has a limit of its own."""
        may_be_long = said.count(" ") >= MOST_WORDS[language] and not is_title
        may_be_passive = "passive" in suspects and len(HELPING[language].findall(said)) > 1
        sentences = SENTENCE.split(SHORTENED.sub(r"\1", said)) if may_be_long or may_be_passive else []
        if may_be_long:
            yield from _too_long(sentences, MOST_WORDS[language])
        for found, plain in self.official[language].found_in(said) if "official" in suspects else ():
            yield "official-word", {"name": found, "plain": plain}
        if may_be_passive and _chained(sentences, language):
            yield "passive-chain", {}
        if "markup" in suspects and (sign := MARKUP.search(said)):
            yield "markup", {"name": sign[0]}
        if "exclamation" in suspects and EXCLAMATION.search(said):
            yield "exclamation", {}
        for each in sorted(set(self._abbreviations(said)) - self.known) if "abbreviation" in suspects else ():
            yield "unknown-abbreviation", {"name": each}

    def _abbreviations(self, said: str) -> list[str]:
        capitals = [each for each in ABBREVIATION.findall(said) if not NO_ABBREVIATION.fullmatch(each)]
        return [*capitals, *self.small.findall(said)]

    def _of_shape(self, kind: str, name: str, entry: Any) -> Iterator[Trouble]:
        if isinstance(entry, Tip) and not LEAST_STEPS <= len(entry.steps) <= MOST_STEPS and entry.pack is None:
            error = KatalysError("number-of-steps", number=len(entry.steps), least=LEAST_STEPS, most=MOST_STEPS)
            yield Trouble(kind, name, ("steps",), error, True, entry.title.allow)
        if isinstance(entry, Tip | Obstacle):
            field = "title" if isinstance(entry, Tip) else "name"
            title: Text = getattr(entry, field)
            for language in Language:
                number = len(getattr(title, language).split())
                if number > MOST_IN_TITLE:
                    error = KatalysError("long-title", where=f"{field}.{language}", number=number, most=MOST_IN_TITLE)
                    yield Trouble(kind, name, (field, language), error, True, title.allow)


def _too_long(sentences: Iterable[str], most: int) -> Iterator[tuple[str, dict[str, Any]]]:
    for sentence in sentences:
        words = sentence.split()
        if len(words) > most:
            yield "long-sentence", {"number": len(words), "most": most, "start": " ".join(words[:4])}


def _chained(sentences: Sequence[str], language: Language) -> bool:
    """Whether two passives follow each other, in one sentence or from one to the next."""
    passives = [len(PASSIVE[language].findall(sentence)) for sentence in sentences]
    return any(number > 1 for number in passives) or any(a and b for a, b in pairwise(passives))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these words and phrases; nothing where there are none."""
    choices = (r"[\W\d_]+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases))
    return re.compile(rf"\b(?:{'|'.join(choices) or '(?!)'})\b")


def _explained(base: KnowledgeBase) -> frozenset[str]:
    """Every abbreviation that the glossary knows, by a term or in its explanation of one."""
    forms = (
        form
        for term in base.terms.values()
        for form in (term.id, term.term.nl, term.term.en, *term.also.nl, *term.also.en)
    )
    words = {word for form in forms for word in re.findall(r"\w+", form)}
    return frozenset(words | {word.upper() for word in words} | {word.capitalize() for word in words})
