"""The house's walls: who may import whom."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = sorted((ROOT / "src").rglob("*.py"))
PLUGINS = sorted((ROOT / "plugins").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Import names of the declared dependencies, where they differ from the distribution's.
IMPORT_NAMES = {"price-parser": "price_parser"}
DECLARED = {IMPORT_NAMES.get(name, name) for name in (re.split(r"[\[<>=~! ]", d)[0] for d in PROJECT["dependencies"])}
# What a plugin may import of newsfacts.
PUBLIC = {"newsfacts", "newsfacts.lexicon", "newsfacts.testing"}
# Only a language may know the morphological dictionary.
MORPHOLOGY = "pymorphy3"


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module


def test_there_is_something_to_check():
    assert len(CORE) > 20
    assert len({p.parent for p in PLUGINS}) >= 5


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_core_names_no_plugin_and_no_kind(path):
    assert not [name for name in imports(path) if name.startswith("newsfacts_")]
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"newsfacts_(names|dateline|quotes|money|titles)\b", source)
    assert not re.search(r"kind\s*(==|in)\s*[\"'(\[{]", source)


@pytest.mark.parametrize("path", PLUGINS, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_plugin_imports_only_what_it_may(path):
    own = path.relative_to(ROOT / "plugins").parts[0]
    for name in imports(path):
        top = name.split(".")[0]
        allowed = name in PUBLIC or top == own or top in DECLARED - {MORPHOLOGY} or top in sys.stdlib_module_names
        assert allowed, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", [*CORE, *PLUGINS], ids=lambda p: str(p.relative_to(ROOT)))
def test_morphology_is_behind_the_language(path):
    if "languages" not in path.parts:
        assert MORPHOLOGY not in {name.split(".")[0] for name in imports(path)}


def test_every_plugin_has_an_entry_point_and_is_in_the_wheel():
    packages = {p.name for p in (ROOT / "plugins").iterdir() if (p / "__init__.py").exists()}
    assert set(PROJECT["entry-points"]["newsfacts"].values()) == packages
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = config["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert {f"plugins/{p}" for p in packages} | {"src/newsfacts"} == set(wheel)


@pytest.mark.parametrize("path", sorted((ROOT / "plugins").glob("*/__init__.py")), ids=lambda p: p.parent.name)
def test_a_plugin_s_init_holds_the_hooks_only(path):
    functions = [n for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    assert functions
    assert all(f.name.startswith("newsfacts_") for f in functions)
