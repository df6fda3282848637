"""The language that a source declares, where its letters do not say otherwise."""

from __future__ import annotations

import re

from newsfacts.language_tags import language_code

__all__ = ["language_of"]

# Enough text to tell; the rest of a long article would only cost time.
_SAMPLE = 4000
# Scripts by their letters, and the languages that are written in each; one with a code of two letters that stands nowhere is
# written in Latin, and of one without such a code nothing is known.
_SCRIPTS = {
    "latin": ("A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "sr kk uz az mn bs tt"),
    "cyrillic": ("Ѐ-ԯ", "ru uk be bg sr mk kk ky tg mn tt ba cv ce os ab av kv uz az bs"),
    "greek": ("Ͱ-Ͽἀ-῿", "el"),
    "hebrew": ("֐-׿", "he yi"),
    "arabic": ("؀-ۿ", "ar fa ur ps ug sd ku"),
    "armenian": ("԰-֏", "hy"),
    "georgian": ("Ⴀ-ჿ", "ka"),
    "devanagari": ("ऀ-ॿ", "hi mr ne"),
    "thai": ("\u0e00-\u0e7f", "th"),
    "hangul": ("가-힣", "ko"),
    "east asian": ("぀-ヿ一-鿿", "zh ja"),
}
_LETTERS = {script: re.compile(f"[{letters}]") for script, (letters, _) in _SCRIPTS.items()}
_LANGUAGES = {script: frozenset(languages.split()) for script, (_, languages) in _SCRIPTS.items()}
_NOT_LATIN = frozenset().union(*(known for script, known in _LANGUAGES.items() if script != "latin"))
# Letters of the neighbours that a language does not use: a text full of them is in another one.
_FOREIGN = {
    "ru": re.compile("[іїєґўәғқңөұүһѓѕјљњќћџђ]"),
    "uk": re.compile("[ыэёъўәғқңөұүһѓѕјљњќћџђ]"),
    "be": re.compile("[ищъїєґәғқңөұүһѓѕјљњќћџђ]"),
    "bg": re.compile("[ыэёіїєґўәғқңөұүһѓѕјљњќћџђ]"),
}
_FOREIGN_SHARE = 50  # one letter in so many may be foreign: names and quotations


def language_of(tag: str | None, text: str) -> str | None:
    """The declared language, unless the text is in letters that it is not written in.

    Args:
        tag: What the source declares («en-GB», «rus», «ru_RU»).
        text: The article's text.

    Returns:
        Its code; None when the tag names no language or the letters contradict it, so that detection decides.

    >>> language_of("ru-RU", "Новости"), language_of("en", "Новости"), language_of("eng", "News")
    ('ru', None, 'en')
    """
    try:
        code = language_code(tag or "")
    except ValueError:
        return None
    return code if code is not None and _is_written_so(code, text) else None


def _is_written_so(code: str, text: str) -> bool:
    """Whether the letters of a text are those of a language, as far as it is known how that is written."""
    if len(code) > 2:
        return True
    sample = text[:_SAMPLE].lower()
    counts = {script: len(letters.findall(sample)) for script, letters in _LETTERS.items()}
    most = max(counts, key=lambda script: counts[script])
    if counts[most] == 0:
        return True
    written = code in _LANGUAGES[most] or (most == "latin" and code not in _NOT_LATIN)
    foreign = code in _FOREIGN and len(_FOREIGN[code].findall(sample)) * _FOREIGN_SHARE > counts[most]
    return written and not foreign
