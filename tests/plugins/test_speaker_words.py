"""Which words of a sentence may name a speaker, in both languages: what they are, and what their forms and neighbours show.

Of each candidate its words, its sort, whether it may be in the nominative, and what governs it; then its gender and number.
"""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speakers import Speakers
from newsfacts_quotes.verbatim import find_segments


class Scene:
    """The last sentence of a text."""

    def __init__(self, text, language):
        words = word_lookup(language)
        self.analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        segment = list(find_segments(self.analysis, words))[-1]
        self.sentence = SentenceUnits(self.analysis, words, segment.bounds, segment.verbatims)
        self.cues = find_cues(self.sentence, words)
        self.candidates = Speakers(self.analysis, words, {}).candidates(self.sentence, self.cues)

    def words(self, first, last):
        return self.analysis.text[self.sentence.units[first].start : self.sentence.units[last].end]


def candidates_of(text, language):
    scene = Scene(text, language)
    found = []
    for c in scene.candidates.naming.all:
        shown = {None: "?", "Masc": "m", "Fem": "f", "Neut": "n"}[c.gender] + {None: "?", True: "p", False: "s"}[c.plural]
        found.append((scene.words(c.phrase.first, c.phrase.last), f"{c.sort} {c.nominative} {c.governed} {shown}"))
    return found


def expected_of(text, language):
    scene = Scene(text, language)
    cue = scene.cues[0]
    found = scene.candidates.of(cue)
    number = scene.candidates.expected(cue, "i", found)
    return scene.words(found[number].phrase.first, found[number].phrase.last) if number >= 0 else None


def units_of(text, language):
    scene = Scene(text, language)
    return " ".join(f"{unit.low}/{code}" for unit, code in zip(scene.sentence.units, scene.sentence.codes, strict=True))


