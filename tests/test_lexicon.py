import sys
from typing import Literal

import pytest
from attrs import field, frozen

from newsfacts import LexiconError
from newsfacts.lexicon import languages, load, load_with


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


@frozen(kw_only=True)
class Rank:
    name: str
    level: int = 0


def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())


@frozen(kw_only=True)
class Service:
    ranks: tuple[Rank, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    chief: str | None = None
    share: float = 0.0
    words: frozenset[str] = field(converter=_split, default="")
    kind: Literal["army", "fleet"] = "army"


@pytest.mark.parametrize(
    ("line", "problem", "why"),
    [
        ('words = ["major"]', "is a list; a string in quotation marks is expected @ $.words, line 4", "what a converter takes"),
        (
            "chief = 5",
            "is a number (5); a string in quotation marks is expected @ $.chief, line 4",
            "a string that may be none",
        ),
        ("share = true", "is true or false (true); a number is expected @ $.share, line 4", "a truth is no number"),
        (
            'pairs = ["ab"]',
            'is a string ("ab"); a list is expected @ $.pairs[0], line 4; put it in brackets: ["ab"]',
            "two letters",
        ),
        ('pairs = [["a"]]', "has 1 values; 2 are expected @ $.pairs[0], line 4", "a pair of one"),
        ('kind = "air"', "is 'air'; it is one of 'army', 'fleet' @ $.kind, line 4", "one of two"),
        ("share = 1", None, "a whole number is a number"),
        ('chef = "x"', "extra fields found (chef) @ $.chef, line 4; did you mean 'chief'?", "a slip"),
    ],
)
def test_a_value_of_another_type_is_refused_with_its_line(package, line, problem, why):
    name = package(f'ranks = [\n  {{ name = "major" }},\n]\n{line}\n')
    if problem is None:
        assert load(name, "ru.toml", Service).share == 1, why
        return
    with pytest.raises(LexiconError) as caught:
        load(name, "ru.toml", Service)
    assert caught.value.problems == (problem,), why


def test_of_tables_in_a_list_each_has_its_own_line(package):
    name = package('[[ranks]]\nname = "major"\n\n[[ranks]]\nlevel = "2"\n')
    with pytest.raises(LexiconError) as caught:
        load(name, "ru.toml", Service)
    assert caught.value.problems == (
        "required field missing @ $.ranks[1].name, line 4",
        'is a string ("2"); a whole number is expected @ $.ranks[1].level, line 5',
    )


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def phrases_of(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(";"))


def by_verb(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {verb: words_of(nouns) for verb, nouns in table.items()}


@frozen(kw_only=True)
class Grows:
    verbs: frozenset[str] = field(converter=words_of, default="")
    openers: tuple[tuple[str, ...], ...] = field(converter=phrases_of, default="")
    nouns: dict[str, frozenset[str]] = field(converter=by_verb, factory=dict)
    agencies: dict[str, list[str]] = field(factory=dict)
    codes: dict[str, str] = field(factory=dict)
    ranks: Words | None = None
    own: str = ""


GROWS = """
verbs = "say tell"
openers = "as if; so that"
own = "self"
nouns = { give = "word" }
agencies = { AP = ["Associated Press"] }
codes = { "$" = "USD" }

[ranks]
verbs = ["rule"]
"""


@pytest.mark.parametrize(
    ("more", "field_", "value"),
    [
        ('verbs = "add"', "verbs", {"say", "tell", "add"}),
        ('openers = "in case"', "openers", (("as", "if"), ("so", "that"), ("in", "case"))),
        ('nouns = { give = "hint", drop = "hint" }', "nouns", {"give": {"word", "hint"}, "drop": {"hint"}}),
        ('agencies = { AP = ["A.P."], Tide = [] }', "agencies", {"AP": ["Associated Press", "A.P."], "Tide": []}),
        ('codes = { "€" = "EUR" }', "codes", {"$": "USD", "€": "EUR"}),
        ('[ranks]\nverbs = ["serve"]\nranks = { mayor = 2 }', "ranks", Words(verbs=["rule", "serve"], ranks={"mayor": 2})),
    ],
)
def test_lists_and_tables_grow_by_what_is_added(package, more, field_, value):
    assert getattr(load_with(package(GROWS), "ru.toml", Grows, [("mine", more)]), field_) == value


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            'own = "oneself"',
            "is one value, not a list of words; leave it out, since nothing can be added to it @ $.own, line 1",
        ),
        ('codes = { "$" = "AUD" }', "is one value, not a list of words"),
        ('verbs = "add Say"', "'say' is in the list already; leave it out @ $.verbs, line 1"),
        ('openers = "so that; in case"', "'so that' is in the list already"),
        ('nouns = { give = "word" }', "'give word' is in the list already; leave it out @ $.nouns.give, line 1"),
        ('agencies = { AP = ["Associated Press"] }', "'Associated Press' is in the list already"),
        ('verbs = ["add"]', "is a list; a string in quotation marks is expected @ $.verbs, line 1"),
        ("[ranks]\nverb = []", "extra fields found (verb) @ $.ranks.verb, line 2; did you mean 'verbs'?"),
    ],
)
def test_what_cannot_be_added_is_named_with_its_place_in_the_addition(package, more, problem):
    with pytest.raises(LexiconError) as caught:
        load_with(package(GROWS), "ru.toml", Grows, [("first", 'verbs = "ask"'), ("mine", more)])
    assert caught.value.path == "mine"
    assert problem in str(caught.value)
