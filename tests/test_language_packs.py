"""A distribution gives a language to plugins: the example newsfacts-uk, and packs that are wrong."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from newsfacts import Language, LanguagePack, Pipeline, hookimpl

UKRAINIAN = Path(__file__).parent.parent / "docs" / "examples" / "newsfacts-uk" / "src"


@pytest.fixture
def ukrainian(monkeypatch):
    monkeypatch.syspath_prepend(str(UKRAINIAN))
    yield Pipeline(register={"uk": import_module("newsfacts_uk")})
    for name in [name for name in sys.modules if name.startswith("newsfacts_uk")]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("words", "amount", "currency", "why"),
    [
        ("2,5 млн грн", "2500000", "UAH", "an abbreviated scale and currency"),
        ("300 тисяч гривень", "300000", "UAH", "words that change with the number"),
        ("12 мільйонів доларів США", "12000000", "USD", "the country behind the currency"),
        ("мільярд євро", "1000000000", "EUR", "a scale alone"),
    ],
)
def test_ukrainian_sums(ukrainian, words, amount, currency, why):
    result = ukrainian.extract(f"Місто витратило на міст {words}.", language="uk")
    assert [(str(money.amount), money.currency, money.text) for money in result.money] == [(amount, currency, words)], why
    assert not result.failures


def test_a_ukrainian_dateline(ukrainian):
    result = ukrainian.extract("КИЇВ, 14 травня — Укрінформ. Міст відкрили для руху.", published="2026-05-14")
    assert (result.article.language, result.dateline.places, result.dateline.date) == ("uk", ("Київ",), "2026-05-14")
    assert result.dateline.agency == "Укрінформ"


def test_russian_is_as_without_the_pack(ukrainian):
    text = "МИНСК, 29 сен – РИА Новости. Завод получил 5 млн рублей, заявил Иван Орлов."
    assert ukrainian.extract(text).to_json() == Pipeline().extract(text).to_json()


class Offering:
    """A plugin that offers Czech, and a pack."""

    def __init__(self, pack):
        self.pack = pack

    @hookimpl
    def newsfacts_languages(self):
        return [Language(code="cs", name="Czech")]

    @hookimpl
    def newsfacts_language_packs(self):
        return [self.pack]


@pytest.mark.parametrize(
    ("plugin", "language", "words", "why"),
    [
        ("mony", "cs", "did you mean 'money'?", "a plugin that there is not"),
        ("money", "fi", "'fi'", "a language that nobody offers"),
        ("money", "ru", "money/ru", "a language that the plugin has already"),
    ],
)
def test_a_pack_that_fits_nothing_is_a_failure(plugin, language, words, why):
    pack = LanguagePack(plugin=plugin, language=language, package="newsfacts_money")
    result = Pipeline(register={"czech": Offering(pack)}).extract("Завод получил 5 млн рублей.", language="ru")
    assert [words in failure.message for failure in result.failures] == [True], (why, result.failures)
    assert len(result.money) == 1, why


def test_a_file_that_is_missing_is_named_with_the_first_article():
    pack = LanguagePack(plugin="money", language="cs", package="newsfacts_money", path="data/cs.toml")
    result = Pipeline(register={"czech": Offering(pack)}).extract("Továrna dostala 5 milionů korun.", language="cs")
    assert any("data/cs.toml" in failure.message for failure in result.failures)


def test_a_path_that_is_no_data_is_refused():
    with pytest.raises(ValueError, match="TOML"):
        LanguagePack(plugin="money", language="cs", package="newsfacts_cs", path="data/money.json")
