import subprocess
import sys

import pytest
from attrs import evolve

from newsfacts import Article, Language, agree
from newsfacts.detection import newsfacts_detect_language
from newsfacts.language_tags import language_code
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts.scripts import is_written_in


def test_a_letter_that_unicode_does_not_name_has_a_reading():
    (reading,) = RUSSIAN.morphology.readings("A\U00017000")
    assert reading.pos == "X"
    assert RUSSIAN.morphology.inflect(reading, "Case=Gen") is None


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("sah", "sah"),  # no code of two letters
        ("cmn", "cmn"),  # ISO 639-3 alone has it
        ("iw", "he"),  # withdrawn
        ("in-ID", "id"),
        ("ji", "yi"),
        ("CHI", "zh"),  # bibliographic
        ("zho", "zh"),  # terminological
        ("zh-Hans-CN", "zh"),
        (" en_GB@euro ", "en"),
        ("x-Elvish", "x-elvish"),
        ("qaa", "qaa"),
        ("qtz-Latn", "qtz"),
        ("mul", None),
        ("zxx", None),
        ("mis", None),
        ("x-default", None),
        (" ", None),
    ],
)
def test_codes_of_languages(tag, code):
    assert language_code(tag) == code


@pytest.mark.parametrize("tag", ["xx", "qzz", "x", "x-", "x-muchtoolong", "i-elvish", "ru+en", "рус", "Elvish", "12"])
def test_what_is_no_language_is_refused(tag):
    with pytest.raises(ValueError, match="no language"):
        language_code(tag)


@pytest.mark.parametrize(("tag", "end"), [("Russain", "did you mean 'russian'?"), ("rsu", "or a tag such as 'ru-RU'")])
def test_what_may_be_meant_by_no_language_is_said(tag, end):
    with pytest.raises(ValueError, match="no language") as problem:
        language_code(tag)
    assert str(problem.value).endswith(end)


def test_what_is_said_of_a_built_in_language_costs_nothing():
    code = "import sys; from newsfacts import Article; Article(text='', language='ru'); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("word", "pos", "features", "why"),
    [
        ("Минска", "PROPN", {"NameType=Geo", "Case=Gen", "Number=Sing", "Gender=Masc", "Animacy=Inan"}, "a place"),
        ("Марии", "PROPN", {"NameType=Giv", "Gender=Fem", "Animacy=Anim"}, "a given name"),
        ("Ивановна", "PROPN", {"NameType=Pat"}, "a patronymic"),
        ("Сидорову", "PROPN", {"NameType=Sur", "Case=Dat"}, "a surname"),
        ("завод", "NOUN", {"Animacy=Inan"}, "a common noun"),
        ("коллега", "NOUN", {"Gender=Fem,Masc", "Case=Nom"}, "a noun of either gender"),
        ("новая", "ADJ", {"Gender=Fem", "Case=Nom"}, "an adjective"),
        ("этой", "DET", {"Gender=Fem"}, "a pronoun that agrees as an adjective does"),
        ("новы", "ADJ", {"Variant=Short", "Number=Plur"}, "a short adjective"),
        ("новее", "ADJ", {"Degree=Cmp"}, "a comparative"),
        ("новейший", "ADJ", {"Degree=Sup"}, "a superlative"),
        ("пятому", "ADJ", {"NumType=Ord"}, "an ordinal"),
        ("сказала", "VERB", {"VerbForm=Fin", "Tense=Past", "Gender=Fem", "Mood=Ind", "Aspect=Perf"}, "a finite verb"),
        ("скажите", "VERB", {"Mood=Imp"}, "a command"),
        ("говорю", "VERB", {"Person=1", "Tense=Pres"}, "the first person"),
        ("сказать", "VERB", {"VerbForm=Inf"}, "an infinitive"),
        ("сказав", "VERB", {"VerbForm=Conv"}, "a gerund"),
        ("сказавшему", "VERB", {"VerbForm=Part", "Voice=Act", "Case=Dat"}, "a participle"),
        ("сказано", "VERB", {"VerbForm=Part", "Voice=Pass", "Variant=Short"}, "a short participle"),
        ("можно", "ADV", {"AdvType=Sta"}, "a predicative"),
        ("вчера", "ADV", set(), "an adverb"),
        ("пятью", "NUM", {"NumForm=Word", "Case=Ins"}, "a numeral"),
        ("она", "PRON", {"Person=3", "Gender=Fem"}, "a pronoun"),
        ("при", "ADP", set(), "a preposition"),
        ("или", "CCONJ", set(), "a conjunction that joins equals"),
        ("чтобы", "SCONJ", set(), "a conjunction that subordinates"),
        ("лишь", "PART", set(), "a particle"),
        ("увы", "INTJ", set(), "an interjection"),
        ("МВД", "PROPN", {"NameType=Com", "Abbr=Yes"}, "an organisation's abbreviation"),
        ("Reuters", "X", {"Foreign=Yes"}, "Latin letters"),
        ("XIX", "NUM", {"NumForm=Roman"}, "a Roman number"),
        ("2019", "NUM", {"NumForm=Digit"}, "digits"),
        (";", "PUNCT", set(), "a mark"),
    ],
)
def test_readings_are_universal(word, pos, features, why):
    readings = RUSSIAN.morphology.readings(word)
    assert [r for r in readings if r.pos == pos and features <= r.features], (why, readings)


