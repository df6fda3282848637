"""Title phrases: the words around a role noun that belong to it («первый заместитель министра обороны РФ»)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import field, frozen

from newsfacts import Analysis, lexicon
from newsfacts.language import Language, Reading, fold
from newsfacts.quotation import Quotation
from newsfacts_titles.linear import Weights, load_weights, probability

__all__ = ["Lexicon", "Role", "Text", "Title", "Vocabulary", "Word", "expand", "find_heads", "find_titles", "left_steps", "right_steps", "vocabulary"]

_LONGEST_WORD = 40
_LONGEST_NAME = 80
_MOST_LEFT = 4
_MOST_RIGHT = 18
# Words that have cases, and what never ends a phrase.
_NOMINALS = frozenset(("NOUN", "ADJF", "PRTF", "NPRO", "NUMR"))
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_BINDERS = frozenset(("CONJ", "PREP", "PRCL", ","))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


@frozen(kw_only=True)
class Lexicon:
    """The words that the plugin knows in one language; every group is words with white space between.

    Attributes:
        offices: Role nouns that name an office in a body or territory.
        dignities: Sovereigns, nobility and clergy.
        ranks: Ranks of services, and degrees.
        professions: What people do for a living or in public.
        stems: Stems of role nouns that taking an ending off the dictionary form does not give.
        prefixes: What makes a role noun of a role noun.
    """

    offices: frozenset[str] = field(converter=_words)
    dignities: frozenset[str] = field(converter=_words)
    ranks: frozenset[str] = field(converter=_words)
    professions: frozenset[str] = field(converter=_words)
    stems: frozenset[str] = field(converter=_words)
    prefixes: frozenset[str] = field(converter=_words)


@frozen(kw_only=True)
class Role:
    """What a form of a role noun tells.

    Attributes:
        lemma: Its dictionary form, folded.
        group: Its group in the lexicon.
        cases: The cases that it can have as this noun, as (case, number).
        gender: masc, femn or None.
        doubt: How likely the form is another word: 0 no, 3 very.
    """

    lemma: str
    group: str
    cases: frozenset[tuple[str | None, str | None]]
    gender: str | None
    doubt: int

    @property
    def plural(self) -> bool:
        """Whether it can only be a plural."""
        return all(number == "plur" for _, number in self.cases)


@frozen
class Word:
    """What a word form tells by itself.

    Attributes:
        key: Its folded lemma; «#» for a number.
        tag: Part of speech and the initials of the cases that it can have.
        shape: Its letters: small, Capitalised, ALL capitals, latin, digits, punctuation.
        role: The role that it names, or None.
        cases: The cases that it can have, as (case, number).
        genders: The genders that it can have, as (case, gender).
    """

    key: str
    tag: str
    shape: str
    role: Role | None = None
    cases: frozenset[tuple[str | None, str | None]] = frozenset()
    genders: frozenset[tuple[str | None, str | None]] = frozenset()


_NOTHING = Word("", "", "")
_QUOTED = Word("«»", "«»", "«»")
_PERSON = Word("@", "@", "@")


class Vocabulary:
    """A lexicon and a morphology, asked by word form; answers are cached.

    Args:
        language: Its morphology reads the forms.
        words: The lexicon.
    """

    def __init__(self, language: Language, words: Lexicon) -> None:
        self._readings = language.morphology.readings
        self._inflect = language.morphology.inflect
        self._groups = {
            word: name
            for name in ("professions", "dignities", "ranks", "offices")
            for word in getattr(words, name)
        }
        self._prefixes = tuple(sorted(words.prefixes, key=len, reverse=True))
        self._stems = words.stems | {_stem(word) for word in self._groups}
        self.abbreviations = language.abbreviations
        self.word = lru_cache(maxsize=30_000)(self._word)
        self.role = lru_cache(maxsize=60_000)(self._role)

    def _role(self, form: str) -> Role | None:
        """The role that a word form names, or None."""
        if len(form) > _LONGEST_WORD or not form[0].isalpha():
            return None
        low = fold(form)
        parts = low.split("-")
        if not any(self._may_be_role(part) for part in dict.fromkeys((low, parts[0], parts[-1]))):
            return None
        for part in dict.fromkeys((low, parts[-1], parts[0])):
            found = [(lemma, r) for r in self._readings(part) if (lemma := self._lemma(r))]
            if found:
                lemma = found[0][0]
                return Role(
                    lemma=lemma if part in (low, parts[0]) else f"{parts[0]}-{lemma}",
                    group=self._group(lemma),
                    cases=frozenset((r.case, r.number) for _, r in found),
                    gender=found[0][1].gender,
                    doubt=round(3 * (1 - min(1.0, sum(r.score for _, r in found)))),
                )
        return None

    def _lemma(self, reading: Reading) -> str:
        """The role noun that a reading is a form of, or an empty string."""
        if reading.pos == "NOUN":
            lemma = fold(reading.lemma)
        elif reading.pos in _ADJECTIVES and reading.number is not None:
            lemma = fold(self._inflect(reading, "nomn", "masc", "sing") or "")
        else:
            return ""
        return lemma if self._group(lemma) else ""

    def _may_be_role(self, part: str) -> bool:
        return self._has_stem(part) or any(part.startswith(p) and self._has_stem(part[len(p) :]) for p in self._prefixes)

    def _has_stem(self, part: str) -> bool:
        stems = self._stems
        return part in stems or any(part[:-cut] in stems for cut in range(1, min(6, len(part) - 1)))

    def _group(self, lemma: str) -> str:
        """The group of a lemma, or of what it is without a prefix; an empty string for what is no role noun."""
        if group := self._groups.get(lemma):
            return group
        for prefix in self._prefixes:
            if lemma.startswith(prefix):
                rest = lemma[len(prefix) :]
                if group := self._groups.get(rest.lstrip("-")):
                    if rest[0] == "-" or len(rest) > 4:
                        return group
        return ""

    def _word(self, form: str) -> Word:
        """Everything about a word form."""
        if form[0].isdigit():
            return Word("#", "#", "d")
        if not form[0].isalpha():
            return Word(form, form, "p")
        if len(form) > _LONGEST_WORD:
            return Word("", "", "l")
        shape = "l" if form[0].islower() else "U" if form.isupper() and len(form) > 1 else "C"
        if form[0] < "\u0250":
            return Word("", "LATN", shape + "L")
        readings = self._readings(form)
        first = readings[0]
        nominal = [r for r in readings if r.pos in _NOMINALS]
        initials = "".join(sorted({r.case[0] + (r.case[-1] if r.case[0] == "a" else "") for r in nominal if r.case}))
        return Word(
            key=fold(first.lemma),
            tag=f"{first.pos}:{initials}" if first.pos in _NOMINALS else first.pos,
            shape=shape,
            role=self.role(form),
            cases=frozenset((r.case, r.number) for r in nominal),
            genders=frozenset((r.case, r.gender) for r in nominal),
        )


def _stem(word: str) -> str:
    """What stays the same in a role noun's singular and plural forms, at the cost of some length."""
    if word.endswith("ец"):
        return word[:-2]
    return word[:-2] if word[-2:] in ("ий", "ый", "ой", "ая", "яя") else word[:-1] if word[-1] in "аяьйоеи" else word


