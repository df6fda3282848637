"""The commands of the README and of docs/command-line.md print what stands there; Python blocks run in conftest.py."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from newsfacts.cli import main

ROOT = Path(__file__).parent.parent
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
PAGE = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
COMMANDS = [
    found
    for text in ((ROOT / "README.md").read_text(encoding="utf-8"), PAGE)
    for found in re.findall(r"```console\n\$ (.+)\n((?:.*\n)*?)```", text)
]


def test_there_is_a_command_that_a_newcomer_can_copy():
    assert [command for command, _ in COMMANDS if command.endswith("| newsfacts extract")]


@pytest.mark.parametrize(("command", "output"), COMMANDS)
@pytest.mark.once
def test_a_command_prints_what_stands_below_it(command, output):
    run = subprocess.run(
        ["sh", "-c", command], capture_output=True, encoding="utf-8", env={**os.environ, "PATH": PATH}, check=True
    )
    assert [line.rstrip() for line in run.stdout.rstrip().splitlines()] == output.rstrip().splitlines()
    assert run.stderr == ""


def test_every_command_and_option_is_on_the_page():
    for name, command in main.commands.items():
        assert f"`newsfacts {name}" in PAGE
        for parameter in command.params:
            if isinstance(parameter, click.Option) and name == "extract":
                assert any(f"`{option}" in PAGE for option in (*parameter.opts, *parameter.secondary_opts)), parameter.name


def completed(words, number):
    environment = {"_NEWSFACTS_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number), "PATH": PATH}
    run = subprocess.run(["newsfacts"], capture_output=True, encoding="utf-8", env={**os.environ, **environment}, check=True)
    return run.stdout.splitlines()


@pytest.mark.parametrize("shell", re.findall(r"(\w+)_source", PAGE))
def test_each_shell_of_the_page_gets_a_script(shell):
    environment = {**os.environ, "_NEWSFACTS_COMPLETE": f"{shell}_source", "PATH": PATH}
    run = subprocess.run(["newsfacts"], capture_output=True, encoding="utf-8", env=environment, check=True)
    assert "_newsfacts_completion" in run.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["newsfacts", "ext"], ["extract"]),
        (["newsfacts", "explain", "--only", "quo"], ["quote"]),
        (["newsfacts", "plugins", "--check", "mon"], ["money"]),
        (["newsfacts", "extract", "--publ"], ["--published"]),
        (["newsfacts", "extract", "-f", "json"], ["json", "jsonl", "jsonld"]),
        (["newsfacts", "extract", "--format", "f"], ["ftm"]),
        (["newsfacts", "extract", "--only", "quo"], ["quote"]),
    ],
)
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes_with_the_line_of_the_page(words, offered):
    [line] = [line for line in PAGE.splitlines() if line.startswith("eval")]
    typed = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}"
    call = f"_newsfacts_completion {words[0]} {words[-1]}"
    script = "\n".join([line, typed, call, 'printf "%s\\n" "${COMPREPLY[@]}"'])
    run = subprocess.run(
        ["bash", "-c", script], capture_output=True, encoding="utf-8", env={**os.environ, "PATH": PATH}, check=True
    )
    assert (run.stdout.split(), run.stderr) == (offered, "")


@pytest.mark.parametrize("option", ["", "-o ", "--plugin "])
def test_files_are_for_the_shell_to_look_up(option):
    words = f"newsfacts extract {option}news/fa"
    assert completed(words, words.count(" ")) == ["file,news/fa"]
