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