@pytest.mark.parametrize(
    ("word", "case"),
    [("саду", "Loc"), ("чаю", "Par")],
    ids=["the second locative is a locative", "the second genitive is a partitive"],
)
def test_rare_cases(word, case):
    assert case in {r.case for r in RUSSIAN.morphology.readings(word)}


@pytest.mark.parametrize(
    ("one", "other", "do", "why"),
    [
        ("новую", "школу", True, "case, number and gender are the same"),
        ("новая", "школу", False, "another case"),
        ("новым", "школам", True, "in the plural there is no gender"),
        ("новое", "заводы", False, "another number"),
        ("новое", "завод", False, "another gender"),
        ("новый", "коллега", True, "a noun of either gender"),
    ],
)
def test_agreement(one, other, do, why):
    pairs = [(a, b) for a in RUSSIAN.morphology.readings(one) for b in RUSSIAN.morphology.readings(other)]
    assert any(agree(a, b) for a, b in pairs if a.is_attributive and b.is_noun) == do, why


@pytest.mark.parametrize(
    ("word", "category"),
    [("Минск", "NOUN"), ("этот", "ADJ"), ("новы", "ADJ:Short"), ("сказавший", "VERB:Part"), ("сказано", "VERB:Part:Short")],
)
def test_categories(word, category):
    assert category in {r.category for r in RUSSIAN.morphology.readings(word)}


@pytest.mark.parametrize(
    ("word", "is_one", "why"),
    [
        ("Самаре", True, "the dictionary marks it"),
        ("США", True, "the list of abbreviations"),
        ("Санкт-Петербурга", True, "another form of a place of the list"),
        ("Прикубанье", True, "by its form"),
        ("Верхнеобьем", True, "by its form in another case"),
        ("Сомовщины", True, "by its ending"),
        ("прикубанье", False, "a word in small letters"),
        ("завод", False, "a common noun"),
        ("Reuters", False, "no word of the dictionary"),
    ],
)
def test_places(word, is_one, why):
    assert RUSSIAN.is_place(word) == is_one, why


def test_places_of_several_words():
    assert [ENGLISH.is_place(name) for name in ("New Haven", "new haven", "Haven", "U.S.", "us")] == [
        True,
        True,
        False,
        True,
        False,
    ]


