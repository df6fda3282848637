"""The language that a source declares, where its letters do not say otherwise."""

from __future__ import annotations

import re

__all__ = ["language_of"]

# Enough text to tell; the rest of a long article would only cost time.
_SAMPLE = 4000
# ISO 639-2 codes, terminological and bibliographic, which agencies use beside the two letters of ISO 639-1.
_THREE_LETTERS = {
    "ara": "ar", "arm": "hy", "aze": "az", "bel": "be", "bul": "bg", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da",
    "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr",
    "geo": "ka", "ger": "de", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ita": "it",
    "jpn": "ja", "kat": "ka", "kaz": "kk", "kir": "ky", "kor": "ko", "lav": "lv", "lit": "lt", "mkd": "mk", "mon": "mn",
    "nld": "nl", "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk",
    "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tat": "tt", "tgk": "tg", "tur": "tr", "ukr": "uk", "uzb": "uz",
    "vie": "vi", "zho": "zh",
}  # fmt: skip
# Scripts by their letters, and the languages that are written in each; a language that stands nowhere is written in Latin.
_SCRIPTS = {
    "latin": ("A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "sr kk uz az mn bs tt"),
    "cyrillic": ("Ѐ-ԯ", "ru uk be bg sr mk kk ky tg mn tt ba cv ce os ab uz az bs"),
    "greek": ("Ͱ-Ͽἀ-῿", "el"),
    "hebrew": ("֐-׿", "he iw yi"),
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
        An ISO 639-1 code; None when the tag names no language or the letters contradict it, so that detection decides.

    >>> language_of("ru-RU", "Новости"), language_of("en", "Новости"), language_of("eng", "News")
    ('ru', None, 'en')
    """
    first = re.split(r"[-_]", (tag or "").strip().casefold(), maxsplit=1)[0]
    code = _THREE_LETTERS.get(first, first)
    if not re.fullmatch(r"[a-z]{2}", code):
        return None
    sample = text[:_SAMPLE].lower()
    counts = {script: len(letters.findall(sample)) for script, letters in _LETTERS.items()}
    most = max(counts, key=lambda script: counts[script])
    if counts[most] == 0:
        return code
    written = code in _LANGUAGES[most] or (most == "latin" and code not in _NOT_LATIN)
    foreign = code in _FOREIGN and len(_FOREIGN[code].findall(sample)) * _FOREIGN_SHARE > counts[most]
    return code if written and not foreign else None
