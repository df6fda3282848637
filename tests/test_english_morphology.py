"""English readings: from the table of words, by endings, by capitals, and with what follows an apostrophe."""

import pickle
import subprocess
import sys
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Language
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.en.morphology import EnglishMorphology
from newsfacts.languages.en.word_table import CODES, Entry, WordTable, load_table, written_table

MORPHOLOGY = ENGLISH.morphology


def likeliest(word):
    return MORPHOLOGY.readings(word)[0]


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features", "why"),
    [
        ("governors", "governor", "NOUN", {"Number=Plur"}, "a noun's plural"),
        ("wolves", "wolf", "NOUN", {"Number=Plur"}, "an irregular plural"),
        ("data", "datum", "NOUN", {"Number=Plur"}, "a foreign plural"),
        ("treasury", "treasury", "NOUN", {"Number=Sing"}, "a noun"),
        ("police", "police", "NOUN", set(), "a noun that is also a verb in the dictionary"),
        ("said", "say", "VERB", {"VerbForm=Fin", "Tense=Past"}, "a verb's past, which the participle looks like"),
        ("says", "say", "VERB", {"Person=3", "Number=Sing", "Tense=Pres"}, "the third person"),
        ("elected", "elect", "VERB", {"VerbForm=Part", "Tense=Past"}, "a participle, which the past looks like"),
        ("planning", "plan", "VERB", {"VerbForm=Part", "Tense=Pres"}, "a participle in -ing with a doubled letter"),
        ("hoping", "hope", "VERB", {"VerbForm=Part"}, "one whose verb ends in e"),
        ("lying", "lie", "VERB", {"VerbForm=Part"}, "one whose verb ends in ie"),
        ("plead", "plead", "VERB", {"VerbForm=Inf"}, "an infinitive"),
        ("larger", "large", "ADJ", {"Degree=Cmp"}, "a comparative"),
        ("earliest", "early", "ADJ", {"Degree=Sup"}, "a superlative with i for y"),
        ("federal", "federal", "ADJ", {"Degree=Pos"}, "an adjective"),
        ("reportedly", "reportedly", "ADV", set(), "an adverb"),
        ("eleven", "eleven", "NUM", {"NumForm=Word"}, "a number word"),
        ("billion", "billion", "NUM", set(), "a scale"),
        ("she", "she", "PRON", {"Case=Nom", "Gender=Fem", "Number=Sing", "Person=3"}, "a pronoun"),
        ("them", "they", "PRON", {"Case=Acc", "Number=Plur"}, "a pronoun as object"),
        ("their", "they", "DET", {"Poss=Yes"}, "a possessive"),
        ("the", "the", "DET", {"PronType=Art", "Definite=Def"}, "an article"),
        ("were", "be", "AUX", {"Tense=Past"}, "an auxiliary"),
        ("against", "against", "ADP", set(), "a preposition"),
        ("although", "although", "SCONJ", set(), "a conjunction"),
        ("and", "and", "CCONJ", set(), "a conjunction of equals"),
        ("website", "website", "NOUN", {"Number=Sing"}, "a word younger than the lexicons"),
        ("2016", "2016", "NUM", {"NumForm=Digit"}, "digits"),
        ("15-year", "15-year", "ADJ", {"NumForm=Digit"}, "a measure before a noun"),
        (";", ";", "PUNCT", set(), "a mark"),
        ("Киев", "киев", "X", {"Foreign=Yes"}, "letters of another script"),
    ],
)
def test_words_of_the_table(word, lemma, pos, features, why):
    reading = likeliest(word)
    assert (reading.lemma, reading.pos) == (lemma, pos), why
    assert features <= reading.features, why


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features", "why"),
    [
        ("remilitarisation", "remilitarisation", "NOUN", set(), "an ending of nouns"),
        ("tweetstorms", "tweetstorm", "NOUN", {"Number=Plur"}, "a plural"),
        ("deplatforming", "deplatform", "VERB", {"VerbForm=Part"}, "a participle"),
        ("unhackable", "unhackable", "ADJ", set(), "an ending of adjectives"),
        ("algorithmically", "algorithmically", "ADV", set(), "an ending of adverbs"),
        ("super-delegates", "super-delegate", "NOUN", {"Number=Plur"}, "a compound is what its last part is"),
        ("Qaida-linked", "qaida-link", "VERB", {"VerbForm=Part"}, "a compound with a name in it is no name"),
        ("Zyxoplex", "zyxoplex", "PROPN", {"Number=Sing"}, "a capital"),
        ("Al-Masri", "al-masri", "PROPN", set(), "capitals on both sides of a hyphen"),
        ("Šķēle", "šķēle", "PROPN", set(), "Latin letters that English does not have"),
        ("OPEC", "opec", "PROPN", {"Abbr=Yes"}, "an abbreviation"),
        ("G20", "g20", "PROPN", set(), "one with digits"),
    ],
)
def test_words_that_the_table_lacks(word, lemma, pos, features, why):
    reading = likeliest(word)
    assert (reading.lemma, reading.pos, reading.known) == (lemma, pos, False), why
    assert features <= reading.features, why


@pytest.mark.parametrize(
    ("word", "pos", "lower", "why"),
    [
        ("May", "PROPN", "AUX", "a month or a name"),
        ("Bush", "PROPN", "NOUN", "a name that is a common noun too"),
        ("Officials", "NOUN", "NOUN", "the first word of a sentence"),
        ("The", "DET", "DET", "an article"),
        ("A", "DET", "DET", "an article is no initial"),
        ("I", "PRON", "PRON", "a pronoun is no initial"),
        ("J", "PROPN", "NOUN", "an initial"),
        ("Democrats", "PROPN", "NOUN", "a name in the plural"),
    ],
)
def test_capitals(word, pos, lower, why):
    assert (likeliest(word).pos, likeliest(word.lower()).pos) == (pos, lower), why


