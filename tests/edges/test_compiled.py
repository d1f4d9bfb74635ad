import contextlib
import os
from pathlib import Path

import pytest

from katalys_cli import compiled, loader, store
from katalys_cli.errors import KatalysError, KnowledgeError
from katalys_cli.folders import Folder
from katalys_cli.model import KnowledgeBase, Language
from katalys_cli.search import matches

TIP = "obstacles/finance/no-money/find-a-host.yaml"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "katalys"


def base(folder: Path) -> KnowledgeBase:
    return compiled.base(Folder(folder), Language.EN)


def everything(of: KnowledgeBase) -> list[object]:
    collections = [of.tips, of.tips_by_obstacle, of.figures, of.terms, of.terms_by_word, of.sources, of.examples]
    return [
        of.about,
        of.questions,
        of.types,
        of.obstacles,
        dict(of.scenarios),
        *({name: each[name] for name in each} for each in collections),
    ]


def test_the_compiled_base_is_the_same_base(small, cache):
    assert everything(base(small)) == everything(loader.load(Folder(small)))
    assert everything(base(small)) == everything(loader.load(Folder(small)))
    assert len(list(cache.glob("*.sqlite"))) == 1


def words_found(of: KnowledgeBase, words: str = "startgeld") -> list[str]:
    return [match.obstacle.id for match in matches(of, words)]


def has_lexicon(cache: Path) -> bool:
    (copy,) = cache.glob("*.sqlite")
    lexicon = store.StoredLexicon(store.Store(copy))
    return lexicon.is_there


def test_the_lexicon_is_made_when_the_first_word_is_looked_up(small, cache):
    assert base(small).tips["find-a-host"]
    assert not has_lexicon(cache)

    assert words_found(base(small)) == ["no-money"]
    assert has_lexicon(cache)
    assert words_found(base(small)) == ["no-money"]
    assert everything(base(small)) == everything(loader.load(Folder(small)))


def test_while_another_process_makes_the_lexicon_words_are_found_too(small, cache):
    known = base(small)
    (copy,) = cache.glob("*.sqlite")
    copy.with_suffix(".making").touch()

    assert words_found(known) == ["no-money"]
    assert not has_lexicon(cache)


def test_a_copy_that_is_gone_before_its_lexicon_is_made_leaves_words_to_be_found(small, cache):
    known = base(small)
    for copy in cache.iterdir():
        copy.unlink()

    assert words_found(known) == ["no-money"]


@pytest.mark.usefixtures("cache")
def test_a_lexicon_never_comes_with_another_base(small):
    known = base(small)
    path = small / "obstacles/finance/no-money/obstacle.yaml"
    path.write_text(path.read_text().replace("startgeld", "pecunia"))
    newer = base(small)

    assert words_found(known, "pecunia") == []
    assert words_found(newer, "pecunia") == words_found(base(small), "pecunia") == ["no-money"]


@pytest.mark.usefixtures("cache")
def test_a_changed_file_is_noticed(small):
    base(small)
    path = small / TIP
    path.write_text(path.read_text().replace("Zoek een penvoerder", "Vind een penvoerder"))

    assert base(small).tips["find-a-host"].title.nl == "Vind een penvoerder"


@pytest.mark.usefixtures("cache")
def test_a_new_and_a_removed_file_are_noticed(small):
    base(small)
    (small / TIP).rename(small / "obstacles/finance/no-money/another.yaml")

    assert "another" in base(small).tips
    assert "find-a-host" not in base(small).tips


def test_a_broken_copy_is_made_anew(small, cache):
    base(small)
    (copy,) = cache.glob("*.sqlite")
    copy.write_bytes(b"nonsense")

    assert len(base(small).tips) == 5


def test_a_copy_that_is_broken_inside_is_taken_away(small, cache):
    base(small)
    (copy,) = cache.glob("*.sqlite")
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) - len(whole) // 2))

    for _ in range(3):  # each run finds another broken page, until the copy is made anew
        with contextlib.suppress(KatalysError):
            assert len([base(small).tips[name] for name in base(small).tips]) == 5
    assert len([base(small).tips[name] for name in base(small).tips]) == 5


def test_without_a_place_to_write_the_files_are_read(small, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert len(base(small).tips) == 5


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_that_may_not_be_written_is_no_trouble(small, cache):
    cache.mkdir(parents=True)
    cache.chmod(0o500)

    assert len(base(small).tips) == 5


def test_knowledge_with_a_mistake_is_not_compiled_but_serves_what_is_sound(small, cache):
    path = small / TIP
    path.write_text(path.read_text().replace("source: grant-scheme", "source: gone"))

    assert base(small).tips_for("no-permit")
    with pytest.raises(KnowledgeError):
        base(small).tips_for("no-money")
    with pytest.raises(KnowledgeError):
        base(small).tips["find-a-host"]
    assert list(cache.glob("*.sqlite")) == []


@pytest.mark.usefixtures("cache")
def test_what_is_not_there_is_a_key_error(small):
    base(small)

    with pytest.raises(KeyError):
        base(small).tips["nope"]


def test_each_set_of_folders_has_a_copy_of_its_own(small, cache, tmp_path):
    (tmp_path / "pack").mkdir()
    compiled.base(Folder(small, [tmp_path / "pack"]), Language.EN)
    base(small)

    assert len(list(cache.glob("*.sqlite"))) == 2


def test_the_copy_that_comes_with_the_program_holds_the_same(small, tmp_path):
    compiled.bring_along(Folder(small), tmp_path / "brought.sqlite")
    brought = store.stored(tmp_path / "brought.sqlite")

    assert brought is not None
    assert everything(brought) == everything(loader.load(Folder(small)))


def test_knowledge_with_a_mistake_does_not_come_with_the_program(small, tmp_path):
    (small / TIP).write_text("title: [")

    with pytest.raises(KnowledgeError):
        compiled.bring_along(Folder(small), tmp_path / "brought.sqlite")
    assert not (tmp_path / "brought.sqlite").exists()


def test_while_another_process_makes_the_copy_the_files_are_read(small, cache):
    base(small)
    (copy,) = cache.glob("*.sqlite")
    (small / TIP).rename(small / "obstacles/finance/no-money/another.yaml")
    copy.with_suffix(".making").touch()
    before = copy.read_bytes()

    assert "another" in base(small).tips
    assert copy.read_bytes() == before


def test_a_copy_that_was_never_finished_is_made_by_the_next(small, cache):
    base(small)
    (copy,) = cache.glob("*.sqlite")
    copy.unlink()
    claim = copy.with_suffix(".making")
    claim.touch()
    os.utime(claim, (0, 0))
    base(small)

    assert copy.exists()
    assert not claim.exists()
