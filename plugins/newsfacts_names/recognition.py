"""Names in a text: runs of capitalised words, judged by what the dictionary says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsfacts import Analysis, Mention
from newsfacts.segmentation import Token
from newsfacts_names.declension import Declension, decline

__all__ = ["find_names"]

_NAME_TAGS = frozenset(("Name", "Surn", "Patr"))
_OTHER_TAGS = frozenset(("Geox", "Orgn", "Trad"))
_PARTICLES = frozenset("фон ван де дер ди да ду дель бен бин ибн аль оглы кызы".split())


def find_names(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of persons."""
    if analysis.language.code != "ru":
        return
    runs = [run for run in _runs(analysis) if _is_person(analysis, run)]
    names = [[t.text for t in run if t.text != "."] for run in runs]
    for run, declension in zip(runs, decline(names, analysis.language.morphology), strict=True):
        yield _mention(analysis, run, declension)


def _mention(analysis: Analysis, run: Sequence[Token], declension: Declension) -> Mention:
    start, end = run[0].start, run[-1].end
    return Mention(
        start=start, end=end, text=analysis.text[start:end], type="person", name=declension.name, gender=declension.gender
    )


def _runs(analysis: Analysis) -> Iterator[list[Token]]:
    """Capitalised words that follow each other, with initials' stops and particles between them."""
    run: list[Token] = []
    for previous, token in pairwise([Token(0, 0, ""), *analysis.tokens]):
        gap = analysis.text[previous.end : token.start]
        capital = token.text[0].isupper()
        if capital and analysis.readings(token.text)[0].tags & _OTHER_TAGS:
            yield from _trimmed(run)
            run = []
            continue
        stop = token.text == "." and len(previous.text) == 1 and previous.text.isupper() and not gap
        joined = bool(run) and "\n" not in gap and run[-1] == previous
        if joined and (capital or stop or token.text in _PARTICLES):
            run.append(token)
            continue
        yield from _trimmed(run)
        run = [token] if capital else []
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and (run[-1].text in _PARTICLES):
        run.pop()
    if run:
        yield run


def _is_person(analysis: Analysis, run: Sequence[Token]) -> bool:
    words = [t for t in run if len(t.text) > 1]
    if not words or any(w.text.isupper() and len(w.text) < 5 for w in words):
        return False
    good = 0
    for word in words:
        top = analysis.readings(word.text)[0]
        if top.pos not in ("NOUN", "ADJF", "PRTF"):
            return False
        good += bool(top.tags & _NAME_TAGS)
    return good > 0
