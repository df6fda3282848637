"""Pages as sites make them: what is the article's text, and which pages hold none."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import assert_linear_in

from newsfacts import ReadError, Source, read_html, read_one
from newsfacts.readers.markup.attributes import few_attributes
from newsfacts.readers.markup.rendering import html_text
from newsfacts.readers.page.html_page import read_html as read_page

PAGES = Path(__file__).parent.parent / "fixtures" / "html"


def body(text, head=""):
    """A whole page around an article's text."""
    head = f"<head><title>T</title>{head}</head>"
    return f"<html>{head}<body><nav><a href='/'>Home</a></nav><article>{text}</article></body></html>"


LEAD = "<p>The harbour bridge will close to all traffic for six weeks from June, the council said on Tuesday.</p>"
MORE = "<p>The work is expected to cost three million pounds, and a ferry will carry pedestrians across the river.</p>"


@pytest.mark.parametrize("expected", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_gives_the_articles_paragraphs_and_nothing_else(expected):
    article = read_one(expected.with_suffix(".html"))
    assert article.text.split("\n\n") == expected.read_text(encoding="utf-8").strip().split("\n\n")


@pytest.mark.parametrize("path", sorted(PAGES.glob("no_article_*.html")), ids=lambda path: path.stem)
def test_a_page_without_an_article_says_so(path):
    with pytest.raises(ReadError, match=rf"{path.stem}\.html: holds no"):
        read_one(path)


@pytest.mark.parametrize(
    "notice",
    [
        "To continue reading this article, please log in or subscribe.",
        "Этот материал доступен только для подписчиков, войдите или оформите подписку.",
        "You need to enable JavaScript in order to run this app.",
        "Checking your browser before accessing the site, it will take a few seconds.",
        "Страница, которую вы ищете, не существует или была удалена.",
        "The page you requested was not found on this server.",
        "Access denied: you do not have permission to access this page.",
    ],
)
def test_a_notice_is_no_article(notice):
    with pytest.raises(ReadError, match="notice"):
        read_html(body(f"<h1>News</h1><p>{notice}</p>", '<meta property="og:type" content="article">'))


@pytest.mark.parametrize(
    "news",
    [
        "The two climbers were not found by nightfall, police said.",
        "Число подписчиков операторов по подписке выросло на 5 процентов, сообщило министерство.",
        "Тело второго рыбака не найдено, сообщили в МЧС.",
        "Мэр посоветовал жителям: «Зарегистрируйтесь на портале до пятницы».",
    ],
)
def test_news_in_the_words_of_a_notice_is_news(news):
    assert read_html(body(f"<h1>News</h1><p>{news}</p>")).text == news


@pytest.mark.parametrize(
    "plea",
    [
        "Подписывайтесь на наш канал в Telegram!",
        "Читайте также: В Омске открыли мост",
        "Sign up for our newsletter.",
        "Реклама",
        "14 марта 2025, 12:40",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter.",
        "© Herald / J. Marsh",
    ],
)
def test_pleas_and_labels_between_paragraphs_are_left_out(plea):
    article = read_html(body(f"{LEAD}<p>{plea}</p>{MORE}"))
    assert article.text == f"{LEAD[3:-4]}\n\n{MORE[3:-4]}"


@pytest.mark.parametrize(
    "news",
    [
        "Газета сообщила, что в области зарегистрирован первый случай лихорадки.",
        "При использовании новой печи завод тратит вдвое меньше угля.",
        "В 12:40 спасатели подняли на борт всех рыбаков.",
        "Счёт матча — 2:1.",
    ],
)
def test_news_in_the_words_of_a_label_is_news(news):
    assert news in read_html(body(f"{LEAD}<p>{news}</p>{MORE}")).text


@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "koi8-r", "iso-8859-1", None])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_a_page_is_in_the_encoding_of_its_letters_whatever_it_declares(encoding, declared):
    sentence = "Министр транспорта заявил, что новый мост откроют в июле, а старый закроют на ремонт до конца года."
    head = f'<meta charset="{declared}">' if declared else ""
    assert read_html(body(f"<p>{sentence}</p>", head).encode(encoding)).text == sentence


def test_a_string_has_been_decoded_whatever_it_declares():
    assert read_html(body("<p>Мост через реку откроют в июле этого года.</p>", '<meta charset="koi8-r">')).text.startswith(
        "Мост"
    )


