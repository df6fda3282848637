"""What datelines of a language are made of: the shape of ``data/<language>.toml``, and what is looked up and matched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from attrs import field, frozen
from attrs.validators import deep_iterable, min_len

from newsfacts import Language, LanguagePack, fold
from newsfacts.lexicon import WrongDataError
from newsfacts.scripts import ALIKE
from newsfacts_dateline.marks import DASH, QUOTES, SPACE, WORD

__all__ = ["DatelineData", "DatelineLexicon", "lexicon_of"]

# A person's name: up to two initials, up to three words.
_NAME = rf"(?:[^\W\d_]\.{SPACE}?){{0,2}}{WORD}(?:{SPACE}{WORD}){{0,2}}"
_SPACED_DASH = re.compile(rf"{SPACE}?{DASH}{SPACE}?")
_WORD_ENDS = r"(?![^\W_])"
_NOTHING = r"(?!)"
_NO_EMPTY_WORDS: Any = deep_iterable(min_len(1))  # such a word would stand everywhere


@frozen(kw_only=True)
class DatelineData:
    """A language's data file.

    Attributes:
        agencies: Other forms of each agency's name, by its short form.
        bracketed: Forms that count only between slashes or in brackets.
        roles: Words before an agency's name that are no part of it.
        countries: Names of countries: one beside its city is dropped.
        states: Names of states and regions that consist of a name alone, which are dropped likewise.
        regions: First or last words of names of regions, which are dropped likewise.
        particles: Parts of compound place names in small letters.
        shortened: Words of place names that are written with a stop («St.»), without it.
        common: Common nouns within place names.
        acronyms: Place names in capitals.
        place_aliases: Full names of places by their abbreviations.
        place_prefixes: Abbreviations before the name of a town («г.»).
        conjunctions: Words between two places or two reporters.
        after_places: Marks between places alone and the sentence after them; none where a dash may stand for a verb.
        ordinals: Endings of the number of a day («3rd»).
        year_words: Words for "year" behind its number.
        weekdays: Names of the days of the week.
        before_time: Words before a time of day.
        time_zones: Words behind a time of day.
        outlets: Beginnings or ends of words in the names of newspapers, sites and agencies.
        credits: Words of a line that credits a photograph.
    """

    agencies: dict[str, list[str]]
    roles: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    bracketed: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    countries: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    states: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    regions: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    particles: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    shortened: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    common: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    acronyms: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    place_aliases: dict[str, str] = field(factory=dict)
    place_prefixes: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    conjunctions: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    after_places: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    ordinals: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    year_words: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    weekdays: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    before_time: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    time_zones: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    outlets: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)
    credits: list[str] = field(factory=list, validator=_NO_EMPTY_WORDS)

    def __attrs_post_init__(self) -> None:
        for name, others in self.agencies.items():
            for form in (name, *others):
                if not re.search(r"\w", form):
                    raise WrongDataError(f"{form!r} is no name of an agency: it has no letter", "agencies", name)


class DatelineLexicon:
    """A language's words of datelines, ready to be looked up and matched.

    Args:
        data: The words.
        language: The language, for its months and the order of day and month.

    Attributes:
        place: Matches up to five words that may name a place, each with quotation marks or without.
        date: Matches a date, of two days the later one, with weekday and time of day: groups ``day`` and ``month`` in words and
            ``year``, the same with ``_turned`` in the other order, or ``numeric`` and ``numeric_year``.
        credits: Finds the credit of a photograph.
        first_words: The folded words with which an agency's name, or a role before it, begins.
        agency_form: Matches a known agency: groups ``roles``, ``form`` and ``desk``, a regional ending («-Юг»).
        outlet: Finds a word of the names of newspapers, sites and agencies, in folded text.
        roles: Matches the roles before an agency's name, which may be none.
        joint: Matches what joins another agency to one («/», «и»).
        joint_within: Matches what joins two between slashes or in brackets, where a dash ends nothing.
        after_agency: Matches what follows a joint agency, and not a reporter of that name («ТАСС, Туран Алиев»).
        reporters: Matches the reporters behind an agency: groups ``mark`` and ``names``.
        place_prefix: Matches what abbreviates "city of" before a name.
        conjunction: Finds what joins two places.
        after_places: The marks between places alone and the sentence after them.
        countries: Folded names of countries, states and regions.
        regions: Folded words that names of regions begin or end with.
        common: Folded common nouns within place names.
        conjunctions: Folded words that join two places.
        within: Folded words that may stand in small letters between those of places.
        in_small_letters: Folded words with which a dateline may go on in small letters.
        small: Folded words of place names that are written small.
        written: How a place's name is written, by its folded short form.
        acronyms: How a name in capitals is written, by its folded form.
        language: The language.
    """

    def __init__(self, data: DatelineData, language: Language) -> None:
        self._agencies = {_plain(form): name for name, others in data.agencies.items() for form in (name, *others)}
        self._bracketed = frozenset(map(_plain, data.bracketed))
        roles = rf"(?:(?:{_any_of(data.roles)}){_WORD_ENDS}\.?{SPACE}*)*"
        conjunctions = _any_of(data.conjunctions)
        self.place = _place_pattern(data)
        self.date = _date_pattern(data, language)
        self.credits = re.compile(_any_of(data.credits), re.IGNORECASE)
        self.first_words = frozenset(fold(re.findall(r"\w+", form)[0]) for form in (*self._agencies, *data.roles))
        self.agency_form = _agency_pattern(roles, self._agencies)
        outlets = _any_of(map(fold, data.outlets))
        self.outlet = re.compile(rf"\b(?:{outlets})|(?:{outlets})\b")
        self.roles = re.compile(roles, re.IGNORECASE)
        self.joint = re.compile(rf"/|{SPACE}*[,&+]{SPACE}*|{SPACE}+(?:{conjunctions}){SPACE}+")
        self.joint_within = re.compile(rf"{SPACE}*(?:[,&+/]|{DASH}){SPACE}*|{SPACE}+(?:{conjunctions}){SPACE}+")
        self.after_agency = re.compile(rf"{SPACE}*(?:[.,:;/&+)]|{DASH}|\Z)|{SPACE}+(?:{conjunctions}){SPACE}")
        self.reporters = re.compile(
            rf"(?P<mark>,|{SPACE}{DASH})?{SPACE}+(?i:{roles})"
            rf"(?P<names>{_NAME}(?:(?:,|{SPACE}(?:{conjunctions})){SPACE}+{_NAME}){{0,3}})(?={SPACE}*[.)])"
        )
        self.place_prefix = re.compile(rf"(?:{_any_of(data.place_prefixes)})\.{SPACE}*(?=[^\W\d_])", re.IGNORECASE)
        self.conjunction = re.compile(rf"{SPACE}+(?:{conjunctions}){SPACE}+", re.IGNORECASE)
        self.conjunctions = frozenset(map(fold, data.conjunctions))
        self.after_places = tuple(data.after_places)
        self.countries = frozenset(map(fold, (*data.countries, *data.states)))
        self.regions = frozenset(map(fold, data.regions))
        self.common = frozenset(map(fold, data.common))
        self.in_small_letters = self.common.union(self.first_words, self.regions, self.conjunctions, map(fold, data.weekdays))
        self.within = self.conjunctions.union(map(fold, data.particles))
        self.small = self.common.union(map(fold, data.particles))
        self.acronyms = {fold(acronym): acronym for acronym in data.acronyms}
        self.language = language
        self.written = {fold(short): full for short, full in data.place_aliases.items()}

    def agency(self, form: str) -> str:
        """The short form of the name of a known agency."""
        return self._agencies[_plain(form)]

    def names_of(self, found: re.Match[str]) -> tuple[str, ...]:
        """The short form of the agency that a match is of, with its regional ending; both of «ТАСС-Рейтер»."""
        name, desk = self.agency(found["form"]), found["desk"] or ""
        if other := self._agencies.get(_plain(desk[1:])):
            return (name, other)
        return (name + desk.title(),)

    def is_bracketed(self, form: str) -> bool:
        """Whether a form is a known agency between slashes or in brackets alone."""
        return _plain(form) in self._bracketed


def _place_pattern(data: DatelineData) -> re.Pattern[str]:
    """The pattern of a place's name, of words and of abbreviations with their stops."""
    abbreviated = [name for name in (*data.countries, *data.states) if name.endswith(".")]
    stopped = "|".join(map(re.escape, sorted((*[f"{word}." for word in data.shortened], *abbreviated), key=len, reverse=True)))
    word = rf"[{QUOTES}]?(?:(?i:{stopped or _NOTHING})|{WORD})[{QUOTES}]?"
    return re.compile(rf"{word}(?:{SPACE}{word}){{0,4}}")


