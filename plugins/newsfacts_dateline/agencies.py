"""The agencies of a dateline, with the reporters who stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts import fold
from newsfacts.scripts import CAPITAL, SMALL
from newsfacts_dateline.filing_dates import with_date
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.marks import DASH, DASHES, QUOTES, SPACE, WORD
from newsfacts_dateline.parts import Line, Parts
from newsfacts_dateline.place_names import is_named_region, is_wider

__all__ = ["read_bare_agency", "read_bracketed_agency", "read_unknown_agency"]

_BRACKETS = re.compile(r"/([^/\n]{2,90})/|\(([^()\n]{2,90})\)|\[([^\[\]\n]{2,90})\]")
_FIRST_WORD = re.compile(rf"[{QUOTES}]?(\w+)")
# Up to three words, perhaps with a domain («Полярка.рф»), or any in quotation marks, perhaps with a word before them («газета
# „Речная волна“»), and the mark behind them.
_UNKNOWN = re.compile(
    rf"(?P<name>(?:[{SMALL}-]{{4,20}}{SPACE})?[{QUOTES}](?:(?!\.\s)[^{QUOTES}\n]){{2,60}}[{QUOTES}]|[{QUOTES}]?(?=\d*[^\W\d_]|\d+(?:{SPACE}[{SMALL}]{{4}}|\.[^\W\d_]{{2,3}}\b))[\w&-]{{2,}}(?:{SPACE}[{QUOTES}]?[\w&]+[\w&-]*){{0,2}}(?:\.[^\W\d_]{{2,3}}\b)?[{QUOTES}]?)"
    rf"(?={SPACE}*(?:\.|{DASH}{SPACE}|\n|\Z))"
)
_QUOTED = re.compile(rf"(?:(?P<noun>[{SMALL}-]+){SPACE})?[{QUOTES}](?P<name>[^{QUOTES}\n]+)[{QUOTES}]")
_STOP = re.compile(rf"{SPACE}*(?:\.|\n|\Z)")
_STOP_OF_LINE = re.compile(rf"{SPACE}*\.?{SPACE}*(?:\n|\Z)")
_DESK = re.compile(rf"{SPACE}{DASH}{SPACE}({WORD}(?:{SPACE}{WORD}){{0,2}})[{QUOTES}]?(?={SPACE}*\.)")  # «Новая газета - Псков»
# Two or three words, each with a capital and without another one.
_LIKE_A_PERSON = re.compile(rf"[{CAPITAL}][{SMALL}]+(?:{SPACE}[{CAPITAL}][{SMALL}]+){{1,2}}")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(rf"(?<!\w){WORD}")  # not «news» of «47news»
_DOMAIN = re.compile(r"\b[\w-]+\.[^\W\d_]{2,3}\b")
_NUMBER = re.compile(r"\b\d+\b")
_TRIM = f" \xa0{QUOTES},"
# A capital or a figure within a word, or a domain: so the names of newspapers and sites are written, not those of people or
# sentences.
_OUTLET = re.compile(rf"\w[{CAPITAL}]|\w\.\w|[^\W\d_]\d|\d[^\W\d_]")
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
    is_quoted = _QUOTED.fullmatch(others) is not None
    if _NUMBER.search(others) or not (line.small or is_quoted or _are_capitalized(lexicon.roles.sub("", others))):
        return None
    if agencies:
        return parts._replace(end=end, agencies=_names(agencies, lexicon), known=True, bracketed=True)
    if parts.places:
        return parts._replace(end=end, agencies=(_without_role(inside, parts.places, lexicon),), bracketed=True)
    return None


def read_bare_agency(line: Line, at: int, _gap: str, parts: Parts) -> Parts | None:
    """Read known agencies without brackets, and the reporters behind them."""
    lexicon = line.lexicon
    word = None if parts.agencies else _FIRST_WORD.match(line.text, at, line.end)
    # The long pattern of all agencies is tried only where one's first word, or a role, stands.
    found = word and fold(word[1]) in lexicon.first_words and lexicon.agency_form.match(line.text, at, line.end)
    if not found or (lexicon.is_bracketed(found["form"]) and not _is_all_but_filed(found["form"], parts, lexicon)):
        return None
    agencies = list(_joint(found, line.text, line.end, lexicon, lexicon.joint))
    end = agencies[-1].end()
    reporters = lexicon.reporters.match(line.text, end, line.end)
    # Without a mark between, the name of a reporter follows only a role («корр. РИА Новости Анна Белова»).
    if reporters and (reporters["mark"] or found["roles"]) and (line.small or _are_capitalized(reporters["names"])):
        end = reporters.end()
    return parts._replace(end=end, agencies=_names(agencies, lexicon), known=True)


def read_unknown_agency(line: Line, at: int, gap: str, parts: Parts) -> Parts | None:
    """Read an agency that no list has, behind a dash, or behind place and date."""
    lexicon = line.lexicon
    if parts.agencies or not (gap.endswith(tuple(DASHES)) or (parts.places and parts.day_month)):
        return None
    found = _UNKNOWN.match(line.text, at, line.end)
    if not found or not _is_title(found["name"], lexicon) or _is_shortened(found["name"], lexicon):
        return None
    desk = _DESK.match(line.text, found.end(), line.end)
    if desk and not (lexicon.language.is_place(desk[1]) or _is_cut(found["name"])):
        desk = None
    quoted = _QUOTED.fullmatch(found["name"])
    agency = quoted["name"] if quoted else _without_role(found["name"], parts.places, lexicon)
    end = desk.end() if desk else found.end()
    if _is_cut(line.text[found.start() : end]):
        return None
    has_role = agency != found["name"].strip(_TRIM)
    if not (has_role or _may_be_agency(agency, gap, end, parts, line)):
        return None
    return parts._replace(end=end, agencies=((agency + line.text[found.end() : end]).strip(_TRIM),))


def _may_be_agency(name: str, gap: str, end: int, parts: Parts, line: Line) -> bool:
    """Whether a name is an agency's, by the marks around it and the place before it.

    Args:
        name: The name.
        gap: The marks before it.
        end: Where it ends.
        parts: What stands before it.
        line: The line.
    """
    lexicon = line.lexicon
    is_outlet, is_quoted = _is_outlet(name, parts, lexicon), line.text[end - 1] in QUOTES
    if not is_outlet and not is_quoted and _is_person(name, lexicon):
        return False
    is_stopped = _STOP.match(line.text, end, line.end) is not None
    # Place, date and name with a stop, with which a text begins, are a dateline whatever the name.
    is_first = is_stopped and not line.text[: parts.start].strip() and (is_quoted or not _small_words(name))
    if gap.endswith(tuple(DASHES)):
        ends_line = _STOP_OF_LINE.match(line.text, end) is not None
        is_whole_line = is_first and (ends_line and is_quoted if " " not in name else ends_line or is_quoted)
        return is_outlet or (is_stopped and parts.in_capitals) or bool(is_whole_line and parts.day_month)
    has_number = any(map(str.isdigit, name))
    if (is_wider(name, lexicon) and not has_number) or (lexicon.language.is_place(name) and (name.isupper() or not is_outlet)):
        return False
    if gap.endswith(","):
        return is_outlet or is_first
    # Behind a stop a sentence may begin: «Пермь. 5 мая. ЦСКА – «Амкар» 2:1».
    in_capitals = name.isupper() and "." not in name
    return (is_stopped and (is_outlet or (in_capitals and parts.in_capitals))) or (is_outlet and not in_capitals)


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


def _is_all_but_filed(form: str, parts: Parts, lexicon: DatelineLexicon) -> bool:
    """Whether a form that is another word as well follows a place and a date, so that it can be but an agency."""
    return bool(parts.places and parts.day_month) and not _is_place(form, lexicon)


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
    if quoted := _QUOTED.fullmatch(words):
        return quoted["name"][0].isupper() and (not quoted["noun"] or lexicon.outlet.search(fold(quoted["noun"])) is not None)
    first = words.split()[0]
    is_begun = _is_capital(first) or first[0].isdigit() or "." in first
    return is_begun and all(word in lexicon.small or lexicon.outlet.match(word) for word in _small_words(words))


def _small_words(words: str) -> list[str]:
    """The folded words behind the first that are neither written with a capital nor a number."""
    others = words.replace("\xa0", " ").split()[1:]
    return [fold(word) for word in others if not (_is_capital(word) or word.strip(QUOTES).isdigit())]


def _is_shortened(words: str, lexicon: DatelineLexicon) -> bool:
    """Whether the stop behind some words is that of an abbreviation («Sen.») or an initial."""
    last = words.split()[-1]
    return len(last) == 1 or lexicon.language.is_abbreviation(last)


def _is_person(name: str, lexicon: DatelineLexicon) -> bool:
    """Whether a name is a person's: two or three words, each a proper noun more often than any other word."""
    morphology = lexicon.language.morphology
    return bool(_LIKE_A_PERSON.fullmatch(name)) and all(morphology.readings(word)[0].pos == "PROPN" for word in name.split())


