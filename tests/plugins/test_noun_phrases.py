"""Where a noun phrase ends, and whose name it has."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.noun_phrases import NounPhrases
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.verbatim import find_segments

WORDS = word_lookup(RUSSIAN)


def phrases_of(*sentences):
    """What finds the phrases of some sentences, and each of them as units."""
    text = "\n".join(sentences)
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
    units = [SentenceUnits(analysis, WORDS, segment.bounds, segment.verbatims) for segment in find_segments(analysis, WORDS)]
    return NounPhrases(analysis, WORDS), units


def unit_at(sentence, start):
    return next(index for index, unit in enumerate(sentence.units) if unit.start == start)


def said(phrases, sentence, phrase):
    text = phrases.analysis.text[sentence.units[phrase.first].start : sentence.units[phrase.last].end] if phrase else None
    return text, phrase and phrase.name and phrase.name.text


# text whose bracket is before the first word, case, the phrase, the name in it, why
BEGINNING = [
    ("По словам [опытного врача, цех закрыт.", "Gen", "опытного врача", None, "a modifier with its noun"),
    ("По словам [опытного врача Ивана Орлова, цех закрыт.", "Gen", "опытного врача Ивана Орлова", "Ивана Орлова", "… and name"),
    ("По словам [вчера, цех закрыт.", "", None, None, "no adverb"),
    ("По словам [говорит врач, цех закрыт.", "", None, None, "no verb"),
    ("По словам [по данным врача, цех закрыт.", "", None, None, "no preposition"),
    ("По словам [5 врачей, цех закрыт.", "Gen", None, None, "no figure"),
    ("По словам [врачу, цех закрыт.", "Gen", None, None, "no noun in another case"),
    ("По данным [northern, цех закрыт.", "Gen", "northern", None, "a foreign word"),
    ("По данным [ФУНК, цех закрыт.", "Gen", "ФУНК", None, "an abbreviation"),
    ("Согласно [одному источнику, цех закрыт.", "Dat", "одному источнику", None, "a word of quantity with its noun"),
    ("По словам [одного из врачей, цех закрыт.", "Gen", "одного из врачей", None, "… with a group"),
    (
        "Согласно [оглашённому в мае решению суда, цех закрыт.",
        "",
        "оглашённому в мае решению суда",
        None,
        "words of a modifier",
    ),
    ("По словам [знакомого с ним дельца, цех закрыт.", "Gen", "знакомого с ним дельца", None, "… which may be a pronoun"),
    ("По словам [знакомых с, цех закрыт.", "", None, None, "a preposition with nothing after it"),
]

# text whose bracket is before the head, case, the phrase, the name in it, why
AROUND = [
    ("Пришёл ещё [один врач.", "Nom", "ещё один", None, "one more"),
    ("Пришёл ещё [врач.", "Nom", "врач", None, "… only of one"),
    ("Его первый [врач сказал.", "Nom", "Его первый врач", None, "whose it is"),
    ("Многие [врачи сказали.", "Nom", "Многие врачи", None, "how many"),
    ("Трое [рабочих сказали.", "", "Трое рабочих", None, "a numeral need not agree"),
    ("Также [врач сказал.", "Nom", "врач", None, "an adverb is outside"),
    ("Сама [глава района сказала.", "Nom", "глава района", None, "so is «сама»"),
    ("Дом, которого [врача ждали.", "", "врача", None, "so is a relative pronoun"),
    ("Знакомый [чиновника ждал.", "", "чиновника", None, "so is whom the official knows"),
    ("Знакомого [чиновника ждали.", "", "Знакомого чиновника", None, "… but not a known one"),
    ("Сообщила приёмная [комиссия вчера.", "Nom", "приёмная комиссия", None, "a noun that may be an adjective is one"),
    ("В приёмной [комиссии сказали.", "", "приёмной комиссии", None, "… after a preposition"),
    ("В столовой [школы сказали.", "", "школы", None, "… in one case"),
    ("Из приёмной [дома вышли.", "", "дома", None, "… and of one gender"),
    ("Об этом сообщило [издание Rusline вчера.", "Nom", "издание Rusline", "Rusline", "a medium's name"),
    ("Об этом сообщил [портал Север.ру вчера.", "Nom", "портал Север.ру", "Север.ру", "… that is an address"),
    ("Об этом пишет [газета Bild am Sonntag в среду.", "Nom", "газета Bild am Sonntag", "Bild am Sonntag", "… of words"),
    ("Об этом пишет [газета Ивана Орлова в среду.", "Nom", "газета Ивана Орлова", None, "whose newspaper it is"),
    ("Об этом пишет [газета", "Nom", "газета", None, "nothing behind the noun"),
    ("Ответил [оператор Юрий Орлов вчера.", "Nom", "оператор Юрий Орлов", "Юрий Орлов", "an operator who is no company"),
    ("Ответила [компания Юрий Орлов вчера.", "Nom", "компания Юрий Орлов", None, "no company is a person"),
    ("Сказал [дежурный Орлову правду.", "Nom", "дежурный", None, "who is told something"),
    ("По словам [мэра Ивана Орлова зарплаты растут.", "Gen", "мэра Ивана Орлова", "Ивана Орлова", "nothing behind a name"),
    ("Сообщил [мэр Иван Орлов ТАСС правду.", "Nom", "мэр Иван Орлов", "Иван Орлов", "… nor another name"),
    ("По словам [врачей Иван Орлов поправляется.", "Gen", "врачей", None, "nobody in another case"),
    ("По словам [куратора музея По, цех закрыт.", "Gen", "куратора музея", None, "nor whom a museum is called after"),
    ("[Куратор музея Гюго сообщил правду.", "Nom", "Куратор музея Гюго", None, "… in the nominative"),
    ("[Адвокат певца Гюго сообщил правду.", "Nom", "Адвокат певца Гюго", "Гюго", "a name after one who lives"),
    ("[Адвокат Гюго сообщил правду.", "Nom", "Адвокат Гюго", "Гюго", "a name that does not decline, right behind a noun"),
    ("[Куратор музея Анна Белова сообщила.", "Nom", "Куратор музея Анна Белова", "Анна Белова", "a name that declines"),
    ("Пришла [мать погибшего солдата.", "Nom", "мать погибшего солдата", None, "dependents in the genitive"),
    ("Пришла [мать погибшего.", "Nom", "мать погибшего", None, "… that stand without a noun"),
    ("Ушёл [владелец сгоревшего в мае киоска.", "Nom", "владелец", None, "not a modifier without its noun"),
    ("Пришёл [друг её вчера.", "Nom", "друг", None, "no pronoun"),
    ("Сообщила [служба РТК вчера.", "Nom", "служба РТК", None, "an abbreviation"),
    ("Ушёл [заведующий отделением.", "Nom", "заведующий отделением", None, "the instrumental of what somebody heads"),
    ("Ушёл [хирург отделением.", "Nom", "хирург", None, "… only of a head"),
    ("Ушёл [директор школы и садов.", "Nom", "директор школы и садов", None, "two dependents"),
    ("Ушли [директор школы и врачи.", "Nom", "директор школы", None, "… not two subjects"),
    ("Ушли [мэр и вчера.", "Nom", "мэр", None, "… nor anything else"),
    ("Сказал [врач «Вечерней Москве» правду.", "Nom", "врач", None, "a quoted name to whom somebody speaks"),
    ("Сказал [врач «Вечерней больницы» правду.", "Nom", "врач «Вечерней больницы»", None, "… whom somebody belongs to"),
    ("Сказали [Bloomberg аналитики правду.", "Nom", "Bloomberg", None, "nobody who lives is a foreign name's"),
    ("Пришёл [источник в мэрии.", "Nom", "источник в мэрии", None, "where a source is"),
    ("Пришёл [врач в мэрии.", "Nom", "врач", None, "… only a source"),
    ("Пришёл [источник в среду.", "Nom", "источник", None, "not when"),
    ("Пришёл [источник в, но поздно.", "Nom", "источник", None, "not nothing"),
    ("Пришёл [источник о мэрии.", "Nom", "источник", None, "not with another preposition"),
    ("По словам [источника, близкого к мэрии, цех закрыт.", "Gen", "источника, близкого к мэрии", None, "close to whom"),
    ("По словам [источника, нового в мэрии города, цех закрыт.", "Gen", "источника", None, "… no other clause"),
    ("По словам [врача, близкого к мэрии города, цех закрыт.", "Gen", "врача", None, "… of nobody else"),
    ("Пришёл [чиновник из одной из стран.", "Nom", "чиновник из одной из стран", None, "from one of several"),
    ("Пришёл [чиновник из мэрии.", "Nom", "чиновник", None, "… not from one place"),
    ("Был [дом из одной из глин.", "Nom", "дом", None, "… nor a thing"),
    ("Пришёл [сотрудник одного из министерств.", "Nom", "сотрудник одного из министерств", None, "of one of several"),
    ("Пришёл [один в мэрии.", "Nom", "один", None, "no other preposition joins a part to its group"),
    ("Пришёл [пользователь под ником Vasya.", "Nom", "пользователь под ником Vasya", None, "another name"),
    (
        "По словам [юриста по связям Анны Ильиной, цех стоит.",
        "Gen",
        "юриста по связям Анны Ильиной",
        "Анны Ильиной",
        "its name",
    ),
    ("[Юрист по связям Анна Ильина сказала.", "Nom", "Юрист по связям Анна Ильина", "Анна Ильина", "… in the nominative"),
    ("[Юрист по связям Анны Ильиной сказал.", "Nom", "Юрист", None, "… only there for a subject"),
    ("По словам [юриста по связям Анна Ильина в мэрии.", "Gen", "юриста", None, "… and not for another"),
    ("По словам [юриста по делам Белова, цех закрыт.", "Gen", "юриста по делам Белова", "Белова", "a name in another case"),
    ("По словам [юриста по делам Беловой, цех закрыт.", "Gen", "юриста", None, "… than governed"),
    ("По словам [посла при Иване Орлове, цех закрыт.", "Gen", "посла", None, "a name that is governed"),
    ("[Юрист по связям сказал, что Анна Ильина ушла.", "Nom", "Юрист", None, "a name in another clause"),
    ("[Юрист в мэрии решил и Анна Ильина ушла.", "Nom", "Юрист", None, "… behind a verb"),
    ("[Здание по соседству Анна Ильина купила.", "Nom", "Здание", None, "no name of a thing"),
    ("По словам [мэра Ивана Орлова на съезде с Петром Лукиным.", "Gen", "мэра Ивана Орлова", "Ивана Орлова", "one name"),
]


@pytest.mark.parametrize(("text", "case", "expected", "name", "why"), BEGINNING, ids=[row[-1] for row in BEGINNING])
def test_the_phrase_that_begins_at_a_word(text, case, expected, name, why):
    phrases, [sentence] = phrases_of(text.replace("[", ""))

    assert said(phrases, sentence, phrases.at(sentence, unit_at(sentence, text.index("[")), case)) == (expected, name), why


@pytest.mark.parametrize(("text", "case", "expected", "name", "why"), AROUND, ids=[row[-1] for row in AROUND])
def test_the_phrase_around_a_noun(text, case, expected, name, why):
    phrases, [sentence] = phrases_of(text.replace("[", ""))

    assert said(phrases, sentence, phrases.around(sentence, unit_at(sentence, text.index("[")), case)) == (expected, name), why


def test_what_is_within_phrases_of_one_sentence_is_not_within_another_ones():
    phrases, sentences = phrases_of(
        "Согласно оглашённому в мае решению суда, цех закрыт.", "Согласно знакомому с ним хирургу, цех открыт."
    )

    found = [said(phrases, sentence, phrases.at(sentence, 1, "Dat"))[0] for sentence in sentences]

    assert found == ["оглашённому в мае решению суда", "знакомому с ним хирургу"]
