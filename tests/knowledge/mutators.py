"""Mistakes of each kind, made at random in a copy of the sound base, and changes that are no mistake."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from katalys_cli import examining
from katalys_cli.folders import Folder
from tests.knowledge.planted import MONEY, PERMIT

Change = Callable[["Copy", random.Random], str]
"""What it does to a copy; the file where the finding must be, or what was changed."""

PRACTICE = ("count-your-hours", "draw-the-street", "pay-in-advance", "name-it-in-the-budget", "one-desk-for-permits")
"""Tips from practice that a whole role gets without a condition."""

IN_SCENARIOS = ("find-a-host", "ask-for-the-register")


class WithoutAliases(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


class Copy:
    """A copy of the sound base, file by file as plain values."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self, pattern: str = "**/*.yaml") -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob(pattern))

    def tips(self) -> list[str]:
        return [name for name in self.files("obstacles/*/*/*.yaml") if not name.endswith("obstacle.yaml")]

    def tip(self, name: str) -> str:
        return next(file for file in self.tips() if file.endswith(f"/{name}.yaml"))

    def read(self, file: str) -> Any:
        return yaml.load((self.folder / file).read_text(encoding="utf-8"), yaml.CBaseLoader)

    def write(self, file: str, value: Any, **style: Any) -> str:
        style = {"allow_unicode": True, "sort_keys": False, "width": 1000, **style}
        return self.write_text(file, yaml.dump(value, Dumper=WithoutAliases, **style))

    def text(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def write_text(self, file: str, said: str) -> str:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")
        return file

    def change(self, file: str, **fields: Any) -> str:
        return self.write(file, {**self.read(file), **fields})


def pick(of: random.Random, *choices: Any) -> Any:
    return of.choice(choices)


def texts(value: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Every text in both languages."""
    if isinstance(value, dict) and isinstance(value.get("nl"), str) and isinstance(value.get("en"), str):
        yield steps, value
    elif isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(below, (*steps, step))


def new_tip(word: str, role: str = "initiator", **more: Any) -> dict[str, Any]:
    """A sound tip with words that no other has."""
    return {
        "title": {"nl": f"Vraag {word}a om hulp", "en": f"Ask {word}b for help"},
        "for": [role],
        "effort": "day",
        "why": {"nl": f"Dan weet {word}c ervan.", "en": f"Then {word}d knows."},
        "steps": [
            {"nl": f"Bel {word}e vandaag.", "en": f"Phone {word}f today."},
            {"nl": f"Mail {word}g de lijst.", "en": f"Mail {word}h the list."},
            {"nl": f"Zet {word}i in je agenda.", "en": f"Put {word}j in your diary."},
        ],
        "basis": "practice",
        "reviewed": "2026-11-01",
        **more,
    }


def word(of: random.Random) -> str:
    return "".join(of.choices("bdfgklmnprst", k=6)) + "o"


def misspelt(name: str, of: random.Random) -> str:
    place = of.randrange(1, len(name) - 1)
    return name[:place] + of.choice(("", "x", name[place] * 2)) + name[place + 1 :]


def in_text(*said: tuple[str, str], practice: bool = False) -> Change:
    """A mistake inside a random text of a tip, of each pair the Dutch or the English; what has none is Dutch only."""

    def change(base: Copy, of: random.Random) -> str:
        file = base.tip(of.choice(PRACTICE)) if practice else of.choice(base.tips())
        tip = base.read(file)
        fields = [text for steps, text in texts(tip) if steps[0] in ("why", "steps", "pitfalls")]
        text, pair = of.choice(fields), of.choice(said)
        language = of.choice(("nl", "en")) if pair[1] else "nl"
        text[language] += f" {pair[language == 'en']}"
        return base.write(file, tip)

    return change


def not_yaml(base: Copy, of: random.Random) -> str:
    file = of.choice([*base.tips(), "about.yaml", "glossary.yaml", "sources/local-paper.yaml"])
    lines = base.text(file).splitlines()
    odd = pick(
        of,
        "x: [open",
        "x: {open",
        "x: 'open",
        "x: a: b",
        "x: @at",
        "x: `tick",
        "\tx: tab",
        "x: %per",
        "{a: b}: c",
        "just words",
        "x: |\n no\nyes: - a\n  b",
    )
    return base.write_text(file, "\n".join([*lines, odd]) + "\n")


def not_readable(base: Copy, of: random.Random) -> str:
    file = of.choice(base.files())
    raw = (base.folder / file).read_bytes()
    sign = pick(of, "\u202e", "\u200b", "\x07", "\x1b", "\u2066", "\xad", "\u2028").encode()
    bad = pick(of, sign, sign, b"\xff", b"\xe9 ")
    place = of.randrange(len(raw) - 1)
    while raw[place : place + 1] not in b" aeiou":
        place = (place + 1) % len(raw)
    (base.folder / file).write_bytes(raw[:place] + bad + raw[place:])
    return file


def twice(base: Copy, of: random.Random) -> str:
    file = of.choice([file for file in base.files() if not file.startswith("scenarios")])
    value = base.read(file)
    name = of.choice(list(value))
    return base.write_text(file, base.text(file) + yaml.safe_dump({name: value[name]}, allow_unicode=True))


def more_than_plain(base: Copy, of: random.Random) -> str:
    file = of.choice(base.tips())
    odd = pick(of, "&a ", "!!str ", "!x ", "&-b ", "! ")
    return base.write_text(file, base.text(file).replace("effort: ", f"effort: {odd}"))


def unknown_field(base: Copy, of: random.Random) -> str:
    file = of.choice([file for file in base.files() if file != "questions.yaml" and not file.startswith("voices/")])
    value = base.read(file)
    record = value[0] if isinstance(value, list) else value
    if file in ("figures.yaml", "glossary.yaml", "elsewhere.yaml"):
        record = of.choice(list(record.values()))
    name = of.choice([each for each in record if len(each) > 3])
    record[misspelt(name, of)] = record.pop(name)
    return base.write(file, value)


REQUIRED = {
    "obstacles/*/*/[!o]*.yaml": ("title", "for", "effort", "why", "steps", "basis", "reviewed"),
    "obstacles/*/*/obstacle.yaml": ("name", "explanation", "signs", "keywords", "reviewed"),
    "obstacles/*/type.yaml": ("name", "explanation"),
    "sources/*.yaml": ("title", "publisher", "url", "checked", "kind", "language"),
    "examples/*.yaml": ("what", "where", "lesson", "source"),
    "about.yaml": ("version", "reviewed", "most_questions"),
}


