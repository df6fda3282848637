"""What the names plugin makes of labelled words: spans, phrases, places and nominatives. The labels are given, not learnt."""

from functools import partial

import pytest
from name_labels import labelled_in

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names.corrections import corrected
from newsfacts_names.declension import Decliner
from newsfacts_names.foreign_names import without_foreign_names
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.namesakes import without_namesakes
from newsfacts_names.nominatives import WordNominatives
from newsfacts_names.noun_phrases import nominative_phrase
from newsfacts_names.organizations import find_organizations
from newsfacts_names.persons import find_person_spans, name_persons
from newsfacts_names.places import find_places
from newsfacts_names.ru import RussianNameGrammar
from newsfacts_names.ru.context import ContextFeatures
from newsfacts_names.ru.lists import InLists
from newsfacts_names.syllabic_names import with_syllabic_names

LEXICON = name_lexicon("ru")
GRAMMAR = RussianNameGrammar(RUSSIAN, LEXICON)
M, F = "masculine", "feminine"
labelled = partial(labelled_in, RUSSIAN, LEXICON)


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
    ("вчера домен «Радуга» закрыли", "", [], "nor one with a name"),
    ("вчера Газета написала", "", [], "a medium's noun is none without its name"),
    ("Верховный\nсуд отклонил иск", "", ["суд"], "an adjective at the end of the line before"),
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
    ("глава Первого телеканала ушёл", "R", ["Первого телеканала"], "with a noun that is no body's"),
    ("глава Первого учебного телеканала ушёл", "R", ["Первого учебного телеканала"], "and another adjective"),
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
    ("Анна К, говорят, ушла", "Pp", ["Анна К"], "before another mark"),
    ("Вот Ван И. Конец", "Pp", ["Ван И"], "a syllable that ends the sentence, after its family"),
    ("Вот Ван И. ушёл", "Pp", ["Ван И."], "an initial where the sentence goes on"),
    ("Вот Анна К. Конец", "Pp", ["Анна К."], "an initial after no such family"),
    ("Вот Ли Ван К. Конец", "Ppp", ["Ли Ван К."], "or where another word is the family"),
    ("Вот Ван, И. Конец", "PP", ["Ван", "И."], "the initial of another name"),
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
    ("А. ШМЫГУЛЬ ждёт", "Pp", ["А. ШМЫГУЛЬ"], "an initial before capitals"),
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
    spans = find_person_spans(analysis, candidates, labels, LEXICON.syllabic_families)
    assert [text[start:end] for start, end in spans] == persons, why


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


# text, labels, the names that the persons get, why
SPELLINGS = [
    ("Омар Ким (Hasan Jafar) ушёл", "PpPp", ["Омар Ким", "Омар Ким"], "in brackets"),
    ("Омар Ким (Hasan Jafar, Каир) ушёл", "PpPpO", ["Омар Ким", "Омар Ким"], "in brackets with more"),
    ("Омар Ким, Hasan Jafar, ушёл", "PpPp", ["Омар Ким", "Hasan Jafar"], "not in brackets"),
    ("Омар Ким (Hasan Jafar Hall) ушёл", "PpPpO", ["Омар Ким", "Hasan Jafar"], "a part of another name"),
    ("Омар Ким (Анна Серова) ушёл", "PpPp", ["Омар Ким", "Анна Серова"], "another name in the same letters"),
    ("Omar Kim (Hasan Jafar) ушёл", "PpPp", ["Omar Kim", "Hasan Jafar"], "two in foreign letters"),
    ("Омар Ким (араб. Hasan Jafar) ушёл", "PpPp", ["Омар Ким", "Омар Ким"], "after its language"),
    ("Омар Ким (араб.: Hasan Jafar) ушёл", "PpPp", ["Омар Ким", "Омар Ким"], "with a colon"),
    ("Омар Ким (по-арабски Hasan Jafar) ушёл", "PpPp", ["Омар Ким", "Омар Ким"], "in an adverb"),
    ("Омар Ким (группа Hasan) ушёл", "PpP", ["Омар Ким", "Hasan"], "after another word"),
    ("Омар Ким — Hasan Jafar", "PpPp", ["Омар Ким", "Омар Ким"], "behind a dash"),
    ("Омар Ким — Hasan", "PpP", ["Омар Ким", "Hasan"], "of another length"),
    ("Омар — Hasan", "PP", ["Омар", "Hasan"], "of one word only"),
    ("Omar Kim (Анна Серова) ушёл", "PpPp", ["Omar Kim", "Анна Серова"], "the foreign one first"),
]