def test_an_xhtml_declaration_does_no_harm():
    html = '<?xml version="1.0" encoding="windows-1251"?>\n<!DOCTYPE html>' + body(
        "<p>Мост через реку Томь откроют в июле.</p>"
    )
    assert read_html(html.encode("cp1251")).text == "Мост через реку Томь откроют в июле."


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Мост открыт.</p><p>Движение начато.</p>", "Мост открыт.\n\nДвижение начато."),
        ("<p>Short.</p>", "Short."),
        ("Plain words &amp; no element", "Plain words & no element"),
        ("<div>One<br>two<script>three()</script></div>", "One\ntwo"),
        ("&lt;p&gt;Мост &amp;laquo;Белый&amp;raquo;.&lt;/p&gt;", "Мост «Белый»."),
    ],
)
def test_a_fragment_is_all_text(fragment, text):
    assert read_html(fragment).text == text


def test_links_and_emphasis_do_not_shuffle_words():
    html = body(
        LEAD
        + "<p><b>We <a href='/a'>know</a></b>, said <i>the <a href='/b'>mayor</a></i> of <a href='/c'>Ayr</a>, it hurts.</p>"
        + MORE
    )
    assert "We know, said the mayor of Ayr, it hurts." in read_html(html).text.split("\n\n")


def test_line_ends_of_the_source_are_no_line_ends_of_the_text():
    assert "traffic for" in read_html(body(LEAD.replace("traffic for", "traffic\r\n\t for"))).text


def test_a_repeated_sentence_is_kept():
    assert read_html(body(LEAD + MORE + LEAD)).text.count("will close to all traffic") == 2


def test_a_table_of_data_keeps_its_rows():
    table = "<table><tr><th>Route</th><th>Fare</th></tr><tr><td>Ayr</td><td>£2</td></tr></table>"
    assert "Ayr\t£2" in read_html(body(LEAD + MORE + LEAD + table)).text


def test_names_of_attributes_do_not_lose_a_dateline():
    html = body(LEAD.replace("<p>", '<p><span class="byline dateline">OSLO, May 6 (CP) — </span>') + MORE)
    assert read_html(html).text.startswith("OSLO, May 6 (CP) — The harbour")


def test_a_sentence_that_is_one_link_is_text():
    assert (
        "The full report is on the council’s site."
        in read_html(body(LEAD + "<p><a href='/r'>The full report is on the council’s site.</a></p>" + MORE)).text
    )


@pytest.mark.parametrize(
    "breaks",
    [
        "<br><br>",
        "<br>\n<br />",
        "<br/>&nbsp;&nbsp;&nbsp;",
        "</p><p>",
        "</div><div>",
        "<p>",
        "</p>\n<p>&nbsp;</p>\n<p style='x'>",
    ],
)
@pytest.mark.parametrize(
    "whole", ["<p>{}</p>", "<div>{}</div>", "<div class='text'>{}</div>", "<table><tr><td>{}</td></tr></table>"]
)
def test_paragraphs_stay_apart_however_they_are_made(whole, breaks):
    first, second = LEAD[3:-4], MORE[3:-4]
    text = read_html(body(whole.format(f"{first}{breaks}{second}{breaks}Buses will run through the old town instead."))).text
    assert text.replace("\u00a0", "").split("\n\n") == [first, second, "Buses will run through the old town instead."]


def test_plain_text_in_a_page_has_its_paragraphs():
    html = body(f"<pre>{LEAD[3:-4]}\n\n{MORE[3:-4]}</pre>")
    assert read_html(html).text == f"{LEAD[3:-4]}\n\n{MORE[3:-4]}"


def test_text_beside_an_element_keeps_its_place():
    html = body(f"<div>{LEAD[3:-4]}<div>{MORE[3:-4]}</div></div>")
    assert read_html(html).text == f"{LEAD[3:-4]}\n\n{MORE[3:-4]}"


@pytest.mark.parametrize(
    "element", ["<p>{}</p>", "<div>{}</div>", "<div><div><span>{}</span></div></div>", "<font>{}</font><br><br>"]
)
def test_a_flash_of_one_sentence_has_nothing_of_the_page_around_it(element):
    flash = "ОМСК, 2 мая — Меридиан. В Омске открыли движение по новому мосту."
    html = (
        "<html><head><title>Мост открыли - Меридиан</title></head><body><div>Меридиан</div>"
        "<ul><li><a href=/p>Политика</a></li><li><a href=/s>Спорт</a></li></ul>"
        f"<h1>Мост открыли</h1><div>2 мая, 12:05</div>{element.format(flash)}"
        "<div><a href=/1>В Чите потушили пожар на складе</a></div>"
        "<div>Сайт зарегистрирован Роскомнадзором в 2010 году.</div></body></html>"
    )
    assert read_html(html).text == flash


