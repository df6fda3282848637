"""Where an article names whom."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.sightings import Sightings

TEXT = (
    "Анна Белова ушла. Ивана Орлова встретила Белова. "
    "«Орлов долго и терпеливо ждал её у ворот нового порта в Минске», — рассказал Пётр Рогов. «Орлов рад», — сказал он."
)
ANALYSIS = Analysis(Article(text=TEXT, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
SIGHTINGS = Sightings(ANALYSIS)


def named(words, number=0):
    return [mention for mention in ANALYSIS.mentions if mention.text == words][number]


def after(words):
    return TEXT.index(words) + len(words)


BELOVA, ORLOV, ROGOV = named("Анна Белова"), named("Ивана Орлова"), named("Пётр Рогов")


def test_sentences_have_numbers():
    assert [SIGHTINGS.number(TEXT.index(words)) for words in ("Анна", "Ивана", "«Орлов долго", "Рогов", "он.")] == [
        0,
        1,
        2,
        2,
        3,
    ]
    start, end = SIGHTINGS.sentence(1)
    assert TEXT[start:end] == "Ивана Орлова встретила Белова."


def test_the_last_mention_before_an_offset():
    known = ANALYSIS.entity_of(BELOVA).mentions[0]
    assert SIGHTINGS.nearest(known, len(TEXT)) == named("Белова")
    assert SIGHTINGS.nearest(known, after("Анна Белова ушла")) == BELOVA
    assert SIGHTINGS.nearest(known, 0) is None
    assert [mention.text for mention in SIGHTINGS.before(known, len(TEXT))] == ["Анна Белова", "Белова"]
    assert list(SIGHTINGS.before(known, 0)) == []
    assert SIGHTINGS.count(known) == 2


@pytest.mark.parametrize(
    ("mention", "words", "inside"),
    [(BELOVA, "встретила Белова", True), (BELOVA, "Пётр Рогов", False), (ROGOV, "Пётр Рогов", True)],
)
def test_whether_somebody_is_named_in_words(mention, words, inside):
    assert SIGHTINGS.is_named_in(mention, [(TEXT.index(words), after(words))]) == inside


@pytest.mark.parametrize(
    ("mention", "first"),
    [(BELOVA, True), (ORLOV, True), (named("Белова"), True), (named("Орлов"), True), (ROGOV, False)],
)
def test_the_first_person_of_a_sentence(mention, first):
    """Nobody before them is in the nominative, and a place is no person."""
    assert SIGHTINGS.is_first(mention) == first


@pytest.mark.parametrize(
    ("mention", "words", "quoted"),
    [
        (named("Орлов"), "рассказал", True),
        (named("Орлов"), "ждал", False),
        (named("Орлов", 1), "сказал он", False),
        (ROGOV, "сказал он", False),
        (BELOVA, "сказал он", False),
    ],
)
def test_a_mention_within_words_that_are_quoted(mention, words, quoted):
    """The words end before the offset, and are more than a name."""
    assert SIGHTINGS.is_quoted(mention, after(words)) == quoted


@pytest.mark.parametrize(
    ("low", "before", "used"), [("ждал", "Рогов", True), ("ждал", "«Орлов долго", False), ("цех", "сказал он", False)]
)
def test_a_word_that_was_used_before(low, before, used):
    assert SIGHTINGS.is_used_before(low, after(before)) == used