@pytest.mark.parametrize(("text", "labels", "names", "why"), SPELLINGS, ids=[row[3] for row in SPELLINGS])
def test_names_in_foreign_letters(text, labels, names, why):
    analysis, candidates, labels = labelled(text, labels)
    spans = find_person_spans(analysis, candidates, labels)
    assert [mention.name for mention in name_persons(analysis, spans, GRAMMAR)] == names, why


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
    ("Вылет из Нижнекузявска", "", [], "nor what only ends like a place of it"),
    ("Главой Малави стала певица", "", [("Малави", "Малави")], "an adjective's form that is likelier a noun"),
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
    ("глава МВД Пескова", "Rr", "RP", "a surname after an abbreviation, in any case"),
    ("глава МВД Вельзевулкин", "Rr", "RP", "there one that the dictionary does not know, too"),
    ("отдел МВД Вельзевул", "Rr", "Rr", "unless it ends like none"),
    ("отдел МВД Шмыгль", "Rr", "Rr", "or is unknown and ends like none"),
    ("отдел МВД Ростов", "Rr", "Rr", "a city"),
    ("глава МВД Вельзевул", "Rr", "RP", "whatever it is like, where it is an office's"),
    ("глава МВД РФ Шмыгль", "Rrr", "RrP", "after two abbreviations"),
    ("глава МВД Шмыгль", "RO", "RP", "what the labeller takes for no name"),
    ("глава МВД Кирпич", "Rr", "RP", "a word of the dictionary"),
    ("главе МВД Кирпич", "Rr", "RP", "a woman's in the nominative"),
    ("главе МВД Кирпичом", "Rr", "Rr", "but not in another case than the office"),
    ("главой МВД Кирпичом", "Rr", "RP", "or in the same"),
    ("о главе МВД Кирпиче", "Rr", "RP", "in the locative"),
    ("глава МВД Шмыгли", "Rr", "RP", "an unknown word that may be one that is not declined"),
    ("отдела МВД Кирпич", "Rr", "Rr", "after no office"),
    ("глава МИД КНР Ван", "Rrr", "Rrr", "a family before a name of syllables"),
    ("глава МВД Смольный", "Rr", "RP", "an adjective in its case"),
    ("глава МВД Москвы", "Rr", "Rr", "a place in the genitive"),
    ("главы МВД Москвы", "Rr", "Rr", "though the office be in it too"),
    ("глава МВД Шмыгля", "Rr", "Rr", "an unknown word in another case"),
    ("главы МВД Шмыгля", "Rr", "RP", "an unknown word in the office's case"),
    ("глава МВД Турции Шмыгль", "Rrr", "RrP", "after a place"),
    ("глава Кремля Шмыгль", "Rr", "Rr", "after a body that is no abbreviation"),
    ("глава НПО Шмыгль", "Rr", "Rr", "a firm's form"),
    ("глава МВД Комитет", "Rr", "Rr", "a noun for a body"),
    ("глава МВД Reuters", "Rr", "Rr", "a name in other letters"),
    ("тренер СКА Ростов", "Rr", "Rr", "a city after a club's abbreviation"),
    ("главы МВД говорили, Шмыгль", "Rr", "Rr", "not beside the body"),
    ("МВД Шмыгль", "Rr", "Rr", "no office before"),
    ("сотрудники МВД Шмыгль", "Rr", "Rr", "an office of several"),
    ("Замглавы Зуев уволен", "OO", "OP", "right after the office"),
    ("Замглавы Шмыгль уволен", "OO", "OO", "there only what looks like a surname"),
    ("Папа Римский уволен", "OO", "OO", "and is no adjective"),
    ("Президент Филиппин уволен", "OO", "OO", "nor a place"),
    ("партнёр КГБ Рим Орлов", "RrP", "RPp", "a given name that was overlooked"),
    ("пришла Иванова Петрову", "Pp", "PP", "two surnames in different cases"),
    ("сказала Анна Петрову", "Pp", "PP", "a given name and whom something is told"),
    ("сказал Роман Юлии", "Pp", "PP", "two given names, of which one may be a surname"),
    ("видел Игорь Ольгу", "Pp", "PP", "a subject and an object"),
    ("статуя Игорь Ольги", "Pp", "Pp", "the genitive"),
    ("сказала Анна Раковой", "Pp", "Pp", "what may agree"),
    ("сказала Анна Шмыгулю", "Pp", "Pp", "an unknown word"),
    ("сказали Анны Петрову", "Pp", "Pp", "the first in no nominative"),
    ("видели Анна Ракова", "Pp", "Pp", "a woman's surname that the dictionary has as a man's"),
    ("сказал Роман Юлии Орловой", "Ppp", "Ppp", "a noun before a whole name"),
    ("сказал Игорь Юлии Орловой", "Ppp", "PPp", "a given name before a whole name"),
    ("пришёл Роман Петрову", "Pp", "PP", "a given name that may be a surname"),
    ("пришла Иванова Петрова", "Pp", "Pp", "two surnames in one case"),
    ("пришла Бойко Петрову", "Pp", "Pp", "one that is not declined"),
    ("пришёл Кирпич Петрову", "Pp", "Pp", "one that is no surname"),
    ("пришла Анна Громова Пётр Орлов", "Pppp", "PpPp", "two whole names"),
    ("пришла Громова Анна Ивановна", "Ppp", "Ppp", "the surname first"),
    ("пришла Анна Громова Пётр", "Ppp", "Ppp", "a given name alone"),
    ("пришла Анна Громова Кирпич Орлов", "Pppp", "Pppp", "no given name after the surname"),
    ("пришла Анна Мария Пётр Орлов", "Pppp", "Pppp", "no surname before the given name"),
    ("пришёл Пётр Роман Марк Орлов", "Pppp", "Pppp", "nor what may be a given name as well as a surname"),
    ("глава Кремля, Песков", "Rr", "Rr", "not beside the body"),
    ("глава Кремля Песков", "RO", "RO", "what the labeller leaves out"),
    ("пришла Анна Громова", "OP", "Pp", "a given name before a person's"),
    ("пришла Роль Громова", "OP", "OP", "another word before it"),
    ("пришла Анна, Громова", "OP", "OP", "not beside it"),
    ("пришла Анна Громова", "OO", "Pp", "a given name and what may be a surname"),
    ("пришла Анна Москва", "OO", "OO", "a given name and a place"),
    ("песня Веры Громовой", "OO", "Pp", "after a word of the sentence, a given name that is a noun"),
    ("Веры Громовой", "OO", "OO", "at its beginning, a noun"),
    ("песня Роли Громовой", "OO", "OO", "a noun that is no given name"),
    ("пришла Анна Шмыгулю", "OO", "Pp", "a given name and an unknown noun, in whatever case"),
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
    analysis, candidates, labels = labelled(text, labels)
    assert "".join(corrected(analysis, candidates, labels, GRAMMAR)) == mended, why


