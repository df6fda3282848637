"""The HTML report as markup: what it holds, that it holds it safely, and that its colours can be read."""

import base64
import hashlib
import io
import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import attrs
import pytest
from helpers import Weather, mention, title, weather
from timing import assert_linear

import newsfacts
from newsfacts import (
    Article,
    Conflict,
    Dateline,
    Entity,
    Failure,
    MoneyAmount,
    Pipeline,
    Quote,
    Result,
    Span,
)
from newsfacts.exporters.report.highlights import Highlight, weave
from newsfacts.exporters.report.labels import labels_for, shorten
from newsfacts.exporters.report.page import to_html, write_html, write_index
from newsfacts.lexicon import load

VOID = {"meta", "link", "br", "input"}
CSS = files("newsfacts.exporters").joinpath("report", "report.css").read_text(encoding="utf-8")


class Page(HTMLParser):
    """A small tree of what a parser makes of a page: elements in order, each with its path, attributes and text."""

    def __init__(self, markup):
        super().__init__()
        self.open, self.elements = [], []
        self.feed(markup)
        assert not self.open, "every element is closed"

    def handle_starttag(self, tag, attributes):
        node = {"tag": tag, "text": "", "up": self.open[-1] if self.open else None, **dict(attributes)}
        self.elements.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag, "elements nest"

    def handle_data(self, data):
        for node in self.open:
            node["text"] += data

    def find(self, **wanted):
        return [e for e in self.elements if all(e.get(k) == v for k, v in wanted.items())]

    def said(self, key):
        """The words of a fact's highlights, joined."""
        return "".join(e["text"] for e in self.elements if e.get("data-fact") == key)


def lies_in(node, place):
    while node is not None and node is not place:
        node = node["up"]
    return node is place


def fact(cls, text, found, start=0, **fields):
    at = text.index(found, start)
    return cls(start=at, end=at + len(found), text=found, **fields)


def page(text, *facts, **fields):
    result = Result(article=Article(text=text, language="en"), facts=facts, **fields)
    return Page(to_html(result))


TEXT = 'PARIS, May 5 – AFP. Minister Ann Lee said "it will cost 2 million euros", and left.\n\nSnow fell.'


def full():
    lee = mention(TEXT, "Ann Lee")
    quote = fact(Quote, TEXT, "it will cost 2 million euros", style="direct", speaker=attrs.evolve(lee, entity="e1"), id="f3")
    office = title(TEXT, "Minister", person=attrs.evolve(lee, entity="e1"), id="f2", status="former", organization="Treasury")
    line = fact(Dateline, TEXT, "PARIS, May 5 – AFP", places=("Paris",), date="--05-05", agency="AFP", id="f1")
    money = fact(MoneyAmount, TEXT, "2 million euros", amount=Decimal(2000000), currency="EUR", id="f4", confidence=0.98)
    snow = weather(TEXT, "Snow", degrees=-3, id="f5", extractors=("sky",))
    return Result(
        article=Article(
            text=TEXT, headline="Snow & cost", url="https://www.example.org/a", source="AFP", published="2026-05-05",
            authors=("Bo Li",), language="en",
        ),
        facts=(line, office, quote, money, snow),
        entities=(Entity(type="person", name="Ann Lee", mentions=(lee,), facts=(office, quote), id="e1"),),
    )  # fmt: skip


def test_the_article_stands_above_its_text():
    header = Page(to_html(full())).find(tag="header")[0]["text"]
    assert header == "AFP · 5 May 2026 · example.orgSnow & costBo Li"


def test_every_fact_is_highlighted_by_its_words_and_kind():
    shown = Page(to_html(full()))
    for number, found in enumerate(full().facts, 1):
        assert shown.said(f"a1-f{number}") == found.text
        assert {e["data-kind"] for e in shown.elements if e.get("data-fact") == f"a1-f{number}"} == {found.kind}
    assert shown.find(**{"class": "text"})[0]["text"] == TEXT


def test_every_fact_has_one_entry_that_links_to_its_words():
    shown = Page(to_html(full()))
    for number in range(1, 6):
        [entry] = shown.find(id=f"a1-f{number}-entry")
        assert [e for e in shown.elements if e["up"] is entry and e.get("href") == f"#a1-f{number}"]
        assert shown.find(id=f"a1-f{number}")


