"""A plugin breaks nothing but itself: whatever it does is its failure, by name, and the others' facts stand."""

import pickle
from asyncio import CancelledError
from datetime import date, datetime, tzinfo
from decimal import Decimal, localcontext
from enum import Enum
from typing import Any, ClassVar

import pytest
from attrs import define, frozen
from helpers import Finds, Weather, extractor, mention, weather

from newsfacts import (
    ExtractionError,
    Extractor,
    Fact,
    Language,
    Link,
    Mention,
    MoneyAmount,
    Pipeline,
    PluginError,
    Quote,
    Span,
    hookimpl,
)
from newsfacts.facts import replaced

TEXT = "Анна Ким сказала: снег идёт, дождь тоже."


class UnspeakableError(Exception):
    def __str__(self):
        raise RuntimeError("no words")


class Offers:
    """A plugin with one hook, which does what it is made with."""

    def __init__(self, hook, answer):
        def run(*arguments):
            return answer(*arguments) if callable(answer) else answer

        bodies = {
            "detect_language": lambda self, article: run(article),
            "recognize": lambda self, analysis: run(analysis),
            "relate": lambda self, analysis, facts: run(analysis, facts),
            "languages": lambda self: run(),
            "extractors": lambda self: run(),
        }
        self.__class__ = type("Offers", (), {f"newsfacts_{hook}": hookimpl(bodies[hook], specname=f"newsfacts_{hook}")})


def raises(error):
    def run(*arguments):
        raise error

    return run


def yields(*facts, of=Weather):
    return Offers("extractors", [extractor("hostile", lambda analysis: facts, yields=(of,))])


def span(found, at=0):
    start = TEXT.index(found, at)
    return {"start": start, "end": start + len(found), "text": found}


@frozen(kw_only=True)
class Anything(Fact):
    kind: ClassVar[str] = "anything"
    value: Any = None


def anything(value):
    return Anything(**span("дождь"), value=value)


@frozen(kw_only=True)
class Hostile(Fact):
    """A fact whose class fails where the core asks it something."""

    kind: ClassVar[str] = "hostile"
    fails: str
    number: int = 0

    def identity(self):
        return {} if self.fails == "identity" else super().identity() if self.fails != "raise" else raises(KeyError("id"))()

    def conflicts(self, other):
        return raises(KeyError("conflicts"))() if self.fails == "conflicts" else False

    def __repr__(self):
        return raises(KeyError("repr"))() if self.fails == "repr" else "Hostile()"

    def mentions(self):
        raise KeyError("mentions")


class Odd(int):
    """A value that cannot be shown."""

    def __repr__(self):
        raise KeyError("repr")


@frozen(eq=False, repr=False)
class Same:
    """A value that is equal to nothing, and whose name in words is another one in each run."""

    number: int


class Colour(Enum):
    RED = b"red"
    FIRST = date(2025, 1, 1)
    BLUE = "blue"


@frozen(kw_only=True)
class Sure(Fact):
    """A kind that declares a core field anew."""

    kind: ClassVar[str] = "sure"
    confidence: float | None = None


@frozen(kw_only=True)
class Rouble(MoneyAmount):
    """A kind of its own, which its extractor does not declare."""

    kind: ClassVar[str] = "rouble"


class Lost(tzinfo):
    def utcoffset(self, moment):
        raise LookupError("no zone")


def nested(depth):
    return (nested(depth - 1),) if depth else ()


@define
class Mutable:
    number: float = float("nan")


QUOTE = Quote(**span("снег идёт"), style="direct", speaker=mention(TEXT, "Анна Ким"))


ODD_QUOTE = replaced(QUOTE, confidence="1")


def links(**fields):
    given = {"fact": "f2", "field": "speaker", "mention": mention(TEXT, "Ким")} | fields
    return Offers("relate", lambda analysis, facts: [Link(**given)])


