"""What the README shows is what the program does."""

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown(pattern: str) -> str:
    found = re.search(pattern, README, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_transcript_is_real(katalys):
    command, *lines = shown(r"^\$ katalys (.*?)^```").splitlines()
    printed = katalys(*shlex.split(command)).stdout

    for part in "\n".join(lines).split("\n...\n"):
        assert part.removesuffix("\n...") in printed


def test_the_two_commands_need_only_python():
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)

    assert [command.split()[-1] for command in commands] == [".venv/bin/katalys", "pytest"]


def test_every_command_and_option_of_the_readme_is_there(katalys):
    options = set(re.findall(r"`(--[a-z-]+)", README))
    authors = (["knowledge", each] for each in ("matrix", "test", "impact"))
    commands = (["advise"], ["lookup"], ["list"], *authors)
    helped = "".join(katalys(*command, "--help").stdout for command in commands)

    assert {option for option in options if option not in helped} == set()


def test_the_example_with_a_pipe_works(katalys):
    typed = shown(r"printf '(.*?)'").replace("\\n", "\n")
    done = katalys("--lang", "en", typed=typed)

    assert "Traceback" not in done.stderr
    assert done.returncode == 0
