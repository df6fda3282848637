"""What the features of titles and persons are made of, whatever the trained weights."""

import re

import pytest

from newsfacts import Analysis, Article, Mention
from newsfacts.languages.ru import RUSSIAN
from newsfacts.linear import LinearModel
from newsfacts_titles.borders import expand, left_steps, right_steps
from newsfacts_titles.extractor import pair_up, vocabulary
from newsfacts_titles.pair_features import PairFeatures
from newsfacts_titles.phrase_names import find_names
from newsfacts_titles.text_units import TextUnits, TitlePhrase

RATES = {"1offices": 100, "1министр": -200, "OA=offices": 50}


def units_of(marked):
    """A text in which titles stand in square brackets and names in braces, a woman's with an f before it, in units."""
    plain, spans = "", []
    for piece in re.split(r"(\[.*?\]|\{.*?\})", marked):
        words = piece.strip("[]{}").removeprefix("f:")
        if piece[:1] in ("[", "{"):
            spans.append((piece[0], len(plain), len(plain) + len(words), "f:" in piece))
        plain += words

    def recognize(*, analysis):
        for mark, start, end, woman in spans:
            if mark == "{":
                gender = "feminine" if woman else "masculine"
                words = analysis.text[start:end]
                yield Mention(start=start, end=end, text=words, name=words, type="person", gender=gender)

    units = TextUnits(Analysis(Article(text=plain, language="ru"), RUSSIAN, [("names", recognize)]), vocabulary(RUSSIAN))
    return units, spans


def pairs_of(marked):
    units, spans = units_of(marked)
    titles = [phrase(units, start, end) for mark, start, end, _ in spans if mark == "["]
    return pair_up(units, titles)


def phrase(units, start, end):
    first, last = units.analysis.token_index(start), units.analysis.token_index(end)
    head = next(i for i in range(first, last) if units.vocabulary.role(units.tokens[i].text))
    role = units.role_at(head)
    return TitlePhrase(
        start=start,
        end=end,
        first=first,
        last=last,
        lead=first,
        head=head,
        acting=0,
        role=role,
        appoints=False,
        shared=role.plural,
    )


def features_of(marked, person, number=0):
    candidates = pairs_of(marked)
    features = PairFeatures(candidates, RATES)
    view = candidates.view(number)
    place = next(i for i, entity in enumerate(candidates.mentions.persons) if person in entity.name)
    pair = features.pair(view, place)
    return pair.standing, [
        *features.role_features(view, pair.standing),
        *features.context_features(view, pair.standing),
        *pair.features,
    ]


