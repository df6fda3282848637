"""Which sentences may quote somebody, before their words are looked up."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.screening import Screen
from newsfacts_quotes.verbatim import find_segments

FAR = "завода " * 14  # further than a headline's mark is looked for

# the last sentence of a text, whether it may quote somebody, why
SENTENCES = [
    ("Цех готов.", False, "nothing"),
    ("Орлов сказал, что рад.", True, "a verb of speech"),
    ("Рад. Орлов ушёл.", False, "nor what the sentence before has"),
    ("По словам Орлова, цех готов.", True, "a noun of speech behind its preposition"),
    ("Орлов назвал цех старым.", False, "a verb that attributes words in marks alone"),
    ("Орлов назвал цех «Севером».", True, "… with marks"),
    ("Цех «Север» готов.", False, "a name"),
    ("«Север» готов.", True, "marks at the beginning"),
    ("В цехе «Север готов.", True, "marks that are never closed"),
    ("— Север готов.", True, "a line of dialogue"),
    ("Цех: «Север» готов.", True, "marks behind a colon"),
    ("Цех:«Север» готов.", True, "… without a space"),
    ("Несли плакат «Север».", True, "marks behind what says something"),
    ("Цех «Север» — новый.", True, "marks before a dash"),
    ("Цех «Север», — новый.", True, "… and a comma"),
    ("Цех «Север» и склад — новые.", False, "… but not right behind them"),
    ("Цех: готов и пуст.", False, "a colon with a full stop"),
    ("Цех: готов и пуст;", False, "… with a semicolon"),
    ("Цех: готов и пуст", True, "a colon in a headline"),
    ("Цех такой:", True, "a colon at the end"),
    (f"Цех {FAR}такой:", True, "… of many words"),
    ("Цех готов — Орлов", True, "a dash in a headline"),
    ("Цех готов - Орлов", True, "a hyphen for one"),
    ("Цех-склад готов", False, "a hyphen within a word"),
    (f"Цех {FAR}готов: Орлов", True, "a colon near the end of a headline"),
    (f"Цех {FAR}готов: склад {FAR}пуст", False, "… far from both"),
    (f"Цех {FAR}готов — Орлов", True, "a dash near the end"),
    (f"Цех готов — склад {FAR}пуст", False, "… far from it"),
    (f"Цех готов\n{FAR}склада: Орлов", True, "a headline behind another"),
    ("Склад: пуст\nЦех готов", False, "a colon in the headline before"),
]


@pytest.mark.parametrize(("text", "found", "why"), SENTENCES, ids=[row[-1] for row in SENTENCES])
def test_which_sentences_may_quote(text, found, why):
    assert may_quote(text, attitudes=False) == found, why


def test_what_somebody_wants_counts_where_it_is_asked_for():
    text = "Орлов назвал цех старым."
    assert [may_quote(text, attitudes) for attitudes in (False, True)] == [False, True]


def may_quote(text, attitudes):
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
    words = word_lookup(RUSSIAN)
    return Screen(analysis, words, attitudes).passes(list(find_segments(analysis, words))[-1])
