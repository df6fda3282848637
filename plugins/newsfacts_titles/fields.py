"""What a title says: the position, and the body and the place that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from newsfacts import fold
from newsfacts_titles.phrase_names import PhraseName, PhraseNames, find_names, find_names_before
from newsfacts_titles.text_units import TextUnits, TitlePhrase
from newsfacts_titles.traits import (
    ADJECTIVES,
    CAPITALISED,
    DIGITS,
    PERSON,
    PUNCTUATION,
    QUOTED,
    SMALL,
    RoleNoun,
    Traits,
)

__all__ = ["TitleFields", "body_after", "take_apart"]

# Categories that a position never ends with.
_BINDERS = frozenset(("ADP", "PART", "CCONJ", ","))


@frozen(kw_only=True)
class TitleFields:
    """A title's fields, each in the nominative.

    Attributes:
        position: The position without body and place.
        organization: The body, or None.
        place: The place, or None.
        further: Places named after the first («президенты России и США»).
    """

    position: str
    organization: str | None
    place: str | None
    further: tuple[str, ...] = ()


def take_apart(units: TextUnits, title: TitlePhrase) -> TitleFields:
    """Part a title into position, body and place."""
    first, head = _position_proper(units, title)
    role = units.role_at(head)
    host = _host(units, head, title.last, role)
    names = find_names(units, units.after_role(head), title.last, role)
    adjectives: list[int] = []
    out: set[int] = set()
    if units.vocabulary.grammar.nouns_modify:
        out.update(_owners(units, first, head))
        before = find_names_before(units, first, head)
        names = evolve(names, body=before.body or names.body, place=names.place or before.place)
    elif not host:
        adjectives = [i for i in range(first, head) if _adjectival_place(units, i, role)]
    if host:
        names = evolve(names, place=host)
    further = _further_places(units, names.place.last, title.last) if names.place and role.plural else ()
    out.update(adjectives)
    for name in (names.body, names.place, *further):
        if name:
            out.update(range(name.first, name.last))
    if host:
        out.add(host.first - 1)
    place = _place(units, title, role, adjectives, names)
    final = title.last - 1
    if not place and not names.body and final > head + 1 and units.traits(final).key in units.vocabulary.lexicon.generic:
        # «глава российского государства» names the place, «министр обороны страны» has it from elsewhere.
        place = units.place_before(final - 1)
        out.add(final - 1 if place else final)
    articles = units.vocabulary.lexicon.articles
    out.update([i - 1 for i in out if i > head + 1 and units.traits(i - 1).key in articles])
    for i in range(head + 1, title.last):
        out.update(range(i, units.after_abbreviation(i)))
    kept = [i for i in range(first, title.last) if i not in out]
    while units.traits(kept[-1]).category in _BINDERS:
        kept.pop()
    return TitleFields(
        position=_position(units, kept, head, role),
        organization=_nominative(units, names.body) if names.body else None,
        place=place,
        further=tuple(_nominative(units, name) for name in further),
    )


def body_after(units: TextUnits, end: int) -> str | None:
    """The body that stands after a name and a word of belonging, in the nominative: in quotation marks, or a known one.

    In brackets it stands alone («Орлова (компания „Север“)»).
    """
    first = units.analysis.token_index(end) + 1
    if units.breaks(first) or units.breaks(first - 1):
        return None
    word, after = units.unit(first)
    if word.kind == "body" and not units.breaks(after) and units.unit(after)[0].shape == QUOTED:
        word, after = units.unit(after)
    is_quoted = word.shape == QUOTED
    if units.tokens[first - 1].text == "(":
        is_apart = not units.breaks(after) and units.tokens[after].text == ")"
    else:
        lexicon = units.vocabulary.lexicon
        is_apart = units.traits(first - 1).key in (lexicon.belonging | lexicon.working if is_quoted else lexicon.belonging)
    if not is_apart:
        return None
    if is_quoted:
        return _nominative(units, PhraseName(first, first, after), units.tokens[first - 1].text != "(")
    bodies = [
        m for m in units.analysis.mentions_in(units.tokens[first].start, units.tokens[first].end) if m.type == "organization"
    ]
    if bodies:
        return bodies[0].name
    is_body = units.tokens[first - 1].text != "(" and _is_body_name(units, word)
    return (
        units.language.nominative(units.text[units.tokens[first].start : units.unit_end(first)], genitive=True)
        if is_body
        else None
    )


def _is_body_name(units: TextUnits, word: Traits) -> bool:
    """Whether a single word is a body's name: in other letters, in capitals, or a common noun with one («из Эрмитажа»)."""
    if word.place or word.kind == "territory" or word.shape in (SMALL, DIGITS, PUNCTUATION, PERSON):
        return False
    if word.shape != CAPITALISED:
        return True
    reading = units.analysis.readings(word.form)[0]
    is_thing = reading.pos == "NOUN" and "Animacy=Inan" in reading.features
    return reading.known and (is_thing or "NameType=Com" in reading.features)


def _owners(units: TextUnits, first: int, head: int) -> Iterator[int]:
    """The tokens before a role noun that say whose office it is, not what («Mr. Cole's | campaign manager»).

    They are persons', with how they are addressed, and genitives.
    """
    while first < head:
        word, after = units.unit(first)
        is_genitive = units.language.nominative(word.form) != word.form or ("Gen", "Sing") in word.cases
        if word.shape == PERSON or is_genitive or word.key in units.vocabulary.lexicon.address:
            yield from range(first, min(after, head))
        first = after


