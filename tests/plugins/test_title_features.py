"""What the features of titles and persons are made of, whatever the trained weights."""

import re

import pytest

from newsfacts import Analysis, Article, Mention
from newsfacts.languages.ru import RUSSIAN
from newsfacts_titles.borders import left_steps, right_steps
from newsfacts_titles.extractor import pair_up, vocabulary
from newsfacts_titles.pair_features import PairFeatures
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
    return TitlePhrase(start=start, end=end, first=first, last=last, head=head, acting=0, role=units.role_at(head))


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
    ("at the end of the text", "{Антон Лужин} - [министр]", ("Лужин", 0, "B="), "nB=,^|NB=,$,1"),
]


@pytest.mark.parametrize(("text", "pair", "expected"), [pytest.param(*case, id=why) for why, *case in CASES])
def test_features(text, pair, expected):
    person, number, wanted = pair
    standing, features = features_of(text, person, number)
    assert standing == wanted
    commas = {feature.replace("|", ",") for feature in features}
    assert set(expected.split("|")) - commas == set()


def steps_of(steps):
    return [[feature.replace("|", ",") for feature in features] for _, features in steps]


def test_a_phrase_has_no_steps_over_a_line_break_or_the_end():
    units, _ = units_of("Новый министр\nобороны")
    assert [len(steps_of(steps(units, 1))) for steps in (left_steps, right_steps)] == [1, 0]
    units, _ = units_of("Новый\nминистр обороны")
    assert [len(steps_of(steps(units, 1))) for steps in (left_steps, right_steps)] == [0, 1]


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