@cache
def lexicon_of(language: Language, pack: LanguagePack | None = None) -> DatelineLexicon:
    """The lexicon of a language.

    Args:
        language: The language.
        pack: Where its data is; without one, in this package.
    """
    pack = pack or LanguagePack(plugin="dateline", language=language.code, package="newsfacts_dateline")
    return pack.lexicon(DatelineData, partial(DatelineLexicon, language=language))


def _date_pattern(data: DatelineData, language: Language) -> re.Pattern[str]:
    """The pattern of a date: day and month in words in either order, in digits in the language's, as the year."""
    weekday = rf"(?:{_any_of(data.weekdays)}){_WORD_ENDS}\.?"
    until = rf"{SPACE}*(?:{DASH}|/|{_any_of(data.conjunctions)}{SPACE}){SPACE}*"
    month = rf"(?:{_any_of(language.months)}){_WORD_ENDS}"
    ordinal = rf"(?!\d)(?:(?:{_any_of(data.ordinals)}){_WORD_ENDS})?"
    number = rf"\d{{1,2}}{ordinal}"
    called_year = rf"(?:{SPACE}*(?:{_any_of(data.year_words)}){_WORD_ENDS}\.?)?"

    def in_words(order: str, turned: str) -> str:
        earlier = _in_order(order, rf"\.?{SPACE}*", D=number, M=month)
        day = rf"(?:{number}{until})?(?P<day{turned}>\d{{1,2}}){ordinal}"
        later = _in_order(order, rf"\.?{SPACE}*", D=day, M=f"(?P<month{turned}>{month})")
        first_day = rf"(?:{earlier}\.?(?:{SPACE}*\d{{4}}{called_year})?{until})?"
        return rf"{first_day}{later}(?:\.?,?{SPACE}*(?P<year{turned}>\d{{4}})(?!\d){called_year})?"

    words = f"{in_words(language.date_order, '')}|{in_words(language.date_order[::-1], '_turned')}"
    digits = [r"(?P<numeric>\d{1,2}[./-]\d{1,2})", r"(?P<numeric_year>\d{4}|\d{2})(?!\d)"]
    if language.date_order.startswith("Y"):
        digits.reverse()
    either = rf"(?:{weekday}|{_hour_pattern(data)})"
    before = rf"(?:{either},?{SPACE}*){{0,2}}"
    behind = rf"(?:,?{SPACE}*(?:{either}|\({either}(?:,?{SPACE}*{either})?\))){{0,2}}"
    return re.compile(rf"(?<!\d){before}(?:{words}|{'[./-]'.join(digits)}){behind}", re.IGNORECASE)


