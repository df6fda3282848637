"""What the names plugin makes of labelled English words. The labels are given, not learnt."""

from functools import partial

import pytest
from name_labels import labelled_in
from timing import assert_linear

from newsfacts import Pipeline
from newsfacts.languages.en import ENGLISH
from newsfacts_names.en import EnglishNameGrammar
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.organizations import find_organizations
from newsfacts_names.persons import find_person_spans
from newsfacts_names.places import find_places

LEXICON = name_lexicon("en")
GRAMMAR = EnglishNameGrammar(ENGLISH, LEXICON)
labelled = partial(labelled_in, ENGLISH, LEXICON)


# text, its capitalised words with the gap before each, why
CANDIDATES = [
    ("the vote of Ann Lee's aide", [("Ann", "far"), ("Lee", " ")], "the genitive is no part of the word"),
    ("Lee's Corolla", [("Lee", "far"), ("Corolla", "clitic")], "and what follows it is of another name"),
    ("Lee’ll win, Poe won't", [("Lee", "far"), ("Poe", "far")], "nor are verbs"),
    ("Bank of England", [("Bank", "far"), ("England", "of")], "a particle within bodies' names"),
    ("Bank near England", [("Bank", "far"), ("England", "small1")], "another small word"),
    ("Ursula von der Leyen", [("Ursula", "far"), ("Leyen", "particle")], "a particle within people's names"),
    ("Ann R. Fieldstone", [("Ann", "far"), ("R", " "), ("Fieldstone", ".")], "a noun goes on with a name behind an initial"),
    ("by Ann R. The vote", [("Ann", "far"), ("R", " ")], "a function word does not"),
    ("Ann\nLee", [("Ann", "far"), ("Lee", "line")], "a line ends a name"),
    (
        "the vote of all the members who were there, said Ann\nLee, who is one of the members of the old council of the\n"
        "town, and had voted against it when it was first put to\na vote in May.",
        [("Ann", "far"), ("Lee", " "), ("May", "far")],
        "not in a hard-wrapped text",
    ),
]


@pytest.mark.parametrize(("text", "words", "why"), CANDIDATES, ids=[row[2] for row in CANDIDATES])
def test_candidates(text, words, why):
    _, candidates, _ = labelled(text, "")
    assert [(c.token.text, c.gap) for c in candidates] == words, why
    assert all(text[c.token.start : c.token.end] == c.token.text for c in candidates), why


