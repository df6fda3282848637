"""Live pages: all entries are kept, the shortest too, and the labels around them are not."""

import pytest

from newsfacts import read_html

LEAD = "В Омске отмечают день города, и движение в центре закрыто до полуночи, сообщила мэрия."
NEWS = [
    ("13:56", "Порт закрыли", "Порт закрыли утром, сообщил Игорь Эйсмонт."),
    ("13:00", "Театр открыт", "«Театр открыт», — сказала Ольга Лунина."),
    ("11:56", "Салют отменён", "Салют отменён."),
    ("10:05", "Мост готов", "Мост открыли, он обошёлся в 5 млн рублей."),
]


def page(entry, around="<div class='feed'>{}</div>", lead=""):
    entries = around.format("".join(entry.format(*news) for news in NEWS))
    return (
        "<html lang='ru'><head><title>День города: онлайн</title></head><body><nav><a href='/'>Главная</a></nav><main>"
        f"<h1>День города: онлайн</h1>{lead}{entries}</main><footer>Прима</footer></body></html>"
    )


@pytest.mark.parametrize("lead", ["", f"<p>{LEAD}</p>"])
@pytest.mark.parametrize(
    ("entry", "around"),
    [
        ("<li class='e'><time>{0}</time><h3>{1}</h3><p>{2}</p><a href='#'>Копировать ссылку</a></li>", "<ol>{}</ol>"),
        ("<div class='e'><span class='t'>{0}</span><h3>{1}</h3><p>{2}</p><button>Поделиться</button></div>", "<div>{}</div>"),
        ("<div><div>{0}</div><h4>{1}</h4><div>{2}</div></div>", "<div>{}</div>"),
        (
            "<section><div>Обновлено в <time>{0}</time></div><h2>{1}</h2><p>{2}</p><p>Об источниках</p></section>",
            "<div>{}</div>",
        ),
        ("<article><span>2 июня, {0} МСК</span><h3><a href='#p{0}'>{1}</a></h3><div>{2}</div></article>", "<div>{}</div>"),
        ("<article><time>{0}</time><h3><a href='/live/7#{0}'>{1}</a></h3><div>{2}</div></article>", "<section>{}</section>"),
        (
            "<li><article><header><h3>{1}</h3><span>в <time>{0}</time> {0}</span></header><p>{2}</p></article></li>",
            "<ul>{}</ul>",
        ),
        ("<article><header><h3>{1}</h3></header><p>{2}</p></article>", "<div>{}</div>"),
        ("<tr><td>{0}</td><td><b>{1}</b><p>{2}</p></td><td><a href='#'>Поделиться</a></td></tr>", "<table>{}</table>"),
        ("<tr><th><time>{0}</time></th><td>{1}</td><td>{2}</td></tr>", "<table><tbody>{}</tbody></table>"),
        ("<dt>{0}</dt><dd><h4>{1}</h4><p>{2}</p><a href='#'>Ссылка на запись</a></dd>", "<dl>{}</dl>"),
        ("<li><b>{0}</b><h4>{1}</h4>{2}<span>Скопировать ссылку</span></li>", "<ul>{}</ul>"),
        ("<li><b>{0}</b><h4>{1}</h4><span>Важно</span><p>{2}</p></li>", "<ul>{}</ul>"),
    ],
)
def test_entries_are_text_and_labels_are_not(entry, around, lead):
    left_out = {title for _, title, _ in NEWS} if "<h3><a" in entry else set()  # links may be, as elsewhere
    found = [line for line in read_html(page(entry, around, lead)).text.split("\n\n") if line not in left_out]
    lines = [line for _, title, text in NEWS for line in (title, text) if line not in left_out]
    assert found == ([LEAD] if lead else []) + lines


def test_a_live_page_whose_entries_have_pages_of_their_own():
    head = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting", "headline": "День города"}</script>'
    entry = "<article><time>{0}</time><h3><a href='/e/{0}'>{1}</a></h3><p>{2}</p></article>"
    text = read_html(page(entry).replace("</head>", f"{head}</head>")).text
    assert all(news in text for _, _, news in NEWS)


def test_an_article_with_comments_is_no_live_page():
    comments = "".join(
        f"<li class='comment'><time>1{n}:30</time><p>Порт нужен городу, я считаю. Так-то.</p></li>" for n in range(9)
    )
    article = f"<article><h1>Порт</h1><p>{LEAD}</p><p>{LEAD}</p></article><ul class='comments'>{comments}</ul>"
    assert read_html(f"<html><head><title>Порт</title></head><body>{article}</body></html>").text == f"{LEAD}\n\n{LEAD}"


def test_several_articles_one_below_the_other_are_no_live_page():
    def article(number):
        return f"<article><h1>Порт {number}</h1><time>1{number}:30</time>" + f"<p>{number}. {LEAD}</p>" * 3 + "</article>"

    text = read_html(f"<html><head><title>Порт 0</title></head><body>{''.join(map(article, range(4)))}</body></html>").text
    assert "3. В Омске" not in text


def test_a_footer_that_is_longer_than_the_entries():
    entry = "<li><time>{0}</time><p>{2}</p></li>"
    footer = "<div>Учредитель: ООО «Прима». " + "Все материалы сайта доступны по особому договору с редакцией. " * 5 + "</div>"
    text = read_html(page(entry, "<section><h1>День города: онлайн</h1><ul>{}</ul></section>").replace("<footer>", footer)).text
    assert text.split("\n\n") == [news for _, _, news in NEWS]


@pytest.mark.parametrize("entry", ["<p><b>{0}</b> {2}</p>", "<b>{0}</b> {2}<br>"])
def test_a_short_entry_behind_its_time_is_no_stamp(entry):
    text = read_html(page(entry, "<div>{}</div>")).text
    assert [*filter(None, text.split("\n"))] == [f"{time} {news}" for time, _, news in NEWS]
