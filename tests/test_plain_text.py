"""The text as it is analysed: what is seen through, what is left alone, and the way back to the text as read."""

from typing import ClassVar

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from timing import assert_linear_in

from newsfacts import Article, Extractor, Fact, Pipeline, Span, hookimpl
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts.plain_text import plain_text

TEXT = (
    "САМАРА, 12 мая — РИА Новости. Вице-премьер Андрей Лукойлов заявил, что цех откроют в мае. "
    "«Стройка обошлась в 5 миллионов рублей», — сказал Лукойлов."
)


@pytest.mark.parametrize(
    ("read", "plain", "why"),
    [
        ("Луко\u0301йлов", "Лукойлов", "a stress mark"),
        ("И\u0306од и е\u0308ж", "Йод и ёж", "decomposed letters"),
        (
            "е\u0301\u0308ж и ё\u0301ж",
            "ёж и ёж",
            "a decomposed letter with a stress mark, and a whole one",
        ),
        ("кафе\u0301, cafe\u0301", "кафе, caf\u00e9", "marks are of letters in other languages' words"),
        ("x\u0330\u0301 и а", "x\u0330\u0301 и а", "marks that make no letter stay in foreign words"),
        ("5 \u0301", "5 \u0301", "a mark without a letter"),
        ("мил\u00adлион\u00ad", "миллион", "soft hyphens"),
        ("мил\u00ad\nлион\u00ad\nРубль", "миллион\nРубль", "a word that a soft hyphen breaks at the end of its line"),
        ("\ufeffЦех\u200d \u2060готов\u200e", "Цех готов", "characters of no width"),
        ("5\u200b млн\u200bрублей", "5 млн рублей", "a space of no width beside a space, and in the place of one"),
        ("40\u200bмлн\u200bтенге", "40млн тенге", "behind a scale, though the dictionary lacks the word"),
        ("Врач Зинур\u200bГалякбаров", "Врач Зинур Галякбаров", "before a capital, though the dictionary lacks the word"),
        ("Лукой\u200bлов по\u200bход", "Лукойлов поход", "a space of no width where a word may break"),
        ("5\u00a0млн\u202fрублей", "5 млн рублей", "spaces that do not break, or are narrow"),
        ("вице\u2011премьер", "вице-премьер", "a hyphen that does not break"),
        ("«Идём», \u2015 сказал Белов.", "«Идём», — сказал Белов.", "the dash that some keyboards and converters give"),
        ("Моcква, Лукoйлoв, pублeй", "Москва, Лукойлов, рублей", "Latin letters in Cyrillic words"),
        ("Rеuters и Сatholic", "Reuters и Catholic", "Cyrillic letters in Latin words"),
        ("з\u00e1мок и ещ\u00eb", "замок и ещё", "Latin letters with a stress mark, or with dots, in Cyrillic words"),
        ("MOCKBA, OMCK, BECHA", "МОСКВА, ОМСК, ВЕСНА", "words all of letters that look alike, which the dictionary has"),
        ("TACC и HATO, HOPE и CAPE", "ТАСС и НАТО, HOPE и CAPE", "short ones that the dictionary has as an organisation's"),
        ("META, MAKE, eBay, PPACA, OMCK2", "META, MAKE, eBay, PPACA, OMCK2", "short words and names that only look so"),
        ("PRщик, VIPы, iPhone'ом, 3D-печать", "PRщик, VIPы, iPhone'ом, 3D-печать", "words of both scripts"),
        ("Сoca", "Coca", "either is possible: the more letters, where the dictionary has none"),
        ("кeкc", "кекс", "either is possible: as many letters, the text's own script"),
    ],
)
def test_what_is_seen_through(read, plain, why):
    found = plain_text(read, RUSSIAN)
    assert (read if found is None else found.text) == plain, why


def test_nothing_to_change_makes_nothing():
    assert plain_text(TEXT, RUSSIAN) is None
    assert plain_text("The caf\u00e9 of Reuters is open.", ENGLISH) is None


