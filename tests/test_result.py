"""What a result can be asked, and how it shows itself."""

import pytest
from helpers import WIRE, Finds

import newsfacts
from newsfacts import Fact, Pipeline, Quote, from_json
from newsfacts.exporters.listing import Listing

TEXT = f"{WIRE} С Каранкевичем согласилась Анна Иванова."


@pytest.fixture(scope="module")
def result():
    return newsfacts.extract(TEXT, published="2025-09-29")


def test_facts_are_had_by_the_name_of_their_kind(result):
    assert result.of("quote") == result.quotes == result.of(Quote)
    assert [money.text for money in result.of("money")] == ["двух миллиардов долларов"]


@pytest.mark.parametrize("kind", ["money", "weather"])
def test_a_kind_that_the_article_has_nothing_of_is_empty(kind):
    assert Pipeline(register={"weather": Finds("снег")}).extract("Тишина.").of(kind) == ()


def test_a_class_whose_kind_is_no_name_spoils_no_message():
    class Odd(Fact):
        kind = 5

    with pytest.raises(ValueError, match="did you mean 'money'"):
        newsfacts.extract("Завод открыли.", language="ru").of("mony")


def test_a_kind_that_there_is_not_is_refused_with_what_may_be_meant(result):
    with pytest.raises(ValueError, match="no facts of a kind 'mony'; did you mean 'money'"):
        result.of("mony")


def test_what_is_neither_a_class_nor_a_name_is_no_kind(result):
    with pytest.raises(TypeError, match="a kind is a class of facts or its name, not None"):
        result.of(None)


def test_an_entity_is_had_by_the_id_that_a_mention_gives(result):
    assert result.entity(result.quotes[0].speaker.entity).name == "Виктор Каранкевич"
    with pytest.raises(LookupError, match="no entity 'e99'"):
        result.entity("e99")


@pytest.mark.parametrize(
    "name",
    ["Каранкевич", "Каранкевичу", "каранкевичем", "Виктору Каранкевичу", "В. Каранкевич", "Виктор", "Виктор  Каранкевич"],
)
def test_a_person_is_had_by_a_name_in_any_form(name, result):
    assert result.person(name).name == "Виктор Каранкевич"


@pytest.mark.parametrize("name", ["Каранкевичев", "Анна Каранкевич", "Иванов", "РИА Новости", "", "."])
def test_a_name_that_nobody_has_gives_nobody(name, result):
    assert result.person(name) is None


def test_a_name_that_several_have_is_refused_and_names_them():
    result = newsfacts.extract("Пётр Иванов сказал, что доволен. Анна Иванова с ним согласилась.")
    assert result.person("Иванов").name == "Пётр Иванов"
    assert result.person("Анна").name == "Анна Иванова"
    with pytest.raises(LookupError, match="several persons are named 'Ивановым': Пётр Иванов, Семён Иванов"):
        newsfacts.extract("Пётр Иванов встретился с Семёном Ивановым.").person("Ивановым")


def test_a_name_that_is_no_string_is_refused_with_what_a_mention_is_for(result):
    for name in (None, result.quotes[0].speaker):
        with pytest.raises(TypeError, match=r"a name is a string, not .+; entity\(mention\.entity\) gives the person"):
            result.person(name)


def test_a_printed_result_is_ten_lines_that_name_its_facts_and_people(result):
    lines = str(result).splitlines()
    assert len(lines) <= 10
    assert any("двух миллиардов долларов · amount: 2 000 000 000, currency: USD" in line for line in lines)
    assert lines[-1].startswith("  people: Виктор Каранкевич (вице-премьер Белоруссия, quotes 2); Анна Иванова")
    many = newsfacts.extract(" ".join([TEXT] * 20), published="2025-09-29")
    assert len(str(many).splitlines()) <= 10
    assert max(map(len, str(many).splitlines())) <= 120


def test_a_result_without_facts_says_why():
    assert "no facts" in str(newsfacts.extract("Тишина.", language="ru"))
    assert "no extractor serves fi yet" in str(newsfacts.extract("Hiljaisuus.", language="fi"))
    failed = next(Pipeline().extract_many([newsfacts.ReadError("a.xml", "is no XML\x1b")]))
    assert r"failures: newsfacts at read" in str(failed)
    assert "\x1b" not in str(failed)


def test_a_result_in_the_interpreter_is_one_line_that_counts(result):
    assert repr(result).startswith("<Result 'МИНСК, 29 сен – РИА Новости. Тов … ")
    assert repr(result).endswith("dateline 1, quote 2, money 1, title 1, people 2>")
    assert "\n" not in repr(result)


def test_facts_and_entities_show_themselves_as_tables(result):
    page = result.quotes._repr_html_()
    assert page.count("<tr>") == 1 + len(result.quotes)
    assert "speaker: Виктор Каранкевич" in page
    assert "вице-премьер Белоруссия" in result.people._repr_html_()
    assert result.facts[:2]._repr_html_().count("<tr>") == 3
    assert "&lt;b&gt;" in Pipeline(register={"weather": Finds("<b>")}).extract("Снег <b>.", language="ru").facts._repr_html_()


def test_facts_and_entities_are_tuples_wherever_they_come_from(result):
    again = from_json(result.to_json())
    assert again == result
    assert isinstance(again.facts, Listing)
    assert hash(result.facts) == hash(tuple(result.facts))
