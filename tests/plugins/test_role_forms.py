"""The cheap test for role nouns lets no form of one pass by."""

import pytest
from pymorphy3 import MorphAnalyzer

from newsfacts import Token
from newsfacts.languages.ru import RUSSIAN
from newsfacts_titles.extractor import vocabulary


@pytest.mark.slow
def test_every_form_of_a_role_noun_is_looked_up():
    words = vocabulary(RUSSIAN)
    lexicon = words.lexicon
    lemmas = lexicon.offices | lexicon.dignities | lexicon.ranks | lexicon.professions
    analyzer = MorphAnalyzer()
    forms = {form.word for lemma in lemmas for parse in analyzer.parse(lemma) for form in parse.lexeme}
    written = {spelled for form in forms for spelled in (form, form.capitalize(), form.upper(), f"супер{form}")}
    roles = {form for form in written if words.role(form)}
    assert len(roles) > 20_000
    assert {form for form in roles if not words.roles([Token(0, len(form), form)])} == set()
