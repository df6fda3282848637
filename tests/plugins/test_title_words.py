"""What the titles plugin knows of single Russian words, and Russian's answers about their neighbours."""

import pytest

from newsfacts.languages.ru import RUSSIAN
from newsfacts_titles.extractor import vocabulary

WORDS = vocabulary(RUSSIAN)


@pytest.mark.parametrize(
    ("form", "known"),
    [
        ("министров", ("министр", "offices", "AG", True, "Masc", 0, False)),
        ("Экспрезидент", ("экспрезидент", "offices", "N", False, "Masc", 0, False)),
        ("экс-президент", ("президент", "offices", "N", False, "Masc", 0, False)),
        ("Супер-министр", ("супер-министр", "offices", "N", False, "Masc", 0, False)),
        ("IT-директор", ("it-директор", "offices", "N", False, "Masc", 0, False)),
        ("министр-президент", ("министр-президент", "offices", "N", False, "Masc", 0, False)),
        ("кинопродюсер", ("кинопродюсер", "professions", "N", False, "Masc", 0, False)),
        ("премьера", ("премьер", "offices", "AG", False, "Masc", 2, False)),
        ("политике", ("политик", "professions", "L", False, "Masc", 3, False)),
        ("командующего", ("командующий", "offices", "AG", False, "Masc", 0, True)),
        ("ведущие", ("ведущий", "professions", "AN", True, None, 0, True)),
        ("судей", ("судья", "offices", "AG", True, None, 0, False)),
        ("сенатор-республиканка", ("сенатор", "offices", "N", False, "Masc", 0, False)),
        ("зам", ("зам", "offices", "N", False, "Masc", 0, False)),
        ("замок", None),  # no prefix before «ок»
        ("бывший", None),
        ("супер", None),  # a prefix alone
        ("супервед", None),  # what is no role noun after it
        ("соавтор", ("соавтор", "professions", "N", False, "Masc", 0, False)),
        ("министерство", None),
        ("поэтому", None),  # begins as «поэт», poet
        ("правил", None),
    ],
)
def test_role_nouns(form, known):
    role = WORDS.role(form)
    found = role and (role.lemma, role.group, role.initials, role.plural, role.gender, role.doubt, role.adjectival)
    assert found == known


@pytest.mark.parametrize(
    ("form", "key", "tag", "shape", "kind"),
    [
        ("25", "#", "#", "d", ""),
        (",", ",", ",", "p", ""),
        ("Reuters", "", "X:Foreign", "CL", ""),
        ("iPhone", "", "X:Foreign", "lL", ""),
        ("Минске", "минск", "NOUN:L", "C", "place"),
        ("США", "сша", "NOUN:ADGILN", "U", "place"),
        ("РОССИЯ", "россия", "NOUN:N", "U", ""),  # in capitals only abbreviations are places
        ("область", "область", "NOUN:AN", "l", "territory"),
        ("совет", "совет", "NOUN:AN", "l", "part"),
        ("Совет", "совет", "NOUN:AN", "C", "body"),
        ("комитет", "комитет", "NOUN:AN", "l", "part"),
        ("Комитет", "комитет", "NOUN:AN", "C", "part"),
        ("завод", "завод", "NOUN:AN", "l", "body"),
        ("бежал", "бежать", "VERB", "l", ""),
        ("новую", "новый", "ADJ:A", "l", ""),
        ("И", "и", "CCONJ", "C", ""),
    ],
)
def test_traits(form, key, tag, shape, kind):
    traits = WORDS.traits(form)
    assert (traits.key, traits.tag, traits.shape, traits.kind) == (key, tag, shape, kind)


def test_a_word_that_is_a_role_noun_has_it_among_its_traits():
    assert WORDS.traits("Экс-министром").role == WORDS.role("Экс-министром") is not None
    assert WORDS.traits("кино-министром").role is not None
    assert WORDS.traits("горнист-министром").role is not None  # found by its hyphen
    assert WORDS.traits("стол").role is None


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("Иван Белов", {"Nom"}),
        ("Ивана Белова", {"Gen", "Acc"}),
        ("Анны Ким", {"Gen"}),  # «Ким» has one form
        ("Ваня", {"Nom"}),
        ("Вань", set()),  # only called so
        ("ИВАН", set()),
        ("Стол", set()),
        ("Гхырзов", set()),  # the dictionary does not know it
    ],
)
def test_cases_of_names(name, cases):
    assert WORDS.name_cases(name.split()) == cases


