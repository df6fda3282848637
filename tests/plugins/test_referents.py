"""Whom words may mean that name nobody, and what speaks for each of them: rules that no whole sentence shows alone.

The words are made by hand; they stand at the end of the text, or at a «|» in it.
"""

import pytest

from newsfacts import Analysis, Article, Mention
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.referents import Referents, Words


def scene(text, language=RUSSIAN, **shown):
    """What a text has named, and words with what they show, as a function of their sort."""
    at = text.find("|") if "|" in text else len(text)
    article = Article(text=text.replace("|", ""), language=language.code)
    analysis = Analysis(article, language, [("names", newsfacts_recognize)])
    return Referents(analysis, word_lookup(language)), Words(at=at, **shown)


def names(text, language=RUSSIAN, **shown):
    referents, words = scene(text, language, **shown)
    return [mention.name for mention in referents.candidates(words)]


def speaker(referents, words):
    """A mention of the article by its words."""
    return next(m for m in referents.analysis.mentions if m.text == words)


HE = {"sort": "pro", "gender": "Masc", "plural": False}
SHE = {"sort": "pro", "gender": "Fem", "plural": False}
THEY = {"sort": "pro", "plural": True}
IT = {"sort": "pro", "gender": "Neut", "plural": False}
DROPPED = {"sort": "Z", "gender": "Masc"}


def role(lemma, *lemmas, noun="Masc"):
    return {"sort": "A", "lemma": lemma, "lemmas": lemmas, "noun": noun}


# text, what the words show, names, why
MEANT = [
    ("Иван Орлов ушёл. Завод «Север» стоит.", HE, ["Иван Орлов"], "a pronoun is a person, where one fits"),
    ("Анна Белова ушла. Завод «Север» стоит.", HE, ["Завод «Север»", "Анна Белова"], "or else anything"),
    (
        "Иван Орлов ушёл. Завод «Север» стоит.",
        {**HE, "data": True},
        ["Завод «Север»", "Иван Орлов"],
        "who has data may be a body",
    ),
    ("Иван Орлов ушёл. Завод «Север» стоит.", DROPPED, ["Завод «Север»", "Иван Орлов"], "a dropped subject may be, too"),
    (
        "Иван Орлов ушёл. Завод «Север» стоит.",
        {**DROPPED, "gender": "Neut"},
        ["Завод «Север»", "Иван Орлов"],
        "… whose verb is in the neuter",
    ),
    ("Иван Орлов ушёл. Завод «Север» стоит.", IT, ["Завод «Север»"], "a pronoun in the neuter is no person"),
    ("Иван Орлов ушёл. Завод «Север» стоит.", {"sort": "C", "lemma": "портал"}, ["Завод «Север»"], "nor is a channel"),
    ("Пётр Белов приехал в Минск.", HE, ["Пётр Белов"], "a place speaks for itself alone"),
    ("Пётр Белов ушёл. Музей имени Ивана Орлова закрыт.", HE, ["Пётр Белов"], "nobody is meant whom a museum is named after"),
    ("Завод (ТАСС) стоит.", {"sort": "B", "lemma": "агентство"}, ["ТАСС"], "a body in brackets, where nouns have cases"),
    ("Инженер Иван Орлов ушёл. Певица уехала.", role("певица", noun="Fem"), [], "no man is called by a noun for women"),
    ("Инженер Иван Орлов ушёл.", role("звезда", noun="Fem"), ["Иван Орлов"], "but by one for both"),
    ("Анна Белова ушла.", role("певица", noun="Fem"), ["Анна Белова"], "and a woman is"),
    ("Орлов ушёл. " + "Цех стоит. " * 9, HE, [], "nobody who was named more sentences before"),
    ("Орлов ушёл. " + "Цех стоит. " * 8, HE, ["Орлов"], "but who was just within them"),
    ("Мэр Иван Орлов ушёл. Глава уехал.", role("глава"), ["Иван Орлов"], "somebody of the same field"),
    (
        "Мэр Иван Орлов ушёл. Инженер Пётр Белов остался. Глава завода Анна Котова уехала.",
        role("глава", "завод"),
        ["Анна Котова", "Пётр Белов", "Иван Орлов"],
        "whoever else works there",
    ),
    (
        "Президент Иван Орлов ушёл. Глава завода Пётр Белов остался.",
        role("глава", "страна"),
        ["Пётр Белов", "Иван Орлов"],
        "who is called by the same noun, and whom one of the same meaning names",
    ),
    (
        "Директор завода Иван Орлов ушёл. Губернатор Пётр Белов остался.",
        role("глава", "компания", "завод", "тула"),
        ["Пётр Белов", "Иван Орлов"],
        "by a noun of the same meaning only with all that belongs to it",
    ),
    ("Завод «Север» стоит.", role("мэр"), [], "a body is no mayor"),
    ("Министр повысил Льва Гука. |Министр рад.", role("министр"), [], "whom they act on is another one"),
    ("Министра повысил Лев Гук. |Министр рад.", role("министр"), ["Лев Гук"], "… not who acts on them"),
    ("Министр Лев Гук ушёл. Министр повысил Льва Гука. |Министр рад.", role("министр"), ["Лев Гук"], "… unless called so"),
    ("Министр ушёл, а совет повысил Льва Гука. |Министр рад.", role("министр"), ["Лев Гук"], "… in another clause"),
    ("Министр и Лев Гук ушли. |Министр рад.", role("министр"), ["Лев Гук"], "… in the nominative"),
    ("Ждали министра Льва Гука. |Министр рад.", role("министр"), ["Лев Гук"], "… before a verb"),
    ("У могилы поэта Ивана Орлова ждал Пётр Белов.", HE, ["Пётр Белов"], "nobody is meant whose grave it is"),
    ("У могилы ждали Ивана Орлова.", HE, ["Иван Орлов"], "… with a verb between"),
    ("У могилы ждал Иван Орлов.", HE, ["Иван Орлов"], "… nor who stands there"),
    ("Открыли парк им. Ивана Орлова. Пётр Белов рад.", HE, ["Пётр Белов"], "nor whom a park is named after in short"),
    ("Завод «Север» ждал водителя.", IT, ["Завод «Север»"], "nor does a neuter mean people without a name"),
    ("Ассоциация садоводов ждёт.", {**SHE, "owns": True}, ["ассоциация садоводов"], "whose estimate it is may be a body"),
    ("Ассоциация садоводам помогла.", {**SHE, "owns": True}, ["ассоциация"], "… without whom it does something for"),
    ("Ждёт ассоциация", {**SHE, "owns": True}, ["ассоциация"], "… at the end of the text"),
    ("Ждёт ассоциация.", SHE, [], "… not who says something by a verb"),
    ("Ассоциация и водитель ждут.", {**SHE, "owns": True}, ["водитель", "ассоциация"], "… or a person"),
    ("Ассоциация и певица ждут.", {**SHE, "data": True}, ["ассоциация"], "… not where it is data"),
    ("Ведомство ждёт.", IT, ["ведомство"], "a neuter is a body without a name"),
]


