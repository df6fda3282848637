"""Where a title begins and ends: the words around a role noun that belong to it («первый заместитель министра обороны РФ»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from newsfacts.linear import LinearModel
from newsfacts_titles.heads import find_heads
from newsfacts_titles.text_units import NOTHING, TextUnits, TitlePhrase
from newsfacts_titles.traits import ADJECTIVES, PERSON, PUNCTUATION, Cases, RoleNoun, Traits
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["expand", "find_titles", "left_steps", "right_steps"]

# How many steps a phrase may go to the right; hardly any title is longer.
_MOST_RIGHT = 18
# From here on distances are one to the features.
_FAR_RIGHT = 6
_FAR_LEFT = 3
# Categories that a phrase never ends with.
_BINDERS = frozenset(("CCONJ", "ADP", "PART", ","))
# Punctuation that a phrase may go on over.
_INNER_MARKS = (",", "-")


def find_titles(units: TextUnits, models: Mapping[str, LinearModel]) -> list[TitlePhrase]:
    """The titles of a text, in order; a role noun that another one's title takes in before it has none of its own.

    Nor has one in a quoted name in a title («партнёр бюро „Орлов и партнёры“»).

    Args:
        units: The text.
        models: Those of the decisions ``left`` and ``right``.
    """
    titles: list[TitlePhrase] = []
    quoted: set[int] = set()
    for head in find_heads(units):
        if head not in quoted:
            titles.append(expand(units, head, models))
            quoted.update(index for first, after in units.quoted_in(titles[-1]) for index in range(first, after))
    # «chief executive», «deputy prime minister» and «ведущий инженер» (a leading engineer) are one title each
    nouns_modify = units.vocabulary.grammar.nouns_modify
    return [
        title
        for title, after in pairwise([*titles, None])
        if title and (after is None or title.head < after.first or not (nouns_modify or title.role.adjectival))
    ]


def expand(units: TextUnits, head: int, models: Mapping[str, LinearModel]) -> TitlePhrase:
    """The title around a role noun.

    Args:
        units: The text.
        head: The role noun's token.
        models: Those of the decisions ``left`` and ``right``.
    """
    begin, last = _first(units, head, models["left"]), _last(units, head, models["right"])
    acting = units.acting_before(begin)
    first = begin - acting
    start = units.tokens[first].start
    if first == head:
        start += units.vocabulary.former_prefix(units.tokens[head].text)
    role = units.role_at(head)
    one = units.one_of_before(first) if role.plural else None
    return TitlePhrase(
        start=start,
        end=units.tokens[last - 1].end,
        first=first,
        last=last,
        lead=units.formerly_before(first, last),
        head=head,
        acting=acting,
        role=role.in_cases(_of_one(one.cases)) if one else role,
        appoints=role.stands_apart and not one and units.appointed_after(first),
        shared=role.plural and not one,
    )


def _of_one(cases: Cases) -> Cases:
    """The cases that a word for one has in the singular («одним»: of one, to some); all where it has none."""
    return frozenset([(case, number) for case, number in cases if number == "Sing"]) or cases


def _last(units: TextUnits, head: int, model: LinearModel) -> int:
    """The index after a phrase's last token; conjunctions, prepositions and commas at the end are left out."""
    last = units.after_role(head)
    for end, features in right_steps(units, head):
        if model.total(features) < 0:
            break
        last = end
    while units.traits(last - 1).category in _BINDERS:
        last -= 1
    return _place_behind(units, units.role_at(head), last) or last


def _place_behind(units: TextUnits, role: RoleNoun, last: int) -> int | None:
    """The end of a place with its preposition that follows a phrase and can only belong to it, or None.

    It belongs to an envoy («стал послом | в Бразилии», to Brazil), and to anybody where a name follows («представитель
    | в Бразилии | Анна Ким»).
    """
    ahead = units.units_after(last - 1)
    preposition, _ = next(ahead)
    if preposition.category != "ADP":
        return None
    (place, end), (name, _) = next(ahead), next(ahead)
    is_envoy = role.lemma in units.vocabulary.lexicon.envoys
    return end if place.place and (is_envoy or name.shape == PERSON) else None


def _first(units: TextUnits, head: int, model: LinearModel) -> int:
    """The index of a phrase's first word."""
    first = head
    is_office = units.role_at(head).group == "offices"
    for start, features in left_steps(units, head):
        # The adjective of a place always belongs to an office («белорусский вице-премьер»).
        if not (is_office and units.place_before(start)) and model.total(features) < 0:
            break
        first = start
    return units.body_with_place(first)