@pytest.mark.parametrize(
    ("noun", "stem"),
    [
        ("министр", "министр"),
        ("житель", "жител"),
        ("гонец", "гон"),
        ("боец", "бо"),  # «бойца»
        ("посол", "пос"),  # «посла»
        ("отец", "оте"),  # a consonant before the ending, and too short without it
        ("мэр", "мэр"),
    ],
)
def test_stems(noun, stem):
    assert WORDS.grammar.stem(noun) == stem


def is_another_word(form, before=None, after=None, opens=False):
    traits = [None if word is None else WORDS.traits(word) for word in (form, before, after)]
    return WORDS.grammar.is_another_word(WORDS.role(form), *traits, opens)


@pytest.mark.parametrize(
    ("form", "around", "expected"),
    [
        ("военных", {"after": "действий"}, True),
        ("военный", {"after": "министр"}, False),  # a role noun too
        ("военный", {"after": "сказал"}, False),
        ("военный", {"after": "действия"}, False),  # another case
        ("министр", {"after": "действия"}, False),
        ("Премьера", {"opens": True}, True),
        ("Политик", {"opens": True}, False),
        ("Политики", {"opens": True}, False),  # the nominative of several politicians
        ("Министра", {"opens": True}, False),  # no other word looks so
        ("политике", {"before": "внешней"}, True),
        ("политике", {"before": "известном"}, False),
        ("политике", {"before": "о"}, False),
        ("политике", {}, False),
        ("политике", {"before": "внешний"}, False),  # agrees with neither word
        ("политики", {"before": "внешние"}, False),  # the plural has no gender
        ("министр", {"before": "внешней"}, False),
        ("губернаторы", {"before": "в"}, True),
        ("губернаторы", {"before": "о"}, False),
        ("губернатора", {"before": "в"}, False),
        ("военных", {"after": "25"}, False),
    ],
)
def test_what_looks_like_a_role_noun(form, around, expected):
    assert is_another_word(form, **around) == expected


@pytest.mark.parametrize(
    ("words", "one"),
    [
        (["пляжные", "волейболисты"], ["пляжный", "волейболист"]),
        (["первым", "зампредам"], ["первый", "зампред"]),
        (["народные", "артистки"], ["народная", "артистка"]),
        (["вице", "президентами"], ["вице", "президент"]),
        (["президентов"], ["президент"]),
        (["доброй", "президентов"], ["доброй", "президент"]),  # no plural
        (["вечера", "президентов"], ["вечера", "президент"]),  # no adjective
        (["добрые", "ведущие"], ["добрый", "ведущий"]),  # anybody's noun
    ],
)
def test_one_of_several_holders(words, one):
    assert list(WORDS.grammar.of_one_holder(words, WORDS.role(words[-1]))) == one


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("был", "former"),
        ("является", "current"),
        ("стал", "current"),
        ("станет", "future"),
        ("откроет", "current"),
        ("открыл", "current"),
        ("ушёл с поста", "former"),
        ("поста", "current"),
        ("занимает пост", "current"),
        ("занимал пост", "former"),
        ("станет и был", "former"),
    ],
)
def test_status_by_the_words_before(before, status):
    assert status_beside(before, "министром", "") == status


@pytest.mark.parametrize(
    ("before", "title", "after", "status"),
    [
        ("будет показана речь", "министра", "", "current"),  # «будет» is another verb's
        ("был арестован", "министр", "", "current"),
        ("поста", "министра", "станет", "current"),  # not the title is what somebody will be
        ("", "министром", "станет", "future"),
        ("", "министром", "был", "former"),
        ("", "министром", "стал", "current"),
        ("", "министром", ", вероятно , станет", "future"),
        ("", "министром", "с мая станет", "future"),
        ("", "министром", ", как ждут , школы станет", "current"),  # a noun between is another phrase
        ("", "министром", "назначат", "current"),  # what comes after is looked at for a predicate's verb alone
        ("занимал пост", "министра", "", "former"),  # not every verb asks for a predicate
    ],
)
def test_status_by_the_case_of_the_title_and_the_word_after(before, title, after, status):
    assert status_beside(before, title, after) == status


def status_beside(before, title, after):
    words = [WORDS.traits(word) for word in reversed(before.split())]
    return WORDS.grammar.status_beside(words, [WORDS.traits(word) for word in after.split()], WORDS.role(title))
