"""The scorer: figures that were worked out by hand, a case each for what counts as right and what does not."""

import json
from decimal import Decimal

import pytest
from scoring import CorpusError, Tally, read_documents, score

from newsfacts import Article, Dateline, Entity, Mention, MoneyAmount, OfficialTitle, Quote, Result
from newsfacts.facts import Span

# Offsets are read off it: every ten characters begin with the number of tens.
TEXT = "".join(f"{tens}абвгдежзи" for tens in range(8))


def document(folder, text=TEXT, **gold):
    corpus = folder / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "one", "language": "ru", "text": text, "gold": gold}) + "\n", encoding="utf-8")
    [only] = read_documents(corpus)
    return only


def result(*facts, people=(), text=TEXT):
    entities = tuple(Entity(type="person", name=name, mentions=mentions) for name, mentions in people)
    return Result(article=Article(id="one", text=text, language="ru"), facts=facts, entities=entities)


def made(cls, start, end, **fields):
    return cls(start=start, end=end, text=TEXT[start:end], **fields)


def who(start=0, end=2, name="Иван Громов", type="person"):  # noqa: A002 - the field's name
    return made(Mention, start, end, type=type, name=name)


def quote(start, end, style="direct", speaker=None, cue=None):
    return made(Quote, start, end, style=style, speaker=speaker, cue=cue)


def title(start, end, position="мэр", person=None, **fields):
    return made(OfficialTitle, start, end, position=position, person=person, **fields)


def money(start, end, amount=None, currency="RUB", **bounds):
    return made(MoneyAmount, start, end, amount=amount and Decimal(amount), currency=currency, **bounds)


def counts(tally):
    return tally.gold, tally.found, tally.correct


MARKED = {"start": 10, "end": 20, "kind": "direct", "speaker_name": "Иван Громов", "source_type": "person"}
REPORTED = {**MARKED, "kind": "indirect"}
HIM = who()


@pytest.mark.parametrize(
    ("gold", "found", "spans", "speakers", "why"),
    [
        (MARKED, [quote(10, 20, speaker=HIM)], (1, 1, 1), (1, 1, 1), "exact"),
        (MARKED, [], (1, 0, 0), (1, 0, 0), "missed"),
        (MARKED, [quote(10, 17, speaker=HIM)], (1, 1, 1), (1, 1, 1), "7 of 10 is enough"),
        (MARKED, [quote(10, 16, speaker=HIM)], (1, 1, 0), (1, 1, 0), "6 of 10 is not"),
        (MARKED, [quote(8, 22, speaker=HIM)], (1, 1, 1), (1, 1, 1), "10 of 14 is enough"),
        (MARKED, [quote(8, 23, speaker=HIM)], (1, 1, 0), (1, 1, 0), "10 of 15 is not"),
        (MARKED, [quote(13, 20, style="partial", speaker=HIM)], (1, 1, 1), (1, 1, 1), "both styles have marks"),
        (MARKED, [quote(10, 20, style="indirect", speaker=HIM)], (1, 0, 0), (1, 0, 0), "reported speech is another task"),
        (MARKED, [quote(10, 20)], (1, 1, 1), (1, 1, 0), "no speaker where there is one"),
        (MARKED, [quote(10, 20, speaker=who(name="Анна Ким"))], (1, 1, 1), (1, 1, 0), "another speaker"),
        (MARKED, [quote(10, 20, speaker=who(name="Громовым"))], (1, 1, 1), (1, 1, 1), "the surname in another case"),
        (MARKED, [quote(10, 20, speaker=HIM), quote(10, 20, speaker=HIM)], (1, 2, 1), (1, 2, 1), "found twice"),
        (MARKED, [quote(10, 19), quote(10, 18, speaker=HIM)], (1, 2, 1), (1, 2, 1), "of two the one with the speaker"),
    ],
)
def test_quotes_in_marks(tmp_path, gold, found, spans, speakers, why):
    tallies = score(document(tmp_path, quotes=[gold]), result(*found))
    assert (counts(tallies["quotes-span"]), counts(tallies["quotes"])) == (spans, speakers), why