def missing_field(base: Copy, of: random.Random) -> str:
    pattern = of.choice(list(REQUIRED))
    file = of.choice(base.files(pattern))
    value = base.read(file)
    del value[of.choice(REQUIRED[pattern])]
    return base.write(file, value)


def wrong_value(base: Copy, of: random.Random) -> str:
    file, name, value = pick(
        of,
        (of.choice(base.tips()), *pick(of, ("for", "initiator"), ("effort", "fortnight"), ("steps", {"nl": "x"}), ("first_step", "maybe"), ("reviewed", "1-11-2026"), ("reviewed", "2026-02-30"), ("why", "bare"), ("basis", "none"), ("when", "phase"), ("title", ["x"]), ("example", ["x"]))),
        (of.choice(base.files("sources/*.yaml")), *pick(of, ("kind", "blog"), ("language", "fr"), ("checked", "2026"), ("title", ["x"]))),
        ("about.yaml", *pick(of, ("most_questions", "many"), ("types", "finance"), ("review_months", "1.5"), ("least_tips", "3"))),
    )  # fmt: skip
    return base.change(file, **{name: value})


def no_id(base: Copy, of: random.Random) -> str:
    file = of.choice([file for file in base.tips() if Path(file).stem not in IN_SCENARIOS])
    stem = Path(file).stem
    new = pick(
        of,
        stem.title(),
        stem.replace("-", " "),
        f"{stem}-",
        f"{stem}--x",
        stem.replace("-", "_"),
        f"{stem}[1]",
        f"{stem}é",
        f"-{stem}",
    )
    moved = str(Path(file).with_name(f"{new}.yaml"))
    (base.folder / file).rename(base.folder / moved)
    return moved


def stray(base: Copy, of: random.Random) -> str:
    place = pick(
        of,
        "{}.yml",
        "{}.yaml",
        "obstacles/{}.yaml",
        "obstacles/finance/{}.yaml",
        f"{MONEY}/{{}}.yml",
        f"{MONEY}/{{}}.yaml.bak",
        f"{MONEY}/deep/{{}}.yaml",
        "source/{}.yaml",
        "sources/{}.txt",
    )
    return base.write_text(place.format(word(of)), "x: y\n")


def told_by_the_path(base: Copy, of: random.Random) -> str:
    file, name = pick(
        of,
        (of.choice(base.tips()), pick(of, "id", "obstacle", "pack")),
        (f"{MONEY}/obstacle.yaml", pick(of, "id", "type", "pack")),
        (of.choice(base.files("sources/*.yaml")), "id"),
        ("obstacles/rules/type.yaml", "id"),
    )
    return base.change(file, **{name: "x"})


