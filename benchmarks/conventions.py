"""Quotes put as PolNeAR marks attributions: one a cue, with its marks, its conjunction, and all words that name the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from newsfacts import Mention, OfficialTitle, Quote, Result, Span

__all__ = ["as_attributions"]

# The conjunction before what was said, with the comma of an insertion («that, in 2015, …»).
_JOINING = re.compile(r"that,? \Z", re.IGNORECASE)
_LONGEST_JOINING = 6
# An opening mark before quoted words, and what closes them.
_OPENING = re.compile(r"(?:[\"“‘']|''|``)$")
_CLOSING = re.compile(r"[.,!?]?(?:''|[\"”’'])")
_CLOSED = re.compile(r"[\"”]|''")
# Words before a name that belong to its source, those before a common noun, and what stands in brackets after a name.
_BEFORE_NAME = re.compile(
    r"\b(?:(?:the|an?|his|her|their|its|my|our|your)\s(?:[a-z-]+\s)?)?"
    r"(?:(?:former|retired|then|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Rev)\.|president|senator|governor|secretary|representative|judge"
    r"|de|del|van|von)\s)*\Z",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(r"\b(?:the|an?|his|her|their|its|all|some|this|these|those|both)\s(?:[a-z-]+\s)?\Z", re.IGNORECASE)
# Of a document the noun alone is given: the words before it from an article, an owner or a number on.
_BEFORE_DOCUMENT = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|one|two|three|some|several|many|most|these|those|this|that|another|other|new|recent)"
    r"|\b[A-Z][\w.-]*['’]s?)\s(?:[\w'’/.-]+\s){0,4}\Z",
    re.IGNORECASE,
)
# A capitalised word that is part of a name: none of those that begin sentences.
_CAPITALISED = (
    r"(?!(?:And|As|At|But|By|During|For|From|Here|How|If|In|Instead|Like|Now|Of|On|Or|So|Still|That|Then|To|What|When|While|With"
    r"|Yet)\b)\b[A-Z][\w’'-]*\.?"
)
# Before those words: an owner, what part of a group it is, and the first of two who are joined by «and».
_OWNER_BEFORE = re.compile(rf"(?P<words>(?:\b[Tt]he )?(?:{_CAPITALISED} ){{0,3}}{_CAPITALISED}(?:(?<=['’]s)|(?<=s['’])) )\Z")
_PART_BEFORE = re.compile(
    r"(?P<words>(?:\b(?:about|some|nearly|more than|at least) )?(?:\b\d+(?:\.\d+)?(?:%| percent)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine)[ -](?:in \d+|thirds?|quarters?|fifths)"
    r"|\b(?:half|some|most|many|one|members|both|all|several)"
    r"|\b(?:an?|the) (?:\w+ )?(?:majority|group|coalition|number|pair|panel|handful|plurality|few|couple|half|third|quarter))"
    r" (?:of )?(?:(?:the|his|her|their|those|these) )?)\Z",
    re.IGNORECASE,
)
_JOINED_BEFORE = re.compile(
    rf"(?:\A|[.!?\n”\"]\s*|, )(?:(?:But|that) )?(?P<words>(?:[Bb]oth )?(?:(?:[Tt]he|[Aa]n?) )?(?:{_CAPITALISED} ){{1,4}}and )\Z"
)
_PRONOUN = re.compile(r"(he|she|it|they|who|which|that|we|I|you)(?:['’](?:s|re|ve|d|ll))?", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s\([^()\n]{1,20}\)")
# What polls are named after too («a CNN/WMUR poll»).
_AFTER_SLASH = re.compile(r"/[A-Z][\w.’' -]{0,60}?(?:poll|survey|study|analysis|average)\b")
# A character of what follows a source: a stop ends it, unless an abbreviation's or an initial's.
_INNER = (
    r"(?:[^\n.!?;\"“”]|\.(?=[\w,’'])|(?<=\b[A-Z])\.|(?<=\b(?:[MDSJ]r|Ms|St))\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen|Sgt|Col|Rev))\.)"
)
# What follows a comma and is no apposition: a word of what else the source does, or how the sentence goes on.
_NO_APPOSITION = (
    r"(?:\w+ing|in|on|at|for|as|after|before|when|while|with|without|but|and|or|however|meanwhile|like|also|if|because|although"
    r"|though|which|whose|through|during|despite|until|since|he|she|it|they|then)\b"
)
_DESCRIBING = "familiar|briefed|close|available|named|called|surveyed|conducted|released|published|led"
# Between a source and a cue after it: what belongs to its noun, other sources, and appositions between commas.
_BELONGING = re.compile(
    rf"\s(?:of|in|at|for|from|with|by|on(?!\s\w+day)|who|that|and|to|across|near|against|{_DESCRIBING})\s(?:(?!,\s){_INNER}){{1,120}}"
)
# What belongs to the noun of a source after its cue.
_BELONGING_AFTER = re.compile(rf"\s(?:of|from|with|by|who|{_DESCRIBING})\s(?:(?!,\s){_INNER}){{1,120}}")
_INSERTED = re.compile(
    rf",\s(?!{_NO_APPOSITION}|who\b){_INNER}{{1,250}},|\s[–—-]{{1,2}}\s[^.!?\n–—]{{3,150}}?\s[–—-]{{1,2}}(?=\s|$)"
)
# An apposition or a relative clause that ends the sentence of a source after its cue.
_ENDING = re.compile(rf",\s(?!{_NO_APPOSITION})(?:(?!,\s{_NO_APPOSITION}){_INNER}){{1,250}}")
_ENDED = re.compile(r"[.]|$|\n|,\s")
# The longest words before a noun, in characters.
_BEFORE = 60
# Words before a cue that belong to it, and the preposition or the colon after it.
_BEFORE_CUE = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were|will|would|did|do|does|could|should|may|might|must)\s(?:not\s|never\s)?)?"
    r"\b(?:also|later|recently|still|again|earlier|further|even|once|already|now|just|(?:repeated|private|public|recent|previous)ly)\s$",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(r"\s(?:on|about|of|for|against|with|at|over|in|as|by|from|into|upon)\s", re.IGNORECASE)
# Longest words before a cue, in characters.
_CUE_WITHIN = 40
# A cue whose subject speaks not but is spoken of («is expected to win», «seems to have won»), and where its clause begins.
_RAISING = re.compile(
    r"(?:\b(?:be|been|is|are|was|were|'s|’s|'re|’re)\b.*\b(?:expected|said|believed|thought|reported|known|supposed|rumored)"
    r"|\b(?:seem|appear)(?:s|ed|ing)?)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[\n.!?;:,\"“”—]\s*|\b(?:that|and|but|because|while|as|if)\s")
_CLAUSE_WITHIN = 200
# Between a name and a title that is apposed to it.
_APPOSED = re.compile(r"(?:\s|,\s)?(?:(?:a|an|the|his|her)\s)?")
# Quoted words that no cue attributes go on with those before, unless so many characters or a line end are between.
_LONGEST_BREAK = 300


def as_attributions(result: Result) -> Result:
    """A result whose quotes are attributions as PolNeAR marks them; the other facts stay.

    Args:
        result: The result.
    """
    titles = [fact for fact in result.facts if isinstance(fact, OfficialTitle)]
    others = [fact for fact in result.facts if not isinstance(fact, Quote)]
    merged = [_merged(result.article.text, group, titles) for group in _groups(result.article.text, result.quotes)]
    return evolve(result, facts=(*others, *merged))


def _groups(text: str, quotes: Iterable[Quote]) -> list[list[Quote]]:
    """The quotes by their cues; those without one go with the ones before if they go on with them."""
    groups: list[list[Quote]] = []
    by_cue: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes:
        before = groups[-1] if groups else []
        if quote.cue is not None:
            group = by_cue.setdefault((quote.cue.start, quote.cue.end), [])
        else:
            group = before if before and _goes_on(text, before, quote) else []
        if not group:
            groups.append(group)
        group.append(quote)
    return groups


def _goes_on(text: str, before: list[Quote], quote: Quote) -> bool:
    between = text[max(each.end for each in before) : quote.start]
    same = (before[0].speaker and before[0].speaker.name) == (quote.speaker and quote.speaker.name)
    return same and len(between) <= _LONGEST_BREAK and "\n" not in between


def _merged(text: str, quotes: list[Quote], titles: list[OfficialTitle]) -> Quote:
    """The attribution that some quotes with one cue are: all from the first one to the last."""
    spans = list(_spans(text, quotes))
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    speaker, cue = quotes[0].speaker, quotes[0].cue
    if cue is not None:
        if (raised := _raised(text, cue, start, speaker)) is not None:
            start, speaker = raised, None
        cue = _whole_cue(text, cue, start)
        if cue.end > start > cue.start and raised is None:
            start = cue.end + 1
    return evolve(
        quotes[0],
        start=start,
        end=end,
        text=text[start:end],
        speaker=speaker and _whole_source(text, speaker, cue, titles),
        cue=cue,
        confidence=max(quote.confidence for quote in quotes),
    )


def _raised(text: str, cue: Span, start: int, speaker: Mention | None) -> int | None:
    """Where the clause begins whose verb a cue is that has what is spoken of for its subject; None of another cue."""
    if not _RAISING.fullmatch(cue.text) or text[cue.end : start].strip() or not text.startswith("to ", start):
        return None
    if speaker is not None:
        return speaker.start
    low = max(0, cue.start - _CLAUSE_WITHIN)
    return max((clause.end() for clause in _CLAUSE.finditer(text, low, cue.start)), default=low)


def _whole_cue(text: str, cue: Span, content: int) -> Span:
    """A cue with the adverbs before it, its preposition, which may be the first word of a content, or its colon."""
    start, end = cue.start, cue.end
    if before := _BEFORE_CUE.search(text, max(0, start - _CUE_WITHIN), start):
        start = before.start()
    if text.startswith(":", end):
        end += 1
    elif (after := _AFTER_CUE.match(text, end)) and content in (end + 1, after.end()):
        end = after.end() - 1
    return Span(start=start, end=end, text=text[start:end])


def _spans(text: str, quotes: Iterable[Quote]) -> Iterator[tuple[int, int]]:
    """The quotes with the marks around quoted words, and with the conjunction before reported ones."""
    for quote in quotes:
        start, end = quote.start, quote.end
        if quote.style != "indirect":
            opening = _OPENING.search(text, max(0, start - 2), start)
            closing = _CLOSING.match(text, end)
            start = opening.start() if opening else start
            yield _joined(text, start), (closing.end() if closing else end)
            continue
        start = _joined(text, start)
        if not _CLOSED.search(text, end - 1, end) and (closing := _CLOSING.match(text, end)) and _is_open(text[start:end]):
            end = closing.end()
        yield start, end


def _joined(text: str, start: int) -> int:
    """Where the conjunction begins that is directly before an offset, or the offset."""
    joining = _JOINING.search(text, max(0, start - _LONGEST_JOINING), start)
    return joining.start() if joining else start


def _is_open(words: str) -> bool:
    """Whether some words open quotation marks that they do not close."""
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1 or words.count("''") % 2 == 1


def _whole_source(text: str, speaker: Mention, cue: Span | None, titles: list[OfficialTitle]) -> Mention:
    """A speaker with the words before and after the name or the noun that say who it is."""
    if pronoun := _PRONOUN.fullmatch(speaker.text):
        return evolve(speaker, end=speaker.start + pronoun.end(1), text=pronoun[1])
    start, titled = _titled(text, speaker, titles)
    before = _BEFORE_DOCUMENT if speaker.type == "document" else _BEFORE_NOUN if text[start].islower() else _BEFORE_NAME
    if found := before.search(text, max(0, start - _BEFORE), start):
        start = found.start()
    for further in (_OWNER_BEFORE, _PART_BEFORE, _JOINED_BEFORE):
        if found := further.search(text, max(0, start - _BEFORE), start):
            start = found.start("words")
    brackets = _AFTER_NAME.match(text, speaker.end)
    end = brackets.end() if brackets else speaker.end
    end += 2 * text.startswith(("'s ", "’s "), end)
    if slash := _AFTER_SLASH.match(text, end):
        end = slash.end()
    if cue is not None:
        end = _apposition(text, end, cue)
    end = max(end, titled)
    if cue is not None and end < cue.start and ", " in text[start:end]:
        end += text.startswith(",", end)
    return evolve(speaker, start=start, end=end, text=text[start:end])


def _apposition(text: str, end: int, cue: Span) -> int:
    """Where what belongs to a source ends that itself ends at an offset."""
    if end > cue.start:
        belonging = _BELONGING_AFTER.match(text, end)
        end = belonging.end() if belonging and _ENDED.match(text, belonging.end()) else end
        ending = _ENDING.match(text, end)
        if ending is None or not _ENDED.match(text, ending.end()):
            return end
        return ending.end() + text.startswith(",", ending.end())
    between = text[end : cue.start].rstrip()
    belonging = _BELONGING.match(between)
    reached = belonging.end() if belonging else 0
    inserted = _INSERTED.match(between, reached)
    reached = inserted.end() if inserted else reached
    return end + (reached if belonging is None or reached == len(between) or inserted else 0)


def _titled(text: str, speaker: Mention, titles: list[OfficialTitle]) -> tuple[int, int]:
    """Where a speaker's name with the titles beside it begins and ends."""
    whole: Span = speaker
    for title in titles:
        if title.person is not None and title.person.overlaps(speaker):
            first, second = sorted((whole, title), key=lambda span: span.start)
            if first.overlaps(second) or _APPOSED.fullmatch(text, first.end, second.start):
                start, end = min(first.start, second.start), max(first.end, second.end)
                whole = Span(start=start, end=end, text=text[start:end])
    return whole.start, whole.end
