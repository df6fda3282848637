from newsfacts.languages.ru import RUSSIAN


def test_a_letter_that_unicode_does_not_name_has_a_reading():
    (reading,) = RUSSIAN.morphology.readings("A\U00017000")
    assert reading.pos == ""
    assert RUSSIAN.morphology.inflect(reading, "gent") is None
