"""What the names plugin's labeller knows of a capitalised word, beside the weights that it learnt for it."""

import pytest
from name_labels import candidates_of

from newsfacts.languages.ru import RUSSIAN
from newsfacts_names.candidates import Candidate
from newsfacts_names.labelling import LABELS, best_label
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.sequence_features import SequenceFeatures, expand
from newsfacts_names.word_forms import WordForms, outline

LEXICON = name_lexicon("ru")
FORMS = WordForms(RUSSIAN, LEXICON)


def features_of(text):
    analysis, candidates = candidates_of(text, RUSSIAN, LEXICON)
    return SequenceFeatures(analysis, candidates, FORMS, LEXICON)


# text, its candidates as (word, gap before it, may be one name with the word before), why
CANDIDATES = [
    ("вчера Иван Громов", [("Иван", "far", False), ("Громов", " ", True)], "nothing comes before the first"),
    ("Анна  Ким", [("Анна", "far", False), ("Ким", " ", True)], "any white space"),
    ("Анна\nКим", [("Анна", "far", False), ("Ким", "line", False)], "a line ends between them"),
    ("А.Ким", [("А", "far", False), ("Ким", ".", True)], "an initial's stop"),
    ("Б, Ким", [("Б", "far", False), ("Ким", ",", False)], "a letter without one"),
    ("Анна. Ким", [("Анна", "far", False), ("Ким", ".", False)], "the stop of no initial"),
    ("Н. Заяц", [("Н", "far", False), ("Заяц", ".", True)], "an initial before a surname like a noun"),
    ("Ван И. Заяц", [("Ван", "far", False), ("И", " ", True), ("Заяц", "stop", False)], "a syllable before a noun"),
    ("Пётр И. Шмыгль", [("Пётр", "far", False), ("И", " ", True), ("Шмыгль", ".", True)], "an unknown surname"),
    ("Пётр И. Ким", [("Пётр", "far", False), ("И", " ", True), ("Ким", ".", True)], "a surname that is a family too"),
    (
        "США Ван И. Ким",
        [("США", "far", False), ("Ван", " ", True), ("И", " ", True), ("Ким", "stop", False)],
        "one family after another's syllable",
    ),
    ("Анна спит. Ким ушла", [("Анна", "far", False), ("Ким", "stop", False)], "a sentence ends between them"),
    ("Анна; 5 Ким", [("Анна", "far", False), ("Ким", "far", False)], "something else between them"),
    ("Анна, Ким", [("Анна", "far", False), ("Ким", ",", False)], "a mark"),
    ("Анна и Ким", [("Анна", "far", False), ("Ким", "and", False)], "a conjunction that names have"),
    ("Анна или тётя Ким", [("Анна", "far", False), ("Ким", "low2", False)], "two small words"),
    ("Анна ела дома и пела Ким", [("Анна", "far", False), ("Ким", "low3", False)], "four count as three"),
    ("Урсула фон дер Ляйен", [("Урсула", "far", False), ("Ляйен", "particle", True)], "particles"),
    ("Башар аль-Асад", [("Башар", "far", False), ("аль-Асад", " ", True)], "a particle with a hyphen"),
    ("Анна вице-премьер", [("Анна", "far", False)], "small letters after a hyphen"),
    ("Анна " + "и " * 31 + "Ким", [("Анна", "far", False), ("Ким", "far", False)], "too far away for any kind of gap"),
    ("Анна " + "А" * 101 + " Ким", [("Анна", "far", False), ("Ким", "far", False)], "a word that is too long is none"),
    ("Однако Анна ушла", [("Анна", "far", False)], "a word that only begins the sentence"),
    ("У. Анна", [("У", "far", False), ("Анна", ".", True)], "the same letter as an initial"),
    ("Анна Со", [("Анна", "far", False), ("Со", " ", True)], "a name that looks like a preposition"),
    ("Анна Вот", [("Анна", "far", False), ("Вот", " ", True)], "beside a name a word that begins sentences may be one"),
]


@pytest.mark.parametrize(("text", "candidates", "why"), CANDIDATES, ids=[row[2] for row in CANDIDATES])
def test_candidates(text, candidates, why):
    assert [(c.token.text, c.gap, c.adjacent) for c in candidates_of(text, RUSSIAN, LEXICON)[1]] == candidates, why


