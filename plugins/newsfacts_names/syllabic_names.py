"""Names of syllables, the family's first («Ким Чен Ын», «То Лам»), which a labeller trained on other names overlooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Analysis, fold
from newsfacts_names.candidates import Candidate, is_inside_sentence
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import PERSONAL

__all__ = ["with_syllabic_names"]

# In words; the family and one or two syllables, or a family and a given name of two.
_SHORTEST, _LONGEST = 2, 3
_ANIMATE = "Animacy=Anim"


def with_syllabic_names(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon
) -> list[str]:
    """The labels, with persons whose names are of syllables.

    A name of three words is one anywhere. One of two is one after an office or a place («президент Вьетнама То Лам»), and so
    are its other forms in the article; and one whose family is a letter is one inside a sentence («заявил У Бо»). What is
    labelled as one name and is two of them is parted («сестру Ким Чен Ына | Ким Ё Чжон»).
    """
    chains = list(_chains(analysis, candidates, list(labels), lexicon))
    certain = [
        (first, last)
        for first, last in chains
        if _has_office(analysis, candidates, first)
        or (len(candidates[first].token.text) == 1 and is_inside_sentence(analysis, candidates[first].position))
        or (last - first == _LONGEST - 1 and fold(candidates[first].token.text) not in analysis.language.function_words)
    ]
    known = {_key(candidates, *chain, lexicon) for chain in certain}
    mended = list(labels)
    for first, last in chains:
        if _key(candidates, first, last, lexicon) in known:
            mended[first : last + 1] = "P" + "p" * (last - first)
            if mended[last + 1 : last + 2] == ["r"]:
                mended[last + 1] = "R"  # what follows the person is another body
    for second in _second_names(candidates, mended, lexicon):
        mended[second] = "P"
    return mended


def _second_names(candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon) -> Iterator[int]:
    """Where a name of syllables begins right behind another one that has the two syllables of its given name."""
    for first, label in enumerate(labels):
        end = first + 1
        while label == "P" and labels[end : end + 1] == ["p"]:
            end += 1
        words = [candidate.token.text for candidate in candidates[first:end]]
        if label != "P" or words[0] not in lexicon.syllabic_families or not all(map(lexicon.is_syllabic, words)):
            continue
        begins = [at for at in (_LONGEST, _SHORTEST) if len(words) - at >= _SHORTEST and words[at] in lexicon.syllabic_families]
        yield from [first + at for at in begins[:1]]


def _chains(
    analysis: Analysis, candidates: Sequence[Candidate], labels: list[str], lexicon: NameLexicon
) -> Iterator[tuple[int, int]]:
    """The places of the first and the last words of what may be such names and is not labelled as a person.

    What is labelled as a person's beginning is a syllable too, if the dictionary has it not as a name.
    """
    at = 0
    while at < len(candidates):
        first, at = at, at + 1
        if labels[first] in "Pp" or candidates[first].token.text not in lexicon.syllabic_families:
            continue
        while at < len(candidates) and at - first < _LONGEST and candidates[at].adjacent:
            word = candidates[at].token.text
            begins_name = labels[at : at + 2] == ["P", "p"] and (
                _is_known(analysis, word)
                # «Сон | Джун Хо»: a given name, but no surname behind it
                and (lexicon.syllables(word) > 1 or _is_known(analysis, candidates[at + 1].token.text))
            )
            if begins_name or not lexicon.is_syllabic(word):
                break
            at += 1
        goes_on = at < len(candidates) and candidates[at].adjacent and labels[at] in "Op"
        if at - first >= _SHORTEST and not goes_on:
            yield first, at - 1


def _is_known(analysis: Analysis, word: str) -> bool:
    """Whether the dictionary has a word as a person's name."""
    return any(r.known and r.features & PERSONAL for r in analysis.readings(word))


def _has_office(analysis: Analysis, candidates: Sequence[Candidate], at: int) -> bool:
    """Whether the word before is an office, or a place or an abbreviation that belongs to one."""
    position = candidates[at].position
    if not position:
        return False
    before = analysis.tokens[position - 1].text
    if candidates[at].adjacent and (before.isupper() or analysis.language.is_place(before)):
        return True
    first = analysis.readings(before)[0]
    return _ANIMATE in first.features and not first.features & PERSONAL


def _key(candidates: Sequence[Candidate], first: int, last: int, lexicon: NameLexicon) -> tuple[str, ...]:
    """What all forms of a name have in common: only its last word is declined."""
    words = [fold(candidate.token.text) for candidate in candidates[first : last + 1]]
    return (*words[:-1], words[-1].rstrip(lexicon.given_name_ends))
