"""Which conditions of a plugin no test needs: ``PYTHONPATH=tests python -m mutants [--jobs N] [PLUGIN …]``.

Every condition is replaced in turn by ``False`` and by ``True``, or left out where it is one of several; the plugin's tests
then run until one fails. A mutant that survives is a rule that nothing holds: write a case for it, or delete it. Conditions are
the tests of ``if``, ``elif``, ``while``, conditional expressions, comprehensions and ``case`` guards, the operands of ``and``
and ``or``, what functions of type ``bool`` return, and the alternatives of literal regular expressions.

The tests of a plugin are its tables in ``tests/cases/``, the golden articles, and the quick tests in ``tests/plugins/`` that
import it. ``[tool.mutants]`` in ``pyproject.toml`` has the share, in per cent, that must be killed of each plugin.

mutmut and cosmic-ray start pytest anew for each mutant, which costs seconds: hours for the thousands of mutants here. This
process loads the dictionary and the tests once, and forks for each mutant: some hundredths of a second.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import os
import re
import resource
import signal
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from functools import partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from io import StringIO
from pathlib import Path
from types import CodeType
from typing import IO
from unittest.mock import patch

from attrs import field, frozen

ROOT = Path(__file__).parent.parent

PATTERN_FUNCTIONS = frozenset({"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "split"})  # of `re`

SPARE_SECONDS = 1.0  # processor time that a check may take beside five times what it takes without a mutant
SPARE_MEMORY = 2 * 1024**3  # so that an endless loop that collects things ends before the machine does

Checks = dict[str, Callable[[], object]]
"""The tests by their names; one fails by raising."""


@frozen(eq=False)
class Mutant:
    """A change of one condition.

    Attributes:
        path: The module's file.
        line: Where the condition begins.
        condition: Its source.
        replacement: What is put in its place, in words.
    """

    path: Path
    line: int
    condition: str
    replacement: str
    _tree: ast.Module = field(repr=False)
    _change: Callable[[], None] = field(repr=False)

    def compile(self) -> CodeType:
        """The code of the changed module. The tree stays changed: call it in a process that ends after it."""
        self._change()
        return compile(self._tree, self.path, "exec")

    def __str__(self) -> str:
        """As compilers name a place, so that editors jump there."""
        path = self.path.relative_to(ROOT) if self.path.is_relative_to(ROOT) else self.path
        return f"{path}:{self.line}: {self.condition}  →  {self.replacement}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its tree."""
    tree = ast.parse(path.read_bytes())
    for holder, name, index, replacements in _sites(tree):
        old = _slot(holder, name, index)
        for new, words in replacements:
            yield Mutant(
                path=path,
                line=old.lineno,
                condition=_shortened(ast.unparse(old)),
                replacement=words,
                tree=tree,
                change=partial(_replace, holder, name, index, new),
            )


def _slot(holder: ast.AST, name: str, index: int | None) -> ast.expr:
    value = getattr(holder, name)
    return value if index is None else value[index]


def _replace(holder: ast.AST, name: str, index: int | None, new: ast.expr) -> None:
    if index is None:
        setattr(holder, name, new)
    else:
        getattr(holder, name)[index] = new


def _shortened(source: str, width: int = 100) -> str:
    return source if len(source) <= width else source[: width - 1] + "…"


Site = tuple[ast.AST, str, int | None, list[tuple[ast.expr, str]]]
"""The node that has a condition, the field where it stands, the place in that field's list, what to put there."""


def _sites(tree: ast.Module) -> Iterator[Site]:
    for node in ast.walk(tree):
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                pass
            case ast.If() | ast.While() | ast.IfExp():
                yield node, "test", None, _constants(node.test)
            case ast.match_case(guard=ast.expr() as guard):
                yield node, "guard", None, _constants(guard)
            case ast.comprehension(ifs=ifs):
                for index, test in enumerate(ifs):
                    yield node, "ifs", index, _constants(test)
            case ast.BoolOp(values=values):
                for index in range(len(values)):
                    yield node, "values", index, [(values[index - 1], "left out")]  # its neighbour twice decides as once
            case ast.FunctionDef(returns=ast.Name(id="bool")):
                for answer in _returns(node):
                    if answer.value and not isinstance(answer.value, ast.Constant):
                        yield answer, "value", None, _constants(answer.value)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=function), args=[ast.Constant(value=str()), *_]):
                if function in PATTERN_FUNCTIONS:
                    yield node, "args", 0, _thinned(node.args[0])