def dangling(base: Copy, of: random.Random) -> str:
    file = of.choice(base.tips())
    change: Callable[[], str] = pick(
        of,
        lambda: base.change(file, **{"for": [misspelt("initiator", of)]}),
        lambda: base.change(file, when=[{"phase": ["idea", misspelt("running", of)]}]),
        lambda: base.change(file, unless=[{misspelt("legal_form", of): ["none"]}]),
        lambda: base.change(file, basis=[{"claim": {"nl": "Het mag.", "en": "It may."}, "source": misspelt("grant-scheme", of)}]),
        lambda: base.change(file, example=misspelt("street-fund", of)),
        lambda: base.change(file, also_helps=[misspelt("no-permit", of)]),
        lambda: base.change(file, why={"nl": f"Vraag {{{misspelt('small-grant', of)}}}.", "en": "Ask {small-grant}."}),
        lambda: base.change(f"{MONEY}/obstacle.yaml", related=[misspelt("no-permit", of)]),
        lambda: base.change("examples/street-fund.yaml", source=misspelt("local-paper", of)),
        lambda: base.change("about.yaml", types=["finance", misspelt("rules", of)]),
        lambda: base.write("scenarios/sound.yaml", [{"case": "x", "answers": {"role": ["initiator"]}, "advice": {"no-money": [misspelt("find-a-host", of)]}}]),
    )  # fmt: skip
    return change()


def role_in_condition(base: Copy, of: random.Random) -> str:
    role = {"role": [pick(of, "initiator", "alderman")]}
    part = pick(of, "when", "unless")
    return base.change(of.choice(base.tips()), **{part: [{"phase": ["idea"], **role}] if of.random() < 0.5 else [role]})


def missing_language(base: Copy, of: random.Random) -> str:
    file = of.choice([file for file in base.files() if list(texts(base.read(file)))])
    value = base.read(file)
    _, text = of.choice(list(texts(value)))
    language = of.choice(("nl", "en"))
    if of.random() < 0.5:
        del text[language]
    else:
        text[language] = of.choice(("", "  "))
    return base.write(file, value)


def other_to_yaml(base: Copy, of: random.Random) -> str:
    bare = pick(
        of,
        "no",
        "Yes",
        "on",
        "off",
        "true",
        "null",
        "~",
        "2026-11-23",
        "12:30",
        "1_000",
        "0x1F",
        "3.14",
        "-5",
        ".5",
        "=",
        "NO",
        "007",
    )
    if of.random() < 0.5:
        words = base.read(f"{PERMIT}/obstacle.yaml")
        words[pick(of, "signs", "keywords")][pick(of, "nl", "en")].insert(0, "BARE")
        file = base.write(f"{PERMIT}/obstacle.yaml", words, default_flow_style=of.choice((True, False, None)))
    else:
        file = of.choice(base.tips())
        tip = base.read(file)
        of.choice(tip["steps"])[pick(of, "nl", "en")] = "BARE"
        base.write(file, tip, default_flow_style=of.choice((True, False, None)))
    return base.write_text(file, base.text(file).replace("BARE", bare))


def stale(base: Copy, of: random.Random) -> str:
    examining.accept_translations(Folder(base.folder))
    file = of.choice([file for file in base.files() if list(texts(base.read(file)))])
    value = base.read(file)
    _, text = of.choice(list(texts(value)))
    text[of.choice(("nl", "en"))] += " x"
    return base.write(file, value)


def same_name(base: Copy, of: random.Random) -> str:
    file = of.choice(base.tips())
    other = of.choice([each for each in base.tips() if each != file])

    def copied() -> str:
        money = file.startswith(MONEY)
        base.write_text(file.replace(MONEY, PERMIT) if money else file.replace(PERMIT, MONEY), base.text(file))
        return file.replace(MONEY, PERMIT) if file.startswith(MONEY) else file

    def reused() -> str:
        return base.change(file, renamed_from=[Path(other).stem])

    def labelled() -> str:
        questions = base.read("questions.yaml")
        one, other = of.sample(list(questions[of.choice(list(questions))]["options"].values()), 2)
        language = of.choice(("nl", "en"))
        other["label"][language] = one["label"][language]
        return base.write("questions.yaml", questions)

    change: Callable[[], str] = pick(of, copied, reused, labelled)
    return change()


