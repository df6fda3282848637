"""The fuzzers from the command line: ``PYTHONPATH=tests python -m fuzz [--seconds N] [--seed N] [FUZZER [FILE]]``."""

import argparse
import faulthandler
import sys
import warnings
from pathlib import Path

from fuzz.commands import Commands
from fuzz.core import ROOT, replay, run
from fuzz.files import Files
from fuzz.plugins import Plugins
from fuzz.texts import Texts
from newsfacts import ReadWarning

FUZZERS = {fuzzer.name: fuzzer for fuzzer in (Texts, Files, Plugins, Commands)}


def say(line: str) -> None:
    """Print a line at once: a run is watched."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run the fuzzers that are asked for; 1 when something did not hold."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Random inputs, and what must hold for them.")
    parser.add_argument("--seconds", type=float, default=60, help="for all fuzzers together (60)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other inputs (1)")
    parser.add_argument("fuzzer", nargs="?", choices=FUZZERS, help="only this one")
    parser.add_argument("file", nargs="?", type=Path, help="only the input that this file holds")
    asked = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    faulthandler.enable()
    warnings.simplefilter("ignore", ReadWarning)  # a language said at random is seldom the text's
    if asked.file:
        return 1 if replay(FUZZERS[asked.fuzzer](), asked.file, say) else 0
    names = [asked.fuzzer] if asked.fuzzer else list(FUZZERS)
    failed = False
    for name in names:
        fuzzer = FUZZERS[name]()
        seconds = asked.seconds / len(names)
        failed |= bool(run(fuzzer, seed=asked.seed, folder=ROOT / ".fuzz", seconds=seconds, say=say).faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