MANY = "{Пётр Мохов} пел. "
CASES = [
    # why, text, person, number of the title, standing, some of the features
    (
        "the name follows at once: nothing between, one case, another gender",
        "[Министр] {f:Анна Ким} уехала.",
        ("Ким", 0, "A+"),
        "D0министр|L1+|c-4|dA+-4|f0|KA+,^,1|nA+,@|NA+,@,1|Ab0s+|At+|Aa=|Amминистр,|Ag,+|Ah,N|Ai,N0|Aj,|pA,s|sA0+1|RA+=01|W#mA|QA401",
    ),
    (
        "a rate by standing is the group's where the role noun has none; after a verb and a comma",
        "[Министр] сказал, что в Минске {f:Анна Ким} поёт.",
        ("Ким", 0, "A="),
        "f1|gA1|At=VERB|Aa=VERB ,|Amминск,VERB|AgVERB , CCONJ,=|AhVERB , CCONJ,N|Aiсказать,N0|Ajсказать,CCONJ|RA=001",
    ),
    (
        "in apposition, with a modifier that the short gap leaves out",
        "{Антон Лужин}, новый [министр обороны] России, приехал.",
        ("Лужин", 0, "B="),
        "Goffices2|L2=|c0|KB=,новый,2|nB=,россия|zBNновый|Bg, ADJ,=|Ba=, ADJ|Bh,,=|Bi,,offices|Bkновый,,|Bm^,, ADJ|Bv|W=mB",
    ),
    (
        "enumerated names are one before a plural; brackets and what a place stands after are left out",
        "Вчера {Антон Лужин} (55 лет) и {Пётр Мохов} из Москвы стали [министрами].",
        ("Лужин", 0, "B="),
        "BgADP ADJ VERB,=|Bb0p=|Ba#ADP ADJ|BhVERB,=|Bkстать,ADP|Bmвчера,ADP ADJ|Bvстать|Bwстать,#=|B&pADP ADJ VERB|sB1=1|QB201",
    ),
    (
        "a noun before a place stays, and other titles of the series are not between",
        "{Антон Лужин} в городе Москве [премьером] и [министром] стал.",
        ("Лужин", 1, "B="),
        "BgADP NOUN NOUN,=|BhADP NOUN NOUN,=|Bkи,ADP|Bb0s=",
    ),
    (
        "words in brackets count in the long gap only",
        "{Антон Лужин}, которого вчера (по словам врача) избрали, - [министр].",
        ("Лужин", 0, "B="),
        "Bgfar,=|Ba=, ADJ|Bh, VERB , -,=|Bvизбрать",
    ),
    (
        "a title between is a mark of its own, in brackets too, and a name has one mark",
        "{Антон Лужин}, [врач], встретил {Петра Мохова}; [министр] уехал.",
        ("Лужин", 1, "B="),
        "Bg, T , VERB @ ;,=|Bb1s=",
    ),
    (
        "what is far is far, in the first mark too",
        "{Антон Лужин} съел один, два, три, четыре, пять, шесть, семь, восемь, девять, десять, одиннадцать, двенадцать "
        "и тринадцать груш, [министр].",
        ("Лужин", 0, "B="),
        "Bgfar+,=|Ba=far+|Bhfar,=|pBfar+,s",
    ),
    (
        "another person's name follows at once",
        "{Антон Лужин} сказал, что [министр] {Пётр Мохов} уехал.",
        ("Лужин", 0, "B-"),
        "F-|BgVERB , CCONJ,-|sB1-1|RB-x11|SBxVERB|QB201",
    ),
    (
        "two sentences before, alone there, the last of all",
        "{Антон Лужин} приехал. Он был рад. [Министр] выступил.",
        ("Лужин", 0, "P="),
        "pP2!.,s|SP02!.|oP2!.1|sP0=1|ZPN01",
    ),
    (
        "not alone there, not the last; a pronoun before the title",
        "{Антон Лужин} и {f:Анна Ким} приехали. Он был рад, сказал [министр].",
        ("Лужин", 0, "P="),
        "pP1,s|oPон11|QP201|W=mP",
    ),
    ("only later in the text, the next name", "[Министр] уехал. {Антон Лужин} пел.", ("Лужин", 0, "L="), "pL!,s|oL!1|zLN^"),
    (
        "only later, after another one",
        "[Министр] уехал. {Пётр Мохов} пел. {Антон Лужин} пел.",
        ("Лужин", 0, "L="),
        "pL,s|TL=1,offices1|QL211",
    ),
    ("too far after", f"[Министр] уехал. {MANY * 13}{{Антон Лужин}} пел.", ("Лужин", 0, "X="), "pX,s|oX1|QX011"),
    ("too far before", f"{{Антон Лужин}} пел. {MANY * 41}[Министр] уехал.", ("Лужин", 0, "X="), "pX,s|QX011"),
    (
        "many sentences before are as one number",
        f"[Министр] {{Антон Лужин}}. {MANY * 13}[Министр] уехал.",
        ("Лужин", 1, "P="),
        "pP4.,s|RP==01|TP=1,offices1|QP011",
    ),
    (
        "before and after, in an enumeration before",
        "{Антон Лужин} и {Пётр Мохов}, [министры], пели, и {Антон Лужин} уехал.",
        ("Лужин", 0, "C="),
        "Ab0p=|Ag, VERB , CCONJ,=|Aiпеть,N0|Bg,,=|Bb0p=|B&p,|pC,,p|SCx,|QC301",
    ),
    (
        "a series of professions: the name is the first one's too",
        "[Певица], [поэт] и [актриса] {f:Анна Ким} и {Пётр Мохов} запели.",
        ("Ким", 0, "A+"),
        "Gprofessions1|nA+,,|Ab0s+|At+|Ag,+|W=fA|sA1+1|QA201|RA+=01",
    ),
    (
        "a series: not the one enumerated after that",
        "[Певица], [поэт] и [актриса] {f:Анна Ким} и {Пётр Мохов} запели.",
        ("Мохов", 2, "A-"),
        "Ab0s=|At=|Ai,N1|RA-x11|SAx|W#fA|QA211",
    ),
    (
        "a plural before three names",
        "[Министры] {Антон Лужин}, {Пётр Мохов} (Самара) и {Иван Белов} уехали.",
        ("Белов", 0, "A-"),
        "Ab0p=|Amи,|Ai,N2|pA,p|sA2-1|TA-2,offices1|QA121",
    ),
    (
        "another's title in the accusative",
        "[Министр обороны] {Антон Лужин} уехал. {Пётр Мохов} сменил [министра].",
        ("Мохов", 1, "B="),
        "zBAGсменить|Ba#VERB|BiVERB,offices|RB=x11|TB=1,offices1",
    ),
    (
        "fewer words than elsewhere",
        "[Министр обороны] {Антон Лужин} уехал. {Пётр Мохов} сменил [министра].",
        ("Лужин", 1, "P="),
        "pP1.,s|RP=<01",
    ),
    ("more words than elsewhere", "[Министр] {Антон Лужин}. [Министр обороны] уехал.", ("Лужин", 1, "P="), "RP=>02"),
    ("the same words", "[Министр обороны] {Антон Лужин}. [Министр обороны] уехал.", ("Лужин", 1, "P="), "RP==02"),
    ("other words", "[Министр обороны] {Антон Лужин}. [Министр торговли] уехал.", ("Лужин", 1, "P="), "RP=/02"),
    (
        "some of the words",
        "[Министр обороны страны] {Антон Лужин}. [Министр обороны края] уехал.",
        ("Лужин", 1, "P="),
        "L3=|RP=~02",
    ),
    ("another title is known", "[Врач] {Антон Лужин}. [Министр] уехал.", ("Лужин", 1, "P="), "RP=k01"),
    (
        "a title of several words and a role noun that begins none have one mark each",
        "{Антон Лужин}, [врач больницы], чемпион; [министр] уехал.",
        ("Лужин", 1, "B="),
        "Bg, T , T ;,=",
    ),
    ("a place first of all", "{Антон Лужин} Москвы [министр] уехал.", ("Лужин", 0, "B="), "BgNOUN,=|BhNOUN,="),
    (
        "who a body is named after holds nothing",
        "[Директор института] имени {Павлова} {Антон Лужин} приехал.",
        ("Лужин", 0, "A="),
        "AgNOUN NOUN,=|Ab0s=|QA402",
    ),
    ("named for the first time, by two words", "[Врач] {Антон Лужин} пел.", ("Лужин", 0, "A+"), "UA+2!1|VA2!professions"),
    (
        "named again, by one word",
        "{Антон Лужин} приехал. [Врач] {Лужин} пел.",
        ("Лужин", 0, "A+"),
        "UA+11|VA1professions",
    ),
    (
        "three words and more are many; the mention before the title counts where none follows",
        "{Антон Иванович де Лужин} пел. [Врач] уехал.",
        ("Лужин", 0, "P="),
        "UP=3!1|VP3!professions",
    ),
    (
        "far from the title the first mention counts",
        f"{{Антон Лужин}} пел. {MANY * 41}[Министр] уехал.",
        ("Лужин", 0, "X="),
        "UX=2!1|VX2!offices",
    ),
    ("at the end of the text", "{Антон Лужин} - [министр]", ("Лужин", 0, "B="), "nB=,^|NB=,$,1"),
]