def waiver_for_nothing(base: Copy, of: random.Random) -> str:
    file = of.choice([file for file in base.files() if list(texts(base.read(file)))])
    value = base.read(file)
    _, text = of.choice(list(texts(value)))
    text["allow"] = {pick(of, "KB61", "KB41", "KB65", "KB99", "KB21"): pick(of, "a good reason", "")}
    return base.write(file, value)


def lost_translations(base: Copy, of: random.Random) -> str:
    examining.accept_translations(Folder(base.folder))
    if of.random() < 0.2:
        (base.folder / "translations.txt").unlink()
        return "translations.txt"
    lines = base.text("translations.txt").splitlines()
    odd = pick(of, "<<<<<<< HEAD", "=======", "abc", "001fa9ea", "001fa9ea 75c67a5", "001fa9ea 75c67a5e 1", "x" * 17)
    lines.insert(of.randrange(len(lines)), odd)
    return base.write_text("translations.txt", "\n".join(lines))


def cut_off(base: Copy, of: random.Random) -> str:
    file = of.choice([file for file in base.files() if list(texts(base.read(file)))])
    value = base.read(file)
    _, text = of.choice(list(texts(value)))
    text[of.choice(("nl", "en"))] = "Cut"
    base.write(file, value, default_flow_style=False)
    return base.write_text(file, base.text(file).replace(": Cut\n", f": {word(of)} #{of.randrange(9)} {word(of)}\n"))


def braces(base: Copy, of: random.Random) -> str:
    file = of.choice(base.tips())
    tip = base.read(file)
    text = of.choice([text for steps, text in texts(tip) if steps[0] in ("why", "steps", "pitfalls")])
    said = pick(of, "{small-grant", "small-grant}", "{{small-grant}}", "{small-grant}} {", "}{", "{decision-term} {")
    text[of.choice(("nl", "en"))] += f" {said}"
    if of.random() < 0.3:
        text["nl"], text["en"] = pick(of, ("Vraag het.", "Ask for {small-grant}."), ("In {decision-term}.", "Soon."))
    return base.write(file, tip)


def gap(base: Copy, of: random.Random) -> str:
    obstacle, role = pick(
        of,
        (MONEY, "alderman"),
        (MONEY, "council-member"),
        (PERMIT, "council-member"),
        (PERMIT, "alderman"),
        (PERMIT, "initiator"),
        (MONEY, "initiator"),
    )
    hole = pick(
        of,
        {"phase": ["idea"]},
        {"phase": ["running"]},
        {"legal_form": ["none"]},
        {"legal_form": ["foundation"], "phase": ["idea"]},
        {"legal_form": ["association"], "phase": ["running"]},
    )
    for file in base.tips():
        tip = base.read(file)
        if role in tip["for"] and (file.startswith(obstacle) or Path(obstacle).name in tip.get("also_helps", ())):
            base.change(file, unless=[*tip.get("unless", ()), hole])
    return f"{obstacle}/obstacle.yaml"


def thin(base: Copy, of: random.Random) -> str:
    name = of.choice(
        [
            each
            for each in base.tips()
            if Path(each).stem not in IN_SCENARIOS and "one-desk" not in each and "name-it" not in each
        ]
    )
    (base.folder / name).unlink()
    return f"{Path(name).parent}/obstacle.yaml"


def dead(base: Copy, of: random.Random) -> str:
    question, option = pick(
        of, ("phase", "idea"), ("phase", "running"), ("legal_form", "none"), ("legal_form", "foundation")
    )
    other = pick(of, *({"phase", "legal_form"} - {question}))
    tip = new_tip(
        word(of),
        when=[
            {
                question: [option],
                other: [pick(of, "idea", "running") if other == "phase" else pick(of, "none", "association")],
            }
        ],
        unless=[{question: [option]}],
    )
    tip |= pick(
        of,
        {},
        {"when": [{question: []}], "unless": []},
        {"for": []},
        {
            "when": [],
            "unless": [
                {question: [option]},
                {
                    question: ["idea", "running", "none", "association", "foundation"][:2]
                    if question == "phase"
                    else ["none", "association", "foundation"]
                },
            ],
        },
    )
    return base.write(f"{pick(of, MONEY, PERMIT)}/{word(of)}.yaml", tip)


def duplicate(base: Copy, of: random.Random) -> str:
    file = of.choice(base.tips())
    tip = base.read(file)
    if of.random() < 0.5:
        tip["title"] = {"nl": f"Net iets {word(of)}", "en": f"Slightly {word(of)}"}
    if of.random() < 0.5:
        tip["steps"][-1]["nl"] += " Doe het nu."
    return base.write(f"{Path(file).parent}/zz-{word(of)}.yaml", tip)


