"""Languages from outside: a plugin that offers a language, and what the built-in extractors need of it."""

import pickle
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
from attrs import evolve

from newsfacts import LanguagePack, LexiconError, Pipeline, hookimpl
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names.ru import RussianNameGrammar
from newsfacts_quotes.ru.grammar import RussianQuotesGrammar
from newsfacts_titles.ru import RussianTitleGrammar

UKRAINIAN = Path(__file__).parent.parent / "docs" / "examples" / "newsfacts-uk" / "src"
CODE = "x-north"
TEXT = (
    "МИНСК, 10.12.2021 – РИА Новости. Товарооборот вырос до двух миллиардов долларов, заявил вице-премьер Белоруссии "
    "Виктор Каранкевич. «Мы наблюдаем положительную динамику», — сказал он."
)
GRAMMARS = {
    "dateline": None,
    "money": None,
    "names": RussianNameGrammar,
    "quotes": RussianQuotesGrammar,
    "titles": RussianTitleGrammar,
}


class Offers:
    """A plugin with one language, Russian by another name, and some packs."""

    def __init__(self, *packs, language=CODE):
        self.packs, self.language = packs, language

    @hookimpl
    def newsfacts_languages(self):
        return [evolve(RUSSIAN, code=self.language)]

    @hookimpl
    def newsfacts_language_packs(self):
        return self.packs


def pack(plugin="money", **fields):
    return LanguagePack(
        **{"plugin": plugin, "language": CODE, "package": f"newsfacts_{plugin}", "path": "data/ru.toml"} | fields
    )


def failures(*packs, text=TEXT, code=CODE):
    result = Pipeline(register={"north": Offers(*packs)}).extract(text, language=code)
    return [(failure.stage, failure.plugin, failure.message) for failure in result.failures]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A function that writes a pack's data, the words of money in Russian with a change, and gives the pack."""
    monkeypatch.syspath_prepend(tmp_path)
    package = f"north_{tmp_path.name}"

    def make(old="", new="", plugin="money"):
        words = files(f"newsfacts_{plugin}").joinpath("data/ru.toml").read_text(encoding="utf-8")
        assert old in words
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
        (tmp_path / package / "words.toml").write_text(words.replace(old, new, 1), encoding="utf-8")
        return pack(plugin, package=package, path="words.toml")

    yield make
    sys.modules.pop(package, None)


def test_all_built_in_extractors_serve_a_language_from_outside_as_they_serve_their_own():
    packs = [pack(plugin, grammar=grammar) for plugin, grammar in GRAMMARS.items()]
    pipeline = Pipeline(register={"north": Offers(*packs)})
    north, russian = (pipeline.extract(TEXT, language=code) for code in (CODE, "ru"))
    assert (north.failures, north.skipped) == ((), ())
    assert {fact.kind for fact in north.facts} == {"dateline", "money", "title", "quote"}
    assert (north.facts, north.entities) == (russian.facts, russian.entities)


def test_data_alone_serves_a_language(data):
    bushels = data('forms = ["доллар|m", "долл.", "дол.", "бакс|m"]', 'forms = ["бушель", "бушеля", "бушелей"]')
    pipeline = Pipeline(register={"north": Offers(bushels)})
    [money] = pipeline.extract("Завод купили за 5 млн бушелей.", language=CODE).money
    assert (money.text, money.amount, money.currency) == ("5 млн бушелей", 5_000_000, "USD")
    assert pipeline.extract("Завод купили за 5 млн бушелей.", language="ru").money == ()


def test_words_with_an_apostrophe_within_are_whole_words(data):
    class North(Offers):
        @hookimpl
        def newsfacts_languages(self):
            return [evolve(RUSSIAN, code=CODE, numbers={"п'ять": "5", "п’ятьдесять": "50"})]

    text = "Сад продали за п'ять рублей, дом за п’ятьдесять рублей, лес за п'ятьсот рублей."
    found = Pipeline(register={"north": North(data())}).extract(text, language=CODE).money
    assert [(money.text, money.amount) for money in found] == [("п'ять рублей", 5), ("п’ятьдесять рублей", 50)]