@pytest.mark.parametrize(("text", "pair", "expected"), [pytest.param(*case, id=why) for why, *case in CASES])
def test_features(text, pair, expected):
    person, number, wanted = pair
    standing, features = features_of(text, person, number)
    assert standing == wanted
    commas = {feature.replace("|", ",") for feature in features}
    assert set(expected.split("|")) - commas == set()
    assert {feature[0] for feature in features} & {"z", "Z"} == (set() if standing[0] in "AI" else {"z", "Z"})
    assert any(feature[0] == "o" for feature in features) == (standing[0] in "PLX")


def steps_of(steps):
    return [[feature.replace("|", ",") for feature in features] for _, features in steps]


def test_a_phrase_has_no_steps_over_a_line_break_or_the_end():
    units, _ = units_of("Новый министр\nобороны")
    assert [len(steps_of(steps(units, 1))) for steps in (left_steps, right_steps)] == [1, 0]
    units, _ = units_of("Новый\nминистр обороны")
    assert [len(steps_of(steps(units, 1))) for steps in (left_steps, right_steps)] == [0, 1]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        pytest.param("Директор, завод уехал", 3, id="over a comma"),
        pytest.param("Директор завода. Завод уехал", 1, id="not over a stop"),
        pytest.param("Директор театра и артист уехал", 1, id="not to another role in the same case"),
        pytest.param("Директор театра и новый артист уехал", 1, id="likewise, with an adjective"),
        pytest.param("Директор театра и кино артист", 4, id="a role after another noun begins no title"),
        pytest.param("Директор театра и", 2, id="nothing after the conjunction"),
    ],
)
def test_how_far_a_phrase_may_go(text, steps):
    units, _ = units_of(text)
    assert len(list(right_steps(units, 0))) == steps


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("Тренер в Латвии {Анна Ким} уехала", 15, id="a place with a preposition before a name"),
        pytest.param("Посол соседней Латвии {Анна Ким} уехала", 5, id="without a preposition"),
        pytest.param("Тренер в Латвии уехал", 6, id="without a name"),
        pytest.param("Посол в Латвии уехал", 14, id="behind an envoy without a name"),
        pytest.param("Посол в отпуске {Анна Ким} уехала", 5, id="what is no place"),
    ],
)
def test_a_place_before_a_name_or_behind_an_envoy_belongs_to_the_phrase(text, end):
    units, _ = units_of(text)
    nothing_more = LinearModel({"b": -1})
    assert expand(units, 0, {"left": nothing_more, "right": nothing_more}).end == end


