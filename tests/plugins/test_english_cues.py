"""What the English cues of a sentence are, and who may speak by them."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speakers import Speakers
from newsfacts_quotes.verbatim import find_segments

WORDS = word_lookup(ENGLISH)


def scene(text):
    """The analysis of a text, the units of its only sentence, and their cues."""
    analysis = Analysis(Article(text=text, language="en"), ENGLISH, [("names", newsfacts_recognize)])
    [segment] = find_segments(analysis, WORDS)
    sentence = SentenceUnits(analysis, WORDS, segment.bounds, segment.verbatims)
    return analysis, sentence, find_cues(sentence, WORDS)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Anna Bell said the bridge was safe.", "said", "report"),
        ("Anna Bell never said the bridge was safe.", "never said", "silent"),
        ("Anna Bell has not said the bridge was safe.", "has not said", "silent"),
        ("Anna Bell didn't say the bridge was safe.", "didn't say", "silent"),
        ("Anna Bell doesn't believe the bridge is safe.", "doesn't believe", "report"),
        ("Anna Bell did not deny the bridge was unsafe.", "not deny", "report"),
        ("Anna Bell declined to say the bridge was safe.", "say", "silent"),
        ("Anna Bell wanted to say the bridge was safe.", "say", "report"),
        ("Anna Bell doesn't support the plan.", "doesn't support", "silent"),
        ("Anna Bell supports the plan.", "supports", "attitude"),
    ],
)
def test_the_last_cue(text, words, kind):
    _, sentence, cues = scene(text)
    cue = cues[-1]
    assert text[sentence.units[cue.first].start : sentence.units[cue.last].end] == words
    assert cue.kind == kind


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Some senior Harlow officials said the bridge was safe.", ["Some senior Harlow officials", "bridge"]),
        ("These former ministers said the bridge was safe.", ["These former ministers", "bridge"]),
        ("The report issued this year said the bridge was safe.", ["The report", "bridge"]),
        ("According to its yearly report, the bridge was safe.", ["its yearly report", "bridge"]),
    ],
    ids=["adjectives and a place", "an adjective", "a time is no speaker", "an owner is none"],
)
def test_who_may_speak(text, speakers):
    analysis, sentence, cues = scene(text)
    found = Speakers(analysis, WORDS, {}).candidates(sentence, cues).naming.all
    phrases = [text[sentence.units[c.phrase.first].start : sentence.units[c.phrase.last].end] for c in found]
    assert [phrase.removeprefix("the ") for phrase in phrases] == speakers


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('"Is it safe?" Anna Bell asked.', 1),
        ('"It is safe!" Anna Bell told reporters on Monday, and left.', 1),
        ('"It is safe!" A. B. Bell shouted.', 1),
        ('"It is safe." Anna Bell left.', 2),
        ('"Is it safe?" Anna Bell left.', 2),
        ('"Is it safe?" Anna Bell said it was not.', 2),
        ('"Is it safe?" The bridge asked for it.', 2),
        ('"Is it safe?"\nAnna Bell asked.', 2),
    ],
)
def test_a_question_and_its_speaker_are_one_sentence(text, sentences):
    analysis = Analysis(Article(text=text, language="en"), ENGLISH, [("names", newsfacts_recognize)])
    assert len(list(find_segments(analysis, WORDS))) == sentences