def anywhere(name="x", **fields):
    """A mention that is not checked when it is made."""
    return Mention(**({"start": 0, "end": 8, "text": "Анна Ким", "type": "person", "name": name} | fields))


@pytest.mark.parametrize(
    ("plugin", "stage", "words"),
    [
        # what is raised
        pytest.param(
            Offers("extractors", [extractor("hostile", raises(SystemExit(0)))]), "extract", "SystemExit: 0", id="exit"
        ),
        pytest.param(
            Offers("extractors", [extractor("hostile", raises(UnspeakableError()))]),
            "extract",
            "UnspeakableError: (its text cannot be had: RuntimeError)",
            id="an error without text",
        ),
        pytest.param(
            Offers("extractors", [extractor("hostile", raises(CancelledError()))]), "extract", "CancelledError", id="cancelled"
        ),
        pytest.param(
            Offers("extractors", [extractor("hostile", raises(ValueError("\ud83d")))]), "extract", "ValueError: ?", id="half"
        ),
        pytest.param(Offers("recognize", raises(SystemExit("bye"))), "recognize", "SystemExit: bye", id="exit in recognize"),
        pytest.param(Offers("relate", raises(SystemExit("bye"))), "relate", "SystemExit: bye", id="exit in relate"),
        pytest.param(Offers("extractors", raises(SystemExit("bye"))), "load", "SystemExit: bye", id="exit in offering"),
        # what is offered
        pytest.param(Offers("extractors", ["money"]), "load", "a str, not an Extractor", id="no extractor"),
        pytest.param(Offers("extractors", 5), "load", "gave an int, not several", id="no list of extractors"),
        pytest.param(Offers("extractors", None), "load", "gave a NoneType, not several", id="forgotten return"),
        pytest.param(Offers("languages", [Extractor]), "load", "not a Language", id="no language"),
        pytest.param(Offers("recognize", lambda _: [("Ким", 0)]), "recognize", "a tuple, not a Mention", id="no mention"),
        pytest.param(Offers("relate", lambda *_: ["f1"]), "relate", "a str, not a Link", id="no link"),
        # mentions
        pytest.param(Offers("recognize", lambda _: [anywhere(5)]), "recognize", "5 for a string", id="name no string"),
        pytest.param(Offers("recognize", lambda _: [anywhere(" ")]), "recognize", "without a name", id="blank name"),
        pytest.param(Offers("recognize", lambda _: [anywhere("\udcff")]), "recognize", "half a character", id="name in halves"),
        pytest.param(
            Offers("recognize", lambda _: [anywhere(start=-len(TEXT), end=8 - len(TEXT))]),
            "recognize",
            "is not 'Анна Ким'",
            id="negative offsets",
        ),
        pytest.param(Offers("recognize", lambda _: [anywhere(start="0")]), "recognize", "offset '0'", id="offset no number"),
        pytest.param(Offers("recognize", lambda _: [anywhere(gender="m")]), "recognize", "the gender 'm'", id="gender"),
        pytest.param(Offers("recognize", lambda _: [anywhere(start=False)]), "recognize", "offset False", id="offset a bool"),
        # facts
        pytest.param(yields(anything([1]), of=Anything), "extract", "anything: value is a list", id="unhashable"),
        pytest.param(yields(anything(({1},)), of=Anything), "extract", "value is a set", id="set within"),
        pytest.param(yields(anything(b"x"), of=Anything), "extract", "value is a bytes", id="bytes"),
        pytest.param(yields(anything(Colour.RED), of=Anything), "extract", "whose value is a bytes", id="enum of bytes"),
        pytest.param(yields(anything(Colour.FIRST), of=Anything), "extract", "whose value is a date", id="enum of dates"),
        pytest.param(yields(anything(nested(900)), of=Anything), "extract", "more than 50 deep", id="nested"),
        pytest.param(yields(anything(datetime(2025, 1, 1, tzinfo=Lost())), of=Anything), "extract", "no zone", id="zone"),
        pytest.param(yields(Sure(**span("снег")), of=Sure), "extract", "confidence is None, not from 0 to 1", id="not sure"),
        pytest.param(yields(Sure(**span("снег"), confidence=-1.0), of=Sure), "extract", "is -1.0, not from 0", id="below 0"),
        pytest.param(yields(Rouble(**span("снег")), of=MoneyAmount), "extract", "declares only MoneyAmount", id="subclass"),
        pytest.param(
            yields(MoneyAmount(**span("снег"), amount=Decimal("1." + "1" * 1001)), of=MoneyAmount),
            "extract",
            "more than 1,000 digits",
            id="decimals",
        ),
        pytest.param(yields(anything(float("inf")), of=Anything), "extract", "value is inf", id="infinite"),
        pytest.param(yields(anything(Mutable()), of=Anything), "extract", "value is nan", id="not a number, within"),
        pytest.param(yields(anything(Mutable(1.0)), of=Anything), "consolidate", "unhashable", id="mutable value"),
        pytest.param(yields(anything(10**1200), of=Anything), "extract", "more than 1,000 digits", id="long int"),
        pytest.param(yields(anything("\ud800"), of=Anything), "extract", "value holds half a character at 0", id="surrogate"),
        pytest.param(yields(anything(Span(start=0, end=4, text="Ким!")), of=Anything), "extract", "is not 'Ким!'", id="span"),
        pytest.param(yields(anything(anywhere(None)), of=Anything), "extract", "None for a string", id="mention in a fact"),
        pytest.param(
            yields(MoneyAmount(**span("снег"), amount=Decimal("1E+999999999")), of=MoneyAmount),
            "extract",
            "money: amount is a number of more than 1,000 digits",
            id="exponent",
        ),
        pytest.param(
            yields(MoneyAmount(**span("снег"), amount=Decimal("NaN")), of=MoneyAmount), "extract", "amount is NaN", id="NaN"
        ),
        pytest.param(yields(weather(TEXT, "снег", degrees="3")), "extract", "degrees is '3', not int as its", id="declared"),
        pytest.param(yields(ODD_QUOTE, of=Quote), "extract", "quote: confidence is '1', not float or int", id="declared, ours"),
        # classes of facts
        pytest.param(yields(Hostile(**span("снег"), fails="identity"), of=Hostile), "consolidate", "unhashable", id="identity"),
        pytest.param(yields(Hostile(**span("снег"), fails="raise"), of=Hostile), "consolidate", "KeyError: 'id'", id="no id"),
        pytest.param(
            yields(*(Hostile(**span("снег"), fails="conflicts", number=n) for n in range(2)), of=Hostile),
            "consolidate",
            "KeyError: 'conflicts'",
            id="conflicts",
        ),
        pytest.param(yields(*(anything(Odd(n)) for n in range(2)), of=Anything), "consolidate", "KeyError: 'repr'", id="repr"),
        # links
        pytest.param(links(fact="f9"), "relate", "no fact 'f9'", id="no fact"),
        pytest.param(links(fact=[]), "relate", "unhashable", id="no id of a fact"),
        pytest.param(links(field="style"), "relate", "no fact 'f2' with a field 'style' for a mention", id="text field"),
        pytest.param(links(field="cue"), "relate", "'cue' for a mention", id="field for a span, empty"),
        pytest.param(links(field=1), "relate", "attribute name must be string", id="no field"),
        pytest.param(links(mention="Ким"), "relate", "a str, not a Mention", id="no mention in a link"),
        pytest.param(links(mention=anywhere(text="Ким")), "relate", "is not 'Ким'", id="link's span"),
        # the shared analysis
        pytest.param(
            Offers("extractors", [extractor("hostile", lambda analysis: setattr(analysis, "text", ""))]),
            "extract",
            "an analysis cannot be changed; keep 'text' in the plugin",
            id="text changed",
        ),
        pytest.param(
            Offers("extractors", [extractor("hostile", lambda analysis: delattr(analysis, "text"))]),
            "extract",
            "",
            id="text gone",
        ),
        pytest.param(
            Offers("extractors", [extractor("hostile", lambda analysis: analysis.failures.clear())]),
            "extract",
            "",
            id="failures",
        ),
        pytest.param(
            Offers("extractors", [extractor("hostile", lambda analysis: analysis.language.months.clear())]),
            "extract",
            "",
            id="language changed",
        ),
    ],
)
def test_what_a_plugin_does_wrong_is_its_failure_and_the_others_stand(plugin, stage, words):
    others = {"finds": Finds("снег"), "speaks": Offers("extractors", [extractor("speaks", lambda _: [QUOTE], yields=(Quote,))])}
    alone = Pipeline(discover=False, register=others).extract(TEXT, language="ru")
    result = Pipeline(discover=False, register={**others, "hostile": plugin}).extract(TEXT, language="ru")
    assert [(f.kind, f.text) for f in result.facts if f.kind in ("weather", "quote")] == [(f.kind, f.text) for f in alone.facts]
    assert {(f.stage, f.plugin) for f in result.failures} == {(stage, "hostile")}
    assert words in result.failures[0].message
    assert result.to_json()
    assert pickle.loads(pickle.dumps(result.failures)) == result.failures


