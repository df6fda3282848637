"""What all fuzzers share: a budget, a seed for each input, bounds on time, shrinking, and a file for each input that fails."""

from __future__ import annotations

import hashlib
import json
import shlex
import signal
import sys
import threading
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, NamedTuple, TypeVar

__all__ = [
    "ROOT",
    "Fault",
    "Fuzzer",
    "Hang",
    "Report",
    "bounded",
    "faults_of",
    "packed",
    "replay",
    "run",
    "smallest",
    "smallest_part",
    "unpacked",
]

ROOT = Path(__file__).parent.parent.parent
# Shrinking is for the reader's sake: so many seconds for one input, and for all of a run.
_SHRINKING = 20.0
_SHRINKING_IN_ALL = 120.0
_SHOWN = 2000
S = TypeVar("S", str, bytes, list)


def packed(value: Any) -> bytes:
    """Plain values as JSON. Surrogates stay as they are: two that were escaped would come back as one character."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Any:
    """The values that were packed."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


class Hang(BaseException):
    """An input took longer than any input of its size may; no `Exception`, so that no handler of plugins' errors takes it."""


class Fault(NamedTuple):
    """Something that must hold and did not.

    Attributes:
        rule: What must hold.
        cause: What tells this fault from others that break the same rule.
        detail: What was seen.
    """

    rule: str
    cause: str = ""
    detail: str = ""

    @classmethod
    def of(cls, rule: str, error: BaseException) -> Fault:
        """The fault that an error shows."""
        return cls(rule, _cause(error), "".join(traceback.format_exception(error)))

    @property
    def key(self) -> tuple[str, str]:
        """Faults with one key are reported once."""
        return self.rule, self.cause


def _cause(error: BaseException) -> str:
    """The error's type and the innermost function of the product that it came through."""
    places = [
        (frame.f_globals.get("__name__", ""), frame.f_code.co_name) for frame, _ in traceback.walk_tb(error.__traceback__)
    ]
    own = [place for place in places if place[0].startswith("newsfacts")] or places
    return type(error).__name__ + (" in {}:{}".format(*own[-1]) if own else "")


class Fuzzer(ABC):
    """Makes inputs of one sort and checks them."""

    name: str

    @abstractmethod
    def make(self, random: Random) -> Any:
        """An input; the same for the same state of the generator."""

    @abstractmethod
    def check(self, case: Any) -> Iterator[Fault]:
        """What does not hold for an input. What it raises is a fault too."""

    @abstractmethod
    def shrink(self, case: Any, fails: Callable[[Any], bool]) -> Any:
        """A smaller input that still fails."""

    def dump(self, case: Any) -> tuple[str, bytes]:
        """A suffix and the content of a file that holds an input."""
        return ".json", packed(case)

    def load(self, path: Path) -> Any:
        """The input that a file holds."""
        return unpacked(path.read_bytes())


class Report(NamedTuple):
    """What a run found.

    Attributes:
        inputs: How many inputs were checked.
        faults: The faults, each with the file that holds a small input.
    """

    inputs: int
    faults: list[tuple[Fault, Path]]


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise `Hang` in what takes more seconds of the process's time; only the main thread of a Unix process can be watched."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise Hang(f"more than {seconds:.0f} s of processor time")

    before = signal.signal(signal.SIGPROF, stop)
    # Again and again, for an error that is raised within a destructor is lost.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def faults_of(fuzzer: Fuzzer, case: Any) -> list[Fault]:
    """The faults that an input shows, one for each key."""
    faults: dict[tuple[str, str], Fault] = {}
    try:
        for fault in fuzzer.check(case):
            faults.setdefault(fault.key, fault)
    except Hang as error:
        fault = Fault.of("it comes to an end in time", error)
        faults[fault.key] = fault._replace(cause="")  # where it is interrupted is chance
    except (Exception, SystemExit) as error:
        fault = Fault.of("no exception escapes", error)
        faults[fault.key] = fault
    return list(faults.values())


