"""What files held when they were last read: the same findings, whatever is remembered."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from katalys_cli import authoring, reading
from katalys_cli.examining import examine
from katalys_cli.folders import Folder
from tests.builders import DAY, SOUND

TIP = "obstacles/finance/no-money/find-a-host.yaml"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "katalys"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "sound"))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really parsed, in this process: the first reads the tips."""
    names: list[str] = []
    parse = reading._parsed

    def noted(text: str, name: str) -> Any:
        names.append(name)
        return parse(text, name)

    monkeypatch.setattr(reading, "_parsed", noted)
    return names


def told(folder: Path) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, each.trouble.key) for each in examine(Folder(folder), DAY).findings]


@pytest.mark.usefixtures("cache")
def test_what_is_unchanged_is_not_parsed_again(sound, parsed):
    first = authoring.read(Folder(sound), remember=True).base
    assert any(name.endswith(TIP) for name in parsed)
    parsed.clear()

    again = authoring.read(Folder(sound), remember=True).base

    assert parsed == []
    assert (again.tips, again.sources, again.scenarios) == (first.tips, first.sources, first.scenarios)


@pytest.mark.usefixtures("cache")
def test_only_a_changed_file_is_parsed_again(sound, parsed):
    told(sound)
    parsed.clear()
    path = sound / TIP
    path.write_text(path.read_text().replace("Zoek een penvoerder", "Vind een penvoerder"))

    base = authoring.read(Folder(sound), remember=True).base

    assert [Path(name).name for name in parsed] == ["find-a-host.yaml"]
    assert base.tips["find-a-host"].title.nl == "Vind een penvoerder"


@pytest.mark.usefixtures("cache")
def test_a_mistake_is_told_each_time(sound):
    path = sound / TIP
    text = path.read_text()
    path.write_text(text.replace("title:", "titel:"))

    first = told(sound)

    assert any(key == "unknown-field" for _, _, key in first)
    assert told(sound) == first
    path.write_text(text)
    assert told(sound) == []


def test_a_broken_memory_is_made_anew(sound, cache):
    told(sound)
    (memory,) = cache.glob("*.read")
    whole = memory.read_bytes()
    memory.write_bytes(whole[:100])

    assert told(sound) == []
    assert memory.read_bytes() == whole


def test_without_a_folder_to_write_in_all_is_read(sound, cache):
    cache.parent.write_text("a file where the folder should be")

    assert told(sound) == []
