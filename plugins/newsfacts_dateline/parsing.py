"""The parts of a dateline at a given place of a text: places, date and agency, each optional, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from attrs import field, frozen

from newsfacts import Language, fold
from newsfacts.lexicon import load

__all__ = ["Grammar", "Parts", "grammar"]

_SPACE = "[ \t\xa0\u202f]"
_DASH = "[-‐‑‒–—―−]"
_QUOTES = '"«»„“”'
_DASHES = "-‐‑‒–—―−"
_TRIM = f" \xa0{_QUOTES},"
# No dateline is longer.
_LONGEST = 200
_SPACED_DASH = re.compile(rf"{_SPACE}?{_DASH}{_SPACE}?")
# What may stand between two parts.
_GAP = re.compile(rf"{_SPACE}*[,.;|]?{_SPACE}*{_DASH}{{0,2}}{_SPACE}*")
_BRACKETS = re.compile(r"/([^/\n]{2,90})/|\(([^()\n]{2,90})\)")
_WORD = r"[^\W\d_]+(?:(?:\.?[-‑]|['’])[^\W\d_]+)*"
_PLACE = re.compile(rf"[{_QUOTES}]?{_WORD}[{_QUOTES}]?(?:{_SPACE}[{_QUOTES}]?{_WORD}[{_QUOTES}]?){{0,4}}")
_NAME = rf"(?:[^\W\d_]\.{_SPACE}?){{0,2}}{_WORD}(?:{_SPACE}{_WORD}){{0,2}}"
_UNKNOWN = re.compile(
    rf"[{_QUOTES}]?[^\W\d_][\w&-]+(?:\.[^\W\d_]{{2,3}}\b|(?:{_SPACE}[{_QUOTES}]?[^\W\d_][\w&-]+){{0,2}})[{_QUOTES}]?(?={_SPACE}*\.)"
)
# Capitalised words that run into a sentence («Борис Орлов сообщил», «Отметим, что»): at most a place, and nothing after it.
_CAPITALIZED = r"[A-ZА-ЯЁ][^\W\d_]*(?:-[^\W\d_]+)*"
_RUN_ON = re.compile(
    rf"(?P<first>[A-ZА-ЯЁ][^\W\d_]*)(?:-[^\W\d_]+)*(?:[ \xa0]{_CAPITALIZED})*"
    r",?[ \xa0](?P<small>[a-zа-яё][^\W\d_]*)(?=[ \xa0,])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r"\S+")
_WORDS = re.compile(r"\w+")
_FIRST_WORD = re.compile(rf"[{_QUOTES}]?(\w+)")


@frozen(kw_only=True)
class DatelineData:
    """A language's data file.

    Attributes:
        agencies: Other forms of each agency's name, by its short form.
        bracketed: Forms that count only between slashes or in brackets.
        roles: Words before an agency's name that are no part of it.
        countries: Names of countries: one beside its city is dropped.
        regions: Last words of names of regions, which are dropped likewise.
        particles: Parts of compound place names in small letters.
        common: Common nouns within place names.
        acronyms: Place names in capitals.
        place_aliases: Full names of places by their abbreviations.
        place_prefixes: What stands for "city of".
        conjunctions: Words between two places or two reporters.
        year_words: Words for "year" behind its number.
        time_zones: Words behind a time of day.
        credits: Words of a line that credits a photograph.
    """

    agencies: dict[str, list[str]]
    roles: list[str] = field(factory=list)
    bracketed: list[str] = field(factory=list)
    countries: list[str] = field(factory=list)
    regions: list[str] = field(factory=list)
    particles: list[str] = field(factory=list)
    common: list[str] = field(factory=list)
    acronyms: list[str] = field(factory=list)
    place_aliases: dict[str, str] = field(factory=dict)
    place_prefixes: list[str] = field(factory=list)
    conjunctions: list[str] = field(factory=list)
    year_words: list[str] = field(factory=list)
    time_zones: list[str] = field(factory=list)
    credits: list[str] = field(factory=list)


class Parts(NamedTuple):
    """The parts of what may be a dateline.

    Attributes:
        start: Where it begins.
        end: Where it ends, the mark that ends it left out.
        places: The places as they are written.
        day_month: Day and month as they are written.
        year: The year as it is written.
        agency: The agency's short form, or its words where it is not a known one.
        known: Whether the agency is a known one.
        bracketed: Whether the agency stands between slashes or in brackets.
    """

    start: int
    end: int
    places: tuple[str, ...] = ()
    day_month: str | None = None
    year: str | None = None
    agency: str | None = None
    known: bool = False
    bracketed: bool = False


class _Line:
    """A line of the text, from where a dateline may begin.

    Attributes:
        text: The whole text.
        end: Where the line ends, or where no dateline would go on.
        small: Whether it is all in small letters, so that capitals tell nothing.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.small = text[start:end].islower()