def covered(base: Copy, of: random.Random) -> str:
    said, place = word(of), pick(of, MONEY, PERMIT)
    names = [f"{place}/{word(of)}.yaml" for _ in range(3)]
    first, second, inner = pick(
        of,
        ({"phase": ["idea"]}, {"phase": ["running"]}, {"legal_form": ["none"]}),
        ({"legal_form": ["none", "association"]}, {"legal_form": ["foundation"]}, {"phase": ["running"]}),
        ({"phase": ["idea"]}, {"legal_form": ["none"]}, {"phase": ["idea"], "legal_form": ["none", "foundation"]}),
    )
    for name, situation in zip(names, (first, second, inner), strict=True):
        base.write(
            name,
            {**new_tip(said), "title": {"nl": f"Titel {word(of)}", "en": f"Title {word(of)}"}, "when": [situation]},
        )
    return names[2]


def for_nothing(base: Copy, of: random.Random) -> str:
    every = {"phase": ["idea", "running"], "legal_form": ["none", "association", "foundation"]}
    question = pick(of, *every)
    other = pick(of, *(every.keys() - {question}))
    rule = pick(
        of,
        {"when": [{question: every[question]}]},
        {"when": [{question: every[question], other: every[other][:1]}]},
        {"when": [{question: every[question][:1]}, {question: every[question][:1], other: every[other][:1]}]},
        {"unless": [{question: every[question][:1]}, {question: every[question][:1], other: every[other][:1]}]},
        {"when": [{question: every[question][:1]}], "unless": [{question: every[question][1:]}]},
    )
    return base.write(f"{pick(of, MONEY, PERMIT)}/{word(of)}.yaml", new_tip(word(of), **rule))


def spare_question(base: Copy, of: random.Random) -> str:
    questions = base.read("questions.yaml")
    name = word(of)
    questions[name] = {
        "text": {"nl": f"Wat {name}?", "en": f"What {name}?"},
        "options": {
            each: {"label": {"nl": each, "en": each}, "clause": {"nl": f"het {each} is", "en": f"it is {each}"}}
            for each in ("ja", "nee")
        },
    }
    return base.write("questions.yaml", questions)


def alike_options(base: Copy, of: random.Random) -> str:
    questions = base.read("questions.yaml")
    question, name = pick(of, "phase"), word(of)
    options = list(questions[question]["options"].items())
    options.insert(
        of.randrange(len(options) + 1),
        (name, {"label": {"nl": name, "en": name}, "clause": {"nl": f"het {name} is", "en": f"it is {name}"}}),
    )
    questions[question]["options"] = dict(options)
    return base.write("questions.yaml", questions)


def crowded(base: Copy, of: random.Random) -> str:
    role, obstacle = pick(
        of, ("initiator", PERMIT), ("alderman", PERMIT), ("council-member", PERMIT), ("alderman", MONEY)
    )
    for number in range(of.randrange(3, 5)):
        base.write(f"{obstacle}/aa-{number}.yaml", new_tip(word(of), role, first_step=True, effort="hour"))
    return base.write(f"{obstacle}/zz-{word(of)}.yaml", new_tip(word(of), role, first_step="true", effort="months"))


def together(base: Copy, of: random.Random) -> str:
    obstacle = pick(of, MONEY, PERMIT)
    one, other = word(of), word(of)
    base.write(f"{obstacle}/{one}.yaml", new_tip(word(of), when=pick(of, [], [{"phase": ["idea"]}])))
    return base.write(
        f"{obstacle}/{other}.yaml", new_tip(word(of), when=pick(of, [], [{"legal_form": ["none"]}]), excludes=[one])
    )


def long_interview(base: Copy, of: random.Random) -> str:
    questions = base.read("questions.yaml")
    role, obstacle = pick(
        of, ("initiator", MONEY), ("alderman", PERMIT), ("council-member", MONEY), ("initiator", PERMIT)
    )
    for _ in range(4):
        name = word(of)
        questions[name] = {
            "text": {"nl": f"Wat {name}?", "en": f"What {name}?"},
            "options": {
                each: {"label": {"nl": each, "en": each}, "clause": {"nl": f"het {each} is", "en": f"it is {each}"}}
                for each in ("ja", "nee")
            },
        }
        base.write(f"{obstacle}/{name}.yaml", new_tip(word(of), role, when=[{name: [pick(of, "ja", "nee")]}]))
    base.write("questions.yaml", questions)
    return f"{obstacle}/obstacle.yaml"