# text, which candidate, its groups after those of single words, the features of the words around it, why
GROUPS = [
    (
        "Вчера в Минске Иван Петрович Громов встретил министра Петра Сидорова.",
        0,
        [
            ("shape", "far", "-", "Ge", "Gn", ""),
            ("article", "Ge", "Ai", "Am", "AnGn"),
        ],
        ("bв|Ge", "aX|Ge", "baв|X", "nGn|в", "b2X", "b3в|X", "a2X", "a3X|X"),
        "a place after its preposition, before a name",
    ),
    (
        "Вчера в Минске Иван Петрович Громов встретил министра Петра Сидорова.",
        3,
        [
            ("shape", " ", "Pn", "Sn", "-", "1"),
            ("article", "Sn", "AcPn", "Am", "Av"),
            ("pair", "1", "Pn", "Sn", "False", "False"),
        ],
        ("bX|Sn", "aвстре|Sn", "baX|встре", "n-|X", "b2X", "b3X|X", "a2минис", "a3встре|минис"),
        "a surname in the patronymic's case, before a verb",
    ),
    (
        "Вчера в Минске Иван Петрович Громов встретил министра Петра Сидорова.",
        4,
        [
            ("shape", "low2", "-", "Gn", "Sn", ""),
            ("article", "Gn", "Am", "AnSn"),
            ("noun", "a", "=", "Gn"),
        ],
        ("bминис|Gn", "aX|Gn", "baминис|X", "nSn|минис", "b2встре", "b3минис|встре", "a2.", "a3X|."),
        "a given name in the case of the being before it",
    ),
    (
        "Вчера в Минске Иван Петрович Громов встретил министра Петра Сидорова.",
        1,
        [
            ("shape", " ", "Ge", "Gn", "Pn", "0"),
            ("article", "Gn", "AcGe", "Am", "AnPn"),
            ("pair", "1", "Ge", "Gn", "False", "False"),
        ],
        ("bX|Gn", "aX|Gn", "baX|X", "nPn|X", "b2в", "b3X|в", "a2X", "a3X|X"),
        "a given name in another case than the place before it",
    ),
    (
        "Орёл сел. Вчера орёл улетел. Орёл: птица.",
        1,
        [
            ("shape", "stop", "-", "NOUNa", "-", ""),
            ("article", "NOUNa", "A2", "Ab", "Al", "Av"),
            ("mark", "", "s", "l", "NOUNa"),
        ],
        ("b.|NOUNa", "a:|NOUNa", "ba.|:", "n-|.", "b2улете", "b3.|улете", "a2птица", "a3:|птица"),
        "a word that begins sentences, and is in small letters elsewhere",
    ),
    (
        "«Звезда» победила, и Звезда ушла. Тренер «Звезды Юга» рад.",
        0,
        [
            ("shape", "far", "-", "NOUN", "-", ""),
            ("article", "NOUN", "A2", "Ab", "Am", "AnNO", "Aq", "Av"),
            ("mark", "|1", "s", "", "NOUN"),
        ],
        ("b«|NOUN", "a»|NOUN", "ba«|»", "n-|«", "b2¶", "b3«|¶", "a2побед", "a3»|побед"),
        "a word alone in quotation marks; its other occurrences have a neighbour, none, and no mark",
    ),
    (
        "«Звезда» победила, и Звезда ушла. Тренер «Звезды Юга» рад.",
        3,
        [
            ("shape", "«", "-", "NOUN", "NOUN", ""),
            ("article", "NOUN", "A2", "Ab", "Am", "AnNO", "Aq", "Av"),
            ("mark", "|0", "s", "", "NOUN"),
        ],
        ("b«|NOUN", "aX|NOUN", "ba«|X", "nNOUN|«", "b2X", "b3«|X", "a2»", "a3X|»"),
        "a word after an opening mark only",
    ),
    (
        "«Звезда» победила, и Звезда ушла. Тренер «Звезды Юга» рад.",
        4,
        [
            ("shape", " ", "NOUN", "NOUN", "-", "0"),
            ("article", "NOUN", "AcNO", "Am"),
            ("noun", "i", "=", "NOUN"),
            ("mark", "<", "", "", "NOUN"),
            ("pair", "1", "NOUN", "NOUN", "False", "True"),
        ],
        ("bX|NOUN", "a»|NOUN", "baX|»", "n-|X", "b2«", "b3X|«", "a2рад", "a3»|рад"),
        "a word before a closing mark only, after a thing that stands alone elsewhere",
    ),
    (
        "Рынок растёт\nИванов купил завод. Иванов — тренер, но Иванова и Иванову ждут.",
        1,
        [
            ("shape", "line", "-", "Sn", "-", ""),
            ("article", "Sn", "A2", "A4", "Ab", "Am", "Av"),
            ("mark", "", "s", "", "Sn"),
        ],
        ("b¶|Sn", "aкупил|Sn", "ba¶|купил", "n-|¶", "b2X", "b3¶|X", "a2завод", "a3купил|завод"),
        "a surname that begins a line, with four occurrences",
    ),
    (
        "Тогда министр Анну принял.",
        0,
        [
            ("shape", "far", "-", "Gn", "-", ""),
            ("article", "Gn", "Ab", "Am", "Av"),
            ("noun", "a", "!", "Gn"),
        ],
        ("bминис|Gn", "aприня|Gn", "baминис|приня", "n-|минис", "b2X", "b3минис|X", "a2.", "a3приня|."),
        "a given name in another case than the being before it",
    ),
    (
        "— Речь IBM: это",
        1,
        [
            ("shape", " ", "NOUN", "Lu", "-", ""),
            ("article", "Lu", "AcNO", "Am"),
            ("noun", "i", "?", "Lu"),
            ("pair", "1", "NOUN", "Lu", "False", "False"),
        ],
        ("bX|Lu", "a:|Lu", "baX|:", "n-|X", "b2—", "b3X|—", "a2это", "a3:|это"),
        "what is not declined agrees with nothing",
    ),
    (
        "Тогда IBM Громов",
        1,
        [
            ("shape", " ", "Lu", "Sn", "-", ""),
            ("article", "Sn", "AcLu", "Am"),
            ("pair", "1", "Lu", "Sn", "False", "False"),
        ],
        ("bX|Sn", "a¶|Sn", "baX|¶", "n-|X", "b2X", "b3X|X", "a2¶", "a3¶|¶"),
        "nor does anything with it",
    ),
    (
        "Тогда отцы Анну ждали",
        0,
        [
            ("shape", "far", "-", "Gn", "-", ""),
            ("article", "Gn", "Ab", "Am", "Av"),
            ("noun", "a", "?", "Gn"),
        ],
        ("bотцы|Gn", "aждали|Gn", "baотцы|ждали", "n-|отцы", "b2X", "b3отцы|X", "a2¶", "a3ждали|¶"),
        "nor with beings in the plural",
    ),
    (
        "Анна Ким ушла. Анна, Ким и",
        1,
        [
            ("shape", " ", "Gn", "Sn", "-", "1"),
            ("article", "Sn", "A2", "Ab", "AcGn", "Am", "Av"),
            ("pair", "1", "Gn", "Sn", "True", "True"),
        ],
        ("bX|Sn", "aушла|Sn", "baX|ушла", "n-|X", "b2¶", "b3X|¶", "a2.", "a3ушла|."),
        "two words with a mark between are no pair",
    ),
    (
        "— Речь IBM: это",
        0,
        [
            ("shape", "far", "-", "NOUN", "Lu", ""),
            ("article", "NOUN", "AnLu"),
        ],
        ("b—|NOUN", "aX|NOUN", "ba—|X", "nLu|—", "b2¶", "b3—|¶", "a2:", "a3X|:"),
        "a sentence may begin after a dash",
    ),
]