class Grammar:
    """How datelines are written in one language.

    Args:
        data: The agencies and the words around them.
        language: Tells the months.

    Attributes:
        credits: Finds the credit of a photograph.
    """

    def __init__(self, data: DatelineData, language: Language) -> None:
        year_words = rf"(?:{_SPACE}*(?:{_any_of(data.year_words)})(?![^\W_])\.?)?"
        time = rf"(?:,?{_SPACE}*\d{{1,2}}:\d{{2}}(?:{_SPACE}*(?:{_any_of(data.time_zones)})(?![^\W_]))?)?"
        self._date_words = re.compile(
            rf"(?<!\d)(?:(?P<day>\d{{1,2}}){_SPACE}*(?P<month>{_any_of(language.months)})(?![^\W_])"
            rf"(?:\.?,?{_SPACE}*(?P<year>\d{{4}})(?!\d){year_words})?"
            rf"|(?P<numeric>\d{{1,2}}\.\d{{1,2}})\.(?P<numeric_year>\d{{4}}|\d{{2}})(?!\d)){time}",
            re.IGNORECASE,
        )
        self.credits = re.compile("|".join(map(re.escape, data.credits)) or r"(?!)", re.IGNORECASE)
        self._names = {_plain(form): name for name, others in data.agencies.items() for form in (name, *others)}
        conjunctions = _any_of(data.conjunctions)
        roles = rf"(?:(?:{_any_of(data.roles)})(?![^\W_])\.?{_SPACE}*)*"
        bare = self._names.keys() - set(map(_plain, data.bracketed))
        # The long pattern of all agencies is tried only where one's first word, or a role, stands.
        self._first_words = frozenset(fold(_WORDS.findall(form)[0]) for form in (*bare, *data.roles))
        self._bare = _agency_pattern(roles, bare)
        self._in_brackets = _agency_pattern(roles, self._names)
        self._roles = re.compile(roles, re.IGNORECASE)
        self._reporters = re.compile(
            rf"(?P<mark>,|{_SPACE}{_DASH})?{_SPACE}+(?i:{roles})"
            rf"(?P<names>{_NAME}(?:(?:,|{_SPACE}(?:{conjunctions})){_SPACE}+{_NAME}){{0,3}})(?={_SPACE}*[.)])"
        )
        self._prefix = re.compile(rf"(?:{_any_of(data.place_prefixes)})\.{_SPACE}*(?=[^\W\d_])", re.IGNORECASE)
        self._and = re.compile(rf"{_SPACE}+(?:{conjunctions}){_SPACE}+", re.IGNORECASE)
        self._countries = frozenset(map(fold, data.countries))
        self._regions = frozenset(map(fold, data.regions))
        self._small = frozenset(map(fold, data.particles))
        self._common = frozenset(map(fold, data.common))
        self._acronyms = {fold(acronym): acronym for acronym in data.acronyms}
        self._aliases = {fold(short): full for short, full in data.place_aliases.items()}

    def may_begin(self, text: str, start: int) -> bool:
        """Whether a dateline may begin at an offset, as far as its first words tell: the cheap test before `parse`."""
        words = _RUN_ON.match(text, start, start + _LONGEST)
        if words is None:
            return True
        first, small = fold(words["first"]), fold(words["small"])
        return first in self._first_words or small in self._first_words or small in self._common

    def parse(self, text: str, start: int) -> Parts:
        """Read the parts of a dateline from an offset on, as far as they go."""
        end = text.find("\n", start, start + _LONGEST)
        line = _Line(text=text, end=min(len(text), start + _LONGEST) if end < 0 else end, start=start)
        whole = text.startswith("(", start)
        parts = Parts(start=start, end=start)
        at, gap = start + whole, ","
        while longer := self._longer(line, at, gap, parts):
            parts = longer
            at, gap = _after_gap(line, parts.end)
        if whole and text.startswith(")", parts.end):
            parts = parts._replace(end=parts.end + 1, bracketed=True)
        return parts

    def _longer(self, line: _Line, at: int, gap: str, parts: Parts) -> Parts | None:
        """The parts with one more that begins at an offset after a gap, or None."""
        for read in (self._date, self._bracketed_agency, self._bare_agency, self._place, self._unknown_agency):
            if longer := read(line, at, gap, parts):
                return longer
        return None

    def _date(self, line: _Line, at: int, gap: str, parts: Parts) -> Parts | None:
        if parts.day_month or (parts.agency and gap != ","):
            return None
        found = self._date_words.match(line.text, at, line.end)
        if not found:
            return None
        words = found["numeric"] or f"{found['day']} {found['month']}"
        return parts._replace(end=found.end(), day_month=words, year=found["year"] or found["numeric_year"])

    def _bracketed_agency(self, line: _Line, at: int, _gap: str, parts: Parts) -> Parts | None:
        """An agency between slashes or in brackets, beside it the reporter; or the country in brackets after a city."""
        found = _BRACKETS.match(line.text, at, line.end)
        if not found or parts.agency:
            return None
        inside = found[1] or found[2]
        agency = self._in_brackets.search(inside)
        if agency is None and parts.places and not parts.day_month:
            return parts._replace(end=found.end()) if _PLACE.fullmatch(inside) and inside[0].isupper() else None
        others = inside if agency is None else inside[: agency.start()] + inside[agency.end() :]
        if any(c.isdigit() for c in others) or not (line.small or _capitalized(self._roles.sub("", others))):
            return None
        if agency:
            return parts._replace(end=found.end(), agency=self._name(agency), known=True, bracketed=True)
        if parts.places and parts.day_month:
            return parts._replace(end=found.end(), agency=self._without_role(inside), bracketed=True)
        return None

    def _bare_agency(self, line: _Line, at: int, gap: str, parts: Parts) -> Parts | None:
        word = None if parts.agency or not gap else _FIRST_WORD.match(line.text, at, line.end)
        found = word and fold(word[1]) in self._first_words and self._bare.match(line.text, at, line.end)
        if not found:
            return None
        end = found.end()
        reporters = self._reporters.match(line.text, end, line.end)
        # Without a mark between the name of a reporter follows only «корр.».
        if reporters and (reporters["mark"] or found["roles"]) and (line.small or _capitalized(reporters["names"])):
            end = reporters.end()
        return parts._replace(end=end, agency=self._name(found), known=True)

    def _place(self, line: _Line, at: int, gap: str, parts: Parts) -> Parts | None:
        slash = line.text.startswith("/", at) and bool(parts.places)
        if not (slash or gap) or ((parts.agency or parts.day_month) and (parts.places or gap != ",")):
            return None
        prefix = self._prefix.match(line.text, at + slash, line.end)
        found = _PLACE.match(line.text, prefix.end() if prefix else at + slash, line.end)
        words = found and (found.group() if line.small else self._leading_capitalized(found.group()))
        if not found or not words:
            return None
        return parts._replace(end=found.start() + len(words), places=(*parts.places, *self._and.split(words)))

    def _leading_capitalized(self, phrase: str) -> str:
        """The words up to the first one in small letters that is no part of a place's name."""
        end = 0
        for word in _SPACED.finditer(phrase):
            if not (word.group().lstrip(_QUOTES)[:1].isupper() or (end and fold(word.group()) in self._common)):
                break
            end = word.end()
        return phrase[:end]

    def _unknown_agency(self, line: _Line, at: int, gap: str, parts: Parts) -> Parts | None:
        """Capitalised words between dash and full stop, if the place is in capitals or they say that it is an agency."""
        if parts.agency or not parts.places or not parts.day_month or not gap or gap[-1] not in _DASHES:
            return None
        found = _UNKNOWN.match(line.text, at, line.end)
        if not found or self._leading_capitalized(found.group()) != found.group():
            return None
        agency = self._without_role(found.group())
        told = all(place.isupper() for place in parts.places) or agency != found.group().strip(_TRIM)
        return parts._replace(end=found.end(), agency=agency) if told else None

    def _without_role(self, words: str) -> str:
        return self._roles.sub("", words.strip(_TRIM), count=1).strip(_TRIM)

    def _name(self, found: re.Match[str]) -> str:
        name = self._names[_plain(found["form"])]
        desk = found["desk"] or ""
        return name + (desk.title() if desk.isupper() else desk)

    def readable_places(self, parts: Parts) -> tuple[str, ...]:
        """The places as readers write them: no capitals throughout, no abbreviations, no country beside its city."""
        places = [self._readable(place) for place in parts.places]
        cities = [place for place in places if not self._is_wider(place)]
        return tuple(cities or places)

    def _is_wider(self, place: str) -> bool:
        return fold(place) in self._countries or fold(place.split()[-1]) in self._regions

    def _readable(self, place: str) -> str:
        if full := self._aliases.get(fold(place)):
            return full
        if not (place.isupper() or place.islower()):
            return place
        words = _LETTERS.findall(place)
        cased = iter([self._cased(word, number) for number, word in enumerate(words)])
        return _LETTERS.sub(lambda _: next(cased), place)

    def _cased(self, word: str, number: int) -> str:
        folded = fold(word)
        if folded in self._acronyms:
            return self._acronyms[folded]
        return word.lower() if number and (folded in self._small or folded in self._common) else word.capitalize()