def test_a_person_comes_with_titles_and_quotes():
    shown = Page(to_html(full()))
    [person] = shown.find(**{"class": "name"})
    assert person["text"] == "Ann Lee "
    assert "Ministerformer · Treasury" in person["up"]["text"]
    assert "it will cost" in person["up"]["text"]


def test_a_sum_reads_as_a_number_with_its_currency():
    assert page(TEXT, full().facts[3]).find(id="a1-f1-entry")[0]["text"].startswith("€2m")


@pytest.mark.parametrize(
    ("fields", "english", "russian"),
    [
        ({"minimum": Decimal("3E+4"), "maximum": Decimal(50000), "currency": "RUB"}, "₽30,000–50,000", "30_000–50_000_₽"),
        ({"amount": Decimal("0.50"), "qualifier": "at_least"}, "at least_0.50", "не менее_0,50"),
        ({"minimum": Decimal(431 * 10**9), "maximum": Decimal(440 * 10**9), "currency": "RUB"}, "₽431–440bn", "431–440_млрд_₽"),
        ({"minimum": Decimal(9 * 10**8), "maximum": Decimal("1.2E+9"), "currency": "USD"}, "$900m–1.2bn", "900_млн–1,2_млрд_$"),
        ({"amount": Decimal("1200000000.00"), "currency": "USD"}, "$1.2bn", "1,2_млрд_$"),
        ({"amount": Decimal("1234567000"), "currency": "USD"}, "$1,234,567,000", "1_234_567_000_$"),  # no digit is lost
        ({"amount": Decimal("2000000.5"), "currency": "EUR"}, "€2,000,000.5", "2_000_000,5_€"),
        ({"amount": Decimal(5 * 10**6), "currency": "BYN"}, "BYN_5m", "5_млн_BYN"),  # no sign of its own
        ({"amount": Decimal(3 * 10**15), "currency": "JPY"}, "¥3,000tn", "3_000_трлн_¥"),
        ({"amount": Decimal("1E+200")}, "100,000,000,000,000,000", "100_000_000_000_000_000"),
        ({"currency": "USD"}, "$", "$"),
    ],
)
def test_sums_are_short_and_exact(fields, english, russian):
    sum_ = MoneyAmount(start=2, end=5, text="sum", **fields)
    for language, shown in (("en", english), ("ru", russian)):
        result = Result(article=Article(text="A sum.", language=language), facts=(sum_,))
        [entry] = Page(to_html(result)).find(id="a1-f1-entry")
        assert entry["text"].strip().startswith(shown.replace("_", "\u00a0"))


def test_equal_sums_are_told_once_and_those_of_a_currency_stand_together():
    text = "It paid $2m, or €3m, then 2 million dollars and $5."
    found = [("$2m", 2 * 10**6, "USD"), ("€3m", 3 * 10**6, "EUR"), ("2 million dollars", 2 * 10**6, "USD"), ("$5", 5, "USD")]
    shown = page(text, *(fact(MoneyAmount, text, words, amount=Decimal(n), currency=c) for words, n, c in found))
    [section] = shown.find(tag="section", **{"data-kind": "money"})
    dollars, euros = [e for e in shown.find(tag="ul") if e["up"] is section]
    [twice] = shown.find(**{"class": "said"})
    assert twice["text"] == "$2m ×2"
    assert not [e["text"] for e in shown.find(**{"class": "note"})], "no sum is said twice in the same words"
    links = {name: [e["href"] for e in shown.find(tag="a") if lies_in(e, place)] for name, place in
             (("twice", twice["up"]), ("dollars", dollars), ("euros", euros))}  # fmt: skip
    assert links == {"twice": ["#a1-f1", "#a1-f3"], "dollars": ["#a1-f1", "#a1-f3", "#a1-f4"], "euros": ["#a1-f2"]}


def test_a_stranger_s_kind_shows_its_fields():
    entry = Page(to_html(full())).find(id="a1-f5-entry")[0]["text"]
    for words in ("Snow", "Degrees: -3", "Weather", "100%", "sky", "f5"):
        assert words in entry