def smallest(sequence: S, fails: Callable[[S], bool]) -> S:
    """A shorter sequence that still fails: pieces of half its length are left out, then of a quarter, down to one."""
    size = len(sequence) // 2 or len(sequence)
    while size:
        at = 0
        while at < len(sequence):
            shorter = sequence[:at] + sequence[at + size :]
            if fails(shorter):
                sequence = shorter
            else:
                at += size
        size //= 2
    return sequence


def smallest_part(case: dict[str, Any], part: str, fails: Callable[[Any], bool]) -> dict[str, Any]:
    """An input of several parts that still fails with a shorter one of them."""
    return case | {part: smallest(case[part], lambda shorter: fails(case | {part: shorter}))}


def run(
    fuzzer: Fuzzer,
    *,
    seed: int,
    folder: Path,
    seconds: float | None = None,
    rounds: int | None = None,
    say: Callable[[str], object] = lambda line: None,
) -> Report:
    """Check inputs until time is up, or as many as are asked for.

    Args:
        fuzzer: What makes and checks them.
        seed: Another seed, other inputs.
        folder: Where inputs that fail are written to. The one at work stands there too, should the whole process die of it.
        seconds: How long to go on, without the time that shrinking takes.
        rounds: How many inputs to check.
        say: Takes each line of the report.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[tuple[str, str], tuple[Fault, Path]] = {}
    began = monotonic()
    shrinking = 0.0
    for number in count():
        spent = monotonic() - began - shrinking
        if (rounds is not None and number >= rounds) or (seconds is not None and spent >= seconds):
            break
        case = fuzzer.make(Random(f"{seed}/{fuzzer.name}/{number}"))
        suffix, content = fuzzer.dump(case)
        at_work = folder / f"{fuzzer.name}-at-work{suffix}"
        at_work.write_bytes(content)
        for fault in faults_of(fuzzer, case):
            if fault.key not in found:
                since = monotonic()
                small = _shrunk(fuzzer, case, fault, min(_SHRINKING, _SHRINKING_IN_ALL - shrinking))
                path = _save(fuzzer, small, fault, folder)
                found[fault.key] = fault, path
                say(_told(fuzzer, fault, path))
                shrinking += monotonic() - since
        at_work.unlink(missing_ok=True)  # another run may have the same folder
    rate = number / spent if spent else 0
    say(f"{fuzzer.name}: {number} inputs in {spent:.1f} s ({rate:.1f} a second), {len(found)} faults")
    return Report(number, list(found.values()))


def replay(fuzzer: Fuzzer, path: Path, say: Callable[[str], object]) -> list[Fault]:
    """Check the one input that a file holds."""
    faults = faults_of(fuzzer, fuzzer.load(path))
    for fault in faults:
        say(_told(fuzzer, fault, path))
    say(f"{fuzzer.name}: {path}, {len(faults)} faults")
    return faults


def _shrunk(fuzzer: Fuzzer, case: Any, fault: Fault, seconds: float) -> Any:
    until = monotonic() + seconds

    def fails(smaller: Any) -> bool:
        return monotonic() < until and any(other.key == fault.key for other in faults_of(fuzzer, smaller))

    return fuzzer.shrink(case, fails)


def _save(fuzzer: Fuzzer, case: Any, fault: Fault, folder: Path) -> Path:
    suffix, content = fuzzer.dump(case)
    name = hashlib.sha256(repr(fault.key).encode()).hexdigest()[:8]
    path = folder / f"{fuzzer.name}-{name}{suffix}"
    path.write_bytes(content)
    return path


def _told(fuzzer: Fuzzer, fault: Fault, path: Path) -> str:
    package = Path(__file__).parent
    again = shlex.join(["env", f"PYTHONPATH={package.parent}", sys.executable, "-m", package.name, fuzzer.name, str(path)])
    detail = "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in fault.detail.rstrip())
    if len(detail) > _SHOWN:
        detail = f"{detail[: _SHOWN // 2]}\n…\n{detail[-_SHOWN // 2 :]}"
    return f"{fuzzer.name}: it must hold that {fault.rule}: {fault.cause}\n{detail}\n  input: {path}\n  again: {again}\n"
