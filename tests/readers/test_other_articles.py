"""Other articles on a page: cards and embedded posts are no text of its article, and a page of teasers is none."""

import pytest
from lxml import html
from timing import assert_linear

from newsfacts import ReadError, read_html
from newsfacts.readers.page.other_articles import drop_other_articles

FIRST = "ОМСК, 2 июня — Прима. Порт на Иртыше расширят до осени, заявил в среду министр транспорта Игорь Эйсмонт."
SECOND = "«Работы начнём в июле. На них уйдёт 40 млн рублей», — уточнил он на встрече с жителями."
THIRD = "В порту трудятся двести человек, ещё сорок примут на работу к зиме."
TITLE = "Театр закроют на год"
LEAD = "Театр закроют на ремонт за 7 млн рублей, рассказала директор Ольга Лунина."


def page(body, title="Порт расширят", head=""):
    menu = "<header><nav><a href='/'>Главная</a> <a href='/p'>Политика</a></nav></header>"
    return f"<html lang='ru'><head><title>{title}</title>{head}</head><body>{menu}<main>{body}</main></body></html>"


CARDS = {
    "a heading in a link": "<section class='x'><a href='/t'><h3>{title}</h3></a><p>{lead}</p></section>",
    "a link in a heading": "<div><h4><a href='/t'>{title}</a></h4><p>{lead}</p><span>2 мая</span></div>",
    "a picture first": "<div><a href='/t'><img src='a.jpg'></a><a href='/t'>{title}</a><div>{lead}</div></div>",
    "a rubric first": "<div><a href='/c'>Культура</a><a href='/t'>{title}</a><p>{lead}</p></div>",
    "a label first": "<div><span>По теме</span><h3><a href='/t'>{title}</a></h3><p>{lead}</p></div>",
    "blocks in blocks": "<div><div><div><a href='/t'><h3>{title}</h3></a></div><div><p>{lead}</p></div></div></div>",
    "a list": "<ul><li><a href='/t'><h4>{title}</h4></a><p>{lead}</p></li></ul>",
    "a figure": "<figure><img src=a><a href='/t'><h3>{title}</h3></a><p>{lead}</p></figure>",
    "an article": "<article><h2><a href='/t'>{title}</a></h2><p>{lead}</p><time datetime='2020-01-01'>1 янв</time></article>",
    "an article without a link": "<article class='card'><h2>{title}</h2><p>{lead}</p></article>",
    "a link around blocks": "<a href='/t'><div>{title}</div><div>{lead}</div></a>",
    "a link around paragraphs": "<a href='https://prima.example/t'><img src=x><p>{title}</p><p>{lead}</p></a>",
    "a post": "<blockquote class='twitter-tweet'><p>{lead}</p>— Прима <a href='https://t.example/1'>May 1</a></blockquote>",
    "a post of another network": "<div id='vk_post_1' class='vk_post'>{lead}</div>",
    "a quotation": "<blockquote class='ref'><a href='/t'>{title}</a><br>{lead}</blockquote>",
    "a table": "<table><tr><td><a href='/t'><img src=a></a></td><td><a href='/t'>{title}</a><p>{lead}</p></td></tr></table>",
    "a paragraph": "<p><a href='/t'>{title}</a><br>{lead}</p>",
    "a labelled paragraph": "<p>Читайте также:<br><a href='/t'>{title}</a><br>{lead}</p>",
    "a list of terms": "<dl><dt><a href='/t'>{title}</a></dt><dd>{lead}</dd></dl>",
    "a line of its own": "<span class='x'><a href='/t'>{title}</a><br>{lead}</span>",
    "a rubric with a colon first": "<div><a href='/c'>Культура:</a><br><a href='/t'>{title}</a><p>{lead}</p></div>",
    "words of somebody in the lead": "<div><a href='/t'>{title}</a><p>«Закрыт на ремонт», рассказала Ольга Лунина.</p></div>",
    "a labelled line": "<p>Читайте также: <a href='/t'>{title}</a></p>",
    "a labelled entry": "<ul><li>Читайте также: <a href='/t'>{title}</a><br>{lead}</li></ul>",
    "a labelled quotation": "<blockquote><b>По теме</b><p><a href='/t'>{title}</a></p><p>{lead}</p></blockquote>",
    "an embedded page": "<figure><blockquote class='wp-embedded-content'><a href='/t'>{title}</a> {lead}</blockquote></figure>",
}
PLACES = {
    "in an article": "<article><h1>Порт расширят</h1><p>{0}</p>{card}<p>{1}</p><p>{2}</p></article>",
    "in a block": "<h1>Порт расширят</h1><div class='text'><p>{0}</p><p>{1}</p>{card}<p>{2}</p></div>",
    "at the end": "<h1>Порт расширят</h1><div class='text'><p>{0}</p><p>{1}</p><p>{2}</p>{card}</div>",
    "between blocks": "<h1>Порт расширят</h1><div><div>{0}</div><div>{1}</div>{card}<div>{2}</div></div>",
    "between lines": "<h1>Порт расширят</h1><div>{0}<br><br>{card}{1}<br><br>{2}</div>",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_of_another_article_is_no_text(card, place):
    card = card.format(title=TITLE, lead=LEAD)
    assert read_html(page(place.format(FIRST, SECOND, THIRD, card=card))).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_the_page_s_article_may_be_within_another_one():
    own = f"<article><h1>Порт расширят</h1><p>{THIRD}</p></article>"
    other = f"<aside><p>{LEAD}</p><p>{LEAD}</p><p>{LEAD}</p></aside>"
    assert read_html(page(f"<article>{own}{other}</article>")).text == THIRD


def test_a_card_gives_neither_an_author_nor_a_date():
    card = "<a href='/t'><h3>Театр</h3></a><p>Он закрыт.</p><span class='author'>Анна Ким</span><time>2 мая 2020</time>"
    article = read_html(page(f"<article><h1>Порт</h1><p>{FIRST}</p><article>{card}</article><p>{SECOND}</p></article>"))
    assert (article.authors, article.published) == ((), None)


@pytest.mark.parametrize(
    "block",
    [
        "<div><a href='/e'>Игорь Эйсмонт</a> обещал, что порт откроют в срок и без новых расходов.</div>",
        "<p><a href='/e'>Порт откроют в срок и без новых расходов.</a></p>",
        "<h2><a href='#later'>Что будет потом</a></h2><p>Порт откроют в срок и без новых расходов.</p>",
        "<h2>Что будет потом</h2><p>Порт откроют в срок и без новых расходов.</p>",
        "<ul><li><a href='/z'>Закон о портах</a> подпишут в мае.</li><li><a href='/m'>Мэрия</a> ждёт торгов.</li></ul>",
        "<blockquote><p>Порт откроют в срок и без новых расходов.</p></blockquote>",
        "<blockquote><a href='/e'>Игорь Эйсмонт</a><br>Порт откроют в срок и без новых расходов.</blockquote>",
        "<p><a href='/z'>Закон о новых морских портах</a> говорит: порт откроют без новых расходов.</p>",
        "<p>Порт откроют в срок, <a href='/z'>говорит закон о портах</a><br>и без новых расходов, добавил министр.</p>",
        # Words of somebody whose name is a link.
        "<blockquote><a href='/e'>Игорь Эйсмонт, министр транспорта:</a><br>Порт откроют без новых расходов.</blockquote>",
        "<blockquote><a href='/e'>Игорь Эйсмонт, министр транспорта</a><br>«Порт откроют без новых расходов».</blockquote>",
        "<blockquote><a href='/e'>Игорь Эйсмонт, министр транспорта</a><br>— Порт откроют без новых расходов.</blockquote>",
        "<dl><dt><a href='/e'>Игорь Эйсмонт, министр транспорта:</a></dt><dd>«Порт откроют без новых расходов».</dd></dl>",
        "<div><a href='/e'>Игорь Эйсмонт, министр транспорта:</a><br>Порт откроют в срок, без новых расходов.</div>",
        "<table><tr><td><a href='/e'>Игорь Эйсмонт, министр транспорта</a></td>"
        "<td>«Порт откроют в срок, без новых расходов».</td></tr></table>",
        "<div><a href='/e'>Игорь Эйсмонт, министр транспорта</a><br>«Порт откроют в срок, без новых расходов».</div>",
    ],
)
def test_what_only_looks_like_a_card_is_text(block):
    text = read_html(page(f"<article><h1>Порт расширят</h1><p>{FIRST}</p>{block}<p>{SECOND}</p></article>")).text
    assert "без новых расходов" in text or "подпишут в мае.\n\nМэрия ждёт торгов." in text


def test_a_digest_of_other_articles_is_text():
    news = "".join(
        f"<p><a href='/{n}'>Порт номер {n} расширят к осени</a><br>Так решил в среду министр транспорта.</p>" for n in "123"
    )
    text = read_html(page(f"<article><h1>Порт расширят</h1><p>{FIRST}</p>{news}</article>")).text
    assert all(f"Порт номер {n} расширят" in text for n in "123")


def test_the_page_s_own_headline_may_be_a_link():
    own = f"<div class='post'><h2><a href='/2024/port'>Порт расширят</a></h2><p>{THIRD}</p></div>"
    other = "<div class='post'><h2><a href='/2024/{0}'>Театр {0}</a></h2><p>Он закрыт с мая.</p></div>"
    assert read_html(page(own + "".join(map(other.format, range(4))), "Порт расширят | Прима")).text == THIRD


NEWS = [
    ("Порт расширят", "Порт расширят до осени, заявил министр."),
    ("Театр закроют", LEAD),
    ("Мэр болен", "Мэр заболел, приём отменён до среды."),
    ("Музей ждёт гостей", "Музей откроют в субботу, билет стоит 300 рублей."),
    ("Снег", "Снег выпадет в четверг, считают синоптики."),
]


@pytest.mark.parametrize(
    "teaser",
    [
        "<div class='card'><a href='/{0}'><h3>{1}</h3></a><p>{2}</p><span>{0} мая 2024</span></div>",
        "<article class='post'><h2><a href='/{0}'>{1}</a></h2><p>{2}</p></article>",
        "<li><a href='/{0}'>{1}</a><p>{2}</p></li>",
        "<div class='news'><div class='title'><a href='/{0}'>{1}</a></div><div>{2}</div><time>{0} мая 2024</time></div>",
        "<a class='card' href='/{0}'><h3>{1}</h3><p>{2}</p></a>",
        "<div class='item'><span>1{0}:30</span><a href='/{0}'>{1}</a><p>{2}</p></div>",
        "<div class='item'><h2>{1}</h2><p>{2}</p><a href='/{0}'>Читать далее</a></div>",
        "<div><div class='card'><a href='/r'>Город</a><h3><a href='/{0}#from=main'>{1}</a></h3><p>{2}</p></div></div>",
        "<table><tr><td>{0} мая</td><td><a href='/{0}'>{1}</a><br>{2}</td></tr></table>",
    ],
)
def test_a_page_of_teasers_is_no_article(teaser):
    teasers = "".join(teaser.format(number, *news) for number, news in enumerate(NEWS)).replace("</table><table>", "")
    with pytest.raises(ReadError, match=r"page: holds no article, only teasers of [45]; give the page of one of them"):
        read_html(page(f"<h1>Новости</h1><div class='list'>{teasers}</div>", "Новости Омска"))


def test_a_flash_with_teasers_below_is_an_article():
    card = "<div class='card'><a href='/{0}'><h3>{1}</h3></a><p>{2}</p></div>"
    teasers = "".join(card.format(number, *news) for number, news in enumerate(NEWS[1:])) * 3
    head = "<meta property='article:published_time' content='2024-06-02T10:00:00+03:00'>"
    article = read_html(page(f"<h1>Порт расширят</h1><div><p>{THIRD}</p></div><div>{teasers}</div>", head=head))
    assert article.text == THIRD


@pytest.mark.slow
@pytest.mark.parametrize(
    "block",
    [
        "<div class='c'><a href='/t'><h3>Театр закроют</h3></a><p>Он закрыт.</p></div>",
        "<article><a href='/t'>Театр",
        "<h3><a href='/t'>Театр</a></h3><i></i>",
        "<a href='/t#x'><b>Театр</b><b>Он закрыт, сказали в мэрии.</b></a>",
    ],
)
@pytest.mark.once
def test_many_cards_cost_time_in_proportion(block):
    def read(number):
        try:
            read_html(page(f"<h1>Порт</h1><p>{FIRST}</p>" + block * number))
        except ReadError as error:
            assert str(error)  # noqa: PT017 - either is well

    assert_linear(read, int, 300)


@pytest.mark.parametrize(
    "block", ["<article>А</article>", "<ul><li>А</li></ul>", "<ol><li>А</li></ol><p><a href='/'>Б</a></p>"]
)
@pytest.mark.once
def test_what_stands_around_many_blocks_is_read_once(block):
    def drop(number):
        drop_other_articles(html.document_fromstring(page(f"<h1>Порт</h1><p>{FIRST}</p>" + block * number)), None)

    assert_linear(drop, int, 300)