def _in_order(order: str, between: str, **written: str) -> str:
    """The patterns of day (D) and month (M) in an order of dates."""
    return between.join(written[part] for part in order if part in written)


def _hour_pattern(data: DatelineData) -> str:
    """The pattern of a time of day: «18:46 мск», «в 18.46»."""
    zone = rf"(?:{SPACE}*\(?(?:{_any_of(data.time_zones)}){_WORD_ENDS}\)?)?"
    return rf"(?:(?:{_any_of(data.before_time)}){SPACE}+)?\d{{1,2}}[:.]\d{{2}}(?!\d){zone}"


def _agency_pattern(roles: str, forms: Iterable[str]) -> re.Pattern[str]:
    words = _any_of(forms).replace(r"\ ", rf"[\s{QUOTES}]+").replace(r"\-", rf"{SPACE}?{DASH}{SPACE}?")
    return re.compile(
        rf"(?<![^\W_])[{QUOTES}]?(?P<roles>{roles})[{QUOTES}]?(?P<form>{words})(?P<desk>-[^\W\d_]+)?[{QUOTES}]?{_WORD_ENDS}",
        re.IGNORECASE,
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, each letter in the ways in which it may be written."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    for letter, other in ALIKE:
        pattern = pattern.replace(other, f"[{other}{letter}]")
    return pattern or _NOTHING


def _plain(form: str) -> str:
    """An agency's name as it is compared: folded, without quotation marks, dashes and spaces alike."""
    return _SPACED_DASH.sub("-", " ".join(re.sub(f"[{QUOTES}]", " ", fold(form)).split()))