@pytest.mark.parametrize(("text", "shown", "found", "why"), MEANT, ids=[row[-1] for row in MEANT])
def test_whom_words_may_mean(text, shown, found, why):
    assert names(text, **shown) == found, why


# text, names, why
NAMELESS = [
    ("Задержали водителя.", ["водитель"], "a noun for a person"),
    ("Задержали машину.", [], "not for a thing"),
    ("Вчера задержанный молчал.", ["задержанный"], "a participle"),
    ("Лев Орлов ушёл.", ["Лев Орлов"], "nothing within a name"),
    ("Водитель Лев Орлов ушёл.", ["Лев Орлов"], "nor the title of a name"),
    ("Водитель видел Льва Орлова.", ["Лев Орлов", "водитель"], "but who is before one"),
    ("Иван Орлов видел водителя.", ["Иван Орлов", "водитель"], "or behind one"),
    ("Задержали водителей.", [], "not several, for one"),
    ("Ушли врач, учитель, повар, водитель и сторож.", ["сторож", "водитель", "повар", "учитель"], "the nearest four"),
    ("Задержали водителя. Цех стоит. Завод стоит.", [], "not further than the sentence before"),
]


@pytest.mark.parametrize(("text", "found", "why"), NAMELESS, ids=[row[-1] for row in NAMELESS])
def test_people_without_a_name_whom_a_pronoun_may_mean(text, found, why):
    assert names(text, **HE) == found, why


def test_several_people_without_a_name_have_no_gender():
    referents, words = scene("Задержали водителей.", **THEY)
    (drivers,) = referents.candidates(words)

    assert (drivers.name, drivers.gender, referents.plural) == ("водители", None, {drivers.start})


def test_one_person_without_a_name_has_the_noun_s_gender_alone():
    referents, words = scene("Задержали водителя.", **HE)
    (driver,) = referents.candidates(words)

    assert (driver.gender, referents.plural) == ("masculine", set())