# text, labels, labels with what is behind names in other letters, why
FOREIGN = [
    ("турнир Grand Open Роман Орлов", "Pppp", "OOPp", "a person behind a name in other letters, which is no person's"),
    ("турнир Open Роман Орлов", "Ppp", "OPp", "… of one word"),
    ("клуб Grand Open Роман Орлов", "RrPp", "RrPp", "but may be a body's"),
    ("Карл XVI Густав", "Ppp", "Ppp", "a sovereign's number is none"),
    ("юрист Marks & Sons ушёл", "OO", "Rr", "two with «&» are one body's"),
    ("фирма New Marks & Sons", "RrO", "Rrr", "… which begins before them"),
    ("юрист Marks & Сыновья", "OO", "OO", "not in letters of two scripts"),
    ("юрист Роман & Sons", "OO", "OO", "… the other way round"),
    ("клуб Open Роман Орлов", "Rrr", "RPp", "a given name behind a body's"),
    ("клуб Open Роман Club", "Rrr", "RPR", "… with another body behind it"),
    ("клуб Open Роман, Орлов", "Rrr", "RPr", "… with another word behind a comma"),
    ("клуб Open Роман Орлов", "RrO", "RPO", "… with a word that is no part of a name"),
    ("клуб Open Песков", "Rr", "RP", "a surname behind a body's"),
    ("клуб Open Кирпич", "Rr", "Rr", "no surname"),
    ("клуб Open, Роман", "Rr", "Rr", "nor one behind a comma"),
    ("певец Ахмет Кая (тур. Ahmet Kaya) ушёл", "PpOO", "PpPp", "a person's name in their language"),
    ("певец Кая (тур. Ahmet Kaya) ушёл", "POO", "PPp", "… after one word"),
    ("певец Ахмет Кая (Ahmet Kaya) ушёл", "PpOO", "PpOO", "not without the language"),
    ("клуб Заря (англ. Dawn)", "RO", "RO", "nor a body's"),
    ("певец Ахмет Кая (тур. Ахмет)", "PpO", "PpO", "nor in the same letters"),
    ("певец Ахмет Кая (тур. Ahmet, Kaya)", "PpOO", "PpPO", "as far as a comma"),
    ("певец Ахмет Кая (тур. Ahmet Иван)", "PpOO", "PpPO", "or another script"),
]


@pytest.mark.parametrize(("text", "labels", "mended", "why"), FOREIGN, ids=[row[3] for row in FOREIGN])
def test_names_in_other_letters(text, labels, mended, why):
    analysis, candidates, labels = labelled(text, labels)
    assert "".join(without_foreign_names(analysis, candidates, labels, GRAMMAR)) == mended, why


# text, labels, labels with names of syllables, why
SYLLABIC = [
    ("вчера Ким Чен Ын ушёл", "OOO", "Ppp", "three words are a name anywhere"),
    ("Но Институт Права ушёл", "OOO", "OOO", "unless the first begins the sentence"),
    ("вчера То Лам ушёл", "OO", "OO", "two may be anything"),
    ("вчера президент То Лам ушёл", "OO", "Pp", "after an office they are a name"),
    ("подарок То Лам вручили", "OO", "OO", "a thing is no office"),
    ("вчера Анна То Лам ушла", "POO", "POO", "nor is a person"),
    ("глава Вьетнама То Лам ушёл", "OOO", "OPp", "after a place"),
    ("глава МВФ То Лам ушёл", "ROO", "RPp", "after an abbreviation"),
    ("Орган МВФ\nТо Лам ушёл", "OROO", "OROO", "not over the end of a line"),
    ("То Лам ушёл, мэр", "OO", "OO", "what ends the text does not stand before its beginning"),
    ("мэр То Лам ушёл, а Пак Лам и То Ламу рады", "OOOOOO", "PpOOPp", "another form of the same name"),
    ("вчера мэр Ли ушёл", "O", "O", "a family alone"),
    ("вчера мэр Ли США ждал", "OO", "OO", "capitals are no syllables"),
    ("вчера мэр Ли Правительство ждал", "OO", "OO", "nor is a word of many"),
    ("мэр То Лам Пётр Орлов ждал", "OOPp", "PpPp", "the next person's name"),
    ("мэр То Лам Дин Сон Орлов ждал", "OOOOO", "OOOOO", "words go on: it is something else"),
    ("мэр Ким Чен Ын Совета ждал", "rrrr", "PppR", "what follows is another body"),
    ("пришла Мария Ким Энн Смит", "Pppp", "Pppp", "within a person's name"),
]


@pytest.mark.parametrize(("text", "labels", "mended", "why"), SYLLABIC, ids=[row[3] for row in SYLLABIC])
def test_names_of_syllables(text, labels, mended, why):
    analysis, candidates, labels = labelled(text, labels)
    assert "".join(with_syllabic_names(analysis, candidates, labels, LEXICON)) == mended, why


