"""What a page says of its article: the forms in which sites say it, and what they say wrong."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import html

from newsfacts import read_one
from newsfacts.readers.bylines import person_names
from newsfacts.readers.datelines import dateline_words
from newsfacts.readers.page.metadata import read_metadata

PAGES = Path(__file__).parent.parent / "fixtures" / "html"


JUNK = (
    "", "Hours Ago", "3 Hours Ago", "Email The Author", "admin", "Reuters", "Associated Press", "Herald Staff", "The Herald",
    "Редакция", "РИА Новости", "Служба информации", "https://herald.example/staff", "@janedoe", "Tidewater Herald",
    "Share this", "Update 2", "Вчера, 12:40", "мария иванова", "«Вечерний Иртыш»", "Global Reporters Network", "A B",
)  # fmt: skip


def metadata(head="", body="", url=None, lang=""):
    return read_metadata(html.document_fromstring(f"<html{lang}><head>{head}</head><body>{body}</body></html>"), url)


def ld(*things, **article):
    """JSON-LD blocks: the things that are given, or one news article with the properties that are given."""
    things = things or ({"@context": "https://schema.org", "@type": "NewsArticle", **article},)
    blocks = (thing if isinstance(thing, str) else json.dumps(thing, ensure_ascii=False) for thing in things)
    return "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)


def at(text):
    return datetime.fromisoformat(text)


def test_json_ld_of_an_agency():
    article = read_one(PAGES / "agency.html")
    assert article.url == "https://meridian.example/20250314/most-2005417890.html"
    assert article.headline == "В Томске открыли мост через Ушайку"
    assert article.hints.headline == "В Томске открыли мост, который строили семь лет: подробности и фото"
    assert article.published == at("2025-03-14T08:12:00+03:00")
    assert article.modified == at("2025-03-14T09:40:00+03:00")
    assert (article.language, article.hints.language) == ("ru", "ru")
    assert article.source == 'Агентство "Меридиан"'
    assert article.authors == ()
    assert article.hints.located == ("Томск", "Россия")
    assert article.hints.dateline is None


def test_microdata_with_authors_of_their_own():
    article = read_one(PAGES / "microdata.html")
    assert article.authors == ("Abby Reed", "Tom Okafor-Lind")
    assert article.headline == "Harbour bridge to close for six weeks"
    assert article.hints.headline is None
    assert article.published == at("2025-05-06T07:30:00+01:00")
    assert article.modified == at("2025-05-06T11:02:00+01:00")
    assert (article.source, article.language, article.hints.language) == ("The Tidewater Herald", "en", "en-GB")


def test_json_ld_of_an_amp_page():
    article = read_one(PAGES / "amp.html")
    assert article.authors == ("Maria Delgado",)
    assert article.hints.dateline == "ALBANY, N.Y."
    assert article.url == "https://ledger.example/news/rail-plan-20250918/"
    assert article.published == at("2025-09-18T21:05:00+00:00")


def test_a_graph_with_references():
    article = read_one(PAGES / "wordpress.html")
    assert article.authors == ("Марина Щеглова",)
    assert article.source == "Степной курьер"
    assert article.published == at("2024-08-05T03:20:11+00:00")
    assert article.hints.headline is None  # og:title is the same with the site's name


def test_meta_elements_and_a_marked_byline():
    article = read_one(PAGES / "boxes.html")
    assert article.authors == ("Пётр Ильин",)
    assert (article.source, article.published, article.language) == ("Вечерний Иртыш", date(2025, 2, 20), "ru")


def test_junk_for_an_author_gives_way_and_a_wrong_language_is_only_a_hint():
    article = read_one(PAGES / "dateline_tag.html")
    assert article.authors == ("Nils Aaberg",)
    assert article.hints.dateline == "BERGEN, Norway (CP)"
    assert (article.headline, article.hints.headline) == ("Ferry strike enters second week", "Strike")
    assert article.hints.language == "de"


def test_a_page_without_metadata_has_what_it_shows():
    article = read_one(PAGES / "tables_windows1251.html")
    assert article.headline == "Завод возобновил работу"
    assert (article.published, article.authors, article.source, article.language) == (date(2004, 11, 17), (), None, None)


def test_the_live_blogs_own_time_is_not_an_updates():
    article = read_one(PAGES / "liveblog.html")
    assert article.published == at("2025-04-06T06:00:00+05:00")
    assert article.authors == ()


@pytest.mark.parametrize(
    "author",
    [
        "Ivan Petrov",
        ["Ivan Petrov"],
        {"@type": "Person", "name": "Ivan Petrov"},
        [{"@type": "Person", "name": "Ivan Petrov"}, {"@type": "Organization", "name": "Global Wire"}],
        {"@type": ["Person"], "name": ["Ivan Petrov"]},
        {"@type": "http://schema.org/Person", "givenName": "Ivan", "familyName": "Petrov"},
        {"name": "By Ivan Petrov"},
        {"@type": "Person", "name": {"@value": "Ivan Petrov", "@language": "en"}},
    ],
)
def test_authors_in_every_form_of_json_ld(author):
    assert metadata(ld(author=author)).authors == ("Ivan Petrov",)


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"NewsArticle","headline":"Bridge opens",}',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Bridge opens"}\n//]]>',
        '/*<![CDATA[*/{"@type":"NewsArticle","headline":"Bridge opens"}/*]]>*/',
        '<!-- {"@type":"NewsArticle","headline":"Bridge opens"} -->',
        '{"@type":"NewsArticle","headline":"Bridge\nopens"};',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Bridge opens&quot;}",
        '[{"@type":"WebSite"},{"@type":["Article","NewsArticle"],"headline":"Bridge opens"}]',
        '{"@graph":[{"@type":"WebPage","mainEntity":{"@type":"ReportageNewsArticle","headline":"Bridge&nbsp;opens"}}]}',
        '{"@type":"https://schema.org/NewsArticle","headline":"<b>Bridge</b> opens"}',
    ],
)
def test_json_ld_as_pages_wrap_and_break_it(block):
    assert metadata(ld('{"broken": ', block)).headline == "Bridge opens"


@pytest.mark.parametrize(
    "headline",
    [
        'Порт "Восточный" расширят',
        '"Восточный" расширят',
        'Расширят порт "Восточный"',
        'Порты "Восточный", "Западный" и "Северный" расширят',
        'Директор: "Порт расширят", срок: "к лету"',
        'Порт 6" трубы',
        r'Порт \"Восточный\" и "Западный"',
    ],
)
def test_json_ld_with_marks_that_are_not_escaped(headline):
    block = f"""{{"@context": "https://schema.org", "@type": "NewsArticle", "headline":"{headline}",
        "keywords": ["порт", "море"], "datePublished" : "2025-05-06",
        "author": [{{"@type": "Person", "name": "Анна Ким"}},]}}"""
    found = metadata(ld(block))
    assert found.headline == headline.replace("\\", "")
    assert (found.published, found.authors) == (date(2025, 5, 6), ("Анна Ким",))


def test_json_ld_with_marks_that_are_not_escaped_and_a_comma_too_many():
    found = metadata(
        ld('{"@type": "NewsArticle", "about": "порт "Север"", "author": "Анна Ким", "datePublished": "2025-05-06", }')
    )
    assert (found.published, found.authors) == (date(2025, 5, 6), ("Анна Ким",))


@pytest.mark.parametrize("commas", [",,", ", ,", ",\n,\t,"])
def test_json_ld_with_commas_in_a_row(commas):
    found = metadata(
        ld(
            f'{{, "@type": "NewsArticle"{commas} "author": [{commas} {{"name": "Анна Ким"}}{commas}]{commas}'
            f' "headline": "Порт,, мост", "datePublished": "2025-05-06"{commas} }}'
        )
    )
    assert (found.headline, found.published, found.authors) == ("Порт,, мост", date(2025, 5, 6), ("Анна Ким",))


def test_the_article_of_the_page_is_told_from_others():
    other = {"@type": "NewsArticle", "headline": "Other", "url": "https://a.example/other", "datePublished": "2020-01-01"}
    own = {
        "@type": "NewsArticle", "headline": "Own", "datePublished": "2025-05-06",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://a.example/own"},
    }  # fmt: skip
    found = metadata(ld(other, own) + '<link rel="canonical" href="/own">', url="https://a.example/x?y")
    assert (found.headline, found.published, found.url) == ("Own", date(2025, 5, 6), "https://a.example/own")


def test_where_it_was_made_is_not_what_it_is_about():
    assert metadata(ld(contentLocation={"@type": "Place", "name": "Gaza"})).located == ()
    place = {"@type": "Place", "address": {"addressLocality": "Cairo", "addressCountry": {"@type": "Country", "name": "Egypt"}}}
    assert metadata(ld(locationCreated=[place, "Rafah"])).located == ("Cairo", "Egypt", "Rafah")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BERGEN, Norway (CP) —", "BERGEN, Norway (CP)"),
        ("МОСКВА, 21 янв — Корр", "МОСКВА, 21 янв — Корр"),
        ("WASHINGTON", "WASHINGTON"),
        ("", None),
        ("January 21", None),
        ("21 января 2025 года, 15:40", None),
        ("2025-01-21T15:40:00Z", None),
        ("Published: Tue 6 May 2025, 11.20 am BST", None),
    ],
)
def test_a_dateline_names_more_than_a_time(text, words):
    assert dateline_words(text) == words


@pytest.mark.parametrize(
    "head",
    [
        ld(datePublished="2025-05-06T07:30:00+01:00"),
        '<meta property="article:published_time" content="2025-05-06T07:30:00+01:00">',
        '<meta name="DC.date.issued" content="2025-05-06T07:30:00+01:00">',
        '<meta name="parsely-pub-date" content="2025-05-06T07:30:00+01:00">',
        '<meta name="sailthru.date" content="Tue, 06 May 2025 07:30:00 +0100">',
        '<meta itemprop="datePublished" content="2025-05-06T07:30:00+01:00">',
        '<meta name="article_date_original" content="Tuesday, May 6, 2025, 07:30 AM BST">',
        '<meta name="date" content="soon"><meta name="pubdate" content="2025-05-06T07:30:00+01:00">',
        ld(datePublished="2025-05-06") + '<meta property="article:published_time" content="2025-05-06T07:30:00+01:00">',
    ],
)
def test_the_moment_of_publication_in_every_form(head):
    assert metadata(head).published == at("2025-05-06T07:30:00+01:00")


def test_the_time_element_is_the_last_resort_and_not_another_articles():
    body = "<aside><time datetime='2019-01-01'></time></aside><article><time datetime='2025-05-06'>6 May</time></article>"
    assert metadata(body=body).published == date(2025, 5, 6)
    assert metadata(ld(datePublished="2025-05-05"), body).published == date(2025, 5, 5)


@pytest.mark.parametrize(
    "shown",
    [
        "<time>6 мая 2025</time>{}",
        "<time datetime='06.05.2025 12:30'>вчера</time>{}",
        "<div class='top'><time>06.05.2025 в 12:30</time></div>{}",
        "<div class='top'><span class='date'>6 мая 2025, 12:30</span></div>{}",
        "{}<span class='article__date' itemprop='datePublished'>6 мая 2025, 12:30</span>",
        "{}<div class='entry-meta'>6 мая 2025 | Общество | Анна Ким</div>",
        "{}<p>Вторник, 6 мая 2025 года</p>",
        "{}<p>Published: May 6, 2025 at 12:30 pm</p>",
        "{}<p>Размещено: 6 мая 2025 г.</p>",
        "{}<div>12:30 • 06.05.2025 • Томск</div>",
        "<font>06.05.2025 12:30</font><br>{}",
        "<header><span class='date'>7 июня 2026</span></header>{}<time>6 мая 2025</time>",
        "<div class='date'>7 июня 2026</div>{}<div class='date'>6 мая 2025</div>",
        "{}<span class='date-updated'>7 мая 2025</span><span class='date'>6 мая 2025</span>",
        "{}<p>Обновлено 7 мая 2025</p><p>6 мая 2025</p>",
        "{}<div class='date'><span>6</span> <span>мая</span> <span>2025</span></div>",
        "{}<span class='published' title='06.05.2025 12:30'>6 мая</span><time>вчера</time>",
        "{}<div>Прима<br>Втр, 6 Мая 2025</div>",
    ],
)
def test_a_date_that_the_page_shows(shown):
    text = "<p>Порт расширят к 7 июня 2026, заявил министр транспорта Игорь Эйсмонт.</p><p>12 июля 2024</p>"
    body = f"<article>{shown.format('<h1>Порт расширят</h1>')}{text}</article>"
    assert metadata("<title>Порт расширят</title>", body).published == date(2025, 5, 6)


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "<aside><time>6 мая 2025</time></aside>",
        "<div class='comments'><span class='date'>6 мая 2025</span></div>",
        "<header class='site'><span class='date'>6 мая 2025</span></header>",
        "<div class='date'>6 мая</div>",
        "<span class='date-modified'>6 мая 2025</span>",
        "<div class='date'>Уфа, 6 мая 2025</div>",
        "<footer>© 6 мая 2025</footer>",
    ],
)
def test_what_is_not_the_article_s_date(shown):
    text = "<article><h1>Порт расширят</h1><p>Порт расширят к 7 июня 2026, заявил министр Игорь Эйсмонт.</p></article>"
    assert metadata("<title>Порт расширят</title>", shown + text).published is None


@pytest.mark.parametrize(
    "element",
    [
        "<abbr class='published' title='2025-05-06T07:30:00+01:00'>7:30</abbr>",
        "<abbr itemprop='datePublished' title='2025-05-06T07:30:00+01:00'>7:30</abbr>",
        "<time class='timeago' title='2025-05-06T07:30:00+01:00'>7:30</time>",
        "<time class='timeago' datetime='Tue May 06 2025 07:30:00 GMT+0100'>7:30</time>",
        "<abbr title='Public limited company'>PLC</abbr><time datetime='2025-05-06T07:30:00+01:00'>7:30</time>",
    ],
)
def test_a_moment_in_an_attribute(element):
    assert metadata(body=f"<article><h1>Порт</h1>{element}</article>").published == at("2025-05-06T07:30:00+01:00")


def test_a_change_before_publication_is_none():
    assert metadata(ld(datePublished="2025-05-06", dateModified="2025-05-05")).modified is None


@pytest.mark.parametrize(
    ("head", "body", "headline", "other"),
    [
        ('<meta property="og:title" content="Long teaser">', "<h1>Bridge opens</h1>", "Bridge opens", "Long teaser"),
        ("<title>Bridge opens | The Herald</title>", "", "Bridge opens", None),
        ("<title>The Herald :: Bridge opens at last</title>", "", "Bridge opens at last", None),
        (
            '<title>Мост открыт — Крутов</title><meta property="og:site_name" content="Меридиан">'
            '<meta property="og:title" content="Мост открыт — Крутов — Меридиан">',
            "",
            "Мост открыт — Крутов",
            None,
        ),
        (
            '<meta property="og:site_name" content="The Herald"><meta property="og:title" content="Bridge opens">',
            "<h1>The Herald</h1><h2>Bridge opens</h2>",
            "Bridge opens",
            None,
        ),
        ("<title>Bridge opens</title>", "<aside><h1>A</h1></aside><h1>Bridge <br>opens</h1><h1>B</h1>", "Bridge opens", None),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_the_headline_is_what_readers_see(head, body, headline, other):
    found = metadata(head, body)
    assert (found.headline, found.other_headline) == (headline, other)


@pytest.mark.parametrize(
    ("head", "url", "canonical"),
    [
        ('<link rel="canonical" href="https://a.example/x">', None, "https://a.example/x"),
        ('<link rel="Canonical" href="//a.example/x">', "https://b.example/y", "https://a.example/x"),
        ('<link rel="canonical" href="https://a.example/">', "https://a.example/x", "https://a.example/x"),
        ('<link rel="canonical" href="javascript:x()"><meta property="og:url" content="https://a.example/x">', None, "https://a.example/x"),
        ('<link rel="canonical" href="http://[">', None, None),
    ],
)  # fmt: skip
def test_the_canonical_address(head, url, canonical):
    assert metadata(head, url=url).url == canonical


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Abby Reed", ["Abby Reed"]),
        ("ABBY REED", ["Abby Reed"]),
        ("Bygone Smith", ["Bygone Smith"]),
        ("By JEAN-LUC O'NEILL AND MARY MCDONALD", ["Jean-Luc O'Neill", "Mary Mcdonald"]),
        ("Ludwig van der Berg, Staff Writer", ["Ludwig van der Berg"]),
        ("Senior Political Correspondent Jane Doe", ["Jane Doe"]),
        ("Jane Doe <jane@herald.example> / @janedoe", ["Jane Doe"]),
        ("J. R. R. Marsh", ["J. R. R. Marsh"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Иван \"Ворон\" Петров", ['Иван "Ворон" Петров']),
        ("Редакция «Ворон» Томск", []),
        ("Иван Петров, РИА Новости", ["Иван Петров"]),
        ("Текст: Анна Кузьмина, фото: А. П. Лунин", ["Анна Кузьмина", "А. П. Лунин"]),
        ("специальный корреспондент Олег Ким и Анна Ли (Томск)", ["Олег Ким", "Анна Ли"]),
        ("Салтыков-Щедрин Михаил Евграфович", ["Салтыков-Щедрин Михаил Евграфович"]),
        *((junk, []) for junk in JUNK),
    ],
)  # fmt: skip
def test_names_of_a_byline_are_few_but_right(byline, names):
    assert person_names(byline, "The Tidewater Herald") == names


@pytest.mark.parametrize(
    "body",
    [
        "<p>By <a rel='author' href='/a'>Jane Doe</a></p>",
        "<div class='article-author'>Jane Doe</div>",
        "<span class='byline__name byline'>By Jane Doe</span>",
        "<span itemprop='author'>Jane Doe</span>",
        "<div class='author'>Jane Doe</div><div class='comments'><span class='author'>John Troll</span></div>",
    ],
)
def test_a_marked_byline_is_the_last_resort(body):
    assert metadata(body=body).authors == ("Jane Doe",)


def test_a_commentator_is_no_author():
    assert metadata(body="<div id='comments'><span class='author'>John Troll</span></div>").authors == ()
