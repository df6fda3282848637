"""Eight times the text costs about eight times the time."""

import pytest
from helpers import mention
from timing import assert_linear

from newsfacts import Article, Mention, OfficialTitle, Pipeline, Quote, from_json
from newsfacts.analysis import Analysis
from newsfacts.entities import Entity, join_mentions
from newsfacts.languages.ru import RUSSIAN
from newsfacts.result import Result
from newsfacts_quotes.extractor import relate_quotes
from newsfacts_quotes.mentions import is_named_in

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(on_error="raise")


@pytest.mark.parametrize(
    ("unit", "size", "why"),
    [
        ("«а, — сказал он. — А. ", 2_500, "whom a pronoun means is not looked for among all names of an endless sentence"),
        ("!", 2_500, "a run of stops is read once"),
        ("?!", 2_500, "likewise"),
        ("…", 2_500, "likewise"),
        ("Согласно " + "оглашённому в " * 300 + "решению, снег идёт. ", 5_000, "each phrase within phrases is found once"),
    ],
)
@pytest.mark.slow
def test_hostile_texts(pipeline, unit, size, why):
    assert_linear(
        lambda text: pipeline.extract(text, language="ru"), lambda length: (unit * (length // len(unit) + 1))[:length], size
    )


def test_an_endless_quotation_is_no_speaker(pipeline):
    named = "По словам «" + "Снег и град, " * 500 + "», снег идёт.\n"
    result = pipeline.extract(named + "«Снег идёт очень сильно, все очень рады этому».\n" * 100, language="ru")
    assert sum(quote.text.startswith("Снег") for quote in result.quotes) == 100
    assert {quote.speaker for quote in result.quotes} == {None}


def mentions_of(names):
    text = " ".join(names)
    found, at = [], 0
    for name in names:
        found.append(mention(text, name, start=at))
        at = found[-1].end
    return found


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (lambda n: ["Анна Орлова", "Ольга Орлова", *["Орлова"] * n], "two of one surname, then the bare surname"),
        (lambda n: [*(f"И{word(i)} Орлов" for i in range(n // 2)), *["Орлов"] * (n // 2)], "many of one surname, then that"),
        (lambda n: [f"И{word(i % n)} {'Орловский' if i % 2 else 'Беловский'}" for i in range(n)], "all different"),
    ],
)
@pytest.mark.slow
def test_joining_names(names, why):
    assert_linear(join_mentions, lambda n: mentions_of(names(n)), 1_000)


def word(number):
    return "".join(chr(ord("а") + int(digit)) for digit in str(number))


def test_a_name_joins_its_equal_however_many_others_share_its_words():
    names = ["Иван Орлов", *[f"{given} {surname}" for given, surname in [("Иван", "Белов"), ("Пётр", "Орлов")] * 1_000]]
    assert [(e.name, len(e.mentions)) for e in join_mentions(mentions_of([*names, "Иван Орлов"]))] == [
        ("Иван Орлов", 2),
        ("Иван Белов", 1_000),
        ("Пётр Орлов", 1_000),
    ]


def test_the_longest_of_overlapping_names():
    def recognize(analysis):
        for at in range(0, len(analysis.text), 4):  # of each two that overlap the second one is the longer
            for start, end in ((at, at + 2), (at + 1, at + 4)):
                yield Mention(start=start, end=end, text=analysis.text[start:end], type="person", name="а")

    def recognized(text):
        return Analysis(Article(text=text), RUSSIAN, [("pairs", recognize)]).mentions

    assert [(m.start, m.end) for m in recognized("а" * 12)] == [(1, 4), (5, 8), (9, 12)]
    assert_linear(recognized, lambda size: "а" * size, 4_000)


def test_speakers_called_by_titles():
    def article(number):
        text, facts = "", []
        for i in range(number):
            holder, role = f"Иван О{word(i)}", f"глава {word(i % 100)}ского цеха"
            start = len(text)
            text += f"{role} {holder}. "
            person = Mention(start=start + len(role) + 1, end=len(text) - 2, text=holder, type="person", name=holder)
            facts.append(OfficialTitle(start=start, end=start + len(role), text=role, position=role, person=person))
            start = len(text)
            text += f"{role} рад. "
            speaker = Mention(start=start, end=start + len(role), text=role, type="person", name=role)
            facts.append(Quote(start=len(text) - 5, end=len(text) - 2, text="рад", style="indirect", speaker=speaker))
        return Analysis(Article(text=text, language="ru"), RUSSIAN), facts

    assert [link.mention.name for link in relate_quotes(*article(3))] == ["Иван Оа", "Иван Об", "Иван Ов"]
    assert_linear(lambda made: list(relate_quotes(*made)), article, 500)


def test_whether_whoever_is_named_throughout_is_named_in_what_was_said():
    people = mentions_of(["Иван Орлов"] * 3)
    assert [is_named_in(people, [(at, at + 11)]) for at in (-11, 0, 1, 22, 23)] == [False, True, True, True, False]
    assert is_named_in(people, [(1, 11), (11, 12)])

    def asked(named):
        return [is_named_in(named, [(mention.start + 1, mention.end)]) for mention in named]

    assert_linear(asked, lambda number: mentions_of(["Иван Орлов"] * number), 500)


def test_a_result_read_back():
    def written(number):
        text = "а" * number
        people = [Mention(start=i, end=i + 1, text="а", type="person", name=word(i), entity=f"e{i}") for i in range(number)]
        facts = tuple(
            Quote(start=i, end=i + 1, text="а", style="direct", speaker=person, id=f"f{i}") for i, person in enumerate(people)
        )
        entities = tuple(
            Entity(type="person", name=person.name, mentions=(person,), facts=(fact,), id=person.entity)
            for person, fact in zip(people, facts, strict=True)
        )
        return Result(article=Article(text=text), facts=facts, entities=entities).to_json()

    assert [fact.id for entity in from_json(written(3)).entities for fact in entity.facts] == ["f0", "f1", "f2"]
    assert_linear(from_json, written, 250)
