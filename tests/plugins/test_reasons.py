"""Why facts were found, as newsfacts_dateline, newsfacts_money, newsfacts_titles and newsfacts_quotes tell it."""

import pytest

from newsfacts.linear import choose


def answers(decisions):
    return {decision.question: decision.answer.text for decision in decisions}


def told(explanation, fact):
    return [(decision.question, decision.answer.text, decision.rule, decision.evidence) for decision in explanation.of(fact)]


def number(value, *evidence, rule="a number with a currency at it"):
    return "what the sum is", value, rule, evidence


def currency(value, rule, *evidence):
    return "which currency", value, rule, evidence


AT_NUMBER = "the name at the number"
COUNTRY = "the country at the name, or where the article is from"
SUMS = {
    "Завод купили за 5 млн рублей.": [
        number("5 000 000", ("number", "5"), ("scale", "млн (10^6)")),
        currency("RUB", AT_NUMBER, ("word", "рублей (RUB)")),
    ],
    "Завод купили за 5 млн рублей, а склад — за 2.": [
        number(
            "2 000 000",
            ("number", "2"),
            rule="a number that takes its currency, and its scale where it has none, from another sum",
        ),
        currency("RUB", "that of the sum beside it", ("taken from", "5 млн рублей")),
    ],
    "Завод купили за 2-3 млн евро.": [
        number(
            "2 000 000 – 3 000 000",
            ("number", "2"),
            ("number", "3"),
            ("scale", "млн (10^6)"),
            rule="a range of two numbers, the scale and the currency of one for both",
        ),
        currency("EUR", AT_NUMBER, ("word", "евро (EUR)")),
    ],
    "Хлеб стоит пятьдесят копеек.": [
        number("0.5", ("number", "пятьдесят (50)"), rule="a number of hundredths"),
        currency(
            "RUB",
            "the currency of these hundredths that the sentence names, else the usual one",
            ("word", "копеек (hundredths of RUB, BYN, UAH, SUR)"),
        ),
    ],
    "Завод купили за $5.": [
        number("5", ("number", "5")),
        currency("USD", "a sign, a code or a country at the number", ("word", "$ (USD)")),
    ],
    "Завод купили за 5 крон.": [
        number("5", ("number", "5")),
        currency(
            "the text does not decide it",
            "a name of several currencies, between which the article does not decide",
            ("word", "крон (one of CZK, DKK, EEK, ISK, NOK, SEK, SKK)"),
        ),
    ],
    "Завод купили за 5 белорусских рублей.": [
        number("5", ("number", "5")),
        currency("BYN", COUNTRY, ("country", "белорусских"), ("word", "рублей (RUB)")),
    ],
    "Дали 5 белорусских рублей, 7 белорусских рублей и ещё 9 рублей.": [
        number("9", ("number", "9")),
        currency("BYN", "the name, and the countries and currencies of the article", ("word", "рублей (RUB)")),
    ],
    "Стоимость завода составит 8 млн.": [
        number("8 000 000", ("number", "8"), ("scale", "млн (10^6)"), rule="a number that the sentence calls money"),
        currency("the text does not decide it", "the sentence speaks of money and names no currency"),
    ],
    "Завод купили почти за 5 рублей вчера.": [
        number("5", ("number", "5")),
        currency("RUB", AT_NUMBER, ("word", "рублей (RUB)")),
        ("how precise it is", "about", "the words beside it", (("before", "купили почти за"), ("after", "вчера ."))),
    ],
    "Завод купили за 5 с лишним миллионов рублей.": [
        number("5 000 000", ("number", "5"), ("scale", "миллионов (10^6)")),
        currency("RUB", AT_NUMBER, ("word", "рублей (RUB)")),
        ("how precise it is", "more_than", "the words within it", ()),
    ],
}


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_shows_its_rules_and_the_entries_of_the_lexicon(text, pipeline):
    explained = pipeline.explain(text, language="ru")
    assert (told(explained, explained.result.money[-1]), explained.result.failures) == (SUMS[text], ())


def dateline(evidence, *decisions, count=5):
    return [
        ("whether these parts are a dateline", "yes", f"{count} pieces of evidence, and 4 are enough", evidence),
        *decisions,
    ]


def places(names, written):
    rule = "the lexicon's names, small letters for capitals, no country beside its city"
    return "how readers write the places", names, rule, (("written", written),)


def day(date, written):
    return "which day", date, "the year that is written, else that of the publication, else none", (("written", written),)


DATELINES = {
    "Самара, 5 мая. /Корр. Волга-Ньюс/. Новый завод открылся в городе, сообщили власти.": dateline(
        (
            ("agency", "Волга-Ньюс (not in the lexicon)"),
            ("agency", "in brackets or between slashes"),
            ("day and month", "5 мая"),
            ("places", "Самара"),
        ),
        places("Самара", "Самара"),
        day("--05-05", "5 мая"),
    ),
    "Иркутск, Россия. ТАСС. Новый завод открылся в городе, сообщили власти.": dateline(
        (("agency", "ТАСС (in the lexicon)"), ("places", "Иркутск, Россия"), ("places", "a country or a region behind one")),
        places("Иркутск", "Иркутск, Россия"),
        count=4,
    ),
    "ИРКУТСК, 5 мая 2020 — Новый завод открылся в городе на берегу реки, сообщили городские власти.": dateline(
        (("day and month", "5 мая 2020"), ("places", "ИРКУТСК"), ("places", "in capitals")),
        places("Иркутск", "ИРКУТСК"),
        day("2020-05-05", "5 мая 2020"),
    ),
    "ТАСС, 5 мая. Новый завод открылся в городе на берегу реки, сообщили городские власти.": dateline(
        (("agency", "ТАСС (in the lexicon)"), ("day and month", "5 мая")), day("--05-05", "5 мая")
    ),
}


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_shows_its_parts_and_evidence(text, pipeline):
    explained = pipeline.explain(text, language="ru")
    assert (told(explained, explained.result.dateline), explained.result.failures) == (DATELINES[text], ())


