"""The names plugin: what it finds in Russian sentences in the manner of the wire."""

import pytest

from newsfacts import Analysis, Article, Language
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_names.declension import Context, decliner

M, F = "masculine", "feminine"


def analyse(text):
    return Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


def found(text, *types):
    analysis = analyse(text)
    mentions = [m for m in analysis.mentions if m.type in types]
    assert not analysis.failures
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return mentions


# text, persons as (words in the text, nominative), why
PERSONS = [
    ("Об этом сообщил министр Виктор Каранкевич.", [("Виктор Каранкевич", "Виктор Каранкевич")], "given name and surname"),
    (
        "Об этом со ссылкой на слова Виктора Каранкевича пишет газета.",
        [("Виктора Каранкевича", "Виктор Каранкевич")],
        "genitive",
    ),
    ("Премьер встретился с Ангелой Меркель в Берлине.", [("Ангелой Меркель", "Ангела Меркель")], "a woman's surname stays"),
    ("Заместителем стала певица Оксана Фёдорова.", [("Оксана Фёдорова", "Оксана Фёдорова")], "after an occupation"),
    ("Жюри работало под началом Оксаны Фёдоровой.", [("Оксаны Фёдоровой", "Оксана Фёдорова")], "a woman's surname on -ова"),
    ("Совещание провели с министром Иреком Файзуллиным.", [("Иреком Файзуллиным", "Ирек Файзуллин")], "surname on -ин"),
    ("Переговоры с председателем КНР Си Цзиньпином прошли в Пекине.", [("Си Цзиньпином", "Си Цзиньпин")], "Chinese name"),
    ("Он поздравил президента США Джо Байдена.", [("Джо Байдена", "Джо Байден")], "given name that is not declined"),
    (
        "Пост занял грузинский дипломат Зураб Пололикашвили.",
        [("Зураб Пололикашвили", "Зураб Пололикашвили")],
        "Georgian surname",
    ),
    (
        "На форум пригласили президента Казахстана Касым-Жомарта Токаева.",
        [("Касым-Жомарта Токаева", "Касым-Жомарт Токаев")],
        "the second half of a double given name is declined",
    ),
    ("Приз вручили актрисе Джулии Робертс.", [("Джулии Робертс", "Джулия Робертс")], "foreign woman's surname"),
    ("Брифинг с Марией Захаровой перенесли.", [("Марией Захаровой", "Мария Захарова")], "after a preposition"),
    ("Письмо президента Петра Порошенко опубликовано.", [("Петра Порошенко", "Пётр Порошенко")], "surname on -ко, ё restored"),
    ("Советники помогли Дональду Трампу с ответом.", [("Дональду Трампу", "Дональд Трамп")], "dative"),
    ("Контракт подписан с предпринимателем Илоном Маском.", [("Илоном Маском", "Илон Маск")], "ending like a nominative"),
    ("Беседа с дипломатом Жозепом Боррелем длилась час.", [("Жозепом Боррелем", "Жозеп Боррель")], "soft stem"),
    ("Глава КНДР Ким Чен Ын осмотрел завод.", [("Ким Чен Ын", "Ким Чен Ын")], "Korean name"),
    ("Заявление Дональда Трампа-младшего изучат.", [("Дональда Трампа-младшего", "Дональд Трамп-младший")], "the younger"),
    ("Фото: АННА ИВАНОВА.", [("АННА ИВАНОВА", "АННА ИВАНОВА")], "a name in capitals"),
    ("Об этом сообщили в канале УГАИ ГУВД.", [], "abbreviations side by side"),
    ("Пресс-секретарь Кремля Песков ответил на вопросы.", [("Песков", "Песков")], "a surname after a body in the genitive"),
    ("Решение Эммануэля Макрона раскритиковали.", [("Эммануэля Макрона", "Эммануэль Макрон")], "a given name in a short text"),
    ("Как заявил глава миссии Прохор Лин CNN в интервью.", [("Прохор Лин", "Прохор Лин")], "a Latin word ends a Cyrillic name"),
    ("Полковник Марк Лин НАТО не критиковал.", [("Марк Лин", "Марк Лин")], "so does an abbreviation"),
    ("Решение подписал В. В. Путин.", [("В. В. Путин", "В. В. Путин")], "initials before"),
    ("Решение подписал В.В.Путин.", [("В.В.Путин", "В. В. Путин")], "initials glued"),
    (
        "Назначить Орлова Игоря Анатольевича главой района.",
        [("Орлова Игоря Анатольевича", "Орлов Игорь Анатольевич")],
        "surname first",
    ),
    ("Слово взял Сергей Викторович Лавров.", [("Сергей Викторович Лавров", "Сергей Викторович Лавров")], "patronymic"),
    ("Книгу перевела Анна Петрова-Водкина.", [("Анна Петрова-Водкина", "Анна Петрова-Водкина")], "double surname"),
    ("На съезд приехала Урсула фон дер Ляйен.", [("Урсула фон дер Ляйен", "Урсула фон дер Ляйен")], "particles"),
    ("Переговоры с Башаром аль-Асадом отложены.", [("Башаром аль-Асадом", "Башар аль-Асад")], "Arabic article"),
    ("Принц Мухаммед ибн Салман прибыл в Каир.", [("Мухаммед ибн Салман", "Мухаммед ибн Салман")], "Arabic patronymic"),
    ("Папа римский Бенедикт XVI отслужил мессу.", [("Бенедикт XVI", "Бенедикт XVI")], "a sovereign's numeral"),
    ("Королева Елизавета II приняла посла.", [("Елизавета II", "Елизавета II")], "a queen's numeral"),
    (
        "Концерт дал пианист Денис Мацуев, сообщила Ольга Белых.",
        [("Денис Мацуев", "Денис Мацуев"), ("Ольга Белых", "Ольга Белых")],
        "two",
    ),
    ("Барак Обама (Barack Obama) прибыл.", [("Барак Обама", "Барак Обама"), ("Barack Obama", "Barack Obama")], "Latin script"),
    (
        "Защиту Ирины Яровой обеспечит суд. Ирина Яровая довольна.",
        [("Ирины Яровой", "Ирина Яровая"), ("Ирина Яровая", "Ирина Яровая")],
        "adjective",
    ),
    (
        "Министр Олег Коробченко открыл форум. Позже Коробченко уехал, на вопросы Коробченко не ответил.",
        [("Олег Коробченко", "Олег Коробченко"), ("Коробченко", "Коробченко"), ("Коробченко", "Коробченко")],
        "a surname alone",
    ),
    ("Победил Константин «Кирпич» Орлов из Твери.", [("Константин «Кирпич» Орлов", "Константин «Кирпич» Орлов")], "nickname"),
    ("Блогер Ма Лин (马凌) закрыла сайт.", [("Ма Лин", "Ма Лин"), ("马凌", "Ма Лин")], "its own script"),
    (
        "Врач Гарегин Тумасян принял больных. У Тумасяна новый кабинет.",
        [("Гарегин Тумасян", "Гарегин Тумасян"), ("Тумасяна", "Тумасян")],
        "an unknown surname takes the nominative that the article shows",
    ),
]


