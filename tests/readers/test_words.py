"""The words that the readers look for: data by language, loaded when the first page or item asks for them."""

import ast
import re
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest

import newsfacts
from newsfacts.language_tags import language_code
from newsfacts.readers.bylines import person_names
from newsfacts.readers.dates import read_moment
from newsfacts.readers.words import words

READERS = Path(newsfacts.__file__).parent / "readers"
DATA = sorted((READERS / "data").iterdir())
MODULES = sorted(READERS.rglob("*.py"))


def strings(path):
    """The strings of a module but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [node.value for node in constants if node not in docs]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_a_data_file_is_named_by_its_language_and_says_what_it_is(path):
    assert path.suffix == ".toml"
    assert language_code(path.stem) == path.stem
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(READERS)))
def test_no_module_holds_letters_of_one_language(path):
    held = {character for string in strings(path) for character in string if character.isalpha() and not character.isascii()}
    assert not {character for character in held if not unicodedata.name(character).startswith("MODIFIER LETTER")}


def patterns(value):
    """All strings in a value, lists and tables; words are patterns too, of themselves."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [pattern for part in inner for pattern in patterns(part)]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_each_pattern_of_a_data_file_is_one_by_itself(path):
    for pattern in patterns(tomllib.loads(path.read_text(encoding="utf-8"))):
        found = re.compile(pattern, re.IGNORECASE)
        assert found.groups == 0, pattern  # they are joined, and splitting at one gives no groups back
        assert not found.fullmatch(""), pattern  # else it would be found everywhere


def test_the_words_of_all_languages_are_joined():
    byline = words().byline
    assert {"by", "автор", "von", "par"} <= byline.roles
    assert {"van", "бин", "della"} <= byline.particles
    assert words().dates.months["sep"] == 9
    assert sorted(set(words().dates.months.values())) == list(range(1, 13))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Von Karin Brandt und Jan van der Meer", ["Karin Brandt", "Jan van der Meer"]),
        ("Par Hélène Aubry et Luc du Pré", ["Hélène Aubry", "Luc du Pré"]),
        ("Por Inés Vidal y Tomás de la Cueva", ["Inés Vidal", "Tomás de la Cueva"]),
        ("Av Siri Dahl og Nils Berge", ["Siri Dahl", "Nils Berge"]),
        ("Мария Левченко та Ольга Гнатюк", ["Мария Левченко", "Ольга Гнатюк"]),
        ("Беседовала Анна фон Штерн", ["Анна фон Штерн"]),
    ],
)
def test_bylines_are_read_in_whichever_language_they_are(byline, names):
    assert person_names(byline) == names


def test_a_month_that_nobody_knows_is_no_date():
    assert read_moment("29 Sepp 2025").isoformat() == "2025-09-29"  # by its first three letters
    assert read_moment("29 Xyz 2025") is None


def test_plain_text_is_read_without_them():
    code = """if True:
        import io, sys, newsfacts
        stream = io.BytesIO("date 2025-09-29 https://a.example/1\\n\\nМост открыли.".encode())
        [article] = newsfacts.read(stream)
        assert article.published, article
        print([name for name in sys.modules if name == "lxml" or name.endswith("readers.markup")])
        from newsfacts.readers.words import words
        print(words.cache_info().currsize)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "0"]