def test_a_stranger_s_kinds_take_the_other_hues_in_turn():
    kinds = [type(f"Kind{n}", (Weather,), {"kind": f"kind-{n}"}) for n in range(5)]
    shown = page("snow " * 5, *(k(start=5 * n, end=5 * n + 4, text="snow", degrees=0) for n, k in enumerate(kinds)))
    assert [e["class"] for e in shown.find(tag="mark")] == ["k4", "k5", "k6", "k7", "k4"]


QUAKE_WORDS = """
colour = "rust"

[words.en]
one = "Earthquake"
many = "Earthquakes"
fields = {magnitude = "How strong", place = "Where"}
values = {place = {kamchatka = "Kamchatka"}}

[words.ru]
one = "Землетрясение"
many = "Землетрясения"
fields = {magnitude = "Сила", place = "Где"}
values = {place = {kamchatka = "Камчатка"}}
"""


def quake(display):
    class Quake(newsfacts.Fact):
        kind = "quake"
        magnitude: str
        place: str = "kamchatka"

    Quake.display = display
    cls = attrs.frozen(kw_only=True)(Quake)
    return cls(start=2, end=7, text="quake", magnitude="5.4")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Earthquakes 1", "How strong: 5.4", "Where: Kamchatka", "Earthquake")),
        ("ru", ("Землетрясения 1", "Сила: 5.4", "Где: Камчатка", "Землетрясение")),
        ("he", ("Earthquakes 1", "How strong: 5.4", "Where: Kamchatka", "Earthquake")),  # it has no words for Hebrew
    ],
)
def test_a_kind_s_class_says_how_it_is_called_and_coloured(language, words, tmp_path, monkeypatch):
    (tmp_path / "quakes").mkdir()
    (tmp_path / "quakes" / "__init__.py").touch()
    (tmp_path / "quakes" / "display.toml").write_text(QUAKE_WORDS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    load.cache_clear()
    found = quake(load("quakes", "display.toml", newsfacts.Display))
    shown = Page(to_html(Result(article=Article(text="A quake.", language=language), facts=(found,))))
    [mark], [button], [entry] = shown.find(tag="mark"), shown.find(tag="button"), shown.find(id="a1-f1-entry")
    many, *fields, one = words
    assert (button["text"], mark["class"], button["class"]) == (many, "k6", "k6")
    assert f", {fields[1]}" in entry["text"]
    assert fields[0] in entry["text"]
    assert mark["title"].splitlines()[0] == one
    assert shown.find(tag="section", **{"data-kind": "quake"})[0]["text"].startswith(many.removesuffix(" 1"))


@pytest.mark.parametrize("display", [newsfacts.Display(), newsfacts.Display(colour="teal")])
def test_a_kind_without_words_is_called_by_its_name(display):
    shown = page("A quake.", quake(display))
    assert shown.find(tag="button")[0]["text"] == "Quake 1"
    assert shown.find(tag="mark")[0]["class"] == ("k5" if display.colour else "k4")


@pytest.mark.parametrize(
    ("make", "error", "problem"),
    [
        (lambda: newsfacts.Display(colour="pink"), ValueError, "colour"),
        (lambda: newsfacts.Display(words={"en": "Quake"}), TypeError, "Wording"),
        (lambda: newsfacts.Wording(one="Quake", many="Quakes", fields={"magnitude": 1}), TypeError, "fields"),
        (
            lambda: newsfacts.Extractor(name="q", languages={"en"}, yields=(type(quake({"en": "Quake"})),), run=print),
            TypeError,
            "Quake.display is {'en': 'Quake'}; it must be a newsfacts.Display",
        ),
    ],
)
def test_a_display_that_is_none_is_an_error(make, error, problem):
    with pytest.raises(error, match=re.escape(problem)):
        make()


def test_a_stranger_s_field_may_be_called_display():
    @attrs.frozen(kw_only=True)
    class Screen(Weather):
        kind = "screen"
        display: str = "wide"

    newsfacts.Extractor(name="s", languages={"en"}, yields=(Screen,), run=print)
    shown = page("A screen.", Screen(start=2, end=8, text="screen", degrees=1))
    assert "Display: wide" in shown.find(id="a1-f1-entry")[0]["text"]


def test_filters_count_the_kinds():
    buttons = Page(to_html(full())).find(tag="button")
    assert [(b["data-kind"], b["text"], b["aria-pressed"]) for b in buttons] == [
        ("dateline", "Dateline 1", "true"),
        ("title", "Titles 1", "true"),
        ("quote", "Quotes 1", "true"),
        ("money", "Amounts 1", "true"),
        ("weather", "Weather 1", "true"),
    ]


def test_what_went_wrong_is_told_when_something_did():
    assert not Page(to_html(full())).find(**{"class": "notes"})
    broken = attrs.evolve(
        full(),
        conflicts=(Conflict(fact=full().facts[1], winner="f4", reason="shorter"),),
        failures=(Failure(stage="extract", plugin="sky", message="ValueError: <b>"),),
        skipped=("noise",),
    )
    [notes] = Page(to_html(broken)).find(**{"class": "notes"})
    for words in ("(3)", "Title: Minister – lost to another finding f4 (shorter)", "sky, extract: ValueError: <b>", "noise"):
        assert words in notes["text"]


def test_no_facts_is_said():
    assert "No facts were found." in page("Nothing.").find(tag="aside")[0]["text"]
    assert not page("Nothing.").find(tag="button")


# Where spans nest and cross


def woven(text, *spans):
    marks = [
        Highlight(start=a, end=b, id=f"m{n}", tag="mark", attributes={"data_fact": f"m{n}"}) for n, (a, b) in enumerate(spans)
    ]
    return weave(text, marks)


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 10), (2, 4)],
        [(0, 10), (0, 10)],
        [(0, 10), (0, 4), (4, 10)],
        [(0, 6), (3, 9), (5, 12)],
        [(3, 9), (0, 6), (8, 9)],
        [(0, 30), (4, 18), (16, 29)],
        [(i, i + 10) for i in range(20)],
    ],
)
def test_spans_that_nest_and_cross_carry_their_words(spans):
    text = "One two,\r\nthree four.\n\n  Five six."
    shown = Page(woven(text, *spans))
    for number, (start, end) in enumerate(spans):
        assert shown.said(f"m{number}") == text[start:end]
        assert len(shown.find(id=f"m{number}")) == 1


