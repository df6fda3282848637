"""The tasks: what of a result is compared with what of the gold, and what counts as right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, Generic, TypeVar

from attrs import frozen

from newsfacts import Dateline, Fact, Mention, MoneyAmount, OfficialTitle, Quote, Result
from scoring import marked
from scoring.documents import Document
from scoring.names import same_name, same_phrase, words_of
from scoring.spans import Span, hull, outermost, overlap, shared_part
from scoring.tally import Tally, compare

__all__ = ["TASKS", "Task", "score"]

G = TypeVar("G")
F = TypeVar("F", bound=Fact)

# The least part that two spans share, of all that they cover together.
_TITLE_BAR = 0.5
_MARKS_BAR = 0.7
_REPORTED_BAR = 0.6
_ATTRIBUTION_BAR = 0.5
_IN_MARKS = frozenset(("direct", "partial"))
_REPORTED = frozenset(("indirect",))
# Titles of a document whose words begin with the same letters, so many of them, are one fact.
_OPENING = 5
# So much of a span is shown.
_SHOWN = 160


@frozen(kw_only=True)
class Task(Generic[G]):
    """Something that is scored.

    Attributes:
        name: Its name in tables.
        gold: Takes from the gold what is right; None where nobody looked for it.
        judge: Compares that with the article's result.
    """

    name: str
    gold: Callable[[marked.Gold], Sequence[G] | None]
    judge: Callable[[Sequence[G], Result], Tally]


def score(document: Document, result: Result) -> dict[str, Tally]:
    """The tallies of all tasks whose gold the document has, by their names.

    Raises:
        ValueError: The result is another text's.
    """
    if result.article.text != document.article.text:
        raise ValueError(f"the result is not of the text of {document.article.id}")
    return {task.name: task.judge(gold, result) for task in TASKS if (gold := task.gold(document.gold)) is not None}


def money(gold: Sequence[marked.Money], result: Result) -> Tally:
    """Sums that overlap and whose value, or both bounds, and currency are equal."""

    def agreement(g: marked.Money, f: MoneyAmount) -> float:
        return shared_part(g.span, _span(f)) if _gold_value(g) == _value(f) else 0.0

    return _money(gold, result, agreement)


def money_span(gold: Sequence[marked.Money], result: Result) -> Tally:
    """Sums that overlap."""
    return _money(gold, result, lambda g, f: shared_part(g.span, _span(f)))


def persons(gold: Sequence[Span], result: Result) -> Tally:
    """Persons' names, outermost ones, with both ends right."""
    return _persons(gold, result, lambda g, f: float(g == f))


def persons_overlap(gold: Sequence[Span], result: Result) -> Tally:
    """Persons' names, outermost ones, that overlap."""
    return _persons(gold, result, shared_part)


def nominative(gold: Sequence[marked.Nominative], result: Result, *, inflected: bool) -> Tally:
    """Persons whose name in the nominative is right.

    Of the names that were found with both ends right, those that have as many words as the gold's nominative: all of them, or
    only those that the text has in another form.
    """
    names = {_span(m): e.name for e in result.entities if e.type == "person" for m in e.mentions}
    asked = [
        (g, name)
        for g in gold
        if (name := names.get(g.span)) is not None
        and len(name.split()) == len(g.nominative.split())
        and not (inflected and _shown(result, g.span) == g.nominative)
    ]
    wrong = tuple(f"{_shown(result, g.span)!r} → {g.nominative!r}, not {name!r}" for g, name in asked if name != g.nominative)
    return Tally(gold=len(asked), found=len(asked), correct=len(asked) - len(wrong), missed=wrong, wrong=wrong)


def titles(gold: Sequence[tuple[Span, Span]], result: Result) -> Tally:
    """Pairs of a title and a person: the titles share half of what they cover, the persons overlap or have one surname."""
    # A title within another title of the same person is no title of its own.
    wanted = [(who, what) for who, what in gold if what in outermost([other for person, other in gold if person == who])]

    def agreement(g: tuple[Span, Span], f: tuple[OfficialTitle, Mention]) -> float:
        (who, what), (title, person) = g, f
        if overlap(who, _span(person)) or same_name(person.name, _words(result, who)):
            return _from(_TITLE_BAR, shared_part(what, _span(title)))
        return 0.0

    return compare(
        wanted,
        _held(result),
        agreement,
        lambda g: f"{_shown(result, g[1])!r} — {_shown(result, g[0])!r}",
        lambda f: f"{_shown(result, _span(f[0]))!r} — {f[1].name!r}",
    )