@pytest.mark.parametrize(
    "before",
    [
        "<p class='byline'>By Ann Lee</p>",
        "<div>Ann Lee</div><div>Business reporter</div>",
        "<figure><img><figcaption>Ships wait offshore. Photo: J. Marsh</figcaption></figure>",
        "<p>* * *</p>",
        "<h1>Bridge to close</h1><p>May 6, 2025, 9:40 am</p>",
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_what_stands_before_the_first_sentence_is_not_the_text(before, times):
    article = read_html(body(before + (LEAD + MORE) * times))
    assert article.text == "\n\n".join([LEAD[3:-4], MORE[3:-4]] * times)


def test_a_list_or_a_dateline_before_the_first_sentence_is_the_text():
    points = "<ul><li>Bridge closes in June</li><li>Ferry costs £2</li></ul>"
    assert read_html(body(points + (LEAD + MORE) * 2)).text.startswith("Bridge closes in June\n\nFerry costs £2\n\nThe")
    assert read_html(body("<p>AYR, May 6 (CP) —</p>" + (LEAD + MORE) * 2)).text.startswith("AYR, May 6 (CP) —\n\nThe")


def test_the_headline_is_not_the_text():
    article = read_html(body("<h1>Bridge to close</h1>" + LEAD + MORE))
    assert (article.headline, article.text.startswith("The harbour")) == ("Bridge to close", True)


def test_the_address_that_is_given_names_the_article():
    article = read_html(body(LEAD, "<link rel=canonical href='https://b.example/x'>"), url="https://a.example/2025/05/06/x")
    assert (article.url, article.id, article.dated.isoformat()) == ("https://a.example/2025/05/06/x",) * 2 + ("2025-05-06",)


# How deep values may nest is a matter of each Python; how long a flat page takes is not.
NESTED = [
    b"<html>" + b"<div>" * 100_000 + b"x",
    b"<html><body>" + b"<a href=x>" * 50_000 + b"x. ",
    b"<html><body>" + b"<table><tr><td>" * 20_000 + b"some text in a cell.",
    b"<html><head><script type='application/ld+json'>" + b"[" * 100_000 + b"</script></head><body>",
    b"<html><body>" + b"<span itemprop=author itemscope>" * 20_000,
]
FLAT = [
    b"<html><body>" + b"<p>&amp;" * 20_000,
    b"<html><body><p>" + b"word " * 1_000_000,
    b"<html><body><div>" + b"some text here.<br><br>" * 20_000,
    b"<html><body>" + b"<table><tr><td>x</td></tr></table>" * 5_000,
    b"<html><body>" + b"<div itemscope itemtype=Article><span itemprop=headline>x</span></div>" * 5_000,
    b"<html><head>" + b"<meta name=author content='A B'>" * 50_000 + b"</head><body>",
    b"<html><body><p>" + b"<![CDATA[" * 100_000,
    b"<html><body><!--" + b"<!--" * 200_000,
    b"<" * 500_000,
    b"<html><title>" + b" - a" * 100_000,
]


@pytest.mark.parametrize(
    "data",
    [*NESTED, *(pytest.param(page, marks=pytest.mark.once) for page in FLAT)],
    ids=lambda data: data[:40].decode() + str(len(data)),
)
@pytest.mark.slow
def test_hostile_pages_end_soon(data):
    def read_or_refuse(page):
        try:
            assert read_html(page).text.strip()
        except ReadError as error:
            assert str(error)  # noqa: PT017 - either is well

    assert_linear_in(data, read_or_refuse)


@pytest.mark.slow
def test_a_page_of_megabytes_is_read_whole_and_a_larger_one_refused():
    sentence = "<p>Paragraph {} says that the harbour bridge will close to all traffic for six weeks.</p>"
    assert read_html(body("".join(map(sentence.format, range(20_000))))).text.count("\n\n") == 19_999
    with pytest.raises(ReadError, match="elements"):
        read_html(body("".join(map(sentence.format, range(60_000)))))
    with pytest.raises(ReadError, match="larger"):
        read_html(b"<html>" + b" " * 21_000_000)


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class='meta dateline'>",
            "</div>",
            "<table><tr><td>",
            "<h1>",
            "<a href='x'>",
            "</a>",
            "<q>",
            "<br>",
        ),
        *("<script>", "</script>", '<script type="application/ld+json">{"@type":"NewsArticle","author":', "}</script>"),
        *("<meta charset='utf-16'>", "<time datetime='2025'>", "<span itemprop='author' itemscope>", "<?xml version='1.0'?>"),
        *("&#0;", "&#xD800;", "\x00", "\ufffe", "<html lang='ru'>", "<title>", "<![CDATA[", "<!--"),
        *("Министр сказал, что мост откроют в июле.", "The minister said that the bridge would open in July."),
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=30).map("".join).map(str.encode)))
def test_whatever_comes_it_is_an_article_with_text_or_an_error(data):
    try:
        assert read_page(Source(name="a", data=data)).text.strip()
    except ReadError as error:
        assert error.source == "a"  # noqa: PT017 - either is well