def test_a_language_without_a_pack_for_an_extractor_is_not_served_by_it():
    result = Pipeline(register={"north": Offers(pack("dateline"))}).extract(TEXT, language=CODE)
    assert (result.dateline.date, result.money, result.skipped) == ("2021-12-10", (), ("money", "quotes", "titles"))


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (pack(plugin="mony"), "there is no plugin 'mony' to serve; did you mean 'money'?"),
        (pack(language="cs"), "money/cs: no plugin offers the language 'cs'; there are en, ru, x-north"),
        (pack(language="ru"), "its languagepack 'money/ru' is left out: plugin 'money' offers one of that name"),
        ("data/ru.toml", "it gave a str, not a LanguagePack"),
    ],
)
def test_a_pack_for_nobody_is_named_in_every_result(wrong, problem):
    [(stage, plugin, message)] = failures(wrong, code="ru")
    assert (stage, plugin) == ("load", "north")
    assert problem in message


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[numbers]\n", "[numberz]\n", "extra fields found (numberz) @ $"),
        ('single_if_qualified = ["тысячи", "сотни"]', "single_if_qualified = 5", "@ $.numbers.single_if_qualified"),
        ('"доллар|m"', '"доллар|n"', "'доллар|n': [endings] has no class 'n'; it has m, soft"),
        ("[endings]", "[endings", "at line"),
        ('forms = ["долл', 'form = ["долл', "extra fields found (form) @ $.units[0].form"),
        ('forms = ["евро", "евр."]', 'forms = "евро"', 'is a string ("евро"); a list is expected @ $.units[2].forms'),
        ('forms = ["евро", "евр."]', "forms = []", "a currency needs its words, such as"),
        ('forms = ["евро", "евр."]', 'forms = ["евро", "рубл|soft"]', "stands for two currencies, RUB, BYN"),
        ('code = "EUR"', "", "'евро' means no currency; give it code, or else national, of or places @ $.units[2], line"),
        ('code = "EUR"', 'code = "eur"', "'eur' is no code: three capital letters of ISO 4217"),
        ('code = "EUR"', "code = 978", "is a number (978); a string in quotation marks is expected @ $.units[2].code, line"),
    ],
)
def test_wrong_data_is_an_error_that_names_whose_it_is_the_file_and_the_place(data, old, new, problem):
    wrong = data(old, new)
    [(stage, plugin, message)] = failures(wrong)
    assert (stage, plugin) == ("extract", "money")
    assert message.startswith("LexiconError: plugin 'north': ")
    assert "words.toml: " in message
    assert problem in message


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (pack("dateline", path="data/none.toml"), "none.toml: no such file"),
        (pack("dateline", package="north_nowhere"), "north_nowhere/data/ru.toml: No module named 'north_nowhere'"),
        (pack("titles", path="data/none.toml", grammar=RussianTitleGrammar), "none.weights.tsv.gz: no such file"),
        (pack("titles"), "newsfacts_titles/data/ru.toml: titles asks for a grammar"),
    ],
)
def test_what_a_pack_lacks_is_named(wrong, problem):
    names = pack("names", grammar=RussianNameGrammar)
    [(stage, plugin, message)] = failures(names, wrong)
    assert (stage, plugin) == ("extract", wrong.plugin)
    assert "LexiconError: plugin 'north': " in message
    assert problem in message


def test_a_word_that_cannot_be_empty_is_named_by_its_list(data):
    [(_, _, message)] = failures(data('conjunctions = ["и"]', 'conjunctions = [""]', plugin="dateline"))
    assert "conjunctions" in message


@pytest.mark.parametrize(
    ("agency", "problem"),
    [
        ('"Северок" = "СЕВЕРОК-ИНФО"', 'is a string ("СЕВЕРОК-ИНФО"); a list is expected @ $.agencies.Северок, line'),
        ('"Северок" = ["–"]', "'–' is no name of an agency: it has no letter @ $.agencies.Северок, line"),
    ],
)
def test_an_agency_has_a_list_of_names(data, agency, problem):
    [(_, _, message)] = failures(data("[agencies]\n", f"[agencies]\n{agency}\n", plugin="dateline"))
    assert problem in message


def test_nothing_of_a_language_is_read_before_an_article_in_it():
    assert failures(pack(path="data/none.toml"), code="ru") == []


def test_a_pack_says_who_brings_it():
    pipeline = Pipeline(register={"north": Offers(pack())})
    assert pipeline.plugins.packs_for(CODE)["money"].distribution == "plugin 'north'"
    assert pipeline.plugins.packs_for("ru")["money"].distribution == "newsfacts"
    assert pipeline.plugins.packs_for("cs") == {}


def test_a_blocked_plugin_is_there_all_the_same():
    result = Pipeline(block=["money"], register={"north": Offers(pack(), pack("dateline"))}).extract(TEXT, language=CODE)
    assert (result.failures, result.money, result.dateline.places) == ((), (), ("Минск",))


@pytest.mark.parametrize(
    ("fields", "error", "problem"),
    [
        ({"plugin": ""}, ValueError, "plugin"),
        ({"plugin": None}, TypeError, "plugin"),
        ({"language": "und"}, ValueError, "'und' is no code of a language"),
        ({"language": 5}, ValueError, "5 is no code of a language"),
        ({"package": 5}, TypeError, "package"),
        ({"path": "data/ru.json"}, ValueError, "path is 'data/ru.json'; a pack's data is a TOML file"),
        ({"grammar": "Grammar"}, TypeError, "grammar"),
    ],
)
def test_a_wrong_field_is_refused_at_once(fields, error, problem):
    with pytest.raises(error, match=problem):
        pack(**fields)


def test_data_lies_by_default_where_newsfacts_has_its_own():
    assert LanguagePack(plugin="money", language="uk-UA", package="newsfacts_uk").path == "data/uk.toml"


def test_equal_packs_share_what_is_made_of_them():
    assert pack() == evolve(pack(), distribution="another")
    assert hash(pack()) == hash(evolve(pack(), distribution="another"))


def test_an_error_of_a_lexicon_can_be_pickled_with_its_distribution():
    error = pickle.loads(pickle.dumps(LexiconError("a.toml", ["no"], "newsfacts-uk")))
    assert (str(error), error.distribution) == ("newsfacts-uk: a.toml: no", "newsfacts-uk")


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
