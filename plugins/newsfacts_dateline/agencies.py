"""The agency of a dateline, with the reporters who stand beside it."""

from __future__ import annotations

import re

from newsfacts import fold
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.marks import DASHES, QUOTES, SPACE
from newsfacts_dateline.parts import Line, Parts
from newsfacts_dateline.place_names import PLACE, leading_capitalized

__all__ = ["read_bare_agency", "read_bracketed_agency", "read_unknown_agency"]

_BRACKETS = re.compile(r"/([^/\n]{2,90})/|\(([^()\n]{2,90})\)")
_FIRST_WORD = re.compile(rf"[{QUOTES}]?(\w+)")
# Up to three words, or a name with a domain («Полярка.рф»), with a stop behind them.
_UNKNOWN = re.compile(
    rf"[{QUOTES}]?[^\W\d_][\w&-]+(?:\.[^\W\d_]{{2,3}}\b|(?:{SPACE}[{QUOTES}]?[^\W\d_][\w&-]+){{0,2}})[{QUOTES}]?(?={SPACE}*\.)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TRIM = f" \xa0{QUOTES},"


def read_bracketed_agency(line: Line, at: int, _gap: str, parts: Parts) -> Parts | None:
    """Read an agency between slashes or in brackets, the reporter beside it; or the country in brackets after a city."""
    found = _BRACKETS.match(line.text, at, line.end)
    if not found or parts.agency:
        return None
    lexicon = line.lexicon
    inside = found[1] or found[2]
    agency = lexicon.agency_form.search(inside)
    if agency is None and parts.places and not parts.day_month:
        return parts._replace(end=found.end()) if PLACE.fullmatch(inside) and inside[0].isupper() else None
    others = inside if agency is None else inside[: agency.start()] + inside[agency.end() :]
    if any(c.isdigit() for c in others) or not (line.small or _are_capitalized(lexicon.roles.sub("", others))):
        return None
    if agency:
        return parts._replace(end=found.end(), agency=_name(agency, lexicon), known=True, bracketed=True)
    if parts.places:
        return parts._replace(end=found.end(), agency=_without_role(inside, lexicon), bracketed=True)
    return None


def read_bare_agency(line: Line, at: int, _gap: str, parts: Parts) -> Parts | None:
    """Read a known agency without brackets, and the reporters behind it."""
    lexicon = line.lexicon
    word = None if parts.agency else _FIRST_WORD.match(line.text, at, line.end)
    # The long pattern of all agencies is tried only where one's first word, or a role, stands.
    found = word and fold(word[1]) in lexicon.first_words and lexicon.agency_form.match(line.text, at, line.end)
    if not found or lexicon.is_bracketed(found["form"]):
        return None
    end = found.end()
    reporters = lexicon.reporters.match(line.text, end, line.end)
    # Without a mark between, the name of a reporter follows only a role («корр. РИА Новости Анна Белова»).
    if reporters and (reporters["mark"] or found["roles"]) and (line.small or _are_capitalized(reporters["names"])):
        end = reporters.end()
    return parts._replace(end=end, agency=_name(found, lexicon), known=True)


def read_unknown_agency(line: Line, at: int, gap: str, parts: Parts) -> Parts | None:
    """Read capitalised words between dash and stop, if the place is in capitals or a role says that they are an agency."""
    if parts.agency or not gap.endswith(tuple(DASHES)):
        return None
    found = _UNKNOWN.match(line.text, at, line.end)
    if not found or leading_capitalized(found.group(), line.lexicon) != found.group():
        return None
    agency = _without_role(found.group(), line.lexicon)
    is_agency = parts.in_capitals or agency != found.group().strip(_TRIM)
    return parts._replace(end=found.end(), agency=agency) if is_agency else None


def _without_role(words: str, lexicon: DatelineLexicon) -> str:
    return lexicon.roles.sub("", words.strip(_TRIM), count=1).strip(_TRIM)


def _name(found: re.Match[str], lexicon: DatelineLexicon) -> str:
    return lexicon.agency(found["form"]) + (found["desk"] or "").title()


def _are_capitalized(phrase: str) -> bool:
    """Whether every word begins with a capital, the joining ones of one letter apart."""
    return all(word[0].isupper() or len(word) == 1 for word in _LETTERS.findall(phrase))
