"""What a title phrase says: the position, the body and the place that it belongs to, and whether it is held now."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from newsfacts_titles.phrases import Text, Title
from newsfacts_titles.vocabulary import ADJECTIVES, Role, Word

__all__ = ["Parts", "Status", "status_of", "take_apart"]

Status = Literal["current", "former", "acting", "future"]


@frozen(kw_only=True)
class Parts:
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


def take_apart(text: Text, title: Title) -> Parts:
    """Tell position, body and place of a title phrase apart."""
    first, head = _proper_start(text, title)
    role = title.role if head == title.head else text.role_at(head)
    local = [i for i in range(first, head) if text.place_of_adjective(i)]
    names = _find_names(text, head + 1, title.last, role)
    body, territory = names.body, names.place
    place = text.place_of_adjective(local[0]) if local else None
    if not local and title.first and text.agree(title.first - 1, title.head):
        place = text.place_of_adjective(title.first - 1)
    if body:
        place = place or _place_within(text, body)
    if territory and not (body and body.first <= territory.first < body.last):
        place = _nominative(text, territory)
    further = _further_places(text, territory.last, title.last) if territory and role.plural else ()
    out = set(local)
    for name in (body, territory, *further):
        if name:
            out.update(range(name.first, name.last))
    final = title.last - 1
    if not place and not body and final > head + 1 and text.word(final).key in text.words.lexicon.generic:
        # «глава российского государства» names the place, «министр обороны страны» has it from elsewhere.
        place = text.place_of_adjective(final - 1)
        out.add(final - 1 if place else final)
    kept = [i for i in range(first, title.last) if i not in out]
    while kept and kept[-1] > head and text.word(kept[-1]).category in ("ADP", "CCONJ", ","):
        kept.pop()
    return Parts(
        position=_position(text, kept, head, role),
        organization=_nominative(text, body) if body else None,
        place=place,
        further=tuple(_nominative(text, name) for name in further),
    )


def _further_places(text: Text, first: int, last: int) -> tuple[_Name, ...]:
    """The places that follow the first one in an enumeration."""
    return tuple(_Name(i, i, i + 1) for i in range(first, last) if text.word(i).place)


def _proper_start(text: Text, title: Title) -> tuple[int, int]:
    """The first token and the head of the position itself: what follows «исполняющий обязанности», «врио», «и. о.»."""
    role, head = title.role, title.head
    first = next((i for i in range(title.first, head + 1) if not _is_mark_of_acting(text, i)), head)
    if role.lemma in text.words.lexicon.acting:
        inner = next((i for i in range(head + 1, title.last) if text.words.role(text.tokens[i].text)), None)
        if inner is not None:
            first = inner
            while first - 1 > head and text.word(first - 1).category in ADJECTIVES:
                first -= 1
            head = inner
    return first, head


def _is_mark_of_acting(text: Text, index: int) -> bool:
    """Whether a token is a letter or stop of «и. о.»."""
    return len(text.tokens[index].text) == 1


@frozen
class _Name:
    """The tokens of a name in a phrase, and its noun: what follows the noun depends on it."""

    first: int
    noun: int
    last: int


@frozen
class _Names:
    """The body and the place in a phrase."""

    body: _Name | None
    place: _Name | None


def _find_names(text: Text, first: int, last: int, role: Role) -> _Names:
    """The body and the place in what follows the head."""
    part: _Name | None = None
    place: _Name | None = None
    begin: int | None = None  # where the adjectives before the next noun begin
    index = first
    while index < last:
        word, after = text.unit(index)
        if (word.category in ADJECTIVES and word.key not in text.words.lexicon.bodies) or word.shape == "d":
            begin = index if begin is None else begin
            index = after
            continue
        start = index if begin is None else begin
        begin = None
        if word.category in ("ADP", "CCONJ", "PART", ",") or word.shape in ("p", "@"):
            index = after
            continue
        kind = _kind(text, start, index, last, role)
        if kind == "part" and part is None:
            part = _Name(start, index, last)
        elif kind == "place" and place is None:
            place = _Name(start, index, _end_of_place(text, index, last))
            if part is None:
                index = place.last
                continue
        elif kind == "body":
            if part is not None and word.shape == "«»" and index == part.noun + 1:
                return _Names(part, place)
            return _Names(_Name(start, index, last if part is None else _end_of_body(text, index, last)), place)
        index = after
    return _Names(part, place)


def _kind(text: Text, start: int, index: int, last: int, role: Role) -> str:
    """Whether a noun with its adjectives begins a body, a body's part, a place, or none of them."""
    word = text.unit(index)[0]
    lexicon = text.words.lexicon
    capital = any(text.word(i).shape not in ("l", "d") for i in range(start, index + 1))
    if word.shape in ("«»", "CL", "UL", "lL"):
        return "body"
    if word.place:
        return "place"
    if word.key in lexicon.territories:
        named = capital or (index + 1 < last and text.word(index + 1).place)
        return "place" if named or any(text.place_of_adjective(i) for i in range(start, index)) else ""
    if word.key in lexicon.parts and (word.shape == "l" or word.key not in lexicon.bodies):
        return "part"
    if word.role and word.shape == "l":
        return ""
    if word.key in lexicon.bodies:
        named = capital or any(text.word(i).shape != "l" for i in range(index + 1, last))
        return "body" if named or role.group == "offices" else ""
    return "body" if capital and role.group != "dignities" else ""