def quotes(gold: Sequence[marked.Quote], result: Result, *, styles: frozenset[str], bar: float, speakers: bool) -> Tally:
    """Quotes of some styles whose spans share enough of what they cover and, where it is asked for, whose speaker is right."""

    def agreement(g: marked.Quote, f: Quote) -> float:
        return _from(bar, shared_part(g.span, _span(f))) if not speakers or _right_speaker(g, f.speaker) else 0.0

    return compare(
        [quote for quote in gold if quote.kind in styles],
        [quote for quote in _of(result, Quote) if quote.style in styles],
        agreement,
        lambda g: f"{g.kind} {_shown(result, g.span)!r} — {g.speaker_name!r}",
        partial(_quote_words, result),
    )


def occupations(gold: Sequence[marked.Occupation], result: Result) -> Tally:
    """The document's set of who holds which position."""
    return _occupations(gold, result, _right_position)


def occupations_where(gold: Sequence[marked.Occupation], result: Result) -> Tally:
    """The document's set of who holds which position, in the right organisation or place where the gold names one."""

    def right(g: marked.Occupation, title: OfficialTitle, person: Mention) -> bool:
        named = [name for name in (title.organization, title.place) if name]
        where = not g.where or any(same_phrase(name, other) for name in named for other in g.where)
        return where and _right_position(g, title, person)

    return _occupations(gold, result, right)


def attributions(gold: Sequence[marked.Attribution], result: Result, *, sources: bool) -> Tally:
    """Attributions whose contents share half of what they cover and, where it is asked for, whose sources overlap."""

    def agreement(g: marked.Attribution, f: Quote) -> float:
        right = not sources or (
            any(overlap(source, _span(f.speaker)) for source in g.source)
            if f.speaker and g.source
            else not (f.speaker or g.source)
        )
        return _from(_ATTRIBUTION_BAR, shared_part(hull(g.content), _span(f))) if right else 0.0

    return compare(
        [attribution for attribution in gold if attribution.content],
        _of(result, Quote),
        agreement,
        lambda g: f"{_shown(result, hull(g.content))!r} — {[_shown(result, source) for source in g.source]}",
        partial(_quote_words, result),
    )


def pieces(
    gold: Sequence[marked.Attribution],
    result: Result,
    *,
    of_gold: Callable[[marked.Attribution], Sequence[Span]],
    of_quote: Callable[[Quote], Any],
) -> Tally:
    """The pieces of one part of attributions, each by itself, with both ends right."""
    parts = [of_quote(quote) for quote in _of(result, Quote)]
    return compare(
        sorted({piece for attribution in gold if attribution.content for piece in of_gold(attribution)}),
        sorted({_span(part) for part in parts if part is not None}),
        lambda g, f: float(g == f),
        partial(_shown, result),
        partial(_shown, result),
    )


def dateline(gold: Sequence[marked.Dateline], result: Result) -> Tally:
    """Datelines whose places, date and agency are equal."""

    def value(line: Dateline | marked.Dateline) -> tuple[list[str], str, str]:
        return [place.casefold() for place in line.places], line.date or "", (line.agency or "").casefold()

    def words(line: Dateline | marked.Dateline) -> str:
        return f"{list(line.places)} {line.date} {line.agency}"

    return compare(gold, _of(result, Dateline), lambda g, f: float(value(g) == value(f)), words, words)


TASKS: tuple[Task[Any], ...] = (
    Task(name="money", gold=attrgetter("money"), judge=money),
    Task(name="money-span", gold=attrgetter("money"), judge=money_span),
    Task(name="persons", gold=attrgetter("persons"), judge=persons),
    Task(name="persons-overlap", gold=attrgetter("persons"), judge=persons_overlap),
    Task(name="nominative", gold=attrgetter("nominatives"), judge=partial(nominative, inflected=False)),
    Task(name="nominative-inflected", gold=attrgetter("nominatives"), judge=partial(nominative, inflected=True)),
    Task(name="titles", gold=attrgetter("works_as"), judge=titles),
    *(
        Task(name=name, gold=attrgetter("quotes"), judge=partial(quotes, styles=styles, bar=bar, speakers=speakers))
        for name, styles, bar, speakers in (
            ("quotes", _IN_MARKS, _MARKS_BAR, True),
            ("quotes-span", _IN_MARKS, _MARKS_BAR, False),
            ("indirect", _REPORTED, _REPORTED_BAR, True),
            ("indirect-span", _REPORTED, _REPORTED_BAR, False),
        )
    ),
    Task(name="occupations", gold=attrgetter("occupations"), judge=occupations),
    Task(name="occupations-where", gold=attrgetter("occupations"), judge=occupations_where),
    Task(name="attributions", gold=attrgetter("attributions"), judge=partial(attributions, sources=True)),
    Task(name="attributions-content", gold=attrgetter("attributions"), judge=partial(attributions, sources=False)),
    *(
        Task(name=name, gold=attrgetter("attributions"), judge=partial(pieces, of_gold=of_gold, of_quote=of_quote))
        for name, of_gold, of_quote in (
            ("content-exact", attrgetter("content"), lambda quote: quote),
            ("source-exact", attrgetter("source"), attrgetter("speaker")),
            ("cue-exact", attrgetter("cue"), attrgetter("cue")),
        )
    ),
    Task(name="dateline", gold=attrgetter("dateline"), judge=dateline),
)


