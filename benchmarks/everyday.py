"""Make `katalys_cli/everyday.txt` anew: how often the stems of Dutch and English words are used in everyday language.

    python -m benchmarks.everyday > katalys_cli/everyday.txt

Needs the extra `benchmark`, which brings wordfreq (Robyn Speer, data under CC BY-SA 4.0).
"""

from __future__ import annotations

import math
from collections import defaultdict

import wordfreq

from katalys_cli.lexicon import FAMILIAR
from katalys_cli.model import Language
from katalys_cli.terms import stem, words

HEADER = """\
# How often a stem is used in everyday language: per line a language, the frequency on the Zipf scale (the logarithm of
# its number in a thousand million words), and the stems of that frequency. Made by benchmarks/everyday.py.
# Derived from wordfreq 3 by Robyn Speer, https://doi.org/10.5281/zenodo.7199437, which builds on SUBTLEX (Brysbaert and
# others), OpenSubtitles, Wikipedia, Google Books Ngrams, ParaCrawl and the Leeds Internet Corpus.
# This file is licensed under CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


def frequencies(language: Language) -> dict[str, float]:
    """The frequency of every stem that is familiar, all its forms together."""
    counted: defaultdict[str, float] = defaultdict(float)
    for word, frequency in wordfreq.get_frequency_dict(language, "large").items():
        plain = words(word)
        if len(plain) == 1 and not plain[0].isdigit():
            counted[stem(plain[0], language)] += frequency
    scaled = {each: round(math.log10(frequency) + 9, 1) for each, frequency in counted.items()}
    return {each: frequency for each, frequency in scaled.items() if frequency >= FAMILIAR}


def main() -> None:
    print(HEADER, end="")
    for language in Language:
        lines: dict[float, list[str]] = defaultdict(list)
        for each, frequency in frequencies(language).items():
            lines[frequency].append(each)
        for frequency in sorted(lines, reverse=True):
            print(language, frequency, *sorted(lines[frequency]))


if __name__ == "__main__":
    main()