@pytest.mark.parametrize("answer", [["ru"], 5, "klingon", b"ru"])
def test_a_detector_that_gives_no_code_fails_and_the_next_is_asked(answer):
    result = Pipeline(discover=False, register={"finds": Finds("снег"), "hostile": Offers("detect_language", answer)}).extract(
        TEXT
    )
    assert result.article.language == "ru"
    [failure] = result.failures
    assert (failure.stage, failure.plugin) == ("detect", "hostile")


def test_values_that_are_equal_to_nothing_are_in_one_order_in_every_run():
    facts = [anything(Same(n)) for n in range(8)]
    for order in (facts, facts[::-1], facts[3:] + facts[:3]):
        result = Pipeline(discover=False, register={"p": yields(*order, of=Anything)}).extract(TEXT, language="ru")
        assert [fact.value.number for fact in result.facts] == [0]


def test_what_a_plugin_sets_for_its_thread_rounds_no_sum():
    text = "Завод купили за 1 234 567,89 рублей."
    with localcontext(prec=3):
        [money] = Pipeline().extract(text).money
    assert money.amount == Decimal("1234567.89")


@pytest.mark.parametrize("answer", ["und", "", None])
def test_a_detector_that_tells_nothing_leaves_it_to_the_next(answer):
    plugins = {"finds": Finds("снег"), "silent": Offers("detect_language", answer)}
    result = Pipeline(discover=False, register=plugins).extract(TEXT)
    assert (result.article.language, result.failures) == ("ru", ())