def test_facts_are_tied_to_entities_and_to_the_words_they_are_made_of():
    text = "Ann Lee quit, she told AFP. She had asked for 2 million euros."
    lee, she = mention(text, "Ann Lee", entity="e1"), mention(text, "she", name="Ann Lee", entity="e1")
    told = Span(start=text.index("told"), end=text.index("told") + 4, text="told")
    quit_ = fact(Quote, text, "Ann Lee quit", style="indirect", speaker=she, cue=told, id="f1")
    asked = fact(Quote, text, "She had asked", style="indirect", speaker=she, id="f2")
    shown = page(text, quit_, asked, entities=(Entity(type="person", name="Ann Lee", mentions=(lee,), id="e1"),))
    assert {e["data-about"] for e in shown.find(tag="mark")} == {"a1-e1"}
    assert [(e["text"], e["data-part"]) for e in shown.elements if "data-part" in e] == [
        ("she", "a1-f1 a1-f2"),
        ("told", "a1-f1"),
    ]
    assert [(e["text"], e["data-entity"], e["data-type"]) for e in shown.elements if "data-entity" in e] == [
        ("Ann Lee", "a1-e1", "person")
    ]


def test_a_nested_span_is_one_element_inside_the_other():
    assert woven("abcdef", (0, 6), (2, 4)) == (
        '<p><mark id="m0" data-fact="m0">ab<mark id="m1" data-fact="m1">cd</mark>ef</mark></p>'
    )


def test_paragraphs_are_elements_and_the_space_between_them_stays():
    assert weave("One.\n\n  Two\n", []) == "<p>One.</p>\n\n  <p>Two</p>\n"


@pytest.mark.parametrize("text", ["", " \n ", "a\r\nb\rc", "a\n\n\n\tb\u00a0\u2009c\n", "<&>\"'", "\ufeffa\u2028b", "𝕒 b"])
def test_the_markup_s_text_is_the_text(text):
    assert Page(f"<div>{weave(text, [])}</div>").elements[0]["text"] == text


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_no_page_can_hold_is_replaced_one_to_one(text):
    assert weave(text, []) == "<p>a\ufffdb</p>"


@pytest.mark.parametrize("span", [(-1, 2), (2, 2), (3, 2), (0, 99)])
def test_a_span_that_is_not_in_the_text_is_left_out(span):
    assert woven("abc", span) == "<p>abc</p>"