def _returns(function: ast.FunctionDef) -> Iterator[ast.Return]:
    """The returns of a function, but not of those within it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.Return):
            yield node
        elif not isinstance(node, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _constants(condition: ast.expr) -> list[tuple[ast.expr, str]]:
    return [
        (ast.copy_location(ast.Constant(value), condition), str(value))
        for value in (False, True)
        if not (isinstance(condition, ast.Constant) and condition.value is value)
    ]


def _thinned(pattern: ast.Constant) -> list[tuple[ast.expr, str]]:
    """A regular expression without each of its alternatives."""
    source = pattern.value
    return [
        (ast.copy_location(ast.Constant(source[:start] + source[end:]), pattern), f"without {source[start:end]}")
        for start, end in alternatives(source)
    ]


def alternatives(pattern: str) -> list[tuple[int, int]]:
    """Where the alternatives of a regular expression stand, each with the bar that parts it from its neighbour.

    >>> pattern = "a|b(?:c|d[|)])"
    >>> [pattern[start:end] for start, end in alternatives(pattern)]
    ['c|', '|d[|)]', 'a|', '|b(?:c|d[|)])']
    """
    found, groups = [], [[0]]  # of each open group where its alternatives begin
    for token in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|P=\w+|<?[=!]|[a-z-]*:)|[()|]", pattern, re.DOTALL):
        match token.group()[0]:
            case "(":
                groups.append([token.end()])
            case "|":
                groups[-1].append(token.end())
            case ")":
                found += _with_bars(groups.pop(), token.start())
    return found + _with_bars(groups.pop(), len(pattern))


def _with_bars(starts: list[int], end: int) -> list[tuple[int, int]]:
    first, *others = starts
    if not others:
        return []
    ends = [start - 1 for start in others] + [end]
    return [(first, others[0]), *((start - 1, stop) for start, stop in zip(others, ends[1:], strict=True))]


class _Mutated(MetaPathFinder, SourceFileLoader):
    """Imports one module of a package from other code than its file's."""

    def __init__(self, module: str, path: Path, code: CodeType) -> None:
        SourceFileLoader.__init__(self, module, str(path))
        self.code = code

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        return self.code


@frozen
class Outcome:
    """What became of a run of the tests.

    Attributes:
        killer: The test that failed, or None where all hold.
        reason: Why it failed; empty where its process ended.
        seconds: The processor time of each test that held, by name.
    """

    killer: str | None
    reason: str
    seconds: dict[str, float]


@frozen
class Trial:
    """A package whose conditions are changed, and its tests.

    Attributes:
        package: The package's name.
        folder: Where its modules are.
        prepare: Gives the tests. It is called when the package has been imported anew, so it has to import it by itself.
    """

    package: str
    folder: Path
    prepare: Callable[[], Checks]

    def mutants(self) -> list[Mutant]:
        """The mutants of all modules, those in folders within it too."""
        return [mutant for path in sorted(self.folder.rglob("*.py")) for mutant in mutants_of(path)]

    def failing(self) -> list[str]:
        """The tests that fail without a mutant. Running them loads what the processes of the mutants then share."""
        return [name for name, check in self.prepare().items() if _fails(check)]

    def run(self, mutants: Iterable[Mutant], jobs: int = 1) -> Iterator[tuple[Mutant, Outcome]]:
        """Judge mutants, some at a time, by the tests that hold without one.

        Yields:
            Each with what became of it, in the order in which they end.

        Raises:
            RuntimeError: The tests do not run the package that is changed.
        """
        failing = self.failing()
        unchanged = self._judge(None, dict.fromkeys((name for name in self.prepare() if name not in failing), 0.0))
        if unchanged.killer:
            raise RuntimeError(f"{self.package}: a test fails only now and then: {unchanged.killer}: {unchanged.reason}")
        broken = Mutant(self.folder / "__init__.py", 1, "", "", ast.parse("raise ImportError"), lambda: None)
        if not self._judge(broken, unchanged.seconds).killer:
            raise RuntimeError(f"{self.package}: its tests hold when it cannot be imported: they run another copy of it")
        order = dict(unchanged.seconds)
        running: dict[int, tuple[Mutant, IO[str]]] = {}
        waiting = iter(mutants)
        while True:
            while len(running) < jobs and (mutant := next(waiting, None)):
                child, report = self._start(mutant, order)
                running[child] = mutant, report
            if not running:
                return
            mutant, report = running.pop(_ended(running))
            outcome = _outcome(report)
            if outcome.killer in order:  # the next condition is likely to be this test's too
                order = {outcome.killer: order.pop(outcome.killer), **order}
            yield mutant, outcome

    def _judge(self, mutant: Mutant | None, seconds: dict[str, float]) -> Outcome:
        child, report = self._start(mutant, seconds)
        os.waitpid(child, 0)
        return _outcome(report)

    def _start(self, mutant: Mutant | None, seconds: dict[str, float]) -> tuple[int, IO[str]]:
        """A process that tries a mutant, and the file where it writes how far it came.

        Args:
            mutant: None for the package as it is.
            seconds: What each test takes without a mutant; its order is the order of the tests.
        """
        report = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - the parent reads it when the child is done
        child = os.fork()
        if child:
            return child, report
        try:
            self._try(mutant, seconds, report)
        except BaseException as error:  # a mutant may raise anything
            _say(report, reason=repr(error))
        finally:
            os._exit(0)

    def _try(self, mutant: Mutant | None, seconds: dict[str, float], report: IO[str]) -> None:
        gc.disable()  # it would touch, and so copy, all memory that is shared with the parent
        memory = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (_memory_in_use() + SPARE_MEMORY, memory))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        _say(report, test="import")  # a mutant may fail before the first test
        self._put_in(mutant)
        checks = self.prepare()
        for name in seconds:
            _say(report, test=name)
            began = time.process_time()
            if mutant:
                signal.setitimer(signal.ITIMER_PROF, 5 * seconds[name] + SPARE_SECONDS)  # ends this process
            checks[name]()
            _say(report, seconds=time.process_time() - began)

    def _put_in(self, mutant: Mutant | None) -> None:
        """Have the package imported anew by whoever imports it next, with the mutant in it."""
        for name in list(sys.modules):
            if name == self.package or name.startswith(f"{self.package}."):
                del sys.modules[name]
        if mutant:
            inner = mutant.path.relative_to(self.folder).with_suffix("").parts
            module = ".".join((self.package, *(part for part in inner if part != "__init__")))
            sys.meta_path.insert(0, _Mutated(module, mutant.path, mutant.compile()))


