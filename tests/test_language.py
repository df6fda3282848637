import subprocess
import sys

import pytest

from newsfacts.language_tags import language_code
from newsfacts.languages.ru import RUSSIAN


def test_a_letter_that_unicode_does_not_name_has_a_reading():
    (reading,) = RUSSIAN.morphology.readings("A\U00017000")
    assert reading.pos == "X"
    assert RUSSIAN.morphology.inflect(reading, "Case=Gen") is None


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("sah", "sah"),  # no code of two letters
        ("cmn", "cmn"),  # ISO 639-3 alone has it
        ("iw", "he"),  # withdrawn
        ("in-ID", "id"),
        ("ji", "yi"),
        ("CHI", "zh"),  # bibliographic
        ("zho", "zh"),  # terminological
        ("zh-Hans-CN", "zh"),
        (" en_GB@euro ", "en"),
        ("x-Elvish", "x-elvish"),
        ("qaa", "qaa"),
        ("qtz-Latn", "qtz"),
        ("mul", None),
        ("zxx", None),
        ("mis", None),
        ("x-default", None),
        (" ", None),
    ],
)
def test_codes_of_languages(tag, code):
    assert language_code(tag) == code


@pytest.mark.parametrize("tag", ["xx", "qzz", "x", "x-", "x-muchtoolong", "i-elvish", "ru+en", "рус", "English", "12"])
def test_what_is_no_language_is_refused(tag):
    with pytest.raises(ValueError, match="no language"):
        language_code(tag)


def test_what_is_said_of_a_built_in_language_costs_nothing():
    code = "import sys; from newsfacts import Article; Article(text='', language='ru'); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