def test_words_of_the_languages_own_script():
    assert [RUSSIAN.is_native(w) for w in ("ёлка", "Київ", "Élysée", "G20", "7", "«")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert [ENGLISH.is_native(w) for w in ("Élysée", "Минск", "co-op")] == [True, False, True]


def test_what_the_languages_say_of_numbers_and_dates():
    assert (RUSSIAN.decimal_mark, RUSSIAN.date_order) == (",", "DMY")
    assert (ENGLISH.decimal_mark, ENGLISH.grouping_marks, ENGLISH.date_order) == (".", ",", "MDY")
    assert RUSSIAN.function_words["чем"] == {"PRON", "SCONJ"}
    assert ENGLISH.function_words["that"] == {"DET", "PRON", "SCONJ"}


@pytest.mark.parametrize(("field", "value"), [("script", "Russian"), ("date_order", "DM")])
def test_what_nobody_knows_is_refused(field, value):
    with pytest.raises(ValueError, match=value):
        Language(code="cs", name="Czech", **{field: value})


@pytest.mark.parametrize(
    ("code", "text", "is_one", "why"),
    [
        ("ru", "Завод построят", True, "its alphabet"),
        ("ru", "Завод збудують у Києві", False, "letters of its neighbour"),
        ("uk", "Завод збудують у Києві", True, "its alphabet"),
        ("be", "Завод пабудуюць у Мінску", True, "its alphabet"),
        ("bg", "Заводът ще бъде построен", True, "its alphabet"),
        ("bg", "Объём производства вырос", False, "letters of its neighbour"),
        ("en", "Завод построят", False, "another script"),
        ("ru", "The plant opens", False, "another script"),
        ("sr", "Fabrika se gradi", True, "one of two scripts"),
        ("sr", "Фабрика се гради", True, "the other one"),
        ("ru", "2025 — 30 %", True, "no letters, no doubt"),
        ("sah", "Fabrika", True, "of a code of three letters nothing is known"),
        ("ru", "Завод построят. " * 40 + "Київ", True, "a name in another alphabet"),
    ],
)
def test_what_a_language_is_written_in(code, text, is_one, why):
    assert is_written_in(code, text) == is_one, why


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Завод построят", "ru"),
        ("The plant opens", "en"),
        ("Завод збудують у Києві", None),
        ("12:0", None),
        ("工場", None),
        # neighbours in the same letters
        ("ВАРНА, 3 юни (БТА) – Пожар избухна в склад край пристанището, няма пострадали.", None),
        ("Кметът откри моста", None),
        ("Кмет: „Мостът ще бъде готов до есента“", None),
        ("Управлявайте своите добавки и теми чрез менюто на приложението", None),
        ("Изложението отива в Лион, обяви компанията", None),
        ("Премиерот изјави дека мостот ќе биде готов во јули", None),
        ("Фабрика се гради у Нишу", None),
        ("Міст адкрыюць у ліпені, паведаміў міністр", None),
        ("Le pont sera ouvert en juillet, a annoncé le ministre", None),
        ("Die Brücke wird im Juli eröffnet, teilte der Minister mit", None),
        ("El puente abrirá en julio, dijo el ministro", None),
        ("Most zostanie otwarty w lipcu, ogłosił minister", None),
        ("Ponte aberta. " * 40, None),  # no word of these is in the table, and none is English
        # and what is not one of them
        ("Премьер Болгарии Бойко Борисов: мост через Дунай откроют в июле", "ru"),
        ("Въезд на мост закрыт, съезд открыт", "ru"),
        ("Ни ремонта, ни объезда: дороги закрыты с утра", "ru"),
        ("Мэр сказал: «Мостът ще бъде готов». Он добавил, что это будет летом", "ru"),
        (
            "ВЛАДИВОСТОК, 3 июн - Прима. " + "Спартак — Зенит 2:1, Динамо — Рубин 0:3. " * 4 + "Счёт по турам на сайте лиги.",
            "ru",
        ),
        # words and names that a neighbour has among its frequent ones
        ("Час работы мастера оценили вдвое дороже", "ru"),
        ("Книга про лётчика вышла посмертно", "ru"),
        ("Посол Анри де Ланж покинул страну", "ru"),
        ("Первой финишировала Яна Белова", "ru"),
        ("Тренер Али Насер уволен", "ru"),
        ("Си Мин открыл выставку", "ru"),
        ("Ми-26 сел в тундре, Су-34 вернулся", "ru"),
        ("Новая модель: 58-й размер", "ru"),
        ("Медаль вручили Никите Лаптеву", "ru"),
        ("Хлебопёки ждут муки, пишет «Коммерсантъ»", "ru"),
        # marks that do not count as letters
        ("Це\u0301ны сни\u0301зились на ры\u0301нке, больни\u0301це помогли\u0301", "ru"),
        ("Е\u0308жик и Е\u0308лка — призёры", "ru"),
        ("По\u00adли\u00adция задер\u00adжа\u00adла водителя", "ru"),
        # lists
        ("Сыр — 700 рублей, мёд — 450", "ru"),
        ("Состав: " + "Пётр Лыков, Глеб Шумов, Лев Быков, Олег Чайкин, " * 6, "ru"),
        # names in letters of another script, addresses
        ("Microsoft Windows Server 2025 подорожал", "ru"),
        ("Спартак vs Зенит", "ru"),
        ("Запись: https://example.org/watch/the-city-council-session-of-monday. Мэр ушёл", "ru"),
        ("Critics call it показуха, which is a word for a show", "en"),
        # neighbours once more: letters and endings that Russian has not
        ("Програма виконання введення", None),
        ("Больш цяжкая праца чакаць", None),
        ("Работното време на хората", None),
        ("Фабрика на некое место во општеството", None),
        ("Мамлекет башчысы жарандардын укуктары тууралуу айтты", None),
        ("Засгийн газрын эрхтэй", None),
        ("Oil prices rise 2 percent", "en"),
        ("La Traviata returns to the Opera de Paris", "en"),
        ("HARTFORD (AP) — Governor's order on U.S. roads goes to court", "en"),
    ],
)
def test_detection(text, code):
    assert newsfacts_detect_language(Article(text=text)) == code