def test_one_wrong_item_does_not_cost_the_right_ones_beside_it():
    right, wrong = mention(TEXT, "Анна Ким"), anywhere(5)
    plugin = Offers("recognize", lambda _: iter([wrong, right, wrong]))
    result = Pipeline(discover=False, register={"finds": Finds("снег"), "names": plugin}).extract(TEXT)
    assert [person.name for person in result.people] == ["Анна Ким"]
    assert len(result.failures) == 1, "equal failures of one article are one"


def test_a_wrong_extractor_does_not_cost_its_plugin_s_right_one():
    plugin = Offers("extractors", ["money", extractor("right", lambda analysis: [weather(TEXT, "снег")])])
    result = Pipeline(discover=False, register={"mixed": plugin}).extract(TEXT)
    assert ([f.text for f in result.facts], [f.stage for f in result.failures]) == (["снег"], ["load"])


def test_an_interrupt_is_nobody_s_failure():
    plugin = Offers("extractors", [extractor("hostile", raises(KeyboardInterrupt()))])
    with pytest.raises(KeyboardInterrupt):
        Pipeline(discover=False, register={"hostile": plugin}).extract(TEXT)


def test_exits_are_raised_as_errors_where_errors_are():
    plugin = Offers("extractors", [extractor("hostile", raises(SystemExit(3)))])
    with pytest.raises(ExtractionError) as raised:
        Pipeline(discover=False, register={"hostile": plugin}, on_error="raise").extract(TEXT)
    assert [str(error) for error in raised.value.exceptions] == ["plugin 'hostile': SystemExit: 3"]