@pytest.mark.parametrize(("text", "at", "groups", "surroundings", "why"), GROUPS, ids=[row[4] for row in GROUPS])
def test_groups_and_surroundings(text, at, groups, surroundings, why):
    features = features_of(text)
    assert features.groups(at)[3:] == groups, why
    assert features.surroundings(at) == surroundings, why


# text, which candidate, the labels before it, its groups that depend on them, why
HISTORY = [
    ("Анна Ким", 0, [], [("labels", "O", "O", "far", "Gn")], "nothing is before the first"),
    (
        "Анна Ким",
        1,
        ["P"],
        [("labels", "O", "P", " ", "Sn"), ("span", "=", "1", "Gn", "Gn", "Sn")],
        "in a name of one word, in its case",
    ),
    ("Анна Ким", 1, ["R"], [("labels", "O", "R", " ", "Sn")], "after an organisation"),
    ("Анна, Ким", 1, ["P"], [("labels", "O", "P", ",", "Sn")], "not beside the name"),
    (
        "Анной Петра Громов",
        2,
        ["P", "p"],
        [("labels", "P", "p", " ", "Sn"), ("span", "!", "2", "Gn", "GnGn", "Sn")],
        "in a name of two words, in another case than its first",
    ),
    (
        "Дж. Громов",
        1,
        ["P"],
        [("labels", "O", "P", ".", "Sn"), ("span", "?", "1", "I", "I", "Sn")],
        "an initial agrees with anything",
    ),
    (
        "Громов IBM",
        1,
        ["P"],
        [("labels", "O", "P", " ", "Lu"), ("span", "?", "1", "Sn", "Sn", "Lu")],
        "so does what is not declined",
    ),
    (
        "Ким, Ким, Ким, Ким, Ким, Ким",
        5,
        ["P", "R", "R", "O", "p"],
        [("labels", "O", "p", ",", "Sn"), ("past", "OPR", "p", "Sn")],
        "the last four of the same stem, in any order",
    ),
    (
        "Ким, Ким, Ким, Ким, Ким, Ким",
        5,
        ["P", "r", "R", "R", "r"],
        [("labels", "R", "r", ",", "Sn"), ("past", "R", "r", "Sn")],
        "the fifth before counts no more",
    ),
]