@pytest.mark.parametrize(("text", "persons", "why"), PERSONS, ids=[row[2] for row in PERSONS])
def test_persons(text, persons, why):
    assert [(m.text, m.name) for m in found(text, "person")] == persons, why


# text, gender of its only or first person, why
GENDERS = [
    ("Сергей Шойгу прибыл в Читу.", M, "given name"),
    ("Камала Харрис прибыла в Токио.", F, "given name, though the surname ends in a consonant"),
    ("В суде выступила адвокат Иванова.", F, "the surname's form and the verb"),
    ("Слова Александра Лукашенко передаёт агентство.", M, "a name that would be a woman's in the nominative"),
    ("С вопросом обратились к Вячеславу Степановичу.", M, "patronymic"),
    ("Порошенко заявила об отставке.", F, "only the verb tells"),
    ("Порошенко заявил об отставке.", M, "only the verb tells"),
    ("Портрет Порошенко сняли со стены.", None, "nothing tells"),
    ("Протесты из-за оправдания христианки Асии Биби прошли в Лахоре.", F, "a share at the limit, the same on every Python"),
]


@pytest.mark.parametrize(("text", "gender", "why"), GENDERS, ids=[f"{row[2]}: {row[1]}" for row in GENDERS])
def test_genders(text, gender, why):
    assert found(text, "person")[0].gender == gender, why


# Nobody is named.
NOBODY = [
    ("Правительство России внесло законопроект в Госдуму.", "bodies"),
    ("Пожар произошёл в доме на улице Ленинградской в Москве.", "a street"),
    ("Поезд прибыл из Нижнего Новгорода в Санкт-Петербург.", "cities"),
    ("Цена нефти марки Brent выросла на 2%.", "a brand"),
    ("Компания Google открыла офис в Дублине.", "a firm in Latin script"),
    ("Новый год и Рождество отметили дома.", "holidays"),
    ("Об этом сообщает РИА Новости.", "an agency"),
    ("В четверг ЦБ РФ повысил ключевую ставку.", "abbreviations"),
    ("Эксперты назвали решение верным. Однако бюджет не изменят.", "words at the beginning of sentences"),
    ("«Газпром» увеличил поставки в Китай.", "a firm in quotation marks"),
]