def test_a_pronoun_of_no_number_means_one_or_several():
    assert names("Задержали водителей, их ждал врач.", sort="pro") == ["врач", "водители"]
    assert names("Все якобы ушли.", sort="pro") == []  # no noun, though some Jacob might be called so


def test_only_a_pronoun_without_data_means_people_without_a_name():
    assert names("Задержали водителя.", **DROPPED) == []
    assert names("Задержали водителя.", **{**HE, "data": True}) == []
    assert names("They held a driver.", ENGLISH, **HE) == []


def test_a_body_in_brackets_is_the_agency_of_a_dateline_where_nothing_declines():
    bodies = {"sort": "B", "lemma": "agency"}

    assert names("GENEVA (Reuters) and Nestle agreed.", ENGLISH, **bodies) == ["Nestle"]
    assert names("GENEVA (said Reuters) and Nestle agreed.", ENGLISH, **bodies) == ["Nestle", "Reuters"]
    assert names("GENEVA (Reuters said) and Nestle agreed.", ENGLISH, **bodies) == ["Nestle", "Reuters"]
    assert names("The mayor (Anna Bell) agreed.", ENGLISH, sort="pro") == ["Anna Bell"]


def test_a_document_may_be_the_last_publisher_s_however_far_away():
    text = "Завод «Север» стоит. " + "Цех стоит. " * 9
    referents, words = scene(text, sort="D", lemma="отчет")
    assert referents.candidates(words) == []

    referents.publisher = speaker(referents, "Завод «Север»")
    assert [m.name for m in referents.candidates(words)] == ["Завод «Север»"]
    assert referents.candidates(words._replace(sort="B")) == []
    assert referents._expected(words, referents.candidates(words)) == "Завод «Север»"
    assert referents._expected(words, []) is None


def test_a_body_is_not_the_last_publisher_by_that_alone():
    referents, words = scene("Завод «Север» стоит. Завод «Юг» стоит.", sort="B", lemma="завод")
    referents.publisher = speaker(referents, "Завод «Север»")
    assert referents._expected(words, referents.candidates(words)) == "Завод «Юг»"


def of_kind(kind, text, name):
    return Mention(start=0, end=len(text), text=text, type=kind, name=name)


@pytest.mark.parametrize(
    ("mention", "publishes", "why"),
    [
        (of_kind("organization", "Север", "Север"), True, "a body"),
        (of_kind("document", "Отчёт", "Север"), True, "what a body has issued"),
        (of_kind("document", "Отчёт", "отчет"), False, "a document that nobody has issued"),
        (of_kind("person", "Орлов", "Иван Орлов"), False, "a person"),
    ],
)
def test_who_published_something_last(mention, publishes, why):
    referents, _ = scene("Север стоит.", **HE)
    referents.remember(mention)

    assert referents.publisher == (mention if publishes else None), why


def test_the_article_calls_somebody_by_a_role():
    text = "Мэр Минска Иван Орлов ушёл."
    for lemma, lemmas, called in (
        ("мэр", (), True),
        ("врач", (), False),
        ("мэр", ("сочи",), False),
        ("", (), False),
        ("мэр", ("центр",), True),
        ("мэр", ("мвд",), True),
    ):
        referents, words = scene(text, **role(lemma, *lemmas))
        assert referents.is_called(words) is called, lemma
    referents, words = scene(text, sort="B", lemma="мэр")
    assert not referents.is_called(words), "a body is no role"


def test_a_noun_that_is_used_for_the_first_time_suggests_the_nearest_subject():
    text = "Пётр Белов ждал Ивана Орлова."
    for before, after in (("", "Пётр Белов"), ("Певец ушёл. ", None), ("Певцов ждали. ", "Пётр Белов")):
        referents, words = scene(f"{before}{text} |Певец рад.", **role("певец"))
        suggested = referents.suggested(words)
        assert (suggested and suggested.name) == after