# text, labels, mended labels, why
MENDED = [
    ("Filmmaker Jack Marlow left", "Ppp", "OPp", "a noun for what people do before a given name"),
    ("Senator Mike Hale left", "Ppp", "OPp", "an office"),
    ("Mike Hale Gov. Ann Lee", "PppPp", "PpOPp", "an office that begins the next name"),
    ("Mike Hale Now", "Ppp", "PpO", "a word that only begins sentences"),
    ("the Chinese Minister Shinzo Abe left", "Rrrr", "OOPp", "a person behind an office within a body's name"),
    ("the Chinese Minister Affairs Office met", "Rrrr", "Rrrr", "a body all the same"),
    ("in May, Paul Singer left", "OOO", "OPp", "a given name, then a noun"),
    ("the Board Paul Okafor left", "Rrr", "RPp", "whatever it was"),
    ("Will Power be cut?", "OO", "OO", "an auxiliary that is a name too"),
    ("by actor Will Smith today", "OO", "Pp", "which is a name within a sentence"),
    ("Will Smith Power Be Cut", "OOOOO", "OOOOO", "and none in a headline"),
    ("he saw Paul March", "OO", "OO", "a month is no surname"),
    ("he saw Paul Committee", "OO", "Rr", "nor is a body, which is one"),
    ("with Larry King today", "Pp", "Pp", "an office that is a surname"),
    ("with Larry King Ann Lee", "PpPp", "POPp", "and where it goes on with another name is an office"),
    ("Minister Alpha Barry left", "OOP", "OPp", "a word between office and surname"),
    ("she met Bola Tinubu today", "OP", "Pp", "an unknown word before a surname"),
    ("she met Spring Tinubu today", "OP", "OO", "a known one is not of the name, and the surname is nobody's"),
    ("chief Ban Ki-moon left", "OO", "Pp", "a family before a given name of two syllables"),
    ("chief Ban Qaeda-linked cells", "OO", "OO", "no such name"),
    ("from J.K. Hartmann today", "OOO", "Ppp", "initials before an unknown word"),
    ("the U.S. Senate met", "RrR", "OOR", "letters of an abbreviation"),
    ("Alexander De Winter left", "PpO", "Ppp", "a particle with a capital"),
    ('said Robert C. "Bobby" Hale today', "PpPP", "PpOP", "a nickname"),
    ("said Robert C. about Bobby Hale today", "PpPp", "PpPp", "another person"),
    ("the Virginia Democrats won", "Pp", "OO", "a state that is a given name too, and a plural"),
    ("the Virginia Conservation won", "OO", "OO", "or another word"),
    ("Mr. Kowalczyk left", "OO", "OP", "a form of address"),
    ("Ann Lee Jr. left", "PpO", "Ppp", "a generation"),
    ("Ann Lee, Jr., left", "PpO", "Ppp", "behind a comma"),
    ("at Port St. Lucie today", "OOP", "OOO", "the name of a place"),
    ("in Jane Fairview, W.Va. today", "OOPp", "PpOO", "the abbreviation of a state"),
    ("World War II ended", "OPp", "OOO", "a number that is no sovereign's"),
    ("said Bob27 there", "P", "O", "digits"),
    ("Acme Pump Inc fell", "Ppp", "Rrr", "a firm"),
    ("Wells Fargo fell", "Pp", "Rr", "a firm that looks like a person"),
    ("at Ann Lee University today", "PpO", "Rrr", "a body that is called after a person"),
    ("in Burkina Faso today", "Pp", "OO", "a listed place of several words"),
    ("the Urawa Reds won", "Pp", "OO", "a plural"),
    ("the Gamba Osaka won", "Pp", "OO", "a place at the end"),
    ("in Naomi Osaka today", "Pp", "Pp", "unless a given name is before it"),
    ("Lee Wins Again\nAnn Lee won today.", "PppPp", "POOPp", "what follows the name in a headline"),
    ("House Corners Lee\nAnn Lee won today.", "RPpPp", "ROPPp", "what comes before it"),
    ("Ann Lee Wins\nAnn Lee won today.", "PppPp", "PpOPp", "the longest name that the text has"),
    ("Ann Lee Jr Wins\nAnn Lee won today.", "PpppPp", "PpOOPp", "a generation too, if the text names nobody so"),
    ("Ann Okafor left. So did Okafor.", "PpO", "PpP", "a surname that the article gives in full"),
    ("Ann Okafor Jr. left. So did Okafor.", "PppO", "PppP", "and a generation behind it"),
    ("Ann Price left. Price rises too.", "PpO", "PpO", "not where it is a word"),
    ("Ann al-Hakim left. So did Hakim.", "PpO", "PpP", "without the article"),
    ("she saw Zackler there", "P", "O", "nobody has been introduced so"),
    ("she saw Putin there", "P", "P", "somebody famous"),
    ("she saw Putin there", "O", "P", "whom the model overlooks"),
    ("she saw Ann there", "P", "P", "a given name"),
    ("she saw Charlotte there", "P", "O", "that is a town"),
    ("she saw Judge Zackler there", "OP", "OP", "an office before it"),
    ("Zackler left", "P", "O", "at the beginning of the text"),
]


@pytest.mark.parametrize(("text", "labels", "mended", "why"), MENDED, ids=[row[3] for row in MENDED])
def test_usage(text, labels, mended, why):
    analysis, candidates, labels = labelled(text, labels)
    assert "".join(GRAMMAR.mended(analysis, candidates, labels)) == mended, [c.token.text for c in candidates]


# text, labels, names with their genders, why
NAMED = [
    ("ANN O'MALLEY-LEE II spoke", "Ppp", [("Ann O'Malley-Lee II", "feminine")], "capitals throughout"),
    ("DONALD J. MCCAIN spoke", "Ppp", [("Donald J. McCain", "masculine")], "«Mc», an initial"),
    ("RON DeSANTIS spoke", "Pp", [("Ron DeSantis", "masculine")], "a small letter within"),
    ("Paul Lee, Jr., spoke", "Ppp", [("Paul Lee Jr.", "masculine")], "the comma before a generation"),
    ("Taylor Hale spoke", "Pp", [("Taylor Hale", None)], "a given name of either gender"),
    ("Scott spoke", "P", [("Scott", None)], "one word may be a surname"),
    ("Mrs. Hale spoke", "OP", [("Hale", "feminine")], "a form of address"),
]