def _of(result: Result, kind: type[F]) -> list[F]:
    return [fact for fact in result.facts if isinstance(fact, kind)]


def _held(result: Result) -> list[tuple[OfficialTitle, Mention]]:
    """The titles that somebody holds, with who does."""
    return [(title, title.person) for title in _of(result, OfficialTitle) if title.person]


def _span(found: Any) -> Span:
    return found.start, found.end


def _from(bar: float, value: float) -> float:
    """The value, or zero where it is below the bar."""
    return value if value >= bar else 0.0


def _words(result: Result, span: Span) -> str:
    return result.article.text[slice(*span)]


def _shown(result: Result, span: Span) -> str:
    return _words(result, span).replace("\n", " ")[:_SHOWN]


def _quote_words(result: Result, quote: Quote) -> str:
    return f"{quote.style} {_shown(result, _span(quote))!r} — {quote.speaker.name if quote.speaker else None!r}"


def _gold_value(sum_: marked.Money) -> tuple[Any, ...]:
    return sum_.amount, sum_.min, sum_.max, sum_.currency


def _value(sum_: MoneyAmount) -> tuple[Any, ...]:
    return sum_.amount, sum_.minimum, sum_.maximum, sum_.currency


def _money(gold: Sequence[marked.Money], result: Result, agreement: Callable[[marked.Money, MoneyAmount], float]) -> Tally:
    def words(span: Span, value: tuple[Any, ...]) -> str:
        return f"{_shown(result, span)!r} = {[str(part) for part in value]}"

    return compare(
        gold,
        _of(result, MoneyAmount),
        agreement,
        lambda g: words(g.span, _gold_value(g)),
        lambda f: words(_span(f), _value(f)),
    )


def _persons(gold: Sequence[Span], result: Result, agreement: Callable[[Span, Span], float]) -> Tally:
    found = sorted(_span(mention) for e in result.entities if e.type == "person" for mention in e.mentions)
    return compare(outermost(gold), found, agreement, partial(_shown, result), partial(_shown, result))


def _right_speaker(gold: marked.Quote, found: Mention | None) -> bool:
    """Whether the speaker is right: by name, for other than persons by place too.

    Where the gold gives a place and no name, as for a pronoun that refers to nobody named, no speaker is right too.
    """
    in_place = found is not None and gold.speaker is not None and overlap(gold.speaker.span, _span(found)) > 0
    if gold.speaker_name is None:
        return found is None or gold.speaker is None or in_place
    if found is None:
        return False
    if gold.source_type == "person":
        return same_name(found.name, gold.speaker_name)
    return in_place or same_phrase(found.name, gold.speaker_name)


def _occupations(
    gold: Sequence[marked.Occupation], result: Result, right: Callable[[marked.Occupation, OfficialTitle, Mention], bool]
) -> Tally:
    different: dict[tuple[Any, ...], tuple[OfficialTitle, Mention]] = {}
    for title, person in _held(result):
        who, position = words_of(person.name)[-1:], words_of(title.position)
        where = (title.organization or title.place or "").casefold()
        key = (*(tuple(word[:_OPENING] for word in words) for words in (who, position)), where[:_OPENING])
        different.setdefault(key, (title, person))
    return compare(
        [occupation for occupation in gold if occupation.who and occupation.position],
        list(different.values()),
        lambda g, f: float(right(g, *f)),
        lambda g: " / ".join((*g.who, *g.position, *g.where)),
        lambda f: f"{f[1].name} / {f[0].position} / {f[0].organization} / {f[0].place}",
    )


def _right_position(gold: marked.Occupation, title: OfficialTitle, person: Mention) -> bool:
    """Whether the person and the position are right. The first word of a name is a surname too, as registers write it."""
    who = any(same_name(person.name, name) or same_name(" ".join(name.split()[:1]), person.name) for name in gold.who)
    return who and any(same_phrase(title.position, position) for position in gold.position)
