"""Imports run one way: the floors of docs/architecture.md, and no circle between files, neither in the core nor in a plugin.

All imports count: those in functions and under TYPE_CHECKING bind a reader as well, and a module that is named by a string is
imported by that name, or holds a data file for whose sake it is imported.
"""

import ast
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).parent.parent
CORE = ROOT / "src" / "newsfacts"
PACKAGES = [CORE, *sorted(path.parent for path in (ROOT / "plugins").glob("*/__init__.py"))]
FLOORS = re.compile(r"^```floors\n(.*?)^```", re.MULTILINE | re.DOTALL)


def modules_of(package):
    """The modules of a package, its own face left out: nobody inside imports it (see the test below), and it imports all."""
    named = {path.relative_to(package.parent).with_suffix("").parts: path for path in package.rglob("*.py")}
    named = {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for parts, path in named.items()}
    return {name: path for name, path in named.items() if name != package.name}


def imports_of(path):
    """The names that a file's import statements may mean as modules."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def strings_of(path):
    """The strings in a file's code."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def graph_of(package):
    """For each module of a package the others of it that it imports; its own packages, where its data lies, it may name."""
    modules = modules_of(package)
    graph = {}
    for name, path in modules.items():
        named = {used for used in strings_of(path) if not name.startswith(f"{used}.")}
        graph[name] = sorted(modules.keys() & named.union(imports_of(path)) - {name})
    return graph


def circle_in(graph):
    """The modules of one circle, the first again at the end; empty where there is none."""
    done = set()

    def search(name, way):
        if name in way:
            return [*way[way.index(name) :], name]
        if name not in done:
            for used in graph[name]:
                if found := search(used, [*way, name]):
                    return found
            done.add(name)
        return []

    return next(filter(None, (search(name, []) for name in graph)), [])


def floors_in(words):
    """The floors that a document lists, the lowest first: each a set of modules and packages, by their names in the core."""
    return [set(line.partition(":")[2].split()) for line in FLOORS.search(words)[1].splitlines()]


def problems_of(graph, floors, root="newsfacts"):
    """The modules that stand on no floor, and the imports that run up."""
    floor_of = {f"{root}.{name}": number for number, names in enumerate(floors) for name in names}

    def floor(name):
        while name not in floor_of and "." in name:
            name = name.rpartition(".")[0]
        return floor_of.get(name)

    homeless = [f"{name} stands on no floor" for name in graph if floor(name) is None]
    gone = [f"{name} is on a floor, but there is no such module" for name in floor_of if name not in graph]
    up = [
        f"{name} imports {used} from a floor above it"
        for name, all_used in graph.items()
        for used in all_used
        if None not in (floor(name), floor(used)) and floor(used) > floor(name)
    ]
    return homeless + gone + up


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_no_files_import_each_other_round_about(package):
    assert " → ".join(circle_in(graph_of(package))) == ""


def test_no_import_of_the_core_runs_up_a_floor():
    floors = floors_in((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert problems_of(graph_of(CORE), floors) == []


def test_nothing_in_the_core_imports_its_face():
    imports = re.compile(r"^ *(?:import newsfacts\b(?!\.)|from newsfacts import)", re.MULTILINE)
    assert [path for path in modules_of(CORE).values() if imports.search(path.read_text(encoding="utf-8"))] == []


@pytest.fixture
def house(tmp_path):
    """Makes a package «newsfacts» of files with their source."""

    def make(files):
        for name, source in {"__init__": "", **files}.items():
            path = tmp_path / "newsfacts" / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        return graph_of(tmp_path / "newsfacts")

    return make


@pytest.mark.parametrize(
    "back",
    [
        "import newsfacts.low",
        "from newsfacts.low import x",
        "from newsfacts import low",
        "def f():\n    from newsfacts.low import x",
        "files('newsfacts.low')",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from newsfacts.low import x",
    ],
)
def test_a_circle_is_found_however_it_is_closed_and_spelled_out(house, back):
    files = {"low": "from newsfacts.high import y", "high": "from newsfacts.between import z", "between": back, "alone": ""}
    graph = house(files)
    circle = circle_in(graph)
    assert circle[0] == circle[-1]
    assert set(circle) == {"newsfacts.low", "newsfacts.high", "newsfacts.between"}
    assert problems_of(graph, [{"low"}, {"between"}, {"high", "alone"}]) == [
        "newsfacts.low imports newsfacts.high from a floor above it"
    ]


def test_a_house_in_order_has_neither_circles_nor_problems(house):
    low = "from newsfacts.low import x"
    data = "from newsfacts.low import x\nfiles('newsfacts.rooms')"
    graph = house({"low": "import re", "high": low, "rooms/__init__": "from newsfacts.rooms.a import x", "rooms/a": data})
    assert circle_in(graph) == []
    assert problems_of(graph, [{"low"}, {"rooms"}, {"high"}]) == []


def test_a_module_without_a_floor_and_a_floor_without_its_module_are_named(house):
    graph = house({"low": "", "high": ""})
    assert problems_of(graph, floors_in("words\n```floors\nground: low cellar\n```\n")) == [
        "newsfacts.high stands on no floor",
        "newsfacts.cellar is on a floor, but there is no such module",
    ]
