"""The house's walls: who may import whom, and what no regular expression may hold."""

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
PUBLIC = {
    "newsfacts",
    "newsfacts.decisions",
    "newsfacts.language_packs",
    "newsfacts.legends",
    "newsfacts.lexicon",
    "newsfacts.linear",
    "newsfacts.scripts",
    "newsfacts.testing",
    "newsfacts.triggers",
}
# Only a language may know the morphological dictionary.
MORPHOLOGY = "pymorphy3"

# A possessive quantifier or an atomic group, outside of escapes and of sets.
POSSESSIVE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<possessive>[*+?}]\+|\(\?>)", re.DOTALL)


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
    own = path.relative_to(ROOT / "src").parts[0]  # newsfacts, or its plugin of pytest
    assert not [name for name in imports(path) if name.startswith("newsfacts_") and name.split(".")[0] != own]
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
    assert {f"plugins/{p}" for p in packages} | {"src/newsfacts", "src/newsfacts_pytest"} == set(wheel)


@pytest.mark.parametrize("path", sorted((ROOT / "plugins").glob("*/__init__.py")), ids=lambda p: p.parent.name)
def test_a_plugin_s_init_holds_the_hooks_only(path):
    functions = [n for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    assert functions
    assert all(f.name.startswith("newsfacts_") for f in functions)


def possessives(source):
    """The possessive quantifiers and atomic groups in the strings of some code, the pieces of f-strings among them."""
    strings = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [found["possessive"] for string in strings for found in POSSESSIVE.finditer(string) if found["possessive"]]


# CPython 3.11.2, which Debian 12 has, matches some of them wrongly: (?:(?!x)y|z)*+ stops short.
@pytest.mark.parametrize("path", [*CORE, *PLUGINS], ids=lambda p: str(p.relative_to(ROOT)))
def test_no_expression_is_possessive_or_atomic(path):
    assert possessives(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        'r"(?:a|b)*+"',
        'r"(?:a|b)++c"',
        'r"a?+"',
        'r"[^a]{1,3}+"',
        'r"(?>a|b)"',
        'rf"(?:{words}|b)*+"',
        'rf"{words}++"',
        'rf"[{marks}]?+"',
        'rf"a{{0,2}}+"',
        'r"[*+]\\+(?:a)*+"',
    ],
)
def test_possessives_are_found(code):
    pattern = eval(code, {"words": "x|y", "marks": ",;"})
    assert "POSSESSIVE" in (parsed := str(re._parser.parse(pattern))) or "ATOMIC" in parsed
    assert len(possessives(f"find = re.compile({code})")) == 1


def test_what_only_looks_possessive_is_let_pass():
    assert possessives(r"""re.compile(r"\++[*+]+[^?+]\*\+a+b{2}(?:c)*")""") == []