def test_a_title_shows_its_borders_and_its_holder(explanation):
    [title] = explanation.result.titles
    said = {decision.question: decision for decision in explanation.of(title)}
    assert said["which word makes it a title"].answer.text == "вице-премьер"
    assert said["where the title ends"].answer.text == "«Белоруссии» belongs to it"
    assert [rival.text for rival in said["where the title ends"].rivals] == ["take in «Виктор Каранкевич» too"]
    holder = said["who holds it"].answer
    assert (holder.text, holder.probability > 0.9, len(holder.weights) > 3) == ("Виктор Каранкевич", True, True)


def test_who_might_hold_a_title_is_shown(pipeline):
    explained = pipeline.explain("Мэр Самары Иван Орлов встретил Анну Белову.", language="ru")
    holder = explained.of(explained.result.titles[0])[3]
    assert (holder.answer.text, [rival.text for rival in holder.rivals]) == ("Иван Орлов", ["Анна Белова"])


def test_a_person_whose_title_stands_in_brackets_has_no_rival(pipeline):
    explained = pipeline.explain("Иван Орлов (мэр Самары) встретил Анну Белову и Петра Лугова.", language="ru")
    holder = explained.of(explained.result.titles[0])[3]
    assert (holder.answer.text, holder.rivals) == ("Иван Орлов", ())


@pytest.mark.parametrize(
    ("text", "status", "evidence"),
    [
        ("Бывший мэр Самары Иван Орлов уехал.", "former", (("before", "Бывший"),)),
        ("Мэр Самары Иван Орлов уехал.", "current", ()),
    ],
)
def test_a_title_shows_the_words_before_it(text, status, evidence, pipeline):
    explained = pipeline.explain(text, language="ru")
    held = explained.of(explained.result.titles[0])[-1]
    assert (held.question, held.answer.text, held.evidence) == ("whether it is held now", status, evidence)


def test_reported_speech_shows_where_it_lies_and_who_speaks(explanation):
    [reported, _] = explanation.result.quotes
    assert answers(explanation.of(reported)) == {
        "where what «заявил» attributes begins": "«Товарооборот вырос до двух …»",
        "where it ends": "«… до двух миллиардов долларов»",
        "who speaks": "вице-премьер Белоруссии Виктор Каранкевич",
        "how often such quotes are right": f"{reported.confidence:g}",
    }


def test_quoted_words_show_their_cue_and_whom_a_pronoun_means(explanation):
    [_, quoted] = explanation.result.quotes
    assert answers(explanation.of(quoted)) == {
        "whether the words in marks are quoted": "somebody's, by «сказал»",
        "who speaks": "он",
        "whom these words mean": "Виктор Каранкевич",
        "how often such quotes are right": f"{quoted.confidence:g}",
    }


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Орлов: завод откроют в мае\nМэр Иван Орлов назвал срок.", "what is attributed", "all after the colon"),
        (
            "Завод откроют в мае. Об этом сообщил мэр Самары Иван Орлов.",
            "where what «сообщил» attributes begins",
            "the sentence before",
        ),
        ("«Завод откроют в мае, мы ждали этого».\n\n— Иван Орлов, мэр", "who speaks", "Иван Орлов"),
        ("Иван Орлов: Завод откроют в мае.\nАнна Ким: А мост?\nИван Орлов: Потом.", "whether the words are quoted", "yes"),
        ("Мэр Иван Орлов сказал:\n«Завод откроют в мае, мы ждали этого».", "who speaks", "Мэр Иван Орлов"),
        ("Мэр Иван Орлов: «Рано».", "whether the words are quoted", "yes"),
        ("По словам мэра Ивана Орлова, завод откроют в мае.", "who speaks", "мэра Ивана Орлова"),
        ("Сообщается, что завод закрыт.", "who speaks", "nobody"),
        ("«Завода не будет»: мэр Иван Орлов — о планах", "who speaks", "Иван Орлов"),
    ],
)
def test_a_quote_that_the_form_of_the_text_shows_is_explained(text, question, answer, pipeline):
    explained = pipeline.explain(text, language="ru")
    assert answers(explained.of(explained.result.quotes[0]))[question] == answer


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Анонимы, сообщавшие, что завод закрыт, ошиблись.", "a participle belongs to the noun before it"),
        (
            "«Завод откроют в мае, мы ждали этого».\n\n— Иван Орлов, мэр",
            "the form of the text: a signature, the label of a turn, the head of an interview",
        ),
    ],
)
def test_a_speaker_whom_a_rule_finds_shows_it(text, rule, pipeline):
    explained = pipeline.explain(text, language="ru")
    [speaks] = [each for each in explained.of(explained.result.quotes[0]) if each.question == "who speaks"]
    assert speaks.rule == rule


def test_what_a_model_shows_adds_up_to_its_choice(explanation):
    decision = explanation.of(explanation.result.quotes[0])[2]
    scores = [answer.score for answer in (decision.answer, *decision.rivals)]
    _, chance = choose(scores)
    assert abs(chance - decision.answer.probability) < 0.001
    assert scores == sorted(scores, reverse=True)
