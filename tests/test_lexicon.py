import sys

import pytest
from attrs import field, frozen

from newsfacts import LexiconError
from newsfacts.lexicon import languages, load


@frozen(kw_only=True)
class Words:
    verbs: list[str]
    ranks: dict[str, int] = field(factory=dict)


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A function that makes an importable package with one data file."""
    monkeypatch.syspath_prepend(tmp_path)
    made = []

    def make(content):
        name = f"lexicon_{tmp_path.name}"
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
        (tmp_path / name / "ru.toml").write_text(content, encoding="utf-8")
        made.append(name)
        return name

    yield make
    for name in made:
        sys.modules.pop(name, None)


def test_a_file_becomes_a_typed_value(package):
    words = load(package('verbs = ["сказал"]\n[ranks]\n"мэр" = 2\n'), "ru.toml", Words)
    assert words == Words(verbs=["сказал"], ranks={"мэр": 2})


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('verbs = ["сказал"', "Unclosed array"),
        ("ranks = {}\n", "verbs"),
        ('verbs = ["сказал"]\nverbz = []\n', "verbz"),
        ('verbs = ["сказал"]\nranks = { "мэр" = "x" }\n', "ranks"),
    ],
)
def test_errors_name_the_file_and_the_place(package, content, problem):
    with pytest.raises(LexiconError, match=problem) as caught:
        load(package(content), "ru.toml", Words)
    assert caught.value.path.endswith("ru.toml")


def test_a_missing_file_is_named(package):
    with pytest.raises(LexiconError, match=r"en\.toml"):
        load(package("verbs = []"), "en.toml", Words)


def test_the_languages_of_a_package_are_those_of_its_data():
    assert languages("newsfacts_money") == {"en", "ru"}