# text, labels, labels without namesakes, why
NAMESAKES = [
    ("дом на улице Гагарина сгорел", "P", "O", "a street"),
    ("дом на улице Юрия Гагарина сгорел", "Pp", "OO", "with a whole name"),
    ("дом на ул. Гагарина сгорел", "P", "O", "an abbreviated one"),
    ("дом на улице Советской Армии сгорел", "Rr", "Rr", "called after no person"),
    ("лауреат премии Нобеля ушёл", "P", "O", "a prize"),
    ("лауреат премии Альфреда Нобеля ушёл", "Pp", "Pp", "a whole name says who it was"),
    ("премию Иванов получил", "P", "P", "its holder"),
    ("жители Кирова ушли", "P", "O", "townspeople"),
    ("жители Иванова Кирова ушли", "Pp", "Pp", "not with two words"),
    ("жители Сахарова ушли", "P", "P", "not of what is no town"),
    ("жители Кирову рады", "P", "P", "nor where it is in another case"),
    ("врачи Кирова ушли", "P", "P", "others than townspeople"),
    (". Кирова ждут", "P", "P", "after a stop that is of no word"),
    ("Кирова ждут", "P", "P", "after nothing"),
    ("на улице Гагарин ждал", "P", "P", "who does something in a street"),
    ("на площади Шоу сгорел дом", "P", "O", "a name that is not declined"),
    ("на углу улиц Чапаева, Титова и Ленина", "PPP", "OOO", "a list of streets"),
    ("на улице Чапаева и Титов", "PP", "OP", "none of the list in another case"),
    ("на улице Чапаева рядом Титова", "PP", "OP", "nor without a conjunction"),
    ("улиц Ленина, Титова, Носова, Чапаева, Серова, Рогова, Лосева", "P" * 7, "O" * 6 + "P", "five others of a list"),
    ("цветы у памятника Жукову", "P", "O", "a monument, in the dative"),
    ("цветы у памятника Георгию Жукову", "Pp", "Pp", "to a whole name"),
    ("у памятника Жуков говорил", "P", "P", "who speaks beside it"),
    ("музей Чехова закрыт", "P", "O", "a museum"),
    ("Музей-квартира Чехова закрыта", "Pp", "OO", "one with a capital"),
    ("крейсер «Адмирал Ушаков» ушёл", "OP", "OO", "a ship"),
    ("крейсер «Ушаков» ушёл", "P", "O", "a ship of one word"),
    ("теплоход «Иван Рогов» ушёл", "Pp", "OO", "with a whole name"),
    ("книга «Иван Рогов» ушла", "Pp", "Pp", "a work is about the person"),
    ("крейсер «наш Ушаков» ушёл", "P", "P", "what is no name"),
    ("крейсер «Ушаков и другие» ушёл", "P", "P", "nor ends with the person"),
    ("крейсер Ушаков обошёл", "P", "P", "without quotation marks"),
    ("«Ушаков» ушёл", "P", "P", "nothing is before them"),
    ("дилеры Весты ждут", "P", "O", "a make"),
    ("дилеры Рогова ждут", "P", "P", "a surname is a person"),
    ("дилеры Весте рады", "P", "P", "in another case too"),
    ("юристы Росбанка и Сбера ждут", "RP", "RR", "a firm beside another"),
    ("юристы Росбанка и Теле2 ждут", "RP", "RR", "one that is not declined"),
    ("юристы Росбанка и Рогова ждут", "RP", "RP", "a surname beside a firm"),
    ("юристы Росбанка ждут Сбера", "RP", "RP", "with words between"),
    ("юристам Росбанку и Сберу", "RP", "RP", "in another case"),
    ("в Королёве сгорел дом", "P", "O", "a town in the locative"),
    ("о Королёве говорят", "P", "P", "a person is spoken of"),
    ("под Чеховом сгорел дом", "P", "O", "before a town"),
    ("из Ломоносова ушёл катер", "P", "O", "one that the dictionary has as a surname"),
    ("в Королёва верят", "P", "P", "a person's accusative"),
    ("в Анне сгорел дом", "P", "P", "a woman's given name"),
    ("автобус до Кирова", "P", "O", "where a bus goes"),
    ("автобус сегодня вечером опять до Кирова", "P", "O", "four words before"),
    ("автобус сегодня вечером снова опять до Кирова", "P", "P", "five words before"),
    ("маршрутка Чехов закрыта", "P", "O", "what it is called"),
    ("на проезд Чехова нет денег", "P", "O", "a street that is a way too"),
    ("дело до Кирова", "P", "P", "what no bus goes to"),
    ("дом в Королёве. Королёв ушёл", "PP", "PP", "somebody is called so elsewhere"),
    ("дом в Королёве. Иван Королёв ушёл", "PPp", "PPp", "likewise with a given name"),
    ("дом в Королёве, другой под Чеховом", "PP", "OO", "two towns"),
    ("с Хасановыми говорят", "P", "O", "a family"),
    ("Хасановы ушли", "P", "O", "a family in the nominative"),
    ("за Хасановым пришли", "P", "P", "one of it"),
    ("Юрий и Пётр Хасановы ушли", "PPp", "PPp", "with their given names"),
    ("в Серии А играют", "OP", "OO", "a letter"),
    ("глава села Дылым Иван Орлов", "Ppp", "OPp", "a person behind a village"),
    ("глава села Иван Орлов", "Pp", "Pp", "… that is not named"),
    ("глава села Орлов ушёл", "P", "P", "… by a surname in another case than the village's"),
    ("глава хутора Орлова ушёл", "P", "P", "… in the same, beside who heads it"),
    ("хутор Орлова стоит", "P", "O", "a village called after somebody"),
    ("у села Ивана Орлова ждут", "Pp", "OO", "… by a whole name"),
    ("главы села Ивана Орлова ждут", "Pp", "Pp", "… unless it is in the case of who heads it"),
    ("река Иван стоит", "P", "P", "a given name is no river's"),
    ("жители сёл Дылым и Шмыгль ушли", "PP", "OO", "two villages"),
    ("жители села Дылым и Шмыгль ушли", "PP", "OP", "one alone"),
    ("хутор Орлова стоит. Орлов ушёл", "PP", "PP", "somebody is called like a village elsewhere"),
    ("Гусаков ушёл", "P", "P", "a surname that is not a family's genitive"),
]