@pytest.mark.parametrize(("text", "why"), NOBODY, ids=[row[1] for row in NOBODY])
def test_nobody(text, why):
    assert found(text, "person") == [], why


# text, an organisation's words in the text, nominative name, why
ORGANIZATIONS = [
    (
        'Глава белорусского концерна "Белнефтехим" дал интервью.',
        'концерна "Белнефтехим"',
        'концерн "Белнефтехим"',
        "no adjective of place",
    ),
    ("Об этом пишет газета «Коммерсантъ».", "Коммерсантъ", "Коммерсантъ", "a medium without its noun"),
    (
        "В Министерстве обороны РФ подтвердили потери.",
        "Министерстве обороны РФ",
        "Министерство обороны РФ",
        "a ministry with dependents",
    ),
    ("Следственный комитет возбудил дело.", "Следственный комитет", "Следственный комитет", "adjective and noun"),
    ("Иск отклонил Верховный суд Украины.", "Верховный суд Украины", "Верховный суд Украины", "a court"),
    (
        "В пресс-службе МВД Киргизии уточнили адрес.",
        "пресс-службе МВД Киргизии",
        "пресс-служба МВД Киргизии",
        "a press service",
    ),
    ("Как передаёт РИА Новости, суд отложен.", "РИА Новости", "РИА Новости", "an agency"),
    ("Об этом пишет The New York Times.", "The New York Times", "The New York Times", "a paper in Latin script"),
    (
        "Прокуратура Самарской области начала проверку.",
        "Прокуратура Самарской области",
        "Прокуратура Самарской области",
        "a body by itself",
    ),
    ("Сотрудники ФСБ задержали курьера.", "ФСБ", "ФСБ", "an abbreviation"),
    ("Представители посольства США посетили выставку.", "посольства США", "посольство США", "an embassy"),
    ("Представитель Белого дома опроверг слухи.", "Белого дома", "Белый дом", "a capital adjective and its noun"),
    (
        "Жалобу подали в Европейский суд по правам человека.",
        "Европейский суд по правам человека",
        "Европейский суд по правам человека",
        "with «по»",
    ),
    (
        "Ответ дали в пресс-службе губернатора Игоря Бабушкина.",
        "пресс-службе губернатора Игоря Бабушкина",
        "пресс-служба губернатора Игоря Бабушкина",
        "a person may be part of it",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), ORGANIZATIONS, ids=[row[3] for row in ORGANIZATIONS])
def test_organizations(text, words, name, why):
    assert (words, name) in [(m.text, m.name) for m in found(text, "organization")], why


# text, places as (words, nominative)
PLACES = [
    ("Самолёт вылетел из Минска в Южную Корею.", [("Минска", "Минск"), ("Южную Корею", "Южная Корея")]),
    ("Войска США и Германии покинут страну.", [("США", "США"), ("Германии", "Германия")]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places(text, places):
    assert [(m.text, m.name) for m in found(text, "place")] == places


# text, entities as (name, number of mentions), why
ENTITIES = [
    ("Премьер Олег Серов уехал. За Серова проголосовал О. Серов.", [("Олег Серов", 3)], "surname and initial"),
    ("Юлия Ефимова победила. Тренер доволен Юлией.", [("Юлия Ефимова", 2)], "given name alone"),
    (
        "Александра Завьялова родилась в Твери. Александра Семёновна пела.",
        [("Александра Завьялова", 2)],
        "given name and patronymic",
    ),
    (
        "Игорь Малашенко умер. Его вдова Елена Малашенко подала иск. Малашенко требовала выплат.",
        [("Игорь Малашенко", 1), ("Елена Малашенко", 2)],
        "a shared surname: the verb's gender decides",
    ),
]


@pytest.mark.parametrize(("text", "entities", "why"), ENTITIES, ids=[row[2] for row in ENTITIES])
def test_entities(text, entities, why):
    assert [(e.name, len(e.mentions)) for e in analyse(text).entities if e.type == "person"] == entities, why


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


def test_a_chain_of_hundreds_of_words_is_declined_as_it_is():
    chain = "-".join(["Иван", "Сидоров", "Ольга"] * 300)
    (declension,) = decliner(RUSSIAN).decline([chain], lambda _: Context({}))
    assert declension.name == chain


def test_other_languages_are_left_alone():
    finnish = Language(code="fi", name="Finnish")
    assert list(newsfacts_recognize(analysis=Analysis(Article(text="Barack Obama spoke."), finnish))) == []