@pytest.mark.parametrize(("text", "labels", "names", "why"), NAMED, ids=[row[3] for row in NAMED])
def test_nominatives(text, labels, names, why):
    analysis, candidates, labels = labelled(text, labels)
    spans = find_person_spans(analysis, candidates, labels, given_names=LEXICON.genders)
    assert [tuple(person) for person in GRAMMAR.name_persons(analysis, spans)] == names, why


# text, labels, organisations, why
ORGANIZATIONS = [
    ("at the Bank of England today", "Rr", ["Bank of England"], "a particle within"),
    ("at the Bank near England today", "RO", ["Bank"], "another small word"),
    ("the Senate Ethics Committee met", "Rrr", ["Senate Ethics Committee"], "the noun at the end is no body besides"),
    ("she saw the Committee on Ways and Means", "", ["Committee on Ways and Means"], "what depends on the noun"),
    ("she saw the Committee for Paul Hale", "OPp", ["Committee"], "a person ends it"),
    ("she saw the Committee on Energy's plan", "", ["Committee on Energy"], "so does the genitive"),
    ("she saw the Committee Chair", "", ["Committee"], "and a word that no particle joins"),
]


@pytest.mark.parametrize(("text", "labels", "bodies", "why"), ORGANIZATIONS, ids=[row[3] for row in ORGANIZATIONS])
def test_organizations(text, labels, bodies, why):
    analysis, candidates, labels = labelled(text, labels)
    persons = find_person_spans(analysis, candidates, labels)
    found = find_organizations(analysis, LEXICON, GRAMMAR, candidates, labels, persons)
    assert [mention.text for mention in found] == bodies, why


# text, labels, places, why
PLACES = [
    ("from New York today", "", ["New York"], "two words"),
    ("from New Haven today", "", ["New Haven"], "of which neither is a place"),
    ("from West Palm Beach today", "", ["West Palm Beach"], "the longest name"),
    ("from the U.S. today", "", ["U.S."], "a stop"),
    ("from Selma, Ala., today", "", ["Ala."], "an abbreviation of one word"),
    ("from Paris today", "", ["Paris"], "one word"),
    ("Ann Paris said", "Pp", [], "a person's name"),
    ("for us today", "", [], "a pronoun"),
]


@pytest.mark.parametrize(("text", "labels", "places", "why"), PLACES, ids=[row[3] for row in PLACES])
def test_places(text, labels, places, why):
    analysis, candidates, labels = labelled(text, labels)
    assert [mention.text for mention in find_places(analysis, candidates, labels)] == places, why


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["Ann Lee met Mr. Lee. ", "Ann Lee Wins And ", "Ann Lee\nLee Ann\n", "Ann J. J. Lee Jr. "])
@pytest.mark.once
def test_many_names_in_one_line(unit):
    pipeline = Pipeline(on_error="raise", block=["quotes", "titles", "money"])
    assert_linear(lambda text: pipeline.extract(text, language="en"), lambda n: unit * n, 400)


@pytest.mark.parametrize(
    ("text", "abbreviation", "name"),
    [
        ("The International Monetary Fund met.", "IMF", "International Monetary Fund"),
        ("The Food and Drug Administration met.", "FDA", "Food and Drug Administration"),
        ("The Food of Drug and Oil Makers met.", "FDOM", "Food of Drug and Oil Makers"),
        ("The World Health Organization. Then it met.", "WHO", "World Health Organization"),
        ("The Red Cross met.", "RC", None),
        ("The international Monetary Fund met.", "IMF", None),
        ("An International, Monetary Fund met.", "IMF", None),
    ],
    ids=["initials", "a small word", "several", "another sentence", "two letters", "a small letter", "a comma"],
)
def test_an_abbreviation_is_spelled_out(text, abbreviation, name):
    assert GRAMMAR.spelled_out(text).get(abbreviation) == name


def test_abbreviations_are_spelled_out_in_linear_time():
    assert_linear(GRAMMAR.spelled_out, lambda size: "World Health of the " * size, 2_000)
