"""Words of an article with labels that are given, not learnt, as the names plugin takes them."""

from newsfacts import Analysis, Article
from newsfacts_names.candidates import find_candidates


def candidates_of(text, language, lexicon):
    """The article and its candidates for names."""
    analysis = Analysis(Article(text=text, language=language.code), language)
    return analysis, find_candidates(analysis, lexicon)


def labelled_in(language, lexicon, text, labels):
    """The article, its candidates, and their labels, which are nothing («O») where they are left out."""
    analysis, candidates = candidates_of(text, language, lexicon)
    return analysis, candidates, [*labels, *"O" * (len(candidates) - len(labels))]