# text, candidates, why
RUSSIAN_CANDIDATES = [
    ("Согласно картотеке, цех построен в мае.", [("картотеке", "D n p fs")], "any noun after a preposition that attributes"),
    ("Согласно информации буклета, цех готов.", [("буклета", "D n g ms")], "… but for a noun of what somebody said"),
    ("На буклете в среду не сказано, что цех построен.", [("буклете", "D n l ms")], "a thing on which it is said, and no day"),
    ("В турклубе сказали, что тропа закрыта.", [("турклубе", "B n l ms")], "a place in which some say it"),
    ("В среду сказали, что тропа закрыта.", [], "a day on which they do"),
    ("Прохожая сказала, что тропа закрыта.", [("Прохожая", "A Y - ?s")], "an adjective that stands alone before a verb"),
    ("Но прохожая сказала, что тропа закрыта.", [("прохожая", "A Y - ?s")], "… behind a conjunction"),
    ("Сказала прохожая, что тропа закрыта.", [("прохожая", "A Y - ?s")], "… after a verb"),
    ("Уставшая повариха сказала, что тропа закрыта.", [("Уставшая повариха", "A Y - ?s")], "a participle with its noun"),
    ("Сказало каждое, что цех готов.", [], "a neuter is nobody"),
    (
        "По тропе сказала прохожая, что там лёд.",
        [("прохожая", "A Y - ?s"), ("там", "B n l ??")],
        "a thing in another case is no subject, «there» may be one",
    ),
    ("Оператор метро сообщил, что поезда пойдут.", [("Оператор метро", "B y - ms")], "a company"),
    ("Оператор Юрий Орлов сообщил, что поезда пойдут.", [("Оператор Юрий Орлов", "A y - ?s")], "somebody with a name"),
    ("Один собеседник сказал, что поезда пойдут.", [("Один собеседник", "S Y - ms")], "a word of quantity with its noun"),
    ("Не один раз сказали, что поезда пойдут.", [], "a word of quantity with a time"),
    ("Приводит Reuters слова мэра.", [("Reuters", "O = - ??"), ("мэра", "A n g ?s")], "who cites, before the words cited"),
    ("Приводит слова мэра ТАСС.", [("мэра", "A n g ?s"), ("ТАСС", "O y g ms")], "who cites, after whom they cite"),
    ("Приводит слова мэра Омска.", [("мэра Омска", "A n g ?s")], "what else depends on whom they cite"),
    (
        "«Снег идёт», — цитирует его портал «Север».",
        [("«Снег идёт»", "Q y - ms"), ("его", "pro n - ms"), ("портал «Север»", "B y - ms")],
        "who is cited by a pronoun, before who cites",
    ),
    (
        "В поступившем Орлову письме сказано, что цех готов.",
        [("Орлову", "P n p ms"), ("письме", "D n l ns")],
        "a name between a participle and its noun",
    ),
    (
        "Утром уставшим Орлов письма не показал.",
        [("Орлов", "P y - ms"), ("письма", "D y - np")],
        "a name between a participle and another noun",
    ),
    (
        "В принятом в мае, по данным «Севера», законе сказано о цехе.",
        [("«Севера»", "Q n g ms"), ("законе", "D n - ms")],
        "a mark parts a participle from a name",
    ),
    (
        "О Reuters в принятом законе сказано, что цех готов.",
        [("Reuters", "O = p ??"), ("принятом законе", "D n l ms")],
        "a name before a participle",
    ),
    ("Рабочие завода сказали, что цех готов.", [("Рабочие завода", "A Y - ?p")], "a noun that may be an adjective elsewhere"),
    ("Приёмная комиссия сказала, что мест нет.", [("Приёмная комиссия", "B Y - fs")], "a noun that is an adjective here"),
    ("Приёмная сказала, что мест нет.", [("Приёмная", "N Y - fs")], "… that is none"),
    ("На самом заводе сказали, что цех готов.", [("самом заводе", "B n l ms")], "an adjective after a preposition"),
    ("По его информации от самого мэра, цех готов.", [("его", "pro n p ms"), ("самого мэра", "A n f ?s")], "who informs"),
    ("После марта Монти сообщил, что цех готов.", [("Монти", "P y g ms")], "a month that is no date"),
    ("11 марта Монти сообщил, что цех готов.", [("Монти", "P y - ms")], "a date"),
    ("В марте Монти сообщил, что цех готов.", [("Монти", "P y - ms")], "a time after its preposition"),
    ("Этот сказал, что мест нет.", [("Этот", "A y - ?s")], "a demonstrative alone"),
    ("«север» сказал, что цех готов.", [], "words in marks without a capital"),
    ("Сказали в турклубе, что тропа закрыта.", [], "a place behind the verb"),
    ("Когда в деле экспертиза показала лёд.", [("экспертиза", "D Y g fs")], "a thing behind what is said of a place"),
    ("Знакомый с делом сказал, что цех готов.", [], "an adjective with words of its own"),
    ("Завод показал цех.", [("Завод", "B y - ms")], "a thing that may be an object"),
    ("Ни Б, ни они не сказали, что цех готов.", [("Б", "x y - ??"), ("они", "pro y - ?p")], "a letter"),
]

ENGLISH_CANDIDATES = [
    (
        "The report issued this year said it was safe.",
        [("The report", "D y - ?s"), ("it", "pro y - ns")],
        "a document, and no year",
    ),
    (
        "Mayor Anna Bell's aide said it was safe.",
        [("Anna Bell", "P n g fs"), ("Mayor Anna Bell's aide", "A y - ?s"), ("it", "pro y - ns")],
        "whose aide it is",
    ),
    (
        "Some senior officials said it was safe.",
        [("Some senior officials", "S y - ?p"), ("it", "pro y - ns")],
        "a word of quantity with its noun",
    ),
    (
        "One of the officials said it was safe.",
        [("One of the officials", "M y - ?s"), ("it", "pro y - ns")],
        "a part of a group",
    ),
    (
        "Two people familiar with the matter said it was safe.",
        [("Two people familiar with the matter", "A y - ?p"), ("it", "pro y - ns")],
        "what they know",
    ),
    ("His lawyer said it was safe.", [("His lawyer", "A y - ?s"), ("it", "pro y - ns")], "a possessive before a noun"),
    ("According to the council, it was safe.", [("the council", "B y p ?s"), ("it", "pro y - ns")], "after a preposition"),
    (
        "A spokesman for Tallgrass said it was safe.",
        [("A spokesman for Tallgrass", "S y - ?s"), ("it", "pro y - ns")],
        "whom a spokesman speaks for",
    ),
    ("They said it was safe.", [("They", "pro y - ?p"), ("it", "pro y - ns")], "pronouns"),
]