def test_a_language_with_other_words_is_another_one():
    """What plugins make of a language's words is kept with it, so it must not be taken for the other."""
    assert evolve(RUSSIAN, scales={}) != RUSSIAN


def test_a_feature_that_no_form_has_gives_no_form():
    reading = RUSSIAN.morphology.readings("завод")[0]
    assert RUSSIAN.morphology.inflect(reading, "Case=Abl") is None
    assert RUSSIAN.morphology.inflect(RUSSIAN.morphology.readings("кое-кто")[0], "Case=Abl") is None


@pytest.mark.parametrize(
    ("fields", "error", "problem"),
    [
        ({"numbers": {"five": 5}}, TypeError, "numbers: 'five' is 5; each is a number as a string, such as '5' or '1.5'"),
        ({"numbers": {"five": "five"}}, ValueError, "numbers: 'five' is 'five'; each is a number as a string"),
        ({"numbers": {"all": "Infinity"}}, ValueError, "numbers: 'all' is 'Infinity'"),
        ({"months": {"may": "5"}}, TypeError, "months: 'may' is '5'; each is the number of a month, 1 to 12"),
        ({"months": {"may": 13}}, ValueError, "months: 'may' is 13"),
        ({"scales": {"million": "6"}}, TypeError, "scales: 'million' is '6'; each is a power of ten as a number"),
        ({"scales": {"million": 10**9}}, ValueError, "scales: 'million' is 1000000000"),
        ({"function_words": {"of": "ADP"}}, TypeError, "function_words: 'of' is 'ADP'; each is a frozenset"),
        ({"place_adjectives": {"welsh": 5}}, TypeError, "place_adjectives: 'welsh' is 5"),
        ({"abbreviations": "gov"}, TypeError, "words are a list of strings, not a string; split 'gov'"),
    ],
)
def test_a_table_of_another_type_is_refused_when_the_language_is_made(fields, error, problem):
    with pytest.raises(error) as caught:
        Language(code="sco", name="Scots", **fields)
    assert problem in str(caught.value)
