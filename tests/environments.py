"""Virtual environments that tests install things into, away from the checkout and its own environment."""

import os
import subprocess
import sys


class Environment:
    """A virtual environment, made anew unless it is told otherwise.

    Attributes:
        directory: Where its programs run.
        bin: Where its programs are.
    """

    def __init__(self, directory, home=None, is_made=False):
        home = home or directory / "env"
        self.directory = directory
        self.bin = home / ("Scripts" if os.name == "nt" else "bin")
        if not is_made:
            subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)

    def run(self, program, *arguments, block=(), status=0):
        """What a program of the environment prints, started outside the repository, when it ends as it must."""
        variables = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
        variables |= {"NEWSFACTS_BLOCK": ",".join(block), "COLUMNS": "200", "PYTHONUTF8": "1"}
        variables["PATH"] = os.pathsep.join((str(self.bin), variables["PATH"]))  # as in an environment that is activated
        command = [self.bin / program, *arguments]
        done = subprocess.run(command, cwd=self.directory, env=variables, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == status, f"{program} {arguments}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def pip(self, *arguments):
        self.run("python", "-m", "pip", "--disable-pip-version-check", *arguments)