def same_advice(base: Copy, of: random.Random) -> str:
    said, one = word(of), new_tip(word(of), "alderman")
    obstacle = pick(of, MONEY, PERMIT)
    base.write(f"{obstacle}/a{said}.yaml", one)
    if of.random() < 0.5:
        return base.write(
            f"{obstacle}/b{said}.yaml", {**one, "for": ["council-member"], "title": {"nl": said, "en": said}}
        )
    other = PERMIT if obstacle == MONEY else MONEY
    return base.write(f"{other}/b{said}.yaml", one)


def for_both_sides(base: Copy, of: random.Random) -> str:
    roles = ["initiator", *of.sample(["alderman", "council-member"], pick(of, 1, 2))]
    return base.change(of.choice(base.tips()), **{"for": of.sample(roles, len(roles))})


def no_basis(base: Copy, of: random.Random) -> str:
    return base.change(base.tip(of.choice(PRACTICE)), basis=[])


def figure_out_of_date(base: Copy, of: random.Random) -> str:
    figures = base.read("figures.yaml")
    if of.random() < 0.5:
        figures["small-grant"]["periods"][1]["until"] = f"2026-{of.randrange(1, 11):02}-28"
    else:
        figures["decision-term"]["periods"][0]["from"] = f"20{of.randrange(27, 60)}-01-01"
    return base.write("figures.yaml", figures)


def review_due(base: Copy, of: random.Random) -> str:
    file = of.choice([*base.tips(), f"{MONEY}/obstacle.yaml"])
    return base.change(file, reviewed=f"20{of.randrange(10, 25)}-0{of.randrange(1, 10)}-15")


def unused_source(base: Copy, of: random.Random) -> str:
    return base.write_text(f"sources/{word(of)}.yaml", base.text(of.choice(base.files("sources/*.yaml"))))


def weak_source(base: Copy, of: random.Random) -> str:
    if of.random() < 0.5:
        base.change("sources/decision-law.yaml", kind=pick(of, "news", "organisation", "research"))
        return f"{PERMIT}/ask-for-a-date.yaml"
    nl, en = pick(
        of,
        ("Volgens de wet mag het.", "It may."),
        ("Artikel 4:13 zegt het.", "It says so."),
        ("Het mag.", "By law it may."),
        ("De rechter vond van wel.", "It was so."),
    )
    file = base.tip(of.choice(PRACTICE))
    return base.change(file, basis=[{"claim": {"nl": nl, "en": en}, "source": "local-paper"}])


def reviewed_later(base: Copy, of: random.Random) -> str:
    later = f"20{of.randrange(27, 90)}-05-06"
    if of.random() < 0.3:
        return base.change(of.choice(base.files("sources/*.yaml")), checked=later)
    return base.change(of.choice(base.tips()), reviewed=later)


def official(base: Copy, of: random.Random) -> str:
    """In a tip, or in what every reader reads."""
    if of.random() < 0.7:
        return official_in_a_tip(base, of)
    file = pick(of, "questions.yaml", "elsewhere.yaml")
    value = base.read(file)
    _, text = of.choice(list(texts(value)))
    text["nl"] += " tevens"
    return base.write(file, value)


official_in_a_tip = in_text(
    ("Doe dit indien nodig.", "Do this in order to win."),
    ("Vraag tevens naar het plan.", "Ask with regard to the plan."),
    ("Bel alvorens te mailen.", "Phone prior to mailing."),
)


def number_of_steps(base: Copy, of: random.Random) -> str:
    file = of.choice(base.tips())
    steps = [
        {"nl": f"Bel {each}.", "en": f"Phone {each}."}
        for each in (word(of) for _ in range(pick(of, 0, 1, 2, 7, 8, 12)))
    ]
    return base.change(file, steps=steps)


def long_title(base: Copy, of: random.Random) -> str:
    file = of.choice([*base.tips(), f"{MONEY}/obstacle.yaml"])
    value = base.read(file)
    field = "name" if file.endswith("obstacle.yaml") else "title"
    value[field][of.choice(("nl", "en"))] = " ".join(word(of) for _ in range(of.randrange(10, 14)))
    return base.write(file, value)