@lru_cache(maxsize=8)
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language, made once."""
    return Vocabulary(language, lexicon.load("newsfacts_titles", f"data/{language.code}.toml", Lexicon))


@frozen(kw_only=True, eq=False)
class Title:
    """A title phrase in the text.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        first: Index of its first token.
        last: Index after its last token.
        head: Index of its role noun's token.
        role: What the role noun tells.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    role: Role


class Text:
    """An analysed text as units: a quoted name and a person's name count as one word each."""

    def __init__(self, analysis: Analysis, words: Vocabulary) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.words = words
        self.persons = {m.start: m for m in analysis.mentions if m.type == "person"}
        self._analysis = analysis

    @cached_property
    def _quotations(self) -> dict[int, Quotation]:
        return {q.start: q for q in self._analysis.quotations if q.closed and q.end - q.start <= _LONGEST_NAME}

    def role_at(self, index: int) -> Role:
        """The role of a token that is a role noun."""
        role = self.words.role(self.tokens[index].text)
        assert role is not None
        return role

    def unit(self, index: int) -> tuple[Word, int]:
        """The unit that begins with a token, and the index of the token after it."""
        token = self.tokens[index]
        if person := self.persons.get(token.start):
            return _PERSON, self._after(index, person.end)
        if token.text in '«"„“' and (quotation := self._quotations.get(token.start)):
            return _QUOTED, self._after(index, quotation.end)
        after = index + 1
        if (
            token.text.casefold() in self.words.abbreviations
            and after < len(self.tokens)
            and self.tokens[after].text == "."
            and self.tokens[after].start == token.end
        ):
            after += 1
        return self.words.word(token.text), after

    def _after(self, index: int, end: int) -> int:
        while index < len(self.tokens) and self.tokens[index].start < end:
            index += 1
        return index

    def breaks(self, index: int) -> bool:
        """Whether a phrase cannot go on over the gap before a token."""
        if not 0 < index < len(self.tokens):
            return True
        before, here = self.tokens[index - 1], self.tokens[index]
        return here.start - before.end > 2 or "\n" in self.text[before.end : here.start]