@pytest.mark.parametrize(
    ("found", "expected", "why"),
    [
        (quote(10, 16, style="indirect", speaker=HIM), 1, "6 of 10 is enough"),
        (quote(10, 15, style="indirect", speaker=HIM), 0, "5 of 10 is not"),
        (quote(4, 20, style="indirect", speaker=HIM), 1, "10 of 16 is enough"),
        (quote(3, 20, style="indirect", speaker=HIM), 0, "10 of 17 is not"),
    ],
)
def test_reported_speech_may_share_less(tmp_path, found, expected, why):
    assert score(document(tmp_path, quotes=[REPORTED]), result(found))["indirect"].correct == expected, why


@pytest.mark.parametrize(
    ("gold", "speaker", "right", "why"),
    [
        ({"speaker_name": None}, None, True, "nobody is named, nobody is found"),
        ({"speaker_name": None}, who(), True, "the gold does not say who speaks: anybody is right"),
        ({"speaker_name": None, "speaker": {"start": 40, "end": 45}}, None, True, "words for nobody named: none is right"),
        ({"speaker_name": None, "speaker": {"start": 40, "end": 45}}, who(44, 48), True, "those words"),
        ({"speaker_name": None, "speaker": {"start": 40, "end": 45}}, who(45, 48), False, "other words"),
        (
            {"speaker": {"start": 40, "end": 45}},
            who(40, 45, "Анна Ким"),
            False,
            "a person's name must be right, wherever it is",
        ),
        ({"speaker_name": "МИД", "source_type": "organization"}, who(name="МИД"), True, "a short name"),
        (
            {"speaker_name": "министерство труда", "source_type": "organization"},
            who(name="Министерства"),
            True,
            "half of the words",
        ),
        (
            {"speaker_name": "министерство труда Сербии", "source_type": "organization"},
            who(name="пресс-служба Сербии"),
            False,
            "one word in three",
        ),
        (
            {"speaker_name": "МИД", "source_type": "organization", "speaker": {"start": 40, "end": 45}},
            who(41, 43, "ведомство"),
            True,
            "what is no person is right in place too",
        ),
        ({"speaker_name": "МИД", "source_type": "organization"}, None, False, "nobody"),
    ],
)
def test_speakers(tmp_path, gold, speaker, right, why):
    tally = score(document(tmp_path, quotes=[{**MARKED, **gold}]), result(quote(10, 20, speaker=speaker)))["quotes"]
    assert tally.correct == right, why


SUM = {"start": 10, "end": 20, "amount": "3500000", "min": None, "max": None, "currency": "RUB"}
RANGE = {**SUM, "amount": None, "min": "3", "max": "5"}


@pytest.mark.parametrize(
    ("gold", "found", "values", "why"),
    [
        (SUM, money(10, 20, "3500000"), 1, "exact"),
        (SUM, money(10, 20, "3500000.00"), 1, "one number, however it is written"),
        (SUM, money(19, 30, "3500000"), 1, "a character in common is enough"),
        (SUM, money(20, 30, "3500000"), None, "no character in common"),
        (SUM, money(10, 20, "3500001"), 0, "another value"),
        (SUM, money(10, 20, "3500000", "USD"), 0, "another currency"),
        (SUM, money(10, 20, "3500000", None), 0, "no currency"),
        (RANGE, money(10, 20, minimum=Decimal(3), maximum=Decimal(5)), 1, "both bounds"),
        (RANGE, money(10, 20, minimum=Decimal(3), maximum=Decimal(6)), 0, "one bound"),
        (RANGE, money(10, 20, "5"), 0, "an amount for a range"),
    ],
)
def test_money(tmp_path, gold, found, values, why):
    tallies = score(document(tmp_path, money=[gold]), result(found))
    assert (tallies["money-span"].correct, tallies["money"].correct) == (values is not None, values or 0), why


def test_each_sum_is_matched_once_and_the_best_first(tmp_path):
    gold = [{**SUM, "start": 0, "end": 10}, {**SUM, "start": 12, "end": 20}]
    tallies = score(document(tmp_path, money=gold), result(money(5, 20, "3500000")))
    assert counts(tallies["money"]) == (2, 1, 1)
    assert tallies["money"].missed == (f"{TEXT[:10]!r} = ['3500000', 'None', 'None', 'RUB']",)