def test_a_language_without_an_alphabet_keeps_its_marks():
    assert plain_text("The cafe\u0301 is open.", ENGLISH).text == "The caf\u00e9 is open."


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ("Луко\u0301\u0301йлов при\u00adехал\u00ad.", ["Луко\u0301\u0301йлов", "при\u00adехал"]),
        ("\ufeffЦех\u200b\u200b заве\u0301", ["Цех", "заве\u0301"]),
        ("Моcква\u00ad, И\u0306", ["Моcква", "И\u0306"]),
    ],
)
def test_a_word_begins_and_ends_where_it_does_in_the_text_as_read(read, words):
    plain = plain_text(read, RUSSIAN)
    spans = []
    for word in plain.text.strip(".").replace(",", "").split():
        start = plain.text.index(word)
        spans.append(plain.as_read(Span(start=start, end=start + len(word), text=word)))
    assert [span.text for span in spans] == words
    assert all(read[span.start : span.end] == span.text for span in spans)


@given(st.text(alphabet="аёйcoMО\u0301\u0308\u0306\u00ad\u200b\u2011\ufeff \n", max_size=30), st.data())
def test_any_span_is_one_of_the_text_as_read(read, data):
    plain = plain_text(read, RUSSIAN)
    if plain is None or not plain.text:
        return
    start = data.draw(st.integers(0, len(plain.text) - 1))
    end = data.draw(st.integers(start + 1, len(plain.text)))
    moved = plain.as_read(Span(start=start, end=end, text=plain.text[start:end]))
    assert 0 <= moved.start < moved.end <= len(read)
    assert moved.text == read[moved.start : moved.end]


def decorated(text, mark):
    """The text with a mark behind each third letter within a word, in quotation marks and out of them."""
    return "".join(c + mark if i % 3 == 0 and c.isalpha() and text[i + 1 : i + 2].isalpha() else c for i, c in enumerate(text))


def said(result):
    """What facts and entities say, without offsets and words."""
    facts = [
        (f.kind, *(getattr(f, name, None) for name in ("date", "places", "agency", "amount", "currency", "position", "style")))
        for f in result.facts
    ]
    speakers = [quote.speaker and quote.speaker.name for quote in result.quotes]
    return facts, speakers, [(e.name, len(e.mentions), len(e.titles), len(e.quotes)) for e in result.entities]


@pytest.mark.parametrize("mark", ["\u0301", "\u00ad", "\u200d", "\u00ad\u200e"])
def test_the_facts_of_an_article_do_not_depend_on_it(mark):
    pipeline = Pipeline()
    plain, marked = (pipeline.extract(text, published="2024-05-12", language="ru") for text in (TEXT, decorated(TEXT, mark)))
    assert said(marked) == said(plain)
    assert {"dateline", "quote", "money", "title"} == {fact.kind for fact in marked.facts}
    text = marked.article.text
    for span in (*marked.facts, *(m for e in marked.entities for m in e.mentions), *(q.speaker for q in marked.quotes)):
        assert text[span.start : span.end] == span.text
        assert span.text.replace(mark, "") in TEXT
    assert all(any(title is fact for fact in marked.facts) for person in marked.people for title in person.titles)


@frozen(kw_only=True)
class Words(Fact):
    """The words of an article."""

    kind: ClassVar[str] = "words"
    each: tuple[Span, ...] = ()


class WordsPlugin:
    """Finds them."""

    @hookimpl
    def newsfacts_extractors(self):
        return [Extractor(name="words", languages={"ru"}, yields=(Words,), run=self.run)]

    def run(self, analysis):
        spans = tuple(analysis.span(token.start, token.end) for token in analysis.tokens)
        whole = analysis.span(0, len(analysis.text))
        for confidence, count in ((0.5, 2), (0.6, 3)):
            yield Words(start=whole.start, end=whole.end, text=whole.text, each=spans[:count], confidence=confidence)


def test_spans_within_a_strangers_facts_are_moved_too_and_those_of_losers():
    pipeline = Pipeline(register={"words": WordsPlugin()}, discover=False)
    result = pipeline.extract(Article(text="\u00adЗа\u00adвод пу\u0301щен.\u00ad", language="ru"))
    [fact], [conflict] = result.facts, result.conflicts
    for found, count in ((fact, 3), (conflict.fact, 2)):
        assert (found.start, found.text) == (1, "За\u00adвод пу\u0301щен.")
        assert [span.text for span in found.each] == ["За\u00adвод", "пу\u0301щен", "."][:count]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["а\u0301", "\u00ad", "аa", "a", "а\u200b", "\u0301", "aб ", "MOCKBA", "а\u0301\u0301"])
@pytest.mark.once
def test_hostile_texts_cost_time_in_proportion(piece):
    assert_linear_in(piece * (50_000 // len(piece)), lambda text: plain_text(f"{text}\u200b\u0301", RUSSIAN))
