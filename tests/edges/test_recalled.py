"""What files held when they were last read: the same findings, whatever is remembered."""

from pathlib import Path
from typing import Any

import pytest

from katalys_cli import authoring, reading
from katalys_cli.folders import Folder

TIP = "obstacles/finance/no-money/find-a-host.yaml"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "katalys"


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
    return [(each.file, each.line, each.trouble.key) for each in authoring.findings(Folder(folder))]


@pytest.mark.usefixtures("cache")
def test_what_is_unchanged_is_not_parsed_again(small, parsed):
    first = authoring.read(Folder(small)).base
    assert any(name.endswith(TIP) for name in parsed)
    parsed.clear()

    again = authoring.read(Folder(small)).base

    assert parsed == []
    assert (again.tips, again.sources, again.scenarios) == (first.tips, first.sources, first.scenarios)


@pytest.mark.usefixtures("cache")
def test_only_a_changed_file_is_parsed_again(small, parsed):
    told(small)
    parsed.clear()
    path = small / TIP
    path.write_text(path.read_text().replace("Zoek een penvoerder", "Vind een penvoerder"))

    base = authoring.read(Folder(small)).base

    assert [Path(name).name for name in parsed] == ["find-a-host.yaml"]
    assert base.tips["find-a-host"].title.nl == "Vind een penvoerder"


@pytest.mark.usefixtures("cache")
def test_a_mistake_is_told_each_time(small):
    path = small / TIP
    sound = path.read_text()
    path.write_text(sound.replace("title:", "titel:"))

    first = told(small)

    assert any(key == "unknown-field" for _, _, key in first)
    assert told(small) == first
    path.write_text(sound)
    assert told(small) == []


def test_a_broken_memory_is_made_anew(small, cache):
    told(small)
    (memory,) = cache.glob("*.read")
    whole = memory.read_bytes()
    memory.write_bytes(whole[:100])

    assert told(small) == []
    assert memory.read_bytes() == whole


def test_without_a_folder_to_write_in_all_is_read(small, cache):
    cache.parent.write_text("a file where the folder should be")

    assert told(small) == []