@pytest.mark.parametrize(
    ("gold", "mentions", "exact", "overlapping", "why"),
    [
        ([[0, 5]], [(0, 5)], (1, 1, 1), (1, 1, 1), "exact"),
        ([[0, 5]], [(0, 6)], (1, 1, 0), (1, 1, 1), "one end"),
        ([[0, 5]], [(5, 9)], (1, 1, 0), (1, 1, 0), "beside it"),
        ([[0, 9], [5, 9], [0, 9]], [(0, 9)], (1, 1, 1), (1, 1, 1), "a name within a name is none, nor is one twice"),
        ([[0, 9], [5, 9]], [(5, 9)], (1, 1, 0), (1, 1, 1), "the inner name"),
        ([[0, 5]], [(0, 3), (3, 5)], (1, 2, 0), (1, 2, 1), "two halves"),
    ],
)
def test_persons(tmp_path, gold, mentions, exact, overlapping, why):
    people = [("Иван Громов", (who(*span),)) for span in mentions]
    tallies = score(document(tmp_path, persons=gold), result(people=people))
    assert (counts(tallies["persons"]), counts(tallies["persons-overlap"])) == (exact, overlapping), why


NAMED = "Ивана Громова ждут. Иван Громов едет."


@pytest.mark.parametrize(
    ("name", "spans", "all_forms", "inflected", "why"),
    [
        ("Иван Громов", [(0, 13), (20, 31)], (2, 2, 2), (1, 1, 1), "right"),
        ("Ивана Громова", [(0, 13), (20, 31)], (2, 2, 0), (1, 1, 0), "not in the nominative"),
        ("Иван Петрович Громов", [(0, 13), (20, 31)], (0, 0, 0), (0, 0, 0), "a fuller name is not asked for"),
        ("Иван Громов", [(0, 5), (20, 31)], (1, 1, 1), (0, 0, 0), "only names that were found are"),
    ],
)
def test_nominatives(tmp_path, name, spans, all_forms, inflected, why):
    gold = [{"start": s, "end": e, "nominative": "Иван Громов"} for s, e in [(0, 13), (20, 31)]]
    mentions = tuple(Mention(start=s, end=e, text=NAMED[s:e], type="person", name=name) for s, e in spans)
    tallies = score(document(tmp_path, NAMED, nominatives=gold), result(people=[(name, mentions)], text=NAMED))
    assert (counts(tallies["nominative"]), counts(tallies["nominative-inflected"])) == (all_forms, inflected), why


@pytest.mark.parametrize(
    ("gold", "found", "expected", "why"),
    [
        ([[[40, 45], [10, 20]]], title(10, 20, person=who(44, 48)), (1, 1, 1), "the persons overlap"),
        ([[[40, 45], [10, 20]]], title(10, 20, person=who(45, 48)), (1, 1, 0), "another person"),
        ([[[40, 45], [10, 20]]], title(10, 20, person=who(60, 65, "абвг")), (1, 1, 1), "the surname, elsewhere"),
        ([[[40, 45], [10, 20]]], title(10, 15, person=who(40, 45)), (1, 1, 1), "5 of 10 is enough"),
        ([[[40, 45], [10, 20]]], title(10, 14, person=who(40, 45)), (1, 1, 0), "4 of 10 is not"),
        ([[[40, 45], [10, 20]]], title(5, 25, person=who(40, 45)), (1, 1, 1), "10 of 20 is enough"),
        ([[[40, 45], [10, 20]]], title(5, 26, person=who(40, 45)), (1, 1, 0), "10 of 21 is not"),
        ([[[40, 45], [10, 20]]], title(10, 20), (1, 0, 0), "a title that nobody holds is not counted"),
        ([[[40, 45], [10, 20]], [[40, 45], [10, 14]]], title(10, 20, person=who(40, 45)), (1, 1, 1), "a title within a title"),
        (
            [[[40, 45], [10, 20]], [[60, 65], [10, 14]]],
            title(10, 20, person=who(40, 45)),
            (2, 1, 1),
            "somebody else's within it",
        ),
    ],
)
def test_titles(tmp_path, gold, found, expected, why):
    assert counts(score(document(tmp_path, works_as=gold), result(found))["titles"]) == expected, why