def _is_cut(words: str) -> bool:
    """Whether the quotation marks that words begin with are not closed."""
    return words[0] in QUOTES and not any(mark in QUOTES for mark in words[1:])


def _is_capital(word: str) -> bool:
    return word.lstrip(QUOTES)[:1].isupper()


def _is_outlet(name: str, parts: Parts, lexicon: DatelineLexicon) -> bool:
    """Whether a name behind place and date is that of a newspaper, a site or an agency: by its form, a word or the place."""
    folded = fold(name)
    stems = [fold(place)[: max(_LEAST_STEM, len(place) - 1)] for place in parts.places]
    return bool(_OUTLET.search(name) or lexicon.outlet.search(folded)) or any(stem in folded for stem in stems)


def _without_role(words: str, places: tuple[str, ...], lexicon: DatelineLexicon) -> str:
    """A name without the role before it, unless only the dateline's own place is left («Томск, 5 мая – РИА Томск»)."""
    name = words.strip(_TRIM)
    rest = lexicon.roles.sub("", name, count=1).strip(_TRIM)
    return name if fold(rest) in map(fold, places) else rest


def _are_capitalized(phrase: str) -> bool:
    """Whether every word begins with a capital, the joining ones of one letter apart."""
    return all(word[0].isupper() or len(word) == 1 for word in _WORD.findall(_DOMAIN.sub("", phrase)))