CANDIDATES = [(RUSSIAN, *row) for row in RUSSIAN_CANDIDATES] + [(ENGLISH, *row) for row in ENGLISH_CANDIDATES]


@pytest.mark.parametrize(("language", "text", "candidates", "why"), CANDIDATES, ids=[row[-1] for row in CANDIDATES])
def test_who_may_speak(language, text, candidates, why):
    assert candidates_of(text, language) == candidates, why


# text, whom the order of words suggests for the first cue, why
EXPECTED = [
    (RUSSIAN, "ТАСС цитирует в среду лесника.", "лесника", "the object of a verb of citing"),
    (RUSSIAN, "Цитирует он лесника.", "лесника", "… behind who cites"),
    (RUSSIAN, "«Снег идёт», — приводит слова лесника ТАСС.", "лесника", "what depends on a noun of citing"),
    (RUSSIAN, "Газета цитирует его адвоката.", "его", "a pronoun beside a verb of citing"),
    (RUSSIAN, "Мэр цитирует.", None, "a verb of citing without an object"),
    (RUSSIAN, "По данным доклада мэра Рогова, цех готов.", "доклада мэра Рогова", "after a phrase"),
    (RUSSIAN, "В мае, сказав, что цех готов, мэр ушёл.", "мэр", "a gerund's subject behind its clause"),
    (RUSSIAN, "В школе, как передаёт ТАСС со ссылкой на мэра, лёд.", "мэра", "the source of a relay"),
    (RUSSIAN, "В школе, как пишет ТАСС со ссылкой на мэра, лёд.", "ТАСС", "the source of what is no relay"),
    (ENGLISH, "Two people familiar with the matter said it was safe.", "Two people familiar with the matter", "a subject"),
    (ENGLISH, "Bell told the paper's editor that it was safe.", "Bell", "who tells somebody"),
]


@pytest.mark.parametrize(("language", "text", "expected", "why"), EXPECTED, ids=[row[-1] for row in EXPECTED])
def test_whom_the_order_of_words_suggests(language, text, expected, why):
    assert expected_of(text, language) == expected, why


# text, its units, why
UNITS = [
    (RUSSIAN, "Зам. министра ушёл.", "зам/An министра/A ушел/fin ./.", "the stop of an abbreviation"),
    (RUSSIAN, "(Мэр ушёл.)", "мэр/An ушел/fin ./.", "a sentence in brackets"),
    (RUSSIAN, "Мэр (он ушёл.) рад.", "мэр/An рад/fin ./.", "a sentence in brackets within one"),
    (RUSSIAN, "Мэр () рад.", "мэр/An рад/fin ./.", "brackets with nothing in them"),
    (RUSSIAN, "✅ Мэр рад.", "мэр/An рад/fin ./.", "a picture"),
    (RUSSIAN, "Мэр рад =", "мэр/An рад/fin", "what a heading ends with"),
    (RUSSIAN, "Мэр .ru рад.", "мэр/An ./. ru/x рад/fin ./.", "no address, but for a space"),
    (ENGLISH, "She's late, isn't she?", "she/pro 's/be late/adj ,/, isn't/be she/pro ?/?", "verbs joined to words"),
    (ENGLISH, "“It is safe,” she said.", "«/Q ,/, she/pro said/fin ./.", "the comma within marks"),
    (ENGLISH, "Anna Bell's aide and Anna Bell left.", "anna bell/Ps aide/A and/and anna bell/P left/fin ./.", "an owner"),
    (ENGLISH, "OSLO — The bridge is safe.", "the/adj bridge/N is/be safe/adj ./.", "a place in capitals before a dash"),
    (ENGLISH, "Alder Bay (AFP) — The bridge is safe.", "the/adj bridge/N is/be safe/adj ./.", "… with an agency in brackets"),
    (ENGLISH, "Anna Bell — The bridge is safe.", "anna bell/P —/— the/adj bridge/N is/be safe/adj ./.", "somebody before one"),
]


@pytest.mark.parametrize(("language", "text", "units", "why"), UNITS, ids=[row[-1] for row in UNITS])
def test_units_and_their_codes(language, text, units, why):
    assert units_of(text, language) == units, why
