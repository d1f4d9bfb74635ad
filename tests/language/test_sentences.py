"""How often each pattern of the language and the facts is right, on labelled sentences."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

from katalys_cli import facts, loader, plain, reading
from katalys_cli.examining import WORDS_FILE
from katalys_cli.folders import Folder
from katalys_cli.model import Basis, Text
from tests.builders import SOUND, tip

ENOUGH = 0.9
KINDS = (
    "long-sentence",
    "official-word",
    "passive-chain",
    "mixed-address",
    "unknown-abbreviation",
    "markup",
    "exclamation",
    "amount-in-text",
    "claim-without-basis",
    "weak-source",
)
LABELLED = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
BASE = loader.load(Folder(SOUND))
WORDS = reading.record(WORDS_FILE, WORDS_FILE.name, plain.PlainWords)


def found(sentence: dict[str, str]) -> set[str]:
    """The kinds of finding about a sentence: as the reason of a tip from practice, and as a claim from a newspaper."""
    said = Text(nl=sentence.get("nl", ""), en=sentence.get("en", ""))
    ours = msgspec.structs.replace(tip(), why=said, steps=(Text(), Text(), Text()), title=Text())
    claim = msgspec.structs.replace(tip(), basis=(Basis(claim=said, source="local-paper"),))
    base = msgspec.structs.replace(BASE, tips={"ours": ours}, obstacles={}, examples={}, terms=BASE.terms, sources={})
    weak = msgspec.structs.replace(BASE, tips={"claim": claim}, obstacles={}, examples={})
    troubles = [
        *plain.Reader(base, WORDS).troubles(),
        *facts.bases(base),
        *(each for each in facts.bases(weak) if each.error.key == "weak-source"),
    ]
    return {each.error.key for each in troubles} & set(KINDS)


FOUND = [(found(each), set(each["kinds"]), each) for each in LABELLED]


def test_there_are_enough_sentences_of_each_kind():
    assert len(LABELLED) >= 120
    for kind in KINDS:
        assert sum(kind in wanted for _, wanted, _ in FOUND) >= 6, kind
    assert sum(not wanted for _, wanted, _ in FOUND) >= 50


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_reported_is_nearly_always_right(kind):
    reported = [(wanted, each) for told, wanted, each in FOUND if kind in told]
    wrong = [each for wanted, each in reported if kind not in wanted]

    assert (len(reported) - len(wrong)) / len(reported) >= ENOUGH, wrong


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_wrong_is_mostly_reported(kind):
    wanted = [(told, each) for told, labels, each in FOUND if kind in labels]
    missed = [each for told, each in wanted if kind not in told]

    assert (len(wanted) - len(missed)) / len(wanted) >= ENOUGH, missed


AMOUNTS = {
    "Het kost € 500.": "€ 500",
    "Het kost €1.250,50 per jaar.": "€1.250,50",
    "Het kost € 500,-.": "€ 500,-",
    "Het kost 1.500 euro.": "1.500 euro",
    "Het kost 500,- per jaar.": "500,-",
    "Het kost EUR 1,500.": "EUR 1,500",
    "Het kost € 2 miljoen.": "€ 2 miljoen",
    "Het kost een half miljoen euro.": "half miljoen euro",
    "Reken op 10% of meer.": "10%",
    "Reken op 4,5 % of meer.": "4,5 %",
}


@pytest.mark.parametrize("said", AMOUNTS)
def test_an_amount_is_named_whole(said):
    ours = msgspec.structs.replace(tip(), why=Text(nl=said))
    base = msgspec.structs.replace(BASE, tips={"ours": ours}, obstacles={}, examples={}, sources={})
    named = {each.error.values["words"] for each in facts.bases(base)}

    assert named == {AMOUNTS[said]}


@pytest.mark.parametrize("article", ["artikel 4:13", "art. 2.3a", "Section 4(1)", "article 12a"])
def test_an_article_is_named_whole(article):
    ours = msgspec.structs.replace(tip(), why=Text(nl=f"Wijs op {article}."))
    base = msgspec.structs.replace(BASE, tips={"ours": ours}, obstacles={}, examples={}, sources={})

    assert [each.error.values["words"] for each in facts.bases(base)] == [article]


def report() -> str:
    """Precision and recall per kind, for who runs this file."""
    lines = []
    for kind in KINDS:
        told = [(kind in found, kind in wanted) for found, wanted, _ in FOUND]
        right = sum(reported and label for reported, label in told)
        reported, labelled = sum(reported for reported, _ in told), sum(label for _, label in told)
        lines.append(
            f"{kind:22} precision {right / max(reported, 1):.2f}  recall {right / labelled:.2f}  of {labelled}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
    for told, wanted, each in FOUND:
        if told != wanted:
            print("extra", sorted(told - wanted), "missed", sorted(wanted - told), each.get("nl") or each.get("en"))