MISTAKES: dict[str, Change] = {
    "KB01": not_yaml,
    "KB02": not_readable,
    "KB03": twice,
    "KB04": more_than_plain,
    "KB05": unknown_field,
    "KB06": missing_field,
    "KB07": wrong_value,
    "KB08": no_id,
    "KB09": stray,
    "KB10": told_by_the_path,
    "KB11": dangling,
    "KB12": role_in_condition,
    "KB13": missing_language,
    "KB14": other_to_yaml,
    "KB15": stale,
    "KB16": same_name,
    "KB17": waiver_for_nothing,
    "KB18": lost_translations,
    "KB19": cut_off,
    "KB20": braces,
    "KB21": gap,
    "KB22": thin,
    "KB23": dead,
    "KB24": duplicate,
    "KB25": covered,
    "KB26": for_nothing,
    "KB27": spare_question,
    "KB28": alike_options,
    "KB29": crowded,
    "KB30": together,
    "KB31": long_interview,
    "KB32": same_advice,
    "KB33": for_both_sides,
    "KB40": no_basis,
    "KB41": in_text(("Volgens de wet mag het.", "By law it may."), ("Artikel 3 zegt het.", "See article 3."), ("Dat is wettelijk zo.", "It is statutory."), practice=True),
    "KB42": figure_out_of_date,
    "KB43": review_due,
    "KB44": unused_source,
    "KB45": weak_source,
    "KB46": in_text(("Betaal 220 euro.", "Pay 220 euros."), ("Het kost € 15.", "It costs €15."), ("Reken op 21 procent.", "Count on 21 per cent."), ("Dat is 9%.", "That is 9%."), ("Vraag 1,5 miljoen euro.", "Ask 1.5 million euros.")),
    "KB47": reviewed_later,
    "KB61": in_text((f"Bel {'dan ook ' * 10}nu.", f"Phone {'then and ' * 11}now.")),
    "KB62": official,
    "KB63": in_text(("De aanvraag wordt beoordeeld. Het besluit wordt verstuurd.", "The form is checked. The decision is taken.")),
    "KB64": in_text(("Vraag of u je mag bellen.", ""), ("Neem je papieren en uw pas mee.", "")),
    "KB65": in_text(("Vraag de BIZ.", "Ask the BIZ."), ("Bel de GGD.", "Phone the GGD."), ("Lees de Wmo.", "Read the Wmo.")),
    "KB66": number_of_steps,
    "KB67": long_title,
    "KB68": in_text(("Bel **nu**.", "Phone **now**."), ("Kijk [hier](http://x).", "See [here](http://x)."), ("Typ `ja`.", "Type `yes`."), ("Dat is <b>fout</b>.", "That is <b>wrong</b>.")),
    "KB69": in_text(("Doe het!", "Do it!")),
}  # fmt: skip


def another_style(base: Copy, of: random.Random) -> str:
    """Every file written anew: block or flow, other quotes, other order of the fields of a record."""
    for file in base.files():
        value = base.read(file)
        if isinstance(value, dict) and file not in ("questions.yaml",):
            value = dict(of.sample(list(value.items()), len(value)))
        base.write(
            file,
            value,
            default_flow_style=of.choice((True, False)),
            default_style=of.choice(('"', "'")),
            indent=of.choice((2, 4)),
        )
    return "style"


def layout(base: Copy, of: random.Random) -> str:
    for file in of.sample(base.files(), 6):
        said = base.text(file)
        said = pick(
            of,
            said.replace("\n", "\r\n"),
            said + "\n\n",
            "# a remark\n" + said,
            said.replace("\n", "   # why\n", 1),
            "\ufeff" + said,
            "---\n" + said,
            said.rstrip("\n"),
        )
        (base.folder / file).write_bytes(said.encode())
    return "layout"


def reordered(base: Copy, of: random.Random) -> str:
    questions = base.read("questions.yaml")
    for question in questions.values():
        question["options"] = dict(of.sample(list(question["options"].items()), len(question["options"])))
    base.write("questions.yaml", dict(of.sample(list(questions.items()), len(questions))))
    for file in ("glossary.yaml", "figures.yaml"):
        base.write(file, dict(of.sample(list(base.read(file).items()), 2)))
    for file in base.tips():
        tip = base.read(file)
        lists = {
            name: of.sample(tip[name], len(tip[name])) for name in ("for", "when", "unless", "steps") if name in tip
        }
        base.write(file, tip | lists)
    return "order"


def renamed(base: Copy, of: random.Random) -> str:
    """A tip and all that names it; with the old name kept, or not."""
    file = of.choice(base.tips())
    new = word(of)
    for each in base.files("scenarios/*.yaml"):
        base.write_text(each, base.text(each).replace(Path(file).stem, new))
    tip = base.read(file) | pick(of, {}, {"renamed_from": [Path(file).stem]})
    (base.folder / file).unlink()
    return base.write(str(Path(file).with_name(f"{new}.yaml")), tip)


