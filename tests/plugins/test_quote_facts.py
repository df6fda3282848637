"""How what is attributed is reported: its style, its ends, and what is reported once."""

import pytest

from newsfacts import Analysis, Article, Quote
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.attributions import Attributed
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.quote_facts import QuoteFacts
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.verbatim import find_segments, is_credit

WORDS = word_lookup(RUSSIAN)
SAID, LABEL = Cue(0, 0, 0, None, "report"), Cue(0, 0, 0, None, "label")


def analysed(text):
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
    return analysis, list(find_segments(analysis, WORDS))


def reported(text, said=None, cue=SAID, voice=False):
    """What is reported of the last sentence: its first quoted words, or some words without marks."""
    analysis, segments = analysed(text)
    sentence = SentenceUnits(analysis, WORDS, segments[-1].bounds, segments[-1].verbatims)
    facts = QuoteFacts(analysis, WORDS)
    if said is None:
        index = sentence.codes.index("Q")
        entry = Attributed(index, index + 1, cue, sentence.units[index].quotation, 1.0, voice)
    else:
        start = text.index(said)
        inside = [i for i, unit in enumerate(sentence.units) if unit.end > start and unit.start < start + len(said)]
        entry = Attributed(inside[0], inside[-1] + 1, cue, None, 1.0)
    facts.add(sentence, entry, None, None, 1.0)
    facts.add(sentence, entry, None, None, 1.0)
    return [(quote.style, quote.text) for quote in facts.all]


# text, the style of its first words in marks, why
STYLES = [
    ("«Цех готов», — сказал Орлов.", "direct", "at the beginning, with a capital"),
    ("«цех готов», — сказал Орлов.", "partial", "… with a small letter"),
    ("Орлов сказал: «цех готов».", "direct", "behind a colon"),
    ("Орлов сказал, что «цех готов».", "direct", "all of a clause"),
    ("Орлов сказал, что «цех готов»", "direct", "… without a stop"),
    ("Орлов сказал, что «цех готов» весь.", "partial", "… a part of it"),
    ("Орлов сказал, что он «готов».", "partial", "… its end"),
    ("Орлов сказал — «Цех готов».", "direct", "behind a dash, with a capital"),
    ("Орлов сказал — «цех готов».", "partial", "… with a small letter"),
    ("Да, «Цех готов» — сказал Орлов.", "direct", "before a dash, with a capital"),
    ("Да, «цех готов» — сказал Орлов.", "partial", "… with a small letter"),
    ("Орлов крикнул «Цех готов»", "direct", "at the end without a stop"),
    ("Да, «цех готов», — сказал Орлов.", "direct", "before a comma and a dash"),
    ("Да, «цех готов», сказал Орлов.", "partial", "… a comma alone"),
    ("Орлов назвал «позором» цех — и ушёл.", "partial", "before a word and a dash"),
    ("— Цех готов, — сказал Орлов.", "direct", "dialogue"),
]


@pytest.mark.parametrize(("text", "style", "why"), STYLES, ids=[row[-1] for row in STYLES])
def test_style_of_quoted_words(text, style, why):
    assert [found for found, _ in reported(text)] == [style], why


def test_what_is_one_of_several_voices_is_direct():
    assert reported("Звучали «да» и «нет».", voice=True) == [("direct", "да")]


# text, some of its words, the cue, what is reported, why
UNMARKED = [
    ("Орлов сказал, что мы рады.", "мы рады", SAID, ("indirect", "мы рады"), "reported"),
    ("Орлов: мы рады", "мы рады", LABEL, ("direct", "мы рады"), "a headline with words of one's own"),
    ("Орлов: цех готов", "цех готов", LABEL, ("indirect", "цех готов"), "a headline without"),
    ("Цех готов, — сказал Орлов.", "Цех готов,", SAID, ("indirect", "Цех готов"), "without its mark"),
    ("Орлов сказал: цех готов.", ": цех готов.", SAID, ("indirect", "цех готов"), "without marks at both ends"),
    ("Орлов сказал, что „цех готов“ и „пуст“.", "„цех готов“ и", SAID, ("indirect", "„цех готов“ и"), "with its own marks"),
]


