"""Languages are walls: what is not a language's own module holds no letter, no word and no dictionary's tag of one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pymorphy3 import MorphAnalyzer

pytestmark = pytest.mark.once

ROOT = Path(__file__).parent.parent
# The one table of letters, which all others ask.
TABLE = ROOT / "src/newsfacts/scripts.py"
# A language's own folder («ru», «en») holds what only it could use.
OWN_FOLDER = re.compile(r"src/newsfacts/languages/[a-z]{2,3}/|plugins/\w+/[a-z]{2,3}/")
# Identifiers, codes and markup are of Latin letters, whatever language the text is in.
NOT_OF_TEXTS = ("src/newsfacts/extraction.py", "src/newsfacts/language_tags.py", "src/newsfacts/readers/")
LATIN_SETS = re.compile(r"A-Z|a-z|\\u0250|\\u024f")


def neutral_modules() -> list[Path]:
    modules = [*ROOT.glob("src/newsfacts/**/*.py"), *ROOT.glob("plugins/*/**/*.py")]
    return sorted(m for m in modules if m != TABLE and not OWN_FOLDER.match(m.relative_to(ROOT).as_posix()))


def strings(module: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module's code with their lines; docstrings are prose."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{module.relative_to(ROOT)}:{line}: {text[:60]!r}"
        for module in neutral_modules()
        for line, text in strings(module)
        if pattern.search(text)
    ]


def test_no_letter_of_cyrillic():
    assert found(re.compile(r"[\u0400-\u052f]")) == []


def test_no_tag_of_a_dictionary():
    tags = {str(tag) for known in MorphAnalyzer().dictionary.gramtab for tag in known.grammemes}
    # These are universal parts of speech and an English word too.
    own = "|".join(map(re.escape, sorted(tags - {"NOUN", "VERB", "INTJ", "past"}, key=len, reverse=True)))
    assert found(re.compile(rf"\A(?:{own})\Z")) == []


def test_no_set_of_letters_beside_the_table():
    assert [each for each in found(LATIN_SETS) if not each.startswith(NOT_OF_TEXTS)] == []


@pytest.mark.parametrize("code", ["x = 'Москва'", "x = {'nomn': 1}", "import re\nx = re.compile('[A-Z]')"])
def test_the_walls_see(code, tmp_path, monkeypatch):
    module = tmp_path / "src/newsfacts/sample.py"
    module.parent.mkdir(parents=True)
    module.write_text(code, encoding="utf-8")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    checks = (test_no_letter_of_cyrillic, test_no_tag_of_a_dictionary, test_no_set_of_letters_beside_the_table)
    assert sum(fails(check) for check in checks) == 1


def fails(check) -> bool:
    try:
        check()
    except AssertionError:
        return True
    return False