@pytest.mark.parametrize(("text", "labels", "mended", "why"), NAMESAKES, ids=[row[3] for row in NAMESAKES])
def test_namesakes(text, labels, mended, why):
    analysis, candidates, labels = labelled(text, labels)
    assert "".join(without_namesakes(analysis, candidates, labels, LEXICON)) == mended, why


# text, names, what they are called, why
IN_COMMON = [
    ("Анна и Пётр Орловы", ["Анна", "Пётр Орловы"], ["Анна Орлова", "Пётр Орлов"], "two"),
    ("Иван. Анна и Пётр Орловы", ["Иван", "Анна", "Пётр Орловы"], ["Иван", "Анна Орлова", "Пётр Орлов"], "not over a stop"),
    ("Лосев, Анна и Пётр Орловы", ["Лосев", "Анна", "Пётр Орловы"], ["Лосев", "Анна Орлова", "Пётр Орлов"], "nor a surname"),
]


@pytest.mark.parametrize(("text", "names", "called", "why"), IN_COMMON, ids=[row[3] for row in IN_COMMON])
def test_surnames_in_common(text, names, called, why):
    starts = [text.index(name) for name in names]
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN)
    persons = GRAMMAR.name_persons(analysis, [(start, start + len(name)) for start, name in zip(starts, names, strict=True)])
    assert [person.name for person in persons] == called, why


# text, name, what it is called, the gender, why
CONTEXTS = [
    ("Он ушёл с Добкиной", "Добкиной", "Добкина", F, "a preposition"),
    ("Речь о Добкине", "Добкине", "Добкин", M, "a preposition of another case"),
    ("Добкина ушла", "Добкина", "Добкина", F, "a sentence's beginning, her verb"),
    ("Вот, Добкина заявляет", "Добкина", "Добкина", F, "a verb without gender"),
    ("вот ушла Добкина", "Добкина", "Добкина", F, "a verb before the name"),
    ("Вот речь Добкина", "Добкина", "Добкин", M, "a thing"),
    ("Вот слова министра Добкина", "Добкина", "Добкин", M, "an office"),
    ("Вот певица Добкина", "Добкина", "Добкина", F, "a woman's occupation"),
    ("Вот маленькую Добкину", "Добкину", "Добкина", F, "an adjective of a woman"),
    (
        "Так решила глава Казначейства Украины Валерия Добкина.",
        "Валерия Добкина",
        "Валерия Добкина",
        F,
        "past its dependents",
    ),
    (
        "Вот слова главы Казначейства Украины Валерия Добкина.",
        "Валерия Добкина",
        "Валерий Добкин",
        M,
        "past them, in another case",
    ),
    (
        "Так решила глава «Сельхозбанка» Евгения Добкина.",
        "Евгения Добкина",
        "Евгения Добкина",
        F,
        "past a name in quotation marks",
    ),
    ("Театр им. Добкина закрыт", "Добкина", "Добкин", M, "the stop of an abbreviation ends no sentence"),
]


@pytest.mark.parametrize(("text", "name", "called", "gender", "why"), CONTEXTS, ids=[row[4] for row in CONTEXTS])
def test_names_in_their_contexts(text, name, called, gender, why):
    start = text.index(name)
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN)
    (person,) = GRAMMAR.name_persons(analysis, [(start, start + len(name))])
    assert (person.name, person.gender) == (called, gender), why


# text, name, a feature that it has, why
FEATURES = [
    ("Вот слова министра Громова", "Громова", "bNOUNBeingAcc,Gen", "an office in one of two cases"),
    ("Вот слова министра Громова", "Громова", "wминистра", "the word before"),
    ("Вот слова министра Громова", "Громова", "hNOUNBeingAcc,Gen", "the noun beside the name"),
    ("Вот слова главы Совета при президенте Громова", "Громова", "hNOUNBeingLoc", "the nearest noun for a being"),
    ("Так решила глава Минфина Громова", "Громова", "fNOUNBeingNom", "a noun farther away"),
    ("Так решила глава Минфина Громова", "Громова", "vVERBFem", "the verb before that"),
    ("Так решила глава (Минфина) Громова", "Громова", "f", "no noun past a bracket"),
    ("Так решила глава и вчера Громова", "Громова", "f", "nor past what depends on nothing"),
    ("Вот министры Громов", "Громов", "bNOUNBeingPlur", "an office in the plural"),
    ("Вот певицы Громовой", "Громовой", "bNOUNFemGen", "a woman's, not in the plural"),
    ("Вот маленькую Громову", "Громову", "bADJFemAcc", "an adjective"),
    ("Вот речь\nГромова", "Громова", "b¶", "the end of a line"),
    ("Громов ушёл", "Громов", "b¶", "the beginning of the text"),
    ("Вот 5 Громов", "Громов", "b0", "a number"),
    ("Вот Минск Громова", "Громова", "bNameNOUNAcc,Nom", "a name"),
    ("Громова ушла", "Громова", "aVERBFem", "the verb after the name"),
    ("Дом им. Громова", "Громова", "babbreviation", "an abbreviation"),
    ("Вот дом. Громова ждут", "Громова", "b.", "a sentence's end"),
    ("Вот Анна Громова", "Громова", "f", "a person is no office"),
    ("Так решила глава Тойота Громова", "Громова", "fNOUNBeingNom", "past a name that is not declined"),
    ("Ушла вчера глава Громова", "Громова", "vVERBFem", "a verb past another word"),
    ("Ушла, глава Громова", "Громова", "v", "not past a mark"),
    ("Так вчера глава Громова", "Громова", "v", "no verb"),
    ("Он ушёл с Громовой", "Громовой", "bс", "a preposition as it is"),
    ("Вот сказавшую Громову", "Громову", "bADJFemAcc", "a participle is an adjective"),
    ("Заявила Громова", "Громова", "bVERBFem", "a verb that begins the sentence"),
    ("Громова уйти", "Громова", "aVERB:Inf", "a verb without gender and number"),
    ("Вот маленькие Громов", "Громов", "bADJPlur", "an adjective without gender"),
    ("Вот Маленький Громов", "Громов", "bNameADJMascAcc,Nom", "one with a capital"),
    ("Вот Кузявость Громов", "Громов", "bNameNOUNAcc,Nom", "an unknown noun with one"),
    ("Вот Рада Громова", "Громова", "bNOUNNom", "the cases of the likeliest part of speech"),
    ("Вот слова матери Громовой", "Громовой", "bNOUNFemDat,Gen", "and the likely ones of these"),
]


