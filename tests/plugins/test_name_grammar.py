"""What the names plugin makes of labelled words: spans, phrases, places and nominatives. The labels are given, not learnt."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names.candidates import find_candidates
from newsfacts_names.corrections import corrected
from newsfacts_names.declension import CaseContext, Decliner
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.nominatives import WordNominatives
from newsfacts_names.noun_phrases import nominative_phrase
from newsfacts_names.organizations import find_organizations
from newsfacts_names.persons import find_person_spans, name_persons
from newsfacts_names.places import find_places
from newsfacts_names.ru import RussianNameGrammar
from newsfacts_names.ru.context import CaseContexts

LEXICON = name_lexicon("ru")
GRAMMAR = RussianNameGrammar(RUSSIAN, LEXICON)
M, F = "masculine", "feminine"


def labelled(text, labels):
    """The article, its candidates, and their labels, which are nothing («O») where they are left out."""
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN)
    candidates = find_candidates(analysis, LEXICON)
    return analysis, candidates, [*labels, *"O" * (len(candidates) - len(labels))]


# text, labels, organisations, why
ORGANIZATIONS = [
    ("суд отклонил иск", "", ["суд"], "a body by itself"),
    ("вот и суд", "", ["суд"], "at the end of the text"),
    ("суды отклонили иск", "", [], "several bodies are none"),
    ("вчера Суды отклонили иск", "", ["Суды"], "unless they have a capital"),
    ("вчера комитет одобрил иск", "", [], "a body that needs a name"),
    ("вчера Комитет одобрил иск", "", ["Комитет"], "a capital within a sentence"),
    ("Комитет одобрил иск", "", [], "a capital that begins a sentence"),
    ("Вот итог: Комитет одобрил иск", "", [], "or what a colon opens"),
    ("Вот итог\nКомитет одобрил иск", "", [], "or a line"),
    ("Комитет спорта одобрил иск", "R", ["Комитет", "Комитет спорта"], "unless it is labelled"),
    ("глава компьютер «Радуга» сломал", "", [], "no body's noun, though it begins like one"),
    ("Рада Украины собралась", "R", ["Рада", "Рада Украины"], "first of all another word"),
    ("концерн «Радуга» отклонил иск", "", ["концерн «Радуга»"], "a name in quotation marks"),
    ("школа «21 век» закрылась", "", ["школа «21 век»"], "that begins with a number"),
    ("суд «отклонил» иск", "", ["суд"], "what is in quotation marks is no name"),
    ("суд «Радуга отклонил иск", "", ["суд"], "the mark is not closed"),
    ("суд «" + "Очень " * 14 + "долго» думал", "", ["суд"], "too long for a name"),
    ("газета «Заря» пишет", "", ["Заря"], "a medium's noun is no part of its name"),
    ("Следственный комитет возбудил дело", "", ["Следственный комитет"], "an adjective with a capital"),
    ("Следственный\nкомитет возбудил дело", "", [], "not over the end of a line"),
    ("Следственной комитет возбудил дело", "", [], "nor one that does not agree"),
    ("Главный следственный комитет возбудил дело", "", ["Главный следственный комитет"], "a usual adjective between"),
    ("Первый московский суд отклонил иск", "", ["Первый московский суд"], "one made from a place"),
    ("Первый добрый суд отклонил иск", "", ["суд"], "an unusual one"),
    ("Первый Добрый суд отклонил иск", "", ["Первый Добрый суд"], "an unusual one with a capital"),
    ("Добрый Первый Высший Верховный суд отклонил иск", "", ["Первый Высший Верховный суд"], "three at most"),
    ("суд Самарской области отклонил иск", "", ["суд Самарской области"], "the genitive"),
    ("суд\nМосквы отклонил иск", "", ["суд"], "not over the end of a line"),
    ("министерство делом занято", "", ["министерство"], "another case"),
    ("суд его отклонил", "", ["суд"], "a pronoun in the genitive"),
    ("министерство стали лучше финансировать", "", ["министерство"], "what may be a verb"),
    ("суд верховного отклонил", "", ["суд"], "an adjective without its noun"),
    ("министерство промышленности и торговли решило", "", ["министерство промышленности и торговли"], "two in the genitive"),
    ("суд и торговли", "", ["суд"], "«и» joins nothing after the noun itself"),
    ("министерство торговли новой и промышленности", "", ["министерство торговли"], "nor after an adjective"),
    ("суд по правам человека отклонил иск", "", ["суд по правам человека"], "the dative after «по»"),
    ("вчера Комиссия по делам и правам решила", "", ["Комиссия по делам и правам"], "two in the dative"),
    ("министерство обороны делам обучено", "", ["министерство обороны"], "the dative without «по»"),
    ("суд верховного по делам", "", ["суд"], "«по» after an adjective"),
    (
        "пресс-служба губернатора Игоря Бабушкина ответила",
        "Pp",
        ["пресс-служба губернатора Игоря Бабушкина"],
        "a person with an office",
    ),
    (
        "пресс-служба губернатора области Игоря Бабушкина ответила",
        "Pp",
        ["пресс-служба губернатора области Игоря Бабушкина"],
        "a person with an office of something",
    ),
    ("министерство обороны Игоря Бабушкина ответило", "Pp", ["министерство обороны"], "a person without one"),
    ("вчера Фонд Игоря Бабушкина ответил", "OPp", ["Фонд Игоря Бабушкина"], "a person whose it is"),
    ("вчера Фонд Игорю Бабушкину ответил", "OPp", ["Фонд"], "a person in another case"),
    ("вчера Игорь Суд ушёл", "Pp", [], "within a person's name"),
    ("глава Белого дома ушёл", "R", ["Белого дома"], "a labelled adjective with its noun"),
    ("глава Белому военному дому", "R", ["Белому военному дому"], "an adjective between, which may be a noun too"),
    ("глава Белого вчера дома ждал", "R", [], "another word between"),
    ("глава Белого домом гордится", "R", [], "a noun that does not agree"),
    ("глава Московской области ушёл", "R", [], "the noun makes it a place"),
    ("Российская победила", "R", [], "no noun at all"),
    ("«Российская» победила", "R", ["Российская"], "a name in quotation marks needs no noun"),
    ("Россия победила", "R", [], "a place"),
    ("Минск Арена открылась", "Rr", ["Минск Арена"], "a place's name within another"),
    ("Форбс & Ко", "Rr", ["Форбс & Ко"], "over a mark that names have"),
    ("Форбс, Блумберг", "Rr", ["Форбс", "Блумберг"], "over another one it is another name"),
    (
        "Форбс " * 60,
        "R" + "r" * 59,
        ["Форбс " * 49 + "Форбс", "Форбс " * 9 + "Форбс"],
        "an endless name is several",
    ),
]


@pytest.mark.parametrize(("text", "labels", "organizations", "why"), ORGANIZATIONS, ids=[row[3] for row in ORGANIZATIONS])
def test_organizations(text, labels, organizations, why):
    analysis, candidates, labels = labelled(text, labels)
    persons = find_person_spans(analysis, candidates, labels)
    mentions = list(find_organizations(analysis, LEXICON, GRAMMAR, candidates, labels, persons))
    assert [m.text for m in mentions] == organizations, why


# a name's words, what it is called
PHRASES = [
    ("Верховном \n суде Украины", "Верховный суд Украины"),
    ("концерна «Радуга»", "концерн «Радуга»"),
    ("ЕСПЧ", "ЕСПЧ"),
    ("САНА", "САНА"),
]


@pytest.mark.parametrize(("words", "name"), PHRASES)
def test_nominatives_of_phrases(words, name):
    assert nominative_phrase(RUSSIAN, words) == name


# text, labels, persons, why
PERSONS = [
    ("Анна Ким ушла", "Pp", ["Анна Ким"], "two words"),
    ("Анна Ким ушла", "PP", ["Анна", "Ким"], "two persons"),
    ("Анна К. ушла", "Pp", ["Анна К."], "an initial with its stop"),
    ("Анна К ушла", "Pp", ["Анна К"], "a letter without one"),
    ("Вот Анна Ким. Конец", "Pp", ["Анна Ким"], "the stop of no initial"),
    ("Умер Карл V. Конец", "OPp", ["Карл V"], "nor of a sovereign's number"),
    ("Иван «Молот» Громов ушёл", "POP", ["Иван «Молот» Громов"], "a nickname"),
    ("Иван «молот» Громов ушёл", "PP", ["Иван", "Громов"], "no name"),
    ("Иван «Молот», Громов ушёл", "POP", ["Иван", "Громов"], "nothing else may be between"),
    ("Иван «Молот» Громов ушёл", "POO", ["Иван"], "nothing follows the nickname"),
    (
        "Иван Громов «Молот» " * 13,
        "PpO" * 13,
        ["Иван Громов «Молот» " * 9 + "Иван Громов", "Иван Громов «Молот» " * 2 + "Иван Громов"],
        "an endless name is several",
    ),
    ("МЧС ГУВД ждут", "Pp", [], "abbreviations"),
    ("АННА ИВАНОВА ждёт", "Pp", ["АННА ИВАНОВА"], "a name in capitals"),
    ("А. Б. ждут", "Pp", ["А. Б."], "initials alone"),
    ("JOHN SMITH ждёт", "Pp", ["JOHN SMITH"], "capitals of another script"),
    ("Прохор Лин CNN ждёт", "Ppp", ["Прохор Лин"], "a word of another script"),
    ("Прохор Лин НАТО ждёт", "Ppp", ["Прохор Лин"], "an abbreviation"),
    ("Прохор Y Лин ждёт", "Ppp", ["Прохор Y Лин"], "a letter of another script"),
    ("Урсула von Ляйен ждёт", "Pp", ["Урсула von Ляйен"], "a particle of another script within"),
    ("Карл XVI Густав ждёт", "Ppp", ["Карл XVI Густав"], "a sovereign's number within"),
    ("Урсула фон дер Ляйен ждёт", "Pp", ["Урсула фон дер Ляйен"], "particles within"),
    ("Иван Smith Петров Громов ждёт", "Pppp", ["Петров Громов"], "the longest part"),
    ("Прохор Лин Y CNN ждёт", "Pppp", ["Прохор Лин Y"], "a letter belongs to the part before it"),
    ("Y Прохор Лин CNN ждёт", "Pppp", ["Y Прохор Лин"], "or, at the beginning, to the one after it"),
]


@pytest.mark.parametrize(("text", "labels", "persons", "why"), PERSONS, ids=[row[3] for row in PERSONS])
def test_person_spans(text, labels, persons, why):
    analysis, candidates, labels = labelled(text, labels)
    assert [text[start:end] for start, end in find_person_spans(analysis, candidates, labels)] == persons, why


# text after a person's name, the name in its own script, why
OWN_SCRIPT = [
    ("(马凌) ушла", "马凌", "in brackets"),
    ("(яп. 三浦 雄一郎) ушла", "三浦 雄一郎", "after the language"),
    ("(Kim) ушла", None, "Latin words are labelled like any"),
    ("(тётя) ушла", None, "the article's own script"),
    ("и (马凌) ушла", None, "not at once after the name"),
]


@pytest.mark.parametrize(("rest", "name", "why"), OWN_SCRIPT, ids=[row[2] for row in OWN_SCRIPT])
def test_names_in_their_own_script(rest, name, why):
    analysis, candidates, labels = labelled(f"Ма Лин {rest}", "Pp")
    spans = find_person_spans(analysis, candidates, labels)
    mentions = list(name_persons(analysis, spans, GRAMMAR))
    assert [(m.text, m.name) for m in mentions[1:]] == ([(name, "Ма Лин")] if name else []), why


# text, labels, places, why
PLACES = [
    ("Вылет из Минска", "", [("Минска", "Минск")], "a city"),
    ("Вылет в Южную Корею", "", [("Южную Корею", "Южная Корея")], "with its adjective"),
    ("Вылет в Южной Корею", "", [("Корею", "Корея")], "an adjective that does not agree"),
    ("Вылет Белая, Корея", "", [("Корея", "Корея")], "an adjective before a comma"),
    ("Вылет Новая Корея", "OR", [("Корея", "Корея")], "an adjective of something else"),
    ("Минска ждут", "P", [], "a person of that name"),
    ("Вылет США", "", [("США", "США")], "an abbreviation"),
    ("Вылет из Кузявкино", "", [], "unknown to the dictionary"),
]


@pytest.mark.parametrize(("text", "labels", "places", "why"), PLACES, ids=[row[3] for row in PLACES])
def test_places(text, labels, places, why):
    analysis, candidates, labels = labelled(text, labels)
    assert [(m.text, m.name) for m in find_places(analysis, candidates, labels)] == places, why


# text, labels, corrected labels, why
CORRECTED = [
    ("глава Кремля Песков", "Rr", "RP", "a surname in another case than the body"),
    ("глава Кремля Пескова", "Rr", "Rr", "a surname in its case"),
    ("глава Кремля ПЕСКОВ", "Rr", "Rr", "an abbreviation may look like a surname"),
    ("глава Кремля Песковы", "Rr", "Rr", "a surname in the plural"),
    ("глава Кремля Вельзевулкин", "Rr", "Rr", "a surname that the dictionary does not know"),
    ("глава Кремля Кирпич", "Rr", "Rr", "no surname"),
    ("глава Кремля, Песков", "Rr", "Rr", "not beside the body"),
    ("глава Кремля Песков", "RO", "RO", "what the labeller leaves out"),
    ("пришла Анна Громова", "OP", "Pp", "a given name before a person's"),
    ("пришла Роль Громова", "OP", "OP", "another word before it"),
    ("пришла Анна, Громова", "OP", "OP", "not beside it"),
    ("пришла Анна Громова", "OO", "Pp", "a given name and what may be a surname"),
    ("пришла Анна Москва", "OO", "OO", "a given name and a place"),
    ("пришла Анна Вчера", "OO", "OO", "a given name and another word"),
    ("пришла Анна Громова", "OR", "OR", "a given name and a body"),
    ("пришла Анна Громова", "RO", "RO", "a body's name that looks like one"),
    ("пришла Анна Сказавшая", "OO", "Pp", "a participle that agrees"),
    ("пришла Анна Сказавшего", "OO", "OO", "a participle in another case"),
    ("пришла Анна Сказавшие", "OO", "OO", "a participle in the plural"),
    ("пришла Анны Сказавшая", "OO", "OO", "a given name in another case, or in the plural"),
    ("пришла Марта Сказавшего", "OO", "OO", "the given name's case, not that of the month March"),
    ("глава Кремля Песков Совета Федерации", "Rrrr", "RPRr", "what follows the person is another body"),
]


@pytest.mark.parametrize(("text", "labels", "mended", "why"), CORRECTED, ids=[row[3] for row in CORRECTED])
def test_corrections(text, labels, mended, why):
    _, candidates, labels = labelled(text, labels)
    assert "".join(corrected(candidates, labels, GRAMMAR)) == mended, why


def fitting(case, *genders):
    return {(case, gender): 1.0 for gender in genders or ("Masc", "Fem")}


# text, name, the cases and genders that fit best with how well, the verb's gender, why
CONTEXTS = [
    ("Он ушёл с Громовым", "Громовым", fitting("Ins"), None, "a preposition"),
    ("Он с Громовым ушёл", "Громовым", fitting("Ins"), None, "after which no name is a subject"),
    ("Громов ушёл", "Громов", {("Nom", "Masc"): 6.0, ("Nom", "Fem"): 6.0}, "Masc", "a sentence's beginning, a verb"),
    ("Вот — Громов", "Громов", {("Nom", "Masc"): 4.0, ("Nom", "Fem"): 4.0}, None, "a dash"),
    ("Вот, Громов умер", "Громов", {}, "Masc", "a comma"),
    ("Вот, Громов, ушла", "Громов", {}, None, "the verb is not beside it"),
    ("Ушла Громова", "Громова", {}, None, "a verb with a capital may be a name"),
    ("вот ушла Громова", "Громова", {}, "Fem", "a verb before the name"),
    ("Вот, Громов заявляет", "Громов", {}, "", "a verb without gender"),
    ("Вот, Громов было", "Громов", {}, None, "a verb of another gender"),
    ("Вот, Громов ушли", "Громов", {}, None, "a verb in the plural"),
    ("Вот, Громов быстро", "Громов", {}, None, "no verb"),
    ("Вот Минск Громова", "Громова", {}, None, "a place's name"),
    ("Вот речь Громова", "Громова", {("Gen", "Masc"): 3.5, ("Gen", "Fem"): 3.5}, None, "a thing"),
    ("Вот министра Громова", "Громова", fitting("Gen") | fitting("Acc"), None, "an office, of either gender"),
    ("Вот певицы Громовой", "Громовой", fitting("Gen", "Fem"), None, "a woman's occupation, not in the plural"),
    ("Вот министры Громов", "Громов", {}, None, "an office in the plural"),
    ("Вот маленький Громов", "Громов", fitting("Nom", "Masc") | fitting("Acc", "Masc"), None, "an adjective"),
    ("Вот маленькую Громову", "Громову", fitting("Acc", "Fem"), None, "an adjective of a woman"),
    (
        "Вот рабочего Громова",
        "Громова",
        fitting("Gen", "Masc") | fitting("Acc", "Masc"),
        None,
        "likelier an adjective than a noun",
    ),
]


@pytest.mark.parametrize(("text", "name", "fits", "verb", "why"), CONTEXTS, ids=[row[4] for row in CONTEXTS])
def test_contexts_of_names(text, name, fits, verb, why):
    context = CaseContexts(Analysis(Article(text=text, language="ru"), RUSSIAN), LEXICON).of(
        text.index(name), text.index(name) + len(name)
    )
    best = {(case, gender): fit for (case, gender), fit in context.fits.items() if fit >= 1.0 and gender != "Neut"}
    assert best == fits, why
    assert context.verb == verb, why


# word, its place, case and gender, the nominatives with their weights, why
WORDS = [
    ("Анна", "first", "Nom", "Fem", {"Анна": 1.0}, "a given name"),
    ("Анна", "last", "Nom", "Fem", {"Анна": 0.4}, "seldom last"),
    ("Ветров", "last", "Nom", "Masc", {"Ветров": 0.6}, "a surname, or winds in the genitive"),
    ("Ветров", "first", "Nom", "Masc", {"Ветров": 0.24}, "seldom first"),
    ("Иванович", "middle", "Nom", "Masc", {"Иванович": 1.0}, "a patronymic"),
    ("Яровой", "first", "Gen", "Fem", {"Яровая": 0.5, "Ярова": 0.213, "Яровой": 0.001}, "a name that is an adjective too"),
    ("Красной", "last", "Gen", "Fem", {"Красная": 0.9, "Красной": 0.35}, "an adjective that is no name"),
    ("Зайца", "last", "Gen", "Masc", {"Зайц": 0.6, "Заяц": 0.262, "Зайца": 0.04}, "a noun that is no name"),
    ("Ковалькевича", "last", "Gen", "Masc", {"Ковалькевич": 0.6, "Ковалькевича": 0.04}, "unknown: by its ending"),
    ("Нгр", "last", "Gen", "Fem", {"Нгр": 0.5}, "without a vowel"),
    ("ван", "middle", "Gen", "Fem", {"ван": 0.5}, "a particle"),
    ("Обамы", "only", "Gen", "Fem", {"Обама": 1.0, "Обамы": 0.001}, "a surname alone may be hers"),
    ("Обамы", "only", "Gen", "Masc", {"Обама": 1.0, "Обамы": 0.001}, "or his"),
    ("Шмыгули", "only", "Gen", "Masc", {"Шмыгуля": 0.1, "Шмыгули": 0.6}, "unknown, likewise"),
    ("Шмыгули", "last", "Gen", "Masc", {"Шмыгули": 0.6}, "not beside a given name"),
    ("Шмукиной", "only", "Gen", "Masc", {}, "but that is hers"),
    ("Шмукиной", "only", "Gen", "Fem", {"Шмукина": 0.9, "Шмукиной": 0.35, "Шмукиная": 0.15}, "who is called so"),
    ("Кузявая", "last", "Nom", "Fem", {"Кузявая": 0.9}, "an adjective's ending"),
    ("Громкая", "first", "Nom", "Fem", {"Громкая": 0.9}, "an adjective of the dictionary, wherever it stands"),
    ("Шмыгоский", "first", "Nom", "Masc", {"Шмыгоский": 0.1}, "hardly a given name's"),
    ("Шмыгоский", "last", "Nom", "Masc", {"Шмыгоский": 1.0}, "but a surname's"),
    ("Шмык", "last", "Gen", "Fem", {"Шмык": 0.35}, "a woman's surname is not declined"),
    ("Шмык", "last", "Gen", "Masc", {}, "a man's is"),
    ("Шмыклон", "first", "Gen", "Fem", {"Шмыклон": 0.035}, "a woman's given name hardly"),
    ("Шмык", "first", "Gen", "Masc", {"Шмык": 0.3}, "a short given name may not be"),
    ("Поль", "first", "Gen", "Masc", {"Поль": 0.06}, "one of the dictionary hardly"),
    ("Чен", "middle", "Gen", "Masc", {"Чен": 0.4}, "one of three letters"),
    ("Артема", "first", "Gen", "Masc", {"Артем": 0.786, "Артема": 0.001}, "without the ё that it is written without"),
    ("АРТЁМА", "first", "Gen", "Masc", {"АРТЁМ": 0.667, "АРТЁМА": 0.001}, "in capitals"),
    ("ШМЫКУШУ", "last", "Acc", "Fem", {"ШМЫКУША": 0.4, "ШМЫКУШУ": 0.12}, "unknown, in capitals"),
    ("Маленькое", "last", "Nom", "Masc", {"Маленькое": 0.12}, "no neuter is a person's"),
    ("Оя", "last", "Nom", "Fem", {"Оя": 0.04}, "too short for a stem"),
]


@pytest.mark.parametrize(("word", "place", "case", "gender", "nominatives", "why"), WORDS, ids=[row[5] for row in WORDS])
def test_nominatives_of_a_word(word, place, case, gender, nominatives, why):
    found = WordNominatives(RUSSIAN, LEXICON).of(word, place).get((case, gender), ())
    assert dict(found) == pytest.approx(nominatives, abs=0.001), why
    assert [weight for _, weight in found] == sorted((weight for _, weight in found), reverse=True), why


# names of one article, what they are called, why
DECLINED = [
    (["Виктором Каранкевичем"], ["Виктор Каранкевич"], [M], "an unknown surname"),
    (["Ольги Каранкевич"], ["Ольга Каранкевич"], [F], "a woman's stays"),
    (["Нгр Ким"], ["Нгр Ким"], [None], "a word without vowels"),
    (["Людвига ван Бетховена"], ["Людвиг ван Бетховен"], [M], "a particle stays"),
    (["Петра Первого"], ["Пётр Первый"], [M], "a sovereign"),
    (["ВИКТОРА КАРАНКЕВИЧА"], ["ВИКТОР КАРАНКЕВИЧ"], [M], "capitals"),
    (["Ивановой Анны"], ["Иванова Анна"], [F], "the surname first"),
    (["Хуана де ла Круса"], ["Хуан де ла Крус"], [M], "several particles"),
    (["Уго Чавеса"], ["Уго Чавес"], [M], "a given name that is not declined"),
    (["Добкина"], ["Добкина"], [None], "hers, or his in the genitive"),
    (["Добкина", "Добкин"], ["Добкин", "Добкин"], [None, None], "the article has his"),
    (["Анны Ивановны"], ["Анна Ивановна"], [F], "a patronymic"),
    (["Анны Ивановны", "Анна Серова"], ["Анна Серова"] * 2, [F, F], "the surname that the article has for it"),
    (["Анны Серовой", "Анна Лосева"], ["Анна Серова", "Анна Лосева"], [F, F], "no patronymic"),
    (["Анны", "Анна Серова"], ["Анна", "Анна Серова"], [F, F], "a given name alone stays"),
    (
        ["Анны Ивановны", "Анна Серова", "Анна Лосева"],
        ["Анна Ивановна", "Анна Серова", "Анна Лосева"],
        [F, F, F],
        "two surnames",
    ),
    (
        ["Анны Марии Ивановны", "Анна Серова"],
        ["Анна Мария Ивановна", "Анна Серова"],
        [F, F],
        "three words are a name by themselves",
    ),
    (["А.Б.Кима"], ["А. Б. Ким"], [M], "initials"),
]


@pytest.mark.parametrize(("names", "called", "genders", "why"), DECLINED, ids=[row[3] for row in DECLINED])
def test_nominatives_of_names(names, called, genders, why):
    found = Decliner(RUSSIAN, LEXICON).decline(names, lambda _: CaseContext({}))
    assert [person.name for person in found] == called, why
    assert [person.gender for person in found] == genders, why


# a name, the gender of a verb beside it, what it is called, the gender, why
BESIDE_VERBS = [
    ("Порошенко", None, "Порошенко", None, "no verb"),
    ("Порошенко", "", "Порошенко", None, "a verb without gender"),
    ("Порошенко", "Masc", "Порошенко", M, "a man's"),
    ("Порошенко", "Fem", "Порошенко", F, "a woman's"),
    ("Добкина", None, "Добкина", None, "hers, or his in the genitive"),
    ("Добкина", "", "Добкина", F, "a subject is in the nominative"),
    ("Добкина", "Masc", "Добкин", None, "her verb would be another"),
    ("Добкина", "Fem", "Добкина", F, "her verb"),
]


@pytest.mark.parametrize(("word", "verb", "name", "gender", "why"), BESIDE_VERBS, ids=[row[4] for row in BESIDE_VERBS])
def test_names_beside_verbs(word, verb, name, gender, why):
    assert Decliner(RUSSIAN, LEXICON).decline([word], lambda _: CaseContext({}, verb)) == [(name, gender)], why


def test_only_doubtful_names_are_looked_at_in_their_context():
    asked = []
    Decliner(RUSSIAN, LEXICON).decline(["Виктор Громов", "Порошенко"], lambda index: asked.append(index) or CaseContext({}))
    assert asked == [1]


def test_every_form_of_a_bodys_noun_is_a_trigger():
    morphology = RUSSIAN.morphology
    forms = {
        form
        for noun in LEXICON.body_nouns
        for case in ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
        for number in ("Sing", "Plur")
        if (form := morphology.inflect(morphology.readings(noun)[0], f"Case={case}", f"Number={number}"))
    }
    assert len(forms) > 500
    assert [form for form in sorted(forms) if form not in LEXICON.body_triggers] == []
    assert [form for form in sorted(forms) if not form.startswith(LEXICON.body_stems)] == []
