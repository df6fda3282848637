"""The commands of the README print what stands there; its Python blocks run by themselves (conftest.py)."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```console\n\$ (.+)\n((?:.*\n)*?)```", README)


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