def _end_of_place(text: Text, index: int, last: int) -> int:
    """The end of a place's name: «города Москвы», «Республики Татарстан»."""
    end = index + 1
    while end < last and text.word(end).place and text.word(index).key in text.words.lexicon.territories:
        end += 1
    return end


def _end_of_body(text: Text, index: int, last: int) -> int:
    """The end of a body's name before what belongs to its part again: «комитета Госдумы | по экологии»."""
    while index < last:
        word, after = text.unit(index)
        if word.category == "ADP":
            return index
        index = after
    return last


def _place_within(text: Text, body: _Name) -> str | None:
    """The place that a body's name ends with or that an adjective in it names."""
    if place := text.place_of_adjective(body.first):
        return place
    final = body.last - 1
    return _nominative(text, _Name(final, final, body.last)) if final > body.first and text.word(final).place else None


def _nominative(text: Text, name: _Name) -> str:
    """A name in the nominative: its noun and the adjectives before it change, the rest stays."""
    start, end = text.tokens[name.first].start, text.unit_end(name.noun)
    return text.language.nominative(text.text[start:end]) + text.text[end : text.tokens[name.last - 1].end]


def _position(text: Text, kept: list[int], head: int, role: Role) -> str:
    """The words of the position in the nominative, of a plural in the singular."""
    pieces: list[str] = []
    for index in kept:
        token = text.tokens[index]
        word = token.text
        if index == head:
            word = word[text.words.former_prefix(word) :]
        if pieces and (token.start > text.tokens[index - 1].end or index - 1 not in kept):
            pieces.append(" ")
        pieces.append(word)
    phrase = "".join(pieces)
    phrase = _singular(text, kept, head, role, phrase) if role.plural else text.language.nominative(phrase)
    return phrase[0].lower() + phrase[1:] if phrase[1:2].islower() or len(phrase) == 1 else phrase


def _singular(text: Text, kept: list[int], head: int, role: Role, phrase: str) -> str:
    """A phrase in the plural as what one of its holders is."""
    morphology = text.language.morphology
    for index in kept:
        if index > head:
            break
        word = text.tokens[index].text
        for reading in morphology.readings(word):
            if reading.number == "Plur" and (index == head or reading.is_attributive):
                features = ["Case=Nom", "Number=Sing"]
                if not reading.is_noun:
                    features.append(f"Gender={role.gender or 'Masc'}")
                if form := morphology.inflect(reading, *features):
                    phrase = phrase.replace(word, form, 1)
                break
    return phrase


def status_of(text: Text, title: Title) -> Status:
    """Whether a title is held now, as the words around it tell."""
    lexicon = text.words.lexicon
    head = text.tokens[title.head].text
    if text.words.former_prefix(head):
        return "former"
    before = _words_before(text, title.first)
    inside = [text.word(i) for i in range(title.first, title.head + 1)]
    keys = [word.key for word in before[:3]]
    if any(key in lexicon.former for key in (*keys, *(word.key for word in inside))):
        return "former"
    if any(word.key in lexicon.acting or (word.role and word.role.lemma in lexicon.acting) for word in (*before[:2], *inside)):
        return "acting"
    if title.first < title.head and _is_mark_of_acting(text, title.first):
        return "acting"
    if any(key in lexicon.future for key in keys[:2]):
        return "future"
    after = [text.word(i).key for i in range(title.last, min(title.last + 2, len(text.tokens)))]
    if len(after) == 2 and after[1] in lexicon.retired:
        return "former"
    return _status_by_verb(text, title.first)


def _status_by_verb(text: Text, first: int) -> Status:
    """What the verb before a title tells: «был министром», «станет министром», «ушёл с поста министра»."""
    lexicon = text.words.lexicon
    index = first - 1
    while index >= 0 and first - index < 5 and text.word(index).shape != "p":
        word = text.word(index)
        if word.key in lexicon.posts and index and text.word(index - 1).key in lexicon.leaving:
            return "former"
        if word.category == "VERB":
            reading = text.language.morphology.readings(text.tokens[index].text)[0]
            if word.key in lexicon.held and "Tense=Past" in reading.features:
                return "former"
            if word.key in lexicon.taken and "Tense=Fut" in reading.features:
                return "future"
            return "current"
        index -= 1
    return "current"


def _words_before(text: Text, first: int) -> list[Word]:
    """Up to three words before a token, the nearest first, up to the next punctuation mark."""
    words: list[Word] = []
    for index in range(first - 1, max(-1, first - 4), -1):
        word = text.word(index)
        if word.shape == "p":
            break
        words.append(word)
    return words