def test_any_values_that_the_contract_has_a_form_for_are_taken():
    values = [1, 1.5, True, None, "снег", Decimal("1E+3"), (1, ("a", None)), mention(TEXT, "Ким"), Span(**span("снег"))]
    facts = [Anything(**span("дождь"), value=(n, value)) for n, value in enumerate(values)]
    result = Pipeline(discover=False, register={"p": yields(*facts[:1], of=Anything)}).extract(TEXT)
    assert not result.failures
    for fact in facts:
        assert not Pipeline(discover=False, register={"p": yields(fact, of=Anything)}).extract(TEXT).failures


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: extractor("w", list, languages="ru"), TypeError, r"string 'ru'; did you mean {'ru'}\?"),
        (lambda: extractor("w", list, languages=[5]), TypeError, "holds 5"),
        (lambda: extractor("w", list, yields=Weather), TypeError, r"did you mean \(Weather,\)\?"),
        (lambda: extractor("w", list, yields=[str]), TypeError, "no subclass of newsfacts.Fact"),
        (lambda: extractor("w", None), TypeError, "callable"),
        (lambda: extractor("", list), ValueError, "name"),
        (lambda: extractor(5, list), TypeError, "name"),
        (lambda: extractor("w", list, languages={"klingon"}), ValueError, "'klingon' is no language"),
        (lambda: Language(code=None, name="None"), ValueError, "None is no code of a language"),
        (lambda: Language(code="", name="None"), ValueError, "'' is no code of a language"),
        (lambda: Language(code="xx", name="None"), ValueError, "'xx' is no language"),
        (lambda: Language(code="cs", name=5), TypeError, "name"),
        (lambda: Language(code="cs", name="Czech", abbreviations=[5]), TypeError, "abbreviations"),
    ],
)
def test_an_extractor_or_a_language_is_checked_when_it_is_made(make, error, words):
    with pytest.raises(error, match=words):
        make()


def test_a_class_without_a_kind_is_refused_with_the_one_that_was_meant():
    @frozen(kw_only=True)
    class RoadAccident(Fact):
        """No kind."""

    with pytest.raises(ValueError, match=r"RoadAccident has no kind; did you mean `kind: ClassVar\[str\] = 'road_accident'`"):
        extractor("roads", list, yields=(RoadAccident,))


@pytest.mark.parametrize("kind", ["", "\ud800", "snow\n", 5])
def test_a_kind_is_words_that_can_be_written(kind):
    with pytest.raises(ValueError, match="Snow has no kind"):
        extractor("snow", list, yields=(type("Snow", (Fact,), {"kind": kind}),))


def test_a_kind_that_is_taken_is_refused():
    @frozen(kw_only=True)
    class Fine(MoneyAmount):
        """Its kind is its base's."""

    @frozen(kw_only=True)
    class Climate(Fact):
        kind: ClassVar[str] = "weather"

    plugins = {
        "a": Finds("снег"),
        "b": Offers("extractors", [extractor("b", list, yields=(Climate,))]),
        "c": Offers("extractors", [extractor("c", list, yields=(Fine,))]),
    }
    pipeline = Pipeline(discover=False, register=plugins)
    assert [extractor.name for extractor in pipeline.extractors] == ["weather"]
    climate, fine = pipeline.extract(TEXT).failures
    assert ("Climate has the kind 'weather', which is that of Weather; did you mean" in climate.message, climate.plugin) == (
        True,
        "b",
    )
    assert "Fine has the kind 'money', which is that of MoneyAmount" in fine.message


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_of_two_extractors_of_one_name_the_earlier_plugin_s_stays_whatever_the_order(order):
    plugins = {"a": Finds("снег"), "b": Finds("дождь")}
    result = Pipeline(discover=False, register={name: plugins[name] for name in order}).extract(TEXT)
    assert [f.text for f in result.facts] == ["снег"]
    [failure] = result.failures
    assert (failure.stage, failure.plugin) == ("load", "b")
    assert "its extractor 'weather' is left out: plugin 'a' offers one of that name" in failure.message
    assert "block=['a']" in failure.message