@pytest.mark.parametrize(("text", "at", "labels", "groups", "why"), HISTORY, ids=[row[4] for row in HISTORY])
def test_groups_of_the_labels_before(text, at, labels, groups, why):
    assert features_of(text).history(at, labels) == groups, why


# word, its kind, its stem, its further features, why
WORDS = [
    ("Анны", "Gn", "анн", ["tKGn", "posKNOUNa", "s3Kнны", "s2Gnны"], "a given name of the dictionary"),
    ("Ковалькевич", "Sn?", "ковалькевич", ["tUSn", "posUNOUNa", "s3Uвич", "s2Sn?ич"], "a guessed surname"),
    ("Белых", "sn", "белых", ["tKSn", "posKADJ", "s3Kлых", "s2snых", "common"], "first of all another word"),
    ("Ёлкина", "Sn", "елкин", ["tKSn", "posKNOUNa", "s3Kина", "s2Snна"], "the letter ё is e"),
    ("Заяц", "NOUNa", "заяц", ["posKNOUNa", "s3Kаяц", "s2NOUNaяц", "common"], "a common noun"),
    ("Роль", "NOUN", "рол", ["posKNOUN", "s3Kоль", "s2NOUNль", "common"], "a thing"),
    ("Ура", "INTJ", "ура", ["posKINTJ", "s3Kура", "s2INTJра", "common"], "a stem has three letters"),
    ("Дж", "I", "дж", ["posUX", "s3Uдж", "s2Iдж"], "an initial of two letters"),
    ("Ы", "I", "ы", ["posKNOUN", "s3Kы", "s2Iы", "common"], "any letter may be an initial"),
    ("ЦИК", "U3", "цик", ["tKCo", "tKAb", "posKNOUN", "s3Kцик", "s2U3ик"], "capitals"),
    ("ГЛОНАСС", "U5", "глонасс", ["tKAb", "posKNOUN", "s3Kасс", "s2U5сс"], "more than five capitals count as five"),
    ("МакДональд", "M", "макдональд", ["tUGn", "posUNOUNa", "s3Uльд", "s2Mьд"], "a capital within"),
    (
        "Пьер-Анри",
        "Gn?",
        "пьер-анр",
        ["hyA", "hsанри", "hpпьер", "tUGn", "posUNOUNa", "s3Uнри", "s2Gn?ри"],
        "a capital after a hyphen",
    ),
    (
        "Мин-син",
        "NOUN?",
        "мин-син",
        ["hya", "hsсин", "hpмин", "posUNOUN", "s3Uсин", "s2NOUN?ин"],
        "a small letter after a hyphen",
    ),
    ("IBM", "Lu", "ibm", [], "capitals of another script"),
    ("X", "L1", "x", [], "one of them"),
    ("Google", "La", "google", [], "a word of another script"),
]


@pytest.mark.parametrize(("word", "kind", "stem", "further", "why"), WORDS, ids=[row[4] for row in WORDS])
def test_own_features_of_a_word(word, kind, stem, further, why):
    form = FORMS.form(word)
    assert (form.kind, form.stem) == (kind, stem), why
    length = f"len{min(len(word), 8)}"
    assert FORMS.own_features(word)[7:] == (f"st{stem}", length, *further), why


# word, cases and genders, why
CASES = [
    ("Анны", {"GenFem"}, "of her own gender"),
    ("Минску", {"DatMasc"}, "a place's too"),
    ("Красная", {"NomFem"}, "an adjective's"),
    ("Саша", {"NomMasc", "NomFem"}, "of both genders"),
    ("Орлы", set(), "no plural"),
    ("Ту", set(), "two letters have none"),
    ("США", set(), "nor have capitals"),
    ("Google", set(), "nor has another script"),
    ("Сделавший", set(), "nor has a participle"),
    ("МИД", set(), "of one body either"),
]


