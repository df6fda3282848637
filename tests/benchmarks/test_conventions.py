"""Quotes put as PolNeAR marks attributions."""

import pytest
from conventions import as_attributions

from newsfacts import Article, Mention, OfficialTitle, Quote, Result

TYPES = {"report": "document", "Harlow": "organization"}


def at(text, words):
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def result(text, *quotes, title=None):
    """A result with quotes: the words, their style, the speaker's words and those of the cue."""
    facts = [
        Quote(
            **at(text, words),
            style=style,
            speaker=Mention(**at(text, speaker), type=TYPES.get(speaker, "person"), name=speaker) if speaker else None,
            cue=Mention(**at(text, cue), type="unknown", name=cue) if cue else None,
        )
        for words, style, speaker, cue in quotes
    ]
    if title:
        person = Mention(**at(text, "Anna Bell"), type="person", name="Anna Bell")
        facts.append(OfficialTitle(**at(text, title), position=title, person=person))
    return Result(article=Article(text=text, language="en"), facts=facts)


@pytest.mark.parametrize(
    ("text", "quotes", "contents"),
    [
        ('"It is safe," Anna Bell said.', [("It is safe", "direct", "Anna Bell", "said")], ['"It is safe,"']),
        (
            '"It is safe," Anna Bell said. "We know."',
            [("It is safe", "direct", "Anna Bell", "said"), ("We know.", "direct", "Anna Bell", None)],
            ['"It is safe," Anna Bell said. "We know."'],
        ),
        (
            '"It is safe," Anna Bell said.\n"We know."',
            [("It is safe", "direct", "Anna Bell", "said"), ("We know.", "direct", "Anna Bell", None)],
            ['"It is safe,"', '"We know."'],
        ),
        ("Anna Bell said that it is safe.", [("it is safe", "indirect", "Anna Bell", "said")], ["that it is safe"]),
        (
            'Anna Bell said it is "quite safe."',
            [('it is "quite safe', "indirect", "Anna Bell", "said"), ("quite safe.", "partial", "Anna Bell", "said")],
            ['it is "quite safe."'],
        ),
        ("''It is safe,'' she said.", [("It is safe", "direct", "she", "said")], ["''It is safe,''"]),
    ],
    ids=["marks", "interrupted", "the next paragraph", "the conjunction", "a fragment within", "doubled marks"],
)
def test_what_was_said(text, quotes, contents):
    assert [quote.text for quote in as_attributions(result(text, *quotes)).quotes] == contents


@pytest.mark.parametrize(
    ("text", "speaker", "title", "source"),
    [
        ("Mayor Anna Bell said it is safe.", "Anna Bell", "Mayor", "Mayor Anna Bell"),
        ("Anna Bell, a city engineer, said it is safe.", "Anna Bell", "city engineer", "Anna Bell, a city engineer,"),
        ("It is safe, said Anna Bell, who built it. We know it is safe.", "Anna Bell", None, "Anna Bell, who built it"),
        ("The new city report said it is safe.", "report", None, "The new city report"),
        ("Anna Bell (D-Ohio) said it is safe.", "Anna Bell", None, "Anna Bell (D-Ohio)"),
        ("Mr. Bell said it is safe.", "Bell", None, "Mr. Bell"),
        ("Gov. Bell said it is safe.", "Bell", None, "Gov. Bell"),
        ("De Bell said it is safe.", "Bell", None, "De Bell"),
        ("The report said it is safe.", "report", None, "The report"),
        ("Anna Bell came as mayor and said it is safe.", "Anna Bell", "mayor", "Anna Bell"),
        ("Anna Bell, a Republican of Ohio, said it is safe.", "Anna Bell", None, "Anna Bell, a Republican of Ohio,"),
        ("Anna Bell, speaking in Ohio, said it is safe.", "Anna Bell", None, "Anna Bell"),
        ("it is safe, said Anna Bell, an aide to Mr. Bell. She left.", "Anna Bell", None, "Anna Bell, an aide to Mr. Bell"),
        ("it is safe, said Anna Bell, referring to the dam.", "Anna Bell", None, "Anna Bell"),
        ("people familiar with the dam said it is safe.", "people", None, "people familiar with the dam"),
        ("people on Monday said it is safe.", "people", None, "people"),
        ("He's said it is safe.", "He's", None, "He"),
        ("Ohio's Anna Bell said it is safe.", "Anna Bell", None, "Ohio's Anna Bell"),
        ("But Bell's voters said it is safe.", "voters", None, "Bell's voters"),
        ("Nearly half of voters said it is safe.", "voters", None, "Nearly half of voters"),
        ("Tom Reed and Anna Bell said it is safe.", "Anna Bell", None, "Tom Reed and Anna Bell"),
        ("Yet Anna Bell said it is safe.", "Anna Bell", None, "Anna Bell"),
        ("A CNN/Harlow poll said it is safe.", "CNN", None, "A CNN/Harlow poll"),
        ("voters across Ohio said it is safe.", "voters", None, "voters across Ohio"),
        ("Anna Bell - a Republican of Ohio - said it is safe.", "Anna Bell", None, "Anna Bell - a Republican of Ohio -"),
        ("A city engineer, Anna Bell, said it is safe.", "Anna Bell", "city engineer", "A city engineer, Anna Bell,"),
    ],
    ids=[
        "a title before",
        "an apposition",
        "a relative clause",
        "adjectives",
        "brackets",
        "an address",
        "an office",
        "a particle",
        "an article",
        "a title elsewhere",
        "an apposition without a title",
        "what else the source does",
        "an abbreviation in an apposition",
        "what the source does after the cue",
        "what belongs to a noun",
        "a day",
        "a verb that is written together",
        "an owner",
        "an owner behind a conjunction",
        "a part of them",
        "another name",
        "no name before",
        "what a poll is named after",
        "where they are",
        "an apposition between dashes",
        "the comma after a name that is apposed to its title",
    ],
)
def test_the_source(text, speaker, title, source):
    converted = as_attributions(result(text, ("it is safe", "indirect", speaker, "said"), title=title))
    [quote] = converted.quotes
    assert quote.speaker.text == source
    assert len(converted.of(OfficialTitle)) == bool(title)


@pytest.mark.parametrize(
    ("text", "words", "cue", "whole_cue", "content"),
    [
        ("Anna Bell also said it is safe.", "it is safe", "said", "also said", "it is safe"),
        ("Anna Bell has since said it is safe.", "it is safe", "said", "said", "it is safe"),
        ("Anna Bell said: it is safe.", "it is safe", "said", "said:", "it is safe"),
        ("Anna Bell talked about the dam.", "about the dam", "talked", "talked about", "the dam"),
        ("Anna Bell talked about the dam.", "the dam", "talked", "talked about", "the dam"),
        ("Anna Bell wants to leave.", "to leave", "wants", "wants", "to leave"),
    ],
    ids=[
        "an adverb",
        "another adverb",
        "a colon",
        "a preposition in what was said",
        "a preposition before it",
        "an infinitive",
    ],
)
def test_the_cue(text, words, cue, whole_cue, content):
    [quote] = as_attributions(result(text, (words, "indirect", "Anna Bell", cue))).quotes
    assert (quote.cue.text, quote.text) == (whole_cue, content)


@pytest.mark.parametrize("speaker", ["The dam", None])
def test_what_is_expected_of_somebody_has_no_source(speaker):
    text = "We know. The dam is expected to hold."
    [quote] = as_attributions(result(text, ("to hold", "indirect", speaker, "is expected"))).quotes
    assert (quote.text, quote.speaker, quote.cue.text) == ("The dam is expected to hold", None, "is expected")