def _after_gap(line: _Line, at: int) -> tuple[int, str]:
    """Where the next part would begin, and the marks before it; a stop may belong to the part before («2019 г.»)."""
    found = _GAP.match(line.text, at, line.end)
    end = found.end() if found else at
    return end, line.text[at - (line.text[at - 1] == ".") : end].strip()


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language that has a data file."""
    return Grammar(load("newsfacts_dateline", f"data/{language.code}.toml", DatelineData), language)


def _plain(form: str) -> str:
    """An agency's name as it is compared: folded, without quotation marks, dashes and spaces alike."""
    return _SPACED_DASH.sub("-", " ".join(re.sub(f"[{_QUOTES}]", " ", fold(form)).split()))


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word).replace("е", "[её]") for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"


def _agency_pattern(roles: str, forms: Iterable[str]) -> re.Pattern[str]:
    words = _any_of(forms).replace(r"\ ", rf"[\s{_QUOTES}]+").replace(r"\-", rf"{_SPACE}?{_DASH}{_SPACE}?")
    return re.compile(
        rf"(?<![^\W_])[{_QUOTES}]?(?P<roles>{roles})[{_QUOTES}]?(?P<form>{words})(?P<desk>-[^\W\d_]+)?[{_QUOTES}]?(?![^\W_])",
        re.IGNORECASE,
    )


def _capitalized(phrase: str) -> bool:
    """Whether every word begins with a capital, the joining ones apart."""
    return all(word[0].isupper() or len(word) == 1 for word in _LETTERS.findall(phrase))
