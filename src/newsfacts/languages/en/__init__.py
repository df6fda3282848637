"""English."""

from newsfacts.language import Language
from newsfacts.languages.data import language_data
from newsfacts.languages.en.morphology import EnglishMorphology
from newsfacts.languages.en.phrases import nominative

__all__ = ["ENGLISH"]

_knowledge = language_data("en").knowledge()

ENGLISH = Language(
    code="en",
    name="English",
    date_order="MDY",
    morphology=EnglishMorphology(_knowledge["places"]),
    to_nominative=nominative,
    **_knowledge,
)