# Safety

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='alert(1)"


def hostile(url="https://example.org/" + HOSTILE):
    @attrs.frozen(kw_only=True)
    class Evil(Weather):
        kind = HOSTILE
        words: str = HOSTILE

    text = f"{HOSTILE} snow"
    evil = Evil(start=0, end=len(HOSTILE), text=HOSTILE, degrees=1, id=HOSTILE, extractors=(HOSTILE,))
    named = mention(text, HOSTILE, name=HOSTILE)
    quote = Quote(start=3, end=9, text=text[3:9], style="partial", speaker=named, cue=Span(start=0, end=3, text=text[:3]))
    return Result(
        article=Article(
            text=text, id=HOSTILE, url=url, headline=HOSTILE, source=HOSTILE, authors=(HOSTILE,), language="x-hostile",
        ),
        facts=(evil, quote),
        entities=(Entity(type=HOSTILE, name=HOSTILE, mentions=(named,), facts=(evil,)),),
        conflicts=(Conflict(fact=evil, winner=HOSTILE, reason=HOSTILE),),
        failures=(Failure(stage=HOSTILE, plugin=HOSTILE, message=HOSTILE),),
        skipped=(HOSTILE,),
    )  # fmt: skip


def test_nothing_of_an_article_becomes_markup():
    shown = Page(to_html(hostile()))
    assert len(shown.find(tag="script")) == 1
    assert not shown.find(tag="img")
    assert not [k for e in shown.elements for k in e if k.startswith("on") or k == "style"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " javascript:alert(1)", "JAVA\nSCRIPT:alert(1)", "data:text/html,x", "file:///x", "http://[x"],
)
def test_only_addresses_of_web_pages_become_links(url):
    shown = Page(to_html(hostile(url)))
    assert all(e["href"].startswith("#") for e in shown.find(tag="a"))
    assert url in shown.find(tag="header")[0]["text"]


