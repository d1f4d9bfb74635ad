"""Ask an author for a new tip, obstacle or folder of local tips, and write it where it belongs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from katalys_cli import authoring, drafts, export, prompts
from katalys_cli.errors import KatalysError, machine_trouble
from katalys_cli.folders import QUESTIONS_FILE, Folder
from katalys_cli.messages import say
from katalys_cli.model import ROLE, Effort, KnowledgeBase, Language, Text
from katalys_cli.plain import LEAST_STEPS, MOST_STEPS
from katalys_cli.prompts import Choice, Prompts
from katalys_cli.shelf import ID


def is_pack(folder: Path) -> bool:
    """Whether a folder holds local tips only, to be laid over the shipped knowledge."""
    return not (folder / QUESTIONS_FILE).is_file()


def folder_of(folder: Path) -> Folder:
    """The knowledge that a new file in this folder becomes part of."""
    return Folder(packs=[folder]) if is_pack(folder) else Folder(folder)


@dataclass(frozen=True)
class Drafting:
    """One new file: who is asked, where it goes, and on which day. In local tips one language is enough."""

    asker: Prompts
    folder: Path
    day: datetime.date

    @property
    def base(self) -> KnowledgeBase:
        return authoring.read(folder_of(self.folder)).base

    def tip(self) -> Path:
        """Ask for a tip and write its file; the full path."""
        base = self.base
        obstacle = self._chosen(
            "new-obstacle-of", [Choice(name, each.name.said_in(self._speaks)) for name, each in base.obstacles.items()]
        )
        title = self._text("new-title")
        roles = self._some(
            "new-for",
            [Choice(name, each.label.said_in(self._speaks)) for name, each in base.questions[ROLE].options.items()],
        )
        effort = self._chosen("new-effort", [Choice(each, say(f"effort-{each}", self._speaks)) for each in Effort])
        draft = drafts.TipDraft(title, sorted(roles), effort, self._text("new-why"), self._steps())
        place = self.folder / "obstacles" / base.obstacles[obstacle].type / obstacle
        return self._written(place, self._id(title, base.tips), drafts.tip(draft, self.day))

    def obstacle(self) -> Path:
        """Ask for an obstacle and write its file; the full path."""
        base = self.base
        kind = self._chosen(
            "new-type-of", [Choice(name, each.name.said_in(self._speaks)) for name, each in base.types.items()]
        )
        name = self._text("new-name")
        words: dict[str, dict[Language, Sequence[str]]] = {"new-signs": {}, "new-keywords": {}}
        draft = drafts.ObstacleDraft(
            name,
            self._text("new-explanation"),
            *({language: self._list(key, language) for language in Language} for key in words),
        )
        place = self.folder / "obstacles" / kind / self._id(name, base.obstacles)
        return self._written(place, "obstacle", drafts.obstacle(draft, self.day))

    def pack(self) -> Path:
        """Make a folder of local tips, say in it how it is used, and ask for its first tip."""
        self.folder.mkdir(parents=True, exist_ok=True)
        readme = drafts.README_OF_PACK.format(name=self.folder.name)
        if not (self.folder / "README.md").exists():  # someone may have stopped halfway before
            path = export.write(self.folder / "README.md", readme, force=False)
            self.asker.tell(say("written", self._speaks, path=path))
        return self.tip()

    @property
    def _speaks(self) -> Language:
        return self.asker.language

    def _chosen(self, key: str, options: list[Choice]) -> str:
        (chosen,) = self.asker.choose(say(key, self._speaks), options, prompts.one_of(options))
        return chosen

    def _some(self, key: str, options: list[Choice]) -> frozenset[str]:
        def meaning(words: Sequence[str]) -> frozenset[str]:
            return frozenset().union(*(prompts.one_of(options)([word]) for word in words))

        return self.asker.choose(say(key, self._speaks), options, meaning, many=True)

    def _text(self, key: str, may_stop: bool = False) -> Text:
        """The same in both languages; of local tips the English may be left out, and `may_stop` allows nothing at all."""
        dutch = self._line(key, Language.NL, optional=may_stop)
        if not dutch:
            return Text()
        return Text(nl=dutch, en=self._line(key, Language.EN, optional=is_pack(self.folder)))

    def _line(self, key: str, language: Language, optional: bool) -> str:
        asked = f"{say(key, self._speaks)} {say(f'new-in-{language}', self._speaks)}"
        while True:
            said = " ".join(self.asker.read(asked, "").split())
            if said or optional:
                return said
            self.asker.tell(say("new-needed", self._speaks))

    def _steps(self) -> list[Text]:
        steps: list[Text] = []
        while len(steps) < MOST_STEPS:
            self.asker.tell(say("new-step-number", self._speaks, number=len(steps) + 1))
            step = self._text("new-step", may_stop=len(steps) >= LEAST_STEPS)
            if not step.nl:
                break
            steps.append(step)
        return steps

    def _list(self, key: str, language: Language) -> list[str]:
        optional = language is Language.EN and is_pack(self.folder)
        return [each.strip() for each in self._line(key, language, optional).split(",") if each.strip()]

    def _id(self, title: Text, known: object) -> str:
        """A name that is free: what the author types, or the English title."""
        proposed = drafts.as_id(title.en or title.nl)
        while True:
            name = self.asker.read(say("new-id", self._speaks), proposed)
            if ID.fullmatch(name) and name not in known:  # type: ignore[operator]
                return name
            near = drafts.as_id(name) or proposed
            key = "new-id-taken" if ID.fullmatch(name) else "no-id"
            self.asker.tell(say(key, self._speaks, name=name, near=near))

    def _written(self, place: Path, name: str, content: str) -> Path:
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KatalysError("cannot-write", path=place, reason=KatalysError(machine_trouble(error))) from error
        return export.write(place / f"{name}.yaml", content, force=False)


KINDS: dict[str, Callable[[Drafting], Path]] = {
    "tip": Drafting.tip,
    "obstacle": Drafting.obstacle,
    "pack": Drafting.pack,
}
