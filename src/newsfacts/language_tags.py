"""What a language tag means: the one code by which newsfacts knows the language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import frozen

from newsfacts.suggestions import closest

__all__ = ["known_code", "language_code", "three_letter_code"]

# Nothing need be loaded to know the languages that are built in.
_BUILT_IN = frozenset(("ru", "en"))
# A code or a name, and whatever stands after it: «ru», «zh-Hans», «ru_RU.UTF-8», «Russian (Russia)».
_TAG = re.compile(r"([^\W\d_]{2,})(?:[-_.@].*|\s*\(.*\))?", re.DOTALL)
# What nobody but its users gives a meaning: «x-elvish» of BCP 47, «qaa» to «qtz» of ISO 639-2.
_PRIVATE = re.compile(r"x(?:-[a-z0-9]{1,8})+|q[a-t][a-z]")


@frozen(kw_only=True)
class _Codes:
    """The data file: each field is words, in lines where a line is a language."""

    two_letters: str
    three_letters: str
    withdrawn: str
    undetermined: str
    names: str


@lru_cache(maxsize=1024)
def language_code(tag: str) -> str | None:
    """The code of the language that a tag names: of two letters where ISO 639-1 has one, else of three.

    Args:
        tag: A code of two or three letters, or a tag or a locale that begins with one; a name («Russian»); «x-…» and «qaa» to
            «qtz» stay as they are, for languages that only a plugin knows.

    Returns:
        The code; None for a tag that is empty or says that the language is not determined («und», «mul»).

    Raises:
        ValueError: ISO 639 knows no such language.

    >>> [language_code(tag) for tag in ("ru-RU", "RUS", "Russian", "iw", "sah", "x-elvish", "und")]
    ['ru', 'ru', 'ru', 'he', 'sah', 'x-elvish', None]
    """
    folded = tag.strip().casefold()
    if folded in _BUILT_IN:
        return folded
    known, found = _known(), _TAG.fullmatch(folded)
    code = found[1] if found and folded not in known else folded
    if not code or code in known:
        return known.get(code)
    if _PRIVATE.fullmatch(code):
        return code
    meant = closest(folded, filter(_is_name, known))
    problem = f"{tag[:40]!r} is no language that ISO 639 knows; give a code such as 'ru' or a tag such as 'ru-RU'"
    raise ValueError(problem + meant)


def _is_name(known: str) -> bool:
    """Whether it is a language's name: among codes each is close to another."""
    return len(known) > 3


def known_code(tag: str) -> str:
    """The code of a language that must be one.

    Raises:
        ValueError: It is no string or names no language.
    """
    code = language_code(tag) if isinstance(tag, str) else None
    if code is None:
        raise ValueError(f"{tag!r} is no code of a language; give one such as 'cs'")
    return code


def three_letter_code(code: str) -> str:
    """The code of ISO 639-3 for a code that newsfacts knows a language by; one of three letters stays as it is.

    >>> [three_letter_code(code) for code in ("ru", "de", "sah")]
    ['rus', 'deu', 'sah']
    """
    return _three_letters().get(code, code)


@cache
def _three_letters() -> dict[str, str]:
    """The codes of three letters, by those of two; of a language with several the one that ISO 639-3 took over."""
    lines = map(str.split, _codes().two_letters.strip().split("\n"))
    return {two: three for two, three, *_ in lines}


def _codes() -> _Codes:
    from newsfacts.lexicon import load

    codes: _Codes = load("newsfacts", "data/iso_639.toml", _Codes)
    return codes


@cache
def _known() -> dict[str, str | None]:
    """The code for each code and each name."""
    codes = _codes()
    known: dict[str, str | None] = {code: code for code in codes.three_letters.split()}
    for line in codes.two_letters.split("\n"):
        known |= dict.fromkeys(line.split(), line[:2])
    for line in codes.withdrawn.split("\n"):
        known |= dict.fromkeys(line.split()[:1], line[-2:])
    for code, _, names in (line.partition(" ") for line in codes.names.split("\n")):
        known |= dict.fromkeys(filter(None, names.split("; ")), code)
    return known | dict.fromkeys(codes.undetermined.split())
