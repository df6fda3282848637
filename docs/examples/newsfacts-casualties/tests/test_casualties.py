"""What newsfacts makes of the facts, beside the table of cases, which newsfacts' pytest plugin runs."""

import newsfacts
from newsfacts_casualties import Casualties


def test_newsfacts_finds_the_plugin_by_its_entry_point():
    text = "При взрыве погибли 12 человек, 30 пострадали."
    [fact] = newsfacts.extract(text, language="ru").of(Casualties)
    assert (fact.killed, fact.injured, fact.missing) == (12, 30, None)
    assert text[fact.start : fact.end] == fact.text
    assert fact.extractors == ("casualties",)


def test_it_tells_why():
    explanation = newsfacts.explain("При взрыве погибли 12 человек, 30 пострадали.", language="ru")
    killed, injured = explanation.of("f1")
    assert (killed.question, killed.answer.text, killed.by) == ("how many are killed", "12", "casualties")
    assert killed.evidence == (("word", "погибли"), ("number", "12 человек"))
    assert injured.answer.text == "30"
