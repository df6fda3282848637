"""The cheap test for a dateline turns away a run-on sentence and nothing else."""

import pytest

from newsfacts.languages.ru import RUSSIAN
from newsfacts_dateline.lexicon import lexicon_of
from newsfacts_dateline.starts import runs_on


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Борис Орлов сообщил, что мост открыт.", False),
        ("Отметим, что мост открыт.", False),
        ("Нур-Султан Абаев сказал, что мост открыт.", False),
        ("А- сказал, что мост открыт.", True),
        ("Ёлкин-\xa0б\xa0открыт.", True),
        ("МИНСК, 5 мая - РИА Новости.", True),
    ],
)
def test_a_sentence_that_runs_on_is_no_dateline(text, may):
    assert runs_on(text, 0, lexicon_of(RUSSIAN)) is not may