def test_nothing_is_printed_of_a_page_that_holds_nothing():
    code = "from newsfacts import ReadError, read_html\ntry: read_html('<html><body></body></html>')\nexcept ReadError: pass"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize(
    "said",
    [r"<\/script>", "</script>", "</SCRIPT >", r"<script src=\"a.js\"></script> and <b>more</b>", r"\"</script>\" \\"],
)
@pytest.mark.parametrize("kind", ["application/ld+json", "application/json"])
def test_an_end_of_a_script_within_json_ends_nothing(kind, said):
    data = f'{{"@type": "NewsArticle", "datePublished": "2025-05-06", "description": "Pasted {said} of the widget, it says."}}'
    article = read_html(body(LEAD + MORE, f"<script type='{kind}'>{data}</script>"))
    assert article.text == read_html(body(LEAD + MORE)).text
    assert (article.published is None) == (kind == "application/json")


@pytest.mark.parametrize("data", ['{"width": "15" inches"}', '{"a": "', '"', ""])
def test_json_that_is_broken_takes_nothing_of_the_page(data):
    page = body(LEAD + "<script>'\"'</script>" + MORE, f"<script type='application/ld+json'>{data}</script>")
    assert read_html(page).text == read_html(body(LEAD + MORE)).text


ATTRIBUTES = " ".join(f"a{n}='>{n}'" for n in range(50_000))


@pytest.mark.parametrize(
    "page",
    [
        body(f"<p {ATTRIBUTES}>" + LEAD + MORE),
        body(f"<br {ATTRIBUTES}/>" + LEAD + MORE),
        body(LEAD + MORE).replace("<body", f"<body {ATTRIBUTES}"),
        body(LEAD + MORE, f"<!-- <p a=' --><script>'<p a=\"'</script><meta {ATTRIBUTES}>"),
        body(LEAD + MORE + f"<p {ATTRIBUTES}"),
    ],
    ids=["paragraph", "break", "body", "meta", "cut"],
)
@pytest.mark.once
def test_an_element_with_thousands_of_attributes_is_one_like_others(page):
    assert read_html(page).text == read_html(body(LEAD + MORE)).text
    assert_linear_in(page, lambda part: html_text(f"<div>{part}</div>"))


def test_attributes_of_a_long_page_are_left_alone():
    page = body("".join(f"<p class='c{n}' id=i{n} data-x=\"<b> {n}\">{LEAD}</p>" for n in range(2000)))
    assert few_attributes(page) == page


@pytest.mark.parametrize(
    "text",
    [
        "<p>{}</p>".format("<q>word</q> " * 20_000),
        "<pre>{}</pre>".format("A line of the council's plain words.\n" * 20_000),
        '<div itemprop="headline">' * 200 + "<i itemprop='x'>word</i>" * 10_000,
    ],
    ids=["quotations", "lines", "properties"],
)
@pytest.mark.slow
@pytest.mark.once
def test_many_of_a_kind_take_time_in_proportion(text):
    assert_linear_in(text, lambda part: read_html(body(LEAD + MORE + part)))


@pytest.mark.slow
def test_text_of_more_than_ten_megabytes_is_not_lost():
    line = "The council's plain words about the bridge in the harbour.".replace(" ", " plain " * 50)
    lines = "".join(f"Line {n}. {line}\n" for n in range(5000))
    assert read_html(f"<html><body>{LEAD}<pre>{lines}</pre></body></html>").text.endswith("plain harbour.")


def test_plain_text_of_too_many_paragraphs_is_refused():
    with pytest.raises(ReadError, match="elements"):
        read_html(body(LEAD + "<pre>" + "A line.\n \n" * 60_000 + "</pre>"))


def test_an_element_with_an_impossible_name_is_read():
    assert "in odd words" in read_html(body(LEAD + MORE + "<e<>The council said so in odd words.</e<><p>Yes, it did.</p>")).text
