"""The commands of the README and of docs/command-line.md print what stands there; Python blocks run in conftest.py."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from newsfacts.cli import main

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
COMMANDS = [
    found
    for text in ((ROOT / "README.md").read_text(encoding="utf-8"), PAGE)
    for found in re.findall(r"```console\n\$ (.+)\n((?:.*\n)*?)```", text)
]


def test_there_is_a_command_that_a_newcomer_can_copy():
    assert [command for command, _ in COMMANDS if command.endswith("| newsfacts extract")]


@pytest.mark.parametrize(("command", "output"), COMMANDS)
def test_a_command_prints_what_stands_below_it(command, output):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    run = subprocess.run(
        ["sh", "-c", command], capture_output=True, encoding="utf-8", env={**os.environ, "PATH": path}, check=True
    )
    assert [line.rstrip() for line in run.stdout.rstrip().splitlines()] == output.rstrip().splitlines()
    assert run.stderr == ""


def test_every_command_and_option_is_on_the_page():
    for name, command in main.commands.items():
        assert f"`newsfacts {name}" in PAGE
        for parameter in command.params:
            if isinstance(parameter, click.Option) and name == "extract":
                assert any(f"`{option}" in PAGE for option in (*parameter.opts, *parameter.secondary_opts)), parameter.name


def test_completion_is_had_as_the_page_says():
    assert "_NEWSFACTS_COMPLETE=bash_source newsfacts" in PAGE
    environment = os.environ | {
        "_NEWSFACTS_COMPLETE": "bash_complete",
        "COMP_WORDS": "newsfacts extract --publ",
        "COMP_CWORD": "2",
    }
    code = "from newsfacts.cli import main; main(prog_name='newsfacts')"
    completed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert completed.stdout == "plain,--published\n"
