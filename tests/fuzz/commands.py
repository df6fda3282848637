"""Command lines: whatever is asked for, the status is one of four, no input changes, and the output is what it says it is."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from fuzz import words
from fuzz.core import Fault, Fuzzer, smallest_part
from fuzz.files import changed, sample_files

__all__ = ["Commands"]

_MAIN = "from newsfacts.cli import main; main()"
_PATIENCE = 120.0  # by the clock, for a machine may be busy
_SHOWN = 1500
_FORMATS = ["json", "jsonl", "jsonl", "jsonld", "html", "table", "csv", "parquet", "arrow", "annotations", "ftm", "labelstudio"]
_FORMATS += ["yaml"]  # which there is not
_SUFFIXES = [".txt", ".html", ".xml", ".json", ".jsonl", ""]
_NAMES = [
    *(
        "article",
        "статья",
        "a b",
        "a\nb",
        "a\tb",
        "a\rb",
        "\x1b[31mred\x07",
        "\x9b",
        "-f",
        "--help",
        "-",
        "%s",
        "{0}",
        "[bold]a",
        "*",
        "'\"",
        "a" * 240,
    ),
    *(
        "\udcff\udcfe",
        "a\udc80.txt",
        "\u202eexe",
        "\u0301",
        "e\u0301",
        "é",
        "👩\u200d👩\u200d👧",
        ".hidden",
        "a?b#c",
        "a:b",
        "a\\b",
        "NUL",
        "con",
    ),
]
_OUTPUTS = [
    None,
    None,
    None,
    "out",
    "out.jsonl",
    "out.json",
    "out.html",
    "dir/",
    "./",
    "new/",
    "new/deep/out.jsonl",
    "link",
    "an input",
    "nowhere\n/out",
    "/dev/full",
    "-",
]
_ENVIRONMENTS = [
    *(
        {},
        {},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1251"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
    ),
    *(
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"COLUMNS": "1"},
        {"COLUMNS": "x"},
        {"NO_COLOR": "1"},
        {"FORCE_COLOR": "1"},
    ),
    *(
        {"TERM": "dumb"},
        {"HOME": "/nonexistent"},
        {"NEWSFACTS_BLOCK": "money, quotes,,"},
        {"NEWSFACTS_BLOCK": "money,quotes,titles,dateline,names"},
    ),
]
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CLOSING = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}
_STATUSES = (0, 1, 2, 3)


class Commands(Fuzzer):
    """An input is a folder's files, and a command line that is run in it.

    ``files`` are names and contents, bytes as Latin letters; a content of None makes a folder. ``inputs`` are the names as
    they are given. ``closed`` names the standard streams that are closed.
    """

    name = "commands"

    def make(self, random: Random) -> dict[str, Any]:
        files = [[_name(random), _content(random)] for _ in range(random.choice([0, 1, 1, 1, 2, 3]))]
        inputs = [name for name, _ in files]
        if random.random() < 0.3:
            inputs.append(random.choice(["gone.txt", "-", "dir", ".", "", "/dev/null", "loop", "link", "target", *inputs]))
        random.shuffle(inputs)
        options = ["-f", random.choice(_FORMATS)] if random.random() < 0.8 else []
        output = random.choice(_OUTPUTS)
        if output == "an input":
            output = random.choice(inputs or ["out"])
        return {
            "files": files,
            "inputs": inputs,
            "options": options + random.choice([[]] * 8 + [["--jobs", "2"], ["--jobs", "2"], ["--progress"], ["--jobs", "0"]]),
            "output": output,
            "environment": random.choice(_ENVIRONMENTS),
            "stdin": random.choice(["", _content(random) or ""]),
            "closed": random.choice([[]] * 6 + [["stdin"], ["stdout"], ["stderr"], ["stdin", "stdout", "stderr"]]),
        }

    def shrink(self, case: dict[str, Any], fails: Callable[[Any], bool]) -> dict[str, Any]:
        for simpler in ({"environment": {}}, {"closed": []}, {"stdin": ""}, {"output": None}, {"options": []}):
            if fails(case | simpler):
                case = case | simpler
        for part in ("inputs", "files"):
            case = smallest_part(case, part, fails)
        for number, (name, content) in enumerate(case["files"]):
            for simpler in ("", "Снег.".encode().decode("latin-1"), (content or "")[: len(content or "") // 2]):
                files = [*case["files"][:number], [name, simpler], *case["files"][number + 1 :]]
                if fails(case | {"files": files}):
                    case = case | {"files": files}
                    break
        return case

    def check(self, case: dict[str, Any]) -> Iterator[Fault]:
        with tempfile.TemporaryDirectory() as place:
            folder, temporary = Path(place) / "here", Path(place) / "tmp"
            folder.mkdir()
            temporary.mkdir()
            _prepare(folder, case)
            before = _contents(folder)
            try:
                status, out, err = _run(case, folder, temporary)
            except subprocess.TimeoutExpired:
                yield Fault("it comes to an end in time", detail=str(_arguments(case)))
                return
            after = _contents(folder)
            left = [path.name for path in temporary.iterdir()]
        said = err.decode("utf-8", "backslashreplace")
        shown = f"{_arguments(case)}\nstatus {status}\n{said[-_SHOWN:]}"
        if status not in _STATUSES:
            yield Fault("the exit status is 0, 1, 2 or 3", f"status {status}", shown)
        if "Traceback" in said:
            yield Fault("there is no traceback", _cause(said), shown)
        colours = "FORCE_COLOR" in case["environment"]  # then they are what is asked for
        if not colours and (controls := set(_CONTROLS.findall(said))):
            yield Fault("standard error has no control characters", detail=f"{controls}\n{shown}")
        changed_inputs = [name for name, content in before.items() if name in case["inputs"] and after.get(name) != content]
        if changed_inputs:
            yield Fault("no input changes", detail=f"{changed_inputs}\n{shown}")
        yield from _strangers(case, before, after, shown)
        if left:
            yield Fault("no temporary file is left behind", "in the folder for them", f"{left}\n{shown}")
        yield from _broken_output(case, status, out, before, after, shown)


def _cause(said: str) -> str:
    """The error and the innermost function of ours that a printed traceback ends in."""
    errors = re.findall(r"^(\w[\w.]*(?:Error|Exception|Exit|Interrupt))\b", said, re.MULTILINE)
    frames = re.findall(r'/newsfacts/([\w/]+)\.py", line \d+, in (\w+)', said)
    return f"{errors[-1] if errors else '?'} in {'.'.join(frames[-1]) if frames else '?'}"


def _name(random: Random) -> str:
    return random.choice([f"a{random.randrange(100)}", *_NAMES]) + random.choice(_SUFFIXES)


def _content(random: Random) -> str | None:
    """The content of a file, bytes as Latin letters, or None for a folder."""
    kind = random.random()
    if kind < 0.05:
        return None
    if kind < 0.3:
        return words.text(random)[:2000].encode("utf-8", "surrogatepass").decode("latin-1")
    data = random.choice(sample_files())[1]
    return (data if kind < 0.7 else changed(random, data)).decode("latin-1")


def _prepare(folder: Path, case: dict[str, Any]) -> None:
    (folder / "dir").mkdir()
    (folder / "loop").symlink_to("loop")
    (folder / "target").write_bytes(b"yesterday's")
    (folder / "link").symlink_to("target")
    for name, content in case["files"]:
        path = folder / name
        if path.exists():
            continue  # the first of a name stays
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content.encode("latin-1"))


def _contents(folder: Path) -> dict[str, bytes]:
    """What is in a folder, by relative names."""
    paths = (Path(at) / name for at, _, names in os.walk(folder) for name in names)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}


def _arguments(case: dict[str, Any]) -> list[str]:
    output = [] if case["output"] is None else ["-o", case["output"]]
    return ["extract", *case["options"], *output, "--", *case["inputs"]]


def _run(case: dict[str, Any], folder: Path, temporary: Path) -> tuple[int, bytes, bytes]:
    """Run the command line.

    Raises:
        subprocess.TimeoutExpired: It did not come to an end.
    """
    environment = (
        os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": str(temporary)} | case["environment"]
    )
    closing = " ".join(_CLOSING[name] for name in case["closed"])
    process = subprocess.Popen(
        ["/bin/sh", "-c", f'exec "$@" {closing}', "sh", sys.executable, "-c", _MAIN, *_arguments(case)],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        out, err = process.communicate(case["stdin"].encode("latin-1"), timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return process.returncode, out, err


def _strangers(case: dict[str, Any], before: dict[str, bytes], after: dict[str, bytes], shown: str) -> Iterator[Fault]:
    """Files that are neither input nor output."""
    output = os.path.normpath(case["output"] or "-")
    for name in after.keys() - before.keys():
        if output != "." and name != output and not name.startswith(output + "/"):
            yield Fault("no temporary file is left behind", "beside the output", f"{name!r}\n{shown}")
    for name in before.keys() - after.keys():
        yield Fault("no file is taken away", detail=f"{name!r}\n{shown}")


def _broken_output(
    case: dict[str, Any], status: int, out: bytes, before: dict[str, bytes], after: dict[str, bytes], shown: str
) -> Iterator[Fault]:
    """JSON and JSON Lines are what they are called, and a file is whole or as it was."""
    output = case["output"]
    if output in (None, "-"):
        written = out
    elif output in after and output not in case["inputs"] and after[output] != before.get(output):
        written = after[output]
    else:
        return
    form = case["options"][1] if case["options"][:1] == ["-f"] else Path(output or "").suffix.removeprefix(".")
    try:
        if form == "jsonl":
            for line in written.decode("utf-8").split("\n")[:-1]:
                if json.loads(line)["schema"] != "newsfacts/1":
                    raise ValueError(line)
            if written and not written.endswith(b"\n"):
                raise ValueError("the last line has no end")
        elif form == "json" and status != 2 and "stdout" not in case["closed"] and (written or output not in (None, "-")):
            json.loads(written.decode("utf-8"))
    except (ValueError, KeyError, TypeError) as error:
        yield Fault(
            "what is written is what it is called", f"{form}, status {status}", f"{error!r}\n{shown}\n{written[:300]!r}"
        )