@pytest.mark.parametrize(
    ("word", "pos", "lemma", "feature", "why"),
    [
        ("Merkel's", "PROPN", "merkel", "Case=Gen", "a name's genitive"),
        ("Merkel’s", "PROPN", "merkel", "Case=Gen", "the curly apostrophe"),
        ("government's", "NOUN", "government", "Case=Gen", "a noun's genitive"),
        ("everybody's", "PRON", "everybody", "Case=Gen", "the genitive of a pronoun that has one"),
        ("old's", "ADJ", "old", "Case=Gen", "the genitive of what stands for a noun"),
        ("he's", "PRON", "he", "Clitic=Yes", "a verb"),
        ("that's", "PRON", "that", "Clitic=Yes", "a verb after a pronoun that other lists call a noun too"),
        ("here's", "ADV", "here", "Clitic=Yes", "a verb after an adverb"),
        ("they'll", "PRON", "they", "Clitic=Yes", "a verb after a pronoun"),
        ("doesn't", "AUX", "do", "Polarity=Neg", "a denial"),
        ("won't", "AUX", "will", "Polarity=Neg", "a denial that changes the auxiliary"),
        ("cannot", "AUX", "can", "Polarity=Neg", "a denial in one word"),
        ("O'Hara", "PROPN", "o'hara", "Number=Sing", "an apostrophe within a name"),
    ],
)
def test_apostrophes(word, pos, lemma, feature, why):
    reading = likeliest(word)
    assert (reading.pos, reading.lemma) == (pos, lemma), why
    assert feature in reading.features, why


def test_the_genitive_is_likelier_than_a_verb_but_both_are_read():
    genitive, verb = MORPHOLOGY.readings("Reuters's")[:2]
    assert (genitive.case, verb.case) == ("Gen", None)
    assert genitive.score > verb.score > 0


def test_places_are_marked():
    morphology = EnglishMorphology(["turkey", "us", "minnesota"])
    turkey, us, minnesota, small = [morphology.readings(word) for word in ("Turkey", "US", "Minnesota", "turkey")]
    assert all("NameType=Geo" in readings[0].features for readings in (turkey, us, minnesota))
    assert not any("NameType=Geo" in reading.features for reading in small)
    english = Language(code="en", name="English", morphology=morphology)
    assert [english.is_place(word) for word in ("Turkey", "turkey", "US", "us")] == [True, False, True, False]


@pytest.mark.parametrize(
    ("word", "features", "form"),
    [
        ("governors", ("Number=Sing",), "governor"),
        ("children", ("Case=Nom", "Number=Sing"), "child"),
        ("governor", ("Number=Sing",), "governor"),
        ("Merkel's", ("Case=Nom",), "merkel"),
        ("ministers", ("Case=Gen",), None),
        ("said", ("VerbForm=Inf",), "say"),
        ("said", ("Number=Plur",), None),
        ("federal", ("Degree=Sup",), None),
    ],
)
def test_inflection(word, features, form):
    assert MORPHOLOGY.inflect(likeliest(word), *features) == form


@given(st.text(max_size=40) | st.from_regex(r"[A-Za-z'’-]{1,30}", fullmatch=True))
def test_any_word_has_readings_in_order(word):
    readings = EnglishMorphology().readings(word)
    scores = [reading.score for reading in readings]
    assert scores == sorted(scores, reverse=True)
    assert isclose(sum(scores), 1.0, abs_tol=1e-9)
    assert {reading.word for reading in readings} == {word.lower()}
    for reading in readings:
        assert {"Case": reading.case, "Number": reading.number, "Gender": reading.gender}.items() >= {
            tuple(f.split("=")) for f in reading.features if f.split("=")[0] in ("Case", "Number", "Gender")
        }
        MORPHOLOGY.inflect(reading, "Number=Sing")


def test_long_words_and_lines_come_to_an_end():
    assert likeliest("a" * 50_000).pos == "X"
    assert likeliest("super-" * 13 + "x").pos


def test_a_worker_loads_its_own_table():
    copied = pickle.loads(pickle.dumps(EnglishMorphology(["iowa"])))
    assert copied.readings("Iowa") == EnglishMorphology(["iowa"]).readings("Iowa")


def test_an_article_in_another_language_loads_no_table():
    code = "import newsfacts; from newsfacts.languages.en import ENGLISH; newsfacts.extract('Завод построят, заявил мэр.')"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print('_table' in vars(ENGLISH.morphology))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"


def test_the_shipped_table_is_sound():
    lines = load_table()._text.splitlines()
    forms = [line.split("\t")[0] for line in lines]
    assert forms == sorted(set(forms))
    table = load_table()
    for form in forms[::50]:
        entries = table.entries(form)
        assert entries, form
        assert {entry.code for entry in entries} <= CODES.keys(), form
        assert {table.lemma(form, entry) for entry in entries}, form


def test_a_table_is_read_as_it_was_written():
    words = {"alder": [Entry("N", 100)], "elms": [Entry("S", 80), Entry("Z", 20, "elm")], "-ing": [Entry("G", 100)]}
    table = WordTable(written_table(words))
    assert [list(table.entries(form)) for form in words] == list(words.values())
    assert table.entries("al") == table.entries("zz") == table.entries("") == ()
    assert table.guesses("zoning") == (Entry("G", 100),)
    assert table.guesses("zone") == (Entry("N", 100),)