def right_steps(units: TextUnits, head: int) -> Iterator[tuple[int, list[str]]]:
    """Each step that a phrase may go on to the right: the index after the unit, and the features."""
    role, before = units.role_at(head), units.traits(head)
    ahead = units.units_after(units.after_role(head) - 1)
    here, end = next(ahead)
    for distance in range(1, _MOST_RIGHT):
        if here is NOTHING or (here.shape == PUNCTUATION and here.key not in _INNER_MARKS):
            return
        if here.category in ("CCONJ", ",") and _begins_title(units, end, role):
            return
        if here.role and here.role.stands_apart:
            return
        if here.shape == PERSON and role.stands_apart and units.appointed_after(head):
            return
        after, after_end = next(ahead)
        if here.role and after.shape == PERSON and before.category == "ADP" and units.vocabulary.grammar.nouns_modify:
            return  # «a spokesman for | Gov. Ann Lee»
        if here.category == "ADP" and after.key in units.vocabulary.lexicon.circumstances:
            return
        yield end, _right_features(role, before, here, after, distance)
        before, here, end = here, after, after_end


def _begins_title(units: TextUnits, index: int, role: RoleNoun) -> bool:
    """Whether another title in the case of the first one begins with a token («президент | и председатель правления»)."""
    while not units.breaks(index):
        here = units.traits(index)
        if other := here.role:
            return not role.cases.isdisjoint(other.cases)
        if here.category not in ADJECTIVES:
            return False
        index += 1
    return False


def left_steps(units: TextUnits, head: int) -> Iterator[tuple[int, list[str]]]:
    """Each step that a phrase may begin further left: the index of the word, and the features."""
    role, after = units.role_at(head), units.traits(head)
    lexicon = units.vocabulary.lexicon
    # Before nouns «former» stands before the whole title; among Russian adjectives the model decides.
    barred = lexicon.former | lexicon.acting | lexicon.future if units.vocabulary.grammar.nouns_modify else frozenset()
    index = head
    for distance in range(1, units.vocabulary.grammar.reach + 1):
        if units.breaks(index) or units.acting_before(index):
            return
        here, index = units.unit_before(index)
        if here.key in barred:
            return
        before = NOTHING if units.breaks(index) else units.unit_before(index)[0]
        yield index, _left_features(role, before, here, after, distance, _qualifies(here, role, units.vocabulary))
        after = here


def _qualifies(word: Traits, role: RoleNoun, vocabulary: Vocabulary) -> bool:
    """Whether a word may be an adjective that makes a position of a role noun; some are role nouns themselves («ведущий»).

    An ordinal makes one of a noun that has a number («второй пилот», co-pilot).
    """
    lexicon = vocabulary.lexicon
    if word.key in lexicon.ordinals and role.lemma in lexicon.numbered:
        return True
    return word.key in vocabulary.qualifying or (word.role is not None and word.role.lemma in lexicon.qualifying)


def _right_features(head: RoleNoun, before: Traits, here: Traits, after: Traits, distance: int) -> list[str]:
    """What shows whether a phrase goes on to the right."""
    lemma, tag, key = head.lemma, here.tag, here.key
    first = "1" if distance == 1 else ""
    return [
        "b",
        f"t{tag}",
        f"s{here.shape}{tag}",
        f"k{min(distance, _FAR_RIGHT)}{tag}",
        f"a{key}",
        f"h{lemma}|{key}",
        f"i{first}{lemma}|{tag}",
        f"g{first}{head.group}|{tag}",
        f"p{before.tag}|{tag}",
        f"q{before.key}|{key}",
        f"r{before.key}|{tag}",
        f"n{tag}|{after.tag}",
        f"m{key}|{after.tag}",
        f"o{here.shape}|{after.shape}|{before.shape}",
        f"u{here.shape}{here.kind}|{after.kind}{after.category}",
        f"v{head.group}|{here.kind}{tag}",
        f"w{head.group}|{before.kind}|{here.kind or here.category}|{after.kind}",
        f"x{key}|{after.kind}",
        f"y{lemma}|{here.kind}",
    ]


def _left_features(head: RoleNoun, before: Traits, here: Traits, after: Traits, distance: int, qualifies: bool) -> list[str]:
    """What shows whether a phrase begins further left."""
    lemma, tag, key = head.lemma, here.tag, here.key
    agrees = "=" if here.cases & head.cases else ""
    return [
        "b",
        f"t{agrees}{tag}",
        f"a{key}",
        f"h{lemma}|{key}",
        f"g{head.group}|{key}",
        f"f{head.group}|{key[-4:]}{agrees}",
        f"d{lemma}|{key[-3:]}{agrees}",
        f"p{before.tag}|{tag}",
        f"q{key}|{after.key}",
        f"k{min(distance, _FAR_LEFT)}{tag}{agrees}",
        *([f"j{agrees}"] if qualifies else ()),
    ]
