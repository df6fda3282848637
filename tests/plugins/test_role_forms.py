"""The cheap tests for role nouns let no form of one pass by."""

import pytest
from pymorphy3 import MorphAnalyzer

from newsfacts import Token
from newsfacts.languages.ru import RUSSIAN
from newsfacts_titles.extractor import vocabulary
from newsfacts_titles.ru import RussianTitleGrammar
from newsfacts_titles.vocabulary import Vocabulary

pytestmark = pytest.mark.once


class Careless(RussianTitleGrammar):
    """A grammar by which nearly every word may be a role noun, so that the dictionary is asked about all of them."""

    def stem(self, noun, /):
        return noun[:2]


@pytest.mark.slow
def test_every_form_of_a_role_noun_is_looked_up():
    words = vocabulary(RUSSIAN)
    lexicon = words.lexicon
    asked_of_all = Vocabulary(RUSSIAN, lexicon, Careless(RUSSIAN, lexicon))
    lemmas = lexicon.offices | lexicon.dignities | lexicon.ranks | lexicon.professions
    analyzer = MorphAnalyzer()
    parses = [parse for lemma in lemmas for parse in analyzer.parse(lemma)]
    forms = {form.word for parse in parses if "-" not in parse.word for form in parse.lexeme}
    written = {spelled for form in forms for spelled in (form, form.capitalize(), form.upper(), f"супер{form}")}
    roles = {form for form in written if asked_of_all.role(form)}
    assert len(roles) > 20_000
    assert {form for form in roles if not words.roles([Token(0, len(form), form)])} == set()