def test_right_steps():
    units, _ = units_of("Директор завода {Анна Ким} уехала.")
    body, name, verb = steps_of(right_steps(units, 0))
    assert {"k1NOUN:G", "i1директор,NOUN:G", "voffices,bodyNOUN:G", "woffices,,body,", "ulbody,@", "yдиректор,body"} < set(body)
    assert {"k2@:N", "iдиректор,@:N", "goffices,@:N", "woffices,body,@,", "pNOUN:G,@:N"} < set(name)
    assert {"r@,VERB", "k3VERB", "woffices,,VERB,", "nVERB,."} < set(verb)


def test_left_steps():
    units, _ = units_of("Вчера новый российский министр уехал")
    country, new, yesterday = steps_of(left_steps(units, 3))
    assert {"t=ADJ:AN", "foffices,ский=", "pADJ:AN,ADJ:AN", "qроссийский,министр", "k1ADJ:AN="} < set(country)
    assert {"qновый,российский", "pADV,ADJ:AN", "k2ADJ:AN="} < set(new)
    assert {"tADV", "p,ADV", "k3ADV", "foffices,чера"} < set(yesterday)


def test_what_is_no_role_noun_has_no_role():
    units, _ = units_of("Министр уехал")
    with pytest.raises(ValueError, match="уехал"):
        units.role_at(1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Анна Ким} ([врач]) уехала", "Анна Ким"),
        ("{Анна Ким} — [врач]", "Анна Ким"),
        ("{Анна Ким} — [врач] {Пётр Орлов} уехал", None),
        ("{Анна Ким}—[врач]", None),
        ("{Анна Ким}, [врач], уехала", None),
        ("{Анна Ким} — [врачи]", None),
        ("{Анна Ким}        ([врач])", None),
        ("[Врач] уехал", None),
    ],
)
def test_brackets_and_dashes_tie_a_title_to_a_name(text, name):
    candidates = pairs_of(text)
    tied = candidates.tied(candidates.view(0))
    assert (None if tied is None else candidates.mentions.persons[tied].name) == name


A, B, C, D, E, F = "{Антон Лужин}", "{Пётр Мохов}", "{Иван Белов}", "{Олег Ким}", "{Юрий Жук}", "{Егор Лис}"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param(f"[Врач] {A}, {B}, {C}, {D}, {E} и {F} уехали.", 3, id="the nearest and the most named"),
        pytest.param(f"[Врачи] {A}, {B}, {C}, {D}, {E} и {F} уехали.", 6, id="of a plural more of them"),
        pytest.param(f"{A} и {B} пели. {A} и {B} пели. [Врач] уехал. {C} пел.", 2, id="nobody from the sentence after"),
        pytest.param("[Врач] уехал.", 0, id="nobody where nobody is named"),
    ],
)
def test_how_many_persons_may_hold_a_title(text, number):
    candidates = pairs_of(text)
    assert len(candidates.of(candidates.view(0))) == number


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        (f"[Врач] {A} и {B} уехали", [True, False]),
        (f"[Врачи] {A} и {B} уехали", [True, True]),
        (f"[Врачи] {A} и {B} встретили {C}", [True, True, False]),
        (f"[Врачи] встретили {A}", [False]),
    ],
)
def test_names_follow_a_title(text, follows):
    candidates = pairs_of(text)
    view = candidates.view(0)
    assert [candidates.follows(view, mention) for mention in range(len(follows))] == follows


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (f"{A}, {B} и {C}", [0, 0, 0]),
        (f"{A} (Самара), а также {B}", [0, 0]),
        (f"{A} из Самары (Россия) и {B}", [0, 1]),
        (f"{A} (Самара) встретил {B}", [0, 1]),
    ],
)
def test_enumerations_of_names(text, chain):
    assert pairs_of(text).mentions.chain == chain