@pytest.mark.parametrize(("text", "name", "feature", "why"), FEATURES, ids=[row[3] for row in FEATURES])
def test_features_of_contexts(text, name, feature, why):
    start = text.index(name)
    features = ContextFeatures(Analysis(Article(text=text, language="ru"), RUSSIAN)).of(start, start + len(name))
    assert feature in features, why


# text, name, the cases and genders in which an adjective agrees with it, why
AGREEING = [
    ("Вот маленькую Громову", "Громову", {("Acc", "Fem")}, "an adjective"),
    ("Вот Маленькую Громову", "Громову", None, "a name before it"),
    ("Вот певицу Громову", "Громову", None, "a noun"),
    ("Вот маленьких Громовых", "Громовых", None, "several persons"),
    ("Громова ушла", "Громова", None, "nothing"),
]


@pytest.mark.parametrize(("text", "name", "agreeing", "why"), AGREEING, ids=[row[3] for row in AGREEING])
def test_adjectives_before_names(text, name, agreeing, why):
    features = ContextFeatures(Analysis(Article(text=text, language="ru"), RUSSIAN))
    assert features.agreeing(text.index(name)) == agreeing, why


# a given name, whether it is rare, why
RARE = [
    ("Алина", False, "a usual name"),
    ("Алин", True, "one whose forms are hers"),
    ("Зураб", False, "one whose forms are no usual name's"),
]


@pytest.mark.parametrize(("name", "is_rare", "why"), RARE, ids=[row[2] for row in RARE])
def test_rare_given_names(name, is_rare, why):
    assert LEXICON.is_rare_given_name(name) is is_rare, why


ANYWHERE = {(case, gender): 1.0 for case in LEXICON.case_priors for gender in ("Masc", "Fem")}