HELD = {"who": ["Громов Иван", "Иван Громов"], "position": ["министр транспорта", "глава"], "where": ["Сербия"]}


@pytest.mark.parametrize(
    ("gold", "found", "expected", "with_where", "why"),
    [
        ([HELD], [title(0, 5, "министр транспорта", HIM, place="Сербия")], (1, 1, 1), (1, 1, 1), "right"),
        ([HELD], [title(0, 5, "министр", HIM, organization="Сербии")], (1, 1, 1), (1, 1, 1), "half of the words, another case"),
        ([HELD], [title(0, 5, "глава", HIM, place="Дания")], (1, 1, 1), (1, 1, 0), "somewhere else"),
        ([HELD], [title(0, 5, "глава", HIM)], (1, 1, 1), (1, 1, 0), "nowhere"),
        ([{**HELD, "where": []}], [title(0, 5, "глава", HIM, place="Дания")], (1, 1, 1), (1, 1, 1), "anywhere is right"),
        ([HELD], [title(0, 5, "посол", HIM, place="Сербия")], (1, 1, 0), (1, 1, 0), "another position"),
        ([HELD], [title(0, 5, "глава", who(name="Анна Ким"), place="Сербия")], (1, 1, 0), (1, 1, 0), "another person"),
        ([{**HELD, "who": ["Ким Анна"]}], [title(0, 5, "глава", who(name="Анна Ким"))], (1, 1, 1), (1, 1, 0), "surname first"),
        ([{**HELD, "position": []}], [], (0, 0, 0), (0, 0, 0), "no position, nothing to find"),
        ([HELD], [title(0, 5, "глава", HIM), title(9, 14, "глава", HIM)], (1, 1, 1), (1, 1, 0), "one fact, said twice"),
        ([HELD], [title(0, 5, "глава"), title(9, 14, "мэр", HIM)], (1, 1, 0), (1, 1, 0), "a title that nobody holds"),
    ],
)
def test_occupations(tmp_path, gold, found, expected, with_where, why):
    tallies = score(document(tmp_path, occupations=gold), result(*found))
    assert (counts(tallies["occupations"]), counts(tallies["occupations-where"])) == (expected, with_where), why


SAID = {"content": [[10, 20]], "source": [[40, 45]], "cue": [[50, 53]]}


@pytest.mark.parametrize(
    ("gold", "found", "content", "source", "why"),
    [
        (SAID, quote(10, 20, speaker=who(44, 48)), 1, 1, "the sources overlap"),
        (SAID, quote(10, 15, speaker=who(40, 45)), 1, 1, "5 of 10 is enough"),
        (SAID, quote(10, 14, speaker=who(40, 45)), 0, 0, "4 of 10 is not"),
        (SAID, quote(10, 20, speaker=who(45, 48)), 1, 0, "another source"),
        (SAID, quote(10, 20), 1, 0, "no source"),
        ({**SAID, "source": []}, quote(10, 20), 1, 1, "no source is right"),
        ({**SAID, "source": []}, quote(10, 20, speaker=HIM), 1, 0, "a source where there is none"),
        (
            {**SAID, "content": [[30, 34], [10, 14]]},
            quote(10, 34, speaker=who(40, 45)),
            1,
            1,
            "from the first piece to the last",
        ),
    ],
)
def test_attributions(tmp_path, gold, found, content, source, why):
    tallies = score(document(tmp_path, attributions=[gold]), result(found))
    assert (tallies["attributions-content"].correct, tallies["attributions"].correct) == (content, source), why


def test_parts_of_attributions_are_pieces_with_both_ends_right(tmp_path):
    gold = [{**SAID, "content": [[10, 20], [22, 26]]}, {"content": [], "source": [[60, 65]]}]
    found = [quote(10, 20, speaker=who(40, 46), cue=made(Span, 50, 53)), quote(10, 20)]
    tallies = score(document(tmp_path, attributions=gold), result(*found))
    assert counts(tallies["content-exact"]) == (2, 1, 1)
    assert counts(tallies["source-exact"]) == (1, 1, 0)
    assert counts(tallies["cue-exact"]) == (1, 1, 1)


