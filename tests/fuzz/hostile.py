"""What plugins may do wrong, by name: each entry of a table is one wrong thing.

`PARTS` gives for each place in a plugin what can stand there, and `plugin` makes a plugin out of one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import count
from typing import Any, ClassVar

from attrs import frozen

from newsfacts import (
    Article,
    ExtractionError,
    Extractor,
    Fact,
    Language,
    Link,
    Mention,
    MoneyAmount,
    PluginError,
    Quote,
    ReadError,
    Span,
    hookimpl,
)

__all__ = ["EITHER", "OTHER_LANGUAGE", "OTHER_NAMES", "PARTS", "SHARED", "Interrupt", "plugin"]


class Interrupt(KeyboardInterrupt):
    """Somebody pressed Ctrl-C while a plugin was at work."""


class UnprintableError(Exception):
    """An error that cannot be shown."""

    def __str__(self) -> str:
        raise ValueError("no text")

    __repr__ = __str__


class NoTextError(Exception):
    """An error whose text is none."""

    def __str__(self) -> str:
        return None  # type: ignore[return-value]


def _recursion() -> Any:
    return _recursion()


ERRORS: dict[str, Callable[[], BaseException]] = {
    "Exception": lambda: Exception("wrong"),
    "KeyError": lambda: KeyError(1),
    "SystemExit": lambda: SystemExit(0),
    "RecursionError": lambda: RecursionError("too deep"),
    "true recursion": _recursion,
    "MemoryError": MemoryError,
    "StopIteration": StopIteration,
    "UnprintableError": UnprintableError,
    "NoTextError": NoTextError,
    "surrogate": lambda: ValueError("\ud800"),
    "control characters": lambda: ValueError("\x1b[2J\x00\r\n"),
    "long": lambda: ValueError("x" * 100_000),
    "group": lambda: ExceptionGroup("several", [ValueError("a"), UnprintableError()]),
    "ReadError": lambda: ReadError("a", "b"),
    "PluginError": lambda: PluginError("money", "blames another"),
    "ExtractionError": lambda: ExtractionError("of its own", [ValueError()]),
    "Interrupt": Interrupt,
}


class _Evil:
    """Raises wherever it is touched."""

    def __init__(self, method: str) -> None:
        self.method = method

    def _touched(self, method: str) -> None:
        if method == self.method:
            raise UnprintableError

    def __bool__(self) -> bool:
        self._touched("bool")
        return True

    def __iter__(self) -> Iterator[Any]:
        self._touched("iter")
        return iter(())

    def __hash__(self) -> int:
        self._touched("hash")
        return 1

    def __eq__(self, other: object) -> bool:
        self._touched("eq")
        return self is other

    def __repr__(self) -> str:
        self._touched("repr")
        return "evil"


def _half_way(error: str) -> Iterator[Any]:
    yield from ()
    raise ERRORS[error]()


ANSWERS: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "int": lambda: 5,
    "text": lambda: "ab",
    "object": object,
    "class": lambda: Fact,
    "dict": lambda: {"a": 1},
    "list of None": lambda: [None],
    "list of ints": lambda: [1, 2],
    "list of lists": lambda: [[]],
    "bool raises": lambda: _Evil("bool"),
    "iter raises": lambda: _Evil("iter"),
    **{f"half-way {name}": lambda name=name: _half_way(name) for name in ERRORS},
}


@frozen(kw_only=True)
class Odd(Fact):
    """A fact that holds anything."""

    kind: ClassVar[str] = "odd"

    value: Any = None
    who: Any = None


class Mutable(Odd):
    """A fact whose class is not decorated, so that it has a dictionary of its own."""

    kind: ClassVar[str] = "mutable"


_numbers = count()


def _evil(**methods: Any) -> type[Odd]:
    return type("Evil", (Odd,), {"__slots__": (), "kind": f"evil{next(_numbers)}", **methods})


def _raise(*_: Any, **__: Any) -> Any:
    raise UnprintableError


def _of_kind(kind: Any) -> type[Odd]:
    return type("OfKind", (Odd,), {"__slots__": (), "kind": kind})


EVIL = {
    "identity raises": _evil(identity=_raise),
    "identity is no key": _evil(identity=lambda self: []),
    "identity is evil": _evil(identity=lambda self: _Evil("hash")),
    "identity is unequal": _evil(identity=lambda self: _Evil("eq")),
    "identity has no repr": _evil(identity=lambda self: _Evil("repr")),
    "identity is always new": _evil(identity=lambda self: object()),
    "conflicts raises": _evil(conflicts=_raise),
    "conflicts is evil": _evil(conflicts=lambda self, other: _Evil("bool")),
    "conflicts never": _evil(conflicts=lambda self, other: False),
    "mentions raises": _evil(mentions=_raise),
    "mentions is None": _evil(mentions=lambda self: None),
    "mentions is of texts": _evil(mentions=lambda self: ["ab"]),
    "mentions is of no fields": _evil(mentions=lambda self: [("nowhere", _mention(self))]),
    "mentions is of ints": _evil(mentions=lambda self: [("who", 5)]),
    "repr raises": _evil(__repr__=_raise),
    "eq raises": _evil(__eq__=_raise, __hash__=lambda self: 1),
    "hash raises": _evil(__hash__=_raise),
    "overlaps raises": _evil(overlaps=_raise),
    "kind is empty": _of_kind(""),
    "kind is None": _of_kind(None),
    "kind is an int": _of_kind(5),
    "kind is a list": _of_kind([]),
    "kind is ours": _of_kind("quote"),
    "kind is a surrogate": _of_kind("\ud800"),
    "class is not decorated": Mutable,
}


def _mention(span: Span, **changes: Any) -> Mention:
    fields = {"start": span.start, "end": span.end, "text": span.text, "type": "person", "name": "Хват Ложный"} | changes
    return Mention(**fields)


def _nested(depth: int) -> Any:
    made: Any = ()
    for _ in range(depth):
        made = (made,)
    return made


SPANS: dict[str, Callable[[str], dict[str, Any]]] = {
    "negative": lambda text: {"start": -5, "end": -1, "text": text[-5:-1]},
    "backwards": lambda text: {"start": 5, "end": 1, "text": ""},
    "empty": lambda text: {"start": 1, "end": 1, "text": ""},
    "beyond": lambda text: {"start": 1, "end": len(text) + 5, "text": text[1:]},
    "of other words": lambda text: {"start": 0, "end": 3, "text": "???"},
    "None": lambda text: {"start": None, "end": None, "text": text},
    "of texts": lambda text: {"start": "0", "end": "3", "text": text[:3]},
    "of fractions": lambda text: {"start": 0.0, "end": 3.0, "text": text[:3]},
    "of truth values": lambda text: {"start": False, "end": True, "text": text[:1]},
    "of bytes": lambda text: {"start": 0, "end": 3, "text": text[:3].encode("utf-8", "replace")},
    "without text": lambda text: {"start": 0, "end": 3, "text": None},
    "evil": lambda text: {"start": 0, "end": 3, "text": _Evil("eq")},
}
VALUES: dict[str, Callable[[], Any]] = {
    "nan": lambda: float("nan"),
    "infinity": lambda: float("-inf"),
    "decimal nan": lambda: Decimal("NaN"),
    "signalling nan": lambda: Decimal("sNaN"),
    "huge decimal": lambda: Decimal("1E+999999"),
    "huge int": lambda: 10**5000,
    "set": lambda: {1},
    "frozenset": lambda: frozenset([1]),
    "bytes": lambda: b"\xff",
    "surrogate": lambda: "\ud800",
    "NUL": lambda: "\x00",
    "object": object,
    "list": lambda: [1],
    "dict": lambda: {1: 2},
    "complex": lambda: 1j,
    "class": lambda: Fact,
    "function": lambda: _raise,
    "deep": lambda: _nested(2000),
    "evil hash": lambda: _Evil("hash"),
    "evil eq": lambda: _Evil("eq"),
    "evil repr": lambda: _Evil("repr"),
    "exception": UnprintableError,
}
NAMES: dict[str, Any] = {
    "None": None,
    "int": 5,
    "list": ["a"],
    "empty": "",
    "spaces": "  ",
    "stops": "...",
    "surrogate": "\ud800",
    "bytes": b"a",
}


def _facts(name: str, text: str) -> Iterator[Any]:
    """The facts that stand for an entry of the tables above; two, where it takes two for the wrong to be noticed."""
    table, _, entry = name.partition(": ")
    span = {"start": 0, "end": 3, "text": text[:3]}
    wide = {"start": 0, "end": 4, "text": text[:4]}
    if table == "span":
        yield Odd(**SPANS[entry](text))
    elif table == "value":
        yield Odd(**span, value=VALUES[entry]())
        yield Odd(**span, value=VALUES[entry](), confidence=0.5)
    elif table == "method":
        yield EVIL[entry](**span)
        yield EVIL[entry](**wide)
        yield EVIL[entry](**span, value=1)
    elif table == "span of mention":
        yield Odd(**span, who=Mention(**SPANS[entry](text), type="person", name="Хват Ложный"))
    elif table == "name of mention":
        for type_ in ("person", "organization"):
            yield Odd(**span, who=_mention(Span(**span), name=NAMES[entry], type=type_))
    elif table == "span of cue":
        yield Quote(**span, style="direct", cue=Span(**SPANS[entry](text)))
    elif entry == "money":
        yield MoneyAmount(**span, amount=Decimal(5), currency="RUB", confidence=1.0)
        yield MoneyAmount(start=0, end=len(text), text=text, amount=Decimal(5), currency="RUB", confidence=1.0)
    else:
        yield Odd(**span, value=5)
        yield Odd(**span, value=(1, None, "a", (Decimal("0.1"), True)))


def _class(name: str) -> type[Fact]:
    """The class of those facts, which their extractor declares: it is not for lack of that that they are refused."""
    table, _, entry = name.partition(": ")
    return {"method": EVIL.get(entry, Odd), "span of cue": Quote}.get(table, MoneyAmount if entry == "money" else Odd)


FACTS = [
    *(f"span: {name}" for name in SPANS),
    *(f"value: {name}" for name in VALUES),
    *(f"method: {name}" for name in EVIL),
    *(f"span of mention: {name}" for name in SPANS),
    *(f"name of mention: {name}" for name in NAMES),
    *(f"span of cue: {name}" for name in SPANS),
    *("valid: money", "valid: odd"),
]
# Facts of a kind of ours, which may win over one of ours.
SHARED = {("fact", "valid: money"), ("fact", "method: kind is ours")}


class _Duck:
    """Has what an extractor or a language has, and is none."""

    name = code = "duck"
    languages = frozenset(["ru"])
    yields = (Odd,)
    abbreviations: frozenset[str] = frozenset()

    @staticmethod
    def run(analysis: Any) -> list[Any]:
        return []


def _extractor(name: Any, run: Any = _Duck.run, languages: Any = ("ru", "en"), yields: Any = (Odd,)) -> Extractor:
    return Extractor(name=name, languages=languages, yields=yields, run=run)


def _one(analysis: Any) -> Iterator[Any]:
    yield 1


EXTRACTORS: dict[str, Callable[[str], Any]] = {
    "duck": lambda name: _Duck(),
    "class": lambda name: Extractor,
    "named None": lambda name: _extractor(None),
    "named 5": lambda name: _extractor(5),
    "named by a list": lambda name: _extractor([]),
    "named evil": lambda name: _extractor(_Evil("repr")),
    "named as ours": lambda name: _extractor("money"),
    "named ''": lambda name: _extractor(""),
    "named by a surrogate": lambda name: _extractor("\ud800"),
    "language 5": lambda name: _extractor(name, languages=[5, None]),
    "languages one text": lambda name: _extractor(name, languages="ru"),
    "no language": lambda name: _extractor(name, languages=()),
    "run is None": lambda name: _extractor(name, run=None),
    "run takes nothing": lambda name: _extractor(name, run=list),
    "run takes more": lambda name: _extractor(name, run=lambda analysis, more: []),
    "yields no classes": lambda name: _extractor(name, run=_one, yields=(5,)),
    "yields ints": lambda name: _extractor(name, run=_one, yields=(int,)),
    "yields nothing": lambda name: _extractor(name, run=_one, yields=()),
}
LANGUAGES: dict[str, Callable[[], Any]] = {
    "duck": _Duck,
    "class": lambda: Language,
    "code None": lambda: Language(code=None, name="x"),
    "code 5": lambda: Language(code=5, name="x"),
    "code list": lambda: Language(code=[], name="x"),
    "code ''": lambda: Language(code="", name="x"),
    "code ru": lambda: Language(code="ru", name="x"),
    "code zz": lambda: Language(code="zz", name="x", morphology=None),
    "words 5": lambda: Language(code="zy", name="x", abbreviations=5, months=5),
}
CODES: dict[str, Any] = {
    "int": 5,
    "list": ["ru"],
    "bytes": b"ru",
    "object": object(),
    "evil": _Evil("hash"),
    "empty": "",
    "zz": "zz",
    "RU": "RU",
}


def _link(name: str, text: str, facts: Any) -> Any:
    target = next((fact for fact in facts if isinstance(fact, Quote) and fact.cue), next(iter(facts), None))
    id_ = target.id if target else "f1"
    good = _mention(Span(start=0, end=3, text=text[:3]))
    table, _, entry = name.partition(": ")
    if table == "field":
        return Link(fact=id_, field=entry, mention=good)
    if table == "span":
        return Link(fact=id_, field="speaker", mention=Mention(**SPANS[entry](text), type="person", name="Хват Ложный"))
    if table == "name":
        return Link(fact=id_, field="speaker", mention=_mention(good, name=NAMES[entry]))
    if table == "mention":
        return Link(
            fact=id_, field="speaker", mention={"None": None, "text": "ab", "span": Span(start=0, end=3, text=text[:3])}[entry]
        )
    return Link(fact={"None": None, "list": [], "f0": "f0", "evil": _Evil("hash")}[entry], field="speaker", mention=good)


LINKS = [
    *(
        f"field: {name}"
        for name in ("text", "start", "id", "confidence", "extractors", "kind", "nowhere", "style", "cue", "__class__")
    ),
    *(f"span: {name}" for name in SPANS),
    *(f"name: {name}" for name in NAMES),
    *(f"mention: {name}" for name in ("None", "text", "span")),
    *(f"fact: {name}" for name in ("None", "list", "f0", "evil")),
]


def _public(analysis: Any) -> list[Any]:
    """What an analysis shows; who reaches behind that can break anything in Python."""
    return [getattr(analysis, name) for name in ("article", "text", "failures", "sentences", "tokens", "quotations")]


CHANGES: dict[str, Callable[[Any], Any]] = {
    "text": lambda analysis: setattr(analysis, "text", "другой"),
    "no text": lambda analysis: setattr(analysis, "text", None),
    "article": lambda analysis: setattr(analysis, "article", Article(text="другой")),
    "no article": lambda analysis: setattr(analysis, "article", None),
    "language": lambda analysis: setattr(analysis, "language", None),
    "failures": lambda analysis: setattr(analysis, "failures", None),
    "failures cleared": lambda analysis: analysis.failures.clear(),
    "failures filled": lambda analysis: analysis.failures.append("no failure"),
    "sentences": lambda analysis: setattr(analysis, "sentences", ()),
    "tokens": lambda analysis: setattr(analysis, "tokens", ()),
    "mentions": lambda analysis: setattr(analysis, "mentions", (None,)),
    "entities": lambda analysis: setattr(analysis, "entities", ()),
    "recognizers": lambda analysis: setattr(analysis, "_recognizers", None),
    "methods": lambda analysis: setattr(analysis, "span", None),
    "what is kept": lambda analysis: [delattr(analysis, name) for name in ("mentions", "entities", "sentences", "tokens")],
    "the lists": lambda analysis: [value.clear() for value in _public(analysis) if isinstance(value, list | dict | set)],
}


class _NoAttributes:
    def __getattribute__(self, name: str) -> Any:
        raise UnprintableError


class _UnknownHook:
    @hookimpl
    def newsfacts_nothing(self) -> None:
        """There is no such hook."""


class _UnknownArgument:
    @hookimpl
    def newsfacts_extractors(self, more: Any) -> None:
        """The hook gives no such argument."""


class _Wrapper:
    @hookimpl(wrapper=True)
    def newsfacts_extractors(self) -> Any:
        yield
        raise UnprintableError


class _Methods:
    @hookimpl
    def newsfacts_extractors(self) -> None:
        """Registered as a class, it lacks its object."""


OBJECTS: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "int": lambda: 5,
    "text": lambda: "ab",
    "no attributes": _NoAttributes,
    "evil hash": lambda: _Evil("hash"),
    "evil bool": lambda: _Evil("bool"),
    "unknown hook": _UnknownHook,
    "unknown argument": _UnknownArgument,
    "wrapper": _Wrapper,
    "class": lambda: _Methods,
}

_RAISE = [f"raises {name}" for name in ERRORS]
_ANSWER = [f"returns {name}" for name in ANSWERS]
PARTS: dict[str, list[str]] = {
    "languages": [*_RAISE, *_ANSWER],
    "detect": [*_RAISE, *(f"code {name}" for name in CODES)],
    "recognize": [*_RAISE, *_ANSWER],
    "extractors": [*_RAISE, *_ANSWER],
    "relate": [*_RAISE, *_ANSWER],
    "run": [*_RAISE, *_ANSWER],
    "fact": FACTS,
    "mention": [*(f"span: {name}" for name in SPANS), *(f"name: {name}" for name in NAMES)],
    "extractor": [*EXTRACTORS, "twice"],
    "language": [*LANGUAGES],
    "link": LINKS,
    "change in run": [*CHANGES],
    "change in recognize": [*CHANGES],
    "change in relate": [*CHANGES],
    "object": [*OBJECTS],
}
# An answer that may be taken for a language's code, or for somebody's name: it then changes the result by right.
OTHER_LANGUAGE = {("detect", f"code {name}") for name in ("empty", "zz", "RU")}
OTHER_NAMES = {(place, f"name: {name}") for place in ("mention", "link") for name in ("empty", "spaces", "stops", "surrogate")}
# What need not be a failure: it is right, or it may be taken as well as refused.
EITHER = {
    *OTHER_LANGUAGE,
    *OTHER_NAMES,
    *((place, "returns None") for place in ("recognize", "relate")),
    *((place, "returns bool raises") for place in ("run", "extractors", "languages")),
    *(("extractor", name) for name in ("languages one text", "no language", "language 5", "named by a surrogate", "named ''")),
    *(("language", name) for name in ("code zz", "words 5", "code ''")),
    *(("object", name) for name in OBJECTS),
    *((place, name) for place in ("change in run", "change in recognize", "change in relate") for name in CHANGES),
}


def plugin(place: str, does: str, name: str) -> object:
    """A plugin that does one wrong thing, by a name that its extractor has too."""
    if place == "object":
        return OBJECTS[does]()

    def act(*_: Any) -> Any:
        word, _, entry = does.partition(" ")
        if word == "raises":
            raise ERRORS[entry]()
        return ANSWERS[entry]() if word == "returns" else CODES[entry]

    def changing(analysis: Any) -> tuple[()]:
        CHANGES[does](analysis)
        return ()

    def extractors() -> Any:
        if place == "extractors":
            return act()
        if place == "extractor":
            return [_extractor(name), _extractor(name)] if does == "twice" else [EXTRACTORS[does](name)]
        runs = {"run": act, "fact": lambda analysis: _facts(does, analysis.text), "change in run": changing}
        yields = (_class(does),) if place == "fact" else (Odd,)
        return [_extractor(name, run=runs[place], yields=yields)] if place in runs else []

    def mentions(analysis: Any) -> Any:
        table, _, entry = does.partition(": ")
        if table == "span":
            return [Mention(**SPANS[entry](analysis.text), type="person", name="Хват Ложный")]
        return [_mention(analysis.span(0, 3), name=NAMES[entry])]

    class Hostile:
        @hookimpl
        def newsfacts_extractors(self) -> Any:
            return extractors()

        if place in ("languages", "language"):

            @hookimpl
            def newsfacts_languages(self) -> Any:
                return act() if place == "languages" else [LANGUAGES[does]()]

        if place == "detect":

            @hookimpl
            def newsfacts_detect_language(self, article: Article) -> Any:
                return act()

        if place in ("recognize", "mention", "change in recognize"):

            @hookimpl
            def newsfacts_recognize(self, analysis: Any) -> Any:
                return {"recognize": act, "mention": mentions, "change in recognize": changing}[place](analysis)

        if place in ("relate", "link", "change in relate"):

            @hookimpl
            def newsfacts_relate(self, analysis: Any, facts: Any) -> Any:
                if place == "link":
                    return [_link(does, analysis.text, facts)]
                return {"relate": act, "change in relate": changing}[place](analysis)

    return Hostile()