def _host(units: TextUnits, head: int, last: int, role: RoleNoun) -> PhraseName | None:
    """The place where an envoy serves, after a preposition; the one that sends them is part of the position."""
    if role.lemma in units.vocabulary.lexicon.envoys:
        for index in range(head + 1, last - 1):
            if units.traits(index).category in ("ADP", "PART") and units.traits(index + 1).place:
                return PhraseName(index + 1, index + 1, index + 2)
    return None


def _position_proper(units: TextUnits, title: TitlePhrase) -> tuple[int, int]:
    """The first token and the head of the position itself: what follows «исполняющий обязанности» or «и. о.» (acting)."""
    first, head = title.first + title.acting, title.head
    if title.role.lemma in units.vocabulary.lexicon.acting:
        for inner in range(head + 1, title.last):
            if units.traits(inner).role:
                first = inner
                while units.traits(first - 1).category in ADJECTIVES:
                    first -= 1
                return first, inner
    return first, head


def _place(units: TextUnits, title: TitlePhrase, role: RoleNoun, adjectives: Sequence[int], names: PhraseNames) -> str | None:
    """The place that an adjective names, in the title or before it, or the body's name, or the title after its role noun."""
    if adjectives:
        return _adjectival_place(units, adjectives[0], role)
    place = None
    if units.agree(title.first - 1, title.head):
        place = _adjectival_place(units, title.first - 1, role)
    if names.body:
        place = place or _place_within(units, names.body)
    if names.place and (units.traits(names.place.first - 1).category == "ADP" or not _lies_in(names.place, names.body)):
        place = _nominative(units, names.place)
    return place


def _lies_in(place: PhraseName, body: PhraseName | None) -> bool:
    return body is not None and body.first <= place.first < body.last


def _adjectival_place(units: TextUnits, index: int, role: RoleNoun) -> str | None:
    """The place of an adjective before a role noun; of whoever governs a region it is the region («курский губернатор»)."""
    lexicon = units.vocabulary.lexicon
    region = lexicon.regions.get(units.traits(index).key) if role.lemma in lexicon.regional else None
    return region or units.place_before(index)


def _place_within(units: TextUnits, body: PhraseName) -> str | None:
    """The place that an adjective in a body's name gives or that the name ends with."""
    if place := units.place_before(body.first):
        return place
    final = body.last - 1
    if units.traits(final).place:
        return _nominative(units, PhraseName(final, final, body.last))
    return None


def _further_places(units: TextUnits, first: int, last: int) -> tuple[PhraseName, ...]:
    """The places that follow the first one in an enumeration."""
    return tuple(PhraseName(i, i, i + 1) for i in range(first, last) if units.traits(i).place)


def _nominative(units: TextUnits, name: PhraseName, genitive: bool = True) -> str:
    """A name in the nominative: its noun and the adjectives before it change, the rest stays.

    Args:
        units: Where it is.
        name: The name.
        genitive: Whether a quoted name depends on something, and so is in the genitive («директор „Техснаба“»).
    """
    if name.last == name.first + 1 and units.vocabulary.grammar.nouns_modify and (place := units.place_before(name.first)):
        return place
    last = units.tokens[name.last - 1].end
    start, end = units.tokens[name.first].start, min(units.unit_end(name.noun), last)
    phrase = units.text[start:end]
    if units.begins_with_nominative_name(name.noun):
        return units.text[start:last]
    is_quoted = units.unit(name.noun)[0].shape == QUOTED
    nominative = units.language.nominative(phrase, genitive=genitive and is_quoted)
    if nominative == phrase and name.first == name.noun and not is_quoted:
        nominative = _of_one(units, name.noun, phrase)
    return nominative + units.text[end:last]


def _of_one(units: TextUnits, index: int, phrase: str) -> str:
    """A noun that may be a nominative plural as the singular whose genitive it is: «владелица | кофейни», not «кофейни»."""
    word = units.tokens[index].text
    readings = units.analysis.readings(word)
    if (readings[0].case, readings[0].number) != ("Nom", "Plur"):
        return phrase
    genitives = [r for r in readings if r.is_noun and (r.case, r.number) == ("Gen", "Sing")]
    singulars = (units.language.morphology.inflect(genitive, "Case=Nom") for genitive in genitives)
    singular = next((noun for noun in singulars if noun and noun != fold(word)), None)
    return phrase.replace(word, singular.capitalize() if word[0].isupper() else singular, 1) if singular else phrase


def _position(units: TextUnits, kept: Sequence[int], head: int, role: RoleNoun) -> str:
    """The words of the position in the nominative, of a plural in the singular."""
    words = [units.tokens[index].text for index in kept]
    noun = kept.index(head)
    words[noun] = words[noun][units.vocabulary.former_prefix(words[noun]) :]
    if role.plural:
        words[: noun + 1] = units.vocabulary.grammar.of_one_holder(words[: noun + 1], role)
    pieces = [words[0]]
    for before, index, word in zip(kept, kept[1:], words[1:], strict=False):
        is_apart = units.tokens[index].start > units.tokens[before].end
        pieces.append(f" {word}" if is_apart else word)
    return units.vocabulary.grammar.without_capitals(units.language.nominative("".join(pieces), animate=True))