# word, its place, case and gender, the nominatives with their weights, why
WORDS = [
    ("Анна", "first", "Nom", "Fem", {"Анна": 1.0}, "a given name"),
    ("Анна", "last", "Nom", "Fem", {"Анна": 0.4}, "seldom last"),
    ("Ветров", "last", "Nom", "Masc", {"Ветров": 0.6}, "a surname, or winds in the genitive"),
    ("Ветров", "first", "Nom", "Masc", {"Ветров": 0.24}, "seldom first"),
    ("Иванович", "middle", "Nom", "Masc", {"Иванович": 1.0}, "a patronymic"),
    ("Яровой", "first", "Gen", "Fem", {"Яровая": 0.5, "Ярова": 0.253, "Яровой": 0.001}, "a name that is an adjective too"),
    ("Красной", "last", "Gen", "Fem", {"Красная": 0.9, "Красной": 0.06}, "an adjective that is no name"),
    ("Зайца", "last", "Gen", "Masc", {"Заяц": 1.2, "Заец": 0.8, "Зайца": 0.04}, "a noun that is no name"),
    ("Зайца", "first", "Gen", "Masc", {"Заец": 0.8, "Заяц": 0.48, "Зайца": 0.04}, "it is seldom first"),
    ("Воеводу", "last", "Acc", "Masc", {"Воевода": 1.2, "Воеводу": 0.18}, "a man's that is declined like a woman's"),
    ("Лапшу", "last", "Acc", "Fem", {"Лапша": 1.2}, "a thing that a woman is called"),
    ("Лапшой", "last", "Ins", "Masc", {"Лапша": 1.2}, "or a man"),
    ("Москвой", "last", "Ins", "Masc", {"Москва": 0.45}, "but hardly by a place's name"),
    ("Розой", "last", "Ins", "Masc", {"Роза": 0.013}, "nor by a noun that is a woman's name"),
    ("Красной", "last", "Gen", "Masc", {}, "nor by her adjective"),
    ("Чана", "last", "Gen", "Fem", {"Чана": 0.04}, "nor she by his noun"),
    ("Сказавшего", "last", "Gen", "Masc", {"Сказавший": 0.7}, "a participle only by its ending"),
    ("Ковалькевича", "last", "Gen", "Masc", {"Ковалькевич": 0.8, "Ковалькевича": 0.04}, "unknown: by its ending"),
    ("Нгр", "last", "Gen", "Fem", {"Нгр": 0.5}, "without a vowel"),
    ("ван", "middle", "Gen", "Fem", {"ван": 0.5}, "a particle"),
    ("Обамы", "only", "Gen", "Fem", {"Обама": 1.0}, "a surname alone may be hers; all know that nobody is called «Обамы»"),
    ("Обамы", "only", "Gen", "Masc", {"Обама": 1.0}, "or his"),
    ("Шмыгули", "only", "Gen", "Masc", {"Шмыгули": 0.6, "Шмыгуля": 0.3}, "unknown, likewise"),
    ("Шмыгули", "last", "Gen", "Masc", {"Шмыгули": 0.6, "Шмыгуля": 0.3}, "or his beside a given name"),
    ("Шмукиной", "only", "Gen", "Masc", {}, "but that is hers"),
    ("Шмукиной", "only", "Gen", "Fem", {"Шмукина": 0.9, "Шмукиная": 0.15, "Шмукиной": 0.06}, "who is called so"),
    ("Кузявая", "last", "Nom", "Fem", {"Кузявая": 0.4}, "an adjective's ending"),
    ("Громкая", "first", "Nom", "Fem", {"Громкая": 0.9}, "an adjective of the dictionary, wherever it stands"),
    ("Шмыгоский", "first", "Nom", "Masc", {"Шмыгоский": 0.2}, "hardly a given name's"),
    ("Шмыгоский", "last", "Nom", "Masc", {"Шмыгоский": 1.0}, "but a surname's"),
    ("Шмык", "last", "Gen", "Fem", {"Шмык": 0.35}, "a woman's surname is not declined"),
    ("Шмык", "last", "Gen", "Masc", {}, "a man's is"),
    ("Шмыклон", "first", "Gen", "Fem", {"Шмыклон": 0.035}, "a woman's given name hardly"),
    ("Шмык", "first", "Gen", "Masc", {"Шмык": 0.3}, "a short given name may not be"),
    ("Поль", "first", "Gen", "Masc", {"Поль": 0.06}, "one of the dictionary hardly"),
    ("Чен", "middle", "Gen", "Masc", {"Чен": 0.4}, "one of three letters"),
    ("Артема", "first", "Gen", "Masc", {"Артем": 0.929, "Артема": 0.001}, "without the ё that it is written without"),
    ("АРТЁМА", "first", "Gen", "Masc", {"АРТЁМ": 1.0, "АРТЁМА": 0.001}, "in capitals"),
    ("ШМЫКУШУ", "last", "Acc", "Fem", {"ШМЫКУША": 0.35}, "unknown, in capitals"),
    ("Маленькое", "last", "Nom", "Masc", {"Маленькое": 0.18}, "no neuter is a person's"),
    ("Осадчую", "last", "Acc", "Fem", {"Осадчая": 0.7, "Осадчую": 0.04}, "a participle's ending"),
    ("Кравца", "last", "Gen", "Masc", {"Кравец": 1.0, "Кравца": 0.001}, "a fleeting vowel"),
    ("Асии", "first", "Gen", "Fem", {"Асия": 0.5, "Асии": 0.001}, "beside a rare name of a man's"),
    ("Азию", "first", "Acc", "Fem", {"Азия": 0.8, "Азию": 0.04}, "beside no name"),
    ("Николь", "first", "Nom", "Fem", {"Николь": 0.275}, "a rare name beside no other"),
    ("Марину", "first", "Dat", "Masc", {"Марин": 0.075, "Марину": 0.0004}, "a rare name beside a usual one"),
    ("Киру", "first", "Nom", "Fem", {"Киру": 0.0009}, "a form that the dictionary declines is hardly another name"),
    ("Ракова", "last", "Nom", "Fem", {"Ракова": 0.36}, "hers, where the dictionary has his"),
    ("Ракова", "only", "Nom", "Fem", {"Ракова": 0.027}, "hardly where no given name goes before"),
    ("Тани", "last", "Gen", "Masc", {"Тани": 0.018, "Таня": 0.009}, "nor of a given name"),
    (
        "Кленовой",
        "last",
        "Gen",
        "Fem",
        {"Кленова": 0.9, "Кленовая": 0.15, "Кленовой": 0.06},
        "an adjective, seldom a surname",
    ),
    ("Чана", "last", "Acc", "Masc", {"Чан": 0.8, "Чана": 0.04}, "a thing's name is declined as a man's"),
    ("Чан", "last", "Acc", "Masc", {}, "so its own accusative is none"),
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
    (["Добкина", "Добкин"], ["Добкин", "Добкин"], [M, M], "the article has his"),
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
    (["Лапшой", "Кваша"], ["Лапша", "Кваша"], [None, None], "a noun for anybody"),
    (["Ким Чен Ына"], ["Ким Чен Ын"], [M], "of a name of syllables the last one is declined"),
    (["Ли Цяну"], ["Ли Цян"], [M], "and of a shorter one"),
    (["Си Цзиньпина"], ["Си Цзиньпин"], [M], "which may be of two syllables there"),
    (["Ким Юрию Петровичу"], ["Ким Юрий Петрович"], [M], "but a patronymic is no syllable"),
    (["Антона Зайца", "Антон Заец"], ["Антон Заец"] * 2, [M, M], "the less usual nominative, which the article has"),
    (["Зайца " * 15], ["Заец" + " Заяц" * 14], [M], "a long name is read without trying everything"),
    (["Киму Юрию Петровичу"], ["Ким Юрий Петрович"], [M], "a name of such a family that is none of syllables"),
]


@pytest.mark.parametrize(("names", "called", "genders", "why"), DECLINED, ids=[row[3] for row in DECLINED])
def test_nominatives_of_names(names, called, genders, why):
    found = Decliner(RUSSIAN, LEXICON).decline(names, lambda _: ANYWHERE)
    assert [person.name for person in found] == called, why
    assert [person.gender for person in found] == genders, why


