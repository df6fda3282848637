"""The agencies of a dateline, with the reporters who stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts import fold
from newsfacts.scripts import CAPITAL
from newsfacts_dateline.filing_dates import with_date
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.marks import DASHES, QUOTES, SPACE
from newsfacts_dateline.parts import Line, Parts
from newsfacts_dateline.place_names import is_named_region, is_wider

__all__ = ["read_bare_agency", "read_bracketed_agency", "read_unknown_agency"]

_BRACKETS = re.compile(r"/([^/\n]{2,90})/|\(([^()\n]{2,90})\)|\[([^\[\]\n]{2,90})\]")
_FIRST_WORD = re.compile(rf"[{QUOTES}]?(\w+)")
# Up to three words, perhaps with a domain («Полярка.рф»), with a stop behind them.
_UNKNOWN = re.compile(
    rf"[{QUOTES}]?[^\W\d_][\w&-]+(?:{SPACE}[{QUOTES}]?[^\W\d_][\w&-]*){{0,2}}(?:\.[^\W\d_]{{2,3}}\b)?[{QUOTES}]?(?={SPACE}*\.)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TRIM = f" \xa0{QUOTES},"
# A capital within a word, or a domain: so the names of newspapers and sites are written, not those of people or sentences.
_OUTLET = re.compile(rf"\w[{CAPITAL}]|\w\.\w")
_SHORTEST_SIGN = 3  # letters of a station's
_LEAST_STEM = 3  # letters of a town by which it is found in the name of its newspaper


def read_bracketed_agency(line: Line, at: int, _gap: str, parts: Parts) -> Parts | None:
    """Read agencies between slashes or in brackets, the reporter beside them; or the country in brackets after a city."""
    found = _BRACKETS.match(line.text, at, line.end)
    if not found or parts.agencies:
        return None
    lexicon = line.lexicon
    inside, end = found[1] or found[2] or found[3], found.end()
    while found[1] and (more := lexicon.agency_form.match(line.text, end, line.end)) and line.text.startswith("/", more.end()):
        inside, end = f"{inside}/{more.group()}", more.end() + 1
    agencies = list(_joint(lexicon.agency_form.search(inside), inside, len(inside), lexicon, lexicon.joint_within))
    if not (agencies or parts.day_month or _is_outlet_after(inside, parts, lexicon)):
        located = parts.located or is_wider(inside, lexicon)
        return parts._replace(end=end, located=located) if _is_area(inside, lexicon) else None
    others = inside[: agencies[0].start()] + inside[agencies[-1].end() :] if agencies else inside
    if (date := lexicon.date.search(others)) and not _LETTERS.search(others, 0, date.start()):
        parts, others = with_date(parts, date, at), ""  # «(Marketwired - July 23, 2014)»
    if any(c.isdigit() for c in others) or not (line.small or _are_capitalized(lexicon.roles.sub("", others))):
        return None
    if agencies:
        return parts._replace(end=end, agencies=_names(agencies, lexicon), known=True, bracketed=True)
    if parts.places:
        return parts._replace(end=end, agencies=(_without_role(inside, lexicon),), bracketed=True)
    return None


def read_bare_agency(line: Line, at: int, _gap: str, parts: Parts) -> Parts | None:
    """Read known agencies without brackets, and the reporters behind them."""
    lexicon = line.lexicon
    word = None if parts.agencies else _FIRST_WORD.match(line.text, at, line.end)
    # The long pattern of all agencies is tried only where one's first word, or a role, stands.
    found = word and fold(word[1]) in lexicon.first_words and lexicon.agency_form.match(line.text, at, line.end)
    if not found or lexicon.is_bracketed(found["form"]):
        return None
    agencies = list(_joint(found, line.text, line.end, lexicon, lexicon.joint))
    end = agencies[-1].end()
    reporters = lexicon.reporters.match(line.text, end, line.end)
    # Without a mark between, the name of a reporter follows only a role («корр. РИА Новости Анна Белова»).
    if reporters and (reporters["mark"] or found["roles"]) and (line.small or _are_capitalized(reporters["names"])):
        end = reporters.end()
    return parts._replace(end=end, agencies=_names(agencies, lexicon), known=True)


def read_unknown_agency(line: Line, at: int, gap: str, parts: Parts) -> Parts | None:
    """Read an agency that no list has between dash and stop, behind a place in capitals or if it looks like one."""
    if parts.agencies or not gap.endswith(tuple(DASHES)):
        return None
    found = _UNKNOWN.match(line.text, at, line.end)
    if not found or not _is_title(found.group(), line.lexicon) or _is_shortened(found.group(), line.lexicon):
        return None
    agency = _without_role(found.group(), line.lexicon)
    is_agency = parts.in_capitals or agency != found.group().strip(_TRIM) or _is_outlet(agency, parts, line.lexicon)
    return parts._replace(end=found.end(), agencies=(agency,)) if is_agency else None


def _joint(
    found: re.Match[str] | None, text: str, end: int, lexicon: DatelineLexicon, joint: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """An agency and those that are joined to it («ТАСС/Рейтер»), each of which nothing but an agency can be.

    Args:
        found: The first agency, if there is one.
        text: The text that it was found in.
        end: Where to stop in it.
        lexicon: The language's words of datelines.
        joint: Matches what may join two agencies.
    """
    while found:
        yield found
        mark = joint.match(text, found.end(), end)
        found = lexicon.agency_form.match(text, mark.end(), end) if mark else None
        if found and (_is_place(found["form"], lexicon) or not lexicon.after_agency.match(text, found.end(), end)):
            return


def _is_place(form: str, lexicon: DatelineLexicon) -> bool:
    """Whether a form is the name of a place as well («Москва»), which stands beside an agency more often than it joins one."""
    return lexicon.is_bracketed(form) and lexicon.language.is_place(form)


def _names(agencies: list[re.Match[str]], lexicon: DatelineLexicon) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for agency in agencies for name in lexicon.names_of(agency)))


def _is_area(inside: str, lexicon: DatelineLexicon) -> bool:
    """Whether words in brackets behind a city name the country or the region that it lies in, or both."""
    return all(
        (lexicon.place.fullmatch(words) or lexicon.place.fullmatch(words.removesuffix(".")))
        and (words[0].isupper() or is_named_region(words, lexicon))
        for words in inside.split(", ")
    )


def _is_outlet_after(inside: str, parts: Parts, lexicon: DatelineLexicon) -> bool:
    """Whether words in brackets behind a place are a station's or a newspaper's name: its call sign, or by one of them."""
    is_sign = inside.isupper() and len(inside) >= _SHORTEST_SIGN
    is_named = is_sign or bool(lexicon.outlet.search(fold(inside)))
    return bool(parts.places) and is_named and not is_wider(inside, lexicon)


def _is_title(words: str, lexicon: DatelineLexicon) -> bool:
    """Whether words are written like the name of an agency or a newspaper: capitals, small only what is small in names."""
    first, *others = words.replace("\xa0", " ").split()
    small = [fold(word) for word in others if not _is_capital(word)]
    return _is_capital(first) and all(word in lexicon.small or lexicon.outlet.match(word) for word in small)


def _is_shortened(words: str, lexicon: DatelineLexicon) -> bool:
    """Whether the stop behind some words is that of an abbreviation («Sen.») or an initial."""
    last = words.split()[-1]
    return len(last) == 1 or lexicon.language.is_abbreviation(last)


def _is_capital(word: str) -> bool:
    return word.lstrip(QUOTES)[:1].isupper()


def _is_outlet(name: str, parts: Parts, lexicon: DatelineLexicon) -> bool:
    """Whether a name behind place and date is that of a newspaper, a site or an agency: by its form, a word or the place."""
    folded = fold(name)
    stems = [fold(place)[: max(_LEAST_STEM, len(place) - 1)] for place in parts.places]
    return bool(_OUTLET.search(name) or lexicon.outlet.search(folded)) or any(stem in folded for stem in stems)


def _without_role(words: str, lexicon: DatelineLexicon) -> str:
    return lexicon.roles.sub("", words.strip(_TRIM), count=1).strip(_TRIM)


def _are_capitalized(phrase: str) -> bool:
    """Whether every word begins with a capital, the joining ones of one letter apart."""
    return all(word[0].isupper() or len(word) == 1 for word in _LETTERS.findall(phrase))