def test_the_policy_lets_the_page_s_own_style_and_script_run_and_nothing_else():
    shown = Page(to_html(full()))
    [policy] = [e["content"] for e in shown.elements if e.get("http-equiv") == "Content-Security-Policy"]
    for tag in ("style", "script"):
        [own] = shown.find(tag=tag)
        digest = base64.b64encode(hashlib.sha256(own["text"].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


# Several articles, languages, notebooks


def test_articles_come_one_after_the_other_as_they_are_ready():
    stream = io.StringIO()
    lengths = []

    def results():
        for _ in range(3):
            lengths.append(len(stream.getvalue()))
            yield full()

    write_html(results(), stream)
    assert lengths == sorted(set(lengths)), "each is written before the next one is asked for"
    shown = Page(stream.getvalue())
    ids = [e["id"] for e in shown.elements if "id" in e]
    assert len(ids) == len(set(ids))
    assert len(shown.find(tag="article")) == 3
    assert shown.said("a3-f4") == "2 million euros"


def test_no_articles_is_a_page():
    stream = io.StringIO()
    write_html([], stream)
    assert Page(stream.getvalue()).find(tag="main")[0]["text"].strip() == "No facts were found."
    write_index([], stream := io.StringIO())
    assert Page(stream.getvalue()).find(tag="main")[0]["text"].strip() == "Articles"


def test_several_articles_on_a_page_have_a_list_and_one_has_none():
    assert not Page(to_html(full())).find(tag="nav")
    write_html(
        [full(), attrs.evolve(full(), article=Article(text="Snow.", headline="Snow", language="en"))], stream := io.StringIO()
    )
    shown = Page(stream.getvalue())
    [nav] = shown.find(tag="nav")
    links = [e for e in shown.find(tag="a") if lies_in(e, nav) and e["href"].startswith("#")]
    assert [(e["href"], e["text"]) for e in links] == [("#a1", "Snow & cost"), ("#a2", "Snow")]
    assert all(shown.find(tag="article", id=e["href"][1:]) for e in links)


def test_a_list_of_pages_says_where_they_are_and_what_is_in_them():
    hebrew = Result(
        article=Article(text="שלום", headline="שלום", language="he"),
        failures=(Failure(stage="extract", plugin="sky", message="<b>"),),
    )
    stream = io.StringIO()
    lengths = []

    def pages():
        for name, result in (("a.html", full()), ("б в?#.html", hostile()), ("c.html", hebrew)):
            lengths.append(len(stream.getvalue()))
            yield name, result

    write_index(pages(), stream)
    assert lengths == sorted(set(lengths)), "each is written before the next one is asked for"
    shown = Page(stream.getvalue())
    links = [e["href"] for e in shown.find(tag="a") if e["up"]["tag"] == "h2"]
    assert links == ["a.html", "%D0%B1%20%D0%B2%3F%23.html", "c.html"]
    first, _, last = [e for e in shown.find(tag="li") if "lang" in e]
    assert first["text"] == "AFP · 5 May 2026 · example.orgSnow & costAnn LeeDateline 1Titles 1Quotes 1Amounts 1Weather 1"
    assert (last["dir"], last["text"]) == ("rtl", "שלוםNo facts were found.Failed: sky")
    assert not shown.find(tag="img")


def test_the_interface_speaks_the_article_s_language():
    shown = Page(to_html(attrs.evolve(full(), article=attrs.evolve(full().article, language="ru"))))
    assert shown.find(tag="html", lang="ru")
    assert shown.find(tag="button")[1]["text"] == "Должности 1"
    assert "5 мая" in shown.find(id="a1-f1-entry")[0]["text"]


@pytest.mark.parametrize(
    ("code", "text", "direction"),
    [
        ("en", "The bank said so (הודעה) on Monday.", "ltr"),
        ("ru", "Банк сообщил.", "ltr"),
        ("he", "הבנק הודיע ביום שני, על פי Reuters.", "rtl"),
        ("ar", "Reuters: أعلن البنك المركزي يوم الاثنين.", "rtl"),
        (None, "أعلن البنك المركزي.", "rtl"),
        ("ku", "Bankê ragihand.", "ltr"),  # written in Latin letters in one country, in Arabic ones in another
        ("ku", "بانک رایگەیاند.", "rtl"),
        (None, "12 + 3", "auto"),
    ],
)
def test_the_text_has_its_language_and_direction(code, text, direction):
    shown = Page(to_html(Result(article=Article(text=text, headline=text, language=code))))
    [words], [article], [heading] = shown.find(**{"class": "text"}), shown.find(tag="article"), shown.find(tag="h1")
    assert (words["lang"], words["dir"]) == (heading["lang"], heading["dir"]) == (code or "", direction)
    assert (article["lang"], article["dir"]) == (code if code in ("en", "ru") else "en", direction)


def test_both_languages_name_the_same_things():
    russian, english = labels_for("ru"), labels_for("en")
    for name in ("entities", "kinds", "fields", "values"):
        assert getattr(russian, name).keys() == getattr(english, name).keys()
    assert {k: v.keys() for k, v in russian.values.items()} == {k: v.keys() for k, v in english.values.items()}
    assert labels_for("../en") is not None
    assert labels_for("xx").language == "en"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-05-05", "5 May 2026"),
        ("--09-29", "29 September"),
        ("2026-05-05T09:30:00+03:00", "5 May 2026, 09:30"),
        (date(2026, 5, 5), "5 May 2026"),
        ("2026-13-05", "2026-13-05"),
        ("20260505", "20260505"),
        (("a", Decimal("1E+3")), "a, 1,000"),
        (Span(start=0, end=4, text="said"), "said"),
        (mention("Lee left", "Lee", name="Ann Lee"), "Ann Lee (Lee)"),
        (True, "True"),
    ],
)
def test_values(value, shown):
    assert labels_for("en").value("field", value) == shown


def test_long_words_are_shortened():
    assert shorten("one  two\nthree") == "one two three"
    assert shorten("word " * 40, 22) == "word word word word…"
    assert shorten("x" * 500, 10) == "x" * 10 + "…"
    assert shorten(" " * 500 + "x", 10) == "…"


def test_a_notebook_shows_the_page_in_a_frame():
    style, frame = Page(full()._repr_html_()).elements
    assert (style["tag"], frame["tag"]) == ("style", "iframe")
    assert ".newsfacts-report" in style["text"]
    assert frame["class"] == "newsfacts-report"
    assert frame["srcdoc"] == full().to_html()
    assert "allow-same-origin" not in frame["sandbox"]


