import re

import pytest
from helpers import mention

from newsfacts.entities import join_mentions


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (["Виктор Каранкевич", "Каранкевич"], [("Виктор Каранкевич", 2)], "a surname joins the full name"),
        (["Каранкевич", "Виктор Каранкевич"], [("Виктор Каранкевич", 2)], "also when it comes first"),
        (["В. Каранкевич", "Виктор Каранкевич"], [("Виктор Каранкевич", 2)], "an initial stands for the given name"),
        (["Виктор Каранкевич", "Каранкевич Виктор"], [("Виктор Каранкевич", 2)], "the order of the parts does not matter"),
        (["Фёдор Фёдоров", "Федоров"], [("Фёдор Фёдоров", 2)], "е may stand for ё"),
        (["Билл Клинтон", "Хиллари Клинтон"], [("Билл Клинтон", 1), ("Хиллари Клинтон", 1)], "one surname, two people"),
        (["Анна Ким", "Ольга Ли"], [("Анна Ким", 1), ("Ольга Ли", 1)], "nothing in common"),
    ],
)
def test_joins(names, expected, why):
    text = " ".join(names)
    mentions, at = [], 0
    for name in names:
        mentions.append(mention(text, name, start=at))
        at = mentions[-1].end
    assert [(e.name, len(e.mentions)) for e in join_mentions(mentions)] == expected, why
    assert join_mentions(reversed(mentions)) == join_mentions(mentions), "the order of arrival must not matter"


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (["Анна Гонсалес", "Анна Гонзалес"], [("Анна Гонсалес", 2)], "one letter is another"),
        (["Анна Гонсалес", "Анна Гонзалес", "Гонзалес"], [("Анна Гонзалес", 3)], "the spelling that is used more"),
        (["Отто Зиндермайер", "Отто Зинтермауер"], [("Отто Зиндермайер", 2)], "two are, of a long surname"),
        (["Отто Зиндермайер", "Зинтермауер"], [("Отто Зиндермайер", 2)], "of a long surname alone"),
        (["Борис Марлинков", "Борис Малранцов"], [("Борис Марлинков", 1), ("Борис Малранцов", 1)], "three are"),
        (["Борис Марлинков", "Малринков"], [("Борис Марлинков", 2)], "two have changed places"),
        (["Кейт Вадлтон", "Кейт Ваддлтон"], [("Кейт Вадлтон", 2)], "one is doubled"),
        (["Иван Орлов", "Иван Орлев"], [("Иван Орлов", 2)], "of five letters one"),
        (["Иван Орлов", "Орлев"], [("Иван Орлов", 1), ("Орлев", 1)], "but not of a short surname alone"),
        (["Иван Лисов", "Иван Рысов"], [("Иван Лисов", 1), ("Иван Рысов", 1)], "the first letter is the same"),
        (["Иван Романов", "Иван Романюк"], [("Иван Романов", 1), ("Иван Романюк", 1)], "and the end, where two are others"),
        (["Анна Гонсалес", "Ольга Гонзалес"], [("Анна Гонсалес", 1), ("Ольга Гонзалес", 1)], "other given names"),
        (
            ["Анна Гонсалес", "Ольга Гонсалес", "Гонзалес"],
            [("Анна Гонсалес", 1), ("Ольга Гонсалес", 1), ("Гонзалес", 1)],
            "of two who might be meant neither is",
        ),
    ],
)
def test_a_surname_may_be_spelled_in_two_ways(names, expected, why):
    text = " сказал, что это было вчера. ".join(names)
    mentions, at = [], 0
    for name in names:
        mentions.append(mention(text, name, start=at))
        at = mentions[-1].end
    assert [(e.name, len(e.mentions)) for e in join_mentions(mentions)] == expected, why


BODIES = [
    ("Горный совет мира, ГСМ", [("Горный совет мира", 2)], "the letters are the initials"),
    ("ГСМ, Горный совет мира", [("Горный совет мира", 2)], "also where they come first"),
    ("Суд по правам человека, СПЧ", [("Суд по правам человека", 2)], "short words have no letter"),
    ("Совет по делам, СПД", [("Совет по делам", 2)], "or have one"),
    ("Служба горной безопасности РФ, СГБ", [("Служба горной безопасности РФ", 2)], "nor has the country at the end"),
    ("Союз рыбаков-любителей моря, СРЛМ", [("Союз рыбаков-любителей моря", 2)], "both parts of a compound have one"),
    ("Горный совет (ГС)", [("Горный совет", 2)], "two letters in brackets behind the name"),
    ("Горный совет и ещё ГС", [("Горный совет", 1), ("ГС", 1)], "two letters elsewhere may mean another"),
    ("Горный совет мира, ГСД", [("Горный совет мира", 1), ("ГСД", 1)], "other letters"),
    ("Горный совет мира, Гсм", [("Горный совет мира", 1), ("Гсм", 1)], "no capitals"),
    (
        "Горный совет мира, Городской союз моряков, ГСМ",
        [("Горный совет мира", 1), ("Городской союз моряков", 1), ("ГСМ", 1)],
        "two may be meant",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), BODIES, ids=[row[-1] for row in BODIES])
