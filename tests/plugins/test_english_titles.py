"""English's answers about title phrases that the table of cases does not reach."""

import pytest

from newsfacts import Pipeline
from newsfacts.languages.en import ENGLISH
from newsfacts_titles.extractor import vocabulary

WORDS = vocabulary(ENGLISH)
GRAMMAR = WORDS.grammar


@pytest.mark.parametrize(
    ("text", "place", "taken"),
    [
        (" (R-Ohio) said", "Ohio", " (R-Ohio)"),
        (" (Fla.) said", "Fla.", " (Fla.)"),
        (", D-N.Y., said", "N.Y.", ", D-N.Y."),
        (" of New Mexico said", "New Mexico", " of New Mexico"),
        (" of Texas and", "Texas", " of Texas"),
    ],
)
def test_place_after_a_name(text, place, taken):
    assert GRAMMAR.place_after(text) == (place, len(taken))


@pytest.mark.parametrize("text", ["", " (left) said", " of course", ", Ohio, said", " said in (Ohio)"])
def test_no_place_after_a_name(text):
    assert GRAMMAR.place_after(text) is None


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("Foreign Minister", "foreign minister"),
        ("Secretary of State", "secretary of state"),
        ("Republican strategist", "Republican strategist"),
        ("CEO", "CEO"),
        ("Gov.", "gov."),
    ],
)
def test_positions_lose_the_capitals_of_common_words(position, expected):
    assert GRAMMAR.without_capitals(position) == expected


@pytest.mark.parametrize(
    ("form", "lemma", "plural"),
    [
        ("senators", "senator", True),
        ("Sens", "sen", True),
        ("spokesmen", "spokesman", True),
        ("President-elect", "president-elect", False),
    ],
)
def test_role_nouns(form, lemma, plural):
    role = WORDS.role(form)
    assert role is not None
    assert (role.lemma, role.plural) == (lemma, plural)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ann Miller was mayor of Oslo under two kings.", "former"),
        ("Ann Miller was elected mayor of Oslo on Sunday.", "current"),
        ("Ann Miller will become mayor of Oslo in June.", "future"),
        ("Ann Miller served as mayor of Oslo until 2010.", "former"),
    ],
)
def test_the_nearest_verb_decides_whether_a_title_is_held(text, status):
    assert [title.status for title in Pipeline().extract(text).titles] == [status]