def right_features(head: Role, before: Word, here: Word, after: Word, distance: int) -> list[str]:
    """What tells whether a phrase goes on to the right."""
    h, tag, key = head.lemma, here.tag, here.key
    first = "1" if distance == 1 else ""
    return [
        "b",
        f"t{tag}",
        f"s{here.shape}{tag}",
        f"a{key}",
        f"h{h}|{key}",
        f"i{first}{h}|{tag}",
        f"g{first}{head.group}|{tag}",
        f"p{before.tag}|{tag}",
        f"q{before.key}|{key}",
        f"r{before.key}|{tag}",
        f"n{tag}|{after.tag}",
        f"m{key}|{after.tag}",
        f"o{here.shape}|{after.shape}|{before.shape}",
        f"k{min(distance, 6)}{tag}",
    ]


def left_features(head: Role, before: Word, here: Word, after: Word, distance: int) -> list[str]:
    """What tells whether a phrase begins further left."""
    h, tag, key = head.lemma, here.tag, here.key
    agrees = "=" if here.cases & head.cases else ""
    return [
        "b",
        f"t{agrees}{tag}",
        f"s{agrees}{here.shape}{here.tag[:4]}",
        f"a{key}",
        f"h{h}|{key}",
        f"g{head.group}|{key}",
        f"e{key[-4:]}",
        f"f{head.group}|{key[-4:]}{agrees}",
        f"d{h}|{key[-3:]}{agrees}",
        f"p{before.tag}|{tag}",
        f"q{key}|{after.key}",
        f"k{min(distance, 3)}{tag}{agrees}",
        f"j{here.shape}{tag[:4]}{after.shape}",
    ]


def find_titles(analysis: Analysis) -> list[Title]:
    """All title phrases of a text, in order; they may lie within each other."""
    words = vocabulary(analysis.language)
    weights = load_weights(analysis.language.code)
    text = Text(analysis, words)
    return [expand(text, index, weights) for index in find_heads(text)]


def find_heads(text: Text) -> Iterator[int]:
    """The tokens that are role nouns, persons' names left out."""
    role_of = text.words.role
    inside = 0
    for index, token in enumerate(text.tokens):
        if token.start in text.persons:
            inside = text.persons[token.start].end
        if token.start >= inside and (role := role_of(token.text)) and not _belies(text, index, role):
            yield index


def _belies(text: Text, index: int, role: Role) -> bool:
    """Whether the adjective before shows that an ambiguous form is no role noun («внешней политике»)."""
    if not role.doubt or text.breaks(index):
        return False
    here, before = text.words.word(text.tokens[index].text), text.words.word(text.tokens[index - 1].text)
    if before.tag[:4] not in _ADJECTIVES:
        return False
    return bool(before.cases & here.cases) and not any(
        (case, number) in before.cases
        and (number == "plur" or role.gender is None or (case, role.gender) in before.genders)
        for case, number in role.cases
    )


def expand(text: Text, head: int, weights: dict[str, Weights]) -> Title:
    """The phrase around a role noun."""
    last = head + 1
    for end, features in right_steps(text, head):
        if probability(weights["right"], features) < 0.5:
            break
        last = end
    last = _trimmed(text, head, last)
    first = head
    for start, features in left_steps(text, head):
        if probability(weights["left"], features) < 0.5:
            break
        first = start
    return Title(
        start=text.tokens[first].start,
        end=text.tokens[last - 1].end,
        first=first,
        last=last,
        head=head,
        role=text.role_at(head),
    )


def _trimmed(text: Text, head: int, last: int) -> int:
    """The end of a phrase without conjunctions, prepositions and commas at its end."""
    while last > head + 1 and text.words.word(text.tokens[last - 1].text).tag in _BINDERS:
        last -= 1
    return last


def right_steps(text: Text, head: int) -> Iterator[tuple[int, list[str]]]:
    """Each step that a phrase may go on to the right: the index after the unit, and the features."""
    role, before = text.role_at(head), text.words.word(text.tokens[head].text)
    index = head + 1
    for distance in range(1, _MOST_RIGHT):
        if text.breaks(index):
            return
        here, end = text.unit(index)
        if here.shape == "p" and here.key not in (",", "-"):
            return
        after = _NOTHING if text.breaks(end) else text.unit(end)[0]
        yield end, right_features(role, before, here, after, distance)
        before, index = here, end


def left_steps(text: Text, head: int) -> Iterator[tuple[int, list[str]]]:
    """Each step that a phrase may begin further left: the index of the word, and the features."""
    role, after = text.role_at(head), text.words.word(text.tokens[head].text)
    for distance in range(1, _MOST_LEFT + 1):
        index = head - distance
        if index < 0 or text.breaks(index + 1):
            return
        here = text.words.word(text.tokens[index].text)
        if here.shape == "p":
            return
        before = _NOTHING if text.breaks(index) else text.words.word(text.tokens[index - 1].text)
        yield index, left_features(role, before, here, after, distance)
        after = here