# text, who spoke, what the words show, the name, why
SUGGESTED = [
    ("Пётр Белов ждал Ивана Орлова.", [], HE, "Пётр Белов", "the subject"),
    ("Ждали Петра Белова и Ивана Орлова.", [], HE, "Иван Орлов", "or the last one who is none"),
    ("Пётр Белов ушёл. Ждали Ивана Орлова.", [], HE, "Пётр Белов", "a subject further away before one who is none"),
    ("Ждали Петра Белова. Ждали Ивана Орлова.", [], HE, "Иван Орлов", "of two who are none the nearer one"),
    ("Пётр Белов ждал Ивана Орлова. Цех стоит.", ["Ивана Орлова"], HE, "Иван Орлов", "who spoke before, in that sentence"),
    ("Пётр Белов ждал Ивана Орлова,", ["Ивана Орлова"], HE, "Пётр Белов", "the subject of their own sentence before them"),
    ("Пётр Белов ушёл. Ждали Ивана Орлова,", ["Ивана Орлова"], HE, "Иван Орлов", "or who spoke in it, before others' subjects"),
    ("Иван Орлов ушёл. Пётр Белов остался. |Он рад.", ["Иван Орлов"], HE, "Пётр Белов", "a subject nearer than who spoke"),
    ("Иван Орлов ушёл. " + "Цех стоит. " * 8, ["Иван Орлов"], HE, "Иван Орлов", "who spoke last, however far away"),
    ("Анна Белова ушла. " + "Цех стоит. " * 8, ["Анна Белова"], HE, None, "… if they fit"),
    ("Иван Орлов ушёл. Пётр Белов рад, |он ждал.", [], {**HE, "inverted": 17}, "Иван Орлов", "nobody in what they are to say"),
    (
        "Иван Орлов ушёл. «Пётр Белов ждал нас у ворот весь день, и никто к нему не вышел до вечера», — ответил он.",
        [],
        HE,
        "Иван Орлов",
        "nobody who is named in what was quoted",
    ),
    (
        "Иван Орлов ушёл. «Пели „На дальнем озере в тумане утром плыли лебеди, и никого вокруг“, рад Пётр Белов», — сказал он.",
        [],
        HE,
        "Иван Орлов",
        "… behind what was quoted in that",
    ),
    ("Иван Орлов ушёл. Ушёл «Пётр Белов».", [], HE, "Пётр Белов", "but who is called something in marks"),
    ("Пётр Белов ушёл, |он рад, а Иван Орлов нет.", [], HE, "Пётр Белов", "nobody who comes after them"),
]


@pytest.mark.parametrize(("text", "heard", "shown", "name", "why"), SUGGESTED, ids=[row[-1] for row in SUGGESTED])
def test_whom_the_nearest_sentence_suggests(text, heard, shown, name, why):
    referents, words = scene(text, **shown)
    for one in heard:
        referents.remember(speaker(referents, one))
    assert referents._expected(words, referents.candidates(words)) == name, why