def in_words(units, name):
    return name and units.text[units.tokens[name.first].start : units.unit_end(name.last - 1)]


@pytest.mark.parametrize(
    ("text", "last", "body", "place"),
    [
        pytest.param("Директор завода", None, "завода", None, id="an office's body needs no name"),
        pytest.param("Певица театра", None, None, None, id="a profession's does"),
        pytest.param("Певица Театра", None, "Театра", None, id="a capital is one"),
        pytest.param("Певица театра имени Чехова", None, "театра имени Чехова", None, id="or what follows"),
        pytest.param("Директор Радуги", None, "Радуги", None, id="a proper name"),
        pytest.param("Граф Радуги", None, None, None, id="not of a dignity"),
        pytest.param("Патриарх «Радуги»", None, "«Радуги»", None, id="unless it stands in quotation marks"),
        pytest.param("Патриарх Vatican News", None, "Vatican News", None, id="or in foreign letters"),
        pytest.param("Адвокат {Анны Ким}", None, None, None, id="a person is no body"),
        pytest.param("Министр, врач", None, None, None, id="a mark is none"),
        pytest.param("Директор Новой и старой", None, None, None, id="nor is a conjunction after a capital"),
        pytest.param("Помощник Первого министра", None, None, None, id="nor another role with its adjective"),
        pytest.param("Тренер сборной России", None, "сборной России", None, id="a body's noun that is an adjective"),
        pytest.param("Председатель комитета Госдумы по спорту", None, "Госдумы", None, id="the body of a part"),
        pytest.param("Мэр Москвы Твери", None, None, "Москвы", id="the first place"),
        pytest.param("Глава города Москвы Твери", None, None, "города Москвы Твери", id="a territory with its names"),
        pytest.param("Глава города Москвы Твери", 3, None, "города Москвы", id="up to the end of the phrase"),
        pytest.param("Глава города Москвы по спорту", None, None, "города Москвы", id="and no further words"),
        pytest.param("Губернатор области Москвы", 2, None, None, id="what follows the phrase names nothing in it"),
        pytest.param("Губернатор области ушёл", None, None, None, id="a territory without a name"),
        pytest.param("Глава белорусской области", None, None, "белорусской области", id="an adjective of a place"),
        pytest.param("Глава доброй области", None, None, None, id="another adjective"),
    ],
)
def test_names_within_a_title(text, last, body, place):
    units, _ = units_of(text)
    found = find_names(units, 1, last or len(units.tokens), units.role_at(0))
    assert (in_words(units, found.body), in_words(units, found.place)) == (body, place)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Театр имени {Анны Ким} закрыт", 1),
        ("Театр им. {Анны Ким} закрыт", 1),
        ("Женщина по имени {Анна Ким} ушла", 0),
        ("Театр {Анны Ким} закрыт", 0),
        ("{Анна Ким} ушла из театра имени.", 0),
    ],
)
def test_bodies_named_after_a_person(text, number):
    units, _ = units_of(text)
    assert len(units.namesakes) == number


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Ушёл врач", False),
        ("Ушёл. Врач", True),
        ("Ушёл\nврач", True),
        ("Ушёл         врач", True),
        ("Ушёл, врач", False),
        ("Врач.", True),
    ],
)
def test_what_opens_a_sentence(text, opens):
    units, _ = units_of(text)
    assert units.opens_sentence(next(i for i, token in enumerate(units.tokens) if token.text.lower() == "врач")) == opens


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"[адвокат] {A} {B} пел", {"Пётр Мохов": "адвокат"}),
        (f"[адвокат] {A}, {B} пел", {"Антон Лужин": "адвокат"}),
        (f"[адвокат] {A}", {"Антон Лужин": "адвокат"}),
        (f"{A}, [адвокат], пел", {"Антон Лужин": "адвокат"}),
        (f"{A} или [адвокат] пел", {}),
        (f"{A}           — [адвокат]", {}),
        (f"[адвокат]          {A} пел", {}),
        (f"[адвокат] и [поэт] {A} пел", {"Антон Лужин": "поэт"}),
        (f"[адвокат]\nи [поэт] {A} пел", {"Антон Лужин": "поэт"}),
    ],
)
def test_who_has_a_role_beside_a_name(text, roles):
    index = pairs_of(text).index
    assert {index.mentions.persons[person].name: [*own][-1] for person, own in index.roles.items()} == roles


def test_a_title_within_another_is_nested():
    units, _ = units_of("помощник министра финансов ушёл")
    index = pair_up(units, [phrase(units, 0, 26), phrase(units, 9, 26)]).index
    assert [index.is_nested(number) for number in (0, 1)] == [False, True]
