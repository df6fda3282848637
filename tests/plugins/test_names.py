"""The names plugin beside its table of cases: the founding article, endless texts, other languages."""

import pytest
from timing import assert_linear

from newsfacts import Analysis, Article, Language
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_names.candidates import find_candidates
from newsfacts_names.declension import Decliner
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.nominatives import GENDERS


def analyse(text):
    return Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


def found(text, *types):
    analysis = analyse(text)
    mentions = [m for m in analysis.mentions if m.type in types]
    assert not analysis.failures
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return mentions


def test_the_founding_article(request):
    text = (request.config.rootpath / "seeds/000_b1121ad0624d0098.txt").read_text(encoding="utf-8").split("\n\n", 1)[1]
    persons = {e.name: [(m.start, m.end) for m in e.mentions] for e in analyse(text).entities if e.type == "person"}
    assert persons == {
        "Виктор Каранкевич": [(181, 198), (506, 517), (755, 765), (1115, 1125)],
        "Олег Коробченко": [(844, 859), (1326, 1336), (2097, 2107)],
        "Илья Икан": [(2085, 2094)],
    }
    assert [(m.start, m.name) for m in found(text, "organization") if "Белнефтехим" in m.name] == [
        (558, 'концерн "Белнефтехим"'),
        (2062, 'концерн "Белнефтехим"'),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Иванов " * 20_000,
        "А" * 100_000,
        "В. " * 30_000,
        "«" * 100_000,
        "Суд " * 30_000,
        "Комитет по " * 10_000,
        "И-" * 50_000,
        "Ма Лин (" + "马 " * 40_000,
        "Иван «Молот» " * 15_000,
    ],
)
def test_hostile_texts_are_read_to_the_end(text):
    found(text, "person", "organization", "place")


@pytest.mark.once
def test_an_endless_row_of_initials_is_read_once():
    assert_linear(lambda made: find_candidates(made, name_lexicon("ru")), lambda size: analyse("U.S. " * size), 400)


def test_a_chain_of_hundreds_of_words_is_declined_as_it_is():
    chain = "-".join(["Иван", "Сидоров", "Ольга"] * 300)
    (declension,) = Decliner(RUSSIAN, name_lexicon("ru")).decline(
        [chain], lambda _: {("Nom", gender): 1.0 for gender in GENDERS}
    )
    assert declension.name == chain


def test_other_languages_are_left_alone():
    finnish = Language(code="fi", name="Finnish")
    assert list(newsfacts_recognize(analysis=Analysis(Article(text="Barack Obama spoke."), finnish))) == []