@pytest.mark.parametrize(("word", "cases", "why"), CASES, ids=[row[2] + row[0] for row in CASES])
def test_cases_of_a_word(word, cases, why):
    assert FORMS.form(word).cases == cases, why


# word, kind, cases, why
NOUNS = [
    ("министром", "a", {"InsMasc", "InsFem"}, "a woman may be a minister"),
    ("речи", "i", {"GenMasc", "GenFem", "DatMasc", "DatFem", "LocMasc", "LocFem"}, "a thing"),
    ("отцы", "a", set(), "no plural"),
    ("Анна", "", set(), "a name"),
    ("кузявка", "", set(), "unknown to the dictionary"),
    ("быстро", "", set(), "no noun"),
    ("—", "", set(), "no word"),
]


@pytest.mark.parametrize(("word", "kind", "cases", "why"), NOUNS, ids=[row[3] for row in NOUNS])
def test_nouns_before_names(word, kind, cases, why):
    assert FORMS.noun(word) == (kind, cases), why


# group, its features, why
EXPANDED = [
    (("before", "Анна"), ["BWанна", "BSнна", "BKGn", "BPанна"], "a capitalised neighbour"),
    (("after", "улетела"), ["Nwулетела", "Nsела", "NSла", "Npулетел", "Nqулет", "Nfлетела"], "a word in small letters"),
    (("after", "25"), ["Nm0"], "a number"),
    (("after", "—"), ["Nm—"], "a mark"),
    (("article", "Gn", "Ab", "Av"), ["Ab", "Av", "AbGn", "AvGn"], "contexts"),
    (("shape", " ", "I", "Gn", "-", ""), ["g ", "cI|Gn", "dGn|-", "eI|Gn|-"], "what may or may not agree"),
    (("shape", " ", "I", "Gn", "-", "1"), ["g ", "cI|Gn", "dGn|-", "eI|Gn|-", "r1I|Gn"], "what agrees"),
    (("mark", "", "s", "", "Gn"), ["s", "sGn"], "a sentence's beginning"),
    (("mark", "", "s", "l", "Gn"), ["s", "sGn", "sl"], "of a word that is in small letters elsewhere"),
    (("mark", "|1", "", "l", "Gn"), ["q|1Gn"], "quotation marks"),
]


@pytest.mark.parametrize(("group", "features", "why"), EXPANDED, ids=[row[2] for row in EXPANDED])
def test_features_of_a_group(group, features, why):
    assert list(expand(group, FORMS)) == features, why


# scores by label, labels before, gap, may be one name with the word before, the best label, why
BEST = [
    ("Pp", [], "far", False, "P", "nothing may go on at the beginning"),
    ("pP", ["P"], " ", True, "p", "a person's name goes on"),
    ("pP", ["P"], ",", False, "P", "not over a comma"),
    ("pP", ["O"], " ", True, "P", "not after another word"),
    ("pP", ["P", *"pppppppp"], " ", True, "p", "up to ten words"),
    ("pP", ["P", *"ppppppppp"], " ", True, "P", "not further"),
    ("rR", ["R"], ",", False, "r", "an organisation's name goes on over a mark"),
    ("rR", ["R"], "stop", False, "R", "not into another sentence"),
    ("rR", ["P"], " ", True, "R", "not after a person"),
    ("OR", ["R"], " ", True, "O", "nothing may follow anything"),
]


@pytest.mark.parametrize(("order", "labels", "gap", "adjacent", "best", "why"), BEST, ids=[row[5] for row in BEST])
def test_the_best_label_is_one_that_may_follow(order, labels, gap, adjacent, best, why):
    scores = [-order.find(label) if label in order else -9 for label in LABELS]
    _, [candidate] = candidates_of("Ким", RUSSIAN, LEXICON)
    assert best_label(scores, labels, Candidate(0, candidate.token, gap, adjacent)) == best, why


VERBS = [("заявила", True), ("смеялся", True), ("сообщает", True), ("Пермит", False), ("дом", False), (".", False)]


@pytest.mark.parametrize(("word", "may_be"), VERBS)
def test_words_that_end_like_finite_verbs(word, may_be):
    assert FORMS.may_be_verb(word) is may_be


@pytest.mark.parametrize(("word", "short"), [("Анна", "X"), ("25", "0"), ("заявили", "заяви"), ("—", "—")])
def test_neighbours_in_short(word, short):
    assert outline(word) == short