def another_tip(base: Copy, of: random.Random) -> str:
    more = pick(
        of,
        {},
        {"when": [{"phase": ["idea"]}]},
        {"unless": [{"legal_form": ["foundation"]}], "also_helps": ["no-permit"]},
        {"example": "street-fund"},
        {"basis": [{"claim": {"nl": "Volgens de wet mag het.", "en": "By law it may."}, "source": "decision-law"}]},
        {"pitfalls": [{"nl": "Vraag niet meer dan {small-grant}.", "en": "Ask no more than {small-grant}."}]},
    )
    return base.write(f"{MONEY}/{word(of)}.yaml", new_tip(word(of), pick(of, "initiator", "professional"), **more))


def another_entry(base: Copy, of: random.Random) -> str:
    figures, terms = base.read("figures.yaml"), base.read("glossary.yaml")
    figures[word(of)] = {
        "name": {"nl": "Iets", "en": "Thing"},
        "unit": pick(of, "number", "percent", "days"),
        "periods": [{"from": "2020-01-01", "value": "7", "source": "grant-scheme"}],
    }
    terms[word(of)] = {
        "term": {"nl": "BIZ", "en": "business zone (BIZ)"},
        "explanation": {"nl": "Samen betalen ondernemers.", "en": "Businesses pay together."},
        "known_to": ["professional"],
    }
    base.write("figures.yaml", figures)
    base.write("glossary.yaml", terms)
    example = base.read("examples/street-fund.yaml")
    return base.write(f"examples/{word(of)}.yaml", example | {"where": "Elders"})


def reworded(base: Copy, of: random.Random) -> str:
    """Both languages together, after someone accepted them."""
    examining.accept_translations(Folder(base.folder))
    for file in of.sample(base.tips(), 4):
        tip = base.read(file)
        for _, text in texts(tip):
            said = word(of)
            text["nl"], text["en"] = f"{text['nl'].rstrip('.')} {said}.", f"{text['en'].rstrip('.')} {said}."
        base.write(file, tip)
    return "words"


def moved_text(base: Copy, of: random.Random) -> str:
    """Accepted translations stay accepted where a text moves."""
    examining.accept_translations(Folder(base.folder))
    return renamed(base, of)


def another_obstacle(base: Copy, of: random.Random) -> str:
    place = f"obstacles/{pick(of, 'finance', 'rules')}/{word(of)}"
    obstacle = base.read(f"{MONEY}/obstacle.yaml")
    base.write(f"{place}/obstacle.yaml", obstacle | {"name": {"nl": "Iets anders", "en": "Something else"}})
    for role in ("initiator", "professional"):
        for _ in range(3):
            base.write(f"{place}/{word(of)}.yaml", new_tip(word(of), role))
    return place


def beside(base: Copy, of: random.Random) -> str:
    return base.write_text(
        pick(
            of,
            "README.md",
            f"{MONEY}/README.md",
            "LICENSE",
            f"{MONEY}/.draft.yaml",
            ".git/config.yaml",
            f"{MONEY}/.#find-a-host.yaml",
            "sources/.hidden.yaml",
            "obstacles/.DS_Store",
        ),
        "x: [",
    )


def waived(base: Copy, of: random.Random) -> str:
    file = base.tip(of.choice(PRACTICE))
    text, code = pick(
        of,
        ({"nl": "Doe het!", "en": "Do it."}, "KB69"),
        ({"nl": "Vraag een BIZ.", "en": "Ask for it."}, "KB65"),
        ({"nl": "Bel indien nodig.", "en": "Phone."}, "KB62"),
    )
    return base.change(file, why={**text, "allow": {code: "so it is called"}})


def odd_but_sound(base: Copy, of: random.Random) -> str:
    """Words that look like something that is not allowed, and are not."""
    file = base.tip(of.choice(PRACTICE))
    said = pick(
        of,
        "Nodig 'no' mee.",
        'Zeg "ja".',
        "Vraag 2 van de 3 buren.",
        "Bel om half tien.",
        "Lees punt 4 & 5.",
        "Kies A4.",
        "Vraag: mag dit?",
        "Kijk op straat #3.",
        "Vraag de één na de ander.",
        "Neem een café.",
        "Kijk op straat#3.",
    )
    return base.change(file, why={"nl": said, "en": "Ask so."})


HARMLESS: tuple[Change, ...] = (
    another_style,
    layout,
    reordered,
    renamed,
    another_tip,
    another_entry,
    reworded,
    moved_text,
    another_obstacle,
    beside,
    waived,
    odd_but_sound,
)