def test_ours_stay_whatever_a_stranger_s_plugin_is_called():
    extractors = Offers("extractors", [extractor("money", list), extractor("mine", lambda _: [weather(TEXT, "снег")])])
    languages = Offers("languages", [Language(code="ru", name="Mine")])
    pipeline = Pipeline(register={"aaa": extractors, "aab": languages})
    assert pipeline.languages["ru"].name == "Russian"
    result = pipeline.extract("Завод продали за 2 млн рублей.")
    assert [f.kind for f in result.facts] == ["money"]
    messages = {f.plugin: f.message for f in result.failures}
    assert "its extractor 'money' is left out: plugin 'money' offers one of that name" in messages["aaa"]
    assert "its language 'ru' is left out: newsfacts has one of that name" in messages["aab"]


def test_two_of_one_name_in_one_plugin_are_refused_both():
    twice = [extractor("twin", lambda _: [weather(TEXT, "снег")]), extractor("twin", lambda _: [weather(TEXT, "дождь")])]
    result = Pipeline(discover=False, register={"finds": Finds("идёт"), "twins": Offers("extractors", twice)}).extract(TEXT)
    assert [f.text for f in result.facts] == ["идёт"]
    [failure] = result.failures
    assert "it offers extractor 'twin' twice" in failure.message


class Unmarked:
    def newsfacts_extractors(self):
        return []


class Half(Finds):
    def newsfacts_recognize(self, analysis):
        return []


class Misspelt:
    @hookimpl
    def newsfacts_extractor(self):
        return []


class Argument:
    @hookimpl
    def newsfacts_extractors(self, text):
        return []


@pytest.mark.parametrize(
    ("plugin", "words"),
    [
        (None, "is None"),
        (object(), "it has no hooks; mark its functions"),
        (Finds, "it is the class Finds; did you mean an object of it, Finds()?"),
        (Unmarked(), "newsfacts_extractors is no hook without its mark; did you mean to write @newsfacts.hookimpl"),
        (Half("снег"), "newsfacts_recognize is no hook without its mark"),
        (Misspelt(), "there is no hook 'newsfacts_extractor'; did you mean 'newsfacts_extractors'"),
        (Argument(), "text"),
    ],
)
def test_what_is_no_plugin_is_refused_with_what_was_meant(plugin, words):
    with pytest.raises(PluginError, match="plugin 'bad'") as refused:
        Pipeline(discover=False, register={"good": Finds("снег"), "bad": plugin})
    assert words in str(refused.value)


def test_an_object_that_cannot_be_looked_at_is_no_plugin():
    class Untouchable:
        def __getattribute__(self, name):
            raise OSError("do not touch")

    with pytest.raises(PluginError, match="plugin 'bad': OSError: do not touch"):
        Pipeline(discover=False, register={"bad": Untouchable()})


def test_one_plugin_has_one_name():
    plugin = Finds("снег")
    with pytest.raises(PluginError, match=r"'twice'.*already registered"):
        Pipeline(discover=False, register={"once": plugin, "twice": plugin})
    with pytest.raises(PluginError, match=r"'money'.*another plugin has this name"):
        Pipeline(register={"money": plugin})