# text, what the words show, the name or none for nobody, features, why
SIGNS = [
    ("Иван Орлов ушёл.", THEY, "", "0prop", "several"),
    ("Иван Орлов ушёл.", {**HE, "data": True}, "", "0prod", "who has data"),
    ("Мэр Иван Орлов ушёл.", role("человек"), "", "0Rg0", "a noun that tells nothing of anybody"),
    ("Мэр Иван Орлов ушёл.", role("мэр"), "", "0Rh1", "a role that one has"),
    ("Мэр Минска Иван Орлов ушёл.", role("мэр", "минск", "новый"), "", "0RhFalseFalse", "not by all that belongs to it"),
    ("Иван Орлов и Анна Белова ушли.", THEY, "Иван Орлов", "fNpro", "one person where several are meant"),
    ("Иван Орлов ушёл.", {"sort": "pro"}, "Иван Орлов", "f?pro", "words of no gender"),
    ("Верховный суд ждёт.", {"sort": "B", "gender": "Masc"}, "Верховный суд", "f?B", "a body's name that begins with no noun"),
    ("Завод «Север» стоит.", THEY, "Завод «Север»", "f?pro", "a body where several are meant"),
    ("Завод «Север» стоит.", {"sort": "B", "gender": "Masc"}, "Завод «Север»", "fyB", "a body in the words' gender"),
    ("Компания «Север» стоит.", {"sort": "B", "gender": "Masc"}, "Компания «Север»", "fnB", "in another"),
    ("Компания «Север» стоит.", {"sort": "B"}, "Компания «Север»", "f?B", "words of no gender, for a body"),
    ("Компания «Север» стоит.", IT, "Компания «Север»", "fypro", "a pronoun in the neuter, for any body"),
    ("Компания «Север» стоит.", {**DROPPED, "gender": "Neut"}, "Компания «Север»", "fnZ", "not so a verb in it"),
    ("Иван Орлов ушёл. Цех стоит. Цех ждёт. |Он рад.", HE, "Иван Орлов", "d3pro", "three sentences before"),
    ("Иван Орлов ушёл. " + "Цех стоит. " * 4 + "|Он рад.", HE, "Иван Орлов", "d3pro", "five"),
    ("Иван Орлов ушёл. " + "Цех стоит. " * 6 + "|Он рад.", HE, "Иван Орлов", "d6pro", "seven"),
    ("Задержали водителя. |Он рад.", HE, "водитель", "d1pro", "somebody without a name"),
    ("Иван Орлов ждал.", HE, "Иван Орлов", "d0n1pro", "the first name of a sentence"),
    ("Пётр Белов ждал, а Иван Орлов ушёл.", HE, "Иван Орлов", "d0npro", "not the first"),
    ("Ивана Орлова ждал Пётр Белов.", HE, "Пётр Белов", "d0n1pro", "the first in the nominative"),
    ("Завод «Север» стоит, а Иван Орлов ушёл.", HE, "Иван Орлов", "d0n1pro", "the first person"),
    ("Мэр рад. |Мэр сказал, что мэр Иван Орлов уехал.", role("мэр"), "Иван Орлов", "d-A", "named only later"),
    ("Иван Орлов ушёл. Пришёл Иван Орлов.", HE, "Иван Орлов", "m2pro", "named twice"),
    ("Газета вышла. Завод «Север» стоит.", {"sort": "S", "lemma": "север"}, "", "0S", "a source"),
    ("Орлов ушёл.", {"sort": "S", "lemma": "источник"}, "Орлов", "SFalse-1", "a person who is called by no word of a source"),
    ("Минздрав закрыт.", {"sort": "B", "lemma": "ведомство"}, "Минздрав", "KyB", "a body of the sort that is meant"),
    ("Театр «Север» закрыт.", {"sort": "B", "lemma": "ведомство"}, "Театр «Север»", "KnB", "of another sort"),
    ("Google закрыт.", {"sort": "B", "lemma": "ведомство"}, "Google", "Kministry*", "a foreign name"),
    ("Кафе «Север» закрыто.", {"sort": "B", "lemma": "ведомство"}, "Север", "K?B", "of no known sort"),
    ("Врач Иван Орлов ушёл.", role("человек"), "Иван Орлов", "R?", "a noun of no field"),
    ("Иван Орлов ушёл.", role("мэр"), "Иван Орлов", "R?", "somebody of no known field"),
    ("Врач Иван Орлов ушёл.", role("мэр"), "Иван Орлов", "Co", "somebody called by something else"),
    ("Мэр Иван Орлов ушёл.", {**role("мэр"), "itself": True}, "", "0I", "who is the very one"),
    (
        "Мэр Иван Орлов ушёл.",
        {**role("мэр"), "itself": True, "gender": "Masc"},
        "Иван Орлов",
        "ITrueyTrue",
        "… of whom the article tells",
    ),
    ("Иван Орлов ушёл.", role("отец"), "", "0kTrueTrue", "somebody's kin"),
    ("Врач Иван Орлов ушёл.", role("мэр"), "Иван Орлов", "Rn", "somebody of another field"),
    ("Губернатор Иван Орлов ушёл.", role("мэр"), "Иван Орлов", "Ry", "somebody of the same field"),
]


@pytest.mark.parametrize(("text", "shown", "name", "feature", "why"), SIGNS, ids=[row[-1] for row in SIGNS])
def test_what_speaks_for_somebody(text, shown, name, feature, why):
    referents, words = scene(text, **shown)
    found, rows = referents.features(words)
    assert feature in rows[["", *(m.name for m in found)].index(name)], why


def test_a_speaker_stands_where_they_were_named_last():
    referents, words = scene("Ждали Ивана Орлова. Иван Орлов ушёл. " + "Цех стоит. " * 9, **HE)
    referents.remember(speaker(referents, "Ивана Орлова"))
    _, rows = referents.features(words)
    assert "d6n1pro" in rows[1]


@pytest.mark.parametrize(("sort", "found"), [("D", ["Отчёт"]), ("B", []), ("C", []), ("A", [])])
def test_only_a_noun_for_a_document_means_one(sort, found):
    referents, words = scene("Цех стоит.", sort=sort, lemma="доклад")
    referents.remember(of_kind("document", "Отчёт", "Отчёт"))
    assert [m.name for m in referents.candidates(words)] == found


@pytest.mark.parametrize(("name", "fits"), [("мать и отец", "f?pro"), ("отец", "fNpro")])
def test_people_who_are_joined_by_a_conjunction_are_several(name, fits):
    referents, words = scene("Орлов ушёл.", **THEY)
    referents.remember(of_kind("person", "Мать", name))
    found, rows = referents.features(words)
    assert fits in rows[1 + [m.name for m in found].index(name)]