# a name, the case and gender that fit best, what it is called, the gender, why
FITTING = [
    ("Порошенко", None, "Порошенко", None, "all fit"),
    ("Порошенко", ("Nom", "Masc"), "Порошенко", M, "a man's verb"),
    ("Порошенко", ("Nom", "Fem"), "Порошенко", F, "a woman's"),
    ("Добкина", None, "Добкина", None, "hers, or his in the genitive"),
    ("Добкина", ("Nom", "Fem"), "Добкина", F, "her verb"),
    ("Добкина", ("Gen", "Masc"), "Добкин", M, "an office of his"),
]


@pytest.mark.parametrize(("word", "key", "name", "gender", "why"), FITTING, ids=[row[4] for row in FITTING])
def test_what_fits_decides(word, key, name, gender, why):
    fits = {**ANYWHERE, key: 6.0} if key else ANYWHERE
    assert Decliner(RUSSIAN, LEXICON).decline([word], lambda _: fits) == [(name, gender)], why


def test_only_doubtful_names_are_looked_at_in_their_context():
    asked = []
    Decliner(RUSSIAN, LEXICON).decline(["Виктор Громов", "Порошенко"], lambda index: asked.append(index) or ANYWHERE)
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


# text, names, of the last one the chances of the genitive and the nominative by its list, why
IN_LISTS = [
    ("Орлова и Носова", ["Орлова", "Носова"], (1.0, 0.505), "the other's cases"),
    ("Орлова, а также Носова", ["Орлова", "Носова"], (1.0, 0.505), "with other words between"),
    ("Орлова или Носова", ["Орлова", "Носова"], (1.0, 1.0), "no list"),
    ("Орлова, Лосева и Носова", ["Орлова", "Лосева", "Носова"], (1.0, 0.255), "of two others"),
    ("Орлова видит Лосева и Носова", ["Орлова", "Лосева", "Носова"], (1.0, 0.505), "of those in the list only"),
    ("А, Б, В, Г, Д", ["А", "Б", "В", "Г", "Д"], (1.0, 0.129), "of three at most"),
]


@pytest.mark.parametrize(("text", "names", "chances", "why"), IN_LISTS, ids=[row[3] for row in IN_LISTS])
def test_names_in_lists(text, names, chances, why):
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    listed = InLists(text, spans, lambda _: {"Gen": 1.0, "Nom": 0.5})
    fits = listed.fits(len(spans) - 1, {("Gen", "Masc"): 1.0, ("Nom", "Masc"): 1.0, ("Dat", "Masc"): 1.0})
    assert (fits["Gen", "Masc"], fits["Nom", "Masc"]) == pytest.approx(chances, abs=0.001), why
    assert (fits["Dat", "Masc"] < 0.1) == (chances[1] < 1.0), why


def test_a_name_is_supported_by_those_after_it():
    listed = InLists("Орлова и Носова", [(0, 6), (9, 15)], lambda at: {"Gen": 1.0} if at else {})
    assert listed.fits(0, {("Gen", "Masc"): 1.0, ("Nom", "Masc"): 1.0}) == {("Gen", "Masc"): 1.0, ("Nom", "Masc"): 0.01}


# text, name, whether nothing governs it, why
UNGOVERNED = [
    ("второй — Валерия Носова", "Валерия", True, "no noun before a dash"),
    ("режиссёр фильма — Валерия Носова", "Валерия", True, "a noun in the nominative"),
    ("советника министра — Валерия Носова", "Валерия", False, "nouns in the genitive"),
    ("глава Росводы — Валерия Носова", "Валерия", True, "past a proper name"),
    ("министра Носова — Валерия Носова", "Валерия", False, "a name that looks like the nominative"),
    ("говорит режиссёр, — Валерия Носова", "Валерия", True, "what parts words"),
    ("лучшие — Валерия Носова", "Валерия", True, "a plural"),
    ("из студии — Валерия Носова", "Валерия", False, "a genitive like a plural"),
    ("фото: Валерия Носова", "Валерия", True, "a colon"),
    ("фото Валерия Носова", "Валерия", False, "a noun"),
    ("вчера вышли Валерия Носова и другие", "Валерия", True, "a verb without an object"),
    ("вчера вышла Валерия Носова", "Валерия", False, "in the singular"),
    ("вчера видели Валерия Носова", "Валерия", False, "with one"),
    ("Вышли все. Валерия Носова — о фильме", "Валерия", True, "it begins a sentence before a dash"),
    ("Вышли все. Валерия Носова видели", "Валерия", False, "or with nothing behind"),
    ("Валерия Носова, мэр Рыбинска: да", "Валерия", True, "a line before an office and a colon"),
    ("Валерия Носова, мэра Рыбинска, видели", "Валерия", False, "or a comma alone"),
    ("слова советника министра — Валерия Носова", "Валерия", False, "a thing in the nominative beside beings in others"),
    ("награду получили Валерия Носова и другие", "Валерия", True, "which stands before it"),
    ("люди получили Валерия Носова и других", "Валерия", False, "who does it stands before it"),
    ("в среду получили Валерия Носова и других", "Валерия", False, "what is after a preposition"),
]


@pytest.mark.parametrize(("text", "name", "is_ungoverned", "why"), UNGOVERNED, ids=[row[3] for row in UNGOVERNED])
def test_ungoverned_names(text, name, is_ungoverned, why):
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN)
    start = text.index(name)
    assert ContextFeatures(analysis).is_ungoverned(start, text.index("Носова", start) + len("Носова")) is is_ungoverned, why