def test_a_body_joins_its_abbreviation(text, expected, why):
    names = [name for name in re.split(r", | \(|\)| и ещё ", text) if name]
    found = [mention(text, name, type="organization", start=text.index(name)) for name in names]
    assert sorted((e.name, len(e.mentions)) for e in join_mentions(found)) == sorted(expected), why


def test_two_persons_of_a_list_have_no_two_spellings():
    text = "Анна Гонсалес и Анна Гонзалес."
    mentions = [mention(text, "Анна Гонсалес"), mention(text, "Анна Гонзалес")]
    assert len(join_mentions(mentions)) == 2


def test_a_man_is_not_a_woman_in_another_spelling():
    text = "Саша Гонсалес сказал это вчера, а Саша Гонзалес сказала то же."
    mentions = [mention(text, "Саша Гонсалес", gender="masculine"), mention(text, "Саша Гонзалес", gender="feminine")]
    assert len(join_mentions(mentions)) == 2


def test_a_shared_surname_goes_to_the_one_named_last_before_it():
    text = "Билл Клинтон и Хиллари Клинтон. Клинтон."
    bill, hillary = mention(text, "Билл Клинтон"), mention(text, "Хиллари Клинтон")
    bare = mention(text, "Клинтон", start=hillary.end)
    assert [len(e.mentions) for e in join_mentions([bill, hillary, bare])] == [1, 2]


def test_gender_tells_a_couple_apart():
    text = "Анна Петренко и Иван Петренко. Петренко сказала."
    anna = mention(text, "Анна Петренко", gender="feminine")
    ivan = mention(text, "Иван Петренко", gender="masculine")
    bare = mention(text, "Петренко", start=ivan.end, gender="feminine")
    assert [(e.name, len(e.mentions)) for e in join_mentions([anna, ivan, bare])] == [
        ("Анна Петренко", 2),
        ("Иван Петренко", 1),
    ]


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (["Ann Lee Jr.", "Ann Lee"], [("Ann Lee Jr.", 1), ("Ann Lee", 1)], "a daughter and her mother"),
        (["Ann Lee Jr.", "Ann B. Lee Jr."], [("Ann B. Lee Jr.", 2)], "one and the same daughter"),
        (["Ann Lee Jr.", "Lee"], [("Ann Lee Jr.", 2)], "a surname alone may be hers"),
    ],
)
def test_generations_are_people_apart(names, expected, why):
    text = " ".join(names)
    mentions, at = [], 0
    for name in names:
        mentions.append(mention(text, name, start=at))
        at = mentions[-1].end
    assert [(e.name, len(e.mentions)) for e in join_mentions(mentions, ["jr"])] == expected, why


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (["МИД", "МИД России"], [("МИД России", 2)], "an abbreviation is the beginning of the name"),
        (["РФС", "Комиссия РФС"], [("РФС", 1), ("Комиссия РФС", 1)], "and no name of a part of the body"),
        (["МИД России", "Департамент МИД России"], [("МИД России", 1), ("Департамент МИД России", 1)], "nor with more words"),
        (["Минтруд", "Комитет Минтруд"], [("Комитет Минтруд", 2)], "a word may be"),
    ],
)
def test_a_part_of_a_body_is_not_the_body(names, expected, why):
    text = ", ".join(names)
    mentions = [
        mention(text, name, start=text.index(names[0]) if i == 0 else len(names[0]), type="organization")
        for i, name in enumerate(names)
    ]
    assert [(e.name, len(e.mentions)) for e in join_mentions(mentions)] == expected, why


def test_types_do_not_mix():
    text = "Вашингтон и Вашингтон"
    person, place = mention(text, "Вашингтон"), mention(text, "Вашингтон", start=5, type="place")
    assert len(join_mentions([person, place])) == 2