LINE = {"places": ["Самара"], "date": "2026-04-14", "agency": "ТАСС"}


@pytest.mark.parametrize(
    ("gold", "found", "expected", "why"),
    [
        (LINE, {"places": ("САМАРА",), "date": "2026-04-14", "agency": "Тасс"}, (1, 1, 1), "letters' case does not matter"),
        (LINE, {"places": ("Самара", "Москва"), "date": "2026-04-14", "agency": "ТАСС"}, (1, 1, 0), "a place too many"),
        (LINE, {"places": ("Самара",), "date": "--04-14", "agency": "ТАСС"}, (1, 1, 0), "no year"),
        (LINE, {"places": ("Самара",), "date": "2026-04-14"}, (1, 1, 0), "no agency"),
        (LINE, None, (1, 0, 0), "missed"),
        (None, {"places": ("Самара",)}, (0, 1, 0), "there is none"),
        (None, None, (0, 0, 0), "none, and none found"),
    ],
)
def test_datelines(tmp_path, gold, found, expected, why):
    facts = [] if found is None else [made(Dateline, 0, 9, **found)]
    assert counts(score(document(tmp_path, dateline=gold), result(*facts))["dateline"]) == expected, why


def test_what_nobody_looked_for_is_not_scored(tmp_path):
    assert set(score(document(tmp_path, money=[]), result(quote(10, 20)))) == {"money", "money-span"}


def test_a_result_of_another_text_is_refused(tmp_path):
    with pytest.raises(ValueError, match="not of the text of one"):
        score(document(tmp_path, money=[]), result(text="Другой текст."))


def test_tallies_add_up():
    total = Tally(gold=4, found=2, correct=1, missed=("а",)) + Tally(gold=1, found=3, correct=1, wrong=("б",))
    assert total == Tally(gold=5, found=5, correct=2, missed=("а",), wrong=("б",))
    assert (total.precision, total.recall, total.f1) == (0.4, 0.4, 0.4)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "Expecting property name"),
        ("[]", "a record is an object with the keys id, text and gold"),
        ('{"id": "a", "gold": {}}', "this one lacks text"),
        ('{"id": "a", "text": "Да.", "gold": []}', "gold is no object"),
        ('{"id": "a", "text": "Да.", "gold": {"qoutes": []}}', "qoutes"),
        (
            '{"id": "a", "text": "Да.", "gold": {"persons": [[0, 4]]}}',
            r"\[0, 4\] is no span of the text, which has 3 characters",
        ),
        ('{"id": "a", "text": "Да.", "gold": {"persons": [["0", 2]]}}', r"\$\.persons\[0\]\[0\]"),
        (
            '{"id": "a", "text": "Да.", "gold": {"money": [{"start": 0, "end": 2, "amount": "много"}]}}',
            r"\$\.money\[0\]\.amount",
        ),
        ('{"id": "a", "text": "Да.", "gold": {"quotes": [{"start": 0, "end": 2, "kind": "said"}]}}', r"\$\.quotes\[0\]\.kind"),
        ('{"id": "a", "text": "Да.", "gold": {"quotes": [{"start": 0, "kind": "direct"}]}}', r"\$\.quotes\[0\]\.end"),
    ],
)
def test_a_line_that_is_no_record_is_named(tmp_path, line, problem):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "b", "text": "Да.", "gold": {}}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"corpus.jsonl:2: .*{problem}"):
        list(read_documents(corpus))


def test_a_span_that_ends_before_it_begins_is_named_and_nothing_agrees_with_it(tmp_path):
    with pytest.warns(UserWarning, match=r"corpus.jsonl:1: \[20, 10\] ends before it begins"):
        backwards = document(tmp_path, persons=[[20, 10]])
    assert counts(score(backwards, result(people=[("Иван Громов", (who(10, 20),))]))["persons-overlap"]) == (1, 1, 0)