@pytest.mark.parametrize(("text", "said", "cue", "found", "why"), UNMARKED, ids=[row[-1] for row in UNMARKED])
def test_words_without_marks(text, said, cue, found, why):
    assert reported(text, said, cue) == [found], why


# words in marks, what is reported of them, why
MARKED = [
    ("«Цех готов,»", ["Цех готов"], "no comma at the end"),
    ("«Цех готов!»", ["Цех готов!"], "but an exclamation"),
    ("«Цех готов.»", ["Цех готов."], "and a full stop"),
    ("«„Цех готов“»", ["Цех готов"], "two pairs of marks"),
    ("«„Цех“ готов»", ["„Цех“ готов"], "marks within"),
    ("«Мой „Цех“»", ["Мой „Цех“"], "marks at the end"),
    ("«—»", [], "no words"),
]


@pytest.mark.parametrize(("words", "found", "why"), MARKED, ids=[row[-1] for row in MARKED])
def test_ends_of_quoted_words(words, found, why):
    assert [text for _, text in reported(f"Орлов сказал: {words}.")] == found, why


PAST = "Цех готов. Склад пуст. Орлов рад."

# what was found before, its style, whether the second sentence is reported as a whole, why
WHOLE = [
    ("Цех готов", "direct", True, "words before it"),
    ("Орлов рад", "direct", True, "words behind it"),
    ("Склад пуст", "direct", False, "its own words"),
    ("пуст", "indirect", False, "some of them"),
    ("пуст", "partial", True, "a quoted word in it"),
]


@pytest.mark.parametrize(("words", "style", "found", "why"), WHOLE, ids=[row[-1] for row in WHOLE])
def test_a_sentence_that_is_referred_to(words, style, found, why):
    analysis, segments = analysed(PAST)
    facts = QuoteFacts(analysis, WORDS)
    start = PAST.index(words)
    facts.all.append(Quote(start=start, end=start + len(words), text=words, style=style, speaker=None, cue=None))
    facts.add_whole(segments[1], None, None, 1.0)
    assert [quote.text for quote in facts.all[1:]] == (["Склад пуст"] if found else []), why


@pytest.mark.parametrize(("text", "whole"), [("Кроме того, цех готов.", ["цех готов"]), ("…", [])])
def test_a_sentence_without_its_connectives(text, whole):
    analysis, segments = analysed(f"Орлов рад.\n{text}")
    facts = QuoteFacts(analysis, WORDS)
    facts.add_whole(segments[-1], None, None, 1.0)
    assert [quote.text for quote in facts.all] == whole


# a line, whether it gives the source of a picture or of the text, why
CREDITS = [
    ("Фото: Анна Рогова", True, "a picture"),
    ("Фото Анны Роговой", True, "… without a colon"),
    ("Фото понравилось всем.", False, "a sentence about one"),
    ("© Анна Рогова", True, "a sign"),
    ("© Анна Рогова!", False, "… in a sentence"),
    ("Текст: Анна Рогова", True, "a text"),
    ("Автор текста: Анна Рогова", True, "two words"),
    ("Автор этого текста: Анна Рогова", False, "more words"),
    ("Итог: цех готов.", False, "a sentence with a colon"),
    ("Итог: «Цех готов»", False, "quoted words"),
    ("Анна Рогова", False, "no colon"),
    ("Текст:\nАнна Рогова", False, "nothing behind it"),
]


@pytest.mark.parametrize(("text", "found", "why"), CREDITS, ids=[row[-1] for row in CREDITS])
def test_credits(text, found, why):
    analysis, segments = analysed(text)
    assert is_credit(analysis.text, segments[0].bounds, WORDS) == found, why