def _fails(check: Callable[[], object]) -> bool:
    try:
        check()
    except Exception:  # whatever is wrong, the test does not hold
        return True
    return False


def _ended(children: Iterable[int]) -> int:
    """The first child that ends; other processes of this one are left to those who started them."""
    while True:
        for child in children:
            if os.waitpid(child, os.WNOHANG)[0]:
                return child
        time.sleep(0.002)


def _say(report: IO[str], **what: object) -> None:
    report.write(json.dumps(what) + "\n")
    report.flush()


def _outcome(report: IO[str]) -> Outcome:
    with report:
        report.seek(0)
        lines = [json.loads(line) for line in report]
    seconds, test, reason = {}, "import", ""
    for line in lines:
        reason = line.get("reason", "")
        if "seconds" in line and test != "import":
            seconds[test] = line["seconds"]
        test = line.get("test", test)
    return Outcome(None if "seconds" in lines[-1] else test, reason, seconds)


def _memory_in_use() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def trial_of(plugin: str) -> Trial:
    """A plugin of ours with its tests."""
    package = f"newsfacts_{plugin}"
    return Trial(package, ROOT / "plugins" / package, partial(checks_of, plugin, package))


def checks_of(plugin: str, package: str) -> Checks:
    """The tests of a plugin: tables of cases, golden articles, and its own quick tests as pytest runs them."""
    from goldens import check_golden, goldens

    from newsfacts import Pipeline, pipeline, plugins
    from newsfacts.testing import check_case, load_cases

    for value in (*vars(plugins).values(), *vars(pipeline).values()):
        if hasattr(value, "cache_clear"):
            value.cache_clear()  # the installed plugins, which are loaded once a process
    fresh = Pipeline()
    checks: Checks = {}
    for path in sorted((ROOT / "tests/cases" / plugin).glob("*.toml")):
        for number, case in enumerate(load_cases(path)):
            checks[f"{path.stem} {number}: {case.why}"] = partial(check_case, case, fresh)
    for golden in goldens():
        checks[f"golden {golden.name}"] = partial(check_golden, golden, fresh)
    tests = [path for path in sorted((ROOT / "tests/plugins").glob("test_*.py")) if package in path.read_text(encoding="utf-8")]
    if tests:
        checks["pytest"] = partial(_pytest, tests)
    return checks


def _pytest(paths: list[Path]) -> None:
    import pytest

    for path in paths:
        sys.modules.pop(f"tests.plugins.{path.stem}", None)  # as an earlier run imported it, with the package unchanged
    options = ["-x", "-q", "-m", "not slow", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
    # Without others' plugins, which are half of its start; other tests of this process start pytest with them.
    with redirect_stdout(StringIO()) as said, patch.dict(os.environ, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1"):
        status = pytest.main([*options, *map(str, paths)])
    assert status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED), said.getvalue()  # all may be slow


def main() -> int:
    """Judge the plugins that are asked for; 1 where one is below its floor, or a test fails without a mutant."""
    parser = argparse.ArgumentParser(prog="python -m mutants", description="Conditions that no test needs.")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (one for each processor)")
    parser.add_argument("plugin", nargs="*", help="only these, as money or titles")
    asked = parser.parse_args()
    floors = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutants"]
    return max([_report(plugin, floors[plugin], asked.jobs) for plugin in asked.plugin or floors])


def _report(plugin: str, floor: float, jobs: int) -> int:
    trial = trial_of(plugin)
    failing = trial.failing()
    for name in failing:
        sys.stderr.write(f"{plugin}: left out, since it fails as it is: {name}\n")
    mutants = trial.mutants()
    alive = []
    for mutant, outcome in trial.run(mutants, jobs):
        if outcome.killer is None:
            alive.append(mutant)
    for mutant in sorted(alive, key=lambda mutant: (mutant.path, mutant.line)):
        sys.stdout.write(f"{mutant}\n")
    killed = len(mutants) - len(alive)
    share = 100 * killed / len(mutants)
    sys.stdout.write(f"{plugin}: {killed} of {len(mutants)} mutants killed, {share:.1f} % (at least {floor} %)\n")
    sys.stdout.flush()
    return int(share < floor or bool(failing))


if __name__ == "__main__":
    sys.exit(main())
