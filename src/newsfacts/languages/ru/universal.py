"""From the dictionary's tags to Universal Dependencies: parts of speech and features.

OpenCorpora's grammemes are at https://opencorpora.org/dict.php?act=gram, the universal parts of speech and features at
https://universaldependencies.org/u/pos/ and https://universaldependencies.org/u/feat/. What has
no counterpart there is left out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.language import shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pymorphy3.tagset import OpencorporaTag

__all__ = ["Grammar", "grammar_of", "grammemes_for"]

# The part of speech, and the features that come with it.
_PARTS_OF_SPEECH: dict[str, tuple[str, ...]] = {
    "NOUN": ("NOUN",),
    "NPRO": ("PRON",),
    "ADJF": ("ADJ",),
    "ADJS": ("ADJ", "Variant=Short"),
    "COMP": ("ADJ", "Degree=Cmp"),
    "NUMR": ("NUM", "NumForm=Word"),
    "ADVB": ("ADV",),
    "PRED": ("ADV", "AdvType=Sta"),
    "VERB": ("VERB", "VerbForm=Fin"),
    "INFN": ("VERB", "VerbForm=Inf"),
    "GRND": ("VERB", "VerbForm=Conv"),
    "PRTF": ("VERB", "VerbForm=Part"),
    "PRTS": ("VERB", "VerbForm=Part", "Variant=Short"),
    "PREP": ("ADP",),
    "CONJ": ("CCONJ",),
    "PRCL": ("PART",),
    "INTJ": ("INTJ",),
}
# What is no word has no part of speech in the dictionary, and one of these tags.
_NO_WORDS: dict[str, tuple[str, ...]] = {
    "LATN": ("X", "Foreign=Yes"),
    "NUMB": ("NUM", "NumForm=Digit"),
    "ROMN": ("NUM", "NumForm=Roman"),
    "PNCT": ("PUNCT",),
}
# A pronoun that agrees as an adjective does («этот»).
_DETERMINER = "Apro"
_CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "gen1": "Gen",
    "gen2": "Par",
    "datv": "Dat",
    "accs": "Acc",
    "acc2": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "loc1": "Loc",
    "loc2": "Loc",
    "voct": "Voc",
}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_FEATURES = {
    **{grammeme: f"Case={value}" for grammeme, value in _CASES.items()},
    **{grammeme: f"Number={value}" for grammeme, value in _NUMBERS.items()},
    **{grammeme: f"Gender={value}" for grammeme, value in _GENDERS.items()},
    "ms-f": "Gender=Fem,Masc",
    "anim": "Animacy=Anim",
    "inan": "Animacy=Inan",
    "Name": "NameType=Giv",
    "Surn": "NameType=Sur",
    "Patr": "NameType=Pat",
    "Geox": "NameType=Geo",
    "Orgn": "NameType=Com",
    "Trad": "NameType=Pro",
    "Abbr": "Abbr=Yes",
    "Anum": "NumType=Ord",
    "Coll": "NumType=Sets",
    "Poss": "Poss=Yes",
    "Supr": "Degree=Sup",
    "1per": "Person=1",
    "2per": "Person=2",
    "3per": "Person=3",
    "past": "Tense=Past",
    "pres": "Tense=Pres",
    "futr": "Tense=Fut",
    "indc": "Mood=Ind",
    "impr": "Mood=Imp",
    "perf": "Aspect=Perf",
    "impf": "Aspect=Imp",
    "actv": "Voice=Act",
    "pssv": "Voice=Pass",
    "intr": "Subcat=Intr",
    "tran": "Subcat=Tran",
    "Infr": "Style=Coll",
    "Slng": "Style=Slng",
    "Arch": "Style=Arch",
    "Erro": "Typo=Yes",
}
_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad"))
# The grammeme that asks for a form with a feature; of several the dictionary's main one.
_GRAMMEMES = {feature: grammeme for grammeme, feature in reversed(_FEATURES.items())}


class Grammar(NamedTuple):
    """What a tag says of every form that has it: the middle fields of a reading."""

    pos: str
    case: str | None
    number: str | None
    gender: str | None
    features: frozenset[str]


@cache
def grammar_of(tag: OpencorporaTag) -> Grammar:
    """Part of speech and features of a tag.

    Conjunctions are all coordinating (CCONJ): the dictionary does not part them.
    """
    grammemes = tag.grammemes
    if tag.POS is None:
        pos, *features = next((_NO_WORDS[grammeme] for grammeme in _NO_WORDS if grammeme in grammemes), ("X",))
    else:
        pos, *features = _PARTS_OF_SPEECH[str(tag.POS)]
    if pos == "NOUN" and not _PROPER.isdisjoint(grammemes):
        pos = "PROPN"
    elif pos == "ADJ" and _DETERMINER in grammemes:
        pos = "DET"
    features += map(_FEATURES.__getitem__, _FEATURES.keys() & grammemes)
    case, number, gender = _CASES.get(str(tag.case)), _NUMBERS.get(str(tag.number)), _GENDERS.get(str(tag.gender))
    return Grammar(pos, case, number, gender, shared(features))


def grammemes_for(features: Iterable[str]) -> frozenset[str] | None:
    """The grammemes of the forms that have some features; None where no form has one of them."""
    found = [_GRAMMEMES.get(feature) for feature in features]
    return None if None in found else frozenset(filter(None, found))