def test_an_article_without_a_headline_is_named_by_its_file_s_name():
    [heading] = Page(to_html(Result(article=Article(text="x", id="wire/17.txt")))).find(tag="h1")
    assert heading["text"] == "17.txt"


def test_the_pipeline_s_result_is_a_page():
    result = Pipeline().extract("МИНСК, 29 сен – РИА Новости. Завод купят за 2 миллиарда долларов.")
    shown = Page(result.to_html())
    for number, found in enumerate(result.facts, 1):
        assert shown.said(f"a1-f{number}") == found.text
    assert "2\u00a0млрд\u00a0$" in shown.find(tag="aside")[0]["text"]


@pytest.mark.once
def test_a_long_article_with_many_facts_takes_time_in_proportion():
    sentence = "The minister said it is snow. "

    def result(number):
        fact = weather(sentence, "snow")
        places = range(0, number * len(sentence), len(sentence))
        facts = tuple(attrs.evolve(fact, start=fact.start + i, end=fact.end + i, id=f"f{i}") for i in places)
        return Result(article=Article(text=sentence * number), facts=facts)

    assert_linear(to_html, result, 250)


def test_the_same_article_is_the_same_page():
    assert to_html(full()) == to_html(full())
    code = (
        "import sys; sys.path.append(sys.argv[1]); import test_report as t; open(1, 'wb').write(t.to_html(t.full()).encode())"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", code, Path(__file__).parent],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "01"
    }
    assert pages == {to_html(full()).encode()}


def test_a_page_is_small():
    assert len(to_html(Result(article=Article(text="")))) < 40_000
    sentence = "The minister said it is snow. "
    places = range(0, 200 * len(sentence), len(sentence))
    facts = tuple(weather(sentence * 200, "snow", id=f"f{i}") for i in places)
    facts = tuple(attrs.evolve(f, start=f.start + i, end=f.end + i) for f, i in zip(facts, places, strict=True))
    with_facts, without = (len(to_html(Result(article=Article(text=sentence * 200), facts=f))) for f in (facts, ()))
    assert with_facts - without < 200 * 1000


# Colours


def palettes():
    """The custom properties of the light and of the dark palette."""
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    colours = [dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block)) for block in (light, dark)]
    return [("light", colours[0]), ("dark", {**colours[0], **colours[1]})]


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


HUES = [f"--k{n}" for n in range(8)]
READ = [
    *((words, ground) for words in ("--text", "--muted", "--link") for ground in ("--paper", "--card")),
    *((f"{hue}-ink", ground) for hue in HUES for ground in ("--paper", "--card", f"{hue}-tint")),
    *(("--text", f"{hue}-tint") for hue in HUES),
    *(("--text", f"{hue}-lit") for hue in HUES),
    ("--text", "--name"),
    ("--muted", "--name"),
]


def lit(palette):
    """The palette with the grounds of what is pointed at: the style sheet's mixture of the tint with a part of the ink."""
    part = int(re.search(r"mark\.lit \{ --ground: color-mix\(in srgb, var\(--ink\) (\d+)%, var\(--tint\)\)", CSS)[1]) / 100
    channels = {name: [int(value[i : i + 2], 16) for i in (1, 3, 5)] for name, value in palette.items()}
    for hue in HUES:
        mixed = (part * a + (1 - part) * b for a, b in zip(channels[f"{hue}-ink"], channels[f"{hue}-tint"], strict=True))
        palette[f"{hue}-lit"] = "#" + "".join(f"{round(value):02x}" for value in mixed)
    return palette


@pytest.mark.parametrize(("name", "palette"), palettes(), ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(name, palette):
    palette = lit(palette)
    poor = {pair: ratio for pair in READ if (ratio := contrast(*(palette[p] for p in pair))) < 4.5}
    assert not poor


def test_contrast_is_that_of_the_guideline():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_kind_with_a_field_that_is_called_as_a_method_is_shown():
    @attrs.frozen(kw_only=True)
    class Poll(newsfacts.Fact):
        kind = "poll"
        mentions: str

    poll = Poll(start=2, end=6, text="poll", mentions="12 parties")
    page = newsfacts.Result(article=newsfacts.Article(text="A poll."), facts=(poll,)).to_html()
    assert "12 parties" in page
